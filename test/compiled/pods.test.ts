/** Compiled workflows whose commands run on pods: a job's pods are its own, and none outlives it. */
import { mkdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { Slots } from '../rig/workflow/slots.ts';
import type { WorkflowOptions, WorkflowRun } from '../rig/workflow.ts';
import { remoteProject } from '../targets/remote-rig.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { type CompiledProject, type CompiledRun, compiledProject } from './rig.ts';

const setup = `
  bring:
    shell: sh
    run: echo 7 > brought
    target: pod
    timeout: 5m
  count:
    shell: sh
    run: |
      cat .ml-workflow/runs/*/pods/* > "$KEPT/file"
      find .ml-workflow/runs/*/pods -printf '%m %y\\n'
      until [ -e "$KEPT/go" ]; do sleep 0.05; done
    env: [KEPT]
  use:
    shell: sh
    run: test "$(cat brought)" = 7
    target: pod
    timeout: 5m
  half:
    shell: sh
    run: sh scripts/train.sh "$@"
    target: pod
    slots: 2
    timeout: 5m
    axes: [sigma]
    metrics: *measured
`;

const workflows = {
  sweep: `/runpod-setup → budget:0.20usd → parallel[/half:sigma-0.10 | /half:sigma-0.12 | /half:sigma-0.15 |
    /half:sigma-0.20] → /results:aggregate → /best-model:select → /if:best-acc>0.90 → /deploy → /else →
    /analyze-failures`,
  four: `parallel[/train:sigma-0.10 | /train:sigma-0.12 --epochs 200000 | /train:sigma-0.15 --epochs 200000 |
    /train:sigma-0.20] → /results:aggregate`,
  long: 'parallel[/train:sigma-0.10 --epochs 200000 | /train:sigma-0.20 --epochs 200000] → /results:aggregate',
  together: '/bring → /count → /use',
  cut: '/bring → /count → /use',
};

/** Of whatever a leg prints when it trains. */
const isTraining = (log: string) => log.includes('"epoch": 2,');

describe.skipIf(!hasSshd).concurrent('compiled workflows on pods', { timeout: 200_000 }, () => {
  let runpod: RigRunpod;
  let project: CompiledProject;
  // Two cores, and much of a run is waiting.
  const places = new Slots(2);
  /** By workflow: how many pods there were before it, also those of an earlier try of its test. */
  const begun = new Map<string, number>();

  beforeAll(async () => {
    runpod = await startRunpod();
    const folder = remoteProject();
    const declared = readFileSync(join(folder, 'ml-workflow.yml'), 'utf8');
    const files = Object.entries(workflows).map(([name, chain]) => [
      `workflows/${name}.yml`,
      `name: ${name}\nchain: |\n  ${chain}\n`,
    ]);
    project = await compiledProject(
      { 'ml-workflow.yml': `${declared}${setup}`, ...Object.fromEntries(files) },
      { from: [folder], names: Object.keys(workflows) },
    );
  });
  afterAll(async () => {
    try {
      expect(runpod.violations).toEqual([]);
      expect(project.github.violations).toEqual([]);
      runpod.expectNothingLeft();
    } finally {
      await project.close();
      await runpod.stop();
    }
  });

  async function run(
    name: keyof typeof workflows,
    options: Partial<WorkflowOptions> = {},
  ): Promise<CompiledRun> {
    const give = await places.take(new AbortController().signal);
    begun.set(name, runpod.ledger.entries().length);
    try {
      const done = await project.run(name, {
        secrets: { RUNPOD_API_KEY: runpod.key },
        env: { RUNPOD_API_URL: runpod.url },
        runners: 4,
        // Each run's own: they would wait for each other.
        ref: `refs/heads/${name}-${Math.random().toString(36).slice(2)}`,
        ...options,
      });
      expectNoKeys(done.run, runpod.key);
      return done;
    } finally {
      give();
    }
  }

  const podsOf = ({ state }: CompiledRun) => [...(state?.pods.values() ?? [])];
  /** As the emulator has them: of the jobs of a workflow. */
  const madeFor = (name: string) =>
    runpod.ledger
      .entries()
      .slice(begun.get(name))
      .filter((pod) => pod.name.includes(`-${name}-`));
  const createdAs = (name: string) =>
    runpod.requests.find(
      ({ method, path, body }) => method === 'POST' && path === '/v2/pods' && Object(body).name === name,
    );
  const runOf = (name: string) => Object(Object(createdAs(name)?.body).env).MLW_RUN;
  const results = ({ run: { jobs } }: CompiledRun) => jobs.map(({ id, result }) => `${id} ${result}`);

  /** Whatever GitHub keeps of a run: logs, annotations, summaries, outputs, and artifacts with all that is in them. */
  function expectNoKeys(done: WorkflowRun, ...keys: readonly string[]): void {
    const texts = [JSON.stringify(done.jobs)];
    const kept = project.artifacts.list(done.id);
    expect(kept.length).toBeGreaterThan(1);
    for (const { bytes } of kept) texts.push(...unzipped(bytes).map(String));
    const host = runpod.requests.flatMap(({ body }) => Object.values(Object(Object(body).env)).map(String));
    const forbidden = [...keys, ...host.filter((value) => value.length > 200)];
    for (const text of texts) {
      expect(text).not.toMatch(/PRIVATE KEY|b3BlbnNzaC1rZXktdjE/);
      for (const key of forbidden) expect(text.includes(key)).toBe(false);
    }
  }

  it('legs of a sweep share the budget, and cells of a leg its pod', async () => {
    const done = await run('sweep');
    expect(results(done)).toEqual([
      ...['plan success', 'm2 success', 'm2 success', 'j3 success', 'conclude success'],
    ]);
    const { steps } = done.run.job('j3');
    expect(steps.find(({ name }) => name === 'then · /deploy')?.conclusion).toBe('success');
    const made = madeFor('sweep');
    expect(made).toHaveLength(2);
    const pods = podsOf(done);
    expect(pods.map(({ name }) => name).sort()).toEqual(made.map(({ name }) => name).sort());
    for (const pod of pods) {
      expect(pod).toMatchObject({ proven: true, dollars: expect.any(Number) });
      expect(pod.units).toHaveLength(2);
      // Half of the budget at $0.74/h, but for what it takes to end.
      const { env } = Object(createdAs(pod.name)?.body);
      const life = Number(Object(env).MLW_EXPIRES) - (createdAs(pod.name)?.at ?? 0);
      // Neither all of it nor a quarter; a busy machine takes its time before.
      expect(Math.abs(life - ((0.1 / 0.74) * 3600 - 60))).toBeLessThan(100);
    }
    for (const { id, steps: own } of done.run.jobs)
      expect(`${id} ${own[0]?.stdout.match(/has ended/g)?.length ?? 0}`).toBe(`${id} ${id === 'm2' ? 1 : 0}`);
    // What the legs have left is there again, and what they have spent is counted.
    const budget = done.state?.plan.nodes.find(({ kind }) => kind === 'budget');
    if (!budget) throw new Error('there is no budget');
    expect(budget).toMatchObject({ dollars: 0.2 });
    const paid = pods.reduce((sum, { dollars = 0 }) => sum + dollars, 0);
    // By the times in the journals, which are a little after RunPod's.
    const spent = done.state?.nodes.get(budget.id)?.spending?.spent ?? 0;
    expect(spent / paid).toBeGreaterThan(0.5);
    expect(spent / paid).toBeLessThan(2);
  });

  it('a leg that is killed, and one that is lost, leave no pod and are told', async () => {
    const done = await run('four', {
      interrupt: ({ name, stage, stdoutSoFar }) => {
        if (stage === 'post' || !isTraining(stdoutSoFar)) return undefined;
        if (name.includes('0.12')) return 'kill-step';
        return name.includes('0.15') ? 'lose-runner' : undefined;
      },
    });
    const leg = (label: string) => done.run.job(`/train (${label})`);
    expect(results(done)).toEqual([
      ...['plan success', 'm2 success', 'm2 failure', 'm2 failure', 'm2 success', 'j3 success'],
      'conclude success',
    ]);
    expect(leg('sigma-0.15').steps[0]?.post).toBeUndefined();
    expect(done.events.flatMap((event) => (event.type === 'cell-lost' ? [event.message] : []))).toEqual([
      'the job of `sigma-0.12` left no result',
      'the job of `sigma-0.15` left no result',
    ]);
    // Of the one that was killed, post has ended it and its part tells so; the other one nobody could tell of.
    const known = podsOf(done);
    expect(known.map(({ proven }) => proven)).toEqual([true, true, true]);
    const made = madeFor('four');
    expect(made).toHaveLength(4);
    const [lost] = made.filter(({ name }) => !known.some((pod) => pod.name === name));
    const conclude = done.run.job('conclude').steps.at(-1);
    expect(conclude?.annotations.map(({ message }) => message)).toContain(
      `the pod ${lost?.name} was left behind, and is ended now: it belongs to ${runOf(lost?.name ?? '')}`,
    );
  });

  it('a run that is cancelled while pods train leaves none', async () => {
    const done = await run('long', {
      interrupt: ({ name, stage, stdoutSoFar }) =>
        stage === 'main' && name.includes('0.10') && isTraining(stdoutSoFar) ? 'cancel-run' : undefined,
    });
    expect(done.run.conclusion).toBe('cancelled');
    expect(done.state?.conclusion?.decision).toBe('cancelled');
    expect(madeFor('long').length).toBeGreaterThan(0);
  });

  const lease = (name: string) => {
    const [pod] = runpod.pods.filter((one) => one.name.includes(`-${name}-`));
    return join(runpod.folder, 'pods', pod?.id ?? '', 'home', '.ml-workflow', 'lease');
  };

  it.for(['together', 'cut'] as const)('steps of one job share its pod: %s', async (name) => {
    const kept = join(temporaryFolder(), 'kept');
    mkdirSync(kept);
    const fiveMinutesAgo = Date.now() / 1000 - 300;
    let touched: number | undefined;
    const done = await run(name, {
      vars: { KEPT: kept },
      interrupt: ({ step, stage, stdoutSoFar }) => {
        if (step !== '/count' || stage === 'post') return undefined;
        if (touched === undefined) {
          touched = 0;
          utimesSync(lease(name), fiveMinutesAgo, fiveMinutesAgo);
        }
        if (!stdoutSoFar.includes(': taken over')) return undefined;
        if (name === 'cut') return 'kill-step';
        if (touched > 0) return undefined;
        touched = statSync(lease(name)).mtimeMs / 1000;
        writeFileSync(join(kept, 'go'), '');
        return undefined;
      },
    });
    const plan = done.run.job('plan');
    const [opened, , count, use] = plan.steps;
    expect(count?.stdout).toMatch(/│ 700 d\n.*│ 600 f\n/);
    const { privateKey } = JSON.parse(readFileSync(join(kept, 'file'), 'utf8')) as { privateKey: string };
    expect(privateKey).toMatch(/PRIVATE KEY/);
    expectNoKeys(
      done.run,
      ...privateKey.split('\n').filter((line) => line.length > 40 && !line.startsWith('-')),
    );
    expect(madeFor(name)).toHaveLength(1);
    expect(podsOf(done)).toMatchObject([{ proven: true, dollars: expect.any(Number) }]);
    if (name === 'cut') {
      expect(results(done)).toEqual(['plan failure', 'conclude failure']);
      expect(use?.conclusion).toBe('skipped');
      expect(opened?.post?.conclusion).toBe('success');
      const annotations = done.run.job('conclude').steps.flatMap((step) => step.annotations);
      expect(annotations.map(({ message }) => message).join()).not.toContain('left behind');
      return;
    }
    expect(results(done)).toEqual(['plan success', 'conclude success']);
    expect(touched).toBeGreaterThan(fiveMinutesAgo + 200);
    expect(use?.stdout).toMatch(/: taken over[\s\S]* has ended/);
  });
});

/** The files of a zip, by its central directory. */
function unzipped(zip: Buffer): Buffer[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const files: Buffer[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    files.push(method === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
