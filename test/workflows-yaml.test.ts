/** Every workflow and action that is shipped is one for GitHub's parser and for actionlint. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { shippedActions, shippedWorkflows } from '../scripts/check-workflows.mjs';
import {
  allowed,
  lintAction,
  lintWorkflow,
  nativeActionlint,
  workflowFindings,
} from './rig/lint-workflow.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

describe('what is shipped', () => {
  it('is found', () => {
    expect(shippedWorkflows(root)).toEqual(
      expect.arrayContaining(['.github/workflows/ci.yml', 'templates/ml-reap.yml']),
    );
    expect(shippedActions(root)).toContain('action.yml');
  });

  it.each(shippedWorkflows(root))('%s', async (path) => {
    expect(await lintWorkflow(path, read(path))).toEqual([]);
  });

  it.each(shippedActions(root))('%s', async (path) => {
    expect(await lintAction(read(path), path)).toEqual([]);
    const { runs } = parse(read(path)) as { runs: Record<string, string> };
    const files = [runs.pre, runs.main, runs.post].filter((file) => file !== undefined);
    expect(files.filter((file) => !existsSync(join(root, dirname(path), file)))).toEqual([]);
  });
});

const workflow = (job: string): string => `on: push
permissions: {}
jobs:
  first:
    runs-on: ubuntu-latest
    outputs: { next: "\${{ steps.one.outputs.next }}" }
    steps: [{ id: one, run: "true" }]
  second:
    runs-on: ubuntu-latest
${job.replace(/^/gm, '    ')}
`;

describe('a broken workflow', () => {
  it('would be sound without its fault', async () => {
    const text = workflow('needs: first\nsteps: [{ run: "echo ${{ needs.first.outputs.next }}" }]');
    expect(await lintWorkflow('w.yml', text)).toEqual([]);
  });

  it.each([
    ['no YAML', 'steps: [', 'w.yml:11:1: Flow sequence', 'parser'],
    [
      'an unknown key',
      'colour: red\nsteps: [{ run: ls }]',
      "w.yml:10:5: Unexpected value 'colour'",
      'parser',
    ],
    ['an unknown need', 'needs: third\nsteps: [{ run: ls }]', "depends on unknown job 'third'", 'parser'],
    ['a secret in a condition', 'if: secrets.x == 1\nsteps: [{ run: ls }]', "'secrets'", 'parser'],
    [
      'an unclosed expression',
      'steps: [{ run: "${{ github.ref" }]',
      'w.yml:10:20: The expression is not closed',
      'parser',
    ],
    [
      'a doubled id',
      'steps: [{ id: a, run: ls }, { id: a, run: ls }]',
      "identifier 'a' may not be used more",
      'parser',
    ],
    [
      'an unknown output',
      'needs: first\nsteps: [{ run: "${{ needs.first.outputs.nxt }}" }]',
      'property "nxt" is not defined',
      'wasm',
    ],
    [
      'untrusted text in a script',
      'steps: [{ run: "echo ${{ github.head_ref }}" }]',
      '"github.head_ref" is potentially untrusted',
      'wasm',
    ],
  ])('%s', async (_, job, message, linter) => {
    const problems = await lintWorkflow('w.yml', workflow(job));
    expect(problems.filter((problem) => problem.endsWith(`(${linter})`)).join('\n')).toContain(message);
    expect(problems.some((problem) => problem.endsWith('(native)'))).toBe(nativeActionlint !== undefined);
  });
});

describe('a broken action', () => {
  const action = 'name: a\ndescription: b\ninputs: { x: { description: c } }\n';

  it('would be sound without its fault', async () => {
    expect(await lintAction(`${action}runs: { using: node24, main: m.js, post: p.js }\n`)).toEqual([]);
  });

  it.each([
    ['no YAML', `${action}runs: {`, 'action.yml:4:8: Flow map'],
    ['an unknown key', `${action}runs: { using: node24, main: m.js, end: p.js }\n`, "Unexpected value 'end'"],
    ['no main', `${action}runs: { using: node24 }\n`, 'action.yml:4:7: There'],
    [
      'a text where a truth is due',
      `${action.replace('c }', 'c, required: x }')}runs: { using: node24, main: m.js }\n`,
      "Unexpected value 'x'",
    ],
  ])('%s', async (_, text, message) => {
    expect((await lintAction(text)).join('\n')).toContain(message);
  });
});

describe('the list of what is allowed', () => {
  /** All that GitHub takes and a linter does not. */
  const young = `on:
  schedule: [{ cron: "17 5 * * 1", timezone: Europe/Berlin }]
permissions: {}
concurrency: { group: all, queue: max }
jobs:
  deploy:
    runs-on: ubuntu-latest
    environment: { name: production, deployment: false }
    steps: [{ run: ls }]
`;
  const needed = allowed.flatMap((entry) => entry.from.map((linter) => ({ linter, entry })));

  it('lets the workflow pass', async () => {
    expect(await lintWorkflow('young.yml', young)).toEqual([]);
  });

  it.each(needed.filter(({ linter }) => linter !== 'native'))(
    '$linter needs $entry.message',
    async (each) => {
      const findings = await workflowFindings('young.yml', young);
      expect(
        findings.filter(({ linter, message }) => linter === each.linter && each.entry.message.test(message)),
      ).not.toEqual([]);
    },
  );

  // Runs where actionlint 1.7.12 is installed: `.ci/setup` does that where Go is.
  it.skipIf(nativeActionlint === undefined).each(needed.filter(({ linter }) => linter === 'native'))(
    '$linter needs $entry.message',
    async (each) => {
      const findings = await workflowFindings('young.yml', young);
      expect(
        findings.filter(({ linter, message }) => linter === each.linter && each.entry.message.test(message)),
      ).not.toEqual([]);
    },
  );
});
