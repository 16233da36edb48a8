/** One event as one line, for the live view and for logs. */
import { shortNumber } from '../engine/evaluate.ts';
import type { RunEvent } from '../engine/event.ts';
import { keepsForEnding } from '../engine/expiry.ts';
import { plainText } from '../engine/plain-text.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import { podLine } from './pod-line.ts';
import { againWord, handlerOf } from './status.ts';
import type { Style } from './style.ts';
import { dollars, duration, gateNote, gateWords, statusSigns, wholeDuration } from './words.ts';

/** Undefined for events that nobody needs to read. */
export function eventLine(event: RunEvent, state: RunState, style: Style): string | undefined {
  const title = (node: NodeId) => state.byId.get(node)?.title ?? node;
  switch (event.type) {
    case 'unit-started': {
      const attempt =
        event.attempt > 1 ? `  ${style.dim(`${againWord(state, event.node)} ${event.attempt}`)}` : '';
      return `  ${style.cyan('▸')} ${title(event.node)}${attempt}`;
    }
    case 'unit-succeeded': {
      const values = event.none === undefined ? measured(event.metrics) : [event.none];
      return `  ${style.green('✓')} ${title(event.node)}  ${style.dim([duration(event.seconds), ...values].join('  '))}`;
    }
    case 'unit-reused': {
      const values = measured(event.metrics);
      return `  ${style.green('✓')} ${title(event.node)}  ${style.dim([`reused from ${event.from}`, ...values].join('  '))}`;
    }
    case 'unit-failed': {
      // It did nothing wrong: a cancel, a timeout or the like ended it.
      if (event.class === 'cancelled')
        return `  ${style.yellow(statusSigns.stopped)} ${title(event.node)}  ${style.dim(`stopped after ${duration(event.seconds)}`)}`;
      const handler = handlerOf(state, event.node);
      const [sign, paint] = handler === undefined ? ['✗', style.red] : ['↷', style.yellow];
      const handled = handler === undefined ? '' : style.dim(`, handled by ${title(handler)}`);
      return `  ${paint(sign)} ${title(event.node)}  ${paint(plainText(event.message))} ${style.dim(`[${event.class}]`)}${handled}`;
    }
    case 'unit-interrupted':
      return `  ${style.yellow('↻')} ${title(event.node)}  ${style.dim('was interrupted, and is taken up again')}`;
    case 'gate-decided': {
      const colour =
        event.outcome === 'met' ? style.green : event.outcome === 'error' ? style.red : style.yellow;
      const text =
        event.outcome === 'error'
          ? `${event.sum}: ${event.reason ?? ''}`
          : event.outcome === 'inconclusive'
            ? event.sum
            : gateNote(event);
      return `  ${colour('◆')} gate ${colour(gateWords[event.outcome])}  ${text}`;
    }
    case 'variable-set':
      return `  ${style.dim(`$${event.name} = ${String(event.value)}`)}`;
    case 'assignment-failed':
      return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.message)}`;
    case 'case-decided': {
      const node = state.byId.get(event.node);
      if (event.value === undefined)
        return `  ${style.red('✗')} ${title(event.node)}  ${style.red(event.reason ?? 'has no value')}`;
      const patterns = node?.kind === 'case' ? (node.arms[event.arm]?.patterns.join('|') ?? '') : '';
      return `  ${style.cyan('◆')} ${title(event.node)} is ${style.bold(event.value)}  ${style.dim(`↳ ${patterns}`)}`;
    }
    case 'retry-scheduled': {
      const node = state.byId.get(event.node);
      const of = node?.kind === 'retry' ? ` of ${node.retries + 1}` : '';
      const when = event.delay > 0 ? `in ${wholeDuration(event.delay)}` : 'now';
      return `  ${style.yellow('↻')} ${title(event.node)}  ${style.yellow(`attempt ${event.attempt}${of} ${when}`)} ${style.dim(`[${event.class}]`)}`;
    }
    case 'timed-out':
      return `  ${style.red('✗')} ${title(event.node)}  ${style.red('the time is over')}`;
    case 'budget-exceeded': {
      const rest = keepsForEnding(state, event.node) ? style.dim('  the rest pays for ending its pods') : '';
      return `  ${style.red('✗')} ${title(event.node)}  ${style.red(`${dollars(event.dollars)} are spent`)}${rest}`;
    }
    case 'waited':
      return `  ${style.green('✓')} ${title(event.node)}`;
    case 'approval-requested':
      return `  ${style.cyan('?')} ${title(event.node)}  waits for approval of ${style.bold(event.label)}`;
    case 'approval-given':
      return event.approved
        ? `  ${style.green('✓')} ${title(event.node)}  ${style.dim(`approved by ${event.by}`)}`
        : `  ${style.red('✗')} ${title(event.node)}  ${style.red(`refused by ${event.by}`)}`;
    case 'results-offered': {
      const count = Object.keys(event.finished).length;
      const results = count === 0 ? 'nothing' : `${count} ${count === 1 ? 'result' : 'results'}`;
      return `  ${style.dim(`${results} of ${event.from} can be taken over`)}`;
    }
    case 'pod-intended':
    case 'pod-refused':
    case 'pod-created':
    case 'pod-ready':
    case 'unit-placed':
    case 'pod-ended':
    case 'pod-billed':
      return podLine(event, state, style);
    case 'cells-dispatched': {
      const count = event.branches.length;
      const machines = count === 1 ? 'a machine of its own' : 'machines of their own';
      return `  ${style.cyan('▸')} ${title(event.node)}  ${style.dim(`${count} ${count === 1 ? 'branch goes' : 'branches go'} to ${machines}`)}`;
    }
    case 'cell-lost':
      return `  ${style.red('✗')} ${title(event.node)}  ${style.red(plainText(event.message))} ${style.dim('[lost]')}`;
    case 'cancel-requested':
      return `  ${style.yellow(
        state.stopping?.forced ? `ending everything at once (${event.by})` : `cancelling (${event.by}) …`,
      )}  ${state.stopping?.forced ? '' : style.dim('once more ends everything at once')}`.trimEnd();
    case 'run-started':
      return `${style.bold(event.workflow)}  ${style.dim(event.run)}`;
    case 'run-resumed':
    case 'retry-started':
    case 'run-concluded':
      return undefined;
  }
}

/** What stands above the events of a run that an earlier process has begun. */
export function goesOnLine(state: RunState, style: Style): string {
  return `${style.bold(state.plan.name)}  ${style.dim(`${state.run.id}, goes on`)}`;
}

/** What a target tells. It may quote what a host has said. */
export function noticeLine(text: string, style: Style): string {
  return `  ${style.dim(
    `· ${plainText(text)
      .replace(/\s*\n\s*/g, ' ')
      .trim()}`,
  )}`;
}

function measured(metrics: Readonly<Record<string, number>>): readonly string[] {
  return Object.entries(metrics)
    .slice(0, 3)
    .map(([metric, value]) => `${metric} ${shortNumber(value)}`);
}
