/** Comments stay in the tree, whatever they stand beside. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { sourceOf } from '../../src/language/source.ts';
import { table, treeOf } from './rig.ts';
import { chains, kitchenSink } from './seeds.ts';

/** All comments anywhere in the tree, in the order in which they are met. */
function commentsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'comments' || key === 'lineComments'
      ? (inner as string[]).flatMap((line) => line.split(/ (?=# )/)).filter((line) => line !== '')
      : commentsIn(inner),
  );
}

describe('a comment', () => {
  it('belongs to what comes next, or to the end of its branch', () => {
    expect(
      table(
        [
          '# head\n\n# more\n/a',
          '/a # one\n/b # two\n',
          '/a # one\n→ /b → # two\n /c',
          '/a; # one\n# two\n/b',
          '/a # one\n; /b',
          '/a && # one\n/b || # two\n/c',
          'parallel[ # 1\n /a # 2\n | # 3\n /b; # 4\n /c # 5\n ] # 6\n→ /d',
          '( # 1\n/a # 2\n) # 3',
          '/if:a>1 # 1\n → /b # 2\n → /else # 3\n → /c # 4\n → /end # 5\n/x',
          '/require:a > # why\n 1',
          'case:$x # 1\n ↳ a # 2\n → /b # 3\n ↳ * → # 4\n /c # 5\n/d',
          '/try:/a # 1\n → /catch:any → # 2\n /b # 3\n → /finally → /c # 4',
          'retry:3 → # 1\n /a # 2\non_failure → # 3\n /b',
          'fork:2 → # 1\n /a & # 2\n /b',
          '/a | # 1\n/b',
          '(/a # 1\n x # 2\n > y) → /b',
          '/a "# no" #no\\#',
          '#   odd   \t\r\n/a',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      # head\\n\\n# more\\n/a
          «# head  # more» /a
      /a # one\\n/b # two\\n
          /a «# one» ⏎ /b «# two»
      /a # one\\n→ /b → # two\\n /c
          /a «# one» → /b «# two» → /c
      /a; # one\\n# two\\n/b
          /a «# one» ; «# two» /b
      /a # one\\n; /b
          /a «# one» ; /b
      /a && # one\\n/b || # two\\n/c
          {{/a && «# one» /b} || «# two» /c}
      parallel[ # 1\\n /a # 2\\n | # 3\\n /b; # 4\\n /c # 5\\n ] # 6\\n→ /d
          parallel{«# 1» /a «# 2 # 3» | /b «# 4» ; /c «# 5»} «# 6» → /d
      ( # 1\\n/a # 2\\n) # 3
          {«# 1» /a «# 2»} «# 3»
      /if:a>1 # 1\\n → /b # 2\\n → /else # 3\\n → /c # 4\\n → /end # 5\\n/x
          if{(a > 1) ? «# 1» /b «# 2» : «# 3» /c «# 4»} end «# 5» ⏎ /x
      /require:a > # why\\n 1
          «# why» require{(a > 1)}
      case:$x # 1\\n ↳ a # 2\\n → /b # 3\\n ↳ * → # 4\\n /c # 5\\n/d
          case{$x «# 1»↳ a ? «# 2» /b «# 3» ↳ * ? «# 4» /c «# 5»} ⏎ /d
      /try:/a # 1\\n → /catch:any → # 2\\n /b # 3\\n → /finally → /c # 4
          try{/a «# 1» catch any ? «# 2» /b «# 3» finally /c «# 4»}
      retry:3 → # 1\\n /a # 2\\non_failure → # 3\\n /b
          retry 3{«# 1» /a} «# 2» ⏎ on failure{«# 3» /b}
      fork:2 → # 1\\n /a & # 2\\n /b
          «# 1» fork max 2{/a & «# 2» /b}
      /a | # 1\\n/b
          pipe{/a | «# 1» /b}
      (/a # 1\\n x # 2\\n > y) → /b
          {«# 1 # 2» /a 'x' > $y} → /b
      /a \\"# no\\" #no\\\\#
          /a '# no' «#no\\#»
      #   odd   \\t\\r\\n/a
          «#   odd» /a
      "
    `);
  });

  it('is never lost: one behind every blank of every chain that still reads, counted', () => {
    for (const text of [...chains, kitchenSink]) {
      const own = commentsIn(parse(sourceOf('<chain>', text)).chain);
      // Of the long one every third blank, in all of its constructs.
      const places = [...text.matchAll(/(?<=\s)/g)].filter(
        (_place, at) => text !== kitchenSink || at % 3 === 0,
      );
      for (const { index } of places) {
        const changed = `${text.slice(0, index)} # mark ${index}\n${text.slice(index)}`;
        const { chain, diagnostics } = parse(sourceOf('<chain>', changed));
        if (diagnostics.hasErrors) continue;
        const found = commentsIn(chain);
        // Within a quotation or another comment it is none.
        const isComment = found.length > own.length;
        if (isComment) expect([changed, found]).toContainEqual(expect.arrayContaining([`# mark ${index}`]));
        else expect(changed).toMatch(new RegExp(`(["'#][^"'\\n]*) # mark ${index}\n`));
      }
    }
  });

  it('is never lost where a line can end: many at once', () => {
    for (const text of [...chains, kitchenSink]) {
      let count = 0;
      const changed = text
        .replace(/#.*$/gm, '')
        .replace(/(→|->|&&|\|\||[|&[(](?= ))(?=\s)/g, (sign) => `${sign} # mark ${++count}\n`)
        .replace(/\n/g, () => `\n# mark ${++count}\n`);
      const { chain } = parse(sourceOf('<chain>', `${changed}\n# mark ${++count}`));
      expect([changed, commentsIn(chain).length]).toEqual([changed, count]);
    }
  });
});
