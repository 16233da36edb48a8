/** The two workflow files that answer comments: what they should say, and what stands there now. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chainFile, routerFile } from '../../jobs/file-name.ts';
import { routerHead, routerYaml } from '../../jobs/router-yaml.ts';
import { runYaml } from '../../jobs/run-yaml.ts';
import { type ActionReference, compiledHead } from '../../jobs/workflow-yaml.ts';
import { sourceOf } from '../../language/source.ts';
import type { RemoteTarget } from '../../plan/plan.ts';
import { isHosted } from '../../prepare.ts';
import { load } from '../../project/load.ts';
import { UsageError } from '../arguments.ts';

export interface RouterFile {
  /** Absolute. */
  readonly path: string;
  readonly text: string;
  readonly state: 'unchanged' | 'stale' | 'missing' | 'of-somebody';
}

interface Place {
  /** The project's folder, absolute. */
  readonly folder: string;
  /** The repository's, absolute. */
  readonly root: string;
  /** The project's folder in the repository, with `/`; undefined for its root. */
  readonly project: string | undefined;
  readonly shownFrom: string;
}

const usualAction: ActionReference = { repository: 'moola/ml-workflow', ref: 'v1' };

/** Throws a `UsageError` when they serve another project of the repository. */
export function routerFiles(
  { folder, root, project, shownFrom }: Place,
  pin: ActionReference | undefined,
): readonly [RouterFile, RouterFile] {
  const inside = join(root, '.github', 'workflows');
  const action = pin ?? pinIn(inside) ?? usualAction;
  const { runsOn, ...needed } = neededBy(folder, shownFrom);
  const file = (name: string, text: string): RouterFile => {
    const path = join(inside, name);
    if (!existsSync(path)) return { path, text, state: 'missing' };
    const before = readFileSync(path, 'utf8').replaceAll('\r\n', '\n');
    const head = routerHead(before);
    if (!head) return { path, text, state: 'of-somebody' };
    if (head.project !== project)
      throw new UsageError(
        `\`.github/workflows/${name}\` is that of the project in \`${head.project ?? '.'}\``,
        'a repository answers comments for one project; delete the file to let it be this one',
      );
    return { path, text, state: before === text ? 'unchanged' : 'stale' };
  };
  return [
    file(routerFile, routerYaml({ action, project })),
    file(chainFile, runYaml({ action, project, runsOn, isHosted: isHosted(runsOn), ...needed })),
  ];
}

/** What these use now, or else what compiled workflows use. */
function pinIn(folder: string): ActionReference | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const texts = [routerFile, chainFile, ...names.filter((name) => /\.ya?ml$/.test(name)).sort()]
    .filter((name) => names.includes(name))
    .map((name) => textOf(join(folder, name)));
  for (const text of texts) {
    const action = (routerHead(text) ?? compiledHead(text))?.action;
    if (action) return action;
  }
  return undefined;
}

/** Empty for what is no file. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Whatever a chain of this project may need. Of what the project declares, not of what a person has at home. */
function neededBy(folder: string, shownFrom: string) {
  const { project, runsOn, notify } = load(folder, shownFrom, {
    is: 'chain',
    source: sourceOf('<chain>', '/continue'),
  });
  const scripts = [...project.commands.values(), ...project.agents.values()];
  const targets: readonly RemoteTarget[] = [...(project.remote?.targets.values() ?? [])];
  return {
    runsOn,
    variables: [
      ...scripts.flatMap((one) => (one.is === 'run' ? one.command.env : [])),
      ...targets.flatMap((target) => (target.kind === 'ssh' ? settingsOf(target) : [])),
      ...notify.map(({ variable }) => variable),
    ],
    keys: [...new Set(targets.flatMap((target) => (target.kind === 'runpod' ? [target.key] : [])))],
  };
}

function settingsOf({ host, port, user, key, hostKey }: RemoteTarget & { readonly kind: 'ssh' }): string[] {
  return [host, port, user, key, hostKey].flatMap((one) => ('variable' in one ? [one.variable] : []));
}
