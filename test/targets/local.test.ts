/** The local target with real processes: what a child gets, what is seen of it, how it ends, and that nothing is left. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bench, isAlive, numberIn, until } from './rig.ts';

const show = `for word in "$@"; do printf '%s\\0' "$word"; done > "$ML_RUN_DIR/words"`;

describe('what a child gets', () => {
  const words = [
    'plain',
    'two words',
    '',
    ' ',
    `it's`,
    '"quoted"',
    '$(touch gone)',
    '`touch gone`',
    '${HOME}',
    '$HOME',
    '; touch gone',
    '&& touch gone',
    '| cat',
    '> gone',
    '*',
    '~',
    '\\',
    '\\n',
    'line\nbreak',
    '\ttab',
    'ünïcödé ☃ 𝄞',
    '--flag',
    '-e',
    '-',
    '--',
    '#no',
    '!!',
    '%s',
    '\u007f',
  ];
  it.each(['bash', 'sh'] as const)('arguments byte for byte, and nothing is evaluated: %s', async (shell) => {
    const { run, directory, workspace } = bench();
    const { readFileSync } = await import('node:fs');
    expect(await run({ script: show, shell }, { arguments: words })).toMatchObject({ is: 'succeeded' });
    expect(readFileSync(join(directory, 'words'), 'utf8').split('\0').slice(0, -1)).toEqual(words);
    expect(existsSync(join(workspace, 'gone'))).toBe(false);
  });

  it('its parameters, its place and its run in the environment; of ours only what it may see', async () => {
    const { run, lines, workspace, directory } = bench({
      environment: {
        HOME: '/home/x',
        AWS_SECRET_ACCESS_KEY: 'do-not-show',
        GITHUB_TOKEN: 'do-not-show',
        DECLARED: 'yes',
        LANG: 'C',
      },
    });
    await run(
      { script: 'env -0 | tr "\\n\\0" " \\n" | sort; pwd', env: ['DECLARED', 'ABSENT'] },
      { parameters: { learning_rate: '0.1', text: 'a b' } },
    );
    const names = lines.map((line) => line.split('=')[0]);
    expect(names).toEqual(expect.arrayContaining(['DECLARED', 'HOME', 'LANG', 'PATH']));
    expect(lines).toContain('ML_PARAM_LEARNING_RATE=0.1');
    expect(lines).toContain('ML_PARAM_TEXT=a b');
    expect(lines).toContain('ML_PARAMS_JSON={"learning_rate":"0.1","text":"a b"}');
    expect(lines).toEqual(
      expect.arrayContaining([
        `ML_RUN_DIR=${directory}`,
        `ML_OUTPUT=${directory}/ml.output`,
        'ML_RUN_ID=r1',
        'ML_UNIT=u',
        'ML_ATTEMPT=1',
      ]),
    );
    expect(lines.join('\n')).not.toContain('do-not-show');
    expect(names).not.toContain('ABSENT');
    expect(lines.at(-1)).toBe(workspace);
  });

  it('no standard input', async () => {
    const { run, lines } = bench();
    expect(await run({ script: 'wc -c' })).toMatchObject({ is: 'succeeded' });
    expect(lines.map((line) => line.trim())).toEqual(['0']);
  });
});

describe('what is seen of a child', () => {
  it('secrets nowhere: not in the log, the tail, the output, the values or the message', async () => {
    const environment = {
      API_TOKEN: 'hunter2-abc',
      LONG_TOKEN: 'hunter2-abc-and-more',
      PEM_KEY: 'first-line\nsecond-line',
      PLAIN_PATH: 'visible-value',
    };
    const env = Object.keys(environment);
    const script =
      'echo "a $API_TOKEN b"; echo "$LONG_TOKEN" >&2; echo "$PEM_KEY"; echo "$PLAIN_PATH"; echo "v=$API_TOKEN" > $ML_OUTPUT;';
    const good = bench({ environment });
    const outcome = await good.run({ script, env });
    expect(outcome).toMatchObject({ is: 'succeeded', result: { values: { v: '***' } } });
    expect([...good.lines].sort()).toEqual(['***', '***', '***', 'a *** b', 'visible-value']);
    expect(good.log()).not.toMatch(/hunter2|more|first-line|second-line/);
    const bad = bench({ environment });
    const failure = await bad.run({
      script: `exec 2>&1; ${script} echo "died with $API_TOKEN"; exit 3`,
      env,
    });
    expect(failure).toMatchObject({ is: 'failed', message: 'exit code 3: died with ***' });
    expect(JSON.stringify(failure)).not.toContain('hunter2');
    const broken = bench({ environment });
    const unread = await broken.run({ script: 'echo "$API_TOKEN" > $ML_OUTPUT', env });
    expect(unread).toMatchObject({ is: 'failed', class: 'no-metrics' });
    expect(JSON.stringify(unread)).not.toContain('hunter2');
  });

  it('its output while it runs', async () => {
    const { run, lines, workspace } = bench();
    const outcome = run({
      script: 'echo one; echo two >&2; while [ ! -e seen ]; do sleep 0.01; done; printf three',
    });
    await until('both lines are there', () => lines.length === 2);
    writeFileSync(join(workspace, 'seen'), '');
    expect(await outcome).toMatchObject({ is: 'succeeded' });
    expect(lines.sort()).toEqual(['one', 'three', 'two']);
  });

  it('lines, however they end and wherever they are cut', async () => {
    const { run, lines } = bench();
    await run({
      script: `printf 'a\\r\\nb\\r'; sleep 0.05; printf '\\nc\\rd\\n\\nsnow \\342'; sleep 0.05; printf '\\230\\203'`,
    });
    expect(lines).toEqual(['a', 'b', 'c', 'd', '', 'snow ☃']);
  });

  it('a line without end in pieces', async () => {
    const { run, lines } = bench();
    await run({ script: 'head -c 200000 /dev/zero | tr "\\0" x' });
    expect(lines.join('').length).toBe(200_000);
    expect(lines.length).toBeGreaterThan(1);
  });

  it('progress', async () => {
    const { run, progress } = bench();
    await run({
      script: `echo '{"epoch": 3, "epochs": 20, "loss": 0.5, "note": "x"}'; echo '{"step": 1}'; echo '{"loss": 1}'; echo '{"epoch": 4'; echo 'epoch 5'`,
    });
    expect(progress).toEqual([
      { done: 3, of: 20, metrics: { loss: 0.5 } },
      { done: 1, metrics: {} },
    ]);
  });

  it('the end of its output when it fails', async () => {
    const { run } = bench();
    const outcome = await run({ script: 'seq 1 30; exit 4' });
    expect(outcome).toMatchObject({ is: 'failed', message: 'exit code 4: 30' });
    expect(outcome.is === 'failed' && outcome.tail).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index + 11)),
    );
  });

  it('our own mistake in taking a line ends the child and is thrown', async () => {
    const { target, directory, workspace } = bench();
    const request = {
      plan: {},
      unit: { id: 'u' },
      command: {
        is: 'run',
        name: 'c',
        shell: 'sh',
        script: 'echo $$; exec sleep 100',
        target: 'local',
        env: [],
        outputs: [],
        metrics: [],
        errors: [],
      },
      attempt: 1,
      run: 'r',
      input: { arguments: [], parameters: {} },
      cells: [],
      directory,
      runDirectory: workspace,
      workspace,
    };
    let pid = 0;
    const running = target.run(request as unknown as Parameters<typeof target.run>[0], {
      signal: new AbortController().signal,
      progress: () => {},
      output: (line) => {
        pid = Number(line);
        throw new Error('ours');
      },
    });
    await expect(running).rejects.toThrow('ours');
    expect(isAlive(pid)).toBe(false);
  });
});

describe('how a child ends', () => {
  it.each([
    ['exit 0', {}, 'succeeded', undefined, undefined],
    ['exit 1', {}, 'failed', 'exit-1', 'exit code 1'],
    ['false; true', {}, 'failed', 'exit-1', 'exit code 1'],
    ['false | true', {}, 'failed', 'exit-1', 'exit code 1'],
    ['exit 2', {}, 'failed', 'usage', 'exit code 2'],
    ['touch x; ./x', {}, 'failed', 'usage', /^exit code 126: /],
    ['no-such-program', {}, 'failed', 'usage', /^exit code 127: .*no-such-program/],
    ['exit 137', {}, 'failed', 'oom', 'exit code 137'],
    ['exit 143', {}, 'failed', 'exit-143', 'exit code 143'],
    ['kill -KILL $$', {}, 'failed', 'oom', 'killed by SIGKILL, as when memory runs out'],
    ['kill -SEGV $$', {}, 'failed', 'exit-139', 'killed by SIGSEGV'],
    ['kill -SEGV $$', { errors: [{ name: 'crashed', exit: 139 }] }, 'failed', 'crashed', 'killed by SIGSEGV'],
    ['echo torch.OutOfMemoryError: CUDA; exit 1', {}, 'failed', 'oom', /OutOfMemoryError/],
    ['exit 7', { errors: [{ name: 'data', exit: 7 }] }, 'failed', 'data', 'exit code 7'],
    ['exit 2', { errors: [{ name: 'data', exit: 2 }] }, 'failed', 'data', 'exit code 2'],
    [
      'echo loss is nan; exit 1',
      {
        errors: [
          { name: 'other', exit: 9 },
          { name: 'diverged', match: 'loss is \\w+$' },
        ],
      },
      'failed',
      'diverged',
      /nan/,
    ],
    [
      'echo loss is nan; seq 1 100; exit 1',
      { errors: [{ name: 'diverged', match: '^loss is nan$' }] },
      'failed',
      'diverged',
      /100/,
    ],
    [
      'echo x; exit 1',
      { errors: [{ name: 'diverged', match: 'nan', exit: 1 }] },
      'failed',
      'exit-1',
      'exit code 1: x',
    ],
    ['true', { shell: 'no-such-shell' as 'sh' }, 'failed', 'usage', /`no-such-shell` could not be started/],
  ] as const)('%s with %j: %s %s', async (script, command, is, cause, message) => {
    const outcome = await bench().run({ script, ...command });
    expect(outcome.is).toBe(is);
    if (outcome.is !== 'failed') return;
    expect(outcome.class).toBe(cause);
    if (typeof message === 'string') expect(outcome.message).toBe(message);
    else expect(outcome.message).toMatch(message ?? '');
  });

  it('a word that no process can get is a wrong call', async () => {
    expect(await bench().run({ script: 'true' }, { arguments: ['a\0b'] })).toMatchObject({
      is: 'failed',
      class: 'usage',
    });
    expect(await bench().run({ script: 'true' }, { arguments: ['x'.repeat(200_000)] })).toMatchObject({
      class: 'usage',
    });
  });
});

/** A script, with its child and grandchild, each of which writes its number to a file. */
const family = (trap: string) =>
  `${trap} echo $$ > child; sh -c '${trap} echo $$ > grandchild; while :; do sleep 0.05; done' & while :; do sleep 0.05; done`;

describe('nothing is left of a child', () => {
  it('that takes too long', async () => {
    const { run, workspace } = bench();
    const outcome = await run({ script: family(''), timeout: 0.4 });
    expect(outcome).toMatchObject({ is: 'failed', class: 'timeout', message: 'timed out after 0.4 s' });
    expect(isAlive(numberIn(join(workspace, 'child')))).toBe(false);
    expect(isAlive(numberIn(join(workspace, 'grandchild')))).toBe(false);
  });

  it.each([
    ['that is cancelled', '', 5_000],
    ['that does not listen to SIGTERM', 'trap "" TERM;', 50],
  ])('%s', async (_name, trap, graceMilliseconds) => {
    const { run, workspace, cancel } = bench({ graceMilliseconds });
    const outcome = run({ script: family(trap) });
    await until('all have started', () => numberIn(join(workspace, 'grandchild')) > 0);
    const pids = ['child', 'grandchild'].map((name) => numberIn(join(workspace, name)));
    expect(pids.map(isAlive)).toEqual([true, true]);
    cancel();
    expect(await outcome).toMatchObject({ is: 'failed', class: 'cancelled' });
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('that was cancelled before it began: it does not begin', async () => {
    const { run, workspace, cancel } = bench();
    cancel();
    expect(await run({ script: 'touch begun' })).toMatchObject({ is: 'failed', class: 'cancelled' });
    expect(existsSync(join(workspace, 'begun'))).toBe(false);
  });

  it('that was cancelled, but its own child gets the time to put things away', async () => {
    const { run, workspace, cancel } = bench();
    const saves = `sh -c 'trap "sleep 0.2; touch saved; exit" TERM; echo $$ > grandchild; while :; do sleep 0.02; done'; true`;
    const outcome = run({ script: saves });
    await until('it has started', () => numberIn(join(workspace, 'grandchild')) > 0);
    cancel();
    await outcome;
    expect(existsSync(join(workspace, 'saved'))).toBe(true);
  });

  it('that leaves something running behind it', async () => {
    const { run, workspace } = bench();
    const outcome = await run({
      script: `sh -c 'echo $$ > left; exec sleep 100' & while [ ! -s left ]; do sleep 0.01; done; echo done`,
    });
    expect(outcome).toMatchObject({ is: 'succeeded' });
    expect(isAlive(numberIn(join(workspace, 'left')))).toBe(false);
  });

  it('but a `tee` behind a finished script may empty its pipe', async () => {
    const { run, workspace, lines } = bench();
    await run({ script: 'exec > >(sleep 0.03; tee copy); seq 1 2000' });
    expect(lines.at(-1)).toBe('2000');
    expect(existsSync(join(workspace, 'copy'))).toBe(true);
  });

  it('also what has left its group and holds its output open', async () => {
    const { run, workspace } = bench();
    const outcome = await run({
      script: `setsid sh -c 'echo $$ > left; exec sleep 100' & while [ ! -s left ]; do sleep 0.01; done`,
    });
    expect(outcome).toMatchObject({ is: 'succeeded' });
    await until('it has gone', () => !isAlive(numberIn(join(workspace, 'left'))));
  });

  it('of an earlier process: its leftovers are found by its directory', async () => {
    const { spawn } = await import('node:child_process');
    const { target, directory, workspace } = bench();
    const script = `echo $$ > ${workspace}/left; exec sleep 100`;
    const other = spawn('sh', ['-c', script], {
      detached: true,
      env: { PATH: process.env.PATH, ML_RUN_DIR: directory },
    });
    const stranger = spawn('sleep', ['100'], {
      env: { PATH: process.env.PATH, ML_RUN_DIR: `${directory}x` },
    });
    await until('it has started', () => numberIn(join(workspace, 'left')) > 0);
    target.endLeftovers?.([directory]);
    await until('it has gone', () => !isAlive(other.pid ?? 0));
    expect(isAlive(stranger.pid ?? 0)).toBe(true);
    stranger.kill();
  });
});

describe('time', () => {
  it('a timeout that is longer than any timer does not fire at once', async () => {
    expect(await bench().run({ script: 'sleep 0.05', timeout: 5_000_000 })).toMatchObject({
      is: 'succeeded',
    });
  });
});
