/** Calls to GitHub that survive a bad moment, and say in one line what a missing permission costs. */
import { getOctokit } from '@actions/github';

export type Octokit = ReturnType<typeof getOctokit>;

export function connect(token: string): Octokit {
  return getOctokit(token);
}

const attempts = 4;
const longestWaitSeconds = 60;

/**
 * Repeats a call that failed for a reason that passes: 5xx, 429 and secondary rate limits, waiting as GitHub asks. A call
 * that creates something gives `find`: after a failure that may have happened too late, what exists is looked for first.
 */
export async function persist<Result>(
  call: () => Promise<Result>,
  options: { find?: () => Promise<Result | undefined>; sleep?: (seconds: number) => Promise<void> } = {},
): Promise<Result> {
  const sleep = options.sleep ?? ((seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)));
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await call();
    } catch (error) {
      const wait = secondsToWait(error, attempt);
      if (wait === undefined || attempt >= attempts) throw error;
      await sleep(wait);
      const found = statusOf(error) >= 500 ? await options.find?.() : undefined;
      if (found !== undefined) return found;
    }
  }
}

/** Undefined when trying again would not help. */
function secondsToWait(error: unknown, attempt: number): number | undefined {
  const status = statusOf(error);
  const headers = headersOf(error);
  const asked = Number(headers['retry-after']);
  const limited =
    status === 429 ||
    (status === 403 && (Number.isFinite(asked) || headers['x-ratelimit-remaining'] === '0'));
  if (limited) return Math.min(longestWaitSeconds, Number.isFinite(asked) && asked > 0 ? asked : 15);
  return status >= 500 || status === 0 ? Math.min(longestWaitSeconds, 2 ** (attempt - 1)) : undefined;
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

/** What was lost, and which permission would bring it back: one line for the log, the comment and the summary. */
export function lossOf(what: string, permission: string, error: unknown): string {
  const status = statusOf(error);
  if (status === 401) return `${what} was not written: GitHub refused the token`;
  if (status === 403 || status === 404)
    return `${what} was not written: the job needs \`permissions: { ${permission}: write }\``;
  const reason = error instanceof Error ? error.message.split('\n')[0] : String(error);
  return `${what} was not written: ${reason}`;
}
