/** Where a run lives on disk: `.ml-workflow/runs/<id>/` in the workspace, with its plan, its journal and its units. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { slug } from '../language/name.ts';
import { type Plan, planSchema } from '../plan/plan.ts';
import { orRunError, RunError } from './run-error.ts';

const stateFolder = '.ml-workflow';

export interface RunFolder {
  readonly run: string;
  /** Absolute. */
  readonly path: string;
  readonly journal: string;
}

/** Sorts by time and tells people which workflow it was. `now`: UTC, ISO 8601. */
export function newRunId(workflow: string, now: string): string {
  // With milliseconds: the newest run is the last by name.
  const stamp = now.slice(0, 23).replace(/[-:.]/g, '').replace('T', '-');
  return `${stamp}-${slug(workflow)}-${randomBytes(2).toString('hex')}`;
}

/** How a target was declared when the run began: a resumed run goes on as it was started. */
export interface StoredTarget {
  readonly kind: 'local';
  readonly slots?: number | undefined;
}

export type StoredTargets = Readonly<Record<string, StoredTarget>>;

export function createRunFolder(
  workspace: string,
  run: string,
  plan: Plan,
  targets: StoredTargets,
): RunFolder {
  const folder = folderOf(workspace, run);
  if (existsSync(folder.journal)) throw new RunError(`${folder.path}: there is a run of that id already`);
  return orRunError('the run cannot be kept', () => {
    mkdirSync(join(folder.path, 'units'), { recursive: true });
    const ignore = join(workspace, stateFolder, '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n');
    storePlan(folder.path, plan, targets);
    return folder;
  });
}

/** `path`: of the run's folder. */
export function storePlan(path: string, plan: Plan, targets?: StoredTargets): void {
  if (targets) writeFileSync(join(path, 'targets.json'), JSON.stringify(targets));
  writeFileSync(join(path, 'plan.json'), JSON.stringify(plan));
}

export function readTargets(folder: RunFolder): StoredTargets {
  const path = join(folder.path, 'targets.json');
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as StoredTargets;
  } catch (error) {
    throw new RunError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The run of that id, or the newest one; undefined when there is none. */
export function findRunFolder(
  workspace: string,
  run?: string,
): { folder: RunFolder; plan: Plan } | undefined {
  const runs = runIds(workspace);
  const id = run ?? runs.at(-1);
  if (id === undefined || !runs.includes(id)) return undefined;
  const folder = folderOf(workspace, id);
  return { folder, plan: readPlan(join(folder.path, 'plan.json')) };
}

function readPlan(path: string): Plan {
  let plan: Plan;
  try {
    plan = JSON.parse(readFileSync(path, 'utf8')) as Plan;
  } catch (error) {
    throw new RunError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (plan?.schema !== 1 && plan?.schema !== planSchema)
    throw new RunError(`${path}: planned by another version of ml-workflow`);
  return plan;
}

export function runIds(workspace: string): string[] {
  const runs = join(workspace, stateFolder, 'runs');
  if (!existsSync(runs)) return [];
  return readdirSync(runs)
    .filter((id) => existsSync(join(runs, id, 'journal.jsonl')))
    .sort();
}

function folderOf(workspace: string, run: string): RunFolder {
  const path = join(workspace, stateFolder, 'runs', run);
  return { run, path, journal: join(path, 'journal.jsonl') };
}
