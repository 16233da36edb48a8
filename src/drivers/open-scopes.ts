/** Which parts of the chain hold pods now, and which of them are over. */
import { isOverspent } from '../engine/expiry.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId, PodScope } from '../plan/plan.ts';

export class OpenScopes {
  readonly #state: RunState;
  readonly #ofUnit = new Map<NodeId, PodScope>();
  readonly #open = new Set<PodScope>();

  /** What an earlier driver has opened is open. */
  constructor(state: RunState) {
    this.#state = state;
    for (const scope of state.plan.pods ?? []) for (const unit of scope.units) this.#ofUnit.set(unit, scope);
    const alive = new Set(
      [...state.pods.values()]
        .filter(({ endedAt, refused }) => !endedAt && !refused)
        .map(({ scope }) => scope),
    );
    for (const scope of state.plan.pods ?? []) if (alive.has(scope.id)) this.#open.add(scope);
  }

  /** A unit of it starts. */
  entered(unit: NodeId): void {
    const scope = this.#ofUnit.get(unit);
    if (scope) this.#open.add(scope);
  }

  all(): readonly PodScope[] {
    return this.#take([...this.#open]);
  }

  /** Those that nothing will need any more; each is given once. */
  over(): readonly PodScope[] {
    if (this.#open.size === 0) return [];
    return this.#take([...this.#open].filter((scope) => this.#isOver(scope)));
  }

  /** No pod that cannot be paid any more waits for handlers. */
  #isOver({ id, until, units }: PodScope): boolean {
    if (this.#hasSettled(until)) return true;
    return isOverspent(this.#state, id) && !units.some((unit) => this.#state.running.has(unit));
  }

  #take(scopes: readonly PodScope[]): readonly PodScope[] {
    for (const scope of scopes) this.#open.delete(scope);
    return scopes;
  }

  /** Or something around it: then it will never be opened. */
  #hasSettled(until: NodeId): boolean {
    for (let id: NodeId | null = until; id !== null; id = this.#state.byId.get(id)?.parent ?? null) {
      const own = this.#state.nodes.get(id);
      if (own && own.status !== 'open' && own.status !== 'running') return true;
    }
    return false;
  }
}
