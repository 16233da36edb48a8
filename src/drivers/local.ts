/** Turns the crank of one run in one process: append what the engine decided, start what is ready, append outcomes. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { advance, type Reach, type UnitStart } from '../engine/advance.ts';
import { type Conclusion, type Fact, journalSchema, type ResultsOffered } from '../engine/event.ts';
import { evolve } from '../engine/evolve.ts';
import { nodeOf, nodeState, type RunState, targetOf } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import type { CancelSignals, Clock, Journal, Reporter, Target, UnitOutcome, UnitWatch } from '../ports.ts';
import { Approvals, type Approving } from './approvals.ts';
import { Audience } from './audience.ts';
import { OpenScopes } from './open-scopes.ts';
import { asRunError } from './run-error.ts';
import { withSameInputs } from './unchanged.ts';
import { type RunPlace, unitRequest } from './unit-request.ts';

export interface Drive extends RunPlace, Approving {
  /** Fresh, or folded from the journal of a run that was interrupted: there is no other way to resume. */
  readonly state: RunState;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly targets: ReadonlyMap<string, Target>;
  readonly reporters: readonly Reporter[];
  readonly signals: CancelSignals;
  /** A fresh run takes these over where they fit. */
  readonly offered?: Omit<ResultsOffered, 'type'>;
  /** Only this part of the run is driven here; all of it when absent. */
  readonly part?: Part;
}

/** What one process does of a run that several share, one after the other or side by side. */
export interface Part {
  readonly reach: Reach;
  /** The process before it, on the same machine, has only just handed over. */
  readonly continues: boolean;
  /** Whether what was made outside is to be ended before it hands over: no other process on this machine needs it. */
  settles(state: RunState): boolean;
  /** To be written down before the rest is left to others; more may follow from it. */
  handOver?(state: RunState): readonly Fact[];
}

export interface Driven {
  /** `waiting` is no end: the run can be resumed when a person has decided. */
  readonly conclusion: Conclusion;
  /** What a person did not get to see, because a reporter failed: one sentence each. The run itself is whole. */
  readonly losses: readonly string[];
}

/** Without a conclusion the rest is left to others. */
export type DrivenPart = Pick<Driven, 'losses'> & Partial<Pick<Driven, 'conclusion'>>;

/** Milliseconds for which built-in commands may keep everything else waiting. */
const longestBreath = 10;

/** Runs until there is a conclusion. Rejects only for a mistake of this program, after all units have ended. */
export async function drive(options: Omit<Drive, 'part'>): Promise<Driven> {
  const { conclusion, losses } = await driveAsFar(options);
  if (!conclusion) throw new Error('internal: a run has ended without a conclusion; please report this');
  return { conclusion, losses };
}

/** Runs until nothing of the part can go on. Rejects as `drive` does. */
export async function drivePart(options: Drive & { readonly part: Part }): Promise<DrivenPart> {
  return await driveAsFar(options);
}

async function driveAsFar(options: Drive): Promise<DrivenPart> {
  const audience = new Audience(options.reporters);
  try {
    const { offered, state, targets, workspace } = options;
    const same = offered && (await withSameInputs(offered, state, targets, workspace));
    const conclusion = await new Driver({ ...options, ...(same ? { offered: same } : {}) }, audience).run();
    if (conclusion) await audience.conclude(conclusion, options.state);
    else await audience.handOver(options.state);
    return { ...(conclusion ? { conclusion } : {}), losses: audience.losses };
  } finally {
    for (const target of options.targets.values()) target.end?.();
  }
}

class Driver {
  readonly #options: Drive;
  readonly #audience: Audience;
  readonly #approvals: Approvals;
  /** What ends each unit that runs. */
  readonly #running = new Map<NodeId, AbortController>();
  readonly #occupied = new Map<string, number>();
  #callOffWake: (() => void) | undefined;
  #finish:
    | { resolve: (conclusion: Conclusion | undefined) => void; reject: (error: unknown) => void }
    | undefined;
  #failure: { readonly error: unknown } | undefined;
  /** What came while something was being done: it is done behind that. */
  readonly #queue: (() => void)[] = [];
  #isBusy = false;
  readonly #scopes: OpenScopes;
  /** What was made outside is being ended. */
  #settling: Promise<void> | undefined;
  #hasSettled: boolean;

  #breathed = performance.now();

  constructor(options: Drive, audience: Audience) {
    this.#options = options;
    this.#audience = audience;
    this.#scopes = new OpenScopes(options.state);
    this.#hasSettled = ![...options.targets.values()].some(({ settled }) => settled);
    this.#approvals = new Approvals(options, (fact) =>
      this.#guarded(() => {
        if (fact && options.state.asked.has(fact.node)) this.#append([fact]);
        this.#turn();
      }),
    );
  }

  run(): Promise<Conclusion | undefined> {
    const { first, second } = this.#options.signals;
    const cancel = (signal: AbortSignal) => () =>
      this.#guarded(() => {
        this.#cancel(signal);
        this.#turn();
      });
    const listeners = [first, second].map((signal) => ({ signal, listener: cancel(signal) }));
    return new Promise<Conclusion | undefined>((resolve, reject) => {
      this.#finish = { resolve, reject };
      for (const { signal, listener } of listeners)
        signal.addEventListener('abort', listener, { once: true });
      this.#guarded(() => {
        this.#begin();
        for (const { signal } of listeners) if (signal.aborted) this.#cancel(signal);
        this.#turn();
      });
    }).finally(() => {
      for (const { signal, listener } of listeners) signal.removeEventListener('abort', listener);
      this.#callOffWake?.();
      this.#approvals.retain(new Set());
    });
  }

  #begin(): void {
    const { state, run, offered } = this.#options;
    if (state.seq === 0) {
      this.#append([
        { type: 'run-started', schema: journalSchema, run, workflow: state.plan.name },
        ...(offered ? [{ type: 'results-offered', ...offered } as const] : []),
      ]);
      return this.#beginTargets();
    }
    if (this.#options.part?.continues) {
      // Its process was killed: nobody else is there whose unit it could be.
      this.#append(interrupted(state));
      return this.#beginTargets();
    }
    const asked = () => [...state.asked].map((node) => ({ node, label: labelOf(state, node) }));
    const decision = state.conclusion?.decision;
    const canGoOn = this.#approvals.canAsk || this.#approvals.given(asked()).length > 0;
    if (decision !== undefined && decision !== 'cancelled' && !(decision === 'waiting' && canGoOn))
      return this.#beginTargets();
    // Another job of a run that is being cancelled takes nothing of that back.
    const isStopping = this.#options.part !== undefined && state.stopping?.by === 'cancel';
    this.#append([...interrupted(state), ...(isStopping ? [] : [{ type: 'run-resumed' } as const])]);
    // Asked for anew: going on after a cancel opens again what had been asked.
    this.#append(this.#approvals.given(asked()));
    this.#beginTargets();
    for (const { node, label } of asked()) this.#approvals.ask(node, label);
  }

  #beginTargets(): void {
    const { state, run, runDirectory, workspace, clock, signals, targets } = this.#options;
    for (const target of targets.values()) {
      target.begin?.({
        ...{ state, run, runDirectory, workspace, clock },
        goesOn: state.conclusion === undefined,
        hurry: signals.second,
        // At once, whatever else happens: a request goes out as soon as it returns.
        record: (facts) => {
          this.#append(facts);
          // Money is spent at another rate from now on.
          queueMicrotask(() => this.#guarded(() => this.#turn()));
        },
        say: (text) => this.#audience.tell((reporter) => reporter.notice?.(text)),
      });
    }
  }

  #cancel(signal: AbortSignal): void {
    if (this.#options.state.conclusion) return;
    this.#append([{ type: 'cancel-requested', by: String(signal.reason) }]);
  }

  #turn(): void {
    const { state, clock, part } = this.#options;
    this.#callOffWake?.();
    this.#callOffWake = undefined;
    for (;;) {
      const now = Date.parse(clock.now());
      const { facts, start, end, wake } = advance(state, (target) => this.#room(target), now, part?.reach);
      for (const unit of start) this.#start(unit);
      for (const node of end) this.#running.get(node)?.abort();
      this.#approvals.retain(state.asked);
      // A person who has been asked will answer: nothing is concluded for want of an answer.
      const isAsked = this.#approvals.isAsking && facts.some(isWaiting);
      // Before it is said how the run ended, all that it made outside has ended too.
      if (!isAsked && facts.some(isConclusion) && !this.#hasSettled) return this.#settle();
      if (facts.length > 0 && !isAsked) {
        this.#append(facts);
        continue;
      }
      // A start is a fact too, from which a time may follow: a budget runs out while something is paid for.
      if (start.length > 0) continue;
      if (wake !== undefined) {
        // At least one: a timer may come a moment too early.
        this.#callOffWake = clock.after(Math.max(1, wake - now), () => this.#guarded(() => this.#turn()));
      }
      break;
    }
    for (const { target, id } of this.#scopes.over()) this.#target(target).release?.(id);
    if (this.#running.size > 0) return;
    if (state.conclusion) {
      if (!this.#hasSettled) return this.#settle();
      return this.#finish?.resolve(state.conclusion);
    }
    if (part && ![...state.sleeping].some((node) => part.reach.has(node, 0, state)))
      return this.#handOver(part);
    if (!this.#callOffWake && !this.#approvals.isAsking)
      throw new Error('internal: nothing is left to do and the run is not concluded; please report this');
  }

  /** Nothing is left that may be done here. */
  #handOver(part: Part): void {
    this.#callOffWake?.();
    this.#callOffWake = undefined;
    const { state } = this.#options;
    const facts = part.handOver?.(state) ?? [];
    if (facts.length > 0) {
      this.#append(facts);
      return this.#turn();
    }
    if (!this.#hasSettled && part.settles(state)) return this.#settle();
    this.#finish?.resolve(undefined);
  }

  /** Ends what targets have made, and only then lets the run end. */
  #settle(): void {
    if (this.#settling) return;
    this.#settling = this.#endAll().then(
      () => {
        this.#hasSettled = true;
        this.#settling = undefined;
        this.#guarded(() => this.#turn());
      },
      (error: unknown) => this.#fail(error),
    );
  }

  async #endAll(): Promise<void> {
    for (const { target, id } of this.#scopes.all()) this.#target(target).release?.(id);
    await Promise.all([...this.#options.targets.values()].map((target) => target.settled?.()));
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

  #start(starting: UnitStart): void {
    const { state, run, runDirectory, workspace } = this.#options;
    const { unit, attempt } = starting;
    const name = targetOf(state.plan, unit);
    const relative = join('units', attempt === 1 ? unit.id : `${unit.id}.${attempt}`);
    const directory = join(runDirectory, relative);
    const keepsOutput = state.readByOthers.has(unit.id);
    const place = { run, runDirectory, workspace };
    // Before the unit counts as started: what a checkpoint holds has finished.
    const { interrupted } = nodeState(state, unit.id);
    const request = {
      ...unitRequest(state, starting, place, { directory, keepsOutput }),
      ...(interrupted === undefined ? {} : { interrupted }),
    };
    this.#scopes.entered(unit.id);
    if (this.#target(name).settled) this.#hasSettled = false;
    const target = this.#target(name);
    if (target.usesDirectory?.(request.command) ?? true) makeEmpty(directory);
    // Its intent: in the journal before anything of it exists outside.
    this.#append([{ type: 'unit-started', node: unit.id, attempt, directory: relative }]);
    const end = new AbortController();
    const watch: UnitWatch = {
      signal: end.signal,
      hurry: this.#options.signals.second,
      progress: (progress) => this.#audience.tell((reporter) => reporter.progress?.(unit.id, progress)),
      load: (load) => this.#audience.tell((reporter) => reporter.load?.(unit.id, load)),
      output: (line) => this.#audience.tell((reporter) => reporter.output?.(unit.id, line)),
    };
    this.#occupied.set(name, (this.#occupied.get(name) ?? 0) + 1);
    this.#running.set(unit.id, end);
    // Called inside a function, so that a target that throws at once is no different from one that rejects.
    const joined = async () => {
      const outcome = await target.run(request, watch);
      await this.#breathe();
      return outcome.is === 'succeeded' && outcome.offered ? await this.#current(outcome) : outcome;
    };
    void joined().then(
      (outcome) => this.#ended(name, unit.id, attempt, outcome),
      (error: unknown) => {
        this.#running.delete(unit.id);
        this.#fail(error);
      },
    );
  }

  /** Outcomes of built-in commands arrive without a turn of the event loop, which signals, timers and the disk need. */
  async #breathe(): Promise<void> {
    if (performance.now() - this.#breathed < longestBreath) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#breathed = performance.now();
  }

  /** What a checkpoint offers is held against the files as they are now. */
  async #current(outcome: UnitOutcome & { readonly is: 'succeeded' }): Promise<UnitOutcome> {
    const { state, targets, workspace } = this.#options;
    const { offered, ...rest } = outcome;
    return offered ? { ...rest, offered: await withSameInputs(offered, state, targets, workspace) } : outcome;
  }

  #ended(target: string, node: NodeId, attempt: number, outcome: UnitOutcome): void {
    this.#running.delete(node);
    this.#occupied.set(target, (this.#occupied.get(target) ?? 1) - 1);
    if (this.#failure) return this.#fail(this.#failure.error);
    this.#guarded(() => {
      this.#append(factsOf(node, attempt, outcome));
      this.#turn();
    });
  }

  #append(facts: readonly Fact[]): void {
    const { journal, state } = this.#options;
    if (facts.length === 0) return;
    for (const event of journal.append(facts)) {
      evolve(state, event);
      this.#audience.tell((reporter) => reporter.event?.(event, state));
      if (event.type === 'approval-requested') this.#approvals.ask(event.node, event.label);
    }
  }

  /**
   * One thing at a time: a cancel may come from inside, such as from a reporter. After a mistake of this program nothing
   * more is done but to wait for what still runs.
   */
  #guarded(action: () => void): void {
    this.#queue.push(action);
    if (this.#isBusy) return;
    this.#isBusy = true;
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      if (this.#failure) continue;
      try {
        next();
      } catch (error) {
        this.#fail(error);
      }
    }
    this.#isBusy = false;
  }

  /** A mistake of this program: every unit is ended and awaited before it is thrown. */
  #fail(error: unknown): void {
    this.#failure ??= { error: asRunError('the run could not go on', error) };
    for (const end of this.#running.values()) end.abort();
    if (this.#running.size > 0) return;
    const reject = () => this.#finish?.reject(this.#failure?.error);
    // Nothing outside may be left behind by a mistake in here.
    void this.#endAll().then(reject, reject);
  }
}

/** Units that an earlier process had begun and that nobody has ended. */
function interrupted(state: RunState): Fact[] {
  return [...state.running].map((node) => ({
    type: 'unit-interrupted',
    node,
    attempt: nodeState(state, node).attempt ?? 1,
  }));
}

function factsOf(node: NodeId, attempt: number, outcome: UnitOutcome): Fact[] {
  if (outcome.is === 'failed') {
    const { is, ...failure } = outcome;
    return [{ type: 'unit-failed', node, attempt, ...failure }];
  }
  const succeeded: Fact = { type: 'unit-succeeded', node, attempt, ...outcome.result };
  return outcome.offered ? [{ type: 'results-offered', ...outcome.offered }, succeeded] : [succeeded];
}

function isConclusion(fact: Fact): boolean {
  return fact.type === 'run-concluded';
}

function isWaiting(fact: Fact): boolean {
  return fact.type === 'run-concluded' && fact.decision === 'waiting';
}

function labelOf(state: RunState, id: NodeId): string {
  const node = nodeOf(state, id);
  if (node.kind !== 'approval') throw new Error(`internal: ${id} asks nobody; please report this`);
  return node.label;
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
