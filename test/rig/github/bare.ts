/**
 * The repository as git itself sees it: a bare one on disk, served over smart HTTP as GitHub does, for reading. All that
 * the API says of commits, trees and contents is read from here, so that a SHA means the same to the API and to git.
 */
import { spawn } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Actor } from './api.ts';
import { hasRole } from './permissions.ts';

const ENVIRONMENT = {
  PATH: process.env.PATH,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
};

const OWN_ADDRESS = 'users.noreply.github.com';

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

export interface Identity {
  readonly name: string;
  readonly email: string;
  /** What the commit says of itself, ISO 8601; whoever commits chooses it. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly treeSha: string;
  readonly parents: readonly string[];
  readonly author: Identity;
  readonly committer: Identity;
  readonly message: string;
  /** The author's. */
  readonly date: string;
}

/** A path of a tree. */
export interface Entry {
  readonly mode: string;
  readonly type: string;
  readonly sha: string;
  /** Of a blob. */
  readonly size: number | undefined;
  readonly path: string;
}

export interface NewCommit {
  /** Absent: it has none. */
  readonly parent?: string | undefined;
  /** On top of the parent's; null removes. */
  readonly files: Readonly<Record<string, string | Buffer | null>>;
  readonly message: string;
  readonly author: Identity;
  readonly committer?: Identity;
}

export class BareRepository {
  readonly #fullName: string;
  readonly #root: string;
  readonly #commits = new Map<string, Commit>();
  /** All there are: a process of git for each look would make GitHub slow. */
  readonly #refs = new Map<string, string>();
  /** Of objects that have been asked for; they never change. */
  readonly #types = new Map<string, string>();
  #identities = 0;

  private constructor(fullName: string, root: string) {
    this.#fullName = fullName;
    this.#root = root;
  }

  /** With a first commit of `owner` on `main`. */
  static async make(fullName: string): Promise<BareRepository> {
    const root = mkdtempSync(join(tmpdir(), 'rig-git-'));
    const made = new BareRepository(fullName, root);
    await made.git(['init', '--quiet', '--bare', '--template=', '--initial-branch=main', root]);
    // Any commit that is there, whether or not a branch still holds it. Forks are other repositories.
    const settings = '[uploadpack]\n\tallowAnySHA1InWant = true\n[transfer]\n\thideRefs = refs/forks\n';
    appendFileSync(join(root, 'config'), settings);
    const [owner = '', name = ''] = fullName.split('/');
    const sha = await made.write({
      files: { 'README.md': `# ${name}\n` },
      message: 'Initial commit',
      author: made.identity(owner),
    });
    await made.point('refs/heads/main', sha);
    return made;
  }

  /** Of a person, as GitHub writes it for who hides an address; the number makes no two commits the same. */
  identity(login: string, date?: string): Identity {
    this.#identities += 1;
    const email = `${this.#identities}+${login}@${OWN_ADDRESS}`;
    return { name: login, email, date: date ?? new Date().toISOString().replace(/\.\d+Z$/, 'Z') };
  }

  /** All files of a folder, ignored ones too, with modes and links as they are: a commit on top of `parent`. */
  async commitFolder(
    folder: string,
    parent: string | undefined,
    author: Identity,
    { message = 'Change', submodules = {} }: FolderCommit,
  ): Promise<string> {
    return this.#withIndex(async (index) => {
      const git = (...words: string[]): Promise<string> =>
        this.git(['--work-tree', folder, ...words], { env: { ...index, GIT_LITERAL_PATHSPECS: undefined } });
      await git('add', '--all', '--force', '.');
      for (const [path, sha] of Object.entries(submodules))
        await git('update-index', '--add', '--cacheinfo', `160000,${sha},${path}`);
      const parents = parent === undefined ? [] : [parent];
      return this.commitTree({ tree: await git('write-tree'), parents, message, author });
    });
  }

  /** Blobs, tree and commit in one go; no branch moves. */
  async write({ parent, files, message, author, committer = author }: NewCommit): Promise<string> {
    const parts: (string | Buffer)[] = [];
    const data = (bytes: string | Buffer): void => {
      parts.push(`data ${Buffer.byteLength(bytes)}\n`, bytes, '\n');
    };
    // A ref of its own: the importer cannot do without one.
    const ref = `refs/written/${process.hrtime.bigint()}`;
    parts.push(`commit ${ref}\nmark :1\n`);
    for (const [word, who] of [['author', author] as const, ['committer', committer] as const])
      parts.push(`${word} ${who.name} <${who.email}> ${Math.floor(Date.parse(who.date) / 1000)} +0000\n`);
    data(`${message}\n`);
    if (parent !== undefined) parts.push(`from ${parent}\n`);
    for (const [path, content] of Object.entries(files)) {
      const quoted = `"${path.replace(/["\\]/g, '\\$&').replaceAll('\n', '\\n')}"`;
      if (content === null) {
        parts.push(`D ${quoted}\n`);
        continue;
      }
      parts.push(`M 100644 inline ${quoted}\n`);
      data(content);
    }
    parts.push('\nget-mark :1\n', `reset ${ref}\nfrom ${'0'.repeat(40)}\n\n`);
    const input = Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part)));
    const sha = await this.git(['fast-import', '--quiet', '--force', '--date-format=raw'], { input });
    this.#types.set(sha, 'commit');
    return sha;
  }

  async commitTree(fields: {
    readonly tree: string;
    readonly parents: readonly string[];
    readonly message: string;
    readonly author: Identity;
    readonly committer?: Identity;
  }): Promise<string> {
    const { tree, parents, message, author, committer = author } = fields;
    const env = {
      GIT_AUTHOR_NAME: author.name,
      GIT_AUTHOR_EMAIL: author.email,
      GIT_AUTHOR_DATE: author.date,
      GIT_COMMITTER_NAME: committer.name,
      GIT_COMMITTER_EMAIL: committer.email,
      GIT_COMMITTER_DATE: committer.date,
    };
    const words = ['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'];
    const sha = await this.git(words, { env, input: Buffer.from(message) });
    this.#types.set(sha, 'commit');
    return sha;
  }

  /** A tree: `base` with these entries, of which one without a SHA goes. */
  makeTree(
    base: string | undefined,
    entries: readonly { readonly path: string; readonly mode: string; readonly sha: string | null }[],
  ): Promise<string> {
    return this.#withIndex(async (env) => {
      if (base !== undefined) await this.git(['read-tree', base], { env });
      for (const { path, mode, sha } of entries) {
        const inside = (await this.git(['ls-files', '-z', '--', path], { env })).split('\0').filter(Boolean);
        const gone = inside.map((file) => `0 ${'0'.repeat(40)}\t${file}\0`).join('');
        const isTree = mode === '040000';
        const come = sha === null || isTree ? '' : `${mode} ${sha}\t${path}\0`;
        await this.git(['update-index', '-z', '--index-info'], { env, input: Buffer.from(gone + come) });
        if (isTree && sha !== null) await this.git(['read-tree', '-i', `--prefix=${path}/`, sha], { env });
      }
      return this.git(['write-tree'], { env });
    });
  }

  async point(ref: string, sha: string): Promise<void> {
    await this.git(['update-ref', ref, sha]);
    this.#refs.set(ref, sha);
  }

  async drop(ref: string): Promise<void> {
    await this.git(['update-ref', '-d', ref]);
    this.#refs.delete(ref);
  }

  /** By name, in its order. */
  refs(): (readonly [name: string, sha: string])[] {
    return [...this.#refs].sort(([left], [right]) => (left < right ? -1 : 1));
  }

  ref(name: string): string | undefined {
    return this.#refs.get(name);
  }

  /** The commit whose SHA begins so. */
  async abbreviated(start: string): Promise<string | undefined> {
    const words = ['rev-parse', '--quiet', '--verify', '--end-of-options', `${start}^{commit}`];
    return this.git(words).catch(() => undefined);
  }

  /** What kind of object a SHA is here. */
  async typeOf(sha: string): Promise<string | undefined> {
    if (!/^[0-9a-f]{40}$/.test(sha)) return undefined;
    const known = this.#types.get(sha) ?? (await this.git(['cat-file', '-t', sha]).catch(() => undefined));
    if (known !== undefined) this.#types.set(sha, known);
    return known;
  }

  /** By its full SHA. */
  async commit(sha: string): Promise<Commit | undefined> {
    const known = this.#commits.get(sha);
    if (known !== undefined) return known;
    if ((await this.typeOf(sha)) !== 'commit') return undefined;
    const format = '--format=%T%n%P%n%an%n%ae%n%aI%n%cn%n%ce%n%cI%n%B';
    const shown = await this.git(['show', '-s', format, sha]);
    const [treeSha = '', parents = '', ...rest] = shown.split('\n');
    const who = ([name = '', email = '', date = '']: readonly string[]): Identity => ({
      name,
      email,
      date: new Date(date).toISOString().replace(/\.\d+Z$/, 'Z'),
    });
    const author = who(rest.slice(0, 3));
    const commit = {
      sha,
      treeSha,
      parents: parents.split(' ').filter((parent) => parent !== ''),
      author,
      committer: who(rest.slice(3, 6)),
      message: rest.slice(6).join('\n').trimEnd(),
      date: author.date,
    };
    this.#commits.set(sha, commit);
    return commit;
  }

  /** What stands at a path of a tree or commit, itself. */
  async entry(treeish: string, path: string): Promise<Entry | undefined> {
    const [found] = await this.#entries([treeish, '--', path]);
    return found?.path === path ? found : undefined;
  }

  /** What stands directly in a folder; in the root for an empty path. */
  list(treeish: string, folder = '', isDeep = false): Promise<Entry[]> {
    const where = folder === '' ? [] : ['--', `${folder}/`];
    return this.#entries([...(isDeep ? ['-r', '-t'] : []), treeish, ...where]);
  }

  blob(sha: string): Promise<Buffer> {
    return run(this.#root, ['cat-file', 'blob', sha], {});
  }

  async writeBlob(bytes: Buffer): Promise<string> {
    return this.git(['hash-object', '-w', '--stdin'], { input: bytes });
  }

  async isAncestor(ancestor: string, sha: string): Promise<boolean> {
    return this.git(['merge-base', '--is-ancestor', ancestor, sha]).then(
      () => true,
      () => false,
    );
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
    return this.#backend(request, url, service, sent);
  }

  close(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }

  /** What git prints, without white space around it. */
  async git(
    words: readonly string[],
    more: { readonly env?: NodeJS.ProcessEnv; readonly input?: Buffer } = {},
  ): Promise<string> {
    return (await run(this.#root, words, more)).toString('utf8').trim();
  }

  async #entries(words: readonly string[]): Promise<Entry[]> {
    const listed = await this.git(['ls-tree', '-z', '-l', ...words]);
    return listed
      .split('\0')
      .filter((line) => line !== '')
      .map((line) => {
        const [, mode = '', type = '', sha = '', size = '', path = ''] =
          /^(\d+) (\w+) ([0-9a-f]+) +(\S+)\t(.*)$/s.exec(line) ?? [];
        return { mode, type, sha, size: size === '-' ? undefined : Number(size), path };
      });
  }

  async #withIndex<T>(use: (env: NodeJS.ProcessEnv) => Promise<T>): Promise<T> {
    const index = join(this.#root, `index-${process.hrtime.bigint()}`);
    try {
      return await use({ GIT_INDEX_FILE: index });
    } finally {
      rmSync(index, { force: true });
    }
  }

  #backend(request: IncomingMessage, url: URL, service: string, sent: Buffer): Promise<GitReply> {
    const { headers } = request;
    const child = spawn('git', ['http-backend'], {
      env: {
        ...ENVIRONMENT,
        GIT_PROJECT_ROOT: this.#root,
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

function run(
  root: string,
  words: readonly string[],
  { env = {}, input = Buffer.alloc(0) }: { readonly env?: NodeJS.ProcessEnv; readonly input?: Buffer },
): Promise<Buffer> {
  const child = spawn('git', words, { cwd: root, env: { ...ENVIRONMENT, GIT_DIR: root, ...env } });
  child.stdin.on('error', () => {}).end(input);
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(out));
      else reject(new Error(`git ${words.join(' ')}: ${Buffer.concat(complaints).toString('utf8')}`));
    });
  });
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
