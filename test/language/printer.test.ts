/** Tree → text, and back to the same tree. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { print } from '../../src/language/printer.ts';
import { sourceOf } from '../../src/language/source.ts';
import { shape, table } from './rig.ts';
import { chains, kitchenSink } from './seeds.ts';

const read = (text: string) => parse(sourceOf('<chain>', text));
/** On one line comments are left out. */
const canonical = (text: string) =>
  shape(read(text).chain)
    .replace(/«[^»]*»/g, '')
    .replace(/ +/g, ' ')
    .trim()
    .replaceAll('bare ', '/');

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
      "/init --flag "two words" 'lit $eral' a\\ b --x=$p --y="e \${$p + 1}" <result.a> → $x=<result> → $y=<result.val.accuracy> → $z="a b"
      $w=\${$x * 2 - 1} → $v = /select --best > $winner > winner.json → /log $v >> log.jsonl → /push > $pushed
      parallel:max=2:min=1[/a; /b | (/c → /d) | parallel[/e | /f] | /if:acc > 0.5 → /g → /else → /h | (/a | /b)] → /results:aggregate;
      /x && /y || (/z; /w) → /require:(acc >= 90% or not $ok) and train.f1 - 0.01 > -0.2 * 3
      /a | /b x | /c && /d & /e → barrier → $ready → /train parallel:max=2[sigma-0.1 | sigma-0.2 --fast] → /train[sigmas] → /train[$list] --x
      fork:2 → /a & retry:3 backoff:5m → /b && /c
      barrier
      retry:3 delay:1m → timeout:2h → budget:12usd → repeat:5 until:acc>0.9 confidence 95% or status(train) → /train
      retry:2 delay:30 → /train --x → droid:ml-engineer → /tune → /ml-engineer:tune
      state:load → checkpoint.json → context:winner → $sigma → context:winner.f1 → $f1 → state:save → "check point.json"
      /try:/a → /b → /catch:timeout → /c → /catch:any → /fallback:backup --x → /else → /d → /finally → /e → /end → /f
      /try:/a → /catch:oom → /b → /catch:any → /c
      /if:delta(acc) > 0 and min(a, b, 1) < abs(c - round(d, 2)) → case:$x ↳ gpu|tpu* → /train_gpu → /try:/x → /catch:any → /y ↳ * → (case:step.mode ↳ a → /b ↳ * → /c)
      /if:acc ≥ 0.9 → /deploy → /elif:acc!='x' → /bare → /else → /if:$x < 1 → /k → /end → /l → /end → /m
      on_failure → /cleanup && /notify
      finally → /report"
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
