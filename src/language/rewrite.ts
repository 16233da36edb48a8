/** Text of a chain as a help shows it again, rewritten: on one line, not too long. */
import type { Source } from './source.ts';

const longest = 120;

export function sourceText({ text }: Source, from: number, to: number): string {
  // What is cut off anyway is not worth reading: it may be a megabyte.
  const shown = text
    .slice(from, Math.min(to, from + 4 * longest))
    .replace(/\s+/g, ' ')
    .replace(/ ?(?:→|->) ?$/, '')
    .trim();
  return shown.length > longest ? `${shown.slice(0, longest - 1).trimEnd()}…` : shown;
}
