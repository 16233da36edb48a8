/** Every element of the language → its tree, in both spellings. */
import { describe, expect, it } from 'vitest';
import { table, treeOf } from './rig.ts';

describe('the parser', () => {
  it('reads pipes, && and ||, and & by rank (G3)', () => {
    expect(
      table(
        [
          '/a | /b | /c',
          '/a x | /b && /c | /d & /e || /f → /g',
          '(/a | /b) → /c',
          'parallel[(/a | /b) | /c]',
          'parallel[/a | /b & /c | /d]',
          '/a & (/b → /c) & $x=1',
          '/a &\n/b |\n/c',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a | /b | /c
          pipe{/a | /b | /c}
      /a x | /b && /c | /d & /e || /f → /g
          fork{{pipe{/a 'x' | /b} && pipe{/c | /d}} & {/e || /f}} → /g
      (/a | /b) → /c
          {pipe{/a | /b}} → /c
      parallel[(/a | /b) | /c]
          parallel{{pipe{/a | /b}} | /c}
      parallel[/a | /b & /c | /d]
          parallel{/a | fork{/b & /c} | /d}
      /a & (/b → /c) & $x=1
          fork{/a & {/b → /c} & $x := '1'}
      /a &\\n/b |\\n/c
          fork{/a & pipe{/b | /c}}
      "
    `);
  });

  it('reads prefixes in front of one whole item', () => {
    expect(
      table(
        [
          'retry:3 → /a',
          '/retry:3 delay:60 → /a',
          'retry:3 backoff:5m → /a',
          'RETRY:3 → /a',
          'timeout:300 → /a',
          '/timeout:2h → /a',
          'timeout:1d → /a',
          'budget:12usd → /a',
          'budget:$12 → /a',
          '/budget:0.5 → /a',
          'repeat:5 until:acc>0.9 → /a',
          '/repeat:5 /until:acc>0.9 and $ok → /a',
          'droid:ml-engineer → /a x',
          '/droid:ml-engineer → (/a → /b)',
          'retry:2 → timeout:5m → /a && /b → /c',
          '/a && retry:2 → /b || /c & /d → /e',
          'parallel[retry:2 → /a | timeout:5m → /b && /c]',
          'retry:2 →\n  /a\n/b',
          'retry → /a',
          '/retry',
          '/timeout x',
          '/state',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      retry:3 → /a
          retry 3{/a}
      /retry:3 delay:60 → /a
          retry 3 delay 60{/a}
      retry:3 backoff:5m → /a
          retry 3 backoff 300{/a}
      RETRY:3 → /a
          retry 3{/a}
      timeout:300 → /a
          timeout 300{/a}
      /timeout:2h → /a
          timeout 7200{/a}
      timeout:1d → /a
          timeout 86400{/a}
      budget:12usd → /a
          budget 12{/a}
      budget:$12 → /a
          budget 12{/a}
      /budget:0.5 → /a
          budget 0.5{/a}
      repeat:5 until:acc>0.9 → /a
          repeat 5 (acc > 0.9){/a}
      /repeat:5 /until:acc>0.9 and $ok → /a
          repeat 5 ((acc > 0.9) and $ok){/a}
      droid:ml-engineer → /a x
          droid ml-engineer{/a 'x'}
      /droid:ml-engineer → (/a → /b)
          droid ml-engineer{{/a → /b}}
      retry:2 → timeout:5m → /a && /b → /c
          retry 2{timeout 300{{/a && /b}}} → /c
      /a && retry:2 → /b || /c & /d → /e
          {/a && retry 2{fork{{/b || /c} & /d}}} → /e
      parallel[retry:2 → /a | timeout:5m → /b && /c]
          parallel{retry 2{/a} | timeout 300{{/b && /c}}}
      retry:2 →\\n  /a\\n/b
          retry 2{/a} ⏎ /b
      retry → /a
          bare retry → /a
      /retry
          /retry
      /timeout x
          /timeout 'x'
      /state
          /state
      "
    `);
  });

  it('reads the retries in the name of a command', () => {
    expect(
      table(
        [
          '/train-with-retry:3',
          '/train-with-retry:3:backoff=300 --x y → /b',
          'train-with-retry:1:delay=5m',
          '/a && /train-with-retry:3 > x && /b',
          '/train:sigma-0.1-with-retry:2[list]',
          '/with-retry:3',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /train-with-retry:3
          retry 3{/train}
      /train-with-retry:3:backoff=300 --x y → /b
          retry 3 backoff 300{/train '--x' 'y'} → /b
      train-with-retry:1:delay=5m
          retry 1 delay 300{bare train}
      /a && /train-with-retry:3 > x && /b
          {{/a && retry 3{/train > $x}} && /b}
      /train:sigma-0.1-with-retry:2[list]
          retry 2{each{/train:sigma-0.1}[list]}
      /with-retry:3
          /with-retry:3
      "
    `);
  });

  it('reads fork, & and barrier', () => {
    expect(
      table(
        [
          'fork:4 → /a & /b & /c',
          '/fork:2 → /a & (/b → /c) → /d',
          'fork:2 → /a &\n /b\nbarrier → $ok → /c',
          'barrier',
          '/barrier → /a',
          'barrier → $ready',
          'barrier → $x=<result>',
          'parallel[/a & /b → barrier → $x | /c]',
          '(/a & /b; barrier → $ok) → /d',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      fork:4 → /a & /b & /c
          fork max 4{/a & /b & /c}
      /fork:2 → /a & (/b → /c) → /d
          fork max 2{/a & {/b → /c}} → /d
      fork:2 → /a &\\n /b\\nbarrier → $ok → /c
          fork max 2{/a & /b} ⏎ barrier $ok → /c
      barrier
          barrier
      /barrier → /a
          barrier → /a
      barrier → $ready
          barrier $ready
      barrier → $x=<result>
          barrier → $x := <result>
      parallel[/a & /b → barrier → $x | /c]
          parallel{fork{/a & /b} → barrier $x | /c}
      (/a & /b; barrier → $ok) → /d
          {fork{/a & /b} ; barrier $ok} → /d
      "
    `);
  });

  it('reads case with its arms', () => {
    expect(
      table(
        [
          'case:$x\n  ↳ gpu → /a\n  ↳ cpu → /b\n  ↳ * → /c\n/d',
          '/case:train.mode ↳ a|b* -> /a → /b ↳ "c d" → /c',
          'case:$x ↳ a | b → /c & /d',
          'case:$x ↳ a → /if:b>1 → /c → /else → /d ↳ * → /e',
          'case:$x ↳ a → (case:$y ↳ b → /c) ↳ * → /d',
          '/if:a>1 → case:$x ↳ b → /c → /else → /d',
          'parallel[case:$x ↳ a|b → /c | /d]',
          '(case:$x\n ↳ a → /b\n ↳ * → /c; /d) → /e',
          'case:$x ↳ a → /b; /c',
          'retry:2 → case:$x ↳ 0.10 → /a',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      case:$x\\n  ↳ gpu → /a\\n  ↳ cpu → /b\\n  ↳ * → /c\\n/d
          case{$x ↳ gpu ? /a ↳ cpu ? /b ↳ * ? /c} ⏎ /d
      /case:train.mode ↳ a|b* -> /a → /b ↳ \\"c d\\" → /c
          case{train.mode ↳ a|b* ? /a → /b ↳ c d ? /c}
      case:$x ↳ a | b → /c & /d
          case{$x ↳ a|b ? fork{/c & /d}}
      case:$x ↳ a → /if:b>1 → /c → /else → /d ↳ * → /e
          case{$x ↳ a ? if{(b > 1) ? /c : /d} ↳ * ? /e}
      case:$x ↳ a → (case:$y ↳ b → /c) ↳ * → /d
          case{$x ↳ a ? {case{$y ↳ b ? /c}} ↳ * ? /d}
      /if:a>1 → case:$x ↳ b → /c → /else → /d
          if{(a > 1) ? case{$x ↳ b ? /c} : /d}
      parallel[case:$x ↳ a|b → /c | /d]
          parallel{case{$x ↳ a|b ? /c} | /d}
      (case:$x\\n ↳ a → /b\\n ↳ * → /c; /d) → /e
          {case{$x ↳ a ? /b ↳ * ? /c} ; /d} → /e
      case:$x ↳ a → /b; /c
          case{$x ↳ a ? /b} ; /c
      retry:2 → case:$x ↳ 0.10 → /a
          retry 2{case{$x ↳ 0.10 ? /a}}
      "
    `);
  });

  it('reads both spellings of try into one tree', () => {
    expect(
      table(
        [
          '/try:/a → /b → /catch:timeout → /c → /d',
          '/try:/a → /catch:x → /b → /catch:* → /c → /else → /d → /finally → /e → /end → /f',
          '/try:/a → /finally → /b',
          '/try:/a → /else → /b → /catch',
          '/try: /a x → /CATCH:any → /b',
          '/try: → /a → /catch:any → /b',
          '/try:(/a; /b) → /catch:exit-3 → /c',
          '/try:parallel[/a | /b] → /catch:oom → /c',
          '/try:$x = /a > b → /catch:any → /c',
          '/try:retry:3 → /a → /catch:any → /b',
          '/try:train → /catch:any → b',
          'try: /a → catch:/b',
          'try:/a → catch: /b',
          'try: /a && /b → catch:oom → /c → catch:* → (/d → /e)',
          '(try: /a → catch:/b) → /c',
          '/fallback:backup --x > y → /b',
          '/fallback:/backup',
          'fallback: backup',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /try:/a → /b → /catch:timeout → /c → /d
          try{/a → /b catch timeout ? /c → /d}
      /try:/a → /catch:x → /b → /catch:* → /c → /else → /d → /finally → /e → /end → /f
          try{/a catch x ? /b catch any ? /c else /d finally /e} end → /f
      /try:/a → /finally → /b
          try{/a finally /b}
      /try:/a → /else → /b → /catch
          try{/a else /b}
          ! catch-without-try 1:24-30 \`/catch\` behind \`/else\`
      /try: /a x → /CATCH:any → /b
          try{/a 'x' catch any ? /b}
      /try: → /a → /catch:any → /b
          try{/a catch any ? /b}
      /try:(/a; /b) → /catch:exit-3 → /c
          try{{/a ; /b} catch exit-3 ? /c}
      /try:parallel[/a | /b] → /catch:oom → /c
          try{parallel{/a | /b} catch oom ? /c}
      /try:$x = /a > b → /catch:any → /c
          try{$x := /a > $b catch any ? /c}
      /try:retry:3 → /a → /catch:any → /b
          try{retry 3{/a} catch any ? /b}
      /try:train → /catch:any → b
          try{bare train catch any ? bare b}
      try: /a → catch:/b
          try{/a catch any ? /b}
      try:/a → catch: /b
          try{/a catch any ? /b}
      try: /a && /b → catch:oom → /c → catch:* → (/d → /e)
          try{{/a && /b} catch oom ? /c catch any ? {/d → /e}}
      (try: /a → catch:/b) → /c
          {try{/a catch any ? /b}} → /c
      /fallback:backup --x > y → /b
          fallback{/backup '--x' > $y} → /b
      /fallback:/backup
          fallback{/backup}
      fallback: backup
          fallback{/backup}
      "
    `);
  });

  it('gives a marker to the nearest open construct that can take it', () => {
    expect(
      table(
        [
          '/try:/a → /catch:x → /if:b>1 → /c → /finally → /d',
          '/if:a>1 → /try:/b → /catch:x → /c → /else → /d',
          '/if:a>1 → /try:/b → /catch:x → /c → /else → /d → /else → /e',
          '/try:/a → /catch:x → /if:b>1 → /c → /else → /d → /end → /else → /e',
          '/try:/try:/a → /catch:x → /b → /catch:y → /c',
          '/try:(/try:/a → /catch:x → /b) → /catch:y → /c',
          '/if:a>1 → /try:/b → /catch:x → /c → /elif:d>1 → /e',
          '/try:/a → /catch:x → /b\nfinally → /c',
          '/try:/a → /catch:x → /b → /finally → /c\n/finally → /d',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /try:/a → /catch:x → /if:b>1 → /c → /finally → /d
          try{/a catch x ? if{(b > 1) ? /c} finally /d}
      /if:a>1 → /try:/b → /catch:x → /c → /else → /d
          if{(a > 1) ? try{/b catch x ? /c else /d}}
          ! dangling-else 1:37-42 \`/else\` belongs to the nearest of 2 open constructs, which is \`/try:/b\`
      /if:a>1 → /try:/b → /catch:x → /c → /else → /d → /else → /e
          if{(a > 1) ? try{/b catch x ? /c else /d} : /e}
          ! dangling-else 1:37-42 \`/else\` belongs to the nearest of 2 open constructs, which is \`/try:/b\`
      /try:/a → /catch:x → /if:b>1 → /c → /else → /d → /end → /else → /e
          try{/a catch x ? if{(b > 1) ? /c : /d} end else /e}
          ! dangling-else 1:37-42 \`/else\` belongs to the nearest of 2 open constructs, which is \`/if:b>1\`
      /try:/try:/a → /catch:x → /b → /catch:y → /c
          try{try{/a catch x ? /b catch y ? /c}}
          ! unexpected-token 1:1-6 \`/try:\` without a \`/catch:\` or \`/finally\`
          ! dangling-else 1:16-24 \`/catch:\` belongs to the nearest of 2 open \`/try:\`, which is \`/try:/a\`
          ! dangling-else 1:32-40 \`/catch:\` belongs to the nearest of 2 open \`/try:\`, which is \`/try:/a\`
      /try:(/try:/a → /catch:x → /b) → /catch:y → /c
          try{{try{/a catch x ? /b}} catch y ? /c}
      /if:a>1 → /try:/b → /catch:x → /c → /elif:d>1 → /e
          if{(a > 1) ? try{/b catch x ? /c} ?: (d > 1) ? /e}
      /try:/a → /catch:x → /b\\nfinally → /c
          try{/a catch x ? /b} ⏎ on end{/c}
      /try:/a → /catch:x → /b → /finally → /c\\n/finally → /d
          try{/a catch x ? /b finally /c} ⏎ on end{/d}
      "
    `);
  });

  it('reads handlers of the whole chain', () => {
    expect(
      table(
        [
          'on_failure → /a && /b',
          '/a\non_failure → /b\nfinally → /c',
          '/on_failure → retry:3 → /a; /FINALLY → (/b → /c)',
          'on-failure → /a',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      on_failure → /a && /b
          on failure{{/a && /b}}
      /a\\non_failure → /b\\nfinally → /c
          /a ⏎ on failure{/b} ⏎ on end{/c}
      /on_failure → retry:3 → /a; /FINALLY → (/b → /c)
          on failure{retry 3{/a}} ; on end{{/b → /c}}
      on-failure → /a
          on failure{/a}
      "
    `);
  });

  it('reads lists that a command is distributed over', () => {
    expect(
      table(
        [
          '/x parallel[a | b c | --d e]',
          '/x --y z parallel:max=2:min=1[sigma-0.1 | $a]',
          '/x[list]',
          '/x[$list] --y z',
          '/parallel-training[a-b]',
          'parallel-x[a] → /c',
          '/x parallel',
          '/x --mode parallel → parallel[/a | /b]',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /x parallel[a | b c | --d e]
          each{/x}['a' | 'b' 'c' | '--d' 'e']
      /x --y z parallel:max=2:min=1[sigma-0.1 | $a]
          each max 2 min 1{/x '--y' 'z'}['sigma-0.1' | $a]
      /x[list]
          each{/x}[list]
      /x[$list] --y z
          each{/x '--y' 'z'}[$list]
      /parallel-training[a-b]
          each{/parallel-training}[a-b]
      parallel-x[a] → /c
          each{bare parallel-x}[a] → /c
      /x parallel
          /x 'parallel'
      /x --mode parallel → parallel[/a | /b]
          /x '--mode' 'parallel' → parallel{/a | /b}
      "
    `);
  });

  it('reads redirects', () => {
    expect(
      table(
        [
          '/a > x',
          '/a b > $x → /c',
          '/a > x.json',
          '/a > out/x',
          '/a > "x y.json"',
          '/a > out-$b.json',
          '/a > x > y.json z',
          '/a >> log.jsonl',
          '/a>x',
          'x > y',
          '/a >\n x',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a > x
          /a > $x
      /a b > $x → /c
          /a 'b' > $x → /c
      /a > x.json
          /a > 'x.json'
      /a > out/x
          /a > 'out/x'
      /a > \\"x y.json\\"
          /a > 'x y.json'
      /a > out-$b.json
          /a > 'out-'+$b.json
      /a > x > y.json z
          /a 'z' > $x > 'y.json'
      /a >> log.jsonl
          /a >> 'log.jsonl'
      /a>x
          /a > $x
      x > y
          bare x > $y
      /a >\\n x
          /a > $x
      "
    `);
  });

  it('reads assignments', () => {
    expect(
      table(
        [
          '$x=<result.a.b>',
          '$x = /a b > c.json',
          '$x=/a',
          '$x =\n  /a',
          '$x = 0.5\n$y = /b',
          '$x=${$y + 1}',
          '$x="/a"',
          '$x = /a | /b',
          '$x = /a && /b',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      $x=<result.a.b>
          $x := <result.a.b>
      $x = /a b > c.json
          $x := /a 'b' > 'c.json'
      $x=/a
          $x := /a
      $x =\\n  /a
          $x := /a
      $x = 0.5\\n$y = /b
          $x := '0.5' ⏎ $y := /b
      $x=\${$y + 1}
          $x := ($y + 1)
      $x=\\"/a\\"
          $x := '/a'
      $x = /a | /b
          pipe{$x := /a | /b}
          ! unexpected-token 1:9-10 whether \`$x\` is what stands in front of \`|\` or what the whole pipe gives cannot be seen
      $x = /a && /b
          {$x := /a && /b}
      "
    `);
  });

  it('reads checkpoints and contexts', () => {
    expect(
      table(
        [
          'state:save → checkpoint.json',
          '/STATE:load → out/c → /a',
          'state:save → "a b"',
          'state:save → $dir/c.json',
          'context:winner → $sigma → /a',
          '/context:winner.f1.mean → $x',
          'context:winner.json → $f1',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      state:save → checkpoint.json
          save 'checkpoint.json'
      /STATE:load → out/c → /a
          load 'out/c' → /a
      state:save → \\"a b\\"
          save 'a b'
      state:save → $dir/c.json
          save $dir+'/c.json'
      context:winner → $sigma → /a
          $sigma := winner → /a
      /context:winner.f1.mean → $x
          $x := winner . f1.mean
      context:winner.json → $f1
          $f1 := winner
      "
    `);
  });

  it('reads expressions in words', () => {
    expect(
      table(
        [
          '/a ${x + 1}',
          '/a --n=${$b * 2}c "t ${min(a, 1) > 0} u" \'${z}\'',
          "/a ${s == '}'}",
          '/a ${}x',
          '$x=${<result>}',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a \${x + 1}
          /a \${(x + 1)}
      /a --n=\${$b * 2}c \\"t \${min(a, 1) > 0} u\\" '\${z}'
          /a '--n='+\${($b * 2)}+'c' 't '+\${(min(a, 1) > 0)}+' u' '\${z}'
      /a \${s == '}'}
          /a \${(s == '}')}
      /a \${}x
          /a \${…}+'x'
          ! invalid-condition 1:6-7 expected a metric, a variable or a number, found \`}\`
      $x=\${<result>}
          $x := …
          ! invalid-condition 1:6-7 \`<\` is not expected here in a condition
      "
    `);
  });

  it('reads functions and confidence in conditions', () => {
    expect(
      table(
        [
          "/require:status(train) or status('best model')",
          '/require:delta(accuracy) >= -0.01',
          '/require:min(a, b + 1, $c) < max(1, 2) * abs(-d) + round(e, 2)',
          '/require:a > b confidence 95% and c',
          '/require:not a > b confidence 0.9',
          '/require:confidence > 0.5',
          '/require:MIN(a, b) > 1',
          '/require:baseline.accuracy < train.accuracy',
          '/repeat:3 until:success → /a',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /require:status(train) or status('best model')
          require{(status(train) or status('best model'))}
      /require:delta(accuracy) >= -0.01
          require{(delta(accuracy) >= (- 0.01))}
      /require:min(a, b + 1, $c) < max(1, 2) * abs(-d) + round(e, 2)
          require{(min(a, (b + 1), $c) < ((max(1, 2) * abs((- d))) + round(e, 2)))}
      /require:a > b confidence 95% and c
          require{((a > b) at 0.95 and c)}
      /require:not a > b confidence 0.9
          require{(not (a > b) at 0.9)}
      /require:confidence > 0.5
          require{(confidence > 0.5)}
      /require:MIN(a, b) > 1
          require{(min(a, b) > 1)}
      /require:baseline.accuracy < train.accuracy
          require{(baseline.accuracy < train.accuracy)}
      /repeat:3 until:success → /a
          repeat 3 success{/a}
      "
    `);
  });
});
