/**
 * The sweep on pods as people start it: by a comment, a label and a schedule; the router, the compiled workflow, its four legs
 * and their pods are all real, and so is the training.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditIn } from '../../src/reports/audit.ts';
import { hasSshd } from '../rig/sshd.ts';
import type { StoryRun } from '../rig/story.ts';
import { type CoreProject, coreProject } from './core-rig.ts';

const file = 'runpod-hpo-parallel.yml';
const umbrella = 'ml / runpod-hpo-parallel';
const gate = `${umbrella} / gate best-acc`;
const cells = ['0.10', '0.12', '0.15', '0.20'].map((sigma) => `${umbrella} / cell sigma-${sigma}`);
const legs = ['0.10', '0.12', '0.15', '0.20'].map((sigma) => `/train (sigma-${sigma})`);

describe.skipIf(!hasSshd)(
  'the sweep on pods, from a pull request to its verdict',
  { timeout: 240_000 },
  () => {
    let project: CoreProject;
    /** Of whose run one machine is lost while it trains. */
    let unlucky: number | undefined;
    /** What a job had on its disk of the keys of its pods when its machine went. */
    const kept: string[] = [];

    beforeAll(async () => {
      project = await coreProject({
        interrupt: ({ run, name, stage, stdoutSoFar }) =>
          unlucky !== undefined &&
          run.displayTitle.includes(`#${unlucky}`) &&
          stage === 'main' &&
          name.includes('0.15') &&
          stdoutSoFar.includes('"epoch": 2,')
            ? 'lose-runner'
            : undefined,
        atJobEnd: ({ workspace }) => {
          kept.push(...podFiles(workspace));
        },
      });
    });
    afterAll(async () => {
      await project.close();
    });
    afterEach(() => {
      const { github, runpod } = project;
      expect(github.violations).toEqual([]);
      expect(runpod.violations).toEqual([]);
      expect(runpod.pods).toEqual([]);
      runpod.expectNothingLeft();
      expectNoSecrets();
    });

    /** Nobody's: of the account, of the hosts, of the machines that talk to them. */
    function expectNoSecrets(): void {
      const { runpod } = project;
      const texts = project.left();
      // It looks where it would find something: the log of a pod's training, and what an artifact holds.
      expect(texts.some((text) => text.includes('"epoch": 3,'))).toBe(true);
      expect(texts.some((text) => text.includes('"type":"pod-intended"'))).toBe(true);
      const sent = runpod.requests.flatMap(({ body }) => Object.values(Object(Object(body).env)).map(String));
      const host = sent
        .filter((value) => value.length > 200)
        .flatMap((value) => [value, ...longLines(Buffer.from(value, 'base64').toString())]);
      expect(host.length).toBeGreaterThanOrEqual(4 * 3);
      const base64 = Buffer.from(runpod.key).toString('base64');
      const forbidden = [runpod.key, base64, ...host, ...kept.flatMap(linesOfKey)];
      for (const text of texts) {
        expect(text).not.toMatch(/PRIVATE KEY|b3BlbnNzaC1rZXktdjE/);
        expect(forbidden.filter((secret) => text.includes(secret)).length).toBe(0);
      }
    }

    const soon = () => ({ at: new Date(Date.now() + 5000).toISOString() });
    const checksOn = async (sha: string) => {
      const checks = await project.github.checkRuns(sha);
      return Object.fromEntries(checks.map(({ name, status, conclusion }) => [name, conclusion ?? status]));
    };
    const jobs = (run: StoryRun | undefined) => run?.jobs.map(({ name, result }) => `${name}: ${result}`);
    const ofRun = (run: StoryRun | undefined) =>
      project.runpod.ledger.entries().filter(({ name }) => name.includes(`-${run?.id}-`));
    const summaryOf = (run: StoryRun | undefined) =>
      run?.jobs.flatMap(({ steps }) => steps.map(({ summary }) => summary)).join('') ?? '';

    const well = {
      [umbrella]: 'success',
      [gate]: 'success',
      ...Object.fromEntries(cells.map((cell) => [cell, 'success'])),
    };

    it('by a comment: it is answered, trains on four pods, and tells whoever asked', async () => {
      const { story, github } = project;
      const pull = await project.pull('dana');
      const runs = await story.comment('dana', pull.number, '/runpod-hpo', soon());
      expect(runs.map((run) => `${run.file} ${run.event} ${run.conclusion}`)).toEqual([
        'ml.yml issue_comment success',
        `${file} workflow_dispatch success`,
      ]);
      const [, run] = runs;
      expect(run?.displayTitle).toContain(`runpod-hpo-parallel · #${pull.number}`);
      // Definitions are those of the default branch, and the code is the pull request's.
      expect(run?.sha).toBe(project.sha);
      expect(jobs(run)).toEqual([
        'plan · /runpod-setup: success',
        ...legs.map((leg) => `${leg}: success`),
        '/results:aggregate → /best-model:select → /if:best-acc>0.90 → then · /deploy → …: success',
        'conclude: success',
      ]);
      expect(await checksOn(pull.headSha)).toEqual(well);
      expect(await checksOn(project.sha)).toEqual({});

      const [asked, sticky] = await github.comments(pull.number);
      expect(asked?.reactions.map(({ content }) => content)).toEqual(['eyes', 'rocket']);
      const [, report = '', done = '', ...more] = await project.said(pull.number);
      expect(more).toEqual([]);
      const sha = pull.headSha.slice(0, 7);
      expect(report).toMatch(/^## ✅ runpod-hpo-parallel: passed\n\ngate met: best-acc 0\.9583 > 0\.90 · /);
      expect(report).toContain(`at \`${sha}\` · by \`dana\``);
      expect(report).toMatch(/\| ⭐ \| `0\.10` \| \*\*0\.9583\*\* \| .*\n(?:\| ✓ \| .*\n){3}/);
      expect(report).toMatch(/\*\*Pods\*\*: 4 made, all ended and verified, (?:under )?&#36;0\.\d\d\n/);
      expect(done).toMatch(
        new RegExp(
          `^@dana ✅ \`runpod-hpo-parallel\` on \`${sha}\`: passed, \`best-acc 0\\.9583 > 0\\.90\` · (?:under )?&#36;0\\.\\d\\d · \\[comment\\]\\(\\S+#issuecomment-${sticky?.id}\\)$`,
        ),
      );

      const pods = ofRun(run);
      expect(pods).toHaveLength(4);
      expect(pods.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
      // By the times in the journals, which are a little after RunPod's.
      const paid = pods.reduce((sum, { dollars }) => sum + dollars, 0);
      const told = auditIn(sticky?.body ?? '')?.cost ?? 0;
      expect(told / paid).toBeGreaterThan(0.5);
      expect(told / paid).toBeLessThan(2);
    });

    it('by a schedule on the default branch, and then by a label, which is compared with it', async () => {
      const { story, github, sha } = project;
      const before = github.requests.length;
      const [scheduled, ...others] = await story.cron(file);
      expect(others).toEqual([]);
      expect(scheduled?.conclusion).toBe('success');
      expect(await checksOn(sha)).toEqual(well);
      expect(summaryOf(scheduled)).toMatch(
        /^## ✅ runpod-hpo-parallel: passed\n\ngate met: best-acc 0\.9583/,
      );
      expect(ofRun(scheduled)).toHaveLength(4);
      // What was compared with an older run of the branch is marked; nothing new is said anywhere.
      const written = github.requests.slice(before).filter(({ method }) => method === 'POST');
      expect(written.filter(({ path }) => path.includes('/issues/'))).toEqual([]);

      const pull = await project.pull('dana');
      const runs = await story.label('dana', pull.number, 'ml:hpo', soon());
      expect(runs.map((run) => `${run.file} ${run.event} ${run.conclusion}`)).toEqual([
        'ml.yml pull_request_target success',
        `${file} workflow_dispatch success`,
      ]);
      expect(github.labels(pull.number)).toEqual([]);
      expect(await checksOn(pull.headSha)).toEqual(well);
      const [report = '', done = '', ...more] = await project.said(pull.number);
      expect(more).toEqual([]);
      expect(report).toMatch(/^## ✅ runpod-hpo-parallel: passed\n/);
      expect(report).toMatch(/\| `accuracy` \| 0\.9583 \| 0\.9583 \| 0 \| ✅ `best-acc>0\.90` \|/);
      expect(report).toContain(`base: \`main\` at \`${sha.slice(0, 7)}\``);
      expect(report).toMatch(/<sub>base: .* · n = 120<\/sub>/);
      expect(done).toMatch(/^@dana ✅ /);
      expect(ofRun(runs.at(-1))).toHaveLength(4);
    });

    it('a leg whose machine is lost while it trains: the chain ends as it says, and its pod is ended', async () => {
      const { story, runpod } = project;
      const pull = await project.pull('dana');
      unlucky = pull.number;
      const runs = await story.comment('dana', pull.number, '/runpod-hpo --epochs 20000', soon());
      const run = runs.at(-1);
      expect(run?.file).toBe(file);
      expect(jobs(run)).toEqual([
        'plan · /runpod-setup: success',
        ...legs.map((leg) => `${leg}: ${leg.includes('0.15') ? 'failure' : 'success'}`),
        '/results:aggregate → /best-model:select → /if:best-acc>0.90 → then · /deploy → …: failure',
        'conclude: failure',
      ]);
      // A sweep that lost a part deploys nothing, whatever its gate says.
      expect(await checksOn(pull.headSha)).toEqual({
        ...well,
        [umbrella]: 'failure',
        [`${umbrella} / cell sigma-0.15`]: 'failure',
      });
      const [, report = '', done = '', ...more] = await project.said(pull.number);
      expect(more).toEqual([]);
      expect(report).toMatch(
        /^## ❌ runpod-hpo-parallel: failed\n\n`\/deploy` failed: not deployed: only 3 of 4 /,
      );
      expect(report).toMatch(/\| ❌ \| `0\.15` \| – \| – \| – \|/);
      expect(report).toContain('the job of <code>sigma-0.15</code> left no result');
      expect(done).toMatch(/^@dana ❌ .*only 3 of 4 branches succeeded/);

      const pods = ofRun(run);
      expect(pods).toHaveLength(4);
      expect(pods.every(({ endedAt }) => endedAt !== undefined)).toBe(true);
      expect(runpod.processes()).toEqual([]);
      expect(kept.flatMap(linesOfKey).length).toBeGreaterThan(2);
      // Its journal went with the machine: RunPod alone knew of the pod.
      const [lost] = kept.map((text) => String(Object(JSON.parse(text)).name));
      expect(pods.map(({ name }) => name)).toContain(lost);
      const said = run?.jobs.flatMap(({ steps }) =>
        steps.flatMap(({ annotations }) => annotations.map(({ message }) => message)),
      );
      expect(said?.join('\n')).toContain(`the pod ${lost} was left behind, and is ended now`);
    });
  },
);

/** The files that name a pod and hold the key of its host, as they are in a workspace. */
function podFiles(workspace: string): string[] {
  const runs = join(workspace, '.ml-workflow', 'runs');
  if (!existsSync(runs)) return [];
  return readdirSync(runs, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.parentPath.endsWith('/pods'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

/** Of such a file: of the key that opens the pod. */
function linesOfKey(text: string): string[] {
  const { privateKey } = JSON.parse(text) as { privateKey: string };
  return longLines(privateKey);
}

/** Not its first and last one, which are those of every key. */
function longLines(key: string): string[] {
  return key.split('\n').filter((line) => line.length > 40 && !line.startsWith('-'));
}
