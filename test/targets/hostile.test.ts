/** Commands that would block the system, hide a failure, tell a secret, or outlive their run: none of it works. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/engine/plain-text.ts';
import type { MetricsSource } from '../../src/plan/plan.ts';
import { secretsIn } from '../../src/targets/unit/environment.ts';
import { bench, isAlive, numberIn, until } from './rig.ts';

describe('a pattern for a class of failure', () => {
  const run = (match: string, script: string) => bench().run({ script, errors: [{ name: 'mine', match }] });

  it('that takes for ever is given up, and the message says so', async () => {
    const started = performance.now();
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 20);
    const outcome = await run('^(a+)+$', `head -c 200 /dev/zero | tr '\\0' a; echo b; exit 3`);
    clearInterval(timer);
    expect(outcome).toMatchObject({
      class: 'exit-3',
      message: expect.stringMatching(/; `match:` of `mine` took too long and was given up$/),
    });
    expect(performance.now() - started).toBeLessThan(9_000);
    expect(turns, 'this thread went on meanwhile').toBeGreaterThan(10);
  });

  it.each([
    ['^second$', 'mine'],
    ['^third$', 'exit-3'],
  ])('is searched line by line: %s', async (match, cause) => {
    expect(await run(match, 'echo first; echo second; exit 3')).toMatchObject({ class: cause });
  });
});

describe('`$ML_OUTPUT` and metrics that are no regular files', () => {
  const metrics: MetricsSource[] = [
    { format: 'json', path: '$ML_RUN_DIR/m.json', fields: { accuracy: 'accuracy' } },
  ];
  it.each([
    ['a FIFO', 'mkfifo $ML_OUTPUT', '`$ML_OUTPUT` is no regular file'],
    ['a folder', 'mkdir $ML_OUTPUT', '`$ML_OUTPUT` is no regular file'],
    ['a device', 'ln -s /dev/zero $ML_OUTPUT', '`$ML_OUTPUT` is no regular file'],
    ['a circle', 'ln -s ml.output $ML_OUTPUT', '`$ML_OUTPUT` cannot be read (ELOOP)'],
    ['too large', 'head -c 1100000 /dev/zero > $ML_OUTPUT', '`$ML_OUTPUT` is larger than 1 MiB'],
    [
      'with a long value',
      `(printf v=; head -c 70000 /dev/zero | tr '\\0' x) > $ML_OUTPUT`,
      '`$ML_OUTPUT` `v` is larger than 64 KiB',
    ],
  ])('fail the unit: `$ML_OUTPUT` is %s', async (_name, script, message) => {
    expect(await bench().run({ script })).toMatchObject({ is: 'failed', class: 'no-metrics', message });
  });

  it.each([
    ['a FIFO', 'mkfifo $ML_RUN_DIR/m.json'],
    ['a device', 'ln -s /dev/zero $ML_RUN_DIR/m.json'],
  ])('fail the unit: the metrics file is %s', async (_name, script) => {
    expect(await bench().run({ script, metrics })).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      message: '$ML_RUN_DIR/m.json: is no regular file',
    });
  });
});

describe('secrets', () => {
  it('are the values of declared variables, but for the plainly harmless', () => {
    const environment = {
      WANDB: 'abcdef-1',
      PYTHONPATH: '/opt/lib',
      DATA_DIR: '/data/set',
      OMP_NUM_THREADS: '16000000',
      STEPS: '10000000',
      API_KEY: '12345678',
      DEBUG: 'false',
      SHORT: 'abc',
      DATABASE_PATH: 'postgres://me:p%40ssw@host/db',
      UNDECLARED: 'not-asked-for',
    };
    const declared = Object.keys(environment).filter((name) => name !== 'UNDECLARED');
    expect(secretsIn(declared, environment).sort()).toEqual(['12345678', 'abcdef-1', 'p%40ssw', 'p@ssw']);
  });

  it('are blotted out as JSON writes them too', async () => {
    const environment = { API_TOKEN: 'say "hun\\ter2"', PEM_KEY: 'ab\n-----"x"\ncd', NAME_KEY: 'pässwörd' };
    const { run, lines, log } = bench({ environment });
    const code =
      'console.log(JSON.stringify([process.env.API_TOKEN, process.env.PEM_KEY, process.env.NAME_KEY])); console.log("p\\\\u00e4ssw\\\\u00f6rd")';
    const script = `'${process.execPath}' -e '${code}'`;
    await run({ script, env: Object.keys(environment) });
    expect(lines).toEqual(['["***","***","***"]', '***']);
    expect(log()).toBe('["***","***","***"]\n***\n');
  });

  it.each([
    ['one that succeeded', 'exit 0', 'succeeded'],
    ['one that failed', 'exit 3', 'failed'],
    ['one that was cancelled', 'echo up; sleep 30', 'failed'],
  ])('do not stay in `$ML_OUTPUT` of %s', async (_name, end, is) => {
    const { run, lines, directory, cancel } = bench({ environment: { API_TOKEN: 'hunter2-abc' } });
    const script = `printf 'url=x?t=%s\nn=3\n' "$API_TOKEN" > "$ML_OUTPUT"; mkfifo "$ML_OUTPUT.new"; ${end}`;
    const outcome = run({ script, env: ['API_TOKEN'] });
    if (end.includes('sleep')) {
      await until('it is up', () => lines.length > 0);
      cancel();
    }
    expect(await outcome).toMatchObject({ is });
    expect(readFileSync(join(directory, 'ml.output'), 'utf8')).toBe('url=x?t=***\nn=3\n');
    expect(readdirSync(directory)).not.toContain('ml.output.new');
  });

  it('leave a `$ML_OUTPUT` without them as it is, keep none that cannot be searched, and follow no link', async () => {
    const environment = { API_TOKEN: 'hunter2-abc' };
    const plain = bench({ environment });
    await plain.run({ script: 'echo n=3 > $ML_OUTPUT; stat -c %i $ML_OUTPUT', env: ['API_TOKEN'] });
    expect(String(statSync(join(plain.directory, 'ml.output')).ino)).toBe(plain.lines[0]);
    const large = bench({ environment });
    const fill = 'head -c 17000000 /dev/zero > $ML_OUTPUT; echo $API_TOKEN >> $ML_OUTPUT';
    expect(await large.run({ script: fill, env: ['API_TOKEN'] })).toMatchObject({ is: 'failed' });
    expect(existsSync(join(large.directory, 'ml.output'))).toBe(false);
    const linked = bench({ environment });
    await linked.run({ script: 'echo t=$API_TOKEN > own; ln -s "$PWD/own" $ML_OUTPUT', env: ['API_TOKEN'] });
    expect(readFileSync(join(linked.workspace, 'own'), 'utf8')).toBe('t=hunter2-abc\n');
  });

  it('are not told by the cut of a line that never ends', async () => {
    const environment = { TOKEN: 'hunter2-abcdefgh' };
    const pad = 64 * 1024 - 8;
    const { run, lines, log } = bench({ environment });
    await run({
      script: `head -c ${pad} /dev/zero | tr '\\0' x; printf %s "$TOKEN"; sleep 0.1; head -c 70000 /dev/zero | tr '\\0' y`,
      env: ['TOKEN'],
    });
    expect(lines.join('')).toBe(`${'x'.repeat(pad)}***${'y'.repeat(70_000)}`);
    expect(log()).not.toMatch(/hunter2|abcdefgh/);
  });
});

describe('terminal escapes', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', 'red'],
    ['\u001b]0;title\u0007after', 'after'],
    ['\u001b]8;;http://evil\u001b\\link\u001b]8;;\u001b\\', 'link'],
    ['\u009b2Jx\u009d52;c;YQ==\u009cy', 'xy'],
    ['\u001bP1;2q#0\u001b\\z', 'z'],
    ['a\u001bcb\u0008c\rd', 'abcd'],
    ['\u001b(Btab\tstays\nso does the line', 'tab\tstays\nso does the line'],
    ['snow ☃ 𝄞 ü', 'snow ☃ 𝄞 ü'],
  ])('are removed whole: %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it('are in the log, but not in the message and the tail; nor does a secret come out from between them', async () => {
    const { run, log } = bench({ environment: { TOKEN: 'hunter2-abc' } });
    const outcome = await run({
      script: `printf '\\033]0;title\\007\\033[31mdied\\033[0m hun\\033[1mter2-abc\\n'; exit 3`,
      env: ['TOKEN'],
    });
    expect(outcome).toMatchObject({ message: 'exit code 3: died ***', tail: ['died ***'] });
    expect(log()).toContain('\u001b[31mdied');
  });
});

describe('a message', () => {
  it('tells the last line that is no progress', async () => {
    const script = `echo 'the reason'; echo '{"epoch": 3, "loss": 0.5}'; exit 3`;
    expect(await bench().run({ script })).toMatchObject({ message: 'exit code 3: the reason' });
  });
});

describe('what a unit leaves behind', () => {
  it('and that has left its group and its output ends too, a moment later or with the run', async () => {
    const { run, workspace, target } = bench();
    const script = `setsid sh -c 'echo $$ > left; exec sleep 777' > /dev/null 2>&1 & while [ ! -s left ]; do sleep 0.01; done`;
    expect(await run({ script })).toMatchObject({ is: 'succeeded' });
    target.end?.();
    await until('it has gone', () => !isAlive(numberIn(join(workspace, 'left'))));
    const second = bench();
    expect(await second.run({ script })).toMatchObject({ is: 'succeeded' });
    await until('it has gone', () => !isAlive(numberIn(join(second.workspace, 'left'))));
  });

  it('costs the same for many as for one: a hundred are cancelled at once', async () => {
    const many = bench();
    const controllers = Array.from({ length: 100 }, () =>
      many.run({ script: 'echo up; sleep 30 & sleep 30' }),
    );
    await until('all run', () => many.lines.length === 100);
    const started = performance.now();
    many.cancel();
    await Promise.all(controllers);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
