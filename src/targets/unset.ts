/** A target whose settings are not here, where nothing is to run on it: what of it is local works all the same. */
import type { Target } from '../ports.ts';
import { preflight } from './local/preflight.ts';
import { hashesOf } from './unit/inputs.ts';

/** `why`: a sentence, for what runs on it in spite of that. */
export function unsetTarget(why: string, environment: NodeJS.ProcessEnv): Target {
  return {
    slots: 1,
    usesDirectory: () => false,
    hashes: hashesOf,
    preflight: (command, workspace, signal) =>
      preflight(command, { workspace, environment, graceMilliseconds: 5_000, signal }),
    run: async () => ({ is: 'failed', seconds: 0, class: 'usage', message: why, tail: [] }),
  };
}
