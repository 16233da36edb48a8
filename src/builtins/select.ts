/** `/best-model:select`: the best cell of a sweep, by the declared rule. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Cell } from '../engine/cells.ts';
import { evaluate, metricReadings, valueProblem } from '../engine/evaluate.ts';
import type { Metric, Selection } from '../plan/plan.ts';
import type { UnitOutcome, UnitRequest } from '../ports.ts';
import { failureOf } from './outcome.ts';

/** Closer values count as equal: they differ by rounding, not by merit. */
const tie = 1e-12;

type Metrics = Readonly<Record<string, Metric>>;

export interface Choice {
  readonly winner: Cell;
  /** Cells with the same value of the metric that lost by a later rule. */
  readonly tied: readonly Cell[];
}

export function select(request: UnitRequest): UnitOutcome {
  const { selections } = request.plan;
  // Each `/best-model:select` of a chain may choose by a metric of its own.
  const selection = selections[request.unit.id] ?? selections['best-model'];
  if (!selection) throw new Error('internal: the plan has no selection; please report this');
  const { cells } = request;
  const { metrics: declared } = request.plan;
  const choice = choose(cells, selection, declared);
  const candidates = cells.map((cell) => ({
    id: cell.id,
    why_not: whyNot(cell, selection, declared) ?? null,
  }));
  const path = join(request.directory, 'winner.json');
  const write = (record: object) =>
    writeFileSync(path, `${JSON.stringify({ schema: 1, run_id: request.run, ...record }, null, 2)}\n`);
  const rule = ruleText(selection);
  const source = relative(request.workspace, path);
  if (!choice && selection.none === 'not-met') {
    write({ run_name: null, run_dir: null, rule, tied_with: [], candidates });
    const none = 'no cell was a candidate';
    return { is: 'succeeded', result: { seconds: 0, metrics: {}, values: {}, source, none } };
  }
  if (!choice) {
    return failureOf(
      'no-candidate',
      `none of the ${cells.length} cells is a candidate`,
      cells.map((cell) => `${cell.title}: ${whyNot(cell, selection, declared) ?? 'a candidate'}`),
    );
  }
  const { winner, tied } = choice;
  const directory = relative(request.workspace, join(request.runDirectory, winner.directory ?? ''));
  const metrics = Object.fromEntries(
    Object.entries(winner.metrics).map(([name, value]) => [`best_${name}`, value]),
  );
  write({
    run_name: winner.id,
    ...winner.metrics,
    ...winner.config,
    run_dir: directory,
    rule,
    tied_with: tied.map(({ id }) => id),
    candidates,
  });
  return {
    is: 'succeeded',
    result: {
      seconds: 0,
      metrics,
      values: { best_model: directory, best_config: JSON.stringify(winner.config), best_id: winner.id },
      primary: `best_${selection.metric}`,
      ...(winner.samples === undefined ? {} : { samples: winner.samples }),
      source,
    },
  };
}

/** Cells stand in the order of the chain, which decides last. */
export function choose(cells: readonly Cell[], selection: Selection, declared: Metrics): Choice | undefined {
  const candidates = cells.filter((cell) => whyNot(cell, selection, declared) === undefined);
  const rules = [{ metric: selection.metric, direction: selection.direction }, ...selection.ties];
  const [winner, ...others] = [...candidates].sort((a, b) => {
    for (const { metric, direction } of rules) {
      const difference = rated(b, metric, direction) - rated(a, metric, direction);
      if (Math.abs(difference) > tie) return difference;
    }
    return 0;
  });
  if (!winner) return undefined;
  const best = winner.metrics[selection.metric] ?? Number.NaN;
  return {
    winner,
    tied: others.filter((cell) => Math.abs((cell.metrics[selection.metric] ?? Number.NaN) - best) <= tie),
  };
}

/** Higher is better. A cell without the metric of a tie rule loses the tie. */
function rated(cell: Cell, metric: string, direction: 'max' | 'min'): number {
  const value = cell.metrics[metric];
  if (value === undefined) return -Number.MAX_VALUE;
  return direction === 'max' ? value : -value;
}

/** Why a cell is no candidate, or undefined when it is one. A missing metric is never 0. */
function whyNot(cell: Cell, selection: Selection, declared: Metrics): string | undefined {
  if (cell.status !== 'completed') return cell.error ?? 'it did not run';
  const measured = cell.metrics[selection.metric];
  if (measured === undefined) return `it has no \`${selection.metric}\``;
  const problem = valueProblem(measured, declared[selection.metric]?.unit ?? 'number');
  if (problem !== undefined) return `its \`${selection.metric}\` is ${problem}`;
  if (!selection.where) return undefined;
  const readings = metricReadings(({ written, metric, unit }) => {
    const value = cell.metrics[metric];
    return {
      written,
      metric,
      unit,
      ...(value === undefined ? {} : { value }),
      ...(cell.samples === undefined ? {} : { samples: cell.samples }),
    };
  }, new Map());
  const { outcome, reason, sum } = evaluate(selection.where.expression, readings);
  return outcome === 'met' ? undefined : (reason ?? `not ${sum}`);
}

function ruleText(selection: Selection): string {
  const parts = [`${selection.direction} ${selection.metric}`];
  if (selection.where) parts.push(`where ${selection.where.text}`);
  for (const { metric, direction } of selection.ties) parts.push(`then ${direction} ${metric}`);
  return parts.join(', ');
}
