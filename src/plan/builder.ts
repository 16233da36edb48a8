/** The plan while it is made: its nodes and tables, and what the checks have to know of each unit. */
import type { Diagnostics } from '../language/diagnostic.ts';
import { normalised, slug } from '../language/name.ts';
import { placeOf, type Source, type Span } from '../language/source.ts';
import type { Here } from './here.ts';
import { canonicalMetric, metricOf } from './metrics.ts';
import type { Axis, Metric, NodeId, PlanNode, PlannedCommand, Selection } from './plan.ts';
import type { CommandDefinition, Origin, Project } from './project.ts';

/** What every node has. */
export type Base = Pick<PlanNode, 'id' | 'parent' | 'scope' | 'title' | 'at'>;

export type Mutable<Node> = { -readonly [Key in keyof Node]: Node[Key] };

/** Above it a plan is a mistake, or an attack: calls that double at every level. */
const mostNodes = 300_000;
/** A value that any of many earlier elements may have given names them all, each time it is read. */
const mostReferences = 3_000_000;

/** Ids name files and folders, whose names end at 255 bytes; an attempt and an ending still go behind. */
const longestPlace = 120;

export class PlanBuilder {
  readonly project: Project;
  readonly diagnostics: Diagnostics;
  readonly nodes: PlanNode[] = [];
  readonly commands = new Map<string, PlannedCommand>();
  readonly axes = new Map<string, Axis>();
  readonly metrics = new Map<string, Metric>();
  readonly selections = new Map<string, Selection>();
  readonly origins = new Map<NodeId, Origin>();
  readonly definitions = new Map<NodeId, CommandDefinition>();
  /** Canonical names of the metrics each unit reports, the primary one first. */
  readonly measured = new Map<NodeId, readonly string[]>();
  /** Where a redirect stores something, anew each time. */
  readonly stored = new Map<NodeId, string>();

  #refused = false;
  #references = 0;

  constructor(project: Project, diagnostics: Diagnostics) {
    this.project = project;
    this.diagnostics = diagnostics;
  }

  /** Reports once that there is no room for another node; false as long as there is. */
  refusesMore(source: Source, span: Span): boolean {
    if (this.nodes.length < mostNodes && this.#references < mostReferences) return false;
    if (!this.#refused) {
      const [most, what] =
        this.nodes.length < mostNodes
          ? [mostReferences, 'places that read a result']
          : [mostNodes, 'elements'];
      const message = `the plan has more than ${most.toLocaleString('en')} ${what}`;
      this.diagnostics.add('plan-too-large', source, span, message);
    }
    this.#refused = true;
    return true;
  }

  /** So many earlier elements are named at one place. */
  refers(count: number): void {
    this.#references += count;
  }

  /** The id is made from place and name, so that it stays the same as long as the chain does. */
  base(here: Here, title: string, span: Span, name: string): Base {
    const place = here.place.length > longestPlace ? `x${hash(here.place)}` : here.place;
    const id = (
      here.place === '' ? 'chain' : [place, slug(name)].filter((part) => part !== '').join('-')
    ) as NodeId;
    const { file, line, column, endColumn } = placeOf(here.source, span);
    return { id, parent: here.parent, scope: here.scope, title, at: { file, line, column, endColumn } };
  }

  add<Node extends PlanNode>(node: Node): Mutable<Node> {
    this.nodes.push(node);
    if (node.kind === 'unit') this.refers(node.collects.length + (node.input?.length ?? 0));
    if (node.kind === 'assignment' && node.value.is === 'result') this.refers(node.value.from.length);
    return node;
  }

  /** Stands for what could not be planned; the plan is then not given to anyone. */
  placeholder(base: Base): NodeId {
    return this.add({ kind: 'sequence', ...base, children: [], always: [] }).id;
  }

  unitsSince(index: number): NodeId[] {
    return this.unitsBetween(index, this.nodes.length);
  }

  unitsBetween(begin: number, end: number): NodeId[] {
    const ids: NodeId[] = [];
    for (let at = begin; at < end; at += 1) {
      const node = this.nodes[at];
      if (node?.kind === 'unit') ids.push(node.id);
    }
    return ids;
  }

  useAxis(name: string): void {
    this.axes.set(name, this.project.axes.get(normalised(name)) ?? { name });
  }

  useMetric(canonical: string): void {
    this.metrics.set(canonical, metricOf(this.project, canonical));
  }

  /** The command as the plan carries it: metrics by their canonical names. */
  useCommand(definition: CommandDefinition & { is: 'run' | 'builtin' }): void {
    if (this.commands.has(definition.name)) return;
    if (definition.is === 'builtin') {
      this.commands.set(definition.name, { is: 'builtin', name: definition.builtin.name });
      return;
    }
    const { command } = definition;
    const metrics = command.metrics.map((source) => ({
      ...source,
      fields: Object.fromEntries(
        Object.entries(source.fields).map(([name, field]) => [canonicalMetric(this.project, name), field]),
      ),
    }));
    const [primary] = this.metricsOf(definition);
    this.commands.set(definition.name, {
      ...command,
      metrics,
      ...(primary === undefined ? {} : { primary }),
    });
  }

  /** What a command measures, by canonical name, the primary one first. */
  metricsOf(definition: CommandDefinition): readonly string[] {
    if (definition.is !== 'run') return [];
    const { metrics, primary } = definition.command;
    const names = metrics.flatMap(({ fields }) => Object.keys(fields));
    const ordered = primary === undefined ? names : [primary, ...names];
    return [...new Set(ordered.map((name) => canonicalMetric(this.project, name)))];
  }
}

/** FNV-1a over 53 bits, in base 36. */
function hash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (const character of text) {
    high = Math.imul(high ^ (character.codePointAt(0) ?? 0), 0x01000193);
    low = Math.imul(low ^ high, 0x85ebca6b);
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36);
}
