/** One command as many units side by side, and what each of them is handed. */
import { didYouMean, normalised } from '../language/name.ts';
import { printElement } from '../language/printer.ts';
import type { Span } from '../language/source.ts';
import type { Argument, Command, Distribution, Element } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { checkSharedOutputs } from './checks.ts';
import type { Context } from './context.ts';
import { type Branch, copyFlow, type Flow, joinBranches } from './flow.ts';
import { below, type Here } from './here.ts';
import type { AxisPoint, NodeId } from './plan.ts';
import type { Project } from './project.ts';
import { axesOf, type CommandReading, pointOf, readingsOf } from './resolve-command.ts';

/** Whether what comes next makes one result of many: then one branch that succeeded is enough. */
export function collectsBranches(project: Project, next: Element | undefined): boolean {
  switch (next?.kind) {
    case 'command': {
      const [reading] = readingsOf(project, next.name);
      return reading?.definition.is === 'builtin' && reading.definition.builtin.collects;
    }
    case 'retry':
    case 'timeout':
    case 'budget':
      return collectsBranches(project, next.body);
    case 'assignment':
      return next.value.is === 'command' && collectsBranches(project, next.value.command);
    case 'pipe':
      return collectsBranches(project, next.stages[0]);
    default:
      return false;
  }
}

interface FanOut {
  readonly title: string;
  readonly span: Span;
  readonly name: string;
  readonly count: number;
  readonly max?: number;
  readonly min?: number;
  /** One result is made of all behind it: then one that succeeded is enough. */
  readonly isAggregated: boolean;
}

/** A parallel block whose branches `cell` plans. */
export function fanOut(
  builder: PlanBuilder,
  { title, span, name, count, max, min, isAggregated }: FanOut,
  here: Here,
  flow: Flow,
  cell: (index: number, here: Here, flow: Flow) => NodeId,
): NodeId {
  const branches: NodeId[] = [];
  const node = builder.add({
    kind: 'parallel',
    ...builder.base(here, title, span, name),
    branches,
    max: max ?? null,
    min: min ?? (isAggregated ? 1 : count),
    minWritten: min !== undefined,
  });
  const flows: Branch[] = [];
  const units: NodeId[][] = [];
  for (let index = 0; index < count && !builder.refusesMore(here.source, span); index += 1) {
    const first = builder.nodes.length;
    const own = copyFlow(flow);
    branches.push(cell(index, below(here, node.id, index + 1), own));
    flows.push(own);
    units.push(builder.unitsSince(first));
  }
  checkSharedOutputs(units, builder);
  joinBranches(flow, flows, units.flat());
  if (node.min === count) flow.gated ||= flows.some(({ gated }) => gated);
  return node.id;
}

/** What `/training[list]` and `/cmd parallel[x | y]` hand to each of their cells: words behind those of the command. */
export function itemsOf(
  { items }: Distribution,
  context: Context,
): readonly (readonly Argument[])[] | undefined {
  if (items.is === 'words') return items.words;
  const { name, span } = items;
  const { project, flow, source, diagnostics } = context;
  if (!items.variable) {
    const list = project.lists.get(normalised(name));
    if (list) return list.values.map((value) => [argumentOf(value, span)]);
    const known = [...project.lists.values()].map((one) => one.name);
    diagnostics.add('unknown-list', source, span, `unknown list \`${name}\``, {
      help: didYouMean(name, known) ?? 'declare it under `lists:`',
    });
    return undefined;
  }
  const key = normalised(name);
  context.parameters.markRead(key);
  const variable = flow.variables.get(key);
  const values = variable?.value === undefined ? [] : String(variable.value).split(',');
  const words = values.map((value) => value.trim()).filter((value) => value !== '');
  if (words.length > 0) return words.map((value) => [argumentOf(value, span)]);
  if (!variable && !flow.uncertain) {
    diagnostics.add('unknown-variable', source, span, `nothing before this sets \`$${name}\``, {
      help: didYouMean(name, flow.variables.keys(), (known) => `$${known}`),
    });
  } else if (variable?.value !== undefined) {
    diagnostics.add('unknown-list', source, span, `\`$${name}\` holds no value`);
  } else if (variable && !variable.constant) {
    diagnostics.add('unknown-list', source, span, `\`$${name}\` is known only when the chain runs`, {
      help: 'a plan names each of its units: declare the values under `lists:`, or as a parameter `a,b,c`',
    });
  }
  return undefined;
}

/** A value as the word that a person would have written. */
function argumentOf(value: string, span: Span): Argument {
  const isPlain = /^[\p{L}\p{N}_.:/=@+%,-]+$/u.test(value);
  return {
    parts: [{ kind: 'text', text: value }],
    text: isPlain ? value : `'${value.replaceAll("'", "'\\''")}'`,
    quoted: !isPlain,
    span,
  };
}

/** `/parallel-training[list]` is `/training` over the list, unless a command has that very name. */
export function distributed(project: Project, command: Command): Command {
  const [, name] = /^parallel[-_](.+)$/i.exec(command.name) ?? [];
  if (name === undefined || readingsOf(project, command.name).length > 0) return command;
  return readingsOf(project, name).length > 0 ? { ...command, name } : command;
}

/** `/train:sigma-0.10,lr-1 --epochs 5`: as a cell is shown. */
export function cellTitle(command: Command, name: string, point: readonly AxisPoint[]): string {
  const points = point.map(({ axis, value }) => `${axis}-${value}`).join(',');
  return printElement({ ...command, name: points === '' ? name : `${name}:${points}`, redirects: [] });
}

/** The points among the words of a cell, and the words that are none. */
export function pointsAmong(
  reading: CommandReading,
  words: readonly Argument[],
  project: Project,
): { readonly point: readonly AxisPoint[]; readonly words: readonly Argument[] } {
  const axes = axesOf(project, reading.definition);
  const point = [...reading.point];
  const rest: Argument[] = [];
  for (const word of words) {
    const [only] = word.parts;
    const text = only?.kind === 'text' && word.parts.length === 1 ? only.text : undefined;
    const found = text === undefined || word.quoted ? undefined : pointOf(axes, text);
    if (found && !point.some(({ axis }) => axis === found.axis)) point.push(found);
    else rest.push(word);
  }
  return { point, words: rest };
}
