/** Who may do what, how often, and with whose code on the runner. */
import { expect, it, onTestFailed } from 'vitest';
import { storyProject, transcript } from './rig.ts';

const files = (policy: string) => ({
  'ml-workflow.yml': `${policy}
metrics: { accuracy: { unit: fraction, better: higher } }
commands:
  train:
    run: |
      echo training
      echo '{"accuracy": 0.95, "n": 400}' > "$ML_RUN_DIR/metrics.json"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy, n] }]
    timeout: 1m
  burn: { run: echo burning, timeout: 1m }
`,
  'workflows/sweep.yml': 'name: sweep\non: { comment: /sweep, label: "ml:sweep" }\nchain: /train\n',
});

it('people, teams and limits of the day hold, also when two ask at once', { timeout: 240_000 }, async () => {
  const project = await storyProject(
    files(`policy:
  local-commands: true
  run: { role: write, people: [dana, maya], teams: [ml] }
  commands: { burn: { role: write, people: [maya] } }
  limits: { runs-per-person: 2, runs: 3 }
`),
    { github: { people: { maya: 'maintain', eve: 'write' }, teams: { ml: ['eve'] } } },
  );
  const { github, story } = project;
  const [one, other] = [await project.pull('dana'), await project.pull('maya')];
  onTestFailed(async () => console.log(await transcript(project, one.number)));
  try {
    await project.say('eve', one.number, '/sweep');
    // Who is in a team GitHub tells no job: that fails closed, and says what to do.
    expect(await project.last(one.number)).toBe(
      "Nothing has started: `run` is for `dana`, `maya`, `ml`, and `eve` is none of them.\n\nWhat to do: the job's token cannot see the team `ml`: name people under `policy:`.",
    );
    await project.say('dana', one.number, '/burn');
    expect(await project.last(one.number)).toBe(
      'Nothing has started: `/burn` is for `maya`, and `dana` is none of them.',
    );
    expect(story.runs.filter(({ file }) => file !== 'ml.yml')).toEqual([]);

    // One run each is left when both comment; then one more for the day.
    await project.say('dana', one.number, '/sweep');
    github.createComment('dana', one.number, '/sweep', { at: project.moment() });
    github.createComment('dana', other.number, '/sweep', { at: project.moment() });
    await story.settled();
    const passed = story.runs.filter(({ file, log }) => file === 'sweep.yml' && log.includes('│ training'));
    expect(passed.length).toBe(2);
    const answers = [...(await project.said(one.number)), ...(await project.said(other.number))];
    expect(answers.filter((text) => text.includes('`runs-per-person` is 2'))).toHaveLength(1);

    await project.label('maya', other.number, 'ml:sweep');
    await project.label('maya', other.number, 'ml:sweep');
    expect(await project.last(other.number)).toContain('today has 3 runs already, and `runs` is 3');
    expect(github.violations).toEqual([]);
  } finally {
    await project.close();
  }
});

it('commands for the runner are refused for the code of a pull request, unless the project allows them', {
  timeout: 120_000,
}, async () => {
  const project = await storyProject(files(''));
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  try {
    await project.say('dana', pull.number, '/sweep');
    expect(await project.reactions(pull.number, 'dana')).toEqual(['eyes', '-1']);
    expect(await project.last(pull.number)).toMatch(
      /^Nothing has started: `\/train` would run on the runner, beside the secrets of the job, with code that is not on the default branch\./,
    );
    await project.say('dana', pull.number, '/burn → /train');
    expect(await project.last(pull.number)).toContain('`/burn` would run on the runner');
    expect(project.github.dispatches).toEqual([]);
    expect(project.github.violations).toEqual([]);
  } finally {
    await project.close();
  }
});
