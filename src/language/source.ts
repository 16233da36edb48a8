/** A text a person wrote, and where each of its characters stands in the file they edit. */

export interface Source {
  /** What a person calls it: a path relative to where they are, or `<chain>`. */
  readonly name: string;
  readonly text: string;
  /** Set when `text` is a value inside a larger file, such as a block scalar of a YAML file. */
  readonly host?: Host;
}

interface Host {
  readonly text: string;
  /** For each offset of the inner text, end included, its offset in the host. */
  readonly offsets: ArrayLike<number>;
}

/** Offsets into `Source.text`: start inclusive, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span as editors and GitHub count: lines and columns from 1, in UTF-16 units, the end column exclusive. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endColumn: number;
}

export function sourceOf(name: string, text: string): Source {
  return { name, text };
}

/**
 * The source of a value that stands inside `host.text` between two offsets, as YAML scalars do: indented, folded, quoted
 * or escaped. Walks both texts side by side and skips in the host what only the notation put there.
 */
export function embeddedSource(
  name: string,
  value: string,
  host: { readonly text: string; readonly start: number; readonly end: number },
): Source {
  const { text, end } = host;
  const quote = text[host.start] === '"' ? '"' : text[host.start] === "'" ? "'" : undefined;
  // A chain of 10,000 elements has a million characters: no strings and no growing arrays in these loops.
  const offsets = new Uint32Array(value.length + 1);
  let at = host.start + (quote === undefined ? 0 : 1);
  for (let index = 0; index < value.length; index += 1) {
    const code = value.charCodeAt(index);
    if (quote === '"') at = behindLineEscape(text, at, end);
    const found = text.charCodeAt(at) === code ? at : behindBlanks(text, at, end, code);
    const width = quote === undefined ? 1 : notationWidth(text, found, quote);
    const isFound = text.charCodeAt(found) === code || width > 1;
    offsets[index] = isFound ? found : at;
    // An escape such as `\U0001F600` stands for two units of the value.
    if (width > 2 && code >= 0xd800 && code < 0xdc00) {
      index += 1;
      offsets[index] = found;
    }
    at = isFound ? Math.min(found + width, end) : found;
  }
  offsets[value.length] = Math.min(at, end);
  return { name, text: value, host: { text, offsets } };
}

/** White space is matched loosely, because folding and indentation replace it. */
function behindBlanks(text: string, from: number, end: number, wanted: number | undefined): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== wanted && isBlank(text[at] ?? '')) at += 1;
  return at;
}

/** A backslash at the end of a line of a double-quoted value is nothing, with the blanks behind it. */
function behindLineEscape(text: string, from: number, end: number): number {
  if (text[from] !== '\\' || !/[\r\n]/.test(text[from + 1] ?? '')) return from;
  return behindBlanks(text, from + 1, end, undefined);
}

/** How many characters one of a quoted value takes: `''`, `\n`, `\x41`, `\u2192`, `\U0001F600`. */
function notationWidth(text: string, at: number, quote: '"' | "'"): number {
  if (quote === "'") return text[at] === "'" && text[at + 1] === "'" ? 2 : 1;
  if (text[at] !== '\\') return 1;
  const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };
  return 2 + (digits[text[at + 1] ?? ''] ?? 0);
}

export function placeOf(source: Source, span: Span): Place {
  const starts = lineStarts(source);
  const start = offsetInFile(source, span.start);
  const line = lineAt(starts, start);
  const lineStart = starts[line - 1] ?? 0;
  const lineEnd = endOfLine(source, line);
  // The last character's place plus one, so that a span never takes in what the notation put behind it.
  const end = span.end > span.start ? offsetInFile(source, span.end - 1) + 1 : start;
  const column = start - lineStart + 1;
  return { file: source.name, line, column, endColumn: column + Math.max(1, Math.min(end, lineEnd) - start) };
}

/** The text of one line, counted from 1, of the file a person edits. */
export function lineText(source: Source, line: number): string {
  const start = lineStarts(source)[line - 1];
  if (start === undefined) return '';
  return hostText(source).slice(start, endOfLine(source, line)).replace(/\r$/, '');
}

function hostText(source: Source): string {
  return source.host?.text ?? source.text;
}

/** The place in the file a person edits of an offset of the source's own text. */
export function offsetInFile(source: Source, offset: number): number {
  if (!source.host) return Math.min(offset, source.text.length);
  const { offsets } = source.host;
  return offsets[Math.min(offset, offsets.length - 1)] ?? 0;
}

/** Found once for each source: a plan of 10,000 elements asks for 10,000 places. */
const lineStartsOf = new WeakMap<Source, readonly number[]>();

function lineStarts(source: Source): readonly number[] {
  let starts = lineStartsOf.get(source);
  if (!starts) {
    const text = hostText(source);
    const found = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) found.push(at + 1);
    starts = found;
    lineStartsOf.set(source, starts);
  }
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

function endOfLine(source: Source, line: number): number {
  const next = lineStarts(source)[line];
  return next === undefined ? hostText(source).length : next - 1;
}

function isBlank(character: string): boolean {
  return character === ' ' || character === '\n' || character === '\t' || character === '\r';
}
