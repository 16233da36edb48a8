/** Plans with environments and pods, layouts as text, and whether a run keeps to its layout. */
import type { RunEvent } from '../../src/engine/event.ts';
import type { RunState } from '../../src/engine/state.ts';
import { layOut } from '../../src/jobs/lay-out.ts';
import type { Job, Layout } from '../../src/jobs/layout.ts';
import { type Owner, type Owners, ownersOf } from '../../src/jobs/owners.ts';
import type { NodeId, Plan } from '../../src/plan/plan.ts';
import { smallProject } from '../plan/rig.ts';

const commands = [...'abcdxyz'].map((name) => `  ${name}: { run: ${name} }\n`).join('');

export const project = `${smallProject}${commands}  measure: { run: m, metrics: [{ json: m.json, fields: [accuracy] }] }
  whole: { chain: "/a → /b\\non_failure → /c\\nfinally → /z" }
  wide: { chain: "/a → parallel[/b | /c] → /d" }
`;

/** As if the command `deploy` were declared to be in that environment. */
export function inEnvironment(plan: Plan, name = 'deploy', environment = 'production'): Plan {
  const command = plan.commands[name];
  if (command?.is !== 'run') return plan;
  return { ...plan, commands: { ...plan.commands, [name]: { ...command, environment } } };
}

/** One line for each job: id, what it needs, what it joins; then one for each step or leg. */
export function shown(layout: Layout): string {
  return layout.jobs.map(shownJob).join('\n');
}

function shownJob(job: Job): string {
  const needs = job.needs.length === 0 || job.id === 'conclude' ? '' : ` < ${job.needs.join(' ')}`;
  const head = `${job.id}${needs}`;
  if (job.is === 'matrix') {
    const notes = `${job.max === null ? '' : ` max ${job.max}`}${job.isTolerated ? ' tolerated' : ''}`;
    return `${head}: ${job.name} [${job.legs.map(({ label }) => label).join(', ')}]${notes}`;
  }
  const environment = job.environment === undefined ? '' : ` in ${job.environment}`;
  const joins = job.joins.length === 0 ? '' : ` joins ${job.joins.join(' ')}`;
  return [`${head}${joins}${environment}:`, job.steps.map(({ name }) => name).join(', ')].join(' ').trim();
}

interface Place {
  readonly owner: Owner;
  readonly job: number;
  /** Undefined in a leg: those of one block stand side by side. */
  readonly step: number | undefined;
}

/** Sees to it, event by event, that a run goes through the layout as GitHub would lead it. */
export class Follower {
  /** Changes of job so far, `j3 → e4`. */
  readonly handed = new Set<string>();
  readonly #owners: Owners;
  readonly #jobs: ReadonlyMap<string, { readonly job: Job; readonly index: number }>;
  readonly #steps = new Map<string, number>();
  readonly #needs: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #joins = new Map<string, string>();
  #at: Place;

  constructor(plan: Plan, layout = layOut(plan)) {
    this.#owners = ownersOf(plan, layout);
    this.#jobs = new Map(layout.jobs.map((job, index) => [job.id, { job, index }]));
    this.#needs = new Map(layout.jobs.map(({ id, needs }) => [id, new Set(needs)]));
    for (const job of layout.jobs) {
      if (job.is === 'matrix') continue;
      for (const matrix of job.joins) this.#joins.set(matrix, job.id);
      for (const [index, { id }] of job.steps.entries()) this.#steps.set(id, index);
    }
    this.#at = { owner: { job: 'plan', step: '' }, job: 0, step: -1 };
  }

  see(state: RunState, event: RunEvent): void {
    const acted = actedOn(event);
    if (acted) this.#go(state, this.#placeOf(acted.node, acted.arm), `${event.type} ${acted.node}`);
    // A wait begins when it is open, and nothing says so.
    for (const id of state.sleeping) this.#go(state, this.#placeOf(id, 0), `wait ${id}`);
  }

  #go(state: RunState, next: Place, why: string): void {
    const { owner: from } = this.#at;
    const { owner: to } = next;
    const way = `${keyOf(from)} → ${keyOf(to)}, ${why}`;
    // `expect` in place of this would take most of the time of a run.
    if (next.job < this.#at.job) throw new Error(`back to an earlier job: ${way}`);
    if (from.job === to.job) {
      if (next.step !== undefined && next.step < (this.#at.step ?? 0))
        throw new Error(`back to an earlier step: ${way}`);
    } else if (to.job !== 'conclude') {
      const out = this.#joins.get(from.job) ?? from.job;
      this.handed.add(`${from.job} → ${to.job}`);
      if (out !== to.job && !this.#needs.get(to.job)?.has(out))
        throw new Error(`${to.job} does not need ${out}: ${way}`);
    }
    for (const running of state.running) {
      const place = this.#placeOf(running, 0);
      if (place.job !== next.job || place.step !== next.step)
        throw new Error(`${running} runs elsewhere: ${way}`);
    }
    this.#at = next;
  }

  #placeOf(node: NodeId, arm: number): Place {
    const owner = this.#owners.ownerOf(node, arm);
    const found = owner && this.#jobs.get(owner.job);
    if (!owner || !found) throw new Error(`${node} (arm ${arm}) is nobody's`);
    return { owner, job: found.index, step: 'step' in owner ? this.#steps.get(owner.step) : undefined };
  }
}

function keyOf(owner: Owner): string {
  return 'step' in owner ? `${owner.job}.${owner.step}` : `${owner.job}[${owner.leg}]`;
}

function actedOn(event: RunEvent): { readonly node: NodeId; readonly arm: number } | undefined {
  switch (event.type) {
    case 'gate-decided':
      return { node: event.node, arm: event.arm };
    case 'unit-started':
    case 'unit-reused':
    case 'unit-succeeded':
    case 'unit-failed':
    case 'case-decided':
    case 'variable-set':
    case 'assignment-failed':
    case 'approval-requested':
    case 'approval-given':
    case 'retry-scheduled':
    case 'retry-started':
    case 'waited':
      return { node: event.node, arm: 0 };
    default:
      return undefined;
  }
}
