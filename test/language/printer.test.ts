/** Tree → text, and back to the same tree. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { print } from '../../src/language/printer.ts';
import { sourceOf } from '../../src/language/source.ts';
import { shape, table } from './rig.ts';
import { chains, kitchenSink } from './seeds.ts';

const read = (text: string) => parse(sourceOf('<chain>', text));
const canonical = (text: string) => shape(read(text).chain).replaceAll('bare ', '/');

describe('the printer', () => {
  it.each([...chains, kitchenSink])('prints what reads back as the same tree: %s', (text) => {
    const { chain, diagnostics } = read(text);
    expect(diagnostics.hasErrors).toBe(false);
    const once = print(chain);
    expect(canonical(once)).toBe(canonical(text));
    expect(print(read(once).chain)).toBe(once);
  });

  it('writes slashes, `→` and one statement a line (G1)', () => {
    expect(print(read(kitchenSink).chain)).toMatchInlineSnapshot(`
      "/init --flag "two words" 'lit $eral' a\\ b --x=$p → $x=<result> → $y=<result.val.accuracy> → $z="a b"
      parallel:max=2:min=1[/a; /b | (/c → /d) | parallel[/e | /f] | /if:acc > 0.5 → /g → /else → /h] → /results:aggregate;
      /x && /y || (/z; /w) → /require:(acc >= 90% or not $ok) and train.f1 - 0.01 > -0.2 * 3
      /if:acc ≥ 0.9 → /deploy → /elif:acc!='x' → /bare → /else → /if:$x < 1 → /k → /end → /l → /end → /m"
    `);
    expect(
      table(
        [
          '/a->/b',
          'a → b',
          'if:c>1 → a → /b',
          '$x=/',
          '$x = "/cmd"',
          '$x="a $b"',
          '/x  "a  b"   c',
          "/require:s=='a  b'   and   t>1",
          '/if:a >\n\n 1 → /b',
          '(/a;/b;)',
          '/a;',
        ],
        (text) => print(read(text).chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /a->/b
          /a → /b
      a → b
          /a → /b
      if:c>1 → a → /b
          /if:c>1 → /a → /else → /b
      $x=/
          …
      $x = \\"/cmd\\"
          $x="/cmd"
      $x=\\"a $b\\"
          …
      /x  \\"a  b\\"   c
          /x "a  b" c
      /require:s=='a  b'   and   t>1
          /require:s=='a  b' and t>1
      /if:a >\\n\\n 1 → /b
          /if:a > 1 → /b
      (/a;/b;)
          (/a; /b)
      /a;
          /a
      "
    `);
  });
});
