/** `policy:` of the project file: who may start what, and how much of it. Data alone: `admission/` decides by it. */

/** Rights from the least to the most; each is asked for by what a comment, a label or a dispatch wants. */
export const rights = ['plan', 'run', 'stop', 'approve', 'deploy'] as const;
export type Right = (typeof rights)[number];

export type PolicyRole = 'read' | 'triage' | 'write' | 'maintain' | 'admin';

/** All of it has to hold: at least the role, and, where people or teams are named, being one of them. */
export interface Who {
  readonly role: PolicyRole;
  /** Logins, in lower case. */
  readonly people?: readonly string[];
  /** Slugs of teams of the repository's owner, in lower case. */
  readonly teams?: readonly string[];
}

export interface Limits {
  /** Runs that one person starts in a day of UTC. */
  readonly runsPerPerson?: number;
  /** Of everybody. */
  readonly runs?: number;
  /** Dollars that runs of one person may cost in a day of UTC. */
  readonly dollarsPerPerson?: number;
  readonly dollars?: number;
}

export interface Policy {
  readonly rights: Readonly<Record<Right, Who>>;
  /** By the normalised name of a command or workflow: who may start a chain that holds it, beside the right it needs. */
  readonly commands: Readonly<Record<string, Who>>;
  readonly limits: Limits;
  /** `main`: an environment takes a commit of the default branch alone. */
  readonly deployFrom: 'default-branch' | 'pr';
  /** Patterns of paths: a pull request that changes nothing else needs no training, and its required checks pass. */
  readonly skip?: readonly string[];
  /** Whether `local` commands may run on the runner with a pull request's code, which gives its authors the job's secrets. */
  readonly localCommands: boolean;
}

export const usualPolicy: Policy = {
  rights: {
    plan: { role: 'read' },
    run: { role: 'write' },
    stop: { role: 'write' },
    approve: { role: 'write' },
    deploy: { role: 'write' },
  },
  commands: {},
  limits: {},
  deployFrom: 'default-branch',
  localCommands: false,
};
