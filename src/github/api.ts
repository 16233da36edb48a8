/** Calls to GitHub that survive a bad moment, and say in one line what a missing permission costs. */
import { getOctokit } from '@actions/github';

export type Octokit = ReturnType<typeof getOctokit>;

const attempts = 4;
/** In all, for one call. */
const longestWaitSeconds = 60;
/** Who writes with the job's own token. */
const jobLogin = 'github-actions[bot]';

export interface RepositoryName {
  readonly owner: string;
  readonly repository: string;
}

/** The parameters that octokit wants for it. */
export function placeOf({ owner, repository }: RepositoryName): { owner: string; repo: string } {
  return { owner, repo: repository };
}

/** As GitHub names whoever has written something; null when the account is gone. */
export type Account = { readonly login: string; readonly type: string } | null | undefined;

/** One token's way to GitHub. */
export class GitHubApi {
  readonly octokit: Octokit;
  readonly #sleep: (seconds: number) => Promise<void>;
  /** The rate limit that was given up on: asking on would only make it longer. */
  #limit: { readonly error: unknown } | undefined;
  #isFinishing = false;
  #login: Promise<string | undefined> | undefined;
  #requests = 0;

  constructor(
    token: string,
    sleep: (seconds: number) => Promise<void> = (seconds) =>
      new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
  ) {
    // Where the runner says, now: the package looks only once, when it is loaded.
    const baseUrl = process.env.GITHUB_API_URL;
    this.octokit = getOctokit(token, baseUrl ? { baseUrl } : {});
    this.#sleep = sleep;
    this.octokit.hook.before('request', () => {
      this.#requests += 1;
    });
  }

  /** Sent until now, each page of a list and each new attempt too: what GitHub counts against the token's quota. */
  get requests(): number {
    return this.#requests;
  }

  /** For those who wait between calls of their own. */
  sleep(seconds: number): Promise<void> {
    return this.#sleep(seconds);
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

  /**
   * Whether this token's account has written something that carries a marker of ours: somebody may have quoted it. Whose
   * token this is costs a request, which is only made when it was not the job's own account.
   */
  async isOwn(account: Account): Promise<boolean> {
    if (!account) return false;
    const isBot = account.type === 'Bot';
    if (isBot && account.login === jobLogin) return true;
    const own = await this.login();
    // A job's own token does not tell its login, nor does that of an App: then nobody else's comment is taken for ours.
    return own !== undefined && account.login === own;
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
    return Math.max(1, Math.ceil(reset - secondsNow(headers)));
  return longestWaitSeconds;
}

/** By GitHub's clock where it says: that of a runner may be minutes off. */
function secondsNow(headers: Readonly<Record<string, string | undefined>>): number {
  const at = Date.parse(headers.date ?? '');
  return (Number.isNaN(at) ? Date.now() : at) / 1000;
}

/** The token may not do it, which GitHub also says of what the token may not see; no rate limit. */
export function isForbidden(error: unknown): boolean {
  const status = statusOf(error);
  return status === 404 || (status === 403 && !isRateLimit(error));
}

/** `undefined` for what is not there. */
export async function orAbsent<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    // 410: it was there, and somebody has deleted it.
    if (statusOf(error) === 404 || statusOf(error) === 410) return undefined;
    throw error;
  }
}

/** What GitHub or the network says, one line. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.trim() || 'no reason was given';
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
  return `${what} was not written: ${reasonOf(error)}`;
}
