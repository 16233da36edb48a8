/** Checks of a RunPod account by its key: what the key may do, what is alive, what is left of the rate limit. */
import { setTimeout as pause } from 'node:timers/promises';
import { RunpodClient } from '../runpod/client.ts';
import { RunpodError } from '../runpod/error.ts';
import { OwnerError, ownerOf } from '../runpod/owner.ts';
import { members } from '../runpod/rate.ts';
import { type Reaped, type ReapedPod, reap } from '../runpod/reap.ts';
import { apiVariable } from '../targets/pods/runpod.ts';
import { type Check, notChecked, ok, problem, type Section, warning } from './check.ts';

export interface AccountExamination {
  readonly environment: NodeJS.ProcessEnv;
  /** The folder of the project. Absolute. */
  readonly folder: string;
  readonly offline: boolean;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface Account {
  readonly section: Section;
  /** Undefined when the account cannot be asked. */
  readonly client?: RunpodClient;
  /** Seconds that this machine's clock is ahead of RunPod's. */
  readonly skew?: number;
}

/** `variable`: the one that holds the key. */
export async function examineAccount(variable: string, how: AccountExamination): Promise<Account> {
  const title = `RunPod account: ${variable}`;
  const rest = ['access', 'rights', 'pods', 'rate limit', 'balance'];
  const stopped = (checks: readonly Check[], why: string): Account => {
    const left = rest.filter((name) => !checks.some((check) => check.name === name));
    return { section: { title, checks: [...checks, ...left.map((name) => notChecked(name, why))] } };
  };
  const key = how.environment[variable]?.trim() ?? '';
  if (key === '')
    return stopped(
      [problem('key', `${variable} is not set; it holds the account's key`, { advice: howToGetKey })],
      'there is no key',
    );
  const heard = new Heard(how.now);
  const base = how.environment[apiVariable];
  let client: RunpodClient;
  try {
    client = new RunpodClient({
      key,
      base: base || undefined,
      fetch: heard.fetch,
      // A person waits for the answer.
      sleep: (milliseconds, signal) => briefly(milliseconds, signal),
      longestWaitSeconds: 5,
      timeoutMilliseconds: 15_000,
    });
  } catch (error) {
    if (!(error instanceof RunpodError)) throw error;
    return stopped([problem('key', error.detail, { advice: `set ${variable} anew` })], 'there is no key');
  }
  const keyCheck = ok('key', `${variable} is set${base ? `; it is used at ${base}` : ''}`);
  if (how.offline) return stopped([keyCheck], '`--offline`');
  const { pods, check: access } = await accessCheck(client, variable, how);
  const checks = [keyCheck, access];
  const told = heard.skew === undefined ? {} : { skew: heard.skew };
  if (access.state === 'problem' && pods === undefined)
    return { ...stopped([...checks, ...heard.limits()], 'there is no access'), ...told };
  const catalogue = await catalogueCheck(client);
  const section = {
    title,
    checks: [...checks, catalogue, creation, ...podChecks(pods), ...orNone(heard.limits()), balance],
  };
  return { section, client, ...told };
}

/** What waits for longer looks again, and waits again. */
async function briefly(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  await pause(Math.min(milliseconds, 500), undefined, signal ? { signal } : {});
}

const howToGetKey =
  'make one at https://console.runpod.io/user/settings and export it. A Restricted key is enough: it has to read and write pods, and to read the catalogue, network volumes and bills';

const creation = notChecked('right to create', 'it shows only when a pod is made, which costs money', {
  advice:
    'see that the key may read and WRITE pods: a Read Only key passes all that is checked here, and is refused at the first pod',
});

const balance = notChecked('balance', 'the API does not tell it', {
  advice: 'see https://console.runpod.io/user/billing: a pod needs credit for its first hour',
});

interface Access {
  readonly check: Check;
  readonly pods?: Reaped | { readonly problem: string };
}

/** The list of pods is what every key of an account may read, and a key of a pod may not. */
async function accessCheck(
  client: RunpodClient,
  variable: string,
  { environment, folder, now }: AccountExamination,
): Promise<Access> {
  try {
    const accepted = ok('access', 'RunPod accepts the key, and it may list pods');
    try {
      // It only looks, and so never waits.
      const clock = { now, sleep: async () => {} };
      const pods = await reap(client, { owner: ownerOf(environment, folder), clock, dryRun: true });
      return { check: accepted, pods };
    } catch (error) {
      if (!(error instanceof OwnerError)) throw error;
      await client.pods();
      return { check: accepted, pods: { problem: error.message } };
    }
  } catch (error) {
    if (!(error instanceof RunpodError)) throw error;
    return { check: problem('access', error.message, { advice: adviceFor(error, variable, environment) }) };
  }
}

function adviceFor(error: RunpodError, variable: string, environment: NodeJS.ProcessEnv): string {
  switch (error.kind) {
    case 'auth':
      return `it was deleted, or not copied as a whole: ${howToGetKey}`;
    case 'forbidden':
      return environment.RUNPOD_POD_ID === undefined
        ? `it may be the key of a pod, or have no right to read pods: ${howToGetKey}`
        : `this is a pod, whose own key stands in RUNPOD_API_KEY and may end this pod only; put the account's key into another variable, and name that as the target's \`key: { env: … }\`${variable === 'RUNPOD_API_KEY' ? '' : ` (${variable} holds no better one)`}`;
    case 'rate':
      return 'wait, then try again';
    default:
      return `try again; see https://uptime.runpod.io${environment[apiVariable] ? `, and ${apiVariable}, which names another address` : ''}`;
  }
}

async function catalogueCheck(client: RunpodClient): Promise<Check> {
  try {
    const gpus = await client.gpus();
    return ok('rights', `the key reads pods, and the catalogue (${gpus.length} types of GPUs)`);
  } catch (error) {
    if (!(error instanceof RunpodError)) throw error;
    return problem('rights', `it does not read the catalogue: ${error.message}`, {
      advice: 'without it no offer can be chosen: let the key read it',
    });
  }
}

function podChecks(pods: Access['pods']): Check[] {
  if (pods === undefined) return [];
  if ('problem' in pods) return [problem('pods', pods.problem, { advice: 'set ML_WORKFLOW_OWNER anew' })];
  const { owner, others } = pods;
  const beside = others === 0 ? '' : `; ${others} of others, never touched`;
  if (pods.pods.length === 0) return [ok('pods', `none of ${owner} is alive${beside}`)];
  const over = pods.pods.filter(({ outcome }) => outcome === 'would-end');
  const price = pods.pods.reduce((sum, pod) => sum + (pod.price ?? 0), 0);
  const says = `${counted(pods.pods.length, 'pod')} of ${owner} alive, $${price.toFixed(2)}/h together${beside}`;
  const details = [...over, ...pods.pods.filter((pod) => !over.includes(pod))].slice(0, 10).map(podLine);
  if (over.length === 0)
    return [ok('pods', says, { details, advice: 'if no run goes on: `ml-workflow reap --all`' })];
  const left = over.length < pods.pods.length ? `${over.length} of them ended` : 'ended';
  return [
    warning('pods', `${says}; ${left} by nobody any more`, {
      details,
      advice: '`ml-workflow reap` ends these',
    }),
  ];
}

function podLine({ name, status, price, why }: ReapedPod): string {
  return `${name} (${status}${price === undefined ? '' : `, $${price}/h`}): ${why}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function orNone(checks: readonly Check[]): readonly Check[] {
  return checks.length > 0 ? checks : [notChecked('rate limit', 'RunPod did not tell it')];
}

/** Less than this part of a window is little. */
const littleLeft = 0.1;

/** What the headers of answers tell beside their bodies. */
class Heard {
  readonly #now: () => number;
  #limit: string | null = null;
  #policy: string | null = null;
  #skew: number | undefined;

  constructor(now: () => number) {
    this.#now = now;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const asked = this.#now();
    const response = await fetch(input, init);
    const answered = this.#now();
    this.#limit = response.headers.get('ratelimit') ?? this.#limit;
    this.#policy = response.headers.get('ratelimit-policy') ?? this.#policy;
    // It tells whole seconds, of which half of one has passed on average.
    const date = Date.parse(response.headers.get('date') ?? '') + 500;
    if (!Number.isNaN(date)) this.#skew = ((asked + answered) / 2 - date) / 1000;
    return response;
  };

  get skew(): number | undefined {
    return this.#skew;
  }

  /** None when RunPod has not told. */
  limits(): Check[] {
    const quotas = new Map(members(this.#policy).map(({ name, numbers }) => [name, numbers.get('q')]));
    const windows = members(this.#limit).flatMap(({ name, numbers }) => {
      const left = numbers.get('r');
      return left === undefined ? [] : [{ name, left, quota: quotas.get(name), seconds: numbers.get('t') }];
    });
    if (windows.length === 0) return [];
    const says = windows
      .map(({ name, left, quota }) => `${left}${quota === undefined ? '' : ` of ${quota}`} this ${name}`)
      .join(', ');
    const low = windows.filter(({ left, quota }) => left <= (quota ?? 0) * littleLeft);
    if (low.length === 0) return [ok('rate limit', `requests left: ${says}`)];
    const wait = Math.max(...low.map(({ seconds }) => seconds ?? 0));
    return [
      warning('rate limit', `requests left: ${says}`, {
        advice: `runs wait when it is used up; it is full again in ${wait} s`,
      }),
    ];
  }
}
