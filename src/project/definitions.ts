/** The declarations of all files together: each under its name, with what hides what and what stands there twice. */
import type { Diagnostics } from '../language/diagnostic.ts';
import {
  beginsConstruct,
  conditionKeyword,
  controlCommands,
  isParallel,
  reservedWords,
} from '../language/keywords.ts';
import { didYouMean, listOf, normalised } from '../language/name.ts';
import { builtinCommands, isRemoteBuiltin } from '../plan/builtins.ts';
import { defaultMetric } from '../plan/metrics.ts';
import type { Axis, RemoteTarget, ResultsFile, Sync } from '../plan/plan.ts';
import type {
  AgentDefinition,
  CommandDefinition,
  ListDefinition,
  MetricDefinition,
  Origin,
  PredicateDefinition,
  Project,
  SelectionDefinition,
  TransferDefinition,
} from '../plan/project.ts';
import { agentDefinition, commandDefinition } from './command-definition.ts';
import type { ProjectFile, WorkflowFile } from './schema.ts';
import { remoteTarget } from './target-definition.ts';
import { syncOf, transferDefinition } from './transfer-definition.ts';
import type { YamlFile } from './yaml-file.ts';

export interface LocalTargetOptions {
  readonly slots?: number;
}

/** Lowest first: what a file declares hides what files of a lower rank declare. */
const ranks = ['personal-claude', 'personal-factory', 'claude', 'factory', 'project', 'workflow'] as const;
export type Rank = (typeof ranks)[number];

type DefiningFile = YamlFile<ProjectFile> | YamlFile<WorkflowFile>;

interface Baseline {
  /** Relative to the project. */
  readonly path: string;
  readonly origin: Origin;
}

interface Declared {
  readonly rank: Rank;
  readonly origin: Origin;
}

type Kind =
  | 'command'
  | 'agent'
  | 'axis'
  | 'metric'
  | 'selection'
  | 'target'
  | 'transfer'
  | 'list'
  | 'predicate';

export class Definitions {
  /** Those of this machine. */
  readonly targets = new Map<string, LocalTargetOptions>([['local', {}]]);
  readonly #remotes = new Map<string, RemoteTarget>();
  readonly #transfers = new Map<string, TransferDefinition>();
  /** Targets that transfers name, to be looked up when all files are read. */
  readonly #namedTargets: { readonly name: string; readonly origin: Origin }[] = [];
  #sync: Sync = syncOf(undefined, undefined);
  readonly #diagnostics: Diagnostics;
  readonly #declared = new Map<string, Declared>();
  readonly #commands = new Map<string, CommandDefinition>();
  readonly #agents = new Map<string, AgentDefinition>();
  readonly #lists = new Map<string, ListDefinition>();
  readonly #predicates = new Map<string, PredicateDefinition>();
  readonly #prices = new Map<string, number>();
  readonly #axes = new Map<string, Axis>();
  readonly #metrics = new Map<string, MetricDefinition>();
  readonly #selections = new Map<string, SelectionDefinition>();
  /** Axes that commands name, to be looked up when all files are read. */
  readonly #namedAxes: { readonly name: string; readonly origin: Origin }[] = [];
  #results: ResultsFile = { file: 'experiment_results.jsonl', phase: 1, id: '{command}_{axis}_{value}' };

  /** The file with what the last accepted run measured. */
  #baseline: Baseline | undefined;
  #budget: { readonly dollars: number; readonly origin: Origin } | undefined;
  #strictUnits = false;
  #fanout: Project['fanout'];

  constructor(diagnostics: Diagnostics) {
    this.#diagnostics = diagnostics;
  }

  /** Files of a lower rank first. */
  take(file: DefiningFile, rank: Rank): void {
    const { commands, axes, metrics, select, results } = file.value;
    const originOf = (...path: string[]) => ({ source: file.source, span: file.span(path, 'key') });
    this.#takeTargets(file, rank);
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
        ...(selection.none === 'fail' ? {} : { none: selection.none }),
        origin,
      });
    }
    const known = new Set([...this.targets.keys(), ...this.#remotes.keys()]);
    for (const [name, command] of Object.entries(commands)) {
      const definition = commandDefinition(name, command, file, known, this.#diagnostics);
      if (definition) this.command(definition, rank);
      for (const [index, axis] of (command.axes ?? []).entries()) {
        const span = file.span(['commands', name, 'axes', index]);
        this.#namedAxes.push({ name: axis, origin: { source: file.source, span } });
      }
    }
    for (const [name, agent] of Object.entries(file.value.agents))
      this.agent(agentDefinition(name, agent, file, known, this.#diagnostics), rank);
    this.#takeTransfers(file, rank);
    this.#takeLists(file, rank);
    this.#takePredicates(file, rank);
    if (results) this.#results = results;
    const { baseline, budget, 'strict-units': strictUnits, fanout } = file.value;
    if (baseline !== undefined)
      this.#baseline = { path: baseline, origin: { source: file.source, span: file.span(['baseline']) } };
    if (budget !== undefined)
      this.#budget = { dollars: budget, origin: { source: file.source, span: file.span(['budget']) } };
    this.#strictUnits = strictUnits ?? this.#strictUnits;
    this.#fanout = fanout ?? this.#fanout;
  }

  #takeTargets(file: DefiningFile, rank: Rank): void {
    for (const [name, declared] of Object.entries(file.value.targets)) {
      const origin = { source: file.source, span: file.span(['targets', name], 'key') };
      if (!this.#declare('target', name, rank, origin)) continue;
      this.#prices.delete(name);
      if (declared.kind !== 'runpod' && declared.price !== undefined) this.#prices.set(name, declared.price);
      if (declared.kind === 'local') {
        this.#remotes.delete(name);
        this.targets.set(name, declared.slots === undefined ? {} : { slots: declared.slots });
        continue;
      }
      if (name === 'local' || name === 'builtin') {
        const message =
          name === 'local'
            ? '`local` is this machine, and what commands run on that name no target'
            : '`builtin` is what built-in commands run on';
        this.#diagnostics.add('invalid-value', origin.source, origin.span, message, {
          help: 'give the target another name',
        });
        continue;
      }
      this.targets.delete(name);
      this.#remotes.set(name, remoteTarget(name, declared, file, this.#diagnostics));
    }
  }

  #takeTransfers(file: DefiningFile, rank: Rank): void {
    for (const [name, declared] of Object.entries(file.value.transfers)) {
      const origin = { source: file.source, span: file.span(['transfers', name], 'key') };
      if (!this.#declare('transfer', name, rank, origin)) continue;
      this.#transfers.set(normalised(name), transferDefinition(name, declared));
      if (/^(?:up|down)$/i.test(name)) {
        const message = `\`${name}\` cannot name a transfer: \`/scp:${name}\` moves what \`sync:\` declares`;
        this.#diagnostics.add('invalid-value', origin.source, origin.span, message);
      }
      if (declared.target !== undefined) {
        const span = file.span(['transfers', name, 'target']);
        this.#namedTargets.push({ name: declared.target, origin: { source: file.source, span } });
      }
    }
    const { sync, require } = file.value;
    if (sync !== undefined || require !== undefined) this.#sync = syncOf(sync, require, this.#sync);
  }

  #takeLists(file: DefiningFile, rank: Rank): void {
    for (const [name, values] of Object.entries(file.value.lists)) {
      const origin = { source: file.source, span: file.span(['lists', name], 'key') };
      if (!this.#declare('list', name, rank, origin)) continue;
      const texts = values.map((value, index) => textOf(value, file, ['lists', name, index]));
      this.#lists.set(normalised(name), { name, values: texts, origin });
      for (const [index, text] of texts.entries()) {
        if (texts.indexOf(text) === index && text.trim() !== '') continue;
        const problem = text.trim() === '' ? 'a value is empty' : `\`${text}\` stands twice`;
        const span = file.span(['lists', name, index]);
        this.#diagnostics.add('invalid-value', file.source, span, `\`lists.${name}\`: ${problem}`);
      }
    }
  }

  #takePredicates(file: DefiningFile, rank: Rank): void {
    for (const [name, declared] of Object.entries(file.value.predicates)) {
      const path = ['predicates', name];
      const origin = { source: file.source, span: file.span(path, 'key') };
      if (!this.#declare('predicate', name, rank, origin)) continue;
      const isText = typeof declared === 'string';
      const warns = !isText && declared.severity === 'warn';
      this.#predicates.set(normalised(name), {
        name,
        condition: file.inner(isText ? path : [...path, 'when']),
        ...(warns ? { severity: 'warn' } : {}),
        origin,
      });
    }
  }

  command(definition: CommandDefinition & { readonly origin?: Origin }, rank: Rank): void {
    const { name, origin } = definition;
    const key = normalised(name);
    if (!origin || !this.#declare('command', name, rank, origin)) return;
    this.#commands.set(key, definition);
    if (isReserved(name)) {
      const message = `\`${name}\` is a word of the language and cannot name a command`;
      this.#diagnostics.add('invalid-value', origin.source, origin.span, message);
    } else if (builtinCommands.has(key) && (!isRemoteBuiltin(name) || this.#remotes.size > 0)) {
      const message = `\`/${name}\` is this command now, not the built-in one`;
      this.#diagnostics.add('hidden-definition', origin.source, origin.span, message);
    }
  }

  /** One that a project declares and a Markdown file describes is both: the script gets the file. */
  agent(definition: AgentDefinition, rank: Rank): void {
    const { name, origin } = definition;
    const key = normalised(name);
    const described = this.#agents.get(key);
    const own =
      definition.is === 'run' && described?.is === 'agent'
        ? { ...definition, command: { ...definition.command, agent: { name, file: described.file } } }
        : definition;
    if (own !== definition) this.#declared.delete(`agent ${key}`);
    if (!origin || !this.#declare('agent', name, rank, origin)) return;
    this.#agents.set(key, own);
    if (!isReserved(name) && !isReserved(`${name}:x`)) return;
    const message = `\`${name}\` is a word of the language and cannot name an agent`;
    this.#diagnostics.add('invalid-value', origin.source, origin.span, message);
  }

  get baseline(): Baseline | undefined {
    return this.#baseline;
  }

  /** What has this name in a file of this rank cannot be read, and nothing of a lower rank takes its place. */
  withhold(kind: 'command' | 'agent', name: string, rank: Rank): void {
    const key = `${kind} ${normalised(name)}`;
    const before = this.#declared.get(key);
    if (!before || ranks.indexOf(before.rank) >= ranks.indexOf(rank)) return;
    this.#declared.delete(key);
    (kind === 'command' ? this.#commands : this.#agents).delete(normalised(name));
  }

  /** `name`: normalised. */
  hasCommand(name: string): boolean {
    return this.#commands.has(name);
  }

  /** When all files have been taken. */
  project(broken: NonNullable<Project['broken']>): Project {
    const isPaid =
      [...this.#prices.values()].some((price) => price > 0) ||
      [...this.#remotes.values()].some(({ kind }) => kind === 'runpod');
    if (this.#budget && !isPaid) {
      const { source, span } = this.#budget.origin;
      const message = 'nothing is ever spent of this budget: no target has a price';
      this.#diagnostics.add('budget-without-price', source, span, message, {
        help: 'give a target a `price:` in dollars an hour',
      });
    }
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
    for (const { name, origin } of this.#namedTargets) {
      if (this.#remotes.has(name)) continue;
      const isHere = this.targets.has(name);
      const message = isHere ? `\`${name}\` is this machine` : `unknown target \`${name}\``;
      const near = isHere ? undefined : didYouMean(name, this.#remotes.keys());
      this.#diagnostics.add('invalid-value', origin.source, origin.span, message, {
        help: near ?? 'files are moved between here and a target of the kind `ssh` or `runpod`',
      });
    }
    return {
      commands: this.#commands,
      axes: this.#axes,
      metrics: this.#metrics,
      selections: this.#selections,
      lists: this.#lists,
      predicates: this.#predicates,
      agents: this.#agents,
      results: this.#results,
      ...(this.#baseline === undefined ? {} : { baselineFile: this.#baseline.path }),
      ...(this.#budget === undefined ? {} : { budget: this.#budget.dollars }),
      prices: Object.fromEntries(this.#prices),
      remote: { targets: this.#remotes, transfers: this.#transfers, sync: this.#sync },
      strictUnits: this.#strictUnits,
      ...(this.#fanout === undefined ? {} : { fanout: this.#fanout }),
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
      const message = `${shown} of this file hides the one of ${ownerOf(before.rank)}`;
      this.#diagnostics.add('hidden-definition', origin.source, origin.span, message, {
        related: [{ message: 'hidden here', ...before.origin }],
      });
    }
    this.#declared.set(key, { rank, origin });
    return true;
  }
}

/** As written: an axis value keeps its text, `0.10` stays `0.10`. */
function textOf(value: string | number | boolean, file: DefiningFile, path: readonly PropertyKey[]): string {
  if (typeof value === 'string') return value;
  const { start, end } = file.span(path);
  return file.source.text.slice(start, end).trim();
}

/** Whose files have this rank, in a message. */
function ownerOf(rank: Rank): string {
  if (rank === 'project' || rank === 'workflow') return 'the project';
  const folder = rank.endsWith('factory') ? '.factory/' : '.claude/';
  return rank.startsWith('personal-') ? `\`~/${folder}\`` : `\`${folder}\``;
}

export function isReserved(name: string): boolean {
  const key = normalised(name);
  const head = name.slice(0, name.indexOf(':') + 1);
  return (
    reservedWords.has(key) ||
    controlCommands.has(key) ||
    beginsConstruct(name) ||
    isParallel(name) ||
    conditionKeyword.test(head)
  );
}
