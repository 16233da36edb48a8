/** The repository as git itself sees it: a bare one on disk, served over smart HTTP as GitHub does, for reading. */
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Actor } from './api.ts';
import type { Commit } from './git.ts';
import { hasRole } from './permissions.ts';

const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Dana',
  GIT_AUTHOR_EMAIL: 'dana@example.com',
  GIT_COMMITTER_NAME: 'Dana',
  GIT_COMMITTER_EMAIL: 'dana@example.com',
};

export interface FolderCommit {
  /** A branch; `main` unless told. It is made, or moved on from where it is. */
  readonly ref?: string;
  readonly message?: string;
  /** Paths of submodules: each is recorded at this commit. */
  readonly submodules?: Readonly<Record<string, string>>;
}

export interface GitReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
}

export class BareRepository {
  readonly #fullName: string;
  /** Made with the first use: most tests have none. */
  #root: Promise<string> | undefined;

  constructor(fullName: string) {
    this.#fullName = fullName;
  }

  /** All files of a folder, ignored ones too, with modes and links as they are. */
  async commitFolder(folder: string, options: FolderCommit = {}): Promise<string> {
    const { ref = 'main', message = 'Change', submodules = {} } = options;
    const root = await this.#made();
    const parent = await this.commit(ref);
    const index = join(root, `index-${process.hrtime.bigint()}`);
    const git = (...words: string[]): Promise<string> =>
      this.#git(['--work-tree', folder, ...words], { GIT_INDEX_FILE: index });
    try {
      await git('add', '--all', '--force', '.');
      for (const [path, sha] of Object.entries(submodules))
        await git('update-index', '--add', '--cacheinfo', `160000,${sha},${path}`);
      const tree = await git('write-tree');
      const parents = parent === undefined ? [] : ['-p', parent.sha];
      const sha = await git('commit-tree', tree, ...parents, '-m', message);
      await git('update-ref', `refs/heads/${ref}`, sha);
      return sha;
    } finally {
      rmSync(index, { force: true });
    }
  }

  /** The commit a branch, tag or full SHA names here. */
  async commit(ref: string): Promise<Commit | undefined> {
    if (this.#root === undefined || ref.startsWith('-')) return undefined;
    try {
      const shown = await this.#git(['show', '-s', '--format=%H%n%T%n%aI%n%B', `${ref}^{commit}`, '--']);
      const [sha = '', treeSha = '', date = '', ...message] = shown.split('\n');
      return {
        sha,
        treeSha,
        date: new Date(date).toISOString().replace(/\.\d+Z$/, 'Z'),
        message: message.join('\n'),
      };
    } catch {
      return undefined;
    }
  }

  /** Whether a path is one of git's, in any repository. */
  isGit(path: string): boolean {
    return /^\/[^/]+\/[^/]+\/(?:info\/refs|git-upload-pack|git-receive-pack)(?:\?|$)/.test(path);
  }

  /** `actor` is who the password of the request belongs to. */
  async answer(request: IncomingMessage, sent: Buffer, actor: Actor | undefined): Promise<GitReply> {
    const url = new URL(request.url ?? '/', 'http://git');
    const [, owner = '', name = '', service = ''] =
      /^\/([^/]+)\/([^/]+?)(?:\.git)?(\/.+)$/.exec(url.pathname) ?? [];
    if (actor === undefined)
      return said(401, 'Authentication failed.', { 'www-authenticate': 'Basic realm="GitHub"' });
    if (`${owner}/${name}` !== this.#fullName || (actor.kind === 'person' && !hasRole(actor, 'read')))
      return said(404, 'Repository not found.');
    const isPush = service === '/git-receive-pack' || url.searchParams.get('service') === 'git-receive-pack';
    if (isPush || (actor.kind === 'job' && actor.permissions.contents === undefined))
      return said(403, 'Write access to repository not granted.');
    return this.#backend(await this.#made(), request, url, service, sent);
  }

  async close(): Promise<void> {
    const root = await this.#root;
    if (root !== undefined) rmSync(root, { recursive: true, force: true });
  }

  #made(): Promise<string> {
    this.#root ??= make();
    return this.#root;
  }

  async #git(words: readonly string[], extra: NodeJS.ProcessEnv = {}): Promise<string> {
    return run(await this.#made(), words, extra);
  }

  #backend(
    root: string,
    request: IncomingMessage,
    url: URL,
    service: string,
    sent: Buffer,
  ): Promise<GitReply> {
    const { headers } = request;
    const child = spawn('git', ['http-backend'], {
      env: {
        ...ENVIRONMENT,
        GIT_PROJECT_ROOT: root,
        GIT_HTTP_EXPORT_ALL: '1',
        REQUEST_METHOD: request.method,
        PATH_INFO: service,
        QUERY_STRING: url.search.slice(1),
        CONTENT_TYPE: headers['content-type'] ?? '',
        CONTENT_LENGTH: String(sent.length),
        HTTP_CONTENT_ENCODING: headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(headers['git-protocol'] ?? ''),
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    // The client may be gone; then so is the program.
    child.stdin.on('error', () => {}).end(sent);
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
      child.once('error', reject);
      child.once('close', () => resolve(ofCgi(Buffer.concat(chunks))));
    });
  }
}

async function make(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'rig-git-'));
  await run(root, ['init', '--quiet', '--bare', '--template=', '--initial-branch=main', root]);
  // Any commit that is there, whether or not a branch still holds it.
  await run(root, ['config', 'uploadpack.allowAnySHA1InWant', 'true']);
  return root;
}

async function run(root: string, words: readonly string[], extra: NodeJS.ProcessEnv = {}): Promise<string> {
  const env = { ...ENVIRONMENT, GIT_DIR: root, ...extra };
  return (await promisify(execFile)('git', words, { cwd: root, env })).stdout.trim();
}

function said(status: number, words: string, headers: Record<string, string> = {}): GitReply {
  return { status, headers: { 'content-type': 'text/plain', ...headers }, bytes: Buffer.from(`${words}\n`) };
}

function ofCgi(output: Buffer): GitReply {
  const end = output.indexOf('\r\n\r\n');
  if (end === -1) return said(500, 'git has said nothing');
  const headers = Object.fromEntries(
    output
      .subarray(0, end)
      .toString('latin1')
      .split('\r\n')
      .map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.slice(line.indexOf(':') + 1).trim()]),
  );
  const { status = '200', ...others } = headers;
  return { status: Number.parseInt(status, 10), headers: others, bytes: output.subarray(end + 4) };
}
