/** A declared target over SSH → the target, with all its settings looked at. */
import type { RemoteTarget } from '../plan/plan.ts';
import type { Target } from '../ports.ts';
import { ownerOf } from '../runpod/owner.ts';
import { refuseOwnKeys } from './hosts/own-keys.ts';
import { endpointOf, sshTarget } from './hosts/ssh.ts';
import { type RunpodTargetOptions, runpodClient, runpodTarget } from './pods/runpod.ts';

export interface RemoteTargetOptions extends Omit<RunpodTargetOptions, 'owner'> {
  /** Absolute: the project's root. */
  readonly workspace: string;
}

/** Throws a `SettingError` when something is not set that it needs, or is set that may not go there. */
export function remoteTarget(target: RemoteTarget, options: RemoteTargetOptions): Target {
  const { name, environment, workspace } = options;
  refuseOwnKeys(options, environment);
  if (target.kind === 'ssh') {
    endpointOf(name, target, environment);
    return sshTarget(target, options);
  }
  runpodClient(name, target, environment);
  return runpodTarget(target, { ...options, owner: ownerOf(environment, workspace) });
}
