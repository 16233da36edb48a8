/** Jobs on a host: what reaches them, and how they end. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/ssh/connection.ts';
import type { Host } from '../../src/ssh/host.ts';
import { jobState, startJob, stopJob } from '../../src/ssh/job.ts';
import { connectionTo, hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';
import { followed, isAlive, job, newDirectory, pidIn, ran, until } from './job-rig.ts';

/** Scripts that name the job's directory: other jobs, and other files of tests, share that memory. */
function leftInMemory(directory: string): string[] {
  return readdirSync('/dev/shm')
    .filter((name) => name.startsWith('job.'))
    .filter((name) => {
      try {
        return readFileSync(`/dev/shm/${name}`, 'utf8').includes(directory);
      } catch {
        return false;
      }
    });
}

describe.skipIf(!hasSshd)('a job', () => {
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
  const directory = () => newDirectory(sshd.home);
  const run = (script: string, more: Parameters<typeof job>[2] = {}) =>
    ran(host, job(directory(), script, more));

  it.each([
    ['exit 0', { is: 'exit', code: 0 }],
    ['exit 3', { is: 'exit', code: 3 }],
    ['no-such-command-here', { is: 'exit', code: 127 }],
    ['exec sh -c "exit 5"', { is: 'exit', code: 5 }],
    ['exit 255', { is: 'exit', code: 255 }],
    ['kill -9 $$', { is: 'signal', signal: 'SIGKILL' }],
    ['kill -INT $$', { is: 'signal', signal: 'SIGINT' }],
    ['exec python3 -c "import os; os.abort()"', { is: 'signal', signal: 'SIGABRT' }],
    // As a shell counts it: a program that the script waited for was killed.
    ['sh -c "kill -9 \\$\\$"', { is: 'signal', signal: 'SIGKILL' }],
  ])('ends as %s says', async (script, end) => {
    expect((await run(script)).end).toEqual(end);
  });

  it('says why it could not begin', async () => {
    const { end, log } = await run('true', { cwd: '~/not there' });
    expect(end).toEqual({ is: 'exit', code: 126 });
    expect(log).toContain(`${sshd.home}/not there is not a folder that can be entered`);
    expect((await run('true', { environment: { PATH: '/nowhere' } })).end).toEqual({ is: 'exit', code: 127 });
  });

  it('runs where it is told, with no signal blocked or ignored, in a session of its own', async () => {
    mkdirSync(`${sshd.home}/in here`);
    const { log } = await run(
      'pwd; umask; grep -E "SigIgn|SigBlk" /proc/self/status; ps -o sid= -p $$; echo $$',
      {
        cwd: '~/in here',
      },
    );
    const [pwd, umask, blocked, ignored, session, pid] = log.split('\n').map((line) => line.trim());
    expect(pwd).toBe(`${sshd.home}/in here`);
    expect(umask).toBe('0022');
    expect([blocked, ignored].map((line) => line?.split('\t')[1])).toEqual(['0'.repeat(16), '0'.repeat(16)]);
    expect(session).toBe(pid);
  });

  it('gets its arguments, environment and secrets byte for byte', async () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.string({
          unit: fc.constantFrom(...'\'"\\$`!*?~#;&|<>(){}[] \t\r\n-=%\x01\x1b\x7f\x81\u0088ä€😀'),
          maxLength: 40,
        }),
      )
      .map((value) => value.replace(/\0|[\ud800-\udfff]/gu, ''));
    const given = fc.record({
      argument: fc.array(text, { maxLength: 5 }),
      variable: text,
      odd: text,
      secret: text,
      input: text,
    });
    await fc.assert(
      fc.asyncProperty(given, async ({ argument, variable, odd, secret, input }) => {
        const { end, log } = await run('exec python3 -c "$SHOW" "$@"', {
          name: "it's $0",
          arguments: argument,
          environment: {
            d: variable,
            code: variable,
            input: variable,
            'ML_PARAM_LEARNING-RATE': odd,
            SHOW: `import os, sys
e = os.environb
for one in [*map(os.fsencode, sys.argv[1:]), e[b'd'], e[b'code'], e[b'input'], e[b'ML_PARAM_LEARNING-RATE'], e[b'TOKEN'], sys.stdin.buffer.read()]:
  print(one.hex())`,
          },
          secrets: { TOKEN: secret },
          input,
        });
        expect(end).toEqual({ is: 'exit', code: 0 });
        const shown = log

          .slice(0, -1)
          .split('\n')
          .map((line) => Buffer.from(line, 'hex').toString());
        expect(shown).toEqual([...argument, variable, variable, variable, odd, secret, input]);
      }),
      { numRuns: 12 },
    );
  });

  it('reads a binary standard input, or none', async () => {
    const input = Buffer.from(Array.from({ length: 70_000 }, (_, n) => (n * 7) % 256));
    const at = directory();
    await startJob(host, job(at, 'cat > "$ML_RUN_DIR/copy"', { input }));
    expect((await followed(host, at)).end).toEqual({ is: 'exit', code: 0 });
    expect(readFileSync(`${at}/copy`).equals(input)).toBe(true);
    expect((await run('wc -c')).log.trim()).toBe('0');
  });

  it('shows its secrets to nobody but itself', async () => {
    const secret = 'correct horse battery staple';
    const at = directory();
    await startJob(
      host,
      job(at, `until [ -e "$ML_RUN_DIR/go" ]; do sleep 0.02; done; : ${at}; echo \${#TOKEN}`, {
        secrets: { TOKEN: secret },
      }),
    );
    const commands = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => {
        try {
          return [readFileSync(`/proc/${pid}/cmdline`, 'utf8')];
        } catch {
          return [];
        }
      });
    expect(commands.filter((line) => line.includes(secret))).toEqual([]);
    const { stdout } = await host.exec(`grep -rlF '${secret}' '${sshd.home}' /dev/shm; touch '${at}/go'`);
    expect(stdout.toString()).toBe('');
    const { log } = await followed(host, at);
    expect(log.toString()).toBe(`${secret.length}\n`);
    expect(statSync(at).mode & 0o777).toBe(0o700);
    // Of the user alone while it was there: the place of secrets is made under this mask.
    for (const name of ['log', 'exit', 'mark', 'supervisor'])
      expect(statSync(`${at}/${name}`).mode & 0o777).toBe(0o600);
    expect(readdirSync(at).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(leftInMemory(at)).toEqual([]);
  });

  it('refuses what a shell cannot say', async () => {
    await expect(startJob(host, job(directory(), 'true', { arguments: ['a\0b'] }))).rejects.toThrow('NUL');
    await expect(startJob(host, job(directory(), 'true', { environment: { 'A=B': '' } }))).rejects.toThrow(
      'A=B',
    );
    await expect(startJob(host, job(directory(), 'true', { secrets: { 'A-B': '' } }))).rejects.toThrow('A-B');
    await expect(startJob(host, job(directory(), 'true', { secrets: { UID: '5' } }))).rejects.toThrow('UID');
  });

  it('is told how many processors it has, unless its environment says', async () => {
    const show =
      'echo $ML_CPU_COUNT $OMP_NUM_THREADS $MKL_NUM_THREADS $OPENBLAS_NUM_THREADS $NUMEXPR_NUM_THREADS';
    const [count, ...threads] = (await run(show)).log.trim().split(' ').map(Number);
    expect(count).toBeGreaterThanOrEqual(1);
    expect(threads).toEqual([count, count, count, count]);
    const { log } = await run(show, { environment: { OMP_NUM_THREADS: '77' } });
    expect(log.trim()).toBe(`${count} 77 ${count} ${count} ${count}`);
  });

  it('keeps both outputs in the log in the order of writing', async () => {
    const script = 'for n in 1 2 3 4 5; do echo out $n; echo err $n >&2; done';
    const both = [1, 2, 3, 4, 5].map((n) => `out ${n}\nerr ${n}\n`).join('');
    expect((await run(script)).log).toBe(both);
    const at = directory();
    const { end, log } = await ran(host, job(at, `${script}; exit 4`, { keepsStdout: true }));
    expect(end).toEqual({ is: 'exit', code: 4 });
    expect(log.split('\n').sort()).toEqual(both.split('\n').sort());
    expect(readFileSync(`${at}/stdout`, 'utf8')).toBe([1, 2, 3, 4, 5].map((n) => `out ${n}\n`).join(''));
  });

  it.each([
    [false, 'trap "" TERM; '],
    [true, ''],
  ])(
    'ends what the command leaves behind, in its group and out of it (stdout kept: %s)',
    async (keepsStdout, deaf) => {
      const script = `sleep 1000 & echo $!; setsid sleep 1000 & echo $!; (${deaf}exec sleep 1000) & echo $!`;
      const { end, log } = await ran(host, job(directory(), script, { keepsStdout }));
      expect(end).toEqual({ is: 'exit', code: 0 });
      const pids = log.trim().split('\n').map(Number);
      expect(pids).toHaveLength(3);
      expect(pids.filter(isAlive)).toEqual([]);
    },
  );

  it('ends although something that cannot be found holds its output', async () => {
    const at = directory();
    const { end, log } = await ran(
      host,
      job(at, 'env -i setsid sleep 1000 & sleep 0.1; pgrep -f "^sleep 1000$" -n', { keepsStdout: true }),
    );
    expect(end).toEqual({ is: 'exit', code: 0 });
    process.kill(Number(log.trim()), 'SIGKILL');
  });

  it('is started once, however often and by however many', async () => {
    const at = directory();
    const request = job(at, `echo run >> "$ML_RUN_DIR/runs"; : ${at}; exit 9`, {
      input: 'x',
      secrets: { A: 'b' },
    });
    const other = connectionTo(sshd);
    await Promise.all([host, other, host, other, host].map((one) => startJob(one, request)));
    other.close();
    expect((await followed(host, at)).end).toEqual({ is: 'exit', code: 9 });
    await startJob(host, request);
    expect((await followed(host, at)).end).toEqual({ is: 'exit', code: 9 });
    expect(readFileSync(`${at}/runs`, 'utf8')).toBe('run\n');
    expect(readdirSync(at).filter((name) => name.startsWith('.'))).toEqual([]);
    expect(leftInMemory(at)).toEqual([]);
  });

  it.each([
    ['perl', ['perl']],
    ['python3', ['python3']],
    ['setsid', ['setsid']],
  ])('is a session of its own by %s alone', async (_, means) => {
    const plain = hostWith(means);
    const at = directory();
    const { end, log } = await ran(
      plain,
      job(at, 'ps -o sid= -p $$; echo $$; sleep 1000 & exit 4', { cwd: '/' }),
    );
    expect(end).toEqual({ is: 'exit', code: 4 });
    const [session, pid] = log.trim().split('\n').map(Number);
    expect(session).toBe(pid);
    await startJob(plain, job(`${at}b`, 'sleep 1000'));
    expect(await stopJob(plain, `${at}b`, { graceSeconds: 5 })).toEqual({ gone: true });
  });

  it('says what a host lacks', async () => {
    await expect(startJob(hostWith([]), job(directory(), 'true'))).rejects.toThrow(
      'the host has none of setsid (package util-linux), perl and python3',
    );
  });

  /** The same host with few programs; its setsid, if it has one, knows no options. */
  function hostWith(programs: readonly string[]): Host {
    const bin = `${directory()} bin`;
    mkdirSync(bin, { recursive: true });
    const tools =
      'sh bash cat chmod dd env find getconf grep kill mkdir mkfifo mktemp mv ps rm sleep tail tee touch tr wc';
    for (const name of [...tools.split(' '), ...programs]) {
      // A shim would need more than this folder.
      const find =
        name === 'python3' ? 'python3 -c "import sys; print(sys.executable)"' : `command -v ${name}`;
      const real = execFileSync('sh', ['-c', find]).toString().trim();
      if (name === 'setsid')
        writeFileSync(`${bin}/setsid`, `#!/bin/sh\n[ "$1" != -f ] && exec ${real} "$@"\n`, { mode: 0o755 });
      else if (real.startsWith('/'))
        writeFileSync(`${bin}/${name}`, `#!/bin/sh\nexec ${real} "$@"\n`, { mode: 0o755 });
    }
    const narrowed = (command: string) => `export PATH='${bin}'; ${command}`;
    return {
      name: host.name,
      exec: (command, options) => host.exec(narrowed(command), options),
      open: (command, options) => host.open(narrowed(command), options),
    };
  }

  it('runs beside another one', async () => {
    const [one, other] = await Promise.all([run('sleep 0.2; echo one; exit 1'), run('echo other; exit 2')]);
    expect([one.end, other.end]).toEqual([
      { is: 'exit', code: 1 },
      { is: 'exit', code: 2 },
    ]);
    expect([one.log, other.log]).toEqual(['one\n', 'other\n']);
  });

  it('says how it stands', async () => {
    const at = directory();
    expect(await jobState(host, at)).toBe('absent');
    await startJob(host, job(at, 'until [ -e "$ML_RUN_DIR/go" ]; do sleep 0.02; done'));
    expect(await jobState(host, at)).toBe('running');
    await host.exec(`touch '${at}/go'`);
    await followed(host, at);
    expect(await jobState(host, at)).toBe('ended');
    expect(await jobState(host, `~/jobs/${at.split('/').at(-1)}`)).toBe('ended');
  });

  it('has vanished when its supervisor and its processes were killed', async () => {
    const at = directory();
    await startJob(host, job(at, 'echo begun; sleep 1000'));
    await until(() => readFileSync(`${at}/log`, 'utf8') === 'begun\n');
    const following = followed(host, at);
    process.kill(pidIn(`${at}/supervisor`), 'SIGKILL');
    // As long as the command runs, its log is worth following.
    expect(await jobState(host, at)).toBe('running');
    process.kill(-pidIn(`${at}/group`), 'SIGKILL');
    const { end, log } = await following;
    expect(end.is).toBe('vanished');
    expect(log.toString()).toBe('begun\n');
    expect(await jobState(host, at)).toBe('vanished');
  });

  it('has vanished when its directory has', async () => {
    const { end } = await followed(host, directory());
    expect(end).toMatchObject({ is: 'vanished', message: expect.stringContaining('no job in') });
  });

  it('is not believed to run because its number was given to another process', async () => {
    const at = directory();
    await startJob(host, job(at, 'exit 0'));
    await followed(host, at);
    // What a container that was started anew finds: files of a job that did not end, pids of others.
    const [, start = '', boot = ''] = readFileSync(`${at}/supervisor`, 'utf8').trim().split(' ');
    const mine = `${process.pid} ${start} ${boot}`;
    await host.exec(`cd '${at}' && rm exit && echo '${mine}' > supervisor && echo '${mine}' > group`);
    expect(await jobState(host, at)).toBe('vanished');
    expect(await stopJob(host, at, { graceSeconds: 0 })).toEqual({ gone: true });
    expect(isAlive(process.pid)).toBe(true);
  });
});
