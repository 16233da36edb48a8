/** Where a condition stands in a chain, or alone: its tokens are taken and read as one expression. */
import type { Diagnostics } from './diagnostic.ts';
import { isConditionToken, readExpression } from './expression-parser.ts';
import { lexCondition } from './lexer.ts';
import type { Source } from './source.ts';
import { type ConditionToken, describe, type Token } from './token.ts';
import type { Condition } from './tree.ts';

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
  const end = {
    span: behind?.span ?? { start: 0, end: 0 },
    described: behind ? describe(behind) : 'the end of the chain',
    isWord: behind?.kind === 'word',
  };
  return { condition: readExpression(source, own, end, diagnostics), next };
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
