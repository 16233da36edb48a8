/** Hostile and broken text: never an exception, never a long wait, whatever it is. */
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/language/diagnostic.ts';
import { lex } from '../../src/language/lexer.ts';
import { parse } from '../../src/language/parser.ts';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { format, print } from '../../src/language/printer.ts';
import { sourceOf } from '../../src/language/source.ts';
import { planned } from '../plan/rig.ts';
import { chains, kitchenSink } from './seeds.ts';

/** Mulberry32: the same cases on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  '→',
  '->',
  '|',
  '||',
  '&&',
  '&',
  ';',
  '\n',
  '[',
  ']',
  '(',
  ')',
  '/if:',
  '/else',
  '/end',
  '/elif:',
  'if:',
  '$x',
  '=',
  '<result>',
  '"',
  "'",
  '\\',
  '#',
  '>',
  '<',
  '%',
  '$',
  '{',
  '↳',
  '💥',
  '\u0000',
  '\ud800',
  '/require:',
  'parallel',
  '/try:',
  'try: ',
  '/catch:x',
  'catch:/a',
  '/finally',
  '/fallback:',
  'retry:2 → ',
  'timeout:5m → ',
  'repeat:2 until:a → ',
  'budget:1 → ',
  'droid:a → ',
  'fork:2 → ',
  'barrier → $x',
  'case:$x',
  '↳ a → ',
  'state:save → ',
  'context:a → $b',
  'on_failure → ',
  '-with-retry:2',
  '> x ',
  '>> y.jsonl ',
  '${x}',
  '[list]',
  'min(a, b)',
  ' confidence 95%',
  ' # c\n',
  ' ',
  '-',
  '0.9',
  '“',
  '｜',
  ' –',
  '\u200b',
  '/a',
];

function mutated(text: string, random: (below: number) => number): string {
  let result = text;
  for (let change = random(4); change >= 0; change -= 1) {
    const at = random(result.length + 1);
    const end = Math.min(result.length, at + random(8));
    const piece = pieces[random(pieces.length)] ?? '';
    const kind = random(4);
    if (kind === 0) result = result.slice(0, at) + result.slice(end);
    else if (kind === 1) result = result.slice(0, at) + piece + result.slice(at);
    else if (kind === 2) result = result.slice(0, at) + piece + result.slice(end);
    else result = result.slice(0, end) + result.slice(at, end) + result.slice(end);
  }
  return result;
}

describe('broken text', () => {
  it('never breaks the reader: 600 mutated chains are planned, and what is printed reads back the same', () => {
    const random = generator(1);
    const all = [...chains, ...kitchenSink.split('\n'), kitchenSink];
    for (let round = 0; round < 600; round += 1) {
      const text = mutated(all[random(all.length)] ?? '', random);
      const { chain, diagnostics } = parse(sourceOf('<chain>', text));
      for (const diagnostic of diagnostics.sorted()) {
        expect(printDiagnostic(diagnostic)).toContain(diagnostic.code);
        expect(diagnostic.span.start).toBeLessThanOrEqual(diagnostic.span.end);
        expect(diagnostic.span.end).toBeLessThanOrEqual(text.length);
      }
      if (diagnostics.hasErrors) {
        expect(planned(text).plan).toBeUndefined();
        continue;
      }
      for (const printed of [print(chain), format(chain)]) {
        const again = parse(sourceOf('<chain>', printed));
        const write = printed === print(chain) ? print : format;
        expect([text, again.diagnostics.hasErrors, write(again.chain)]).toEqual([text, false, printed]);
      }
      planned(text);
    }
  });

  it('never breaks the reader: 400 texts of random characters', () => {
    const random = generator(2);
    for (let round = 0; round < 400; round += 1) {
      const text = Array.from({ length: random(200) }, () =>
        random(3) === 0
          ? (pieces[random(pieces.length)] ?? '')
          : String.fromCharCode(random(random(2) === 0 ? 128 : 65_536)),
      ).join('');
      planned(text);
    }
  });

  it.each([
    ['commands', '/train:sigma-0.10 → '],
    ['dashes', '-'],
    ['dollars', '${'],
    ['angles', '<result.a'],
    ['quotes', '\'a" '],
    ['equals', '='],
    ['conditions', '/if:a-b>1 → /x '],
    ['long names in conditions', '/if:a---------->1 '],
    ['comments', ' # x\n'],
    ['expressions', '${a + 1} "${b}" '],
    ['open expressions', '"${a '],
    ['tries', '/try:/a → /catch:x → /b; '],
    ['arms', 'case:$x ↳ a|b → /c '],
    ['redirects', '/a > b >> c.jsonl '],
  ])('of twice the length has twice the tokens: %s', (_name, piece) => {
    const count = (length: number) =>
      lex(sourceOf('<chain>', piece.repeat(length / piece.length)), new Diagnostics()).length;
    const half = count(50_000);
    expect(Math.abs(count(100_000) - 2 * half)).toBeLessThanOrEqual(20);
  });

  it.each([...'“‘‚–（｜\u200b→|&;\n[](){}<>=$"\'\\#-/:↳*\u0000\ud800'])(
    'of one sign over and over is read, and not every mistake is listed: %j',
    (sign) => {
      // What takes more than a time for each sign takes minutes for so many of them.
      const { diagnostics } = parse(sourceOf('<chain>', sign.repeat(sign === '(' ? 300_000 : 60_000)));
      expect(diagnostics.hasErrors).toBe(true);
      expect(diagnostics.sorted().length).toBeLessThanOrEqual(1000);
    },
  );

  it.each([
    ['elements', '/train --epochs 6 → ', 1_000_000],
    [
      'every construct in turn',
      `${kitchenSink.replace(/(?<=\n)(?:on_failure|finally).*\n/g, '')}\n`,
      200_000,
    ],
    ['pipes', '/a | ', 60_000],
    ['branches', '/a & ', 60_000],
    ['lists', '/x parallel[a | b] → /y[l] → ', 60_000],
    ['assignments', '$x = /a > b\n', 60_000],
    ['mistakes in conditions', '/if:= → /a; ', 60_000],
    ['mistakes in brackets', '(/a] ', 60_000],
    ['missing brackets', '(parallel /a) → ', 60_000],
    ['markers without an if', '/else → /catch:x → /end → ', 60_000],
    ['third elements', 'if:a → /b → /c → /d\n', 60_000],
  ])('over and over is parsed: %s', (_name, piece, length) => {
    const text = piece.repeat(Math.ceil(length / piece.length));
    const { chain, diagnostics } = parse(sourceOf('<chain>', text));
    expect(chain.statements.length).toBeGreaterThan(0);
    expect(diagnostics.sorted().length).toBeLessThanOrEqual(2000);
  });

  it.each(['', '/a', '/a ', '/a\n'])(
    'nests in any mixture without using up the call stack, behind %j',
    (between) => {
      const random = generator(3);
      const openers = [
        '(',
        'parallel[',
        '/if:a>1 → ',
        '/try:',
        'retry:2 → ',
        'droid:a → ',
        'if:a → ',
        'try: ',
      ];
      openers.push('/else → ', '/catch:x → ', 'case:$x ↳ a → ', '/a && ', '/a | ', '/a & ', 'fork:2 → ');
      for (let round = 0; round < 3; round += 1) {
        const text = Array.from({ length: 10_000 }, () => openers[random(openers.length)]).join(between);
        const { diagnostics } = parse(sourceOf('<chain>', text));
        expect(diagnostics.hasErrors).toBe(true);
      }
    },
  );
});

describe('a large chain', () => {
  it('of 10,000 elements is planned without recursion along it', () => {
    const { plan } = planned(Array.from({ length: 10_000 }, () => '/init').join(' → '));
    expect(plan?.nodes).toHaveLength(10_001);
  });

  it('of 10,000 parallel branches is planned, and every id is its own', () => {
    const branches = Array.from({ length: 10_000 }, (_, index) => `/train:sigma-${index / 100}`).join(' | ');
    const { plan } = planned(`parallel[${branches}] → /best-model:select → /if:best-acc>0.9 → /deploy`);
    expect(new Set(plan?.nodes.map(({ id }) => id)).size).toBe(plan?.nodes.length);
    expect(plan?.nodes.filter(({ kind }) => kind === 'unit')).toHaveLength(10_002);
  });

  it('of gates that any of 20,000 earlier commands may decide is refused, once', () => {
    const gates = '/if:acc>0.5 → /train → /end → '.repeat(20_000);
    const { codes } = planned(`/train → ${gates}/init`);
    expect(codes).toEqual(['plan-too-large']);
  });

  it('of 10,000 gates in a row is planned: what may be last is not copied from one to the next', () => {
    const { plan } = planned(`/train → ${'/if:acc>0.5 → /init → /end → '.repeat(10_000)}/init`);
    expect(plan?.nodes.filter(({ kind }) => kind === 'branch')).toHaveLength(10_000);
  });

  it('of calls that double at every level is refused, once', () => {
    const calls = Array.from(
      { length: 15 },
      (_, index) => `  c${index}: { chain: "/c${index + 1} → /c${index + 1} → /c${index + 1}" }`,
    );
    const { codes } = planned('/c0', `commands:\n${calls.join('\n')}\n  c15: { run: ok }\n`);
    expect(codes).toEqual(['plan-too-large']);
  });
});
