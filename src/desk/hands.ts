/** Who has had a hand in a job, besides the person whose comment or label it is about: each of them has to hold the right. */
import type { AdmissionRequest } from '../admission/admit.ts';
import type { Person } from '../admission/forge.ts';
import type { Request } from '../admission/request.ts';

/** Of the job's own token. */
export const ownLogin = 'github-actions[bot]';

/** Whoever has started the run, and this attempt of it, besides the person whose comment or label is named. */
export function hands(
  environment: NodeJS.ProcessEnv,
  request: Pick<Request, 'comment' | 'label'>,
): NonNullable<AdmissionRequest['also']> {
  const { GITHUB_ACTOR: actor = '', GITHUB_TRIGGERING_ACTOR: again = actor } = environment;
  const { GITHUB_EVENT_NAME: event, GITHUB_RUN_ATTEMPT: attempt = '1' } = environment;
  const isNamed = request.comment !== undefined || request.label !== undefined;
  const found: Person[] = [];
  // Our own token dispatches what a person has asked for; then it is the person who counts.
  const isByRouter = actor === ownLogin && isNamed;
  if (event === 'workflow_dispatch' && !isByRouter) found.push(personOf(actor));
  if (Number(attempt) > 1 && again !== '' && again !== ownLogin) found.push(personOf(again));
  return found;
}

function personOf(login: string): Person {
  return { login, isBot: login.endsWith('[bot]') };
}
