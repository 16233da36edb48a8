/** Hundreds of chains nobody would write: run in one place, and as the jobs of their compiled workflows, they mean the same. */
import { describe, expect, it } from 'vitest';
import { wholeOf } from '../../src/parts/whole.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { hash, random } from '../engine/merge-rig.ts';
import { type Outcomes, planOf, play } from '../engine/rig.ts';
import { inEnvironment } from '../jobs/rig.ts';
import { compared } from './meaning.ts';
import { walk } from './walk.ts';

/** To look further: `MEANING_RUNS=3000 MEANING_SEED=100000 npx vitest run test/compiled/one-meaning-generated.test.ts`. */
const runs = Number(process.env.MEANING_RUNS ?? 150);
const first = Number(process.env.MEANING_SEED ?? 1);

/** More of what makes jobs, and leads between them, than a person would write. */
function randomChain(next: () => number): string {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  const simple = ['unit', 'unit', 'gate', 'wait', 'deploy', 'kept'];
  const nested = [
    ...['parallel', 'parallel', 'parallel', 'group', 'logical', 'logical', 'closed', 'closed', 'open'],
    ...['try', 'try', 'try', 'retry', 'repeat', 'timeout', 'budget', 'fork', 'case', 'status', 'warned'],
    ...['status', 'approve', 'call', 'statements', 'statements', 'pipe', 'any'],
  ];
  const element = (depth: number): string => {
    const inner = () => sequence(depth - 1);
    const maybe = (text: () => string) => (next() < 0.5 ? '' : text());
    switch (pick(depth > 0 ? [...simple, ...nested] : simple)) {
      case 'gate':
        return `/measure → ${pick(['/require:acc>0.2', '$m=<result> → /say $m', '/require:acc>0.1 or loss>3'])}`;
      case 'kept':
        return pick(['/measure > $m', '$n = /measure', '/fail', '$v=x']);
      case 'wait':
        return pick(['/wait:30', '/a']);
      case 'deploy':
        return '/say';
      case 'call':
        return pick(['/whole', '/asking', '/patient']);
      case 'approve':
        return pick(['/approve:x', '/b', '/c']);
      case 'pipe':
        return pick(['/a | /b', '/measure | /say | /b']);
      case 'warned':
        return '/measure → /if:acc>0.3 → /a → /else → /continue → /end';
      case 'parallel': {
        const branches = Array.from({ length: 1 + Math.floor(next() * 3) }, () => `(${inner()})`);
        return `parallel${pick(['', '', ':max=1', ':max=2'])}${pick(['', '', ':min=1', ':min=0'])}[${branches.join(' | ')}]`;
      }
      case 'group':
        return `(${inner()})`;
      case 'statements':
        return `(${inner()} ; ${inner()}${maybe(() => ` ; ${inner()}`)})`;
      case 'logical':
        return `(${inner()}) ${pick(['&&', '||', '||'])} (${inner()})`;
      case 'any':
        return `(/a || /b || (${inner()}))`;
      case 'closed': {
        const arm = () => maybe(() => ` → /elif:acc>0.3 → ${inner()}`);
        return `/measure → /if:acc>0.5 → ${inner()}${arm()}${arm()}${maybe(() => ` → /else → ${inner()}`)} → /end`;
      }
      case 'open':
        return `(/measure → /if:acc>0.5 → ${inner()}${maybe(() => ` → /else → ${inner()}`)})`;
      case 'status':
        return `(${inner()} → /if:${pick(['success', 'failure'])} → ${inner()} → /else → ${inner()} → /end)`;
      case 'try': {
        const caught = () => ` → /catch:${pick(['any', 'oom', 'usage', 'exit-1'])} → ${inner()}`;
        return `(/try:(${inner()})${caught()}${maybe(caught)}${maybe(() => ` → /else → ${inner()}`)}${maybe(() => ` → /finally → ${inner()}`)} → /end)`;
      }
      case 'retry':
        return `retry:${pick([1, 2])} ${pick(['', 'delay:5', 'backoff:20'])} → (${inner()})`;
      case 'repeat':
        return `repeat:${pick([1, 3])} until:acc>0.5 → (${inner()} → /measure)`;
      case 'timeout':
        return `timeout:${pick([10, 60, 300])} → (${inner()})`;
      case 'budget':
        return `budget:${pick([20, 100])}usd → (${inner()})`;
      case 'fork':
        return `((${inner()}) & (${inner()}) → ${inner()}${pick(['', ' → barrier → $ready → /b', ' → barrier', ' → barrier ; /c'])})`;
      case 'case':
        return `($k=${pick(['x', 'y'])} → case:$k ↳ x → ${inner()} ↳ * → ${inner()})`;
      default:
        return pick(['/a', '/b', '/c', '/deploy', '/measure', '/say']);
    }
  };
  const sequence = (depth: number): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => element(depth)).join(' → ');
  const chain = Array.from({ length: 1 + Math.floor(next() * 2) }, () => sequence(2)).join(
    pick(['; ', '\n']),
  );
  return `${chain}${pick(['', '', '\non_failure → /b', '\nfinally → /z', `\non_failure → (${sequence(1)})\nfinally → (${sequence(1)})`])}`;
}

/** What a unit gives depends on it, its attempt and the seed alone. Some seeds fail much, some never. */
function randomOutcomes(seed: number): Outcomes {
  const values = [0.05, 0.25, 0.4, 0.6, 0.9, 1];
  const rate = [0, 0.05, 0.15, 0.4][seed % 4] ?? 0;
  return (unit, attempt) => {
    const chance = random(seed ^ hash(`${unit.id} ${attempt}`));
    const seconds = 1 + Math.floor(chance() * 100_000) / 1000;
    const roll = chance();
    if (roll < rate)
      return { is: 'failed', class: ['exit-1', 'oom', 'usage'][Math.floor(chance() * 3)] ?? 'oom', seconds };
    if (unit.command !== 'measure')
      return { is: 'succeeded', seconds, result: { values: { result: 'text' } } };
    const primary = 'accuracy';
    if (roll < rate + 0.01) return { is: 'succeeded', seconds, result: { metrics: { loss: 1 }, primary } };
    // Out of its range: a gate that reads it cannot be decided.
    if (roll < rate + 0.03)
      return { is: 'succeeded', seconds, result: { metrics: { accuracy: 1.5 }, primary } };
    const accuracy = values[Math.floor(chance() * values.length)] ?? 0.5;
    return { is: 'succeeded', seconds, result: { metrics: { accuracy, loss: 1 }, primary } };
  };
}

interface Case {
  readonly seed: number;
  readonly chain: string;
  readonly plan: Plan;
}

function* cases(): Generator<Case> {
  for (let seed = first, found = 0; found < runs; seed += 1) {
    const chain = randomChain(random(seed));
    const planned = planOf(chain, false);
    if (!planned) continue;
    found += 1;
    // A dollar a second, so that budgets matter.
    const priced = { ...planned, prices: { local: 3600 } };
    yield { seed, chain, plan: inEnvironment(priced, 'say', 'staging') };
  }
}

describe('a generated chain', () => {
  it('means the same in one place and as the jobs of its compiled workflow', () => {
    const wrong: string[] = [];
    const counts = { all: 0, stopped: 0, max: 0, clock: 0, degraded: 0 };
    const seen = { jobs: new Set<string>(), conclusions: new Set<string>() };
    for (const { seed, chain, plan } of cases()) {
      const whole = wholeOf(plan);
      for (const turn of [0, 1, 2, 3]) {
        const outcomes = randomOutcomes(seed * 4 + turn);
        try {
          const walked = walk(whole, outcomes);
          const { differences, allowance } = compared(plan, whole.layout, play(plan, { outcomes }), walked);
          if (differences.length > 0)
            wrong.push(`seed ${seed}, turn ${turn}: ${chain}\n${differences.join('\n')}`);
          counts.all += 1;
          if (allowance) counts[allowance] += 1;
          const { decision, reasonCode } = walked.state.conclusion ?? {};
          seen.conclusions.add(`${decision} ${reasonCode}`);
          for (const job of walked.jobs) seen.jobs.add(job.replace(/\d+/g, ''));
        } catch (error) {
          wrong.push(`seed ${seed}, turn ${turn}: ${chain}\n${error instanceof Error ? error.stack : error}`);
        }
      }
    }
    expect(wrong.slice(0, 3).join('\n\n')).toBe('');
    // Otherwise it proves little.
    expect(counts.stopped + counts.max + counts.clock + counts.degraded).toBeLessThan(counts.all / 20);
    expect([...seen.jobs].sort()).toEqual(expect.arrayContaining(['conclude', 'e', 'j', 'm[]', 'plan']));
    const decisions = new Set([...seen.conclusions].map((one) => one.split(' ', 1)[0]));
    expect([...decisions].sort()).toEqual(['failed', 'handled', 'not-met', 'passed', 'waiting']);
    console.log(
      `one meaning: ${counts.all} generated runs without processes, allowed ${JSON.stringify(counts)}`,
    );
  });
});
