/**
 * A repository that lives: what people do in it starts the workflows that listen, a dispatch of a job starts the next one,
 * a cancellation ends one, all at once and as long as anything goes on. The files are those of the commit that GitHub
 * would read them from; what a job does with its own token starts nothing but dispatches.
 */
import { parse } from 'yaml';
import type { Happening, JsonObject, PullAction, PushOptions, RigGitHub, RunRecord, Time } from './github.ts';
import type { Value } from './workflow/expressions.ts';
import { listensTo, type Occurrence } from './workflow/triggers.ts';
import {
  type InterruptedAt,
  type InterruptionRequest,
  type JobRun,
  type Result,
  Runners,
  type RunProgress,
  runWorkflow,
  type WorkflowOptions,
  type WorkflowRun,
} from './workflow.ts';

const FOLDER = '.github/workflows';
/** Who a schedule belongs to: whoever has changed its line last, here always the owner. */
const OWNER = 'moola';
const PATIENCE = 60_000;
/** Milliseconds between two looks at what a test waits for. */
const LOOK = 20;

export interface StoryOptions
  extends Pick<
    WorkflowOptions,
    | 'actions'
    | 'approve'
    | 'artifacts'
    | 'env'
    | 'environmentSecrets'
    | 'github'
    | 'perform'
    | 'secrets'
    | 'speed'
    | 'vars'
  > {
  /** Jobs at once, of all runs together; 4 unless told. */
  readonly runners?: number;
  /** As that of a workflow, with the run that it is asked of. */
  readonly interrupt?: (at: InterruptedAt & { readonly run: StoryRun }) => InterruptionRequest | undefined;
  /** A look at a machine before it goes. */
  readonly atJobEnd?: (at: {
    readonly run: StoryRun;
    readonly job: string;
    readonly name: string;
    readonly workspace: string;
    readonly temp: string;
  }) => void | Promise<void>;
}

/** A run as it is now. */
export interface StoryRun {
  readonly id: number;
  /** The name of its file. */
  readonly file: string;
  readonly event: string;
  /** `github-actions[bot]` for a dispatch by a job. */
  readonly actor: string;
  /** The commit that its file is of. */
  readonly sha: string;
  readonly payload: JsonObject;
  readonly displayTitle: string;
  readonly status: RunRecord['status'];
  /** Undefined until it is over. */
  readonly conclusion: Result | undefined;
  /** What its steps have printed so far, masked as the runner shows it; ended ones first. */
  readonly log: string;
  /** Throws until it is over. */
  readonly ended: WorkflowRun;
  readonly jobs: readonly JobRun[];
}

export interface Story {
  /** Oldest first. */
  readonly runs: readonly StoryRun[];
  /** Each of these gives the runs that have begun since, when all is quiet. */
  comment(
    login: string,
    number: number,
    body: string,
    options?: { readonly at?: Time },
  ): Promise<readonly StoryRun[]>;
  label(
    login: string,
    number: number,
    name: string,
    options?: { readonly at?: Time },
  ): Promise<readonly StoryRun[]>;
  /** On the branch of a pull request, or on a branch. */
  push(
    branch: number | string,
    files: Readonly<Record<string, string | null>>,
    options?: PushOptions,
  ): Promise<readonly StoryRun[]>;
  merge(login: string, number: number, method?: 'merge' | 'squash'): Promise<readonly StoryRun[]>;
  /** By the button, on `main` unless told. */
  dispatch(login: string, file: string, inputs?: JsonObject, branch?: string): Promise<readonly StoryRun[]>;
  /** `line`: which of the file's schedules; its first unless told. */
  cron(file: string, line?: string): Promise<readonly StoryRun[]>;
  rerun(login: string, id: number, which: 'all' | 'failed'): Promise<readonly StoryRun[]>;
  /** The newest run of a file. Throws when there is none. */
  run(file: string): StoryRun;
  /** Waits until it holds. Rejects after a minute, or when the rig itself has failed. */
  until(predicate: () => boolean | Promise<boolean>, patience?: number): Promise<void>;
  /** Waits until nothing goes on, and gives all runs. */
  settled(): Promise<readonly StoryRun[]>;
  /** Cancels what still goes on, and listens no more. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

export function playStory(options: StoryOptions): Story {
  return new Player(options);
}

interface Start {
  readonly id: number;
  readonly path: string;
  /** That the file is read from. */
  readonly from: string;
  readonly event: WorkflowOptions['event'];
  readonly actor: string;
  readonly sha: string;
  readonly ref: string;
  /** A pull request of a fork gets neither secrets nor a token that writes. */
  readonly isForeign: boolean;
}

class Playing implements StoryRun {
  readonly id: number;
  readonly file: string;
  readonly event: string;
  readonly actor: string;
  readonly sha: string;
  readonly payload: JsonObject;
  readonly cancel = new AbortController();
  readonly force = new AbortController();
  displayTitle = '';
  status: RunRecord['status'] = 'queued';
  conclusion: Result | undefined;
  workflow: WorkflowRun | undefined;
  /** By job and step, what is printed so far. */
  readonly printed = new Map<string, string>();

  constructor({ id, path, event, actor, sha }: Start) {
    this.id = id;
    this.file = path.slice(`${FOLDER}/`.length);
    this.event = event.name;
    this.actor = actor;
    this.sha = sha;
    this.payload = event.payload;
  }

  get ended(): WorkflowRun {
    if (this.workflow === undefined) throw new Error(`run ${this.id} of ${this.file} is ${this.status}`);
    return this.workflow;
  }

  get jobs(): readonly JobRun[] {
    return this.ended.jobs;
  }

  get log(): string {
    const ended = (this.workflow?.jobs ?? []).flatMap(({ steps }) =>
      steps.flatMap(({ stdout, post }) => [stdout, post?.stdout ?? '']),
    );
    return (this.workflow === undefined ? [...this.printed.values()] : ended).join('');
  }
}

class Player implements Story {
  readonly #options: StoryOptions;
  readonly #github: RigGitHub;
  readonly #runners: Runners;
  readonly #runs: Playing[] = [];
  /** What still goes on. */
  readonly #pending = new Set<Promise<void>>();
  readonly #silence: () => void;
  #failure: unknown;

  constructor(options: StoryOptions) {
    this.#options = options;
    this.#github = options.github;
    this.#runners = new Runners(options.runners ?? 4);
    this.#silence = options.github.listen((happening) => this.#goOn(this.#hear(happening)));
  }

  get runs(): readonly StoryRun[] {
    return this.#runs;
  }

  comment(
    login: string,
    number: number,
    body: string,
    options: { readonly at?: Time } = {},
  ): Promise<readonly StoryRun[]> {
    return this.#since(async () => {
      this.#github.createComment(login, number, body, options);
    });
  }

  label(
    login: string,
    number: number,
    name: string,
    options: { readonly at?: Time } = {},
  ): Promise<readonly StoryRun[]> {
    return this.#since(() => this.#github.label(number, login, name, options));
  }

  push(
    branch: number | string,
    files: Readonly<Record<string, string | null>>,
    options: PushOptions = {},
  ): Promise<readonly StoryRun[]> {
    return this.#since(() => this.#github.push(branch, files, 'Change', options));
  }

  merge(login: string, number: number, method: 'merge' | 'squash' = 'merge'): Promise<readonly StoryRun[]> {
    return this.#since(() => this.#github.merge(number, { by: login, method }));
  }

  dispatch(
    login: string,
    file: string,
    inputs: JsonObject = {},
    branch = 'main',
  ): Promise<readonly StoryRun[]> {
    return this.#since(() => this.#github.dispatch(login, file, inputs, branch));
  }

  cron(file: string, line?: string): Promise<readonly StoryRun[]> {
    return this.#since(async () => {
      const path = `${FOLDER}/${file}`;
      const sha = await this.#github.sha('main');
      const on = triggersOf((await this.#github.file(sha, path)) ?? '');
      const lines = Array.isArray(on.schedule) ? on.schedule : [];
      const crons = lines.map((entry: unknown) => String(Reflect.get(Object(entry), 'cron')));
      const schedule = line ?? crons[0];
      if (schedule === undefined || !crons.includes(schedule))
        throw new Error(`${file} has no schedule ${line ?? ''}`);
      const payload = await this.#github.eventPayload('schedule', { schedule, workflow: path });
      const event = { name: 'schedule', payload };
      await this.#start({
        ...this.#queued(path, 'schedule', OWNER, sha),
        ...{ path, from: sha, event, sha },
      });
    });
  }

  rerun(login: string, id: number, which: 'all' | 'failed'): Promise<readonly StoryRun[]> {
    const run = this.#runs.find((candidate) => candidate.id === id);
    if (run === undefined) return Promise.reject(new Error(`no run ${id}`));
    const { ended } = run;
    run.workflow = undefined;
    run.conclusion = undefined;
    run.printed.clear();
    const more = { triggeringActor: login };
    const again = async (): Promise<void> => {
      run.workflow = await (which === 'all' ? ended.rerunAll(more) : ended.rerunFailed(more));
      run.conclusion = run.workflow.conclusion;
    };
    void this.#goOn(again());
    return this.settled();
  }

  run(file: string): StoryRun {
    const run = this.#runs.findLast((candidate) => candidate.file === file);
    if (run === undefined) throw new Error(`no run of ${file}; ${this.#told()}`);
    return run;
  }

  async until(predicate: () => boolean | Promise<boolean>, patience = PATIENCE): Promise<void> {
    const end = Date.now() + patience;
    while (!(await predicate())) {
      this.#assertWell();
      if (Date.now() > end) throw new Error(`it has not come to that; ${this.#told()}`);
      await new Promise((resolve) => setTimeout(resolve, LOOK));
    }
  }

  async settled(): Promise<readonly StoryRun[]> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
    this.#assertWell();
    return this.#runs;
  }

  async close(): Promise<void> {
    this.#silence();
    for (const { cancel } of this.#runs) cancel.abort('The story is over.');
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  async #since(act: () => Promise<unknown>): Promise<readonly StoryRun[]> {
    const before = this.#runs.length;
    await act();
    await this.settled();
    return this.#runs.slice(before);
  }

  /** Something that must end before all is quiet. What goes wrong in it is told by whoever waits for the story. */
  #goOn(work: Promise<void>): Promise<void> {
    const noted = work
      .catch((error: unknown) => {
        this.#failure ??= error;
      })
      .finally(() => this.#pending.delete(noted));
    this.#pending.add(noted);
    return noted;
  }

  #assertWell(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  #told(): string {
    const runs = this.#runs.map(({ file, event, status, conclusion }) =>
      [file, event, conclusion ?? status].join(' '),
    );
    return `runs: ${runs.length === 0 ? 'none' : runs.join(', ')}`;
  }

  /** Ends when all that follows at once has begun: whoever has done it waits for that and no longer. */
  async #hear(happening: Happening): Promise<void> {
    const { by } = happening;
    const actor = by.login;
    switch (happening.kind) {
      case 'dispatch': {
        const { run: id, workflow, branch, inputs } = happening;
        const sha = await this.#github.sha(branch);
        const fields = { sender: actor, branch, inputs: textsOf(inputs), workflow };
        const payload = await this.#github.eventPayload('workflow_dispatch', fields);
        const event = { name: 'workflow_dispatch', payload };
        const ref = `refs/heads/${branch}`;
        await this.#start({ id, path: workflow, from: sha, event, actor, sha, ref, isForeign: false });
        return;
      }
      case 'cancel': {
        const run = this.#runs.find(({ id }) => id === happening.run);
        run?.cancel.abort(`The run was canceled by @${actor}.`);
        if (happening.isForced) run?.force.abort();
        return;
      }
      default:
    }
    // What is done with a job's own token starts nothing: runs would start runs for ever.
    if (by.kind === 'job') return;
    switch (happening.kind) {
      case 'comment': {
        const payload = await this.#github.eventPayload('issue_comment', {
          sender: actor,
          comment: happening.comment,
        });
        await this.#onMain({ name: 'issue_comment', action: 'created' }, payload, actor);
        return;
      }
      case 'pull':
        await this.#pull(happening.action, happening, actor);
        return;
      case 'push': {
        const { branch, before, after } = happening.move;
        if (/^0+$/.test(after)) return;
        const fields = { sender: actor, branch, after, before };
        const payload = await this.#github.eventPayload('push', fields);
        if (skips(payload.head_commit)) return;
        // Of a new branch, what it has beside the default one.
        const paths = () => this.#github.changedPaths(/^0+$/.test(before) ? 'main' : before, after);
        const from = { sha: after, ref: `refs/heads/${branch}`, headBranch: branch, headSha: after };
        await this.#onCommit({ name: 'push', branch, paths }, payload, actor, from, false);
        return;
      }
      default:
        throw new Error(`the rig starts no workflow for ${happening.kind}`);
    }
  }

  async #pull(
    action: PullAction,
    { number, label, before }: { readonly number: number; readonly label?: string; readonly before?: string },
    actor: string,
  ): Promise<void> {
    const payload = await this.#github.eventPayload('pull_request', {
      ...{ sender: actor, number, action },
      ...(label === undefined ? {} : { label }),
      ...(before === undefined ? {} : { before }),
    });
    const pull = new Fields(payload.pull_request);
    const [head, base] = [new Fields(pull.value('head')), new Fields(pull.value('base'))];
    const [headSha, headBranch] = [head.text('sha'), head.text('ref')];
    const paths = () => this.#github.changedPaths(base.text('sha'), headSha);
    const about = { action, branch: base.text('ref'), paths };
    const shown = { headBranch, headSha };
    await this.#onMain({ name: 'pull_request_target', ...about }, payload, actor, shown);
    const merge = pull.value('merge_commit_sha');
    // With a conflict there is nothing to check out, and no run.
    if (typeof merge !== 'string' || skips({ message: pull.text('title') })) return;
    const from = { sha: merge, ref: `refs/pull/${number}/merge`, ...shown };
    const isForeign = this.#github.isFromFork(number);
    await this.#onCommit({ name: 'pull_request', ...about }, payload, actor, from, isForeign);
  }

  /** Events that the default branch alone answers. */
  async #onMain(
    occurrence: Occurrence,
    payload: JsonObject,
    actor: string,
    shown: { readonly headBranch?: string; readonly headSha?: string } = {},
  ): Promise<void> {
    const sha = await this.#github.sha('main');
    const from = { sha, ref: 'refs/heads/main', headBranch: 'main', headSha: sha, ...shown };
    await this.#onCommit(occurrence, payload, actor, from, false);
  }

  async #onCommit(
    occurrence: Occurrence,
    payload: JsonObject,
    actor: string,
    from: {
      readonly sha: string;
      readonly ref: string;
      readonly headBranch: string;
      readonly headSha: string;
    },
    isForeign: boolean,
  ): Promise<void> {
    const { sha, ref, headBranch, headSha } = from;
    const event = { name: occurrence.name, payload };
    const begun: Promise<void>[] = [];
    for (const path of await this.#github.files(sha)) {
      if (!/^\.github\/workflows\/[^/]+\.ya?ml$/.test(path)) continue;
      const on = triggersOf((await this.#github.file(sha, path)) ?? '');
      if (!(await listensTo(on, occurrence))) continue;
      const id = this.#github.queueRun({ event: event.name, headBranch, headSha, workflow: path, actor });
      begun.push(this.#start({ id, path, from: sha, event, actor, sha, ref, isForeign }));
    }
    await Promise.all(begun);
  }

  #queued(
    path: string,
    event: string,
    actor: string,
    sha: string,
  ): Pick<Start, 'id' | 'actor' | 'ref' | 'isForeign'> {
    const id = this.#github.queueRun({ event, headBranch: 'main', headSha: sha, workflow: path, actor });
    return { id, actor, ref: 'refs/heads/main', isForeign: false };
  }

  /** Ends when the run has its title and its place in the queue. */
  #start(start: Start): Promise<void> {
    const run = new Playing(start);
    this.#runs.push(run);
    return new Promise((begun) => {
      void this.#goOn(this.#play(start, run, begun).finally(begun));
    });
  }

  async #play(start: Start, run: Playing, begun: () => void): Promise<void> {
    const { id, path, from, event, actor, sha, ref, isForeign } = start;
    const workflow = await this.#github.file(from, path);
    if (workflow === undefined) throw new Error(`${path} is not in ${from}`);
    const { secrets, environmentSecrets, interrupt, atJobEnd, runners: _, ...options } = this.#options;
    const earlier = (attempt: number) =>
      (this.#github.runs.get(id)?.jobs ?? []).filter((job) => job.attempt < attempt);
    const progress = (now: RunProgress): void => {
      const record = this.#github.runs.get(id);
      if (record === undefined) throw new Error(`no record of run ${id}`);
      const { attempt, name, displayTitle, status, conclusion } = now;
      run.displayTitle = displayTitle;
      run.status = status;
      const jobs = [...earlier(attempt), ...now.jobs];
      this.#github.runs.set(id, { ...record, attempt, name, displayTitle, status, conclusion, jobs });
      begun();
    };
    run.workflow = await runWorkflow({
      ...options,
      ...{ workflow, path, event, actor, sha, ref, progress },
      ...(isForeign || secrets === undefined ? {} : { secrets }),
      ...(isForeign || environmentSecrets === undefined ? {} : { environmentSecrets }),
      readsOnly: isForeign,
      runId: id,
      runNumber: this.#github.runs.get(id)?.number ?? 1,
      runners: this.#runners,
      signal: run.cancel.signal,
      force: run.force.signal,
      interrupt: (at) => {
        run.printed.set(`${at.name}\n${at.step}\n${at.stage}`, at.stdoutSoFar);
        return interrupt?.({ ...at, run });
      },
      ...(atJobEnd === undefined ? {} : { atJobEnd: (at) => atJobEnd({ ...at, run }) }),
    });
    run.conclusion = run.workflow.conclusion;
  }
}

/** Reads what a test has as JSON. */
class Fields {
  readonly #of: object;

  constructor(of: unknown) {
    this.#of = Object(of) as object;
  }

  value(name: string): unknown {
    return Reflect.get(this.#of, name);
  }

  text(name: string): string {
    return String(this.value(name) ?? '');
  }
}

/** `on:` of a workflow file; a list or a single name as a mapping. */
function triggersOf(text: string): { readonly [name: string]: Value } {
  const parsed: unknown = parse(text);
  const on: unknown = Reflect.get(Object(parsed) as object, 'on');
  if (typeof on === 'string') return { [on]: null };
  if (Array.isArray(on)) return Object.fromEntries(on.map((name) => [String(name), null]));
  return Object(on) as { readonly [name: string]: Value };
}

function textsOf(inputs: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, String(value)]));
}

/** A message may ask for no runs. */
function skips(commit: unknown): boolean {
  return /\[(?:skip ci|ci skip|no ci|skip actions|actions skip)\]/.test(new Fields(commit).text('message'));
}
