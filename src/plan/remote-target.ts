/** On which host something is done: the remote targets of a project, and the choice among them. */
import type { Diagnostics } from '../language/diagnostic.ts';
import { listOf } from '../language/name.ts';
import type { RemoteTarget } from './plan.ts';
import type { Origin, Project } from './project.ts';

export function remoteTargetsOf({ remote }: Project): ReadonlyMap<string, RemoteTarget> {
  return remote?.targets ?? none;
}

const none: ReadonlyMap<string, RemoteTarget> = new Map();

export const noTargetHelp =
  'declare a target of the kind `ssh` or `runpod` under `targets:`, or a command of that name';

interface Asked {
  /** As written: `/scp:retrieve-results`. */
  readonly written: string;
  /** What to write where there are several. */
  readonly choose: string;
  /** Only these can be meant. */
  readonly names: readonly string[];
}

/** The only one there is; undefined when there is none or another could be meant, which is then reported. */
export function onlyTarget(
  { written, choose, names }: Asked,
  { source, span }: Origin,
  diagnostics: Diagnostics,
): string | undefined {
  const [only, second] = names;
  if (only !== undefined && second === undefined) return only;
  const all = names.map((name) => `\`${name}\``);
  const message =
    only === undefined
      ? `\`${written}\` needs a host, and this project declares none`
      : `\`${written}\` could mean ${listOf(all, 'or')}`;
  diagnostics.add('unclear-target', source, span, message, {
    help: only === undefined ? noTargetHelp : choose,
  });
  return undefined;
}
