/** Whose pods they are: what reads the account later ends its own only. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import type { Pod } from './api.ts';
import { isPodName } from './pod-name.ts';

/** A mistake in what a person has given. */
export class OwnerError extends Error {}

const ownerVariable = 'ML_WORKFLOW_OWNER';

/**
 * `github:<id of the repository>` in a job, else `local:<hash>` of the origin's address, or of the folder where there is
 * none: everybody who works on the same repository with the same account is one owner. ML_WORKFLOW_OWNER overrides it.
 * Throws an `OwnerError`. `workspace`: absolute.
 */
export function ownerOf(
  environment: Readonly<Record<string, string | undefined>>,
  workspace: string,
): string {
  const given = environment[ownerVariable];
  if (given !== undefined && given !== '') return checkedOwner(given, ownerVariable);
  const repository = environment.GITHUB_REPOSITORY_ID;
  if (environment.GITHUB_ACTIONS === 'true' && repository !== undefined && /^[0-9]{1,20}$/.test(repository))
    return `github:${repository}`;
  return `local:${hash(origin(workspace) ?? `folder ${realpathSync(workspace)}`)}`;
}

/** `from`: what a message calls it. */
export function checkedOwner(text: string, from: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9:._-]{0,63}$/.test(text)) return text;
  throw new OwnerError(
    `${from} must be 1 to 64 letters, digits and \`: . _ -\`, and begin with a letter or digit; found \`${text.slice(0, 80)}\``,
  );
}

/** The proof that a pod is ours, without which nothing touches it: two marks in its environment and its name. */
export function isOwnPod(pod: Pod, owner: string): boolean {
  return isPodName(pod.name) && pod.env.MLW_OWNER === owner && pod.env.MLW_NAME === pod.name;
}

/** Without credentials, and the same for every way of writing it. Undefined when there is none, or no git. */
function origin(workspace: string): string | undefined {
  let text: string;
  try {
    text = execFileSync('git', ['config', '--get', 'remote.origin.url'], {
      cwd: workspace,
      env: { PATH: process.env.PATH, HOME: process.env.HOME },
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      timeout: 10_000,
    }).trim();
  } catch {
    return undefined;
  }
  return text === '' ? undefined : withoutCredentials(text);
}

/** `git@github.com:me/it.git`, `https://me:secret@github.com/me/it` → `github.com/me/it`. */
export function withoutCredentials(address: string): string {
  const [, authority, path] =
    /^[a-z][a-z0-9+.-]*:\/\/([^/]*)(\/.*)?$/i.exec(address) ?? /^([^/:]+):(?!\/\/)(.*)$/.exec(address) ?? [];
  if (authority === undefined) return address;
  const host = authority
    .slice(authority.lastIndexOf('@') + 1)
    .replace(/:\d+$/, '')
    .toLowerCase();
  const rest = (path ?? '')
    .replace(/^\/+/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return `${host}/${rest}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
