/** Starts a workflow file on GitHub, once, and says which run that is. */
import { type GitHubApi, isRateLimit, placeOf, type RepositoryName, reasonOf, statusOf } from './api.ts';
import { dispatchedSince } from './runs.ts';

export interface Dispatch {
  /** In `.github/workflows/`: `train.yml`. */
  readonly file: string;
  /** The branch whose file is run. */
  readonly branch: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** The `run-name:` that the run will have: how it is found where GitHub does not say which one it is. */
  readonly title: string;
}

export interface Dispatched {
  /** Undefined when GitHub has taken it, and did not show the run in time. */
  readonly id?: number;
  readonly url?: string;
}

/** Of one sentence, for people. */
export class DispatchRefused extends Error {
  override readonly name = 'DispatchRefused';
}

/** How far the clock of a runner may be behind GitHub's or before it. */
const skewSeconds = 60;
/** A run is in the list some seconds after its dispatch. */
const looks = [1, 2, 4, 8];

/**
 * Rejects with a `DispatchRefused` when GitHub says why not. After an answer that got lost the run is looked for before
 * another one is asked for: two of them would cost twice.
 */
export async function dispatch(api: GitHubApi, name: RepositoryName, wanted: Dispatch): Promise<Dispatched> {
  const begun = new Date(Date.now() - skewSeconds * 1000);
  const find = async (): Promise<Asked | undefined> => {
    await api.sleep(looks[1] ?? 2);
    const run = await dispatched(api, name, wanted, begun);
    return run && { run };
  };
  const sent = (details: boolean) => api.persist(() => ask(api, name, wanted, details), { find });
  try {
    // An Enterprise Server of before 2026 does not know the field, and may refuse it or answer nothing.
    const asked = await sent(true).catch((error: unknown) => {
      if (![400, 422].includes(statusOf(error)) || !/return_run_details/.test(reasonOf(error))) throw error;
      return sent(false);
    });
    if (asked.run) return asked.run;
    for (const seconds of looks) {
      await api.sleep(seconds);
      const run = await dispatched(api, name, wanted, asked.at ?? begun);
      if (run) return run;
    }
    return {};
  } catch (error) {
    throw refusalOf(error, wanted) ?? error;
  }
}

interface Asked {
  readonly run?: Required<Dispatched>;
  /** When GitHub has taken it, by its own clock. */
  readonly at?: Date;
}

async function ask(
  api: GitHubApi,
  name: RepositoryName,
  { file, branch, inputs }: Dispatch,
  details: boolean,
): Promise<Asked> {
  const { data, headers } = await api.octokit.request(
    'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches',
    {
      ...{ ...placeOf(name), workflow_id: file, ref: branch, inputs: { ...inputs } },
      ...(details ? { return_run_details: true } : {}),
    },
  );
  const { workflow_run_id: id, html_url: url } = (data ?? {}) as Partial<RunDetails>;
  if (id !== undefined && url !== undefined) return { run: { id, url } };
  const at = Date.parse(headers.date ?? '');
  // Its times are whole seconds.
  return Number.isNaN(at) ? {} : { at: new Date(at - 1000) };
}

/** What `return_run_details` adds; without it there is no answer but its status. */
interface RunDetails {
  readonly workflow_run_id: number;
  readonly html_url: string;
}

/** The newest run of the file that has this title. */
async function dispatched(
  api: GitHubApi,
  name: RepositoryName,
  { file, title }: Dispatch,
  since: Date,
): Promise<Required<Dispatched> | undefined> {
  const runs = await dispatchedSince(api, name, `.github/workflows/${file}`, since);
  const run = runs.find((candidate) => candidate.title === title);
  return run && { id: run.id, url: run.url };
}

function refusalOf(error: unknown, { file, branch }: Dispatch): DispatchRefused | undefined {
  const path = `.github/workflows/${file}`;
  const refused = (why: string) =>
    new DispatchRefused(`\`${path}\` was not started: ${why}`, { cause: error });
  switch (isRateLimit(error) ? 429 : statusOf(error)) {
    case 404:
      return refused(`there is no such workflow on the branch \`${branch}\``);
    case 403:
      return /disabled/i.test(reasonOf(error))
        ? refused('the workflow is disabled')
        : refused('the job needs `permissions: { actions: write }`');
    case 422:
      return refused(reasonOf(error));
    case 429:
      return refused("GitHub's rate limit for this token is reached");
    default:
      return undefined;
  }
}
