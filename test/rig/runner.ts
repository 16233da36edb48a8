/**
 * One step of a job, run as the GitHub runner runs it: a JavaScript action with its inputs, its environment, its files
 * and its workflow commands, cancelled or killed on request, followed by its `post`. Behaviour and wording follow the
 * source of actions/runner 2.336.
 */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { JsonObject, RigGitHub } from './github.ts';
import { actionContext, githubContext } from './runner/context.ts';
import { Masks } from './runner/masks.ts';
import { readAction, resolveInputs } from './runner/metadata.ts';
import { nodeBinary } from './runner/node.ts';
import { killOrphans } from './runner/process.ts';
import {
  type Conclusion,
  jobOutputs,
  runStage,
  type Stage,
  type StageOutcome,
  type StageRun,
} from './runner/stage.ts';

export type { Annotation, Level } from './runner/commands.ts';
export { nodeBinary } from './runner/node.ts';
export type { Conclusion, StageRun } from './runner/stage.ts';

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
  const { workspace, uses = 'moola/ml-workflow@v1' } = options;
  const github = {
    ...(await githubContext(options, root)),
    ...actionContext(uses, action.directory),
  };
  const masks = new Masks();
  for (const secret of [github.token, ...(options.secrets ?? [])]) masks.add(secret ?? '');
  const { inputs, warnings } = resolveInputs(action, options.inputs ?? {}, github);
  const node = nodeBinary();
  const machine = { root, workspace, trackingId };
  const common = { machine, masks, cwd: workspace, speed: options.speed ?? 1 };

  const main = await runStage({
    ...common,
    values: { github, env: options.env ?? {}, path: [], state: {}, inputs },
    command: [node.path, action.main],
    warnings,
    watch: watchOf(options),
  });
  const lost = main.interruption === 'runner-lost';
  const outputs = lost ? { kept: {}, annotations: [], failed: false } : jobOutputs(main.outputs, masks);
  const conclusion = outputs.failed && main.run.conclusion === 'success' ? 'failure' : main.run.conclusion;

  let post: StageOutcome | undefined;
  if (action.post !== undefined && !lost && holds(action.postIf, conclusion)) {
    const { state, path } = main.run;
    post = await runStage({
      ...common,
      values: { github, env: { ...options.env, ...main.run.env }, path, state, inputs },
      command: [node.path, action.post],
      warnings: [],
      watch: undefined,
    });
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

function watchOf(options: RunOptions): Stage['watch'] {
  const { cancelAfter, killAfter, loseRunnerAfter } = options;
  const moments = [
    ['cancelled', cancelAfter],
    ['killed', killAfter],
    ['runner-lost', loseRunnerAfter],
  ] as const;
  for (const [interruption, moment] of moments) {
    if (moment !== undefined)
      return async (stdoutSoFar) => ((await moment(stdoutSoFar)) ? interruption : undefined);
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
