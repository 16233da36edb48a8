/** Text → tokens. */
import { describe, expect, it } from 'vitest';
import { table, tokensOf } from './rig.ts';

describe('the lexer', () => {
  it('reads words, quotes, escapes and variables', () => {
    expect(
      table(
        [
          '/train --epochs 60',
          '/x \'a $b\' "c $d e" f\\ g h"i"\'j\'',
          '/x "a\\"b\\\\c\\d" \'a\\b\' \\$x \\"',
          '/x --out=$run.json $a-b $5 $ "$"',
          '/x ""',
          '/x \\\n  --y',
          '/x a\\\r\nb',
          '/обучить 💥 a→b',
          '/x a#b #c → /y',
          '/x;#c\n/y',
          '/x `date` $(date) *.txt ~',
        ],
        tokensOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /train --epochs 60
          word "/train" · word "--epochs" · word "60" · end
      /x 'a $b' \\"c $d e\\" f\\\\ g h\\"i\\"'j'
          word "/x" · quoted "a $b" · quoted "c "+$d+" e" · quoted "f g" · quoted "hij" · end
      /x \\"a\\\\\\"b\\\\\\\\c\\\\d\\" 'a\\\\b' \\\\$x \\\\\\"
          word "/x" · quoted "a\\"b\\\\c\\\\d" · quoted "a\\\\b" · quoted "$x" · quoted "\\"" · end
      /x --out=$run.json $a-b $5 $ \\"$\\"
          word "/x" · word "--out="+$run.json · word $a-b · word "$5" · word "$" · quoted "$" · end
      /x \\"\\"
          word "/x" · quoted "" · end
      /x \\\\\\n  --y
          word "/x" · word "--y" · end
      /x a\\\\\\r\\nb
          word "/x" · word "ab" · end
      /обучить 💥 a→b
          word "/обучить" · word "💥" · word "a" · arrow · word "b" · end
      /x a#b #c → /y
          word "/x" · word "a#b" · end
      /x;#c\\n/y
          word "/x" · ; · newline · word "/y" · end
      /x \`date\` $(date) *.txt ~
          word "/x" · word "\`date\`" · word "$" · ( · word "date" · ) · word "*.txt" · word "~" · end
      "
    `);
  });

  it('reads arrows however they are glued, and refuses look-alikes', () => {
    expect(
      table(
        [
          '/a→/b->/c',
          'best-acc->x',
          '/a-b-> c',
          '/a => /b',
          '/a ⇒ /b',
          '/a ➜ /b',
          '/a --> /b',
          '/a –> /b',
          '/a ==> /b',
          '/a-- /b',
          '/if:acc=>0.9 → /b',
          '/if:acc => /b',
        ],
        tokensOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a→/b->/c
          word "/a" · arrow · word "/b" · arrow · word "/c" · end
      best-acc->x
          word "best-acc" · arrow · word "x" · end
      /a-b-> c
          word "/a-b" · arrow · word "c" · end
      /a => /b
          word "/a" · arrow · word "/b" · end
          ! wrong-arrow 1:4-6 \`=>\` is not an arrow of this language
      /a ⇒ /b
          word "/a" · arrow · word "/b" · end
          ! wrong-arrow 1:4-5 \`⇒\` is not an arrow of this language
      /a ➜ /b
          word "/a" · arrow · word "/b" · end
          ! wrong-arrow 1:4-5 \`➜\` is not an arrow of this language
      /a --> /b
          word "/a" · arrow · word "/b" · end
          ! wrong-arrow 1:4-7 \`-->\` is not an arrow of this language
      /a –> /b
          word "/a" · arrow · word "/b" · end
          ! wrong-arrow 1:4-6 \`–>\` is not an arrow of this language
      /a ==> /b
          word "/a" · arrow · word "/b" · end
          ! wrong-arrow 1:4-7 \`==>\` is not an arrow of this language
      /a-- /b
          word "/a--" · word "/b" · end
      /if:acc=>0.9 → /b
          word "/if:" · name acc · operator >= · number 0.9 · arrow · word "/b" · end
          ! wrong-arrow 1:8-10 \`=>\` is no comparison
      /if:acc => /b
          word "/if:" · name acc · arrow · word "/b" · end
          ! wrong-arrow 1:9-11 \`=>\` is not an arrow of this language
      "
    `);
  });

  it('ends a statement at a newline, except where something goes on (G5)', () => {
    expect(
      table(
        [
          '/a\n/b',
          '/a\r\n/b\r\n',
          '/a →\n /b',
          '/a\n → /b',
          '/a\n\n# note\n  -> /b',
          '/a &&\n/b',
          '/a\n&& /b',
          'parallel[\n/a |\n/b\n]\n/c',
          '(\n/a\n)',
          '/a;\n/b',
          '# only a comment',
          '\n\n',
          '/a # note\n/b',
          '$x=\n/b',
          '/require:(acc>1)\n/b',
          '/require:acc >\n 1',
          '/require:(acc\n > 1)\n/b',
          '/require:acc > # why\n 1',
        ],
        tokensOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a\\n/b
          word "/a" · newline · word "/b" · end
      /a\\r\\n/b\\r\\n
          word "/a" · newline · word "/b" · newline · end
      /a →\\n /b
          word "/a" · arrow · word "/b" · end
      /a\\n → /b
          word "/a" · arrow · word "/b" · end
      /a\\n\\n# note\\n  -> /b
          word "/a" · arrow · word "/b" · end
      /a &&\\n/b
          word "/a" · && · word "/b" · end
      /a\\n&& /b
          word "/a" · newline · && · word "/b" · end
      parallel[\\n/a |\\n/b\\n]\\n/c
          word "parallel" · [ · word "/a" · | · word "/b" · ] · newline · word "/c" · end
      (\\n/a\\n)
          ( · word "/a" · ) · end
      /a;\\n/b
          word "/a" · ; · newline · word "/b" · end
      # only a comment
          end
      \\n\\n
          end
      /a # note\\n/b
          word "/a" · newline · word "/b" · end
      $x=\\n/b
          word $x · = · word "/b" · end
      /require:(acc>1)\\n/b
          word "/require:" · operator ( · name acc · operator > · number 1 · operator ) · newline · word "/b" · end
      /require:acc >\\n 1
          word "/require:" · name acc · operator > · number 1 · end
      /require:(acc\\n > 1)\\n/b
          word "/require:" · operator ( · name acc · operator > · number 1 · operator ) · newline · word "/b" · end
      /require:acc > # why\\n 1
          word "/require:" · name acc · operator > · number 1 · end
      "
    `);
  });

  it('reads conditions in a grammar of their own', () => {
    expect(
      table(
        [
          '/if:acc>0.90 → /x',
          '/IF:a≥1 and b≤2',
          'if:$x > 87% || !y',
          '/if:a / b > 1 /c',
          '/if:a/b',
          '/if:-1.5e-3<.5',
          "/if:s == 'a → b'",
          '/if:a|b',
          '/if:a&b',
          '/if:a ? b',
          '/if:a 💥',
          "/if:s=='open",
          '(/if:(a) → /b)',
          '/if:min(a, b)>1 confidence 95%',
          'repeat:5 until:a>1 → /b',
          'case:$x\n ↳ a|b → /c',
          '/try:/a → catch:/b → /catch:c → /fallback:d',
          '/try:$x=1',
        ],
        tokensOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /if:acc>0.90 → /x
          word "/if:" · name acc · operator > · number 0.90 · arrow · word "/x" · end
      /IF:a≥1 and b≤2
          word "/IF:" · name a · operator >= · number 1 · name and · name b · operator <= · number 2 · end
      if:$x > 87% || !y
          word "if:" · variable $x · operator > · percent 87% · operator || · operator ! · name y · end
      /if:a / b > 1 /c
          word "/if:" · name a · operator / · name b · operator > · number 1 · word "/c" · end
      /if:a/b
          word "/if:" · name a · operator / · name b · end
      /if:-1.5e-3<.5
          word "/if:" · operator - · number 1.5e-3 · operator < · number .5 · end
      /if:s == 'a → b'
          word "/if:" · name s · operator == · string a → b · end
      /if:a|b
          word "/if:" · name a · | · word "b" · end
      /if:a&b
          word "/if:" · name a · & · word "b" · end
      /if:a ? b
          word "/if:" · name a · name b · end
          ! invalid-condition 1:7-8 \`?\` has no meaning in a condition
      /if:a 💥
          word "/if:" · name a · end
          ! invalid-condition 1:7-9 \`💥\` has no meaning in a condition
      /if:s=='open
          word "/if:" · name s · operator == · string open · end
          ! unclosed-quote 1:8-9 this quote is never closed
      (/if:(a) → /b)
          ( · word "/if:" · operator ( · name a · operator ) · arrow · word "/b" · ) · end
      /if:min(a, b)>1 confidence 95%
          word "/if:" · name min · operator ( · name a · operator , · name b · operator ) · operator > · number 1 · name confidence · percent 95% · end
      repeat:5 until:a>1 → /b
          word "repeat:5" · word "until:" · name a · operator > · number 1 · arrow · word "/b" · end
      case:$x\\n ↳ a|b → /c
          word "case:" · variable $x · ↳ · word "a" · | · word "b" · arrow · word "/c" · end
      /try:/a → catch:/b → /catch:c → /fallback:d
          word "/try:" · word "/a" · arrow · word "catch:" · word "/b" · arrow · word "/catch:c" · arrow · word "/fallback:" · word "d" · end
      /try:$x=1
          word "/try:" · word $x · = · word "1" · end
      "
    `);
  });

  it('reads assignments only where an element begins', () => {
    expect(
      table(
        [
          '$x=1',
          '$x = 1',
          '$x=<result>',
          '$x=<Result.a.b-c>',
          '/a $x=1',
          '"$x"=1',
          '$x==1',
          '$x=>1',
          '/a b<result>c',
          '/a <file',
          '/a <x> b',
          '/a b<c',
          '/a ${x + 1} "${y}" \'${z}\'',
          "/a x${$a - b}y${'}'}",
          '/a "${x" ${y',
          '/a ${x\n+ 1}',
        ],
        tokensOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      $x=1
          word $x · = · word "1" · end
      $x = 1
          word $x · = · word "1" · end
      $x=<result>
          word $x · = · word <result> · end
      $x=<Result.a.b-c>
          word $x · = · word <result.a.b-c> · end
      /a $x=1
          word "/a" · word $x+"=1" · end
      \\"$x\\"=1
          quoted $x+"=1" · end
      $x==1
          word $x · = · word "=1" · end
      $x=>1
          word $x · arrow · word "1" · end
          ! wrong-arrow 1:3-5 \`=>\` is not an arrow of this language
      /a b<result>c
          word "/a" · word "b"+<result>+"c" · end
      /a <file
          word "/a" · quoted "<file" · end
          ! unexpected-token 1:4-9 \`<file\` has no meaning here
      /a <x> b
          word "/a" · quoted "<x>" · word "b" · end
          ! unexpected-token 1:4-7 \`<x>\` has no meaning here
      /a b<c
          word "/a" · word "b" · quoted "<c" · end
          ! unexpected-token 1:5-7 \`<c\` has no meaning here
      /a \${x + 1} \\"\${y}\\" '\${z}'
          word "/a" · word \${(x + 1)} · quoted \${y} · quoted "\${z}" · end
      /a x\${$a - b}y\${'}'}
          word "/a" · word "x"+\${($a - b)}+"y"+\${'}'} · end
      /a \\"\${x\\" \${y
          word "/a" · quoted \${…} · word \${…} · end
          ! unclosed-bracket 1:5-7 \`\${\` is never closed
          ! unclosed-bracket 1:10-12 \`\${\` is never closed
      /a \${x\\n+ 1}
          word "/a" · word \${…} · newline · word "+" · word "1}" · end
          ! unclosed-bracket 1:4-6 \`\${\` is never closed
      "
    `);
  });
});
