/** Calls to GitHub that survive a bad moment, and say in one line what a missing permission costs. */
import { getOctokit } from '@actions/github';

export type Octokit = ReturnType<typeof getOctokit>;

const attempts = 4;
/** In all, for one call. */
const longestWaitSeconds = 60;

/** One token's way to GitHub. */
export class GitHubApi {
  readonly octokit: Octokit;
  readonly #sleep: (seconds: number) => Promise<void>;
  /** The rate limit that was given up on: asking on would only make it longer. */
  #limit: { readonly error: unknown } | undefined;
  #isFinishing = false;
  #login: Promise<string | undefined> | undefined;

  constructor(
    token: string,
    sleep: (seconds: number) => Promise<void> = (seconds) =>
      new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  ) {
    this.octokit = getOctokit(token);
    this.#sleep = sleep;
  }

  /** From here on come the calls that close what is open: each is tried once even after a rate limit. */
  finish(): void {
    this.#isFinishing = true;
  }

  /**
   * Repeats a call that failed for a reason that passes: no answer, 5xx, and rate limits, waiting as GitHub asks. A call
   * that creates something gives `find`: after a failure that may have come too late, what exists is looked for first.
   */
  async persist<Result>(
    call: () => Promise<Result>,
    options: { readonly find?: () => Promise<Result | undefined> } = {},
  ): Promise<Result> {
    const limited = this.#limit;
    if (limited && !this.#isFinishing) throw limited.error;
    let waited = 0;
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await call();
      } catch (error) {
        const wait = secondsToWait(error, attempt);
        const isTooLong = wait === undefined || waited + wait > longestWaitSeconds;
        if (isTooLong || limited || attempt >= attempts) {
          if (isRateLimit(error)) this.#limit ??= { error };
          throw error;
        }
        await this.#sleep(wait);
        waited += wait;
        const found = isRateLimit(error) ? undefined : await quietly(options.find);
        if (found !== undefined) return found;
      }
    }
  }

  /** The account the token belongs to; undefined for the token of an App, which GitHub does not tell. Asked once. */
  login(): Promise<string | undefined> {
    this.#login ??= this.persist(() => this.octokit.rest.users.getAuthenticated()).then(
      ({ data }) => data.login,
      () => undefined,
    );
    return this.#login;
  }
}

/** Looking is a courtesy: when it fails too, the call is made again as if nothing had been found. */
async function quietly<Result>(find?: () => Promise<Result | undefined>): Promise<Result | undefined> {
  try {
    return await find?.();
  } catch {
    return undefined;
  }
}

/** Undefined when trying again would not help. */
function secondsToWait(error: unknown, attempt: number): number | undefined {
  if (isRateLimit(error)) return secondsAsked(error);
  return statusOf(error) >= 500 || isNetworkFailure(error) ? 2 ** (attempt - 1) : undefined;
}

/** By GitHub's rules: what it says, else when the hour's quota is new, else a minute. */
function secondsAsked(error: unknown): number {
  const headers = headersOf(error);
  const after = Number(headers['retry-after']);
  if (Number.isFinite(after) && after > 0) return after;
  const reset = Number(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset))
    return Math.max(1, Math.ceil(reset - Date.now() / 1000));
  return longestWaitSeconds;
}

/** GitHub answers a rate limit with 429, or with the same 403 as a missing permission. */
export function isRateLimit(error: unknown): boolean {
  const status = statusOf(error);
  if (status !== 403) return status === 429;
  const headers = headersOf(error);
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    (error instanceof Error && /\brate limit|abuse detection/i.test(error.message))
  );
}

/** Not every error without a status: a mistake of this program must show itself at once. */
function isNetworkFailure(error: unknown): boolean {
  if (statusOf(error) !== 0 || !(error instanceof Error)) return false;
  const isFetch = error instanceof TypeError && error.message === 'fetch failed';
  return isFetch || /^(?:Abort|Timeout|Fetch)Error$/.test(error.name) || hasNetworkCode(error);
}

function hasNetworkCode(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return (
    typeof code === 'string' &&
    /^(?:UND_ERR_|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|ENET|EHOST)/.test(code)
  );
}

/** 0 when there was no answer at all. */
export function statusOf(error: unknown): number {
  return typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 0;
}

function headersOf(error: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof error !== 'object' || error === null || !('response' in error)) return {};
  const { response } = error;
  if (typeof response !== 'object' || response === null || !('headers' in response)) return {};
  return (response.headers ?? {}) as Record<string, string | undefined>;
}

/** What was lost, and what would bring it back: one line for the log, the comment and the summary. */
export function lossOf(
  what: string,
  permission: string,
  error: unknown,
  { isFork }: { readonly isFork: boolean },
): string {
  const status = statusOf(error);
  if (status === 401) return `${what} was not written: GitHub refused the token`;
  if (isRateLimit(error)) return `${what} was not written: GitHub's rate limit for this token is reached`;
  if (status === 403 || status === 404) {
    return isFork
      ? `${what} was not written: for a pull request from a fork GitHub gives the job a read-only token`
      : `${what} was not written: the job needs \`permissions: { ${permission}: write }\``;
  }
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `${what} was not written: ${reason}`;
}
