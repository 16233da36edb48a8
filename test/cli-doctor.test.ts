/** `doctor` against a real sshd and the RunPod emulator: what it finds, what it says to do, and what it never does. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { parseArguments, UsageError } from '../src/cli/arguments.ts';
import { doctor } from '../src/cli/doctor.ts';
import { main } from '../src/cli/main.ts';
import type { Check, Section } from '../src/doctor/check.ts';
import { examine } from '../src/doctor/examine.ts';
import { readHostKey } from '../src/doctor/host-key.ts';
import { machineChecks } from '../src/doctor/machine.ts';
import type { RemoteTarget } from '../src/plan/plan.ts';
import { styleFor } from '../src/reports/style.ts';
import { newPodName } from '../src/runpod/pod-name.ts';
import { fingerprint, type KeyPair, newKeyPair } from '../src/ssh/keys.ts';
import { projectWith } from './drivers/rig.ts';
import { type RigRunpod, startRunpod } from './rig/runpod.ts';
import { freePort, hasSshd, type Sshd, type SshdOptions, startSshd } from './rig/sshd.ts';
import { temporaryFolder } from './targets/rig.ts';

type Environment = Readonly<Record<string, string>>;

interface Looked {
  readonly code: number;
  readonly sections: readonly Section[];
  /** Of the target, or of the section that so begins. */
  readonly of: (target: string, name: string) => Check;
  readonly text: string;
}

/** Both forms of it; neither shows anything of what the environment keeps secret. */
async function look(folder: string, words: readonly string[] = [], more: Environment = {}): Promise<Looked> {
  const environment = { PATH: process.env.PATH ?? '', HOME: folder, ML_WORKFLOW_OWNER: 'local:me', ...more };
  const place = { shownFrom: folder, environment, style: styleFor({}, false) };
  const json = await doctor(parseArguments(['doctor', '--format', 'json', ...words]), folder, place);
  const text = await doctor(parseArguments(['doctor', ...words]), folder, place);
  const { sections }: { sections: Section[] } = JSON.parse(json.output);
  expect(text.code).toBe(json.code);
  expectNoSecret(json.output + text.output, more);
  expectReadable(text.output, sections);
  return {
    code: json.code,
    sections,
    of: (target, name) => checkIn(sections, target, name),
    text: text.output,
  };
}

function checkIn(sections: readonly Section[], target: string, name: string): Check {
  const section = sections.find((one) => one.target === target || one.title.startsWith(target));
  const check = section?.checks.find((one) => one.name === name);
  if (!check) throw new Error(`no ${name} of ${target} in ${JSON.stringify(sections)}`);
  return check;
}

function expectNoSecret(output: string, environment: Environment): void {
  for (const [name, value] of Object.entries(environment)) {
    if (!/KEY$/.test(name) || name.includes('HOST')) continue;
    const lines = value.split('\n').filter((line) => line.length > 20 && !line.startsWith('-----'));
    for (const line of lines) if (!line.startsWith('/')) expect(output).not.toContain(line);
  }
}

/** 80 columns, but for what is to be copied and for words that are longer; no escapes. */
function expectReadable(text: string, sections: readonly Section[]): void {
  const whole = new Set(sections.flatMap(({ checks }) => checks.flatMap(({ line }) => line ?? [])));
  for (const line of text.split('\n')) {
    if (line.length <= 80 || whole.has(line)) continue;
    expect(
      Math.max(
        ...line
          .trim()
          .split(' ')
          .map((word) => word.length),
      ),
    ).toBeGreaterThan(40);
  }
  expect(text).not.toContain('\u001b');
}

const sshProject = () =>
  projectWith({
    'ml-workflow.yml': `
targets:
  pod:
    kind: ssh
    host: { env: POD_HOST }
    port: { env: POD_PORT }
    user: { env: POD_USER }
    key: { env: POD_SSH_KEY }
    host-key: { env: POD_HOST_KEY }
commands:
  train: { run: python3 train.py, target: pod }
`,
  });

function settingsFor(sshd: Sshd, key: KeyPair, more: Environment = {}): Environment {
  return {
    POD_HOST: '127.0.0.1',
    POD_PORT: String(sshd.port),
    POD_USER: sshd.user,
    POD_SSH_KEY: key.privateKey,
    POD_HOST_KEY: sshd.hostPublicKey,
    ...more,
  };
}

const states = ({ sections }: Looked, target: string): Record<string, string> => {
  const section = sections.find((one) => one.target === target || one.title.startsWith(target));
  return Object.fromEntries((section?.checks ?? []).map(({ name, state }) => [name, state]));
};

/** Paths below the folder. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();

describe('this machine and the project', () => {
  it('names every variable that is not set, and leaves nothing behind', async () => {
    const folder = sshProject();
    const looked = await look(folder);
    expect(looked.code).toBe(1);
    for (const name of ['POD_HOST', 'POD_PORT', 'POD_USER', 'POD_SSH_KEY', 'POD_HOST_KEY'])
      expect(looked.text).toContain(`${name} is not set`);
    expect(states(looked, 'pod')).toMatchObject({ port: 'not-checked', host: 'not-checked' });
    expect(filesIn(folder)).toEqual(['ml-workflow.yml']);
  });

  it('counts the mistakes of the files, and points to `check`', async () => {
    const folder = projectWith({
      'ml-workflow.yml': 'commands: { train: { run: "true" } }\n',
      'workflows/one.yml': 'chain: /trian\n',
    });
    const looked = await look(folder);
    expect(looked.code).toBe(1);
    expect(looked.of('project', 'files')).toMatchObject({
      ...{ state: 'problem', says: '1 error' },
      advice: expect.stringContaining('`ml-workflow check`'),
    });
    expect(looked.of('project', 'targets').says).toContain('runs on this machine');
  });

  it('data that hosts are to get and that is not here is a problem', async () => {
    const project = readFileSync(join(sshProject(), 'ml-workflow.yml'), 'utf8');
    const folder = projectWith({
      'ml-workflow.yml': `${project}sync: { up: [data/train, data/test] }\n`,
      'data/train/x.csv': '1\n',
    });
    const looked = await look(folder);
    expect([looked.code, looked.of('project', 'data').state]).toEqual([1, 'problem']);
    expect(looked.of('project', 'data').says).toBe('`data/test` of `sync.up` is not there');
    writeFileSync(join(folder, 'data/test'), '');
    expect((await look(folder)).of('project', 'data').state).toBe('ok');
  });

  it('a folder without a project is a problem, and so is a project file that cannot be read', async () => {
    const empty = await look(temporaryFolder());
    expect([empty.code, empty.of('project', 'files').state]).toEqual([1, 'problem']);
    const broken = await look(projectWith({ 'ml-workflow.yml': 'targets: [' }), ['--target', 'pod']);
    expect([broken.code, broken.of('project', 'files').state]).toEqual([1, 'problem']);
  });

  it('what runs here alone is ready without a network', async () => {
    const folder = projectWith({ 'ml-workflow.yml': 'commands: { train: { run: "true" } }\n' });
    expect(await look(folder)).toMatchObject({ code: 0 });
  });

  it('a file in the place of the records folder is a problem', async () => {
    const folder = projectWith({ 'ml-workflow.yml': 'commands: {}\n', '.ml-workflow': 'x' });
    expect((await look(folder)).of('this machine', '.ml-workflow').state).toBe('problem');
  });

  it('an old Node is a problem, a commit is told, and what no commit has is a warning where hosts get commits', async () => {
    const folder = projectWith({ 'a.txt': 'a' });
    const environment = { PATH: process.env.PATH ?? '', HOME: folder };
    const git = (...words: string[]) =>
      spawnSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...words], {
        cwd: folder,
        encoding: 'utf8',
        env: environment,
      });
    const checks = async (nodeVersion: string, source: 'git-tree' | 'working-tree' | undefined) =>
      (await machineChecks({ folder, environment, nodeVersion, source })).map(({ state }) => state);
    expect(await checks('v20.10.0', undefined)).toEqual(['problem', 'ok', 'ok']);
    expect(await checks('v20.11.0', 'git-tree')).toEqual(['ok', 'warning', 'ok']);
    for (const words of [
      ['init', '-q'],
      ['add', '.'],
      ['commit', '-q', '-m', 'x'],
    ])
      expect(git(...words).status).toBe(0);
    expect(await checks('v22.0.0', 'git-tree')).toEqual(['ok', 'ok', 'ok']);
    writeFileSync(join(folder, 'a.txt'), 'b');
    expect(await checks('v22.0.0', 'git-tree')).toEqual(['ok', 'warning', 'ok']);
    expect(await checks('v22.0.0', 'working-tree')).toEqual(['ok', 'ok', 'ok']);
    const without = { folder, environment: { PATH: folder }, nodeVersion: 'v22.0.0', source: undefined };
    expect((await machineChecks(without))[1]).toMatchObject({ name: 'git', state: 'warning' });
  });
});

describe('what is asked', () => {
  const files = {
    'ml-workflow.yml': `
targets:
  one: { kind: ssh, host: one.invalid, key: { env: ONE_KEY }, host-key: { env: ONE_HOST_KEY } }
  two: { kind: ssh, host: two.invalid, key: { env: TWO_KEY }, host-key: { env: TWO_HOST_KEY } }
commands:
  train: { run: "true", target: one }
  test: { run: "true" }
`,
    'workflows/remote.yml': 'chain: /train\n',
    'workflows/here.yml': 'chain: /test\n',
  };
  const targetsIn = ({ sections }: Looked) => sections.flatMap(({ target }) => target ?? []);

  it('is every target, those of a workflow, or one', async () => {
    const folder = projectWith(files);
    expect(targetsIn(await look(folder, ['--offline']))).toEqual(['one', 'two']);
    expect(targetsIn(await look(folder, ['remote', '--offline']))).toEqual(['one']);
    expect(targetsIn(await look(folder, ['here', '--offline']))).toEqual([]);
    expect(targetsIn(await look(folder, ['/train → /test', '--offline']))).toEqual(['one']);
    expect(targetsIn(await look(folder, ['--target', 'two', '--offline']))).toEqual(['two']);
  });

  it.each([
    [['--target', 'on'], 'there is no target `on` on another host'],
    [['--target'], '`--target` has no value'],
    [['nothing'], 'unknown workflow `nothing`'],
    [['--offlien'], 'unknown option `--offlien`'],
    [['remote', 'here'], 'unexpected `here`'],
  ])('refuses %j', async (words, message) => {
    const folder = projectWith(files);
    const error = await look(folder, words).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({ message });
  });
});

describe.skipIf(!hasSshd)('a host over SSH', () => {
  const running: Sshd[] = [];
  const sshdWith = async (options: SshdOptions = {}): Promise<Sshd> => {
    const sshd = await startSshd(options);
    running.push(sshd);
    return sshd;
  };
  afterAll(async () => {
    for (const sshd of running) await sshd.stop();
  });
  const key = newKeyPair('me');
  let sshd: Sshd;
  let folder: string;
  beforeAll(async () => {
    sshd = await sshdWith({ authorizedKeys: [key.publicKey] });
    folder = sshProject();
  });
  /** How often somebody logged in. */
  const logins = (one: Sshd) => readFileSync(one.log, 'utf8').split('Accepted publickey').length - 1;

  it('that is ready has no problem, and is left as it was', async () => {
    const looked = await look(folder, [], settingsFor(sshd, key));
    expect(states(looked, 'pod')).toMatchObject({
      ...{ settings: 'ok', key: 'ok', 'host key': 'ok', port: 'ok', host: 'ok', login: 'ok' },
      ...{ programs: 'ok', workspace: 'ok', CPUs: 'ok' },
    });
    expect(looked.code).toBe(0);
    expect(looked.of('pod', 'key').says).toBe(fingerprint(key.publicKey));
    expect(looked.of('pod', 'host key').says).toBe(fingerprint(sshd.hostPublicKey));
    expect(looked.of('pod', 'disk').says).toMatch(/^[\d.]+ [GM]B are free$/);
    expect(looked.of('pod', 'CPUs').says).toMatch(/^[1-9]\d* may be used$/);
    expect(filesIn(sshd.home)).toEqual([]);
  });

  it('offline, its settings and keys are read, and it is not asked', async () => {
    const one = await sshdWith({ authorizedKeys: [key.publicKey] });
    const before = readFileSync(one.log, 'utf8');
    const looked = await look(folder, ['--offline'], settingsFor(one, key));
    expect(states(looked, 'pod')).toEqual({
      ...{ settings: 'ok', key: 'ok', 'host key': 'ok' },
      ...{ port: 'not-checked', host: 'not-checked', login: 'not-checked' },
    });
    expect(looked.code).toBe(0);
    expect(readFileSync(one.log, 'utf8')).toBe(before);
  });

  it('whose key is not set shows it and the line to set, without a login; the line then works', async () => {
    const before = logins(sshd);
    const { POD_HOST_KEY: _, ...unset } = settingsFor(sshd, key);
    const first = await look(folder, [], unset);
    const check = first.of('pod', 'host');
    expect([first.code, check.state, first.of('pod', 'login').state]).toEqual([1, 'problem', 'not-checked']);
    expect(check.says).toContain(fingerprint(sshd.hostPublicKey));
    expect(check.advice).toMatch(/Only if .* POD_HOST_KEY/);
    expect(first.text).toContain(`\n${check.line}\n`);
    expect(logins(sshd)).toBe(before);
    const second = await look(folder, [], { ...unset, POD_HOST_KEY: check.line ?? '' });
    expect([second.code, second.of('pod', 'login').state]).toEqual([0, 'ok']);
  });

  it('that has another key than the pinned one is told with both, and nobody logs in', async () => {
    const before = logins(sshd);
    const other = newKeyPair().publicKey;
    const looked = await look(folder, [], settingsFor(sshd, key, { POD_HOST_KEY: other }));
    const check = looked.of('pod', 'host');
    expect(check.says).toContain(`ANOTHER key than the pinned one: ${fingerprint(sshd.hostPublicKey)}`);
    expect(looked.of('pod', 'host key').says).toBe(fingerprint(other));
    expect([looked.code, check.line]).toEqual([1, sshd.hostPublicKey]);
    expect(looked.of('pod', 'login').state).toBe('not-checked');
    expect(logins(sshd)).toBe(before);
  });

  it('is known by its pinned key also where our own key is missing', async () => {
    const { POD_SSH_KEY: _, ...unset } = settingsFor(sshd, key);
    const looked = await look(folder, [], unset);
    expect(looked.of('pod', 'host')).toMatchObject({ state: 'ok', says: 'it shows the pinned key' });
    expect(looked.of('pod', 'key')).toMatchObject({ state: 'problem' });
  });

  it('with an RSA key alone cannot be pinned', async () => {
    const rsa = join(temporaryFolder(), 'rsa');
    expect(spawnSync('ssh-keygen', ['-q', '-t', 'rsa', '-b', '2048', '-N', '', '-f', rsa]).status).toBe(0);
    const [privateKey, publicKey] = [readFileSync(rsa, 'utf8'), readFileSync(`${rsa}.pub`, 'utf8')];
    const one = await sshdWith({ hostKey: { privateKey, publicKey }, authorizedKeys: [key.publicKey] });
    expect(await readHostKey({ host: '127.0.0.1', port: one.port }, 10_000)).toEqual({ is: 'other-kinds' });
    const looked = await look(folder, [], settingsFor(one, key, { POD_HOST_KEY: sshd.hostPublicKey }));
    expect(looked.of('pod', 'host')).toMatchObject({
      says: expect.stringContaining('no ed25519 host key'),
      advice: expect.stringContaining('ssh-keygen -A'),
    });
  });

  it('that does not know our key gets the line which lets us in, which is its public half', async () => {
    const stranger = newKeyPair();
    const one = await sshdWith();
    const before = await look(folder, [], settingsFor(one, stranger));
    const check = before.of('pod', 'login');
    expect([before.code, check.state, check.line]).toEqual([1, 'problem', stranger.publicKey]);
    one.authorize(check.line ?? '');
    expect((await look(folder, [], settingsFor(one, stranger))).code).toBe(0);
  });

  it('where nobody listens is a problem of the port alone', async () => {
    const port = String(await freePort());
    const looked = await look(folder, [], settingsFor(sshd, key, { POD_PORT: port }));
    expect(states(looked, 'pod')).toMatchObject({
      port: 'problem',
      host: 'not-checked',
      login: 'not-checked',
    });
    expect(looked.of('pod', 'port').says).toContain('it refuses connections');
  });

  it('that takes connections and never answers is given up', async () => {
    const one = await sshdWith({ authorizedKeys: [key.publicKey] });
    one.pause();
    const target: RemoteTarget = {
      kind: 'ssh',
      host: { value: '127.0.0.1' },
      port: { value: String(one.port) },
      user: { value: one.user },
      key: { variable: 'KEY' },
      hostKey: { value: one.hostPublicKey },
      slots: 1,
      workspace: '~/workspace',
      environment: {},
    };
    const sections = await examine({
      folder,
      environment: { PATH: process.env.PATH, KEY: key.privateKey },
      project: [],
      targets: new Map([['pod', target]]),
      ...{ source: 'git-tree', offline: false, patienceMilliseconds: 300 },
    });
    expect(checkIn(sections, 'pod', 'port').state).toBe('ok');
    expect(checkIn(sections, 'pod', 'host').state).toBe('problem');
    expect(await readHostKey({ host: '127.0.0.1', port: one.port }, 300)).toMatchObject({ is: 'none' });
  });

  it('a port that is no port, and a host key that is none, are told without asking', async () => {
    const looked = await look(
      folder,
      [],
      settingsFor(sshd, key, { POD_PORT: '99999', POD_HOST_KEY: 'ssh-rsa AAAA' }),
    );
    expect(looked.of('pod', 'settings').says).toContain('no number from 1 to 65535');
    expect(looked.of('pod', 'host key').says).toContain('ssh-rsa');
    expect(looked.of('pod', 'port').state).toBe('not-checked');
  });

  it('private keys: with a passphrase, public, damaged, not there, readable by others', async () => {
    const at = temporaryFolder();
    const locked = join(at, 'locked');
    spawnSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', 'secret-words', '-f', locked]);
    const open = join(at, 'open');
    writeFileSync(open, key.privateKey, { mode: 0o600 });
    const says = async (value: string) => {
      const looked = await look(folder, ['--offline'], settingsFor(sshd, key, { POD_SSH_KEY: value }));
      const { state, says: said } = looked.of('pod', 'key');
      return `${state}: ${said}`;
    };
    expect(await says(locked)).toMatch(/^problem: .*has a passphrase/);
    expect(await says(`${locked}.pub`)).toMatch(/^problem: .*public key/);
    expect(await says(key.privateKey.slice(0, 200))).toMatch(/^problem: .*private key/);
    expect(await says(join(at, 'nowhere'))).toMatch(/^problem: .*ENOENT/);
    expect(await says(open)).toBe(`ok: ${fingerprint(key.publicKey)}`);
    chmodSync(open, 0o644);
    expect(await says(open)).toMatch(/^warning: .*others on this machine may read/);
  });

  it('lacks a program, prints text at login, or has a file in the place of the workspace', async () => {
    const bin = join(temporaryFolder(), 'bin');
    mkdirSync(bin);
    for (const name of [
      'sh',
      'bash',
      'tar',
      'find',
      'sha256sum',
      'stat',
      'dd',
      'mktemp',
      'df',
      'sed',
      'nproc',
      'cat',
    ]) {
      const found = (process.env.PATH ?? '')
        .split(delimiter)
        .find((one) => readdirOrNone(one).includes(name));
      symlinkSync(join(found ?? '/usr/bin', name), join(bin, name));
    }
    const one = await sshdWith({
      authorizedKeys: [key.publicKey],
      forceCommand: `echo 'Welcome!'; PATH=${bin}; eval "$SSH_ORIGINAL_COMMAND"`,
    });
    writeFileSync(join(one.home, 'workspace'), 'a file');
    const looked = await look(folder, [], settingsFor(one, key));
    expect(looked.of('pod', 'programs').says).toBe('these are missing: setsid');
    expect(looked.of('pod', 'shell').says).toContain('"Welcome!"');
    expect(looked.of('pod', 'workspace').says).toContain('workspace is no folder');
    expect(looked.of('pod', 'GPU')).toMatchObject({
      state: 'ok',
      says: expect.stringContaining('no `nvidia-smi`'),
    });
    expect(looked.code).toBe(1);
  });

  it('tells its GPU, or that the GPU does not work; runs no commands at all', async () => {
    const bin = temporaryFolder();
    const smi = (script: string) =>
      writeFileSync(join(bin, 'nvidia-smi'), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const one = await sshdWith({
      authorizedKeys: [key.publicKey],
      forceCommand: `PATH=${bin}:$PATH; eval "$SSH_ORIGINAL_COMMAND"`,
    });
    smi('echo "NVIDIA A40, 570.1"; echo "NVIDIA A40, 570.1"');
    const works = await look(folder, [], settingsFor(one, key));
    expect(works.of('pod', 'GPU')).toMatchObject({ state: 'ok', says: '2 × NVIDIA A40, driver 570.1' });
    smi('echo "Unable to determine the device handle"; exit 15');
    const broken = await look(folder, [], settingsFor(one, key));
    expect(broken.of('pod', 'GPU')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('Unable to determine the device handle'),
    });
    const mute = await sshdWith({ authorizedKeys: [key.publicKey], forceCommand: 'echo no shell here' });
    const refused = await look(folder, [], settingsFor(mute, key));
    expect(refused.of('pod', 'commands')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('no shell here'),
    });
  });
});

function readdirOrNone(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

describe.skipIf(!hasSshd)('RunPod', () => {
  let rig: RigRunpod;
  afterEach(async () => {
    expect(rig.violations).toEqual([]);
    expect(rig.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    await rig.stop();
  });

  const target = (more = '') => `
targets:
  gpu:
    kind: runpod
    image: runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404
    gpu: [RTX 4090, A40]
    max-price: 0.8
${more}
commands: { train: { run: "true", target: gpu } }
`;
  const begin = async (yaml = target(), options: Parameters<typeof startRunpod>[0] = {}) => {
    rig = await startRunpod(options);
    return projectWith({ 'ml-workflow.yml': yaml });
  };
  const keys = (more: Environment = {}): Environment => ({
    RUNPOD_API_URL: rig.url,
    RUNPOD_API_KEY: rig.key,
    ...more,
  });
  const pod = (owner: string, expires: number) => {
    const name = newPodName(owner, '20261121-101500-sweep-3f9a', Date.now() / 1000);
    const env = { MLW_OWNER: owner, MLW_NAME: name, MLW_RUN: 'sweep-3f9a', MLW_EXPIRES: String(expires) };
    return { name, env };
  };

  it('an account that is ready has no problem; what cannot be known is said', async () => {
    const folder = await begin(`budget: 25usd${target()}`);
    const looked = await look(folder, [], keys());
    expect(states(looked, 'RunPod account')).toEqual({
      ...{ key: 'ok', access: 'ok', rights: 'ok', 'right to create': 'not-checked' },
      ...{ pods: 'ok', 'rate limit': 'ok', balance: 'not-checked' },
    });
    expect(looked.of('RunPod account', 'right to create').says).toContain('costs money');
    expect(states(looked, 'gpu')).toEqual({ image: 'ok', offers: 'ok', spending: 'ok' });
    expect(looked.of('gpu', 'offers').details?.[0]).toMatch(/^1\. RTX 4090, secure.*: \$0\.\d\d\/h, stock /);
    expect(looked.of('gpu', 'spending').says).toContain('$3.20/h together; none lives longer than 6 h');
    expect(looked.of('gpu', 'spending').says).toContain('a run may spend $25.00');
    expect(looked.of('RunPod account', 'rate limit').says).toMatch(
      /\d+ of 1000 this minute, \d+ of 20000 this hour/,
    );
    expect(looked.of('this machine', 'clock').state).toBe('ok');
    expect(looked.code).toBe(0);
  });

  it('offline, nobody is asked', async () => {
    const folder = await begin();
    const looked = await look(folder, ['--offline'], keys());
    expect([looked.code, rig.requests.length]).toEqual([0, 0]);
    expect(looked.of('gpu', 'offers').state).toBe('not-checked');
    expect(looked.of('gpu', 'image').state).toBe('ok');
  });

  it('a key that is not set, or that RunPod does not know', async () => {
    const folder = await begin();
    const unset = await look(folder, [], { RUNPOD_API_URL: rig.url });
    expect([unset.code, rig.requests.length]).toEqual([1, 0]);
    expect(unset.of('RunPod account', 'key').advice).toContain('Restricted');
    rig.inject({ failure: 'key-revoked' });
    const revoked = await look(folder, [], keys());
    expect(revoked.code).toBe(1);
    expect(revoked.of('RunPod account', 'access')).toMatchObject({
      says: expect.stringContaining('does not accept the API key'),
      advice: expect.stringContaining('console.runpod.io'),
    });
    expect(revoked.of('gpu', 'offers').state).toBe('not-checked');
    const odd = await look(folder, [], keys({ RUNPOD_API_KEY: 'rpa_ABCDEFGHIJKLMNOP\u00a0QRSTUVWXYZ' }));
    expect(odd.of('RunPod account', 'key').state).toBe('problem');
  });

  it("a pod's own key is told from an account's", async () => {
    const folder = await begin();
    const [seeded] = rig.seed({ name: 'somebody' });
    const looked = await look(folder, [], keys({ RUNPOD_API_KEY: seeded?.fields.key ?? '' }));
    expect(looked.of('RunPod account', 'access')).toMatchObject({
      state: 'problem',
      advice: expect.stringContaining('key of a pod'),
    });
    const inside = await look(folder, [], {
      ...keys({ RUNPOD_API_KEY: seeded?.fields.key ?? '' }),
      RUNPOD_POD_ID: seeded?.id ?? '',
    });
    expect(inside.of('RunPod account', 'access').advice).toContain('this is a pod');
  });

  it('a key that only reads passes, and is warned of', async () => {
    const folder = await begin();
    const looked = await look(folder, [], keys({ RUNPOD_API_KEY: rig.readOnlyKey() }));
    expect(looked.of('RunPod account', 'right to create').advice).toContain('Read Only');
    expect(looked.code).toBe(0);
  });

  it('a key without the right to the catalogue', async () => {
    const folder = await begin();
    rig.inject({ failure: 'refused', status: 403, on: 'catalog', detail: 'no catalogue' }, 100);
    const looked = await look(folder, [], keys());
    expect(states(looked, 'RunPod account')).toMatchObject({ access: 'ok', rights: 'problem', pods: 'ok' });
    expect(looked.of('gpu', 'offers').state).toBe('problem');
    expect(looked.code).toBe(1);
  });

  it('pods of this owner that are alive: those that nobody ends are a warning, those of others are not named', async () => {
    const folder = await begin();
    const now = Math.floor(Date.now() / 1000);
    const [goesOn, over, foreign] = [
      pod('local:me', now + 600),
      pod('local:me', now - 3600),
      pod('local:you', now),
    ];
    rig.seed(goesOn);
    rig.seed(foreign);
    const first = await look(folder, [], keys());
    expect(first.of('RunPod account', 'pods')).toMatchObject({
      state: 'ok',
      says: '1 pod of local:me alive, $0.74/h together; 1 of others, never touched',
      advice: expect.stringContaining('ml-workflow reap --all'),
    });
    rig.seed(over);
    const second = await look(folder, [], keys());
    const check = second.of('RunPod account', 'pods');
    expect([second.code, check.state]).toEqual([0, 'warning']);
    expect(check.advice).toContain('`ml-workflow reap`');
    expect(check.says).toContain('1 of them ended by nobody any more');
    expect(check.details?.[0]).toContain(over.name);
    expect(second.text).not.toContain(foreign.name);
    expect(rig.pods).toHaveLength(3);
  });

  it('an owner that cannot be one is a problem, and the rest is looked at', async () => {
    const folder = await begin();
    const looked = await look(folder, [], { ...keys(), ML_WORKFLOW_OWNER: 'me and you' });
    expect(states(looked, 'RunPod account')).toMatchObject({ access: 'ok', pods: 'problem', rights: 'ok' });
  });

  it('a rate limit that is nearly used up is a warning; one that is used up does not hold it for long', async () => {
    const folder = await begin(target(), { quota: { minute: 100 } });
    const headers = { authorization: `Bearer ${rig.key}`, 'user-agent': 'test' };
    for (let sent = 0; sent < 91; sent++) await (await fetch(`${rig.url}/pods`, { headers })).text();
    const low = await look(folder, [], keys());
    expect(low.of('RunPod account', 'rate limit')).toMatchObject({
      state: 'warning',
      says: expect.stringMatching(/ \d of 100 this minute, \d+ of 20000 this hour$/),
    });
    expect(low.code).toBe(0);
    rig.inject({ failure: 'rate-limited', seconds: 600 });
    const empty = await look(folder, [], keys());
    expect(empty.of('RunPod account', 'access')).toMatchObject({
      state: 'problem',
      says: expect.stringContaining('rate limit'),
      advice: expect.stringContaining('wait'),
    });
    expect(empty.of('RunPod account', 'rate limit').state).toBe('warning');
  });

  it('clocks that differ', async () => {
    const folder = await begin();
    const { targets } = await parsedTargets(folder);
    const clock = async (seconds: number) => {
      const sections = await examine({
        ...{ folder, targets, project: [], source: 'git-tree', offline: false },
        environment: { PATH: process.env.PATH, ML_WORKFLOW_OWNER: 'local:me', ...keys() },
        now: () => Date.now() + seconds * 1000,
      });
      const { state, says } = checkIn(sections, 'this machine', 'clock');
      return `${state}: ${says}`;
    };
    expect(await clock(120)).toMatch(/^warning: it is 1[12]\d s ahead of RunPod's$/);
    expect(await clock(-1000)).toMatch(/^problem: it is \d+ s behind RunPod's$/);
  });

  it('what may be rented: nothing, only what is sold out, or less than was meant', async () => {
    const dear = await begin(target().replace('max-price: 0.8', 'max-price: 0.01'));
    const nothing = await look(dear, [], keys());
    expect([nothing.code, nothing.of('gpu', 'offers').state]).toEqual([1, 'problem']);
    expect(nothing.of('gpu', 'offers').details?.join('\n')).toContain('`max-price` is $0.01');
    const typo = projectWith({ 'ml-workflow.yml': target().replace('RTX 4090', 'RTX 4900') });
    expect((await look(typo, [], keys())).of('gpu', 'offers')).toMatchObject({
      state: 'warning',
      details: expect.arrayContaining([expect.stringContaining('did you mean `RTX 4090`?')]),
    });
    const poor = projectWith({ 'ml-workflow.yml': `budget: 0.05usd${target()}` });
    expect((await look(poor, [], keys())).of('gpu', 'spending')).toMatchObject({
      state: 'warning',
      advice: expect.stringContaining('15 min to be ready, which would cost $0.20'),
    });
    const folder = projectWith({ 'ml-workflow.yml': target() });
    for (const gpu of rig.gpus) for (const id of Object.keys(gpu.stock)) gpu.stock[id] = 'NONE';
    const soldOut = await look(folder, [], keys());
    expect([soldOut.code, soldOut.of('gpu', 'offers').state]).toEqual([0, 'warning']);
    const wild = await look(projectWith({ 'ml-workflow.yml': target('    pods: 200') }), [], keys());
    expect(wild.of('gpu', 'spending')).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('$160.00/h together'),
    });
  });

  it('a network volume that is there, and one that is not', async () => {
    const folder = await begin(target('    volume: { id: agv6w2qcg7 }'));
    expect((await look(folder, [], keys())).of('gpu', 'volume')).toMatchObject({
      state: 'ok',
      says: expect.stringContaining('EU-RO-1'),
    });
    const other = projectWith({ 'ml-workflow.yml': target('    volume: { id: nothing }') });
    const missing = await look(other, [], keys());
    expect([missing.code, missing.of('gpu', 'volume').state]).toEqual([1, 'problem']);
  });

  it.each([
    ['pytorch/pytorch', /another one tomorrow/],
    ['pytorch/pytorch:latest', /another one tomorrow/],
    ['ghcr.io:443/me/it:2.1', /does not tell which CUDA/],
    ['pytorch/pytorch:2.6.0-cuda12.4-cudnn9-runtime', /Docker Hub without an account/],
  ])('the image %s is warned of', async (image, warned) => {
    const folder = await begin(target().replace(/image: .*/, `image: ${image}`));
    const looked = await look(folder, ['--offline'], keys());
    const images = looked.sections.flatMap(({ checks }) => checks.filter(({ name }) => name === 'image'));
    expect(images.map(({ state }) => state)).not.toContain('ok');
    expect(images.map(({ says }) => says).join('\n')).toMatch(warned);
  });

  it('an API that cannot be reached is a problem with the address in it', async () => {
    const folder = await begin();
    const port = await freePort();
    const looked = await look(
      folder,
      ['--target', 'gpu'],
      keys({ RUNPOD_API_URL: `http://127.0.0.1:${port}/v2` }),
    );
    expect(looked.of('RunPod account', 'access')).toMatchObject({
      state: 'problem',
      advice: expect.stringContaining('RUNPOD_API_URL'),
    });
    expect(looked.of('this machine', 'clock').state).toBe('not-checked');
  });

  it('one account is asked once for several targets, and its answer never shows the key', async () => {
    const two = `${target().replace('commands:', '  second:\n    kind: runpod\n    image: runpod/base:1.0\n    cpu: { id: cpu3c, vcpus: 2 }\n    max-price: 1\ncommands:')}`;
    const folder = await begin(two);
    rig.inject({ failure: 'refused', status: 400, on: 'catalog', detail: `key ${rig.key} is odd` }, 100);
    const looked = await look(folder, ['--target', 'second'], keys());
    expect(looked.of('second', 'offers').says).not.toContain(rig.key);
    rig.heal();
    const before = rig.requests.length;
    const both = await look(folder, [], keys());
    expect(both.sections.filter(({ title }) => title.startsWith('RunPod account'))).toHaveLength(1);
    // Asked for the text and for the JSON.
    expect(rig.requests.slice(before).filter(({ path }) => path.startsWith('/v2/pods'))).toHaveLength(2);
  });

  it('what a host prints is shown without secrets and without escapes', async () => {
    const mine = newKeyPair();
    const yaml = target(
      '  pod: { kind: ssh, host: { env: H }, port: { env: P }, user: { env: U }, key: { env: K }, host-key: { env: X } }',
    );
    const folder = await begin(yaml);
    const sshd = await startSshd({
      authorizedKeys: [mine.publicKey],
      forceCommand: `printf '\\033[31mred ${rig.key}\\n'; eval "$SSH_ORIGINAL_COMMAND"`,
    });
    try {
      const settings = { H: '127.0.0.1', P: String(sshd.port), U: sshd.user, K: mine.privateKey };
      const looked = await look(folder, [], { ...keys(settings), X: sshd.hostPublicKey });
      expect(looked.of('pod', 'shell').says).toContain('"red ***"');
    } finally {
      await sshd.stop();
    }
  });

  it('the command line: what it prints, in colour where asked, and its exit code', async () => {
    const folder = await begin();
    const printed: string[] = [];
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
    try {
      for (const [name, value] of Object.entries(keys())) vi.stubEnv(name, value);
      vi.stubEnv('FORCE_COLOR', '1');
      expect(await main(['doctor', '--project', folder])).toBe(0);
      expect(printed.join('')).toContain('\u001b[32m✓');
      vi.stubEnv('RUNPOD_API_KEY', '');
      expect(await main(['doctor', '--project', folder, '--format', 'json'])).toBe(1);
      expect(JSON.parse(printed.at(-1) ?? '')).toMatchObject({ schema_version: 1, problems: 1 });
      expect(await main(['help', 'doctor'])).toBe(0);
      expect(printed.at(-1)).toContain('--offline');
    } finally {
      write.mockRestore();
      vi.unstubAllEnvs();
    }
  });
});

async function parsedTargets(folder: string) {
  const { load } = await import('../src/project/load.ts');
  const { sourceOf } = await import('../src/language/source.ts');
  const wanted = { is: 'chain', source: sourceOf('<chain>', '/continue') } as const;
  return { targets: load(folder, folder, wanted).project.remote?.targets ?? new Map<string, RemoteTarget>() };
}
