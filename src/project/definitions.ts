/** The declarations of all files together: each under its name, with what hides what and what stands there twice. */
import type { Diagnostics } from '../language/diagnostic.ts';
import {
  conditionKeyword,
  controlCommands,
  isParallel,
  isUnsupported,
  reservedWords,
} from '../language/keywords.ts';
import { didYouMean, listOf, normalised } from '../language/name.ts';
import { builtinCommands } from '../plan/builtins.ts';
import { defaultMetric } from '../plan/metrics.ts';
import type { Axis, ResultsFile } from '../plan/plan.ts';
import type {
  CommandDefinition,
  MetricDefinition,
  Origin,
  Project,
  SelectionDefinition,
} from '../plan/project.ts';
import { commandDefinition } from './command-definition.ts';
import type { ProjectFile, WorkflowFile } from './schema.ts';
import type { YamlFile } from './yaml-file.ts';

export interface LocalTargetOptions {
  readonly slots?: number;
}

/** A workflow file's own declarations win over the project file's. */
export type Rank = 'workflow' | 'project';

interface Declared {
  readonly rank: Rank;
  readonly origin: Origin;
}

type Kind = 'command' | 'axis' | 'metric' | 'selection' | 'target';

export class Definitions {
  readonly targets = new Map<string, LocalTargetOptions>([['local', {}]]);
  readonly #diagnostics: Diagnostics;
  readonly #declared = new Map<string, Declared>();
  readonly #commands = new Map<string, CommandDefinition>();
  readonly #axes = new Map<string, Axis>();
  readonly #metrics = new Map<string, MetricDefinition>();
  readonly #selections = new Map<string, SelectionDefinition>();
  /** Axes that commands name, to be looked up when all files are read. */
  readonly #namedAxes: { readonly name: string; readonly origin: Origin }[] = [];
  #results: ResultsFile = { file: 'experiment_results.jsonl', phase: 1, id: '{command}_{axis}_{value}' };

  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
  }

  /** Files of a lower rank first. */
  take(file: YamlFile<ProjectFile> | YamlFile<WorkflowFile>, rank: Rank): void {
    const { commands, axes, metrics, select, results, targets } = file.value;
    const originOf = (...path: string[]) => ({ source: file.source, span: file.span(path, 'key') });
    for (const [name, options] of Object.entries(targets)) {
      if (!this.#declare('target', name, rank, originOf('targets', name))) continue;
      this.targets.set(name, options.slots === undefined ? {} : { slots: options.slots });
    }
    for (const [name, { flag }] of Object.entries(axes)) {
      if (!this.#declare('axis', name, rank, originOf('axes', name))) continue;
      this.#axes.set(normalised(name), { name, ...(flag === undefined ? {} : { flag }) });
    }
    for (const [name, metric] of Object.entries(metrics)) {
      const key = normalised(name);
      if (!this.#declare('metric', name, rank, originOf('metrics', name))) continue;
      const { unit, better } = defaultMetric(key);
      const { aliases } = metric;
      this.#metrics.set(key, {
        name: key,
        unit: metric.unit ?? unit,
        better: metric.better ?? better,
        aliases,
      });
      for (const [index, alias] of aliases.entries()) {
        const span = file.span(['metrics', name, 'aliases', index]);
        if (normalised(alias) !== key) this.#declare('metric', alias, rank, { source: file.source, span });
      }
    }
    for (const [name, selection] of Object.entries(select)) {
      const origin = originOf('select', name);
      if (!this.#declare('selection', name, rank, origin)) continue;
      if (normalised(name) !== 'best_model') {
        const message = `a selection other than \`best-model\` is not supported yet`;
        this.#diagnostics.add('unsupported-construct', origin.source, origin.span, message);
      }
      this.#selections.set(normalised(name), {
        metric: selection.max ?? selection.min ?? '',
        direction: selection.max === undefined ? 'min' : 'max',
        ...(selection.where === undefined ? {} : { where: file.inner(['select', name, 'where']) }),
        ties: selection.ties,
        origin,
      });
    }
    for (const [name, command] of Object.entries(commands)) {
      const definition = commandDefinition(name, command, file, this.targets, this.#diagnostics);
      if (definition) this.command(definition, rank);
      for (const [index, axis] of (command.axes ?? []).entries()) {
        const span = file.span(['commands', name, 'axes', index]);
        this.#namedAxes.push({ name: axis, origin: { source: file.source, span } });
      }
    }
    if (results) this.#results = results;
  }

  command(definition: CommandDefinition & { readonly origin?: Origin }, rank: Rank): void {
    const { name, origin } = definition;
    const key = normalised(name);
    if (!origin || !this.#declare('command', name, rank, origin)) return;
    this.#commands.set(key, definition);
    if (isReserved(name)) {
      const message = `\`${name}\` is a word of the language and cannot name a command`;
      this.#diagnostics.add('invalid-value', origin.source, origin.span, message);
    } else if (builtinCommands.has(key)) {
      const message = `\`/${name}\` is this command now, not the built-in one`;
      this.#diagnostics.add('hidden-definition', origin.source, origin.span, message);
    }
  }

  /** When all files have been taken. */
  /** `name`: normalised. */
  hasCommand(name: string): boolean {
    return this.#commands.has(name);
  }

  project(broken: NonNullable<Project['broken']>): Project {
    for (const { name, origin } of this.#namedAxes) {
      if (this.#axes.has(normalised(name))) continue;
      const known = [...this.#axes.values()].map((axis) => axis.name);
      const all = listOf(
        known.map((one) => `\`${one}\``),
        'and',
      );
      this.#diagnostics.add('unknown-axis', origin.source, origin.span, `unknown axis \`${name}\``, {
        help:
          didYouMean(name, known) ??
          (known.length === 0 ? 'declare it under `axes:`' : `declared axes are ${all}`),
      });
    }
    return {
      commands: this.#commands,
      axes: this.#axes,
      metrics: this.#metrics,
      selections: this.#selections,
      results: this.#results,
      broken,
    };
  }

  /** Whether the declaration counts: not when one of equal rank has the same name. */
  #declare(kind: Kind, name: string, rank: Rank, origin: Origin): boolean {
    const key = `${kind} ${normalised(name)}`;
    const before = this.#declared.get(key);
    const shown = kind === 'command' ? `\`/${name}\`` : `${kind} \`${name}\``;
    if (before?.rank === rank) {
      this.#diagnostics.add('duplicate-definition', origin.source, origin.span, `${shown} is defined twice`, {
        related: [{ message: 'first defined here', ...before.origin }],
      });
      return false;
    }
    if (before) {
      const message = `${shown} of this file hides the one of the project`;
      this.#diagnostics.add('hidden-definition', origin.source, origin.span, message, {
        related: [{ message: 'hidden here', ...before.origin }],
      });
    }
    this.#declared.set(key, { rank, origin });
    return true;
  }
}

function isReserved(name: string): boolean {
  const key = normalised(name);
  const head = name.slice(0, name.indexOf(':') + 1);
  return (
    reservedWords.has(key) ||
    controlCommands.has(key) ||
    isUnsupported(name) ||
    isParallel(name) ||
    conditionKeyword.test(head)
  );
}
