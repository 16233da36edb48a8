/** Where a unit runs: in the workspace, or in a copy of its own; with its declared inputs there. */
import { isInBranch, type RunCommand } from '../../plan/plan.ts';
import type { UnitRequest } from '../../ports.ts';
import { readInputs } from '../unit/inputs.ts';
import { copyBack, copyWorkspace } from './copy.ts';

export interface NoPlace {
  readonly is: 'failed';
  readonly failure: { readonly class: string; readonly message: string };
}

export type Place =
  | {
      readonly is: 'ready';
      /** Absolute. */
      readonly home: string;
      /** Hashes of the declared inputs, by path. */
      readonly inputs?: Readonly<Record<string, string>>;
    }
  | NoPlace
  | { readonly is: 'cancelled' };

export async function placeFor(
  { workspace, directory }: UnitRequest,
  { inputs = [], isolation }: RunCommand,
  environment: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Place> {
  return await orFailure('the workspace could not be copied', signal, async () => {
    const read = inputs.length === 0 ? undefined : await readInputs(inputs, workspace, signal);
    if (read?.ok === false) return { is: 'failed', failure: { class: 'usage', message: read.message } };
    const home =
      isolation === 'copy'
        ? await copyWorkspace({ workspace, directory, inputs, environment, signal })
        : workspace;
    return { is: 'ready', home, ...(read === undefined ? {} : { inputs: read.hashes }) };
  });
}

/** What a unit has made in its copy goes back to the workspace, unless others run beside it. */
export async function keepOutputs(
  { plan, unit, workspace }: UnitRequest,
  { isolation, outputs }: RunCommand,
  home: string,
  signal: AbortSignal,
): Promise<Place> {
  return await orFailure('what it wrote could not be copied back', signal, async () => {
    if (isolation === 'copy' && outputs.length > 0 && !isInBranch(plan, unit))
      await copyBack(outputs, home, workspace, signal);
    return { is: 'ready', home };
  });
}

/** The disk's own errors are failures of the unit; a mistake of this program is thrown on. */
async function orFailure(what: string, signal: AbortSignal, work: () => Promise<Place>): Promise<Place> {
  try {
    return await work();
  } catch (error) {
    if (signal.aborted) return { is: 'cancelled' };
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    return { is: 'failed', failure: { class: 'exit-1', message: `${what}: ${error.message}` } };
  }
}
