/** `state:save → file`, `state:load → file`: what has finished and what variables hold, for another run. */
import { existsSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import type { FinishedUnit } from '../engine/event.ts';
import type { Value } from '../plan/plan.ts';
import type { UnitOutcome, UnitRequest, UnitWatch } from '../ports.ts';
import { failureOf, succeededWith } from './outcome.ts';
import { orFileFailure, readWorkspaceFile, writeWorkspaceFile } from './workspace-file.ts';

export const checkpointSchema = 1;

/** Directories in the file are relative to the workspace: another run reads it. */
export function saveState({
  input,
  checkpoint,
  run,
  plan,
  runDirectory,
  workspace,
}: UnitRequest): UnitOutcome {
  if (!checkpoint) throw new Error('internal: there is nothing to save; please report this');
  const [path = ''] = input.arguments;
  const finished = Object.fromEntries(
    Object.entries(checkpoint.finished).map(([key, unit]) => [
      key,
      { ...unit, directory: relative(workspace, join(runDirectory, unit.directory)) },
    ]),
  );
  const { variables = {} } = checkpoint;
  const record = { schema: checkpointSchema, run, workflow: plan.name, finished, variables };
  return orFileFailure(() => {
    writeWorkspaceFile(workspace, path, `${JSON.stringify(record, null, 2)}\n`);
    return succeededWith();
  });
}

export function loadState({ input, runDirectory, workspace }: UnitRequest, watch: UnitWatch): UnitOutcome {
  const [path = ''] = input.arguments;
  return orFileFailure(() => {
    const text = readWorkspaceFile(workspace, path);
    if (text === undefined) {
      // The first run of all has none to go on from.
      watch.output(`there is no checkpoint \`${path}\` yet: everything runs`);
      return succeededWith();
    }
    const read = parseCheckpoint(text);
    if (!read.ok) return failureOf('no-metrics', `the checkpoint \`${path}\` ${read.problem}`);
    const finished: Record<string, FinishedUnit> = {};
    for (const [key, unit] of Object.entries(read.finished)) {
      const directory = join(workspace, unit.directory);
      // Without its files a result is only half there: then it is made again.
      if (!isInside(workspace, directory) || !existsSync(directory)) continue;
      finished[key] = { ...unit, directory: relative(runDirectory, directory) };
    }
    return succeededWith({}, { offered: { from: path, finished, variables: read.variables } });
  });
}

function isInside(folder: string, path: string): boolean {
  const inside = relative(folder, path);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

type Parsed =
  | {
      readonly ok: true;
      readonly finished: Readonly<Record<string, FinishedUnit>>;
      readonly variables: Readonly<Record<string, Value>>;
    }
  | { readonly ok: false; readonly problem: string };

function parseCheckpoint(text: string): Parsed {
  let record: unknown;
  try {
    record = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'is damaged: it is no JSON' };
  }
  if (!isRecord(record)) return { ok: false, problem: 'is damaged: it is no object' };
  if (record.schema !== checkpointSchema)
    return { ok: false, problem: 'was written by another version of ml-workflow' };
  const { finished, variables } = record;
  if (!isRecordOf(finished, isFinished)) return { ok: false, problem: 'is damaged: `finished`' };
  if (!isRecordOf(variables, isValue)) return { ok: false, problem: 'is damaged: `variables`' };
  return { ok: true, finished, variables };
}

function isFinished(value: unknown): value is FinishedUnit {
  if (!isRecord(value)) return false;
  const { directory, seconds, metrics, values, primary, samples, source, stdout, inputs, none } = value;
  return (
    typeof directory === 'string' &&
    isNumber(seconds) &&
    isRecordOf(metrics, isNumber) &&
    isRecordOf(values, isValue) &&
    (inputs === undefined || isRecordOf(inputs, isText)) &&
    [primary, source, stdout, none].every((one) => one === undefined || typeof one === 'string') &&
    (samples === undefined || isNumber(samples)) &&
    (typeof stdout !== 'string' || !/[\\/]/.test(stdout))
  );
}

function isValue(value: unknown): value is Value {
  return typeof value === 'string' || typeof value === 'boolean' || isNumber(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is Readonly<Record<string, Item>> {
  return isRecord(value) && Object.values(value).every(isItem);
}
