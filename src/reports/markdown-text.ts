/** Foreign text in GitHub's Markdown: shown as it is, unable to mention, link, format or end what it stands in. */

import { plainText } from '../engine/plain-text.ts';

/** A code span; nothing in it is read as Markdown, HTML or a mention. */
export function code(text: string): string {
  const clean = plainText(text)
    .replace(/\s*\n\s*/g, ' ')
    .trim();
  if (clean === '') return '` `';
  const fence = '`'.repeat(longestRun(clean) + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** A fenced block, whose fence is longer than any in the text. */
export function fenced(text: string, language = 'text'): string {
  const clean = plainText(text);
  const fence = '`'.repeat(Math.max(3, longestRun(clean) + 1));
  return `${fence}${language}\n${clean}\n${fence}`;
}

/**
 * Plain prose: every sign that means something to Markdown or HTML becomes an entity. Mentions, references and addresses
 * are found by GitHub in the finished text, so they are broken by a sign that takes no room.
 */
export function prose(text: string): string {
  return plainText(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/@(?=[\w-])|#(?=\d)|\bwww(?=\.)/g, (found) => `${found}\u200b`)
    .replace(/[\\`*_[\]<|~&$]|:(?=\/)/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A sentence of ours, in which names stand in backticks: those become code, the rest prose. */
export function sentence(text: string): string {
  const pieces = plainText(text).split('`');
  if (pieces.length % 2 === 0) return code(text);
  return pieces.map((piece, index) => (index % 2 === 0 ? prose(piece) : code(piece))).join('');
}

export function table(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[] = [],
): string {
  // A backslash in front of a bar would escape our own backslash, and the bar would end the cell.
  const escaped = (cell: string) => cell.replace(/\\(?=\|)/g, '\\\u200b').replaceAll('|', '\\|');
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  const rule = `|${header.map((_, column) => (align[column] === 'right' ? ' ---: ' : ' --- ')).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

/** A fold that is closed until someone opens it. `summary` is HTML: only signs and `<code>` of ours, text by `htmlCode`. */
export function fold(summary: string, body: string): string {
  return `<details>\n<summary>${summary}</summary>\n\n${body}\n\n</details>`;
}

export function htmlCode(text: string): string {
  const clean = plainText(text)
    .replace(/\s*\n\s*/g, ' ')
    .replace(/[&<>"'@#]/g, (character) => `&#${character.charCodeAt(0)};`);
  return `<code>${clean}</code>`;
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
}
