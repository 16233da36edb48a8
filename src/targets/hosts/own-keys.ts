/** Keys that open the account or a host: no command may take one with it to another machine. */
import type { Plan, RemoteTarget } from '../../plan/plan.ts';
import { privateKeyOf, SettingError } from './setting.ts';

interface OwnKey {
  readonly what: string;
  /** Undefined where the project file itself says it. */
  readonly variable: string | undefined;
  /** Undefined where it is not set, or cannot be read. */
  readonly value: string | undefined;
}

/** A shorter value says nothing, and stands in many words. */
const shortest = 8;

/** What is set would take a key to a place where it must not go. */
export class OwnKeyError extends SettingError {}

/** Whatever the variable is called that holds it. Throws an `OwnKeyError`. `name`: of the target that gets commands. */
export function refuseOwnKeys(
  { name, plan }: { readonly name: string; readonly plan: Plan },
  environment: NodeJS.ProcessEnv,
): void {
  const targets = Object.entries(plan.targets ?? {});
  const keys = targets.flatMap(([other, target]) => keyOf(other, target, environment));
  // Where it stands in this machine's environment it is the account's, whatever else a target names.
  if (plan.targets?.[name]?.kind === 'runpod')
    keys.push({ ...accountKey, value: bareOf(environment.RUNPOD_API_KEY) });
  for (const command of Object.values(plan.commands)) {
    if (command.is !== 'run' || command.target !== name) continue;
    for (const variable of command.env) {
      const key = keys.find((one) => one.variable === variable || isIn(one, environment[variable]));
      if (key)
        throw new OwnKeyError(
          `\`/${command.name}\` would take \`${variable}\` to \`${name}\`, and that is ${key.what}, which never leaves this machine; take it out of the command's \`env:\``,
        );
    }
  }
}

const accountKey = { what: "RunPod's account key", variable: 'RUNPOD_API_KEY' };

function keyOf(name: string, target: RemoteTarget, environment: NodeJS.ProcessEnv): OwnKey[] {
  if (target.kind === 'runpod')
    return [{ ...accountKey, variable: target.key, value: bareOf(environment[target.key]) }];
  const what = `the private key of the target \`${name}\``;
  const variable = 'variable' in target.key ? target.key.variable : undefined;
  try {
    return [{ what, variable, value: bareOf(privateKeyOf(target.key, what, environment)) }];
  } catch {
    // Whoever connects with it says so.
    return [{ what, variable, value: undefined }];
  }
}

function bareOf(text: string | undefined): string | undefined {
  const bare = text?.trim() ?? '';
  return bare.length < shortest ? undefined : bare;
}

/** Also as a part, as in `Bearer …`. */
function isIn({ value }: OwnKey, text: string | undefined): boolean {
  return value !== undefined && text?.includes(value) === true;
}
