/** A real shell gives back what was quoted for it. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoted, quotedPath } from '../../src/ssh/quote.ts';

function printed(words: string): Buffer {
  const { stdout, status } = spawnSync('sh', ['-c', `printf %s ${words}`], { env: { HOME: '/the home' } });
  expect(status).toBe(0);
  return stdout;
}

const texts = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'\'"\\$`!*?[]{}()<>|&;#~ \n\t\r-=%^aB0é\u{1f600}'), maxLength: 40 }),
);

describe('quoted', () => {
  it('survives a shell', () => {
    fc.assert(
      fc.property(
        texts.filter((text) => !text.includes('\0')),
        (text) => {
          expect(printed(quoted(text)).toString()).toBe(text);
        },
      ),
      { numRuns: 150 },
    );
  });
  it('is one word each, also where it is empty', () => {
    fc.assert(
      fc.property(
        fc.array(
          texts.filter((text) => !text.includes('\0')),
          { minLength: 1, maxLength: 5 },
        ),
        (words) => {
          const all = words.map((word) => quoted(word)).join(' ');
          const { stdout } = spawnSync('sh', ['-c', `for word in ${all}; do printf '%s\\0' "$word"; done`]);
          expect(stdout.toString()).toBe(words.map((word) => `${word}\0`).join(''));
        },
      ),
      { numRuns: 50 },
    );
  });
  it('refuses what no shell word can hold', () => {
    expect(() => quoted('a\0b')).toThrow('NUL');
  });
});

describe('quotedPath', () => {
  it('puts the home folder there', () => {
    expect(printed(quotedPath('~')).toString()).toBe('/the home');
    expect(printed(quotedPath("~/it's/$HOME")).toString()).toBe("/the home/it's/$HOME");
    expect(printed(quotedPath('/a b/~')).toString()).toBe('/a b/~');
  });
  it('takes no relative path', () => {
    for (const path of ['a', '', '~a/b', '-rf']) expect(() => quotedPath(path)).toThrow('relative');
  });
});
