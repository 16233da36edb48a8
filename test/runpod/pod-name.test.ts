/** What tells our pods from others: names, owners and the marks in the environment. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { podSchema } from '../../src/runpod/api.ts';
import { isOwnPod, OwnerError, ownerOf, withoutCredentials } from '../../src/runpod/owner.ts';
import { epochOf, isPodName, newPodName } from '../../src/runpod/pod-name.ts';

describe('names of pods', () => {
  it.each([
    ['github:1234567', '20261121-101500-sweep-3f9a', 'mlw-gh-1234567-261121-101500-sweep-3f9a-1795288500-'],
    ['local:0123456789abcdef', 'x', 'mlw-local-012345-x-1795288500-'],
    ['Ünïcödé --', '…', 'mlw-n-c-d-x-1795288500-'],
    ['a'.repeat(64), 'b'.repeat(200), `mlw-${'a'.repeat(12)}-${'b'.repeat(24)}-1795288500-`],
  ])('%s, run %s', (owner, run, beginning) => {
    const name = newPodName(owner, run, 1_795_288_500.7);
    expect(name.slice(0, -6)).toBe(beginning);
    expect(name).toMatch(/^[a-z0-9-]{1,60}$/);
    expect(isPodName(name)).toBe(true);
    expect(epochOf(name)).toBe(1_795_288_500);
  });

  it('are never the same twice', () => {
    const names = Array.from({ length: 200 }, () => newPodName('github:1', 'run', 1_795_288_500));
    expect(new Set(names).size).toBe(200);
  });

  it.each([
    'my-training-pod',
    'mlw-',
    'mlw-a-b-1795288500',
    'mlw-a-b-1795288500-0C41D7',
    'mlw-a-b-179528850-0c41d7',
    'smlw-a-b-1795288500-0c41d7',
    'mlw-a-b-1795288500-0c41d7\n',
    'mlw--b-1795288500-0c41d7',
  ])('%j is none', (name) => {
    expect(isPodName(name)).toBe(false);
  });
});

describe('the proof that a pod is ours', () => {
  const name = newPodName('github:1', 'run', 1_795_288_500);
  const pod = (given: object) =>
    podSchema.parse({
      id: 'p',
      name,
      status: 'RUNNING',
      env: { MLW_OWNER: 'github:1', MLW_NAME: name },
      ...given,
    });

  it('is its name and both marks', () => {
    expect(isOwnPod(pod({}), 'github:1')).toBe(true);
  });

  it.each([
    ['another owner', { env: { MLW_OWNER: 'github:12', MLW_NAME: name } }],
    ['no owner', { env: { MLW_NAME: name } }],
    ['the mark of another pod, as a copy has it', { name: newPodName('github:1', 'run', 1_795_288_500) }],
    ['a name that somebody has changed', { name: 'keep-me' }],
    [
      'a name that both changed and marked',
      { name: 'keep', env: { MLW_OWNER: 'github:1', MLW_NAME: 'keep' } },
    ],
    ['no environment', { env: null }],
  ])('is not given by a pod with %s', (_what, given) => {
    expect(isOwnPod(pod(given), 'github:1')).toBe(false);
  });
});

describe('the owner', () => {
  const folders: string[] = [];
  const folder = (origin?: string) => {
    const made = mkdtempSync(join(tmpdir(), 'ml-owner-'));
    folders.push(made);
    if (origin !== undefined) {
      execFileSync('git', ['init', '-q', made]);
      execFileSync('git', ['-C', made, 'config', 'remote.origin.url', origin]);
    }
    return made;
  };
  afterAll(() => {
    for (const made of folders) rmSync(made, { recursive: true });
  });

  it('in a job is the id of the repository, whatever its name', () => {
    const job = { GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY_ID: '1234567' };
    expect(ownerOf(job, folder())).toBe('github:1234567');
  });

  it('elsewhere is the repository, however its address is written', () => {
    const addresses = [
      'https://github.com/me/it',
      'https://me:secret@github.com/me/it.git',
      'git@github.com:me/it.git',
      'ssh://git@GitHub.com:22/me/it/',
    ];
    const owners = addresses.map((address) => ownerOf({}, folder(address)));
    expect(new Set(owners).size).toBe(1);
    expect(owners[0]).toMatch(/^local:[0-9a-f]{16}$/);
    expect(ownerOf({}, folder('https://github.com/me/other'))).not.toBe(owners[0]);
    expect(withoutCredentials('https://me:secret@github.com/me/it')).toBe('github.com/me/it');
  });

  it('without a remote is the folder', () => {
    const [one, other] = [folder(), folder()];
    expect(ownerOf({}, one)).toBe(ownerOf({}, one));
    expect(ownerOf({}, one)).not.toBe(ownerOf({}, other));
  });

  it('can be given, and is checked', () => {
    expect(ownerOf({ ML_WORKFLOW_OWNER: 'team:vision', GITHUB_ACTIONS: 'true' }, '/')).toBe('team:vision');
    expect(() => ownerOf({ ML_WORKFLOW_OWNER: 'a"b' }, '/')).toThrow(OwnerError);
  });
});
