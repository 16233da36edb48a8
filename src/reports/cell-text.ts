/** What one cell of a sweep came to, and what all of them did: for their check runs. */
import { shortNumber } from '../engine/evaluate.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import { code, fenced, sentence, table } from './markdown-text.ts';
import type { Report } from './report.ts';
import { duration } from './words.ts';

export interface CellText {
  /** At most 255 characters. */
  readonly title: string;
  readonly summary: string;
}

/** `branches`: those of the block that the cell stands for. */
export function cellText(state: RunState, report: Report, branches: readonly NodeId[]): CellText {
  const own = (node: NodeId) => {
    for (let id: NodeId | null = node; id !== null; id = state.byId.get(id)?.parent ?? null)
      if (branches.includes(id)) return true;
    return false;
  };
  const failures = report.failures.filter(({ node }) => own(node));
  const rows = report.sweeps.flatMap((sweep) =>
    sweep.rows.filter(({ node }) => own(node)).map((row) => ({ sweep, row })),
  );
  const units = state.plan.nodes.flatMap((node) => (node.kind === 'unit' && own(node.id) ? [node] : []));
  const measured = units.flatMap(({ id, title }) =>
    Object.entries(state.nodes.get(id)?.result?.metrics ?? {}).map(([metric, value]) => ({
      title,
      metric,
      value,
    })),
  );
  const [failure] = failures;
  const [first] = rows;
  const decisive = first?.sweep.metrics[0];
  const value = first?.row.values[0];
  const title = failure
    ? `${failure.message} [${failure.class}]`
    : decisive !== undefined && typeof value === 'number'
      ? `${decisive} ${shortNumber(value)}`
      : measured[0]
        ? `${measured[0].metric} ${shortNumber(measured[0].value)}`
        : 'done';
  const seconds = rows.reduce((sum, { row }) => sum + (row.seconds ?? 0), 0);
  const blocks = [
    ...failures.map(
      ({ title: where, message, class: cause, tail }) =>
        `${code(where)}: ${sentence(message)} ${code(cause)}${tail.length === 0 ? '' : `\n\n${fenced(tail.slice(-20).join('\n'))}`}`,
    ),
    measured.length === 0
      ? ''
      : table(
          ['metric', 'value', 'measured by'],
          measured
            .slice(0, 40)
            .map(({ title: by, metric, value: one }) => [code(metric), shortNumber(one), code(by)]),
        ),
    seconds > 0 ? `It took ${duration(seconds)}.` : '',
  ];
  return {
    title: title.slice(0, 255),
    summary: blocks.filter((block) => block !== '').join('\n\n') || 'Nothing was measured.',
  };
}

/** Of a whole block: how many cells succeeded, and the best of them. */
export function blockText(state: RunState, branches: readonly NodeId[]): CellText {
  const all = branches.map((branch) => state.nodes.get(branch)?.settlement);
  const count = (is: string) => all.filter((settlement) => settlement?.is === is).length;
  const succeeded = count('succeeded');
  const open = all.filter((settlement) => settlement === undefined).length;
  const others = [
    ...(count('failed') > 0 ? [`${count('failed')} failed`] : []),
    ...(count('not-met') > 0 ? [`${count('not-met')} not met`] : []),
    ...(count('stopped') > 0 ? [`${count('stopped')} stopped`] : []),
    ...(open > 0 ? [`${open} open`] : []),
  ];
  const title = [`${succeeded} of ${branches.length} cells succeeded`, ...others].join(', ');
  const failed = branches.flatMap((branch, index) => {
    const settlement = all[index];
    if (settlement?.is !== 'failed') return [];
    return [
      [code(state.byId.get(branch)?.title ?? branch), sentence(settlement.message), code(settlement.class)],
    ];
  });
  const shown = failed.slice(0, 100);
  const summary =
    shown.length === 0
      ? 'The comment and the summary of the run show what they measured.'
      : `${table(['cell', 'why', 'class'], shown)}${failed.length > shown.length ? `\n\n${failed.length - shown.length} more failed.` : ''}`;
  return { title, summary };
}
