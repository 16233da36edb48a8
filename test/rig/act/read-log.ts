/** What act has said, line by line in JSON → jobs with their steps. */
import { type Adapted, COLLECTOR, type DeclaredJob, isObject } from './adapt.ts';

export type ActConclusion = 'success' | 'failure' | 'skipped';

export interface ActStep {
  /** The step's id, or its place from 0. */
  readonly id: string;
  readonly name: string;
  /** After `continue-on-error`. */
  readonly conclusion: ActConclusion;
  /** Before `continue-on-error`. */
  readonly outcome: ActConclusion;
  readonly outputs: Readonly<Record<string, string>>;
  /** How its `post` has ended, where one ran. */
  readonly post?: 'success' | 'failure';
}

export interface ActJob {
  readonly id: string;
  /** As written, with its expressions evaluated. GitHub adds the values of the matrix, act does not. */
  readonly name: string;
  readonly matrix?: Readonly<Record<string, unknown>>;
  /** `none`: act never came to it. */
  readonly result: ActConclusion | 'none';
  /** All declared steps in their order; none of a job that did not run. */
  readonly steps: readonly ActStep[];
  /** Empty for a skipped job. One and the same for all legs of a matrix: the first leg's. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** One line of the log. The names of the fields are act's. */
interface Line {
  readonly level?: string;
  readonly msg?: string;
  readonly job?: string;
  readonly jobID?: string;
  readonly matrix?: Readonly<Record<string, unknown>> | null;
  readonly stage?: string;
  readonly step?: string;
  readonly stepID?: readonly string[];
  readonly stepResult?: string;
  readonly jobResult?: string;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
}

export interface ActLog {
  readonly jobs: readonly ActJob[];
  /** For people: one line each, with its job. */
  readonly text: string;
}

/** The results and outputs of all jobs, as the collector has written them; undefined when act did not come to it. */
export type Needs = Readonly<Record<string, { result: string; outputs: Record<string, string> | null }>>;

export function readLog(stdout: string, workflow: Adapted, needs: Needs | undefined): ActLog {
  const lines = stdout.split('\n').flatMap(readLine);
  const jobs = workflow.jobs.flatMap((job) => readJob(job, workflow.name, lines, needs?.[job.id]));
  return {
    jobs,
    text: lines
      .filter(({ jobID }) => jobID !== COLLECTOR)
      .map(print)
      .join('\n'),
  };
}

function readLine(text: string): Line[] {
  if (text.trim() === '') return [];
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? [value as Line] : [];
  } catch {
    return [{ msg: text }];
  }
}

function print({ job, msg }: Line): string {
  return `${job === undefined ? '' : `[${job.trim()}] `}${(msg ?? '').trimEnd()}`;
}

function readJob(
  declared: DeclaredJob,
  workflow: string,
  all: readonly Line[],
  needs: Needs[string] | undefined,
): ActJob[] {
  const legs = legsOf(all.filter(({ jobID, step }) => jobID === declared.id && step !== undefined));
  if (legs.length === 0) {
    const result = needs?.result === 'skipped' ? 'skipped' : 'none';
    return [{ id: declared.id, name: declared.name, result, steps: [], outputs: {} }];
  }
  return legs.map((lines) => {
    const matrix = lines[0]?.matrix ?? {};
    return {
      id: declared.id,
      name: nameOf(lines[0]?.job ?? '', workflow, legs.length),
      ...(Object.keys(matrix).length === 0 ? {} : { matrix }),
      result: lines.some(failed) ? 'failure' : 'success',
      steps: declared.steps.map((step) =>
        readStep(
          step.id,
          step.name,
          lines.filter(({ stepID }) => stepID?.[0] === step.id),
        ),
      ),
      outputs: needs?.outputs ?? {},
    };
  });
}

/** One list of lines for each leg, in the order in which they began. */
function legsOf(lines: readonly Line[]): Line[][] {
  const legs = new Map<string, Line[]>();
  for (const line of lines) {
    const key = JSON.stringify(line.matrix ?? {});
    const leg = legs.get(key);
    if (leg === undefined) legs.set(key, [line]);
    else leg.push(line);
  }
  return [...legs.values()];
}

/**
 * act has one result for all legs, so that a leg's own follows from its lines: an error that no command of a step has
 * printed, as `::error::` does.
 */
function failed({ level, command }: Line): boolean {
  return level === 'error' && command === undefined;
}

function nameOf(job: string, workflow: string, legs: number): string {
  const name = job.trim().slice(workflow.length + 1);
  return legs > 1 ? name.replace(/-\d+$/, '') : name;
}

function readStep(id: string, declaredName: string, lines: readonly Line[]): ActStep {
  const main = lines.filter(({ stage }) => stage === 'Main');
  const post = lines.find(
    ({ stage, stepResult }) => stage === 'Post' && stepResult !== undefined,
  )?.stepResult;
  const outcome = main.some(failed)
    ? 'failure'
    : conclusionOf(main.find((line) => line.stepResult)?.stepResult);
  const outputs = main.filter(({ command }) => command === 'set-output');
  return {
    id,
    name: lines.find(({ step }) => step !== undefined)?.step ?? declaredName,
    conclusion: outcome === 'failure' && !main.some(failed) ? 'success' : outcome,
    outcome,
    outputs: Object.fromEntries(outputs.map(({ name, arg }) => [name ?? '', arg ?? ''])),
    ...(post === undefined ? {} : { post: post === 'success' ? 'success' : 'failure' }),
  };
}

/** act says nothing of a step that it skips. */
function conclusionOf(result: string | undefined): ActConclusion {
  return result === 'success' || result === 'failure' ? result : 'skipped';
}
