/**
 * Condition tokens → expression. From loose to tight:
 *
 *     or = and { ("or" | "||") and }
 *     and = not { ("and" | "&&") not }
 *     not = [ "not" | "!" ] comparison
 *     comparison = sum [ (">" | ">=" | "<" | "<=" | "==" | "!=") sum [ "confidence" number ] ]
 *     sum = product { ("+" | "-") product }
 *     product = factor { ("*" | "/") factor }
 *     factor = "-" factor | number | string | name | $variable | call | "(" or ")"
 *     call = name "(" or { "," or } ")"
 */
import type { Diagnostics } from './diagnostic.ts';
import { didYouMean, listOf } from './name.ts';
import type { Source, Span } from './source.ts';
import { type ConditionToken, describe, type Token } from './token.ts';
import type { BinaryOperator, Comparison, Condition, Expression, ExpressionFunction } from './tree.ts';

const comparisons: ReadonlySet<string> = new Set(['>', '>=', '<', '<=', '==', '!=']);
/** What each takes, and how many of it. */
const functions: Readonly<Record<ExpressionFunction, { least: number; most: number; example: string }>> = {
  status: { least: 1, most: 1, example: 'status(train)' },
  delta: { least: 1, most: 1, example: 'delta(accuracy)' },
  min: { least: 2, most: Number.POSITIVE_INFINITY, example: 'min(accuracy, f1)' },
  max: { least: 2, most: Number.POSITIVE_INFINITY, example: 'max(accuracy, f1)' },
  abs: { least: 1, most: 1, example: 'abs(accuracy - 0.9)' },
  round: { least: 1, most: 2, example: 'round(accuracy, 2)' },
};
/** Deeper than any person writes; keeps hostile text from using up the call stack. */
const deepest = 100;
const longest = 1000;

/** What stands behind the condition: where something is missing, this was found instead. */
interface End {
  readonly span: Span;
  readonly described: string;
  readonly isWord?: boolean;
}

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

/** All of the tokens as one condition. One mistake is reported once; then it is undefined. */
export function readExpression(
  source: Source,
  tokens: readonly ConditionToken[],
  end: End,
  diagnostics: Diagnostics,
): Condition | undefined {
  return new ExpressionParser(source, tokens, end, diagnostics).parse();
}

class ExpressionParser {
  readonly #source: Source;
  readonly #tokens: readonly ConditionToken[];
  readonly #end: End;
  readonly #diagnostics: Diagnostics;
  #at = 0;
  #depth = 0;
  #failed = false;

  constructor(source: Source, tokens: readonly ConditionToken[], end: End, diagnostics: Diagnostics) {
    this.#source = source;
    this.#tokens = tokens;
    this.#end = end;
    this.#diagnostics = diagnostics;
  }

  parse(): Condition | undefined {
    if (this.#tokens.length > longest) {
      this.#tooDeep(this.#tokens[longest]?.span ?? this.#end.span);
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
      return this.#fail(token.span, '`=` does not compare', 'write `==`');
    }
    if (!comparisons.has(token.text)) return left;
    this.#at += 1;
    const right = this.#sum();
    if (!right) return undefined;
    const again = this.#tokens[this.#at];
    if (again?.kind === 'operator' && comparisons.has(again.text)) {
      return this.#fail(
        again.span,
        'a comparison cannot be compared again',
        'join two comparisons with `and`',
      );
    }
    return this.#confidence(binary(token.text as Comparison, left, right));
  }

  #confidence(comparison: Expression): Expression | undefined {
    const word = this.#tokens[this.#at];
    if (word?.kind !== 'name' || word.text !== 'confidence') return comparison;
    this.#at += 1;
    const token = this.#tokens[this.#at];
    const level =
      token?.kind === 'percent'
        ? Number(token.text.slice(0, -1)) / 100
        : token?.kind === 'number'
          ? Number(token.text)
          : 0;
    if (!token || level <= 0 || level >= 1) {
      const isNumber = token?.kind === 'percent' || token?.kind === 'number';
      const help =
        level >= 1 && level < 100 && token?.kind === 'number'
          ? `write \`${token.text}%\``
          : 'write `confidence 95%`';
      const message = isNumber
        ? `a confidence lies between 0 and 1, or 0% and 100%`
        : `\`confidence\` needs a level`;
      return this.#fail(isNumber ? token.span : word.span, message, help);
    }
    this.#at += 1;
    const span = { start: comparison.span.start, end: token.span.end };
    return { kind: 'confidence', level, comparison, span };
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
        if (this.#isSign('(') && this.#tokens[this.#at]?.span.start === token.span.end) {
          return this.#call(token);
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
    if (!this.#isSign(')')) return this.#fail(token.span, '`(` is never closed', 'add the closing `)`');
    this.#at += 1;
    return inner;
  }

  /** The name is read; the parenthesis is next. */
  #call(word: ConditionToken): Expression | undefined {
    const open = this.#tokens[this.#at];
    const name = word.text.toLowerCase();
    if (!isFunction(name)) {
      const all = `there are ${listOf(
        Object.keys(functions).map((one) => `\`${one}\``),
        'and',
      )}`;
      return this.#fail(
        word.span,
        `\`${word.text}\` is no function`,
        didYouMean(word.text, Object.keys(functions)) ?? all,
      );
    }
    this.#at += 1;
    const found: Expression[] = [];
    while (!this.#isSign(')') || found.length > 0) {
      const argument = this.#nested(() => this.#or());
      if (!argument) return undefined;
      found.push(argument);
      if (this.#isSign(')')) break;
      const other = this.#tokens[this.#at];
      if (!other) return this.#fail(open?.span ?? word.span, '`(` is never closed', 'add the closing `)`');
      if (!this.#isSign(','))
        return this.#fail(other.span, `expected \`,\` or \`)\`, found ${describe(other)}`, undefined);
      this.#at += 1;
    }
    const span = { start: word.span.start, end: this.#tokens[this.#at]?.span.end ?? word.span.end };
    this.#at += 1;
    if (!this.#fits(name, found, span)) return undefined;
    return { kind: 'call', function: name, arguments: found, span };
  }

  #isSign(text: string): boolean {
    const token = this.#tokens[this.#at];
    return token?.kind === 'operator' && token.text === text;
  }

  #fits(name: ExpressionFunction, found: readonly Expression[], span: Span): boolean {
    const { least, most, example } = functions[name];
    const [first] = found;
    if (found.length < least || found.length > most) {
      const wanted = most === least ? `${least}` : most < 9 ? `${least} or ${most}` : `at least ${least}`;
      const noun = wanted === '1' ? 'value' : 'values';
      this.#fail(span, `\`${name}\` takes ${wanted} ${noun}, found ${found.length}`, `write \`${example}\``);
      return false;
    }
    const isNamed =
      (name !== 'status' && name !== 'delta') ||
      first?.kind === 'name' ||
      (name === 'status' && first?.kind === 'string');
    if (isNamed) return true;
    const wanted = name === 'status' ? 'the name of a step' : 'the name of a metric';
    this.#fail(first?.span ?? span, `\`${name}\` takes ${wanted}`, `write \`${example}\``);
    return false;
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
      this.#tooDeep(token?.span ?? this.#end.span);
      return undefined;
    }
    this.#depth += 1;
    const result = parse();
    this.#depth -= 1;
    return result;
  }

  #missing(): undefined {
    const before = this.#tokens.at(-1)?.text;
    const joins = this.#end.isWord && (before === '&&' || before === '||');
    const help = joins ? `put the gate in \`( )\` to join it with a command` : undefined;
    return this.#fail(
      this.#end.span,
      `expected a metric, a variable or a number, found ${this.#end.described}`,
      help,
    );
  }

  #tooDeep(span: Span): void {
    const message = `a condition has at most ${longest} parts, ${deepest} levels deep`;
    if (!this.#failed) this.#diagnostics.add('nesting-too-deep', this.#source, span, message);
    this.#failed = true;
  }

  #unexpected(token: ConditionToken): undefined {
    if (token.kind === 'name' && token.text === 'confidence') {
      const help = 'write `accuracy > 0.9 confidence 95%`';
      return this.#fail(token.span, '`confidence` stands behind a comparison', help);
    }
    return this.#fail(
      token.span,
      `${describe(token)} is not expected here in a condition`,
      helpFor(token.text),
    );
  }

  #fail(span: Span, message: string, help: string | undefined): undefined {
    if (this.#failed) return;
    this.#failed = true;
    // What the lexer refused is not reported again for what it leads to.
    const start = this.#tokens[0]?.span.start ?? span.start;
    if (this.#diagnostics.hasErrorWithin(this.#source, { start, end: span.start })) return;
    this.#diagnostics.add('invalid-condition', this.#source, span, message, { help });
  }
}

/** What other languages write. */
function helpFor(text: string): string | undefined {
  if (/^(?:and|or|not)$/i.test(text)) return `write \`${text.toLowerCase()}\``;
  if (/^(?:is|eq|equals)$/i.test(text)) return 'write `==`';
  return text === ',' ? 'the decimal point is `.`: `0.9`' : undefined;
}

function isFunction(name: string): name is ExpressionFunction {
  return Object.hasOwn(functions, name);
}

function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right, span: { start: left.span.start, end: right.span.end } };
}
