/** Diagnostics for programs: JSON, SARIF, and the commands of GitHub's runner. */
import { describe, expect, it } from 'vitest';
import { annotationOf, workflowCommand } from '../../src/language/annotation.ts';
import { codes } from '../../src/language/codes.ts';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { diagnosticJson } from '../../src/language/diagnostic-json.ts';
import { sarifLog } from '../../src/language/sarif.ts';
import { sourceOf } from '../../src/language/source.ts';

const source = sourceOf('workflows/my sweep.yml', 'name: x\nchain: /trian → /deploy\n');
const diagnostic = (more: Partial<Diagnostic> = {}): Diagnostic => ({
  code: 'unknown-command',
  severity: 'error',
  message: 'unknown command `/trian`',
  source,
  span: { start: 15, end: 21 },
  ...more,
});
const related = [{ message: 'declared here', source, span: { start: 0, end: 4 } }];

describe('JSON', () => {
  it('has the places of what is related', () => {
    expect(diagnosticJson(diagnostic({ related }))).toEqual({
      code: 'unknown-command',
      severity: 'error',
      message: 'unknown command `/trian`',
      file: 'workflows/my sweep.yml',
      line: 2,
      column: 8,
      endColumn: 14,
      related: [
        { message: 'declared here', file: 'workflows/my sweep.yml', line: 1, column: 1, endColumn: 5 },
      ],
    });
  });
});

describe('a command of the runner', () => {
  const command = (more: Partial<Diagnostic>) => workflowCommand(annotationOf(diagnostic(more)));

  it('stands on the line, with the help behind the message', () => {
    expect(command({ help: 'did you mean `/train`?' })).toBe(
      '::error file=workflows/my sweep.yml,line=2,col=8,endColumn=13,title=unknown-command::unknown command `/trian`%0Adid you mean `/train`?',
    );
  });

  it.each([
    ['error', '::error '],
    ['warning', '::warning '],
    ['notice', '::notice '],
  ] as const)('of severity %s', (severity, start) => {
    expect(command({ severity }).startsWith(start)).toBe(true);
  });

  it('cannot be broken by a text', () => {
    const odd = sourceOf('a,b:c%.yml', 'x');
    const text = command({ source: odd, span: { start: 0, end: 1 }, message: '100 %\r\n::error::x, y: z' });
    expect(text).toBe(
      '::error file=a%2Cb%3Ac%25.yml,line=1,col=1,endColumn=1,title=unknown-command::100 %25%0D%0A::error::x, y: z',
    );
    expect(text.split('\n')).toHaveLength(1);
  });

  it('has no place without a file', () => {
    const chain = sourceOf('<chain>', '/trian');
    expect(command({ source: chain, span: { start: 0, end: 6 } })).toBe(
      '::error title=unknown-command in <chain>::unknown command `/trian`',
    );
  });
});

describe('SARIF', () => {
  const log = (list: readonly Diagnostic[]) =>
    JSON.parse(JSON.stringify(sarifLog(list, { version: '1.2.3', documentation: 'https://x/d' })));

  it('has a rule for each code', () => {
    const { driver } = log([]).runs[0].tool;
    expect(driver).toMatchObject({ name: 'ml-workflow', version: '1.2.3' });
    expect(driver.rules.map(({ id }: { id: string }) => id)).toEqual(Object.keys(codes));
    expect(driver.rules[0]).toMatchObject({
      defaultConfiguration: { level: 'error' },
      helpUri: 'https://x/d#unexpected-token',
    });
  });

  it('has place, level, help and what is related', () => {
    const [result] = log([diagnostic({ severity: 'notice', help: 'write `/train`', related })]).runs[0]
      .results;
    expect(result).toMatchObject({
      ruleId: 'unknown-command',
      ruleIndex: Object.keys(codes).indexOf('unknown-command'),
      level: 'note',
      message: { text: 'unknown command `/trian`\nwrite `/train`' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'workflows/my%20sweep.yml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 8, endLine: 2, endColumn: 14 },
          },
        },
      ],
      relatedLocations: [{ id: 0, message: { text: 'declared here' } }],
    });
  });

  it('has what the published schema requires, and nothing it forbids', () => {
    const chain = sourceOf('<chain>', '/trian');
    const whole = log([
      diagnostic({ related, help: 'x' }),
      diagnostic({ source: chain, span: { start: 0, end: 6 } }),
    ]);
    expect(problems(whole, schema.log, '$')).toEqual([]);
  });

  it('is checked: a level of no SARIF is found', () => {
    const whole = log([diagnostic()]);
    whole.runs[0].results[0].level = 'notice';
    expect(problems(whole, schema.log, '$')).toEqual(['$.runs[0].results[0].level is notice']);
  });
});

/** What of the schema of SARIF 2.1.0 bears on what is written here: `!` is required. */
type Shape =
  | 'string'
  | 'index'
  | 'line'
  | { readonly oneOf: readonly string[] }
  | { readonly each: Shape }
  | { readonly keys: Readonly<Record<string, Shape>> };

const text: Shape = { keys: { 'text!': 'string' } };
const location: Shape = {
  keys: {
    id: 'index',
    message: text,
    physicalLocation: {
      keys: {
        artifactLocation: { keys: { uri: 'string', uriBaseId: 'string' } },
        region: { keys: { startLine: 'line', startColumn: 'line', endLine: 'line', endColumn: 'line' } },
      },
    },
  },
};
const level: Shape = { oneOf: ['none', 'note', 'warning', 'error'] };
const rule: Shape = {
  keys: {
    'id!': 'string',
    shortDescription: text,
    defaultConfiguration: { keys: { level } },
    help: text,
    helpUri: 'string',
  },
};
const result: Shape = {
  keys: {
    ruleId: 'string',
    ruleIndex: 'index',
    level,
    'message!': text,
    locations: { each: location },
    relatedLocations: { each: location },
  },
};
const run: Shape = {
  keys: {
    'tool!': {
      keys: { 'driver!': { keys: { 'name!': 'string', version: 'string', rules: { each: rule } } } },
    },
    columnKind: { oneOf: ['utf16CodeUnits', 'unicodeCodePoints'] },
    results: { each: result },
  },
};
const schema: Readonly<Record<'log', Shape>> = {
  log: { keys: { $schema: 'string', 'version!': { oneOf: ['2.1.0'] }, 'runs!': { each: run } } },
};

function problems(value: unknown, shape: Shape, at: string): string[] {
  if (shape === 'string') return typeof value === 'string' ? [] : [`${at} is no text`];
  if (shape === 'index' || shape === 'line') {
    const least = shape === 'line' ? 1 : 0;
    return Number.isInteger(value) && Number(value) >= least ? [] : [`${at} is ${String(value)}`];
  }
  if ('oneOf' in shape) return shape.oneOf.includes(String(value)) ? [] : [`${at} is ${String(value)}`];
  if ('each' in shape)
    return Array.isArray(value)
      ? value.flatMap((one, index) => problems(one, shape.each, `${at}[${index}]`))
      : [`${at} is no list`];
  if (typeof value !== 'object' || value === null) return [`${at} is no object`];
  const known = new Map(Object.entries(shape.keys).map(([key, inner]) => [key.replace('!', ''), inner]));
  const missing = Object.keys(shape.keys)
    .filter((key) => key.endsWith('!') && !(key.slice(0, -1) in value))
    .map((key) => `${at} lacks ${key.slice(0, -1)}`);
  const inner = Object.entries(value).flatMap(([key, one]) => {
    const expected = known.get(key);
    return expected === undefined ? [`${at}.${key} is unknown`] : problems(one, expected, `${at}.${key}`);
  });
  return [...missing, ...inner];
}
