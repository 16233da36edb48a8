/** What the parts of the RunPod front share: a call once it is understood, a reply, an error in RunPod's shape. */
import type { Json, JsonObject } from '../github/api.ts';

export type Caller =
  | { readonly kind: 'account'; readonly readOnly: boolean }
  /** The key that a pod finds in its environment. */
  | { readonly kind: 'pod'; readonly pod: string };

export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  readonly caller: Caller;
}

export interface Reply {
  readonly status: number;
  readonly body?: Json;
  /** Runs when the answer is out. */
  readonly afterwards?: () => void;
}

export type Handlers = Readonly<Record<string, (call: Call) => Reply | Promise<Reply>>>;

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  402: 'Payment Required',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  409: 'Conflict',
  413: 'Payload Too Large',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

export class Problem extends Error {
  readonly status: number;
  readonly errors: readonly string[];

  constructor(status: number, detail: string, errors: readonly string[] = []) {
    super(detail);
    this.status = status;
    this.errors = errors;
  }

  get body(): JsonObject {
    const { status, message, errors } = this;
    const title = TITLES[status] ?? 'Error';
    return { title, status, detail: message, ...(errors.length > 0 ? { errors: [...errors] } : {}) };
  }
}

/** No more instances of that kind, as the scheduler says it; and as a single machine says it. */
export const NO_CAPACITY = {
  instances:
    'There are no longer any instances available with the requested specifications. Please refresh and try again.',
  machine: 'This machine does not have the resources to deploy your pod. Please try a different machine',
} as const;

export function list(value: string | undefined): string[] {
  return value === undefined || value === '' ? [] : value.split(',');
}
