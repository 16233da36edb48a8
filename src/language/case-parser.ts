/** `case:$x` with its `↳ pattern → chain` arms. */
import { type BranchParser, parseOwnCondition } from './branch-parser.ts';
import type { Span } from './source.ts';
import type { TokenReader } from './token-reader.ts';
import type { Case, CaseArm, Comments } from './tree.ts';

export class CaseParser {
  readonly #reader: TokenReader;
  readonly #branches: BranchParser;

  constructor(reader: TokenReader, branches: BranchParser) {
    this.#reader = reader;
    this.#branches = branches;
  }

  /** case = "case:" ( $variable | name ) arm { arm } */
  case(): Case | undefined {
    const reader = this.#reader;
    const keyword = reader.peek().span;
    const subject = parseOwnCondition(reader);
    const kind = subject.expression?.kind;
    if (kind && kind !== 'variable' && kind !== 'name') {
      const message = '`case:` looks at one variable or one field';
      reader.report('invalid-condition', subject.span, message, 'write `case:$x`, or `/if:` for a condition');
    }
    if (reader.isInCase && reader.peek().kind === '↳') {
      const help = 'put the inner one in `( )`, with its arms';
      reader.report(
        'unexpected-token',
        keyword,
        'two open `case:`: which one an arm belongs to cannot be seen',
        help,
      );
    }
    if (reader.peek().kind !== '↳') {
      if (subject.expression) {
        const help = 'write each on a line of its own: `↳ gpu → /train_gpu`';
        reader.report(
          'unexpected-token',
          { start: keyword.start, end: subject.span.end },
          '`case:` without arms',
          help,
        );
      }
      reader.skipBranch();
      return undefined;
    }
    const outside = reader.isInCase;
    reader.isInCase = true;
    const arms: CaseArm[] = [];
    let all: Span | undefined;
    while (reader.peek().kind === '↳') {
      if (all) {
        const help = 'put `↳ * → …` last';
        reader.report(
          'unreachable-pattern',
          all,
          '`*` takes everything, so that the arms behind it never run',
          help,
        );
      }
      const { arm, takesAll } = this.#arm();
      arms.push(arm);
      all = takesAll;
    }
    reader.isInCase = outside;
    return { kind: 'case', subject, arms, span: { start: keyword.start, end: reader.lastEnd } };
  }

  /** arm = "↳" pattern { "|" pattern } "→" sequence */
  #arm(): { readonly arm: CaseArm; readonly takesAll: Span | undefined } {
    const reader = this.#reader;
    const comments: Comments = reader.takeComments();
    const { start } = reader.peek().span;
    reader.at += 1;
    const patterns: string[] = [];
    let takesAll: Span | undefined;
    let isUnreadable = false;
    for (;;) {
      const word = reader.peek();
      const pattern = this.#pattern();
      isUnreadable = pattern === undefined;
      if (pattern === undefined) break;
      patterns.push(pattern);
      if (pattern === '*') takesAll = word.span;
      if (reader.peek().kind !== '|') break;
      reader.at += 1;
    }
    if (isUnreadable) {
      reader.recover();
      while (reader.peek().kind !== 'arrow' && !reader.atSequenceEnd()) {
        reader.at += 1;
        reader.recover();
      }
    }
    const body = this.#branches.branch('arrow', isUnreadable);
    const span = { start, end: reader.lastEnd };
    return { arm: { patterns, body, ...(comments.length > 0 ? { comments } : {}), span }, takesAll };
  }

  #pattern(): string | undefined {
    const reader = this.#reader;
    const word = reader.peek();
    const help = 'a pattern is a literal or a glob: `↳ gpu|tpu → …`, `↳ a* → …`, `↳ * → …`';
    if (word.kind !== 'word') {
      reader.unexpected('expected a pattern', help);
      return undefined;
    }
    const [part] = word.parts;
    const isText = word.parts.length === 1 && part?.kind === 'text';
    if (!isText || (word.quoted && /[*?]/.test(part.text))) {
      const message = isText ? 'a quoted pattern holds no `*` or `?`' : `\`${word.text}\` is no pattern`;
      reader.report('unexpected-token', word.span, message, help);
      reader.at += 1;
      return undefined;
    }
    reader.at += 1;
    return part.text;
  }
}
