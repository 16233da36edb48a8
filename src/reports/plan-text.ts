/** A plan as a person checks it before it runs: the chain as a tree, how each name was read, what each gate compares. */
import {
  type Gate,
  type NodeId,
  operandsOf,
  type Plan,
  type PlanNode,
  type Template,
  type UnitNode,
} from '../plan/plan.ts';
import type { Style } from './style.ts';
import { duration } from './words.ts';

export function planText(plan: Plan, style: Style): string {
  const printer = new PlanPrinter(plan, style);
  printer.add(plan.root, 0, '');
  const units = plan.nodes.filter(({ kind }) => kind === 'unit').length;
  const gates = plan.nodes.filter(({ kind }) => kind === 'branch' || kind === 'require').length;
  const title = plan.description === undefined ? '' : `  ${style.dim(plan.description)}`;
  const parameters = Object.entries(plan.parameters).map(([name, value]) => `${name}=${String(value)}`);
  return [
    `${style.bold(plan.name)}${title}`,
    ...(parameters.length > 0 ? [style.dim(`parameters ${parameters.join(' ')}`)] : []),
    '',
    ...printer.lines,
    '',
    style.dim(`${count(units, 'command')}, ${count(gates, 'gate')}`),
    '',
  ].join('\n');
}

class PlanPrinter {
  readonly lines: string[] = [];
  readonly #plan: Plan;
  readonly #style: Style;
  readonly #byId: ReadonlyMap<NodeId, PlanNode>;

  constructor(plan: Plan, style: Style) {
    this.#plan = plan;
    this.#style = style;
    this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
  }

  add(id: NodeId, depth: number, mark: string): void {
    const node = this.#byId.get(id);
    if (!node) return;
    switch (node.kind) {
      case 'sequence':
        for (const child of node.children) this.add(child, depth, mark);
        return;
      case 'unit':
        this.#line(depth, mark + node.title, this.#reading(node));
        return;
      case 'assignment':
        this.#line(depth, mark + node.title, '');
        return;
      case 'logical':
        this.add(node.left, depth, mark);
        this.add(node.right, depth, `${node.operator} `);
        return;
      case 'call':
        this.#line(depth, mark + node.title, 'a chain of its own');
        this.add(node.body, depth + 1, '');
        return;
      case 'parallel': {
        const total = node.branches.length;
        const lenient = node.minWritten ? '' : ', nothing deploys unless all do';
        const needed =
          node.min === total ? 'all must succeed' : `at least ${node.min} must succeed${lenient}`;
        this.#line(
          depth,
          `${mark}parallel of ${total}`,
          [needed, ...(node.max === null ? [] : [`at most ${node.max} at once`])].join(', '),
        );
        for (const branch of node.branches) this.add(branch, depth + 1, '| ');
        return;
      }
      case 'require':
        this.#gate(depth, `${mark}/require:${node.gate.text}`, node.gate);
        return;
      case 'branch':
        node.arms.forEach(({ gate, body }, index) => {
          this.#gate(depth, `${index === 0 ? mark : ''}${index === 0 ? '/if' : '/elif'}:${gate.text}`, gate);
          this.add(body, depth + 1, '');
        });
        if (node.otherwise === null) return;
        this.#line(depth, '/else', '');
        this.add(node.otherwise, depth + 1, '');
    }
  }

  #gate(depth: number, title: string, gate: Gate): void {
    const metrics = operandsOf(gate.expression).filter((operand) => operand.kind === 'metric');
    const sources = metrics.map(({ written, metric, unit, from }) => {
      const titles = from.map((id) => this.#byId.get(id)?.title ?? id).join(' or ');
      return `${written === metric ? written : `${written} is ${metric}`} (${unit}) from ${titles}`;
    });
    this.#line(depth, title, sources.join('; '), true);
  }

  #line(depth: number, title: string, note: string, isGate = false): void {
    const indent = '  '.repeat(depth + 1);
    const gap = ' '.repeat(Math.max(2, 44 - indent.length - title.length));
    this.lines.push(
      `${indent}${isGate ? this.#style.bold(title) : title}${note === '' ? '' : gap + this.#style.dim(note)}`,
    );
  }

  /** Parameters of the workflow are known already; other variables keep their name. */
  #text(template: Template, scope: NodeId | null): string {
    const known = scope === null ? this.#plan.parameters : {};
    return template
      .map((part) => (part.kind === 'text' ? part.text : String(known[part.name] ?? `$${part.name}`)))
      .join('');
  }

  #reading(unit: UnitNode): string {
    const command = this.#plan.commands[unit.command];
    const parts: string[] = [];
    if (command?.is === 'builtin') parts.push('built-in');
    for (const { axis, value } of unit.point) parts.push(`${axis}=${value}`);
    for (const { name, value } of unit.parameters) parts.push(`${name}=${this.#text(value, unit.scope)}`);
    if (unit.collects.length > 0) parts.push(`over ${count(unit.collects.length, 'result')}`);
    if (command?.is === 'run') {
      if (command.target !== 'local') parts.push(`on ${command.target}`);
      if (command.timeout !== undefined) parts.push(`at most ${duration(command.timeout)}`);
      if (command.deploys !== undefined) parts.push(`deploys to ${command.deploys}`);
    }
    return parts.join(', ');
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
