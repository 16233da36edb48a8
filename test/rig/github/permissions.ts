/** Who may do what: which permission of a job token, and which role of a person, each operation needs. */
import { type Access, type Actor, ApiError, notFound, type Role } from './api.ts';

const ROLES: readonly Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

export function hasRole(actor: Actor & { kind: 'person' }, needed: Role): boolean {
  return ROLES.indexOf(actor.role) >= ROLES.indexOf(needed);
}

/**
 * Operation -> [permission of a job token, role of a person].
 * `conversation` is GitHub's rule for comments, labels and reactions: `issues`, or on a pull request also
 * `pull-requests`. `app` instead of a role: persons cannot do it at all; `person`: Apps cannot.
 */
const NEEDS: Readonly<Record<string, readonly [permission: string, role: Role | 'app']>> = {
  'users/get-authenticated': ['person', 'none'],
  'repos/get': ['metadata:read', 'read'],
  'repos/get-collaborator-permission-level': ['metadata:read', 'write'],
  'repos/get-branch': ['contents:read', 'read'],
  'repos/get-commit': ['contents:read', 'read'],
  'repos/list-pull-requests-associated-with-commit': ['pull-requests:read', 'read'],
  'repos/list-activities': ['contents:read', 'read'],
  'repos/compare-commits-with-basehead': ['contents:read', 'read'],
  'repos/get-content': ['contents:read', 'read'],
  'repos/create-or-update-file-contents': ['contents:write', 'write'],
  'repos/create-dispatch-event': ['contents:write', 'write'],
  'repos/create-commit-status': ['statuses:write', 'write'],
  'repos/list-commit-statuses-for-ref': ['statuses:read', 'read'],
  'repos/get-combined-status-for-ref': ['statuses:read', 'read'],
  'issues/list-for-repo': ['issues:read', 'read'],
  'issues/create': ['issues:write', 'read'],
  'issues/get': ['conversation:read', 'read'],
  'issues/update': ['conversation:write', 'triage'],
  'issues/list-events': ['conversation:read', 'read'],
  'issues/get-event': ['conversation:read', 'read'],
  'issues/list-comments': ['conversation:read', 'read'],
  'issues/create-comment': ['conversation:write', 'read'],
  'issues/get-comment': ['conversation:read', 'read'],
  'issues/update-comment': ['conversation:write', 'read'],
  'issues/delete-comment': ['conversation:write', 'read'],
  'issues/list-labels-on-issue': ['conversation:read', 'read'],
  'issues/add-labels': ['conversation:write', 'triage'],
  'issues/set-labels': ['conversation:write', 'triage'],
  'issues/remove-label': ['conversation:write', 'triage'],
  'issues/list-labels-for-repo': ['issues:read', 'read'],
  'issues/get-label': ['issues:read', 'read'],
  'issues/create-label': ['issues:write', 'write'],
  'reactions/list-for-issue': ['conversation:read', 'read'],
  'reactions/create-for-issue': ['conversation:write', 'read'],
  'reactions/delete-for-issue': ['conversation:write', 'read'],
  'reactions/list-for-issue-comment': ['conversation:read', 'read'],
  'reactions/create-for-issue-comment': ['conversation:write', 'read'],
  'reactions/delete-for-issue-comment': ['conversation:write', 'read'],
  'checks/create': ['checks:write', 'app'],
  'checks/get': ['checks:read', 'read'],
  'checks/update': ['checks:write', 'app'],
  'checks/list-annotations': ['checks:read', 'read'],
  'checks/list-for-ref': ['checks:read', 'read'],
  'checks/list-suites-for-ref': ['checks:read', 'read'],
  'pulls/list': ['pull-requests:read', 'read'],
  'pulls/get': ['pull-requests:read', 'read'],
  'pulls/create': ['pull-requests:write', 'read'],
  'pulls/update': ['pull-requests:write', 'triage'],
  'pulls/list-files': ['pull-requests:read', 'read'],
  'pulls/list-reviews': ['pull-requests:read', 'read'],
  'git/get-ref': ['contents:read', 'read'],
  'git/list-matching-refs': ['contents:read', 'read'],
  'git/create-ref': ['contents:write', 'write'],
  'git/update-ref': ['contents:write', 'write'],
  'git/delete-ref': ['contents:write', 'write'],
  'git/create-blob': ['contents:write', 'write'],
  'git/get-blob': ['contents:read', 'read'],
  'git/create-tree': ['contents:write', 'write'],
  'git/get-tree': ['contents:read', 'read'],
  'git/create-commit': ['contents:write', 'write'],
  'git/get-commit': ['contents:read', 'read'],
  'actions/create-workflow-dispatch': ['actions:write', 'write'],
  'actions/get-workflow': ['actions:read', 'read'],
  'actions/list-artifacts-for-repo': ['actions:read', 'read'],
  'actions/list-workflow-run-artifacts': ['actions:read', 'read'],
  'actions/download-artifact': ['actions:read', 'read'],
  'actions/list-workflow-runs-for-repo': ['actions:read', 'read'],
  'actions/list-workflow-runs': ['actions:read', 'read'],
  'actions/get-workflow-run': ['actions:read', 'read'],
  'actions/cancel-workflow-run': ['actions:write', 'write'],
  'actions/force-cancel-workflow-run': ['actions:write', 'write'],
  'repos/get-environment': ['actions:read', 'read'],
  'actions/get-reviews-for-run': ['actions:read', 'read'],
  'actions/list-jobs-for-workflow-run': ['actions:read', 'read'],
  'actions/list-jobs-for-workflow-run-attempt': ['actions:read', 'read'],
  // Of the organization: no permission of a workflow gives it.
  'teams/get-membership-for-user-in-org': ['members:read', 'read'],
};

/** The names a workflow's `permissions:` may hold; anything else in a test is a typing mistake. */
// biome-ignore format: one list, read as one
const PERMISSION_NAMES = new Set([
  'actions', 'attestations', 'checks', 'contents', 'deployments', 'discussions', 'id-token', 'issues', 'models',
  'packages', 'pages', 'pull-requests', 'security-events', 'statuses',
]);

export function assertPermissionNames(permissions: Readonly<Record<string, Access>>): void {
  for (const name of Object.keys(permissions)) {
    if (!PERMISSION_NAMES.has(name)) throw new Error(`'${name}' is not a permission of a workflow`);
  }
}

/**
 * Throws GitHub's answer to an actor who may not do this. Reading is checked as in a private repository, where
 * nothing is public: code that works here also works there.
 */
export function authorise(actor: Actor, operation: string, onPullRequest: boolean): void {
  const needs = NEEDS[operation];
  if (needs === undefined)
    throw new Error(`no permission is known for ${operation}; add it to permissions.ts`);
  const [permission, role] = needs;
  if (actor.kind === 'person') {
    if (role === 'app') throw new ApiError(403, 'You must authenticate via a GitHub App.');
    if (permission === 'person' || hasRole(actor, role)) return;
    if (!hasRole(actor, 'read')) throw notFound();
    throw new ApiError(403, 'Must have push access to Repository');
  }
  const [name = '', access] = permission.split(':');
  if (name === 'metadata') return;
  const accepted =
    name === 'conversation' ? (onPullRequest ? ['issues', 'pull-requests'] : ['issues']) : [name];
  const granted = accepted.some((candidate) => {
    const held = actor.permissions[candidate];
    return held === 'write' || (held === 'read' && access === 'read');
  });
  if (!granted) throw new ApiError(403, 'Resource not accessible by integration');
}
