/** A pull request from its first try to production: judged, mended, judged again, approved, deployed; and what came before it. */
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { type StoryProject, storyProject, transcript } from './rig.ts';

let project: StoryProject;

beforeAll(async () => {
  project = await storyProject(
    {
      'ml-workflow.yml': `policy: { local-commands: true, approve: maintain, deploy-from: pr }
metrics: { accuracy: { unit: fraction, better: higher } }
commands:
  train:
    run: |
      echo "training for $(cat quality)"
      echo "{\\"accuracy\\": $(cat quality), \\"n\\": 400}" > "$ML_RUN_DIR/metrics.json"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy, n] }]
    timeout: 1m
  deploy: { run: 'echo "deploying $(cat quality)"', deploys: production, timeout: 1m }
`,
      'workflows/sweep.yml': `name: sweep
on: { comment: /sweep, label: "ml:sweep" }
chain: /train → /require:accuracy>0.9 → /approve:production → /deploy
`,
      'workflows/judge.yml': `name: judge
on: { comment: /judge }
chain: /train → /require:accuracy>0.9
`,
      quality: '0.91\n',
    },
    { github: { people: { maya: 'maintain', 'release[bot]': 'write' } } },
  );
});
afterAll(() => project.close());

it('a label starts it, a gate stops it, a push mends it, a person lets it go on to production', {
  timeout: 240_000,
}, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana', { quality: '0.80\n' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));

  await project.label('dana', pull.number, 'ml:sweep');
  expect(github.labels(pull.number)).toEqual([]);
  expect(await project.checks(pull.headSha)).toEqual([
    'ml / sweep: failure, gate not met: gate not met: accuracy 0.8 > 0.9',
    'ml / sweep / gate accuracy: failure, not met: accuracy 0.8 > 0.9',
  ]);
  const failed = await project.report(pull.number, 'sweep');
  expect(failed).toMatch(
    /^## ❌ sweep: gate not met\n\naccuracy 0.8 > 0.9 · at `[0-9a-f]{7}` · by `dana` · /,
  );
  expect(failed).toContain(
    '| `accuracy>0.9` | `accuracy 0.8 > 0.9` (80 %) | ❌ not met | `/train`; n = 400 |',
  );
  expect(await project.last(pull.number)).toMatch(
    /^@dana ❌ `sweep` on `[0-9a-f]{7}`: gate not met, `accuracy 0.8 > 0.9` · \[comment\]\(\S+\)$/,
  );

  // A program's label starts nothing, and what is pushed takes it away: it would have been for the commit before.
  await project.label('release[bot]', pull.number, 'ml:sweep');
  expect(github.labels(pull.number)).toEqual(['ml:sweep']);
  const head = await project.push(pull.number, { quality: '0.96\n' });
  expect(github.labels(pull.number)).toEqual([]);
  expect(await project.report(pull.number, 'sweep')).toContain(
    `> ⚠️ This verdict is about \`${pull.headSha.slice(0, 7)}\`; the pull request is at \`${head.slice(0, 7)}\` now`,
  );
  expect(await project.checks(head)).toEqual([]);

  await project.label('dana', pull.number, 'ml:sweep');
  const waiting = story.run('sweep.yml');
  expect(waiting.conclusion).toBe('success');
  expect(waiting.log).toContain('training for 0.96');
  expect(waiting.log).not.toContain('deploying');
  expect(await project.checks(head)).toEqual([
    'ml / sweep: in_progress, waiting for approval: waiting for `/approve:production`',
    'ml / sweep / gate accuracy: success, met: accuracy 0.96 > 0.9',
  ]);
  const asks = await project.report(pull.number, 'sweep');
  expect(asks).toMatch(/^## ⏸️ sweep: waiting for approval\n/);
  expect(asks).toContain(`write \`/ml-approve ${head.slice(0, 7)} production\``);
  expect(asks).not.toContain('This verdict is about');
  expect(asks).toContain('<summary>Earlier runs (1)</summary>');

  await project.say('dana', pull.number, `/ml-approve ${head.slice(0, 7)}`);
  expect(await project.reactions(pull.number, 'dana')).toEqual(['eyes', '-1']);
  expect(await project.last(pull.number)).toBe(
    'Nothing has started: `approve` takes the role `maintain`, and `dana` has `write`.',
  );
  await project.say('maya', pull.number, `/ml-approve ${pull.headSha.slice(0, 7)}`);
  expect(await project.last(pull.number)).toContain('the newest commit is');
  await project.say('maya', pull.number, `/ml-approve ${head.slice(0, 7)} staging`);
  expect(await project.last(pull.number)).toContain('it does not wait for `staging`, but for `production`');
  expect(story.run('sweep.yml')).toBe(waiting);

  await project.say('maya', pull.number, `/ml-approve ${head.slice(0, 7)} production`);
  expect(await project.reactions(pull.number, 'maya')).toEqual(['eyes', 'rocket']);
  const last = story.run('sweep.yml');
  expect(last).not.toBe(waiting);
  expect(last.log).toContain('deploying 0.96');
  expect(last.log).not.toContain('training for');
  expect(await project.checks(head)).toEqual([
    'ml / sweep: success, passed: gate met: accuracy 0.96 > 0.9',
    'ml / sweep / gate accuracy: success, met: accuracy 0.96 > 0.9',
  ]);
  expect(await project.report(pull.number, 'sweep')).toMatch(
    /^## ✅ sweep: passed\n\ngate met: accuracy 0.96 > 0.9 · at `[0-9a-f]{7}` · by `dana` · /,
  );
  expect(await project.last(pull.number)).toMatch(
    /^@dana ✅ `sweep` on `[0-9a-f]{7}`: passed, `accuracy 0.96 > 0.9` · \[comment\]\(\S+\)$/,
  );
  // Nothing waits any more.
  await project.say('maya', pull.number, `/ml-approve ${head.slice(0, 7)}`);
  expect(await project.last(pull.number)).toBe('No run waits for it.');
  expect(github.violations).toEqual([]);
});

it('what was approved is deployed, and nothing that was pushed since', { timeout: 120_000 }, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana', { quality: '0.95\n' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await project.say('dana', pull.number, '/sweep');
  const waiting = story.run('sweep.yml');
  const head = await project.push(pull.number, { quality: '0.99\n' });
  await project.say('maya', pull.number, `/ml-approve ${pull.headSha.slice(0, 12)}`);
  expect(await project.last(pull.number)).toContain(`the newest commit is \`${head.slice(0, 12)}\``);
  await project.say('maya', pull.number, `/ml-approve ${head.slice(0, 12)}`);
  expect(await project.last(pull.number)).toContain(
    `it waits at \`${pull.headSha.slice(0, 7)}\`, and the pull request has moved on`,
  );
  expect(story.run('sweep.yml')).toBe(waiting);
  expect(github.violations).toEqual([]);
});

it('a pull request is compared with what its base branch has measured last, and by whom it was asked can be read', {
  timeout: 180_000,
}, async () => {
  const { github, story } = project;
  await story.dispatch('maya', 'judge.yml');
  const pull = await project.pull('dana', { quality: '0.99\n' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await project.say('dana', pull.number, '/judge');
  const report = await project.report(pull.number, 'judge');
  expect(report).toContain('| `accuracy` | 0.91 | 0.99 | +8 pp better |');
  expect(report).toContain(`base: \`main\` at \`${project.sha.slice(0, 7)}\``);
  const raw =
    (await github.comments(pull.number)).find(({ body }) => body.includes('## ✅ judge'))?.body ?? '';
  expect(JSON.parse(/<!-- ml-workflow-audit: (.*) -->/.exec(raw)?.[1] ?? '')).toMatchObject({
    ...{ by: 'dana', asked: '/judge', sha: pull.headSha, verdict: 'passed' },
    github_run: story.run('judge.yml').id,
  });

  await story.merge('maya', pull.number);
  const next = await project.pull('dana', { 'notes.md': 'the same\n' });
  await project.say('dana', next.number, '/judge');
  const second = await project.report(next.number, 'judge');
  expect(second).toContain('| `accuracy` | 0.99 | 0.99 |');
  expect(second).toContain(`base: \`main\` at \`${pull.headSha.slice(0, 7)}\``);
  expect(github.violations).toEqual([]);
});
