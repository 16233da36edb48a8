/** The live view, on a screen that keeps what a terminal would show. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { evolve } from '../../src/engine/evolve.ts';
import { initialState, type RunState } from '../../src/engine/state.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { LiveView } from '../../src/reports/live.ts';
import { cutTo, padded, styleFor, width } from '../../src/reports/style.ts';
import { failed, outcomes, play } from '../engine/rig.ts';
import { planFrom, unit } from './tree.ts';

const at = { file: 'x', line: 1, column: 1, endColumn: 2 };
const running = (id: string, title: string) => ({
  kind: 'unit' as const,
  id: id as NodeId,
  parent: '1' as NodeId,
  scope: null,
  title,
  at,
  command: 'train',
  words: [],
  parameters: [],
  point: [],
  collects: [],
});
const plan: Plan = {
  schema: 1,
  name: 'sweep',
  chain: '',
  file: 'x',
  root: '1' as NodeId,
  nodes: [
    {
      kind: 'parallel',
      id: '1' as NodeId,
      parent: null,
      scope: null,
      title: 'parallel',
      at,
      branches: ['1.1', '1.2'] as NodeId[],
      max: null,
      min: 2,
      minWritten: false,
    },
    running('1.1', '/train:a'),
    running('1.2', '/train 日本語'),
  ],
  commands: {
    train: {
      is: 'run',
      name: 'train',
      script: ':',
      shell: 'sh',
      target: 'local',
      env: [],
      outputs: [],
      metrics: [],
      errors: [],
    },
  },
  axes: {},
  metrics: {},
  selections: {},
  parameters: {},
  results: { file: 'r', phase: 1, id: '' },
};

/** Understands what the view writes: text, newlines, up, erase below, wrapping on and off. */
class Terminal {
  readonly lines: string[] = [''];
  readonly columns = 60;
  readonly rows = 12;

  write(text: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own language
    for (const piece of text.match(/\u001b\[\??\d*[A-Za-z]|\n|[^\u001b\n]+/g) ?? []) {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own language
      const up = /^\u001b\[(\d+)A$/.exec(piece);
      if (up) this.lines.splice(this.lines.length - 1 - Number(up[1]), Number(up[1]) + 1, '');
      else if (piece === '\n') this.lines.push('');
      else if (!piece.startsWith('\u001b')) this.lines[this.lines.length - 1] += piece;
    }
  }
}

let terminal: Terminal;
let view: LiveView;
let state: RunState;
let clock = 0;
const happen = (fact: Fact) => {
  const event: RunEvent = { seq: state.seq + 1, at: '2026-11-21T10:00:00.000Z', ...fact };
  evolve(state, event);
  view.event(event, state);
};

beforeEach(() => {
  vi.useFakeTimers();
  clock = 0;
  terminal = new Terminal();
  state = initialState(plan);
  view = new LiveView(terminal, styleFor({}, false), () => clock);
  happen({ type: 'run-started', schema: 1, run: 'r1', workflow: 'sweep' });
  for (const node of ['1.1', '1.2'] as NodeId[])
    happen({ type: 'unit-started', node, attempt: 1, directory: 'x' });
});
afterEach(() => vi.useRealTimers());

test('what runs stands below with its progress and the time that is left', () => {
  clock = 10_000;
  view.progress('1.1' as NodeId, { done: 10, of: 40, metrics: { loss: 0.5 } });
  vi.advanceTimersByTime(100);
  expect(terminal.lines).toEqual([
    'sweep  r1',
    '  ▸ /train:a       ━━━━━───────────────    10/40  30 s lef…',
    '  ▸ /train 日本語  10 s',
    '',
  ]);
});

test('redrawing leaves nothing behind', () => {
  vi.advanceTimersByTime(5_000);
  expect(terminal.lines).toHaveLength(4);
});

test('what has finished stays as a line, and nothing is left below when the run is over', () => {
  happen({
    type: 'unit-succeeded',
    node: '1.1' as NodeId,
    attempt: 1,
    seconds: 2,
    metrics: { accuracy: 0.9 },
    values: {},
  });
  happen({ type: 'unit-succeeded', node: '1.2' as NodeId, attempt: 1, seconds: 3, metrics: {}, values: {} });
  happen({ type: 'run-concluded', decision: 'passed', reasonCode: 'no-gates', reason: 'x' });
  vi.advanceTimersByTime(1_000);
  expect(terminal.lines).toEqual([
    'sweep  r1',
    '  ✓ /train:a  2.0 s  accuracy 0.9',
    '  ✓ /train 日本語  3.0 s',
    '',
  ]);
});

test('wide signs take two columns, joining marks none', () => {
  expect(width('日本')).toBe(4);
  expect(width('e\u0301')).toBe(1);
  expect(width('\u001b[31mab\u001b[39m')).toBe(2);
  expect(padded('日', 4)).toBe('日  ');
  expect(cutTo('日本語', 4)).toBe('日…');
  expect(cutTo('abc', 3)).toBe('abc');
});

test('while somebody answers a question nothing is drawn; what came meanwhile stands below it', () => {
  vi.advanceTimersByTime(100);
  view.pause();
  terminal.write('approve? y\n');
  happen({ type: 'unit-succeeded', node: '1.1' as NodeId, attempt: 1, seconds: 2, metrics: {}, values: {} });
  vi.advanceTimersByTime(1_000);
  expect(terminal.lines).toEqual(['sweep  r1', 'approve? y', '']);
  view.goOn();
  expect(terminal.lines).toEqual([
    'sweep  r1',
    'approve? y',
    '  ✓ /train:a  2.0 s',
    '  ▸ /train 日本語  0.0 s',
    '',
  ]);
});

test('a retry and a wait count down', () => {
  const sleepy = planFrom({
    kind: 'parallel',
    branches: [
      { kind: 'retry', title: 'retry:1 delay:90', retries: 1, delay: 90, body: unit('/a') },
      { kind: 'wait', title: '/wait:10m', seconds: 600 },
    ],
    max: null,
    min: 2,
    minWritten: false,
  });
  terminal = new Terminal();
  view = new LiveView(terminal, styleFor({}, false), () => clock);
  play(sleepy, {
    outcomes: outcomes({ '/a': failed('oom') }),
    cancelAt: 4,
    watch: (now, event) => {
      if (now.conclusion || now.stopping) return;
      view.event(event, now);
    },
  });
  clock += 30_000;
  vi.advanceTimersByTime(100);
  expect(terminal.lines.slice(-3)).toEqual([
    '  ⧖ /wait:10m  in 9 min 30 s',
    '  ⧖ retry:1 delay:90  in 1 min',
    '',
  ]);
});

test('a run that goes on is named, and its time moves', () => {
  terminal = new Terminal();
  view = new LiveView(terminal, styleFor({}, false), () => clock);
  for (const node of ['1.1', '1.2'] as NodeId[]) happen({ type: 'unit-interrupted', node, attempt: 1 });
  happen({ type: 'run-resumed' });
  happen({ type: 'unit-started', node: '1.1' as NodeId, attempt: 2, directory: 'x' });
  clock += 5_000;
  vi.advanceTimersByTime(100);
  expect(terminal.lines).toEqual([
    'sweep  r1, goes on',
    '  ↻ /train:a  was interrupted, and is taken up again',
    '  ↻ /train 日本語  was interrupted, and is taken up again',
    '  ▸ /train:a  5.0 s',
    '  · 1 more waiting',
    '',
  ]);
});
