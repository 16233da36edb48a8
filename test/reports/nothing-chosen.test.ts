/** A sweep without a candidate, where that is an outcome: every report says why the gate was not met. */
import { expect, it } from 'vitest';
import { eventLine } from '../../src/reports/event-line.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { planText } from '../../src/reports/plan-text.ts';
import { reportOf } from '../../src/reports/report.ts';
import { styleFor } from '../../src/reports/style.ts';
import { terminalReport } from '../../src/reports/terminal.ts';
import { whyOf } from '../../src/reports/why.ts';
import { outcomes, play } from '../engine/rig.ts';
import { planned } from '../plan/rig.ts';

const yaml = `select: { best-model: { max: accuracy, none: not-met } }
commands:
  train:
    run: x
    inputs: [data]
    isolation: copy
    metrics: [{ output: [accuracy] }]
    asserts: ["accuracy > 50%", "duration < 5m"]
  a: { run: a }
  b: { run: b }
`;
const plain = styleFor({}, false);

it('says so everywhere', () => {
  const { plan } = planned(
    'parallel[/train | /train] → /best-model:select → /if:best-acc>0.9 → /a → /else → /b',
    yaml,
  );
  if (!plan) throw new Error('it has a plan');
  expect(planText(plan, plain)).toContain(
    'reads data, in a copy of the workspace, asserts accuracy > 50% and duration < 5m',
  );
  const lines: string[] = [];
  const { state, events } = play(plan, {
    outcomes: outcomes({
      '/best-model:select': { is: 'succeeded', result: { none: 'no cell was a candidate' } },
    }),
    watch: (now, event) => lines.push(eventLine(event, now, plain) ?? ''),
  });
  const said = 'best-acc none > 0.9 (no cell was a candidate)';
  expect(lines.join('\n')).toContain(`gate not met  ${said}`);
  expect(lines.join('\n')).toMatch(/\/best-model:select {2}\d.* s {2}no cell was a candidate/);
  const report = reportOf(state, events.at(-1)?.at ?? '');
  expect(report.gates).toMatchObject([{ outcome: 'not-met', reason: 'no cell was a candidate' }]);
  const texts = [
    terminalReport(report, { style: plain, columns: 120, files: [] }),
    markdownReport(report, { limit: 60_000 }),
  ];
  for (const text of texts) expect(text).toMatch(/[Nn]o cell was a candidate/);
  const node = plan.nodes.find(({ kind }) => kind === 'branch');
  if (!node) throw new Error('it has a gate');
  expect(whyOf({ state, events, node }).because[0]).toBe(
    'gate best-acc none > 0.9 was not met, because no cell was a candidate (from /best-model:select)',
  );
});
