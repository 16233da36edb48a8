/** `/try:` with its markers and the bare `try:`: two spellings, one tree. */
import type { BranchParser } from './branch-parser.ts';
import { markerOf } from './keywords.ts';
import type { Nested } from './nested.ts';
import type { OpenConstruct, OpenConstructs } from './open-constructs.ts';
import { sourceText } from './rewrite.ts';
import type { Span } from './source.ts';
import type { Token, WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import type { Catch, Element, Sequence, Try } from './tree.ts';

export class TryParser {
  readonly #reader: TokenReader;
  readonly #nested: Nested;
  readonly #open: OpenConstructs;
  readonly #branches: BranchParser;

  constructor(reader: TokenReader, nested: Nested, open: OpenConstructs, branches: BranchParser) {
    this.#reader = reader;
    this.#nested = nested;
    this.#open = open;
    this.#branches = branches;
  }

  /** try = "/try:" sequence { "/catch:" label "→" sequence } [ "/else" "→" sequence ] [ "/finally" "→" sequence ] [ "/end" ] */
  markerTry(): Try {
    const reader = this.#reader;
    const keyword = reader.peek().span;
    reader.at += 1;
    const first = reader.peek();
    const name = `/try:${first.kind === 'word' ? first.text.slice(0, 60) : ''}`;
    const own: OpenConstruct = { kind: 'try', name, stage: 'body' };
    return this.#open.during(own, () => {
      const body = this.#branches.branch('any');
      const catches: Catch[] = [];
      let otherwise: Sequence | undefined;
      let last: Sequence | undefined;
      let closed = false;
      while (!closed) {
        const word = reader.peek();
        const marker = markerOf(word);
        if (word.kind !== 'word' || !marker || this.#open.taker(marker) !== own) break;
        if (marker !== '/end') this.#open.noticeNearest(own, word.span, marker);
        reader.at += 1;
        if (marker === '/catch:') {
          own.stage = 'catch';
          const label = this.#label(word);
          catches.push({ ...label, body: this.#branches.branch(label.label === '' ? 'any' : 'arrow') });
        } else if (marker === '/else') {
          own.stage = 'else';
          otherwise = this.#branches.branch('arrow');
        } else if (marker === '/finally') {
          own.stage = 'finally';
          last = this.#branches.branch('arrow');
        } else closed = true;
      }
      if (own.stage === 'body') {
        const help = 'write `→ /catch:any → …` for what is to be done when it fails';
        reader.report('unexpected-token', keyword, '`/try:` without a `/catch:` or `/finally`', help);
      }
      return {
        kind: 'try',
        body,
        catches,
        ...(otherwise ? { otherwise } : {}),
        ...(last ? { finally: last } : {}),
        closed,
        span: { start: keyword.start, end: reader.lastEnd },
      };
    });
  }

  /** The label within `/catch:label`; empty when there is none, which is reported. */
  #label(word: WordToken): { readonly label: string; readonly labelSpan: Span } {
    const written = /:(.*)$/s.exec(word.text)?.[1] ?? '';
    const labelSpan = { start: word.span.end - written.length, end: word.span.end };
    if (/^(?:\*|[\p{L}_][\p{L}\p{N}_-]*)$/u.test(written)) {
      return { label: written === '*' ? 'any' : written, labelSpan };
    }
    const next = this.#reader.peek();
    const command = next.kind === 'word' && next.span.start === word.span.end ? next.text : undefined;
    const help = command
      ? `write \`/catch:any → ${command}\``
      : 'write `/catch:any`, or what to catch: `/catch:timeout`, `/catch:training-failed`';
    if (written === '')
      this.#reader.report('unexpected-token', word.span, `\`${word.text}\` needs a label`, help);
    else this.#reader.report('unexpected-token', labelSpan, `\`${written}\` is no label`, help);
    return { label: '', labelSpan };
  }

  /** bare = "try:" [ "→" ] item "→" catch { "→" catch }, and there the statement ends */
  bareTry(): Try | undefined {
    const reader = this.#reader;
    const keyword = reader.peek().span;
    reader.at += 1;
    if (reader.peek().kind === 'arrow') reader.at += 1;
    if (reader.atSequenceEnd()) {
      reader.unexpected('expected a command behind `try:`');
      return undefined;
    }
    const first = reader.peek().span.start;
    const body = this.#nested.item();
    const catches: Catch[] = [];
    while (reader.peek().kind === 'arrow') {
      const word = reader.behind();
      if (!isBareCatch(word)) return this.#rest(first, catches.length > 0);
      reader.at += 2;
      const handler = this.#bareCatch(word);
      if (!handler) return undefined;
      catches.push(handler);
    }
    if (catches.length === 0) {
      const help = 'write `→ catch:/command` behind it';
      reader.report('unexpected-token', keyword, '`try:` without a `catch:`', help);
      return undefined;
    }
    return {
      kind: 'try',
      body: sequenceOf(body),
      catches,
      closed: false,
      span: { start: keyword.start, end: reader.lastEnd },
    };
  }

  /** catch = "catch:" item | "catch:" label "→" item */
  #bareCatch(word: WordToken): Catch | undefined {
    const reader = this.#reader;
    const isLabelled = !word.text.endsWith(':');
    const label = isLabelled ? this.#label(word) : { label: 'any', labelSpan: word.span };
    if (reader.peek().kind === 'arrow') reader.at += 1;
    else if (isLabelled && !reader.atSequenceEnd()) reader.unexpected('expected `→`');
    if (reader.atSequenceEnd()) {
      reader.unexpected(`expected a command behind \`${word.text}\``);
      return undefined;
    }
    return { ...label, body: sequenceOf(this.#nested.item()) };
  }

  /** More than one element for the body and one for each catch. */
  #rest(first: number, hasCatch: boolean): undefined {
    const reader = this.#reader;
    const { span } = reader.behind();
    reader.skipBranch();
    const all = sourceText(reader.source, first, reader.lastEnd)
      .replace(/(?<=→ ?|-> ?)\/?catch:(?: ?(?:→|->))? ?(?=\/)/gi, '/catch:any → ')
      .replace(/(?<=→ ?|-> ?)catch:/gi, '/catch:');
    const message = `\`try:\` takes one element${hasCatch ? ', and one for each `catch:`' : ' in front of `catch:`'}`;
    const help = hasCatch
      ? `write \`/try:${all}\` if the rest belongs to the handler; on a line of its own it runs behind both`
      : `write \`/try:${all}${/\/catch:/i.test(all) ? '' : ' → /catch:any → …'}\``;
    reader.report('unexpected-token', span, message, help);
  }
}

function isBareCatch(token: Token): token is WordToken {
  return token.kind === 'word' && !token.quoted && /^catch:/i.test(token.text);
}

function sequenceOf(element: Element): Sequence {
  return { elements: [element], span: element.span };
}
