/** The names of workflow files on GitHub: of compiled workflows, and of the two that answer comments. */

/** Listens to comments and labels. */
export const routerFile = 'ml.yml';
/** Runs chains that were typed into a comment. */
export const chainFile = 'ml-run.yml';

/** What typed chains are called on GitHub: they are one workflow there, whatever stands in them. */
export const chainName = 'ml-run';

/** Of a compiled workflow: `ml/train` is `ml-train.yml`. Never one of the other two. */
export function compiledFile(workflow: string): string {
  const name = workflow.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+/, '') || 'workflow';
  const file = `${name}.yml`;
  const isTaken = [routerFile, chainFile].includes(file.toLowerCase());
  return isTaken ? `${name}-jobs.yml` : file;
}
