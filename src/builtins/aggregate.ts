/** `/results:aggregate`: the cells of a sweep side by side, grouped by configuration. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Cell } from '../engine/cells.ts';
import { valueProblem } from '../engine/evaluate.ts';
import type { Metric } from '../plan/plan.ts';
import type { UnitOutcome, UnitRequest } from '../ports.ts';
import { type Interval, mean, standardDeviation, wilson } from './statistics.ts';
import { markdownTable } from './table.ts';

export const aggregateSchema = 1;

/** Values that tell repetitions of one configuration apart, not configurations. */
const repetition: ReadonlySet<string> = new Set(['seed', 'fold']);

export interface Group {
  /** Without seed and fold. */
  readonly config: Readonly<Record<string, string>>;
  readonly cells: readonly string[];
  readonly metrics: Readonly<Record<string, Summary>>;
}

export interface Summary {
  /** How many cells measured it. */
  readonly n: number;
  readonly mean: number;
  /** Of the sample, with n − 1; absent for a single cell. */
  readonly sd?: number;
  /** 95 %, by Wilson; of a share measured once on a known number of samples. */
  readonly interval?: Interval;
}

export function aggregate(request: UnitRequest): UnitOutcome {
  const { cells, plan } = request;
  const completed = cells.filter(({ status }) => status === 'completed');
  if (completed.length === 0) {
    return {
      is: 'failed',
      seconds: 0,
      class: 'no-metrics',
      message: `none of the ${cells.length} cells completed`,
      tail: cells.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`])),
    };
  }
  const groups = groupCells(completed, plan.metrics);
  const record = {
    schema: aggregateSchema,
    run: request.run,
    groups,
    cells: cells.map((cell) => ({
      id: cell.id,
      title: cell.title,
      status: cell.status,
      run_dir:
        cell.directory === undefined
          ? null
          : relative(request.workspace, join(request.runDirectory, cell.directory)),
      config: cell.config,
      metrics: cell.status === 'completed' ? cell.metrics : null,
      samples: cell.samples ?? null,
      seconds: cell.seconds ?? null,
      error: cell.error ?? null,
    })),
  };
  const path = join(request.directory, 'aggregate.json');
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
  writeFileSync(join(request.directory, 'aggregate.md'), `${aggregateTable(groups)}\n`);
  return {
    is: 'succeeded',
    result: {
      seconds: 0,
      metrics: {},
      values: { results: relative(request.workspace, path), completed: completed.length },
    },
  };
}

/** In the order of the chain. */
export function groupCells(cells: readonly Cell[], metrics: Readonly<Record<string, Metric>>): Group[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = JSON.stringify(Object.entries(configOf(cell)).sort());
    const own = groups.get(key);
    if (own) own.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()].map((own) => {
    const [first] = own;
    return {
      config: first ? configOf(first) : {},
      cells: own.map(({ id }) => id),
      metrics: summarise(own, metrics),
    };
  });
}

function configOf(cell: Cell): Record<string, string> {
  return Object.fromEntries(Object.entries(cell.config).filter(([name]) => !repetition.has(name)));
}

function summarise(
  cells: readonly Cell[],
  metrics: Readonly<Record<string, Metric>>,
): Record<string, Summary> {
  const names = [...new Set(cells.flatMap((cell) => Object.keys(cell.metrics)))];
  return Object.fromEntries(
    names.map((name) => {
      // A cell that lacks the metric is left out of its mean: missing is not 0.
      const measured = cells.filter((cell) => cell.metrics[name] !== undefined);
      const values = measured.map((cell) => cell.metrics[name] ?? Number.NaN);
      const [only] = measured;
      const samples = only?.samples;
      const [value] = values;
      const isShare =
        metrics[name]?.unit === 'fraction' &&
        values.length === 1 &&
        value !== undefined &&
        valueProblem(value, 'fraction') === undefined;
      const share = isShare ? value : undefined;
      const summary: Summary = {
        n: values.length,
        mean: mean(values),
        ...(values.length > 1 ? { sd: standardDeviation(values) } : {}),
        ...(share !== undefined && samples !== undefined && samples > 0
          ? { interval: wilson(share, samples) }
          : {}),
      };
      return [name, summary];
    }),
  );
}

function aggregateTable(groups: readonly Group[]): string {
  const configs = [...new Set(groups.flatMap(({ config }) => Object.keys(config)))];
  const metrics = [...new Set(groups.flatMap((group) => Object.keys(group.metrics)))];
  const rows = groups.map(({ config, metrics: own }) => [
    ...configs.map((name) => config[name] ?? ''),
    ...metrics.map((name) => {
      const summary = own[name];
      if (!summary) return '–';
      const spread = summary.sd === undefined ? '' : ` ± ${summary.sd.toPrecision(2)}`;
      return `${Number(summary.mean.toPrecision(4))}${spread}`;
    }),
  ]);
  return markdownTable([...configs, ...metrics], rows);
}
