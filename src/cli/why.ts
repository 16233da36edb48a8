/** `why`: what led to a step of a run, or past it. */
import { readJournal, stateFrom } from '../drivers/journal-file.ts';
import { findRunFolder } from '../drivers/run-folder.ts';
import type { RunEvent } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { PlanNode } from '../plan/plan.ts';
import { findSteps, nearestStep } from '../reports/find-step.ts';
import { statusOf } from '../reports/status.ts';
import type { Style } from '../reports/style.ts';
import { type Why, whyOf } from '../reports/why.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { unknownRun } from './runs.ts';

/** What is printed. */
export function why(args: Arguments, workspace: string, style: Style): string {
  if (args.subject === undefined)
    throw new UsageError('`why` needs a step of the run', 'for example `ml-workflow why deploy`');
  const { state, events } = journalled(workspace, args.run);
  const node = stepIn(state, args.subject);
  const earlier = earlierRun(workspace, events);
  const answer = whyOf({ state, events, node, ...(earlier ? { earlier } : {}) });
  if (args.format === 'json')
    return `${JSON.stringify({ schema_version: 1, run: state.run.id, ...answer }, null, 2)}\n`;
  return sentences(answer, style);
}

function sentences({ title, did, because }: Why, style: Style): string {
  const [first, ...more] = because;
  const head = `${style.bold(title)} ${did}${first === undefined ? '' : `: ${first}`}`;
  return [head, ...more.map((one) => `  ${one}`), ''].join('\n');
}

function stepIn(state: RunState, text: string): PlanNode {
  const [first, ...others] = findSteps(state.plan, text);
  if (!first)
    throw new UsageError(
      `no step of this run is called \`${text}\``,
      nearestStep(state.plan, text) ?? stepsOf(state),
    );
  if (others.length === 0) return first;
  const list = [first, ...others].slice(0, mostListed);
  const more = others.length + 1 - list.length;
  throw new UsageError(
    `${others.length + 1} steps are called \`${text}\``,
    [
      'give the id of one:',
      ...list.map((node) => `    ${node.id}  ${node.title}  ${statusOf(state, node.id)}`),
      ...(more > 0 ? [`    and ${more} more`] : []),
    ].join('\n'),
  );
}

const mostListed = 30;

function stepsOf({ plan, run }: RunState): string {
  const titles = new Set(plan.nodes.flatMap(({ kind, title }) => (kind === 'unit' ? [title] : [])));
  const list = [...titles].slice(0, mostListed).map((title) => `\`${title}\``);
  if (list.length === 0) return `the run is ${run.id}`;
  const more = titles.size > list.length ? ` and ${titles.size - list.length} more` : '';
  return `the run ${run.id} has ${list.join(', ')}${more}`;
}

function journalled(
  workspace: string,
  run: string | undefined,
): { state: RunState; events: readonly RunEvent[] } {
  const found = findRunFolder(workspace, run);
  if (!found) throw unknownRun(workspace, run);
  const { journal } = found.folder;
  const { events } = readJournal(journal);
  return { state: stateFrom(found.plan, events, journal), events };
}

/** The run whose results this one was offered; a file of a checkpoint, or one that is gone, tells no more. */
function earlierRun(workspace: string, events: readonly RunEvent[]): RunState | undefined {
  const offered = events.findLast((event) => event.type === 'results-offered');
  if (offered?.type !== 'results-offered') return undefined;
  try {
    return journalled(workspace, offered.from).state;
  } catch {
    return undefined;
  }
}
