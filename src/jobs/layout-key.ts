/** What of a layout a compiled file relies on: another key means that its steps are no longer what their names say. */
import type { Layout } from './layout.ts';

/** The same for all values of parameters: they may change how many legs a matrix has, and how long jobs take. */
export function layoutKey({ jobs }: Layout): string {
  return JSON.stringify(
    jobs.map((job) =>
      job.is === 'matrix'
        ? [job.id, job.needs, job.block, job.variables]
        : [
            job.id,
            job.needs,
            job.joins,
            job.environment ?? null,
            job.steps.map(({ id, holds, decides, variables }) => [id, holds, decides, variables]),
          ],
    ),
  );
}
