/** Two people on one pull request, and runs that are looked at and stopped: while they run, wait their turn, or wait for a person. */
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import { type StoryProject, storyProject, transcript } from './rig.ts';

let project: StoryProject;

beforeAll(async () => {
  project = await storyProject(
    {
      'ml-workflow.yml': `policy: { local-commands: true }
metrics: { accuracy: { unit: fraction, better: higher } }
commands:
  train:
    run: |
      echo "training" "$@"
      sleep "$(cat seconds)"
      echo '{"accuracy": 0.95, "n": 400}' > "$ML_RUN_DIR/metrics.json"
    params: { epochs: { type: integer, default: 3, flag: --epochs } }
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy, n] }]
    timeout: 10m
  deploy: { run: echo deploying, timeout: 1m }
`,
      'workflows/sweep.yml': `name: sweep
on: { comment: /sweep }
params: { epochs: { type: integer, default: 4 } }
chain: /train → /require:accuracy>0.9
`,
      'workflows/ship.yml': `name: ship
on: { comment: /ship }
chain: /approve:production → /deploy
`,
      seconds: '0\n',
    },
    { github: { people: { maya: 'maintain' } } },
  );
});
afterAll(() => project.close());

it('of two who ask at once each gets a run, one after the other', { timeout: 120_000 }, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana', { seconds: '3\n' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  github.createComment('dana', pull.number, '/sweep', { at: project.moment() });
  github.createComment('maya', pull.number, '/sweep --epochs 9', { at: project.moment() });
  const runs = (await story.settled()).filter(({ file }) => file === 'sweep.yml');
  expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success']);
  expect(runs.map(({ log }) => /│ training (.*)/.exec(log)?.[1]).sort()).toEqual([
    '--epochs 4',
    '--epochs 9',
  ]);
  expect(await project.reactions(pull.number, 'dana')).toEqual(['eyes', 'rocket']);
  expect(await project.reactions(pull.number, 'maya')).toEqual(['eyes', 'rocket']);
  const report = await project.report(pull.number, 'sweep');
  const [first = '', fold = ''] = report.split('<summary>Earlier runs (1)</summary>');
  const [, later, earlier] = first.includes('by `dana`') ? ['', 'dana', 'maya'] : ['', 'maya', 'dana'];
  expect(first).toMatch(/^## ✅ sweep: passed\n/);
  expect(first).toContain(`by \`${later}\``);
  expect(fold).toMatch(new RegExp(`✅ \\[passed\\]\\(.*\\| 0.95 \`accuracy\` \\| \`${earlier}\` \\|`));
  const said = await project.said(pull.number);
  for (const login of ['dana', 'maya'])
    expect(said.filter((text) => text.startsWith(`@${login} ✅ \`sweep\``))).toHaveLength(1);
  expect(
    (await github.checkRuns(pull.headSha)).map(({ status, conclusion }) => `${status} ${conclusion}`),
  ).toEqual(Array(4).fill('completed success'));
  expect(github.violations).toEqual([]);
});

it('a stop ends what trains and what has not begun, within seconds, and says who it was', {
  timeout: 120_000,
}, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana', { seconds: '500\n' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await project.say('riley', pull.number, '/ml-status');
  expect(await project.last(pull.number)).toContain('Nothing has run for this pull request yet.');

  const before = story.runs.length;
  const own = () => story.runs.slice(before).filter(({ file }) => file === 'sweep.yml');
  github.createComment('dana', pull.number, '/sweep', { at: project.moment() });
  await story.until(() => own().some(({ log }) => log.includes('│ training')));
  github.createComment('maya', pull.number, '/sweep --epochs 9', { at: project.moment() });
  await story.until(async () => (await project.reactions(pull.number, 'maya')).includes('rocket'));
  github.createComment('riley', pull.number, '/ml-status', { at: project.moment() });
  await story.until(async () => (await project.last(pull.number)).startsWith('| workflow | state |'));
  const status = await project.last(pull.number);
  const short = pull.headSha.slice(0, 7);
  expect(status).toMatch(
    new RegExp(`^\\| \`sweep\` \\| running since \\d\\d:\\d\\d UTC \\| \`${short}\` \\| \`dana\` \\|`, 'm'),
  );
  expect(status).toMatch(new RegExp(`^\\| \`sweep\` \\| queued \\| \`${short}\` \\| \`maya\` \\|`, 'm'));

  // 500 seconds of training are left.
  await project.say('maya', pull.number, '/ml-stop');
  expect(own().map(({ conclusion }) => conclusion)).toEqual(['cancelled', 'cancelled']);
  const answer = await project.last(pull.number);
  expect(answer).toMatch(
    /^Stopped:\n\n- `sweep` \(\[run \d+\]\(\S+\)\) is over\.\n- `sweep` .* had not begun, and does not\.$/,
  );
  expect(await project.report(pull.number, 'sweep')).toMatch(
    /^## ⏹️ sweep: cancelled\n\nstopped by `maya` · at /,
  );
  for (const { status: now, conclusion } of await github.checkRuns(pull.headSha))
    expect(`${now} ${conclusion}`).toBe('completed cancelled');
  await project.say('riley', pull.number, '/ml-status');
  expect(await project.last(pull.number)).toMatch(/^\| `sweep` \| cancelled \| `[0-9a-f]{7}` \| `dana` \|/m);
  await project.say('maya', pull.number, '/ml-stop');
  expect(await project.last(pull.number)).toBe('Nothing runs for this pull request, and nothing waits.');
  expect(github.violations).toEqual([]);
});

it('what waits for a person can be given up, and cannot be approved then', { timeout: 120_000 }, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await project.say('dana', pull.number, '/ship');
  await project.say('dana', pull.number, '/ml-status');
  expect(await project.last(pull.number)).toMatch(/^\| `ship` \| waiting for `production` \| /m);
  await project.say('maya', pull.number, '/ml-stop swep');
  expect(await project.last(pull.number)).toContain('did you mean `sweep`?');
  await project.say('maya', pull.number, '/ml-stop ship');
  expect(await project.last(pull.number)).toBe(
    'Stopped:\n\n- `ship` waited for an approval, and does not any more.',
  );
  expect(await project.checks(pull.headSha)).toEqual(['ml / ship: cancelled, stopped by maya']);
  expect(await project.report(pull.number, 'ship')).toMatch(/^## ⏹️ ship: stopped by maya\n/);
  const run = story.run('ship.yml');
  await project.say('maya', pull.number, `/ml-approve ${pull.headSha.slice(0, 7)}`);
  expect(await project.last(pull.number)).toBe('No run waits for it.');
  expect(story.run('ship.yml')).toBe(run);
  expect(github.violations).toEqual([]);
});

it('two who approve at once start one deployment', { timeout: 120_000 }, async () => {
  const { github, story } = project;
  const pull = await project.pull('dana');
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  await project.say('dana', pull.number, '/ship');
  const before = story.runs.length;
  const word = `/ml-approve ${pull.headSha.slice(0, 7)}`;
  github.createComment('dana', pull.number, word, { at: project.moment() });
  github.createComment('maya', pull.number, word, { at: project.moment() });
  await story.settled();
  const deployed = story.runs.slice(before).filter(({ log }) => log.includes('│ deploying'));
  expect(deployed).toHaveLength(1);
  expect(await project.checks(pull.headSha)).toEqual(['ml / ship: success, passed: every command succeeded']);
  expect(github.violations).toEqual([]);
});
