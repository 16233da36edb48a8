/** The actions of a workflow as small directories: act copies the whole of an action's repository for each step. */
import { cp, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { parse } from 'yaml';
import { isObject } from './adapt.ts';

/** `owner/repo/path@ref`, in its parts. */
interface Use {
  readonly repository: string;
  readonly path: string;
  readonly ref: string;
}

const LEFT_OUT = new Set(['node_modules', '.git', '.cache']);

/**
 * Copies what the actions need, and gives act's arguments for them. Throws when an action is in none of the directories,
 * before act would ask the network for it.
 */
export async function stageActions(
  uses: readonly string[],
  directories: Readonly<Record<string, string>>,
  to: string,
): Promise<string[]> {
  const refs = new Set<string>();
  for (const text of uses) {
    const use = readUse(text);
    const from = directories[use.repository];
    if (from === undefined) throw new Error(`no directory stands for the action '${text}'`);
    await stageAction(join(from), join(to, use.repository), use.path);
    refs.add(`${use.repository}@${use.ref}=${join(to, use.repository)}`);
  }
  return [...refs].flatMap((ref) => ['--local-repository', ref]);
}

function readUse(text: string): Use {
  const match = /^([^/@\s]+\/[^/@\s]+)(?:\/([^@\s]*))?@(\S+)$/.exec(text);
  if (match?.[1] === undefined || match[3] === undefined) {
    throw new Error(`under act an action is 'owner/repo[/path]@ref', not '${text}'`);
  }
  return { repository: match[1], path: match[2] ?? '', ref: match[3] };
}

/** The action's own file, and the directory of each of its entry points with all that is in it. */
async function stageAction(from: string, to: string, path: string): Promise<void> {
  const file = await actionFile(join(from, path));
  await mkdir(join(to, path), { recursive: true });
  await cp(file, join(to, path, basename(file)));
  const runs: unknown = parse(await readFile(file, 'utf8'))?.runs;
  if (!isObject(runs)) throw new Error(`${file} has no 'runs'`);
  const directories = [runs.pre, runs.main, runs.post]
    .filter((entry) => typeof entry === 'string')
    .map((entry) => normalize(join(path, dirname(entry))));
  for (const directory of new Set(directories)) {
    const root = join(from, directory);
    await cp(root, join(to, directory), {
      recursive: true,
      filter: (source) => !LEFT_OUT.has(relative(root, source).split('/')[0] ?? ''),
    });
  }
}

async function actionFile(directory: string): Promise<string> {
  for (const name of ['action.yml', 'action.yaml']) {
    const file = join(directory, name);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile() === true) return file;
  }
  throw new Error(`no action.yml in ${directory}`);
}
