/**
 * One meaning, three ways: a chain run in one place by the command line, as its compiled workflow by the rig's runner, and by
 * act, whose jobs, matrices and conditions nobody here has written, decides the same and runs the same.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fold } from '../../src/engine/evolve.ts';
import { layOut } from '../../src/jobs/lay-out.ts';
import type { Layout } from '../../src/jobs/layout.ts';
import { wholeOf } from '../../src/parts/whole.ts';
import type { Plan, UnitNode } from '../../src/plan/plan.ts';
import { prepare } from '../../src/prepare.ts';
import { cli, runFolder } from '../drivers/rig.ts';
import { hash, random } from '../engine/merge-rig.ts';
import { play } from '../engine/rig.ts';
import { notInAct } from '../rig/act/not-in-act.ts';
import { actBinary, runUnderAct, withoutAct } from '../rig/act.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { compared, type Ended } from './meaning.ts';
import { action, actionFolder, type CompiledProject, type CompiledRun, compiledProject } from './rig.ts';
import {
  type Chain,
  documentChains,
  eventsOf,
  filesIn,
  type Given,
  type Giving,
  outcomesOf,
  projectFiles,
  shippedChains,
  tableOf,
} from './scripted-project.ts';
import { walk } from './walk.ts';

/** What the documents have little of. */
const own: Readonly<Record<string, string>> = {
  approve: '/train → /if:acc>0.8 → /approve:deploy → /ml-deploy → /else → /escalate\nfinally → /cleanup',
  'approve-in-cell': 'parallel[(/train → /approve:first) | /evaluate] → /analyze',
  statements: '/train → /if:acc>0.8 → /deploy ; /cleanup ; /monitor',
  or: '(/train → /evaluate) || (/use-backup && /monitor) || /escalate',
  status: '/train → /evaluate → /if:success → /deploy → /else → /rollback → /end → /cleanup',
  try: '(/try:(/train → /evaluate) → /catch:any → /use-backup → /else → /deploy → /finally → /cleanup → /end) → /monitor',
  retry: 'retry:2 delay:0 → (/train → /evaluate) → /monitor',
  repeat: 'repeat:3 until:acc>0.8 → (/optimize → /train) → /if:acc>0.8 → /deploy → /else → /escalate',
  fork: '/init → (/train & /evaluate & /benchmark → barrier → $ready → /analyze) → /monitor',
  pipe: '/train | /analyze | /monitor → /cleanup',
  case: '$where=gpu → case:$where ↳ gpu → /train_gpu → /evaluate ↳ cpu → /train_cpu ↳ * → /error',
  timeout: 'timeout:60 → (/train → /evaluate) → budget:5usd → (/benchmark) → /monitor',
  redirect: '$best = /select_best_model > winner.json → /train > $kept → /analyze → /cleanup',
  checkpoint: '/train → /evaluate → state:save → after.json → /if:acc>0.8 → /deploy',
  context: '$phase1 = /run_phase1 > winner.json\ncontext:winner → $best_sigma → /phase2_experiments',
  nested: 'parallel[(/init → parallel[/train_cpu | /train_gpu] → /evaluate) | /train] → /analyze',
  two: 'parallel[/train:sigma-0.10 | /train:sigma-0.12] → /results:aggregate → /best-model:select → /if:best-acc>0.9 → parallel:min=1[/deploy-variant-a | /deploy-variant-b] → /monitor → /else → parallel:max=1[/escalate | /cleanup]',
  tolerated:
    '(/try:(parallel:min=1[/train | /evaluate | /benchmark] → /deploy) → /catch:any → /use-backup → /end) ; /monitor\non_failure → /notify_admin\nfinally → /cleanup',
  much: '$where=gpu → case:$where ↳ gpu → retry:2 delay:0 → (/train_gpu) → timeout:60 → (budget:5usd → (/benchmark)) → (/try:/evaluate → /catch:any → /fallback:use-backup-model → /end) → (/analyze & /monitor → barrier → $ready → /init) → (/escalate || /cleanup) → repeat:2 until:acc>0.8 → (/train) → state:save → after.json ↳ * → /error',
  environment: '/train → /if:acc>0.8 → /hand_over → /monitor → /else → /escalate → /end → /cleanup',
};

const shipped = shippedChains();

const everyChain: readonly Chain[] = [
  ...documentChains(),
  ...shipped,
  ...Object.entries(own).map(([name, text]) => ({ name: `own-${name}`, text })),
];

interface Planned {
  readonly chain: Chain;
  readonly plan: Plan;
  readonly layout: Layout;
}

let folder: string;
let planned: readonly Planned[] = [];
beforeAll(() => {
  folder = temporaryFolder();
  for (const [path, text] of Object.entries(projectFiles(everyChain))) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  planned = everyChain.flatMap((chain) => {
    const wanted = { is: 'workflow', reference: `workflows/${chain.name}.yml` } as const;
    const { plan } = prepare({ wanted, folder, shownFrom: folder, given: [], jobs: true });

    return plan ? [{ chain, plan, layout: layOut(plan) }] : [];
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const good: Given = { exit: 0, metric: 0.95 };
const bad: Given = { exit: 0, metric: 0.2 };

/** All good, all bad, each unit failing once and for good, one metric missing or out of its range, and by chance. */
function givings({ nodes }: Plan): Giving[] {
  const units = nodes.filter((node): node is UnitNode => node.kind === 'unit');
  const one =
    (id: string, given: Given, more: Giving): Giving =>
    (unit, attempt) =>
      unit.id === id ? given : more(unit, attempt);
  const chance =
    (seed: number): Giving =>
    (unit, attempt) => {
      const next = random(seed ^ hash(`${unit.id} ${attempt}`));
      if (next() < 0.25) return { exit: 1 + Math.floor(next() * 3), seconds: 1 + next() * 9 };
      return {
        exit: 0,
        metric: [0.2, 0.5, 0.86, 0.95][Math.floor(next() * 4)] ?? 0.95,
        seconds: 1 + next() * 9,
      };
    };
  return [
    () => good,
    () => bad,
    () => ({ exit: 1 }),
    ...units.flatMap(({ id }): Giving[] => [
      (unit, attempt) => (unit.id === id && attempt === 1 ? { exit: 1 } : good),
      one(id, { exit: 3 }, () => good),
      one(id, { exit: 1 }, () => bad),
      one(id, { exit: 0 }, () => good),
      one(id, { exit: 0, metric: 1.5 }, () => good),
    ]),
    ...Array.from({ length: 4 }, (_, seed) => chance(seed)),
  ];
}

/** For runs with processes: nothing waits long, and nothing depends on which of two branches is first. */
function bestGiving({ plan, layout }: Planned): Giving {
  const { length } = plan.nodes.filter(({ kind }) => kind === 'unit');
  const whole = wholeOf(plan);
  let best: { readonly give: Giving; readonly score: number } | undefined;
  for (const give of givings(plan).slice(0, 3 + 5 * length)) {
    const outcomes = outcomesOf(plan, (unit, attempt) => ({ ...give(unit, attempt), seconds: 0 }));
    const local = play(plan, { outcomes });
    const walked = walk(whole, outcomes);
    const { differences, allowance } = compared(plan, layout, local, walked);
    if (local.seconds > 5 || differences.length > 0 || allowance !== undefined) continue;
    const failures = new Set(
      walked.events.flatMap((event) => (event.type === 'unit-failed' ? [event.node] : [])),
    );
    const score = walked.jobs.length * 10 + local.started.length * 2 + Math.min(failures.size, 1);
    if (!best || score > best.score) best = { give, score };
  }
  if (!best) throw new Error('nothing can be given to it');
  return best.give;
}

const shapeOf = ({ jobs }: Layout) =>
  jobs
    .map((job) => (job.is === 'matrix' ? job.id : `${job.id}${job.steps.some(isGate) ? '?' : ''}`))
    .join(' ');
const isGate = ({ decides }: { readonly decides: readonly unknown[] }) => decides.length > 0;

/** Few of which each shape of jobs and each construct is in one. */
function fewOf(all: readonly Planned[]): Planned[] {
  const featuresOf = ({ plan, layout }: Planned) =>
    new Set([shapeOf(layout), ...plan.nodes.map(({ kind }) => kind)]);
  const left = new Set(all.flatMap((one) => [...featuresOf(one)]));
  const few: Planned[] = [];
  while (left.size > 0) {
    const worth = (one: Planned) => {
      const found = [...featuresOf(one)].filter((feature) => left.has(feature)).length;
      return found - one.plan.nodes.length / 1000;
    };
    const [next] = [...all].sort((a, b) => worth(b) - worth(a));
    if (!next) break;
    few.push(next);
    for (const feature of featuresOf(next)) left.delete(feature);
  }
  return few;
}

/**
 * Where act is another than GitHub and than the rig's runner; by the name under which its own test proves it. The day act
 * learns one of them that proof fails, and what is allowed for it here goes with it.
 */
const allowedToAct: readonly {
  readonly construct: string;
  readonly what: string;
  readonly allowed: string;
}[] = [
  {
    construct: '`parallel` whose branches may fail',
    what: 'continue-on-error of a job',
    allowed: 'the run is red although the chain has gone on; the decision is compared all the same',
  },
  {
    construct: '`environment:`',
    what: 'environments: rules, secrets and variables of their own',
    allowed: 'nobody is asked',
  },
  {
    construct: '`parallel:max=`',
    what: 'concurrency',
    allowed: 'legs run one after the other, whatever `max` is',
  },
  {
    construct: '`timeout:` of a command',
    what: 'timeout-minutes of a job',
    allowed: 'no job ends for its minutes',
  },
];

describe('a chain of the corpus', () => {
  it('means the same in one place and as the jobs of its compiled workflow', () => {
    const wrong: string[] = [];
    const counts = { all: 0, stopped: 0, max: 0, clock: 0, degraded: 0 };
    for (const { chain, plan, layout } of planned) {
      const whole = wholeOf(plan);
      for (const [index, give] of givings(plan).entries()) {
        const outcomes = outcomesOf(plan, give);
        const walked = walk(whole, outcomes);
        const { differences, allowance } = compared(plan, layout, play(plan, { outcomes }), walked);
        counts.all += 1;
        if (allowance) counts[allowance] += 1;
        if (differences.length > 0)
          wrong.push(`${chain.name} ${index}: ${chain.text}\n${differences.join('\n')}`);
      }
    }
    expect(wrong.slice(0, 5).join('\n\n')).toBe('');
    expect(counts.all).toBeGreaterThan(1500);
    console.log(`one meaning: ${planned.length} chains in ${counts.all} ways without processes`);
  });

  it('allows to act only what act is proven not to do', () => {
    const proven = new Set(notInAct('/nowhere').map(({ what }) => what));
    expect(allowedToAct.filter(({ what }) => !proven.has(what))).toEqual([]);
  });

  it(
    'means the same by the command line, by the runner of the rig, and by act',
    async () => {
      const all = process.env.ML_MEANING === 'all';
      const chosen = all ? planned : fewOf(planned);
      const tables = Object.fromEntries(
        chosen.map((one) => [
          `given/${one.chain.called ?? one.chain.name}.txt`,
          tableOf(one.plan, bestGiving(one)),
        ]),
      );
      // Chains may call what is shipped.
      const chains = new Set([...chosen.map(({ chain }) => chain), ...shipped]);
      const files = { ...projectFiles([...chains]), ...tables };
      const project = await compiledProject(files);
      const wrong: string[] = [];
      try {
        for (const { chain, plan, layout } of chosen) {
          const [local, compiled, acted] = await Promise.all([
            locally(project.folder, chain),
            project.run(chain.name),
            actBinary === undefined ? undefined : byAct(project, chain),
          ]);
          const ways = { 'the runner': ended(compiled), ...(acted ? { act: acted.ended } : {}) };
          for (const [way, other] of Object.entries(ways)) {
            const { differences } = other
              ? compared(plan, layout, local, other)
              : { differences: ['no run was found'] };
            if (differences.length > 0)
              wrong.push(`${chain.name} by ${way}: ${chain.text}\n${differences.join('\n')}`);
          }
          const isTolerated = compiled.run.jobs.some(({ tolerated }) => tolerated);
          if (acted && !isTolerated && acted.conclusion !== compiled.run.conclusion)
            wrong.push(`${chain.name}: ${compiled.run.conclusion}, by act ${acted.conclusion}`);
        }
      } finally {
        await project.close();
      }
      expect(wrong.join('\n\n')).toBe('');
      expect(project.artifacts.violations).toEqual([]);
      const ways = actBinary === undefined ? `two ways (${withoutAct})` : 'three ways';
      console.log(`one meaning: ${chosen.length} of ${planned.length} chains with processes, ${ways}`);
    },
    process.env.ML_MEANING === 'all' ? 3_600_000 : 180_000,
  );
});

function ended({ state, events }: CompiledRun): Ended | undefined {
  return state && { state, events };
}

/** In a copy, as a person would. */
async function locally(from: string, { name }: Chain): Promise<Ended> {
  const copy = temporaryFolder();
  try {
    cpSync(from, copy, { recursive: true });
    const { err } = await cli(['run', `workflows/${name}.yml`], { cwd: copy });
    const run = existsSync(join(copy, '.ml-workflow', 'runs')) ? runFolder(copy) : undefined;
    if (run === undefined) throw new Error(`${name} did not run: ${err}`);
    const plan = JSON.parse(readFileSync(join(run, 'plan.json'), 'utf8')) as Plan;
    const events = eventsOf(readFileSync(join(run, 'journal.jsonl'), 'utf8'));
    return { state: fold(plan, events), events };
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

let lastRun = 900;

/** The run is read from what its jobs have left: no machine of it is there any more. */
async function byAct(
  { yaml, github, artifacts, sha }: CompiledProject,
  { name }: Chain,
): Promise<{ readonly ended: Ended | undefined; readonly conclusion: string }> {
  lastRun += 1;
  const id = lastRun;
  const run = await runUnderAct({
    workflow: yaml(name),
    event: { name: 'workflow_dispatch', payload: {} },
    actions: { [action]: actionFolder() },
    apiUrl: github.url,
    // Who dispatches a run by hand is asked for the right to.
    actor: 'dana',
    serverUrl: github.serverUrl,
    // As the compiled file asks for them: act gives one token to all jobs.
    token: github.token({
      ...{ contents: 'read', actions: 'read', checks: 'write' },
      'pull-requests': 'write',
    }),
    repository: github.repository,
    sha,
    ref: 'refs/heads/main',
    run: { id, attempt: 1 },
    results: { url: artifacts.url, tokenFor: (job) => artifacts.tokenFor(id, job) },
  });
  const left = (job: string) => {
    const found = artifacts.list(id).find((one) => one.name === `ml-${job}-a1`);
    return found && filesIn(found.bytes);
  };
  const plan = left('plan')?.get('run/plan.json');
  const journal = left('conclude')?.get('journal.jsonl');
  if (plan === undefined || journal === undefined)
    throw new Error(`${name}: ${run.aborted ?? ''}\n${run.log}`);
  const events = eventsOf(journal);
  return { ended: { state: fold(JSON.parse(plan) as Plan, events), events }, conclusion: run.conclusion };
}
