/** One job on a machine of its own: its steps, their post in reverse order, and what is left of it as outputs. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject } from '../github.ts';
import type { Annotation } from '../runner/commands.ts';
import {
  actionContext,
  githubContext,
  type Machine,
  type RunFacts,
  runnerContext,
} from '../runner/context.ts';
import { Masks } from '../runner/masks.ts';
import { type ActionMetadata, readAction, resolveInputs } from '../runner/metadata.ts';
import { nodeBinary } from '../runner/node.ts';
import { type Interruption, killOrphans } from '../runner/process.ts';
import { type Conclusion, jobOutputs, runStage, type StageOutcome } from '../runner/stage.ts';
import type { JobDefinition, StepDefinition } from './definition.ts';
import {
  type Context,
  evaluate,
  interpolate,
  resolve,
  type Status,
  stepFunctions,
  truthy,
  type Value,
} from './expressions.ts';

/** What is left for the steps of a job that is cancelled, in milliseconds; then the machine goes. */
const CANCEL_LIMIT = 5 * 60_000;
/** Not less, however fast the clock: post must have time to start. */
const LEAST_CANCEL_LIMIT = 20_000;
const MINUTE = 60_000;

export type Result = Conclusion | 'skipped';

export interface StageResult {
  readonly conclusion: Result;
  /** The log, masked. */
  readonly stdout: string;
  readonly annotations: readonly Annotation[];
  readonly debug: readonly string[];
  /** Masked. */
  readonly summary: string;
}

export interface StepResult extends StageResult {
  readonly name: string;
  readonly id?: string;
  /** Before `continue-on-error`. */
  readonly outcome: Result;
  /** Everything written, masked values too. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Absent when the action has none or the machine was lost; skipped when its `post-if` did not hold. */
  readonly post?: StageResult;
}

export interface InterruptedAt {
  readonly job: string;
  /** With the leg, as GitHub shows it. */
  readonly name: string;
  readonly step: string;
  readonly stage: 'main' | 'post';
  readonly stdoutSoFar: string;
}

export type InterruptionRequest = 'cancel-run' | 'kill-step' | 'lose-runner' | 'time-out-job';
export type Interrupt = (at: InterruptedAt) => InterruptionRequest | undefined;

export interface PerformedAt {
  readonly job: string;
  /** Where in the matrix; 0 without one. */
  readonly index: number;
  readonly attempt: number;
  readonly step: string;
  readonly stage: 'main' | 'post';
  readonly uses: string;
  readonly inputs: ReadonlyMap<string, string>;
  /** Aborted: its process would be cancelled now. */
  readonly signal: AbortSignal;
}

/** `env`: as written to GITHUB_ENV. */
export type Performed =
  | { readonly exitCode: number; readonly env?: Readonly<Record<string, string>> }
  | 'runner-lost';

/** Carries out a stage of an action where a process would. */
export type Perform = (at: PerformedAt) => Promise<Performed>;

export interface JobInput {
  readonly job: JobDefinition;
  readonly name: string;
  readonly workflowEnv: Readonly<Record<string, Value>>;
  readonly facts: Omit<RunFacts, 'workspace'>;
  /** All but github, steps, job, runner and env. */
  readonly contexts: Context;
  /** Under this folder the machine is laid out, and removed afterwards. */
  readonly root: string;
  readonly findAction: (uses: string, workspace: string) => string;
  /** The process environment under every step. */
  readonly hooks: Readonly<Record<string, string>>;
  /** Only actions get these, not `run:`. */
  readonly actionsOnly: Readonly<Record<string, string>>;
  readonly secrets: readonly string[];
  readonly timeoutMinutes: number;
  readonly environmentUrl: Value;
  readonly speed: number;
  readonly interrupt: Interrupt | undefined;
  readonly perform: Perform | undefined;
  /** Of the leg. */
  readonly index: number;
  /** Aborted: the job is cancelled. */
  readonly cancelled: AbortSignal;
  /** Aborted: the machine goes at once. */
  readonly forced: AbortSignal | undefined;
  readonly cancelRun: () => void;
  readonly timeOut: () => void;
  readonly atEnd: ((machine: { workspace: string; temp: string }) => void | Promise<void>) | undefined;
}

export interface JobOutcome {
  readonly result: Conclusion;
  readonly steps: readonly StepResult[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  readonly environmentUrl: string | undefined;
}

export async function runJob(input: JobInput): Promise<JobOutcome> {
  if (input.perform !== undefined) return performJob(input);
  const root = await mkdtemp(join(input.root, 'machine-'));
  const [, repository = ''] = input.facts.github.repository.split('/');
  const workspace = join(root, 'work', repository, repository);
  await mkdir(workspace, { recursive: true });
  const machine = { root, workspace, trackingId: `github_${randomUUID()}` };
  try {
    const github = await githubContext({ ...input.facts, workspace }, root);
    const outcome = await new Job(input, machine, github).run();
    await input.atEnd?.({ workspace, temp: join(root, '_temp') });
    return outcome;
  } finally {
    killOrphans(machine.trackingId);
    await rm(root, { recursive: true, force: true });
  }
}

/** Without a process it needs no machine. */
function performJob(input: JobInput): Promise<JobOutcome> {
  const { root, facts, contexts, job } = input;
  const { token = '' } = facts;
  if (job.steps.some(({ run }) => run !== undefined))
    throw new Error(`job ${job.id}: \`run\` needs a process`);
  const given = Object.entries(Object(contexts.github) as Record<string, unknown>);
  const texts = given.filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const machine = { root, workspace: root, trackingId: '' };
  return new Job(input, machine, { ...Object.fromEntries(texts), token, job: job.id }).run();
}

interface MutableStep {
  readonly definition: StepDefinition;
  name: string;
  main: StageResult;
  outcome: Result;
  outputs: Readonly<Record<string, string>>;
  post: StageResult | undefined;
}

interface PendingPost {
  readonly step: MutableStep;
  readonly action: ActionMetadata;
  readonly script: string;
  readonly directory: string;
  /** Written to GITHUB_STATE. */
  state: Readonly<Record<string, string>>;
}

class Job {
  readonly #input: JobInput;
  readonly #machine: Machine;
  readonly #github: Readonly<Record<string, string>>;
  readonly #masks = new Masks();
  readonly #deadline: number;
  readonly #annotations: Annotation[] = [];
  readonly #steps: MutableStep[] = [];
  readonly #posts: PendingPost[] = [];
  readonly #stepsContext: Record<string, Value> = {};
  /** Of the workflow and the job, with what steps wrote to GITHUB_ENV on top. */
  #env: Record<string, string> = {};
  #path: string[] = [];
  #status: Status = 'success';
  #cancelledAt: number | undefined;
  #lost = false;

  constructor(input: JobInput, machine: Machine, github: Readonly<Record<string, string>>) {
    this.#input = input;
    this.#machine = machine;
    this.#github = github;
    this.#deadline = Date.now() + (input.timeoutMinutes * MINUTE) / input.speed;
    const token = input.actionsOnly.ACTIONS_RUNTIME_TOKEN ?? '';
    for (const secret of [github.token ?? '', token, ...input.secrets]) {
      for (const part of [secret, ...secret.split(/\r?\n/)]) this.#masks.add(part);
    }
  }

  async run(): Promise<JobOutcome> {
    const { job, workflowEnv } = this.#input;
    let steps = job.steps;
    try {
      for (const env of [workflowEnv, job.env]) Object.assign(this.#env, this.#texts(env, this.#context()));
    } catch (error) {
      this.#failJob(error);
      steps = [];
    }
    for (const step of steps) {
      if (this.#isForced()) this.#lost = true;
      if (!this.#lost) await this.#main(step);
      if (this.#lost) break;
    }
    for (let post = this.#posts.pop(); post !== undefined && !this.#lost; post = this.#posts.pop()) {
      await this.#post(post);
    }
    this.#noticeCancellation();
    return this.#outcome();
  }

  #outcome(): JobOutcome {
    let outputs: Record<string, string> = {};
    let environmentUrl: string | undefined;
    if (this.#isForced()) {
      this.#annotate('The operation was canceled.');
    } else if (this.#lost) {
      this.#annotate('The hosted runner lost communication with the server.');
    } else {
      try {
        const context = this.#context();
        const read = jobOutputs(this.#texts(this.#input.job.outputs, context), this.#masks);
        this.#annotations.push(...read.annotations);
        outputs = read.kept;
        if (read.failed) this.#fail();
        if (this.#input.environmentUrl !== null) environmentUrl = text(this.#input.environmentUrl, context);
      } catch (error) {
        this.#failJob(error);
      }
    }
    const steps = this.#steps.map(({ definition, name, main, outcome, outputs: written, post }) => ({
      ...main,
      name,
      outcome,
      outputs: written,
      ...(definition.id === undefined ? {} : { id: definition.id }),
      ...(post === undefined ? {} : { post }),
    }));
    const result = this.#isForced() ? 'cancelled' : this.#lost ? 'failure' : this.#status;
    return { result, steps, outputs, annotations: this.#annotations, environmentUrl };
  }

  async #main(definition: StepDefinition): Promise<void> {
    this.#noticeCancellation();
    const name = nameOf(definition);
    const main: StageResult = { conclusion: 'skipped', stdout: '', annotations: [], debug: [], summary: '' };
    const step: MutableStep = { definition, name, main, outcome: 'skipped', outputs: {}, post: undefined };
    this.#steps.push(step);
    try {
      const own = this.#own(step);
      step.name = bestEffort(name, own.context);
      if (!this.#holds(definition.if, own.context)) return this.#record(step);
      if (definition.run !== undefined) await this.#runScript(step, definition.run, own);
      else await this.#runAction(step, definition.uses ?? '', own);
    } catch (error) {
      step.main = { ...main, conclusion: 'failure', annotations: [errorOf(error)] };
      step.outcome = 'failure';
      this.#tolerate(step, 'main');
    }
    this.#record(step);
  }

  async #runScript(step: MutableStep, script: string, own: Own): Promise<void> {
    const { definition } = step;
    const { defaults } = this.#input.job;
    const choose = (given: string | undefined, fallback: Value | undefined): string | undefined => {
      const value = given ?? fallback;
      return value === undefined || value === null ? undefined : text(value, own.context);
    };
    const shell = shellOf(choose(definition.shell, defaults.shell));
    const cwd = join(
      this.#machine.workspace,
      choose(definition.workingDirectory, defaults['working-directory']) ?? '',
    );
    const file = join(this.#machine.root, '_temp', `${randomUUID()}.sh`);
    await writeFile(file, `${interpolate(script, own.context)}\n`);
    const stage = await this.#stage(step, 'main', own, {
      command: shell.map((part) => part.replaceAll('{0}', file)),
      cwd,
      env: {},
      state: {},
      inputs: new Map(),
      github: {},
      warnings: [],
      condition: definition.if,
    });
    this.#keep(step, stage);
  }

  async #runAction(step: MutableStep, uses: string, own: Own): Promise<void> {
    const directory = this.#input.findAction(uses, this.#machine.workspace);
    const action = readAction(directory);
    // Known before main starts: so it runs even when main is killed.
    const post = { step, action, script: action.post ?? '', directory, state: {} };
    if (action.post !== undefined) this.#posts.push(post);
    const stage = await this.#actionStage(step, 'main', post, action.main, own, step.definition.if);
    if (!this.#lost) post.state = stage.run.state;
    this.#keep(step, stage);
  }

  async #post(post: PendingPost): Promise<void> {
    const { step, action } = post;
    this.#noticeCancellation();
    const skipped: StageResult = {
      conclusion: 'skipped',
      stdout: '',
      annotations: [],
      debug: [],
      summary: '',
    };
    step.post = skipped;
    try {
      const own = this.#own(step);
      const condition = action.postIf.replace(/^\s*\$\{\{|\}\}\s*$/g, '');
      if (!this.#holds(condition, own.context)) return;
      const { run } = await this.#actionStage(step, 'post', post, post.script, own, condition);
      if (this.#lost) step.post = undefined;
      else step.post = run;
    } catch (error) {
      step.post = { ...skipped, conclusion: 'failure', annotations: [errorOf(error)] };
    }
    this.#tolerate(step, 'post');
  }

  #actionStage(
    step: MutableStep,
    stage: 'main' | 'post',
    { action, directory, state }: PendingPost,
    script: string,
    own: Own,
    condition: string,
  ): Promise<StageOutcome> {
    const { uses = '' } = step.definition;
    const github = { ...this.#github, ...actionContext(uses, directory) };
    const given = this.#texts(step.definition.with, own.context);
    const { inputs, warnings } = resolveInputs(action, given, github);
    return this.#stage(step, stage, own, {
      command: [nodeBinary().path, script],
      cwd: this.#machine.workspace,
      env: this.#input.actionsOnly,
      state,
      inputs,
      github: actionContext(uses, directory),
      warnings: stage === 'main' ? warnings : [],
      condition,
    });
  }

  async #stage(
    step: MutableStep,
    stage: 'main' | 'post',
    own: Own,
    process: StageProcess,
  ): Promise<StageOutcome> {
    const { hooks, speed } = this.#input;
    const minutes = step.definition.timeoutMinutes;
    const limit = Number(typed(minutes, own.context)) || Number.POSITIVE_INFINITY;
    const watch = this.#watch(step, stage, own, process.condition, limit);
    const { perform } = this.#input;
    if (perform !== undefined) {
      const outcome = await this.#perform(perform, step, stage, process.inputs, watch);
      if (outcome.interruption === 'runner-lost') this.#lost = true;
      else Object.assign(this.#env, outcome.run.env);
      return outcome;
    }
    const outcome = await runStage({
      machine: this.#machine,
      masks: this.#masks,
      values: {
        github: { ...this.#github, ...process.github, action: step.definition.action },
        env: { ...hooks, ...this.#env, ...own.env, ...process.env },
        path: this.#path,
        state: process.state,
        inputs: process.inputs,
      },
      command: process.command,
      cwd: process.cwd,
      warnings: process.warnings,
      watch,
      speed,
    });
    const { run, interruption } = outcome;
    if (interruption === 'runner-lost') {
      this.#lost = true;
      return outcome;
    }
    for (const [name, value] of Object.entries(run.env)) this.#env[name] = value;
    this.#path.push(...run.path);
    if (interruption !== 'timed-out') return outcome;
    const message = `The action '${step.name}' has timed out after ${limit} minutes.`;
    return { ...outcome, run: { ...run, annotations: [...run.annotations, { level: 'error', message }] } };
  }

  async #perform(
    perform: Perform,
    { name, definition }: MutableStep,
    stage: 'main' | 'post',
    inputs: ReadonlyMap<string, string>,
    watch: (stdoutSoFar: string) => Interruption | undefined,
  ): Promise<StageOutcome> {
    const { job, index, facts, cancelled } = this.#input;
    const stopped = new AbortController();
    let interruption: Interruption | undefined;
    const look = (): void => {
      interruption ??= watch('');
      if (interruption !== undefined) stopped.abort(interruption);
    };
    cancelled.addEventListener('abort', look);
    look();
    try {
      const done = await perform({
        ...{ job: job.id, index, attempt: facts.run?.attempt ?? 1, step: name, stage },
        ...{ uses: definition.uses ?? '', inputs, signal: stopped.signal },
      });
      if (done === 'runner-lost') interruption = done;
      const { exitCode, env = {} } = done === 'runner-lost' ? { exitCode: null } : done;
      const ended = exitCode === 0 ? 'success' : 'failure';
      const conclusion = interruption === 'cancelled' ? 'cancelled' : ended;
      const nothing = { stdout: '', annotations: [], debug: [], summary: '', state: {}, path: [] };
      return { run: { ...nothing, exitCode, signal: null, conclusion, env }, outputs: {}, interruption };
    } finally {
      cancelled.removeEventListener('abort', look);
    }
  }

  #watch(
    step: MutableStep,
    stage: 'main' | 'post',
    own: Own,
    condition: string,
    limit: number,
  ): (stdoutSoFar: string) => Interruption | undefined {
    const { job, name, interrupt, cancelled, speed, cancelRun, timeOut } = this.#input;
    const deadline = Date.now() + (limit * MINUTE) / speed;
    // A step that starts when the job is cancelled already is not cancelled by that.
    let immune: boolean | undefined = cancelled.aborted ? true : undefined;
    return (stdoutSoFar) => {
      if (this.#isForced()) return 'runner-lost';
      switch (interrupt?.({ job: job.id, name, step: step.name, stage, stdoutSoFar })) {
        case 'lose-runner':
          return 'runner-lost';
        case 'kill-step':
          return 'killed';
        case 'cancel-run':
          cancelRun();
          break;
        case 'time-out-job':
          timeOut();
          break;
        default:
      }
      if (Date.now() >= this.#deadline) timeOut();
      this.#noticeCancellation();
      if (this.#cancelledAt !== undefined) {
        immune ??= this.#holds(condition, { ...own.context, ...this.#changing() });
        if (!immune) return 'cancelled';
        const patience = Math.max(LEAST_CANCEL_LIMIT, CANCEL_LIMIT / speed);
        if (Date.now() > this.#cancelledAt + patience) return 'runner-lost';
      }
      return Date.now() >= deadline ? 'timed-out' : undefined;
    };
  }

  #keep(step: MutableStep, { run, outputs }: StageOutcome): void {
    step.main = run;
    step.outcome = run.conclusion;
    step.outputs = outputs;
    if (this.#lost) {
      // The server closes what was under way.
      step.main = { ...run, conclusion: 'cancelled' };
      step.outcome = 'cancelled';
      step.outputs = {};
      return;
    }
    this.#tolerate(step, 'main');
  }

  /** `continue-on-error`, for post too; then the status of the job. */
  #tolerate(step: MutableStep, stage: 'main' | 'post'): void {
    const result = stage === 'main' ? step.main : step.post;
    if (result?.conclusion !== 'failure') return;
    try {
      if (truthy(typed(step.definition.continueOnError, this.#own(step).context))) {
        if (stage === 'main') step.main = { ...result, conclusion: 'success' };
        else step.post = { ...result, conclusion: 'success' };
        return;
      }
    } catch (error) {
      this.#annotations.push(errorOf(error));
    }
    this.#fail();
  }

  #record({ definition, main, outcome, outputs }: MutableStep): void {
    if (definition.id === undefined) return;
    this.#stepsContext[definition.id] = { outputs, outcome, conclusion: main.conclusion };
  }

  #isForced(): boolean {
    return this.#input.forced?.aborted === true;
  }

  #noticeCancellation(): void {
    if (!this.#input.cancelled.aborted || this.#cancelledAt !== undefined) return;
    this.#cancelledAt = Date.now();
    this.#status = 'cancelled';
  }

  #fail(): void {
    if (this.#status === 'success') this.#status = 'failure';
  }

  #failJob(error: unknown): void {
    this.#annotations.push(errorOf(error));
    this.#fail();
  }

  #annotate(message: string): void {
    this.#annotations.push({ level: 'error', message });
  }

  #holds(condition: string, context: Context): boolean {
    return truthy(evaluate(condition, context, stepFunctions(this.#status)));
  }

  /** The step's own `env:` lies over what GITHUB_ENV says, in its `if` too. */
  #own(step: MutableStep): Own {
    const env = this.#texts(step.definition.env, this.#context());
    return { env, context: this.#context(env) };
  }

  #context(stepEnv: Readonly<Record<string, string>> = {}): Context {
    const { facts, contexts } = this.#input;
    const { root, workspace } = this.#machine;
    return {
      ...contexts,
      github: { ...this.#github, event: plain(facts.event.payload) },
      runner: runnerContext(root, workspace),
      steps: { ...this.#stepsContext },
      env: { ...this.#env, ...stepEnv },
      ...this.#changing(),
    };
  }

  #changing(): Context {
    return { job: { status: this.#status } };
  }

  #texts(given: Readonly<Record<string, Value>>, context: Context): Record<string, string> {
    return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, text(value, context)]));
  }
}

/** What a step sees and has of its own. */
interface Own {
  readonly env: Readonly<Record<string, string>>;
  readonly context: Context;
}

interface StageProcess {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  readonly inputs: ReadonlyMap<string, string>;
  readonly github: Readonly<Record<string, string>>;
  readonly warnings: readonly string[];
  readonly condition: string;
}

/** Finds the folder of what a step `uses`. Throws when the rig has not been told where it is. */
export function actionFinder(
  actions: Readonly<Record<string, string>>,
  repository: string | undefined,
): (uses: string, workspace: string | undefined) => string {
  return (uses, workspace) => {
    if (uses.startsWith('./') || uses.startsWith('$/')) {
      const path = uses.slice(2);
      if (uses.startsWith('./') && workspace !== undefined && existsSync(join(workspace, path)))
        return join(workspace, path);
      if (repository === undefined) throw new Error(`no repository for ${uses}`);
      return join(repository, path);
    }
    const [named = '', ref] = uses.split('@');
    if (ref === undefined) throw new Error(`${uses} names no ref`);
    const [owner, name, ...inside] = named.split('/');
    const directory = actions[`${owner}/${name}@${ref}`] ?? actions[`${owner}/${name}`];
    if (directory === undefined) throw new Error(`no directory for ${uses} in the option 'actions'`);
    return join(directory, ...inside);
  };
}

/** A value of the workflow file as text. */
export function text(value: Value, context: Context): string {
  if (value === null) return '';
  return typeof value === 'string' ? interpolate(value, context) : String(value);
}

/** A value of the workflow file, with the type its expression has. */
export function typed(value: Value, context: Context): Value {
  return typeof value === 'string' ? resolve(value, context) : value;
}

/** JSON of the test as a value of an expression. */
export function plain(json: JsonObject): Value {
  return JSON.parse(JSON.stringify(json)) as Value;
}

export function errorOf(error: unknown): Annotation {
  return { level: 'error', message: error instanceof Error ? error.message : String(error) };
}

/** A name that cannot be worked out stays as it is written; the step runs all the same. */
function bestEffort(name: string, context: Context): string {
  try {
    return interpolate(name, context);
  } catch {
    return name;
  }
}

function nameOf({ name, run, uses }: StepDefinition): string {
  return name ?? `Run ${run?.split('\n')[0] ?? uses ?? ''}`;
}

function shellOf(shell: string | undefined): string[] {
  switch (shell) {
    case undefined:
      return ['bash', '-e', '{0}'];
    case 'bash':
      return ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '{0}'];
    case 'sh':
      return ['sh', '-e', '{0}'];
    default:
      if (!shell.includes('{0}')) throw new Error(`the rig does not know the shell ${shell}`);
      return shell.split(/\s+/);
  }
}
