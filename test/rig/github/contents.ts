/** Files of a commit over the API: contents that are read and written, and git's own blobs, trees, commits and refs. */
import { posix } from 'node:path';
import {
  type Actor,
  ApiError,
  type Call,
  type Handlers,
  invalid,
  isObject,
  type JsonObject,
  mediaFormats,
  notFound,
  now,
  page,
  type Reply,
  text,
} from './api.ts';
import type { Commit, Entry, Identity } from './bare.ts';
import { type Git, identityOf, unsigned } from './git.ts';
import { BOT, nodeId, userObject } from './objects.ts';

/** GitHub returns larger files in the raw media type only, and no more than 100 MB in any. */
const LARGEST_JSON_CONTENT = 1024 * 1024;

export class Contents {
  readonly #url: string;
  readonly #fullName: string;
  readonly #git: Git;

  constructor(url: string, fullName: string, git: Git) {
    this.#url = url;
    this.#fullName = fullName;
    this.#git = git;
  }

  handlers(): Handlers {
    return {
      'repos/get-content': (call) => this.#get(call),
      'repos/create-or-update-file-contents': (call) => this.#git.inTurn(() => this.#put(call)),
      'git/get-ref': async ({ params }) => {
        const ref = `refs/${params.ref ?? ''}`;
        const sha = this.#git.bare.ref(ref);
        if (sha === undefined) throw notFound();
        return { status: 200, body: this.#renderRef(ref, sha) };
      },
      'git/list-matching-refs': async (call) => {
        const prefix = `refs/${call.params.ref ?? ''}`;
        const refs = this.#git.bare
          .refs()
          .filter(([ref]) => ref.startsWith(prefix) && !ref.startsWith('refs/forks/'))
          .map(([ref, sha]) => this.#renderRef(ref, sha));
        const { items, headers } = page(call, this.#url, refs);
        return { status: 200, body: items, headers };
      },
      'git/create-ref': (call) => this.#git.inTurn(() => this.#createRef(call)),
      'git/update-ref': (call) => this.#git.inTurn(() => this.#updateRef(call)),
      'git/delete-ref': (call) => this.#git.inTurn(() => this.#deleteRef(call)),
      'git/create-blob': async ({ body }) => {
        const bytes = Buffer.from(text(body.content) ?? '', body.encoding === 'base64' ? 'base64' : 'utf8');
        const sha = await this.#git.bare.writeBlob(bytes);
        return { status: 201, body: { url: `${this.#root}/git/blobs/${sha}`, sha } };
      },
      'git/get-blob': async ({ params }) => {
        const sha = params.file_sha ?? '';
        if ((await this.#git.bare.typeOf(sha)) !== 'blob') throw notFound();
        const bytes = await this.#git.bare.blob(sha);
        return {
          status: 200,
          body: {
            sha,
            node_id: nodeId('Blob', sha),
            size: bytes.length,
            url: `${this.#root}/git/blobs/${sha}`,
            content: inLines(bytes),
            encoding: 'base64',
          },
        };
      },
      'git/create-tree': (call) => this.#createTree(call),
      'git/get-tree': (call) => this.#getTree(call),
      'git/create-commit': (call) => this.#createCommit(call),
      'git/get-commit': async ({ params }) => {
        const sha = params.commit_sha ?? '';
        const commit = /^[0-9a-f]{40}$/.test(sha) ? await this.#git.bare.commit(sha) : undefined;
        if (commit === undefined) throw notFound();
        return { status: 200, body: this.#renderCommit(commit) };
      },
    };
  }

  get #root(): string {
    return `${this.#url}/repos/${this.#fullName}`;
  }

  async #get(call: Call): Promise<Reply> {
    const path = (call.params.path ?? '').replace(/\/$/, '');
    const { ref = 'main' } = call.query;
    const commit = await this.#git.commit(ref);
    if (commit === undefined) throw new ApiError(404, `No commit found for the ref ${ref}`);
    const { bare } = this.#git;
    const entry = path === '' ? undefined : await bare.entry(commit.sha, path);
    if (path !== '' && entry === undefined) throw notFound();
    if (entry === undefined || entry.type === 'tree') {
      const listed = await bare.list(commit.sha, path);
      return { status: 200, body: listed.map((found) => this.#renderEntry(found, ref)) };
    }
    const shown = this.#renderEntry(entry, ref);
    if (entry.type === 'commit') return { status: 200, body: { ...shown, submodule_git_url: null } };
    let bytes = await bare.blob(entry.sha);
    if (entry.mode === '120000') {
      const target = bytes.toString('utf8');
      const aim = posix.join(posix.dirname(path), target);
      const file = aim.startsWith('..') ? undefined : await bare.entry(commit.sha, aim);
      if (file === undefined || !file.mode.startsWith('100'))
        return { status: 200, body: { ...shown, type: 'symlink', target } };
      bytes = await bare.blob(file.sha);
    }
    if (mediaFormats(call.accept).includes('raw'))
      return { status: 200, raw: { type: 'application/vnd.github.raw+json; charset=utf-8', bytes } };
    const isLarge = bytes.length > LARGEST_JSON_CONTENT;
    const content = isLarge
      ? { content: '', encoding: 'none' }
      : { content: inLines(bytes), encoding: 'base64' };
    return { status: 200, body: { ...shown, type: 'file', size: bytes.length, ...content } };
  }

  async #put(call: Call): Promise<Reply> {
    const { body, actor } = call;
    const path = call.params.path ?? '';
    const branch = (text(body.branch) ?? 'main').replace(/^refs\/heads\//, '');
    const tip = this.#git.branch(branch);
    if (tip === undefined) throw new ApiError(404, `Branch ${branch} not found`);
    if (
      path === '' ||
      path.startsWith('/') ||
      path.split('/').some((part) => /^(?:\.{0,2}|\.git)$/.test(part))
    )
      throw new ApiError(422, 'path contains a malformed path component');
    assertNoWorkflow(actor, path);
    const sent = (text(body.content) ?? '').replace(/\s/g, '');
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(sent))
      throw new ApiError(422, 'content is not valid Base64');
    const { bare } = this.#git;
    const there = await bare.entry(tip, path);
    const sha = text(body.sha);
    if (there?.type === 'tree') throw new ApiError(422, `${path} is a directory`);
    if (there !== undefined && sha === undefined)
      throw new ApiError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
    if (there !== undefined && sha !== there.sha) throw new ApiError(409, `${path} does not match ${sha}`);
    const who = this.#identity(actor);
    const author = identityOf(body.author ?? body.committer, who);
    const made = await bare.write({
      parent: tip,
      files: { [path]: Buffer.from(sent, 'base64') },
      message: text(body.message) ?? '',
      author,
      committer: identityOf(body.committer, author),
    });
    await this.#git.move(actor, branch, made, { type: 'push' });
    const [entry, commit] = await Promise.all([bare.entry(made, path), bare.commit(made)]);
    if (entry === undefined || commit === undefined) throw new Error(`${path} is not in ${made}`);
    return {
      status: there === undefined ? 201 : 200,
      body: { content: this.#renderEntry(entry, branch), commit: this.#renderCommit(commit) },
    };
  }

  async #createRef({ body, actor }: Call): Promise<Reply> {
    const ref = text(body.ref) ?? '';
    const sha = text(body.sha) ?? '';
    const { bare } = this.#git;
    const isWellFormed = await bare.git(['check-ref-format', ref]).then(
      () => true,
      () => false,
    );
    if (!/^refs\/[^/]+\/.+/.test(ref) || !isWellFormed || isReadOnly(ref))
      throw invalid('Reference', 'ref', `${ref} is not a valid ref name`);
    if (!(await this.#git.hasCommit(sha))) throw new ApiError(422, 'Object does not exist');
    if (bare.ref(ref) !== undefined) throw new ApiError(422, 'Reference already exists');
    await this.#point(actor, ref, sha);
    return { status: 201, body: this.#renderRef(ref, sha) };
  }

  async #updateRef({ params, body, actor }: Call): Promise<Reply> {
    const ref = `refs/${params.ref ?? ''}`;
    const sha = text(body.sha) ?? '';
    const { bare } = this.#git;
    const before = bare.ref(ref);
    if (before === undefined || isReadOnly(ref)) throw new ApiError(422, 'Reference does not exist');
    if (!(await this.#git.hasCommit(sha))) throw new ApiError(422, 'Object does not exist');
    if (body.force !== true && !(await bare.isAncestor(before, sha)))
      throw new ApiError(422, 'Update is not a fast forward');
    if (before !== sha) await this.#point(actor, ref, sha);
    return { status: 200, body: this.#renderRef(ref, sha) };
  }

  async #deleteRef({ params, actor }: Call): Promise<Reply> {
    const ref = `refs/${params.ref ?? ''}`;
    if (isReadOnly(ref) || this.#git.bare.ref(ref) === undefined)
      throw new ApiError(422, 'Reference does not exist');
    if (ref === 'refs/heads/main') throw new ApiError(422, 'Cannot delete the default branch');
    if (ref.startsWith('refs/heads/'))
      await this.#git.move(actor, ref.slice('refs/heads/'.length), undefined);
    else await this.#git.bare.drop(ref);
    return { status: 204 };
  }

  async #point(actor: Actor, ref: string, sha: string): Promise<void> {
    if (ref.startsWith('refs/heads/')) await this.#git.move(actor, ref.slice('refs/heads/'.length), sha);
    else await this.#git.bare.point(ref, sha);
  }

  async #createTree({ body }: Call): Promise<Reply> {
    const { bare } = this.#git;
    const base = text(body.base_tree);
    const baseType = base === undefined ? 'tree' : await bare.typeOf(base);
    if (baseType !== 'tree' && baseType !== 'commit')
      throw new ApiError(422, 'base_tree is not a valid tree oid');
    const entries: { path: string; mode: string; sha: string | null }[] = [];
    for (const given of Array.isArray(body.tree) ? body.tree.filter(isObject) : []) {
      const path = text(given.path) ?? '';
      const mode = text(given.mode) ?? '';
      const content = text(given.content);
      if (
        path === '' ||
        path.startsWith('/') ||
        path.split('/').some((part) => /^(?:\.{0,2}|\.git)$/.test(part))
      )
        throw new ApiError(422, 'tree.path contains a malformed path component');
      if (content !== undefined && given.sha !== undefined)
        throw new ApiError(422, 'Must supply either tree.sha or tree.content, not both');
      if (content !== undefined) {
        entries.push({ path, mode: mode || '100644', sha: await bare.writeBlob(Buffer.from(content)) });
        continue;
      }
      if (given.sha === null) {
        entries.push({ path, mode, sha: null });
        continue;
      }
      const sha = text(given.sha) ?? '';
      const wanted = mode === '040000' ? 'tree' : mode === '160000' ? undefined : 'blob';
      if (wanted !== undefined && (await bare.typeOf(sha)) !== wanted)
        throw new ApiError(422, `tree.sha ${sha} is not a valid ${wanted}`);
      entries.push({ path, mode, sha });
    }
    const tree = await bare.makeTree(base, entries);
    return { status: 201, body: await this.#renderTree(tree, false) };
  }

  async #getTree({ params, query }: Call): Promise<Reply> {
    const name = params.tree_sha ?? '';
    const type = await this.#git.bare.typeOf(name);
    const sha = type === 'tree' ? name : (await this.#git.commit(name))?.treeSha;
    if (sha === undefined) throw notFound();
    // Any value asks for it, `0` and `false` too.
    return { status: 200, body: await this.#renderTree(sha, query.recursive !== undefined) };
  }

  async #createCommit({ body, actor }: Call): Promise<Reply> {
    const { bare } = this.#git;
    const tree = text(body.tree) ?? '';
    if ((await bare.typeOf(tree)) !== 'tree') throw new ApiError(422, 'Tree SHA does not exist');
    const parents = Array.isArray(body.parents) ? body.parents.map(String) : [];
    for (const parent of parents) {
      if ((await bare.typeOf(parent)) !== 'commit')
        throw new ApiError(422, 'Parent SHA does not exist or is not a commit object');
    }
    const author = identityOf(body.author, this.#identity(actor));
    const committer = identityOf(body.committer, author);
    const sha = await bare.commitTree({
      tree,
      parents,
      message: text(body.message) ?? '',
      author,
      committer,
    });
    const commit = await bare.commit(sha);
    if (commit === undefined) throw new Error(`no commit ${sha}`);
    return { status: 201, body: this.#renderCommit(commit) };
  }

  #identity(actor: Actor): Identity {
    const { id } = userObject(this.#url, actor.login);
    const address = `${actor.login === BOT ? `${String(id)}+` : ''}${actor.login}`;
    return { name: actor.login, email: `${address}@users.noreply.github.com`, date: now() };
  }

  #renderRef(ref: string, sha: string): JsonObject {
    return {
      ref,
      node_id: nodeId('Ref', ref),
      url: `${this.#root}/git/${ref}`,
      object: { type: 'commit', sha, url: `${this.#root}/git/commits/${sha}` },
    };
  }

  #renderEntry({ mode, type, sha, size = 0, path }: Entry, ref: string): JsonObject {
    const address = path.split('/').map(encodeURIComponent).join('/');
    const at = encodeURIComponent(ref);
    const html = `${this.#url}/${this.#fullName}`;
    const isFile = type === 'blob';
    const self = `${this.#root}/contents/${address}?ref=${at}`;
    // Git data has its own addresses; a submodule is in another repository.
    const git = type === 'commit' ? null : `${this.#root}/git/${isFile ? 'blobs' : 'trees'}/${sha}`;
    const page = `${html}/${isFile ? 'blob' : 'tree'}/${at}/${address}`;
    return {
      type:
        type === 'tree' ? 'dir' : type === 'commit' ? 'submodule' : mode === '120000' ? 'symlink' : 'file',
      size,
      name: posix.basename(path),
      path,
      sha,
      url: self,
      git_url: git,
      html_url: page,
      download_url: isFile ? `${html}/raw/${at}/${address}` : null,
      _links: { self, git, html: page },
    };
  }

  async #renderTree(sha: string, isDeep: boolean): Promise<JsonObject> {
    const entries = await this.#git.bare.list(sha, '', isDeep);
    return {
      sha,
      url: `${this.#root}/git/trees/${sha}`,
      tree: entries.map(({ path, mode, type, sha: own, size }) => ({
        path,
        mode,
        type,
        sha: own,
        ...(size === undefined ? {} : { size }),
        url: `${this.#root}/git/${type === 'tree' ? 'trees' : 'blobs'}/${own}`,
      })),
      truncated: false,
    };
  }

  #renderCommit(commit: Commit): JsonObject {
    const { sha, treeSha, author, committer, message, parents } = commit;
    const html = `${this.#url}/${this.#fullName}/commit`;
    return {
      sha,
      node_id: nodeId('Commit', sha),
      url: `${this.#root}/git/commits/${sha}`,
      html_url: `${html}/${sha}`,
      author: { ...author },
      committer: { ...committer },
      message,
      tree: { sha: treeSha, url: `${this.#root}/git/trees/${treeSha}` },
      parents: parents.map((parent) => ({
        sha: parent,
        url: `${this.#root}/git/commits/${parent}`,
        html_url: `${html}/${parent}`,
      })),
      verification: unsigned(),
    };
  }
}

/** Those of pull requests are GitHub's own, and those of forks are in another repository. */
function isReadOnly(ref: string): boolean {
  return ref.startsWith('refs/pull/') || ref.startsWith('refs/forks/');
}

/** No permission of a workflow lets its token write workflow files. */
function assertNoWorkflow(actor: Actor, path: string): void {
  if (actor.kind === 'job' && path.startsWith('.github/workflows/'))
    throw new ApiError(403, 'Resource not accessible by integration');
}

/** GitHub breaks its Base64 after 60 characters, and ends it with a line break. */
function inLines(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
}
