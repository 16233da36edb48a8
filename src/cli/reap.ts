/** `ml-workflow reap`: ends what is left of our pods, and says of each what became of it. */
import { OwnerError } from '../runpod/owner.ts';
import { reapAccount, reapJson, reapText } from '../runpod/reap-account.ts';
import { type Arguments, UsageError } from './arguments.ts';

export interface ReapOutput {
  /** For standard output. */
  readonly output: string;
  /** Something may go on costing money. */
  readonly problem?: string | undefined;
}

/** Throws a `UsageError`. `folder`: absolute. */
export async function reapPods(
  args: Arguments,
  folder: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ReapOutput> {
  const { all = false, dryRun = false, owner, keyVariable = 'RUNPOD_API_KEY' } = args.reap ?? {};
  const { run } = args;
  if (run === '') throw new UsageError('`--run` has no value');
  const key = environment[keyVariable]?.trim() ?? '';
  if (key === '')
    throw new UsageError(
      `the environment variable \`${keyVariable}\` holds no RunPod API key`,
      '`--key-variable` names another one',
    );
  try {
    const result = await reapAccount({ environment, folder, key, owner, run, all, dryRun });
    const text = result.is === 'done' ? reapText(result.reaped) : '';
    return {
      output: args.format === 'json' ? `${JSON.stringify(reapJson(result), null, 2)}\n` : text,
      problem: result.problem,
    };
  } catch (error) {
    if (error instanceof OwnerError) throw new UsageError(error.message);
    throw error;
  }
}
