/** What people read of a run, from journals made by hand: whole texts, read by eye when they change. */
import { describe, expect, test } from 'vitest';
import { advance } from '../../src/engine/advance.ts';
import type { Fact, RunEvent } from '../../src/engine/event.ts';
import { evolve } from '../../src/engine/evolve.ts';
import { initialState, type RunState } from '../../src/engine/state.ts';
import { sourceOf } from '../../src/language/source.ts';
import { planChain } from '../../src/plan/lower.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import type { CommandDefinition, Project } from '../../src/plan/project.ts';
import { markdownReport, verdictTitle } from '../../src/reports/markdown.ts';
import { flowchart } from '../../src/reports/mermaid.ts';
import { planText } from '../../src/reports/plan-text.ts';
import { type Report, reportOf } from '../../src/reports/report.ts';
import { gateStatus, statusOf } from '../../src/reports/status.ts';
import { styleFor } from '../../src/reports/style.ts';
import { terminalReport } from '../../src/reports/terminal.ts';

const chain =
  '/setup → parallel[/train:sigma-0.10 | /train:sigma-0.12 | /train:sigma-0.15] → /results:aggregate → /best-model:select → /if:best-acc>0.90 → /deploy → /else → /analyse';

function command(name: string, metrics: readonly string[] = [], deploys?: string): CommandDefinition {
  return {
    is: 'run',
    name,
    params: [],
    command: {
      is: 'run',
      name,
      script: `${name} "$@"`,
      shell: 'sh',
      target: 'local',
      env: [],
      outputs: [],
      metrics:
        metrics.length === 0
          ? []
          : [
              {
                format: 'json',
                path: '$ML_RUN_DIR/metrics.json',
                fields: Object.fromEntries(metrics.map((metric) => [metric, metric])),
              },
            ],
      errors: [],
      ...(deploys === undefined ? {} : { deploys }),
    },
  };
}

const definitions = [
  command('setup'),
  command('train', ['accuracy', 'loss', 'n']),
  command('deploy', [], 'production'),
  command('analyse'),
];
const project: Project = {
  commands: new Map(definitions.map((definition) => [definition.name, definition])),
  axes: new Map([['sigma', { name: 'sigma', flag: '--sigma' }]]),
  metrics: new Map(),
  selections: new Map(),
  lists: new Map(),
  predicates: new Map(),
  agents: new Map(),
  prices: {},
  strictUnits: false,
  results: { file: 'experiment_results.jsonl', phase: 1, id: '{command}_{axis}_{value}' },
};

function planOf(text: string): Plan {
  const { plan, diagnostics } = planChain(project, {
    name: 'sweep',
    chain: sourceOf('sweep.yml', text),
    params: [],
    given: [],
  });
  if (!plan)
    throw new Error(
      diagnostics
        .sorted()
        .map(({ message }) => message)
        .join('\n'),
    );
  return plan;
}

/** What a unit does when it is started: metrics, a failure, or nothing yet. */
type Script = Readonly<
  Record<
    string,
    { metrics?: Record<string, number>; values?: Record<string, string>; fails?: string } | 'runs'
  >
>;

/** Plays the run by the real engine with scripted outcomes; one second for each event. */
function play(plan: Plan, script: Script, cancel = false): RunState {
  const state = initialState(plan);
  let seconds = 0;
  const append = (fact: Fact) => {
    seconds += 1;
    const event: RunEvent = {
      seq: state.seq + 1,
      at: new Date(Date.UTC(2026, 10, 21, 10, 0, seconds)).toISOString(),
      ...fact,
    };
    evolve(state, event);
  };
  append({ type: 'run-started', schema: 1, run: '20261121-100000-sweep-3f9a', workflow: 'sweep' });
  for (let turn = 0; turn < 100; turn += 1) {
    const { facts, start } = advance(state, () => 10, state.at);
    for (const { unit, attempt } of start)
      append({ type: 'unit-started', node: unit.id, attempt, directory: `units/${unit.id}` });
    for (const fact of facts) append(fact);
    for (const { unit, attempt } of start) {
      const outcome = script[unit.title] ?? {};
      if (outcome === 'runs') continue;
      const { metrics = {}, values = {}, fails } = outcome;
      if (fails === undefined) {
        append({
          type: 'unit-succeeded',
          node: unit.id,
          attempt,
          seconds: 8.25,
          metrics,
          values,
          ...(metrics.n === undefined ? {} : { samples: metrics.n }),
          ...(unit.title === '/best-model:select' ? { samples: 600 } : {}),
        });
      } else {
        append({
          type: 'unit-failed',
          node: unit.id,
          attempt,
          seconds: 3,
          class: 'exit-1',
          message: fails,
          tail: ['Traceback', 'ValueError: `x` | @maya'],
        });
      }
    }
    if (facts.length === 0 && start.length === 0) break;
  }
  if (cancel) {
    append({ type: 'cancel-requested', by: 'SIGINT' });
    for (const node of [...state.running]) {
      append({
        type: 'unit-failed',
        node: node as NodeId,
        attempt: 1,
        seconds: 4,
        class: 'cancelled',
        message: 'cancelled',
        tail: [],
      });
    }
    for (const fact of advance(state, () => 0, state.at).facts) append(fact);
  }
  return state;
}

const trained = (accuracy: number) => ({ metrics: { accuracy, loss: 1 - accuracy, n: 600 } });
const selected = (accuracy: number, directory: string) => ({
  metrics: { best_accuracy: accuracy, best_loss: 0.1, best_n: 600 },
  values: { best_id: 'x', best_model: `.ml-workflow/runs/x/${directory}`, best_config: '{}' },
});
const good: Script = {
  '/train:sigma-0.10': trained(0.88),
  '/train:sigma-0.12': trained(0.9467),
  '/train:sigma-0.15': trained(0.91),
  '/best-model:select': selected(0.9467, 'units/2.2-train-sigma-0.12'),
};
const now = '2026-11-21T10:01:00.000Z';
const stories: Record<string, () => RunState> = {
  running: () => play(planOf(chain), { ...good, '/train:sigma-0.15': 'runs' }),
  met: () => play(planOf(chain), good),
  'not met': () =>
    play(planOf(chain), { ...good, '/best-model:select': selected(0.88, 'units/2.1-train-sigma-0.10') }),
  error: () => play(planOf(chain), { ...good, '/best-model:select': { metrics: {}, values: {} } }),
  'failed cell': () =>
    play(planOf(chain), { ...good, '/train:sigma-0.10': { fails: 'exit code 1: ValueError' } }),
  cancelled: () => play(planOf(chain), { ...good, '/train:sigma-0.15': 'runs' }, true),
};

const options = { sha: 'abc1234def', url: 'https://github.com/moola/demo/actions/runs/1', limit: 65_000 };
const chartOf = (state: RunState) =>
  flowchart(state.plan, (node, arm) =>
    arm === undefined ? statusOf(state, node) : gateStatus(state, node, arm),
  );

describe.each(Object.keys(stories))('%s', (name) => {
  const state = stories[name]?.() ?? play(planOf(chain), {});
  const report = reportOf(state, now);

  test('as a comment', () =>
    expect(markdownReport(report, { ...options, flowchart: chartOf(state) })).toMatchSnapshot());
  test('in the terminal', () =>
    expect(
      terminalReport(report, {
        style: styleFor({}, false),
        columns: 100,
        files: [{ label: 'run', path: '.ml-workflow/runs/x' }],
      }),
    ).toMatchSnapshot());
  test('the title of its check', () => expect(verdictTitle(report)).toMatchSnapshot());
});

test.each([34, 50, 80])('a terminal of %i columns wraps neither the steps nor the sweep', (columns) => {
  const report = reportOf(play(planOf(chain), good), now);
  const text = terminalReport(report, { style: styleFor({}, false), columns, files: [] });
  const [, steps = '', sweep = ''] = text.split('\n\n');
  for (const line of [...steps.split('\n'), ...sweep.split('\n')])
    expect(line.length).toBeLessThanOrEqual(columns);
  expect(sweep.includes('█')).toBe(columns === 80);
});

describe('a comment', () => {
  const big = (rows: number): Report => {
    const report = reportOf(play(planOf(chain), good), now);
    const [sweep] = report.sweeps;
    const [row] = sweep?.rows ?? [];
    if (!sweep || !row) throw new Error('the story has no sweep');
    const failures = Array.from({ length: rows }, (_, index) => ({
      node: row.node,
      title: `/train:sigma-${index}`,
      class: 'exit-1',
      message: 'exit code 1',
      tail: Array.from({ length: 20 }, () => '```` @maya <b>#12</b> '.repeat(10)),
    }));
    return {
      ...report,
      failures,
      sweeps: [
        {
          ...sweep,
          rows: Array.from({ length: rows }, (_, index) => ({ ...row, best: index === rows - 1 })),
        },
      ],
    };
  };

  test.each([65_000, 20_000, 8_000, 4_000, 2_000, 900, 200])(
    'of at most %i characters is never over it, and never half a fence',
    (limit) => {
      const text = markdownReport(big(300), { ...options, flowchart: 'flowchart LR\n  a --> b', limit });
      expect(text.length).toBeLessThanOrEqual(limit);
      const fences = text.match(/^`{3,}/gm) ?? [];
      expect(fences.length % 2).toBe(0);
      expect((text.match(/<details>/g) ?? []).length).toBe((text.match(/<\/details>/g) ?? []).length);
      expect(text).toContain('✅ sweep: passed');
    },
  );

  test('keeps the best cell when rows are cut', () => {
    expect(markdownReport(big(300), { ...options, limit: 4_000 })).toContain('⭐');
  });

  test('shows foreign text without obeying it', () => {
    const report = reportOf(play(planOf(chain), good), now);
    const hostile = '``` @maya #12 <script> | \u001b[31mred\u202e [x](http://e) </details>';
    const text = markdownReport(
      {
        ...report,
        reason: hostile,
        failures: [
          { node: 'x' as NodeId, title: hostile, class: hostile, message: hostile, tail: [hostile] },
        ],
      },
      options,
    );
    const bare = text
      .replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, '')
      .replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '')
      .replace(/<code>.*?<\/code>/g, '');
    expect(bare).not.toMatch(/@maya|<script>|\[x\]/);
    for (const hidden of ['\u001b', '\u202e']) expect(text).not.toContain(hidden);
    expect((text.match(/<details>/g) ?? []).length).toBe(2);
  });
});

describe('a flowchart', () => {
  test('of a plan that has not run', () => expect(flowchart(planOf(chain))).toMatchSnapshot());

  test('of a long chain is cut to what can be read', () => {
    const long = flowchart(planOf(Array.from({ length: 500 }, () => '/setup').join(' → ')));
    expect(long.split('\n').length).toBeLessThan(200);
    expect(long).toContain('more');
  });

  test('cannot be broken by names', () => {
    const text = flowchart(planOf('/setup "a]b|c;d#e<f>" → /train → /if:acc>0.9 and acc<1 → /deploy'));
    for (const line of text.split('\n').filter((one) => /^ {2}n\d+["{[(]/.test(one))) {
      expect(line).toMatch(
        /^ {2}n\d+(?:\["[^"[\]{}|;<>()]*(?:#\d+;[^"[\]{}|;<>()]*)*"\]|\{"[^"[\]{}|<>()]*"\})$/,
      );
    }
  });
});

test('a plan as text', () => expect(planText(planOf(chain), styleFor({}, false))).toMatchSnapshot());
