/** The files of a commit, in a folder of their own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ExportRequest {
  /** Absolute. In a repository, or a folder of one: then that folder of the commit. */
  readonly workspace: string;
  /** A commit. */
  readonly revision: string;
  /** Absolute. Exists and is empty. */
  readonly into: string;
  /** For git. */
  readonly environment: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Line ends are those that the repository's attributes ask for. Filters are not run: what Git LFS keeps elsewhere stays
 * a pointer, and nothing that a commit says runs a program here. Submodules are left out. The workspace, its index and
 * its hooks are not touched.
 */
export async function exportTree(request: ExportRequest): Promise<void> {
  const { workspace, revision, signal } = request;
  if (!/^[A-Za-z0-9][A-Za-z0-9_./~^-]*$/.test(revision))
    throw new Error(`\`${revision}\` does not name a commit`);
  if (readdirSync(request.into).length > 0) throw new Error(`${request.into} is not empty`);
  const temporary = mkdtempSync(join(tmpdir(), 'tree-'));
  // These would name another repository or index than that of the workspace.
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...inherited } = request.environment;
  const environment = { ...inherited, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };
  const git = (words: readonly string[], extra: NodeJS.ProcessEnv = {}): Promise<Output> =>
    run(words, workspace, { ...environment, ...extra }, signal);
  try {
    const [prefix, directory, filters] = await Promise.all([
      git(['rev-parse', '--show-prefix']),
      git(['rev-parse', '--absolute-git-dir']),
      git(['config', '--null', '--name-only', '--get-regexp', '^filter\\.']),
    ]);
    const folder = checked(prefix, workspace).replace(/\n$/, '').replace(/\/$/, '');
    const index = {
      GIT_INDEX_FILE: join(temporary, 'index'),
      GIT_DIR: checked(directory, workspace).replace(/\n$/, ''),
      GIT_WORK_TREE: realpathSync(request.into),
    };
    const safe = [
      ...['core.hooksPath=/dev/null', 'core.fsmonitor=false', 'core.sparseCheckout=false', 'core.bare=false'],
      ...withoutFilters(filters.stdout),
    ].flatMap((setting) => ['-c', setting]);
    // Run where the files go: git takes paths as relative to the folder that it is run in.
    const there = (words: readonly string[]): Promise<Output> =>
      run([...safe, ...words], request.into, { ...environment, ...index }, signal);
    const tree = folder === '' ? `${revision}^{tree}` : `${revision}:${folder}`;
    const read = await there(['read-tree', tree]);
    if (read.code !== 0)
      throw new Error(
        `${revision} has no ${folder === '' ? 'files that git can read' : `folder \`${folder}\``}: ${read.stderr}`,
      );
    checked(await there(['checkout-index', '--all', '--quiet', '--force']), workspace);
    const modules = checked(await there(['ls-files', '--stage', '-z']), workspace);
    for (const line of modules.split('\0')) {
      const path = /^160000 \S+ \d\t(.+)$/s.exec(line)?.[1];
      if (path !== undefined) removeEmpty(request.into, path);
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function withoutFilters(names: string): string[] {
  const filters = new Set<string>();
  for (const name of names.split('\0')) {
    const filter = /^filter\.(.+)\.[^.]+$/s.exec(name)?.[1];
    if (filter !== undefined && !filter.includes('=')) filters.add(filter);
    else if (filter !== undefined)
      throw new Error(
        `git's configuration has a filter with \`=\` in its name, \`${filter}\`, which cannot be turned off`,
      );
  }
  return [...filters].flatMap((filter) => [
    `filter.${filter}.smudge=`,
    `filter.${filter}.process=`,
    `filter.${filter}.required=false`,
  ]);
}

/** The folder of a submodule, and those above it that have nothing else. */
function removeEmpty(root: string, path: string): void {
  try {
    for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
      rmdirSync(join(root, at));
  } catch {
    // It has something else, or is not there.
  }
}

interface Output {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function checked(output: Output, workspace: string): string {
  if (output.code !== 0) throw new Error(`git cannot read the repository of ${workspace}: ${output.stderr}`);
  return output.stdout;
}

function run(
  words: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
  signal: AbortSignal | undefined,
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', words, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(signal === undefined ? {} : { signal }),
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.once('error', reject);
    child.once('close', (code) =>
      resolve({
        code: code ?? 1,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString().trim(),
      }),
    );
  });
}
