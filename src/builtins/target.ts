/** Built-in commands as a target: they run in this process. */
import type { Target, UnitOutcome, UnitRequest } from '../ports.ts';
import { aggregate } from './aggregate.ts';
import { select } from './select.ts';

const work: Readonly<Record<string, (request: UnitRequest) => UnitOutcome>> = {
  'results:aggregate': aggregate,
  'best-model:select': select,
  continue: () => ({ is: 'succeeded', result: { seconds: 0, metrics: {}, values: {} } }),
  fail: ({ input }) => {
    const label = input.parameters.label ?? 'failed';
    return { is: 'failed', seconds: 0, class: label, message: `\`/fail:${label}\``, tail: [] };
  },
};

export const builtins: Target = {
  slots: Number.POSITIVE_INFINITY,
  async run(request) {
    const started = performance.now();
    const run = work[request.command.name];
    if (!run) throw new Error(`internal: no built-in is named ${request.command.name}; please report this`);
    const outcome = run(request);
    const seconds = (performance.now() - started) / 1000;
    return outcome.is === 'succeeded'
      ? { ...outcome, result: { ...outcome.result, seconds } }
      : { ...outcome, seconds };
  },
};
