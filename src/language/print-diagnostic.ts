/** Diagnostics as a person reads them: what, where, the line with carets, what to do. */
import type { Severity } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { lineText, placeOf, type Source, type Span } from './source.ts';

/** Wraps a text in a terminal style; the identity where there is no colour. */
export type Paint = (style: 'error' | 'warning' | 'notice' | 'dim' | 'bold', text: string) => string;

export const plain: Paint = (_style, text) => text;

export function printDiagnostic(diagnostic: Diagnostic, paint: Paint = plain): string {
  const { severity, message, code, source, span, help, related = [] } = diagnostic;
  const lines = [`${paint(severity, severity)}: ${paint('bold', message)} ${paint('dim', `[${code}]`)}`];
  const { line } = placeOf(source, span);
  const gutter = ' '.repeat(
    String(Math.max(line, ...related.map((r) => placeOf(r.source, r.span).line))).length,
  );
  lines.push(...excerpt(source, span, gutter, severity, paint));
  for (const note of related) {
    lines.push(`${gutter} ${paint('dim', '=')} ${paint('notice', 'note')}: ${note.message}`);
    lines.push(...excerpt(note.source, note.span, gutter, 'notice', paint));
  }
  if (help !== undefined) lines.push(`${gutter} ${paint('dim', '=')} ${paint('bold', 'help')}: ${help}`);
  return lines.join('\n');
}

/** Longer lines are cut around the span, so that a chain of 10,000 elements on one line stays readable. */
const widest = 100;

function excerpt(source: Source, span: Span, gutter: string, severity: Severity, paint: Paint): string[] {
  const { file, line, column, endColumn } = placeOf(source, span);
  // Of a file that cannot be read there is nothing to show.
  if ((source.host ?? source).text === '') return [`${gutter}${paint('dim', '-->')} ${file}`];
  const text = lineText(source, line).replace(/[\t\p{Cc}]/gu, ' ');
  const cut = text.length > widest && endColumn > widest - 4;
  const from = cut ? wholeCharacter(text, Math.max(0, column - 1 - 40)) : 0;
  const to = wholeCharacter(text, from + widest);
  const lead = `${from > 0 ? '…' : ''}${text.slice(from, column - 1)}`;
  const marked = text.slice(column - 1, Math.min(endColumn - 1, to));
  const shown = `${from > 0 ? '…' : ''}${text.slice(from, to)}${text.length > to ? '…' : ''}`;
  const bar = paint('dim', '|');
  return [
    `${gutter}${paint('dim', '-->')} ${file}:${line}:${column}`,
    `${gutter} ${bar}`,
    `${String(line).padStart(gutter.length)} ${bar} ${shown}`,
    `${gutter} ${bar} ${' '.repeat(width(lead))}${paint(severity, '^'.repeat(Math.max(1, width(marked))))}`,
  ];
}

/** Never between the two halves of one character. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text[at] ?? '') ? at - 1 : at;
}

const wide =
  /[\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF01-\uFF60]/u;
const weightless = /[\p{Mn}\p{Me}\p{Cf}]/u;

/** Columns a text takes in a terminal, so that carets stand below what they mean. */
function width(text: string): number {
  if (/^[\x20-\x7e→]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += weightless.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

/** `1 error, 2 notices`, or undefined when there is nothing to count. */
export function countDiagnostics(diagnostics: readonly Diagnostic[]): string | undefined {
  const counts = (['error', 'warning', 'notice'] as const)
    .map((severity) => ({
      severity,
      count: diagnostics.filter((diagnostic) => diagnostic.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => `${count} ${severity}${count === 1 ? '' : 's'}`);
  return counts.length === 0 ? undefined : counts.join(', ');
}
