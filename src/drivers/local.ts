/** Turns the crank of one run in one process: append what the engine decided, start what is ready, append outcomes. */
import { setMaxListeners } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { advance, type UnitStart } from '../engine/advance.ts';
import { cellsOf } from '../engine/cells.ts';
import { type Conclusion, type Fact, journalSchema } from '../engine/event.ts';
import { evolve } from '../engine/evolve.ts';
import { nodeState, type RunState, targetOf } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Journal, Reporter, Target, UnitOutcome, UnitWatch } from '../ports.ts';
import { Audience } from './audience.ts';
import { asRunError } from './run-error.ts';

export interface Drive {
  /** Fresh, or folded from the journal of a run that was interrupted: there is no other way to resume. */
  readonly state: RunState;
  readonly journal: Journal;
  readonly targets: ReadonlyMap<string, Target>;
  readonly reporters: readonly Reporter[];
  readonly run: string;
  /** Absolute. */
  readonly runDirectory: string;
  readonly workspace: string;
  /** Cancels the run; the reason is its name, such as `SIGINT`. */
  readonly signal: AbortSignal;
}

export interface Driven {
  readonly conclusion: Conclusion;
  /** What a person did not get to see, because a reporter failed: one sentence each. The run itself is whole. */
  readonly losses: readonly string[];
}

/** Runs until there is a conclusion. Rejects only for a mistake of this program, after all units have ended. */
export async function drive(options: Drive): Promise<Driven> {
  const audience = new Audience(options.reporters);
  try {
    const conclusion = await new Driver(options, audience).run();
    await audience.conclude(conclusion, options.state);
    return { conclusion, losses: audience.losses };
  } finally {
    for (const target of options.targets.values()) target.end?.();
  }
}

class Driver {
  readonly #options: Drive;
  readonly #audience: Audience;
  /** Ends the units: on a cancel, and when this program itself fails. */
  readonly #units = new AbortController();
  readonly #occupied = new Map<string, number>();
  #finish: { resolve: (conclusion: Conclusion) => void; reject: (error: unknown) => void } | undefined;
  #failure: { readonly error: unknown } | undefined;
  #open = 0;

  constructor(options: Drive, audience: Audience) {
    this.#options = options;
    this.#audience = audience;
    // One listener for each running unit, however many there are.
    setMaxListeners(0, this.#units.signal);
  }

  run(): Promise<Conclusion> {
    const { signal } = this.#options;
    const cancel = () =>
      this.#guarded(() => {
        this.#cancel();
        this.#turn();
      });
    return new Promise<Conclusion>((resolve, reject) => {
      this.#finish = { resolve, reject };
      signal.addEventListener('abort', cancel, { once: true });
      this.#guarded(() => {
        this.#begin();
        if (signal.aborted) this.#cancel();
        this.#turn();
      });
    }).finally(() => signal.removeEventListener('abort', cancel));
  }

  #begin(): void {
    const { state, run } = this.#options;
    if (state.seq === 0) {
      return this.#append([{ type: 'run-started', schema: journalSchema, run, workflow: state.plan.name }]);
    }
    this.#append(
      [...state.running].map(
        (node): Fact => ({ type: 'unit-interrupted', node, attempt: nodeState(state, node).attempt ?? 1 }),
      ),
    );
    // Concluded, or killed before it was: who resumes a cancelled run wants it to go on.
    if (state.stopping?.by === 'cancel') this.#append([{ type: 'run-resumed' }]);
  }

  #cancel(): void {
    const { state, signal } = this.#options;
    if (state.conclusion || state.stopping?.by === 'cancel') return;
    this.#append([{ type: 'cancel-requested', by: String(signal.reason) }]);
    this.#units.abort();
  }

  #turn(): void {
    const { state } = this.#options;
    for (;;) {
      const { facts, start } = advance(state, (target) => this.#room(target));
      for (const unit of start) this.#start(unit);
      if (facts.length === 0) break;
      this.#append(facts);
    }
    if (state.conclusion && this.#open === 0) this.#finish?.resolve(state.conclusion);
  }

  #room(name: string): number {
    return this.#target(name).slots - (this.#occupied.get(name) ?? 0);
  }

  #target(name: string): Target {
    const target = this.#options.targets.get(name);
    if (!target)
      throw new Error(`internal: the plan names the target ${name}, which is not wired; please report this`);
    return target;
  }

  #start({ unit, attempt, input }: UnitStart): void {
    const { state, run, runDirectory, workspace } = this.#options;
    const command = state.plan.commands[unit.command];
    if (!command) throw new Error(`internal: ${unit.id} has no command; please report this`);
    const name = targetOf(state.plan, unit);
    const relative = join('units', attempt === 1 ? unit.id : `${unit.id}.${attempt}`);
    const directory = join(runDirectory, relative);
    makeEmpty(directory);
    this.#append([{ type: 'unit-started', node: unit.id, attempt, directory: relative }]);
    const target = this.#target(name);
    const { plan } = state;
    const cells = cellsOf(state, unit.collects);
    const request = { plan, unit, command, attempt, run, input, cells, directory, runDirectory, workspace };
    const watch: UnitWatch = {
      signal: this.#units.signal,
      progress: (progress) => this.#audience.tell((reporter) => reporter.progress?.(unit.id, progress)),
      output: (line) => this.#audience.tell((reporter) => reporter.output?.(unit.id, line)),
    };
    this.#occupied.set(name, (this.#occupied.get(name) ?? 0) + 1);
    this.#open += 1;
    // Called inside a function, so that a target that throws at once is no different from one that rejects.
    void (async () => await target.run(request, watch))().then(
      (outcome) => this.#ended(name, unit.id, attempt, outcome),
      (error: unknown) => {
        this.#open -= 1;
        this.#fail(error);
      },
    );
  }

  #ended(target: string, node: NodeId, attempt: number, outcome: UnitOutcome): void {
    this.#open -= 1;
    this.#occupied.set(target, (this.#occupied.get(target) ?? 1) - 1);
    if (this.#failure) return this.#fail(this.#failure.error);
    this.#guarded(() => {
      this.#append([
        outcome.is === 'succeeded'
          ? { type: 'unit-succeeded', node, attempt, ...outcome.result }
          : {
              type: 'unit-failed',
              node,
              attempt,
              seconds: outcome.seconds,
              ...(outcome.exit === undefined ? {} : { exit: outcome.exit }),
              class: outcome.class,
              message: outcome.message,
              tail: outcome.tail,
            },
      ]);
      this.#turn();
    });
  }

  #append(facts: readonly Fact[]): void {
    const { journal, state } = this.#options;
    if (facts.length === 0) return;
    for (const event of journal.append(facts)) {
      evolve(state, event);
      this.#audience.tell((reporter) => reporter.event?.(event, state));
    }
  }

  /** After a mistake of this program nothing more is done but to wait for what still runs. */
  #guarded(action: () => void): void {
    if (this.#failure) return;
    try {
      action();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** A mistake of this program: every unit is ended and awaited before it is thrown. */
  #fail(error: unknown): void {
    this.#failure ??= { error: asRunError('the run could not go on', error) };
    this.#units.abort();
    if (this.#open === 0) this.#finish?.reject(this.#failure.error);
  }
}

/** The folder around it is there. A folder left from a start that never reached the journal goes first. */
function makeEmpty(directory: string): void {
  try {
    mkdirSync(directory);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') rmSync(directory, { recursive: true });
    else if (code !== 'ENOENT') throw error;
    mkdirSync(directory, { recursive: true });
  }
}
