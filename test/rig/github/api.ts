/** What every part of the GitHub front shares: a call once it is understood, a reply, an error in GitHub's shape. */
export type Json = string | number | boolean | null | Json[] | JsonObject;
export interface JsonObject {
  [name: string]: Json;
}

export type Access = 'read' | 'write';
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read' | 'none';

/** A job token acts as the GitHub Actions App with exactly its `permissions:`; a person acts with a role. */
export type Actor =
  | { readonly kind: 'job'; readonly login: string; readonly permissions: Readonly<Record<string, Access>> }
  | { readonly kind: 'person'; readonly login: string; readonly role: Role };

/** A request that has passed authentication, permissions and the document. */
export interface Call {
  readonly operation: string;
  readonly method: string;
  /** The path and query as they were sent, for the part that passes them on. */
  readonly target: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: JsonObject;
  readonly accept: string;
  readonly actor: Actor;
}

export interface Reply {
  readonly status: number;
  readonly body?: Json;
  /** For media types other than JSON; then `body` is ignored. */
  readonly raw?: { readonly type: string; readonly bytes: Buffer };
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handlers = Readonly<Record<string, (call: Call) => Reply | Promise<Reply>>>;

export interface FieldError extends JsonObject {
  resource: string;
  field: string;
  code: string;
  message: string;
}

export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly FieldError[];

  constructor(status: number, message: string, errors: readonly FieldError[] = []) {
    super(message);
    this.status = status;
    this.errors = errors;
  }

  reply(): Reply {
    const body: JsonObject = {
      message: this.message,
      documentation_url: 'https://docs.github.com/rest',
      status: String(this.status),
    };
    if (this.errors.length > 0) body.errors = [...this.errors];
    return { status: this.status, body };
  }
}

export function notFound(): ApiError {
  return new ApiError(404, 'Not Found');
}

/** GitHub's 422 for one field of one resource. */
export function invalid(resource: string, field: string, message: string): ApiError {
  return new ApiError(422, 'Validation Failed', [{ resource, field, code: 'custom', message }]);
}

/** A time of GitHub's own clock that a test has chosen, so that what it makes stands in an order. */
export type Time = Date | string;

/** GitHub's timestamps have no fraction of a second. */
export function stamp(at: Time = new Date()): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}

export function now(): string {
  return stamp();
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/**
 * Ids start at a different, large number for each kind, so that a test which confuses two kinds of id fails and
 * code that keeps an id in 32 bits fails too.
 */
export function idSequence(start: number): () => number {
  let last = start;
  return () => ++last;
}

/** The formats GitHub is asked for beyond plain JSON: `raw` in `application/vnd.github.v3.raw+json`. */
export function mediaFormats(accept: string): string[] {
  const formats = [...accept.matchAll(/vnd\.github\.(?:v3\.)?([\w-]+)/g)].map((found) => found[1] ?? '');
  return formats.filter((format) => format !== 'v3');
}

/** One page of a list, with GitHub's `Link` header. */
export function page(
  call: Call,
  url: string,
  items: readonly Json[],
): { items: Json[]; headers: Record<string, string> } {
  const size = Math.min(100, Math.max(1, Number(call.query.per_page ?? 30)));
  const current = Math.max(1, Number(call.query.page ?? 1));
  const last = Math.max(1, Math.ceil(items.length / size));
  const link = (number: number, relation: string): string => {
    const address = new URL(call.target, url);
    address.searchParams.set('page', String(number));
    return `<${address.href}>; rel="${relation}"`;
  };
  const links: string[] = [];
  if (current > 1) links.push(link(current - 1, 'prev'));
  if (current < last) links.push(link(current + 1, 'next'), link(last, 'last'));
  if (current > 1) links.push(link(1, 'first'));
  return {
    items: items.slice((current - 1) * size, current * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}
