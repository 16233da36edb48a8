/** Runs that people are told of: real plans, driven by the engine, with what a pull request adds to them. */
import type { RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import type { RunState } from '../../src/engine/state.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import type { BaseRun, ReportContext } from '../../src/reports/context.ts';
import { type Report, reportOf } from '../../src/reports/report.ts';
import { failed, lasting, type Outcome, outcomes, type Play, play } from '../engine/rig.ts';
import { planned } from '../plan/rig.ts';

export const yaml = `axes: { sigma: { flag: --sigma } }
metrics: { loss: { better: lower }, share: { unit: percent } }
commands:
  setup: { run: sh setup.sh }
  train: { run: 'python3 train.py "$@"', metrics: [{ json: $ML_RUN_DIR/m.json, fields: [accuracy, loss] }] }
  evaluate: { run: python3 evaluate.py, metrics: [{ output: [f1, latency_ms, share] }] }
  deploy: { run: sh deploy.sh, deploys: production }
  analyse: { run: sh analyse.sh }
`;
const sweep = (values: readonly string[]) =>
  `/setup → parallel[${values.map((value) => `/train:sigma-${value}`).join(' | ')}] → /results:aggregate → /best-model:select → /evaluate`;
const gated = `${sweep(['0.10', '0.12', '0.15'])} → /if:best-acc>0.90 → /deploy → /else → /analyse`;

export function planOf(chain: string): Plan {
  const { plan, text } = planned(chain, yaml);
  if (!plan) throw new Error(text);
  return { ...plan, name: 'sweep', file: 'workflows/sweep.yml', nodes: plan.nodes.map(inFile) };
}

/** As a workflow's file has it: a chain that is typed stands on no line. */
function inFile<Node extends Plan['nodes'][number]>(node: Node): Node {
  return { ...node, at: { ...node.at, file: 'workflows/sweep.yml', line: node.at.line + 3 } };
}

const trained = (accuracy: number, samples = 600): Outcome => ({
  is: 'succeeded',
  seconds: 1300,
  result: { seconds: 1300, metrics: { accuracy, loss: Number((1 - accuracy).toFixed(4)) }, samples },
});
const evaluated: Outcome = {
  is: 'succeeded',
  seconds: 40,
  result: { metrics: { f1: 0.91, latency_ms: 12.5 }, samples: 600 },
};

export function chosen(plan: Plan, title: string, accuracy: number, samples = 600): Outcome {
  const cell = plan.nodes.find((node) => node.title === title)?.id;
  return {
    is: 'succeeded',
    result: {
      metrics: { best_accuracy: accuracy, best_loss: Number((1 - accuracy).toFixed(4)) },
      values: { best_id: title, best_model: `.ml-workflow/runs/r/units/${cell}` },
      samples,
    },
  };
}

const log = [
  'epoch 3/60 loss=nan',
  'Traceback (most recent call last):',
  '  File "/root/workspace/train.py", line 88, in <module>',
  '    main()',
  '  File "/root/workspace/lstm/model.py", line 41, in forward',
  '    return self.head(x)',
  '  File "/usr/lib/python3.12/site-packages/torch/nn/modules/module.py", line 1553, in _call_impl',
  '    return forward_call(*args, **kwargs)',
  'ValueError: the loss is not finite @maya #12 <b>',
];

/** The same journal with the last lines of a log where a unit has failed by itself. */
function withLogs(events: readonly RunEvent[]): RunEvent[] {
  return events.map((event) =>
    event.type === 'unit-failed' && event.class.startsWith('exit')
      ? { ...event, message: 'exit code 1: ValueError: the loss is not finite', tail: log }
      : event,
  );
}

/** An hour into it. */
const began = Date.UTC(2026, 10, 21, 10);

function told(plan: Plan, options: Partial<Play>, until?: (event: RunEvent) => boolean): RunState {
  const { events } = play(plan, { outcomes: outcomes({}), ...options });
  const end = until ? events.findIndex(until) + 1 : events.length;
  const dated = withLogs(events.slice(0, end)).map((event) => ({
    ...event,
    at: new Date(began + Date.parse(event.at) - 1_000_000).toISOString(),
  }));
  return fold(plan, dated);
}

const good = (plan: Plan) => ({
  '/train:sigma-0.10': trained(0.88),
  '/train:sigma-0.12': trained(0.9617),
  '/train:sigma-0.15': trained(0.91),
  '/best-model:select': chosen(plan, '/train:sigma-0.12', 0.9617),
  '/evaluate': evaluated,
});

const hundred = Array.from({ length: 100 }, (_, index) => (0.01 * (index + 1)).toFixed(2));

function manyCells(): RunState {
  const plan = planOf(`${sweep(hundred)} → /if:best-acc>0.90 → /deploy → /else → /analyse`);
  const cells = hundred.map((value, index): [string, Outcome] => [
    `/train:sigma-${value}`,
    index % 25 === 7 ? failed() : trained(Number((0.95 - Math.abs(index - 40) / 400).toFixed(4))),
  ]);
  return told(plan, {
    outcomes: outcomes({
      ...Object.fromEntries(cells),
      '/best-model:select': chosen(plan, '/train:sigma-0.41', 0.95),
      '/evaluate': evaluated,
    }),
  });
}

/** By what became of the run. */
export const states: Readonly<Record<string, () => RunState>> = {
  running: () => {
    const plan = planOf(gated);
    const isSecond = (event: RunEvent) =>
      event.type === 'unit-succeeded' && (event.node as string).includes('0.12');
    return told(plan, { outcomes: outcomes(good(plan)), slots: 2 }, isSecond);
  },
  met: () => {
    const plan = planOf(gated);
    return told(plan, { outcomes: outcomes(good(plan)) });
  },
  'not met': () => {
    const plan = planOf(`${sweep(['0.10', '0.12', '0.15'])} → /require:best-acc>0.97 → /deploy`);
    return told(plan, { outcomes: outcomes(good(plan)) });
  },
  error: () => {
    const plan = planOf(gated);
    return told(plan, { outcomes: outcomes({ ...good(plan), '/best-model:select': lasting(1) }) });
  },
  'failed cell': () => {
    const plan = planOf(gated.replace('parallel[', 'parallel:min=2['));
    return told(plan, { outcomes: outcomes({ ...good(plan), '/train:sigma-0.10': failed() }) });
  },
  cancelled: () => {
    const plan = planOf(gated);
    return told(plan, { outcomes: outcomes(good(plan)), slots: 2, cancelAt: 7 });
  },
  'waiting for approval': () => {
    const plan = planOf(
      `${sweep(['0.10', '0.12'])} → /if:best-acc>0.90 → /approve:production → /deploy → /else → /analyse`,
    );
    return told(plan, { outcomes: outcomes(good(plan)) });
  },
  'over budget': () => {
    const bare = planOf(`budget:2usd → (${sweep(['0.10', '0.12', '0.15'])})`);
    const plan = { ...bare, prices: { local: 2.5 } };
    return told(plan, { outcomes: outcomes(good(plan)), slots: 3 });
  },
  '100 cells': manyCells,
};

export const head = 'def5678a1b2c3d4e5f60718293a4b5c6d7e8f901';
export const sha = 'abc12345f60718293a4b5c6d7e8f901122334455';

export const base: BaseRun = {
  run: '20261120-090000-sweep-77aa',
  sha: '0123456789abcdef0123456789abcdef01234567',
  at: '2026-11-20T09:31:00.000Z',
  branch: 'main',
  url: 'https://github.com/moola/demo/actions/runs/7001',
  metrics: [
    { metric: 'accuracy', value: 0.951, unit: 'fraction', better: 'higher', samples: 600 },
    { metric: 'f1', step: '/evaluate', value: 0.85, unit: 'fraction', better: 'higher', samples: 600 },
    { metric: 'latency_ms', step: '/evaluate', value: 12.1, unit: 'number', better: 'lower' },
  ],
};

export const context: ReportContext = {
  sha,
  url: 'https://github.com/moola/demo/actions/runs/7102',
  requested_by: 'maya',
  asked: '/ml-train --epochs 60',
  base,
};

const stop = { text: '/ml-stop', does: 'ends the run and its pods' };
const again = { text: '/ml-train --epochs 60', does: 'runs it again' };
const resume = { text: '/ml-resume', does: 'goes on where it stopped' };
const commands: Readonly<Record<string, ReportContext['commands']>> = {
  running: [stop, { text: '/ml-status', does: 'tells what runs' }],
  met: [again],
  'not met': [again],
  'waiting for approval': [stop],
  cancelled: [resume, again],
  'failed cell': [again],
};

const earlier = [
  {
    ...{ run: '20261120-200000-sweep-1b2c', sha: head, at: '2026-11-20T20:04:00.000Z', sign: '❌' },
    ...{ verdict: 'gate not met', metric: 'best_accuracy', value: 0.88, cost: 0.42, by: 'maya' },
    url: 'https://github.com/moola/demo/actions/runs/7050',
  },
  {
    ...{ run: '20261119-100000-sweep-9c0d', sha: head, at: '2026-11-19T10:20:00.000Z', sign: '⏹️' },
    ...{ verdict: 'cancelled', by: 'sam' },
  },
];

export function storyReport(name: string): Report {
  const [story, more] =
    name === 'stale'
      ? (['met', { stale: { because: 'head-moved', now: head } }] as const)
      : ([name, {}] as const);
  const state = states[story]?.();
  if (!state) throw new Error(`there is no story ${name}`);
  const allowed = commands[story] ?? [again];
  return reportOf(state, new Date(state.at + 5000).toISOString(), {
    ...context,
    ...{ commands: allowed, ...more },
    ...(story === 'met' || story === 'not met' ? { earlier } : {}),
    ...(story === 'not met'
      ? { notes: ['this pull request edits `ml-workflow.yml`; the run was judged by that of `main`'] }
      : {}),
    ...(story === 'cancelled'
      ? { lost: ['the check run was not written: the token has no `checks: write`'] }
      : {}),
  });
}

export const storyNames = [...Object.keys(states).slice(0, 7), 'stale', 'over budget', '100 cells'] as const;

export function nodeNamed(state: RunState, title: string): NodeId {
  const found = state.plan.nodes.find((node) => node.title === title);
  if (!found) throw new Error(`there is no ${title}`);
  return found.id;
}
