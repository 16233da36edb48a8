/** What a target is told about a unit that starts: its input, the results it reads, its place on disk. */
import { join } from 'node:path';
import type { UnitStart } from '../engine/advance.ts';
import { cellsOf } from '../engine/cells.ts';
import { checkpointOf } from '../engine/checkpoint.ts';
import { resultText } from '../engine/result.ts';
import { nodeState, type RunState } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import type { CollectedCell, Previous, UnitRequest } from '../ports.ts';

export interface RunPlace {
  readonly run: string;
  /** Absolute. */
  readonly runDirectory: string;
  readonly workspace: string;
}

/** `directory`: absolute, of the unit. */
export function unitRequest(
  state: RunState,
  { unit, attempt, input, previous }: UnitStart,
  place: RunPlace,
  { directory, keepsOutput }: Pick<UnitRequest, 'directory' | 'keepsOutput'>,
): UnitRequest {
  const { plan } = state;
  const command = plan.commands[unit.command];
  if (!command) throw new Error(`internal: ${unit.id} has no command; please report this`);
  const savesState = command.is === 'builtin' && command.name === 'state:save';
  return {
    plan,
    unit,
    command,
    attempt,
    ...place,
    input,
    cells: collected(state, unit.collects),
    ...(previous === undefined ? {} : { previous: previousOf(state, previous, place.runDirectory) }),
    keepsOutput,
    ...(savesState ? { checkpoint: checkpointOf(state) } : {}),
    directory,
  };
}

function collected(state: RunState, ids: readonly NodeId[]): CollectedCell[] {
  return cellsOf(state, ids).map((cell) => {
    const result = state.nodes.get(cell.node)?.result;
    return result === undefined ? cell : { ...cell, result };
  });
}

function previousOf(state: RunState, id: NodeId, runDirectory: string): Previous {
  const { result, directory } = nodeState(state, id);
  if (!result) throw new Error(`internal: ${id} is read and has no result; please report this`);
  const text = resultText(result);
  const { stdout } = result;
  return {
    result,
    ...(text === undefined ? {} : { text }),
    ...(stdout === undefined || directory === undefined
      ? {}
      : { stdout: join(runDirectory, directory, stdout) }),
  };
}
