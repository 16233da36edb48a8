/** RunPod's API with the key that a target names. */
import type { RunpodTarget } from '../../plan/plan.ts';
import { RunpodClient } from '../../runpod/client.ts';
import { SettingError } from '../hosts/setting.ts';

export const apiVariable = 'RUNPOD_API_URL';

/** Settings that a run will need. Throws a `SettingError`. */
export function runpodClient(
  name: string,
  target: Pick<RunpodTarget, 'key'>,
  environment: NodeJS.ProcessEnv,
  say?: (text: string) => void,
): RunpodClient {
  const key = environment[target.key]?.trim();
  if (key === undefined || key === '')
    throw new SettingError(`${target.key} is not set; it holds the key of RunPod for the target \`${name}\``);
  const base = environment[apiVariable];
  const onWait =
    say && ((seconds: number, why: string) => say(`RunPod asks to wait ${Math.ceil(seconds)} s: ${why}`));
  return new RunpodClient({ key, base: base === '' ? undefined : base, onWait });
}
