/** What is said when a run is asked for that is not there. */
import { runIds } from '../drivers/run-folder.ts';
import { didYouMean } from '../language/name.ts';
import { UsageError } from './arguments.ts';

export function unknownRun(workspace: string, run: string | undefined): UsageError {
  if (run === undefined) return new UsageError('there is no run here', 'start one with `ml-workflow run`');
  const known = runIds(workspace);
  return new UsageError(
    `unknown run \`${run}\``,
    didYouMean(run, known) ?? `the newest is \`${known.at(-1) ?? 'none'}\``,
  );
}
