/** The values of a plan that a job's log must never show. */
import type { Plan } from '../plan/plan.ts';

/** Line by line, as the runner masks them: the keys of hosts and of RunPod. */
export function secretsOf(plan: Plan, environment: NodeJS.ProcessEnv): string[] {
  const variables = Object.values(plan.targets ?? {}).flatMap((target) =>
    target.kind === 'runpod' ? [target.key] : 'variable' in target.key ? [target.key.variable] : [],
  );
  return variables
    .flatMap((name) => (environment[name] ?? '').split(/\r?\n/))
    .filter((line) => line.length >= 6 && !line.startsWith('-----'));
}
