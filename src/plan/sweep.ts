/** `--parameters sigma:0.10,0.12 --parallel 4`: the points that a command is run at. */
import { didYouMean, listOf, normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Argument, Command } from '../language/tree.ts';
import type { Context } from './context.ts';
import type { AxisPoint } from './plan.ts';
import type { CommandDefinition } from './project.ts';
import { axesOf, type CommandReading } from './resolve-command.ts';
import { literalOf, templateOf } from './template.ts';

export interface Sweep {
  /** The cells' coordinates; an axis for each. */
  readonly axes: readonly { readonly axis: string; readonly values: readonly string[] }[];
  readonly max?: number;
  /** The command without the words of the sweep. */
  readonly command: Command;
}

/**
 * `--parameters sigma:0.10,0.12 --parallel 4`, on a command that has axes and no parameter of that name. `wrong` when it
 * cannot be read, which is then reported.
 */
export function sweepOf(
  reading: CommandReading,
  command: Command,
  context: Context,
): Sweep | 'wrong' | undefined {
  const { definition } = reading;
  const { project, source, diagnostics } = context;
  const axes = axesOf(project, definition);
  if (axes.length === 0 || takes(definition, 'parameters')) return undefined;
  if (!command.arguments.some(({ text }) => /^--parameters(?:=|$)/.test(text))) return undefined;
  const found: { axis: string; values: readonly string[] }[] = reading.point.map(({ axis, value }) => ({
    axis,
    values: [value],
  }));
  const rest: Argument[] = [];
  let max: number | undefined;
  let isWrong = false;
  const refuse = (span: Span, message: string, help?: string) => {
    isWrong = true;
    diagnostics.add('invalid-param', source, span, message, { help });
  };
  for (let index = 0; index < command.arguments.length; index += 1) {
    const argument = command.arguments[index];
    if (!argument) continue;
    const [option, name, inline] = /^--(parameters|parallel)(=)?/.exec(argument.text) ?? [];
    const isOption = option !== undefined && (inline !== undefined || argument.text === option);
    if (!isOption || (name === 'parallel' && takes(definition, 'parallel'))) {
      rest.push(argument);
      continue;
    }
    const given = inline === undefined ? command.arguments[index + 1] : argument;
    if (inline === undefined) index += 1;
    const text = given && textOf(given, context)?.slice(inline === undefined ? 0 : option.length);
    if (!given || text === undefined) {
      const why = given ? 'is known only when the chain runs' : 'needs a value';
      refuse((given ?? argument).span, `\`--${name}\` ${why}`);
      continue;
    }
    if (name === 'parallel') {
      if (/^[1-9]\d{0,5}$/.test(text)) max = Number(text);
      else refuse(given.span, `\`--parallel\` takes a whole number from 1, found \`${text}\``);
      continue;
    }
    const read = axisOf(text, axes, found);
    if ('problem' in read) {
      if (read.unknown === undefined) refuse(given.span, read.problem, read.help);
      else {
        isWrong = true;
        diagnostics.add('unknown-axis', source, given.span, read.problem, { help: read.help });
      }
    } else found.push(read);
  }
  if (isWrong) return 'wrong';
  return { axes: found, ...(max === undefined ? {} : { max }), command: { ...command, arguments: rest } };
}

function takes(definition: CommandDefinition, param: string): boolean {
  return definition.params.some(({ name }) => normalised(name) === param);
}

function textOf(argument: Argument, context: Context): string | undefined {
  return literalOf(templateOf(argument, context), context.flow);
}

type ReadAxis =
  | { readonly axis: string; readonly values: readonly string[] }
  | { readonly problem: string; readonly help?: string | undefined; readonly unknown?: true };

/** `sigma:0.10,0.12` */
function axisOf(
  text: string,
  axes: readonly string[],
  before: readonly { readonly axis: string }[],
): ReadAxis {
  const [, name, list] = /^([^:=]+):(.+)$/.exec(text) ?? [];
  if (name === undefined || list === undefined)
    return {
      problem: `\`--parameters\` takes an axis and its values, found \`${text}\``,
      help: `write \`--parameters ${axes[0]}:0.1,0.2\``,
    };
  const axis = axes.find((one) => normalised(one) === normalised(name));
  if (axis === undefined) {
    const all = listOf(
      axes.map((one) => `\`${one}\``),
      'and',
    );
    const help = didYouMean(name, axes) ?? `axes here: ${all}`;
    return { problem: `unknown axis \`${name}\``, help, unknown: true };
  }
  if (before.some((other) => other.axis === axis)) return { problem: `\`${axis}\` is given twice` };
  const values = list.split(',').map((value) => value.trim());
  const twin = values.find((value, index) => values.indexOf(value) !== index);
  if (values.includes('')) return { problem: `a value of \`${axis}\` is empty in \`${text}\`` };
  if (twin !== undefined) return { problem: `\`${twin}\` stands twice among the values of \`${axis}\`` };
  return { axis, values };
}

export function cellsIn({ axes }: Sweep): number {
  return axes.reduce((count, { values }) => count * values.length, 1);
}

/** The last axis varies fastest. */
export function pointsAt({ axes }: Sweep, index: number): AxisPoint[] {
  let rest = index;
  return [...axes]
    .reverse()
    .map(({ axis, values }) => {
      const value = values[rest % values.length] ?? '';
      rest = Math.floor(rest / values.length);
      return { axis, value };
    })
    .reverse();
}
