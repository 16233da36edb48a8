/** One message to one address, tried three times. Who is not reached is a sentence, never an error: no run fails for it. */

/** What the messages go through; given, so that it can be another one. */
export interface Outside {
  readonly fetch: typeof fetch;
  readonly sleep: (seconds: number) => Promise<void>;
}

const attempts = 3;
const timeoutSeconds = 10;
/** What a receiver may ask us to wait, between two attempts. */
const longestWaitSeconds = 30;
const redirects = 3;
const localHosts: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Undefined when it has arrived, else why not, without the address: whoever knows it may write there. */
export async function deliver(
  address: string,
  body: unknown,
  { fetch, sleep }: Outside,
): Promise<string | undefined> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return 'this is no address';
  const wrong = refusal(url);
  if (wrong !== undefined) return wrong;
  const text = JSON.stringify(body);
  for (let attempt = 1; ; attempt += 1) {
    const answer = await post(url, text, fetch);
    if (answer.is === 'arrived') return undefined;
    if (answer.is === 'refused' || attempt === attempts) return answer.why;
    await sleep(Math.min(answer.after ?? 2 ** attempt, longestWaitSeconds));
  }
}

type Answer =
  | { readonly is: 'arrived' }
  | { readonly is: 'refused'; readonly why: string }
  /** Worth another attempt. `after`: seconds. */
  | { readonly is: 'later'; readonly why: string; readonly after?: number };

async function post(url: URL, body: string, fetch: Outside['fetch']): Promise<Answer> {
  let to = url;
  for (let redirect = 0; ; redirect += 1) {
    let response: Response;
    try {
      response = await fetch(to, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'ml-workflow' },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutSeconds * 1000),
      });
      // Nothing of it is read: it may be of any size.
      await response.body?.cancel();
    } catch (error) {
      return { is: 'later', why: failureOf(error) };
    }
    const { status, headers } = response;
    if (response.ok) return { is: 'arrived' };
    const why = `the receiver answered ${status}`;
    if (status === 408 || status === 429 || status >= 500) {
      const after = secondsAfter(headers);
      return { is: 'later', why, ...(after === undefined ? {} : { after }) };
    }
    // The others turn a POST into a GET, and the message would be lost.
    if (status !== 307 && status !== 308) return { is: 'refused', why };
    const location = headers.get('location') ?? '';
    const next = URL.canParse(location, to.href) ? new URL(location, to) : undefined;
    if (next?.host !== url.host || next.protocol !== url.protocol)
      return { is: 'refused', why: 'the receiver redirects to another host, which is not followed' };
    if (redirect === redirects) return { is: 'refused', why: 'the receiver redirects without an end' };
    to = next;
  }
}

function refusal({ protocol, hostname, username, password }: URL): string | undefined {
  if (username !== '' || password !== '') return 'the address has a password in it, which is not sent';
  if (protocol === 'https:' || (protocol === 'http:' && localHosts.includes(hostname))) return undefined;
  return 'the address does not begin with `https://`';
}

/** Seconds, or a date. */
function secondsAfter(headers: Headers): number | undefined {
  const written = headers.get('retry-after');
  if (written === null) return undefined;
  const seconds = /^\d+$/.test(written.trim())
    ? Number(written)
    : (Date.parse(written) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined;
}

/** The network's code alone: its message may have the address in it. */
function failureOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return `no answer within ${timeoutSeconds} s`;
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code)
    ? `the receiver cannot be reached (${code})`
    : 'the receiver cannot be reached';
}
