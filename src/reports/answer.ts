/** What is answered to a comment that starts nothing: what is wrong with it, with the caret and the nearest name, and what may be done. */

import type { Diagnostic } from '../language/diagnostic.ts';
import { countDiagnostics, printDiagnostic } from '../language/print-diagnostic.ts';
import { cut, fenced, sentence } from './markdown-text.ts';

export interface Answer {
  /** Why nothing was started: a sentence without a full stop. By default how many mistakes there are. */
  readonly why?: string;
  readonly diagnostics?: readonly Diagnostic[];
  /** What may be done now: a sentence without a full stop. */
  readonly help?: string;
}

/** More would be read by nobody, and each shows its line. */
const mostShown = 5;
const longestBlock = 8_000;

export function answerMarkdown({ why, diagnostics = [], help }: Answer): string {
  const reason = why ?? countDiagnostics(diagnostics) ?? 'the comment was not understood';
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const shown = (errors.length > 0 ? errors : diagnostics).slice(0, mostShown);
  const hidden = diagnostics.length - shown.length;
  const text = shown.map((diagnostic) => printDiagnostic(diagnostic)).join('\n\n');
  return [
    `❌ Nothing was started: ${sentence(cut(reason, 1000))}.`,
    text === '' ? '' : fenced(cut(text, longestBlock)),
    hidden > 0 ? `${hidden} more ${hidden === 1 ? 'is' : 'are'} not shown.` : '',
    help === undefined ? '' : `${sentence(cut(capital(help), 1000))}.`,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
