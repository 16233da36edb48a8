/** What people read of pods: a sweep of four in which one host is lost, as whole texts, read by eye when they change. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { evolve } from '../../src/engine/evolve.ts';
import { initialState, type RunState } from '../../src/engine/state.ts';
import { resultLimit, resultOutput } from '../../src/github/result-output.ts';
import type { NodeId, Plan, PodScope, RemoteTarget } from '../../src/plan/plan.ts';
import { eventLine } from '../../src/reports/event-line.ts';
import { findSteps } from '../../src/reports/find-step.ts';
import { EventLines } from '../../src/reports/lines.ts';
import { LiveView } from '../../src/reports/live.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { type Report, reportOf } from '../../src/reports/report.ts';
import { styleFor } from '../../src/reports/style.ts';
import { terminalReport } from '../../src/reports/terminal.ts';
import { whyOf } from '../../src/reports/why.ts';
import { planFrom, type Tree, unit } from './tree.ts';

const plain = styleFor({}, false);
const cell = (sigma: string): Tree => unit(`/train:sigma-${sigma}`, { command: 'train' });
const retried: Tree = { kind: 'retry', title: 'retry:1', retries: 1, body: cell('0.15') };
const tree: Tree = {
  ...{ kind: 'budget', title: 'budget:10usd', dollars: 10 },
  body: {
    ...{ kind: 'parallel', title: 'parallel', max: null, min: 4, minWritten: false },
    branches: [cell('0.10'), cell('0.12'), retried, cell('0.20')],
  },
};
const gpu: RemoteTarget = {
  ...{ kind: 'runpod', slots: 1, workspace: '~/workspace', environment: {}, image: 'i', gpus: ['NVIDIA'] },
  ...{ count: 1, clouds: ['SECURE'], dataCenters: [], disk: 20, maxPrice: 1, pods: 4, lifetime: 7200 },
  ...{ key: 'RUNPOD_API_KEY', start: '/start.sh' },
};

function sweep(): Plan {
  const bare = planFrom(tree, { commands: { train: { target: 'gpu' } } });
  const units = bare.nodes.filter(({ kind }) => kind === 'unit');
  const pods = units.map(({ id, title, parent }, index): PodScope => {
    const until = index === 2 && parent !== null ? parent : id;
    const scope = title.slice(1).replace(':', '-');
    return { id: scope, target: 'gpu', of: 'cell', until, units: [id], pods: 1, transfers: [] };
  });
  return { ...bare, pods, targets: { gpu } };
}

const plan = sweep();
const [one, two, three, four] = plan.nodes.flatMap(({ id, kind }) => (kind === 'unit' ? [id] : [])) as [
  ...[NodeId, NodeId, NodeId, NodeId],
];
const nameOf = (hex: string) => `mlw-local-3f9a-sweep-1795255200-${hex}`;
const rtx = 'RTX 4090, secure, EU-RO-1';
const a40 = 'A40, secure, EU-SE-1';

/** Seconds of the run and what happened then. */
type Story = readonly (readonly [seconds: number, ...facts: Fact[]])[];

const intended = (hex: string, scope: string, offer = rtx, price = 0.69): Fact => ({
  ...{ type: 'pod-intended', pod: nameOf(hex), target: 'gpu', scope, offer, price, lifetime: 7200 },
});
const created = (hex: string, price = 0.69): Fact => ({
  ...{ type: 'pod-created', pod: nameOf(hex), id: `id${hex}`, price },
});
const ready = (hex: string, seconds: number): Fact => ({
  ...{ type: 'pod-ready', pod: nameOf(hex), seconds, gpu: 'NVIDIA GeForce RTX 4090' },
});
const ended = (
  hex: string,
  seconds: number,
  why = 'its scope is over',
  proven = true,
  price = 0.69,
): Fact => ({
  ...{ type: 'pod-ended', pod: nameOf(hex), why, proven, seconds, dollars: (seconds * price) / 3600 },
});
const billed = (hex: string, dollars: number): Fact => ({ type: 'pod-billed', pod: nameOf(hex), dollars });
const placed = (node: NodeId, hex: string): Fact => ({
  type: 'unit-placed',
  node,
  on: nameOf(hex),
  share: 1,
});
const started = (node: NodeId, attempt = 1): Fact => ({
  ...{ type: 'unit-started', node, attempt, directory: `units/${node}` },
});
const done = (node: NodeId, accuracy: number, attempt = 1): Fact => ({
  ...{ type: 'unit-succeeded', node, attempt, seconds: 500, metrics: { accuracy }, values: {} },
});
const three1 = plan.nodes.find(({ title }) => title === 'retry:1')?.id as NodeId;

const untilLost: Story = [
  [0, { type: 'run-started', schema: 2, run: '20261121-100000-sweep-3f9a', workflow: 'sweep' }],
  [0, started(one), started(two), started(three), started(four)],
  [1, intended('aaa111', 'train-sigma-0.10'), intended('bbb222', 'train-sigma-0.12')],
  [1, intended('ccc333', 'train-sigma-0.15'), intended('ddd444', 'train-sigma-0.20')],
  [2, created('aaa111'), created('bbb222'), created('ccc333')],
  [
    3,
    {
      type: 'pod-refused',
      pod: nameOf('ddd444'),
      class: 'capacity',
      message: 'no RTX 4090 is free in EU-RO-1',
    },
  ],
  [4, intended('eee555', 'train-sigma-0.20', a40, 0.4), created('eee555', 0.44)],
  [91, ready('aaa111', 89), placed(one, 'aaa111')],
  [92, ready('bbb222', 90), placed(two, 'bbb222')],
  [97, ready('ccc333', 95), placed(three, 'ccc333')],
  [184, ready('eee555', 180), placed(four, 'eee555')],
];
const whole: Story = [
  ...untilLost,
  [
    ...([400] as const),
    ...[ended('ccc333', 399, 'the host was lost')],
    {
      ...{ type: 'unit-failed', node: three, attempt: 1, seconds: 400, class: 'connection-lost' },
      ...{ message: 'the host no longer answers', tail: [] },
    },
    { type: 'retry-scheduled', node: three1, attempt: 2, delay: 0, class: 'connection-lost' },
    { type: 'retry-started', node: three1, attempt: 2 },
    ...[started(three, 2), intended('fff666', 'train-sigma-0.15'), created('fff666')],
  ],
  [460, ready('fff666', 60), placed(three, 'fff666')],
  [591, done(one, 0.91)],
  [592, done(two, 0.94)],
  [650, ended('aaa111', 649), ended('bbb222', 649)],
  [684, done(four, 0.9)],
  [745, ended('eee555', 741, 'its scope is over', true, 0.44)],
  [960, done(three, 0.92, 2)],
];
const passed: Fact = { type: 'run-concluded', decision: 'passed', reasonCode: 'no-gates', reason: 'all ran' };

const stories: Readonly<Record<string, Story>> = {
  running: untilLost,
  'all ended': [
    ...whole,
    [1020, ended('fff666', 620)],
    [1021, passed],
    [1030, billed('aaa111', 0.13), billed('bbb222', 0.13), billed('ccc333', 0.08)],
    [1030, billed('eee555', 0.09), billed('fff666', 0.12)],
  ],
  unproven: [...whole, [1020, ended('fff666', 620, 'its scope is over', false)], [1021, passed]],
  'never known': [
    ...whole.slice(0, 2),
    [1, intended('aaa111', 'train-sigma-0.10'), intended('bbb222', 'train-sigma-0.12')],
    [2, created('aaa111')],
    [9, { ...passed, decision: 'cancelled', reasonCode: 'cancelled', reason: 'cancelled by SIGINT' } as Fact],
  ],
};

const began = Date.UTC(2026, 10, 21, 10);
const timeAt = (seconds: number) => new Date(began + seconds * 1000).toISOString();

function told(story: Story, watch: (event: RunEvent, state: RunState) => void = () => {}) {
  const state = initialState(plan);
  const events: RunEvent[] = [];
  for (const [seconds, ...facts] of story)
    for (const fact of facts) {
      const event: RunEvent = { seq: state.seq + 1, at: timeAt(seconds), ...fact };
      evolve(state, event);
      events.push(event);
      watch(event, state);
    }
  return { state, events };
}
const reportIn = (name: string) => reportOf(told(stories[name] ?? []).state, timeAt(1040));

describe.each(Object.keys(stories))('%s', (name) => {
  const report = reportIn(name);
  const options = { style: plain, files: [], project: '../other' };

  test('in the terminal', () => {
    expect(terminalReport(report, { ...options, columns: 130 })).toMatchSnapshot();
  });
  test('in a narrow terminal no line is too long', () => {
    const lines = terminalReport(report, { ...options, columns: 60 }).split('\n');
    const tooLong = lines.filter((line) => line.includes('RTX') && line.length > 60);
    expect(tooLong).toEqual([]);
  });
  test('in 80 columns each pod says what it has cost', () => {
    const lines = terminalReport(report, { ...options, columns: 80 }).split('\n');
    const pods = lines.filter((line) => line.includes('RTX') || line.includes('A40'));
    expect(pods.length).toBeGreaterThan(0);
    for (const pod of pods) expect(pod).toMatch(/\$\d\.\d\d(?!\/h)/);
  });
  test('as a comment', () => expect(markdownReport(report, { limit: 65_000 })).toMatchSnapshot());
  test('as JSON', () => expect({ pods: report.pods, money: report.money }).toMatchSnapshot());
});

test('each fact is one line', () => {
  const lines: string[] = [];
  told(stories.unproven ?? [], (event, state) => {
    const line = event.type.startsWith('pod-') || event.type === 'unit-placed';
    if (line) lines.push(eventLine(event, state, plain) ?? '');
  });
  told([...whole.slice(0, 4), [2, created('aaa111')], [3, billed('aaa111', 0.004)]], (event, state) => {
    if (event.type === 'pod-billed') lines.push(eventLine(event, state, plain) ?? '');
  });
  expect(lines.join('\n')).toMatchSnapshot();
});

test('a unit that shares a pod, and one on a host that is there already', () => {
  const lines: string[] = [];
  const state = initialState({ ...plan, targets: { gpu, box: { ...gpu } } });
  const facts: Fact[] = [...whole.slice(0, 5).flatMap(([, ...all]) => all)];
  const more: Fact[] = [
    { type: 'unit-placed', node: one, on: nameOf('aaa111'), share: 0.25 },
    { type: 'unit-placed', node: two, on: 'box', share: 1 },
  ];
  for (const fact of [...facts, ...more]) {
    const event: RunEvent = { seq: state.seq + 1, at: timeAt(1), ...fact };
    evolve(state, event);
    if (event.type === 'unit-placed') lines.push(eventLine(event, state, plain) ?? '');
  }
  expect(lines).toEqual([
    '  ▣ /train:sigma-0.10 runs on pod aaa111, with 25 % of it',
    '  ▣ /train:sigma-0.12 runs on box',
  ]);
});

test('a run without pods says nothing of them', () => {
  const report = reportOf(told(untilLost.slice(0, 2)).state, timeAt(1));
  expect(Object.keys(report)).not.toEqual(expect.arrayContaining(['pods']));
  expect(Object.keys(report)).not.toEqual(expect.arrayContaining(['money']));
  expect(
    `${terminalReport(report, { style: plain, columns: 80, files: [] })}${markdownReport(report, { limit: 9999 })}`,
  ).not.toMatch(/pod/i);
});

test('of very many pods those that may still cost money are named first', () => {
  const [pod] = reportIn('all ended').pods ?? [];
  const left = reportIn('unproven').pods?.at(-1);
  if (!pod || !left) throw new Error('no pods');
  const many: Report = {
    ...reportIn('unproven'),
    pods: [...Array.from({ length: 3000 }, () => ({ ...pod })), left],
  };
  const text = terminalReport(many, { style: plain, columns: 130, files: [] });
  expect(text.split('\n').length).toBeLessThan(80);
  expect(text).toContain(`${left.name} may still run`);
  const comment = markdownReport(many, { limit: 65_000 });
  expect(comment.length).toBeLessThan(65_000);
  expect(comment).toContain(left.name);
  const output = resultOutput(many);
  expect(output.length).toBeLessThan(resultLimit);
  expect(JSON.parse(output)).toMatchObject({ money: { cap: 10 } });
  expect(output).toContain(left.name);
});

describe('why', () => {
  const { state, events } = told(stories['all ended'] ?? []);
  const why = (text: string) => {
    const [node] = findSteps(state.plan, text);
    if (!node) throw new Error(`no step is ${text}`);
    return whyOf({ state, events, node }).because;
  };
  test('names the pod, and what came before it', () => {
    expect(why('sigma-0.10')).toContain(
      `it ran on the pod ${nameOf('aaa111')} (${rtx}, $0.69/h), ready after 1 min 29 s; the pod has ended: its scope is over`,
    );
    expect(why('sigma-0.20')).toEqual(
      expect.arrayContaining([
        `it ran on the pod ${nameOf('eee555')} (${a40}, $0.44/h), ready after 3 min; the pod has ended: its scope is over`,
        `${rtx} was refused [capacity]: no RTX 4090 is free in EU-RO-1`,
      ]),
    );
    expect(why('sigma-0.15')).toEqual(
      expect.arrayContaining([
        `it ran first on the pod ${nameOf('ccc333')} (${rtx}), which ended: the host was lost`,
      ]),
    );
  });
  test('says that no pod was ready', () => {
    const early = told(untilLost.slice(0, 6));
    const [node] = findSteps(plan, 'sigma-0.20');
    if (!node) throw new Error('no step');
    expect(whyOf({ ...early, node }).because).toEqual(
      expect.arrayContaining([
        'no pod was ready for it',
        `${rtx} was refused [capacity]: no RTX 4090 is free in EU-RO-1`,
      ]),
    );
  });
});

describe('while it runs', () => {
  let clock = 0;
  let shown = '';
  beforeEach(() => {
    vi.useFakeTimers();
    clock = 0;
    shown = '';
  });
  afterEach(() => vi.useRealTimers());
  /** What the view has drawn last. */
  const drawn = () =>
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own language
    (shown.split('\u001b[?7l').at(-1) ?? '').replace(/\u001b\[\??\d*[A-Za-z]/g, '').trimEnd();
  const screen = { write: (text: string) => (shown += text), columns: 120, rows: 30 };
  const view = () =>
    new LiveView(screen as { write(text: string): void; columns: number; rows: number }, plain, () => clock);

  test('what is paid stands below what runs, which waits for its pod, or tells its load and the time left', () => {
    const live = view();
    told(untilLost.slice(0, -1), (event, state) => {
      clock = Date.parse(event.at) - began;
      live.event(event, state);
    });
    clock = 197_000;
    live.progress(three, { done: 10, of: 40, metrics: { loss: 0.5 } });
    live.load(three, { gpu: 0.87, memory: 0.2 });
    live.load(one, { memory: 0.2 });
    vi.advanceTimersByTime(100);
    expect(drawn()).toMatchSnapshot();
    live.notice('pulling the image:\n  40 %');
    expect(shown).toContain('  · pulling the image: 40 %\n');
    expect(drawn()).toContain('$ 3 pods ready and 1 starting');
  });

  test('what nothing needs any more is being ended', () => {
    const live = view();
    const until = whole.findIndex(([seconds]) => seconds === 650);
    told(whole.slice(0, until), (event, state) => live.event(event, state));
    vi.advanceTimersByTime(100);
    expect(drawn()).toContain('$ 2 pods ready and 2 ending');
  });

  test('behind a cancel all are being ended, once nothing runs on them', () => {
    const live = view();
    const stopped = (node: NodeId): Fact => ({
      ...{ type: 'unit-failed', node, attempt: 1, seconds: 9, class: 'cancelled' },
      ...{ message: 'cancelled', tail: [] },
    });
    const cancel: Fact = { type: 'cancel-requested', by: 'SIGINT' };
    const story: Story = [...untilLost, [190, cancel], [191, stopped(one), stopped(two), stopped(three)]];
    told(story, (event, state) => live.event(event, state));
    vi.advanceTimersByTime(100);
    expect(drawn()).toContain('$ 1 pod ready and 3 ending');
    told([...story, [192, stopped(four)]], (event, state) => live.event(event, state));
    vi.advanceTimersByTime(100);
    expect(drawn()).toContain('$ 4 pods ending');
  });

  test('a bill that comes when all is over is a line and nothing more', () => {
    const live = view();
    told(stories['all ended'] ?? [], (event, state) => live.event(event, state));
    expect(vi.getTimerCount()).toBe(0);
    expect(shown.split('\n').at(-2)).toMatch(/pod fff666 was billed \$0\.12$/);
    expect(drawn()).toBe('');
  });

  test('as lines, what a target tells cannot command the runner', () => {
    const lines: string[] = [];
    new EventLines((line) => lines.push(line), plain).notice('::error::x\u001b[31m ##[group]');
    expect(lines).toEqual(['  · ::error::x # #[group]']);
  });
});
