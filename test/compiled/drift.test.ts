/**
 * The shipped `continuous-training`, night after night, as its compiled workflow runs it: real data that drifts, a real training, one
 * issue, a pull request, and the permissions that the file gives its jobs.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { node, scene } from '../all-workflows-rig.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';
import { type CompiledProject, type CompiledRun, compiledProject } from './rig.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const place = 'all-workflows';
const name = 'continuous-training';
const title = 'What comes in has drifted from what was trained on';

let project: CompiledProject;
let github: RigGitHub;

beforeAll(async () => {
  const workflow = readFileSync(join(root, 'workflows', `${name}.yml`), 'utf8');
  // As good in less time.
  const quick = workflow.replace(/(?<=epochs: .*default: )40/, '12');
  expect(quick).not.toBe(workflow);
  const folder = scene();
  const lstm = join(dirname(folder), 'simple-lstm');
  const scripts = readdirSync(lstm).filter((file) => file.endsWith('.js'));
  project = await compiledProject(
    {
      // By it the program knows where the repository begins.
      '.git': '',
      [`${place}/workflows/${name}.yml`]: quick.replace(
        '  pull-request: [state/models/simple_lstm]\n',
        (line) => `${line}  checks: [judge]\n`,
      ),
      [`${place}/workflows/judge.yml`]: 'chain: /benchmark\n',
      ...Object.fromEntries(
        scripts.map((file) => [`simple-lstm/${file}`, readFileSync(join(lstm, file), 'utf8')]),
      ),
    },
    { from: [folder], project: place },
  );
}, 60_000);
afterAll(async () => {
  await project.close();
});

beforeEach(async () => {
  github = await startGitHub({ artifacts: project.artifacts, actionsMayCreatePulls: true });
  return async () => {
    expect(github.violations).toEqual([]);
    await github.close();
  };
});

/** What comes in, with the sensor moved by that much. Gives the commit. */
async function comesIn(shift: string, batch = '1'): Promise<string> {
  node(join(project.folder, place), 'incoming/observe.js', '--shift', shift, '--batch', batch);
  return await github.commitFolder(project.folder, { ref: 'main' });
}

async function night(sha: string, more: Parameters<CompiledProject['run']>[1] = {}): Promise<CompiledRun> {
  return await project.run(name, {
    event: { name: 'schedule', payload: { schedule: '47 4 * * *' } },
    ...{ github, sha, ...more },
  });
}

async function issues() {
  const response = await fetch(`${github.url}/repos/moola/demo/issues?state=all`, {
    headers: { authorization: `token ${github.token({ issues: 'read' })}`, 'user-agent': 'test' },
  });
  const listed = (await response.json()) as {
    number: number;
    state: string;
    title: string;
    body: string;
    pull_request?: object;
  }[];
  return listed.filter(({ pull_request: pull }) => pull === undefined);
}

async function pulls() {
  const response = await fetch(`${github.url}/repos/moola/demo/pulls`, {
    headers: { authorization: `token ${github.token({ 'pull-requests': 'read' })}`, 'user-agent': 'test' },
  });
  return (await response.json()) as {
    number: number;
    title: string;
    body: string;
    head: { ref: string; sha: string };
  }[];
}

/** Warnings and errors, but for the verdict. */
const said = ({ run }: CompiledRun) =>
  run.jobs.flatMap(({ steps }) =>
    steps.flatMap(({ annotations }) =>
      annotations
        .filter(({ level, message }) => level !== 'notice' && !message.startsWith('gate not met'))
        .map(({ message }) => message),
    ),
  );

describe('night after night', () => {
  it('one issue is opened, kept up to date and closed', async () => {
    const quiet = await comesIn('0');
    const first = await night(quiet);
    expect(said(first)).toEqual([]);
    expect(first.state?.conclusion).toMatchObject({ decision: 'not-met' });
    expect(await issues()).toEqual([]);

    const drifted = await comesIn('0.5');
    const second = await night(drifted);
    expect(said(second)).toEqual([]);
    expect(second.state?.conclusion).toMatchObject({ decision: 'passed' });
    // The pull request has the number before it.
    expect(await issues()).toMatchObject([{ number: 2, state: 'open', title }]);
    const [opened] = await issues();
    for (const line of [
      'has found drift: `$drift_detected true`',
      '| `psi` |',
      '- ✓ `/data-refresh`',
      '- ✓ `/retrain`',
      '- ✓ `/if:better-performance`',
      'deployed to `production`',
    ])
      expect(opened?.body).toContain(line);
    const since = /<!-- ml-workflow: since (\S+) -->/.exec(opened?.body ?? '')?.[1];

    const third = await night(await comesIn('0.6', '2'));
    expect(third.state?.run.startedAt).not.toBe(since);
    const [updated, ...others] = await issues();
    expect(others).toEqual([]);
    expect(updated).toMatchObject({ number: 2, state: 'open' });
    expect(updated?.body).not.toBe(opened?.body);
    expect(updated?.body).toContain(`since ${since} -->`);

    await night(await comesIn('0', '3'));
    expect(await issues()).toMatchObject([{ number: 2, state: 'closed' }]);
    expect((await github.comments(2)).map(({ body }) => body)).toEqual([
      expect.stringMatching(/^No drift any more: `\$drift_detected false`/),
    ]);
  }, 180_000);

  it('a better model is proposed, with the verdict of the run on it, and its check starts', async () => {
    const sha = await comesIn('0.5');
    const run = await night(sha);
    expect(said(run)).toEqual([]);
    const [pull, ...others] = await pulls();
    expect(others).toEqual([]);
    expect(pull).toMatchObject({
      title: 'Retrained by continuous-training (all-workflows)',
      head: { ref: 'ml-workflow/all-workflows--continuous-training' },
    });
    const head = pull?.head.sha ?? '';
    const model = `${place}/state/models/simple_lstm/model.json`;
    expect(await github.changedPaths(sha, head)).toContain(model);
    expect((await github.changedPaths(sha, head)).every((path) => path.startsWith(dirname(model)))).toBe(
      true,
    );
    expect(pull?.body).toContain(`\`${model}\``);
    expect(await github.checkRuns(head)).toMatchObject([
      { name: 'ml / continuous-training (all-workflows)', status: 'completed', conclusion: 'success' },
    ]);
    const asked = github.dispatches.flatMap((one) => (one.kind === 'workflow' ? [one] : []));
    expect(asked).toMatchObject([{ workflow: 'judge.yml', login: 'github-actions[bot]' }]);
    expect(JSON.parse(String(asked[0]?.inputs.request))).toEqual({ pr: pull?.number, sha: head });

    // Nobody asks for it, and it runs all the same: on the commit that is proposed, where its own check stands then.
    const judged = await project.run('judge', {
      event: { name: 'workflow_dispatch', payload: { inputs: asked[0]?.inputs ?? {} } },
      ...{ github, sha, actor: 'github-actions[bot]' },
    });
    expect(judged.state?.conclusion).toMatchObject({ decision: 'passed' });
    expect((await github.checkRuns(head)).map(({ name, conclusion }) => [name, conclusion])).toEqual([
      ['ml / continuous-training (all-workflows)', 'success'],
      ['ml / judge (all-workflows)', 'success'],
    ]);
  }, 120_000);

  it('a model that is no better is not proposed', async () => {
    const run = await night(await comesIn('0.5'), {
      event: { name: 'workflow_dispatch', payload: { inputs: { params: 'epochs=1' } } },
      actor: 'dana',
    });
    expect(run.state?.conclusion).toMatchObject({ decision: 'handled' });
    expect(await pulls()).toEqual([]);
    const [issue] = await issues();
    expect(issue?.body).toContain('- ⊘ `/if:better-performance`');
  }, 120_000);
});

describe('a night that is left out', () => {
  it('is told once, and the one that was made up for runs the default branch for nobody', async () => {
    const sha = await comesIn('0');
    const path = `.github/workflows/${name}.yml`;
    const made = (createdAt: string) =>
      github.queueRun({ event: 'schedule', headBranch: 'main', headSha: sha, workflow: path, createdAt });
    await night(sha, { runId: made('2026-11-18T04:49:00Z') });
    const late = await night(sha, { runId: made('2026-11-20T06:00:00Z') });
    expect(summaryOf(late)).toContain('GitHub has not started the run of 2026-11-19 04:47 UTC');
    expect(summaryOf(late)).toContain('1 h 13 min late');
    const next = await night(sha, { runId: made('2026-11-21T04:49:00Z') });
    expect(summaryOf(next)).not.toContain('GitHub has');

    const slot = '2026-11-22T04:47:00.000Z';
    const caughtUp = await project.run(name, {
      event: { name: 'workflow_dispatch', payload: { inputs: { request: JSON.stringify({ slot }) } } },
      ...{ github, sha, actor: 'github-actions[bot]' },
    });
    expect(caughtUp.state?.conclusion).toMatchObject({ decision: 'not-met' });
    expect(summaryOf(caughtUp)).toContain('This run catches up the one of 2026-11-22 04:47 UTC');
  }, 180_000);
});

function summaryOf({ run }: CompiledRun): string {
  return run
    .job('conclude')
    .steps.map(({ summary }) => summary)
    .join('\n');
}
