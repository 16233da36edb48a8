/** Brings the files of a commit from GitHub: no checkout, and nothing that the repository says is run. */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { exportTree } from './export-tree.ts';

export interface FetchTree {
  /** As in GITHUB_SERVER_URL. `https`, or `http` on this machine. */
  readonly server: string;
  /** `owner/name`. */
  readonly repository: string;
  /** All 40 or 64 hex digits. */
  readonly sha: string;
  /** Of the job, with `contents: read`; empty for a public repository. It reaches git by its environment only. */
  readonly token: string;
  /** Absolute. A bare repository with this one commit is made there. */
  readonly gitDirectory: string;
  /** Absolute. Exists and is empty. */
  readonly into: string;
  /** For git: its proxy, its certificates. */
  readonly environment: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/** A pointer that Git LFS writes is far shorter. Bytes. */
const pointerLimit = 1024;
const pointerStart = Buffer.from('version https://git-lfs.github.com/spec/v1');

/** What of the caller's own settings for git may stay: how the network is reached, and where settings are read. */
const keptVariable =
  /^GIT_(?:SSL_|HTTP_|PROXY_|EXEC_PATH$|CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)$)/;

/**
 * The files of the commit stand in `into`, as `exportTree` writes them: submodules are left out, and what Git LFS keeps
 * elsewhere stays a pointer, of which the result names all, with `/`, relative to `into`. Rejects with a sentence, and
 * with an AbortError when the signal says so.
 */
export async function fetchTree(request: FetchTree): Promise<{ readonly pointers: readonly string[] }> {
  const { repository, sha, token, gitDirectory, into, signal } = request;
  const server = serverOf(request.server);
  if (!/^[\w-][\w.-]*\/[\w.-]*[\w-][\w.-]*$/.test(repository))
    throw new Error(`\`${repository}\` does not name a repository on GitHub`);
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(sha))
    throw new Error(`\`${sha}\` is not the full name of a commit`);
  const address = `${server.origin}/${repository}`;
  const inherited = withoutGit(request.environment);
  const environment = {
    ...inherited,
    GIT_TERMINAL_PROMPT: '0',
    // Empty: nobody is asked, whatever the settings say.
    GIT_ASKPASS: '',
    GIT_ALLOW_PROTOCOL: server.protocol.slice(0, -1),
    // The words below are looked for.
    LC_ALL: 'C',
  };
  const settings: (readonly [string, string])[] = [
    ['core.hooksPath', '/dev/null'],
    ['credential.helper', ''],
    ['gc.auto', '0'],
    ['maintenance.auto', 'false'],
    // A token is not to go where a server points.
    ['http.followRedirects', 'false'],
    // Longest match wins: no other setting leads this address elsewhere.
    [`url.${address}.insteadOf`, address],
    // The most specific one counts, and an empty one takes back those before it: GitHub refuses two.
    [`http.${address}.extraheader`, ''],
    ...(token === ''
      ? []
      : [[`http.${address}.extraheader`, `AUTHORIZATION: basic ${basic(token)}`] as const]),
  ];
  const git = async (...words: string[]): Promise<void> => {
    const { code, stderr } = await run(words, gitDirectory, withSettings(environment, settings), signal);
    if (code !== 0) throw new Error(reasonOf(hidden(stderr, token), request, server.host));
  };
  mkdirSync(gitDirectory, { recursive: true });
  const format = sha.length === 64 ? ['--object-format=sha256'] : [];
  await git('init', '--quiet', '--bare', '--template=', ...format, gitDirectory);
  const quiet = ['--quiet', '--no-write-fetch-head', '--no-recurse-submodules'];
  await git(`--git-dir=${gitDirectory}`, 'fetch', ...quiet, '--depth=1', '--no-tags', '--', address, sha);
  await exportTree({
    workspace: gitDirectory,
    revision: sha,
    into,
    // It looks for the repository in its workspace.
    environment: withSettings(environment, [['safe.bareRepository', 'all']]),
    signal,
  });
  return { pointers: pointersIn(into) };
}

function serverOf(text: string): URL {
  const server = URL.canParse(text) ? new URL(text) : undefined;
  const isHere =
    server !== undefined && /^(?:localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/.test(server.hostname);
  const isSafe = server?.protocol === 'https:' || (server?.protocol === 'http:' && isHere);
  if (server === undefined || !isSafe || server.username !== '' || server.password !== '')
    throw new Error(
      `\`${hidden(text, server?.password ?? '')}\` is not the https address of a GitHub server`,
    );
  return server;
}

function basic(token: string): string {
  return Buffer.from(`x-access-token:${token}`).toString('base64');
}

/** Git does not print it; a proxy or a server might. */
function hidden(text: string, token: string): string {
  return token === '' ? text : text.replaceAll(token, '***').replaceAll(basic(token), '***');
}

function withoutGit(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(environment).filter(([name]) => !name.startsWith('GIT_') || keptVariable.test(name)),
  );
}

/** By the environment: arguments are seen by all of the machine, files outlive the job. */
function withSettings(
  environment: NodeJS.ProcessEnv,
  settings: readonly (readonly [string, string])[],
): NodeJS.ProcessEnv {
  const first = Number(environment.GIT_CONFIG_COUNT ?? 0);
  const pairs = settings.flatMap(([key, value], index) => [
    [`GIT_CONFIG_KEY_${first + index}`, key],
    [`GIT_CONFIG_VALUE_${first + index}`, value],
  ]);
  return {
    ...environment,
    ...Object.fromEntries(pairs),
    GIT_CONFIG_COUNT: String(first + settings.length),
  };
}

function reasonOf(stderr: string, { repository, sha }: FetchTree, host: string): string {
  if (/not our ref|unadvertised object|couldn't find remote ref|no such remote ref/.test(stderr))
    return `the repository ${repository} has no commit ${sha}`;
  if (/could not read (?:Username|Password)|Authentication failed|returned error: 401/.test(stderr))
    return `${host} does not take the token for ${repository}`;
  if (/returned error: 403/.test(stderr))
    return `the token may not read ${repository}: the job needs \`permissions: { contents: read }\``;
  if (/[Rr]epository .*not found|returned error: 404/.test(stderr))
    return `${host} has no repository ${repository} that the token can see`;
  const unreachable =
    /unable to access '[^']*': (?:Failed|Could not|Couldn't|.*timed out|.*refused)[^\n]*/.exec(stderr);
  if (unreachable !== null)
    return `${host} cannot be reached: ${unreachable[0].replace(/^unable to access '[^']*': /, '')}`;
  const last =
    stderr.split('\n').findLast((line) => /^(?:fatal|error):/.test(line)) ?? stderr.split('\n').at(-1);
  return `git cannot fetch ${sha} of ${repository}: ${last || 'it gave no reason'}`;
}

function pointersIn(folder: string): string[] {
  const start = Buffer.alloc(pointerStart.length);
  const found: string[] = [];
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size } = statSync(path);
    if (size >= pointerLimit || size < pointerStart.length) continue;
    const file = openSync(path, 'r');
    try {
      readSync(file, start, 0, start.length, 0);
    } finally {
      closeSync(file);
    }
    if (start.equals(pointerStart)) found.push(relative(folder, path).replaceAll(sep, '/'));
  }
  return found.sort();
}

function run(
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<{ readonly code: number; readonly stderr: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', words, {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    const stderr: Buffer[] = [];
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', (error) => {
      const isMissing = 'code' in error && error.code === 'ENOENT';
      reject(isMissing ? new Error('git is not installed on this machine') : error);
    });
    child.once('close', (code) =>
      resolve({ code: code ?? 1, stderr: Buffer.concat(stderr).toString().trim() }),
    );
  });
}
