/**
 * A chain → the nodes of the plan. The walk carries a `Flow`, what is known at each place of the chain. It recurses only
 * into what is nested, never along a sequence.
 */
import { parse } from '../language/parser.ts';
import type { Source } from '../language/source.ts';
import type { Chain, Element, Sequence } from '../language/tree.ts';
import type { Base, Mutable, PlanBuilder } from './builder.ts';
import type { Flow } from './flow.ts';
import { type Block, below, type Here } from './here.ts';
import { lowerRepeat, lowerRetry, lowerTimeout } from './lower-again.ts';
import { lowerAssignment, lowerRedirected } from './lower-assignment.ts';
import { lowerBudget, lowerOwnBudget } from './lower-budget.ts';
import { lowerCase } from './lower-case.ts';
import { lowerCheckpoint } from './lower-checkpoint.ts';
import { lowerCommand } from './lower-command.ts';
import { lowerContext } from './lower-context.ts';
import { lowerDelegation } from './lower-delegation.ts';
import { lowerDistribution } from './lower-distribution.ts';
import { joinForks, lowerBarrier, lowerFork } from './lower-fork.ts';
import { isStatusGate, lowerIf, lowerRequire } from './lower-gate.ts';
import { handlersOf, lowerHandlers } from './lower-handlers.ts';
import { lowerLogical } from './lower-logical.ts';
import { lowerParallel } from './lower-parallel.ts';
import { lowerPipe } from './lower-pipe.ts';
import { lowerFallback, lowerTry } from './lower-try.ts';
import type { Guard, NodeId, SequenceNode } from './plan.ts';
import type { CommandDefinition } from './project.ts';
import type { Beside, Stretch, Walk } from './walk.ts';

/** Nesting of all open chains together: the call stack has to hold it. */
const deepest = 400;

/** One element of a block: statements that a newline joins are one sequence. */
interface Item {
  readonly element: Element;
  /** A `;` stands before it: it runs whatever happened. */
  readonly always: boolean;
}

export class ChainWalk implements Walk {
  readonly #builder: PlanBuilder;
  readonly #chains = new Map<Source, Chain>();

  constructor(builder: PlanBuilder) {
    this.#builder = builder;
  }

  parsed({ chain: source }: CommandDefinition & { is: 'chain' }): Chain {
    let chain = this.#chains.get(source);
    if (!chain) {
      chain = parse(source, this.#builder.diagnostics).chain;
      this.#chains.set(source, chain);
    }
    return chain;
  }

  chain(chain: Chain, here: Here, flow: Flow): NodeId {
    const { body, handlers } = handlersOf(chain);
    const { budget } = this.#builder.project;
    const statements = (inside: Here) => this.#statements(body, inside, flow);
    // A called chain spends what its caller may.
    const lower = (inside: Here) =>
      budget === undefined || here.scope !== null
        ? statements(inside)
        : lowerOwnBudget(this.#builder, budget, chain.span, inside, statements);
    return handlers.length === 0
      ? lower(here)
      : lowerHandlers(this.#builder, handlers, here, flow, this, lower);
  }

  block(chain: Chain, here: Here, flow: Flow): NodeId {
    const [only] = chain.statements;
    return only && chain.statements.length === 1
      ? this.sequence(only.sequence, here, flow)
      : this.#statements(chain, here, flow);
  }

  /** A sequence of one element is that element, so that ids and the plan stay as short as the chain. */
  sequence(sequence: Sequence, here: Here, flow: Flow): NodeId {
    const [only] = sequence.elements;
    if (only && sequence.elements.length === 1) return this.element(only, here, flow);
    return this.#items(
      sequence.elements.map((element) => ({ element, always: false })),
      this.#builder.base(here, '', sequence.span, 'sequence'),
      here,
      flow,
    );
  }

  element(element: Element, here: Here, flow: Flow, beside: Beside = {}): NodeId {
    if (element.kind !== 'fork' && element.kind !== 'barrier')
      return this.#element(element, here, flow, beside);
    const base = this.#builder.base(here, '', element.span, 'sequence');
    return this.#items([{ element, always: false }], base, here, flow);
  }

  #statements(chain: Chain, here: Here, flow: Flow): NodeId {
    const { statements } = chain;
    const name = statements.length === 1 ? 'sequence' : 'chain';
    const items = statements.flatMap(({ sequence }, statement) => {
      const isAfter = statements[statement - 1]?.end === ';';
      return sequence.elements.map((element, index) => ({ element, always: isAfter && index === 0 }));
    });
    const span = statements.length === 1 ? (statements[0]?.sequence.span ?? chain.span) : chain.span;
    const base = this.#builder.base(here, statements.length === 1 ? '' : 'chain', span, name);
    return this.#items(items, base, here, flow);
  }

  #items(items: readonly Item[], base: Base, here: Here, flow: Flow): NodeId {
    const builder = this.#builder;
    const children: NodeId[] = [];
    const always: NodeId[] = [];
    const guards: Guard[] = [];
    const node: Mutable<SequenceNode> = builder.add({ kind: 'sequence', ...base, children, always });
    const block: Block = { id: node.id, open: [] };
    const inside = { ...here, block };
    const { gated } = flow;
    /** Where the stretch before the next status gate begins. */
    let from = 0;
    items.forEach((item, index) => {
      const { element } = item;
      if (item.always) {
        // What runs whatever happened before is not guarded by a gate that stood there, nor skipped over.
        flow.gated = gated;
        from = index;
      }
      const next = items[index + 1];
      const first = builder.nodes.length;
      const child = this.#element(element, below(inside, node.id, index + 1), flow, {
        ...(next === undefined || next.always ? {} : { next: next.element }),
        ...(index === from ? {} : { stretch: { sequence: node.id, gate: index } satisfies Stretch }),
      });
      children.push(child);
      if (item.always) always.push(child);
      if (index > from && isStatusGate(builder.nodes[first])) guards.push({ from, gate: index });
      if (isGate(element)) from = index + 1;
    });
    if (guards.length > 0) node.guards = guards;
    joinForks(builder, block, flow);
    return node.id;
  }

  #element(element: Element, here: Here, flow: Flow, beside: Beside): NodeId {
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
        return element.redirects.length === 0
          ? lowerCommand(builder, element, here, flow, this, beside.next)
          : lowerRedirected(builder, element, here, flow, this);
      case 'distribution':
        return lowerDistribution(builder, element, beside.next, here, flow, this);
      case 'parallel':
        return lowerParallel(builder, element, beside.next, here, flow, this);
      case 'fork':
        return lowerFork(builder, element, here, flow, this);
      case 'barrier':
        return lowerBarrier(builder, element, here, flow);
      case 'pipe':
        return lowerPipe(builder, element, beside.next, here, flow, this);
      case 'logical':
        return lowerLogical(builder, element, here, flow, this);
      case 'group':
        return this.block(element.chain, here, flow);
      case 'assignment':
        return lowerAssignment(builder, element, here, flow, this);
      case 'if':
        return lowerIf(builder, element, beside.stretch, here, flow, this);
      case 'case':
        return lowerCase(builder, element, beside.stretch, here, flow, this);
      case 'require':
        return lowerRequire(builder, element, beside.stretch, here, flow);
      case 'try':
        return lowerTry(builder, element, here, flow, this);
      case 'fallback':
        return lowerFallback(builder, element, here, flow, this);
      case 'retry':
        return lowerRetry(builder, element, here, flow, this);
      case 'timeout':
        return lowerTimeout(builder, element, beside.next, here, flow, this);
      case 'repeat':
        return lowerRepeat(builder, element, beside.next, here, flow, this);
      case 'budget':
        return lowerBudget(builder, element, beside.next, here, flow, this);
      case 'delegation':
        return lowerDelegation(builder, element, here, flow, this);
      case 'checkpoint':
        return lowerCheckpoint(builder, element, here, flow);
      case 'context':
        return lowerContext(builder, element, here, flow);
      // One that is no statement at the top of a chain is an error of the text.
      case 'handler':
      case 'unreadable':
        flow.uncertain = true;
        return builder.placeholder(builder.base(here, '', element.span, 'unread'));
    }
  }
}

/** What a stretch of elements ends at. */
function isGate({ kind }: Element): boolean {
  return kind === 'if' || kind === 'require' || kind === 'case' || kind === 'repeat';
}
