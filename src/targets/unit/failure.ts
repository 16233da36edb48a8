/** How a process ended → the class of failure that `/catch` names, and one sentence. */
import { constants } from 'node:os';
import type { RunCommand } from '../../plan/plan.ts';
import { isIn } from './pattern.ts';
import { progressIn } from './progress.ts';

export type End =
  | { readonly is: 'exit'; readonly code: number }
  | { readonly is: 'signal'; readonly signal: NodeJS.Signals }
  | { readonly is: 'timeout' }
  | { readonly is: 'cancelled' }
  | { readonly is: 'not-started'; readonly reason: string };

const outOfMemory = /out of memory|OutOfMemoryError|MemoryError|Cannot allocate memory|heap limit/i;

/** What a unit has printed. */
export interface Printed {
  /** The last lines. */
  readonly tail: readonly string[];
  /** A longer part of the end, asked for only when it is searched. */
  recent(): string;
}

/** The command's own classes come first, in order; then what every shell's exit codes mean. */
export async function describeEnd(
  end: End,
  command: RunCommand,
  printed: Printed,
): Promise<{ class: string; message: string }> {
  // A line of progress says nothing of what went wrong.
  const last = printed.tail.findLast((line) => line.trim() !== '' && !progressIn(line.trim()));
  const because = last === undefined ? '' : `: ${last.trim().slice(0, 200)}`;
  switch (end.is) {
    case 'timeout':
      return { class: 'timeout', message: `timed out after ${command.timeout} s` };
    case 'cancelled':
      return { class: 'cancelled', message: 'cancelled' };
    case 'not-started':
      return { class: 'usage', message: `\`${command.shell}\` could not be started: ${end.reason}` };
    case 'signal':
    case 'exit': {
      // As a shell counts it, whether or not there was one in between.
      const code = end.is === 'exit' ? end.code : 128 + constants.signals[end.signal];
      const found = await exitClass(code, command, printed);
      const slow = found.slow.map((name) => `; \`match:\` of \`${name}\` took too long and was given up`);
      return { class: found.class, message: `${endOf(end, because)}${slow.join('')}` };
    }
  }
}

function endOf(end: End & { readonly is: 'exit' | 'signal' }, because: string): string {
  if (end.is === 'exit') return `exit code ${end.code}${because}`;
  return end.signal === 'SIGKILL'
    ? 'killed by SIGKILL, as when memory runs out'
    : `killed by ${end.signal}${because}`;
}

async function exitClass(
  code: number,
  command: RunCommand,
  printed: Printed,
): Promise<{ class: string; slow: readonly string[] }> {
  const log = printed.recent();
  const slow: string[] = [];
  for (const { name, exit, match } of command.errors) {
    if (exit !== undefined && exit !== code) continue;
    const applies = match === undefined || (await isIn(match, log));
    if (applies === 'too-slow') slow.push(name);
    else if (applies) return { class: name, slow };
  }
  if (outOfMemory.test(log) || code === 137) return { class: 'oom', slow };
  if (code === 2 || code === 126 || code === 127) return { class: 'usage', slow };
  return { class: `exit-${code}`, slow };
}
