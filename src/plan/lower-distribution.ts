/** `/training[list]` and `/cmd parallel[x | y]` → a parallel block of one unit for each item. */
import { slug } from '../language/name.ts';
import { printElement } from '../language/printer.ts';
import type { Argument, Command, Distribution, Element } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { contextOf } from './context.ts';
import { cellTitle, collectsBranches, distributed, fanOut, itemsOf, pointsAmong } from './fan-out.ts';
import type { Flow } from './flow.ts';
import type { Here } from './here.ts';
import { lowerReading, noticeBareWord } from './lower-command.ts';
import type { NodeId } from './plan.ts';
import { type Reading, readingsOf, resolveCommand } from './resolve-command.ts';
import { unplanned } from './unit.ts';
import type { Walk } from './walk.ts';

export function lowerDistribution(
  builder: PlanBuilder,
  element: Distribution,
  next: Element | undefined,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const { project, diagnostics } = builder;
  const command = distributed(project, element.command);
  const reading = resolveCommand(project, command, here.source, diagnostics);
  const items = itemsOf(element, contextOf(builder, here, flow));
  const title = printElement(element);
  if (!reading || !items) {
    const base = builder.base(here, title, command.nameSpan, command.name);
    return unplanned(builder, base, flow);
  }
  noticeBareWord(builder, reading, command, here);
  const { max, min } = element;
  const whole = {
    title,
    span: command.nameSpan,
    name: command.name,
    count: items.length,
    ...(max === undefined ? {} : { max }),
    ...(min === undefined ? {} : { min }),
    isAggregated: collectsBranches(project, next),
  };
  return fanOut(builder, whole, here, flow, (index, inside, own) => {
    const cell = cellOf(reading, command, items[index] ?? [], builder);
    const base = builder.base(inside, cell.title, command.nameSpan, cell.name);
    return lowerReading(builder, cell.reading, cell.command, base, inside, own, walk);
  });
}

interface CellOf {
  readonly reading: Reading;
  readonly command: Command;
  readonly title: string;
  readonly name: string;
}

/** Words that are points are the cell's coordinates, all others arguments. An agent takes a word as its task. */
function cellOf(
  reading: Reading,
  command: Command,
  item: readonly Argument[],
  { project }: PlanBuilder,
): CellOf {
  const [first, ...others] = item;
  if (reading.as === 'agent') {
    const isTask = reading.task === undefined && first !== undefined && !first.quoted;
    const name = isTask ? `${command.name}:${first.text}` : command.name;
    const own = { ...command, name, arguments: [...command.arguments, ...(isTask ? others : item)] };
    const [found] = readingsOf(project, name);
    return {
      reading: found?.as === 'agent' ? found : reading,
      command: own,
      title: printElement(own),
      name,
    };
  }
  const { point, words } = pointsAmong(reading, item, project);
  const own = { ...command, arguments: [...command.arguments, ...words] };
  const shown = reading.point.length > 0 ? command.name.slice(0, command.name.indexOf(':')) : command.name;
  const title = cellTitle(own, shown, point);
  const name = [shown, ...point.map(({ axis, value }) => `${axis}-${value}`)].join('-');
  const suffix =
    point.length === reading.point.length ? words.map(({ text }) => `-${slug(text)}`).join('') : '';
  return { reading: { ...reading, point }, command: own, title, name: `${name}${suffix}` };
}
