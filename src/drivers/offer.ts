/** What a new run may take over from an earlier one: its finished units, with the way to their directories. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkpointOf } from '../engine/checkpoint.ts';
import type { FinishedUnit, ResultsOffered } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { RunFolder } from './run-folder.ts';

/** Runs lie side by side, so the way from the new run's folder is over the one above. */
export function offerOf({ run, path }: RunFolder, state: RunState): Omit<ResultsOffered, 'type'> {
  const finished: Record<string, FinishedUnit> = {};
  for (const [key, unit] of Object.entries(checkpointOf(state).finished)) {
    // Without its files a result is only half there: then it is made again.
    if (!existsSync(join(path, unit.directory))) continue;
    finished[key] = { ...unit, directory: join('..', run, unit.directory) };
  }
  return { from: run, finished };
}
