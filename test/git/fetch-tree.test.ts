/** A commit's files from the git server of the rig: who may, what comes, and what is never run or told. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FetchTree, fetchTree } from '../../src/git/fetch-tree.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';

const top = mkdtempSync(join(tmpdir(), 'fetch-'));
let github: RigGitHub;
let sha = '';
let later = '';
const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 12345\n`;

beforeAll(async () => {
  github = await startGitHub();
  const source = join(top, 'source');
  const write = (path: string, text: string): void => {
    mkdirSync(join(source, path, '..'), { recursive: true });
    writeFileSync(join(source, path), text);
  };
  write('train.py', 'print(1)\n');
  write('run.sh', '#!/bin/sh\n');
  chmodSync(join(source, 'run.sh'), 0o755);
  symlinkSync('train.py', join(source, 'link'));
  write('.gitattributes', '*.bin filter=lfs\n*.py filter=spy\n');
  write('.gitignore', 'data/\n');
  write('data/deep/model.bin', pointer);
  write('data/like.txt', `${pointer}${'x'.repeat(1024)}`);
  write('data/short.txt', 'version');
  sha = await github.commitFolder(source, { submodules: { 'vendor/lib': 'a'.repeat(40) } });
  write('train.py', 'print(2)\n');
  later = await github.commitFolder(source);
});
afterAll(async () => {
  await github.close();
  rmSync(top, { recursive: true, force: true });
});

let folder = '';
let into = '';
let environment: NodeJS.ProcessEnv = {};
beforeEach(() => {
  folder = mkdtempSync(join(top, 'case-'));
  into = join(folder, 'into');
  mkdirSync(into);
  environment = { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
});

const fetched = (over: Partial<FetchTree> = {}): Promise<{ readonly pointers: readonly string[] }> =>
  fetchTree({
    server: github.serverUrl,
    repository: github.repository,
    sha,
    token: github.token({ contents: 'read' }),
    gitDirectory: join(folder, 'git'),
    into,
    environment,
    ...over,
  });

describe("a commit's files", () => {
  it('come as they are, links and modes too, without submodules, and Git LFS pointers are named', async () => {
    expect(await fetched()).toEqual({ pointers: ['data/deep/model.bin'] });
    const names = ['.gitattributes', '.gitignore', 'data', 'link', 'run.sh', 'train.py'];
    expect(readdirSync(into).sort()).toEqual(names);
    expect(readFileSync(join(into, 'train.py'), 'utf8')).toBe('print(1)\n');
    expect(readFileSync(join(into, 'data/deep/model.bin'), 'utf8')).toBe(pointer);
    expect(readlinkSync(join(into, 'link'))).toBe('train.py');
    expect(lstatSync(join(into, 'run.sh')).mode & 0o100).not.toBe(0);
  });

  it('are those of the commit that is named, and no other commit is brought', async () => {
    await fetched({ sha: later });
    expect(readFileSync(join(into, 'train.py'), 'utf8')).toBe('print(2)\n');
    const known = execFileSync('git', ['cat-file', '--batch-check', '--batch-all-objects'], {
      cwd: join(folder, 'git'),
    }).toString();
    expect(known.match(/ commit /g)).toHaveLength(1);
    expect(known).toContain(`${later} commit`);
  });

  it('bring no program to run: hook, filter, template, helper', async () => {
    const ran = join(folder, 'ran');
    const hooks = join(folder, 'template/hooks');
    mkdirSync(hooks, { recursive: true });
    for (const hook of ['reference-transaction', 'post-checkout', 'post-index-change', 'pre-auto-gc']) {
      writeFileSync(join(hooks, hook), `#!/bin/sh\necho ${hook} >> ${ran}\n`);
      chmodSync(join(hooks, hook), 0o755);
    }
    const [owner = ''] = github.repository.split('/');
    writeFileSync(
      join(folder, '.gitconfig'),
      `[init]\n templateDir = ${join(folder, 'template')}\n[core]\n hooksPath = ${hooks}\n fsmonitor = "touch ${ran}"\n` +
        `[filter "spy"]\n smudge = "touch ${ran}; cat"\n required = true\n` +
        `[filter "lfs"]\n process = "touch ${ran}"\n required = true\n` +
        `[credential]\n helper = "!touch ${ran};"\n[safe]\n bareRepository = explicit\n` +
        // Each of these alone would send another token, or send it elsewhere.
        `[http "${github.serverUrl}/${owner}"]\n extraheader = "AUTHORIZATION: basic b3RoZXI="\n` +
        `[url "ssh://git@nowhere.invalid/"]\n insteadOf = ${github.serverUrl}/\n`,
    );
    await fetched();
    expect(existsSync(ran)).toBe(false);
    expect(readFileSync(join(into, 'train.py'), 'utf8')).toBe('print(1)\n');
    await expect(fetched({ token: 'wrong', into: emptyFolder() })).rejects.toThrow('does not take the token');
    expect(existsSync(ran)).toBe(false);
    // The same settings do run programs otherwise: this test would see it.
    const options = { cwd: emptyFolder(), env: environment, stdio: 'pipe' } as const;
    execFileSync('git', ['init', '--quiet'], options);
    execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '--allow-empty', '-qm', 'x'],
      options,
    );
    expect(readFileSync(ran, 'utf8')).toContain('reference-transaction');
  });

  it('tell the token to git alone: it is in no argument and no file', async () => {
    const bin = join(folder, 'bin');
    const log = join(folder, 'log');
    mkdirSync(bin);
    const real = execFileSync('sh', ['-c', 'command -v git']).toString().trim();
    const wrapper = `#!/bin/sh\necho "$0 $*" >> ${log}\nGIT_TRACE=${log} GIT_CURL_VERBOSE=1 exec ${real} "$@"\n`;
    writeFileSync(join(bin, 'git'), wrapper, { mode: 0o755 });
    const token = github.token({ contents: 'read' });
    await fetched({ token, environment: { ...environment, PATH: `${bin}:${process.env.PATH}` } });
    const secrets = [token, Buffer.from(`x-access-token:${token}`).toString('base64')];
    const told = readFileSync(log, 'utf8');
    expect(told).toMatch(/\/git --git-dir=.* fetch /);
    expect(told).toContain('git-remote-http');
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) {
      const text = readFileSync(join(file.parentPath, file.name), 'latin1');
      for (const secret of secrets) expect(text.includes(secret), file.name).toBe(false);
    }
  });

  it('are refused in one sentence that says why', async () => {
    const { repository } = github;
    const failure = async (over: Partial<FetchTree>): Promise<string> => {
      const error = await fetched({ into: emptyFolder(), gitDirectory: emptyFolder(), ...over }).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      return error instanceof Error ? error.message : 'nothing was refused';
    };
    const nowhere = 'f'.repeat(40);
    expect(await failure({ sha: nowhere })).toBe(`the repository ${repository} has no commit ${nowhere}`);
    const { host } = new URL(github.serverUrl);
    const noToken = `${host} does not take the token for ${repository}`;
    expect(await failure({ token: 'ghs_wrong' })).toBe(noToken);
    expect(await failure({ token: '' })).toBe(noToken);
    expect(await failure({ token: github.token({ issues: 'read' }) })).toBe(
      `the token may not read ${repository}: the job needs \`permissions: { contents: read }\``,
    );
    expect(await failure({ repository: 'moola/other' })).toBe(
      `${host} has no repository moola/other that the token can see`,
    );
    github.failNext({ method: 'GET', path: /info\/refs/ }, { status: 500 });
    expect(await failure({})).toMatch(/^git cannot fetch \w+ of moola\/demo: fatal: unable to access .*500$/);
    github.failNext(
      { method: 'GET', path: /info\/refs/ },
      {
        status: 302,
        headers: { location: `${github.url}/moola/elsewhere/info/refs?service=git-upload-pack` },
      },
    );
    expect(await failure({})).toContain('git cannot fetch');
    expect(github.requests.some(({ path }) => path.includes('elsewhere'))).toBe(false);
    expect(await failure({ server: 'http://github.localhost:1' })).toContain(
      'github.localhost:1 cannot be reached: ',
    );
    expect(await failure({ environment: { PATH: folder } })).toBe('git is not installed on this machine');
    for (const odd of ['main', sha.slice(0, 39), '--upload-pack=x', `${sha}\n`])
      expect(await failure({ sha: odd })).toContain('is not the full name of a commit');
    for (const odd of ['demo', '../x', 'a/..', 'a/b/c', '-x/y?z'])
      expect(await failure({ repository: odd })).toContain('does not name a repository');
    for (const odd of ['http://github.com', 'ssh://github.com', 'github.com', 'https://me:it@github.com'])
      expect(await failure({ server: odd })).toContain('is not the https address of a GitHub server');
    expect(await failure({ server: 'https://me:secret@github.com' })).not.toContain('secret');
    writeFileSync(join(into, 'there'), '');
    expect(await failure({ into })).toContain('is not empty');
  });

  it('are not waited for once the caller has given up', async () => {
    const controller = new AbortController();
    const deaf = createServer(() => controller.abort()).listen(0, '127.0.0.1');
    await new Promise((resolve) => deaf.once('listening', resolve));
    const address = deaf.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const server = `http://127.0.0.1:${port}`;
    await expect(fetched({ server, signal: controller.signal })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    deaf.closeAllConnections();
    deaf.close();
  });
});

function emptyFolder(): string {
  return mkdtempSync(join(folder, 'empty-'));
}
