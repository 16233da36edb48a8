/**
 * Which command a written name means. `/a:b` is read in this order: the command named `a:b`, the command `a` at axis
 * point `b`, the command `a` with argument `b`.
 */
import type { Diagnostics } from '../language/diagnostic.ts';
import { didYouMean, normalised } from '../language/name.ts';
import type { Source } from '../language/source.ts';
import type { Command } from '../language/tree.ts';
import { builtinCommands, plannedBuiltins } from './builtins.ts';
import type { AxisPoint } from './plan.ts';
import type { CommandDefinition, Project } from './project.ts';

export interface Reading {
  readonly definition: CommandDefinition;
  readonly point: readonly AxisPoint[];
  /** The `b` of `/a:b` when it is an argument. */
  readonly argument?: string;
}

/** A project's own command wins over a built-in one. */
export function findCommand(project: Project, name: string): CommandDefinition | undefined {
  return project.commands.get(normalised(name)) ?? builtinCommands.get(normalised(name));
}

export function resolveCommand(
  project: Project,
  command: Command,
  source: Source,
  diagnostics: Diagnostics,
): Reading | undefined {
  const colon = command.name.indexOf(':');
  const head = colon < 0 ? command.name : command.name.slice(0, colon);
  const tail = colon < 0 ? '' : command.name.slice(colon + 1);
  const whole = findCommand(project, command.name);
  const definition = colon < 0 ? undefined : findCommand(project, head);
  const point = definition && pointOf(axesOf(project, definition), tail);
  if (whole) {
    if (definition && point) {
      const message = `\`/${command.name}\` is the command of that name, not \`/${head}\` at \`${tail}\``;
      diagnostics.add('ambiguous-reading', source, command.nameSpan, message, {
        help: 'rename one of the two if the other is meant',
      });
    }
    return { definition: whole, point: [] };
  }
  if (!definition) {
    reportUnknown(project, command, head, source, diagnostics);
    return undefined;
  }
  if (point) return { definition, point: [point] };
  const axes = axesOf(project, definition);
  const isPositional = definition.params.some((param) => param.positional);
  if (isPositional && !(axes.length > 0 && looksLikePoint(tail)))
    return { definition, point: [], argument: tail };
  const tailSpan = { start: command.nameSpan.end - tail.length, end: command.nameSpan.end };
  diagnostics.add('unknown-axis', source, tailSpan, `\`${tail}\` is no point of an axis of \`/${head}\``, {
    help:
      axes.length === 0
        ? `\`/${head}\` has no axes; declare them under \`axes:\``
        : (meantPoint(axes, tail) ??
          `a point is written \`${axes[0]}-<value>\`; axes of \`/${head}\`: ${axes.map((axis) => `\`${axis}\``).join(', ')}`),
  });
  return undefined;
}

function reportUnknown(
  project: Project,
  command: Command,
  head: string,
  source: Source,
  diagnostics: Diagnostics,
): void {
  const broken = project.broken?.get(normalised(command.name));
  if (broken) {
    diagnostics.addAll(broken);
    return;
  }
  const written = command.slash ? `/${command.name}` : command.name;
  if (plannedBuiltins.has(normalised(command.name)) || plannedBuiltins.has(normalised(head))) {
    diagnostics.add(
      'unsupported-construct',
      source,
      command.nameSpan,
      `the built-in command \`${written}\` is not supported yet`,
      { help: 'declare a command of that name under `commands:`' },
    );
    return;
  }
  const names = [...project.commands.values(), ...builtinCommands.values()].map(({ name }) => name);
  diagnostics.add('unknown-command', source, command.nameSpan, `unknown command \`${written}\``, {
    help:
      project.commands.size === 0
        ? 'declare it under `commands:` in `ml-workflow.yml`'
        : (didYouMean(command.name, names, (name) => `/${name}`) ??
          didYouMean(head, names, (name) => `/${name}`)),
  });
}

/** The axes a command can be swept over: its own list, else all of the project's; none for built-ins. */
export function axesOf(project: Project, definition: CommandDefinition): readonly string[] {
  if (definition.is !== 'run') return [];
  return definition.axes ?? [...project.axes.values()].map(({ name }) => name);
}

/** `sigma-0.10` on axis `sigma`: the longest axis name that fits, so that `lr` does not take a point of `lr-decay`. */
function pointOf(axes: readonly string[], text: string): AxisPoint | undefined {
  const wanted = normalised(text);
  const axis = [...axes]
    .sort((a, b) => b.length - a.length)
    .find((name) => wanted.startsWith(`${normalised(name)}_`) && text.length > name.length + 1);
  return axis === undefined ? undefined : { axis, value: text.slice(axis.length + 1) };
}

/** `sgima-0.10` → did you mean `sigma-0.10`? */
function meantPoint(axes: readonly string[], text: string): string | undefined {
  const [, name = '', value = ''] = /^(.+?)-(\d.*)$/.exec(text) ?? [];
  return name === '' ? undefined : didYouMean(name, axes, (axis) => `${axis}-${value}`);
}

/** `sigm-0.10` is a mistyped point, not an argument. */
function looksLikePoint(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_-]*-\d[\d.]*(?:e-?\d+)?$/iu.test(text);
}
