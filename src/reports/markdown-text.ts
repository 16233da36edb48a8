/** Foreign text in GitHub's Markdown: shown as it is, unable to mention, link, format or end what it stands in. */

import { plainText } from '../engine/plain-text.ts';

/** A code span; nothing in it is read as Markdown, HTML or a mention. */
export function code(text: string): string {
  const clean = oneLine(shownText(text)).trim();
  if (clean === '') return '` `';
  const fence = '`'.repeat(longestRun(clean) + 1);
  const pad = clean.startsWith('`') || clean.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${clean}${pad}${fence}`;
}

/** A fenced block, whose fence is longer than any in the text. */
export function fenced(text: string, language = 'text'): string {
  // Not every program that reads comments for commands knows what a fence is.
  const clean = shownText(text).replace(/^\//gm, ' /');
  const fence = '`'.repeat(Math.max(3, longestRun(clean) + 1));
  return `${fence}${language}\n${clean}\n${fence}`;
}

/**
 * Plain prose: every sign that means something to Markdown or HTML becomes an entity. Mentions, references and addresses
 * are found by GitHub in the finished text, so they are broken by a sign that takes no room.
 */
export function prose(text: string): string {
  return asLine(escaped(text));
}

/** A sentence of ours, in which names stand in backticks: those become code, the rest prose. */
export function sentence(text: string): string {
  const pieces = shownText(text).split('`');
  if (pieces.length % 2 === 0) return code(text);
  return asLine(pieces.map((piece, index) => (index % 2 === 0 ? escaped(piece) : code(piece))).join(''));
}

function escaped(text: string): string {
  return oneLine(shownText(text))
    .replace(/@(?=[\w-])|#(?=\d)|\bwww(?=\.)|\bGH-(?=\d)/gi, (found) => `${found}\u200b`)
    .replace(/[\\`*_[\]<|~&$]|:(?=\/)/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** It may begin a line, and there is no heading, list, quotation or command of somebody's program then. */
function asLine(markdown: string): string {
  const entity = (_whole: string, before: string, sign: string) => `${before}&#${sign.charCodeAt(0)};`;
  return markdown.replace(/^(\s*)([#>+=/-])/, entity).replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, entity);
}

/** A link to where one of our own programs found something; the words alone when that is no address of the web. */
export function link(words: string, url: string | undefined): string {
  return url !== undefined && /^https?:\/\/[\w.:-]+(?:[/?#][\w.~:/?#!$&*+,;=%-]*)?$/.test(url)
    ? `[${words}](${url})`
    : words;
}

/** No longer than that, in UTF-16 units, with `…` where something is gone; never half a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.max(0, most - 1);
  return `${text.slice(0, /[\uD800-\uDBFF]/.test(text[end - 1] ?? '') ? end - 1 : end)}…`;
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
  const clean = oneLine(shownText(text)).replace(
    /[&<>"'@#]/g,
    (character) => `&#${character.charCodeAt(0)};`,
  );
  return `<code>${clean}</code>`;
}

/** A sentence of ours in HTML, as `sentence` is in Markdown. */
export function htmlSentence(text: string): string {
  const pieces = shownText(text).split('`');
  if (pieces.length % 2 === 0) return htmlCode(text);
  return pieces.map((piece, index) => (index % 2 === 0 ? htmlText(piece) : htmlCode(piece))).join('');
}

/** Entities are read before mentions and addresses are looked for: only a sign between breaks those. */
function htmlText(text: string): string {
  return oneLine(text)
    .replace(/@(?=[\w-])|#(?=\d)|\bwww(?=\.)|\bGH-(?=\d)|:(?=\/\/)/gi, (found) => `${found}\u200b`)
    .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Beside what a terminal must not get: signs that take no room, by which a text would be another one than people see. */
export function shownText(text: string): string {
  // But for the one that makes an emoji of a sign.
  return plainText(text).replace(/\p{Default_Ignorable_Code_Point}/gu, (sign) =>
    sign === '\ufe0f' ? sign : '',
  );
}

/** Lines become words of one. By splitting: a pattern for it would take long over a line of blanks. */
function oneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const last = lines.length - 1;
  return lines
    .map((line, index) => (index === 0 ? line.trimEnd() : index === last ? line.trimStart() : line.trim()))
    .filter((line, index) => line !== '' || index === 0 || index === last)
    .join(' ');
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
