/**
 * Compiled workflows of three chains over all that can happen in them: which jobs and steps run, their colours, and the
 * decision are those of the same chain with the same outcomes in one process, placed by the layout. All of it without
 * processes; a few of them once more with the built program, to see that the two agree.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exitCodeOf } from '../../src/exit-codes.ts';
import type { Step } from '../../src/jobs/layout.ts';
import type { NodeId } from '../../src/plan/plan.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';
import type { WorkflowRun } from '../rig/workflow.ts';
import { cancelsOf, chains, type Scenario, type Scripted, scriptsOf, unit } from './chains.ts';
import { type CompiledProject, compiledProject } from './rig.ts';
import { type Ended, fail, type Given, locally, lost, ok, onGitHub, type Script } from './scripted.ts';

let github: RigGitHub;
beforeAll(async () => {
  github = await startGitHub();
});
afterAll(async () => {
  await github.close();
});

/** One line for each job and leg: what it ended as, and each of its steps. */
function shownRun({ conclusion, jobs }: WorkflowRun): string {
  const lines = jobs.map(({ name, result, tolerated, steps }) => {
    const own = steps.map((step) => `${step.name}: ${step.conclusion}`).join(', ');
    return `${name}: ${result}${tolerated ? ' (tolerated)' : ''} [${own}]`;
  });
  return [conclusion, ...lines].join('\n');
}

type Colour = 'success' | 'failure' | 'skipped' | 'cancelled';

const isFinally = ({ compiled: { whole } }: Scenario, key: string) =>
  whole.layout.jobs.some(
    (job) =>
      job.is === 'stretch' &&
      job.steps.some(({ id, name }) => `${job.id} ${id}` === key && name.startsWith('finally')),
  );

/** The same text, from a run in one process: whose each thing that was done would have been. */
function expectedRun(scenario: Scenario, { state, events }: Ended, script: Script): string {
  const { layout, owners } = scenario.compiled.whole;
  const acted = new Set<string>();
  const red = new Set<string>();
  const cancelled = new Set<string>();
  const keyOf = (node: NodeId, arm: number): string => {
    const owner = owners.ownerOf(node, arm);
    if (!owner) throw new Error(`${node} is nobody's`);
    return 'step' in owner ? `${owner.job} ${owner.step}` : `${owner.job} leg ${owner.leg}`;
  };
  let isCancelled = false;
  let cancelledIn: string | undefined;
  for (const event of events) {
    if (event.type === 'cancel-requested') isCancelled = true;
    // What follows is done by the last job, in its last step.
    if (isCancelled || !('node' in event)) continue;
    const node = state.byId.get(event.node);
    if (event.type === 'gate-decided') {
      const key = keyOf(event.node, event.arm);
      acted.add(key);
      const isOpen = node?.kind !== 'branch' || node.otherwise === null;
      const isUnmet = event.outcome !== 'met' && isOpen && !state.caught.has(event.node);
      if (event.outcome === 'error' || isUnmet) red.add(key);
    } else if (node?.kind === 'unit') {
      const key = keyOf(event.node, 0);
      acted.add(key);
      const isFailed = state.nodes.get(event.node)?.settlement?.is === 'failed';
      // A leg does not know what the others have come to: a failed one is red.
      if (isFailed && (key.includes(' leg ') || !state.caught.has(event.node))) red.add(key);
      if (script[node.title]?.is !== 'cancel') continue;
      cancelledIn = key.split(' ')[0];
      // `finally` goes on, and its step with it.
      if (!isFinally(scenario, key)) cancelled.add(key);
    }
  }
  const colourOf = (key: string): Colour => {
    if (cancelled.has(key)) return 'cancelled';
    return red.has(key) ? 'failure' : acted.has(key) ? 'success' : 'skipped';
  };
  const worst = (colours: readonly Colour[]): Colour =>
    (['failure', 'cancelled', 'success'] as const).find((colour) => colours.includes(colour)) ?? 'skipped';

  const lines: string[] = [];
  const results: Colour[] = [];
  const ran = new Set<string>();
  for (const job of layout.jobs) {
    const line = (name: string, result: Colour, steps: string, isTolerated = false) => {
      const tolerated = isTolerated && result === 'failure';
      results.push(tolerated ? 'success' : result);
      lines.push(`${name}: ${result}${tolerated ? ' (tolerated)' : ''} [${steps}]`);
    };
    if (job.is === 'matrix') {
      const legs = job.legs.map(({ label }, leg) => ({ label, colour: colourOf(`${job.id} leg ${leg}`) }));
      if (legs.every(({ colour }) => colour === 'skipped')) line(job.name, 'skipped', '');
      else {
        ran.add(job.id);
        for (const { label, colour } of legs) {
          const isLost = script[`${job.name}:${label}`]?.is === 'lost' || script[`/${label}`]?.is === 'lost';
          const step = `${job.name} · ${label}: ${isLost ? 'cancelled' : colour}`;
          line(`${job.name} (${label})`, colour, step, job.isTolerated);
        }
      }
      continue;
    }
    const isLast = job.id === 'conclude';
    const steps = job.steps.map((step: Step) => ({
      name: step.name,
      colour: colourOf(`${job.id} ${step.id}`),
    }));
    const acts = steps.some(({ colour }) => colour !== 'skipped');
    const joins = job.joins.some((matrix) => ran.has(matrix)) && !isCancelled;
    if (!acts && !joins && !isLast && job.id !== 'plan') {
      line(job.name, 'skipped', '');
      continue;
    }
    ran.add(job.id);
    const all: { name: string; colour: Colour }[] = [{ name: 'open', colour: 'success' }, ...steps];
    const { decision = 'failed' } = state.conclusion ?? {};
    if (isLast) all.push({ name: 'conclude', colour: exitCodeOf(decision) === 0 ? 'success' : 'failure' });
    const shown = all.map(({ name, colour }) => `${name}: ${colour}`).join(', ');
    const colours = all.map(({ colour }) => colour);
    line(job.name, worst(job.id === cancelledIn ? [...colours, 'cancelled'] : colours), shown);
  }
  return [isCancelled ? 'cancelled' : worst(results), ...lines].join('\n');
}

/** What is tried again gives this the second time; what somebody has taken care of stays as it is. */
function healed({ good, compiled: { whole } }: Scenario, script: Script, { state }: Ended): Script {
  const again = Object.entries(script).map(([title, given]): [string, Given] => {
    const node = whole.plan.nodes.find((one) => one.title === title);
    const owner = node && whole.owners.ownerOf(node.id);
    const isLeg = owner !== undefined && 'leg' in owner;
    if (given.is === 'ok' || (!isLeg && node && state.caught.has(node.id))) return [title, given];
    return [title, good[title] ?? { is: 'ok' }];
  });
  return Object.fromEntries(again);
}

describe.each(chains)('$name', (scenario) => {
  let scripts: readonly Scripted[];
  let cancels: readonly Scripted[];
  beforeAll(async () => {
    scripts = await scriptsOf(scenario);
    cancels = await cancelsOf(scenario, scripts);
  });

  it('is what it is in one process, whatever its units give', async () => {
    const seen = new Set<string>();
    for (const { script, local } of scripts) {
      const there = await onGitHub(scenario.compiled, script, github);
      const why = JSON.stringify(script);
      expect(shownRun(there.run), why).toBe(expectedRun(scenario, local, script));
      expect(there.state.conclusion?.decision, why).toBe(local.state.conclusion?.decision);
      expect(there.state.conclusion?.reasonCode, why).toBe(local.state.conclusion?.reasonCode);
      expect([...there.started].sort(), why).toEqual([...local.started].sort());
      seen.add(`${there.run.conclusion}: ${there.state.conclusion?.decision}`);
    }
    expect([...seen].sort()).toEqual(scenario.endings);
  });

  it('comes to its end when it is cancelled, whatever runs then', async () => {
    for (const { script, local } of cancels) {
      const there = await onGitHub(scenario.compiled, script, github);
      const why = JSON.stringify(script);
      const { decision, reasonCode } = local.state.conclusion ?? {};
      expect(there.state.conclusion, why).toMatchObject({ decision, reasonCode });
      expect(there.run.conclusion, why).toBe('cancelled');
      expect(there.run.job('conclude').result, why).toBe('failure');
      // Legs beside it may not have begun.
      if (there.run.jobs.some(({ matrix, result }) => matrix && result === 'cancelled')) continue;
      expect(shownRun(there.run), why).toBe(expectedRun(scenario, local, script));
      expect([...there.started].sort(), why).toEqual([...local.started].sort());
    }
  });

  it('comes to a good end when what failed is run again', async () => {
    let count = 0;
    for (const { script, local } of [...scripts, ...cancels]) {
      if (exitCodeOf(local.state.conclusion?.decision ?? 'failed') === 0) continue;
      count += 1;
      const why = JSON.stringify(script);
      const there = await onGitHub(scenario.compiled, script, github);
      const better = healed(scenario, script, local);
      const again = await there.rerunFailed(better);
      const best = await locally(scenario.compiled, better);
      const how = `${why}\n${shownRun(there.run)}\n${shownRun(again.run)}\n${again.state.conclusion?.reason}`;
      expect(again.state.conclusion?.decision, how).toBe(best.state.conclusion?.decision);
      const isDone = (title: string) => {
        const node = scenario.compiled.plan.nodes.find((one) => one.title === title);
        return node !== undefined && there.state.nodes.get(node.id)?.settlement?.is === 'succeeded';
      };
      expect(
        scenario.once.filter((title) => isDone(title) && again.started.includes(title)),
        why,
      ).toEqual([]);
      expect([...new Set([...there.started, ...again.started])].sort(), why).toEqual(
        [...new Set([...there.started, ...best.started])].sort(),
      );
    }
    expect(count).toBeGreaterThan(5);
  });
});

/** Those that differ in who runs, with what is written by hand about them. */
const realRuns: readonly (readonly [string, Script, string, string])[] = [
  [
    'sweep',
    { '/train:sigma-0.10': ok({ accuracy: 0.95 }), '/train:sigma-0.12': ok({ accuracy: 0.5 }) },
    'success',
    'passed',
  ],
  ['sweep', { '/train:sigma-0.10': fail, '/train:sigma-0.12': ok({ accuracy: 0.5 }) }, 'success', 'handled'],
  ['sweep', { '/train:sigma-0.10': lost, '/train:sigma-0.12': ok({ accuracy: 0.95 }) }, 'failure', 'failed'],
  ['guarded', { '/train': fail }, 'success', 'handled'],
  [
    'guarded',
    { '/train': ok({ accuracy: 0.9 }), '/evaluate': ok({ accuracy: 0.5, latency: 100 }) },
    'failure',
    'not-met',
  ],
  ['nested', { '/evaluate': ok({ accuracy: 1.5, latency: 100 }) }, 'failure', 'failed'],
  ['nested', { '/evaluate': ok({ accuracy: 0.95, latency: 100 }), '/b': fail }, 'failure', 'failed'],
];

describe('with the built program', () => {
  const projects = new Map<string, CompiledProject>();
  beforeAll(async () => {
    for (const { name, files } of chains) projects.set(name, await compiledProject({ ...files, unit }));
  });
  afterAll(async () => {
    for (const project of projects.values()) await project.close();
  });

  it.each(realRuns)('%s, %j', async (name, script, colour, decision) => {
    const scenario = chains.find((one) => one.name === name);
    if (!scenario) throw new Error(`no chain ${name}`);
    const words = Object.entries(script).map(([title, given]) => {
      const metrics = given.is === 'ok' ? Object.entries(given.metrics ?? {}) : [];
      const gives = given.is === 'lost' ? 'hang' : metrics.map((pair) => pair.join('=')).join() || given.is;
      return `${title.slice(1)}=${gives}`;
    });
    const gone = Object.keys(script).find((title) => script[title]?.is === 'lost');
    const real = await projects.get(name)?.run(name, {
      vars: { OUTCOMES: words.join(' ') },
      interrupt: ({ stdoutSoFar }) =>
        gone !== undefined && stdoutSoFar.includes(`running ${gone.slice(1)}`) ? 'lose-runner' : undefined,
    });
    const played = await onGitHub(scenario.compiled, script, github);
    expect(real && shownRun(real.run)).toBe(shownRun(played.run));
    const { reasonCode } = played.state.conclusion ?? {};
    expect(real?.state?.conclusion).toMatchObject({ decision, reasonCode });
    expect([real?.run.conclusion, played.state.conclusion?.decision]).toEqual([colour, decision]);
  });
});
