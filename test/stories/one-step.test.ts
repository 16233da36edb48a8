/** A repository with ten lines of its own and no router: the job that reads a comment answers it, or runs what it asks for. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { type StoryProject, storyProject, transcript } from './rig.ts';

/** As the page has it. */
const page = readFileSync(new URL('../../docs/getting-started.md', import.meta.url), 'utf8');
const [, tenLines = ''] = /```yaml\n(on: \{ issue_comment: [\s\S]*?)```/.exec(page) ?? [];
const forLabels = `on: { pull_request_target: { types: [labeled] } }
permissions: { contents: read, actions: read, checks: write, pull-requests: write }
jobs:
  ml:
    runs-on: ubuntu-latest
    steps:
      - uses: moola/ml-workflow@v1
`;

let project: StoryProject;

beforeAll(async () => {
  project = await storyProject(
    {
      '.github/workflows/ml.yml': tenLines,
      '.github/workflows/label.yml': forLabels,
      'ml-workflow.yml': `policy: { local-commands: true, deploy-from: pr }
metrics: { accuracy: { unit: fraction, better: higher } }
commands:
  train:
    run: |
      echo "training for $(cat quality)" "$@"
      echo "{\\"accuracy\\": $(cat quality), \\"n\\": 400}" > "$ML_RUN_DIR/metrics.json"
    params: { epochs: { type: integer, default: 3, flag: --epochs } }
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy, n] }]
    timeout: 1m
  deploy: { run: 'echo "deploying $(cat quality)"', deploys: production, timeout: 1m }
`,
      'workflows/sweep.yml': `name: sweep
on: { comment: /sweep, label: "ml:sweep" }
params: { epochs: { type: integer, default: 4 } }
chain: /train → /require:accuracy>0.9 → /approve:production → /deploy
`,
      quality: '0.95\n',
    },
    { hasRouter: false, github: { people: { maya: 'maintain' } } },
  );
});
afterAll(() => project.close());

it('answers what a person may ask, and refuses the rest', { timeout: 120_000 }, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await project.say('riley', pull.number, '/ml-help');
  expect(await project.last(pull.number)).toMatch(/^As `riley` you have the `read` role here\./);
  await project.say('riley', pull.number, '/ml-plan');
  expect(await project.last(pull.number)).toContain(
    '### `sweep`\n\nFree of charge, with no bound on its time.',
  );
  await project.say('riley', pull.number, '/ml-status');
  expect(await project.last(pull.number)).toContain('Nothing has run for this pull request yet.');
  await project.say('riley', pull.number, '/sweep');
  expect(await project.reactions(pull.number, 'riley')).toEqual(['eyes', '-1']);
  expect(await project.last(pull.number)).toBe(
    'Nothing has started: `run` takes the role `write`, and `riley` has `read`.',
  );
  await project.say('dana', pull.number, 'looks good to me');
  expect(await project.reactions(pull.number, 'dana')).toEqual([]);
  expect(story.runs.map(({ conclusion }) => conclusion)).toEqual([...Array(4).fill('success'), 'skipped']);
  expect(await project.checks(pull.headSha)).toEqual([]);
  expect(github.dispatches).toEqual([]);
  expect(github.violations).toEqual([]);
});

it('runs a comment in the job that has read it, waits without a runner, and goes on', {
  timeout: 180_000,
}, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana', { quality: '0.97\n' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const [asked] = await project.say('dana', pull.number, '/sweep --epochs 7');
  expect(asked?.conclusion).toBe('success');
  expect(asked?.log).toContain('training for 0.97 --epochs 7');
  expect(asked?.log).not.toContain('deploying');
  expect(await project.reactions(pull.number, 'dana')).toEqual(['eyes', 'rocket']);
  expect(await project.report(pull.number, 'sweep')).toMatch(/^## ⏸️ sweep: waiting for approval\n/);
  expect(await project.checks(pull.headSha)).toEqual([
    'ml / sweep: in_progress, waiting for approval: waiting for `/approve:production`',
    'ml / sweep / gate accuracy: success, met: accuracy 0.97 > 0.9',
  ]);
  const [approved] = await project.say('maya', pull.number, `/ml-approve ${pull.headSha.slice(0, 7)}`);
  expect(approved?.log).toContain('deploying 0.97');
  expect(approved?.log).not.toContain('training for');
  expect(await project.report(pull.number, 'sweep')).toMatch(/^## ✅ sweep: passed\n/);
  expect((await project.checks(pull.headSha))[0]).toBe(
    'ml / sweep: success, passed: gate met: accuracy 0.97 > 0.9',
  );
  expect(await project.last(pull.number)).toMatch(
    /^@dana ✅ `sweep` on `[0-9a-f]{7}`: passed, .* · \[comment\]/,
  );
  expect(new Set(story.runs.map(({ file }) => file))).toEqual(new Set(['ml.yml']));
  expect(github.violations).toEqual([]);
});

it('runs a label, and a typed chain', { timeout: 120_000 }, async () => {
  const { github } = project;
  const pull = await project.pull('dana', { quality: '0.80\n' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const [labelled] = await project.label('dana', pull.number, 'ml:sweep');
  expect(labelled?.conclusion).toBe('failure');
  expect(github.labels(pull.number)).toEqual([]);
  expect(await project.report(pull.number, 'sweep')).toMatch(/^## ❌ sweep: gate not met\n/);
  const [typed] = await project.say('dana', pull.number, '/train --epochs 2 → /if:accuracy>0.5 → /train');
  expect(typed?.log).toContain('training for 0.80 --epochs 2');
  expect(await project.report(pull.number, 'ml-run')).toMatch(/^## ✅ ml-run: passed\n/);
  expect(github.violations).toEqual([]);
});
