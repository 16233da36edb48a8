/** Which workflow files of the repository are ours: those that comments, labels and the project's workflows run in. */

import type { Definitions } from '../desk/definitions.ts';
import { chainFile, compiledFile } from '../jobs/file-name.ts';

/** With their folder, as GitHub names the file of a run. */
export function ownFiles({ workflows }: Pick<Definitions, 'workflows'>): ReadonlySet<string> {
  const files = [chainFile, ...workflows.map(({ name }) => compiledFile(name))];
  return new Set(files.map((file) => `.github/workflows/${file}`));
}
