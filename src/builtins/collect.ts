/** `/aggregate:analysis-results`: what the branches before it gave, in one file. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { CollectedCell, UnitOutcome, UnitRequest } from '../ports.ts';
import { failureOf, succeededWith } from './outcome.ts';

export const collectionSchema = 1;
const defaultName = 'analysis-results';

export function collect(request: UnitRequest): UnitOutcome {
  const { cells, input, workspace, directory } = request;
  const name = input.parameters.what ?? input.arguments[0] ?? defaultName;
  if (!/^\w[\w.-]*$/.test(name))
    return failureOf('usage', `\`/aggregate:${name}\`: a name has letters, digits, \`_\`, \`-\` and \`.\``);
  const completed = cells.filter(({ status }) => status === 'completed').length;
  if (completed === 0) {
    return failureOf(
      'no-metrics',
      `none of the ${cells.length} results is there`,
      cells.flatMap(({ title, error }) => (error === undefined ? [] : [`${title}: ${error}`])),
    );
  }
  const record = {
    schema: collectionSchema,
    run: request.run,
    name,
    results: cells.map((cell) => entryOf(cell, request)),
  };
  const path = join(directory, `${name}.json`);
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
  return succeededWith({ results: relative(workspace, path), completed });
}

/** What is missing is null: nobody takes it for 0 or for an empty text. */
function entryOf(cell: CollectedCell, { workspace, runDirectory }: UnitRequest) {
  const { result } = cell;
  return {
    title: cell.title,
    status: cell.status,
    run_dir: cell.directory === undefined ? null : relative(workspace, join(runDirectory, cell.directory)),
    config: cell.config,
    output: result?.output ?? null,
    values: result?.values ?? null,
    metrics: result?.metrics ?? null,
    samples: cell.samples ?? null,
    seconds: cell.seconds ?? null,
    error: cell.error ?? null,
  };
}
