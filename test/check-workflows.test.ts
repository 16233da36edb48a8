/** A workflow that names what does not exist is refused, with the place. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkWorkflow, shippedActions, shippedWorkflows } from '../scripts/check-workflows.mjs';
import { temporaryFolder } from './targets/rig.ts';

let root: string;
beforeAll(() => {
  root = temporaryFolder();
  mkdirSync(join(root, 'open'));
  mkdirSync(join(root, 'src/parts'), { recursive: true });
  writeFileSync(join(root, 'action.yml'), 'inputs: { chain: {} }\noutputs: { decision: {} }\n');
  writeFileSync(
    join(root, 'open/action.yml'),
    'inputs: { job: { required: true }, token: { required: true, default: x } }\noutputs: { next: {} }\n',
  );
  writeFileSync(join(root, 'src/parts/open.ts'), "export const next = 'ML_NEXT';\n");
});

/** Sound; each test below puts one fault into it. */
const sound = `name: sound
on:
  schedule: [{ cron: "17 5 * * 1" }]
  workflow_dispatch:
    inputs: { request: { type: string } }
concurrency: { group: "a-\${{ fromJSON(inputs.request || '{}').pr || github.event.inputs.request }}" }
env: { ML_ALL: "1" }
jobs:
  plan:
    runs-on: ubuntu-latest
    env: { ML_READY: "[]" }
    outputs: { next: "\${{ env.ML_NEXT }}", cells: "\${{ steps.one.outputs.next }}" }
    steps:
      - { id: one, uses: moola/ml-workflow/open@v1, with: { job: plan } }
      - { if: "contains(fromJSON(env.ML_READY), 'needs.none')", uses: ./, with: { Chain: /a } }
      - run: echo "$ML_ALL \${ML_OWN}" \${{ steps.one.outputs.next }}
        env: { ML_OWN: "\${{ needs.*.result }}" }
  sweep:
    needs: [plan]
    if: "!cancelled() && contains(needs.*.outputs.next, 'sweep') && needs['plan'].outputs['cells'] != ''"
    runs-on: ubuntu-latest
    strategy: { matrix: { cell: "\${{ fromJSON(needs.plan.outputs.cells) }}" } }
    steps:
      - run: ML_MADE=1; echo "$ML_MADE \${{ matrix.cell }}"
`;

it('a sound workflow has no problems', () => {
  expect(checkWorkflow({ path: 'w.yml', text: sound, root })).toEqual([]);
});

/** Text that is replaced, what by, the text that the problem points to, and the problem. */
const faults: [fault: string, from: string, to: string, at: string, message: string][] = [
  [
    'an output that the job does not declare',
    'needs.plan.outputs.cells)',
    'needs.plan.outputs.cell)',
    'needs.plan.outputs.cell)',
    'the job `plan` has no output `cell`; it has `next`, `cells`',
  ],
  [
    'the same in brackets',
    "outputs['cells']",
    "outputs['cell']",
    "needs['plan']",
    'the job `plan` has no output `cell`; it has `next`, `cells`',
  ],
  [
    'an output that no needed job declares',
    'needs.*.outputs.next',
    'needs.*.outputs.nxt',
    'needs.*.outputs.nxt',
    'no job that `sweep` needs has an output `nxt`',
  ],
  ['a need of an unknown job', '[plan]', '[plan, plam]', 'plam', 'there is no job `plam`'],
  [
    'the outputs of an unknown job',
    'needs.plan.outputs',
    'needs.plam.outputs',
    'needs.plam',
    'there is no job `plam`',
  ],
  [
    'the outputs of a job that is not needed',
    'needs.*.result',
    'needs.sweep.result',
    'needs.sweep',
    'the job `plan` does not need `sweep`',
  ],
  [
    'an unknown step',
    '"${{ steps.one.outputs.next }}" }',
    '"${{ steps.two.outputs.next }}" }',
    'steps.two',
    'the job `plan` has no step with the id `two`',
  ],
  [
    'a step that does not come before',
    '{ job: plan }',
    '{ job: "${{ steps.one.outcome }}" }',
    'steps.one.outcome',
    'the step `one` does not run before this one',
  ],
  [
    'an input that the action does not declare',
    'Chain: /a',
    'chian: /a',
    'chian',
    '`./` has no input `chian`; it has `chain`',
  ],
  [
    'an input that the action needs',
    'with: { job: plan }',
    'with: { token: plan }',
    'moola/',
    '`moola/ml-workflow/open@v1` needs the input `job`',
  ],
  ['an action that does not exist', './,', './opne,', './opne', 'there is no action `./opne`'],
  [
    'an output that the action does not declare',
    '"${{ steps.one.outputs.next }}" }',
    '"${{ steps.one.outputs.decision }}" }',
    'steps.one.outputs.decision',
    '`moola/ml-workflow/open@v1` has no output `decision`; it has `next`',
  ],
  [
    'an input that the workflow does not declare',
    'fromJSON(inputs.request',
    'fromJSON(inputs.reqest',
    'inputs.reqest',
    'the workflow has no input `reqest`; it has `request`',
  ],
  [
    'the same by way of the event',
    'github.event.inputs.request',
    'github.event.inputs.reqest',
    'github.event.inputs.reqest',
    'the workflow has no input `reqest`; it has `request`',
  ],
  [
    'a variable that nothing sets',
    'env.ML_READY',
    'env.ML_REDAY',
    'env.ML_REDAY',
    'nothing sets the variable `ML_REDAY`',
  ],
  [
    'a variable of the actions where none of them runs',
    'matrix.cell',
    'env.ML_NEXT',
    'env.ML_NEXT }}"\n',
    'nothing sets the variable `ML_NEXT`',
  ],
  [
    'an unknown variable in a script',
    'echo "$ML_ALL',
    'echo "$ML_ANY',
    'ML_ANY',
    'nothing sets the variable `ML_ANY`',
  ],
];

it.each(faults)('%s is found at its place', (_, from, to, at, message) => {
  expect(sound).toContain(from);
  const text = sound.replace(from, to);
  const offset = text.indexOf(at);
  expect(text.lastIndexOf(at)).toBe(offset);
  const before = text.slice(0, offset).split('\n');
  const place = { path: 'w.yml', line: before.length, column: (before.at(-1) ?? '').length + 1 };
  expect(checkWorkflow({ path: 'w.yml', text, root })).toEqual([{ ...place, message }]);
});

it('says where a file is no YAML', () => {
  const problems = checkWorkflow({ path: 'w.yml', text: 'on: push\njobs: [\n', root });
  expect(problems).toEqual([expect.objectContaining({ path: 'w.yml', line: 3, column: 1 })]);
});

it('finds what is shipped, and nothing else', () => {
  const folder = temporaryFolder();
  const files = [
    '.github/workflows/ci.yml',
    'templates/reap.yml',
    'examples/a/.github/workflows/b.yaml',
    'examples/a/workflows/chain.yml',
    'examples/a/node_modules/p/.github/workflows/c.yml',
    'action.yml',
    'open/action.yml',
    'open/deep/action.yml',
    'node_modules/action.yml',
  ];
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  expect(shippedWorkflows(folder)).toEqual([
    '.github/workflows/ci.yml',
    'examples/a/.github/workflows/b.yaml',
    'templates/reap.yml',
  ]);
  expect(shippedActions(folder)).toEqual(['action.yml', 'open/action.yml']);
});

describe('the command', () => {
  const script = fileURLToPath(new URL('../scripts/check-workflows.mjs', import.meta.url));
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [script, ...words], { encoding: 'utf8', cwd: root });

  it('accepts all that is shipped', () => {
    const { status, stderr } = run();
    expect([status, stderr]).toEqual([0, '']);
  });

  it('says where a fault is, and fails', () => {
    writeFileSync(join(root, 'faulty.yml'), 'on: push\njobs:\n  a: { runs-on: x, needs: [b], steps: [] }\n');
    const { status, stderr } = run('faulty.yml');
    expect([status, stderr]).toEqual([1, 'faulty.yml:3:28: there is no job `b`\n']);
  });
});
