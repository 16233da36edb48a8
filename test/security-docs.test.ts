/** The checklist of `docs/security.md`: each number stands there once, and the tests that it names are there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const page = read('docs/security.md');

interface Row {
  readonly number: number;
  readonly cells: readonly string[];
}

const rows: readonly Row[] = [...page.matchAll(/^\| (\d+) \|(.*)\|$/gm)].map(([, number, rest = '']) => ({
  number: Number(number),
  cells: rest.split('|').map((cell) => cell.trim()),
}));

/** A test is `file` › "name", or one that is still to be written. */
const reference = /^`(test\/[\w./-]+\.test\.ts)` › (?:"(.+)"|\((name to come)\))$/;

/** Sentences, empty when all is well. `source`: the text of a test file, undefined when there is none. */
function faults({ number, cells }: Row, source: (path: string) => string | undefined): string[] {
  if (cells.length !== 3) return [`${number} has ${cells.length + 1} columns`];
  const [rule = '', how = '', tests = ''] = cells;
  if (rule === '') return [`${number} says no rule`];
  if (/^not ours, because \S/.test(tests)) return [];
  if (how === '') return [`${number} does not say how`];
  return tests.split('<br>').flatMap((one) => {
    const [, path, name] = reference.exec(one) ?? [];
    if (path === undefined) return [`${number}: this names no test: ${one}`];
    const text = source(path);
    // A file that is not written yet may have tests without names, and one that is there has names.
    if (text === undefined) return name === undefined ? [] : [`${number}: there is no ${path}`];
    if (name === undefined) return [`${number}: ${path} is there, and its test is not named`];
    const isThere = ["'", '"', '`'].some((quote) => text.includes(`${quote}${name}${quote},`));
    return isThere ? [] : [`${number}: ${path} has no test “${name}”`];
  });
}

const sourceOf = (path: string) => (existsSync(join(root, path)) ? read(path) : undefined);

describe('the checklist', () => {
  it('has each of its forty numbers once, in order', () => {
    expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });

  it('names tests that are there, or says why there is none', () => {
    expect(rows.flatMap((row) => faults(row, sourceOf))).toEqual([]);
  });

  it.each<[readonly string[], string]>([
    [
      ['a rule', 'somehow', '`test/a.test.ts` › "is not there"'],
      '1: test/a.test.ts has no test “is not there”',
    ],
    [['a rule', 'somehow', '`test/b.test.ts` › "is"'], '1: there is no test/b.test.ts'],
    [
      ['a rule', 'somehow', '`test/a.test.ts` › (name to come)'],
      '1: test/a.test.ts is there, and its test is not named',
    ],
    [['a rule', 'somehow', 'some test'], '1: this names no test: some test'],
    [['a rule', 'somehow', 'not ours'], '1: this names no test: not ours'],
    [['a rule', '', '`test/a.test.ts` › "is there"'], '1 does not say how'],
    [['', 'somehow', '`test/a.test.ts` › "is there"'], '1 says no rule'],
    [['a rule', '`test/a.test.ts` › "is there"'], '1 has 3 columns'],
  ])('is checked: %j', (cells, fault) => {
    const source = (path: string) => (path === 'test/a.test.ts' ? "it('is there', () => {})" : undefined);
    expect(faults({ number: 1, cells }, source)).toEqual([fault]);
    expect(faults({ number: 1, cells: ['a', 'b', '`test/a.test.ts` › "is there"'] }, source)).toEqual([]);
  });
});

describe('the page', () => {
  /** Pages for people and schemas for editors, which no program of ours opens; examples in help. */
  const shown = ['console.runpod.io', 'uptime.runpod.io', 'json.schemastore.org', 'git-lfs.github.com'];

  it('lists each host that the sources name', () => {
    const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' });
    const hosts = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...read(join('src', file)).matchAll(/https:\/\/([a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:io|com|net|dev))\b/g),
      ])
      .map(([, host = '']) => host);
    expect(hosts).toContain('api.runpod.io');
    const unlisted = [...new Set(hosts)].filter(
      (host) => !shown.includes(host) && !page.includes(`\`${host}\``),
    );
    expect(unlisted).toEqual([]);
  });

  it('has rows for each right, with the role that the policy has', async () => {
    const { rights, usualPolicy } = await import('../src/plan/policy.ts');
    for (const right of rights)
      expect(page).toMatch(
        new RegExp(`^\\| \`${right}\` \\|.*\\| \`${usualPolicy.rights[right].role}\` \\|$`, 'm'),
      );
  });
});
