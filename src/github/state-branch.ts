/** What outlives a run, as JSON files on a branch of their own. Each write is one commit, and only on top of what was read. */
import { type GitHubApi, isRateLimit, orAbsent, placeOf, type RepositoryName, statusOf } from './api.ts';
import type { StateStore } from './state-store.ts';

/** It shares no history with the code: nobody merges it, and nothing is built from it. */
export const stateBranch = 'ml-workflow-state';

/** GitHub gives larger files without their content; the rest is room for what others add meanwhile. */
const largestBytes = 900 * 1024;
const attempts = 6;

const readme = `# State of ml-workflow

Written by the workflows of this repository: what their last accepted runs measured, and what was run when. Without this
branch they begin anew; it may be deleted.
`;

interface StateFile {
  readonly value: unknown;
  /** Of the file as git keeps it; undefined when there is none. */
  readonly sha: string | undefined;
  readonly text: string;
}

export class StateBranch implements StateStore {
  readonly #api: GitHubApi;
  readonly #name: RepositoryName;

  constructor(api: GitHubApi, name: RepositoryName) {
    this.#api = api;
    this.#name = name;
  }

  async read(key: string): Promise<unknown> {
    return (await this.#load(pathOf(key))).value;
  }

  /** Others may write between two attempts, so `change` may be called up to six times, also with what it has written itself. */
  async change(key: string, change: (before: unknown) => unknown, message: string): Promise<void> {
    const path = pathOf(key);
    for (let attempt = 1; ; attempt += 1) {
      const before = await this.#load(path);
      const value = change(before.value);
      if (value === undefined) return;
      const text = textOf(value, path);
      if (text === before.text) return;
      try {
        await this.#save(path, text, before.sha, message);
        return;
      } catch (error) {
        if (statusOf(error) === 404 && (await this.#makeBranch())) continue;
        if (attempt >= attempts || !isConflict(error)) throw error;
      }
      // Whoever else is writing waits for another time than this one.
      await this.#api.sleep(0.2 * 2 ** attempt * (0.5 + Math.random()));
    }
  }

  async #load(path: string): Promise<StateFile> {
    const answer = await orAbsent(
      this.#api.persist(() =>
        this.#api.octokit.rest.repos.getContent({ ...this.#place, path, ref: stateBranch }),
      ),
    );
    if (!answer) return { value: undefined, sha: undefined, text: '' };
    const { data } = answer;
    if (Array.isArray(data) || data.type !== 'file') throw broken(path, 'is no file');
    if (data.encoding !== 'base64') throw broken(path, `is larger than ${largestBytes / 1024} KB`);
    const text = Buffer.from(data.content, 'base64').toString('utf8');
    return { value: parsed(text, path), sha: data.sha, text };
  }

  async #save(path: string, text: string, sha: string | undefined, message: string): Promise<void> {
    await this.#api.persist<unknown>(
      () =>
        this.#api.octokit.rest.repos.createOrUpdateFileContents({
          ...{ ...this.#place, path, message, branch: stateBranch },
          content: Buffer.from(text).toString('base64'),
          ...(sha === undefined ? {} : { sha }),
        }),
      // Without it, an answer that got lost would make the change twice.
      { find: async () => ((await this.#load(path)).text === text ? true : undefined) },
    );
  }

  /** False when the branch is there: then it is not what was missing. */
  async #makeBranch(): Promise<boolean> {
    const { git } = this.#api.octokit.rest;
    const place = this.#place;
    const isThere = async () =>
      (await orAbsent(this.#api.persist(() => git.getRef({ ...place, ref: `heads/${stateBranch}` })))) !==
      undefined;
    if (await isThere()) return false;
    const blob = await this.#api.persist(() =>
      git.createBlob({ ...place, content: readme, encoding: 'utf-8' }),
    );
    const file = { path: 'README.md', mode: '100644', type: 'blob', sha: blob.data.sha } as const;
    const tree = await this.#api.persist(() => git.createTree({ ...place, tree: [file] }));
    const first = { message: 'Begin the state of ml-workflow', tree: tree.data.sha, parents: [] };
    const commit = await this.#api.persist(() => git.createCommit({ ...place, ...first }));
    const ref = { ref: `refs/heads/${stateBranch}`, sha: commit.data.sha };
    try {
      await this.#api.persist(() => git.createRef({ ...place, ...ref }));
    } catch (error) {
      // Somebody else may have been faster.
      if (!(await isThere())) throw error;
    }
    return true;
  }

  get #place() {
    return placeOf(this.#name);
  }
}

/** 409: the file or the branch has moved on. 422: it was made meanwhile, and the write named no file to replace. */
function isConflict(error: unknown): boolean {
  const status = statusOf(error);
  if (isRateLimit(error) || (status !== 409 && status !== 422)) return false;
  // A rule of the repository is not going to change between two attempts.
  return !(error instanceof Error && /rule violation|protected branch/i.test(error.message));
}

/** `accepted/train` → `accepted/train.json`. Throws for a key that could lead elsewhere. */
export function pathOf(key: string): string {
  if (!/^\w[\w.-]*(?:\/\w[\w.-]*)*$/.test(key) || key.length > 200)
    throw new Error(`internal: \`${key}\` is no key of the state; please report this`);
  return `${key}.json`;
}

export function textOf(value: unknown, path: string): string {
  const text = `${JSON.stringify(value, null, 1)}\n`;
  if (Buffer.byteLength(text) > largestBytes)
    throw new Error(`the state \`${path}\` would be larger than ${largestBytes / 1024} KB`);
  return text;
}

export function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw broken(path, 'is no JSON');
  }
}

function broken(path: string, what: string): Error {
  return new Error(`\`${path}\` on the branch \`${stateBranch}\` ${what}: delete or repair it`);
}
