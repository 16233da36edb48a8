/** What stands in check runs and on the lines of files. */
import { describe, expect, test } from 'vitest';
import { notesOf } from '../../src/reports/annotations.ts';
import { gateText, longestCheckText, umbrellaText } from '../../src/reports/check-text.ts';
import { innermostPlace, tracebacksIn } from '../../src/reports/traceback.ts';
import { brokenIn } from './markdown-rig.ts';
import { nodeNamed, states, storyNames, storyReport } from './stories.ts';

function stateOf(name: string) {
  const state = states[name]?.();
  if (!state) throw new Error(`there is no story ${name}`);
  return state;
}

describe('of a gate', () => {
  test('the title has the value and the threshold, the summary where it comes from', () => {
    const state = stateOf('not met');
    const [gate] = state.gates;
    if (!gate) throw new Error('no gate');
    const { title, summary } = gateText(gate, state, storyReport('not met'));
    expect(title).toBe('not met: best-acc 0.9617 > 0.97');
    expect(summary).toBe(
      [
        '`best-acc>0.97`: **not met**',
        '',
        '| value | measured | n | by |',
        '| --- | --- | --- | --- |',
        '| `best-acc` | 0.9617 (96.2 %) | 600 | `/best-model:select` |',
        '',
        '| metric | base | this | Δ | gate |',
        '| --- | ---: | ---: | ---: | --- |',
        '| `accuracy` | 0.951 | 0.9617 | ≈ tie (+1.1 pp) | ❌ `best-acc>0.97` |',
        '',
        '<sub>base: `main` at `0123456` [run](https://github.com/moola/demo/actions/runs/7001) 2026-11-20 · n = 600 · ≈ tie: chance alone may do that</sub>',
      ].join('\n'),
    );
  });

  test('an error says why there is no verdict', () => {
    const state = stateOf('error');
    const [gate] = state.gates;
    if (!gate) throw new Error('no gate');
    const { title, summary } = gateText(gate, state);
    expect(title).toBe('error: best-acc missing > 0.90');
    expect(summary).toContain('- `best-acc` was not measured');
  });

  test('is never longer than GitHub takes, whatever it compares', () => {
    const state = stateOf('not met');
    const [gate] = state.gates;
    if (!gate) throw new Error('no gate');
    const long = '`|@maya <b>\n\ud83d'.repeat(9_000);
    const [operand] = gate.operands;
    if (!operand) throw new Error('no operand');
    const operands = Array.from({ length: 500 }, () => ({ ...operand, written: long, source: long }));
    const { title, summary } = gateText({ ...gate, text: long, sum: long, reason: long, operands }, state);
    expect(title.length).toBeLessThanOrEqual(255);
    expect(title).not.toContain('\n');
    expect(summary.length).toBeLessThanOrEqual(longestCheckText);
    expect(brokenIn(summary)).toEqual([]);
  });
});

test.each(storyNames)('of the whole run: %s', (name) => {
  const { title, summary, text = '' } = umbrellaText(storyReport(name));
  expect(title.length).toBeLessThanOrEqual(255);
  expect(summary).toContain(text.split('\n')[0] ?? 'nothing');
  for (const one of [summary, text]) {
    expect(one.length).toBeLessThanOrEqual(longestCheckText);
    expect(brokenIn(one)).toEqual([]);
  }
});

const files = new Set(['train.py', 'lstm/model.py', 'examples/a/train.py', 'workflows/sweep.yml']);

describe('on the lines of files', () => {
  test('a failed unit marks its element and the line of Python', () => {
    const state = stateOf('failed cell');
    expect(notesOf(state, storyReport('failed cell'), { files })).toEqual([
      {
        ...{ path: 'workflows/sweep.yml', line: 4, column: 25, end_column: 41, level: 'failure' },
        title: '/train:sigma-0.10 failed [exit-1]',
        message: 'exit code 1: ValueError: the loss is not finite',
      },
      {
        ...{ path: 'lstm/model.py', line: 41, level: 'failure', title: '/train:sigma-0.10 failed here' },
        message: 'ValueError: the loss is not finite @maya #12 <b>',
      },
    ]);
  });

  test('one mistake that fails many cells is one line', () => {
    const notes = notesOf(stateOf('100 cells'), storyReport('100 cells'), { files });
    expect(notes.filter(({ path }) => path === 'lstm/model.py')).toMatchObject([
      { title: '/train:sigma-0.08 failed here, and 3 more', line: 41 },
    ]);
    expect(notes.length).toBeLessThanOrEqual(20);
  });

  test('of one cell alone', () => {
    const state = stateOf('100 cells');
    const within = [nodeNamed(state, '/train:sigma-0.33')];
    const titles = notesOf(state, storyReport('100 cells'), { files, within }).map(({ title }) => title);
    expect(titles).toEqual(['/train:sigma-0.33 failed [exit-1]', '/train:sigma-0.33 failed here']);
  });

  test('gates that were not met, or could not be decided', () => {
    expect(notesOf(stateOf('not met'), storyReport('not met'), { files })).toMatchObject([
      { title: 'gate not met: best-acc>0.97', level: 'failure', message: 'best-acc 0.9617 > 0.97' },
    ]);
    expect(notesOf(stateOf('error'), storyReport('error'), { files })).toMatchObject([
      { title: 'gate error: best-acc>0.90', level: 'failure' },
    ]);
    expect(notesOf(stateOf('met'), storyReport('met'), { files })).toEqual([]);
  });

  test('a chain that was typed has none', () => {
    const state = stateOf('not met');
    const nodes = state.plan.nodes.map((node) => ({ ...node, at: { ...node.at, file: '<comment>' } }));
    const typed = { ...state, byId: new Map(nodes.map((node) => [node.id, node])) };
    expect(notesOf(typed, storyReport('not met'), { files })).toEqual([]);
  });
});

describe('a traceback', () => {
  const at = (path: string, project?: string) =>
    innermostPlace({ frames: [{ file: path, line: 7 }], message: 'x' }, files, project);

  test.each([
    ['/root/workspace/lstm/model.py', 'lstm/model.py'],
    ['/workspace/examples/a/train.py', 'examples/a/train.py'],
    ['/tmp/x/train.py', 'train.py'],
    ['./train.py', 'train.py'],
    ['C:\\work\\lstm\\model.py', 'lstm/model.py'],
    ['/usr/lib/python3.12/site-packages/lstm/model.py', undefined],
    ['/usr/lib/python3.12/train.py', undefined],
    ['/workspace/other.py', undefined],
    ['<frozen runpy>', undefined],
    ['/workspace/../../etc/train.py', undefined],
  ])('%s is %s', (path, file) => expect(at(path)?.path).toBe(file));

  test('of a project in a folder stands for its own file first', () => {
    expect(at('/root/workspace/train.py', 'examples/a')?.path).toBe('examples/a/train.py');
    expect(at('/root/workspace/lstm/model.py', 'examples/a')?.path).toBe('lstm/model.py');
  });

  const one = ['Traceback (most recent call last):', '  File "/w/train.py", line 3, in <module>', '    x'];

  test('behind another exception, the last one counts', () => {
    const lines = [
      ...[
        ...one,
        'KeyError: 1',
        '',
        'During handling of the above exception, another exception occurred:',
        '',
      ],
      ...[
        'Traceback (most recent call last):',
        '  File "/w/train.py", line 9, in f',
        '    y',
        '    ^',
        'ValueError: 2',
      ],
    ];
    expect(tracebacksIn(lines)).toEqual([
      { frames: [{ file: '/w/train.py', line: 3 }], message: 'KeyError: 1' },
      { frames: [{ file: '/w/train.py', line: 9 }], message: 'ValueError: 2' },
    ]);
  });

  test('of several processes, and with colours', () => {
    const lines = [...one, 'torch.OutOfMemoryError: CUDA out of memory.'].map(
      (line) => `[rank1]: \u001b[31m${line}\u001b[0m`,
    );
    expect(tracebacksIn(lines)).toMatchObject([{ message: 'torch.OutOfMemoryError: CUDA out of memory.' }]);
  });

  test('whose first lines the tail has lost', () => {
    expect(tracebacksIn([...one.slice(1), 'ValueError'])).toMatchObject([{ message: 'ValueError' }]);
  });

  test.each([
    ['a log', ['epoch 1', 'done']],
    ['one that was cut off', one],
    ['a sentence behind a frame', [...one, 'all is well, we go on']],
    ['nothing', []],
  ])('is not %s', (_name, lines) => expect(tracebacksIn(lines)).toEqual([]));

  test('costs no more than its lines', () => {
    const lines = Array.from(
      { length: 5_000 },
      () => `  File "${'/a'.repeat(400)}", line 1, in ${'x'.repeat(200)}`,
    );
    expect(tracebacksIn(lines)).toEqual([]);
  });
});
