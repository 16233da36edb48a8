/** The finished units of a sweep, side by side: what the commands that collect, the results file and the report read. */
import type { NodeId, Plan, UnitNode, Value } from '../plan/plan.ts';
import { ownField } from './own-field.ts';
import { readingsAt } from './read.ts';
import { type NodeState, type RunState, unitOf } from './state.ts';
import { unitInput } from './template.ts';

export interface Cell {
  readonly node: NodeId;
  /** As people write it: `/train:sigma-0.10`. */
  readonly title: string;
  /** The experiment's id in result files: `phase1_sigma_0.10`. */
  readonly id: string;
  readonly status: 'completed' | 'failed' | 'not-run';
  /** Empty unless completed. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly primary?: string;
  readonly samples?: number;
  /** Parameters and axis values, as text. */
  readonly config: Readonly<Record<string, string>>;
  /** The unit's own directory, relative to the run's; absent when it never started. */
  readonly directory?: string;
  readonly seconds?: number;
  readonly error?: string;
}

export function cellsOf(state: RunState, ids: readonly NodeId[]): Cell[] {
  return ids.map((id) => {
    return cellOf(state, unitOf(state, id), state.nodes.get(id));
  });
}

function cellOf(state: RunState, unit: UnitNode, own: NodeState | undefined): Cell {
  const result = own?.result;
  const failure = own?.failure;
  return {
    node: unit.id,
    title: unit.title,
    id: experimentId(state.plan, unit),
    status: result ? 'completed' : failure ? 'failed' : 'not-run',
    metrics: result?.metrics ?? {},
    ...(result?.primary === undefined ? {} : { primary: result.primary }),
    ...(result?.samples === undefined ? {} : { samples: result.samples }),
    config: own?.input?.parameters ?? configNow(state, unit),
    ...(own?.directory === undefined ? {} : { directory: own.directory }),
    ...(result || failure ? { seconds: result?.seconds ?? failure?.seconds ?? 0 } : {}),
    ...(failure ? { error: failure.message } : {}),
  };
}

/** Of a unit that was not started: what it would be started with now. */
function configNow(state: RunState, unit: UnitNode): Readonly<Record<string, string>> {
  const bound = unitInput(state.plan, unit, readingsAt(state, unit.id));
  return bound.ok ? bound.input.parameters : {};
}

/** The template of `results.id` filled in; without axes it is the command's name. */
export function experimentId(plan: Plan, unit: UnitNode): string {
  if (unit.point.length === 0) return unit.command;
  const values: Record<string, Value> = {
    command: unit.command,
    phase: plan.results.phase,
    axis: unit.point.map(({ axis }) => axis).join('_'),
    value: unit.point.map(({ value }) => value).join('_'),
  };
  return plan.results.id.replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(ownField(values, name) ?? whole),
  );
}
