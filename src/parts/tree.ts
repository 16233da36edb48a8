/** The commits of a run, in the job's workspace and beside it. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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

/** A runner of one's own keeps what an earlier job has left there: it goes, as it does before a checkout. */
export async function bringCode(
  sha: string,
  token: string,
  project: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const root = rootOf(environment);
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync(root)) rmSync(join(root, name), { recursive: true, force: true });
  const gitDirectory = await bring(sha, root, token, environment);
  await makeRepository({ gitDirectory, folder: root, sha, environment });
  // Runs are kept there: it is not for a commit to say what they are, or to lead elsewhere.
  rmSync(join(root, project, '.ml-workflow'), { recursive: true, force: true });
}

/** Absolute: the definitions of another commit than the one under test. */
export async function bringDefinitions(
  sha: string,
  token: string,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const into = join(environment.RUNNER_TEMP ?? '', 'ml-workflow', 'definitions');
  mkdirSync(into, { recursive: true });
  await bring(sha, into, token, environment);
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
  const gitDirectory = join(environment.RUNNER_TEMP ?? '', 'ml-workflow', `git-${sha.slice(0, 12)}`);
  const { pointers } = await fetchTree({ server, repository, sha, token, gitDirectory, into, environment });
  tellPointers(pointers);
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
