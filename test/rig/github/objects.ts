/** The objects that appear inside every other one in GitHub's replies: users, repositories and the GitHub Actions App. */
import { createHash } from 'node:crypto';
import type { JsonObject } from './api.ts';

export const BOT = 'github-actions[bot]';

/** GitHub's own ids of the Actions App and of its bot user. */
const ACTIONS_APP_ID = 15368;
const ACTIONS_BOT_ID = 41898282;

/** Node ids are opaque; they only have to differ. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64url');
}

export function userObject(url: string, login: string): JsonObject {
  const name = encodeURIComponent(login);
  const api = `${url}/users/${name}`;
  const id = login === BOT ? ACTIONS_BOT_ID : numberOf(login);
  const isBot = login.endsWith('[bot]');
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `${url}/avatars/${id}`,
    gravatar_id: '',
    url: api,
    html_url: isBot ? `${url}/apps/${login.replace('[bot]', '')}` : `${url}/${name}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: isBot ? 'Bot' : 'User',
    user_view_type: 'public',
    site_admin: false,
  };
}

/** Stable, positive, and different for different names as far as a test will notice. */
export function numberOf(name: string): number {
  return createHash('sha256').update(name).digest().readUInt32BE(0) % 100_000_000;
}

/** As `GET /repos/{owner}/{repo}` has it, which holds all that shorter forms do. `pushedAt`: ISO 8601. */
export function repositoryObject(
  url: string,
  fullName: string,
  { isFork, pushedAt }: { readonly isFork: boolean; readonly pushedAt: string },
): JsonObject {
  const [owner = '', name = ''] = fullName.split('/');
  const id = numberOf(fullName);
  const api = `${url}/repos/${fullName}`;
  const html = `${url}/${fullName}`;
  const { host } = new URL(url);
  const under = (paths: Readonly<Record<string, string>>): JsonObject =>
    Object.fromEntries(Object.entries(paths).map(([key, path]) => [`${key}_url`, `${api}${path}`]));
  return {
    id,
    node_id: nodeId('Repository', id),
    name,
    full_name: fullName,
    private: true,
    owner: userObject(url, owner),
    html_url: html,
    description: null,
    fork: isFork,
    url: api,
    ...under({
      forks: '/forks',
      keys: '/keys{/key_id}',
      collaborators: '/collaborators{/collaborator}',
      teams: '/teams',
      hooks: '/hooks',
      issue_events: '/issues/events{/number}',
      events: '/events',
      assignees: '/assignees{/user}',
      branches: '/branches{/branch}',
      tags: '/tags',
      blobs: '/git/blobs{/sha}',
      git_tags: '/git/tags{/sha}',
      git_refs: '/git/refs{/sha}',
      trees: '/git/trees{/sha}',
      statuses: '/statuses/{sha}',
      languages: '/languages',
      stargazers: '/stargazers',
      contributors: '/contributors',
      subscribers: '/subscribers',
      subscription: '/subscription',
      commits: '/commits{/sha}',
      git_commits: '/git/commits{/sha}',
      comments: '/comments{/number}',
      issue_comment: '/issues/comments{/number}',
      contents: '/contents/{+path}',
      compare: '/compare/{base}...{head}',
      merges: '/merges',
      archive: '/{archive_format}{/ref}',
      downloads: '/downloads',
      issues: '/issues{/number}',
      pulls: '/pulls{/number}',
      milestones: '/milestones{/number}',
      notifications: '/notifications{?since,all,participating}',
      labels: '/labels{/name}',
      releases: '/releases{/id}',
      deployments: '/deployments',
    }),
    created_at: '2026-01-01T00:00:00Z',
    updated_at: pushedAt,
    pushed_at: pushedAt,
    git_url: `git://${host}/${fullName}.git`,
    ssh_url: `git@${host}:${fullName}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    homepage: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: 0,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: 'private',
    forks: 0,
    open_issues: 0,
    watchers: 0,
    default_branch: 'main',
    network_count: 0,
    subscribers_count: 0,
  };
}

/** What `GET /user` adds to a user. */
export function accountObject(url: string, login: string): JsonObject {
  return {
    ...userObject(url, login),
    name: login,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 1,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2020-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
  };
}

export function actionsApp(url: string): JsonObject {
  return {
    id: ACTIONS_APP_ID,
    client_id: 'Iv1.05c79e9ad1f6bdfa',
    slug: 'github-actions',
    node_id: nodeId('App', ACTIONS_APP_ID),
    owner: userObject(url, 'github'),
    name: 'GitHub Actions',
    description: 'Automate your workflow from idea to production',
    external_url: 'https://help.github.com/en/actions',
    html_url: `${url}/apps/github-actions`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2024-04-10T20:33:16Z',
    permissions: {
      checks: 'write',
      contents: 'write',
      issues: 'write',
      metadata: 'read',
      pull_requests: 'write',
    },
    events: ['workflow_dispatch', 'repository_dispatch'],
  };
}
