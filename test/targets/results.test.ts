/** What a command reads of the one before it, and what it gives beside metrics: `sets:`, `result:`, kept output. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Previous } from '../../src/ports.ts';
import { largestCapture } from '../../src/targets/unit/captured.ts';
import { bench, temporaryFolder } from './rig.ts';

const result = { seconds: 0, metrics: {}, values: {} };
const show = 'cat; echo "[$INPUT]"; cat "$INPUT_FILE"';

function printed(text: string): Previous {
  const stdout = join(temporaryFolder(), 'stdout');
  writeFileSync(stdout, text);
  return { result, stdout };
}

describe('the input of a unit', () => {
  it('is the result before it, as a line, a variable and a file', async () => {
    const { run, lines } = bench();
    expect(await run({ script: show }, {}, { previous: { result, text: '0.87' } })).toMatchObject({
      is: 'succeeded',
    });
    expect(lines).toEqual(['0.87', '[0.87]', '0.87']);
  });

  it('is a line that `read` takes for a whole one', async () => {
    const { run, lines } = bench();
    await run({ script: 'read x; echo "$x"', shell: 'sh' }, {}, { previous: { result, text: '0.87' } });
    expect(lines).toEqual(['0.87']);
  });

  it('is what the unit before printed, where its result is nothing else', async () => {
    const { run, lines } = bench();
    await run({ script: show }, {}, { previous: printed('one\ntwo\n\n') });
    expect(lines).toEqual(['one', 'two', '', '[one', 'two]', 'one', 'two', '']);
  });

  it('is its result, though something was printed too', async () => {
    const { run, lines } = bench();
    await run({ script: 'cat' }, {}, { previous: { ...printed('noise'), text: 'result' } });
    expect(lines).toEqual(['result']);
  });

  it('is what a built-in reported, as JSON: it prints nothing', async () => {
    const { run, lines } = bench();
    const values = { results: 'units/3/aggregate.json' };
    await run({ script: 'cat' }, {}, { previous: { result: { ...result, metrics: { n: 3 }, values } } });
    expect(lines).toEqual(['{"n":3,"results":"units/3/aggregate.json"}']);
  });

  it.each([
    ['too long', 'x'.repeat(64 * 1024 + 1)],
    ['not a text', 'a\0b'],
  ])('is no variable when it is %s, but still a file', async (_name, text) => {
    const { run, lines } = bench();
    const script = 'wc -c; wc -c < "$INPUT_FILE"; echo "${INPUT-none}"';
    for (const previous of [printed(text), { result, text }]) {
      lines.length = 0;
      expect(await run({ script }, {}, { previous })).toMatchObject({ is: 'succeeded' });
      expect(lines.at(-1)).toBe('none');
      expect(Number(lines[0])).toBeGreaterThanOrEqual(text.length);
    }
  });

  it('is empty where nothing was given, and the shell is not part of it', async () => {
    const { run, lines, workspace } = bench();
    await run({ script: show }, {}, { previous: { result } });
    expect(lines).toEqual(['[]']);
    lines.length = 0;
    await run(
      { script: 'printf "%s\n" "$INPUT"' },
      {},
      { previous: { result, text: '$(touch gone)`touch gone`' } },
    );
    expect(lines).toEqual(['$(touch gone)`touch gone`']);
    expect(existsSync(join(workspace, 'gone'))).toBe(false);
  });

  it('that is gone is a failure that says so', async () => {
    const previous = printed('x');
    rmSync(previous.stdout ?? '');
    const { run } = bench();
    expect(await run({ script: 'cat' }, {}, { previous })).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      message: expect.stringContaining('is gone'),
    });
    mkdirSync(previous.stdout ?? '');
    expect(await run({ script: 'cat' }, {}, { previous })).toMatchObject({ class: 'no-metrics' });
  });
});

describe('standard output that is kept', () => {
  it('is there byte for byte, without what goes to standard error, and only when somebody reads it', async () => {
    const script = `printf 'a\\r\\n\\tb\\n\\n\\342\\230\\203 no end'; echo error >&2`;
    const kept = bench();
    const outcome = await kept.run({ script }, {}, { keepsOutput: true });
    expect(outcome).toMatchObject({ is: 'succeeded', result: { stdout: 'stdout' } });
    expect(readFileSync(join(kept.directory, 'stdout'), 'utf8')).toBe('a\r\n\tb\n\n☃ no end');
    const not = bench();
    expect(await not.run({ script })).not.toHaveProperty('result.stdout');
    expect(existsSync(join(not.directory, 'stdout'))).toBe(false);
  });

  it('has no secret in it, wherever the output was cut', async () => {
    const { run, directory } = bench({
      environment: { API_TOKEN: 'hunter2-äbc', LONG_TOKEN: 'hunter2-äbc-more' },
    });
    const script = `printf 'a hunter2'; sleep 0.1; printf -- '-äb'; sleep 0.1; printf 'c. %s hunter' "$LONG_TOKEN"`;
    await run({ script, env: ['API_TOKEN', 'LONG_TOKEN'] }, {}, { keepsOutput: true });
    expect(readFileSync(join(directory, 'stdout'), 'utf8')).toBe('a ***. *** hunter');
  });

  it('that is too large fails the unit, and does not fill the disk', async () => {
    const { run, directory } = bench();
    const script = `head -c ${largestCapture + 1} /dev/zero | tr '\\0' x`;
    expect(await run({ script }, {}, { keepsOutput: true })).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      message: expect.stringContaining('larger than 16 MiB'),
    });
    expect(readFileSync(join(directory, 'stdout')).length).toBeLessThanOrEqual(largestCapture);
  });
});

describe('`result:`', () => {
  it.each([
    ['json', 'echo "{\\"a\\": {\\"b\\": [1, \\"x\\", null]}}"', { a: { b: [1, 'x', null] } }],
    ['json', 'echo 0.5', 0.5],
    ['last-line', 'echo log; echo " 0.10 "; echo; echo noise >&2', '0.10'],
  ] as const)('%s reads standard output: %s', async (kind, script, output) => {
    expect(await bench().run({ script, result: kind })).toMatchObject({
      is: 'succeeded',
      result: { output },
    });
  });

  it.each([
    ['json', 'echo no', /^standard output is no JSON/],
    ['json', ':', /is empty/],
    ['json', 'echo "{\\"a\\": 1e999}"', /too large/],
    ['json', `printf '[%.0s' $(seq 1 100); printf ']%.0s' $(seq 1 100)`, /nested deeper/],
    ['json', `printf '"'; head -c 70000 /dev/zero | tr '\\0' x; printf '"'`, /larger than 64 KiB/],
    ['last-line', 'echo >&2 no', /is empty/],
    ['last-line', `head -c 70000 /dev/zero | tr '\\0' x`, /larger than 64 KiB/],
  ] as const)('%s of anything else fails: %s', async (kind, script, message) => {
    expect(await bench().run({ script, result: kind })).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      exit: 0,
      message: expect.stringMatching(message),
    });
  });

  it('of a command that fails is not asked for', async () => {
    expect(await bench().run({ script: 'echo no; exit 3', result: 'json' })).toMatchObject({
      class: 'exit-3',
    });
  });

  it('shows no secret, not even one that is written in escapes', async () => {
    const { run } = bench({ environment: { API_TOKEN: 'hunter2-abc' } });
    const script = `printf '{"a": "hunter2\\\\u002dabc", "hunter2-abc": ["hunter2-abc"]}'`;
    const outcome = await run({ script, env: ['API_TOKEN'], result: 'json' });
    expect(outcome).toMatchObject({ result: { output: { a: '***', '***': ['***'] } } });
  });
});

describe('`sets:`', () => {
  const sets = ['drift', 'count', 'label'];

  it('are read as what they stand for; other values stay texts', async () => {
    const script = `printf 'drift=true\\ncount=3\\nlabel=a b\\nother=3\\n' > "$ML_OUTPUT"`;
    expect(await bench().run({ script, sets })).toMatchObject({
      is: 'succeeded',
      result: { values: { drift: true, count: 3, label: 'a b', other: '3' } },
    });
  });

  it('are found in whatever spelling, and given in that of the declaration', async () => {
    const script = `printf 'drift_detected=true\nCount-Of=3\n' > "$ML_OUTPUT"`;
    const declared = { script, sets: ['drift-detected', 'count_of'], asserts: [] };
    const outcome = await bench().run(declared);
    expect(outcome).toMatchObject({
      is: 'succeeded',
      result: { values: { 'drift-detected': true, count_of: 3 } },
    });
  });

  it('that are missing fail the unit', async () => {
    expect(await bench().run({ script: 'echo count=3 > "$ML_OUTPUT"', sets })).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      message: expect.stringContaining('`drift`, `label`'),
    });
  });
});

describe('an agent', () => {
  it('is told its name and where its instructions are', async () => {
    const { run, lines, workspace } = bench();
    const script = 'echo "$ML_AGENT $ML_AGENT_FILE $1"';
    await run(
      { script, agent: { name: 'reviewer', file: '.claude/agents/reviewer.md' } },
      { arguments: ['do it'] },
    );
    expect(lines).toEqual([`reviewer ${workspace}/.claude/agents/reviewer.md do it`]);
  });

  it('that is none is told nothing', async () => {
    const { run, lines } = bench({ environment: { ML_AGENT: 'of-ours' } });
    await run({ script: 'echo "${ML_AGENT-none} ${INPUT-none} ${INPUT_FILE-none}"' });
    expect(lines).toEqual(['none none none']);
  });
});
