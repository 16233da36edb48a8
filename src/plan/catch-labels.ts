/** What the labels of a try's catches mean for the commands of its body. */
import { didYouMean, listOf, normalised } from '../language/name.ts';
import type { Source, Span } from '../language/source.ts';
import type { PlanBuilder } from './builder.ts';
import type { CatchMatch, PlanNode } from './plan.ts';

const builtinClasses: ReadonlySet<string> = new Set([
  ...['timeout', 'oom', 'nan-loss', 'assert', 'no-metrics', 'usage', 'auth', 'connection-lost', 'provision'],
  ...['capacity', 'preempted', 'heartbeat', 'budget', 'gate-not-met', 'approval-refused', 'no-candidate'],
  ...['exit-signal', 'lost'],
]);

/** What `any` leaves to a catch of its own. */
const byNameOnly: ReadonlySet<string> = new Set(['usage', 'auth', 'budget']);

/** Exit codes that have a class of their own. */
const classOfExit: ReadonlyMap<number, string> = new Map([
  [2, 'usage'],
  [126, 'usage'],
  [127, 'usage'],
  [137, 'oom'],
]);

const endings = ['ing', 'ment', 'ation', 'ion', 'or', 'er', 's', 'e'];

export class CatchLabels {
  readonly #builder: PlanBuilder;
  readonly #source: Source;
  readonly #body: readonly PlanNode[];
  /** Something in the body is not known, and with it the ways in which it fails. */
  readonly #uncertain: boolean;
  /** Declared names and labels of `/fail`, as written, by normalised name. */
  readonly #classes = new Map<string, string>();
  /** Each command of the body with those that run for it: itself, or those of the chain it calls. */
  readonly #commands = new Map<string, Set<string>>();
  readonly #earlier: CatchMatch[] = [];

  /** The nodes of the body stand from `first` on. */
  constructor(builder: PlanBuilder, first: number, source: Source, uncertain: boolean) {
    this.#builder = builder;
    this.#source = source;
    this.#body = builder.nodes.slice(first);
    let isUncertain = uncertain;
    const callers = new Map<string, readonly string[]>();
    for (const node of this.#body) {
      const outer = (node.parent === null ? undefined : callers.get(node.parent)) ?? [];
      callers.set(node.id, node.kind === 'call' ? [...outer, node.command] : outer);
      if (node.kind !== 'unit') continue;
      for (const name of [node.command, ...outer]) {
        const commands = this.#commands.get(name);
        if (commands) commands.add(node.command);
        else this.#commands.set(name, new Set([node.command]));
      }
      const definition = builder.definitions.get(node.id);
      if (definition?.is === 'run')
        for (const { name } of definition.command.errors) this.#classes.set(normalised(name), name);
      if (definition?.is !== 'builtin' || definition.builtin.name !== 'fail') continue;
      const label = node.parameters.find(({ name }) => name === 'label')?.value ?? [];
      if (label.every((part) => part.kind === 'text')) {
        const text = label.map((part) => part.text).join('');
        this.#classes.set(normalised(text), text);
      } else isUncertain = true;
    }
    this.#uncertain = isUncertain;
  }

  matchOf(label: string, span: Span): CatchMatch {
    const matches = this.#read(label) ?? { is: 'class', class: label };
    const reason = this.#whyNever(label, matches);
    if (reason !== undefined && !this.#uncertain) {
      const known = [
        ...this.#classes.values(),
        ...[...this.#commands.keys()].map((name) => `${name}-failed`),
      ];
      const all = listOf(
        [...new Set([...known, 'any'])].map((one) => `\`${one}\``),
        'or',
      );
      const message = `\`/catch:${label}\` can never match: ${reason.why}`;
      this.#builder.diagnostics.add('never-matching-catch', this.#source, span, message, {
        help: reason.help ?? didYouMean(label, [...known, ...builtinClasses]) ?? `it could be ${all}`,
      });
    }
    this.#earlier.push(matches);
    return matches;
  }

  /** Undefined for a label that means nothing here. */
  #read(label: string): CatchMatch | undefined {
    const wanted = normalised(label);
    const declared = this.#classes.get(wanted);
    if (declared !== undefined) return { is: 'class', class: declared };
    if (wanted === 'any' || wanted === '*') return { is: 'any' };
    const builtin = [...builtinClasses].find((name) => normalised(name) === wanted);
    if (builtin !== undefined) return { is: 'class', class: builtin };
    const exit = Number(/^exit_(\d+)$/.exec(wanted)?.[1] ?? 0);
    if (exit > 0 && exit < 256) return { is: 'class', class: classOfExit.get(exit) ?? `exit-${exit}` };
    const stem = /^(.+)_failed$/.exec(wanted);
    return stem ? this.#commandsNamed(stem[1] ?? '') : undefined;
  }

  #commandsNamed(word: string): CatchMatch | undefined {
    for (const stem of stemsOf(word)) {
      const named = [...this.#commands].filter(([name]) => normalised(name).includes(stem));
      const commands = [...new Set(named.flatMap(([, own]) => [...own]))];
      if (commands.length > 0) return { is: 'commands', commands };
    }
    return undefined;
  }

  #whyNever(
    label: string,
    matches: CatchMatch,
  ): { readonly why: string; readonly help?: string } | undefined {
    if (!this.#read(label)) {
      return /[-_]failed$/i.test(label)
        ? { why: 'no command of the body has such a name' }
        : { why: 'nothing in the body fails with such a class' };
    }
    // An `/if:` that is not met is no failure: it ends its block, which nothing catches.
    const demands = this.#body.some(({ kind }) => kind === 'require');
    if (
      matches.is === 'class' &&
      matches.class === 'gate-not-met' &&
      !demands &&
      !this.#classes.has('gate_not_met')
    )
      return {
        why: 'there is no `/require:` in the body',
        help: 'only a `/require:` that is not met fails; an `/if:` has its `/else`',
      };
    if (this.#earlier.some((earlier) => covers(earlier, matches)))
      return { why: 'a catch before it takes the same failures', help: 'the first catch that matches wins' };
    return undefined;
  }
}

/** The word itself, and without its ending: `training` is of `train`, `evaluation` of `evaluate`. */
function stemsOf(word: string): string[] {
  const shorter = endings
    .filter((ending) => word.endsWith(ending))
    .map((ending) => word.slice(0, -ending.length));
  return [word, ...shorter].filter((stem, index) => index === 0 || stem.length >= 3);
}

function covers(earlier: CatchMatch, later: CatchMatch): boolean {
  if (earlier.is === 'any') return later.is !== 'class' || !byNameOnly.has(later.class);
  if (earlier.is === 'class') return later.is === 'class' && later.class === earlier.class;
  return later.is === 'commands' && later.commands.every((command) => earlier.commands.includes(command));
}
