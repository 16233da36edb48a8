/** A GitHub that knows one pull request, and answers nothing that it was not told: admission is to ask the right questions. */

import type { AdmissionRequest, Start } from '../../src/admission/admit.ts';
import type { CommentText, Forge, Labelled, Person, PullRequest, Role } from '../../src/admission/forge.ts';
import type { Known } from '../../src/admission/names.ts';
import { bodyHash } from '../../src/admission/request.ts';
import { type Policy, usualPolicy } from '../../src/plan/policy.ts';

export const head = 'a1b2c3d4e5f60718293a4b5c6d7e8f9012345678';
export const newer = 'ffffffffffffffffffffffffffffffffffffffff';
export const main = '0123456789abcdef0123456789abcdef01234567';
export const person = (login: string): Person => ({ login, isBot: false });
export const bot: Person = { login: 'some-app[bot]', isBot: true };

/** Minutes of one morning. */
export const at = (minute: number, second = 0) =>
  `2026-11-22T09:${String(minute).padStart(2, '0')}:${String(second).padStart(2, '0')}Z`;

export interface Told {
  readonly roles: Readonly<Record<string, Role>>;
  /** Members, by team; a team that is not here cannot be seen. */
  readonly teams: Readonly<Record<string, readonly string[]>>;
  readonly pull: PullRequest;
  readonly comments: readonly CommentText[];
  readonly labellings: readonly Labelled[];
  readonly pushedAt: string | undefined;
  readonly approvals: readonly { readonly sha: string; readonly by: Person }[];
  readonly paths: readonly string[];
  readonly onMain: readonly string[];
  /** Calls that GitHub does not answer. */
  readonly silent: readonly (keyof Forge)[];
}

export const pull: PullRequest = {
  number: 7,
  title: 'Wider layers',
  author: person('author'),
  headSha: head,
  headRef: 'wider',
  baseSha: main,
  baseRef: 'main',
  isFork: false,
  isOpen: true,
  isMerged: false,
};

export function comment(body: string, more: Partial<CommentText> = {}): CommentText {
  return {
    ...{ id: 11, author: person('maintainer'), body, issue: 7, url: 'https://github.com/o/r/pull/7#11' },
    ...{ createdAt: at(10), updatedAt: at(10), ...more },
  };
}

export function labelling(more: Partial<Labelled> = {}): Labelled {
  return { event: 21, label: 'train', by: person('maintainer'), at: at(10), issue: 7, ...more };
}

export interface RigForge extends Forge {
  /** What was asked, in order: `roleOf maintainer`. */
  readonly questions: readonly string[];
}

export function forgeOf(told: Partial<Told> = {}): RigForge {
  const all: Told = {
    roles: { maintainer: 'write', author: 'read', admin: 'admin' },
    ...{
      teams: {},
      pull,
      comments: [],
      labellings: [],
      approvals: [],
      paths: [],
      onMain: [main],
      silent: [],
    },
    ...{ pushedAt: at(5), ...told },
  };
  const questions: string[] = [];
  const ask = <Answer>(call: keyof Forge, words: readonly unknown[], answer: () => Answer) => {
    questions.push([call, ...words].join(' '));
    if (all.silent.includes(call))
      return Promise.reject(new Error(`HttpError: 503 \`${call}\` is down\n@everyone`));
    return Promise.resolve(answer());
  };
  const the = (number: number) => {
    if (number !== all.pull.number) throw new Error(`there is no #${number}`);
    return all.pull;
  };
  return {
    questions,
    roleOf: (login) =>
      ask('roleOf', [login], () => {
        const found = Object.entries(all.roles).find(([one]) => one.toLowerCase() === login.toLowerCase());
        return found?.[1] ?? 'none';
      }),
    isInTeam: (team, login) =>
      ask('isInTeam', [team, login], () => {
        const members = all.teams[team];
        return members ? { is: members.includes(login) } : { is: false, unseen: true };
      }),
    pull: (number) => ask('pull', [number], () => the(number)),
    comment: (id) => ask('comment', [id], () => all.comments.find((one) => one.id === id)),
    labelled: (event) => ask('labelled', [event], () => all.labellings.find((one) => one.event === event)),
    newestLabelling: (number, label) =>
      ask('newestLabelling', [number, label], () =>
        all.labellings.findLast((one) => one.issue === number && one.label === label),
      ),
    pushedAt: (one) => ask('pushedAt', [one.headSha], () => (one.isFork ? undefined : all.pushedAt)),
    approvals: (number) => ask('approvals', [the(number).number], () => all.approvals),
    changedPaths: (number) => ask('changedPaths', [the(number).number], () => all.paths),
    isOnBranch: (sha, branch) =>
      ask('isOnBranch', [sha, branch], () => branch === 'main' && all.onMain.includes(sha)),
  };
}

const string = { type: 'string', positional: false } as const;

export const known: Known = {
  workflows: [
    {
      name: 'train',
      params: [
        { name: 'epochs', type: 'integer', positional: false, default: 10 },
        { name: 'note', ...string, default: '' },
        { name: 'dry-run', type: 'boolean', positional: false, default: false },
        { name: 'dataset', type: 'string', positional: true, default: 'small' },
      ],
      on: { comment: '/ml-train', label: 'train' },
    },
    { name: 'sweep', params: [], on: { comment: '/ml-sweep' } },
    { name: 'nightly', params: [] },
  ],
  commands: ['train', 'sweep', 'nightly', 'evaluate', 'deploy', 'ml/run'],
};

export const policyWith = (more: Partial<Policy>): Policy => ({ ...usualPolicy, ...more });

export function requestOf(start: Start, more: Partial<AdmissionRequest> = {}): AdmissionRequest {
  return { start, policy: usualPolicy, known, ownSha: main, defaultBranch: 'main', project: '', ...more };
}

/** As the router is told of a comment. */
export const startBy = (written: CommentText): Start => ({
  is: 'comment',
  id: written.id,
  pull: written.issue,
  body: bodyHash(written.body),
});
