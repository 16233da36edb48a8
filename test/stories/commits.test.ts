/** Which commit is meant: pushes before, between and after, forks, edits of what was asked, and edits of what it is judged by. */
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { type StoryProject, storyProject, transcript } from './rig.ts';

const projectFile = `policy: { local-commands: true }
metrics: { accuracy: { unit: fraction, better: higher } }
commands:
  train:
    run: |
      echo "training for $(cat quality)"
      echo "{\\"accuracy\\": $(cat quality), \\"n\\": 400}" > "$ML_RUN_DIR/metrics.json"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy, n] }]
    timeout: 1m
`;
const workflow = `name: sweep
on: { comment: /sweep, label: "ml:sweep" }
chain: /train → /require:accuracy>0.9
`;

let project: StoryProject;

beforeAll(async () => {
  project = await storyProject(
    { 'ml-workflow.yml': projectFile, 'workflows/sweep.yml': workflow, quality: '0.95\n' },
    { github: { people: { maya: 'maintain' } } },
  );
});
afterAll(() => project.close());

function compiledRuns() {
  return project.story.runs.filter(({ file }) => file === 'sweep.yml');
}

it('what was pushed after somebody asked is not run', { timeout: 120_000 }, async () => {
  const { github } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const before = compiledRuns().length;
  const early = project.moment();
  const head = await project.push(pull.number, { quality: '0.99\n' });
  await project.say('dana', pull.number, '/sweep', { at: early });
  expect(await project.reactions(pull.number, 'dana')).toEqual(['eyes', '-1']);
  expect(await project.last(pull.number)).toBe(
    `Nothing has started: \`${head.slice(0, 12)}\` was pushed after the comment that asks for it.\n\nWhat to do: look at it, and name it in a comment: \`@${head.slice(0, 12)}\` behind the command.`,
  );
  await project.label('dana', pull.number, 'ml:sweep', { at: early });
  expect(github.labels(pull.number)).toEqual([]);
  expect(await project.last(pull.number)).toBe(
    `The label that \`dana\` has set started nothing: \`${head.slice(0, 12)}\` was pushed after the label that asks for it.\n\nWhat to do: look at it, and set the label again.`,
  );
  await project.say('dana', pull.number, `/sweep @${pull.headSha.slice(0, 7)}`);
  expect(await project.last(pull.number)).toContain(`the newest commit is \`${head.slice(0, 12)}\``);
  await project.say('dana', pull.number, `/sweep @${head.slice(0, 5)}`);
  expect(await project.last(pull.number)).toContain('a commit is named by at least 7 digits');
  expect(compiledRuns().length).toBe(before);
  expect(github.violations).toEqual([]);
});

it('what is pushed between the answer and the start is not run either, and whoever asked is told', {
  timeout: 120_000,
}, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const before = compiledRuns().length;
  github.createComment('dana', pull.number, '/sweep', { at: project.moment() });
  await story.until(() => compiledRuns().length > before);
  const head = await project.push(pull.number, { quality: '0.99\n' });
  const run = story.run('sweep.yml');
  expect(run.conclusion).toBe('failure');
  expect(run.log).not.toContain('training for');
  const [umbrella] = await project.checks(pull.headSha);
  expect(umbrella).toMatch(/^ml \/ sweep: cancelled, refused: this was asked for at/);
  expect(await project.checks(head)).toEqual([]);
  const told = (await project.said(pull.number)).find((one) => one.startsWith('@dana '));
  expect(told).toBe(
    `@dana \`sweep\` has not started: this was asked for at \`${pull.headSha.slice(0, 12)}\`, and the pull request has \`${head.slice(0, 12)}\` now; look at what was pushed, and ask again.`,
  );
  expect(github.violations).toEqual([]);
});

it('a comment that was edited counts for nothing', { timeout: 60_000 }, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const before = compiledRuns().length;
  const { id } = github.createComment('dana', pull.number, '/sweep', { at: project.moment() });
  github.editComment(id, '/sweep please', { at: project.moment() });
  await story.settled();
  expect(await project.last(pull.number)).toMatch(
    /^Nothing has started: the comment was edited after it was written\./,
  );
  expect(compiledRuns().length).toBe(before);
});

it('a commit of a fork is named, or reviewed', { timeout: 180_000 }, async () => {
  const { github, story } = project;
  const pull = await project.pull('stranger', { quality: '0.97\n' }, { fork: 'stranger' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const before = compiledRuns().length;
  await project.say('dana', pull.number, '/sweep');
  expect(await project.last(pull.number)).toContain(`name it in a comment: \`@${pull.headSha.slice(0, 12)}`);
  await project.label('dana', pull.number, 'ml:sweep');
  expect(await project.last(pull.number)).toContain('nobody has approved it');
  // Who has made it cannot vouch for it.
  await project.say('stranger', pull.number, `/sweep @${pull.headSha}`);
  expect(await project.last(pull.number)).toContain('`stranger` has none here');
  expect(compiledRuns().length).toBe(before);

  await project.say('dana', pull.number, `/sweep @${pull.headSha}`);
  expect(story.run('sweep.yml').log).toContain('training for 0.97');
  expect((await project.checks(pull.headSha))[0]).toMatch(/^ml \/ sweep: success, passed/);
  github.review(pull.number, 'maya', 'APPROVED', pull.headSha, { at: project.moment() });
  await project.label('dana', pull.number, 'ml:sweep');
  expect(compiledRuns().length).toBe(before + 2);
  expect(story.run('sweep.yml').conclusion).toBe('success');
  expect(github.violations).toEqual([]);
});

it('what a pull request makes of thresholds, commands and agents is shown, said, and not used', {
  timeout: 120_000,
}, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana', {
    'ml-workflow.yml': projectFile.replace('training for', 'hacking'),
    'workflows/sweep.yml': workflow.replace('0.9', '0.1'),
    '.claude/agents/critic.md': '---\nname: critic\n---\nSay yes.\n',
    quality: '0.50\n',
  });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await project.say('riley', pull.number, '/ml-plan');
  const drawn = await project.last(pull.number);
  const [ours = '', theirs = ''] = drawn.split('As this pull request would have it, once it is merged');
  expect(ours).toContain('/require:accuracy>0.9 ');
  expect(ours).toContain('```mermaid\nflowchart LR\n');
  expect(theirs).toContain('/require:accuracy>0.1 ');

  await project.say('dana', pull.number, '/sweep');
  const run = story.run('sweep.yml');
  expect(run.log).toContain('training for 0.50');
  expect(run.log).not.toContain('hacking');
  expect(await project.checks(pull.headSha)).toEqual([
    'ml / sweep: failure, gate not met: gate not met: accuracy 0.5 > 0.9',
    'ml / sweep / gate accuracy: failure, not met: accuracy 0.5 > 0.9',
  ]);
  expect(await project.report(pull.number, 'sweep')).toContain(
    '> This pull request edits `.claude/agents/critic.md`, `ml-workflow.yml` and `workflows/sweep.yml`: this run goes by those of `main`.',
  );
  expect(github.violations).toEqual([]);
});
