/**
 * The macros of a Markdown document: in a fenced block, a command on a line of its own, and behind it a comment that
 * announces the chain it stands for.
 *
 *     /ml-pipeline-full
 *
 *     # Expands to:
 *     /init → /train → /if:accuracy>0.87 → /deploy
 */
import { normalised } from '../language/name.ts';
import type { Source, Span } from '../language/source.ts';
import { type Fence, type Line, type Markdown, pieced, spanOf } from './markdown.ts';

export interface Macro {
  readonly name: string;
  /** Of the name, in the document. */
  readonly span: Span;
  readonly chain: Source;
}

const languages: ReadonlySet<string> = new Set(['', 'bash', 'sh', 'text']);

export function macrosOf({ source, fences }: Markdown): Macro[] {
  return fences
    .filter(({ language }) => languages.has(language))
    .flatMap((fence) => macrosOfFence(fence, source));
}

function macrosOfFence({ lines }: Fence, source: Source): Macro[] {
  const found: Macro[] = [];
  let index = 0;
  while (index < lines.length) {
    const head = lines[index];
    const name = loneName(head);
    index += 1;
    if (!head || name === undefined) continue;
    const announced = announcedBehind(name, lines, index);
    if (!announced) continue;
    const span = { start: head.start, end: head.start + 1 + name.length };
    found.push({ name, span, chain: pieced(source, announced.pieces.map(spanOf)) });
    index = announced.next;
  }
  return found;
}

interface Announced {
  readonly pieces: readonly Line[];
  /** The first line behind the chain. */
  readonly next: number;
}

function announcedBehind(name: string, lines: readonly Line[], from: number): Announced | undefined {
  let label: string | undefined;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || isBlank(line)) continue;
    const comment = commentOf(line);
    if (!comment) {
      const first = trimmedStart(line);
      if (label === undefined || !startsChain(first.text) || isCallOf(name, first.text)) return undefined;
      if (!isKnown(label) && !hasOperator(first.text)) return undefined;
      const end = endOfChain(lines, index + 1);
      const pieces = [first, ...lines.slice(index + 1, end)];
      const last = pieces.pop();
      return { pieces: last ? [...pieces, trimmedEnd(last)] : [], next: end };
    }
    const inline = behindColon(comment);
    if (inline) return isCallOf(name, inline.text) ? undefined : inComments(lines, index, inline);
    if (label !== undefined && isChainInComment(comment.text, label) && !isCallOf(name, comment.text))
      return inComments(lines, index, comment);
    if (comment.text.endsWith(':') && !(label !== undefined && isKnown(label))) label = comment.text;
  }
  return undefined;
}

/** Up to the end of the fence, or to the next macro of it; blank lines and comments at the end are no part of it. */
function endOfChain(lines: readonly Line[], from: number): number {
  let end = from;
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line || isBlank(line) || commentOf(line)) continue;
    if (index > end && loneName(line) !== undefined && isAnnounced(lines, index + 1)) break;
    end = index + 1;
  }
  return end;
}

/** Whether a comment in words that only announce a chain follows: in the midst of a chain, others explain it. */
function isAnnounced(lines: readonly Line[], from: number): boolean {
  for (const line of lines.slice(from, from + 10)) {
    if (isBlank(line)) continue;
    const comment = commentOf(line);
    if (!comment) return false;
    if (isKnown(comment.text.slice(0, comment.text.indexOf(':') + 1))) return true;
  }
  return false;
}

/** A chain in a comment goes on in the next one where it would go on in the next line of a chain. */
function inComments(lines: readonly Line[], index: number, first: Line): Announced {
  const pieces = [trimmedEnd(first)];
  let depth = depthOf(first.text);
  let next = index + 1;
  for (; next < lines.length; next += 1) {
    const line = lines[next];
    const comment = line && commentOf(line);
    const last = pieces.at(-1)?.text ?? '';
    if (!comment || !(depth > 0 || /(?:→|->|[|&])$/.test(last) || /^(?:→|->)/.test(comment.text))) break;
    pieces.push(trimmedEnd(comment));
    depth += depthOf(comment.text);
  }
  return { pieces, next };
}

function depthOf(text: string): number {
  return (text.match(/[[(]/g)?.length ?? 0) - (text.match(/[\])]/g)?.length ?? 0);
}

/** `# Expands to: /init → /train`: what stands behind the colon, if it is a chain. */
function behindColon(comment: Line): Line | undefined {
  for (const { index, 0: colon } of comment.text.matchAll(/:[ \t]+/g)) {
    const at = index + colon.length;
    const text = comment.text.slice(at);
    if (!startsChain(text)) continue;
    const label = comment.text.slice(0, index + 1);
    return isChainInComment(text, label) ? { text, start: comment.start + at } : undefined;
  }
  return undefined;
}

/** Sentences begin with words too, so that an arrow or the like must show that it is none. */
function isChainInComment(text: string, label: string): boolean {
  return startsChain(text) && ((isKnown(label) && text.startsWith('/')) || hasOperator(text));
}

const labels =
  /\b(?:equivalent|expands?|implement(?:s|ation|ed)?|workflow|coordinates|chain|commands?|steps)\b/i;

function isKnown(label: string): boolean {
  return label.endsWith(':') && labels.test(label);
}

/** `/name`, `parallel[`, `fork:4`, `agent:task`, `$x =`, `word →`, `(`. */
function startsChain(text: string): boolean {
  return /^(?:\/?[A-Za-z][\w.-]*(?:[[:](?!\/\/)\S|\[$|[ \t]*(?:→|->))|try:[ \t]+\/|\/[A-Za-z]|\$[A-Za-z]|\()/.test(
    text,
  );
}

function hasOperator(text: string): boolean {
  return /→|->|\[|&&|\|\||;/.test(text);
}

/** Another way to call the command is an example of it, not its definition. */
function isCallOf(name: string, chain: string): boolean {
  const [, called = ''] = /^\/([\w.:/-]+)/.exec(chain) ?? [];
  return normalised(called) === normalised(name);
}

function loneName(line: Line | undefined): string | undefined {
  return /^\/([A-Za-z](?:[\w.:/-]*[\w.-])?)[ \t]*$/.exec(line?.text ?? '')?.[1];
}

/** What stands behind the `#`. */
function commentOf({ text, start }: Line): Line | undefined {
  const [before] = /^[ \t]*#+[ \t]*/.exec(text) ?? [];
  if (before === undefined) return undefined;
  return trimmedEnd({ text: text.slice(before.length), start: start + before.length });
}

function isBlank({ text }: Line): boolean {
  return text.trim() === '';
}

function trimmedStart({ text, start }: Line): Line {
  const trimmed = text.trimStart();
  return { text: trimmed, start: start + text.length - trimmed.length };
}

function trimmedEnd({ text, start }: Line): Line {
  return { text: text.trimEnd(), start };
}
