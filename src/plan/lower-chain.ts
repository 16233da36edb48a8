/**
 * A chain → the nodes of the plan. The walk carries a `Flow`, what is known at each place of the chain. It recurses only
 * into what is nested, never along a sequence.
 */
import { normalised } from '../language/name.ts';
import { parse } from '../language/parser.ts';
import { printElement } from '../language/printer.ts';
import type { Source } from '../language/source.ts';
import type {
  Assignment,
  Chain,
  Command,
  Condition,
  Element,
  If,
  Logical,
  Parallel,
  Require,
  Sequence,
} from '../language/tree.ts';
import type { Mutable, PlanBuilder } from './builder.ts';
import { checkSharedOutputs } from './checks.ts';
import { copyFlow, type Flow, joinAlternatives, joinBranches, type Variable } from './flow.ts';
import { below, type Here } from './here.ts';
import { contextOf, lowerCommand } from './lower-command.ts';
import { canonicalMetric, metricOf } from './metrics.ts';
import { type BranchNode, type Gate, literalValue, type NodeId } from './plan.ts';
import type { CommandDefinition } from './project.ts';
import { findCommand } from './resolve-command.ts';
import { resolveCondition } from './resolve-condition.ts';

/** Nesting of all open chains together: the call stack has to hold it. */
const deepest = 400;

export class ChainWalk {
  readonly #builder: PlanBuilder;
  readonly #chains = new Map<Source, Chain>();

  constructor(builder: PlanBuilder) {
    this.#builder = builder;
  }

  /** Read once, however often it is called. */
  parsed({ chain: source }: CommandDefinition & { is: 'chain' }): Chain {
    let chain = this.#chains.get(source);
    if (!chain) {
      chain = parse(source, this.#builder.diagnostics).chain;
      this.#chains.set(source, chain);
    }
    return chain;
  }

  /** The body of a chain that stands for itself: it is a sequence even when it has one element. */
  chain(chain: Chain, here: Here, flow: Flow): NodeId {
    return this.#statements(chain, here, flow, true);
  }

  #statements(chain: Chain, here: Here, flow: Flow, keep: boolean): NodeId {
    const [only] = chain.statements;
    if (only && chain.statements.length === 1) return this.#sequence(only.sequence, here, flow, keep);
    const children: NodeId[] = [];
    const always: NodeId[] = [];
    const base = this.#builder.base(here, 'chain', chain.span, 'chain');
    const node = this.#builder.add({ kind: 'sequence', ...base, children, always });
    const { gated } = flow;
    chain.statements.forEach(({ sequence }, index) => {
      const whatever = chain.statements[index - 1]?.end === ';';
      // What runs whatever happened before is not guarded by a gate that stood there.
      if (whatever) flow.gated = gated;
      const child = this.#sequence(sequence, below(here, node.id, index + 1), flow, false);
      children.push(child);
      if (whatever) always.push(child);
    });
    return node.id;
  }

  /** A sequence of one element is that element, so that ids and the plan stay as short as the chain. */
  #sequence(sequence: Sequence, here: Here, flow: Flow, keep = false): NodeId {
    const [only] = sequence.elements;
    if (only && sequence.elements.length === 1 && !keep) return this.#element(only, undefined, here, flow);
    const children: NodeId[] = [];
    const base = this.#builder.base(here, '', sequence.span, 'sequence');
    const node = this.#builder.add({ kind: 'sequence', ...base, children, always: [] });
    sequence.elements.forEach((element, index) => {
      const next = sequence.elements[index + 1];
      children.push(this.#element(element, next, below(here, node.id, index + 1), flow));
    });
    return node.id;
  }

  #element(element: Element, next: Element | undefined, here: Here, flow: Flow): NodeId {
    const builder = this.#builder;
    if (here.depth > deepest && !flow.uncertain) {
      const message = `more than ${deepest} levels of nesting, calls included`;
      builder.diagnostics.add('nesting-too-deep', here.source, element.span, message);
    }
    if (here.depth > deepest || builder.refusesMore(here.source, element.span)) {
      flow.uncertain = true;
      return builder.base(here, '', element.span, 'unread').id;
    }
    switch (element.kind) {
      case 'command':
        return lowerCommand(builder, element, here, flow, this);
      case 'parallel':
        return this.#parallel(element, next, here, flow);
      case 'if':
        return this.#if(element, here, flow);
      case 'require':
        return this.#require(element, here, flow);
      case 'assignment':
        return this.#assignment(element, here, flow);
      case 'logical':
        return this.#logical(element, here, flow);
      case 'group':
        return this.#statements(element.chain, here, flow, false);
      case 'unreadable':
        flow.uncertain = true;
        return builder.placeholder(builder.base(here, '', element.span, 'unread'));
    }
  }

  #require(element: Require, here: Here, flow: Flow): NodeId {
    const base = this.#builder.base(here, printElement(element), element.span, 'require');
    const gate = this.#gate(base.id, element.condition, here, flow);
    flow.gated = true;
    return this.#builder.add({ kind: 'require', ...base, gate }).id;
  }

  #assignment(element: Assignment, here: Here, flow: Flow): NodeId {
    const builder = this.#builder;
    const base = builder.base(here, printElement(element), element.span, `set-${element.variable}`);
    const variable = normalised(element.variable);
    if (element.value.is === 'literal') {
      const value = literalValue(element.value.text);
      flow.variables.set(variable, { constant: true, value });
      return builder.add({ kind: 'assignment', ...base, variable, value: { is: 'literal', value } }).id;
    }
    const { last: from } = flow;
    if (from.length === 0 && !flow.uncertain) {
      const message = 'there is no single result before this';
      builder.diagnostics.add('nothing-to-collect', here.source, element.span, message, {
        help: 'put the assignment behind the command whose result it stores',
      });
    }
    const path = this.#resultPath(element.value.path);
    flow.variables.set(variable, this.#stored(path, from));
    return builder.add({ kind: 'assignment', ...base, variable, value: { is: 'result', path, from } }).id;
  }

  #resultPath(path: readonly string[]): readonly string[] {
    const [only] = path;
    return only !== undefined && path.length === 1 ? [canonicalMetric(this.#builder.project, only)] : path;
  }

  /** A stored metric keeps its unit, if all the elements it may come from agree on it. */
  #stored(path: readonly string[], from: readonly NodeId[]): Variable {
    const { measured, project } = this.#builder;
    const units = from.map((node) => {
      const metrics = measured.get(node) ?? [];
      const metric = path.length === 0 ? metrics[0] : metrics.find((name) => name === path.join('.'));
      return metric === undefined ? undefined : metricOf(project, metric).unit;
    });
    const [unit] = units;
    return unit !== undefined && units.every((other) => other === unit)
      ? { constant: false, unit }
      : { constant: false };
  }

  #logical(element: Logical, here: Here, flow: Flow): NodeId {
    const { operator } = element;
    const base = this.#builder.base(
      here,
      printElement(element),
      element.span,
      operator === '&&' ? 'and' : 'or',
    );
    const node = this.#builder.add({ kind: 'logical', ...base, operator, left: base.id, right: base.id });
    const { gated } = flow;
    node.left = this.#element(element.left, undefined, below(here, node.id, 1), flow);
    if (operator === '&&') {
      node.right = this.#element(element.right, undefined, below(here, node.id, 2), flow);
      return node.id;
    }
    // The right side runs when the left one failed, which may have been before its gate.
    const right = { ...copyFlow(flow), gated };
    node.right = this.#element(element.right, undefined, below(here, node.id, 2), right);
    const left = copyFlow(flow);
    joinAlternatives(flow, [left, right]);
    flow.gated = left.gated && right.gated;
    return node.id;
  }

  #parallel(parallel: Parallel, next: Element | undefined, here: Here, flow: Flow): NodeId {
    const builder = this.#builder;
    const branches: NodeId[] = [];
    const count = parallel.branches.length;
    const aggregates = next?.kind === 'command' && this.#collects(next);
    const { start } = parallel.span;
    const span = { start, end: start + 'parallel'.length };
    const node = builder.add({
      kind: 'parallel',
      ...builder.base(here, `parallel of ${count}`, span, 'parallel'),
      branches,
      max: parallel.max ?? null,
      min: parallel.min ?? (aggregates ? 1 : count),
      minWritten: parallel.min !== undefined,
    });
    const firstUnit = builder.nodes.length;
    const units: NodeId[][] = [];
    const flows = parallel.branches.map((branch, index) => {
      const own = copyFlow(flow);
      const first = builder.nodes.length;
      branches.push(this.#statements(branch, below(here, node.id, index + 1), own, false));
      units.push(builder.unitsSince(first));
      return own;
    });
    checkSharedOutputs(units, builder.definitions, builder.origins, builder.diagnostics);
    joinBranches(flow, flows, builder.unitsSince(firstUnit));
    // Where all must succeed, the gate of any guards what follows.
    if (node.min === count) flow.gated ||= flows.some(({ gated }) => gated);
    return node.id;
  }

  #collects(command: Command): boolean {
    const definition = findCommand(this.#builder.project, command.name);
    return definition?.is === 'builtin' && definition.builtin.collects;
  }

  #if(element: If, here: Here, flow: Flow): NodeId {
    const title = `/if:${element.arms[0]?.condition.text ?? ''}`;
    const base = this.#builder.base(here, title, element.arms[0]?.span ?? element.span, 'if');
    const arms: { gate: Gate; body: NodeId }[] = [];
    const node: Mutable<BranchNode> = this.#builder.add({
      kind: 'branch',
      ...base,
      arms,
      otherwise: null,
      closed: element.closed,
    });
    const flows = element.arms.map((arm, index) => {
      const gate = this.#gate(index === 0 ? base.id : `${base.id}-${index + 1}`, arm.condition, here, flow);
      const own = { ...copyFlow(flow), gated: true };
      arms.push({ gate, body: this.#sequence(arm.body, below(here, node.id, index + 1), own) });
      return own;
    });
    const other = copyFlow(flow);
    if (element.otherwise) {
      other.gated = true;
      const inside = below(here, node.id, element.arms.length + 1);
      const inPositionalElse = here.inPositionalElse || element.positional;
      node.otherwise = this.#sequence(element.otherwise, { ...inside, inPositionalElse }, other);
    }
    const goesOn = element.otherwise !== undefined || element.closed;
    // Without an else branch the rest of the block runs only if a gate was met.
    joinAlternatives(flow, goesOn ? [...flows, other] : flows);
    if (!goesOn) flow.gated = true;
    return node.id;
  }

  #gate(id: string, condition: Condition, here: Here, flow: Flow): Gate {
    const expression = resolveCondition(condition, contextOf(this.#builder, here, flow));
    return { id, text: condition.text, expression };
  }
}
