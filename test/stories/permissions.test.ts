/** Jobs without a permission that they would have use for: what can be done is done, and what was lost is said. */
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { type StoryProject, storyProject, transcript } from './rig.ts';

let project: StoryProject;

beforeAll(async () => {
  project = await storyProject({
    'ml-workflow.yml': `policy: { local-commands: true }
metrics: { accuracy: { unit: fraction, better: higher } }
commands:
  train:
    run: |
      echo training
      echo '{"accuracy": 0.95, "n": 400}' > "$ML_RUN_DIR/metrics.json"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy, n] }]
    timeout: 1m
`,
    'workflows/sweep.yml': 'name: sweep\non: { comment: /sweep }\nchain: /train → /require:accuracy>0.9\n',
  });
});
afterAll(() => project.close());

/** The files of `main` as somebody has made them; the originals again behind it. */
async function without(lines: Readonly<Record<string, RegExp>>, story: () => Promise<void>): Promise<void> {
  const { github } = project;
  const before: Record<string, string> = {};
  const edited: Record<string, string> = {};
  for (const [name, line] of Object.entries(lines)) {
    const path = `.github/workflows/${name}`;
    const text = (await github.file('main', path)) ?? '';
    before[path] = text;
    edited[path] = text.replace(line, '');
    expect(edited[path]).not.toBe(text);
  }
  await github.push('main', edited, 'Take permissions away', { by: 'moola' });
  await project.story.settled();
  await story();
  await github.push('main', before, 'Give them back', { by: 'moola' });
  await project.story.settled();
}

it('without check runs the comment has the verdict, and says what is missing', {
  timeout: 120_000,
}, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const parts = { 'ml.yml': / {6}checks: write\n/, 'sweep.yml': /, checks: write/g };
  await without(parts, async () => {
    const [router] = await project.say('dana', pull.number, '/sweep');
    const loss = 'the check run was not written: the job needs `permissions: { checks: write }`';
    expect(router?.log).toContain(loss);
    expect(story.run('sweep.yml').conclusion).toBe('success');
    expect(await project.checks(pull.headSha)).toEqual([]);
    const report = await project.report(pull.number, 'sweep');
    expect(report).toMatch(/^## ✅ sweep: passed\n/);
    expect(report).toContain(loss);
  });
  expect(github.violations).toEqual([]);
});

it('a router that may not start runs says so where it was asked', { timeout: 60_000 }, async () => {
  const { github } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await without({ 'ml.yml': / {6}actions: write.*\n/ }, async () => {
    const [router] = await project.say('dana', pull.number, '/sweep');
    expect(router?.conclusion).toBe('failure');
    expect(await project.reactions(pull.number, 'dana')).toEqual(['eyes', 'confused']);
    expect(await project.last(pull.number)).toBe(
      'Nothing has started: `.github/workflows/sweep.yml` was not started: the job needs `permissions: { actions: write }`.',
    );
  });
  expect(github.dispatches.length).toBe(project.story.runs.filter(({ file }) => file === 'sweep.yml').length);
});

it('a router that may not write to pull requests starts nothing, and its log says why', {
  timeout: 60_000,
}, async () => {
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await without({ 'ml.yml': / {6}pull-requests: write.*\n/ }, async () => {
    const runs = await project.say('dana', pull.number, '/sweep');
    expect(runs.map(({ file, conclusion }) => `${file} ${conclusion}`)).toEqual(['ml.yml failure']);
    const [router] = runs;
    expect(router?.log).toContain('the job needs `permissions: { pull-requests: write }`');
    expect(router?.log).not.toContain('internal error');
  });
});

it('a run that may not read the pull request does not begin, and leaves no check run open', {
  timeout: 120_000,
}, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await without({ 'sweep.yml': /, pull-requests: write/g }, async () => {
    await project.say('dana', pull.number, '/sweep');
    const run = story.run('sweep.yml');
    expect(run.conclusion).toBe('failure');
    expect(run.log).not.toContain('│ training');
    expect(run.log).toContain(
      'the comment was not written: the job needs `permissions: { pull-requests: write }`',
    );
    const checks = await github.checkRuns(pull.headSha);
    expect(checks.map(({ name, conclusion }) => `${name} ${conclusion}`)).toEqual(['ml / sweep cancelled']);
  });
});
