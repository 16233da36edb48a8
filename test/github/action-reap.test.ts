/** `command: reap` of the built action, as the ready scheduled workflow runs it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { newPodName } from '../../src/runpod/pod-name.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';
import { runAction, type StepRun } from '../rig/runner.ts';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';

const root = new URL('../..', import.meta.url).pathname;
const template = parse(readFileSync(join(root, 'templates/ml-reap.yml'), 'utf8'));
const [step] = template.jobs.reap.steps;

let github: RigGitHub;
let runpod: RigRunpod;
let workspace: string;
beforeEach(async () => {
  github = await startGitHub();
  runpod = await startRunpod();
  workspace = mkdtempSync(join(tmpdir(), 'ml-workflow-reap-'));
});
afterEach(async () => {
  expect(github.violations).toEqual([]);
  expect(runpod.violations).toEqual([]);
  await github.close();
  await runpod.stop();
  rmSync(workspace, { recursive: true, force: true });
});

/** In a job without a checkout: the inputs of the template, and the key as its secret. */
async function reap(env: Record<string, string> = { RUNPOD_API_KEY: runpod.key }): Promise<StepRun> {
  const payload = await github.eventPayload('schedule', {});
  return await runAction({
    ...{ action: root, inputs: step.with, event: { name: 'schedule', payload }, github, workspace },
    env: { ...env, RUNPOD_API_URL: runpod.url, ML_WORKFLOW_OWNER: 'team' },
    secrets: Object.values(env),
  });
}

function seed(over: number): string {
  const name = newPodName('team', 'run-1', runpod.clock.now());
  const expires = String(Math.floor(runpod.clock.now()) - over);
  runpod.seed({ name, env: { MLW_OWNER: 'team', MLW_NAME: name, MLW_EXPIRES: expires }, foreign: false });
  return name;
}

describe('command: reap', () => {
  test('ends what is left, writes nothing to GitHub, and succeeds', async () => {
    const name = seed(900);
    runpod.seed({ name: 'my-notebook', env: { TOKEN: 'a-secret-of-others' } });
    const { conclusion, stdout, outputs, annotations, post } = await reap();
    expect([conclusion, annotations, post?.conclusion]).toEqual(['success', [], 'success']);
    expect(stdout).toContain(`ended      ${name}`);
    expect(stdout).toContain('1 ended, 1 pod of others not touched');
    expect(stdout).not.toContain('a-secret-of-others');
    expect(outputs).toMatchObject({ decision: 'passed', reason_code: 'reaped' });
    expect(JSON.parse(outputs.result ?? '')).toMatchObject({ others: 1, pods: [{ name, outcome: 'ended' }] });
    runpod.expectNothingLeft();
  });

  test('fails the job when the list cannot be read', async () => {
    seed(900);
    runpod.inject({ failure: 'key-revoked' });
    const { conclusion, annotations, outputs } = await reap();
    expect(conclusion).toBe('failure');
    expect(annotations).toHaveLength(1);
    expect(annotations[0]).toMatchObject({ level: 'error', title: 'pods may be left' });
    expect(annotations[0]?.message).toContain('the list of pods could not be read, so nothing was ended');
    expect(outputs).toMatchObject({ decision: 'failed', reason_code: 'reap-failed' });
  });

  test('fails the job without a key', async () => {
    const { conclusion, annotations, outputs } = await reap({});
    expect(conclusion).toBe('failure');
    expect(outputs).toMatchObject({ decision: 'invalid', reason_code: 'invalid-input' });
    expect(annotations[0]?.message).toContain('`RUNPOD_API_KEY`');
    expect(runpod.requests).toEqual([]);
  });
});

describe('templates/ml-reap.yml', () => {
  test('runs by schedule and by hand, with no permissions, and one at a time', () => {
    expect(template.on).toEqual({
      schedule: [{ cron: expect.stringMatching(/^\d+ \* \* \* \*$/) }],
      workflow_dispatch: null,
    });
    expect(template.permissions).toEqual({});
    expect(template.concurrency).toEqual({ group: 'ml-reap', 'cancel-in-progress': false });
    expect(template.jobs.reap['timeout-minutes']).toBeGreaterThan(0);
  });

  test('gives only inputs that exist, and the key as a secret', () => {
    const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    expect(step.uses).toBe('moola/ml-workflow@v1');
    for (const key of Object.keys(step.with)) expect(Object.keys(action.inputs)).toContain(key);
    expect(step.env).toEqual({ RUNPOD_API_KEY: '${{ secrets.RUNPOD_API_KEY }}' });
  });
});
