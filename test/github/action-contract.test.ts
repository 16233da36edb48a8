/** `action.yml` and the code name the same inputs, outputs and files. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { InputError, inputKeys, outputKeys, readCommand, readInputs } from '../../src/github/action-io.ts';
import { partInputs } from '../../src/parts/inputs.ts';

const root = new URL('../..', import.meta.url).pathname;
const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));

test('action.yml and the typed keys name the same inputs and outputs', () => {
  expect(Object.keys(action.inputs)).toEqual([...inputKeys]);
  expect(Object.keys(action.outputs)).toEqual([...outputKeys]);
});

test.each(Object.entries(partInputs))(
  'the part `%s` and its action.yml name the same inputs, and files that are there',
  (part, keys) => {
    const { inputs, runs } = parse(readFileSync(join(root, part, 'action.yml'), 'utf8')) as {
      inputs: Record<string, { description: string }>;
      runs: { using: string; main: string; post?: string };
    };
    expect(Object.keys(inputs).sort()).toEqual([...keys].sort());
    for (const { description } of Object.values(inputs)) expect(description).toMatch(/^[A-Z]/);
    expect(runs.using).toBe('node24');
    for (const file of [runs.main, ...(runs.post === undefined ? [] : [runs.post])])
      expect(existsSync(join(root, part, file)), file).toBe(true);
  },
);

test('every input and output says what it is for, and no input is required', () => {
  for (const [name, { description, required, default: value }] of Object.entries<Record<string, unknown>>(
    action.inputs,
  )) {
    expect(description, name).toMatch(/^[A-Z]/);
    expect(required, name).toBe(false);
    expect(typeof value, name).toBe('string');
  }
  for (const [name, { description }] of Object.entries<Record<string, unknown>>(action.outputs)) {
    expect(typeof description, name).toBe('string');
  }
});

test('it runs on Node 24, by files that are there', () => {
  expect(action.runs.using).toBe('node24');
  expect(existsSync(join(root, action.runs.main))).toBe(true);
  expect(existsSync(join(root, action.runs.post))).toBe(true);
});

const inputs = (given: Record<string, string>) =>
  readInputs(
    (key) => given[key] ?? String(action.inputs[key].default).replace('${{ github.token }}', 'token'),
  );

test('the defaults are what the code expects', () => {
  expect(inputs({ workflow: 'sweep' })).toEqual({
    wanted: { is: 'workflow', text: 'sweep' },
    params: [],
    project: '.',
    token: 'token',
    comment: true,
  });
});

test('parameters are one `name=value` a line; the value may hold `=`', () => {
  expect(inputs({ chain: '/a', params: '# comment\nepochs=10\n\n name = a=b \n' }).params).toEqual([
    { name: 'epochs', value: '10', text: 'epochs=10' },
    { name: 'name', value: 'a=b', text: 'name = a=b' },
  ]);
});

test.each([
  ['nothing to run', {}],
  ['two things to run', { workflow: 'a', chain: '/b' }],
  ['a comment that is neither true nor false', { chain: '/a', comment: 'maybe' }],
  ['a parameter without a value', { chain: '/a', params: 'epochs' }],
])('%s is an error of the step', (_name, given) => {
  expect(() => inputs(given as Record<string, string>)).toThrow(InputError);
});

test('`command` is `run` unless told, `route`, `reap` or `catch-up`, and nothing else', () => {
  const command = (given: string = action.inputs.command.default) => readCommand(() => given);
  expect(command()).toBe('run');
  expect(command(' reap ')).toBe('reap');
  expect(() => command('')).toThrow(InputError);
  expect(() => command('delete')).toThrow(
    '`command` is `run`, `route`, `reap` or `catch-up`, found `delete`',
  );
});
