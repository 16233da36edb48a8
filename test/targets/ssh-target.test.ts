/** A host over SSH through whole runs: what it gets, what breaks, what is left. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newKeyPair } from '../../src/ssh/keys.ts';
import { linesOf, projectWith, runFolder } from '../drivers/rig.ts';
import { type Relay, startRelay } from '../rig/relay.ts';
import { freePort, hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';
import { planIn } from './remote-rig.ts';
import { isAlive, numberIn, processesWith, until } from './rig.ts';
import {
  boxProject,
  resumeBox,
  runBox,
  runImpatiently,
  type SshRun,
  startDriver,
  variablesOf,
} from './ssh-rig.ts';

const metrics = { accuracy: { unit: 'fraction', better: 'higher' } };
/** Says its pid, waits for the host to have a file `go`, then measures. */
const training = {
  run: [
    'echo $$ > ~/pid; echo "$ML_ATTEMPT" >> ~/starts',
    'i=0; while [ ! -e ~/go ]; do i=$((i+1)); echo "line $i"; sleep 0.05; done',
    'echo done $i',
    `echo '{"accuracy": 0.9}' > "$ML_RUN_DIR/metrics.json"`,
  ].join('\n'),
  target: 'box',
  metrics: [{ json: '$ML_RUN_DIR/metrics.json', fields: ['accuracy'] }],
};

describe.skipIf(!hasSshd)('a host over SSH', () => {
  let host: Sshd;
  let variables: Record<string, string>;
  const relays: Relay[] = [];
  beforeEach(async () => {
    host = await startSshd();
    variables = variablesOf(host);
  });
  afterEach(async () => {
    for (const relay of relays.splice(0)) await relay.stop();
    await host.stop();
  });

  const relayed = async () => {
    const relay = await startRelay({ port: host.port });
    relays.push(relay);
    return { relay, environment: { ...variables, BOX_PORT: String(relay.port) } };
  };
  const there = (...path: string[]) => join(host.home, ...path);
  const onHost = (folder = '') =>
    (readdirSync(there(folder), { recursive: true, encoding: 'utf8' }) as string[]).sort();
  const project = (more: object, box: object = {}, files: Record<string, string> = {}) =>
    projectWith({ 'ml-workflow.yml': boxProject(more, box), ...files });
  const failure = (run: SshRun) =>
    run.events.flatMap((event) => (event.type === 'unit-failed' ? [event] : []))[0];
  const logsOf = (run: SshRun) => {
    const units = join(run.folder.path, 'units');
    return readdirSync(units).map((name) => readFileSync(join(units, name, 'ml.log'), 'utf8'));
  };
  const committed = (folder: string) => {
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, stdio: 'ignore' });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'all');
  };

  it('gets the commit without what is excluded, and is told of what is not in it', async () => {
    const folder = project(
      {
        sync: { exclude: ['notes', 'x.log'] },
        commands: { a: { run: 'find . -type f | sort', target: 'box' } },
      },
      {},
      {
        'src/a.py': 'a',
        'notes/n': 'n',
        'x.log': 'x',
        'src/notes/keep': 'k',
        '.gitignore': '.ml-workflow\ndata\n',
        'data/d': 'd',
      },
    );
    committed(folder);
    writeFileSync(join(folder, 'src/new.py'), 'new');
    const run = await runBox(folder, '/a', { environment: variables });
    expect(run.printed.filter((line) => !line.includes('.ml-workflow'))).toEqual([
      './.gitignore',
      './ml-workflow.yml',
      './src/a.py',
      './src/notes/keep',
    ]);
    expect(run.said.join()).toContain('changes that no commit has stay on this machine');
  });

  it('gets the working tree when that is asked for, and only what is included', async () => {
    const folder = project(
      {
        sync: { source: 'working-tree', include: ['src'] },
        commands: { a: { run: 'ls src; test ! -e other', target: 'box' } },
      },
      {},
      { 'src/a.py': 'a', other: 'o', '.gitignore': '.ml-workflow\n' },
    );
    committed(folder);
    writeFileSync(join(folder, 'src/new.py'), 'new');
    const run = await runBox(folder, '/a', { environment: variables });
    expect(run.printed).toEqual(['a.py', 'new.py']);
    expect(run.said).toEqual([]);
  });

  it('is set up once, and again when the text of its setup has changed', async () => {
    const text = (setup: string) =>
      boxProject({ commands: { a: { run: 'cat prepared', target: 'box' } } }, { setup, slots: 2 });
    const folder = projectWith({ 'ml-workflow.yml': text('echo one >> prepared') });
    const run = () => runBox(folder, 'parallel[/a | /a]', { environment: variables });
    const first = await run();
    expect(first.conclusion.decision).toBe('passed');
    await run();
    expect(linesOf(there('project/prepared'))).toEqual(['one']);
    writeFileSync(join(folder, 'ml-workflow.yml'), text('echo two >> prepared'));
    await run();
    writeFileSync(join(folder, 'ml-workflow.yml'), text('echo one >> prepared'));
    const last = await run();
    expect(linesOf(there('project/prepared'))).toEqual(['one', 'two', 'one']);
    expect(last.printed.filter((line) => line === 'two')).toHaveLength(2);
  });

  it('whose setup fails runs nothing, says why, and is set up by the next run', async () => {
    const folder = project(
      { commands: { a: { run: 'echo ran', target: 'box' } } },
      { setup: 'echo working; [ -e ~/fixed ] || { echo "no compiler" >&2; exit 4; }' },
    );
    const run = await runBox(folder, '/a', { environment: variables });
    expect(failure(run)).toMatchObject({ class: 'provision' });
    expect(failure(run)?.message).toMatch(/^`setup:` failed on \S+: exit code 4: no compiler$/);
    expect(failure(run)?.tail).toEqual(['working', 'no compiler']);
    expect(run.said.join('\n')).toContain('setup: working');
    writeFileSync(there('fixed'), '');
    const next = await runBox(folder, '/a', { environment: variables });
    expect(next.printed).toEqual(['ran']);
  });

  it('ends its setup when the run is cancelled', async () => {
    const folder = project(
      { commands: { a: { run: 'echo ran', target: 'box' } } },
      { setup: 'echo $$ > ~/pid; sleep 60' },
    );
    const first = new AbortController();
    const running = runBox(folder, '/a', { environment: variables, first: first.signal });
    await until('it is being set up', () => isAlive(numberIn(there('pid'))));
    first.abort('SIGINT');
    expect((await running).conclusion.decision).toBe('cancelled');
    expect(isAlive(numberIn(there('pid')))).toBe(false);
  });

  it('is not connected to for what this machine does not have', async () => {
    const folder = project({
      sync: { up: ['big.bin'] },
      commands: { a: { run: 'echo ran', target: 'box' } },
    });
    const run = await runBox(folder, '/a', { environment: { ...variables, BOX_PORT: '1' } });
    expect(failure(run)).toMatchObject({
      class: 'usage',
      message: expect.stringContaining('`sync.up` names `big.bin`, which is'),
    });
  });

  it('takes one run at a time in a workspace, and one whose driver is gone only for a while', async () => {
    const folder = project({ commands: { a: { run: 'ls .ml-workflow/lock', target: 'box' } } });
    mkdirSync(there('project/.ml-workflow/lock'), { recursive: true });
    const holder = there('project/.ml-workflow/lock/run');
    writeFileSync(holder, 'other-1\n');
    const refused = await runBox(folder, '/a', { environment: variables });
    expect(failure(refused)).toMatchObject({
      class: 'usage',
      message: expect.stringContaining('is in use, held by other-1; wait until'),
    });
    expect(readFileSync(holder, 'utf8')).toBe('other-1\n');
    const old = Date.now() / 1000 - 600;
    utimesSync(holder, old, old);
    utimesSync(there('project/.ml-workflow/lock'), old, old);
    const next = await runBox(folder, '/a', { environment: variables });
    expect(next.printed).toEqual(['run']);
    expect(existsSync(there('project/.ml-workflow/lock'))).toBe(false);
  });

  it('must have what is required', async () => {
    const folder = project({
      require: ['data/x', { path: 'data/y', sha256: 'a'.repeat(64) }],
      commands: { a: { run: 'echo ran', target: 'box' } },
    });
    const missing = await runBox(folder, '/a', { environment: variables });
    expect(failure(missing)).toMatchObject({ class: 'usage' });
    expect(failure(missing)?.message).toContain('`data/x`, `data/y`, which are not in');
    mkdirSync(there('project/data'), { recursive: true });
    writeFileSync(there('project/data/x'), '');
    writeFileSync(there('project/data/y'), 'other');
    const other = await runBox(folder, '/a', { environment: variables });
    expect(failure(other)?.message).toMatch(
      /`data\/y` is not the file that `require:` names: its sha256 is [0-9a-f]{64}$/,
    );
  });

  it('has data that this machine does not have, and tells when neither has it', async () => {
    const folder = project({
      commands: {
        a: { run: 'cat data/big', target: 'box', inputs: ['data/big'] },
        b: { run: 'true', target: 'box', inputs: ['data/none', 'data/nothing'] },
      },
    });
    mkdirSync(there('project/data'), { recursive: true });
    writeFileSync(there('project/data/big'), 'big\n');
    const run = await runBox(folder, '/a → /b', { environment: variables });
    expect(run.printed).toContain('big');
    expect(failure(run)).toMatchObject({ class: 'usage' });
    expect(failure(run)?.message).toMatch(
      /inputs are neither here nor on .*: `data\/none`, `data\/nothing`$/,
    );
  });

  it('runs as many units at once as it has slots', async () => {
    const folder = project(
      {
        axes: { x: { flag: '--x' } },
        commands: {
          a: {
            run: 'mkdir ~/on-$2; ls ~ | grep -c "^on-" >> ~/counts; sleep 0.8; rmdir ~/on-$2; : "$@"',
            target: 'box',
            axes: ['x'],
          },
        },
      },
      { slots: 2 },
    );
    const run = await runBox(folder, 'parallel[/a:x-1 | /a:x-2 | /a:x-3 | /a:x-4]', {
      environment: variables,
    });
    expect(run.conclusion.decision).toBe('passed');
    const counts = linesOf(there('counts')).map(Number);
    expect(counts).toHaveLength(4);
    expect(Math.max(...counts)).toBe(2);
  });

  it('can be asked whether it is ready, and runs a command of this machine', async () => {
    const folder = project({ commands: { a: { run: 'pwd -P' } } });
    const run = await runBox(folder, '/runpod-setup → /ssh:a → /a', { environment: variables });
    expect(run.printed[0]).toMatch(/ is ready: Linux \S+, \d+ CPUs, /);
    expect(run.printed.slice(1)).toEqual([there('project'), folder]);
  });

  it('has its own variables, and none of this machine', async () => {
    const folder = project(
      { commands: { a: { run: 'echo "$MODE|$BOX_KEY|$HOME|$SECRET_SAUCE"', target: 'box' } } },
      { env: { MODE: 'fast' } },
    );
    const run = await runBox(folder, '/a', { environment: { ...variables, SECRET_SAUCE: 'not declared' } });
    expect(run.printed).toEqual([`fast||${host.home}|`]);
  });

  it('says how busy it was', async () => {
    const folder = project({ commands: { a: { run: 'sleep 5', target: 'box' } } });
    const run = await runBox(folder, '/a', { environment: variables });
    expect(run.loads).toHaveLength(1);
    const succeeded = run.events.find(({ type }) => type === 'unit-succeeded');
    expect(succeeded).toMatchObject({ usage: { memory: expect.any(Number) } });
  });

  it('never shows a secret, in a list of processes or in a file, while it is in use and afterwards', async () => {
    const secret = 'hush-0123456789-hush';
    const folder = project({
      commands: {
        a: {
          run: [
            'echo "$API_TOKEN"; sh -c "echo token=\\$API_TOKEN" >> "$ML_OUTPUT"',
            'ps -eo args > ~/processes; cp -r ~/project/.ml-workflow ~/copied; ls -a /dev/shm > ~/shm',
            'rm -f ~/copied/units/*/*/log',
          ].join('\n'),
          target: 'box',
          env: ['API_TOKEN'],
        },
      },
    });
    const run = await runBox(folder, '/a', { environment: { ...variables, API_TOKEN: secret } });
    expect(run.printed).toEqual(['***']);
    const holding = (root: string) =>
      (readdirSync(root, { recursive: true, withFileTypes: true }) as import('node:fs').Dirent[])
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((file) => readFileSync(file, 'latin1').includes(secret));
    // What the command itself has written.
    expect(holding(host.home).map((file) => file.split('/').at(-1))).toEqual(['ml.output']);
    expect(holding(join(folder, '.ml-workflow'))).toEqual([]);
    expect(holding(folder)).toEqual([]);
    expect(readFileSync(there('processes'), 'utf8')).toContain('ps -eo args');
    const succeeded = run.events.find(({ type }) => type === 'unit-succeeded');
    expect(succeeded).toMatchObject({ values: { token: '***' } });
    const key = (variables.BOX_KEY ?? '').split('\n')[1] ?? 'no key';
    for (const text of [JSON.stringify(run.events), ...run.said]) expect(text).not.toContain(key);
  });

  it('has nothing of a run that is over but its tree, and a second run finds that unchanged', async () => {
    const folder = project(
      { commands: { a: { run: 'echo x > made', target: 'box' }, b: { run: 'exit 1', target: 'box' } } },
      {},
      { 'src/a.py': 'a' },
    );
    await runBox(folder, '/a → /b', { environment: variables });
    const left = onHost('project').filter((path) => !path.startsWith('.ml-workflow/manifests/'));
    expect(left).toEqual([
      '.ml-workflow',
      '.ml-workflow/manifests',
      '.ml-workflow/units',
      'made',
      'ml-workflow.yml',
      'src',
      'src/a.py',
    ]);
    const { relay, environment } = await relayed();
    await runBox(folder, '/a', { environment });
    // Not enough for the tree, and for little else than the handshake and a few scripts.
    expect(relay.taken).toBe(1);
    expect(onHost().filter((path) => !path.startsWith('project'))).toEqual([]);
  });

  it('gets no second copy of what it has made while the run goes on', async () => {
    const folder = project({
      commands: {
        a: {
          run: 'echo x > "$ML_RUN_DIR/f"; ls .ml-workflow/units/* 2>/dev/null || ls ../../*',
          target: 'box',
        },
      },
    });
    const run = await runBox(folder, '/a → /a → /a', { environment: variables });
    expect(run.printed.map((line) => line.replace(/^\d\.|-.*$/g, '')).length).toBe(3);
  });

  it('may have startup files that print, and another login shell', async () => {
    await host.stop();
    host = await startSshd({
      forceCommand: `printf 'welcome> '; echo "last login: never" >&2; cd "$HOME"; bash -c "$SSH_ORIGINAL_COMMAND"`,
    });
    variables = variablesOf(host);
    const folder = project(
      {
        ...{ metrics, require: ['in.txt'] },
        commands: {
          a: {
            ...{
              run: 'cat in.txt | tee out.txt; head -c 40000000 /dev/zero > "$ML_RUN_DIR/large"; echo \'{"accuracy": 1}\' > m.json',
              target: 'box',
            },
            ...{
              inputs: ['in.txt'],
              outputs: ['out.txt'],
              metrics: [{ json: 'm.json', fields: ['accuracy'] }],
            },
          },
          b: { run: 'cat' },
        },
      },
      { setup: 'echo set up' },
      { 'in.txt': 'words\n' },
    );
    const run = await runBox(folder, '/runpod-setup → /a | /b', { environment: variables });
    expect(failure(run)).toBeUndefined();
    expect(run.conclusion.decision).toBe('passed');
    // Its metric is what the next one reads.
    expect(run.printed.slice(1)).toEqual(['words', '1']);
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toBe('words\n');
  });

  it('keeps nothing of old runs that nobody has gone on with', async () => {
    const folder = project({ commands: { a: { run: 'true', target: 'box' } } });
    const old = there('project/.ml-workflow/units/old');
    const alive = there('project/.ml-workflow/units/alive');
    for (const path of [old, alive]) mkdirSync(join(path, '1-a'), { recursive: true });
    writeFileSync(join(alive, '1-a/heartbeat'), '');
    const long = new Date(Date.now() - 30 * 24 * 3600 * 1000);
    for (const path of [old, alive]) utimesSync(path, long, long);
    await runBox(folder, '/a', { environment: variables });
    expect(readdirSync(there('project/.ml-workflow/units'))).toEqual(['alive']);
  });

  it('on which a command vanishes with its supervisor is class heartbeat', async () => {
    const folder = project({ commands: { a: { run: 'echo $$ > ~/pid; sleep 300', target: 'box' } } });
    const running = runBox(folder, '/a', { environment: variables });
    await until('it runs', () => isAlive(numberIn(there('pid'))));
    const [unit] = readdirSync(there('project/.ml-workflow/units'));
    const job = there('project/.ml-workflow/units', unit ?? '', '1-a');
    const supervisor = Number(readFileSync(join(job, 'supervisor'), 'utf8').split(' ')[0]);
    process.kill(supervisor, 'SIGKILL');
    process.kill(-numberIn(there('pid')), 'SIGKILL');
    expect(failure(await running)).toMatchObject({ class: 'heartbeat' });
  });

  it('that nobody answers for is connection-lost, and the reason is told at once', async () => {
    const folder = project({ commands: { a: { run: 'true', target: 'box' } } });
    const environment = { ...variables, BOX_PORT: String(await freePort()) };
    const run = await runImpatiently(folder, '/a', environment);
    expect(failure(run)).toMatchObject({ class: 'connection-lost' });
    expect(failure(run)?.message).toMatch(
      /^no connection to \S+ came about within 1.5 s: .* refuses connections; is sshd running there\?$/,
    );
    expect(run.said).toHaveLength(1);
    expect(run.said[0]).toMatch(/ refuses connections; is sshd running there\?; connecting again$/);
  });

  describe('whose connection breaks', () => {
    it('is connected to again, and its log goes on byte for byte', async () => {
      const folder = project({ metrics, commands: { train: training } });
      const { relay, environment } = await relayed();
      const running = runBox(folder, '/train', { environment });
      for (const cut of [1, 2, 3]) {
        await until('it has printed more', () => linesIn(folder).length > 8 * cut);
        relay.cut();
      }
      await until('it is connected again', () => relay.taken > 3);
      await host.restart();
      writeFileSync(there('go'), '');
      const run = await running;
      expect(run.conclusion.decision).toBe('passed');
      expect(linesOf(there('starts'))).toEqual(['1']);
      const [log = ''] = logsOf(run);
      const lines = log.split('\n').slice(0, -1);
      const count = lines.length - 1;
      expect(lines).toEqual([...Array.from({ length: count }, (_, at) => `line ${at + 1}`), `done ${count}`]);
      expect(run.printed.join('\n')).toContain('(connection lost');
    });

    const linesIn = (folder: string) => {
      const runs = join(folder, '.ml-workflow', 'runs');
      const [run] = existsSync(runs) ? readdirSync(runs) : [];
      return run === undefined ? [] : linesOf(join(runs, run, 'units', '1-train', 'ml.log'));
    };

    it('for longer than one may wait is class connection-lost, which may be caught', async () => {
      const folder = project({ metrics, commands: { train: training, note: { run: 'echo noted' } } });
      const { relay, environment } = await relayed();
      const running = runImpatiently(folder, '/try:/train → /catch:connection-lost → /note', environment);
      await until('it runs', () => existsSync(there('pid')));
      relay.blackhole();
      const run = await running;
      expect(run.conclusion.decision).toBe('handled');
      expect(failure(run)).toMatchObject({ class: 'connection-lost' });
      expect(failure(run)?.message).toMatch(
        /no connection to .* came about within 1.5 s.*; what began there may still run$/,
      );
      expect(run.printed).toContain('noted');
    });

    it('is tried again by retry, and what ran there is ended first', async () => {
      const folder = project({ metrics, commands: { train: training } });
      const { relay, environment } = await relayed();
      const running = runImpatiently(folder, 'retry:2 → /train', environment);
      await until('it runs', () => existsSync(there('pid')));
      const before = numberIn(there('pid'));
      relay.blackhole();
      await until('it is given up', () =>
        readFileSync(join(runFolder(folder), 'journal.jsonl'), 'utf8').includes('unit-failed'),
      );
      relay.heal();
      await until('it began again', () => linesOf(there('starts')).length === 2);
      expect(isAlive(before)).toBe(false);
      writeFileSync(there('go'), '');
      expect((await running).conclusion.decision).toBe('passed');
      expect(linesOf(there('starts'))).toEqual(['1', '2']);
    });

    it('while somebody asks twice for the end is not waited for', async () => {
      const folder = project({ metrics, commands: { train: training } });
      const { relay, environment } = await relayed();
      const [first, second] = [new AbortController(), new AbortController()];
      const running = runBox(folder, '/train', { environment, first: first.signal, second: second.signal });
      await until('it runs', () => linesIn(folder).length > 2);
      relay.blackhole();
      first.abort('SIGINT');
      second.abort('SIGINT');
      const run = await running;
      expect(run.conclusion.decision).toBe('cancelled');
      expect(run.printed.at(-1)).toMatch(/^\(it may still run on .*, in .*1-train\)$/);
    });
  });

  describe('that is not what it should be', () => {
    const folderOf = () => project({ commands: { a: { run: 'echo ran', target: 'box' } } });

    it('shows another key: nothing is sent', async () => {
      const environment = { ...variables, BOX_HOST_KEY: newKeyPair().publicKey };
      const run = await runBox(folderOf(), '/a', { environment });
      expect(failure(run)).toMatchObject({ class: 'auth' });
      expect(failure(run)?.message).toMatch(/key/);
      expect(onHost()).toEqual([]);
    });

    it('does not take the key', async () => {
      const environment = { ...variables, BOX_KEY: newKeyPair().privateKey };
      const run = await runBox(folderOf(), '/a', { environment });
      expect(failure(run)).toMatchObject({ class: 'auth' });
      expect(onHost()).toEqual([]);
    });

    it.each(['BOX_HOST', 'BOX_PORT', 'BOX_USER', 'BOX_KEY', 'BOX_HOST_KEY'])(
      'is not known for want of %s: nothing is written',
      async (name) => {
        const folder = folderOf();
        const { [name]: _, ...environment } = variables;
        await expect(runBox(folder, '/a', { environment })).rejects.toThrow(`${name} is not set`);
        expect(existsSync(join(folder, '.ml-workflow'))).toBe(false);
      },
    );

    it('has a workspace that is no folder', async () => {
      writeFileSync(there('project'), 'a file');
      const run = await runBox(folderOf(), '/a', { environment: variables });
      expect(failure(run)).toMatchObject({ class: 'usage' });
      expect(failure(run)?.message).toMatch(/: the workspace ~\/project cannot be used: .*File exists/);
    });
  });

  describe('when the run is cancelled', () => {
    it('ends the whole group at once', async () => {
      const folder = project({
        commands: { a: { run: 'echo $$ > ~/pid; sleep 300 & setsid sleep 301 & wait', target: 'box' } },
      });
      const first = new AbortController();
      const running = runBox(folder, '/a', { environment: variables, first: first.signal });
      await until('it runs', () => isAlive(numberIn(there('pid'))));
      first.abort('SIGINT');
      const run = await running;
      expect(run.conclusion.decision).toBe('cancelled');
      expect(processesWith(`ML_RUN_DIR=${host.home}`)).toEqual([]);
    });

    it('gives no grace when it is asked twice', async () => {
      const folder = project({
        commands: {
          a: { run: `trap '' TERM INT; echo $$ > ~/pid; while :; do sleep 0.1; done`, target: 'box' },
        },
      });
      const [first, second] = [new AbortController(), new AbortController()];
      const running = runBox(folder, '/a', {
        environment: variables,
        first: first.signal,
        second: second.signal,
      });
      await until('it runs', () => isAlive(numberIn(there('pid'))));
      first.abort('SIGINT');
      second.abort('SIGINT');
      expect((await running).conclusion.decision).toBe('cancelled');
      expect(isAlive(numberIn(there('pid')))).toBe(false);
    });

    it('leaves nothing of a command with a timeout', async () => {
      const folder = project({
        commands: {
          a: { run: `trap '' TERM; echo $$ > ~/pid; sleep 300 & wait; wait`, timeout: '2s', target: 'box' },
        },
      });
      const run = await runBox(folder, '/a', { environment: variables });
      expect(failure(run)).toMatchObject({ class: 'timeout', message: 'timed out after 2 s' });
      expect(processesWith(`ML_RUN_DIR=${host.home}`)).toEqual([]);
    });
  });

  describe('whose driver is killed', () => {
    const begun = async () => {
      const folder = project(
        { metrics, commands: { train: { ...training, inputs: ['in.txt'] } } },
        {},
        { 'in.txt': 'in', '.gitignore': '.ml-workflow\nplan.json\n' },
      );
      committed(folder);
      writeFileSync(join(folder, 'plan.json'), JSON.stringify(planIn(folder, { chain: '/train' })));
      return folder;
    };
    const killOne = async (folder: string, mark: string) => {
      const child = await startDriver(folder, variables);
      let out = '';
      child.stdout?.on('data', (chunk) => {
        out += chunk;
      });
      await until(`it prints ${mark}`, () => out.includes(mark));
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await ended;
    };

    it('goes on with its training, however often, and starts it once', async () => {
      const folder = await begun();
      await killOne(folder, 'line 3');
      const pid = numberIn(there('pid'));
      await killOne(folder, 'line 5');
      await killOne(folder, 'line 7');
      expect(isAlive(pid)).toBe(true);
      writeFileSync(join(folder, 'in.txt'), 'changed meanwhile');
      const running = resumeBox(folder, { environment: variables });
      writeFileSync(there('go'), '');
      const run = await running;
      expect(run.conclusion.decision).toBe('passed');
      expect(linesOf(there('starts'))).toEqual(['1']);
      const succeeded = run.events.find(({ type }) => type === 'unit-succeeded');
      expect(succeeded).toMatchObject({
        ...{ attempt: 4, metrics: { accuracy: 0.9 } },
        // As it was when the training began.
        inputs: { 'in.txt': createHash('sha256').update('in').digest('hex') },
      });
      const log = linesOf(join(run.folder.path, 'units', '1-train.4', 'ml.log'));
      expect(log.slice(0, 3)).toEqual(['line 1', 'line 2', 'line 3']);
      expect(log.at(-1)).toMatch(/^done \d+$/);
      expect(readdirSync(there('project/.ml-workflow/units'))).toEqual([]);
      expect(readFileSync(there('project/in.txt'), 'utf8')).toBe('in');
    });

    it('takes the result of a training that has ended meanwhile', async () => {
      const folder = await begun();
      await killOne(folder, 'line 3');
      writeFileSync(there('go'), '');
      await until('it has ended', () => !isAlive(numberIn(there('pid'))));
      const run = await resumeBox(folder, { environment: variables });
      expect(run.conclusion.decision).toBe('passed');
      expect(linesOf(there('starts'))).toEqual(['1']);
    });

    it('starts it anew when the host has forgotten it', async () => {
      const folder = await begun();
      await killOne(folder, 'line 3');
      process.kill(-numberIn(there('pid')), 'SIGKILL');
      await until('it is gone', () => !isAlive(numberIn(there('pid'))));
      execFileSync('rm', ['-rf', there('project/.ml-workflow/units')]);
      writeFileSync(there('go'), '');
      const run = await resumeBox(folder, { environment: variables });
      expect(run.conclusion.decision).toBe('passed');
      expect(linesOf(there('starts'))).toEqual(['1', '2']);
    });
  });

  describe('that gives more than it should', () => {
    const run = async (script: string, more: object = {}) => {
      const folder = project({ metrics, commands: { a: { run: script, target: 'box', ...more } } });
      const done = await runBox(folder, '/a', { environment: variables });
      const unit = join(done.folder.path, 'units', '1-a');
      return { folder, done, unit, log: linesOf(join(unit, 'ml.log')) };
    };

    it('links, devices and names of ours stay there, and the log says so', async () => {
      const { done, unit, log } = await run(`
cd "$ML_RUN_DIR"
echo real > file; ln -s file good; ln -s /etc/passwd absolute; ln -s ../log up; mkfifo pipe
mkdir sub; ln -s ../../../../x sub/out; echo evil > ml.log; echo evil > stdout; echo evil > ml.input
mkdir workspace; echo evil > workspace/x; mkdir .git; echo evil > .git/config; echo odd > "new
line"; printf x > '-rf'; printf x > '*'
`);
      expect(done.conclusion.decision).toBe('passed');
      expect(readFileSync(join(unit, 'good'), 'utf8')).toBe('real\n');
      expect(readFileSync(join(unit, 'new\nline'), 'utf8')).toBe('odd\n');
      for (const name of ['-rf', '*']) expect(readFileSync(join(unit, name), 'utf8')).toBe('x');
      for (const name of ['absolute', 'up', 'pipe', 'sub/out', 'stdout', 'ml.input', '.git', 'workspace/x'])
        expect(existsSync(join(unit, name)), name).toBe(false);
      expect(log.join('\n')).not.toContain('evil');
      for (const name of ['absolute', 'up', 'pipe', 'sub/out', 'ml.log', 'stdout', 'workspace'])
        expect(
          log.some((line) => line.startsWith('(not brought back: ') && line.includes(`\`${name}\``)),
          name,
        ).toBe(true);
    });

    it('a large file comes whole', async () => {
      const { done, unit } = await run('head -c 100000000 /dev/zero > "$ML_RUN_DIR/model.bin"');
      expect(done.conclusion.decision).toBe('passed');
      expect(readFileSync(join(unit, 'model.bin')).length).toBe(100_000_000);
    });

    it('metrics that are a link to a file of this machine are not read', async () => {
      const { done } = await run('ln -s /proc/self/environ "$ML_RUN_DIR/metrics.json"', {
        metrics: [{ json: '$ML_RUN_DIR/metrics.json', fields: ['accuracy'] }],
      });
      expect(failure(done)).toMatchObject({ class: 'no-metrics' });
    });

    it('an $ML_OUTPUT that is no file is no output', async () => {
      const { done } = await run('mkfifo "$ML_OUTPUT"', { sets: ['x'] });
      expect(failure(done)).toMatchObject({ class: 'no-metrics' });
    });

    it('lines of 10 MB are cut', async () => {
      const { done, log } = await run(`head -c 10000000 /dev/zero | tr '\\0' z; echo; echo end`);
      expect(done.conclusion.decision).toBe('passed');
      expect(log.join('').length).toBe(10_000_003);
      expect(Math.max(...log.map((line) => line.length))).toBeLessThan(1_000_000);
    });
  });

  it('writes rows of results that name it', async () => {
    const folder = project({ metrics, commands: { train: training } });
    writeFileSync(there('go'), '');
    await runBox(folder, '/train', { environment: variables });
    const [row] = linesOf(join(folder, 'experiment_results.jsonl')).map((line) => JSON.parse(line));
    expect(row).toMatchObject({
      metrics: { accuracy: 0.9 },
      status: 'completed',
      run: { target: 'box', exit: 0 },
    });
    expect(existsSync(join(folder, row.run.log))).toBe(true);
    appendFileSync(there('go'), '');
  });
});
