/** The two workflows for RunPod on pods, by the built program: from the command line and as the action's step. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it as plain } from 'vitest';
import { cli } from './drivers/rig.ts';
import { type RigGitHub, startGitHub } from './rig/github.ts';
import { runAction, type StepRun } from './rig/runner.ts';
import { type RigRunpod, startRunpod } from './rig/runpod.ts';
import { hasSshd } from './rig/sshd.ts';
import { remoteProject } from './targets/remote-rig.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

class Place {
  readonly runpod: RigRunpod;
  readonly folder = remoteProject();

  constructor(runpod: RigRunpod) {
    this.runpod = runpod;
    const git = (...words: string[]) => execFileSync('git', words, { cwd: this.folder, stdio: 'ignore' });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'all');
  }

  get variables() {
    return { RUNPOD_API_KEY: this.runpod.key, RUNPOD_API_URL: this.runpod.url };
  }

  async run(...words: string[]) {
    return await cli(['run', ...words], { cwd: this.folder, environment: this.variables });
  }

  async step(
    github: RigGitHub,
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
      workspace: this.folder,
      env: this.variables,
      secrets: [this.runpod.key],
      ...more,
    });
    return { step: done, comment: (await github.comments(pull.number))[0]?.body ?? '' };
  }

  /** All that a run has left on disk. */
  left(): string[] {
    return readdirSync(join(this.folder, '.ml-workflow'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  }

  expectNoSecrets(...texts: string[]): void {
    for (const text of texts) {
      expect(text).not.toContain(this.runpod.key);
      expect(text).not.toMatch(/PRIVATE KEY/);
    }
  }
}

const it = plain.extend<{ place: Place; github: RigGitHub }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants a pattern
  place: async ({}, use) => {
    const runpod = await startRunpod();
    try {
      await use(new Place(runpod));
      runpod.expectNothingLeft();
      expect(runpod.violations).toEqual([]);
    } finally {
      await runpod.stop();
    }
  },
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants a pattern
  github: async ({}, use) => {
    const github = await startGitHub();
    try {
      await use(github);
      expect(github.violations).toEqual([]);
    } finally {
      await github.close();
    }
  },
});

// Most of the time they wait for pods: several at once, each with a RunPod and a project of its own.
describe.skipIf(!hasSshd)('the workflows for RunPod', { concurrent: true }, () => {
  describe('from the command line', () => {
    it('the sweep trains each cell on a pod of its own, selects, and deploys', async ({ place }) => {
      const { code, out, err } = await place.run('runpod-hpo-parallel');
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('pods: 4 made, all ended and verified');
      expect(existsSync(join(place.folder, 'served'))).toBe(true);
      expect(place.runpod.ledger.dollars()).toBeGreaterThan(0);
      place.expectNoSecrets(out, ...place.left());
    });

    it('the sweep analyses what it has when no cell is good enough', async ({ place }) => {
      const { code, out } = await place.run('runpod-hpo-parallel', '--param', 'epochs=1');
      expect(code).toBe(0);
      expect(out).toContain('analyze-failures');
      expect(existsSync(join(place.folder, 'served'))).toBe(false);
    });

    it('the transfer chain has one pod, and brings back what was trained', async ({ place }) => {
      const { code, out, err } = await place.run('runpod-deploy-full');
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('pods: 1 made, ended and verified');
      expect(readFileSync(join(place.folder, 'history.jsonl'), 'utf8')).toContain('accuracy');
      place.expectNoSecrets(out, ...place.left());
    });

    it('the plan shows whose the pods are, with live prices', async ({ place }) => {
      const { code, out } = await cli(['plan', 'runpod-hpo-parallel'], {
        cwd: place.folder,
        environment: place.variables,
      });
      expect(code).toBe(0);
      expect(out).toMatch(/RTX 4090, secure.*\$0\.\d\d\/h/);
      expect(place.runpod.requests.some(({ method }) => method === 'POST')).toBe(false);
    });

    it('without the key nothing is begun', async ({ place }) => {
      const { code, err } = await cli(['run', 'runpod-hpo-parallel'], { cwd: place.folder });
      expect(code).toBe(2);
      expect(err).toContain('RUNPOD_API_KEY is not set');
      expect(existsSync(join(place.folder, '.ml-workflow'))).toBe(false);
    });
  });

  describe('as a step of a job', () => {
    it('the sweep, with what the pods cost in the comment', async ({ place, github }) => {
      const { step: done, comment } = await place.step(github, 'runpod-hpo-parallel');
      expect(done.annotations).toEqual([]);
      expect(done.conclusion).toBe('success');
      expect(comment).toMatch(/4 made, all ended and verified/);
      place.expectNoSecrets(done.stdout, done.summary, comment, ...place.left());
    });

    it('the transfer chain', async ({ place, github }) => {
      const { step: done, comment } = await place.step(github, 'runpod-deploy-full');
      expect(done.conclusion).toBe('success');
      expect(comment).toMatch(/1 made, ended and verified/);
    });

    it('cancelled in the middle of training: pods end before the step does', async ({ place, github }) => {
      const { step: done } = await place.step(github, 'runpod-hpo-parallel', {
        inputs: { workflow: 'runpod-hpo-parallel', params: 'epochs=200000' },
        cancelAfter: (log) => log.includes('"epoch": 2'),
      });
      expect(done.conclusion).toBe('cancelled');
    });

    it('killed in the middle of training: post ends the pods', async ({ place, github }) => {
      const { step: done } = await place.step(github, 'runpod-hpo-parallel', {
        inputs: { workflow: 'runpod-hpo-parallel', params: 'epochs=200000' },
        killAfter: (log) => log.includes('"epoch": 2'),
      });
      expect(done.conclusion).toBe('failure');
    });
  });
});
