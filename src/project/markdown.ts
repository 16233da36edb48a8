/**
 * A Markdown document → its frontmatter, its body and its fenced blocks, each at its place. Of CommonMark it knows what
 * decides whether a line stands in a fence: list items, comments, indented code. It runs nothing.
 */
import { type Source, type Span, sourceOf } from '../language/source.ts';

export interface Markdown {
  readonly source: Source;
  /** The text between the `---` lines that a document may begin with; its places are those of the document. */
  readonly frontmatter: Source | undefined;
  readonly body: string;
  readonly fences: readonly Fence[];
}

export interface Fence {
  /** Its first word, in lower case: `bash`. */
  readonly language: string;
  /** Without the indentation of the fence. */
  readonly lines: readonly Line[];
}

export interface Line {
  readonly text: string;
  /** Where it begins in the document. */
  readonly start: number;
}

export function markdownOf(name: string, text: string): Markdown {
  const source = sourceOf(name, text);
  const lines = linesOf(text);
  const closing = isRule(lines[0]) ? lines.findIndex((line, index) => index > 0 && isRule(line)) : -1;
  const inside = lines.slice(1, Math.max(1, closing));
  const body = lines.slice(closing + 1);
  return {
    source,
    frontmatter: closing < 0 ? undefined : pieced(source, inside.map(spanOf)),
    body: text.slice(body[0]?.start ?? text.length).trim(),
    fences: fencesOf(body),
  };
}

/** A source made of pieces of another, one a line, whose places are those of the other. */
export function pieced(source: Source, pieces: readonly Span[]): Source {
  const offsets: number[] = [];
  for (const [index, { start, end }] of pieces.entries()) {
    if (index > 0) offsets.push(pieces[index - 1]?.end ?? start);
    for (let at = start; at < end; at += 1) offsets.push(at);
  }
  offsets.push(pieces.at(-1)?.end ?? 0);
  const text = pieces.map(({ start, end }) => source.text.slice(start, end)).join('\n');
  return { name: source.name, text, host: { text: source.text, offsets } };
}

export function spanOf({ text, start }: Line): Span {
  return { start, end: start + text.length };
}

function linesOf(text: string): Line[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const found = { text: line.replace(/\r$/, ''), start };
    start += line.length + 1;
    return found;
  });
}

function isRule(line: Line | undefined): boolean {
  return line !== undefined && /^---[ \t]*$/.test(line.text);
}

interface Open {
  readonly marker: string;
  readonly language: string;
  readonly indent: number;
  readonly lines: Line[];
}

/** One that is never closed is none, because nobody can say where it ends. */
function fencesOf(lines: readonly Line[]): Fence[] {
  const found: Fence[] = [];
  /** The columns where the text of the list items begins that the line stands in. */
  const items: number[] = [];
  let open: Open | undefined;
  let isComment = false;
  for (const line of lines) {
    let indent = indentOf(line.text);
    const isBlank = line.text.trim() === '';
    if (!isBlank) {
      while (indent < (items.at(-1) ?? 0)) {
        items.pop();
        // What a list item holds ends with it, closed or not.
        open = undefined;
      }
    }
    if (open) {
      if (indent - (items.at(-1) ?? 0) <= 3 && closes(line.text.trim(), open.marker)) {
        found.push(open);
        open = undefined;
      } else open.lines.push(withoutIndent(line, open.indent));
      continue;
    }
    if (isBlank && !isComment) continue;
    let rest = line.text.trimStart();
    if (isComment || (rest.startsWith('<!--') && indent - (items.at(-1) ?? 0) <= 3)) {
      isComment = !rest.includes('-->');
      continue;
    }
    // A list item may begin with another one, or with a fence.
    while (indent - (items.at(-1) ?? 0) <= 3) {
      const [whole, bullet = ''] = /^([-*+]|\d{1,9}[.)])(?:[ \t]+|$)/.exec(rest) ?? [];
      if (whole === undefined) break;
      const gap = indentOf(rest.slice(bullet.length), indent + bullet.length);
      indent += bullet.length + (gap >= 1 && gap <= 4 ? gap : 1);
      items.push(indent);
      rest = rest.slice(whole.length);
    }
    if (indent - (items.at(-1) ?? 0) > 3) continue;
    const [, marker, info = ''] = /^(`{3,}(?=[^`]*$)|~{3,})(.*)$/.exec(rest) ?? [];
    if (marker === undefined) continue;
    open = { marker, language: info.trim().split(/\s/)[0]?.toLowerCase() ?? '', indent, lines: [] };
  }
  return found;
}

function closes(text: string, marker: string): boolean {
  return text.length >= marker.length && text === (marker[0] ?? '').repeat(text.length);
}

/** In columns: a tab goes on to the next multiple of four. */
function indentOf(text: string, from = 0): number {
  let column = from;
  for (const character of text) {
    if (character === ' ') column += 1;
    else if (character === '\t') column += 4 - (column % 4);
    else break;
  }
  return column - from;
}

function withoutIndent({ text, start }: Line, columns: number): Line {
  let at = 0;
  while (at < text.length && /[ \t]/.test(text[at] ?? '') && indentOf(text.slice(0, at + 1)) <= columns)
    at += 1;
  return { text: text.slice(at), start: start + at };
}
