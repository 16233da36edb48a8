/** The objects that appear inside every other one in GitHub's replies: users and the GitHub Actions App. */
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
  const id =
    login === BOT
      ? ACTIONS_BOT_ID
      : createHash('sha256').update(login).digest().readUInt32BE(0) % 100_000_000;
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `${url}/avatars/${id}`,
    gravatar_id: '',
    url: api,
    html_url: login === BOT ? `${url}/apps/github-actions` : `${url}/${name}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: login === BOT ? 'Bot' : 'User',
    user_view_type: 'public',
    site_admin: false,
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
