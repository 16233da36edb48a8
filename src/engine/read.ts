/** What conditions and templates of a node read from a run: variables, results, metrics, the baseline, who succeeded. */
import type { NodeId, StatusOf } from '../plan/plan.ts';
import { textOf } from './evaluate.ts';
import type { GateOperand } from './event.ts';
import { ownField } from './own-field.ts';
import type { Readings } from './readings.ts';
import { resultAt } from './result.ts';
import { lastThatRan, nodeOf, type RunState } from './state.ts';
import { variablesAt } from './variables.ts';

export function readingsAt(state: RunState, id: NodeId): Readings {
  const { baseline } = state.plan;
  return {
    variables: variablesAt(state, id),
    metric: ({ written, metric, unit, from: candidates }) => {
      const from = lastThatRan(state, candidates);
      const result = from === undefined ? undefined : state.nodes.get(from)?.result;
      const value = ownField(result?.metrics, metric);
      const operand: GateOperand = { written, metric, unit };
      return {
        ...operand,
        ...(value === undefined ? {} : { value }),
        ...(value === undefined && result?.none !== undefined ? { none: result.none } : {}),
        ...(from === undefined ? {} : { from }),
        ...(result?.samples === undefined ? {} : { samples: result.samples }),
        ...(result?.source === undefined ? {} : { source: result.source }),
      };
    },
    baseline: ({ written, metric, unit }) => {
      const value = ownField(baseline?.metrics, metric);
      return {
        written,
        metric,
        unit,
        ...(value === undefined ? {} : { value }),
        ...(baseline?.samples === undefined ? {} : { samples: baseline.samples }),
        source: baseline?.file ?? 'no baseline',
      };
    },
    status: (of) => hasSucceeded(state, of),
    field: ({ name, from }) => {
      const unit = lastThatRan(state, from);
      const value = unit === undefined ? undefined : ownField(state.nodes.get(unit)?.result?.values, name);
      return value === 'true' ? true : value === 'false' ? false : value;
    },
    result: (path, from) => {
      const unit = lastThatRan(state, from);
      const result = unit === undefined ? undefined : state.nodes.get(unit)?.result;
      if (unit === undefined || !result) return { problem: 'the element before gave no result' };
      const { metric, value } = resultAt(result, path);
      if (value !== undefined) return { metric, value };
      const title = `\`${nodeOf(state, unit).title}\``;
      return {
        problem:
          path.length === 0
            ? `${title} declares no metrics and wrote no \`result=…\` to \`$ML_OUTPUT\``
            : `${title} gave no \`${path.join('.')}\``,
      };
    },
    text: (expression) => textOf(expression, readingsAt(state, id)),
  };
}

function hasSucceeded(state: RunState, of: StatusOf): boolean | undefined {
  if (of.is === 'stretch') return !state.nodes.get(of.sequence)?.skippedTo?.includes(of.gate);
  const step = lastThatRan(state, of.from);
  // A step that a failure before it has kept from running has not succeeded.
  return step !== undefined && state.nodes.get(step)?.settlement?.is === 'succeeded';
}
