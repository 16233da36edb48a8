/** Before a run begins: the `preflight:` checks of its commands, each once, all of them. */
import type { Plan, RunCommand } from '../plan/plan.ts';
import type { Target } from '../ports.ts';
import { RunError } from './run-error.ts';

/** Rejects with a `RunError` that names all that failed. */
export async function runPreflights(
  plan: Plan,
  targets: ReadonlyMap<string, Target>,
  workspace: string,
  signal: AbortSignal,
): Promise<void> {
  const checks = new Map<string, RunCommand>();
  for (const command of Object.values(plan.commands)) {
    if (command.is !== 'run' || command.preflight === undefined) continue;
    const { target, shell, preflight, env } = command;
    const key = JSON.stringify([target, shell, preflight, env]);
    if (!checks.has(key)) checks.set(key, command);
  }
  const found = await Promise.all(
    [...checks.values()].map(async (command) => {
      const problem = await targets.get(command.target)?.preflight?.(command, workspace, signal);
      const name = command.agent ? `the agent \`${command.agent.name}\`` : `\`/${command.name}\``;
      return problem === undefined ? [] : [{ name, problem }];
    }),
  );
  for (const target of targets.values()) target.end?.();
  const [first, ...others] = found.flat();
  if (first === undefined) return;
  throw new RunError(
    others.length === 0
      ? `nothing was run: the preflight of ${first.name} failed: ${first.problem}`
      : [
          `nothing was run: ${others.length + 1} preflights failed`,
          ...[first, ...others].map(({ name, problem }) => `  ${name}: ${problem}`),
        ].join('\n'),
  );
}
