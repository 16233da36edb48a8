/** What differs between this run and another one: configuration first, then what it came to. */
import { shortNumber } from '../../engine/evaluate.ts';
import type { Report } from '../report.ts';
import { duration, verdictWords } from '../words.ts';
import { code, sentence, type TableRow, table, text } from './text.ts';

export interface Comparison {
  readonly report: Report;
  /** Of that run, by name. */
  readonly parameters: Readonly<Record<string, string>>;
  /** What was changed in the chain and its commands since, as sentences. */
  readonly differences: readonly string[];
}

const mostRows = 200;
const mostDifferences = 50;

/** Undefined keys of either side read as `–`. */
export function comparisonHtml(
  now: Report,
  parameters: Readonly<Record<string, string>>,
  { report: before, parameters: earlier, differences }: Comparison,
  left: (what: string) => void,
): string {
  const names = [...new Set([...Object.keys(earlier), ...Object.keys(parameters)])];
  const changed = names.filter((name) => earlier[name] !== parameters[name]);
  const told = differences.slice(0, mostDifferences);
  if (differences.length > told.length)
    left(`${differences.length - told.length} more differences between the runs are not listed`);
  const { rows: measured, same } = measuredRows(now, before);
  if (measured.length > mostRows) left(`${measured.length - mostRows} more metrics are not compared`);
  const verdict =
    before.decision === undefined ? 'goes on' : verdictWords(before.decision, before.reason_code);
  return [
    `<p>With ${code(before.run)}: ${text(verdict)}, ${duration(before.seconds)}.</p>`,
    changed.length === 0 && told.length === 0
      ? '<p>The chain, its commands and its parameters are the same.</p>'
      : '',
    told.length === 0 ? '' : `<ul>${told.map((one) => `<li>${sentence(one)}</li>`).join('\n')}</ul>`,
    changed.length === 0
      ? ''
      : table(
          'Parameters that differ',
          [{ name: 'parameter' }, { name: 'before' }, { name: 'now' }],
          changed.slice(0, mostRows).map((name) => ({
            cells: [name, earlier[name], parameters[name]].map((one) => ({
              html: one === undefined ? '–' : code(one),
            })),
          })),
        ),
    measured.length === 0
      ? ''
      : table(
          `What both have measured${same > 0 ? `, but ${same} that did not change` : ''}`,
          [
            { name: 'command' },
            { name: 'metric' },
            { name: 'before', isNumber: true },
            { name: 'now', isNumber: true },
            { name: 'change', isNumber: true },
          ],
          measured.slice(0, mostRows),
        ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function measuredRows(
  now: Report,
  before: Report,
): { readonly rows: readonly TableRow[]; readonly same: number } {
  let same = 0;
  const earlier = new Map(
    measurements(before).map(({ step, metric, value }) => [`${step}\n${metric}`, value]),
  );
  const rows = measurements(now).flatMap(({ step, metric, value }): TableRow[] => {
    const was = earlier.get(`${step}\n${metric}`);
    if (was === undefined) return [];
    const change = value - was;
    if (change === 0) {
      same += 1;
      return [];
    }
    const words = `${change > 0 ? '+' : '−'}${shortNumber(Math.abs(change))}`;
    const cells = [code(step), code(metric), shortNumber(was), shortNumber(value), words];
    return [{ cells: cells.map((html) => ({ html })) }];
  });
  return { rows, same };
}

function measurements({ metrics, sweeps }: Report): { step: string; metric: string; value: number }[] {
  return [
    ...sweeps.flatMap((sweep) =>
      sweep.rows.flatMap(({ title, values }) =>
        values.flatMap((value, index) =>
          value === null ? [] : [{ step: title, metric: sweep.metrics[index] ?? '', value }],
        ),
      ),
    ),
    ...metrics,
  ];
}
