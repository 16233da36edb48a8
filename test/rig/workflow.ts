/**
 * A whole workflow, run as GitHub's server and runner run it: jobs by their `needs` and `if`, each leg on a machine of
 * its own, cancelled, timed out, lost, approved and run again on request. YAML is judged by GitHub's own parser, every
 * expression is evaluated by GitHub's own engine. What the rig does not know is refused, never ignored.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { now } from './github/api.ts';
import type { Access, JobRecord, JsonObject, RigGitHub, RunRecord } from './github.ts';
import type { Annotation } from './runner/commands.ts';
import { githubContext, type RunFacts } from './runner/context.ts';
import { readAction } from './runner/metadata.ts';
import { nodeBinary } from './runner/node.ts';
import { ConcurrencyGroups, type ConcurrencyRequest } from './workflow/concurrency.ts';
import { type JobDefinition, mapping, readWorkflow, type WorkflowDefinition } from './workflow/definition.ts';
import {
  type Context,
  evaluate,
  jobFunctions,
  segments,
  truthy,
  type Value,
} from './workflow/expressions.ts';
import {
  actionFinder,
  errorOf,
  type Interrupt,
  type JobOutcome,
  type Perform,
  plain,
  type Result,
  runJob,
  type StepResult,
  text,
  typed,
} from './workflow/job.ts';
import { type Leg, legName, legsOf } from './workflow/matrix.ts';
import { Cancelled, Slots, until } from './workflow/slots.ts';

export type {
  InterruptedAt,
  InterruptionRequest,
  Perform,
  Performed,
  PerformedAt,
  Result,
  StageResult,
  StepResult,
} from './workflow/job.ts';
export { Slots as Runners } from './workflow/slots.ts';

/** The part of the artifact service that a job is told of. */
export interface WorkflowArtifacts {
  readonly url: string;
  tokenFor(run: number, job: string): string;
}

export interface WorkflowOptions {
  /** The YAML. Filters under `on:` are not asked: who starts a run says that the event has passed them. */
  readonly workflow: string;
  readonly path?: string;
  /** The inputs of a dispatch are in `payload.inputs`. */
  readonly event: { readonly name: string; readonly payload: JsonObject };
  readonly github: RigGitHub;
  /** `github.token` of all jobs. Without it each job has its own, with exactly its `permissions:`. */
  readonly token?: string;
  /** `owner/repo` for any ref, or `owner/repo@ref`, and the directory of that repository. */
  readonly actions: Readonly<Record<string, string>>;
  /** The checkout that `./x` and `$/x` mean. */
  readonly repository?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly environmentSecrets?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly vars?: Readonly<Record<string, string>>;
  readonly sha?: string;
  readonly ref?: string;
  readonly actor?: string;
  readonly triggeringActor?: string;
  readonly runId?: number;
  readonly runNumber?: number;
  readonly attempt?: number;
  /** As for a pull request of a fork: no token of a job may write anything. */
  readonly readsOnly?: boolean;
  readonly artifacts?: WorkflowArtifacts;
  /** Under the environment of every step; no expression sees it. */
  readonly env?: Readonly<Record<string, string>>;
  /** Jobs at once; 4 unless told. The same runners may serve several runs. */
  readonly runners?: number | Slots;
  /** Told of each change of the run and its jobs. */
  readonly progress?: (now: RunProgress) => void;
  /** An environment with reviewers: the job waits for the answer. Without it, none has any. */
  readonly approve?: (environment: string, job: string) => Promise<'approved' | 'rejected'>;
  /** Asked when a process of a job has started, and about fifty times a second while it runs. */
  readonly interrupt?: Interrupt;
  /** No step starts a process: this does what actions would do. `run:` steps and `atJobEnd` are refused. */
  readonly perform?: Perform;
  /** Aborted: the run is cancelled, also when no step runs. */
  readonly signal?: AbortSignal;
  /** Aborted: it is cancelled by force, which asks no `if` and leaves no step its time. */
  readonly force?: AbortSignal;
  /** A look at a machine before it goes. */
  readonly atJobEnd?: (at: {
    job: string;
    name: string;
    workspace: string;
    temp: string;
  }) => void | Promise<void>;
  /** Whether "re-run failed jobs" takes legs with `continue-on-error`: unknown of GitHub; it does unless told. */
  readonly rerunsTolerated?: boolean;
  /** Divides the waits of a cancellation and every timeout. */
  readonly speed?: number;
}

/** What the API shows of an attempt while it goes on. */
export interface RunProgress {
  readonly attempt: number;
  readonly name: string;
  readonly displayTitle: string;
  readonly status: RunRecord['status'];
  /** When it is completed. */
  readonly conclusion: Result | undefined;
  /** Those whose turn has come; of this attempt. */
  readonly jobs: readonly JobRecord[];
}

export interface JobRun {
  readonly id: string;
  /** As GitHub shows it. */
  readonly name: string;
  readonly matrix?: Readonly<Record<string, Value>>;
  /** Where in the matrix; 0 without one. */
  readonly index: number;
  /** As GitHub shows it: a failure that `continue-on-error` tolerates is red too. */
  readonly result: Result;
  /** A failure that counts as success for the run and for the jobs after it. */
  readonly tolerated: boolean;
  readonly outputs: Readonly<Record<string, string>>;
  readonly steps: readonly StepResult[];
  /** Of the job itself, not of its steps. */
  readonly annotations: readonly Annotation[];
  readonly environment?: { readonly name: string; readonly deployment: boolean; readonly url?: string };
  /** The attempt it ran in. */
  readonly attempt: number;
}

/** Of a new attempt; the rest is as before. */
export type RerunOptions = Partial<
  Pick<
    WorkflowOptions,
    'triggeringActor' | 'interrupt' | 'approve' | 'env' | 'signal' | 'secrets' | 'vars' | 'atJobEnd'
  >
>;

export interface WorkflowRun {
  readonly id: number;
  readonly attempt: number;
  /** Skipped when every job was. */
  readonly conclusion: Result;
  /** By its `run-name:`, or as GitHub calls a run of this event. */
  readonly displayTitle: string;
  /** In the order of the file, legs in the order of the matrix. */
  readonly jobs: readonly JobRun[];
  /** What about this run was not as on GitHub, and why a run has not started. */
  readonly notices: readonly string[];
  /** The one job with this id or name. Throws when there is none, or more than one. */
  job(idOrName: string): JobRun;
  /** What jobs see in `needs` of this one. */
  needs(id: string): { readonly result: Result; readonly outputs: Readonly<Record<string, string>> };
  /** Jobs that failed or were cancelled, and all that depends on them. Throws when there are none. */
  rerunFailed(more?: RerunOptions): Promise<WorkflowRun>;
  rerunAll(more?: RerunOptions): Promise<WorkflowRun>;
}

const GROUPS = new WeakMap<RigGitHub, ConcurrencyGroups>();
let lastRun = 17_000_000_000;
let lastJob = 51_000_000_000;

export async function runWorkflow(options: WorkflowOptions): Promise<WorkflowRun> {
  const { path = '.github/workflows/workflow.yml', event } = options;
  const definition = await readWorkflow(options.workflow, path);
  if (!definition.events.includes(event.name)) throw new Error(`${path} is not for the event ${event.name}`);
  if (options.perform && options.atJobEnd) throw new Error('no job has a machine');
  const find = actionFinder(options.actions, options.repository);
  for (const { uses } of definition.jobs.flatMap(({ steps }) => steps)) {
    if (uses !== undefined) readAction(find(uses, undefined));
  }
  lastRun += 1;
  const { runId = lastRun, attempt = 1 } = options;
  return new Run(definition, { ...options, runId, attempt }, new Map()).start();
}

/** How many wait for a concurrency group. */
export function waitingFor(github: RigGitHub, group: string): number {
  return groupsOf(github).waiting(group);
}

function groupsOf(github: RigGitHub): ConcurrencyGroups {
  const groups = GROUPS.get(github) ?? new ConcurrencyGroups();
  GROUPS.set(github, groups);
  return groups;
}

interface LegState {
  readonly matrix: Leg | undefined;
  readonly index: number;
  readonly name: string;
  readonly context: Context;
  readonly cancel: AbortController;
  readonly annotations: Annotation[];
  record: JobRecord | undefined;
}

interface JobState {
  readonly definition: JobDefinition;
  readonly legs: LegState[];
  /** In the order they finished. */
  readonly finished: JobRun[];
  result: Result | undefined;
}

interface Identified extends WorkflowOptions {
  readonly runId: number;
  readonly attempt: number;
}

class Run {
  readonly #definition: WorkflowDefinition;
  readonly #options: Identified;
  /** Legs of the attempt before that are not run again; all of a job's, or some. */
  readonly #kept: ReadonlyMap<string, readonly JobRun[]>;
  readonly #jobs: ReadonlyMap<string, JobState>;
  readonly #groups: ConcurrencyGroups;
  readonly #runners: Slots;
  readonly #notices: string[] = [];
  readonly #cancelled = new AbortController();
  readonly #event: WorkflowOptions['event'];
  readonly #inputs: Value;
  #facts: Omit<RunFacts, 'workspace' | 'token' | 'job'>;
  #github: Value = {};
  #root = '';
  #group: string | undefined;
  #displayTitle = '';
  #status: RunRecord['status'] = 'queued';
  /** Of jobs that had no leg. */
  readonly #skipped: JobRecord[] = [];

  constructor(
    definition: WorkflowDefinition,
    options: Identified,
    kept: ReadonlyMap<string, readonly JobRun[]>,
  ) {
    this.#definition = definition;
    this.#options = options;
    this.#kept = kept;
    this.#jobs = new Map(
      definition.jobs.map((job) => [job.id, { definition: job, legs: [], finished: [], result: undefined }]),
    );
    this.#groups = groupsOf(options.github);
    const { runners = 4 } = options;
    this.#runners = typeof runners === 'number' ? new Slots(runners) : runners;
    const { inputs, event } = dispatched(definition, options.event);
    this.#inputs = inputs;
    this.#event = event;
    const { github, sha, ref, actor, triggeringActor, runNumber } = options;
    this.#facts = {
      event,
      github,
      ...(sha === undefined ? {} : { sha }),
      ...(ref === undefined ? {} : { ref }),
      ...(actor === undefined ? {} : { actor }),
      ...(triggeringActor === undefined ? {} : { triggeringActor }),
      run: {
        id: options.runId,
        attempt: options.attempt,
        ...(runNumber === undefined ? {} : { number: runNumber }),
      },
      workflow: definition.name,
      workflowPath: definition.path,
    };
  }

  async start(): Promise<WorkflowRun> {
    const { notice } = nodeBinary();
    if (notice !== undefined) this.#notices.push(notice);
    this.#root = await mkdtemp(join(tmpdir(), 'rig-workflow-'));
    const { signal, force } = this.#options;
    const cancel = (): void => {
      const reason: unknown = signal?.reason;
      this.#cancelRun(typeof reason === 'string' ? reason : 'The run was canceled by the test.');
    };
    const stop = (): void => this.#stopAll('The run was canceled by force.');
    if (force?.aborted === true) stop();
    force?.addEventListener('abort', stop, { once: true });
    if (signal?.aborted === true) cancel();
    signal?.addEventListener('abort', cancel, { once: true });
    try {
      const { token: _, ...github } = await githubContext(
        { ...this.#facts, token: '', workspace: '' },
        this.#root,
      );
      this.#facts = { ...this.#facts, sha: github.sha ?? '', ref: github.ref ?? '' };
      this.#github = { ...github, event: plain(this.#event.payload) };
      this.#displayTitle = this.#titled();
      this.#tell(this.#definition.concurrency === null ? 'queued' : 'pending');
      await this.#inGroup(this.#definition.concurrency, this.#context(), this.#cancelled.signal, {
        cancel: (reason) => this.#cancelRun(reason),
        entered: (group) => {
          this.#group = group;
          this.#tell('queued');
        },
        run: () => this.#runJobs(),
      });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      this.#notices.push(error.message);
    } finally {
      signal?.removeEventListener('abort', cancel);
      force?.removeEventListener('abort', stop);
      await rm(this.#root, { recursive: true, force: true });
    }
    this.#tell('completed');
    return this.#report();
  }

  /** Of a run that has no name of its own, what its event is called. */
  #titled(): string {
    const { runName, name } = this.#definition;
    const own = runName === undefined ? '' : text(runName, this.#context()).trim();
    if (own !== '') return own;
    const event = mapping(plain(this.#event.payload));
    switch (this.#event.name) {
      case 'pull_request':
      case 'pull_request_target':
        return String(mapping(event.pull_request).title ?? name);
      case 'issue_comment':
        return String(mapping(event.issue).title ?? name);
      case 'push':
        return String(mapping(event.head_commit).message ?? name).split('\n')[0] ?? name;
      default:
        return name;
    }
  }

  #tell(status: RunRecord['status'] = this.#status): void {
    this.#status = status;
    const { progress, attempt } = this.#options;
    if (progress === undefined) return;
    const legs = [...this.#jobs.values()].flatMap((job) => job.legs);
    const jobs = legs.flatMap(({ record }) => (record === undefined ? [] : [record]));
    progress({
      attempt,
      name: this.#definition.name,
      displayTitle: this.#displayTitle,
      status,
      conclusion: status === 'completed' ? this.#report().conclusion : undefined,
      jobs: [...this.#skipped, ...jobs],
    });
  }

  #tellOf(leg: LegState, status: JobRecord['status']): void {
    const { attempt } = this.#options;
    lastJob += 1;
    const startedAt = status === 'in_progress' ? { startedAt: now() } : {};
    leg.record = { id: lastJob, name: leg.name, attempt, ...leg.record, status, ...startedAt };
    // One that waits for a person holds up the run only while nothing else goes on.
    const all = [...this.#jobs.values()].flatMap(({ legs }) => legs.map(({ record }) => record?.status));
    const isBusy = all.includes('in_progress');
    this.#tell(!isBusy && all.includes('waiting') ? 'waiting' : isBusy ? 'in_progress' : this.#status);
  }

  async #runJobs(): Promise<void> {
    const done = new Map<string, Promise<void>>();
    // The parser has refused circles, and needs may point forward.
    const run = (id: string): Promise<void> => {
      const known = done.get(id);
      if (known !== undefined) return known;
      const state = this.#state(id);
      const started = Promise.all(state.definition.needs.map(run)).then(() => this.#runJob(state));
      done.set(id, started);
      // The rig itself has failed: nothing shall go on behind the test's back.
      started.catch(() => this.#stopAll('The rig has failed.'));
      return started;
    };
    const ended = await Promise.allSettled([...this.#jobs.keys()].map(run));
    const failed = ended.find((end) => end.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }

  async #runJob(state: JobState): Promise<void> {
    const { definition, finished, legs } = state;
    const kept = this.#kept.get(definition.id);
    const { attempt } = this.#options;
    const single = (result: Result, annotations: Annotation[] = []): JobRun => {
      const name = definition.name ?? definition.id;
      const { id } = definition;
      return { id, name, index: 0, result, tolerated: false, outputs: {}, steps: [], annotations, attempt };
    };
    if (kept !== undefined) finished.push(...kept);
    if (kept === undefined || this.#rerunsLegsOf(definition.id)) {
      try {
        if (this.#holds(state)) {
          const all = this.#expand(state);
          legs.push(...all.filter(({ index }) => !finished.some((run) => run.index === index)));
        } else finished.push(single('skipped'));
      } catch (error) {
        finished.push(single('failure', [errorOf(error)]));
      }
      if (legs.length === 0) {
        lastJob += 1;
        const [run] = finished.slice(-1);
        const ended = { status: 'completed', conclusion: run?.result } as const;
        this.#skipped.push({ id: lastJob, name: definition.name ?? definition.id, attempt, ...ended });
        this.#tell();
      }
    }
    const strategy = legs[0]?.context.strategy;
    const limit = strategy === undefined ? 1 : Number(Reflect.get(Object(strategy), 'max-parallel'));
    const failFast = Reflect.get(Object(strategy), 'fail-fast') !== false;
    const places = new Slots(limit);
    await Promise.all(
      legs.map(async (leg) => {
        this.#tellOf(leg, 'queued');
        const run = await this.#runLeg(state, leg, places);
        finished.push(run);
        const steps = run.steps.map(({ name, conclusion }) => ({ name, conclusion }));
        const ended = { conclusion: run.result, completedAt: now(), steps };
        if (leg.record !== undefined) leg.record = { ...leg.record, ...ended };
        this.#tellOf(leg, 'completed');
        if (run.result !== 'failure' || run.tolerated || !failFast) return;
        for (const other of legs)
          other.cancel.abort('The job was canceled because another of its matrix failed.');
      }),
    );
    state.result = resultOf(finished);
  }

  async #runLeg(state: JobState, leg: LegState, places: Slots): Promise<JobRun> {
    const { definition } = state;
    const { signal } = leg.cancel;
    const { attempt } = this.#options;
    const { id } = definition;
    const releases: (() => void)[] = [];
    let tolerated = false;
    let environment: JobRun['environment'];
    const ended = (result: Result, outcome?: JobOutcome): JobRun => ({
      id,
      name: leg.name,
      ...(leg.matrix === undefined ? {} : { matrix: leg.matrix }),
      index: leg.index,
      result,
      tolerated: tolerated && result === 'failure',
      outputs: outcome?.outputs ?? {},
      steps: outcome?.steps ?? [],
      annotations: [...leg.annotations, ...(outcome?.annotations ?? [])],
      ...(environment === undefined ? {} : { environment }),
      attempt,
    });
    try {
      let timeoutMinutes: number;
      let url: Value;
      try {
        tolerated = truthy(typed(definition.continueOnError, leg.context));
        timeoutMinutes = Number(typed(definition.timeoutMinutes, leg.context));
        typed(definition.runsOn, leg.context);
        ({ environment, url } = environmentOf(definition, leg.context));
      } catch (error) {
        leg.annotations.push(errorOf(error));
        return ended('failure');
      }
      if (environment?.name === '')
        throw new Error(`job ${id}: GitHub's way with an empty environment is unknown`);
      releases.push(await places.take(signal));
      return await this.#inGroup(definition.concurrency, leg.context, signal, {
        cancel: (reason) => leg.cancel.abort(reason),
        entered: () => undefined,
        run: async () => {
          if (environment !== undefined && this.#options.approve !== undefined) {
            this.#tellOf(leg, 'waiting');
            const answer = await until(this.#options.approve(environment.name, leg.name), signal);
            if (answer === 'rejected') {
              leg.annotations.push({ level: 'error', message: 'The deployment was rejected' });
              return ended('failure');
            }
          }
          releases.push(await this.#runners.take(signal));
          this.#tellOf(leg, 'in_progress');
          const outcome = await this.#onMachine(state, leg, timeoutMinutes, environment?.name, url);
          if (environment !== undefined && outcome.environmentUrl !== undefined)
            environment = { ...environment, url: outcome.environmentUrl };
          return ended(outcome.result, outcome);
        },
      });
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      leg.annotations.push({ level: 'error', message: error.message });
      return ended('cancelled');
    } finally {
      for (const release of releases) release();
    }
  }

  #onMachine(
    { definition }: JobState,
    leg: LegState,
    timeoutMinutes: number,
    environment: string | undefined,
    environmentUrl: Value,
  ): Promise<JobOutcome> {
    const options = this.#options;
    const { artifacts, runId, attempt, atJobEnd } = options;
    const secrets = { ...options.secrets, ...options.environmentSecrets?.[environment ?? ''] };
    const asked = permissionsOf(definition.permissions);
    const permissions = options.readsOnly === true ? readingOf(asked) : asked;
    if (options.token !== undefined && permissions !== undefined)
      this.#notice('permissions: has no effect on the token the test gave');
    const token = options.token ?? options.github.token(permissions);
    const find = actionFinder(options.actions, options.repository);
    return runJob({
      job: definition,
      name: leg.name,
      workflowEnv: this.#definition.env,
      facts: { ...this.#facts, token, job: definition.id },
      contexts: { ...leg.context, secrets: { ...secrets, GITHUB_TOKEN: token } },
      root: this.#root,
      findAction: (uses, workspace) => {
        const directory = find(uses, workspace);
        if (uses.startsWith('./') && !directory.startsWith(workspace))
          this.#notice(`${uses} needs a checkout on GitHub`);
        return directory;
      },
      hooks: options.env ?? {},
      actionsOnly:
        artifacts === undefined
          ? {}
          : {
              ACTIONS_RESULTS_URL: artifacts.url,
              ACTIONS_RUNTIME_TOKEN: artifacts.tokenFor(runId, `${definition.id}.${leg.index}.${attempt}`),
            },
      secrets: Object.values(secrets),
      timeoutMinutes,
      environmentUrl,
      speed: options.speed ?? 1,
      interrupt: options.interrupt,
      perform: options.perform,
      index: leg.index,
      cancelled: leg.cancel.signal,
      forced: options.force,
      cancelRun: () => this.#cancelRun('The run was canceled by the test.'),
      timeOut: () => {
        if (leg.cancel.signal.aborted) return;
        const message = `The job has exceeded the maximum execution time of ${timeoutMinutes} minutes.`;
        leg.annotations.push({ level: 'error', message });
        leg.cancel.abort(message);
      },
      atEnd:
        atJobEnd === undefined
          ? undefined
          : (machine) => atJobEnd({ job: definition.id, name: leg.name, ...machine }),
    });
  }

  #expand(state: JobState): LegState[] {
    const { definition } = state;
    const context = this.#context(definition);
    const given = mapping(typed(definition.strategy, context));
    const matrix = given.matrix === undefined ? undefined : deep(given.matrix, context);
    const legs = matrix === undefined ? [undefined] : legsOf(matrix);
    const strategy = {
      'fail-fast': typed(given['fail-fast'] ?? true, context),
      'max-parallel': Number(typed(given['max-parallel'] ?? legs.length, context)),
      'job-total': legs.length,
    };
    return legs.map((leg, index) => {
      const own = { ...context, matrix: leg ?? null, strategy: { ...strategy, 'job-index': index } };
      const name = text(definition.name ?? definition.id, own);
      // A name with an expression stands for itself; another gets the leg's values.
      const bare = leg === undefined || segments(definition.name ?? '').some(({ expression }) => expression);
      return {
        matrix: leg,
        index,
        name: bare ? name : `${name} (${legName(leg)})`,
        context: own,
        cancel: new AbortController(),
        annotations: [],
        record: undefined,
      };
    });
  }

  /** GitHub asks the `if` of every job again; what does not hold under cancelled() is cancelled, the rest goes on. */
  #cancelRun(reason: string): void {
    if (this.#cancelled.signal.aborted) return;
    this.#cancelled.abort(reason);
    for (const state of this.#jobs.values()) {
      if (state.legs.length === 0 || this.#holds(state)) continue;
      for (const { cancel } of state.legs) cancel.abort(reason);
    }
  }

  #stopAll(reason: string): void {
    this.#cancelRun(reason);
    for (const { legs } of this.#jobs.values()) for (const { cancel } of legs) cancel.abort(reason);
  }

  #holds({ definition }: JobState): boolean {
    const results = definition.ancestors.map((id) => [id, this.#state(id).result ?? ''] as const);
    const functions = jobFunctions(Object.fromEntries(results), this.#cancelled.signal.aborted);
    return truthy(evaluate(definition.if, this.#context(definition), functions));
  }

  /** What is seen before a job has a machine. */
  #context(job?: JobDefinition): Context {
    const base = { github: this.#github, inputs: this.#inputs, vars: { ...this.#options.vars } };
    if (job === undefined) return base;
    return { ...base, needs: Object.fromEntries(job.needs.map((id) => [id, this.#needs(id)])) };
  }

  #needs(id: string): { result: Result; outputs: Record<string, string> } {
    const { result = 'skipped', finished } = this.#state(id);
    // Of the legs that set an output, the last to finish wins.
    return { result, outputs: Object.assign({}, ...finished.map(({ outputs }) => outputs)) };
  }

  async #inGroup<T>(
    given: Value,
    context: Context,
    signal: AbortSignal,
    member: { cancel: (reason: string) => void; entered: (group: string) => void; run: () => Promise<T> },
  ): Promise<T> {
    if (given === null) return member.run();
    const settings = typeof given === 'string' ? { group: given } : mapping(given);
    const group = text(settings.group ?? null, context);
    if (group.toLowerCase() === this.#group?.toLowerCase()) {
      throw new Cancelled(
        `Canceling since a deadlock for concurrency group '${group}' was detected between 'top level workflow' and a job`,
      );
    }
    const request: ConcurrencyRequest = {
      group,
      queue: settings.queue === 'max' ? 'max' : 'single',
      cancelInProgress: truthy(typed(settings['cancel-in-progress'] ?? false, context)),
      cancel: member.cancel,
    };
    try {
      await until(this.#groups.enter(request), signal);
      member.entered(group);
      return await member.run();
    } finally {
      this.#groups.leave(request);
    }
  }

  #report(): WorkflowRun {
    const { runId: id, attempt } = this.#options;
    const jobs = [...this.#jobs.values()].flatMap(({ finished }) =>
      [...finished].sort((a, b) => a.index - b.index),
    );
    const cancelled = this.#cancelled.signal.aborted;
    return {
      id,
      attempt,
      conclusion: conclusionOf(jobs, cancelled),
      displayTitle: this.#displayTitle,
      jobs,
      notices: this.#notices,
      job: (idOrName) => {
        const found = jobs.filter((job) => job.name === idOrName);
        const [one, ...others] = found.length > 0 ? found : jobs.filter((job) => job.id === idOrName);
        if (one === undefined || others.length > 0) {
          const names = jobs.map(({ name }) => name).join(', ');
          throw new Error(`${one === undefined ? 'no' : 'more than one'} job ${idOrName} among ${names}`);
        }
        return one;
      },
      needs: (job) => this.#needs(job),
      rerunFailed: (more) => this.#again(more, this.#keepable()),
      rerunAll: (more) => this.#again(more, new Map()),
    };
  }

  #again(more: RerunOptions | undefined, kept: ReadonlyMap<string, readonly JobRun[]>): Promise<WorkflowRun> {
    const { signal: _, force: __, ...options } = this.#options;
    return new Run(this.#definition, { ...options, ...more, attempt: options.attempt + 1 }, kept).start();
  }

  /** What "re-run failed jobs" leaves alone. */
  #keepable(): Map<string, readonly JobRun[]> {
    const { rerunsTolerated = true } = this.#options;
    const bad = ({ result, tolerated }: JobRun): boolean =>
      result === 'cancelled' || (result === 'failure' && (rerunsTolerated || !tolerated));
    const again = new Set([...this.#jobs].filter(([, { finished }]) => finished.some(bad)).map(([id]) => id));
    if (again.size === 0) throw new Error('This workflow run cannot be retried: no job has failed');
    const kept = new Map<string, readonly JobRun[]>();
    for (const [id, { definition, finished, legs }] of this.#jobs) {
      if (definition.ancestors.some((ancestor) => again.has(ancestor))) continue;
      // A job that failed before it had legs starts from nothing.
      const wasExpanded = legs.length > 0 || this.#kept.has(id);
      const good = finished.filter((run) => !bad(run));
      if (!again.has(id) || (wasExpanded && good.length > 0)) kept.set(id, good);
    }
    return kept;
  }

  /** Of a job that is kept in part. */
  #rerunsLegsOf(id: string): boolean {
    const kept = this.#kept.get(id) ?? [];
    if (kept.some(({ result }) => result === 'skipped')) return false;
    return this.#expand(this.#state(id)).length > kept.length;
  }

  #state(id: string): JobState {
    const state = this.#jobs.get(id);
    if (state === undefined) throw new Error(`no job ${id}`);
    return state;
  }

  #notice(message: string): void {
    if (!this.#notices.includes(message)) this.#notices.push(message);
  }
}

/** How a failure counts for the run and for later jobs. */
function effective({ result, tolerated }: JobRun): Result {
  return tolerated ? 'success' : result;
}

function resultOf(runs: readonly JobRun[]): Result {
  const results = runs.map(effective);
  return (
    (['failure', 'cancelled', 'success'] as const).find((result) => results.includes(result)) ?? 'skipped'
  );
}

function conclusionOf(jobs: readonly JobRun[], cancelled: boolean): Result {
  const stopped = jobs.length === 0 || jobs.some(({ result }) => result === 'cancelled');
  return cancelled && stopped ? 'cancelled' : resultOf(jobs);
}

function environmentOf(
  { environment }: JobDefinition,
  context: Context,
): { environment: JobRun['environment']; url: Value } {
  if (environment === null) return { environment: undefined, url: null };
  const settings = typeof environment === 'string' ? { name: environment } : mapping(environment);
  const deployment = truthy(typed(settings.deployment ?? true, context));
  return {
    environment: { name: text(settings.name ?? null, context), deployment },
    url: settings.url ?? null,
  };
}

function permissionsOf(given: Value): Readonly<Record<string, Access>> | undefined {
  if (given === null) return undefined;
  if (typeof given === 'string') throw new Error(`the rig does not know permissions: ${given}`);
  const permissions: Record<string, Access> = {};
  for (const [name, access] of Object.entries(mapping(given))) {
    if (access === 'read' || access === 'write') permissions[name] = access;
  }
  return permissions;
}

/** Of permissions that are not told, contents alone may be read. */
function readingOf(given: Readonly<Record<string, Access>> | undefined): Readonly<Record<string, Access>> {
  const names = given === undefined ? ['contents'] : Object.keys(given);
  return Object.fromEntries(names.map((name) => [name, 'read' as const]));
}

/** Expressions at any depth, each with the type of its value. */
function deep(value: Value, context: Context): Value {
  if (typeof value === 'string') return typed(value, context);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item: Value) => deep(item, context));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, deep(item, context)]));
}

/** The `inputs` context of a dispatch, and its payload with all inputs as text. GitHub refuses a wrong one with 422. */
function dispatched(
  { dispatchInputs }: WorkflowDefinition,
  event: WorkflowOptions['event'],
): { inputs: Value; event: WorkflowOptions['event'] } {
  if (event.name !== 'workflow_dispatch') return { inputs: {}, event };
  const given = mapping(plain({ inputs: event.payload.inputs ?? {} })).inputs;
  const sent = new Map(Object.entries(mapping(given)));
  const inputs: Record<string, Value> = {};
  const texts: Record<string, string> = {};
  const unexpected = [...sent.keys()].filter((name) => dispatchInputs[name] === undefined);
  if (unexpected.length > 0) throw new Error(`Unexpected inputs provided: ${unexpected.join(', ')}`);
  for (const [name, { type, required, default: fallback, options }] of Object.entries(dispatchInputs)) {
    const value = sent.get(name) ?? fallback;
    if (required && (value === null || value === ''))
      throw new Error(`Required input '${name}' not provided`);
    const written = value === null ? (type === 'boolean' ? 'false' : '') : String(value);
    if (type === 'choice' && !options.includes(written))
      throw new Error(`'${written}' is no choice of '${name}'`);
    if (type === 'boolean' && written !== 'true' && written !== 'false')
      throw new Error(`'${written}' is no boolean for '${name}'`);
    texts[name] = written;
    inputs[name] = type === 'boolean' ? written === 'true' : type === 'number' ? Number(written) : written;
  }
  return { inputs, event: { name: event.name, payload: { ...event.payload, inputs: texts } } };
}
