/** Whole runs on pods: real hosts, real programs, a RunPod that judges every request. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { planIn, remoteProject, runRemote } from './remote-rig.ts';

describe.skipIf(!hasSshd)('on pods', () => {
  let runpod: RigRunpod;
  beforeEach(async () => {
    runpod = await startRunpod();
  });
  afterEach(async () => {
    try {
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
    } finally {
      await runpod.stop();
    }
  });

  it('a sweep has a pod for each cell, and all of them end', async () => {
    const folder = remoteProject();
    const plan = planIn(folder, { workflow: 'runpod-hpo-parallel' });
    const run = await runRemote(folder, plan, runpod);
    expect(run.conclusion).toMatchObject({ decision: 'passed' });
    expect(run.state.pods.size).toBe(4);
  });

  it('a chain of transfers and a command has one pod for the run', async () => {
    const folder = remoteProject();
    const plan = planIn(folder, { workflow: 'runpod-deploy-full' }, { epochs: '4' });
    const run = await runRemote(folder, plan, runpod);
    expect(run.conclusion).toMatchObject({ decision: 'passed' });
    expect(run.state.pods.size).toBe(1);
    expect(existsSync(join(folder, 'retrieved/model.txt'))).toBe(true);
    expect(readFileSync(join(folder, 'history.jsonl'), 'utf8')).toMatch(/accuracy/);
  });
});
