/** The expression language: values, texts, and the truth tables of the status functions. */
import { expect, test } from 'vitest';
import { evaluate, holds, interpolate, jobFunctions, resolve, stepFunctions } from './expressions.ts';

test('an expression over plain values', () => {
  const context = { needs: { a: { outputs: { next: 'm2' } }, b: { outputs: {} } } };
  expect(evaluate("contains(needs.*.outputs.next, 'm2')", context)).toBe(true);
  expect(evaluate("contains(needs.*.outputs.next, 'm')", context)).toBe(false);
  expect(evaluate("needs.b.outputs.next == ''", context)).toBe(true);
  expect(evaluate('fromJSON(\'{"a":[1,null]}\')', {})).toEqual({ a: [1, null] });
  expect(evaluate("env.A == 'x' && env.a == ''", { env: { A: 'x' } })).toBe(true);
  expect(() => evaluate('secrets.X', context)).toThrow(/secrets/);
  expect(() => evaluate("fromJSON('')", context)).toThrow(/empty/);
});

test('texts with expressions in them', () => {
  const context = { matrix: { n: 3, cell: { a: 1 } } };
  expect(interpolate("a ${{ matrix.n }}-${{ '}}' }} ${{ matrix.cell }}", context)).toBe('a 3-}} Object');
  expect(resolve(' ${{ matrix.cell }} ', context)).toEqual({ a: 1 });
  expect(() => interpolate('${{ matrix.n ', context)).toThrow(/not closed/);
});

test('an if has success() unless it asks for a status itself', () => {
  const needs = { needs: { plan: { outputs: { next: 'x' } } } };
  const text = "${{ contains(needs.*.outputs.next, 'x') }}";
  expect(holds(text, needs, jobFunctions({ plan: 'success' }, false))).toBe(true);
  expect(holds(text, needs, jobFunctions({ plan: 'failure' }, false))).toBe(false);
  expect(holds('!cancelled()', needs, jobFunctions({ plan: 'failure' }, false))).toBe(true);
  expect(holds("'always()' == needs.x", needs, jobFunctions({ plan: 'failure' }, false))).toBe(false);
});

test.each([
  ['success()', [true, false, false]],
  ['failure()', [false, true, false]],
  ['cancelled()', [false, false, true]],
  ['always()', [true, true, true]],
  ['!cancelled()', [true, true, false]],
  ["''", [false, false, false]],
  ['', [true, false, false]],
])('a step with if %s', (text, expected) => {
  const statuses = ['success', 'failure', 'cancelled'] as const;
  expect(statuses.map((status) => holds(text, {}, stepFunctions(status)))).toEqual(expected);
});

test('success() of a job looks at all ancestors, and at the named ones if it names some', () => {
  const functions = jobFunctions({ plan: 'success', train: 'skipped' }, false);
  expect(holds('success()', {}, functions)).toBe(false);
  expect(holds("success('plan')", {}, functions)).toBe(true);
  expect(holds('failure()', {}, functions)).toBe(false);
});
