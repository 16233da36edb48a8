/** The YAML that is written for people is what every reader takes it for. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { above, behind, inline, spaced, yamlText } from '../../src/jobs/yaml-text.ts';

/** Both versions of YAML: readers of the older one take `no` for false. */
function read(text: string): unknown {
  const value: unknown = parse(text);
  expect(parseDocument(text, { version: '1.1' }).toJS()).toEqual(value);
  return value;
}

describe('a text', () => {
  it.each([
    ['/train → /if:best-acc>0.90', '/train → /if:best-acc>0.90'],
    ['catch training-failed · /rollback', 'catch training-failed · /rollback'],
    ["${{ fromJSON(inputs.request || '{}').pr }}", "${{ fromJSON(inputs.request || '{}').pr }}"],
    ['a: b', '"a: b"'],
    ['a:', '"a:"'],
    ['a #b', '"a #b"'],
    ['- a', '"- a"'],
    ['*', '"*"'],
    ['release/**', 'release/**'],
    ['!cancelled()', '"!cancelled()"'],
    ['{}', '"{}"'],
    ['', '""'],
    ['no', '"no"'],
    ['0.10', '"0.10"'],
    ['12:30', '"12:30"'],
    ['2026-11-21', '"2026-11-21"'],
    ['1e3', '"1e3"'],
    ['"a"', `'"a"'`],
    [`"it's"`, `'"it''s"'`],
    ['a\nb', '"a\\nb"'],
    ['a\u0085\u2028\u0000', '"a\\u0085\\u2028\\u0000"'],
    [' a ', '" a "'],
  ])('%j is written %s', (text, written) => {
    expect(yamlText({ key: text })).toBe(`key: ${written}\n`);
    expect(read(yamlText({ key: text }))).toEqual({ key: text });
  });

  it('half of a character is none', () => {
    expect(read(yamlText({ key: 'a\ud83d' }))).toEqual({ key: 'a\ufffd' });
  });

  it('is read as it was, wherever it stands', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'ab →·:#-[]{}?,&*!|>\'"%@`\\/~=<$.0\n\t\r\u00a0\ufeff\u2028') }),
    );
    fc.assert(
      fc.property(
        text,
        fc.string({ minLength: 1, unit: fc.constantFrom(...'aonyNULL_0-:# ') }),
        (one, key) => {
          const value = { list: [one, one], long: [one.padEnd(120, 'x')], map: { [key]: one }, key: one };
          const styled = {
            list: value.list,
            long: value.long,
            map: inline(value.map),
            key: above(behind(value.key, one), one),
          };
          expect(parse(yamlText(styled))).toEqual(value);
          expect(yamlText(styled)).toBe(yamlText(styled));
        },
      ),
    );
  });
});

describe('a collection', () => {
  it('is short where it is asked for and fits', () => {
    const long = 'x'.repeat(60);
    const text = yamlText({
      a: inline({ b: 'c, d', e: [1, true], f: undefined }),
      g: inline({ h: long, i: long }),
      j: [long, long],
      k: {},
      l: inline({}),
      m: undefined,
    });
    expect(text).toBe(`a: { b: "c, d", e: [1, true] }
g:
  h: ${long}
  i: ${long}
j:
  - ${long}
  - ${long}
k: {}
l: {}
`);
  });

  it('has blank lines and comments where they are asked for', () => {
    const text = yamlText({
      jobs: spaced({
        one: { uses: behind('a/b@c', 'v1.2.3') },
        two: above({ steps: spaced([{ name: 'x', with: inline({ k: 'z' }) }, { name: 'b' }]) }, 'a\n  b: c'),
      }),
    });
    expect(text).toBe(`jobs:
  one:
    uses: a/b@c # v1.2.3

  # a
  #   b: c
  two:
    steps:
      - name: x
        with: { k: z }

      - name: b
`);
    expect(read(text)).toEqual({
      jobs: { one: { uses: 'a/b@c' }, two: { steps: [{ name: 'x', with: { k: 'z' } }, { name: 'b' }] } },
    });
  });
});
