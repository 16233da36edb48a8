/** The commits of a run, in the job's workspace and beside it. */
import { cpSync, existsSync, mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { join, sep } from 'node:path';
import * as core from '@actions/core';
import { RunError } from '../drivers/run-error.ts';
import { fetchTree } from '../git/fetch-tree.ts';
import { makeRepository } from '../git/make-repository.ts';

/** Absolute: the job's empty folder, where the commit under test goes. */
export function rootOf(environment: NodeJS.ProcessEnv): string {
  const { GITHUB_WORKSPACE: root } = environment;
  if (!root) throw new RunError('`GITHUB_WORKSPACE` is not set; this is not a job of GitHub Actions');
  return root;
}

/**
 * A runner of one's own keeps what an earlier job has left there: it goes, as it does before a checkout, but not before the
 * commit is here. `project`: relative to the root.
 */
export async function bringCode(
  sha: string,
  token: string,
  project: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const root = rootOf(environment);
  mkdirSync(root, { recursive: true });
  const left = readdirSync(root);
  if (left.length > 0) mayEmpty(root, environment);
  const into = join(temporaryIn(environment), 'tree');
  mkdirSync(into, { recursive: true });
  const gitDirectory = await bring(sha, into, token, environment);
  await makeRepository({ gitDirectory, folder: into, sha, environment });
  for (const name of left) rmSync(join(root, name), { recursive: true, force: true });
  for (const name of readdirSync(into)) move(join(into, name), join(root, name));
  // Runs are kept there: it is not for a commit to say what they are, or to lead elsewhere.
  rmSync(join(root, project, '.ml-workflow'), { recursive: true, force: true });
}

/** Only a runner's folder: what a person works in looks the same to a program that is started by hand. */
function mayEmpty(root: string, environment: NodeJS.ProcessEnv): void {
  const { GITHUB_ACTIONS: isJob, RUNNER_TEMP: temporary = '', HOME: home, ACT: isAct } = environment;
  const place = realpathSync(root);
  const holds = (path: string | undefined) =>
    path !== undefined && existsSync(path) && `${realpathSync(path)}${sep}`.startsWith(`${place}${sep}`);
  const isOwn = isJob === 'true' && isAct === undefined && !holds(home) && !holds(temporary);
  if (!isOwn)
    throw new RunError(`${root} is not empty, and not the workspace of a runner: nothing in it is removed`);
}

/** The two may lie on different disks. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    rmSync(from, { recursive: true, force: true });
  }
}

function temporaryIn({ RUNNER_TEMP: temporary }: NodeJS.ProcessEnv): string {
  if (!temporary) throw new RunError('`RUNNER_TEMP` is not set; this is not a job of GitHub Actions');
  return join(temporary, 'ml-workflow');
}

/** Absolute: the definitions of another commit than the one under test. */
export async function bringDefinitions(
  sha: string,
  token: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const into = join(temporaryIn(environment), `definitions-${sha.slice(0, 12)}`);
  if (existsSync(into)) return into;
  const making = `${into}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { recursive: true });
  await bring(sha, making, token, environment);
  renameSync(making, into);
  return into;
}

/**
 * The same of a commit that nobody has agreed to, only to be read: without its links, of which one may lead to what this
 * job knows, and the text of it into a comment.
 */
export async function bringForeignDefinitions(
  sha: string,
  token: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const into = await bringDefinitions(sha, token, environment);
  for (const entry of readdirSync(into, { recursive: true, withFileTypes: true }))
    if (!entry.isFile() && !entry.isDirectory()) rmSync(join(entry.parentPath, entry.name), { force: true });
  return into;
}

async function bring(
  sha: string,
  into: string,
  token: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const { GITHUB_REPOSITORY: repository = '', GITHUB_SERVER_URL: server = 'https://github.com' } =
    environment;
  const gitDirectory = join(temporaryIn(environment), `git-${sha.slice(0, 12)}`);
  try {
    const { pointers } = await fetchTree({
      ...{ server, repository, sha, token, gitDirectory, into, environment },
    });
    tellPointers(pointers);
  } catch (error) {
    throw new RunError(error instanceof Error ? error.message : String(error));
  }
  return gitDirectory;
}

function tellPointers(pointers: readonly string[]): void {
  if (pointers.length === 0) return;
  const some = pointers.slice(0, 5).map((path) => `\`${path}\``);
  const more = pointers.length > some.length ? ` and ${pointers.length - some.length} more` : '';
  core.warning(
    `Git LFS keeps these elsewhere, and only pointers to them are here: ${some.join(', ')}${more}; ` +
      'data that a run needs is brought by `transfers:` or lies on a volume',
  );
}
