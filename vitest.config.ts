import { existsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files and folders that take longest, where nothing is known of earlier runs: one that begins last keeps all waiting. */
const longest = [
  'test/compiled',
  'test/stories',
  'test/workflows.test.ts',
  'test/drivers/every-crash.test.ts',
  'test/targets/pods-crash.test.ts',
  'test/targets/ssh-target.test.ts',
  'test/ssh/job-follow.test.ts',
  'test/ssh/upload.test.ts',
  'test/engine/invariants.test.ts',
  'test/example-lstm.test.ts',
  'test/browser/mermaid.test.ts',
  'test/runpod/emulator.test.ts',
  'test/remote-workflows.test.ts',
  'test/runpod/provision.test.ts',
  'test/targets/pods-budget.test.ts',
].map((path) => new URL(path, import.meta.url).pathname);
for (const path of longest) if (!existsSync(path)) throw new Error(`${path} is not there`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((path) => moduleId === path || moduleId.startsWith(`${path}/`));
      return found === -1 ? longest.length : found;
    };
    // Stable: the others stay as they are.
    return (await super.sort(files)).sort((left, right) => place(left) - place(right));
  }
}

export default defineConfig({
  test: {
    globalSetup: ['test/set-up.ts'],
    include: ['test/**/*.test.ts'],
    // Tests start real child processes; two cores are the smallest machine they have to pass on.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // On a busy machine one of thousands may fail by chance. `second-try.ts` names each that needed it.
    retry: process.env.CI ? 1 : 0,
  },
});
