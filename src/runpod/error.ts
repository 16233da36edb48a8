/** What RunPod refused, or why it could not be asked, in one sentence that says what to do. */

/**
 * - `auth` 401, `balance` 402, `forbidden` 403, `absent` 404, `conflict` 409, `rate` 429.
 * - `contract`: 413, 422 and any other 4xx; the same request will always be wrong.
 * - `refused` 400: no capacity, or a rule of the request that no type can tell; see `isCapacity`.
 * - `server`: 5xx, or an answer that is not the API's.
 * - `network`: no answer, or 408.
 */
export type RunpodErrorKind =
  | 'auth'
  | 'balance'
  | 'forbidden'
  | 'absent'
  | 'conflict'
  | 'refused'
  | 'contract'
  | 'rate'
  | 'server'
  | 'network';

export interface RunpodFailure {
  readonly kind: RunpodErrorKind;
  /** `POST /pods` */
  readonly request: string;
  readonly detail: string;
  /** 0 when there was no answer. */
  readonly status?: number;
  readonly errors?: readonly string[];
  readonly requestId?: string | undefined;
  readonly created?: 'no' | 'unknown';
}

export class RunpodError extends Error {
  readonly kind: RunpodErrorKind;
  readonly status: number;
  /** RunPod's own words, without secrets. */
  readonly detail: string;
  /** Of a request that breaks the contract: each point. */
  readonly errors: readonly string[];
  /** What RunPod's support asks for. */
  readonly requestId: string | undefined;
  /** Of a creation only. `unknown`: the pod may exist, and cost money; it is found by its name. */
  readonly created: 'no' | 'unknown' | undefined;

  constructor(failure: RunpodFailure) {
    super(sentence(failure));
    this.name = 'RunpodError';
    this.kind = failure.kind;
    this.status = failure.status ?? 0;
    this.detail = failure.detail;
    this.errors = failure.errors ?? [];
    this.requestId = failure.requestId;
    this.created = failure.created;
  }
}

export function kindOf(status: number): RunpodErrorKind {
  switch (status) {
    case 400:
      return 'refused';
    case 401:
      return 'auth';
    case 402:
      return 'balance';
    case 403:
      return 'forbidden';
    case 404:
      return 'absent';
    case 409:
      return 'conflict';
    case 413:
    case 422:
      return 'contract';
    case 429:
      return 'rate';
    case 408:
      return 'network';
    default:
      return status >= 400 && status < 500 ? 'contract' : 'server';
  }
}

const openings: Readonly<Record<RunpodErrorKind, string>> = {
  auth: 'RunPod does not accept the API key; check the variable that holds it',
  balance: "the RunPod account's balance is too low, a pod needs the money for its first hour; add credit",
  forbidden: 'the RunPod API key may not do this; give it the right, or use another key',
  absent: 'RunPod does not know this',
  conflict: 'RunPod does not do this in the present state',
  refused: 'RunPod refused the request',
  contract: 'RunPod finds the request wrong',
  rate: "RunPod's rate limit for this account is reached",
  server: 'RunPod failed; try again later',
  network: 'RunPod could not be reached',
};

function sentence({ kind, request, detail, status, errors = [], requestId, created }: RunpodFailure): string {
  const points = errors.length === 0 ? '' : `; ${errors.join('; ')}`;
  const doubt = created === 'unknown' ? '; the pod may exist all the same' : '';
  const facts = [
    request,
    ...(status ? [`status ${status}`] : []),
    ...(status ? [requestId ? `request ${requestId}` : 'no request id'] : []),
  ];
  return `${openings[kind]}: ${detail}${points}${doubt} (${facts.join(', ')})`;
}

/** Wordings seen for "no host is free"; there is no code for it. */
const noCapacity = [
  /no longer any instances? available/i,
  /does not have the resources to deploy/i,
  /try a different machine/i,
  /\bno (?:machines?|capacity|hosts?|gpus?|instances?) (?:is |are )?(?:currently )?available\b/i,
  /\b(?:insufficient|not enough|no) (?:\w+ )?capacity\b/i,
  /\bout of (?:stock|capacity)\b/i,
  /\bsold out\b/i,
];

/** RunPod has no host for this now; another offer may be had. */
export function isCapacity(error: unknown): boolean {
  return (
    error instanceof RunpodError &&
    error.kind === 'refused' &&
    noCapacity.some((wording) => wording.test(error.detail))
  );
}

/**
 * After every candidate was refused: what that means.
 * - `capacity`: nothing is free now.
 * - `usage`: the request itself is wrong. Such a rule is broken the same way by every candidate, so all answer the same.
 * - `auth`: the key has no access to any of them.
 *
 * `detail`: RunPod's words for it, with the request id.
 */
export function whatWasMeant(refusals: readonly RunpodError[]): {
  readonly is: 'capacity' | 'usage' | 'auth';
  readonly detail: string;
} {
  const said = (errors: readonly RunpodError[]) => {
    const ids = new Map(errors.map(({ detail, requestId }) => [detail, requestId]));
    return [...ids].map(([detail, id]) => (id ? `${detail} (request ${id})` : detail)).join('; ');
  };
  const refused = refusals.filter(({ kind }) => kind === 'refused');
  if (refused.length === 0 && refusals.length > 0) {
    const isForbidden = refusals.every(({ kind }) => kind === 'forbidden');
    return { is: isForbidden ? 'auth' : 'usage', detail: said(refusals) };
  }
  const others = refused.filter((error) => !isCapacity(error));
  // One candidate that got as far as "no host is free" shows that the request as such is right.
  const isSame = others.length === refused.length && new Set(others.map(({ detail }) => detail)).size === 1;
  return isSame ? { is: 'usage', detail: said(others) } : { is: 'capacity', detail: said(refused) };
}
