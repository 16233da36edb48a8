/** One element: the word or bracket that is next says which, and the parser of that one reads it. */
import { parseAssignment } from './assignment-parser.ts';
import { parseBarrier, parseCheckpoint, parseContext } from './binding-parser.ts';
import { type BranchParser, parseOwnCondition } from './branch-parser.ts';
import { CaseParser } from './case-parser.ts';
import { parseCommand, parsePlainCommand } from './command-parser.ts';
import { IfParser } from './if-parser.ts';
import { isParallel, keywordOf } from './keywords.ts';
import type { Nested } from './nested.ts';
import type { OpenConstructs } from './open-constructs.ts';
import { parseParallelOptions } from './parallel-options.ts';
import { handlerOf, type PrefixParser } from './prefix-parser.ts';
import type { Span } from './source.ts';
import type { WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import type { Chain, Element, Fallback, Parallel, Require } from './tree.ts';
import { TryParser } from './try-parser.ts';

/** What a keyword needs that stands there without it. */
const incomplete: Readonly<Record<string, string>> = {
  if: 'if:accuracy>0.9',
  elif: '/elif:accuracy>0.9',
  require: 'require:accuracy>0.9',
  case: 'case:$x',
  try: 'try:/train',
  catch: '/catch:any',
  fallback: 'fallback:/command',
  fork: 'fork:4',
  repeat: 'repeat:5 until:accuracy>0.9',
  until: 'repeat:5 until:accuracy>0.9',
  budget: 'budget:12usd',
  droid: 'droid:ml-engineer',
  context: 'context:winner',
};
const signs: ReadonlySet<string> = new Set(['&&', '||', '|', '&']);

export class ElementParser {
  readonly #reader: TokenReader;
  readonly #nested: Nested;
  readonly #open: OpenConstructs;
  readonly #prefixes: PrefixParser;
  readonly #ifs: IfParser;
  readonly #tries: TryParser;
  readonly #cases: CaseParser;
  #isQuoteOpen: boolean | undefined;

  constructor(
    reader: TokenReader,
    nested: Nested,
    open: OpenConstructs,
    branches: BranchParser,
    prefixes: PrefixParser,
  ) {
    this.#reader = reader;
    this.#nested = nested;
    this.#open = open;
    this.#prefixes = prefixes;
    this.#ifs = new IfParser(reader, nested, open, branches);
    this.#tries = new TryParser(reader, nested, open, branches);
    this.#cases = new CaseParser(reader, branches);
  }

  /** Undefined for what could not be read, which is reported. */
  element(): Element | undefined {
    const reader = this.#reader;
    const element = this.#bare();
    const { kind, span } = reader.peek();
    if (kind !== '>' && kind !== '>>') return element;
    const many = element?.kind === 'distribution' || element?.kind === 'parallel' || element?.kind === 'fork';
    const help = many
      ? 'make one result of them first: `… → /results:aggregate > $all`'
      : 'put it directly behind the command whose result it stores';
    const what = element?.kind === 'distribution' ? 'one command' : 'a command';
    reader.report('unexpected-token', span, `a redirect belongs to ${what}`, help);
    reader.at += 1;
    return reader.recover();
  }

  #bare(): Element | undefined {
    const reader = this.#reader;
    const token = reader.peek();
    if (token.kind === '(') return this.#group();
    if (token.kind !== 'word' || token.quoted) return this.#missing();
    if (isParallel(token.text)) return this.#parallel(token);
    if (token.parts[0]?.kind === 'variable') return parseAssignment(reader, token);
    const keyword = keywordOf(token);
    const { name, value } = keyword;
    if (value === undefined) {
      if (name === 'barrier') return this.#barrier(token);
      if (name === 'else' || name === 'end') return this.#refused(token, 'is no command', `/${token.text}`);
      if (handlerOf(token)) return this.#prefixes.misplacedHandler(token, false);
      return Object.hasOwn(incomplete, name) ? this.#incomplete(token, name) : parseCommand(reader, token);
    }
    if (value === '' && (name === 'else' || name === 'end'))
      return this.#refused(token, 'takes no colon', `/${name}`);
    if (value === '' && (name === 'on_failure' || name === 'finally'))
      return this.#refused(token, 'takes no colon', `${name} → /command`);
    if (name === 'elseif' || name === 'elsif' || name === 'else_if')
      return this.#refused(token, 'is no word of a chain', '/elif:condition');
    switch (name) {
      case 'if':
        return token.text.startsWith('/') ? this.#ifs.markerIf() : this.#ifs.positionalIf();
      case 'elif':
        return this.#refused(token, 'is no command', '/elif:');
      case 'require':
        return this.#require();
      case 'try':
        return token.text.startsWith('/') ? this.#tries.markerTry() : this.#tries.bareTry();
      case 'catch':
        return this.#bareCatch(token);
      case 'case':
        return this.#cases.case();
      case 'fallback':
        return this.#fallback(token);
      case 'until':
        return this.#prefixes.until(token);
      case 'state':
        return parseCheckpoint(reader, token, value);
      case 'context':
        return parseContext(reader, token, value);
      case 'retry':
      case 'timeout':
      case 'repeat':
      case 'budget':
      case 'droid':
      case 'fork':
        return this.#prefixes.prefix(token, keyword);
    }
    return parseCommand(reader, token);
  }

  // ---- what is missing or misplaced ----

  #missing(): undefined {
    const reader = this.#reader;
    const { kind } = reader.peek();
    const before = reader.tokens[reader.at - 1]?.kind;
    const leads = before === 'newline' && signs.has(kind);
    const behind = before !== undefined && signs.has(before) ? ` behind \`${before}\`` : '';
    const next = reader.peek();
    const quoted =
      next.kind === 'word'
        ? 'a command is written without quotes'
        : kind === '['
          ? 'branches stand in `parallel[/a | /b]`, a group in `(/a → /b)`'
          : undefined;
    reader.unexpected(
      `expected a command${behind}`,
      leads ? `put \`${kind}\` at the end of the line before` : quoted,
    );
    return reader.recover();
  }

  #refused(word: WordToken, what: string, instead: string): undefined {
    this.#reader.report('unexpected-token', word.span, `\`${word.text}\` ${what}`, `write \`${instead}\``);
    return this.#reader.recover();
  }

  #incomplete(word: WordToken, name: string): Element | undefined {
    if (name === 'repeat' || name === 'until') {
      const help = 'write `repeat:5 until:accuracy>0.9 → …`';
      this.#reader.report('unbounded-loop', word.span, `\`${word.text}\` needs a number of times`, help);
      this.#reader.at += 1;
      return this.#reader.recover();
    }
    const needs: Readonly<Record<string, string>> = {
      ...{ if: 'a condition', elif: 'a condition', require: 'a condition', case: 'a variable' },
      ...{ try: 'a command', catch: 'a label', fallback: 'a command', fork: 'a number' },
      ...{ budget: 'an amount', droid: 'the name of an agent', context: 'the name of a result' },
    };
    if (name === 'if' || name === 'try') this.#open.isBroken = true;
    const example = incomplete[name] ?? '';
    const slash = word.text.startsWith('/') && !example.startsWith('/') ? '/' : '';
    return this.#refused(word, `needs ${needs[name]}`, `${slash}${example}`);
  }

  #bareCatch(word: WordToken): undefined {
    const help = 'write `try: /command → catch:/handler`, or `/catch:label` behind `/try:`';
    this.#reader.report(
      'catch-without-try',
      word.span,
      `\`${word.text}\` without \`try:\` in front of it`,
      help,
    );
    return this.#reader.recover();
  }

  // ---- elements that are short to read ----

  /** require = "/require:" condition */
  #require(): Require {
    const start = this.#reader.peek().span.start;
    const condition = parseOwnCondition(this.#reader);
    return { kind: 'require', condition, span: { start, end: Math.max(start, condition.span.end) } };
  }

  #barrier(word: WordToken): Element | undefined {
    const barrier = parseBarrier(this.#reader, word);
    if (this.#reader.peek().kind !== 'word') return barrier;
    this.#reader.unexpected('expected `→`', '`barrier` takes no arguments');
    return this.#reader.recover();
  }

  /** fallback = "/fallback:" command */
  #fallback(keyword: WordToken): Fallback | undefined {
    const reader = this.#reader;
    reader.at += 1;
    const word = reader.peek();
    if (word.kind !== 'word' || word.quoted) {
      reader.unexpected(`expected a command behind \`${keyword.text}\``, 'write `/fallback:use-backup`');
      return reader.recover();
    }
    const command = parsePlainCommand(reader, word, 'behind `/fallback:`');
    if (!command) return undefined;
    const span = { start: keyword.span.start, end: command.span.end };
    return { kind: 'fallback', command: { ...command, slash: true }, span };
  }

  /** group = "(" inner ")" */
  #group(): Element | undefined {
    const open = this.#reader.peek();
    const chain = this.#bracketed('(', () => this.#nested.inner());
    if (!this.#close(')', open.span)) return undefined;
    return { kind: 'group', chain, span: { start: open.span.start, end: this.#reader.lastEnd } };
  }

  /** parallel = "parallel" { ":" option "=" number } "[" inner { "|" inner } "]" */
  #parallel(word: WordToken): Parallel | undefined {
    const reader = this.#reader;
    const options = parseParallelOptions(reader, word);
    reader.at += 1;
    const open = reader.peek();
    if (open.kind !== '[') return this.#parallelWithoutBrackets(word);
    const branches = this.#bracketed('[', () => {
      const found: Chain[] = [];
      for (;;) {
        if (reader.peek().kind === ']' && found.length > 0) {
          reader.unexpected('expected a branch behind `|`');
          break;
        }
        found.push(this.#nested.inner());
        if (reader.peek().kind !== '|') break;
        reader.at += 1;
      }
      return found;
    });
    if (!this.#close(']', open.span)) return undefined;
    if (options.min !== undefined && options.min > branches.length) {
      const message = `\`min=${options.min}\` is more than the ${branches.length} branches`;
      reader.report('invalid-value', word.span, message);
    }
    return { kind: 'parallel', ...options, branches, span: { start: word.span.start, end: reader.lastEnd } };
  }

  #parallelWithoutBrackets(word: WordToken): undefined {
    const reader = this.#reader;
    const next = reader.tokens.slice(reader.at, reader.at + 20);
    const end = next.findIndex(({ kind }) => kind === 'newline' || kind === ';' || kind === 'arrow');
    const pipe = next.slice(0, end < 0 ? undefined : end).find(({ kind }) => kind === '|');
    if (pipe && reader.innermost !== '[') {
      const help = `write \`${word.text.replace(/:$/, '')}[/a | /b]\``;
      reader.report('pipe-in-parallel', pipe.span, '`|` separates branches only inside `[ ]`', help);
    } else reader.unexpected(`expected \`[\` behind \`${word.text}\``);
    reader.skipBranch();
  }

  // ---- brackets ----

  /** Reads what stands behind the opening bracket; the closing one is `#close`'s. */
  #bracketed<Result>(bracket: '[' | '(', parseInside: () => Result): Result {
    const reader = this.#reader;
    const outside = reader.isInCase;
    reader.isInCase = false;
    reader.brackets.push(bracket);
    reader.at += 1;
    const result = this.#open.hidden(parseInside);
    reader.brackets.pop();
    reader.isInCase = outside;
    return result;
  }

  #close(kind: ']' | ')', open: Span): boolean {
    const reader = this.#reader;
    if (reader.peek().kind === kind) {
      reader.at += 1;
      return true;
    }
    const bracket = kind === ']' ? '[' : '(';
    if (reader.atStatementEnd()) {
      const help = `add the closing \`${kind}\``;
      // Behind an unclosed quote every bracket is part of the quotation.
      if (!this.#isInsideQuote())
        reader.report('unclosed-bracket', open, `\`${bracket}\` is never closed`, help);
    } else reader.unexpected(kind === ']' ? 'expected `→`, `|` or `]`' : 'expected `→` or `)`');
    reader.skipBehind(kind);
    return false;
  }

  /** The text ends within a quotation that a diagnostic names. */
  #isInsideQuote(): boolean {
    this.#isQuoteOpen ??= this.#findOpenQuote();
    return this.#isQuoteOpen;
  }

  #findOpenQuote(): boolean {
    const last = this.#reader.tokens.at(-2);
    if (last?.kind !== 'word' && last?.kind !== 'string') return false;
    const text = this.#reader.source.text;
    for (let at = last.span.start; at < last.span.end; at += 1) {
      const isQuote = text[at] === '"' || text[at] === "'";
      if (isQuote && this.#reader.diagnostics.hasErrorAt(this.#reader.source, at)) return true;
    }
    return false;
  }
}
