/** What a command declares around its script: inputs, a copy of the workspace, asserts, a preflight. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { GateExpression, NodeId, Plan, RunCommand, UnitNode } from '../../src/plan/plan.ts';
import type { UnitRequest } from '../../src/ports.ts';
import { bench, temporaryFolder, until } from './rig.ts';

function fill(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const textIn = (...path: readonly string[]) => readFileSync(join(...path), 'utf8');

describe('inputs', () => {
  it('that are missing are named before anything starts', async () => {
    const { run, workspace } = bench();
    fill(workspace, { 'data/a': 'a' });
    const outcome = await run({ script: 'touch ran', inputs: ['data/a', 'data/b', 'c'] });
    expect(outcome).toMatchObject({
      class: 'usage',
      message: 'declared inputs are not there: `data/b`, `c`',
    });
    expect(existsSync(join(workspace, 'ran'))).toBe(false);
  });

  it('are recorded as what they held when the unit began', async () => {
    const { run, workspace } = bench();
    fill(workspace, { 'data/a': 'a', 'data/deep/b': 'b', file: 'one' });
    symlinkSync(join(workspace, 'data'), join(workspace, 'link'));
    const command = { script: 'echo changed > file', inputs: ['file', 'data', 'link'] };
    const hashes = async () => {
      const outcome = await run(command);
      return outcome.is === 'succeeded' ? outcome.result.inputs : undefined;
    };
    const first = await hashes();
    expect(first?.file).toMatch(/^[0-9a-f]{64}$/);
    expect(first?.link).toBe(first?.data);
    const second = await hashes();
    expect(second?.file).not.toBe(first?.file);
    expect(second?.data).toBe(first?.data);
    fill(workspace, { 'data/deep/b': 'B' });
    const third = await hashes();
    expect(third?.data).not.toBe(first?.data);
    expect(third?.file).toBe(second?.file);
    fill(workspace, { 'data/new': '' });
    expect((await hashes())?.data).not.toBe(third?.data);
  });

  it('that are no files do not block', async () => {
    const { run, workspace } = bench();
    execFileSync('mkfifo', [join(workspace, 'pipe')]);
    expect(await run({ script: ':', inputs: ['pipe'] })).toMatchObject({ is: 'succeeded' });
  });
});

/** A request of a unit that runs in a parallel branch, or not. */
const place = (branched: boolean): Partial<UnitRequest> => ({
  plan: {
    nodes: [{ id: 'p', kind: branched ? 'parallel' : 'sequence', parent: null }],
  } as unknown as Plan,
  unit: { id: 'u' as NodeId, parent: 'p' as NodeId } as UnitNode,
});

describe('isolation: copy', () => {
  const isolated = (script: string, more: Partial<RunCommand> = {}) =>
    ({ script, isolation: 'copy', ...more }) as const;

  it('runs in a copy of the workspace, and reads metrics there', async () => {
    const { run, workspace, directory } = bench();
    fill(workspace, { 'src/a.py': 'a', '.git/config': 'x', '.ml-workflow/runs/old/x': 'x' });
    const outcome = await run(
      isolated(
        'pwd; find . -type f | sort > "$ML_RUN_DIR/files"; echo b > src/a.py; echo \'{"n": 3}\' > m.json',
        {
          metrics: [{ format: 'json', path: 'm.json', fields: { n: 'n' } }],
        },
      ),
    );
    const copy = join(directory, 'workspace');
    expect(outcome).toMatchObject({
      is: 'succeeded',
      result: { metrics: { n: 3 }, source: 'run/units/u/workspace/m.json' },
    });
    expect(textIn(directory, 'files')).toBe('./src/a.py\n');
    expect(textIn(directory, 'ml.log')).toBe(`${copy}\n`);
    expect(textIn(workspace, 'src/a.py')).toBe('a');
    expect(textIn(copy, 'src/a.py')).toBe('b\n');
  });

  it('takes no metrics that were copied with the rest', async () => {
    const { run, workspace } = bench();
    fill(workspace, { 'm.json': '{"n": 3}' });
    const metrics = [{ format: 'json', path: 'm.json', fields: { n: 'n' } }] as const;
    expect(await run(isolated(':', { metrics }))).toMatchObject({ is: 'failed', class: 'no-metrics' });
  });

  it.each([
    ['copies outputs back', false, 'new\n'],
    ['leaves outputs where they are in a parallel branch', true, 'old'],
  ])('%s', async (_what, branched, text) => {
    const { run, workspace, directory } = bench();
    fill(workspace, { 'models/a': 'old', 'models/kept': 'kept', other: 'old' });
    const script =
      'echo new > models/a; mkdir models/deep; echo x > models/deep/b; echo new > other; ln -s a models/link';
    const outputs = ['models', 'absent', '$ML_RUN_DIR/x'];
    expect(await run(isolated(script, { outputs }), {}, place(branched))).toMatchObject({ is: 'succeeded' });
    expect(textIn(workspace, 'models/a')).toBe(text);
    expect(existsSync(join(workspace, 'models/deep/b'))).toBe(!branched);
    expect(textIn(workspace, 'models/kept')).toBe('kept');
    expect(textIn(workspace, 'other')).toBe('old');
    expect(textIn(directory, 'workspace/models/a')).toBe('new\n');
    if (!branched) expect(readlinkSync(join(workspace, 'models/link'))).toBe('a');
  });

  it('copies nothing back of a unit that failed', async () => {
    const { run, workspace } = bench();
    fill(workspace, { out: 'old' });
    await run(isolated('echo new > out; exit 1', { outputs: ['out'] }), {}, place(false));
    expect(textIn(workspace, 'out')).toBe('old');
  });

  it('follows no link out of the workspace', async () => {
    const { run, workspace, directory } = bench();
    const outside = temporaryFolder();
    fill(outside, { data: 'outside' });
    fill(workspace, { 'a/file': 'inside' });
    symlinkSync(outside, join(workspace, 'data'));
    symlinkSync(join(workspace, 'a'), join(workspace, 'absolute'));
    symlinkSync('a/file', join(workspace, 'relative'));
    symlinkSync('nowhere', join(workspace, 'broken'));
    symlinkSync('.', join(workspace, 'a', 'self'));
    const script = 'cat data/data; echo changed > relative; cat absolute/file';
    expect(await run(isolated(script))).toMatchObject({ is: 'succeeded' });
    const copy = join(directory, 'workspace');
    expect(textIn(directory, 'ml.log')).toBe('outsidechanged\n');
    expect(textIn(workspace, 'a/file')).toBe('inside');
    expect(['data', 'absolute', 'relative', 'broken'].map((name) => readlinkSync(join(copy, name)))).toEqual([
      outside,
      'a',
      'a/file',
      'nowhere',
    ]);
  });

  it('leaves out what git ignores, but for declared inputs', async () => {
    const { run, workspace, directory } = bench({ environment: { HOME: temporaryFolder() } });
    fill(workspace, {
      '.gitignore': 'data/\n*.bin\n/run/\n',
      'data/train/x': '1',
      'data/train/y': '2',
      'data/other': '3',
      'a.bin': '4',
      'new.py': '5',
    });
    execFileSync('git', ['init', '-q'], { cwd: workspace });
    await run(isolated('find . -type f | sort > "$ML_RUN_DIR/files"', { inputs: ['./data/train/x'] }));
    expect(textIn(directory, 'files').split('\n').slice(0, -1)).toEqual([
      './.gitignore',
      './data/train/x',
      './new.py',
    ]);
  });

  it('keeps scripts executable, leaves pipes out, and can be cancelled', async () => {
    const { run, workspace, directory, cancel, lines } = bench();
    fill(workspace, { 'go.sh': '#!/bin/sh\necho gone > gone\n' });
    execFileSync('chmod', ['755', join(workspace, 'go.sh')]);
    execFileSync('mkfifo', [join(workspace, 'pipe')]);
    expect(await run(isolated('./go.sh'))).toMatchObject({ is: 'succeeded' });
    expect(statSync(join(directory, 'workspace', 'gone')).isFile()).toBe(true);
    expect(existsSync(join(directory, 'workspace', 'pipe'))).toBe(false);
    const running = run(isolated('echo up; sleep 30'));
    await until('it runs', () => lines.includes('up'));
    cancel();
    expect(await running).toMatchObject({ is: 'failed', class: 'cancelled' });
  });
});

describe('asserts', () => {
  const metric = (name: string, unit: 'number' | 'fraction' = 'number'): GateExpression => ({
    ...{ kind: 'metric', metric: name, written: name, unit, from: [] },
  });
  const number = (value: number): GateExpression => ({ kind: 'number', value, text: String(value) });
  const compared = (left: GateExpression, operator: '>=' | '<', right: GateExpression) =>
    ({ kind: 'binary', operator, left, right }) as const;
  const enough = { text: 'n >= 20', expression: compared(metric('n'), '>=', number(20)) };
  const fast = { text: 'duration < 1h', expression: compared(metric('duration'), '<', number(3600)) };
  const slow = { text: 'duration >= 1h', expression: compared(metric('duration'), '>=', number(3600)) };
  const right = {
    text: 'accuracy >= 0.5',
    expression: compared(metric('accuracy', 'fraction'), '>=', number(0.5)),
  };
  const converged = { text: 'converged', expression: { kind: 'variable', name: 'converged_' } } as const;
  const metrics = [{ format: 'output', path: '', fields: { n: 'n' } }] as const;
  const gives = (...lines: readonly string[]) =>
    lines.map((line) => `echo ${line} >> "$ML_OUTPUT"`).join('\n');

  it.each([
    ['hold', gives('n=20'), [enough, fast], undefined],
    ['show the values', gives('n=12'), [enough], 'assert `n >= 20` is broken: n 12 >= 20'],
    [
      'are all asked',
      gives('n=12'),
      [slow, enough],
      /^assert `duration >= 1h` is broken: duration 0\.\d+ >= 3600; assert `n >= 20` is broken: n 12 >= 20$/,
    ],
    [
      'do not hold of what is missing',
      gives('n=20'),
      [right],
      'assert `accuracy >= 0.5` is broken: accuracy missing >= 0.5 (`accuracy` was not measured)',
    ],
  ])('%s', async (_what, script, asserts, message) => {
    const outcome = await bench().run({ script, metrics, asserts });
    if (message === undefined) expect(outcome).toMatchObject({ is: 'succeeded' });
    else
      expect(outcome).toMatchObject({
        ...{ is: 'failed', class: 'assert', exit: 0 },
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      });
  });

  it('read what a command sets', async () => {
    const { run } = bench();
    const command = (value: string) => ({
      script: gives(`Converged-=${value}`),
      sets: ['Converged-'],
      asserts: [converged],
    });
    expect(await run(command('true'))).toMatchObject({ is: 'succeeded' });
    expect(await run(command('false'))).toMatchObject({
      message: 'assert `converged` is broken: $converged_ false',
    });
    expect(await run(command('5'))).toMatchObject({ class: 'assert' });
  });

  it('are not asked of a run that failed', async () => {
    expect(await bench().run({ script: 'exit 3', asserts: [slow] })).toMatchObject({ class: 'exit-3' });
  });
});

describe('preflight', () => {
  const never = new AbortController().signal;
  const command = (preflight: string, more: Partial<RunCommand> = {}): RunCommand => ({
    ...{ is: 'run', name: 'train', script: 'x', shell: 'bash', target: 'local', env: [], outputs: [] },
    ...{ metrics: [], errors: [], preflight },
    ...more,
  });

  it.each([
    ['true', undefined],
    ['test -f here && test -z "$ML_UNIT" && touch "$ML_RUN_DIR/x"', undefined],
    ['echo no such flag; exit 3', 'exit code 3: no such flag'],
    ['echo "$MY_TOKEN"; false', 'exit code 1: ***'],
    ['nosuchprogram', /^exit code 127: .*nosuchprogram/],
    ['kill -TERM $$', 'killed by SIGTERM'],
  ])('%s', async (script, problem) => {
    const { target, workspace } = bench({ environment: { MY_TOKEN: 'top-secret' } });
    fill(workspace, { here: '' });
    const found = await target.preflight?.(command(script, { env: ['MY_TOKEN'] }), workspace, never);
    if (problem instanceof RegExp) expect(found).toMatch(problem);
    else expect(found).toBe(problem);
  });

  it('that is cancelled has not failed', async () => {
    const { target, workspace } = bench();
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 100);
    expect(await target.preflight?.(command('sleep 20'), workspace, abort.signal)).toBe(undefined);
  });
});
