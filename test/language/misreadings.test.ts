/** What people type, paste and bring along from elsewhere: nothing of it is read as something else without a word. */
import { describe, expect, it } from 'vitest';
import { mistakesOf, table, treeOf } from './rig.ts';

describe('text from an editor, a chat or a web page', () => {
  it('has signs that look like those of the language', () => {
    expect(
      table(
        [
          '/train “my data” → /deploy',
          "/train --name=“it's” --x",
          '/train ‘x’',
          '/train “open',
          '/if:s == “x” → /b',
          '／train → /deploy',
          '/if：acc＞0.9 → /deploy',
          '/if:acc>0.9 → /deploy',
          '/if:acc＞0.9 → /deploy',
          '/train（x）',
          '/a ｜ /b',
          '/a ＆＆ /b',
          '/a； /b',
          '$x＝1',
          '/a ＃ note',
          '/a – /b',
          '/a — > /b',
          '/a ← /b',
          '/train –epochs 60',
          '/train --delta –0.5',
          '/a\u200b → /b',
          '/tr\u00adain',
          "/a '–' \"｜\" '“x”' # – ｜ “",
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /train “my data” → /deploy
          ! unexpected-token 1:8-17 \`“\` is a typographic quote, which quotes nothing
            = write \`"my data"\`
      /train --name=“it's” --x
          ! unexpected-token 1:15-21 \`“\` is a typographic quote, which quotes nothing
            = write \`"it's"\`
      /train ‘x’
          ! unexpected-token 1:8-11 \`‘\` is a typographic quote, which quotes nothing
            = write \`"x"\`
      /train “open
          ! unexpected-token 1:8-9 \`“\` is a typographic quote, which quotes nothing
            = write \`"\` or \`'\`
      /if:s == “x” → /b
          ! invalid-condition 1:10-13 \`“\` is a typographic quote, which quotes nothing
            = write \`'x'\`
      ／train → /deploy
          ! unexpected-token 1:1-2 \`／\` is not the slash of a command
            = write \`/\`
      /if：acc＞0.9 → /deploy
          ! unexpected-token 1:1-5 \`/if：\` has a sign of full width
            = write \`/if:\`
          ! invalid-condition 1:8-9 \`＞\` has no meaning in a condition
            = write \`>\`
      /if:acc>0.9 → /deploy
          
      /if:acc＞0.9 → /deploy
          ! invalid-condition 1:8-9 \`＞\` has no meaning in a condition
            = write \`>\`
      /train（x）
          ! unexpected-token 1:7-8 \`（\` is no sign of this language
            = write \`(\`, or quote it as text
      /a ｜ /b
          ! unexpected-token 1:4-5 \`｜\` is no sign of this language
            = write \`|\`, or quote it as text
      /a ＆＆ /b
          ! unexpected-token 1:4-6 \`＆＆\` is no sign of this language
            = write \`&&\`, or quote it as text
      /a； /b
          ! unexpected-token 1:3-4 \`；\` is no sign of this language
            = write \`;\`, or quote it as text
      $x＝1
          ! unexpected-token 1:3-4 \`＝\` is no sign of this language
            = write \`=\`, or quote it as text
      /a ＃ note
          ! unexpected-token 1:4-5 \`＃\` is no sign of this language
            = write \`#\`, or quote it as text
      /a – /b
          ! unexpected-token 1:4-5 \`–\` is a dash of printed text
            = write \`→\` to go on with the next element; as text it is quoted
      /a — > /b
          ! wrong-arrow 1:4-7 \`— >\` is not an arrow of this language
            = write \`→\` or \`->\`
      /a ← /b
          ! unexpected-token 1:4-5 \`←\` is no sign of this language
            = write \`→\`, or quote it as text
      /train –epochs 60
          ! unexpected-token 1:8-9 \`–\` is a dash of printed text
            = write \`--epochs\`, or quote it as text
      /train --delta –0.5
          ! unexpected-token 1:16-17 \`–\` is a dash of printed text
            = write \`-0.5\`, or quote it as text
      /a\\u200b → /b
          ! unexpected-token 1:3-4 a character that cannot be seen, U+200B
            = delete it
      /tr\\u00adain
          ! unexpected-token 1:4-5 a character that cannot be seen, U+00AD
            = delete it
      /a '–' \\"｜\\" '“x”' # – ｜ “
          
      "
    `);
  });

  it('has blanks and line ends of any kind', () => {
    expect(
      table(
        [
          '/train\u00a0--epochs\u202f60\u3000→\u00a0/deploy',
          '/if:acc\u00a0>\u00a00.9 → /deploy',
          '\ufeff/a → /b',
          '/a →\r\n\t/b\r\n/c\r\n',
          '/a\t# note\r\n/b',
          '/训练 💥 → /überprüfe',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /train\\u00a0--epochs\\u202f60\\u3000→\\u00a0/deploy
          /train '--epochs' '60' → /deploy
      /if:acc\\u00a0>\\u00a00.9 → /deploy
          if{(acc > 0.9) ? /deploy}
      \\ufeff/a → /b
          /a → /b
      /a →\\r\\n\\t/b\\r\\n/c\\r\\n
          /a → /b ⏎ /c
      /a\\t# note\\r\\n/b
          /a «# note» ⏎ /b
      /训练 💥 → /überprüfe
          /训练 '💥' → /überprüfe
      "
    `);
  });

  it('has marks around it', () => {
    expect(
      table(
        [
          '`/a` → /b',
          '**/a** → /b',
          '1. /a',
          '- /a',
          '// note\n/a',
          '-- note\n/a',
          '/a → … → /b',
          '/a, /b',
          '"/a" → /b',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      \`/a\` → /b
          ! unexpected-token 1:1-5 \`\`/a\`\` is no command
            = write \`/a\`, without marks around it
      **/a** → /b
          ! unexpected-token 1:1-7 \`**/a**\` is no command
            = write \`/a\`, without marks around it
      1. /a
          ! unexpected-token 1:1-3 \`1.\` is no command
            = a statement begins with its command, without a number or a dash
      - /a
          ! unexpected-token 1:1-2 \`-\` is no command
            = a statement begins with its command, without a number or a dash
      // note\\n/a
          ! unexpected-token 1:1-3 \`//\` is no command
            = a comment begins with \`#\`
      -- note\\n/a
          ! unexpected-token 1:1-3 \`--\` is no command
            = a comment begins with \`#\`
      /a → … → /b
          ! unexpected-token 1:6-7 \`…\` is no command
            = write out what stands here
      /a, /b
          ! unexpected-token 1:1-4 \`/a,\` is no command
            = elements are joined by \`→\`, the branches of \`parallel[…]\` by \`|\`
      \\"/a\\" → /b
          ! unexpected-token 1:1-5 expected a command, found \`"/a"\`
            = a command is written without quotes
      "
    `);
  });
});

describe('an argument', () => {
  it('that would be cut or lose a part is refused', () => {
    expect(
      table(
        [
          '/get https://x.org/a?b=1&c=2',
          '/count a|b',
          '/train {"lr": 0.1} → /b',
          '/train --config={"lr": 0.1, "b": [1]}',
          '/train {"lr": 0.1',
          '/train C:\\data\\x.csv',
          '/train --data=C:\\x.csv --y',
          '/train --lr $(lr)',
          '/train --x (a)',
          '/train --range [0,1]',
          '/train < data.csv',
        ],
        mistakesOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /get https://x.org/a?b=1&c=2
          ! unexpected-token 1:25-26 \`&\` would end the command in the middle of its argument
            = quote the argument: \`'https://x.org/a?b=1&c=2'\`
      /count a|b
          ! unexpected-token 1:9-10 \`|\` would end the command in the middle of its argument
            = quote the argument: \`'a|b'\`
      /train {\\"lr\\": 0.1} → /b
          ! unexpected-token 1:8-9 the quotes of this text would be lost
            = quote it: \`'{"lr": 0.1}'\`
      /train --config={\\"lr\\": 0.1, \\"b\\": [1]}
          ! unexpected-token 1:8-18 the quotes of this text would be lost
            = quote it: \`--config='{"lr": 0.1, "b": [1]}'\`
      /train {\\"lr\\": 0.1
          ! unexpected-token 1:8-9 the quotes of this text would be lost
            = quote it: \`'{…}'\`
      /train C:\\\\data\\\\x.csv
          ! unexpected-token 1:10-11 a backslash only quotes the character behind it, and is lost
            = quote the path: \`'C:\\data\\x.csv'\`
      /train --data=C:\\\\x.csv --y
          ! unexpected-token 1:17-18 a backslash only quotes the character behind it, and is lost
            = quote the path: \`'C:\\x.csv'\`
      /train --lr $(lr)
          ! unexpected-token 1:14-15 expected \`→\` or the end of the statement, found \`(\`
            = a chain is no shell: \`\${…}\` computes, \`<result>\` is what the element before gave
      /train --x (a)
          ! unexpected-token 1:12-13 expected \`→\` or the end of the statement, found \`(\`
            = a group stands between arrows: \`→ (/a → /b)\`; in an argument brackets are quoted
      /train --range [0,1]
          ! unexpected-token 1:16-17 expected \`→\`, found \`[\`
            = a list stands directly behind the name: \`/train[list]\`
      /train < data.csv
          ! unexpected-token 1:8-9 \`<\` has no meaning here
            = as an argument it is quoted: \`'<'\`
      "
    `);
  });

  it('that is quoted, or holds such signs within a word, is one', () => {
    expect(
      table(
        [
          '/get \'https://x.org/a?b=1&c=2#top\' "a | b -> c"',
          '/get https://x.org/a?b=1#top s3://b/k',
          '/train \'{"lr": 0.1}\' C:/data/x.csv data/**/*.csv',
          '/a|/b',
          '/a&/b',
          "/a 'C:\\x' a\\ b",
          '$x=#a',
          '$x=#a → /b #c',
        ],
        treeOf,
      ),
    ).toMatchInlineSnapshot(`
      "
      /get 'https://x.org/a?b=1&c=2#top' \\"a | b -> c\\"
          /get 'https://x.org/a?b=1&c=2#top' 'a | b -> c'
      /get https://x.org/a?b=1#top s3://b/k
          /get 'https://x.org/a?b=1#top' 's3://b/k'
      /train '{\\"lr\\": 0.1}' C:/data/x.csv data/**/*.csv
          /train '{"lr": 0.1}' 'C:/data/x.csv' 'data/**/*.csv'
      /a|/b
          pipe{/a | /b}
      /a&/b
          fork{/a & /b}
      /a 'C:\\\\x' a\\\\ b
          /a 'C:\\x' 'a b'
      $x=#a
          $x := '#a'
      $x=#a → /b #c
          $x := '#a' → /b «#c»
      "
    `);
  });
});

describe('the habits of other languages', () => {
  it.each([
    [
      'conditions',
      [
        '/if:acc > 0.9 /deploy',
        '/if:acc > 0.9: /deploy',
        '/if:(acc > 0.9) { /deploy }',
        '/if:acc > 90 % → /deploy',
        '/if:acc>0,9 → /deploy',
        '/if:acc is 1 → /x',
        '/if:acc>=0.9 & f1>0.8 → /deploy',
        '/if:acc>0.9 AND f1>0.8 → /deploy',
        '/if:acc ? b ? c → /x',
        '/if:acc>0.9 → /deploy else → /notify',
        '/if:acc>0.9 → /deploy elif f1>0 → /x',
        '/if:acc>0.9 → /deploy → /else: → /notify',
        '/if:acc>0.9 → /deploy → /elseif:acc>0.5 → /x',
      ],
    ],
    ['prefixes and handlers', ['timeout: 5m → /train', 'retry: 3 → /train', 'on_failure: /x', 'finally: /x']],
    ['variables', ['x = /train', '$x := /train', '$x = $(cat f)']],
    [
      'brackets',
      [
        'parallel{/a | /b}',
        '{/a → /b}',
        '[/a, /b]',
        'parallel[/a, /b]',
        'train() → deploy()',
        '/a → ./script.sh',
      ],
    ],
  ])('in %s', (_name, chains) => {
    expect(table(chains, mistakesOf)).toMatchSnapshot();
  });
});
