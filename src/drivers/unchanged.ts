/** Of results that may be taken over, those whose declared inputs still hold what they held then. */
import type { FinishedUnit, ResultsOffered } from '../engine/event.ts';
import { nodeOf, type RunState, targetOf } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Target } from '../ports.ts';

type Offered = Omit<ResultsOffered, 'type'>;

export async function withSameInputs(
  offered: Offered,
  state: RunState,
  targets: ReadonlyMap<string, Target>,
  workspace: string,
): Promise<Offered> {
  const finished: Record<string, FinishedUnit> = {};
  const changed: Record<string, string> = {};
  for (const [key, unit] of Object.entries(offered.finished)) {
    const path =
      unit.inputs && (await changedInput(unit.inputs, targetNamed(key, state, targets), workspace));
    if (path === undefined) finished[key] = unit;
    else changed[key] = path;
  }
  return { ...offered, finished, ...(Object.keys(changed).length === 0 ? {} : { changed }) };
}

/** By the key's first word, which is the unit's id. Undefined where the plan has no such unit. */
function targetNamed(key: string, state: RunState, targets: ReadonlyMap<string, Target>): Target | undefined {
  const id = key.slice(0, key.indexOf(' ')) as NodeId;
  const node = state.byId.has(id) ? nodeOf(state, id) : undefined;
  return node?.kind === 'unit' ? targets.get(targetOf(state.plan, node)) : undefined;
}

/** The first that is another now; also when nobody can tell. */
async function changedInput(
  inputs: Readonly<Record<string, string>>,
  target: Target | undefined,
  workspace: string,
): Promise<string | undefined> {
  const paths = Object.keys(inputs);
  let now: Readonly<Record<string, string>> = {};
  try {
    now = (await target?.hashes?.(paths, workspace)) ?? {};
  } catch (error) {
    // What cannot be read is not the same.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
  }
  return paths.find((path) => now[path] !== inputs[path]);
}
