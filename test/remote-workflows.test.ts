/** The two workflows for RunPod on pods, by the built program: from the command line and as the action's step. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './drivers/rig.ts';
import { type RigGitHub, startGitHub } from './rig/github.ts';
import { runAction, type StepRun } from './rig/runner.ts';
import { type RigRunpod, startRunpod } from './rig/runpod.ts';
import { hasSshd } from './rig/sshd.ts';
import { remoteProject } from './targets/remote-rig.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

describe.skipIf(!hasSshd)('the workflows for RunPod', () => {
  let runpod: RigRunpod;
  let folder: string;
  beforeEach(async () => {
    runpod = await startRunpod();
    folder = remoteProject();
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder, stdio: 'ignore' });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'all');
  });
  afterEach(async () => {
    try {
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
    } finally {
      await runpod.stop();
    }
  });

  const variables = () => ({ RUNPOD_API_KEY: runpod.key, RUNPOD_API_URL: runpod.url });
  const run = (...words: string[]) => cli(['run', ...words], { cwd: folder, environment: variables() });
  const noSecrets = (...texts: string[]) => {
    for (const text of texts) {
      expect(text).not.toContain(runpod.key);
      expect(text).not.toMatch(/PRIVATE KEY/);
    }
  };
  /** All that the run has left on disk. */
  const left = () => {
    const at = join(folder, '.ml-workflow');
    return readdirSync(at, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  };

  describe('from the command line', () => {
    it('the sweep trains each cell on a pod of its own, selects, and deploys', async () => {
      const { code, out, err } = await run('runpod-hpo-parallel');
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('pods: 4 made, all ended and verified');
      expect(existsSync(join(folder, 'served'))).toBe(true);
      expect(runpod.ledger.dollars()).toBeGreaterThan(0);
      noSecrets(out, ...left());
    });

    it('the sweep analyses what it has when no cell is good enough', async () => {
      const { code, out } = await run('runpod-hpo-parallel', '--param', 'epochs=1');
      expect(code).toBe(0);
      expect(out).toContain('analyze-failures');
      expect(existsSync(join(folder, 'served'))).toBe(false);
    });

    it('the transfer chain has one pod, and brings back what was trained', async () => {
      const { code, out, err } = await run('runpod-deploy-full');
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('pods: 1 made, ended and verified');
      expect(readFileSync(join(folder, 'history.jsonl'), 'utf8')).toContain('accuracy');
      noSecrets(out, ...left());
    });

    it('the plan shows whose the pods are, with live prices', async () => {
      const { code, out } = await cli(['plan', 'runpod-hpo-parallel'], {
        cwd: folder,
        environment: variables(),
      });
      expect(code).toBe(0);
      expect(out).toMatch(/RTX 4090, secure.*\$0\.\d\d\/h/);
      expect(runpod.requests.some(({ method }) => method === 'POST')).toBe(false);
    });

    it('without the key nothing is begun', async () => {
      const { code, err } = await cli(['run', 'runpod-hpo-parallel'], { cwd: folder });
      expect(code).toBe(2);
      expect(err).toContain('RUNPOD_API_KEY is not set');
      expect(existsSync(join(folder, '.ml-workflow'))).toBe(false);
    });
  });

  describe('as a step of a job', () => {
    let github: RigGitHub;
    beforeEach(async () => {
      github = await startGitHub();
    });
    afterEach(async () => {
      expect(github.violations).toEqual([]);
      await github.close();
    });

    async function step(
      workflow: string,
      more: Partial<Parameters<typeof runAction>[0]> = {},
    ): Promise<{ step: StepRun; comment: string }> {
      const pull = await github.createPullRequest({});
      const payload = await github.eventPayload('pull_request', { number: pull.number });
      const done = await runAction({
        action: root,
        inputs: { workflow },
        event: { name: 'pull_request', payload },
        github,
        workspace: folder,
        env: variables(),
        secrets: [runpod.key],
        ...more,
      });
      return { step: done, comment: (await github.comments(pull.number))[0]?.body ?? '' };
    }

    it('the sweep, with what the pods cost in the comment', async () => {
      const { step: done, comment } = await step('runpod-hpo-parallel');
      expect(done.annotations).toEqual([]);
      expect(done.conclusion).toBe('success');
      expect(comment).toMatch(/4 made, all ended and verified/);
      noSecrets(done.stdout, done.summary, comment, ...left());
    });

    it('the transfer chain', async () => {
      const { step: done, comment } = await step('runpod-deploy-full');
      expect(done.conclusion).toBe('success');
      expect(comment).toMatch(/1 made, ended and verified/);
    });

    it('cancelled in the middle of training: pods end before the step does', async () => {
      const { step: done } = await step('runpod-hpo-parallel', {
        inputs: { workflow: 'runpod-hpo-parallel', params: 'epochs=200000' },
        cancelAfter: (log) => log.includes('"epoch": 2'),
      });
      expect(done.conclusion).toBe('cancelled');
    });

    it('killed in the middle of training: post ends the pods', async () => {
      const { step: done } = await step('runpod-hpo-parallel', {
        inputs: { workflow: 'runpod-hpo-parallel', params: 'epochs=200000' },
        killAfter: (log) => log.includes('"epoch": 2'),
      });
      expect(done.conclusion).toBe('failure');
    });
  });
});
