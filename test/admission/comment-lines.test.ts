/** What in a comment is a command, and above all what is none. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLines, longestComment } from '../../src/admission/comment-lines.ts';

const isKnown = (word: string) => /^(?:ml-\w+|train|evaluate|deploy|ml\/run|ml:run)(?::|$)/i.test(word);
const found = (body: string) => commandLines(body, isKnown);
const texts = (body: string) => found(body).lines.map(({ text }) => text);

describe('a command', () => {
  it('begins a line, anywhere in a comment', () => {
    expect(texts('Looks good!\n\n/ml-train --epochs 60\nThank you.\n/deploy')).toEqual([
      '/ml-train --epochs 60',
      '/deploy',
    ]);
    expect(texts('please /ml-train\n  /ml-train\n\t/ml-train\n\\/ml-train')).toEqual([]);
  });

  it('tells where it stands, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { lines, source } = found(['First.', '', '/ml-train', '/deploy'].join(end));
      expect(lines.map(({ line, text }) => [line, text])).toEqual([
        [3, '/ml-train'],
        [4, '/deploy'],
      ]);
      for (const { offset, text } of lines) expect(source.text.slice(offset)).toMatch(new RegExp(`^${text}`));
    }
  });

  it.each<[string, string]>([
    ['an indented line', '/train\n  → /evaluate'],
    ['an arrow', '/train\n→ /evaluate\n-> /deploy'],
    ['an arrow at the end', '/train →\n/evaluate'],
    ['an open bracket', '/train → parallel[\n/evaluate |\n\n/deploy\n] → /deploy'],
    ['a bracket within quotes is none', "/train '[' \n  → /evaluate"],
  ])('goes on behind %s', (_, body) => {
    expect(texts(body)).toEqual([body]);
    expect(texts(`${body}\n\nThank you.`)).toEqual([body]);
  });

  it('ends in front of the next one, of text, and of what is no plain text', () => {
    expect(texts('/train\n/evaluate')).toEqual(['/train', '/evaluate']);
    expect(texts('/train\ntext')).toEqual(['/train']);
    expect(texts('/train → parallel[\n> /evaluate\n]')).toEqual(['/train → parallel[']);
    expect(texts('/train → parallel[\n```\n/evaluate\n```\n]')).toEqual(['/train → parallel[']);
  });

  it('is no path, and no word in a list', () => {
    expect(texts('/usr/bin/python fails\n/home, /tmp and more\n/*\n//\n/1\n/\n/-x\n/etc/')).toEqual([]);
  });

  it('is also what only looks like one: whoever wrote it is told', () => {
    expect(texts('/trian --epochs 60\n/ml/run\n/train:sigma-0.1')).toEqual([
      '/trian --epochs 60',
      '/ml/run',
      '/train:sigma-0.1',
    ]);
  });
});

/** What stands around a command, so that it is none. */
const wrappings: readonly [string, string, string][] = [
  ['a fence', '```\n', '\n```'],
  ['a fence with a language', '```sh\n', '\n```'],
  ['a longer fence, with a shorter one in it', '`````\n```\n', '\n```\n`````'],
  ['a fence of tildes, with backticks in it', '~~~ a`b\n```\n', '\n~~~'],
  ['an indented fence', '   ```\n', '\n   ```'],
  ['a fence in a list', '- a\n  ```\n', '\n  ```'],
  ['a fence that has no end', '```\n', ''],
  ['a fence that only seems to end', '```\na\n``` b\n', '\n```'],
  ['a quotation', '> said\n> ', ''],
  ['a quotation that goes on without its sign', '> said\n', ''],
  ['a quotation in a list', '- > said\n', ''],
  ['a comment', '<!--\n', '\n-->'],
  ['a comment with empty lines', '<!--\n\n', '\n\n-->'],
  ['a comment that has no end', '<!-- a\n\n', ''],
  ['a comment that begins in a line', 'a <!-- b\n', '\n-->'],
  ['indented code', 'a\n\n    ', ''],
  ['a code span over lines', 'a `b\n', '\nc` d'],
  ['a code span of two backticks', '``a ` b\n', '\n``'],
  ['`<pre>`', '<pre>\n', '\n</pre>'],
  ['`<code>`, with a fence in it', '<code>\n\n```\n</code>\n', '\n```'],
  ['`<blockquote>`, one in the other', '<blockquote><blockquote>a</blockquote>\n\n', '\n</blockquote>'],
  ['`<del>`', '<del>\n\n', '\n\n</del>'],
  ['`<template>`', '<template>\n', '\n</template>'],
  ['a value of a tag', 'a <b title="x\n', '\n">y</b>'],
  ['a value of a tag over empty lines', '<div>\n<a href="\n\n', '\n\n">y</a></div>'],
  ['a declaration', '<!A\n', '\n>'],
  ['an instruction', '<?x\n', '\n?>'],
  ['a text without markup', '<![CDATA[\n', '\n]]>'],
  ['the address of a link', '[a](\n', '\n)'],
  ['what a name stands for', '[a]:\n', ''],
  ['a name of a link', '[a\n', '\n]: https://example.com'],
  ['what stands for an image', '![a\n', '\n](https://example.com/a.png)'],
];

describe('no command', () => {
  it.each(wrappings)('stands in %s', (_, before, behind) => {
    expect(texts(`${before}/ml-train${behind}`)).toEqual([]);
    expect(texts(`Text.\n\n${before}/ml-train${behind}\n`)).toEqual([]);
    expect(texts(`${before}/ml-train${behind}`.replaceAll('\n', '\r\n'))).toEqual([]);
  });

  it('stands in what quotes ours, wherever that is', () => {
    const marker = '<!-- ml-workflow: sweep -->';
    expect(texts(`${marker}\n/ml-train`)).toEqual([]);
    expect(texts(`Text.\n\n> ${marker}\n\n/ml-train`)).toEqual([]);
    expect(texts('<!--ML-workflow: done -->\n\n/ml-train')).toEqual([]);
  });

  it('is lost by markup that has ended before', () => {
    const markup = '```\na\n```\n<!-- b -->\n\n> c\n\n`d` <e> [f](g)\n\n<details>\n\n';
    expect(texts(`${markup}/ml-train\n\n</details>`)).toEqual(['/ml-train']);
    expect(texts('it`s less than <100 & loss<best\n/ml-train')).toEqual(['/ml-train']);
    expect(texts('use `<!--` and `<pre>` for it\n\n/ml-train')).toEqual(['/ml-train']);
  });

  it('comes out of a long fence, whatever stands in it', () => {
    const outer = fc.constantFrom('``````', '~~~~~~');
    fc.assert(
      fc.property(outer, fc.array(fc.constantFrom(...wrappings), { maxLength: 4 }), (signs, within) => {
        const inside = within.map(([, before, behind]) => `${before}/ml-train${behind}`).join('\n');
        expect(texts(`${signs}\n${inside}\n/deploy\n${signs}`)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('comes out of a fence with shorter ones in it, or of a quotation of anything', () => {
    const line = fc.constantFrom(
      '/ml-train',
      '```',
      '~~~',
      '',
      'a `b',
      '<!--',
      '-->',
      '<pre>',
      '[a](',
      '> q',
    );
    const lines = fc.array(line, { maxLength: 12 });
    fc.assert(
      fc.property(lines, (some) => {
        expect(texts(`\`\`\`\`\n${some.join('\n')}\n\`\`\`\``)).toEqual([]);
        expect(texts(some.map((one) => `> ${one}`).join('\n'))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('hidden characters', () => {
  it.each<[string, string, string]>([
    ['no width', '/ml-\u200btrain', 'line 1, column 5 holds a character that cannot be seen, U+200B'],
    [
      'a mark of direction',
      '/ml-train \u202e--epochs',
      'column 11 holds a character that cannot be seen, U+202E',
    ],
    ['an isolate', "/ml-train '\u2066a'", 'U+2066'],
    ['a tag', '/ml-train a\u{e0061}', 'U+E0061'],
    ['a filler that is a letter', '/ml-train a\u3164', 'U+3164'],
    ['a variation selector', '/ml-train a\ufe0f', 'U+FE0F'],
    ['a byte order mark', '/ml-train \ufeffa', 'U+FEFF'],
    ['a soft hyphen', '/ml-tra\u00adin', 'U+00AD'],
    ['a control character', '/ml-train \u0000', 'U+0000'],
    ['an escape', '/ml-train \u001b[31m', 'U+001B'],
    ['half a character', '/ml-train \ud83d', 'U+D83D'],
    ['another end of a line', '/ml-train a\u2028/deploy', 'U+2028'],
    ['an empty braille', '/ml-train \u2800', 'U+2800'],
    ['a Cyrillic letter', '/ml-tr\u0430in', 'which only looks like another letter, U+0430'],
    ['a Greek letter', '/ml-train --ep\u03bfchs 1', 'which only looks like another letter, U+03BF'],
    ['a letter of full width', '/ml-train \uff41', 'U+FF41'],
    ['a bold letter', '/ml-train \u{1d41a}', 'U+1D41A'],
    ['a digit of full width', '/ml-train --epochs \uff16', 'U+FF16'],
    ['one in a line that belongs to it', '/train\n  → /evaluate\u200d', 'line 2, column 14'],
  ])('refuse the comment: %s', (_, body, part) => {
    const { lines, refused } = found(body);
    expect(lines).toEqual([]);
    expect(refused).toContain(part);
    // Whoever reads the refusal sees no hidden character either.
    expect(refused).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it('outside of commands are nobody’s affair', () => {
    expect(found('Tr\u0430in it\u200b\u202e!\n\n/ml-train')).toMatchObject({
      lines: [{ text: '/ml-train' }],
    });
    expect(found('\u200b/ml-train').lines).toEqual([]);
  });

  it('are none of a language’s own letters and signs', () => {
    const body = '/ml-train --note "Überprüfe über 5 μm, обучение и тест, 学習 🚀" → /evaluate';
    expect(found(body).refused).toBeUndefined();
    expect(texts(body)).toEqual([body]);
  });
});

describe('too much', () => {
  it('of a comment, of commands or of one command is refused', () => {
    expect(found(`/ml-train\n${'x'.repeat(longestComment)}`).refused).toMatch('at most 65536 characters');
    expect(found('/ml-train\n'.repeat(21)).refused).toMatch('at most 20 commands, and this one holds 21');
    expect(found(`/ml-train ${'x'.repeat(8000)}`).refused).toMatch('has more than 8000 characters');
    expect(texts('/ml-train\n'.repeat(20))).toHaveLength(20);
  });

  it('is counted in characters, and only where there is a command', () => {
    const rockets = '🚀'.repeat(longestComment - 10);
    expect(texts(`/ml-train\n${rockets}`)).toEqual(['/ml-train']);
    expect(found('x'.repeat(longestComment + 1))).toMatchObject({ lines: [], source: {} });
    expect(found('x'.repeat(longestComment + 1)).refused).toBeUndefined();
  });

  /** Each would be quadratic for a reader that looks for every end anew; the time of a test is the bound. */
  it.each([
    ...[
      '`',
      '``\n`\n',
      '<',
      '<a x="',
      '<a\n',
      '<!--',
      '<?',
      '![',
      '](',
      '[',
      '/ml-a\n',
      '/ml-a [\n',
      '\\',
      '> a\n',
    ],
    ...[
      '```\n',
      "'",
      '- ',
      '#',
      '1. ',
      '<pre>\n',
      '\u200b',
      '/ml-a\n ',
      '(',
      '~~~',
      '- - ',
      '<!A',
      '<s>',
      '&lt;',
    ],
  ])('is read in one go: 64 KB of %j', (piece) => {
    const much = piece.repeat(Math.ceil(longestComment / piece.length)).slice(0, longestComment - 20);
    for (const body of [`/ml-x ${much}`, `${much}>\n/ml-train`])
      expect(found(body).lines.length).toBeLessThanOrEqual(20);
  });
});

describe('any text', () => {
  it('is read without an exception, and what is found stands there', () => {
    const piece = fc.constantFrom(
      '/ml-train',
      '\n',
      '\r\n',
      '`',
      '```',
      '>',
      '<',
      '<!--',
      '"',
      '[',
      ']',
      '→',
      ' ',
    );
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'binary', maxLength: 5 })), { maxLength: 60 });
    fc.assert(
      fc.property(text, (pieces) => {
        const { lines, source, refused } = commandLines(pieces.join(''), () => true);
        expect(lines.length === 0 || refused === undefined).toBe(true);
        for (const { text: command, offset, line } of lines) {
          expect(source.text.startsWith(command, offset)).toBe(true);
          expect(source.text.slice(0, offset).split('\n')).toHaveLength(line);
          expect(offset === 0 || source.text[offset - 1] === '\n').toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});
