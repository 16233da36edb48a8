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
/** A block of more branches is one box in any chart. */
const mostBranches = 16;
/** A longer row of commands is its two ends, with one box between them. */
const longestRow = 10;
/** Mermaid draws 500 arrows and reads 50,000 signs at most, as GitHub has set it; above that stands an error in red. */
const most = { boxes: 120, arrows: 400, signs: 45_000, nesting: 200 };

/** `folded`: calls and blocks are one box each. `outline`: whatever the chain itself holds is. */
type Detail = 'whole' | 'folded' | 'outline';

type StatusOf = (node: NodeId, arm?: number) => StepStatus;

/** `status` is absent for a plan that has not run. */
export function flowchart(plan: Plan, status?: StatusOf): string {
  if (nestingOf(plan) <= most.nesting) {
    for (const detail of ['whole', 'folded'] as const) {
      const chart = new Flowchart(plan, status, detail);
      const text = chart.draw();
      if (text.length <= most.signs && chart.fits) return text;
    }
  }
  return new Flowchart(plan, status, 'outline').draw();
}

/** Parents stand before their children. */
function nestingOf({ nodes }: Plan): number {
  const depths = new Map<NodeId, number>();
  let deepest = 0;
  for (const { id, parent } of nodes) {
    const depth = parent === null ? 0 : (depths.get(parent) ?? 0) + 1;
    depths.set(id, depth);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

class Flowchart {
  readonly #plan: Plan;
  readonly #byId: ReadonlyMap<NodeId, PlanNode>;
  readonly #status: StatusOf | undefined;
  readonly #detail: Detail;
  readonly #text = new FlowchartText();
  /** Where branches of forks end that no barrier has joined yet, by their block. */
  readonly #unjoined = new Map<NodeId, Exit[]>();

  constructor(plan: Plan, status: StatusOf | undefined, detail: Detail) {
    this.#plan = plan;
    this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
    this.#status = status;
    this.#detail = detail;
  }

  /** Whether people and Mermaid can take it in. */
  get fits(): boolean {
    const { boxes, arrows } = this.#text;
    return boxes <= (this.#detail === 'whole' ? mostBoxes : most.boxes) && arrows <= most.arrows;
  }

  draw(): string {
    this.#stretch(this.#plan.root, []);
    return this.#text.finish();
  }

  /** Draws a node behind what leads to it; returns where the chain goes on. Recursion is bounded by the nesting. */
  #stretch(id: NodeId, from: readonly Exit[]): readonly Exit[] {
    const node = this.#byId.get(id);
    // What is already too large is drawn again with less.
    if (!node || this.#text.boxes > most.boxes) return from;
    if (this.#detail === 'outline' && !inOutline.has(node.kind)) return this.#summary(node, from);
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
        return this.#detail === 'folded'
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
      if (this.#detail !== 'whole' && this.#text.boxes >= mostBoxes) {
        open = this.#box(open, `${children.length - index} more`, 'pause', undefined);
        break;
      }
      const guard = guards.find((one) => one.from === index && one.gate > index);
      const row = this.#rowFrom(children, index, guards.find(({ from }) => from > index)?.from);
      if (!guard && row > longestRow) {
        open = this.#children(children.slice(index, index + rowEnd), open);
        open = this.#rest(children.slice(index + rowEnd, index + row - rowEnd), open);
        open = this.#children(children.slice(index + row - rowEnd, index + row), open);
        index += row;
      } else if (guard) {
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

  /** How many commands stand in a row. */
  #rowFrom(children: readonly NodeId[], from: number, before = children.length): number {
    let end = from;
    for (let child = children[end]; end < before && child !== undefined; child = children[end]) {
      if (this.#byId.get(child)?.kind !== 'unit') break;
      end += 1;
    }
    return end - from;
  }

  /** `96 more: 95 ok, 1 failed`. */
  #rest(children: readonly NodeId[], from: readonly Exit[]): readonly Exit[] {
    const found = new Set(children.map((child) => this.#status?.(child)));
    const status = loudest.find((one) => found.has(one));
    return this.#box(from, `${children.length} more${this.#counts(children)}`, 'block', status);
  }

  #children(children: readonly NodeId[], from: readonly Exit[]): readonly Exit[] {
    let open = from;
    for (const child of children) {
      if (this.#detail !== 'whole' && this.#text.boxes >= mostBoxes) break;
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
    if (this.#detail === 'folded' || branches.length > mostBranches)
      return this.#box(from, this.#counted(branches), 'block', this.#status?.(id));
    // Every end before to every branch would be more arrows than Mermaid draws.
    const open = from.length > 1 && branches.length > 1 ? this.#text.junction(from) : from;
    return branches.flatMap((branch) => this.#stretch(branch, open));
  }

  /** `12 cells: 10 ok, 2 failed`. */
  #counted(branches: readonly NodeId[]): string {
    const isSweep = branches.every((branch) => this.#byId.get(branch)?.kind === 'unit');
    return `${branches.length} ${isSweep ? 'cells' : 'branches'}${this.#counts(branches)}`;
  }

  #counts(ids: readonly NodeId[]): string {
    if (!this.#status) return '';
    const counts = new Map<StepStatus, number>();
    for (const id of ids) {
      const status = this.#status(id);
      counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    return `: ${[...counts].map(([status, count]) => `${count} ${countedWords[status]}`).join(', ')}`;
  }

  /** One box for an element, whatever is in it. */
  #summary(node: PlanNode, from: readonly Exit[]): readonly Exit[] {
    if (node.kind === 'parallel' || node.kind === 'fork')
      return this.#box(from, this.#counted(node.branches), 'block', this.#status?.(node.id));
    return this.#box(from, node.title === '' ? node.kind : node.title, 'block', this.#status?.(node.id));
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

/** What an outline draws as it is: what is in it is one box each. */
const inOutline: ReadonlySet<PlanNode['kind']> = new Set([
  ...(['sequence', 'handlers', 'assignment', 'unit', 'wait', 'approval', 'barrier', 'require'] as const),
]);

const rowEnd = 2;
/** What a box for many is coloured by: the first that one of them has. */
const loudest: readonly StepStatus[] = [
  ...(['failed', 'not-met', 'running', 'stopped', 'handled', 'waiting', 'succeeded', 'skipped'] as const),
];

const countedWords: Readonly<Record<StepStatus, string>> = {
  waiting: 'waiting',
  running: 'running',
  succeeded: 'ok',
  failed: 'failed',
  handled: 'handled',
  stopped: 'stopped',
  'not-met': 'not met',
  skipped: 'skipped',
};

/** What stands on an arrow already says more. */
function labelled(exits: readonly Exit[], label: string): readonly Exit[] {
  return exits.map((exit) => ({ ...exit, label: exit.label ?? label }));
}
