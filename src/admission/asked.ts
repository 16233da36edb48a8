/** The commands of a comment → what is asked: a control command, a workflow with its parameters, or a chain; or what is wrong. */
import { type Diagnostic, Diagnostics } from '../language/diagnostic.ts';
import { beginsConstruct, conditionKeyword, isParallel } from '../language/keywords.ts';
import { lex } from '../language/lexer.ts';
import { didYouMean, listOf, normalised } from '../language/name.ts';
import { parse } from '../language/parser.ts';
import type { Source, Span } from '../language/source.ts';
import type { SignToken, Token, WordToken } from '../language/token.ts';
import type { Chain, Command } from '../language/tree.ts';
import { type CommandLine, commandLines } from './comment-lines.ts';
import { cut, joined, type Piece } from './comment-source.ts';
import { type Given, givenBy, plainText } from './given.ts';
import { type Control, type Known, type KnownWorkflow, Names } from './names.ts';

/** What would run. */
export type AskedWork =
  | { readonly is: 'workflow'; readonly workflow: string; readonly given: readonly Given[] }
  /** Commands of several lines are statements, one after the other. */
  | { readonly is: 'chain'; readonly chain: Source };

export type Asked = (AskedWork | AskedControl) & {
  /** As it was written, in one line for each command: it is shown to people, and never parsed again. */
  readonly text: string;
  /** The commit that is named: 7 to 64 hexadecimal digits, in lower case. */
  readonly sha?: string;
};

export type AskedControl = {
  readonly is: 'control';
} /** Without `of`, of every workflow that a comment starts. */ & (
  | { readonly control: 'plan'; readonly of?: AskedWork }
  | { readonly control: 'status' | 'stop'; readonly workflow?: string }
  /** `label`: of the approval; the commit stands in `sha`. */
  | { readonly control: 'approve'; readonly label?: string }
  | {
      readonly control: 'resume';
      readonly workflow?: string;
      /** The element to go on from, as it is named in the report. */
      readonly from?: string;
      readonly given: readonly Given[];
    }
  | { readonly control: 'help' }
);

export type Read =
  /** Nothing in it is a command. */
  | { readonly is: 'nothing' }
  | { readonly is: 'asked'; readonly asked: Asked }
  /** It is not read at all: one sentence. */
  | { readonly is: 'refused'; readonly sentence: string }
  | {
      readonly is: 'mistake';
      readonly diagnostics: readonly Diagnostic[];
      /** Words that nothing here comes near to, such as `/assign`: they may be meant for another program. */
      readonly isPerhapsForOthers: boolean;
    };

const commit = /^@[0-9a-f]{7,64}$/i;

export function readComment(body: string, known: Known): Read {
  const names = new Names(known);
  const { source, lines, refused } = commandLines(body, (word) => names.isKnown(word));
  if (refused !== undefined) return { is: 'refused', sentence: refused };
  if (lines.length === 0) return { is: 'nothing' };
  return new Reader(source, names).read(lines);
}

/** One command of the comment. */
interface Line {
  /** The stretch of the comment; the commit that it names is blank in it. */
  readonly source: Source;
  readonly tokens: readonly Token[];
  readonly head: WordToken;
  readonly sha?: string;
  readonly text: string;
}

class Reader {
  readonly #comment: Source;
  readonly #names: Names;
  readonly #diagnostics = new Diagnostics();
  #strangers = 0;
  #errors = 0;

  constructor(comment: Source, names: Names) {
    this.#comment = comment;
    this.#names = names;
  }

  read(written: readonly CommandLine[]): Read {
    const lines = written.flatMap((line) => this.#line(line) ?? []);
    const asked = this.#diagnostics.hasErrors ? undefined : this.#asked(lines);
    if (asked && !this.#diagnostics.hasErrors) return { is: 'asked', asked };
    return {
      is: 'mistake',
      diagnostics: this.#diagnostics.sorted(),
      isPerhapsForOthers: this.#strangers > 0 && this.#strangers === this.#errors,
    };
  }

  #line({ text, offset }: CommandLine): Line | undefined {
    const whole = cut(this.#comment, offset, offset + text.length);
    const tokens = lex(whole, new Diagnostics()).filter(({ kind }) => kind !== 'end' && kind !== 'newline');
    const [head] = tokens;
    if (head?.kind !== 'word') return undefined;
    const named = commitsIn(tokens);
    const [sha, other] = [...new Set(named.map(({ text: one }) => one.slice(1).toLowerCase()))];
    if (other !== undefined) {
      this.#report(
        'unexpected-token',
        whole,
        named.at(-1)?.span,
        'two commits are named',
        'name one of them',
      );
    }
    const source = blanked(whole, named);
    const kept = tokens.filter((token) => !named.some((one) => one === token));
    const shown = oneLine(text);
    return { source, tokens: kept, head, text: shown, ...(sha === undefined ? {} : { sha }) };
  }

  #asked(lines: readonly Line[]): Asked | undefined {
    const [first] = lines;
    if (!first) return undefined;
    const isControl = ({ head }: Line) => this.#controlOf(head) !== undefined;
    const control = lines.find(isControl);
    if (control && lines.length > 1) {
      const message = `\`${control.head.text}\` stands alone in a comment`;
      this.#report('unexpected-token', control.source, control.head.span, message, 'write two comments');
      return undefined;
    }
    const text = lines.map((line) => line.text).join('\n');
    const shas = new Set(lines.flatMap(({ sha }) => sha ?? []));
    const [sha] = shas;
    if (shas.size > 1) {
      const line = lines.find((one) => one.sha !== undefined && one.sha !== sha) ?? first;
      const message = 'the lines of this comment name two commits';
      this.#report('unexpected-token', line.source, line.head.span, message, 'name one of them');
      return undefined;
    }
    const asked = control ? this.#control(control) : this.#work(lines);
    return asked && { ...(sha === undefined ? {} : { sha }), ...asked, text };
  }

  #controlOf(head: WordToken): Control | undefined {
    return head.quoted ? undefined : this.#names.control(head.text.slice(1));
  }

  #work(lines: readonly Line[]): AskedWork | undefined {
    const read = lines.flatMap((line) => {
      const chain = this.#parsed(line);
      return chain ? [{ line, chain }] : [];
    });
    const [first] = read;
    if (!first || read.length < lines.length) return undefined;
    const alone = lines.length === 1 ? onlyCommand(first.chain) : undefined;
    const workflow = alone && this.#started(alone, first.line);
    if (alone && workflow) {
      const { source } = first.line;
      const given = givenBy(alone, workflow, source, this.#diagnostics);
      return given && { is: 'workflow', workflow: workflow.name, given };
    }
    if (this.#diagnostics.hasErrors) return undefined;
    const pieces = read.flatMap(({ line, chain }, index): Piece[] => [
      ...(index === 0 ? [] : [{ text: '\n', at: line.source, from: 0 }]),
      ...this.#withNames(line, chain),
    ]);
    return { is: 'chain', chain: joined(this.#comment.name, pieces) };
  }

  #parsed(line: Line): Chain | undefined {
    const { source, head } = line;
    if (this.#isUnknown(head, source)) return undefined;
    const found = new Diagnostics();
    const { chain } = parse(source, found);
    if (!found.hasErrors) return chain;
    this.#errors += 1;
    this.#diagnostics.addAll(found.sorted());
    return undefined;
  }

  /** What stands behind a colon is for the planner to know, and with it what stands before. */
  #isUnknown(head: WordToken, source: Source): boolean {
    const name = head.text.replace(/^\//, '');
    const isOurs =
      this.#names.isKnown(name) || /[:/]/.test(name) || beginsConstruct(head.text) || isParallel(head.text);
    if (isOurs || conditionKeyword.test(head.text)) return false;
    const near = this.#names.nearest(name);
    if (near.length === 0) this.#strangers += 1;
    const help = didYouMean(name, near, (one) => `/${one}`) ?? '`/ml-help` says what can be written here';
    this.#report('unknown-command', source, head.span, `unknown command \`${head.text}\``, help);
    return true;
  }

  #started(command: Command, { source }: Line): KnownWorkflow | undefined {
    if (command.redirects.length > 0) return undefined;
    const [workflow, other] = this.#names.startedBy(command.name);
    if (workflow && other) {
      const message = `\`/${command.name}\` starts both \`${workflow.name}\` and \`${other.name}\``;
      this.#report('unknown-workflow', source, command.nameSpan, message, 'their files have one `comment:`');
      return undefined;
    }
    return workflow;
  }

  /** In a chain a workflow goes by its name, whatever starts it. */
  #withNames({ source }: Line, chain: Chain): Piece[] {
    const calls = commandsIn(chain)
      .filter(({ name }) => !this.#names.isCommand(name) && this.#names.startedBy(name).length > 0)
      .sort((a, b) => a.nameSpan.start - b.nameSpan.start);
    const pieces: Piece[] = [];
    let from = 0;
    for (const { name, nameSpan } of calls) {
      const workflow = this.#names.startedBy(name)[0];
      if (!workflow) continue;
      pieces.push({ text: source.text.slice(from, nameSpan.start), at: source, from });
      pieces.push({ text: `/${workflow.name}`, at: source, from: nameSpan.start, isReplaced: true });
      from = nameSpan.end;
    }
    return [...pieces, { text: source.text.slice(from), at: source, from }];
  }

  #control(line: Line): Asked | undefined {
    const control = this.#controlOf(line.head);
    switch (control) {
      case 'plan':
        return this.#plan(line);
      case 'status':
      case 'stop': {
        const words = this.#words(line, control === 'stop' ? '/ml-stop [workflow]' : '/ml-status [workflow]');
        const workflow = words && this.#only(words, line);
        if (!words || this.#diagnostics.hasErrors) return undefined;
        return { is: 'control', control, ...(workflow === undefined ? {} : { workflow }), text: line.text };
      }
      case 'approve':
        return this.#approve(line);
      case 'resume':
        return this.#resume(line);
      case 'help':
        return { is: 'control', control, text: line.text };
      default:
        return undefined;
    }
  }

  #plan(line: Line): Asked | undefined {
    const { source, head, tokens, text } = line;
    const asked = { is: 'control', control: 'plan', text } as const;
    const [, first] = tokens;
    if (!first) return asked;
    const rest = { ...line, source: cut(source, first.span.start, source.text.length) };
    const only = tokens.length === 2 && first.kind === 'word' && !first.quoted ? first : undefined;
    const workflow = only && !only.text.startsWith('/') ? this.#names.workflow(only.text) : undefined;
    if (workflow) return { ...asked, of: { is: 'workflow', workflow: workflow.name, given: [] } };
    const [begin] = lex(rest.source, new Diagnostics());
    const of = this.#work([{ ...rest, head: begin?.kind === 'word' ? begin : head }]);
    return of && { ...asked, of };
  }

  #approve(line: Line): Asked | undefined {
    const usage = '/ml-approve <commit> [label]';
    const words = this.#words(line, usage);
    if (!words) return undefined;
    const isNamed = line.sha !== undefined;
    const [first, second, third] = isNamed ? [undefined, ...words] : words;
    const sha =
      line.sha ?? (/^[0-9a-f]{7,64}$/i.test(first?.text ?? '') ? first?.text.toLowerCase() : undefined);
    if (sha === undefined) {
      const message = 'an approval names the commit, by at least 7 digits';
      this.#report('invalid-param', line.source, (first ?? line.head).span, message, `write \`${usage}\``);
      return undefined;
    }
    if (third) return this.#unexpected(line, third, usage);
    const label = second && plainText(second);
    return {
      is: 'control',
      control: 'approve',
      ...(label === undefined ? {} : { label }),
      sha,
      text: line.text,
    };
  }

  #resume(line: Line): Asked | undefined {
    const usage = '/ml-resume [workflow] [--from step] [--with name=value]';
    const words = this.#words(line, usage);
    if (!words) return undefined;
    const { source } = line;
    let from: string | undefined;
    const given: Given[] = [];
    const others: WordToken[] = [];
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index];
      if (!word) break;
      const [, option, inline] = /^--([^=]+)(=)?/.exec(word.quoted ? '' : word.text) ?? [];
      const isWith = option === 'with';
      if (option === undefined) {
        // Quotes may stand in `--from='a b'` too, which then counts as quoted.
        const [, name, value] = /^--(from|with)=(.*)$/s.exec(plainText(word) ?? '') ?? [];
        if (name === undefined || value === undefined) others.push(word);
        else if (name === 'with') this.#give(value, word.span, line, given);
        else from = value;
        continue;
      }
      if (!isWith && option !== 'from') return this.#unexpected(line, word, usage);
      const next = inline === undefined ? words[index + 1] : word;
      const value = next && plainText(next)?.slice(inline === undefined ? 0 : option.length + 3);
      if (inline === undefined) index += 1;
      if (next === undefined || value === undefined || value === '') {
        const message = `\`--${option}\` has no value`;
        this.#report('invalid-param', source, word.span, message, `write \`${usage}\``);
        return undefined;
      }
      const span = { start: word.span.start, end: next.span.end };
      if (isWith) this.#give(value, span, line, given);
      else if (from !== undefined) return this.#unexpected(line, word, usage);
      else from = value;
    }
    const workflow = this.#only(others, line);
    if (this.#diagnostics.hasErrors) return undefined;
    return {
      ...{ is: 'control', control: 'resume', given, text: line.text },
      ...(workflow === undefined ? {} : { workflow }),
      ...(from === undefined ? {} : { from }),
    };
  }

  #give(text: string, span: Span, { source }: Line, given: Given[]): void {
    const equals = text.indexOf('=');
    const name = text.slice(0, Math.max(0, equals));
    if (equals < 1) {
      const message = `expected \`--with name=value\`, found \`${text}\``;
      this.#report('invalid-param', source, span, message);
    } else if (given.some((one) => normalised(one.name) === normalised(name)))
      this.#report('invalid-param', source, span, `\`${name}\` is given twice`);
    else given.push({ name, value: text.slice(equals + 1), source: cut(source, span.start, span.end) });
  }

  /** At most one word, the name of a workflow. */
  #only([word, other]: readonly WordToken[], line: Line): string | undefined {
    if (!word) return undefined;
    if (other) return this.#unexpected(line, other, `${line.head.text} [workflow]`);
    const written = plainText(word) ?? word.text;
    const workflow = this.#names.workflow(written);
    if (workflow) return workflow.name;
    const { workflows } = this.#names;
    const all = listOf(
      workflows.map((name) => `\`${name}\``),
      'and',
    );
    const help =
      didYouMean(written, workflows) ?? (workflows.length === 0 ? undefined : `workflows here: ${all}`);
    this.#report('unknown-workflow', line.source, word.span, `unknown workflow \`${written}\``, help);
    return undefined;
  }

  /** What stands behind a control command; undefined, and said, when that is more than words. */
  #words(line: Line, usage: string): readonly WordToken[] | undefined {
    const { tokens, source } = line;
    const odd = tokens.find((token): token is SignToken => token.kind !== 'word');
    const [, ...words] = tokens.filter((token): token is WordToken => token.kind === 'word');
    const unread = words.find((word) => plainText(word) === undefined);
    const found = new Diagnostics();
    lex(source, found);
    if (found.hasErrors) this.#diagnostics.addAll(found.sorted());
    else if (odd) return this.#unexpected(line, odd, usage);
    else if (unread) return this.#unexpected(line, unread, usage);
    return found.hasErrors ? undefined : words;
  }

  #unexpected({ source, head }: Line, token: Token, usage: string): undefined {
    const written = source.text.slice(token.span.start, token.span.end);
    const message = `\`${head.text}\` takes no \`${written}\``;
    this.#report('unexpected-token', source, token.span, message, `write \`${usage}\``);
    return undefined;
  }

  #report(
    code: Parameters<Diagnostics['add']>[0],
    source: Source,
    span: Span | undefined,
    message: string,
    help?: string,
  ): void {
    this.#errors += 1;
    const all = { start: 0, end: source.text.length };
    this.#diagnostics.add(code, source, span ?? all, message, { help });
  }
}

/** `@abc1234` directly behind the command, or as the last word. */
function commitsIn(tokens: readonly Token[]): readonly WordToken[] {
  return [...new Set([tokens[1], tokens.length > 1 ? tokens.at(-1) : undefined])].filter(
    (token): token is WordToken => token?.kind === 'word' && !token.quoted && commit.test(token.text),
  );
}

/** A command that stands alone. */
function onlyCommand({ statements }: Chain): Command | undefined {
  const [statement, other] = statements;
  const [element, next] = statement?.sequence.elements ?? [];
  return !other && !next && element?.kind === 'command' ? element : undefined;
}

/** All of them, however deep: the parser bounds how deep that is. */
function commandsIn(node: unknown): Command[] {
  if (Array.isArray(node)) return node.flatMap(commandsIn);
  if (typeof node !== 'object' || node === null) return [];
  const own = 'kind' in node && node.kind === 'command' ? [node as Command] : [];
  return [...own, ...Object.values(node).flatMap(commandsIn)];
}

function blanked(source: Source, words: readonly WordToken[]): Source {
  let { text } = source;
  for (const { span } of words)
    text = `${text.slice(0, span.start)}${' '.repeat(span.end - span.start)}${text.slice(span.end)}`;
  return { ...source, text };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
