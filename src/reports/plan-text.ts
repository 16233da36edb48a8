/** A plan as a person checks it before it runs: the chain as a tree, how each name was read, what each gate compares. */

import { type Estimate, estimate } from '../plan/estimate.ts';
import {
  type Gate,
  type NodeId,
  operandsOf,
  type Plan,
  type PlanNode,
  type RetryNode,
  type UnitNode,
} from '../plan/plan.ts';
import { contextOf } from './context-words.ts';
import { templateText } from './expression-text.ts';
import { type Offers, remoteLines } from './plan-remote.ts';
import { cutTo, type Style } from './style.ts';
import { dollars as dollarText, wholeDuration } from './words.ts';

export interface PlanTextOptions {
  /** What targets could get now, printed below each. */
  readonly offers?: readonly Offers[];
}

export function planText(plan: Plan, style: Style, { offers }: PlanTextOptions = {}): string {
  const estimated = estimate(plan);
  const printer = new PlanPrinter(plan, style, estimated);
  printer.add(plan.root, 0, '');
  const remote = remoteLines(plan, style, offers);
  const units = plan.nodes.filter(({ kind }) => kind === 'unit').length;
  const gates = plan.nodes.reduce((sum, node) => sum + gatesIn(node), 0);
  const title = plan.description === undefined ? '' : `  ${style.dim(plan.description)}`;
  const parameters = Object.entries(plan.parameters).map(([name, value]) => `${name}=${String(value)}`);
  return [
    `${style.bold(plan.name)}${title}`,
    ...(parameters.length > 0 ? [style.dim(`parameters ${parameters.join(' ')}`)] : []),
    '',
    ...printer.lines,
    '',
    ...(remote.length > 0 ? [...remote, ''] : []),
    style.dim(`${count(units, 'command')}, ${count(gates, 'gate')}`),
    ...worstCase(plan, estimated).map((line) => style.dim(line)),
    '',
  ].join('\n');
}

class PlanPrinter {
  readonly lines: string[] = [];
  readonly #plan: Plan;
  readonly #style: Style;
  readonly #byId: ReadonlyMap<NodeId, PlanNode>;
  readonly #estimate: Estimate;

  constructor(plan: Plan, style: Style, estimated: Estimate) {
    this.#plan = plan;
    this.#estimate = estimated;
    this.#style = style;
    this.#byId = new Map(plan.nodes.map((node) => [node.id, node]));
  }

  add(id: NodeId, depth: number, mark: string): void {
    const node = this.#byId.get(id);
    if (!node) return;
    switch (node.kind) {
      case 'sequence':
        node.children.forEach((child, index) => {
          const guard = node.guards?.find(({ from, gate }) => from === index && gate > index);
          if (guard) this.#guard(node.children[guard.gate], depth);
          this.add(child, depth, mark);
        });
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
        this.#line(depth, `${mark}parallel of ${total}`, [needed, ...atOnce(node.max)].join(', '));
        for (const branch of node.branches) this.add(branch, depth + 1, '| ');
        return;
      }
      case 'fork': {
        const notes = ['goes on meanwhile', ...atOnce(node.max)];
        this.#line(depth, `${mark}fork of ${node.branches.length}`, notes.join(', '));
        for (const branch of node.branches) this.add(branch, depth + 1, '& ');
        return;
      }
      case 'barrier': {
        const sets = node.variable === null ? '' : `; $${node.variable} says whether all succeeded`;
        this.#line(depth, mark + node.title, `waits for the branches before it${sets}`);
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
        this.#part(depth, '/else', '', node.otherwise);
        return;
      case 'case':
        this.#line(depth, `${mark}case:${node.text}`, 'the first that fits', true);
        for (const { patterns, body } of node.arms)
          this.#part(depth, `↳ ${patterns.join('|')}`, patterns.includes('*') ? 'anything else' : '', body);
        return;
      case 'try':
        this.#line(depth, `${mark}/try`, '');
        this.add(node.body, depth + 1, '');
        for (const { label, matches, body } of node.catches) {
          const what =
            matches.is === 'any'
              ? 'any failure of the body'
              : matches.is === 'class'
                ? `failures of class ${matches.class}`
                : `failures of ${matches.commands.map((name) => `/${name}`).join(', ')}`;
          this.#part(depth, `/catch:${label}`, what, body);
        }
        this.#part(depth, '/else', 'when nothing failed', node.otherwise);
        this.#part(depth, '/finally', 'always', node.finally);
        return;
      case 'handlers':
        this.add(node.body, depth, mark);
        this.#part(depth, 'on_failure', 'once, after a failure that nothing handled', node.onFailure);
        this.#part(depth, 'finally', 'always, also after a cancel', node.finally);
        return;
      case 'fallback':
        this.#line(depth, mark + node.title, 'the result is degraded: nothing deploys from it');
        this.add(node.body, depth + 1, '');
        return;
      case 'retry':
        this.#line(depth, mark + node.title, `${retryNote(node)}${this.#atWorst(node)}`);
        this.add(node.body, depth + 1, '');
        return;
      case 'timeout':
        this.#line(
          depth,
          mark + node.title,
          `at most ${wholeDuration(node.seconds)}${this.#perAttempt(node)}`,
        );
        this.add(node.body, depth + 1, '');
        return;
      case 'budget':
        this.#line(depth, mark + node.title, 'ends what runs when it is spent');
        this.add(node.body, depth + 1, '');
        return;
      case 'repeat':
        this.#line(
          depth,
          `${mark}repeat:${node.times}`,
          `at most ${count(node.times, 'time')}${this.#atWorst(node)}`,
        );
        this.add(node.body, depth + 1, '');
        this.#gate(depth + 1, `until:${node.gate.text}`, node.gate);
        return;
      case 'wait':
        this.#line(depth, mark + node.title, `for ${wholeDuration(node.seconds)}`);
        return;
      case 'approval':
        this.#line(depth, mark + node.title, 'waits for a person');
    }
  }

  #part(depth: number, title: string, note: string, body: NodeId | null): void {
    if (body === null) return;
    this.#line(depth, title, note);
    this.add(body, depth + 1, '');
  }

  /** A stretch in which a failure does not end the chain. */
  #guard(gate: NodeId | undefined, depth: number): void {
    const node = gate === undefined ? undefined : this.#byId.get(gate);
    if (node) this.#line(depth, '', `a failure from here on goes to ${node.title}`);
  }

  /** Only where it is more than what is written already. */
  #atWorst(node: PlanNode): string {
    const seconds = this.#estimate.seconds.get(node.id);
    return seconds === undefined || seconds === 0 ? '' : `, ${wholeDuration(seconds)} at worst`;
  }

  #perAttempt(node: PlanNode): string {
    const parent = node.parent === null ? undefined : this.#byId.get(node.parent);
    return parent?.kind === 'retry' ? ' for each attempt' : '';
  }

  #gate(depth: number, title: string, gate: Gate): void {
    const sources = operandsOf(gate.expression).flatMap((operand) => {
      if (operand.kind !== 'metric') return [];
      const { written, metric, unit, from } = operand;
      const titles = from.map((id) => this.#byId.get(id)?.title ?? id).join(' or ');
      return [`${written === metric ? written : `${written} is ${metric}`} (${unit}) from ${titles}`];
    });
    // The same metric in two comparisons is read once.
    const notes = [...new Set(sources)];
    if (gate.severity === 'warn') notes.push('only warns');
    this.#line(depth, title, notes.join('; '), true);
  }

  #line(depth: number, title: string, note: string, isGate = false): void {
    const indent = '  '.repeat(depth + 1);
    const gap = ' '.repeat(Math.max(2, 44 - indent.length - title.length));
    this.lines.push(
      `${indent}${isGate ? this.#style.bold(title) : title}${note === '' ? '' : gap + this.#style.dim(note)}`,
    );
  }

  #reading(unit: UnitNode): string {
    const command = this.#plan.commands[unit.command];
    // Parameters of the workflow are known already.
    const known = unit.scope === null ? this.#plan.parameters : {};
    const parts: string[] = [];
    if (command?.is === 'builtin') parts.push('built-in');
    for (const { axis, value } of unit.point) parts.push(`${axis}=${value}`);
    if (command?.is === 'builtin' && command.name === 'context') return `built-in, ${contextOf(unit).reads}`;
    for (const { name, value } of unit.parameters) parts.push(`${name}=${short(templateText(value, known))}`);
    if (unit.input !== undefined) parts.push('reads the result before it');
    if (unit.collects.length > 0) parts.push(`over ${count(unit.collects.length, 'result')}`);
    if (command?.is === 'setup') parts.push(`checks ${command.target} before anything is paid`);
    if (command?.is === 'transfer') {
      const paths = command.paths.map(({ from, to }) => (from === to ? from : `${from} as ${to}`)).join(' ');
      parts.push(`${paths} ${command.direction === 'up' ? 'to' : 'from'} ${command.target}`);
    }
    if (command?.is === 'run') {
      if (command.target !== 'local') parts.push(`on ${command.target}`);
      if (command.agent) parts.push(`by the agent ${command.agent.name}`);
      if (command.timeout !== undefined) parts.push(`at most ${wholeDuration(command.timeout)}`);
      if (command.inputs) parts.push(`reads ${command.inputs.join(' ')}`);
      if (command.isolation !== undefined) parts.push('in a copy of the workspace');
      if (command.asserts) parts.push(`asserts ${command.asserts.map(({ text }) => text).join(' and ')}`);
      if (command.deploys !== undefined) parts.push(`deploys to ${command.deploys}`);
    }
    return parts.join(', ');
  }
}

/** Of the task of an agent, one line is enough to know it. */
function short(text: string): string {
  return cutTo(text.replace(/\s+/g, ' ').trim(), 60);
}

/** How long and how dear the whole may be, and what determines it. Nothing when no time is written anywhere. */
function worstCase(plan: Plan, { seconds, dollars, critical }: Estimate): string[] {
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  const time = seconds.get(plan.root);
  const money = dollars.get(plan.root);
  const isBounded = plan.nodes.some(
    (node) => node.kind === 'timeout' || (node.kind === 'unit' && hasTimeout(plan, node)),
  );
  const isPaid = Object.values(plan.prices ?? {}).some((price) => price > 0) || (plan.pods?.length ?? 0) > 0;
  const unbounded = critical.filter((id) => {
    const node = byId.get(id);
    return node?.kind === 'unit' && !hasTimeout(plan, node) && !isWithinTimeout(node, byId);
  });
  const titles = (ids: readonly NodeId[]) => ids.map((id) => byId.get(id)?.title ?? id);
  const lines: string[] = [];
  if (isBounded || isPaid) {
    const words = [
      time === undefined
        ? `no bound on the time: ${unboundedText([...new Set(titles(unbounded))])}`
        : `${wholeDuration(time)} at worst`,
      ...(isPaid ? [money === undefined ? 'no bound on the cost' : `${dollarText(money)} at worst`] : []),
    ];
    lines.push(words.join('; '));
  }
  if (lines.length > 0 && critical.length > 1)
    lines.push(`longest way: ${listed(titles(critical), ' → ', 12)}`);
  return lines;
}

function isWithinTimeout({ parent }: PlanNode, byId: ReadonlyMap<NodeId, PlanNode>): boolean {
  for (let id = parent; id !== null; ) {
    const node = byId.get(id);
    if (node === undefined || node.kind === 'timeout') return node !== undefined;
    id = node.parent;
  }
  return false;
}

function hasTimeout(plan: Plan, unit: UnitNode): boolean {
  const command = plan.commands[unit.command];
  return command?.is === 'run' && command.timeout !== undefined;
}

function unboundedText(names: readonly string[]): string {
  if (names.length === 0) return 'a person has to approve';
  return `${listed(names, ', ', 4)} ${names.length === 1 ? 'has' : 'have'} no timeout`;
}

function listed(names: readonly string[], between: string, most: number): string {
  const more = names.length - most;
  return names.slice(0, most).join(between) + (more > 0 ? `${between}${more} more` : '');
}

function atOnce(max: number | null): string[] {
  return max === null ? [] : [`at most ${max} at once`];
}

function retryNote({ retries, delay, backoff }: RetryNode): string {
  const attempts = `up to ${count(retries + 1, 'attempt')}`;
  if (backoff !== undefined) return `${attempts}, ${wholeDuration(backoff)} between them, doubling`;
  return delay === undefined ? attempts : `${attempts}, ${wholeDuration(delay)} between them`;
}

/** A gate of a `repeat:` counts too. */
function gatesIn(node: PlanNode): number {
  if (node.kind === 'branch') return node.arms.length;
  return node.kind === 'require' || node.kind === 'repeat' ? 1 : 0;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
