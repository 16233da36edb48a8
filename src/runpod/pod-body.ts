/** A target and a candidate → the request that makes the pod. */
import type { RunpodTarget } from '../plan/plan.ts';
import type { CreatePodBody } from './api.ts';
import type { Placement } from './candidates.ts';
import { epochOf } from './pod-name.ts';
import { startScript } from './start-script.ts';

/** Seconds after which a pod ends itself when nobody has renewed its lease. */
export const leaseSeconds = 600;
/** Seconds, from the start of its container, in which a pod must be reached for the first time. */
export const graceSeconds = 1800;

export interface PodRequest {
  readonly name: string;
  readonly owner: string;
  readonly run: string;
  readonly target: Pick<RunpodTarget, 'start'>;
  readonly placement: Placement;
  /** One line: the only key that opens it. */
  readonly publicKey: string;
  /** OpenSSH PEM: the key that it must show. It is made for this pod and worth nothing without it. */
  readonly hostPrivateKey: string;
  /** Seconds since the epoch: its end of life. */
  readonly expires: number;
  readonly lease?: number;
  readonly grace?: number;
  /** Where the pod itself finds RunPod, if that is another place than usual. */
  readonly apiBase?: string;
}

/**
 * Everybody with the account's key can read it back, so it holds no secret but the host's key. Values of the environment
 * are plain: some images write them into a script without quoting.
 */
export function podBody(request: PodRequest): CreatePodBody {
  const { name, target, placement } = request;
  const environment = {
    PUBLIC_KEY: request.publicKey,
    MLW_HOST_KEY: Buffer.from(request.hostPrivateKey).toString('base64'),
    MLW_OWNER: request.owner,
    MLW_NAME: name,
    MLW_RUN: request.run,
    MLW_EXPIRES: String(Math.floor(request.expires)),
    MLW_LIFETIME: String(Math.max(0, Math.floor(request.expires) - epochOf(name))),
    MLW_LEASE: String(request.lease ?? leaseSeconds),
    MLW_GRACE: String(request.grace ?? graceSeconds),
    ...(request.apiBase === undefined ? {} : { MLW_API: request.apiBase }),
  };
  for (const [key, value] of Object.entries(environment)) {
    if (!/^[\w@%+=:,./ -]+$/.test(value))
      throw new Error(`internal: ${key} of a pod is not plain text; please report this`);
  }
  return {
    name,
    ...placement,
    ports: ['22/tcp'],
    env: environment,
    entrypoint: ['/bin/bash', '-c'],
    cmd: [startScript(target.start)],
    startSsh: false,
    startJupyter: false,
  };
}
