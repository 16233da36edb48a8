/**
 * Where control goes in a plan, and so which job each element stands in. A node is placed where control may come from,
 * and gives where it may leave: having succeeded, or in any other way. What is nested is asked for by `yield`, so that no
 * chain is too deep for the call stack.
 */
import type {
  BranchNode,
  HandlersNode,
  NodeId,
  Plan,
  PlanNode,
  SequenceNode,
  TryNode,
} from '../plan/plan.ts';
import { type Draft, type DraftStep, Drafts, type Places } from './drafts.ts';
import { below } from './legs.ts';
import { blockName, isOneElement, named, titleOf, titleOfAll } from './step-names.ts';

export function placed(plan: Plan): { readonly drafts: Drafts; readonly conclude: Draft } {
  const placer = new Placer(plan);
  const conclude = placer.chain();
  return { drafts: placer.drafts, conclude };
}

interface Leaving {
  readonly exits: Places;
  /** Failed, with a gate that was not met, or stopped. */
  readonly fails: Places;
}

/** What holds for all that stands in a part of the chain. */
interface Part {
  /** The branch that its names carry; '' for none. */
  readonly branch: string;
  /** The chain may go on after a failure in it. */
  readonly isTolerated: boolean;
  /** In a job that is there for it, whatever it holds. */
  readonly staysInJob: boolean;
}

interface Visit {
  readonly id: NodeId;
  readonly entries: Places;
  readonly part: Part;
}

/** Yields what has to be placed first, and is told how control leaves it. */
type Placing = Generator<Visit, Leaving, Leaving>;

class Placer {
  readonly drafts = new Drafts();
  readonly #plan: Plan;
  readonly #byId: ReadonlyMap<NodeId, PlanNode>;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
  }

  /** Gives the job that ends the run, in which the handlers of the whole chain stand. */
  chain(): Draft {
    const root = this.#node(this.#plan.root);
    const part: Part = { branch: '', isTolerated: false, staysInJob: false };
    const { only } = this.drafts.plan;
    this.#run({ id: root.kind === 'handlers' ? root.body : root.id, entries: only, part });
    const conclude = this.drafts.conclude();
    if (root.kind !== 'handlers') return conclude;
    const inside = { ...part, staysInJob: true };
    const handlers = [
      { id: root.onFailure, branch: 'on_failure' },
      { id: root.finally, branch: 'finally' },
    ];
    for (const { id, branch } of handlers)
      if (id !== null) this.#run({ id, entries: conclude.only, part: { ...inside, branch } });
    return conclude;
  }

  #run(visit: Visit): void {
    const open = [this.#place(visit)];
    let last: Leaving = { exits: nowhere, fails: nowhere };
    for (let top = open.at(-1); top; top = open.at(-1)) {
      const { done, value } = top.next(last);
      if (done) {
        last = value;
        open.pop();
      } else open.push(this.#place(value));
    }
  }

  /** A host that is there already is one machine: more jobs would only wait for its slots, and for its workspace. */
  #usesOneHost(node: PlanNode): boolean {
    const { commands, targets = {} } = this.#plan;
    for (const one of below(this.#byId, [node.id])) {
      const command = one.kind === 'unit' ? commands[one.command] : undefined;
      if (command && 'target' in command && targets[command.target]?.kind === 'ssh') return true;
    }
    return false;
  }

  *#place({ id, entries, part }: Visit): Placing {
    const node = this.#node(id);
    switch (node.kind) {
      case 'unit':
      case 'require':
      case 'assignment':
      case 'wait':
      case 'approval':
      case 'retry':
      case 'repeat':
      case 'fork':
        return this.#hold([id], titleOf(this.#byId, id), entries, part);
      case 'barrier':
        // With forks to wait for it stands in their step; without them it waits for nothing.
        return { exits: entries, fails: nowhere };
      case 'sequence':
        return this.#isHeld(node)
          ? this.#hold([id], titleOf(this.#byId, id), entries, part)
          : yield* this.#sequence(node, entries, part);
      case 'parallel': {
        if (part.staysInJob || this.#plan.fanout === 'job' || this.#usesOneHost(node))
          return this.#hold([id], titleOf(this.#byId, id), entries, part);
        const name = named(part.branch, blockName(this.#plan, this.#byId, node));
        const isTolerated = part.isTolerated || node.min < node.branches.length;
        const { only } = this.drafts.matrix(entries, { name, block: node, isTolerated });
        return { exits: only, fails: only };
      }
      case 'branch':
        return yield* this.#branch(node, entries, part);
      case 'case': {
        const { only } = this.#decision(node.id, 0, node.title, entries, part);
        const leavings: Leaving[] = [{ exits: nowhere, fails: only }];
        for (const { patterns, body } of node.arms) {
          const branch = `case ${patterns.join('|')}`;
          leavings.push(yield { id: body, entries: only, part: { ...part, branch } });
        }
        return { exits: exitsOf(leavings), fails: failsOf(leavings) };
      }
      case 'logical': {
        const isOr = node.operator === '||';
        const inside = isOr ? { ...part, isTolerated: true } : part;
        const left = yield { id: node.left, entries, part: inside };
        const right = yield { id: node.right, entries: isOr ? failing(left) : left.exits, part };
        return {
          exits: isOr ? exitsOf([left, right]) : right.exits,
          fails: failsOf([left, right]),
        };
      }
      case 'call': {
        const { exits, fails } = yield { id: node.body, entries, part };
        // A parameter without a value fails before anything of it has run.
        return { exits, fails: node.parameters.length === 0 ? fails : union([entries, fails]) };
      }
      case 'fallback': {
        const isUnit = this.#node(node.body).kind === 'unit';
        return isUnit
          ? this.#hold([node.body], titleOf(this.#byId, id), entries, part)
          : yield { id: node.body, entries, part };
      }
      case 'timeout':
      case 'budget':
        return yield { id: node.body, entries, part };
      case 'try':
        return yield* this.#try(node, entries, part);
      case 'handlers':
        return yield* this.#handlers(node, entries, part);
    }
  }

  /** One step for all of them. */
  #hold(holds: readonly NodeId[], title: string, entries: Places, part: Part): Leaving {
    const step: DraftStep = { name: named(part.branch, title), holds, decides: [] };
    const environment = part.staysInJob ? undefined : this.#environmentOf(holds);
    const { only } =
      environment === undefined
        ? this.drafts.step(entries, step)
        : this.drafts.inEnvironment(entries, environment, step);
    return { exits: only, fails: only };
  }

  #decision(node: NodeId, arm: number, title: string, entries: Places, part: Part): Draft {
    return this.drafts.step(entries, {
      name: named(part.branch, title),
      holds: [],
      decides: [{ node, arm }],
    });
  }

  *#sequence(node: SequenceNode, entries: Places, part: Part): Placing {
    const { children } = node;
    const always = new Set(node.always);
    const lastAlways = children.findLastIndex((child) => always.has(child));
    const gateOver = gatesOver(node);
    const from = new Map((node.guards ?? []).map((guard) => [guard.gate, guard.from]));
    const fails: Places[] = [];
    let exits = entries;
    /** Failures before it have come to an element that runs whatever happened. */
    let since = 0;
    let wentOn = false;
    for (let index = 0; index < children.length; ) {
      const end = this.#isFork(children[index])
        ? this.#endOfForks(children, index, lastAlways, gateOver)
        : index + 1;
      let first = index;
      let isAlways = false;
      for (let at = index; at < end; at += 1) {
        const child = children[at];
        if (child !== undefined && always.has(child)) isAlways = true;
        first = Math.min(first, isAlways ? since : (from.get(at) ?? first));
      }
      const skipping = fails.slice(first, index);
      wentOn ||= isAlways && skipping.some(({ size }) => size > 0);
      const into = union([exits, ...skipping]);
      if (isAlways) since = index;
      const inside = gateOver[index] === undefined ? part : { ...part, isTolerated: true };
      const held = children.slice(index, end);
      const [only] = held;
      const leaving =
        only !== undefined && !this.#isFork(only)
          ? yield { id: only, entries: into, part: inside }
          : this.#hold(held, titleOfAll(this.#byId, held), into, inside);
      exits = leaving.exits;
      for (; index < end; index += 1) fails.push(leaving.fails);
    }
    const all = union(fails);
    // A failure that something ran behind is one still when that has succeeded.
    return { exits, fails: wentOn ? union([all, exits]) : all };
  }

  #isFork(id: NodeId | undefined): boolean {
    return id !== undefined && this.#node(id).kind === 'fork';
  }

  /**
   * Where what a fork has begun is joined: behind the barrier, unless a failure before it can skip it, or at the end. Up
   * to there control is in several places.
   */
  #endOfForks(
    children: readonly NodeId[],
    begin: number,
    lastAlways: number,
    gateOver: readonly (number | undefined)[],
  ): number {
    /** The furthest place that a failure of what stands beside the forks can skip to. */
    let reach = -1;
    for (let at = begin; at < children.length; at += 1) {
      const { kind } = this.#node(children[at] as NodeId);
      if (kind === 'barrier' && reach <= at) return at + 1;
      if (kind !== 'fork' && kind !== 'barrier') reach = Math.max(reach, lastAlways, gateOver[at] ?? -1);
    }
    return children.length;
  }

  *#branch(node: BranchNode, entries: Places, part: Part): Placing {
    const leavings: Leaving[] = [];
    let asked = entries;
    for (const [arm, { gate, body }] of node.arms.entries()) {
      const title = arm === 0 ? titleOf(this.#byId, node.id) : `/elif:${gate.text}`;
      const { only } = this.#decision(node.id, arm, title, asked, part);
      asked = only;
      leavings.push({ exits: nowhere, fails: only });
      const branch = arm === 0 ? 'then' : `elif ${gate.text}`;
      leavings.push(yield { id: body, entries: only, part: { ...part, branch } });
    }
    if (node.otherwise !== null)
      leavings.push(yield { id: node.otherwise, entries: asked, part: { ...part, branch: 'else' } });
    else if (node.closed) leavings.push({ exits: asked, fails: nowhere });
    return { exits: exitsOf(leavings), fails: failsOf(leavings) };
  }

  *#try(node: TryNode, entries: Places, part: Part): Placing {
    const isTolerated = part.isTolerated || node.catches.length > 0;
    const body = yield { id: node.body, entries, part: { ...part, isTolerated } };
    const leavings: Leaving[] = [{ exits: nowhere, fails: body.fails }];
    for (const { label, body: id } of node.catches)
      leavings.push(yield { id, entries: failing(body), part: { ...part, branch: `catch ${label}` } });
    if (node.otherwise === null) leavings.push({ exits: body.exits, fails: nowhere });
    else leavings.push(yield { id: node.otherwise, entries: body.exits, part: { ...part, branch: 'else' } });
    return yield* this.#finally(node.finally, entries, leavings, part);
  }

  /** Of a chain that is called: its caller goes on behind it. */
  *#handlers(node: HandlersNode, entries: Places, part: Part): Placing {
    const body = yield { id: node.body, entries, part };
    const leavings = [body];
    if (node.onFailure !== null) {
      const inside = { ...part, branch: 'on_failure' };
      const { exits, fails } = yield { id: node.onFailure, entries: failing(body), part: inside };
      leavings.push({ exits: nowhere, fails: union([exits, fails]) });
    }
    return yield* this.#finally(node.finally, entries, leavings, part);
  }

  *#finally(last: NodeId | null, begun: Places, leavings: readonly Leaving[], part: Part): Placing {
    const before = { exits: exitsOf(leavings), fails: failsOf(leavings) };
    if (last === null) return before;
    // A `timeout:` around it may run out, or the run be cancelled, before anything of it has begun.
    const entries = union([begun, before.exits, before.fails]);
    const { exits, fails } = yield { id: last, entries, part: { ...part, branch: 'finally' } };
    return { exits, fails: before.fails.size === 0 ? fails : union([exits, fails]) };
  }

  /** A pipe hands on what it reads as it goes; what is kept of a command belongs to its step. */
  #isHeld(node: SequenceNode): boolean {
    if (node.is === 'pipe') return true;
    return isOneElement(node) && node.children.every((id) => isLeaf(this.#node(id)));
  }

  #environmentOf(holds: readonly NodeId[]): string | undefined {
    const [id] = holds;
    const node = id === undefined ? undefined : this.#node(id);
    if (node?.kind === 'sequence' && node.is !== 'pipe') return this.#environmentOf(node.children);
    const command = node?.kind === 'unit' ? this.#plan.commands[node.command] : undefined;
    return command?.is === 'run' ? command.environment : undefined;
  }

  #node(id: NodeId): PlanNode {
    const node = this.#byId.get(id);
    if (!node) throw new Error(`internal: the plan has no node ${id}; please report this`);
    return node;
  }
}

const nowhere: Places = new Set();

function isLeaf({ kind }: PlanNode): boolean {
  return kind === 'unit' || kind === 'assignment';
}

/** For each child the gate that a failure of it skips to. */
function gatesOver({ guards = [] }: SequenceNode): (number | undefined)[] {
  const gates: (number | undefined)[] = [];
  for (const { from, gate } of guards) for (let at = from; at < gate; at += 1) gates[at] = gate;
  return gates;
}

/** What stands behind a failure that cannot happen is placed behind the rest. */
function failing({ exits, fails }: Leaving): Places {
  return fails.size === 0 ? exits : fails;
}

function exitsOf(leavings: readonly Leaving[]): Places {
  return union(leavings.map(({ exits }) => exits));
}

function failsOf(leavings: readonly Leaving[]): Places {
  return union(leavings.map(({ fails }) => fails));
}

/** One of the sets where that is the answer. */
function union(sets: readonly Places[]): Places {
  let all: Places = nowhere;
  let own: Set<Draft> | undefined;
  for (const set of sets) {
    if (set === all || set.size === 0) continue;
    if (all.size === 0) {
      all = set;
      continue;
    }
    for (const job of set) {
      if (all.has(job)) continue;
      own ??= new Set(all);
      own.add(job);
      all = own;
    }
  }
  return all;
}
