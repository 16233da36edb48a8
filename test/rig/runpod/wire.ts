/** Requests and replies on the wire: keys, kinds of requests, words of refusals. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { ErrorObject } from 'ajv';
import type { Json } from '../github/api.ts';
import type { Caller } from './api.ts';

/** Bytes. */
export const LARGEST_BODY = 102_400;

const KINDS = {
  createPod: 'create',
  deletePod: 'delete',
  podAction: 'action',
  getPod: 'get',
  listPods: 'list',
  getPodLogs: 'logs',
  listGpuTypes: 'catalog',
  getGpuType: 'catalog',
  listCpuTypes: 'catalog',
  getCpuType: 'catalog',
  listDataCenters: 'catalog',
  getDataCenter: 'catalog',
} as const;
export type Kind = (typeof KINDS)[keyof typeof KINDS];

export const REFUSALS = {
  400: 'bad request',
  401: 'invalid API key',
  402: 'your balance is too low to deploy this pod',
  403: 'your account does not have access to this GPU pool',
  404: 'not found',
  409: 'the pod is in another state',
  413: `request body exceeds ${LARGEST_BODY} bytes`,
  422: 'request body failed validation',
  500: 'an unexpected error occurred',
  502: 'bad gateway',
  503: 'service unavailable',
} as const;

export function kindOf(operation: string): Kind | undefined {
  return Object.hasOwn(KINDS, operation) ? KINDS[operation as keyof typeof KINDS] : undefined;
}

/** As RunPod words them: `$.gpu: additional properties 'size' not allowed`. */
export function worded(error: ErrorObject): string {
  const at = `$${error.instancePath.replaceAll('/', '.')}`;
  const extra: unknown = error.params.additionalProperty ?? error.params.unevaluatedProperty;
  if (typeof extra === 'string') return `${at}: additional properties '${extra}' not allowed`;
  return `${at}: ${error.message ?? 'is not valid'}`;
}

export function callerName(caller: Caller): string {
  return caller.kind;
}

export function keyKind(key: string | undefined, caller: Caller | undefined): string {
  if (key === undefined) return 'none';
  if (caller === undefined) return 'unknown';
  if (caller.kind === 'pod') return `pod:${caller.pod}`;
  return caller.readOnly ? 'read-only' : 'account';
}

export function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
}

export function parsed(sent: string): Json | undefined {
  try {
    return JSON.parse(sent) as Json;
  } catch {
    return undefined;
  }
}

export function newKey(): string {
  return `rpa_${randomBytes(24).toString('hex').toUpperCase()}`;
}

/** 14 letters and digits, as RunPod's are. */
export function randomId(): string {
  return BigInt(`0x${randomBytes(12).toString('hex')}`)
    .toString(36)
    .padStart(14, '0')
    .slice(-14);
}
