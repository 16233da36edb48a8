/** A parallel block → the legs of its matrix. */
import {
  type AxisPoint,
  childrenOf,
  type NodeId,
  type ParallelNode,
  type Plan,
  type PlanNode,
  type PodScope,
} from '../plan/plan.ts';
import { type Leg, mostLegs } from './layout.ts';

export interface Legs {
  readonly legs: readonly Leg[];
  /** So many at once; null for no bound. */
  readonly max: number | null;
}

/** Of all blocks of a plan: its pods are looked through once. */
export class LegMaker {
  readonly #plan: Plan;
  readonly #byId: ReadonlyMap<NodeId, PlanNode>;
  /** By the nearest block that the units of a scope stand in the branches of. */
  readonly #scopes = new Map<NodeId, PodScope[]>();

  constructor(plan: Plan, byId: ReadonlyMap<NodeId, PlanNode>) {
    this.#plan = plan;
    this.#byId = byId;
    for (const scope of plan.pods ?? []) {
      const block = scope.of === 'run' ? undefined : this.#branchOf(scope.units[0])?.block;
      if (block === undefined) continue;
      const known = this.#scopes.get(block);
      if (known) known.push(scope);
      else this.#scopes.set(block, [scope]);
    }
  }

  legsOf(block: ParallelNode): Legs {
    const { branches } = block;
    const shared = this.#shared(block);
    const groups = evenly(shared, mostLegs);
    const size = groups.reduce((most, group) => Math.max(most, group.length), 1);
    const bounds = [
      ...(block.max === null ? [] : [Math.floor(block.max / size)]),
      ...this.#pods(block, size),
    ];
    const places = new Map(branches.map((branch, index) => [branch, index + 1]));
    const labels = unique(
      labelsOf(
        groups,
        branches.map((id) => this.#first(id)),
        places,
      ),
    );
    return {
      legs: groups.map((group, index) => ({ label: labels[index] ?? '', branches: group })),
      max: bounds.length === 0 ? null : Math.max(1, Math.min(...bounds)),
    };
  }

  /** What a branch is named by: of several elements the first command. */
  #first(branch: NodeId): PlanNode | undefined {
    let at = this.#byId.get(branch);
    while (at && at.kind !== 'unit' && at.kind !== 'call') {
      const [child] = childrenOf(at);
      const below = child === undefined ? undefined : this.#byId.get(child);
      if (!below) break;
      at = below;
    }
    return at;
  }

  /** Branches that share a pod, as many as it has slots; all others alone. */
  #shared(block: ParallelNode): NodeId[][] {
    const scopes = (this.#scopes.get(block.id) ?? []).filter((scope) => scope.of === 'block');
    const slots = Math.min(
      block.max ?? Number.POSITIVE_INFINITY,
      ...scopes.flatMap((scope) => this.#slotsOf(scope)),
    );
    if (scopes.length === 0 || slots <= 1) return block.branches.map((branch) => [branch]);
    const sharing = new Set<NodeId>();
    for (const { units } of scopes)
      for (const unit of units) {
        const branch = this.#branchOf(unit)?.branch;
        if (branch !== undefined) sharing.add(branch);
      }
    const groups: NodeId[][] = [];
    let open: NodeId[] | undefined;
    for (const branch of block.branches) {
      if (!sharing.has(branch)) groups.push([branch]);
      else if (open && open.length < slots) open.push(branch);
      else {
        open = [branch];
        groups.push(open);
      }
    }
    return groups;
  }

  #slotsOf({ units, target }: PodScope): number[] {
    return units.flatMap((id) => {
      const node = this.#byId.get(id);
      const command = node?.kind === 'unit' ? this.#plan.commands[node.command] : undefined;
      return command?.is === 'run' ? [command.slots ?? this.#plan.targets?.[target]?.slots ?? 1] : [];
    });
  }

  /** What its targets allow at once, and each leg has pods of its own. */
  #pods({ id }: ParallelNode, size: number): number[] {
    return (this.#scopes.get(id) ?? []).flatMap(({ of, pods, target: name }) => {
      if (of === 'block') return [pods];
      const target = this.#plan.targets?.[name];
      return target?.kind === 'runpod' ? [Math.floor(target.pods / size)] : [];
    });
  }

  #branchOf(id: NodeId | undefined): { readonly block: NodeId; readonly branch: NodeId } | undefined {
    let at = id === undefined ? undefined : this.#byId.get(id);
    while (at !== undefined && at.parent !== null) {
      const above = this.#byId.get(at.parent);
      if (above?.kind === 'parallel' || above?.kind === 'fork') return { block: above.id, branch: at.id };
      at = above;
    }
    return undefined;
  }
}

/** At most so many groups, of neighbours and about the same length. */
export function evenly<Item>(groups: readonly (readonly Item[])[], most: number): Item[][] {
  const size = Math.max(1, Math.ceil(groups.length / most));
  const merged: Item[][] = [];
  for (let at = 0; at < groups.length; at += size) merged.push(groups.slice(at, at + size).flat());
  return merged;
}

/** Together they are one variable of the environment, which has a bound. */
const longestLabel = 60;
const longestName = 100;

function labelsOf(
  groups: readonly (readonly NodeId[])[],
  branches: readonly (PlanNode | undefined)[],
  places: ReadonlyMap<NodeId, number>,
): string[] {
  const labels = branchLabels(branches);
  return groups.map((group) => {
    const numbers = group.map((id) => places.get(id) ?? 0);
    const [first = 0] = numbers;
    const last = numbers.at(-1) ?? first;
    const text = numbers.map((number) => labels[number - 1] ?? '').join(' + ');
    if (group.length === 1 || text.length <= longestLabel) return text;
    return `cells ${first}-${last}`;
  });
}

function branchLabels(branches: readonly (PlanNode | undefined)[]): string[] {
  const points = branches.map((node) => (node?.kind === 'unit' ? pointText(node.point) : ''));
  const commands = new Set(branches.map((node) => (node?.kind === 'unit' ? node.command : undefined)));
  if (commands.size === 1 && points.every((text) => text !== '') && new Set(points).size === points.length)
    return points;
  const ids = branches.map((node) => node?.id ?? '');
  // An id is a place and a name, `2.1-train-sigma-0.10`.
  const names = ids.map((id) => plain(id.replace(/^(?:[\d.]+|x[0-9a-z]+)-/, '')));
  return new Set(names).size === names.length ? names : ids.map(plain);
}

function pointText(point: readonly AxisPoint[]): string {
  return plain(point.map(({ axis, value }) => `${axis}-${value}`).join(' '));
}

/** Fit for any place on GitHub, and for a comparison that knows no case or kind of blank. */
function plain(text: string): string {
  const fit = text.replace(/[^A-Za-z0-9._+:=-]+/g, (found) => (/^ +$/.test(found) ? ' ' : '-'));
  return fit.slice(0, longestName);
}

function unique(labels: readonly string[]): string[] {
  const used = new Set<string>();
  return labels.map((label) => {
    let name = label;
    for (let count = 2; used.has(name); count += 1) name = `${label} ${count}`;
    used.add(name);
    return name;
  });
}

/** All that stands below the nodes, and they. */
export function* below(byId: ReadonlyMap<NodeId, PlanNode>, ids: readonly NodeId[]): Generator<PlanNode> {
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = byId.get(id);
    if (!node) continue;
    yield node;
    for (const child of childrenOf(node)) open.push(child);
  }
}
