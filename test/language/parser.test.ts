/** Tokens → tree, and what is said where there is none. */
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parser.ts';
import { sourceOf } from '../../src/language/source.ts';
import { table, treeOf } from './rig.ts';
import { chains, kitchenSink } from './seeds.ts';

describe('the parser', () => {
  it('reads sequences, statements and brackets', () => {
    expect(
      table(
        [
          '/a → /b\n/c; /d',
          '/a;',
          ';;/a;;',
          '(/a → /b) → /c',
          '(/a; /b; ) → /c',
          '((/a))',
          'parallel[/a | /b → /c | (/d; /e)]',
          'parallel:max=3:min=2[/a|/b|/c]',
          'parallel [/a | /b]',
          '/parallel[/a]',
          'PARALLEL[/a]',
          'archive',
          '/a:b:c-1',
          '/ml/run "x y"',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a → /b\\n/c; /d
          /a → /b ⏎ /c ; /d
      /a;
          /a
      ;;/a;;
          /a
      (/a → /b) → /c
          {/a → /b} → /c
      (/a; /b; ) → /c
          {/a ; /b} → /c
      ((/a))
          {{/a}}
      parallel[/a | /b → /c | (/d; /e)]
          parallel{/a | /b → /c | {/d ; /e}}
      parallel:max=3:min=2[/a|/b|/c]
          parallel max 3 min 2{/a | /b | /c}
      parallel [/a | /b]
          parallel{/a | /b}
      /parallel[/a]
          parallel{/a}
      PARALLEL[/a]
          parallel{/a}
      archive
          bare archive
      /a:b:c-1
          /a:b:c-1
      /ml/run \\"x y\\"
          /ml/run 'x y'
      "
    `);
  });

  it('binds words tighter than && and ||, those tighter than arrows (G3)', () => {
    expect(
      table(
        [
          '/a x && /b || /c y → /d',
          '/a || /b && /c',
          '(/a → /b) && /c',
          '/a && (/b; /c)',
          '/a && $x=1',
          '/a && /if:c>1 → /b → /else → /d',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a x && /b || /c y → /d
          {{/a 'x' && /b} || /c 'y'} → /d
      /a || /b && /c
          {{/a || /b} && /c}
      (/a → /b) && /c
          {{/a → /b} && /c}
      /a && (/b; /c)
          {/a && {/b ; /c}}
      /a && $x=1
          {/a && $x := '1'}
      /a && /if:c>1 → /b → /else → /d
          {/a && if{(c > 1) ? /b : /d}}
      "
    `);
  });

  it('reads both spellings of if into one tree (G2)', () => {
    expect(
      table(
        [
          '/if:a>1 → /b → /c',
          '/if:a>1 → /b → /else → /c → /d',
          '/if:a>1 → /b → /elif:c>1 → /d → /else → /e → /end → /f',
          'if:a>1 → /b',
          'if:a>1 → /b → /c',
          'if:a>1 → /b → /c; /d',
          'if:a>1 → /b → /c\n/d',
          'if:a>1 → (/b → /c) → /d',
          'if:a>1 → /b && /c → /d',
          '/x → if:a>1 → /b → /c',
          'if:a>1 → if:b>1 → /c → /d',
          '/if:a>1 → parallel[/b → /if:c>1 → /d → /else → /e | /f] → /else → /g',
          'parallel[if:a>1 → /b → /c | /d]',
          '/IF:a>1 → /b → /ELSE → /c',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /if:a>1 → /b → /c
          if{(a > 1) ? /b → /c}
      /if:a>1 → /b → /else → /c → /d
          if{(a > 1) ? /b : /c → /d}
      /if:a>1 → /b → /elif:c>1 → /d → /else → /e → /end → /f
          if{(a > 1) ? /b ?: (c > 1) ? /d : /e} end → /f
      if:a>1 → /b
          if{(a > 1) ? /b}
      if:a>1 → /b → /c
          if{(a > 1) ? /b : /c}
      if:a>1 → /b → /c; /d
          if{(a > 1) ? /b : /c} ; /d
      if:a>1 → /b → /c\\n/d
          if{(a > 1) ? /b : /c} ⏎ /d
      if:a>1 → (/b → /c) → /d
          if{(a > 1) ? {/b → /c} : /d}
      if:a>1 → /b && /c → /d
          if{(a > 1) ? {/b && /c} : /d}
      /x → if:a>1 → /b → /c
          /x → if{(a > 1) ? /b : /c}
      if:a>1 → if:b>1 → /c → /d
          if{(a > 1) ? if{(b > 1) ? /c : /d}}
      /if:a>1 → parallel[/b → /if:c>1 → /d → /else → /e | /f] → /else → /g
          if{(a > 1) ? parallel{/b → if{(c > 1) ? /d : /e} | /f} : /g}
      parallel[if:a>1 → /b → /c | /d]
          parallel{if{(a > 1) ? /b : /c} | /d}
      /IF:a>1 → /b → /ELSE → /c
          if{(a > 1) ? /b : /c}
      "
    `);
  });

  it('gives /else to the nearest open if, and says so when several are open', () => {
    expect(
      table(
        [
          '/if:a>1 → /if:b>1 → /c → /else → /d',
          '/if:a>1 → /if:b>1 → /c → /else → /d → /else → /e',
          '/if:a>1 → /if:b>1 → /c → /end → /else → /d',
          '/if:a>1 → (/if:b>1 → /c) → /else → /d',
          '/if:a>1 → /if:b>1 → /c → /elif:d>1 → /e',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /if:a>1 → /if:b>1 → /c → /else → /d
          if{(a > 1) ? if{(b > 1) ? /c : /d}}
          ! dangling-else 1:26-31 \`/else\` belongs to the nearest of 2 open \`/if:\`, which is \`/if:b>1\`
      /if:a>1 → /if:b>1 → /c → /else → /d → /else → /e
          if{(a > 1) ? if{(b > 1) ? /c : /d} : /e}
          ! dangling-else 1:26-31 \`/else\` belongs to the nearest of 2 open \`/if:\`, which is \`/if:b>1\`
      /if:a>1 → /if:b>1 → /c → /end → /else → /d
          if{(a > 1) ? if{(b > 1) ? /c} end : /d}
      /if:a>1 → (/if:b>1 → /c) → /else → /d
          if{(a > 1) ? {if{(b > 1) ? /c}} : /d}
      /if:a>1 → /if:b>1 → /c → /elif:d>1 → /e
          if{(a > 1) ? if{(b > 1) ? /c ?: (d > 1) ? /e}}
          ! dangling-else 1:26-32 \`/elif:\` belongs to the nearest of 2 open \`/if:\`, which is \`/if:b>1\`
      "
    `);
  });

  it('reads conditions by rank', () => {
    expect(
      table(
        [
          '/require:a or b and not c',
          '/require:a>1 && b<2 || !c',
          '/require:a + b * 2 - c > -d',
          '/require:(a or b) and c',
          '/require:a-b > 0',
          '/require:a - b > 0',
          '/require:a/b > 1',
          '/require:87%<=a',
          "/require:s == 'x y'",
          '/require:best-acc≠0',
        ].map((one) => one),
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /require:a or b and not c
          require{(a or (b and (not c)))}
      /require:a>1 && b<2 || !c
          require{(((a > 1) and (b < 2)) or (not c))}
      /require:a + b * 2 - c > -d
          require{(((a + (b * 2)) - c) > (- d))}
      /require:(a or b) and c
          require{((a or b) and c)}
      /require:a-b > 0
          require{(a-b > 0)}
      /require:a - b > 0
          require{((a - b) > 0)}
      /require:a/b > 1
          require{((a / b) > 1)}
      /require:87%<=a
          require{(0.87 <= a)}
      /require:s == 'x y'
          require{(s == 'x y')}
      /require:best-acc≠0
          require{(best-acc != 0)}
      "
    `);
  });

  it('names the one thing that is wrong with a chain, and reads on behind it', () => {
    expect(
      table(
        [
          '',
          '# nothing',
          '/a →',
          '→ /a',
          '/a → → /b',
          '/a && ',
          '&& /a',
          'parallel[]',
          'parallel[/a | ]',
          'parallel[ | /a]',
          'parallel[/a | | /b]',
          'parallel[/a',
          'parallel[/a)',
          '(/a',
          '/a )',
          '/a ]',
          '(/a]',
          'parallel',
          'parallel:max=2',
          'parallel /a | /b',
          'parallel(/a | /b)',
          'parallel:max=0[/a]',
          'parallel:max=2:max=3[/a]',
          'parallel:4[/a]',
          'parallel:min=3[/a | /b]',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "

          
          ! empty-chain 1:1-2 the chain is empty
      # nothing
           «# nothing»
          ! empty-chain 1:1-2 the chain is empty
      /a →
          /a
          ! unexpected-token 1:5-6 expected a command behind \`→\`, found the end of the chain
      → /a
          … → /a
          ! unexpected-token 1:1-2 expected a command, found \`→\`
      /a → → /b
          /a → … → /b
          ! unexpected-token 1:6-7 expected a command, found \`→\`
      /a && 
          …
          ! unexpected-token 1:7-8 expected a command behind \`&&\`, found the end of the chain
      && /a
          …
          ! unexpected-token 1:1-3 expected a command, found \`&&\`
      parallel[]
          parallel{…}
          ! unexpected-token 1:10-11 expected a command, found \`]\`
      parallel[/a | ]
          parallel{/a}
          ! unexpected-token 1:15-16 expected a branch behind \`|\`, found \`]\`
      parallel[ | /a]
          parallel{… | /a}
          ! unexpected-token 1:11-12 expected a command, found \`|\`
      parallel[/a | | /b]
          parallel{/a | … | /b}
          ! unexpected-token 1:15-16 expected a command behind \`|\`, found \`|\`
      parallel[/a
          …
          ! unclosed-bracket 1:9-10 \`[\` is never closed
      parallel[/a)
          …
          ! unexpected-token 1:12-13 expected \`→\`, \`|\` or \`]\`, found \`)\`
      (/a
          …
          ! unclosed-bracket 1:1-2 \`(\` is never closed
      /a )
          /a
          ! unexpected-token 1:4-5 expected \`→\` or the end of the statement, found \`)\`
      /a ]
          /a
          ! unexpected-token 1:4-5 expected \`→\` or the end of the statement, found \`]\`
      (/a]
          …
          ! unexpected-token 1:4-5 expected \`→\` or \`)\`, found \`]\`
      parallel
          …
          ! unexpected-token 1:9-10 expected \`[\` behind \`parallel\`, found the end of the chain
      parallel:max=2
          …
          ! unexpected-token 1:15-16 expected \`[\` behind \`parallel:max=2\`, found the end of the chain
      parallel /a | /b
          …
          ! pipe-in-parallel 1:13-14 \`|\` separates branches only inside \`[ ]\`
      parallel(/a | /b)
          …
          ! pipe-in-parallel 1:13-14 \`|\` separates branches only inside \`[ ]\`
      parallel:max=0[/a]
          parallel{/a}
          ! invalid-value 1:1-15 \`max=0\` is no option of \`parallel\`
      parallel:max=2:max=3[/a]
          parallel max 2{/a}
          ! invalid-value 1:1-21 \`max=3\` is no option of \`parallel\`
      parallel:4[/a]
          parallel{/a}
          ! invalid-value 1:1-11 \`4\` is no option of \`parallel\`
      parallel:min=3[/a | /b]
          parallel min 3{/a | /b}
          ! invalid-value 1:1-15 \`min=3\` is more than the 2 branches
      "
    `);
    expect(
      table(
        [
          '/else → /a',
          '/a → /else → /b',
          '/a → /end',
          '/if:a>1',
          '/if:a>1 →',
          '/if:a>1 → /else → /b',
          '/if:a>1 → /b → /else',
          '/if:a>1 → /b → /else → /end',
          '/if:a>1 → /b → /else → /c → /else → /d',
          '/if:a>1 → /b → /else → /c → /elif:d>1 → /e',
          '/if:a>1 /b',
          '/if:a>1 b',
          '/a /else → /b',
          '/if:a>1 → /b /else → /c',
          '/a /if:b>1 → /c',
          '/a if:b>1 → /c',
          '/if a>1 → /b',
          '/require a>1',
          'else → /a',
          'elif:a>1 → /b',
          'if:a>1 → /b → /c → /d',
          'if:a>1 → /b → /else → /c',
          'if:a>1 → /b →',
          'if:a>1',
          'if:a>1 /b',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /else → /a
          /a
          ! else-without-if 1:1-6 \`/else\` without an open \`/if:\`
      /a → /else → /b
          /a → /b
          ! else-without-if 1:6-11 \`/else\` without an open \`/if:\`
      /a → /end
          /a
          ! else-without-if 1:6-10 \`/end\` without an open \`/if:\` or \`/try:\`
      /if:a>1
          if{(a > 1) ? …}
          ! unexpected-token 1:7-8 the branch behind this is empty
      /if:a>1 →
          if{(a > 1) ? …}
          ! unexpected-token 1:7-8 the branch behind this is empty
      /if:a>1 → /else → /b
          if{(a > 1) ? … : /b}
          ! unexpected-token 1:7-8 the branch behind this is empty
      /if:a>1 → /b → /else
          if{(a > 1) ? /b : …}
          ! unexpected-token 1:16-21 the branch behind this is empty
      /if:a>1 → /b → /else → /end
          if{(a > 1) ? /b : …} end
          ! unexpected-token 1:16-21 the branch behind this is empty
      /if:a>1 → /b → /else → /c → /else → /d
          if{(a > 1) ? /b : /c → /d}
          ! else-without-if 1:29-34 a second \`/else\` of \`/if:a>1\`
      /if:a>1 → /b → /else → /c → /elif:d>1 → /e
          if{(a > 1) ? /b : /c → /e}
          ! else-without-if 1:29-35 \`/elif:\` behind \`/else\`
      /if:a>1 /b
          if{(a > 1) ? /b}
          ! unexpected-token 1:9-11 expected \`→\`, found \`/b\`
      /if:a>1 b
          if{… ? …}
          ! invalid-condition 1:9-10 \`b\` is not expected here in a condition
      /a /else → /b
          /a → /b
          ! unexpected-token 1:4-9 expected \`→\`, found \`/else\`
      /if:a>1 → /b /else → /c
          if{(a > 1) ? /b : /c}
          ! unexpected-token 1:14-19 expected \`→\`, found \`/else\`
      /a /if:b>1 → /c
          /a → if{(b > 1) ? /c}
          ! unexpected-token 1:4-8 expected \`→\`, found \`/if:\`
      /a if:b>1 → /c
          /a → if{(b > 1) ? /c}
          ! unexpected-token 1:4-7 expected \`→\`, found \`if:\`
      /if a>1 → /b
          … → /b
          ! unexpected-token 1:1-4 \`/if\` needs a condition
      /require a>1
          …
          ! unexpected-token 1:1-9 \`/require\` needs a condition
      else → /a
          … → /a
          ! unexpected-token 1:1-5 \`else\` is no command
      elif:a>1 → /b
          … → /b
          ! unexpected-token 1:1-6 \`elif:\` is no command
      if:a>1 → /b → /c → /d
          …
          ! positional-if-arity 1:20-22 \`if:\` takes one element for then and one for else
      if:a>1 → /b → /else → /c
          …
          ! positional-if-arity 1:15-20 markers belong to \`/if:\`, not to \`if:\`
      if:a>1 → /b →
          if{(a > 1) ? /b}
          ! unexpected-token 1:14-15 expected a command behind \`→\`, found the end of the chain
      if:a>1
          …
          ! unexpected-token 1:7-8 expected \`→\`, found the end of the chain
      if:a>1 /b
          …
          ! unexpected-token 1:8-10 expected \`→\`, found \`/b\`
      "
    `);
    expect(
      table(
        [
          '/if:a=1 → /b',
          '/if:1<a<2 → /b',
          '/if: → /b',
          '/if:a> → /b',
          '/if:(a>1 → /b',
          '/if:a>1) → /b',
          '/if:a b → /c',
          '/if:and → /b',
          '/if:a,b → /c',
          '/if:a ? 1 → /b',
          '/if:status(x) → /b',
          '/if:a>b confidence 95% → /c',
          '/require:a>1 && /b',
          '/if:AND → /b',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /if:a=1 → /b
          if{… ? /b}
          ! invalid-condition 1:6-7 \`=\` does not compare
      /if:1<a<2 → /b
          if{… ? /b}
          ! invalid-condition 1:8-9 a comparison cannot be compared again
      /if: → /b
          if{… ? /b}
          ! invalid-condition 1:6-7 expected a metric, a variable or a number, found \`→\`
      /if:a> → /b
          if{… ? /b}
          ! invalid-condition 1:8-9 expected a metric, a variable or a number, found \`→\`
      /if:(a>1 → /b
          if{… ? /b}
          ! invalid-condition 1:5-6 \`(\` is never closed
      /if:a>1) → /b
          if{(a > 1) ? …}
          ! unexpected-token 1:8-9 expected \`→\` or the end of the statement, found \`)\`
      /if:a b → /c
          if{… ? /c}
          ! invalid-condition 1:7-8 \`b\` is not expected here in a condition
      /if:and → /b
          if{… ? /b}
          ! invalid-condition 1:5-8 \`and\` is not expected here in a condition
      /if:a,b → /c
          if{… ? /c}
          ! invalid-condition 1:6-7 \`,\` is not expected here in a condition
      /if:a ? 1 → /b
          if{… ? /b}
          ! invalid-condition 1:7-8 \`?\` has no meaning in a condition
      /if:status(x) → /b
          if{status(x) ? /b}
      /if:a>b confidence 95% → /c
          if{(a > b) at 0.95 ? /c}
      /require:a>1 && /b
          require{…}
          ! invalid-condition 1:17-19 expected a metric, a variable or a number, found \`/b\`
      /if:AND → /b
          if{AND ? /b}
      "
    `);
    expect(
      table(
        [
          '$x',
          '$x → /a',
          '$x=',
          '$x= → /a',
          '$x=a b',
          '$x==1',
          '$x=$y',
          '$x=a$y',
          '$x.y=1',
          '$x=/cmd',
          '$x=<foo>',
          '$x="<result>"',
          '$x="/cmd"',
          '$x=""',
          '$x y=1',
          '/a"b"',
          "'/a'",
          '/a:$x',
          '/a:',
          '/',
          '//a',
          '/3d',
          '/a < b',
          '/a "b',
          "parallel[/a 'b | /c]",
          '/a\n↳ b',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      $x
          …
          ! unexpected-token 1:1-3 \`$x\` is no element of a chain
      $x → /a
          … → /a
          ! unexpected-token 1:1-3 \`$x\` is no element of a chain
      $x=
          …
          ! unexpected-token 1:4-5 expected \`<result>\`, a value or a command, found the end of the chain
      $x= → /a
          … → /a
          ! unexpected-token 1:5-6 expected \`<result>\`, a value or a command, found \`→\`
      $x=a b
          …
          ! unexpected-token 1:6-7 expected one value, found \`b\` behind it
      $x==1
          …
          ! unexpected-token 1:4-6 one \`=\` stores a value, two compare
      $x=$y
          …
          ! unexpected-token 1:4-6 expected \`<result>\`, one literal value or \`\${…}\`
      $x=a$y
          …
          ! unexpected-token 1:4-7 expected \`<result>\`, one literal value or \`\${…}\`
      $x.y=1
          …
          ! unexpected-token 1:1-5 the name of a variable has no dots
      $x=/cmd
          $x := /cmd
      $x=<foo>
          $x := '<foo>'
          ! unexpected-token 1:4-9 \`<foo>\` has no meaning here
      $x=\\"<result>\\"
          $x := '<result>'
      $x=\\"/cmd\\"
          $x := '/cmd'
      $x=\\"\\"
          $x := ''
      $x y=1
          …
          ! unexpected-token 1:1-3 \`$x\` is no element of a chain
      /a\\"b\\"
          …
          ! unexpected-token 1:1-6 expected a command, found \`/a"b"\`
      '/a'
          …
          ! unexpected-token 1:1-5 expected a command, found \`'/a'\`
      /a:$x
          …
          ! unexpected-token 1:1-6 \`/a:$x\` is no command
      /a:
          …
          ! unexpected-token 1:1-4 \`/a:\` is no command
      /
          …
          ! unexpected-token 1:1-2 \`/\` is no command
      //a
          …
          ! unexpected-token 1:1-4 \`//a\` is no command
      /3d
          …
          ! unexpected-token 1:1-4 \`/3d\` is no command
      /a < b
          /a '<' 'b'
          ! unexpected-token 1:4-5 \`<\` has no meaning here
      /a \\"b
          /a 'b'
          ! unclosed-quote 1:4-5 this quote is never closed
      parallel[/a 'b | /c]
          …
          ! unclosed-quote 1:13-14 this quote is never closed
      /a\\n↳ b
          /a
          ! unexpected-token 2:1-2 expected \`→\` or the end of the statement, found \`↳\`
      "
    `);
  });

  it.each([...chains, kitchenSink])('reads without an error: %s', (chain) => {
    const { diagnostics } = parse(sourceOf('<chain>', chain));
    expect(diagnostics.sorted().filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it.each([
    ['brackets', '('.repeat(10_000)],
    ['parallel blocks', 'parallel['.repeat(10_000)],
    ['conditions', `/if:${'('.repeat(10_000)}`],
    ['negations', `/if:${'not '.repeat(500)}a`],
    ['branches', '/if:a>1 → '.repeat(10_000)],
    ['tries', '/try:/a → /catch:x → '.repeat(10_000)],
    ['tries in bodies', '/try:'.repeat(10_000)],
    ['prefixes', 'retry:1 → '.repeat(10_000)],
    ['arms in brackets', 'case:$x ↳ a → ('.repeat(10_000)],
    ['functions', `/if:${'abs('.repeat(10_000)}`],
    ['expressions', `/a \${${'('.repeat(10_000)}`],
    ['&& in a row', '/a && '.repeat(10_000)],
  ])('says once that nesting is too deep: %s', (_name, text) => {
    const { diagnostics } = parse(sourceOf('<chain>', text));
    expect(diagnostics.sorted().filter(({ severity }) => severity === 'error')).toHaveLength(1);
  });
});
