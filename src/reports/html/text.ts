/** Text of other people in HTML: shown as it is, unable to be markup, to end an attribute or to turn the line around. */
import { plainText } from '../../engine/plain-text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Half a pair is no character, and no file in UTF-8 can hold it. */
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** For the content of an element and for an attribute in quotes. Not for a script, a style or an address. */
export function text(words: string): string {
  return plainText(words)
    .replace(loneSurrogate, '\ufffd')
    .replace(/[&<>"'`]/g, (sign) => entities[sign] ?? '');
}

/** A name or a command, which may be broken anywhere. */
export function code(words: string): string {
  return `<code>${text(words)}</code>`;
}

/** A sentence of ours, in which names stand in backticks. */
export function sentence(words: string): string {
  const pieces = plainText(words).split('`');
  if (pieces.length % 2 === 0) return text(words);
  return pieces.map((piece, index) => (index % 2 === 0 ? text(piece) : code(piece))).join('');
}

export interface Column {
  readonly name: string;
  readonly isNumber?: boolean;
  /** Has sentences: it is not squeezed on a phone. */
  readonly isWide?: boolean;
}

/** `html` is markup of ours. */
export interface TableCell {
  readonly html: string;
  /** What rows are sorted by; the words themselves unless given. */
  readonly value?: number;
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  readonly className?: 'best' | 'bad';
}

/** A table in a frame that scrolls by itself, so that the page does not. `caption`: words. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly TableRow[],
  isSortable = false,
): string {
  const kind = (index: number) => {
    const { isNumber, isWide } = columns[index] ?? {};
    return isNumber ? ' class="number"' : isWide ? ' class="wide"' : '';
  };
  const head = columns
    .map(
      ({ name }, index) =>
        `<th scope="col"${kind(index)}>${name === '' ? '<span class="unseen">state</span>' : text(name)}</th>`,
    )
    .join('');
  const body = rows.map(({ cells, className }) => {
    const tds = cells.map(({ html, value }, index) => {
      const by = value === undefined ? '' : ` data-value="${value}"`;
      return `<td${kind(index)}${by}>${html}</td>`;
    });
    return `<tr${className === undefined ? '' : ` class="${className}"`}>${tds.join('')}</tr>`;
  });
  return [
    `<div class="scroll" tabindex="0" role="region" aria-label="${text(caption)}">`,
    `<table${isSortable ? ' class="sortable"' : ''}><caption>${text(caption)}</caption>`,
    `<thead><tr>${head}</tr></thead>`,
    `<tbody>\n${body.join('\n')}\n</tbody></table></div>`,
  ].join('\n');
}

/** `summary` and `body` are markup of ours. */
export function fold(summary: string, body: string, isOpen = false): string {
  return `<details${isOpen ? ' open' : ''}><summary>${summary}</summary>\n${body}\n</details>`;
}

/** Lines as they were printed, in a frame that scrolls by itself. */
export function log(lines: readonly string[], label: string): string {
  return `<pre tabindex="0" role="region" aria-label="${text(label)}">${lines.map(text).join('\n')}</pre>`;
}
