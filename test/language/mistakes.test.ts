/** What is said when something is nearly right: one error, at the smallest place, with what to type. */
import { describe, expect, it } from 'vitest';
import { mistakesOf, table } from './rig.ts';

describe('a near miss', () => {
  it('of prefixes', () => {
    expect(
      table(
        [
          'retry:x → /a',
          'retry:0 → /a',
          'retry: → /a',
          'retry:$n → /a',
          'retry → /a',
          '/retry',
          'retry:3',
          'retry:3 /a',
          'retry:3 → ',
          'retry:3 dealy:60 → /a',
          'retry:3 delay:x → /a',
          'retry:3 delay:6 backoff:9 → /a',
          'timeout: → /a',
          'timeout:5x → /a',
          'timeout:0 → /a',
          '/train timeout:300 → /b',
          'budget:abc → /a',
          'budget:$12 → /a',
          'budget:0.5usd → /a',
          'droid: → /a',
          'droid:x',
          'droid:a:b → /c',
          '/x-with-retry',
          '/x-with-retry:a',
          '/x-with-retry:3:foo=1',
          'droid → /a',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      retry:x → /a
          ! invalid-value 1:7-8 \`x\` is not a number of retries
            = write \`retry:3\`
      retry:0 → /a
          ! invalid-value 1:7-8 \`0\` is not a number of retries
            = write \`retry:3\`
      retry: → /a
          ! invalid-value 1:1-7 \`retry:\` needs a number of retries
            = write \`retry:3\`
      retry:$n → /a
          ! invalid-value 1:7-9 \`$n\` is not a number of retries
            = write it out, as \`retry:3\`: it is planned before anything runs
      retry → /a
          
      /retry
          
      retry:3
          ! unexpected-token 1:8-9 expected \`→\` and a command, found the end of the chain
            = write \`retry:3 → /command\`
      retry:3 /a
          ! unexpected-token 1:9-11 expected \`→\`, found \`/a\`
            = options of \`retry\` are \`delay:60\` and \`backoff:300\`
      retry:3 → 
          ! unexpected-token 1:11-12 expected a command behind \`→\`, found the end of the chain
            = write \`retry:3 → /command\`
      retry:3 dealy:60 → /a
          ! unexpected-token 1:9-17 expected \`→\`, found \`dealy:60\`
            = did you mean \`delay:60\`?
      retry:3 delay:x → /a
          ! invalid-value 1:15-16 \`x\` is not a duration
            = write \`delay:60\`
      retry:3 delay:6 backoff:9 → /a
          ! invalid-value 1:17-26 \`backoff:9\` behind another delay
            = write one of the two: \`delay:60\` is constant, \`backoff:300\` doubles
      timeout: → /a
          ! invalid-value 1:1-9 \`timeout:\` needs a duration above 0
            = write \`timeout:5m\`
      timeout:5x → /a
          ! invalid-value 1:9-11 \`5x\` is not a duration above 0
            = write \`timeout:5m\`
      timeout:0 → /a
          ! invalid-value 1:9-10 \`0\` is not a duration above 0
            = write \`timeout:5m\`
      /train timeout:300 → /b
          ! unexpected-token 1:8-19 expected \`→\`, found \`timeout:300\`
            = it stands in front of what it is for: \`timeout:300 → /command\`; an argument is quoted: \`'timeout:300'\`
      budget:abc → /a
          ! invalid-value 1:8-11 \`abc\` is not an amount of dollars above 0
            = write \`budget:12usd\`
      budget:$12 → /a
          
      budget:0.5usd → /a
          
      droid: → /a
          ! invalid-value 1:1-7 \`droid:\` needs the name of an agent
            = write \`droid:ml-engineer\`
      droid:x
          ! unexpected-token 1:8-9 expected \`→\` and a command, found the end of the chain
            = write \`droid:x → /command\`
      droid:a:b → /c
          ! invalid-value 1:7-10 \`a:b\` is not the name of an agent
            = write \`droid:ml-engineer\`
      /x-with-retry
          ! invalid-value 1:3-14 \`-with-retry\` needs a number
            = write \`/x-with-retry:3\`, or \`/x-with-retry:3:backoff=300\`
      /x-with-retry:a
          ! invalid-value 1:3-16 \`a\` is no number of retries
            = write \`/x-with-retry:3\`, or \`/x-with-retry:3:backoff=300\`
      /x-with-retry:3:foo=1
          ! invalid-value 1:3-22 \`foo=1\` is no option of \`-with-retry\`
            = write \`/x-with-retry:3\`, or \`/x-with-retry:3:backoff=300\`
      droid → /a
          ! unexpected-token 1:1-6 \`droid\` needs the name of an agent
            = write \`droid:ml-engineer\`
      "
    `);
  });

  it('of loops', () => {
    expect(
      table(
        [
          'repeat:5 → /a',
          'repeat until:a>1 → /b',
          'repeat: until:a>1 → /b',
          'repeat:x until:a>1 → /b',
          'repeat → /b',
          'until:a>1 → /b',
          'repeat:0 until:a>1 → /b',
          'repeat:5 until: → /b',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      repeat:5 → /a
          ! unbounded-loop 1:1-9 \`repeat:5\` without \`until:\`
            = write \`repeat:5 until:accuracy>0.9 → …\`
      repeat until:a>1 → /b
          ! unbounded-loop 1:1-7 \`repeat\` needs a number of times
            = write \`repeat:5 until:accuracy>0.9 → …\`
      repeat: until:a>1 → /b
          ! unbounded-loop 1:1-8 \`repeat:\` needs a number of times
            = write \`repeat:5 until:accuracy>0.9 → …\`
      repeat:x until:a>1 → /b
          ! invalid-value 1:8-9 \`x\` is not a number of times
            = write \`repeat:5\`
      repeat → /b
          ! unbounded-loop 1:1-7 \`repeat\` needs a number of times
            = write \`repeat:5 until:accuracy>0.9 → …\`
      until:a>1 → /b
          ! unbounded-loop 1:1-7 \`until:\` without \`repeat:\` and a number of times in front of it
            = write \`repeat:5 until:a>1 → …\`
      repeat:0 until:a>1 → /b
          ! invalid-value 1:8-9 \`0\` is not a number of times
            = write \`repeat:5\`
      repeat:5 until: → /b
          ! invalid-condition 1:17-18 expected a metric, a variable or a number, found \`→\`
      "
    `);
  });

  it('of handlers', () => {
    expect(
      table(
        [
          '/finally → /a',
          '/a → /finally → /b',
          '/a → on_failure → /b',
          '(on_failure → /b)',
          'on_failure /b',
          'on_failure',
          'on_failure → /a → /b',
          'on_failure →',
          'parallel[finally → /a | /b]',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /finally → /a
          
      /a → /finally → /b
          ! unexpected-token 1:6-14 \`/finally\` is for the whole chain and cannot stand in the middle of a statement
            = write it on a line of its own: \`finally → /command\`; that of a \`/try:\` is written \`/finally\`
      /a → on_failure → /b
          ! unexpected-token 1:6-16 \`on_failure\` is for the whole chain and cannot stand in the middle of a statement
            = write it on a line of its own: \`on_failure → /command\`
      (on_failure → /b)
          ! unexpected-token 1:2-12 \`on_failure\` is for the whole chain and cannot stand in brackets
            = write it on a line of its own: \`on_failure → /command\`
      on_failure /b
          ! unexpected-token 1:12-14 expected \`→\` behind \`on_failure\`, found \`/b\`
            = write \`on_failure → /command\`
      on_failure
          ! unexpected-token 1:11-12 expected \`→\` behind \`on_failure\`, found the end of the chain
            = write \`on_failure → /command\`
      on_failure → /a → /b
          ! unexpected-token 1:17-18 \`on_failure\` takes one element
            = write \`on_failure → (/a → /b)\` if all of it belongs to the handler; what runs after it in any case stands on a line before
      on_failure →
          ! unexpected-token 1:13-14 expected a command behind \`→\`, found the end of the chain
            = write \`on_failure → /command\`
      parallel[finally → /a | /b]
          ! unexpected-token 1:10-17 \`finally\` is for the whole chain and cannot stand in brackets
            = write it on a line of its own: \`finally → /command\`; that of a \`/try:\` is written \`/finally\`
      "
    `);
  });

  it('of try and catch', () => {
    expect(
      table(
        [
          '/try:/a → /catch → /b',
          '/try:/a → /catch: → /b',
          '/try:/a → /catch:/b',
          '/try:/a → /catch:a.b → /b',
          '/catch:any → /b',
          '/a → /catch:any → /b',
          'catch:/b',
          '/try:/a → /b',
          '/try: → /catch:x → /b',
          '/try → /a → /catch:x → /b',
          'try: /a → /b → catch:/c',
          'try: /a → catch:/b → /c',
          'try: /a → /b',
          'try: /a',
          'try: /a → catch:',
          'try:',
          '/try:/a → /else → /b → /catch:x → /c',
          '/try:/a → /finally → /b → /else → /c',
          '/try:/a → /finally → /b → /finally → /c',
          '/try:/a → /catch:x → /b → finally → /c',
          '$x = retry:3 → /a',
          '$x = /a-with-retry:3',
          'try: /a →',
          '/try:/a → /finally → /b → /finally → /c',
          '/if a>1 → /b → /else → /c → /end',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /try:/a → /catch → /b
          ! unexpected-token 1:11-17 \`/catch\` needs a label
            = write \`/catch:any\`, or what to catch: \`/catch:timeout\`, \`/catch:training-failed\`
      /try:/a → /catch: → /b
          ! unexpected-token 1:11-18 \`/catch:\` needs a label
            = write \`/catch:any\`, or what to catch: \`/catch:timeout\`, \`/catch:training-failed\`
      /try:/a → /catch:/b
          ! unexpected-token 1:11-18 \`/catch:\` needs a label
            = write \`/catch:any → /b\`
      /try:/a → /catch:a.b → /b
          ! unexpected-token 1:18-21 \`a.b\` is no label
            = write \`/catch:any\`, or what to catch: \`/catch:timeout\`, \`/catch:training-failed\`
      /catch:any → /b
          ! catch-without-try 1:1-11 \`/catch:any\` without an open \`/try:\`
            = write \`/try:/command → …\` before it
      /a → /catch:any → /b
          ! catch-without-try 1:6-16 \`/catch:any\` without an open \`/try:\`
            = write \`/try:/command → …\` before it
      catch:/b
          ! catch-without-try 1:1-7 \`catch:\` without \`try:\` in front of it
            = write \`try: /command → catch:/handler\`, or \`/catch:label\` behind \`/try:\`
      /try:/a → /b
          ! unexpected-token 1:1-6 \`/try:\` without a \`/catch:\` or \`/finally\`
            = write \`→ /catch:any → …\` for what is to be done when it fails
      /try: → /catch:x → /b
          ! unexpected-token 1:1-6 the branch behind this is empty
            = write \`/continue\` for a branch that does nothing
      /try → /a → /catch:x → /b
          ! unexpected-token 1:1-5 \`/try\` needs a command
            = write \`/try:/train\`
      try: /a → /b → catch:/c
          ! unexpected-token 1:11-13 \`try:\` takes one element in front of \`catch:\`
            = write \`/try:/a → /b → /catch:any → /c\`
      try: /a → catch:/b → /c
          ! unexpected-token 1:22-24 \`try:\` takes one element, and one for each \`catch:\`
            = write \`/try:/a → /catch:any → /b → /c\` if the rest belongs to the handler; on a line of its own it runs behind both
      try: /a → /b
          ! unexpected-token 1:11-13 \`try:\` takes one element in front of \`catch:\`
            = write \`/try:/a → /b → /catch:any → …\`
      try: /a
          ! unexpected-token 1:1-5 \`try:\` without a \`catch:\`
            = write \`→ catch:/command\` behind it
      try: /a → catch:
          ! unexpected-token 1:17-18 expected a command behind \`catch:\`, found the end of the chain
      try:
          ! unexpected-token 1:5-6 expected a command behind \`try:\`, found the end of the chain
      /try:/a → /else → /b → /catch:x → /c
          ! catch-without-try 1:24-32 \`/catch:x\` behind \`/else\`
            = put it before \`/else\`
      /try:/a → /finally → /b → /else → /c
          ! else-without-if 1:27-32 \`/else\` behind \`/finally\`
            = put it before \`/finally\`
      /try:/a → /finally → /b → /finally → /c
          ! catch-without-try 1:27-35 a second \`/finally\` of \`/try:/a\`
            = remove one of them
      /try:/a → /catch:x → /b → finally → /c
          ! unexpected-token 1:27-34 \`finally\` is for the whole chain and cannot stand in the middle of a statement
            = write it on a line of its own: \`finally → /command\`; that of a \`/try:\` is written \`/finally\`
      $x = retry:3 → /a
          ! unexpected-token 1:6-13 \`retry:3\` is no value
            = write it in front: \`… → $x=<result>\`
      $x = /a-with-retry:3
          ! unexpected-token 1:6-21 only a command can stand to the right of \`=\`
            = write \`retry:3 → …\` in front of it all
      try: /a →
          ! unexpected-token 1:10-11 \`try:\` takes one element in front of \`catch:\`
            = write \`/try:/a → /catch:any → …\`
      /try:/a → /finally → /b → /finally → /c
          ! catch-without-try 1:27-35 a second \`/finally\` of \`/try:/a\`
            = remove one of them
      /if a>1 → /b → /else → /c → /end
          ! unexpected-token 1:1-4 \`/if\` needs a condition
            = write \`/if:accuracy>0.9\`
      "
    `);
  });

  it('of case', () => {
    expect(
      table(
        [
          'case:$x',
          'case: → /a',
          'case:$x → gpu → /a',
          'case:$x ↳ gpu /a',
          'case:$x ↳ → /a',
          'case:$x ↳ gpu →',
          'case:$x ↳ * → /a ↳ b → /c',
          'case:$x > 1 ↳ a → /b',
          'case:$x ↳ a → case:$y ↳ b → /c',
          'case:$x ↳ $y → /c ↳ [ab] → /d',
          'case:$x ↳ "a*" → /c',
          '↳ a → /b',
          '/a\n↳ b → /c',
          'case → /a',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      case:$x
          ! unexpected-token 1:1-8 \`case:\` without arms
            = write each on a line of its own: \`↳ gpu → /train_gpu\`
      case: → /a
          ! invalid-condition 1:7-8 expected a metric, a variable or a number, found \`→\`
      case:$x → gpu → /a
          ! unexpected-token 1:1-8 \`case:\` without arms
            = write each on a line of its own: \`↳ gpu → /train_gpu\`
      case:$x ↳ gpu /a
          ! unexpected-token 1:15-17 expected \`→\`, found \`/a\`
            = a branch begins behind \`→\`
      case:$x ↳ → /a
          ! unexpected-token 1:11-12 expected a pattern, found \`→\`
            = a pattern is a literal or a glob: \`↳ gpu|tpu → …\`, \`↳ a* → …\`, \`↳ * → …\`
      case:$x ↳ gpu →
          ! unexpected-token 1:11-14 the branch behind this is empty
            = write \`/continue\` for a branch that does nothing
      case:$x ↳ * → /a ↳ b → /c
          ! unreachable-pattern 1:11-12 \`*\` takes everything, so that the arms behind it never run
            = put \`↳ * → …\` last
      case:$x > 1 ↳ a → /b
          ! invalid-condition 1:6-12 \`case:\` looks at one variable or one field
            = write \`case:$x\`, or \`/if:\` for a condition
      case:$x ↳ a → case:$y ↳ b → /c
          ! unexpected-token 1:15-20 two open \`case:\`: which one an arm belongs to cannot be seen
            = put the inner one in \`( )\`, with its arms
      case:$x ↳ $y → /c ↳ [ab] → /d
          ! unexpected-token 1:11-13 \`$y\` is no pattern
            = a pattern is a literal or a glob: \`↳ gpu|tpu → …\`, \`↳ a* → …\`, \`↳ * → …\`
          ! unexpected-token 1:21-22 expected a pattern, found \`[\`
            = a pattern is a literal or a glob: \`↳ gpu|tpu → …\`, \`↳ a* → …\`, \`↳ * → …\`
      case:$x ↳ \\"a*\\" → /c
          ! unexpected-token 1:11-15 a quoted pattern holds no \`*\` or \`?\`
            = a pattern is a literal or a glob: \`↳ gpu|tpu → …\`, \`↳ a* → …\`, \`↳ * → …\`
      ↳ a → /b
          ! unexpected-token 1:1-2 expected a command, found \`↳\`
      /a\\n↳ b → /c
          ! unexpected-token 2:1-2 expected \`→\` or the end of the statement, found \`↳\`
            = an arm belongs to \`case:$x\`, which stands before it
      case → /a
          ! unexpected-token 1:1-5 \`case\` needs a variable
            = write \`case:$x\`
      "
    `);
  });

  it('of branches, pipes and barriers', () => {
    expect(
      table(
        [
          'fork:0 → /a & /b',
          'fork:4 → /a',
          'fork → /a & /b',
          'fork:2 → (/a & /b)',
          'fork:x → /a & /b',
          '/a &',
          '/a & → /b',
          '/a |',
          '/a | → /b',
          '/a\n| /b',
          '/a\n&& /b',
          '/a &&',
          'barrier x',
          'barrier → $a && /b',
          'barrier → $a=1',
          'barrier && /b',
          'fork:2 → retry:2 → /a & /b',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      fork:0 → /a & /b
          ! invalid-value 1:6-7 \`0\` is not a number of branches at once
            = write \`fork:4\`
      fork:4 → /a
          ! unexpected-token 1:1-7 \`fork:4\` without branches joined by \`&\`
            = write \`fork:4 → /a & /b\`
      fork → /a & /b
          ! unexpected-token 1:1-5 \`fork\` needs a number
            = write \`fork:4\`
      fork:2 → (/a & /b)
          ! unexpected-token 1:1-7 \`fork:2\` without branches joined by \`&\`
            = write \`fork:2 → /a & /b\`
      fork:x → /a & /b
          ! invalid-value 1:6-7 \`x\` is not a number of branches at once
            = write \`fork:4\`
      /a &
          ! unexpected-token 1:5-6 expected a command behind \`&\`, found the end of the chain
      /a & → /b
          ! unexpected-token 1:6-7 expected a command behind \`&\`, found \`→\`
      /a |
          ! unexpected-token 1:5-6 expected a command behind \`|\`, found the end of the chain
      /a | → /b
          ! unexpected-token 1:6-7 expected a command behind \`|\`, found \`→\`
      /a\\n| /b
          ! unexpected-token 2:1-2 expected a command, found \`|\`
            = put \`|\` at the end of the line before
      /a\\n&& /b
          ! unexpected-token 2:1-3 expected a command, found \`&&\`
            = put \`&&\` at the end of the line before
      /a &&
          ! unexpected-token 1:6-7 expected a command behind \`&&\`, found the end of the chain
      barrier x
          ! unexpected-token 1:9-10 expected \`→\`, found \`x\`
            = \`barrier\` takes no arguments
      barrier → $a && /b
          ! unexpected-token 1:11-13 \`$a\` is no element of a chain
            = \`$a=<result>\` stores a result; a condition reads \`/if:$a>0.8\`
      barrier → $a=1
          
      barrier && /b
          
      fork:2 → retry:2 → /a & /b
          ! unexpected-token 1:1-7 \`fork:2\` without branches joined by \`&\`
            = write each branch in \`( )\`: \`fork:2 → (retry:3 → /a) & /b\`
      "
    `);
  });

  it('of checkpoints and contexts', () => {
    expect(
      table(
        [
          'state:load',
          'state:load → /a',
          'state:load → checkpoint → /a',
          'state:foo → x.json',
          'state: → x.json',
          'context:',
          'context: → $x',
          'context:w',
          'context:w → /a',
          'context:w → $x.y',
          'context:w → $x=1',
          'context:w.a.b → $x',
          'context:w.json → $x',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      state:load
          ! unexpected-token 1:11-12 expected \`→\` and a file behind \`state:load\`, found the end of the chain
            = write \`state:load → checkpoint.json\`
      state:load → /a
          ! unexpected-token 1:14-16 expected a file behind \`state:load\`, found \`/a\`
            = write \`state:load → checkpoint.json\`
      state:load → checkpoint → /a
          ! unexpected-token 1:14-24 expected a file behind \`state:load\`, found \`checkpoint\`
            = write \`state:load → checkpoint.json\`
      state:foo → x.json
          ! invalid-value 1:7-10 \`foo\` is neither \`save\` nor \`load\`
            = write \`state:save → checkpoint.json\`
      state: → x.json
          ! invalid-value 1:1-7 \`state:\` needs \`save\` or \`load\`
            = write \`state:save → checkpoint.json\`
      context:
          ! invalid-value 1:1-9 \`context:\` needs the name of a result
            = write \`context:winner → $accuracy\`, or \`context:winner.accuracy → $x\`
      context: → $x
          ! invalid-value 1:1-9 \`context:\` needs the name of a result
            = write \`context:winner → $accuracy\`, or \`context:winner.accuracy → $x\`
      context:w
          ! unexpected-token 1:10-11 expected \`→\` and a variable behind \`context:w\`, found the end of the chain
            = write \`context:w → $accuracy\`
      context:w → /a
          ! unexpected-token 1:13-15 expected \`→\` and a variable behind \`context:w\`, found \`/a\`
            = write \`context:w → $accuracy\`
      context:w → $x.y
          ! unexpected-token 1:13-17 expected \`→\` and a variable behind \`context:w\`, found \`$x.y\`
            = the name of a variable has no dots
      context:w → $x=1
          ! unexpected-token 1:13-15 expected \`→\` and a variable behind \`context:w\`, found \`$x\`
            = write \`context:w → $accuracy\`
      context:w.a.b → $x
          
      context:w.json → $x
          
      "
    `);
  });

  it('of redirects', () => {
    expect(
      table(
        [
          '/a >',
          '/a > → /b',
          '/a > /b',
          '/a > /tmp/x.json',
          '/a > ../x.json',
          '/a > 0.9',
          '/a >= 0.9',
          '/a > b > c',
          '/a > b > c.json',
          '/a > b.json >> c.jsonl',
          '/a >> notes.txt',
          '/a >> x',
          '(/a) > x',
          '/a → parallel[/b | /c] > x',
          '$x=1 > y',
          '/a 2>&1',
          '/a > 5',
          '/a >> x.jsonl > $y.z',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a >
          ! unexpected-token 1:5-6 expected a variable or a file behind \`>\`, found the end of the chain
            = write \`> name\` for a variable, \`> name.json\` for a file; a comparison stands behind \`/if:\`
      /a > → /b
          ! unexpected-token 1:6-7 expected a variable or a file behind \`>\`, found \`→\`
            = write \`> name\` for a variable, \`> name.json\` for a file; a comparison stands behind \`/if:\`
      /a > /b
          ! unexpected-token 1:6-8 \`/b\` is no file inside the workspace
            = write \`→ /b\` to go on with a command
      /a > /tmp/x.json
          ! unexpected-token 1:6-17 \`/tmp/x.json\` is no file inside the workspace
            = write a path relative to the workspace
      /a > ../x.json
          ! unexpected-token 1:6-15 \`../x.json\` is no file inside the workspace
            = write a path relative to the workspace
      /a > 0.9
          ! unexpected-token 1:6-9 \`> 0.9\` compares nothing here
            = write \`/if:accuracy>0.9\`
      /a >= 0.9
          ! unexpected-token 1:5-6 \`> =\` compares nothing here
            = write \`/if:accuracy>=\`
      /a > b > c
          ! redirect-ambiguous 1:8-11 a second variable for one result
            = a result goes to one variable and one file at most
      /a > b > c.json
          
      /a > b.json >> c.jsonl
          ! redirect-ambiguous 1:13-23 a second file for one result
            = a result goes to one variable and one file at most
      /a >> notes.txt
          ! redirect-ambiguous 1:4-16 \`>>\` appends only to a \`.jsonl\` file
            = write \`>> log.jsonl\`, or \`>\` to store the result
      /a >> x
          ! redirect-ambiguous 1:4-8 \`>>\` appends only to a \`.jsonl\` file
            = write \`>> log.jsonl\`, or \`>\` to store the result
      (/a) > x
          ! unexpected-token 1:6-7 a redirect belongs to a command
            = put it directly behind the command whose result it stores
      /a → parallel[/b | /c] > x
          ! unexpected-token 1:24-25 a redirect belongs to a command
            = make one result of them first: \`… → /results:aggregate > $all\`
      $x=1 > y
          ! unexpected-token 1:6-7 a redirect belongs to a command
            = put it directly behind the command whose result it stores
      /a 2>&1
          ! unexpected-token 1:6-7 expected a variable or a file behind \`>\`, found \`&\`
            = a chain is no shell: what a command prints is kept, errors too
      /a > 5
          ! unexpected-token 1:6-7 \`> 5\` compares nothing here
            = write \`/if:accuracy>5\`
      /a >> x.jsonl > $y.z
          ! unexpected-token 1:17-21 \`$y.z\` is neither a variable nor a file
            = a file has a \`.\` or \`/\` in its name: \`> winner.json\`
      "
    `);
  });

  it('of lists', () => {
    expect(
      table(
        [
          '/x parallel[/a | /b]',
          '/x parallel[]',
          '/x parallel[a | ]',
          '/x parallel[a → b]',
          '/x parallel[a',
          '/x[]',
          '/x[a | b]',
          '/x[a',
          '/x --y [a]',
          '/x[a] --y > z',
          '/x > $y parallel[a | b]',
          '/x parallel[a | b] > $y',
          '/x[$y] --z',
          '/x parallel:min=3[a | b]',
          '/x [a] b',
          '/x parallel[if:a | b]',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /x parallel[/a | /b]
          ! unexpected-token 1:4-12 \`/x parallel[…]\` takes arguments, not commands
            = write \`/x → parallel[/a | …]\` if the commands are branches, and quote a path
      /x parallel[]
          ! unexpected-token 1:13-14 expected an argument, \`|\` or \`]\`, found \`]\`
            = items are arguments, such as \`sigma-0.10\`; with \`→\` in front of it \`parallel[…]\` has branches
      /x parallel[a | ]
          ! unexpected-token 1:17-18 expected an argument, \`|\` or \`]\`, found \`]\`
            = items are arguments, such as \`sigma-0.10\`; with \`→\` in front of it \`parallel[…]\` has branches
      /x parallel[a → b]
          ! unexpected-token 1:15-16 expected an argument, \`|\` or \`]\`, found \`→\`
            = items are arguments, such as \`sigma-0.10\`; with \`→\` in front of it \`parallel[…]\` has branches
      /x parallel[a
          ! unclosed-bracket 1:12-13 \`[\` is never closed
            = add the closing \`]\`
      /x[]
          ! unexpected-token 1:4-5 expected the name of one list and \`]\`, found \`]\`
            = declare it under \`lists:\`, or write \`/x parallel[a | b]\`
      /x[a | b]
          ! unexpected-token 1:4-5 expected the name of one list and \`]\`, found \`a\`
            = declare it under \`lists:\`, or write \`/x parallel[a | b]\`
      /x[a
          ! unclosed-bracket 1:3-4 \`[\` is never closed
            = add the closing \`]\`
      /x --y [a]
          ! unexpected-token 1:8-9 expected \`→\`, found \`[\`
            = a list stands directly behind the name: \`/x[list]\`
      /x[a] --y > z
          ! unexpected-token 1:11-12 a redirect belongs to one command
            = make one result of them first: \`… → /results:aggregate > $all\`
      /x > $y parallel[a | b]
          ! unexpected-token 1:4-8 a redirect belongs to one command
            = make one result of them first: \`… → /results:aggregate > $all\`
      /x parallel[a | b] > $y
          ! unexpected-token 1:20-21 a redirect belongs to one command
            = make one result of them first: \`… → /results:aggregate > $all\`
      /x[$y] --z
          
      /x parallel:min=3[a | b]
          ! invalid-value 1:4-18 \`min=3\` is more than the 2 items
      /x [a] b
          
      /x parallel[if:a | b]
          ! unexpected-token 1:13-16 expected an argument, \`|\` or \`]\`, found \`if:\`
            = items are arguments, such as \`sigma-0.10\`; with \`→\` in front of it \`parallel[…]\` has branches
      "
    `);
  });

  it('of assignments and fallbacks', () => {
    expect(
      table(
        [
          '$x → /a',
          '$x = parallel[/a | /b]',
          '$x = train --x',
          '$x = /a[b]',
          '$x = "a $b"',
          '$x = /a | /b',
          '/b | $x = /a | /c',
          '/b | $x = /a',
          '/fallback:',
          '/fallback: → /a',
          '/fallback:/x y > z → /b',
          '/fallback:x[y]',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      $x → /a
          ! unexpected-token 1:1-3 \`$x\` is no element of a chain
            = \`$x=<result>\` stores a result; a condition reads \`/if:$x>0.8\`
      $x = parallel[/a | /b]
          ! unexpected-token 1:6-14 \`parallel\` is no value
            = write it in front: \`… → $x=<result>\`
      $x = train --x
          ! unexpected-token 1:12-15 expected one value, found \`--x\` behind it
            = a command needs its slash: \`$x = /train …\`; a text of several words is quoted
      $x = /a[b]
          ! unexpected-token 1:6-11 only a command can stand to the right of \`=\`
            = write it as an element of its own, and \`$name=<result>\` behind it
      $x = \\"a $b\\"
          ! unexpected-token 1:6-12 expected \`<result>\`, one literal value or \`\${…}\`
      $x = /a | /b
          ! unexpected-token 1:9-10 whether \`$x\` is what stands in front of \`|\` or what the whole pipe gives cannot be seen
            = write \`/a > $x | /b\` for the first, \`/a | /b > $x\` for the last
      /b | $x = /a | /c
          ! unexpected-token 1:14-15 whether \`$x\` is what stands in front of \`|\` or what the whole pipe gives cannot be seen
            = write \`/a > $x | /b\` for the first, \`/a | /b > $x\` for the last
      /b | $x = /a
          
      /fallback:
          ! unexpected-token 1:11-12 expected a command behind \`/fallback:\`, found the end of the chain
            = write \`/fallback:use-backup\`
      /fallback: → /a
          ! unexpected-token 1:12-13 expected a command behind \`/fallback:\`, found \`→\`
            = write \`/fallback:use-backup\`
      /fallback:/x y > z → /b
          
      /fallback:x[y]
          ! unexpected-token 1:11-15 only a command can stand behind \`/fallback:\`
            = write it as an element of its own, and \`$name=<result>\` behind it
      "
    `);
  });

  it('of expressions and functions', () => {
    expect(
      table(
        [
          '/a ${x',
          '/a "${x" y',
          '/a ${x → /b',
          '/a ${}',
          '/a ${x + } b',
          '/a ${x ? 1}',
          '$x = ${$y',
          '/if:a>b confidence → /c',
          '/if:a>b confidence 95 → /c',
          '/if:a>b confidence 0 → /c',
          '/if:a confidence 95% → /c',
          '/if:min(a) > 1 → /c',
          '/if:status() → /c',
          '/if:status(a, b) → /c',
          '/if:delta($a) → /c',
          '/if:mean(a) > 1 → /c',
          '/if:mox(a,b) > 1 → /c',
          '/if:abs(a → /c',
          '/if:abs(a b) → /c',
          '/if:round(a,2,3) → /c',
          '/if:a → /b → /if',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /a \${x
          ! unclosed-bracket 1:4-6 \`\${\` is never closed
            = add the closing \`}\`
      /a \\"\${x\\" y
          ! unclosed-bracket 1:5-7 \`\${\` is never closed
            = add the closing \`}\`
      /a \${x → /b
          ! unclosed-bracket 1:4-6 \`\${\` is never closed
            = add the closing \`}\`
      /a \${}
          ! invalid-condition 1:6-7 expected a metric, a variable or a number, found \`}\`
      /a \${x + } b
          ! invalid-condition 1:10-11 expected a metric, a variable or a number, found \`}\`
      /a \${x ? 1}
          ! invalid-condition 1:8-9 \`?\` has no meaning in a condition
      $x = \${$y
          ! unclosed-bracket 1:6-8 \`\${\` is never closed
            = add the closing \`}\`
      /if:a>b confidence → /c
          ! invalid-condition 1:9-19 \`confidence\` needs a level
            = write \`confidence 95%\`
      /if:a>b confidence 95 → /c
          ! invalid-condition 1:20-22 a confidence lies between 0 and 1, or 0% and 100%
            = write \`95%\`
      /if:a>b confidence 0 → /c
          ! invalid-condition 1:20-21 a confidence lies between 0 and 1, or 0% and 100%
            = write \`confidence 95%\`
      /if:a confidence 95% → /c
          ! invalid-condition 1:7-17 \`confidence\` stands behind a comparison
            = write \`accuracy > 0.9 confidence 95%\`
      /if:min(a) > 1 → /c
          ! invalid-condition 1:5-11 \`min\` takes at least 2 values, found 1
            = write \`min(accuracy, f1)\`
      /if:status() → /c
          ! invalid-condition 1:5-13 \`status\` takes 1 value, found 0
            = write \`status(train)\`
      /if:status(a, b) → /c
          ! invalid-condition 1:5-17 \`status\` takes 1 value, found 2
            = write \`status(train)\`
      /if:delta($a) → /c
          ! invalid-condition 1:11-13 \`delta\` takes the name of a metric
            = write \`delta(accuracy)\`
      /if:mean(a) > 1 → /c
          ! invalid-condition 1:5-9 \`mean\` is no function
            = there are \`status\`, \`delta\`, \`min\`, \`max\`, \`abs\` and \`round\`
      /if:mox(a,b) > 1 → /c
          ! invalid-condition 1:5-8 \`mox\` is no function
            = did you mean \`max\`?
      /if:abs(a → /c
          ! invalid-condition 1:8-9 \`(\` is never closed
            = add the closing \`)\`
      /if:abs(a b) → /c
          ! invalid-condition 1:11-12 expected \`,\` or \`)\`, found \`b\`
      /if:round(a,2,3) → /c
          ! invalid-condition 1:5-17 \`round\` takes 1 or 2 values, found 3
            = write \`round(accuracy, 2)\`
      /if:a → /b → /if
          ! unexpected-token 1:14-17 \`/if\` needs a condition
            = write \`/if:accuracy>0.9\`
      "
    `);
  });

  it('of words that are incomplete', () => {
    expect(table(['if → /a', 'elif:x → /a'], mistakesOf)).toMatchInlineSnapshot(`
      "
      if → /a
          ! unexpected-token 1:1-3 \`if\` needs a condition
            = write \`if:accuracy>0.9\`
      elif:x → /a
          ! unexpected-token 1:1-6 \`elif:\` is no command
            = write \`/elif:\`
      "
    `);
  });
});
