/** What a run hands over to a later one: its finished units and the variables of its chain. */
import type { FinishedUnit, ResultsOffered } from './event.ts';
import { reuseKey } from './reuse.ts';
import { type RunState, unitOf } from './state.ts';

export type Checkpoint = Required<Pick<ResultsOffered, 'finished' | 'variables'>>;

/** Directories are relative to the run's own. */
export function checkpointOf(state: RunState): Checkpoint {
  const finished: Record<string, FinishedUnit> = {};
  for (const [id, { result, input, directory, settlement }] of state.nodes) {
    if (!result || !input || directory === undefined || settlement?.is !== 'succeeded') continue;
    finished[reuseKey(state.plan, unitOf(state, id), input)] = { ...result, directory };
  }
  return { finished, variables: Object.fromEntries(state.variables.get('') ?? []) };
}
