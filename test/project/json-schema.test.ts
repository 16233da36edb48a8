/** The published JSON Schemas are what the code reads by. `UPDATE_GOLDEN=1` writes them anew. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectSchema, workflowSchema } from '../../src/project/schema.ts';

const root = new URL('../..', import.meta.url).pathname;
const published = {
  'project.schema.json': {
    schema: projectSchema,
    title: 'ml-workflow project file',
    example: 'examples/simple-lstm/ml-workflow.yml',
  },
  'workflow.schema.json': {
    schema: workflowSchema,
    title: 'ml-workflow workflow file',
    example: 'workflows/runpod-hpo-parallel.yml',
  },
};

describe.each(Object.entries(published))('schemas/%s', (file, { schema, title, example }) => {
  const path = join(root, 'schemas', file);
  const current = { title, ...z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) };
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(join(root, 'schemas'), { recursive: true });
    writeFileSync(path, `${JSON.stringify(current, null, 2)}\n`);
  }
  const validate = new Ajv2020({ strict: false, allErrors: true }).compile(
    JSON.parse(readFileSync(path, 'utf8')),
  );

  test('is current', () =>
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(JSON.stringify(current))));

  test('accepts the shipped files', () => {
    expect(validate(parse(readFileSync(join(root, example), 'utf8'), { merge: true }))).toBe(true);
    expect(validate.errors ?? []).toEqual([]);
  });

  test('refuses a key that the code refuses', () => {
    const value = parse(readFileSync(join(root, example), 'utf8'), { merge: true });
    expect(validate({ ...value, comands: {} })).toBe(false);
  });
});
