/** What admission asks of GitHub, by its REST API. Nothing is guessed: what GitHub does not say clearly is an error, or unknown. */
import {
  type Forge,
  type Labelled,
  type Person,
  type PullRequest,
  type Role,
  roles,
} from '../admission/forge.ts';
import { type Account, type GitHubApi, isForbidden, orAbsent, placeOf, type RepositoryName } from './api.ts';

/** Of a branch's activity, 100 entries each: who pushes more often than that names the commit. */
const activityPages = 3;

/** The state of a review that replaces an earlier one of the same person; a comment leaves it standing. */
const verdicts: readonly string[] = ['APPROVED', 'CHANGES_REQUESTED', 'DISMISSED'];

export function githubForge(api: GitHubApi, name: RepositoryName): Forge {
  return new GitHubForge(api, name);
}

class GitHubForge implements Forge {
  readonly #api: GitHubApi;
  readonly #name: RepositoryName;

  constructor(api: GitHubApi, name: RepositoryName) {
    this.#api = api;
    this.#name = name;
  }

  async roleOf(login: string): Promise<Role> {
    const answer = await orAbsent(
      this.#api.persist(() =>
        this.#rest.repos.getCollaboratorPermissionLevel({ ...this.#place, username: login }),
      ),
    );
    if (!answer) return 'none';
    const { role_name: named, permission, user } = answer.data;
    return asRole(named) ?? roleByFlags(user?.permissions) ?? asRole(permission) ?? 'none';
  }

  async isInTeam(team: string, login: string): Promise<{ readonly is: boolean; readonly unseen?: boolean }> {
    const request = { org: this.#name.owner, team_slug: team, username: login };
    try {
      const { data } = await this.#api.persist(() => this.#rest.teams.getMembershipForUserInOrg(request));
      // Pending: asked to join, and has not answered.
      return { is: data.state === 'active' };
    } catch (error) {
      // A job's own token sees no team. GitHub answers the same about a person who is not in it.
      if (isForbidden(error)) return { is: false, unseen: true };
      throw error;
    }
  }

  async pull(number: number): Promise<PullRequest> {
    const { data } = await this.#api.persist(() =>
      this.#rest.pulls.get({ ...this.#place, pull_number: number }),
    );
    const { head, base } = data;
    return {
      number,
      title: data.title,
      author: personOf(data.user),
      headSha: head.sha,
      headRef: head.ref,
      baseSha: base.sha,
      baseRef: base.ref,
      // The repository of a fork may be gone, which the types do not know.
      isFork: (head.repo as { readonly id: number } | null)?.id !== base.repo.id,
      isOpen: data.state === 'open',
      isMerged: data.merged === true,
    };
  }

  async comment(id: number): ReturnType<Forge['comment']> {
    const answer = await orAbsent(
      this.#api.persist(() => this.#rest.issues.getComment({ ...this.#place, comment_id: id })),
    );
    if (!answer) return undefined;
    const { data } = answer;
    const issue = Number(/\/issues\/(\d+)$/.exec(data.issue_url)?.[1]);
    if (!Number.isSafeInteger(issue)) throw new Error(`GitHub does not say where comment ${id} stands`);
    return {
      id,
      author: personOf(data.user, data.performed_via_github_app),
      body: data.body ?? '',
      createdAt: utc(data.created_at),
      updatedAt: utc(data.updated_at),
      issue,
      url: data.html_url,
    };
  }

  async labelled(event: number): Promise<Labelled | undefined> {
    const answer = await orAbsent(
      this.#api.persist(() => this.#rest.issues.getEvent({ ...this.#place, event_id: event })),
    );
    return answer && labelledBy(answer.data, answer.data.issue?.number);
  }

  async newestLabelling(pull: number, label: string): Promise<Labelled | undefined> {
    const wanted = label.toLowerCase();
    const page = async (number: number) =>
      this.#api.persist(() =>
        this.#rest.issues.listEvents({
          ...this.#place,
          issue_number: pull,
          per_page: 100,
          page: number,
        }),
      );
    // Oldest first, so the newest is on the last page.
    const first = await page(1);
    const last = Number(/[?&]page=(\d+)[^>]*>;\s*rel="last"/.exec(first.headers.link ?? '')?.[1] ?? 1);
    for (let number = last; number >= 1; number -= 1) {
      const { data } = number === 1 ? first : await page(number);
      for (const event of data.toReversed()) {
        const found = labelledBy(event, pull);
        if (found?.label.toLowerCase() === wanted) return found;
      }
    }
    return undefined;
  }

  async pushedAt({ isFork, headRef, headSha }: PullRequest): Promise<string | undefined> {
    // What happens in a fork is its owner's affair, and a branch of ours may have the same name.
    if (isFork) return undefined;
    const ref = `refs/heads/${headRef}`;
    return this.#api.persist(async () => {
      const pages = this.#api.octokit.paginate.iterator(this.#rest.repos.listActivities, {
        ...{ ...this.#place, ref, per_page: 100 },
      });
      let read = 0;
      for await (const { data } of pages) {
        // Newest first: a commit that was pushed again counts from then on.
        const entry = data.find((activity) => activity.ref === ref && activity.after === headSha);
        if (entry) return utc(entry.timestamp);
        read += 1;
        if (read === activityPages) break;
      }
      return undefined;
    });
  }

  async approvals(pull: number): ReturnType<Forge['approvals']> {
    const reviews = await this.#api.persist(() =>
      this.#api.octokit.paginate(this.#rest.pulls.listReviews, {
        ...{ ...this.#place, pull_number: pull, per_page: 100 },
      }),
    );
    const standing = new Map<string, (typeof reviews)[number]>();
    for (const review of reviews)
      if (review.user && verdicts.includes(review.state)) standing.set(review.user.login, review);
    const approvals: { readonly sha: string; readonly by: Person }[] = [];
    for (const { state, user, commit_id: sha } of standing.values()) {
      const by = personOf(user);
      if (state !== 'APPROVED' || sha === null || by.isBot) continue;
      if (roles.indexOf(await this.roleOf(by.login)) >= roles.indexOf('write')) approvals.push({ sha, by });
    }
    return approvals;
  }

  async changedPaths(pull: number): Promise<readonly string[]> {
    const files = await this.#api.persist(() =>
      this.#api.octokit.paginate(this.#rest.pulls.listFiles, {
        ...{ ...this.#place, pull_number: pull, per_page: 100 },
      }),
    );
    return files.flatMap(({ filename, previous_filename: before }) =>
      before === undefined ? [filename] : [filename, before],
    );
  }

  async isOnBranch(sha: string, branch: string): Promise<boolean> {
    // Not by its name alone: a tag of that name would do as well, and leads wherever somebody has put it.
    const { data } = await this.#api.persist(() =>
      this.#rest.git.getRef({ ...this.#place, ref: `heads/${branch}` }),
    );
    if (data.object.sha === sha) return true;
    const compared = await orAbsent(
      this.#api.persist(() =>
        this.#rest.repos.compareCommitsWithBasehead({
          ...{ ...this.#place, basehead: `${data.object.sha}...${sha}`, per_page: 1 },
        }),
      ),
    );
    return compared?.data.status === 'identical' || compared?.data.status === 'behind';
  }

  get #rest() {
    return this.#api.octokit.rest;
  }

  get #place() {
    return placeOf(this.#name);
  }
}

/** Roles that an organisation has made of its own are known by what they allow. */
function roleByFlags(flags: RoleFlags | undefined): Role | undefined {
  if (!flags) return undefined;
  if (flags.admin) return 'admin';
  if (flags.maintain) return 'maintain';
  if (flags.push) return 'write';
  if (flags.triage) return 'triage';
  return flags.pull ? 'read' : 'none';
}

interface RoleFlags {
  readonly pull: boolean;
  readonly triage?: boolean;
  readonly push: boolean;
  readonly maintain?: boolean;
  readonly admin: boolean;
}

function asRole(text: string): Role | undefined {
  return roles.find((role) => role === text);
}

/** `app`: what acted for the account; an account that is gone can vouch for nothing. */
function personOf(account: Account, app?: object | null): Person {
  if (!account) return { login: 'ghost', isBot: true };
  const isBot = account.type !== 'User' || account.login.endsWith('[bot]') || (app ?? null) !== null;
  return { login: account.login, isBot };
}

function labelledBy(
  event: {
    readonly id: number;
    readonly event: string;
    readonly created_at: string;
    readonly actor?: Account;
    readonly label?: { readonly name?: string | null | undefined };
    readonly performed_via_github_app?: object | null;
  },
  issue: number | undefined,
): Labelled | undefined {
  const label = event.label?.name ?? undefined;
  if (event.event !== 'labeled' || label === undefined || issue === undefined) return undefined;
  const by = personOf(event.actor, event.performed_via_github_app);
  return { event: event.id, label, by, at: utc(event.created_at), issue };
}

/** Times are compared as text further on, so they all have one form. */
function utc(time: string): string {
  const at = Date.parse(time);
  if (Number.isNaN(at)) throw new Error(`GitHub says a time that is none: ${JSON.stringify(time)}`);
  return new Date(at).toISOString();
}
