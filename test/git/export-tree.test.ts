/** The files of a commit, without a touch to the workspace and without running anything. */
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
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { exportTree } from '../../src/git/export-tree.ts';

const top = mkdtempSync(join(tmpdir(), 'export-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
const environment = {
  ...process.env,
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};
let folder = '';
let repository = '';
let into = '';
const git = (...words: string[]): string =>
  execFileSync('git', words, { cwd: repository, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    .toString()
    .trim();
const write = (path: string, text: string): void => {
  mkdirSync(join(repository, path, '..'), { recursive: true });
  writeFileSync(join(repository, path), text);
};
const commit = (): string => {
  git('add', '-A');
  git('commit', '-qm', 'x');
  return git('rev-parse', 'HEAD');
};

beforeEach(() => {
  folder = mkdtempSync(join(top, 'case-'));
  repository = join(folder, 'repository');
  into = join(folder, 'into');
  mkdirSync(repository);
  mkdirSync(into);
  git('init', '-q');
});

describe('the tree of a commit', () => {
  it('has its files, modes and links, whatever the work tree holds', async () => {
    write('a/b.txt', 'committed');
    write('run.sh', '#!/bin/sh\n');
    write('wäld\nen', 'odd');
    chmodSync(join(repository, 'run.sh'), 0o755);
    symlinkSync('a/b.txt', join(repository, 'link'));
    const revision = commit();
    write('a/b.txt', 'changed');
    write('untracked', 'x');
    rmSync(join(repository, 'run.sh'));
    git('add', 'untracked');
    const status = git('status', '--porcelain');
    const index = readFileSync(join(repository, '.git/index'));
    await exportTree({ workspace: repository, revision, into, environment });
    expect(readdirSync(into).sort()).toEqual(['a', 'link', 'run.sh', 'wäld\nen']);
    expect(readFileSync(join(into, 'a/b.txt'), 'utf8')).toBe('committed');
    expect(lstatSync(join(into, 'run.sh')).mode & 0o111).not.toBe(0);
    expect(lstatSync(join(into, 'a/b.txt')).mode & 0o111).toBe(0);
    expect(readlinkSync(join(into, 'link'))).toBe('a/b.txt');
    expect(readFileSync(join(repository, '.git/index')).equals(index)).toBe(true);
    expect(git('status', '--porcelain')).toBe(status);
  });

  it('is that of the folder, when the workspace is one of the repository', async () => {
    write('top.txt', 'top');
    write('project/deep/file.txt', 'deep');
    const revision = commit();
    await exportTree({ workspace: join(repository, 'project'), revision, into, environment });
    expect(readdirSync(into)).toEqual(['deep']);
    expect(readFileSync(join(into, 'deep/file.txt'), 'utf8')).toBe('deep');
  });

  it('runs no hook, no filter and no file system monitor', async () => {
    write('.gitattributes', '*.bin filter=lfs\n*.py filter=spy\n');
    write('big.bin', 'version https://git-lfs.github.com/spec/v1\n');
    write('code.py', 'print()\n');
    const revision = commit();
    const ran = join(folder, 'ran');
    for (const filter of ['lfs', 'spy']) {
      git('config', `filter.${filter}.smudge`, `touch ${ran}; cat`);
      git('config', `filter.${filter}.required`, 'true');
    }
    git('config', 'filter.spy.process', `sh -c 'touch ${ran}'`);
    git('config', 'core.fsmonitor', `sh -c 'touch ${ran}'`);
    mkdirSync(join(repository, '.git/hooks'), { recursive: true });
    for (const hook of ['post-checkout', 'post-index-change']) {
      writeFileSync(join(repository, '.git/hooks', hook), `#!/bin/sh\ntouch ${ran}\n`);
      chmodSync(join(repository, '.git/hooks', hook), 0o755);
    }
    await exportTree({ workspace: repository, revision, into, environment });
    expect(existsSync(ran)).toBe(false);
    expect(readFileSync(join(into, 'big.bin'), 'utf8')).toContain('git-lfs');
    // The same configuration does run on an ordinary checkout: this test would see it.
    rmSync(join(repository, 'big.bin'));
    git('config', '--remove-section', 'filter.spy');
    git('config', '--unset', 'core.fsmonitor');
    git('checkout', '--', 'big.bin');
    expect(existsSync(ran)).toBe(true);
  });

  it('leaves submodules out', async () => {
    write('file', 'x');
    const first = commit();
    git('update-index', '--add', '--cacheinfo', `160000,${first},vendor/module`);
    git('commit', '-qm', 'module');
    await exportTree({ workspace: repository, revision: git('rev-parse', 'HEAD'), into, environment });
    expect(readdirSync(into)).toEqual(['file']);
  });

  it('does not follow variables that name another repository', async () => {
    write('file', 'x');
    const revision = commit();
    const confused = { ...environment, GIT_DIR: '/nowhere', GIT_INDEX_FILE: join(repository, '.git/index') };
    await exportTree({ workspace: repository, revision, into, environment: confused });
    expect(readdirSync(into)).toEqual(['file']);
  });

  it('is refused with a reason', async () => {
    write('file', 'x');
    const revision = commit();
    const ask = (over: object): Promise<void> =>
      exportTree({ workspace: repository, revision, into, environment, ...over });
    await expect(ask({ revision: '--upload-pack=x' })).rejects.toThrow('does not name a commit');
    await expect(ask({ revision: 'deadbeef' })).rejects.toThrow('deadbeef has no files');
    await expect(ask({ workspace: into })).rejects.toThrow('git cannot read the repository');
    mkdirSync(join(repository, 'new'));
    await expect(ask({ workspace: join(repository, 'new') })).rejects.toThrow('has no folder `new`');
    writeFileSync(join(into, 'there'), '');
    await expect(ask({})).rejects.toThrow('is not empty');
  });
});
