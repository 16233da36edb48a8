/**
 * The text of a comment → the commands in it. A command begins a line, and stands where GitHub shows plain text: not in a
 * fence, a quotation, a code span, or what GitHub hides. When in doubt a line is text: nothing starts by mistake.
 */
import { beginsConstruct, isParallel } from '../language/keywords.ts';
import { type Source, sourceOf } from '../language/source.ts';
import { hiddenIn } from './hidden-characters.ts';
import { shownLines } from './shown-lines.ts';

export interface CommandLine {
  /** With the lines that go on with it, as written. */
  readonly text: string;
  /** In the comment, from 1. */
  readonly line: number;
  /** Of its first character in the text of the source. */
  readonly offset: number;
}

export interface CommandLines {
  /** The whole comment, whose lines end by a line feed. */
  readonly source: Source;
  readonly lines: readonly CommandLine[];
  /** Why none of them counts: one sentence. */
  readonly refused?: string;
}

/** Of a comment, in characters, as GitHub has it. */
export const longestComment = 65_536;
const mostCommands = 20;
const longestCommand = 8_000;

/** Any comment of ours begins with such a marker. */
const ourMarker = /<!--\s*ml-workflow:/i;
const begin = /^\/\p{L}/u;
/** Up to a blank or a sign of the language. */
const word = /^\/([^\s|&;[\]()<>→]*)/u;
/** A line that begins with one of these goes on with the command above; so does one that begins with a blank. */
const goesOn = /^(?:[\t ]|→|->|=>|[|\])&↳])/;
/** Behind one of these the command goes on in the next line. */
const isUnfinished = /(?:→|->|=>|[|&↳\\])[\t ]*$/;
const quotation = /^ {0,3}>/;

/** `isKnown`: whether a word, without its slash, begins a command of this project; its arguments and points may follow. */
export function commandLines(body: string, isKnown: (word: string) => boolean): CommandLines {
  const text = body.replace(/\r\n?/g, '\n');
  const source = sourceOf('<comment>', text);
  if (ourMarker.test(text)) return { source, lines: [] };
  if (text.length > longestComment && [...text].length > longestComment) {
    const refused = `a comment has at most ${longestComment} characters`;
    return /^\/\p{L}/mu.test(text) ? { source, lines: [], refused } : { source, lines: [] };
  }
  const found = gathered(text).filter(({ text: command }) => looksLikeCommand(command, isKnown));
  const refused = refusalOf(found);
  return refused === undefined ? { source, lines: found } : { source, lines: [], refused };
}

function gathered(text: string): CommandLine[] {
  const lines = text.split('\n');
  const isShown = shownLines(lines);
  const found: CommandLine[] = [];
  let offset = 0;
  for (let index = 0; index < lines.length; ) {
    const line = lines[index] ?? '';
    const begins = isShown[index] === true && begin.test(line);
    const next = begins ? endOf(lines, isShown, index) : index + 1;
    if (begins) found.push({ text: lines.slice(index, next).join('\n').trimEnd(), line: index + 1, offset });
    for (; index < next; index += 1) offset += (lines[index] ?? '').length + 1;
  }
  return found;
}

/** The first line behind the command that begins here. */
function endOf(lines: readonly string[], isShown: readonly boolean[], start: number): number {
  let depth = depthBehind(lines[start] ?? '', 0);
  let end = start + 1;
  // Empty lines within a bracket belong to the command, others do not.
  for (let index = end; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    const isEmpty = line.trim() === '';
    if (isEmpty && depth > 0) continue;
    const continues = depth > 0 || goesOn.test(line) || isUnfinished.test(lines[index - 1] ?? '');
    if (isEmpty || !continues || !isShown[index] || quotation.test(line)) break;
    depth = depthBehind(line, depth);
    end = index + 1;
  }
  return end;
}

/** How many brackets are open at the end of the line. A quotation ends with its line: a missing quote costs no more. */
function depthBehind(line: string, before: number): number {
  let depth = before;
  let quote = '';
  for (let at = 0; at < line.length; at += 1) {
    const character = line[at] ?? '';
    if (character === '\\' && quote !== "'") at += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === '#' && /^[\t ]?$/.test(line[at - 1] ?? '')) break;
    else if (character === '[' || character === '(') depth += 1;
    else if (character === ']' || character === ')') depth = Math.max(0, depth - 1);
  }
  return depth;
}

/** `/usr/bin/python fails` is a path; `/trian` looks like a command, and whoever wrote it is told. */
function looksLikeCommand(text: string, isKnown: (word: string) => boolean): boolean {
  // Hidden characters are refused further on, so they make no path of a command.
  const [, written = ''] = word.exec(text.slice(0, 1000)) ?? [];
  const plain = written.replace(/[^\p{L}\p{N}_.:/-]/gu, '');
  const name = plain.replace(/[.:/-]+$/, '');
  if (isKnown(name) || beginsConstruct(`/${plain}`) || isParallel(`/${plain}`)) return true;
  return /^\p{L}[\p{L}\p{N}_.:-]*$/u.test(plain) && hasOnlyHidden(written, plain);
}

/** What was taken away cannot be seen: no comma, no star, no other sign. */
function hasOnlyHidden(written: string, plain: string): boolean {
  return written === plain || hiddenIn(written) !== undefined;
}

function refusalOf(found: readonly CommandLine[]): string | undefined {
  if (found.length > mostCommands)
    return `a comment holds at most ${mostCommands} commands, and this one holds ${found.length}`;
  for (const { text, line } of found) {
    if (text.length > longestCommand)
      return `the command in line ${line} has more than ${longestCommand} characters`;
    const hidden = hiddenIn(text);
    if (!hidden) continue;
    const before = text.slice(0, hidden.at).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return `line ${line + before.length - 1}, column ${column} holds ${hidden.what}: type the command anew, without it`;
  }
  return undefined;
}
