/** The chain as it ran: nested boxes in its order, branches of a block side by side. */
import type { StepStatus } from '../status.ts';
import type { Step, StepKind } from '../steps.ts';
import { duration, statusSigns } from '../words.ts';
import { text } from './text.ts';

const mostSteps = 2_000;
const longestNote = 300;
/** Deeper than this nothing is moved to the right any more: a phone has no room for it. */
const deepest = 12;

const statusWords: Readonly<Record<StepStatus, string>> = {
  waiting: 'waiting',
  running: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  handled: 'failed, handled',
  stopped: 'stopped',
  'not-met': 'not met',
  skipped: 'skipped',
};

const sideBySide: ReadonlySet<StepKind> = new Set(['parallel', 'fork']);

export function stepsHtml(steps: readonly Step[], left: (what: string) => void): string {
  const shown = steps.slice(0, mostSteps);
  if (steps.length > shown.length)
    left(`${steps.length - shown.length} of ${steps.length} steps are not listed`);
  const html = ['<ol class="steps">'];
  let depth = 0;
  let isOpen = false;
  let kind: StepKind | undefined;
  for (const step of shown) {
    const wanted = Math.min(step.depth, deepest, depth + (isOpen ? 1 : 0));
    if (wanted > depth) html.push(kind !== undefined && sideBySide.has(kind) ? '<ol class="side">' : '<ol>');
    else if (isOpen) html.push('</li>');
    for (; depth > wanted; depth -= 1) html.push('</ol></li>');
    depth = wanted;
    html.push(`<li>${box(step)}`);
    isOpen = true;
    kind = step.kind;
  }
  if (isOpen) html.push('</li>');
  for (; depth > 0; depth -= 1) html.push('</ol></li>');
  return `${html.join('\n')}</ol>`;
}

function box({ title, status, seconds, note }: Step): string {
  const time = seconds === undefined || status === 'skipped' ? '' : ` <small>${duration(seconds)}</small>`;
  const short = note !== undefined && note.length > longestNote ? `${note.slice(0, longestNote - 1)}…` : note;
  const more = short === undefined || status === 'skipped' ? '' : ` <small>${text(short)}</small>`;
  const sign = `<span class="sign" aria-hidden="true">${statusSigns[status]}</span><span class="unseen">${statusWords[status]}: </span>`;
  return `<span class="step ${status}">${sign} ${text(title)}${time}${more}</span>`;
}
