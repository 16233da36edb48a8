/** Over random chains with random outcomes: a run goes through its layout as GitHub would lead it, and each part is one's. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/jobs/lay-out.ts';
import { type Layout, mostLegs, mostSteps } from '../../src/jobs/layout.ts';
import { ownersOf } from '../../src/jobs/owners.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { type Outcomes, planOf, play } from '../engine/rig.ts';
import { Follower, inEnvironment } from './rig.ts';

/** To look further: `LAYOUT_RUNS=3000 LAYOUT_SEED=100000 npx vitest run test/jobs/follow.test.ts`. */
const runs = Number(process.env.LAYOUT_RUNS ?? 150);
const first = Number(process.env.LAYOUT_SEED ?? 1);

/** mulberry32: small, seeded, good enough to choose among a few things. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function hash(text: string): number {
  let value = 2166136261;
  for (let index = 0; index < text.length; index += 1)
    value = Math.imul(value ^ text.charCodeAt(index), 16777619);
  return value >>> 0;
}

/** More of what makes jobs and leads between them than a person would write. */
function randomChain(next: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const simple = ['unit', 'unit', 'gate', 'wait', 'deploy', 'kept'];
  const nested = [
    ...['parallel', 'parallel', 'parallel', 'group', 'logical', 'logical', 'closed', 'closed', 'open'],
    ...['try', 'try', 'try', 'retry', 'repeat', 'timeout', 'budget', 'fork', 'fork', 'case', 'status'],
    ...['status', 'approve', 'call', 'statements', 'statements', 'pipe'],
  ];
  const element = (depth: number): string => {
    switch (pick(depth > 0 ? [...simple, ...nested] : simple)) {
      case 'gate':
        return `/measure → ${pick(['/require:acc>0.2', '$m=<result> → /say $m', '/require:acc>0.1 or loss>3'])}`;
      case 'kept':
        return pick(['/measure > $m', '$n = /measure', '/fail']);
      case 'wait':
        return pick(['/wait:30', '/a']);
      case 'deploy':
        return '/say';
      case 'call':
        return pick(['/whole', '/asking', '/patient']);
      case 'approve':
        return pick(['/approve:x', '/b']);
      case 'pipe':
        return pick(['/a | /b', '/measure | /say | /b']);
      case 'parallel': {
        const branches = Array.from({ length: 1 + Math.floor(next() * 3) }, () => `(${sequence(depth - 1)})`);
        const options = `${pick(['', '', ':max=1', ':max=2'])}${pick(['', '', ':min=1', ':min=0'])}`;
        return `parallel${options}[${branches.join(' | ')}]`;
      }
      case 'group':
        return `(${sequence(depth - 1)})`;
      case 'statements':
        return `(${sequence(depth - 1)} ; ${sequence(depth - 1)}${pick(['', ` ; ${sequence(depth - 1)}`])})`;
      case 'logical':
        return `(${sequence(depth - 1)}) ${pick(['&&', '||', '||'])} (${sequence(depth - 1)})`;
      case 'closed': {
        const arm = () => pick(['', ` → /elif:acc>0.3 → ${sequence(depth - 1)}`]);
        return `/measure → /if:acc>0.5 → ${sequence(depth - 1)}${arm()}${arm()}${pick(['', ` → /else → ${sequence(depth - 1)}`])} → /end`;
      }
      case 'open':
        return `(/measure → /if:acc>0.5 → ${sequence(depth - 1)}${pick(['', ` → /else → ${sequence(depth - 1)}`])})`;
      case 'status':
        return `(${sequence(depth - 1)} → /if:${pick(['success', 'failure'])} → ${sequence(depth - 1)} → /else → ${sequence(depth - 1)} → /end)`;
      case 'try': {
        const caught = () => ` → /catch:${pick(['any', 'oom', 'usage', 'exit-1'])} → ${sequence(depth - 1)}`;
        return `(/try:(${sequence(depth - 1)})${caught()}${pick(['', caught()])}${pick(['', ` → /else → ${sequence(depth - 1)}`])}${pick(['', ' → /finally → /z', ` → /finally → ${sequence(depth - 1)}`])} → /end)`;
      }
      case 'retry':
        return `retry:${pick([1, 2])} ${pick(['', 'delay:5', 'backoff:20'])} → (${sequence(depth - 1)})`;
      case 'repeat':
        return `repeat:${pick([1, 3])} until:acc>0.5 → (${sequence(depth - 1)} → /measure)`;
      case 'timeout':
        return `timeout:${pick([1, 3, 60])} → (${sequence(depth - 1)})`;
      case 'budget':
        return `budget:${pick([1, 5])}usd → (${sequence(depth - 1)})`;
      case 'fork':
        return `((${sequence(depth - 1)}) & (${sequence(depth - 1)}) → ${sequence(depth - 1)}${pick(['', ' → barrier → $ready → /b', ' → barrier', ' → barrier ; /c'])})`;
      case 'case':
        return `($k=${pick(['x', 'y'])} → case:$k ↳ x → ${sequence(depth - 1)} ↳ * → ${sequence(depth - 1)})`;
      default:
        return pick(['/a', '/b', '/c', '/deploy', '/measure', '/say']);
    }
  };
  const sequence = (depth: number): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => element(depth)).join(' → ');
  const chain = Array.from({ length: 1 + Math.floor(next() * 2) }, () => sequence(3)).join(
    pick(['; ', '\n']),
  );
  const handlers = ['', '', '\non_failure → /b', '\nfinally → /z'];
  handlers.push(`\non_failure → (${sequence(1)})\nfinally → (${sequence(1)})`);
  return `${chain}${pick(handlers)}`;
}

/** What a unit gives depends on it and the seed alone. Some seeds fail much, some never. */
function randomOutcomes(seed: number): Outcomes {
  const values = [0.05, 0.25, 0.4, 0.6, 0.9, 1];
  const rate = [0, 0.05, 0.15, 0.4][seed % 4] ?? 0;
  return (unit) => {
    const chance = random(seed ^ hash(unit.id));
    const roll = chance();
    if (roll < rate)
      return { is: 'failed', class: ['exit-1', 'oom', 'usage'][Math.floor(chance() * 3)] ?? 'exit-1' };
    if (unit.command !== 'measure') return { is: 'succeeded', result: { values: { result: 'text' } } };
    if (roll < rate + 0.02)
      return { is: 'succeeded', result: { metrics: { accuracy: 1.5, loss: 1 }, primary: 'accuracy' } };
    const accuracy = values[Math.floor(chance() * values.length)] ?? 0.5;
    return { is: 'succeeded', result: { metrics: { accuracy, loss: 1 }, primary: 'accuracy' } };
  };
}

interface Case {
  readonly seed: number;
  readonly chain: string;
  readonly plan: Plan;
  readonly layout: Layout;
}

const all = [...cases()];

function* cases(): Generator<Case> {
  for (let seed = first, found = 0; found < runs; seed += 1) {
    const chain = randomChain(random(seed));
    const planned = planOf(chain, false);
    if (!planned) continue;
    found += 1;
    // A dollar a second, so that budgets matter.
    const priced = { ...planned, prices: { local: 3600 } };
    const plan = inEnvironment(inEnvironment(priced, 'say', 'staging'));
    yield { seed, chain, plan, layout: layOut(plan) };
  }
}

/** Nodes that somebody has to carry out or to decide. */
const acting = ['unit', 'require', 'assignment', 'case', 'wait', 'approval', 'retry', 'repeat'];

const nextOf = (seed: number) => (running: readonly NodeId[]) =>
  [...running].sort((a, b) => hash(`${seed}${a}`) - hash(`${seed}${b}`) || (a < b ? -1 : 1))[0];

describe('every layout', () => {
  it('has needs that stand before, names, times, and no more steps or legs than GitHub takes', () => {
    for (const { layout, chain } of all) {
      const before = new Set<string>();
      const { jobs } = layout;
      expect([jobs[0]?.id, jobs.at(-1)?.id]).toEqual(['plan', 'conclude']);
      for (const job of jobs) {
        for (const need of job.needs)
          expect(before.has(need), `${job.id} needs ${need}: ${chain}`).toBe(true);
        before.add(job.id);
        expect(job.name).not.toBe('');
        expect(job.minutes).toBeGreaterThanOrEqual(1);
        expect(job.minutes).toBeLessThanOrEqual(360);
        if (job.is === 'matrix') {
          expect(job.legs.length).toBeLessThanOrEqual(mostLegs);
          expect(new Set(job.legs.map(({ label }) => label)).size).toBe(job.legs.length);
          for (const { label } of job.legs) expect(label).toMatch(/^[A-Za-z0-9._+:= -]+$/);
          const joining = jobs.filter((other) => other.is === 'stretch' && other.joins.includes(job.id));
          expect(joining.length, 'one job joins it').toBe(1);
        } else {
          expect(job.steps.length).toBeLessThanOrEqual(mostSteps);
          if (job.environment !== undefined) expect(job.steps.length).toBe(1);
        }
      }
      expect(before.size, 'ids are unique').toBe(jobs.length);
      expect(jobs.at(-1)?.needs.length).toBe(jobs.length - 1);
    }
  });

  it('gives each unit and each decision to one step or leg', () => {
    for (const { plan, layout, chain } of all) {
      const owners = ownersOf(plan, layout);
      const seen = new Set<string>();
      for (const job of layout.jobs) {
        const own =
          job.is === 'matrix'
            ? job.legs.flatMap(({ branches }) => branches)
            : job.steps.flatMap(({ holds, decides }) => [
                ...holds,
                ...decides.map(({ node, arm }) => `${node} ${arm}`),
              ]);
        for (const one of own) {
          if (seen.has(one)) throw new Error(`${one} has two: ${chain}`);
          seen.add(one);
        }
      }
      const taken = new Set<NodeId>();
      for (const node of plan.nodes) {
        const isTaken = node.parent !== null && taken.has(node.parent);
        const isOwn = seen.has(node.id) || seen.has(`${node.id} 0`);
        // Nothing that one holds is another's too.
        if (isTaken && isOwn) throw new Error(`${node.id} is taken twice: ${chain}`);
        if (isTaken || seen.has(node.id)) taken.add(node.id);
        const arms = node.kind === 'branch' ? [...node.arms.keys()] : acting.includes(node.kind) ? [0] : [];
        for (const arm of arms)
          if (!owners.ownerOf(node.id, arm)) throw new Error(`${node.id} ${arm} is nobody's: ${chain}`);
      }
    }
  });

  it('leads every run forward: along needs, and down the steps of a job', () => {
    const handed = new Set<string>();
    for (const { seed, plan, layout, chain } of all) {
      for (const turn of [0, 1, 2, 3]) {
        const follower = new Follower(plan, layout);
        try {
          play(plan, {
            outcomes: randomOutcomes(seed * 4 + turn),
            next: nextOf(seed),
            slots: 1 + (seed % 4),
            approve: () => (seed + turn) % 3 > 0,
            watch: (state, event) => follower.see(state, event),
            ...(turn === 1 && seed % 3 === 0 ? { cancelAt: 2 + (seed % 17) } : {}),
          });
        } catch (error) {
          throw new Error(`seed ${seed}, turn ${turn}: ${chain}\n${error}`);
        }
        for (const way of follower.handed) handed.add(way.replace(/\d+/g, ''));
      }
    }
    expect([...handed].sort()).toEqual(
      expect.arrayContaining(['e → e', 'e → j', 'j → e', 'j → m', 'm → e', 'm → j', 'm → m', 'plan → m']),
    );
  });
});
