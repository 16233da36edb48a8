/** Which commit a workspace stands on. */
import type { Revision } from '../ports.ts';

/**
 * Outside of a repository, or without git, there is no revision: that is no error. `leftOut`: paths in the workspace
 * whose changes do not count.
 */
export async function revisionOf(workspace: string, leftOut: readonly string[] = []): Promise<Revision> {
  const { getExecOutput } = await import('@actions/exec');
  const git = async (...words: string[]) => {
    // Git needs no more, and may run what a configuration names: no key is there for it to see.
    const { PATH = '', HOME = '' } = process.env;
    const options = { cwd: workspace, silent: true, ignoreReturnCode: true, env: { PATH, HOME } };
    const { exitCode, stdout } = await getExecOutput('git', words, options);
    return exitCode === 0 ? stdout.trim() : undefined;
  };
  try {
    const sha = await git('rev-parse', 'HEAD');
    if (sha === undefined) return { sha: null, dirty: false };
    // All of the repository, as without paths, even where the workspace is a part of it.
    const paths = [':/', ...leftOut.map((path) => `:(exclude,literal)${path}`)];
    return { sha, dirty: (await git('status', '--porcelain', '--', ...paths)) !== '' };
  } catch {
    return { sha: null, dirty: false };
  }
}
