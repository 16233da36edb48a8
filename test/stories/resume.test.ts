/** Runs that have failed and go on: where they ended, from an element, with another value; compiled ones and typed chains. */
import { afterAll, beforeAll, expect, it, onTestFailed } from 'vitest';
import type { StoryRun } from '../rig/story.ts';
import { type StoryProject, storyProject, transcript } from './rig.ts';

let project: StoryProject;

beforeAll(async () => {
  project = await storyProject({
    'ml-workflow.yml': `policy: { local-commands: true }
commands:
  prepare: { run: echo preparing, timeout: 1m }
  train:
    run: echo "training" "$@"
    params: { epochs: { type: integer, default: 3, flag: --epochs } }
    timeout: 1m
  evaluate: { run: 'echo evaluating; test ! -e broken', timeout: 1m }
  deploy: { run: echo deploying, timeout: 1m }
`,
    'workflows/sweep.yml': `name: sweep
on: { comment: /sweep }
params: { epochs: { type: integer, default: 4 } }
chain: /prepare → /train → /evaluate
`,
  });
});
afterAll(() => project.close());

/** The commands that ran in it, as they have said themselves. */
function ran(runs: readonly StoryRun[]): string[] {
  const [run] = runs.filter(({ file }) => file !== 'ml.yml');
  return [...(run?.log ?? '').matchAll(/^ *\/\w.*│ (.*)$/gm)].map(([, said = '']) => said);
}

it('a compiled run goes on where it failed, from an element, or with another value', {
  timeout: 180_000,
}, async () => {
  const { github } = project;
  const pull = await project.pull('dana', { broken: '' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const say = (body: string) => project.say('dana', pull.number, body);
  expect(ran(await say('/sweep'))).toEqual(['preparing', 'training --epochs 4', 'evaluating']);
  expect(await project.report(pull.number, 'sweep')).toContain('`/ml-resume` go on where it ended');
  expect(ran(await say('/ml-resume'))).toEqual(['evaluating']);
  expect(await project.reactions(pull.number, 'dana')).toEqual(['eyes', 'rocket']);
  expect((await project.said(pull.number)).at(-2)).toMatch(
    /^`sweep` goes on at `[0-9a-f]{7}` \(\[run\]\(\S+\)\)\.$/,
  );
  expect(await project.last(pull.number)).toMatch(/^@dana ❌ `sweep` on /);
  expect(ran(await say('/ml-resume --from /train'))).toEqual(['training --epochs 4', 'evaluating']);
  expect(ran(await say('/ml-resume --with epochs=9'))).toEqual(['training --epochs 9', 'evaluating']);

  expect(ran(await say('/ml-resume --from /trian'))).toEqual([]);
  expect(await project.last(pull.number)).toBe(
    'Nothing has started: the chain of `sweep` has no `/trian`; did you mean `/train`?',
  );
  expect(ran(await say('/ml-resume --with epoch=9'))).toEqual([]);
  expect(await project.last(pull.number)).toBe(
    'Nothing has started: `sweep` has no parameter `epoch`; did you mean `epochs`?',
  );
  expect(await project.report(pull.number, 'sweep')).toMatch(/^## ❌ sweep: failed\n/);
  const open = (await github.checkRuns(pull.headSha)).filter(({ status }) => status !== 'completed');
  expect(open).toEqual([]);
  expect(github.violations).toEqual([]);
});

it('a typed chain goes on in the same way', { timeout: 120_000 }, async () => {
  const { github } = project;
  const pull = await project.pull('dana', { broken: '' });
  onTestFailed(async () => console.log(await transcript(project, pull.number)));
  const say = (body: string) => project.say('dana', pull.number, body);
  expect(ran(await say('/train --epochs 5 → /evaluate → /deploy'))).toEqual([
    'training --epochs 5',
    'evaluating',
  ]);
  expect(ran(await say('/ml-resume'))).toEqual(['evaluating']);
  expect(ran(await say('/ml-resume --from /train'))).toEqual(['training --epochs 5', 'evaluating']);
  expect(ran(await say('/ml-resume --from /deploy'))).toEqual([]);
  expect(await project.last(pull.number)).toBe(
    '@dana `ml-run` has not gone on: the run had not come to `/deploy`.',
  );
  expect(await project.report(pull.number, 'ml-run')).toMatch(/^## ❌ ml-run: failed\n/);
  expect(github.violations).toEqual([]);
});

it('several lines are one after the other, up to the first that fails', { timeout: 120_000 }, async () => {
  const { github } = project;
  const [bad, good] = [await project.pull('dana', { broken: '' }), await project.pull('dana')];
  onTestFailed(async () => console.log(await transcript(project, bad.number)));
  const lines = '/train --epochs 2\n\nand then, if that is well,\n\n/evaluate\n/deploy';
  expect(ran(await project.say('dana', bad.number, lines))).toEqual(['training --epochs 2', 'evaluating']);
  expect((await project.checks(bad.headSha))[0]).toMatch(/^ml \/ ml-run: failure, /);
  expect(ran(await project.say('dana', good.number, lines))).toEqual([
    'training --epochs 2',
    'evaluating',
    'deploying',
  ]);
  // What has passed has nothing to go on with.
  await project.say('dana', good.number, '/ml-resume');
  expect(await project.last(good.number)).toContain('it has passed: comment its command to run it again');
  expect(github.violations).toEqual([]);
});
