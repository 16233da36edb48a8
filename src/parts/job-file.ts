/** What the steps of one job know of it, each a process of its own: a file in the runner's temporary folder. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RunError } from '../drivers/run-error.ts';

export interface JobFile {
  readonly schema: 1;
  readonly job: string;
  /** Index of the leg. */
  readonly leg?: number;
  /** The run's id. */
  readonly run: string;
  /** GitHub's count of attempts of its run: of this job, and of the plan job that this run began with. */
  readonly attempt: number;
  readonly epoch: number;
  /** Events up to this one are of earlier jobs. */
  readonly after: number;
  /** Absolute: the project's folder. */
  readonly workspace: string;
  /** As it stands in the names of check runs; empty for the repository's root. */
  readonly project: string;
  /** The job's own, in milliseconds since 1970. */
  readonly deadline: number;
  readonly comment: boolean;
}

/** Absolute. */
export function runDirectoryOf({ workspace, run }: Pick<JobFile, 'workspace' | 'run'>): string {
  return join(workspace, '.ml-workflow', 'runs', run);
}

function pathIn(environment: NodeJS.ProcessEnv): string {
  const { RUNNER_TEMP: temporary } = environment;
  if (!temporary) throw new RunError('`RUNNER_TEMP` is not set; this is not a job of GitHub Actions');
  return join(temporary, 'ml-workflow', 'job.json');
}

export function writeJobFile(job: JobFile, environment: NodeJS.ProcessEnv): void {
  const path = pathIn(environment);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(`${path}.new`, JSON.stringify(job));
  renameSync(`${path}.new`, path);
}

export function hasJobFile(environment: NodeJS.ProcessEnv): boolean {
  return existsSync(pathIn(environment));
}

/** Throws a `RunError` when `open` has not written it. */
export function readJobFile(environment: NodeJS.ProcessEnv): JobFile {
  const path = pathIn(environment);
  if (!existsSync(path)) throw new RunError('this job was not opened; `open` is its first step');
  try {
    const file = JSON.parse(readFileSync(path, 'utf8')) as JobFile;
    if (file.schema === 1) return file;
    throw new Error('written by another version of ml-workflow');
  } catch (error) {
    throw new RunError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
