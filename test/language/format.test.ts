/** Random chains: what is printed, on one line or laid out, reads back as the same tree, and is its own canonical form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { format, print } from '../../src/language/printer.ts';
import { sourceOf } from '../../src/language/source.ts';
import type { Chain } from '../../src/language/tree.ts';
import { chainText, commentsIn } from './arbitrary-chain.ts';
import { chains, kitchenSink } from './seeds.ts';

const settings = { seed: 20_261, numRuns: 150, endOnFailure: true };

function read(text: string): Chain {
  const { chain, diagnostics } = parse(sourceOf('<chain>', text));
  const errors = diagnostics.sorted().filter(({ severity }) => severity === 'error');
  expect(errors.map(({ message, span }) => `${message} at ${span.start}`)).toEqual([]);
  return chain;
}

/** The tree without places and comments, and without what only the spelling differs in. */
function meaning(chain: Chain): unknown {
  const dropped = new Set(['slash', 'plain', 'positional', 'span', 'comments', 'lineComments']);
  const stripped = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(stripped);
    if (typeof value !== 'object' || value === null) return value;
    const node: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(value)) {
      // Of a word its parts count: a line that goes on on the next one is joined.
      if (dropped.has(key) || key.endsWith('Span') || (key === 'text' && 'parts' in value)) continue;
      if (inner !== undefined) node[key] = stripped(inner);
    }
    // What stands behind the last statement joins it to nothing.
    if (Array.isArray(node.statements)) Object.assign(node.statements.at(-1), { end: 'newline' });
    return withoutParentheses(node);
  };
  return stripped(chain);
}

/** `(retry:3 → /x)` is how `/x-with-retry:3` is printed in front of an operator. */
function withoutParentheses(node: Record<string, unknown>): unknown {
  const { kind, chain } = node as { kind?: string; chain?: Chain };
  const [statement, second] = kind === 'group' && chain ? chain.statements : [];
  const [only, other] = statement?.sequence.elements ?? [];
  return only?.kind === 'retry' && !second && !other ? only : node;
}

function check(text: string): void {
  const chain = read(text);
  const oneLine = print(chain);
  const again = read(oneLine);
  expect(meaning(again)).toEqual(meaning(chain));
  expect(print(again)).toBe(oneLine);
  const laidOut = format(chain);
  const back = read(laidOut);
  expect(meaning(back)).toEqual(meaning(chain));
  expect(format(back)).toBe(laidOut);
  expect(commentsIn(laidOut)).toEqual(commentsIn(text));
}

describe('what is printed reads back as the same tree', () => {
  it('for chains that were written by hand', () => {
    for (const text of [...chains, kitchenSink]) check(text);
  });

  it('for random ones of every construct', () => {
    fc.assert(fc.property(chainText, check), settings);
  }, 120_000);

  it('whatever the width', () => {
    fc.assert(
      fc.property(chainText, fc.integer({ min: 1, max: 160 }), (text, width) => {
        const chain = read(text);
        const laidOut = format(chain, width);
        expect(meaning(read(laidOut))).toEqual(meaning(chain));
        expect(format(read(laidOut), width)).toBe(laidOut);
        expect(commentsIn(laidOut)).toEqual(commentsIn(text));
      }),
      { ...settings, numRuns: 60 },
    );
  }, 120_000);
});

describe('the layout', () => {
  const laidOut = (text: string, width?: number) => format(read(text), width);

  it('keeps a statement of at most 100 columns on one line', () => {
    const words = (count: number) => `/a ${'b'.repeat(count)}`;
    expect(laidOut(`${words(44)} -> ${words(47)}`)).toBe(`${words(44)} → ${words(47)}`);
    expect(laidOut(`${words(44)} -> ${words(48)}`)).toMatch(/^\/a b+ →\n {2}\/a b+$/);
  });

  it('has a line for each statement, long branch, arm and comment', () => {
    expect(
      laidOut(`# prepares
/runpod-setup -> parallel:max=2[ /train:sigma-0.10 | /train:sigma-0.12 | /train:sigma-0.15 | /train:sigma-0.20 ] -> /results:aggregate -> /best-model:select -> /if:best-acc>0.90 -> # good enough
  /deploy --environment production -> /else -> /analyze-failures --everything --with-a-long-option yes -> /notify-team; /a
case:$resource_type
  ↳ gpu | tpu -> /train_gpu
  # the rest
  ↳ * -> retry:3 delay:120 -> /error
try: /risky -> catch:/fallback_strategy
if:$x>1 -> x-with-retry:3:backoff=3600 && y -> $z=\${$x + 1}
on_failure -> /cleanup && /notify_admin # by mail`),
    ).toMatchInlineSnapshot(`
      "# prepares
      /runpod-setup → parallel:max=2[
        /train:sigma-0.10 |
        /train:sigma-0.12 |
        /train:sigma-0.15 |
        /train:sigma-0.20
      ] → /results:aggregate → /best-model:select →
        /if:best-acc>0.90 →
          # good enough
          /deploy --environment production →
        /else → /analyze-failures --everything --with-a-long-option yes → /notify-team;
      /a
      case:$resource_type
        ↳ gpu|tpu → /train_gpu
        # the rest
        ↳ * → retry:3 delay:2m → /error
      /try:/risky → /catch:any → /fallback_strategy
      /if:$x>1 → (retry:3 backoff:1h → /x) && /y → /else → $z=\${$x + 1}
      on_failure → /cleanup && /notify_admin # by mail"
    `);
  });

  it('keeps a comment at the end of its line, and one empty line between statements', () => {
    const texts = [
      '/train  # 40 epochs\n/deploy  # prod',
      '/train;  # 40 epochs\n/deploy  # prod\n',
      '/train # x\n; # y\n/deploy',
      '\n\n# license\n\n\n\n# about\n/a\n\n# b\n/b\n# tail\n\n# end\n\n',
      '/a → # a\n/b # b\n→ /c # c\n  # of d\n→ /d\n\n\n/e',
      '/a;\r\n\r\n\r\n/b',
      'parallel[\n /a | # a\n /b # b\n | /c # c\n ] # all\n→ /d',
      '(/a; # a\n\n/b # b\n)',
      'case:$x # x\n ↳ a → /b # b\n # of c\n ↳ * → /c # c\n\n/d',
      '/if:a>1 → # yes\n /b → # b\n /else → /c # c\n\non_failure → /d # d',
      '/a || state:save → # c\nx/y',
    ];
    for (const text of texts) expect(laidOut(laidOut(text))).toBe(laidOut(text));
    expect(texts.map((text) => laidOut(text)).join('\n=====\n')).toMatchInlineSnapshot(`
      "/train # 40 epochs
      /deploy # prod
      =====
      /train; # 40 epochs
      /deploy # prod
      =====
      /train; # x
      # y
      /deploy
      =====
      # license

      # about
      /a

      # b
      /b
      # tail

      # end
      =====
      /a → # a
        /b → # b
        /c → # c
        # of d
        /d

      /e
      =====
      /a;

      /b
      =====
      parallel[
        /a | # a
        /b | # b
        /c # c
      ] → # all
        /d
      =====
      (
        /a; # a
        /b # b
      )
      =====
      case:$x
        # x
        ↳ a → /b # b
        # of c
        ↳ * → /c # c

      /d
      =====
      /if:a>1 →
          # yes
          /b → # b
        /else → /c # c

      on_failure → /d # d
      =====
      /a ||
        # c
        state:save → x/y"
    `);
  });

  it('fits a narrow page', () => {
    expect(
      laidOut(
        '/a && /bcd || /efg | /hij → ( /k; /l # z\n ) → /try:/m x parallel[y | z] → /catch:* → /n → /finally → /o',
        20,
      ),
    ).toMatchInlineSnapshot(`
      "/a && /bcd ||
        /efg | /hij → (
          /k;
          /l # z
        ) →
        /try:/m x parallel[
          y |
          z
        ] →
        /catch:any → /n →
        /finally → /o"
    `);
  });

  it('leaves a quoted word as it is, line ends and all', () => {
    expect(laidOut('/a "x  \n  y" b\\\nc → /d', 8)).toBe('/a "x  \n  y" bc →\n  /d');
  });
});
