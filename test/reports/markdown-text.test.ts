/** Foreign text in Markdown is shown and never obeyed. */
import { describe, expect, test } from 'vitest';
import { plainText } from '../../src/engine/plain-text.ts';
import {
  code,
  cut,
  fenced,
  htmlCode,
  htmlSentence,
  link,
  prose,
  sentence,
  table,
} from '../../src/reports/markdown-text.ts';

test.each([
  ['colours', '\u001b[31mred\u001b[0m', 'red'],
  ['a terminal title', '\u001b]0;owned\u0007text', 'text'],
  ['a link of a terminal', '\u001b]8;;http://evil\u001b\\text', 'text'],
  ['marks that turn text around', 'a\u202eb\u2066c', 'abc'],
  ['signs without width', 'a\u200bb\ufeffc', 'abc'],
  ['a cleared screen', '\u001b[2J\u001b[Htext', 'text'],
  ['a bell, a backspace', 'a\u0007b\bc', 'abc'],
])('%s cannot hide what a line says', (_name, text, shown) => expect(plainText(text)).toBe(shown));

test.each([
  ['plain', 'accuracy', '`accuracy`'],
  ['a backtick inside', 'a`b', '``a`b``'],
  ['a backtick at the end', 'a`', '`` a` ``'],
  ['many backticks', 'a```b', '````a```b````'],
  ['lines', 'a\nb', '`a b`'],
  ['nothing', '', '` `'],
])('code: %s', (_name, text, markdown) => expect(code(text)).toBe(markdown));

test('a fence is longer than any in the text', () => {
  expect(fenced('```` x\n```', 'text')).toBe('`````text\n```` x\n```\n`````');
});

describe('prose', () => {
  test.each([
    ['a mention', '@maya', '@\u200bmaya'],
    ['a reference', 'see #12', 'see #\u200b12'],
    ['an address', 'http://evil.com', 'http&#58;//evil.com'],
    ['an address without a scheme', 'www.evil.com', 'www\u200b.evil.com'],
    ['a tag', '<script>', '&#60;script>'],
    ['a link', '[x](y)', '&#91;x&#93;(y)'],
    ['an entity', '&#64;maya', '&#38;#\u200b64;maya'],
    ['emphasis', '*a* _b_', '&#42;a&#42; &#95;b&#95;'],
    ['a reference of another kind', 'GH-12', 'GH-\u200b12'],
    ['a command at its beginning', '/ml-train now', '&#47;ml-train now'],
    ['a heading', '# big', '&#35; big'],
    ['a quotation', '> x', '&#62; x'],
    ['a list', '- x', '&#45; x'],
    ['a numbered list', '1. x', '1&#46; x'],
    ['a number stays one', '1.5 of 2', '1.5 of 2'],
    ['signs that take no room', 'a\u00adb\u061cc\u{e0041}d', 'abcd'],
    ['an emoji stays one', '⚠️', '⚠️'],
    ['lines', 'a\n \n b', 'a b'],
    ['an e-mail address stays readable', 'a @ b', 'a @ b'],
  ])('%s', (_name, text, markdown) => expect(prose(text)).toBe(markdown));
});

test('a sentence shows names in backticks as code, and the rest as prose', () => {
  expect(sentence('`acc` is <b>')).toBe('`acc` is &#60;b>');
  expect(sentence('an odd ` backtick @maya')).toBe('``an odd ` backtick @maya``');
  expect(sentence('/train `x`')).toBe('&#47;train `x`');
  expect(sentence('`x`\nfailed')).toBe('`x` failed');
});

test('a cell of a table cannot end the cell or the row', () => {
  const text = table(['a|b', 'c'], [['x|y', 'back\\|slash']]);
  expect(text).toBe('| a\\|b | c |\n| --- | --- |\n| x\\|y | back\\\u200b\\|slash |');
});

test('a sentence in HTML does the same', () => {
  expect(htmlSentence('`acc` is <b> @maya')).toBe('<code>acc</code> is &#60;b&#62; @\u200bmaya');
  expect(htmlSentence('odd ` <b>')).toBe(htmlCode('odd ` <b>'));
});

test('no line in a fence begins like a command', () => {
  expect(fenced('/ml-train\nx /y')).toBe('```text\n /ml-train\nx /y\n```');
});

test.each([
  ['https://github.com/moola/demo/actions/runs/1', '[log](https://github.com/moola/demo/actions/runs/1)'],
  ['https://e.com/a?b=c#d', '[log](https://e.com/a?b=c#d)'],
  ['javascript:alert(1)', 'log'],
  ['https://e.com/) [x](y', 'log'],
  ['https://e.com/<b>', 'log'],
  [undefined, 'log'],
])('a link to %s', (url, markdown) => expect(link('log', url)).toBe(markdown));

test.each([
  ['short', 9, 'short'],
  ['something long', 9, 'somethin…'],
  ['1234567😀', 9, '1234567😀'],
  ['1234567😀x', 9, '1234567…'],
  ['', 0, ''],
])('%s, cut to %d', (text, most, shorter) => expect(cut(text, most)).toBe(shorter));

test('a very long line of blanks takes no time', () => {
  const text = ' '.repeat(300_000);
  expect(prose(`${text}\nx`)).toBe(' x');
  expect(code(`a${text}b`)).toHaveLength(300_004);
});
