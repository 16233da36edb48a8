/** The steps of a report as programs read them: an id for each, whole milliseconds, what a `context:` has set. */
import { expect, it } from 'vitest';
import { planText } from '../../src/reports/plan-text.ts';
import { reportOf } from '../../src/reports/report.ts';
import { styleFor } from '../../src/reports/style.ts';
import { outcomes, play } from '../engine/rig.ts';
import { planned } from '../plan/rig.ts';

const yaml = `commands:
  pick: { run: pick, result: json }
  train: { run: 'train "$@"', metrics: [{ output: [accuracy] }] }
  a: { run: a }
  b: { run: b }
`;

it('are complete, and each its own', () => {
  const { plan, text } = planned(
    '/pick > winner.json → context:winner → $best_sigma → /train $best_sigma → /try:/a → /catch:any → /b → /finally → /b → /end → /if:accuracy>0.9 → /a → /else → /b',
    yaml,
  );
  if (!plan) throw new Error(text);
  expect(planText(plan, styleFor({}, false))).toMatch(
    /context:winner → \$best_sigma {2,}built-in, the field best_sigma or sigma of winner\.json\n/,
  );
  const { state, events } = play(plan, {
    outcomes: outcomes({
      'context:winner → $best_sigma': {
        is: 'succeeded',
        result: { seconds: 0.12345678, values: { best_sigma: 0.12 } },
      },
      '/train $best_sigma': { is: 'succeeded', result: { metrics: { accuracy: 0.5 } } },
    }),
  });
  const { steps } = reportOf(state, events.at(-1)?.at ?? '');
  expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
  expect(steps.find(({ kind }) => kind === 'else')?.id).toMatch(/:else$/);
  expect(steps.find(({ title }) => title.startsWith('context:'))).toMatchObject({
    seconds: 0.123,
    note: '= 0.12',
  });
});
