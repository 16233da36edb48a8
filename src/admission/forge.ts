/** All that admission asks of GitHub. Whoever cannot be asked is an error, and nothing starts: admission fails closed. */

/** GitHub's own roles in a repository, from what may do least. */
export const roles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type Role = (typeof roles)[number];

export interface Person {
  readonly login: string;
  /** An App or a machine account: what it writes starts nothing. */
  readonly isBot: boolean;
}

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly author: Person;
  /** 40 hexadecimal digits: its newest commit as GitHub has it now. */
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  /** Its commits come from another repository, or from one that is gone. */
  readonly isFork: boolean;
  readonly isOpen: boolean;
  readonly isMerged: boolean;
}

export interface CommentText {
  readonly id: number;
  readonly author: Person;
  readonly body: string;
  /** UTC, ISO 8601, as all times here. */
  readonly createdAt: string;
  readonly updatedAt: string;
  /** The pull request or issue it stands on. */
  readonly issue: number;
  readonly url: string;
}

export interface Labelled {
  /** GitHub's id of the event. */
  readonly event: number;
  readonly label: string;
  readonly by: Person;
  readonly at: string;
  readonly issue: number;
}

/** Each call rejects when GitHub does not answer, or does not allow it. */
export interface Forge {
  /** Of a person in this repository; `none` for a stranger. */
  roleOf(login: string): Promise<Role>;
  /** False also for a team that the token may not see, which `unseen` says then. `team`: its slug, of the repository's owner. */
  isInTeam(team: string, login: string): Promise<{ readonly is: boolean; readonly unseen?: boolean }>;
  pull(number: number): Promise<PullRequest>;
  /** Undefined when it is gone. */
  comment(id: number): Promise<CommentText | undefined>;
  /** Undefined when there is no such event. */
  labelled(event: number): Promise<Labelled | undefined>;
  /** The newest event that has set this label on the pull request; undefined when none has. */
  newestLabelling(pull: number, label: string): Promise<Labelled | undefined>;
  /**
   * When the commit became the head of the pull request's branch, by GitHub's clock; undefined when GitHub does not tell.
   * Never by a date that the commit itself carries: whoever pushes chooses those.
   */
  pushedAt(pull: PullRequest): Promise<string | undefined>;
  /** Commits that a review has approved, with who approved them. */
  approvals(pull: number): Promise<readonly { readonly sha: string; readonly by: Person }[]>;
  /** Paths that the pull request changes, both names of a renamed file; at most 3000, as GitHub tells. */
  changedPaths(pull: number): Promise<readonly string[]>;
  /** Whether the commit is in the history of the branch. */
  isOnBranch(sha: string, branch: string): Promise<boolean>;
}
