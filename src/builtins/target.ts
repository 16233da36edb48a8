/** Built-in commands as a target: they run in this process. */
import type { Target, UnitOutcome, UnitRequest, UnitWatch } from '../ports.ts';
import { aggregate } from './aggregate.ts';
import { loadState, saveState } from './checkpoint.ts';
import { collect } from './collect.ts';
import { context } from './context.ts';
import { failureOf, succeededWith } from './outcome.ts';
import { select } from './select.ts';
import { store } from './store.ts';

const work: Readonly<Record<string, (request: UnitRequest, watch: UnitWatch) => UnitOutcome>> = {
  // `/aggregate:<what>` is planned as the same command, with a name for what it collects.
  'results:aggregate': (request) =>
    request.input.parameters.what === undefined ? aggregate(request) : collect(request),
  'best-model:select': select,
  aggregate: collect,
  store,
  context,
  'state:save': saveState,
  'state:load': loadState,
  continue: () => succeededWith(),
  fail: ({ input }) => {
    const label = input.parameters.label ?? 'failed';
    return failureOf(label, `\`/fail:${label}\``);
  },
};

export const builtins: Target = {
  slots: Number.POSITIVE_INFINITY,
  usesDirectory: ({ name }) => name !== 'continue' && name !== 'fail',
  async run(request, watch) {
    const started = performance.now();
    const run = work[request.command.name];
    if (!run) throw new Error(`internal: no built-in is named ${request.command.name}; please report this`);
    const outcome = run(request, watch);
    const seconds = (performance.now() - started) / 1000;
    return outcome.is === 'succeeded'
      ? { ...outcome, result: { ...outcome.result, seconds } }
      : { ...outcome, seconds };
  },
};
