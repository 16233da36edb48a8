/** What the default branch says: the project file, the workflows and their commands. Never what a pull request makes of them. */
import { join } from 'node:path';
import { sourceOf } from '../language/source.ts';
import type { Policy } from '../plan/policy.ts';
import { type Prepared, type PrepareRequest, prepare } from '../prepare.ts';
import type { Wanted, Workflow } from '../project/load.ts';
import { bringDefinitions } from './tree.ts';

export interface Definitions {
  /** Absolute: the project's folder in a copy of the commit. */
  readonly folder: string;
  /** Absolute: the copy itself. */
  readonly root: string;
  /** The project's folder in the repository, with `/`; empty for its root. */
  readonly project: string;
  readonly sha: string;
  readonly policy: Policy;
  readonly workflows: readonly Workflow[];
  /** Names that a chain may call. */
  readonly commands: readonly string[];
  /** Where the baseline is declared to be, relative to the project. */
  readonly baseline?: string;
}

/** Of the commit that the job itself stands on. Rejects with a `RunError` when GitHub does not give it. */
export async function definitionsOf(
  environment: NodeJS.ProcessEnv,
  token: string,
  project: string,
): Promise<Definitions> {
  const sha = environment.GITHUB_SHA ?? '';
  const root = await bringDefinitions(sha, token, environment);
  return definitionsIn(root, project, sha);
}

export function definitionsIn(root: string, project: string, sha: string): Definitions {
  const folder = join(root, project);
  // Any chain will do: what is asked is the project, and what is wrong with it is said when something is planned.
  const wanted: Wanted = { is: 'chain', source: sourceOf('<comment>', '/continue') };
  const { policy, workflows, commands } = prepare({
    wanted,
    folder,
    shownFrom: root,
    given: [],
    checkOnly: true,
  });
  return { folder, root, project, sha, policy, workflows, commands };
}

/** A plan by these definitions. */
export function planned(
  { folder, root }: Definitions,
  wanted: Wanted,
  given: PrepareRequest['given'],
): Prepared {
  return prepare({ wanted, folder, shownFrom: root, given });
}
