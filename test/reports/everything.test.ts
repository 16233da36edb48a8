/** One of every element, planned and run: as text, as a chart, as a report. Whole texts, read by eye when they change. */
import { describe, expect, test } from 'vitest';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { eventLine } from '../../src/reports/event-line.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { flowchart } from '../../src/reports/mermaid.ts';
import { planJson } from '../../src/reports/plan-json.ts';
import { planText } from '../../src/reports/plan-text.ts';
import { reportOf } from '../../src/reports/report.ts';
import { gateStatus, statusOf } from '../../src/reports/status.ts';
import { styleFor } from '../../src/reports/style.ts';
import { terminalReport } from '../../src/reports/terminal.ts';
import { failed, lasting, outcomes, type Play, play } from '../engine/rig.ts';
import { playOn } from './told.ts';
import { branch, everything, gate, greater, planFrom, sequence, type Tree, unit } from './tree.ts';

const plain = styleFor({}, false);
const parameters = { kind: 'tpu', x: 0.96 };
const plan = planFrom(everything(), { more: { parameters } });
const terminal = { style: plain, columns: 110, files: [] };

/** What the live view and a log show, and the report behind it. */
function told(of: Plan, options: Partial<Play>): string {
  const lines: string[] = [];
  const { state } = playOn(of, {
    outcomes: outcomes({}),
    ...options,
    watch: (now, event) => {
      const line = eventLine(event, now, plain);
      if (line !== undefined) lines.push(line);
    },
  });
  const report = reportOf(state, new Date(state.at).toISOString());
  return `${lines.join('\n')}\n${terminalReport(report, terminal)}`;
}

describe('one of everything', () => {
  test('as a plan', () => expect(planText(plan, plain)).toMatchSnapshot());

  test('as a chart', () => expect(flowchart(plan)).toMatchSnapshot());

  const stories: Readonly<Record<string, Partial<Play>>> = {
    'that passes': { approve: () => true },
    'in which failures are handled': {
      outcomes: outcomes({ '/train': failed('oom'), '/notify': failed() }),
      approve: () => true,
    },
    'that fails after four attempts': {
      outcomes: outcomes({ '/train': failed('timeout'), '/use-backup': failed('exit-3') }),
    },
    'that waits for a person': {},
    'that a person refuses': { approve: () => false },
    'that is cancelled': { cancelAt: 5 },
  };
  test.each(Object.keys(stories))('run, %s', (name) =>
    expect(told(plan, stories[name] ?? {})).toMatchSnapshot(),
  );

  test('as a comment', () => {
    const { state } = play(plan, { outcomes: outcomes({ '/train': [failed('oom'), { is: 'succeeded' }] }) });
    const chart = flowchart(plan, (node, arm) =>
      arm === undefined ? statusOf(state, node) : gateStatus(state, node, arm),
    );
    const report = reportOf(state, new Date(state.at).toISOString());
    expect(markdownReport(report, { flowchart: chart, limit: 65_000 })).toMatchSnapshot();
  });
});

describe('a chart', () => {
  const chartOf = (tree: Tree) => flowchart(planFrom(tree));

  test('has no frame around nothing, and an arrow for what is caught', () => {
    const text = chartOf(
      sequence({ kind: 'retry', title: 'retry:1', retries: 1, body: sequence() }, unit('/a')),
    );
    expect(text).not.toContain('subgraph');
  });

  test('leads a failure of a guarded stretch to its gate', () => {
    const text = chartOf({
      ...sequence(
        unit('/review'),
        unit('/staging'),
        branch([{ gate: gate('tests-pass', greater('x', 1)), body: unit('/production') }], unit('/rollback')),
      ),
      guards: [{ from: 0, gate: 2 }],
    });
    expect(text).toContain('s0 -.->|"a failure"| n2');
    expect(text).toContain('n1 --> n2');
  });

  test('is valid whatever a label, a pattern or a title says', () => {
    const hostile = 'end"]; click n0 | subgraph `x` %%{init}%% <b>';
    const text = chartOf(
      sequence(
        unit('end', { title: hostile }),
        {
          kind: 'try',
          title: '/try',
          body: unit('/a'),
          catches: [{ label: hostile, matches: { is: 'any' }, body: unit('/b') }],
          otherwise: null,
          finally: null,
        },
        {
          kind: 'case',
          title: 'case',
          text: hostile,
          subject: { kind: 'variable', name: 'x' },
          arms: [{ patterns: ['end', hostile], body: unit('/c') }],
        },
      ),
    );
    for (const line of text.split('\n').slice(1)) {
      const bare = line.replace(/"[^"]*"/g, '""');
      expect(bare).toMatch(
        /^\s*(?:end|subgraph s\d+\[""\]|n\d+(?:\[""\]|\{""\}|\(\[""\]\))|[ns]\d+ -(?:-|\.-)>(?:\|(?:""|met|not met)\|)? [ns]\d+|class(?:Def)? .*)$/,
      );
      expect(line).not.toMatch(/"[^"]*[<>`{}()[\]|][^"]*"/);
    }
  });

  test('of many branches behind many stays below what Mermaid draws', () => {
    const wide = () => ({
      kind: 'parallel' as const,
      title: 'parallel of 25',
      branches: Array.from({ length: 25 }, (_, index) => unit(`/a${index}`)),
      max: null,
      min: 25,
      minWritten: false,
    });
    expect((chartOf(sequence(wide(), wide())).match(/-->/g) ?? []).length).toBeLessThan(100);
  });
});

test('a plan for programs has the estimate beside its own keys', () => {
  const tree = sequence(unit('/a'), {
    kind: 'retry',
    title: 'retry:1 delay:5',
    retries: 1,
    delay: 5,
    body: { kind: 'timeout', title: 'timeout:10', seconds: 10, body: unit('/b') },
  });
  const json = planJson(planFrom(tree, { commands: { a: { timeout: 3 } } }));
  expect(json).toMatchObject({ schema: 2, name: 'sweep', estimate: { seconds: 28, dollars: 0 } });
  expect(json.estimate.nodes['1.2.1.1' as NodeId]).toMatchObject({ attempts: 2 });
  expect(json.estimate.criticalPath).toEqual(['1.1', '1.2.1.1']);
});

test('a warning, an inconclusive gate, a reused unit and an attempt are all said', () => {
  const tree = sequence(
    unit('/a'),
    branch([{ gate: gate('$x>0.9', greater('x', 0.9), 'warn'), body: unit('/b') }]),
  );
  const of = planFrom(tree, { more: { parameters: { x: 0.5 } } });
  const { state } = play(of, { outcomes: outcomes({}) });
  const report = reportOf(state, new Date(state.at).toISOString());
  expect(terminalReport(report, terminal)).toMatchSnapshot();
  const [line] = report.gates;
  if (!line) throw new Error('there is no gate');
  const { warned: _, ...rest } = line;
  const unsure = { ...rest, outcome: 'inconclusive' as const, interval: '0.85 to 0.93', samples: 40 };
  const text = markdownReport({ ...report, gates: [unsure] }, { limit: 65_000 });
  expect(text).toContain('❔ inconclusive');
  expect(text).toContain('interval 0.85 to 0.93; n = 40');
});

describe('words for what is no failure', () => {
  test('a unit that a timeout ends is stopped', () => {
    const timed = planFrom({ kind: 'timeout', title: 'timeout:1', seconds: 1, body: unit('/slow') });
    const text = told(timed, { outcomes: outcomes({ '/slow': lasting(9) }) });
    expect(text).toMatch(/■ \/slow {2}stopped after /);
    expect(text).not.toMatch(/✗ \/slow/);
  });

  test('a run that went on with less than was wanted says so in its first line', () => {
    const less = planFrom({ kind: 'fallback', title: '/fallback:x', body: unit('/x') });
    expect(told(less, {})).toMatch(/^● sweep {2}passed, degraded {2}/m);
  });

  test('what a `repeat:` does again is a round, not an attempt', () => {
    const again = planFrom(
      {
        kind: 'repeat',
        title: 'repeat:2',
        times: 2,
        body: unit('/x'),
        gate: gate('$x>0.9', greater('x', 0.9)),
      },
      { more: { parameters: { x: 0.1 } } },
    );
    const text = told(again, { outcomes: outcomes({}) });
    expect(text).toMatch(/▸ \/x {2}round 2/);
  });
});
