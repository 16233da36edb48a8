/** The chain as a Mermaid flowchart: what ran, what was skipped, which branch was taken. */
import type {
  CaseNode,
  HandlersNode,
  NodeId,
  Plan,
  PlanNode,
  RepeatNode,
  SequenceNode,
  TryNode,
} from '../plan/plan.ts';
import { type Exit, FlowchartText, type Shape } from './mermaid-text.ts';
import type { StepStatus } from './status.ts';
import { wholeDuration } from './words.ts';

/** More boxes than this nobody reads; blocks are then drawn as one box each. */
const mostBoxes = 60;

/** `status` is absent for a plan that has not run. */
export function flowchart(plan: Plan, status?: (node: NodeId, arm?: number) => StepStatus): string {
  const boxes = plan.nodes.filter(({ kind }) => boxed.has(kind)).length;
  return new Flowchart(plan, status, boxes > mostBoxes).draw();
}

const boxed: ReadonlySet<PlanNode['kind']> = new Set([
  'unit',
  'branch',
  'require',
  'case',
  'wait',
  'approval',
]);

class Flowchart {
  readonly #plan: Plan;
  readonly #byId: ReadonlyMap<NodeId, PlanNode>;
  readonly #status: ((node: NodeId, arm?: number) => StepStatus) | undefined;
  readonly #folded: boolean;
  readonly #text = new FlowchartText();
  /** Where branches of forks end that no barrier has joined yet, by their block. */
  readonly #unjoined = new Map<NodeId, Exit[]>();

  constructor(plan: Plan, status: ((node: NodeId, arm?: number) => StepStatus) | undefined, folded: boolean) {
    this.#plan = plan;
    this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
    this.#status = status;
    this.#folded = folded;
  }

  draw(): string {
    this.#stretch(this.#plan.root, []);
    return this.#text.finish();
  }

  /** Draws a node behind what leads to it; returns where the chain goes on. Recursion is bounded by the nesting. */
  #stretch(id: NodeId, from: readonly Exit[]): readonly Exit[] {
    const node = this.#byId.get(id);
    if (!node) return from;
    switch (node.kind) {
      case 'sequence':
        return this.#sequence(node, from);
      case 'assignment':
        return from;
      case 'unit':
        return this.#box(from, node.title, 'step', this.#status?.(id));
      case 'wait':
        return this.#box(from, `wait ${wholeDuration(node.seconds)}`, 'pause', this.#status?.(id));
      case 'approval':
        return this.#box(from, node.title, 'question', this.#status?.(id));
      case 'call':
        return this.#folded
          ? this.#box(from, node.title, 'block', this.#status?.(id))
          : this.#stretch(node.body, from);
      case 'logical': {
        const left = this.#stretch(node.left, from);
        const word = node.operator === '&&' ? 'and then' : 'or else';
        const right = this.#stretch(
          node.right,
          left.map((exit) => ({ ...exit, label: word, dotted: node.operator === '||' })),
        );
        return node.operator === '&&' ? right : [...left, ...right];
      }
      case 'parallel':
        return this.#branches(id, node.branches, from);
      case 'fork': {
        const ends = this.#unjoined.get(node.block) ?? [];
        this.#unjoined.set(node.block, [...ends, ...this.#branches(id, node.branches, from)]);
        return from;
      }
      case 'barrier': {
        const text = node.variable === null ? 'barrier' : `barrier → $${node.variable}`;
        return this.#box(this.#joined(node.block, from), text, 'pause', this.#status?.(id));
      }
      case 'require': {
        const gate = this.#box(from, node.gate.text, 'demand', this.#status?.(id, 0));
        return gate.map((exit) => ({ ...exit, label: 'met' }));
      }
      case 'branch': {
        let open = from;
        const exits: Exit[] = [];
        node.arms.forEach((arm, index) => {
          const gate = this.#box(open, arm.gate.text, 'gate', this.#status?.(id, index));
          exits.push(...this.#stretch(arm.body, labelled(gate, 'met')));
          open = gate.map((exit) => ({ ...exit, label: 'not met', dotted: true }));
        });
        if (node.otherwise !== null) exits.push(...this.#stretch(node.otherwise, open));
        else if (node.closed) exits.push(...open);
        return exits;
      }
      case 'case':
        return this.#case(node, from);
      case 'try':
        return this.#try(node, from);
      case 'handlers':
        return this.#handlers(node, from);
      case 'fallback':
        return this.#stretch(
          node.body,
          from.map((exit) => ({
            ...exit,
            label: exit.label === undefined ? 'fallback' : `${exit.label}, fallback`,
          })),
        );
      case 'retry':
      case 'timeout':
      case 'budget':
        return this.#wrapped(id, from, []).exits;
      case 'repeat':
        return this.#repeat(node, from);
    }
  }

  #sequence(node: SequenceNode, from: readonly Exit[]): readonly Exit[] {
    const { children, guards = [] } = node;
    let open = from;
    for (let index = 0; index < children.length; ) {
      if (this.#text.boxes >= mostBoxes) {
        open = this.#box(open, `${children.length - index} more`, 'pause', undefined);
        break;
      }
      const guard = guards.find((one) => one.from === index && one.gate > index);
      if (guard) {
        const { exits, frame } = this.#text.framed(' ', () =>
          this.#children(children.slice(index, guard.gate), open),
        );
        open = frame === undefined ? exits : [...exits, { box: frame, label: 'a failure', dotted: true }];
        index = guard.gate;
      } else {
        open = this.#children(children.slice(index, index + 1), open);
        index += 1;
      }
    }
    return this.#joined(node.id, open);
  }

  #children(children: readonly NodeId[], from: readonly Exit[]): readonly Exit[] {
    let open = from;
    for (const child of children) {
      if (this.#text.boxes >= mostBoxes) break;
      open = this.#stretch(child, open);
    }
    return open;
  }

  /** Where the chain is, with the branches that end here. What only the branches came from leads on through them. */
  #joined(block: NodeId, from: readonly Exit[]): readonly Exit[] {
    const ends = this.#unjoined.get(block);
    if (!ends) return from;
    this.#unjoined.delete(block);
    return [...from.filter(({ box }) => !this.#text.leadsOn(box)), ...ends];
  }

  #branches(id: NodeId, branches: readonly NodeId[], from: readonly Exit[]): readonly Exit[] {
    if (this.#folded) return this.#box(from, `${branches.length} branches`, 'block', this.#status?.(id));
    // Every end before to every branch would be more arrows than Mermaid draws.
    const open = from.length > 1 && branches.length > 1 ? this.#text.junction(from) : from;
    return branches.flatMap((branch) => this.#stretch(branch, open));
  }

  #case(node: CaseNode, from: readonly Exit[]): readonly Exit[] {
    const choice = this.#box(from, `case ${node.text}`, 'gate', this.#status?.(node.id));
    return node.arms.flatMap(({ patterns, body }) =>
      this.#stretch(body, labelled(choice, patterns.join(' or '))),
    );
  }

  #try(node: TryNode, from: readonly Exit[]): readonly Exit[] {
    const { exits, frame } = this.#wrapped(node.body, from, ['try']);
    const good = node.otherwise === null ? exits : this.#stretch(node.otherwise, labelled(exits, 'else'));
    const caught = node.catches.flatMap(({ label, body }) =>
      this.#stretch(body, frame === undefined ? [] : [{ box: frame, label: `catch ${label}`, dotted: true }]),
    );
    const all = [...good, ...caught];
    return node.finally === null ? all : this.#stretch(node.finally, labelled(all, 'finally'));
  }

  #handlers(node: HandlersNode, from: readonly Exit[]): readonly Exit[] {
    const draw = () => this.#stretch(node.body, from);
    const { exits, frame } =
      node.onFailure === null ? { exits: draw(), frame: undefined } : this.#text.framed(' ', draw);
    const failed =
      node.onFailure === null || frame === undefined
        ? []
        : this.#stretch(node.onFailure, [{ box: frame, label: 'on failure', dotted: true }]);
    if (node.finally === null) return exits;
    return this.#stretch(node.finally, labelled([...exits, ...failed], 'finally'));
  }

  /** A prefix is a frame around what it is written for; several together, and that of a `/try:`, are one. */
  #wrapped(
    id: NodeId,
    from: readonly Exit[],
    titles: readonly string[],
  ): { readonly exits: readonly Exit[]; readonly frame: string | undefined } {
    const node = this.#byId.get(id);
    if (node?.kind === 'retry' || node?.kind === 'timeout' || node?.kind === 'budget')
      return this.#wrapped(node.body, from, [...titles, node.title]);
    return this.#text.framed(titles.join(' → '), () => this.#stretch(id, from));
  }

  #repeat(node: RepeatNode, from: readonly Exit[]): readonly Exit[] {
    const again = `repeat:${node.times}`;
    return this.#text.framed(again, () => {
      const first = this.#text.nextBox;
      const body = this.#stretch(node.body, from);
      const gate = this.#box(body, node.gate.text, 'gate', this.#status?.(node.id, 0));
      if (this.#text.nextBox !== first && gate[0]?.box !== first)
        this.#text.connect([{ box: gate[0]?.box ?? first, label: 'not met: again', dotted: true }], first);
      return labelled(gate, 'met');
    }).exits;
  }

  #box(from: readonly Exit[], text: string, shape: Shape, status: StepStatus | undefined): readonly Exit[] {
    const box = this.#text.box(text, shape, status);
    this.#text.connect(from, box);
    return [{ box }];
  }
}

/** What stands on an arrow already says more. */
function labelled(exits: readonly Exit[], label: string): readonly Exit[] {
  return exits.map((exit) => ({ ...exit, label: exit.label ?? label }));
}
