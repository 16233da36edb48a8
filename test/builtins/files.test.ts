/** The built-in commands that read and write files of the workspace: only inside of it, and whole or not at all. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { builtins } from '../../src/builtins/target.ts';
import type { UnitResult } from '../../src/engine/event.ts';
import type { NodeId, Plan, UnitNode } from '../../src/plan/plan.ts';
import type { CollectedCell, Previous, UnitRequest } from '../../src/ports.ts';
import { temporaryFolder } from '../targets/rig.ts';

function bench() {
  const workspace = temporaryFolder();
  const runDirectory = join(workspace, '.ml-workflow', 'runs', 'r');
  const directory = join(runDirectory, 'units', 'u');
  mkdirSync(directory, { recursive: true });
  const lines: string[] = [];
  const run = (name: string, more: Partial<UnitRequest> = {}) =>
    builtins.run(
      {
        plan: { name: 'chain', metrics: {}, selections: {} } as unknown as Plan,
        unit: { id: 'u' as NodeId } as UnitNode,
        command: { is: 'builtin', name },
        attempt: 1,
        run: 'r',
        input: { arguments: [], parameters: {} },
        cells: [],
        keepsOutput: false,
        directory,
        runDirectory,
        workspace,
        ...more,
      },
      { signal: new AbortController().signal, progress: () => {}, output: (line) => lines.push(line) },
    );
  const words = (...given: string[]) => ({ input: { arguments: given, parameters: {} } });
  return {
    workspace,
    runDirectory,
    directory,
    lines,
    run,
    words,
    store: (path: string, result: Partial<UnitResult>, more: Partial<Previous> = {}, ...flags: string[]) =>
      run('store', {
        ...words(path, ...flags),
        previous: { result: { seconds: 1, metrics: {}, values: {}, ...result }, ...more },
      }),
    text: (path: string) => readFileSync(join(workspace, path), 'utf8'),
    json: (path: string): unknown => JSON.parse(readFileSync(join(workspace, path), 'utf8')),
  };
}

const succeeded = { is: 'succeeded' };

describe('a redirect', () => {
  it('stores what a command declares as its result, else its metrics and values', async () => {
    const { store, json, workspace } = bench();
    expect(await store('a/b/x.json', { output: { deep: [1] }, metrics: { accuracy: 0.9 } })).toMatchObject(
      succeeded,
    );
    expect(json('a/b/x.json')).toEqual({ deep: [1] });
    await store('y.json', { metrics: { accuracy: 0.9 }, values: { label: 'x' } });
    expect(json('y.json')).toEqual({ accuracy: 0.9, label: 'x' });
    await store('z.json', { output: '0.10', values: { label: 'x' } });
    expect(json('z.json')).toEqual({ label: 'x', result: 0.1 });
    expect(readdirSync(workspace).sort(), 'no drafts').toEqual(['.ml-workflow', 'a', 'y.json', 'z.json']);
  });

  it('stores what was printed where there is nothing else', async () => {
    const { store, json, text, directory } = bench();
    const stdout = join(directory, 'stdout');
    writeFileSync(stdout, '{"a": 1}\n');
    await store('x.json', {}, { stdout });
    expect(json('x.json')).toEqual({ a: 1 });
    await store('x.txt', {}, { stdout });
    expect(text('x.txt')).toBe('{"a": 1}\n');
    await store('y.txt', { metrics: { accuracy: 0.9 } }, { stdout, text: '0.9' });
    expect(text('y.txt')).toBe('0.9\n');
    writeFileSync(stdout, 'no JSON');
    expect(await store('z.json', {}, { stdout })).toMatchObject({ is: 'failed', class: 'no-metrics' });
  });

  it('appends one line for each', async () => {
    const { store, text } = bench();
    for (const n of [1, 2])
      expect(await store('log.jsonl', { metrics: { n } }, {}, '--append')).toMatchObject(succeeded);
    expect(text('log.jsonl')).toBe('{"n":1}\n{"n":2}\n');
    await store('log.jsonl', { metrics: { n: 3 } });
    expect(text('log.jsonl')).toBe('{"n":3}\n');
  });

  it('of nothing is a failure', async () => {
    const { store, run, words, workspace } = bench();
    for (const path of ['x.json', 'x.txt'])
      expect(await store(path, {})).toMatchObject({ is: 'failed', class: 'no-metrics' });
    expect(await run('store', words('x.json'))).toMatchObject({ class: 'no-metrics' });
    expect(existsSync(join(workspace, 'x.json'))).toBe(false);
  });

  it('replaces a file, and one that a link inside of the workspace leads to', async () => {
    const { store, text, workspace } = bench();
    writeFileSync(join(workspace, 'real.txt'), 'old');
    symlinkSync('real.txt', join(workspace, 'link.txt'));
    await store('link.txt', {}, { text: 'new' });
    expect(text('real.txt')).toBe('new\n');
  });

  it.each([
    ['..', '../x.txt'],
    ['more of it', 'a/../../x.txt'],
    ['an absolute path', '/tmp/ml-test-x.txt'],
    ['the workspace itself', '.'],
    ['nothing', ''],
    ['a zero byte', 'a\0b.txt'],
    ['a link to a folder outside', 'out/x.txt'],
    ['a link to a file outside', 'file.txt'],
    ['a link that leads nowhere', 'dangling.txt'],
    ['a link in a circle', 'circle.txt'],
    ['a folder', 'folder'],
    ['a FIFO', 'fifo'],
    ['a file as a folder', 'plain/x.txt'],
    ['what git reads', '.git/hooks/post-checkout'],
    ['our own state', '.ml-workflow/x.json'],
    ['our own state by a link', 'state/x.json'],
  ])('to %s is refused', async (_name, path) => {
    const { store, workspace } = bench();
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'secret'), 'untouched');
    symlinkSync(outside, join(workspace, 'out'));
    symlinkSync(join(outside, 'secret'), join(workspace, 'file.txt'));
    symlinkSync(join(outside, 'new'), join(workspace, 'dangling.txt'));
    symlinkSync('circle.txt', join(workspace, 'circle.txt'));
    symlinkSync('.ml-workflow', join(workspace, 'state'));
    mkdirSync(join(workspace, 'folder'));
    writeFileSync(join(workspace, 'plain'), '');
    execFileSync('mkfifo', [join(workspace, 'fifo')]);
    for (const flags of [[], ['--append']])
      expect(await store(path, { metrics: { a: 1 } }, { text: 'x' }, ...flags)).toMatchObject({
        is: 'failed',
      });
    expect(readdirSync(outside)).toEqual(['secret']);
    expect(readFileSync(join(outside, 'secret'), 'utf8')).toBe('untouched');
  });
});

describe('a field of a stored result', () => {
  const record = {
    accuracy: 0.9,
    time_warp_sigma: '0.10',
    ok: true,
    config: { 'batch-size': 32 },
    none: null,
  };
  const read = async (parameters: Readonly<Record<string, string>>, file: unknown = record) => {
    const { run, workspace } = bench();
    writeFileSync(join(workspace, 'winner.json'), typeof file === 'string' ? file : JSON.stringify(file));
    return await run('context', {
      input: { arguments: [], parameters: { name: 'winner', file: 'winner.json', ...parameters } },
    });
  };

  it.each([
    ['accuracy', record, 0.9],
    ['Time-Warp-Sigma', record, '0.10'],
    ['ok', record, true],
    ['config.batch_size', record, 32],
    ['batch_size', record, 32],
    ['best_sigma sigma', { sigma: 1, best_sigma: 2 }, 2],
    ['best_sigma sigma', { sigma: 1, other: { sigma: 3 } }, 1],
    ['best_sigma sigma', { config: { sigma: '0.12' } }, '0.12'],
  ])('is found: %s of %j', async (field, file, value) => {
    expect(await read({ field, variable: 'x' }, file)).toMatchObject({
      is: 'succeeded',
      result: { values: { x: value } },
    });
  });

  it('of a variable is found in its text', async () => {
    expect(await read({ field: 'a', variable: 'x', value: '{"a": 1}' })).toMatchObject({
      result: { values: { x: 1 } },
    });
    expect(await read({ field: 'a', variable: 'x', value: '0.9' })).toMatchObject({ is: 'failed' });
  });

  it('that is absent is a failure that shows how to write it', async () => {
    expect(await read({ field: 'best_sigma sigma', variable: 'best_sigma' })).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      message:
        '`context:winner`: `winner.json` has no field `best_sigma` and no `sigma`; it has `accuracy`, ' +
        '`time_warp_sigma`, `ok`, `config.batch-size`; name the field: `context:winner.time_warp_sigma`',
    });
  });

  it('that could be several is a failure that names them', async () => {
    expect(await read({ field: 'sigma' }, { a: { sigma: 1 }, b: { sigma: 2 } })).toMatchObject({
      is: 'failed',
      message: expect.stringContaining('could be `a.sigma`, `b.sigma`'),
    });
  });

  it.each([
    ['no JSON'],
    ['[1, 2]'],
    ['null'],
    ['{"sigma": null}'],
    ['{"sigma": {"a": 1}}'],
    ['{"sigma": NaN}'],
  ])('is not found in %s', async (text) => {
    expect(await read({ field: 'sigma' }, text)).toMatchObject({ is: 'failed', class: 'no-metrics' });
  });

  it('of a file that is not there, or outside, is a failure', async () => {
    expect(await read({ field: 'a', file: 'no.json' })).toMatchObject({
      is: 'failed',
      message: '`context:winner`: there is no `no.json`',
    });
    expect(await read({ field: 'a', file: '../x.json' })).toMatchObject({ is: 'failed', class: 'usage' });
  });
});

describe('a checkpoint', () => {
  const finished = {
    'a 1': {
      seconds: 1,
      metrics: { accuracy: 0.9 },
      values: { v: true },
      directory: 'units/a',
      stdout: 'stdout',
    },
    'gone 1': { seconds: 1, metrics: {}, values: {}, directory: 'units/gone' },
  };
  const checkpoint = { finished, variables: { x: 0.5, y: 'z' } };

  it('is saved and loaded by a run in another folder; what has lost its files is left out', async () => {
    const { run, words, runDirectory, workspace, json } = bench();
    mkdirSync(join(runDirectory, 'units', 'a'));
    expect(await run('state:save', { ...words('cp/x.json'), checkpoint })).toMatchObject(succeeded);
    expect(json('cp/x.json')).toMatchObject({
      schema: 1,
      run: 'r',
      workflow: 'chain',
      variables: { x: 0.5, y: 'z' },
    });
    const other = join(workspace, '.ml-workflow', 'runs', 'other');
    const loaded = await run('state:load', { ...words('cp/x.json'), runDirectory: other });
    expect(loaded).toMatchObject({
      is: 'succeeded',
      offered: {
        from: 'cp/x.json',
        finished: { 'a 1': { ...finished['a 1'], directory: '../r/units/a' } },
        variables: { x: 0.5, y: 'z' },
      },
    });
    expect(Object.keys((loaded.is === 'succeeded' && loaded.offered?.finished) || {})).toEqual(['a 1']);
  });

  it('that is not there yet is said, and is no failure', async () => {
    const { run, words, lines } = bench();
    const outcome = await run('state:load', words('x.json'));
    expect(outcome).toMatchObject(succeeded);
    expect(outcome).not.toHaveProperty('offered');
    expect(lines).toEqual(['there is no checkpoint `x.json` yet: everything runs']);
  });

  const whole = { schema: 1, run: 'r', workflow: 'w', finished: {}, variables: {} };
  const unit = { seconds: 1, metrics: {}, values: {}, directory: 'x' };
  it.each([
    ['{"schema": 1', 'no JSON'],
    ['[]', 'no object'],
    [JSON.stringify({ ...whole, schema: 2 }), 'another version'],
    [JSON.stringify({ ...whole, finished: [] }), '`finished`'],
    [JSON.stringify({ ...whole, finished: { a: { ...unit, metrics: { a: '1' } } } }), '`finished`'],
    [JSON.stringify({ ...whole, finished: { a: { ...unit, stdout: '../../x' } } }), '`finished`'],
    [JSON.stringify({ ...whole, variables: { a: [] } }), '`variables`'],
  ])('that is damaged is a failure: %s', async (text, what) => {
    const { run, words, workspace } = bench();
    writeFileSync(join(workspace, 'x.json'), text);
    expect(await run('state:load', words('x.json'))).toMatchObject({
      is: 'failed',
      message: expect.stringContaining(what),
    });
  });

  it('offers nothing from outside of the workspace', async () => {
    const { run, words, workspace } = bench();
    const text = JSON.stringify({ ...whole, finished: { a: { ...unit, directory: '../..' } } });
    writeFileSync(join(workspace, 'x.json'), text);
    expect(await run('state:load', words('x.json'))).toMatchObject({ offered: { finished: {} } });
  });
});

describe('/aggregate:<what>', () => {
  const cell = (id: string, more: Partial<CollectedCell>): CollectedCell => ({
    node: id as NodeId,
    title: `/${id}`,
    id,
    status: 'completed',
    metrics: {},
    config: {},
    directory: `units/${id}`,
    ...more,
  });
  const collect = (cells: readonly CollectedCell[], what = 'analysis-results') => {
    const { run, json, workspace } = bench();
    const outcome = run('results:aggregate', { input: { arguments: [], parameters: { what } }, cells });
    return { outcome, json, workspace };
  };

  it('puts what the branches gave into one file; what is missing is null', async () => {
    const result = { seconds: 1, metrics: {}, values: { found: 'x' }, output: { issues: 3 } };
    const { outcome, json } = collect([
      cell('quality', { result }),
      cell('security', { status: 'failed', error: 'exit code 1' }),
    ]);
    const path = '.ml-workflow/runs/r/units/u/analysis-results.json';
    expect(await outcome).toMatchObject({
      is: 'succeeded',
      result: { values: { results: path, completed: 1 } },
    });
    expect(json(path)).toMatchObject({
      schema: 1,
      name: 'analysis-results',
      results: [
        {
          title: '/quality',
          status: 'completed',
          output: { issues: 3 },
          values: { found: 'x' },
          error: null,
        },
        {
          title: '/security',
          status: 'failed',
          output: null,
          values: null,
          metrics: null,
          error: 'exit code 1',
        },
      ],
    });
  });

  it('of nothing that completed, or under a name that is a path, fails', async () => {
    const failed = cell('a', { status: 'failed', error: 'exit code 1' });
    expect(await collect([failed]).outcome).toMatchObject({
      is: 'failed',
      class: 'no-metrics',
      tail: ['/a: exit code 1'],
    });
    expect(await collect([cell('a', {})], '../x').outcome).toMatchObject({ is: 'failed', class: 'usage' });
  });
});
