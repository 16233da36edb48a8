/** Runs commands on pods of RunPod: the first unit of a scope has them made, and they end with it. */
import { scopeIsOver } from '../../engine/pods.ts';
import type { PlannedCommand, RunpodTarget } from '../../plan/plan.ts';
import type { Target } from '../../ports.ts';
import { preflight } from '../local/preflight.ts';
import { hashesOf } from '../unit/inputs.ts';
import { Fleet, type FleetOptions } from './fleet.ts';

export { apiVariable, runpodClient } from './runpod-client.ts';
export type RunpodTargetOptions = FleetOptions;

export function runpodTarget(target: RunpodTarget, options: RunpodTargetOptions): Target {
  const fleet = new Fleet(target, options);
  const { environment, graceMilliseconds = 5_000 } = options;
  return {
    slots: unitsAtOnce(target, options),
    usesDirectory: ({ is }) => is === 'run',
    hashes: hashesOf,
    // Here, because a pod would be paid for.
    preflight: (command, workspace, signal) =>
      preflight(command, { workspace, environment, graceMilliseconds, signal }),
    begin: (run) => fleet.begin(run),
    run: (request, watch) => fleet.run(request, watch),
    release: (scope) => fleet.release(scope, scopeIsOver),
    settled: () => fleet.settled(),
    end: () => fleet.close(),
  };
}

/** The most units that may share one pod decide. */
function unitsAtOnce(target: RunpodTarget, { name, plan }: RunpodTargetOptions): number {
  const slots = Object.values(plan.commands).map((command) => slotsOf(command, name, target));
  return target.pods * Math.max(1, target.slots, ...slots);
}

function slotsOf(command: PlannedCommand, name: string, target: RunpodTarget): number {
  if (command.is === 'builtin' || command.target !== name) return 1;
  return (command.is === 'run' ? command.slots : undefined) ?? target.slots;
}
