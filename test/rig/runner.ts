/**
 * One step of a job, run as the GitHub runner runs it: a JavaScript action with its inputs, its environment, its files
 * and its workflow commands, cancelled or killed on request, followed by its `post`. Behaviour and wording follow the
 * source of actions/runner 2.336.
 */
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JsonObject, RigGitHub } from './github.ts';
import { type Annotation, Commands } from './runner/commands.ts';
import { environment, type FileCommand, githubContext, type JobContext } from './runner/context.ts';
import { readPairs } from './runner/env-file.ts';
import { StepLog } from './runner/log.ts';
import { Masks } from './runner/masks.ts';
import { readAction, resolveInputs } from './runner/metadata.ts';
import { nodeBinary } from './runner/node.ts';
import { killOrphans, runChild, type Watch } from './runner/process.ts';

export type { Annotation, Level } from './runner/commands.ts';
export { nodeBinary } from './runner/node.ts';

const SUMMARY_LIMIT = 1024 * 1024;
/** Outputs of a job, counted in UTF-16. */
const OUTPUT_LIMIT = 1024 * 1024;

export type Conclusion = 'success' | 'failure' | 'cancelled';

/** Decides by what the step has printed so far; asked about fifty times a second. */
export type Moment = (stdoutSoFar: string) => boolean | Promise<boolean>;

export interface RunOptions {
  /** The directory that holds action.yml. */
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly event: { readonly name: string; readonly payload: JsonObject };
  readonly github: RigGitHub;
  /** `github.token`; a token with the default permissions unless told. */
  readonly token?: string;
  /** The checkout; the working directory of the action. */
  readonly workspace: string;
  /** As `env:` of the job. It cannot override GITHUB_* and RUNNER_*, as on GitHub. */
  readonly env?: Readonly<Record<string, string>>;
  /** Values that are masked from the start, as `secrets.*` are. */
  readonly secrets?: readonly string[];
  /** What the event says, unless told. */
  readonly sha?: string;
  readonly ref?: string;
  readonly actor?: string;
  readonly run?: { readonly id?: number; readonly number?: number; readonly attempt?: number };
  readonly workflow?: string;
  readonly job?: string;
  /** How the workflow names the action. */
  readonly uses?: string;
  /** The job is cancelled: SIGINT, 7.5 s, SIGTERM, 2.5 s, SIGKILL, to the entry process only; then post. */
  readonly cancelAfter?: Moment;
  /** The entry process dies, as when memory runs out; then post. */
  readonly killAfter?: Moment;
  /** The machine is gone: SIGKILL, nothing is read back, no post. */
  readonly loseRunnerAfter?: Moment;
  /** Divides the waits of a cancellation. */
  readonly speed?: number;
}

export interface StageRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly conclusion: Conclusion;
  /** The log: both streams in order, without commands, masked. */
  readonly stdout: string;
  /** At most ten of each level, as GitHub shows. */
  readonly annotations: readonly Annotation[];
  readonly debug: readonly string[];
  /** Masked. Empty when it was over 1 MiB. */
  readonly summary: string;
  /** Written to GITHUB_STATE. */
  readonly state: Readonly<Record<string, string>>;
  /** Written to GITHUB_ENV. */
  readonly env: Readonly<Record<string, string>>;
  /** Written to GITHUB_PATH. */
  readonly path: readonly string[];
}

export interface StepRun extends StageRun {
  /** What another job sees: without empty ones and without any that holds a masked value. */
  readonly outputs: Readonly<Record<string, string>>;
  /** What a later step of the same job sees: everything written. */
  readonly stepOutputs: Readonly<Record<string, string>>;
  /** Every value registered as a mask, first of all the token. */
  readonly masks: readonly string[];
  /** Absent when the action has none, or none was run. */
  readonly post?: StageRun;
  /** Processes the step left behind and the end of the job killed. */
  readonly orphans: number;
  /** What about this run was not as on GitHub. */
  readonly notices: readonly string[];
}

export async function runAction(given: RunOptions): Promise<StepRun> {
  const options = { ...given, action: resolve(given.action), workspace: resolve(given.workspace) };
  const root = await mkdtemp(join(tmpdir(), 'rig-runner-'));
  const trackingId = `github_${randomUUID()}`;
  try {
    return await runJob(options, root, trackingId);
  } finally {
    killOrphans(trackingId);
    await rm(root, { recursive: true, force: true });
  }
}

async function runJob(options: RunOptions, root: string, trackingId: string): Promise<StepRun> {
  const action = readAction(options.action);
  const github = await githubContext(options, action, root);
  const masks = new Masks();
  for (const secret of [github.token ?? '', ...(options.secrets ?? [])]) masks.add(secret);
  const { inputs, warnings } = resolveInputs(action, options.inputs ?? {}, github);
  const node = nodeBinary();
  const base = { options, root, github, inputs, masks, trackingId, node: node.path };

  const main = await runStage(base, {
    script: action.main,
    warnings,
    state: {},
    env: {},
    path: [],
    watch: watchOf(options),
  });
  const lost = main.interruption === 'runner-lost';
  const outputs = lost ? { kept: {}, annotations: [], failed: false } : jobOutputs(main.outputs, masks);
  const conclusion = outputs.failed && main.run.conclusion === 'success' ? 'failure' : main.run.conclusion;

  let post: StageOutcome | undefined;
  if (action.post !== undefined && !lost && holds(action.postIf, conclusion)) {
    const { state, env, path } = main.run;
    post = await runStage(base, { script: action.post, warnings: [], state, env, path, watch: undefined });
  }

  return {
    ...main.run,
    conclusion,
    annotations: [...main.run.annotations, ...outputs.annotations],
    outputs: outputs.kept,
    stepOutputs: main.outputs,
    masks: masks.originals,
    orphans: killOrphans(trackingId),
    notices: node.notice === undefined ? [] : [node.notice],
    ...(post === undefined ? {} : { post: post.run }),
  };
}

interface StageBase extends JobContext {
  readonly masks: Masks;
  readonly node: string;
}

interface Stage {
  readonly script: string;
  readonly warnings: readonly string[];
  readonly state: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly path: readonly string[];
  readonly watch: ((stdoutSoFar: () => string) => Watch) | undefined;
}

interface StageOutcome {
  readonly run: StageRun;
  readonly outputs: Record<string, string>;
  readonly interruption: string | undefined;
}

async function runStage(base: StageBase, stage: Stage): Promise<StageOutcome> {
  const { options, masks, root } = base;
  const log = new StepLog(masks, options.workspace);
  for (const message of stage.warnings) log.annotate({ level: 'warning', message });
  const commands = new Commands(log);
  const files = await createFiles(join(root, '_temp', '_runner_file_commands'));
  const { exitCode, signal, interruption } = await runChild({
    node: base.node,
    script: stage.script,
    cwd: options.workspace,
    env: environment(base, stage, files),
    onLine: (line) => commands.accept(line),
    watch: stage.watch?.(() => log.text),
    speed: options.speed ?? 1,
  });

  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const env: Record<string, string> = {};
  let path: string[] = [];
  let summary = '';
  if (interruption !== 'runner-lost') {
    // Read back however the process ended: that is how post knows what a killed main had done.
    await log.process('env', async () => {
      for (const [name, value] of readPairs(await readFile(files.ENV, 'utf8'))) {
        if (name.toUpperCase() !== 'NODE_OPTIONS') env[name] = value;
        else
          log.annotate({
            level: 'error',
            message: `Can't store ${name} output parameter using '$GITHUB_ENV' command.`,
          });
      }
    });
    await log.process('output', async () => {
      for (const [name, value] of readPairs(await readFile(files.OUTPUT, 'utf8'))) outputs[name] = value;
    });
    await log.process('state', async () => {
      for (const [name, value] of readPairs(await readFile(files.STATE, 'utf8'))) state[name] = value;
    });
    await log.process('path', async () => {
      path = (await readFile(files.PATH, 'utf8')).split('\n').filter((line) => line !== '');
    });
    summary = await readSummary(files.STEP_SUMMARY, log, masks);
  }
  const failed = exitCode !== 0 || log.failed;
  const conclusion = interruption === 'cancelled' ? 'cancelled' : failed ? 'failure' : 'success';
  const { text: stdout, annotations, debugLines: debug } = log;
  return {
    run: { exitCode, signal, conclusion, stdout, annotations, debug, summary, state, env, path },
    outputs,
    interruption,
  };
}

async function createFiles(directory: string): Promise<Record<FileCommand, string>> {
  await mkdir(directory, { recursive: true });
  const suffix = randomUUID();
  const file = (name: FileCommand): string => join(directory, `${name.toLowerCase()}_${suffix}`);
  const files = {
    OUTPUT: file('OUTPUT'),
    STATE: file('STATE'),
    ENV: file('ENV'),
    PATH: file('PATH'),
    STEP_SUMMARY: file('STEP_SUMMARY'),
  };
  await Promise.all(Object.values(files).map((path) => appendFile(path, '')));
  return files;
}

async function readSummary(file: string, log: StepLog, masks: Masks): Promise<string> {
  const content = await readFile(file).catch(() => Buffer.alloc(0));
  if (content.length <= SUMMARY_LIMIT) return masks.apply(content.toString('utf8'));
  const kilobytes = (bytes: number): string => `${Math.floor(bytes / 1024)}k`;
  log.annotate({
    level: 'error',
    message: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${kilobytes(SUMMARY_LIMIT)}, got ${kilobytes(content.length)}.`,
  });
  return '';
}

/** What of a step's outputs would survive as outputs of the job. */
function jobOutputs(
  written: Readonly<Record<string, string>>,
  masks: Masks,
): { kept: Record<string, string>; annotations: Annotation[]; failed: boolean } {
  const kept: Record<string, string> = {};
  const annotations: Annotation[] = [];
  let size = 0;
  for (const [name, value] of Object.entries(written)) {
    if (value === '') continue;
    if (masks.apply(value) !== value) {
      annotations.push({ level: 'warning', message: `Skip output '${name}' since it may contain secret.` });
      continue;
    }
    kept[name] = value;
    size += 2 * (name.length + value.length);
  }
  if (size <= OUTPUT_LIMIT) return { kept, annotations, failed: false };
  annotations.push({
    level: 'error',
    message: `The outputs of the job are ${size} bytes; the maximum is ${OUTPUT_LIMIT}.`,
  });
  return { kept: {}, annotations, failed: true };
}

function watchOf(options: RunOptions): Stage['watch'] {
  const { cancelAfter, killAfter, loseRunnerAfter } = options;
  const moments = [
    ['cancelled', cancelAfter],
    ['killed', killAfter],
    ['runner-lost', loseRunnerAfter],
  ] as const;
  for (const [interruption, moment] of moments) {
    if (moment !== undefined) return (stdoutSoFar) => ({ interruption, when: () => moment(stdoutSoFar()) });
  }
  return undefined;
}

/** The conditions a `post-if` is likely to have. */
function holds(condition: string, conclusion: Conclusion): boolean {
  switch (condition.replace(/^\$\{\{\s*|\s*\}\}$/g, '')) {
    case 'always()':
      return true;
    case 'success()':
      return conclusion === 'success';
    case 'failure()':
      return conclusion === 'failure';
    case 'cancelled()':
      return conclusion === 'cancelled';
    case '!cancelled()':
      return conclusion !== 'cancelled';
    default:
      throw new Error(`the rig cannot evaluate post-if: ${condition}`);
  }
}
