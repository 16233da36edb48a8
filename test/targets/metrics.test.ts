/** What a finished unit measured: read from where its command says, or not at all. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MetricsSource } from '../../src/plan/plan.ts';
import { parseOutputFile } from '../../src/targets/unit/output-file.ts';
import { bench } from './rig.ts';

const accuracy = { accuracy: 'accuracy' };
const inRunDir: MetricsSource = { format: 'json', path: '$ML_RUN_DIR/m.json', fields: accuracy };
const inWorkspace: MetricsSource = { format: 'json', path: 'out/m.json', fields: accuracy };
const lines: MetricsSource = { format: 'jsonl', path: '$ML_RUN_DIR/m.jsonl', fields: accuracy };
const output: MetricsSource = { format: 'output', path: '', fields: accuracy };
const write = (text: string, file = 'm.json') => `cat > $ML_RUN_DIR/${file} <<'EOF'\n${text}\nEOF`;

describe('metrics', () => {
  it.each([
    ['a field', inRunDir, write('{"accuracy": 0.9}'), { accuracy: 0.9 }],
    ['a whole number', inRunDir, write('{"accuracy": 1}'), { accuracy: 1 }],
    ['0 is a value', inRunDir, write('{"accuracy": 0}'), { accuracy: 0 }],
    [
      'a nested field',
      { ...inRunDir, fields: { accuracy: 'test.summary.acc' } },
      write('{"test": {"summary": {"acc": 0.8}}}'),
      { accuracy: 0.8 },
    ],
    [
      'a field with a dot in its name',
      { ...inRunDir, fields: { accuracy: 'test.acc' } },
      write('{"test.acc": 0.8, "test": {"acc": 0.1}}'),
      { accuracy: 0.8 },
    ],
    [
      'NaN elsewhere in the file',
      inRunDir,
      write('{"accuracy": 0.9, "other": NaN, "text": "is NaN \\" NaN"}'),
      { accuracy: 0.9 },
    ],
    ['the last row', lines, write('{"accuracy": 0.1}\n{"accuracy": 0.7}\n', 'm.jsonl'), { accuracy: 0.7 }],
    [
      'a file of the workspace',
      inWorkspace,
      'mkdir -p out; echo \'{"accuracy": 0.5}\' > out/m.json',
      { accuracy: 0.5 },
    ],
    ['a line of `$ML_OUTPUT`', output, 'echo accuracy=0.25 > $ML_OUTPUT', { accuracy: 0.25 }],
    ['with an exponent', output, 'echo accuracy=2.5e-1 > $ML_OUTPUT', { accuracy: 0.25 }],
  ])('are read: %s', async (_name, source, script, metrics) => {
    const outcome = await bench().run({ script, metrics: [source as MetricsSource] });
    expect(outcome).toMatchObject({ is: 'succeeded', result: { metrics } });
  });

  it.each([
    ['no file', inRunDir, 'true', 'no-metrics', '$ML_RUN_DIR/m.json: the command did not write it'],
    ['an empty file', inRunDir, ': > $ML_RUN_DIR/m.json', 'no-metrics', '$ML_RUN_DIR/m.json: is empty'],
    ['no field', inRunDir, write('{"loss": 1}'), 'no-metrics', '$ML_RUN_DIR/m.json: no field `accuracy`'],
    ['no object', inRunDir, write('[1]'), 'no-metrics', '$ML_RUN_DIR/m.json: no field `accuracy`'],
    ['null', inRunDir, write('{"accuracy": null}'), 'no-metrics', '$ML_RUN_DIR/m.json: no field `accuracy`'],
    [
      'a text',
      inRunDir,
      write('{"accuracy": "0.9"}'),
      'no-metrics',
      '$ML_RUN_DIR/m.json: `accuracy` is "0.9", not a number',
    ],
    [
      'a truth',
      inRunDir,
      write('{"accuracy": true}'),
      'no-metrics',
      '$ML_RUN_DIR/m.json: `accuracy` is true, not a number',
    ],
    ['NaN', inRunDir, write('{"accuracy": NaN}'), 'nan-loss', '$ML_RUN_DIR/m.json: `accuracy` is NaN'],
    [
      'Infinity',
      inRunDir,
      write('{"accuracy": Infinity}'),
      'nan-loss',
      '$ML_RUN_DIR/m.json: `accuracy` is not finite',
    ],
    [
      '-Infinity',
      inRunDir,
      write('{"accuracy": -Infinity}'),
      'nan-loss',
      '$ML_RUN_DIR/m.json: `accuracy` is not finite',
    ],
    [
      'a number too large',
      inRunDir,
      write('{"accuracy": 1e999}'),
      'nan-loss',
      '$ML_RUN_DIR/m.json: `accuracy` is not finite',
    ],
    ['no JSON', inRunDir, write('accuracy: 0.9'), 'no-metrics', /^\$ML_RUN_DIR\/m\.json: is no JSON: /],
    ['a folder', inRunDir, 'mkdir $ML_RUN_DIR/m.json', 'no-metrics', /^\$ML_RUN_DIR\/m\.json: /],
    [
      'a torn last row',
      lines,
      write('{"accuracy": 0.1}\n{"accur', 'm.jsonl'),
      'no-metrics',
      /^\$ML_RUN_DIR\/m\.jsonl: is no JSON: /,
    ],
    [
      'an inherited name',
      { ...inRunDir, fields: { accuracy: 'constructor' } },
      write('{}'),
      'no-metrics',
      /no field/,
    ],
    [
      'no line of `$ML_OUTPUT`',
      output,
      'echo loss=1 > $ML_OUTPUT',
      'no-metrics',
      '$ML_OUTPUT: no field `accuracy`',
    ],
    [
      'an empty one',
      output,
      'echo accuracy= > $ML_OUTPUT',
      'no-metrics',
      '$ML_OUTPUT: `accuracy` is "", not a number',
    ],
    [
      'a word in one',
      output,
      'echo accuracy=good > $ML_OUTPUT',
      'no-metrics',
      '$ML_OUTPUT: `accuracy` is "good", not a number',
    ],
    ['nan in one', output, 'echo accuracy=nan > $ML_OUTPUT', 'nan-loss', '$ML_OUTPUT: `accuracy` is NaN'],
    [
      'inf in one',
      output,
      'echo accuracy=-inf > $ML_OUTPUT',
      'nan-loss',
      '$ML_OUTPUT: `accuracy` is not finite',
    ],
    [
      'a broken `$ML_OUTPUT`',
      output,
      'echo nonsense > $ML_OUTPUT',
      'no-metrics',
      '`$ML_OUTPUT` line 1: expected `key=value`, found `nonsense`',
    ],
  ])(
    'that are missing or no numbers fail the unit, and say which file and field: %s',
    async (_name, source, script, cause, message) => {
      const outcome = await bench().run({ script, metrics: [source as MetricsSource] });
      expect(outcome).toMatchObject({ is: 'failed', class: cause });
      if (typeof message === 'string') expect(outcome).toMatchObject({ message });
      else expect(outcome.is === 'failed' && outcome.message).toMatch(message);
    },
  );

  it('of an earlier run are not taken for this one', async () => {
    const { run, workspace } = bench();
    mkdirSync(join(workspace, 'out'));
    writeFileSync(join(workspace, 'out', 'm.json'), '{"accuracy": 0.99}');
    expect(await run({ script: 'cat out/m.json', metrics: [inWorkspace] })).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      message: 'out/m.json: is from an earlier run; the command did not write it',
    });
    const again = await run({ script: 'echo \'{"accuracy": 0.99}\' > out/m.json', metrics: [inWorkspace] });
    expect(again).toMatchObject({ is: 'succeeded', result: { metrics: { accuracy: 0.99 } } });
  });

  it('say what they were measured on, and which one is meant first', async () => {
    const outcome = await bench().run({
      script: write('{"accuracy": 0.9, "n": 600}'),
      primary: 'accuracy',
      metrics: [{ ...inRunDir, fields: { ...accuracy, n: 'n' } }],
    });
    expect(outcome).toMatchObject({
      result: { primary: 'accuracy', samples: 600, source: 'run/units/u/m.json', values: {} },
    });
  });

  it('of a failed unit are not read', async () => {
    const outcome = await bench().run({
      script: `${write('{"accuracy": 0.9}')}\nexit 3`,
      metrics: [inRunDir],
    });
    expect(outcome).toMatchObject({ is: 'failed', class: 'exit-3' });
    expect(outcome).not.toHaveProperty('result');
  });
});

describe('`$ML_OUTPUT`', () => {
  it.each([
    ['', {}],
    ['a=1\nb=two words\n', { a: '1', b: 'two words' }],
    ['a=1\r\nb=2\r\n', { a: '1', b: '2' }],
    ['a=1\na=2\n', { a: '2' }],
    ['a=\n', { a: '' }],
    ['a=b=c\n', { a: 'b=c' }],
    ['a=x<<y\n', { a: 'x<<y' }],
    ['text<<END\none\ntwo=2\nEND\nb=1\n', { text: 'one\ntwo=2', b: '1' }],
    ['text<<END\r\none\r\nEND\r\n', { text: 'one' }],
    ['text<<END\nEND\n', { text: '' }],
    ['\n\na=1\n\n', { a: '1' }],
  ])('%j holds %j', (text, values) => {
    expect(parseOutputFile(text)).toEqual({ ok: true, values });
  });

  it.each([
    ['no sign', 'line 1: expected `key=value`, found `no sign`'],
    ['a=1\n=2\n', 'line 2: expected `key=value`, found `=2`'],
    ['text<<END\none\n', 'line 1: `text<<END` is never closed by a line `END`'],
    ['text<<\none\n', 'line 1: `text<<` is never closed by a line ``'],
  ])('%j is refused: %s', (text, problem) => {
    expect(parseOutputFile(text)).toEqual({ ok: false, problem });
  });
});
