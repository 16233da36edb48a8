/** One event as one line, for the live view and for logs. */
import { shortNumber } from '../engine/evaluate.ts';
import type { RunEvent } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Style } from './style.ts';
import { duration, gateWords } from './words.ts';

/** Undefined for events that nobody needs to read. */
export function eventLine(event: RunEvent, state: RunState, style: Style): string | undefined {
  const title = (node: NodeId) => state.byId.get(node)?.title ?? node;
  switch (event.type) {
    case 'unit-started':
      return `  ${style.cyan('▸')} ${title(event.node)}`;
    case 'unit-succeeded': {
      const values = Object.entries(event.metrics)
        .slice(0, 3)
        .map(([metric, value]) => `${metric} ${shortNumber(value)}`);
      return `  ${style.green('✓')} ${title(event.node)}  ${style.dim([duration(event.seconds), ...values].join('  '))}`;
    }
    case 'unit-failed':
      return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.message)} ${style.dim(`[${event.class}]`)}`;
    case 'unit-interrupted':
      return `  ${style.yellow('↻')} ${title(event.node)}  ${style.dim('was interrupted and runs again')}`;
    case 'gate-decided': {
      const colour =
        event.outcome === 'met' ? style.green : event.outcome === 'not-met' ? style.yellow : style.red;
      const text = event.outcome === 'error' ? `${event.sum}: ${event.reason ?? ''}` : event.sum;
      return `  ${colour('◆')} gate ${colour(gateWords[event.outcome])}  ${text}`;
    }
    case 'variable-set':
      return `  ${style.dim(`$${event.name} = ${String(event.value)}`)}`;
    case 'assignment-failed':
      return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.message)}`;
    case 'cancel-requested':
      return `  ${style.yellow(`cancelling (${event.by}) …`)}`;
    case 'run-resumed':
      return `  ${style.yellow('↻')} goes on where it was cancelled`;
    case 'run-started':
      return `${style.bold(event.workflow)}  ${style.dim(event.run)}`;
    case 'run-concluded':
      return undefined;
  }
}
