/**
 * Condition tokens → expression. From loose to tight:
 *
 *     or = and { ("or" | "||") and }
 *     and = not { ("and" | "&&") not }
 *     not = [ "not" | "!" ] comparison
 *     comparison = sum [ (">" | ">=" | "<" | "<=" | "==" | "!=") sum ]
 *     sum = product { ("+" | "-") product }
 *     product = factor { ("*" | "/") factor }
 *     factor = "-" factor | number | string | name | $variable | "(" or ")"
 */
import type { Diagnostics } from './diagnostic.ts';
import { lexCondition } from './lexer.ts';
import type { Source, Span } from './source.ts';
import type { ConditionToken, Token } from './token.ts';
import { describe } from './token.ts';
import type { BinaryOperator, Comparison, Condition, Expression } from './tree.ts';

const comparisons: ReadonlySet<string> = new Set(['>', '>=', '<', '<=', '==', '!=']);
/** Deeper than any person writes; keeps hostile text from using up the call stack. */
const deepest = 100;
const longest = 1000;

export function isConditionToken(token: Token): token is ConditionToken {
  return (
    token.kind === 'number' ||
    token.kind === 'percent' ||
    token.kind === 'string' ||
    token.kind === 'name' ||
    token.kind === 'variable' ||
    token.kind === 'operator'
  );
}

/**
 * Parses the condition that begins at `tokens[from]`. One mistake is reported once; then `condition` is undefined.
 * `next` is the index of the first token behind the condition.
 */
export function parseCondition(
  source: Source,
  tokens: readonly Token[],
  from: number,
  diagnostics: Diagnostics,
): { condition: Condition | undefined; next: number } {
  let next = from;
  const own: ConditionToken[] = [];
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    if (!token || !isConditionToken(token)) break;
    own.push(token);
  }
  const behind = tokens[next];
  const parser = new ConditionParser(source, own, behind?.span ?? { start: 0, end: 0 }, behind, diagnostics);
  return { condition: parser.parse(), next };
}

/** A condition that is the whole text. */
export function parseConditionText(source: Source, diagnostics: Diagnostics): Condition | undefined {
  const tokens = lexCondition(source, diagnostics);
  const { condition, next } = parseCondition(source, tokens, 0, diagnostics);
  const behind = tokens[next];
  if (condition && behind && (behind.kind !== 'end' || behind.span.end < source.text.length)) {
    const span = { start: behind.span.start, end: Math.max(behind.span.end, behind.span.start + 1) };
    diagnostics.add('invalid-condition', source, span, 'expected the end of the condition');
    return undefined;
  }
  return condition;
}

class ConditionParser {
  readonly #source: Source;
  readonly #tokens: readonly ConditionToken[];
  readonly #endSpan: Span;
  readonly #behind: Token | undefined;
  readonly #diagnostics: Diagnostics;
  #at = 0;
  #depth = 0;
  #failed = false;

  constructor(
    source: Source,
    tokens: readonly ConditionToken[],
    endSpan: Span,
    behind: Token | undefined,
    diagnostics: Diagnostics,
  ) {
    this.#source = source;
    this.#tokens = tokens;
    this.#endSpan = endSpan;
    this.#behind = behind;
    this.#diagnostics = diagnostics;
  }

  parse(): Condition | undefined {
    if (this.#tokens.length > longest) {
      this.#tooDeep(this.#tokens[longest]?.span ?? this.#endSpan);
      return undefined;
    }
    const expression = this.#or();
    const left = this.#tokens[this.#at];
    if (left && !this.#failed) this.#unexpected(left);
    if (this.#failed || !expression) return undefined;
    const first = this.#tokens[0];
    const last = this.#tokens.at(-1);
    const span = { start: first?.span.start ?? 0, end: last?.span.end ?? 0 };
    return { expression, span, text: this.#text() };
  }

  /** The condition on one line: blanks between two tokens become one, comments none. */
  #text(): string {
    const { text } = this.#source;
    return this.#tokens
      .map(({ span }, index) => {
        const before = this.#tokens[index - 1]?.span.end ?? span.start;
        return (before < span.start ? ' ' : '') + text.slice(span.start, span.end);
      })
      .join('');
  }

  #or(): Expression | undefined {
    return this.#leftAssociative(() => this.#and(), { or: 'or', '||': 'or' });
  }

  #and(): Expression | undefined {
    return this.#leftAssociative(() => this.#not(), { and: 'and', '&&': 'and' });
  }

  #not(): Expression | undefined {
    const token = this.#tokens[this.#at];
    if (!token || !(token.text === '!' || (token.kind === 'name' && token.text === 'not')))
      return this.#comparison();
    this.#at += 1;
    const operand = this.#nested(() => this.#not());
    return operand && { kind: 'not', operand, span: { start: token.span.start, end: operand.span.end } };
  }

  #comparison(): Expression | undefined {
    const left = this.#sum();
    const token = this.#tokens[this.#at];
    if (!left || token?.kind !== 'operator') return left;
    if (token.text === '=') {
      this.#fail(token.span, '`=` does not compare', 'write `==`');
      return undefined;
    }
    if (!comparisons.has(token.text)) return left;
    this.#at += 1;
    const right = this.#sum();
    if (!right) return undefined;
    const again = this.#tokens[this.#at];
    if (again?.kind === 'operator' && comparisons.has(again.text)) {
      this.#fail(again.span, 'a comparison cannot be compared again', 'join two comparisons with `and`');
      return undefined;
    }
    return binary(token.text as Comparison, left, right);
  }

  #sum(): Expression | undefined {
    return this.#leftAssociative(() => this.#product(), { '+': '+', '-': '-' });
  }

  #product(): Expression | undefined {
    return this.#leftAssociative(() => this.#factor(), { '*': '*', '/': '/' });
  }

  #factor(): Expression | undefined {
    const token = this.#tokens[this.#at];
    if (!token) return this.#missing();
    switch (token.kind) {
      case 'number':
      case 'percent': {
        this.#at += 1;
        const percent = token.kind === 'percent';
        const value = Number(percent ? token.text.slice(0, -1) : token.text);
        return {
          kind: 'number',
          value: percent ? value / 100 : value,
          percent,
          text: token.text,
          span: token.span,
        };
      }
      case 'string':
        this.#at += 1;
        return { kind: 'string', value: token.text, span: token.span };
      case 'variable':
        this.#at += 1;
        return { kind: 'variable', name: token.text.slice(1), span: token.span };
      case 'name':
        if (['or', 'and', 'not'].includes(token.text)) return this.#unexpected(token);
        this.#at += 1;
        if (this.#tokens[this.#at]?.text === '(' && this.#tokens[this.#at]?.span.start === token.span.end) {
          return this.#unsupported(token.span, `\`${token.text}(…)\``);
        }
        return { kind: 'name', name: token.text, span: token.span };
      case 'operator':
        return this.#signFactor(token);
    }
  }

  #signFactor(token: ConditionToken): Expression | undefined {
    if (token.text === '-') {
      this.#at += 1;
      const operand = this.#nested(() => this.#factor());
      return (
        operand && { kind: 'negative', operand, span: { start: token.span.start, end: operand.span.end } }
      );
    }
    if (token.text !== '(') return this.#unexpected(token);
    this.#at += 1;
    const inner = this.#nested(() => this.#or());
    if (!inner) return undefined;
    const close = this.#tokens[this.#at];
    if (close?.text !== ')') {
      this.#fail(token.span, '`(` is never closed', 'add the closing `)`');
      return undefined;
    }
    this.#at += 1;
    return inner;
  }

  #leftAssociative(
    operand: () => Expression | undefined,
    operators: Readonly<Record<string, BinaryOperator>>,
  ): Expression | undefined {
    let left = operand();
    while (left) {
      const token = this.#tokens[this.#at];
      const isSign = token?.kind === 'operator' || token?.kind === 'name';
      const operator = isSign && Object.hasOwn(operators, token.text) ? operators[token.text] : undefined;
      if (!operator) return left;
      this.#at += 1;
      const right = operand();
      if (!right) return undefined;
      left = binary(operator, left, right);
    }
    return undefined;
  }

  #nested(parse: () => Expression | undefined): Expression | undefined {
    if (this.#depth >= deepest) {
      const token = this.#tokens[this.#at];
      this.#tooDeep(token?.span ?? this.#endSpan);
      return undefined;
    }
    this.#depth += 1;
    const result = parse();
    this.#depth -= 1;
    return result;
  }

  #missing(): undefined {
    const found = this.#behind ? describe(this.#behind) : 'the end of the chain';
    const before = this.#tokens.at(-1)?.text;
    const joins = this.#behind?.kind === 'word' && (before === '&&' || before === '||');
    const help = joins ? `put the gate in \`( )\` to join it with a command` : undefined;
    this.#fail(this.#endSpan, `expected a metric, a variable or a number, found ${found}`, help);
    return undefined;
  }

  #tooDeep(span: Span): void {
    const message = `a condition has at most ${longest} parts, ${deepest} levels deep`;
    if (!this.#failed) this.#diagnostics.add('nesting-too-deep', this.#source, span, message);
    this.#failed = true;
  }

  #unsupported(span: Span, what: string): undefined {
    if (!this.#failed)
      this.#diagnostics.add('unsupported-construct', this.#source, span, `${what} is not supported yet`);
    this.#failed = true;
    return undefined;
  }

  #unexpected(token: ConditionToken): undefined {
    if (token.kind === 'name' && token.text === 'confidence')
      return this.#unsupported(token.span, '`confidence`');
    this.#fail(token.span, `${describe(token)} is not expected here in a condition`, undefined);
    return undefined;
  }

  #fail(span: Span, message: string, help: string | undefined): void {
    if (this.#failed) return;
    this.#failed = true;
    // What the lexer refused is not reported again for what it leads to.
    const start = this.#tokens[0]?.span.start ?? span.start;
    if (this.#diagnostics.hasErrorWithin(this.#source, { start, end: span.start })) return;
    this.#diagnostics.add('invalid-condition', this.#source, span, message, { help });
  }
}

function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
}
