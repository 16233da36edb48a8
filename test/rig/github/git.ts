/**
 * Git data behind the front: refs, trees, commits, contents and comparisons are kept by an in-process `emulate`. It
 * makes up its SHAs, so what git itself is to fetch is kept beside it in a bare repository (see `bare.ts`). A commit
 * there can be looked up by its SHA, and by its branch once a folder was committed on that; checks, statuses and events
 * take it. The other operations know only `emulate`'s.
 */
import { createEmulator } from 'emulate';
import {
  ApiError,
  type Call,
  type Handlers,
  invalid,
  isObject,
  type Json,
  type JsonObject,
  mediaFormats,
  notFound,
  type Reply,
  text,
} from './api.ts';
import { BareRepository } from './bare.ts';

/** GitHub returns larger files in the raw media type only. */
const LARGEST_JSON_CONTENT = 1024 * 1024;

interface Answer {
  readonly status: number;
  readonly body: Json | undefined;
  readonly link: string | null;
}

export interface Commit {
  readonly sha: string;
  readonly treeSha: string;
  readonly message: string;
  readonly date: string;
}

export class Git {
  readonly #emulator: { url: string; close(): Promise<void> };
  readonly #token: string;
  readonly #frontUrl: string;
  readonly #root: string;
  readonly bare: BareRepository;

  private constructor(
    emulator: { url: string; close(): Promise<void> },
    token: string,
    frontUrl: string,
    root: string,
  ) {
    this.#emulator = emulator;
    this.#token = token;
    this.#frontUrl = frontUrl;
    this.#root = root;
    this.bare = new BareRepository(root.slice('/repos/'.length));
  }

  static async start(frontUrl: string, owner: string, repository: string): Promise<Git> {
    const token = 'the-front-itself';
    const emulator = await createEmulator({
      service: 'github',
      port: 0,
      seed: {
        // The emulator takes any unknown token for its administrator. Only the front talks to it, as the owner,
        // after it has judged the real token itself.
        tokens: { [token]: { login: owner, scopes: ['repo', 'user'] } },
        github: {
          users: [{ login: owner }],
          repos: [{ owner, name: repository, private: true, default_branch: 'main', auto_init: true }],
        },
      },
    });
    return new Git(emulator, token, frontUrl, `/repos/${owner}/${repository}`);
  }

  async close(): Promise<void> {
    await Promise.all([this.#emulator.close(), this.bare.close()]);
  }

  async repository(): Promise<JsonObject> {
    const { body } = await this.#send('GET', this.#root);
    if (!isObject(body)) throw new Error('the emulator has lost the repository');
    return { ...body, network_count: 0, subscribers_count: 0, web_commit_signoff_required: false };
  }

  /** The commit a branch, tag or SHA names. */
  async commit(ref: string): Promise<Commit | undefined> {
    return (await this.bare.commit(ref)) ?? (await this.emulated(ref));
  }

  /** As `commit`, of what `emulate` keeps: for what goes on to be asked of it. */
  async emulated(ref: string): Promise<Commit | undefined> {
    const { status, body } = await this.#send('GET', `${this.#root}/commits/${encodeURIComponent(ref)}`);
    if (status !== 200 || !isObject(body) || !isObject(body.commit)) return undefined;
    const { commit } = body;
    return {
      sha: text(body.sha) ?? '',
      treeSha: (isObject(commit.tree) && text(commit.tree.sha)) || '',
      message: text(commit.message) ?? '',
      date: (isObject(commit.author) && text(commit.author.date)) || '',
    };
  }

  /** As `commit`, but only for a full SHA, which is all that checks and statuses take. */
  async hasCommit(sha: string): Promise<boolean> {
    return /^[0-9a-f]{40}$/.test(sha) && (await this.commit(sha))?.sha === sha;
  }

  async compare(base: string, head: string): Promise<JsonObject> {
    const range = `${encodeURIComponent(base)}...${encodeURIComponent(head)}`;
    const { status, body } = await this.#send('GET', `${this.#root}/compare/${range}`);
    if (status !== 200 || !isObject(body)) throw notFound();
    return body;
  }

  async createBranch(name: string, sha: string): Promise<void> {
    const { status } = await this.#send('POST', `${this.#root}/git/refs`, { ref: `refs/heads/${name}`, sha });
    if (status !== 201) throw new Error(`cannot create branch ${name}: ${status}`);
  }

  /** Commits files on a branch, in one commit, and returns its SHA. */
  async push(branch: string, files: Readonly<Record<string, string>>, message: string): Promise<string> {
    const parent = await this.emulated(branch);
    if (parent === undefined) throw new Error(`no branch ${branch}`);
    const tree = await this.#create('trees', {
      base_tree: parent.treeSha,
      tree: Object.entries(files).map(([path, content]) => ({ path, mode: '100644', type: 'blob', content })),
    });
    const sha = await this.#create('commits', { message, tree, parents: [parent.sha] });
    const { status } = await this.#send('PATCH', `${this.#root}/git/refs/heads/${branch}`, { sha });
    if (status !== 200) throw new Error(`cannot move branch ${branch}: ${status}`);
    return sha;
  }

  handlers(): Handlers {
    const pass = (call: Call): Promise<Reply> => this.#pass(call);
    return {
      'repos/get': async () => ({ status: 200, body: await this.repository() }),
      'repos/get-commit': async (call) => this.#getCommit(call),
      'repos/get-content': async (call) => this.#getContent(call),
      'repos/compare-commits-with-basehead': pass,
      'repos/create-or-update-file-contents': pass,
      'git/get-ref': pass,
      'git/list-matching-refs': pass,
      'git/create-ref': async (call) => {
        const ref = text(call.body.ref) ?? '';
        if (!/^refs\/[^/]+\/.+/.test(ref))
          throw invalid('Reference', 'ref', `${ref} is not a valid ref name`);
        return pass(call);
      },
      'git/update-ref': pass,
      'git/delete-ref': pass,
      'git/create-blob': pass,
      'git/get-blob': pass,
      'git/create-tree': pass,
      'git/get-tree': pass,
      'git/create-commit': pass,
      'git/get-commit': pass,
    };
  }

  async #getCommit(call: Call): Promise<Reply> {
    const reply = await this.#pass(call);
    if (!mediaFormats(call.accept).includes('sha') || !isObject(reply.body)) return reply;
    return {
      status: 200,
      raw: { type: 'application/vnd.github.sha', bytes: Buffer.from(text(reply.body.sha) ?? '') },
    };
  }

  async #getContent(call: Call): Promise<Reply> {
    const reply = await this.#pass(call);
    const file = reply.body;
    if (reply.status !== 200 || !isObject(file)) return reply;
    if (mediaFormats(call.accept).includes('raw')) {
      const bytes = Buffer.from(text(file.content) ?? '', 'base64');
      return { status: 200, raw: { type: 'application/vnd.github.raw+json; charset=utf-8', bytes } };
    }
    if (Number(file.size) > LARGEST_JSON_CONTENT)
      return { ...reply, body: { ...file, content: '', encoding: 'none' } };
    return reply;
  }

  async #create(kind: 'trees' | 'commits', body: JsonObject): Promise<string> {
    const answer = await this.#send('POST', `${this.#root}/git/${kind}`, body);
    const sha = isObject(answer.body) ? text(answer.body.sha) : undefined;
    if (answer.status !== 201 || sha === undefined)
      throw new Error(`cannot create ${kind}: ${answer.status}`);
    return sha;
  }

  async #pass(call: Call): Promise<Reply> {
    const answer = await this.#send(call.method, call.target, call.method === 'GET' ? undefined : call.body);
    if (answer.status >= 400) {
      const message = isObject(answer.body) ? text(answer.body.message) : undefined;
      throw new ApiError(answer.status, message ?? 'Unknown error');
    }
    return {
      status: answer.status,
      ...(answer.body === undefined ? {} : { body: answer.body }),
      ...(answer.link === null ? {} : { headers: { link: answer.link } }),
    };
  }

  async #send(method: string, target: string, body?: JsonObject): Promise<Answer> {
    const response = await fetch(this.#emulator.url + target, {
      method,
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    // The emulator writes its own address into every link; clients must come back through the front.
    const own = new URL(this.#emulator.url).host;
    const front = new URL(this.#frontUrl).host;
    const content = (await response.text()).replaceAll(own, front);
    const parsed: unknown = content === '' ? undefined : JSON.parse(content);
    return {
      status: response.status,
      body: parsed as Json | undefined,
      link: response.headers.get('link')?.replaceAll(own, front) ?? null,
    };
  }
}
