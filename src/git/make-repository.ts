/** A fetched commit as the repository of the folder that its files stand in: what runs there may ask git where it is. */
import { execFile } from 'node:child_process';
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const call = promisify(execFile);

export interface MakeRepository {
  /** Absolute: bare, with the commit. It is moved. */
  readonly gitDirectory: string;
  /** Absolute: holds the commit's files. */
  readonly folder: string;
  readonly sha: string;
  /** For git. */
  readonly environment: NodeJS.ProcessEnv;
}

/** HEAD is the commit, on no branch. No file is looked at, and nothing that the repository says is run. */
export async function makeRepository({
  gitDirectory,
  folder,
  sha,
  environment,
}: MakeRepository): Promise<void> {
  const own = join(folder, '.git');
  renameSync(gitDirectory, own);
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = environment;
  const git = (...words: string[]) =>
    call('git', ['-c', 'core.hooksPath=/dev/null', ...words], {
      cwd: folder,
      env: { ...inherited, GIT_DIR: own, GIT_TERMINAL_PROMPT: '0' },
    });
  await git('config', 'core.bare', 'false');
  // They are left out, which is no change of the commit.
  await git('config', 'diff.ignoreSubmodules', 'all');
  await git('update-ref', '--no-deref', 'HEAD', sha);
  await git('read-tree', sha);
}
