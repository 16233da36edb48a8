/** What stands in front of an element and says how it runs: `retry:3 →`, `timeout:300 →`, `fork:4 →`, `on_failure →` … */
import { parseOwnCondition } from './branch-parser.ts';
import { type Keyword, keywordOf, markerOf } from './keywords.ts';
import { didYouMean } from './name.ts';
import type { Nested } from './nested.ts';
import { parseCount, parseDollars, parseDuration } from './quantity.ts';
import type { Span } from './source.ts';
import type { Token, WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import type { Element, Fork, Handler, Repeat, Retry } from './tree.ts';

export class PrefixParser {
  readonly #reader: TokenReader;
  readonly #nested: Nested;

  constructor(reader: TokenReader, nested: Nested) {
    this.#reader = reader;
    this.#nested = nested;
  }

  /** prefix = word { option } "→" item; the word is next. */
  prefix(word: WordToken, keyword: Keyword): Element | undefined {
    switch (keyword.name) {
      case 'retry':
        return this.#retry(word, keyword.value ?? '');
      case 'timeout':
        return this.#timeout(word, keyword.value ?? '');
      case 'budget':
        return this.#budget(word, keyword.value ?? '');
      case 'droid':
        return this.#droid(word, keyword.value ?? '');
      case 'repeat':
        return this.#repeat(word, keyword.value ?? '');
      case 'fork':
        return this.#fork(word, keyword.value ?? '');
    }
    return undefined;
  }

  /** retry = "retry:" count { "delay:" duration | "backoff:" duration } */
  #retry(word: WordToken, value: string): Retry {
    const reader = this.#reader;
    const retries = this.#value(word, value, positive(parseCount(value)), {
      what: 'a number of retries',
      example: 'retry:3',
    });
    reader.at += 1;
    const options: { delay?: number; backoff?: number } = {};
    for (let token = reader.peek(); isOption(token); token = reader.peek()) {
      const { name, value: text = '' } = keywordOf(token);
      const key = name === 'delay' ? 'delay' : 'backoff';
      const example = key === 'delay' ? 'delay:60' : 'backoff:300';
      const seconds = this.#value(token, text, parseDuration(text), { what: 'a duration', example });
      const one = 'write one of the two: `delay:60` is constant, `backoff:300` doubles';
      if (options.delay !== undefined || options.backoff !== undefined)
        reader.report('invalid-value', token.span, `\`${token.text}\` behind another delay`, one);
      else options[key] = seconds ?? 0;
      reader.at += 1;
    }
    const body = this.#body(word, 'options of `retry` are `delay:60` and `backoff:300`');
    return { kind: 'retry', retries: retries ?? 1, ...options, body, span: this.#spanFrom(word) };
  }

  #timeout(word: WordToken, value: string): Element {
    const what = 'a duration above 0';
    const seconds = this.#value(word, value, positive(parseDuration(value)), { what, example: 'timeout:5m' });
    this.#reader.at += 1;
    const body = this.#body(word);
    return { kind: 'timeout', seconds: seconds ?? 1, body, span: this.#spanFrom(word) };
  }

  #budget(word: WordToken, value: string): Element {
    const what = 'an amount of dollars above 0';
    const dollars = this.#value(word, value, positive(parseDollars(value)), {
      what,
      example: 'budget:12usd',
    });
    this.#reader.at += 1;
    const body = this.#body(word);
    return { kind: 'budget', dollars: dollars ?? 1, body, span: this.#spanFrom(word) };
  }

  #droid(word: WordToken, value: string): Element {
    const agent = /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(value) && word.parts.length === 1 ? value : undefined;
    this.#value(word, value, agent, { what: 'the name of an agent', example: 'droid:ml-engineer' });
    this.#reader.at += 1;
    const agentSpan = behindColon(word, value);
    const body = this.#body(word);
    return { kind: 'delegation', agent: agent ?? '…', agentSpan, body, span: this.#spanFrom(word) };
  }

  /** repeat = "repeat:" count "until:" condition */
  #repeat(word: WordToken, value: string): Repeat {
    const reader = this.#reader;
    const shown = 'write `repeat:5 until:accuracy>0.9 → …`';
    let times: number | undefined;
    if (value === '')
      reader.report('unbounded-loop', word.span, `\`${word.text}\` needs a number of times`, shown);
    else
      times = this.#value(word, value, positive(parseCount(value)), {
        what: 'a number of times',
        example: 'repeat:5',
      });
    reader.at += 1;
    const until = reader.peek();
    const hasUntil = until.kind === 'word' && !until.quoted && /^\/?until:$/i.test(until.text);
    if (!hasUntil) reader.report('unbounded-loop', word.span, `\`${word.text}\` without \`until:\``, shown);
    const condition = hasUntil
      ? parseOwnCondition(reader)
      : { expression: undefined, text: '…', span: word.span };
    const body = this.#body(word);
    return { kind: 'repeat', times: times ?? 1, until: condition, body, span: this.#spanFrom(word) };
  }

  /** A loop that has no count. */
  until(word: WordToken): undefined {
    const condition = parseOwnCondition(this.#reader);
    const message = '`until:` without `repeat:` and a number of times in front of it';
    this.#reader.report(
      'unbounded-loop',
      word.span,
      message,
      `write \`repeat:5 until:${condition.text} → …\``,
    );
    return this.#reader.recover();
  }

  /** fork = "fork:" count "→" item "&" item … */
  #fork(word: WordToken, value: string): Element {
    const reader = this.#reader;
    const max = this.#value(word, value, positive(parseCount(value)), {
      what: 'a number of branches at once',
      example: 'fork:4',
    });
    reader.at += 1;
    const body = this.#body(word);
    if (body.kind === 'fork' && body.max === undefined) {
      const fork: Fork = { ...body, max: max ?? 1, span: this.#spanFrom(word) };
      return fork;
    }
    if (body.kind !== 'unreadable') {
      const help =
        body.kind === 'command' || body.kind === 'group'
          ? `write \`${word.text} → /a & /b\``
          : `write each branch in \`( )\`: \`${word.text} → (retry:3 → /a) & /b\``;
      reader.report('unexpected-token', word.span, `\`${word.text}\` without branches joined by \`&\``, help);
    }
    return { kind: 'unreadable', span: this.#spanFrom(word) };
  }

  // ---- handlers of the whole chain ----

  /** Whether a handler begins here: its word at the start of a statement, with an arrow behind. */
  atHandler(): boolean {
    return handlerOf(this.#reader.peek()) !== undefined && this.#reader.behind().kind === 'arrow';
  }

  /** handler = ( "on_failure" | "finally" ) "→" item, and there the statement ends */
  handler(): Handler {
    const reader = this.#reader;
    const word = reader.peek() as WordToken;
    reader.at += 1;
    const body = this.#body(word);
    if (reader.peek().kind === 'arrow') {
      const { span } = reader.peek();
      const name = handlerOf(word);
      const help = `write \`${name} → (/a → /b)\` if all of it belongs to the handler; what runs after it in any case stands on a line before`;
      reader.report('unexpected-token', span, `\`${name}\` takes one element`, help);
      reader.skipBranch();
    }
    const on = handlerOf(word) === 'finally' ? 'end' : 'failure';
    return { kind: 'handler', on, body, span: this.#spanFrom(word) };
  }

  /** `on_failure` and `finally` where no handler of the chain can begin. */
  misplacedHandler(word: WordToken, isStart: boolean): undefined {
    const reader = this.#reader;
    const name = handlerOf(word) ?? word.text;
    const own = `on a line of its own: \`${name} → /command\``;
    const marker = name === 'finally' ? '; that of a `/try:` is written `/finally`' : '';
    if (isStart && reader.innermost === undefined) {
      reader.at += 1;
      reader.unexpected(`expected \`→\` behind \`${word.text}\``, `write \`${name} → /command\``);
    } else {
      const place = reader.innermost === undefined ? 'the middle of a statement' : 'brackets';
      const message = `\`${word.text}\` is for the whole chain and cannot stand in ${place}`;
      reader.report('unexpected-token', word.span, message, `write it ${own}${marker}`);
    }
    return reader.recover();
  }

  // ---- what all of them have ----

  /** The value behind the colon, or undefined with a word on what is missing. */
  #value<Value>(
    word: WordToken,
    written: string,
    value: Value | undefined,
    { what, example }: { readonly what: string; readonly example: string },
  ): Value | undefined {
    const isPlain = word.parts.length === 1 && word.parts[0]?.kind === 'text';
    if (value !== undefined && isPlain) return value;
    const help = isPlain
      ? `write \`${example}\``
      : `write it out, as \`${example}\`: it is planned before anything runs`;
    const message = written === '' ? `\`${word.text}\` needs ${what}` : `\`${written}\` is not ${what}`;
    this.#reader.report(
      'invalid-value',
      written === '' ? word.span : behindColon(word, written),
      message,
      help,
    );
    return undefined;
  }

  /** The arrow and the item behind it. */
  #body(word: WordToken, options?: string): Element {
    const reader = this.#reader;
    const arrow = reader.peek();
    if (arrow.kind === 'arrow') reader.at += 1;
    if (reader.atSequenceEnd() || markerOf(reader.peek())) {
      const missing = arrow.kind === 'arrow' ? 'a command behind `→`' : '`→` and a command';
      reader.unexpected(`expected ${missing}`, `write \`${word.text} → /command\``);
      return { kind: 'unreadable', span: word.span };
    }
    if (arrow.kind !== 'arrow') {
      // `timeout: 5m` lacks its value, which is said, and stands behind a blank.
      const isValue = arrow.kind === 'word' && word.text.endsWith(':') && reader.behind().kind === 'arrow';
      if (isValue && !arrow.text.startsWith('/')) reader.at += 2;
      else {
        const meant = options === undefined ? undefined : meantOption(arrow);
        reader.unexpected('expected `→`', meant ?? options);
        // It would be read as a command, which is no second mistake.
        if (meant !== undefined) reader.at += reader.behind().kind === 'arrow' ? 2 : 1;
      }
    }
    return this.#nested.item();
  }

  #spanFrom(word: WordToken): Span {
    return { start: word.span.start, end: this.#reader.lastEnd };
  }
}

/** `on_failure` or `finally`, in whatever spelling. */
export function handlerOf(token: Token): 'on_failure' | 'finally' | undefined {
  if (token.kind !== 'word' || token.quoted) return undefined;
  if (/^\/?on[_-]failure$/i.test(token.text)) return 'on_failure';
  return /^\/?finally$/i.test(token.text) ? 'finally' : undefined;
}

function isOption(token: Token): token is WordToken {
  return token.kind === 'word' && !token.quoted && /^(?:delay|backoff):/i.test(token.text);
}

/** `dealy:60` behind `retry:3`. */
function meantOption(token: Token): string | undefined {
  const [, name, value] = token.kind === 'word' ? (/^([a-z_-]+):(\d.*)$/i.exec(token.text) ?? []) : [];
  return name === undefined ? undefined : didYouMean(name, ['delay', 'backoff'], (one) => `${one}:${value}`);
}

function positive(value: number | undefined): number | undefined {
  return value === undefined || value <= 0 ? undefined : value;
}

function behindColon(word: WordToken, value: string): Span {
  return { start: word.span.end - value.length, end: word.span.end };
}
