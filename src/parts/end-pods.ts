/** Ends the pods of a run whose process may have had no time for it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as core from '@actions/core';

/** `directory`: of the run. Never rejects: what may be left is said. */
export async function endPodsOf(directory: string): Promise<void> {
  if (!existsSync(join(directory, 'pods'))) return;
  try {
    const { endLeftPods } = await import('../wiring.ts');
    const { noticeLine } = await import('../reports/event-line.ts');
    const { styleFor } = await import('../reports/style.ts');
    const style = styleFor({}, false);
    const left = await endLeftPods(directory, process.env, (text) => core.info(noticeLine(text, style)));
    for (const name of left)
      core.error(
        `the pod ${name} may still run and cost money; \`ml-workflow reap\` or RunPod's console ends it`,
      );
  } catch (error) {
    core.error(`post: pods may be left: ${error instanceof Error ? error.message : String(error)}`);
  }
}
