/** The chain as a Mermaid flowchart: what ran, what was skipped, which branch was taken. */
import type { NodeId, Plan, PlanNode } from '../plan/plan.ts';
import type { StepStatus } from './report.ts';
import { statusSigns } from './words.ts';

/** More boxes than this nobody reads; blocks are then drawn as one box each. */
const mostBoxes = 60;

/** `status` is absent for a plan that has not run. */
export function flowchart(plan: Plan, status?: (node: NodeId, arm?: number) => StepStatus): string {
  const units = plan.nodes.filter(
    ({ kind }) => kind === 'unit' || kind === 'branch' || kind === 'require',
  ).length;
  return new Flowchart(plan, status, units > mostBoxes).draw();
}

/** A box that the next one is drawn behind, and what stands on the arrow. */
interface Exit {
  readonly box: string;
  readonly label?: string;
  readonly dotted?: boolean;
}

class Flowchart {
  readonly #plan: Plan;
  readonly #byId: ReadonlyMap<NodeId, PlanNode>;
  readonly #status: ((node: NodeId, arm?: number) => StepStatus) | undefined;
  readonly #folded: boolean;
  readonly #lines: string[] = [];
  readonly #classes = new Map<StepStatus, string[]>();
  #boxes = 0;

  constructor(plan: Plan, status: ((node: NodeId, arm?: number) => StepStatus) | undefined, folded: boolean) {
    this.#plan = plan;
    this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
    this.#status = status;
    this.#folded = folded;
  }

  draw(): string {
    this.#stretch(this.#plan.root, []);
    const styles = [...this.#classes].flatMap(([status, boxes]) => [
      `  classDef ${className(status)} ${colours[status]}`,
      `  class ${boxes.join(',')} ${className(status)}`,
    ]);
    return ['flowchart LR', ...this.#lines, ...styles].join('\n');
  }

  /** Draws a node behind what leads to it; returns where the chain goes on. Recursion is bounded by the nesting. */
  #stretch(id: NodeId, from: readonly Exit[]): readonly Exit[] {
    const node = this.#byId.get(id);
    if (!node) return from;
    switch (node.kind) {
      case 'sequence':
        return this.#sequence(node.children, from);
      case 'assignment':
        return from;
      case 'unit':
        return this.#connect(from, this.#box(node.title, '["', '"]', this.#status?.(id)));
      case 'call':
        return this.#folded
          ? this.#connect(from, this.#box(node.title, '[["', '"]]', this.#status?.(id)))
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
      case 'parallel': {
        if (this.#folded) {
          return this.#connect(
            from,
            this.#box(`${node.branches.length} branches`, '[["', '"]]', this.#status?.(id)),
          );
        }
        return node.branches.flatMap((branch) => this.#stretch(branch, from));
      }
      case 'require': {
        const gate = this.#box(node.gate.text, '{{"', '"}}', this.#status?.(id, 0));
        return this.#connect(from, gate).map((exit) => ({ ...exit, label: 'met' }));
      }
      case 'branch': {
        let open = from;
        const exits: Exit[] = [];
        node.arms.forEach((arm, index) => {
          const gate = this.#box(arm.gate.text, '{"', '"}', this.#status?.(id, index));
          this.#connect(open, gate);
          exits.push(...this.#stretch(arm.body, [{ box: gate, label: 'met' }]));
          open = [{ box: gate, label: 'not met', dotted: true }];
        });
        if (node.otherwise !== null) exits.push(...this.#stretch(node.otherwise, open));
        else if (node.closed) exits.push(...open);
        return exits;
      }
    }
  }

  #sequence(children: readonly NodeId[], from: readonly Exit[]): readonly Exit[] {
    let open = from;
    for (const [index, child] of children.entries()) {
      if (this.#boxes >= mostBoxes) {
        const left = children.length - index;
        return this.#connect(open, this.#box(`${left} more`, '(["', '"])', undefined));
      }
      open = this.#stretch(child, open);
    }
    return open;
  }

  #connect(from: readonly Exit[], box: string): readonly Exit[] {
    for (const { box: before, label, dotted } of from) {
      const arrow = dotted ? '-.->' : '-->';
      this.#lines.push(`  ${before} ${arrow}${label === undefined ? '' : `|${label}|`} ${box}`);
    }
    return [{ box }];
  }

  #box(text: string, open: string, close: string, status: StepStatus | undefined): string {
    const id = `n${this.#boxes}`;
    this.#boxes += 1;
    const sign = status === undefined ? '' : `${statusSigns[status]} `;
    this.#lines.push(`  ${id}${open}${sign}${escapeLabel(text)}${close}`);
    if (status !== undefined) {
      const boxes = this.#classes.get(status) ?? [];
      boxes.push(id);
      this.#classes.set(status, boxes);
    }
    return id;
  }
}

/** Readable on a light and on a dark page: own background, own text. */
const colours: Readonly<Record<StepStatus, string>> = {
  waiting: 'fill:#f6f8fa,stroke:#8c959f,color:#57606a',
  running: 'fill:#ddf4ff,stroke:#0969da,color:#0a3069',
  succeeded: 'fill:#dafbe1,stroke:#1a7f37,color:#0b3d17',
  failed: 'fill:#ffebe9,stroke:#cf222e,color:#6e0b14',
  'not-met': 'fill:#fff8c5,stroke:#9a6700,color:#4d3300',
  skipped: 'fill:#f6f8fa,stroke:#d0d7de,color:#8c959f,stroke-dasharray:4 3',
};

function className(status: StepStatus): string {
  return status.replace('-', '');
}

/** Mermaid reads `"`, `#`, `;` and brackets in labels; as entities they are only shown. */
function escapeLabel(text: string): string {
  const short = text.length > 60 ? `${text.slice(0, 59)}…` : text;
  return short.replace(/[#"<>&;`\\{}[\]()|]/g, (character) => `#${character.charCodeAt(0)};`);
}
