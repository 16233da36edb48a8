/** Names the tests that passed only when they were tried again: a run that is green because of that has to say so. */
import { relative } from 'node:path';
import type { Reporter, TestModule } from 'vitest/node';

export default class SecondTry implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const module of modules)
      for (const test of module.children.allTests('passed'))
        if (test.diagnostic()?.flaky)
          console.log(
            `passed on the second try: ${relative(process.cwd(), module.moduleId)} > ${test.fullName}`,
          );
  }
}
