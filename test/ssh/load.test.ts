/** Load, GPUs and processors of a host: the real scripts on trees and tools that stand for hosts of other kinds. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/ssh/connection.ts';
import { cpuCountFunctions } from '../../src/ssh/cpu-count.ts';
import type { Host } from '../../src/ssh/host.ts';
import { checkGpu, loadIn, loadScript, sampleLoad } from '../../src/ssh/load.ts';
import { connectionTo, hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-'));
afterAll(() => rmSync(folder, { recursive: true }));
let made = 0;

/** A root with these files, and `bin/`, which comes first on the path. */
function tree(files: Readonly<Record<string, string>>): string {
  made += 1;
  const root = join(folder, String(made));
  for (const [name, text] of Object.entries(files)) {
    const file = join(root, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { mode: 0o755 });
  }
  return root;
}

function ran(script: string, root: string): string {
  const PATH = `${root}/bin:${process.env.PATH}`;
  return execFileSync('sh', ['-c', script], {
    env: { ...process.env, PATH, OMP_NUM_THREADS: '3' },
  }).toString();
}

const nproc = (count: number) => ({ 'bin/nproc': `#!/bin/sh\n[ -z "$OMP_NUM_THREADS" ] && echo ${count}\n` });

describe('the number of processors', () => {
  it.each<[string, Record<string, string>, number]>([
    ['no cgroup', {}, 64],
    ['version 2, no limit', { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': 'max 100000\n' }, 64],
    ['version 2', { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': '800000 100000\n' }, 8],
    ['a part of one', { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': '750000 100000\n' }, 8],
    ['less than one', { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': '10000 100000\n' }, 1],
    [
      'more than there are',
      { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': '9900000 100000\n' },
      64,
    ],
    [
      'the smallest on the way up',
      {
        'proc/self/cgroup': '0::/pods/one/train\n',
        'sys/fs/cgroup/pods/one/train/cpu.max': 'max 100000\n',
        'sys/fs/cgroup/pods/one/cpu.max': '270000 100000\n',
        'sys/fs/cgroup/pods/cpu.max': '1600000 100000\n',
      },
      3,
    ],
    [
      'the path of the machine, seen from inside',
      { 'proc/self/cgroup': '0::/docker/0123\n', 'sys/fs/cgroup/cpu.max': '400000 100000\n' },
      4,
    ],
    [
      'version 1',
      {
        'proc/self/cgroup': '5:memory:/a\n4:cpu,cpuacct:/a/b\n1:name=systemd:/\n0::/\n',
        'sys/fs/cgroup/cpu,cpuacct/a/b/cpu.cfs_quota_us': '-1\n',
        'sys/fs/cgroup/cpu,cpuacct/a/b/cpu.cfs_period_us': '100000\n',
        'sys/fs/cgroup/cpu,cpuacct/a/cpu.cfs_quota_us': '1250000\n',
        'sys/fs/cgroup/cpu,cpuacct/a/cpu.cfs_period_us': '100000\n',
      },
      13,
    ],
    ['what is no number', { 'proc/self/cgroup': '0::/\n', 'sys/fs/cgroup/cpu.max': '$(reboot) x\n' }, 64],
  ])('%s', (_, files, count) => {
    const root = tree({ ...nproc(64), ...files });
    expect(ran(`${cpuCountFunctions(root)}\ncpu_count`, root)).toBe(`${count}\n`);
  });

  it('is one where nothing tells', () => {
    const nothing = '#!/bin/sh\nexit 1\n';
    const root = tree({ 'bin/nproc': nothing, 'bin/getconf': nothing });
    expect(ran(`${cpuCountFunctions(root)}\ncpu_count`, root)).toBe('1\n');
  });
});

describe('the load', () => {
  const machine = { 'proc/meminfo': 'MemTotal: 1000 kB\nMemFree: 100 kB\nMemAvailable: 250 kB\n' };
  const smi = (text: string) => ({ 'bin/nvidia-smi': `#!/bin/sh\ncat <<'END'\n${text}\nEND\n` });
  const none = { 'bin/nvidia-smi': '#!/bin/sh\necho "NVIDIA-SMI has failed"\nexit 9\n' };

  it.each<[string, Record<string, string>, ReturnType<typeof loadIn>]>([
    ['memory of the machine', { ...none, ...machine }, { memory: 0.75 }],
    ['nothing', none, {}],
    [
      'several GPUs',
      { ...smi('50, 10, 40\n100, 30, 40'), ...machine },
      { gpu: 0.75, gpuMemory: 0.75, memory: 0.75 },
    ],
    ['a GPU that does not tell all', smi('[N/A], 10, 40'), { gpuMemory: 0.25 }],
    [
      'version 2, without page cache',
      {
        ...none,
        ...machine,
        'proc/self/cgroup': '0::/a\n',
        'sys/fs/cgroup/a/memory.current': '900\n',
        'sys/fs/cgroup/a/memory.max': '1000\n',
        'sys/fs/cgroup/a/memory.stat': 'anon 500\nfile 400\ninactive_file 300\nactive_file 100\nshmem 0\n',
      },
      { memory: 0.5 },
    ],
    [
      'version 1, limited above',
      {
        ...none,
        ...machine,
        'proc/self/cgroup': '4:memory:/a\n',
        'sys/fs/cgroup/memory/a/memory.usage_in_bytes': '10\n',
        'sys/fs/cgroup/memory/a/memory.limit_in_bytes': '9223372036854771712\n',
        'sys/fs/cgroup/memory/memory.usage_in_bytes': '700\n',
        'sys/fs/cgroup/memory/memory.limit_in_bytes': '1000\n',
        'sys/fs/cgroup/memory/memory.stat': 'inactive_file 1\ntotal_inactive_file 60\ntotal_active_file 40\n',
      },
      { memory: 0.6 },
    ],
    [
      'version 2 without a limit',
      {
        ...none,
        ...machine,
        'proc/self/cgroup': '0::/\n',
        'sys/fs/cgroup/memory.current': '900\n',
        'sys/fs/cgroup/memory.max': 'max\n',
      },
      { memory: 0.75 },
    ],
  ])('%s', (_, files, load) => {
    const root = tree(files);
    const found = loadIn(ran(loadScript(root), root));
    expect(Object.keys(found)).toEqual(Object.keys(load));
    for (const [name, value] of Object.entries(load))
      expect(found[name as keyof typeof load]).toBeCloseTo(value, 9);
  });
});

describe.skipIf(!hasSshd)('a host', () => {
  let sshd: Sshd;
  let host: Connection;
  beforeAll(async () => {
    sshd = await startSshd();
    host = connectionTo(sshd);
  });
  afterAll(async () => {
    host?.close();
    await sshd?.stop();
  });

  function hostWith(script: string | undefined): Host {
    const bin = join(
      tree(script === undefined ? { 'bin/x': '' } : { 'bin/nvidia-smi': `#!/bin/sh\n${script}\n` }),
      'bin',
    );
    const before = (command: string) => `echo Welcome; PATH='${bin}':$PATH; export PATH; ${command}`;
    return {
      name: host.name,
      exec: (command, options) => host.exec(before(command), options),
      open: (command, options) => host.open(before(command), options),
    };
  }

  it('tells its load', async () => {
    const load = await sampleLoad(hostWith('echo "20, 1, 4"'));
    expect(load).toMatchObject({ gpu: 0.2, gpuMemory: 0.25 });
    expect(load?.memory).toBeGreaterThan(0);
  });

  it('has GPUs when nvidia-smi lists them', async () => {
    expect(await checkGpu(hostWith('echo "NVIDIA L4, 550.54"; echo "NVIDIA L4, 550.54"'))).toEqual({
      ok: true,
      name: 'NVIDIA L4',
      count: 2,
      driver: '550.54',
    });
  });

  it.each([
    ['echo "No devices were found"', 'No devices were found'],
    ['echo "Failed to initialize NVML: Driver/library version mismatch"; exit 18', 'version mismatch'],
    ['exit 9', 'exit code 9'],
    ['kill -9 $$', 'did not answer within 20 s'],
  ])('has none when nvidia-smi does `%s`', async (script, why) => {
    const gpu = await checkGpu(hostWith(script));
    expect(gpu).toEqual({ ok: false, message: expect.stringContaining(why) });
  });

  it('has none without nvidia-smi', async () => {
    expect(await checkGpu(hostWith(undefined))).toEqual({
      ok: false,
      message: `no working GPU on ${host.name}: nvidia-smi is not there`,
    });
  });
});
