/**
 * What outlives a run, where a job may not write to the repository: in artifacts of its runs. They expire, and of two runs
 * that write at the same time the last one counts.
 */
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type GitHubApi, orAbsent, placeOf, type RepositoryName } from './api.ts';
import { ArtifactError, type ArtifactStore, artifactsOfRun } from './artifacts.ts';
import { parsed, pathOf, textOf } from './state-branch.ts';
import type { StateStore } from './state-store.ts';

/** The longest that GitHub keeps one unless an organisation allows more. */
export const stateDays = 90;
/** How often one run may write one key: a name is taken for the whole run. */
const writesOfRun = 5;
/** Runs that are looked at: those of pull requests may come first. */
const mostCandidates = 20;
const fileName = 'state.json';
const largestBytes = 1024 * 1024;

export interface StateArtifactOptions {
  readonly api: GitHubApi;
  readonly name: RepositoryName;
  /** The one of the api; it has to read actions. */
  readonly token: string;
  /** Of the run that this process is a part of: where it writes. */
  readonly own: Pick<ArtifactStore, 'upload'>;
}

interface Kept {
  readonly id: number;
  readonly run: number;
  readonly name: string;
}

export class StateArtifact implements StateStore {
  readonly #options: StateArtifactOptions;
  /** What this process has written: GitHub's lists may not show it yet. */
  readonly #written = new Map<string, unknown>();

  constructor(options: StateArtifactOptions) {
    this.#options = options;
  }

  async read(key: string): Promise<unknown> {
    const path = pathOf(key);
    if (this.#written.has(key)) return this.#written.get(key);
    const found = await this.#newest(nameOf(key));
    if (!found) return undefined;
    return this.#inFolder(async (folder) => {
      const { name, token } = this.#options;
      await artifactsOfRun({ ...name, token, run: found.run }).download(found.id, join(folder, 'in'));
      const file = join(folder, 'in', fileName);
      if ((await stat(file)).size > largestBytes) throw broken(found, 'is too large');
      try {
        return parsed(await readFile(file, 'utf8'), path);
      } catch {
        throw broken(found, 'is no JSON');
      }
    });
  }

  async change(key: string, change: (before: unknown) => unknown): Promise<void> {
    const path = pathOf(key);
    const value = change(await this.read(key));
    if (value === undefined) return;
    const text = textOf(value, path);
    await this.#inFolder(async (folder) => {
      const from = join(folder, 'out');
      await mkdir(from);
      await writeFile(join(from, fileName), text);
      await this.#upload(nameOf(key), from);
    });
    this.#written.set(key, JSON.parse(text));
  }

  async #upload(name: string, from: string): Promise<void> {
    for (let write = 1; ; write += 1) {
      try {
        await this.#options.own.upload(numbered(name, write), from, { retentionDays: stateDays });
        return;
      } catch (error) {
        const isTaken = error instanceof ArtifactError && /already has an artifact/.test(error.message);
        if (!isTaken || write === writesOfRun) throw error;
      }
    }
  }

  /**
   * Of a run on the default branch of this very repository: a pull request's run may upload whatever it likes, and the
   * branch of a fork may have the same name.
   */
  async #newest(name: string): Promise<Kept | undefined> {
    const { api, name: repository } = this.#options;
    const { repos, actions } = api.octokit.rest;
    const place = placeOf(repository);
    const { data } = await api.persist(() => actions.listArtifactsForRepo({ ...place, name, per_page: 100 }));
    const candidates = newestFirst(data.artifacts).slice(0, mostCandidates);
    if (candidates.length === 0) return undefined;
    const { default_branch: branch } = (await api.persist(() => repos.get(place))).data;
    for (const { workflow_run: made } of candidates) {
      const run = made?.id;
      if (run === undefined || (await this.#isElsewhere(run, branch))) continue;
      const ofRun = await api.persist(() =>
        actions.listWorkflowRunArtifacts({ ...place, run_id: run, per_page: 100 }),
      );
      const names = Array.from({ length: writesOfRun }, (_, index) => numbered(name, index + 1));
      const [last] = newestFirst(ofRun.data.artifacts).filter((artifact) => names.includes(artifact.name));
      if (last) return { id: last.id, run, name: last.name };
    }
    return undefined;
  }

  async #isElsewhere(id: number, branch: string): Promise<boolean> {
    const { api, name } = this.#options;
    const run = await orAbsent(
      api.persist(() => api.octokit.rest.actions.getWorkflowRun({ ...placeOf(name), run_id: id })),
    );
    const { head_branch: ref, repository, head_repository: head } = run?.data ?? {};
    // Of a fork that is gone there is no repository.
    return ref !== branch || repository === undefined || head?.id !== repository.id;
  }

  async #inFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
    const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), 'ml-state-'));
    try {
      return await work(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

function newestFirst<One extends { readonly id: number; readonly expired: boolean }>(
  artifacts: readonly One[],
): One[] {
  return artifacts.filter(({ expired }) => !expired).sort((one, other) => other.id - one.id);
}

/** No two keys give one name, and none the name of another's second write. */
function nameOf(key: string): string {
  return `ml-state-${key.replaceAll('-', '-0').replaceAll('/', '-1')}`;
}

function numbered(name: string, write: number): string {
  return write === 1 ? name : `${name}+${write}`;
}

function broken({ name, run }: Kept, what: string): Error {
  return new Error(`the artifact \`${name}\` of run ${run} ${what}: delete it`);
}
