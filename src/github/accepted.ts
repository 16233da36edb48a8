/** What runs that were accepted have measured, by workflow: what a pull request is compared with. */
import { z } from 'zod';
import type { Forge } from '../admission/forge.ts';
import { slug } from '../language/name.ts';
import type { BaseMetric, BaseRun } from '../reports/context.ts';
import type { Subject } from './names.ts';
import type { StateStore } from './state-store.ts';

const metric = z.strictObject({
  metric: z.string().min(1).max(200),
  step: z.string().max(500).optional(),
  value: z.number(),
  unit: z.enum(['fraction', 'percent', 'number']),
  samples: z.number().nonnegative().optional(),
  better: z.enum(['higher', 'lower']).optional(),
});
const entry = z.strictObject({
  run: z.string().min(1).max(200),
  sha: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/),
  at: z.string().max(40),
  /** The branch that it is, or was asked to become, a part of. */
  branch: z.string().min(1).max(300),
  url: z.string().max(500).optional(),
  /** It counts once this is merged. */
  pull: z.number().int().positive().optional(),
  metrics: z.array(metric).max(200),
});
const schema = z.strictObject({ schema: z.literal(1), runs: z.array(entry) });

export type AcceptedRun = z.infer<typeof entry>;

/** Pull requests that were never merged are looked through no further than this. */
const mostKept = 30;
const mostAsked = 5;

function keyOf({ workflow, project }: Subject): string {
  return `accepted/${[project, workflow]
    .filter((part) => part !== '')
    .map(slug)
    .join('--')}`;
}

/** Adds a run that has passed; one of the same commit takes its place. */
export async function accept(store: StateStore, subject: Subject, run: AcceptedRun): Promise<void> {
  await store.change(
    keyOf(subject),
    (before) => {
      const kept = schema.safeParse(before);
      // Something that is no list of ours would be lost silently, and is not worth more than what is measured now.
      const runs = kept.success ? kept.data.runs : [];
      const others = runs.filter(({ sha, pull }) => sha !== run.sha || pull !== run.pull);
      return { schema: 1, runs: [run, ...others].slice(0, mostKept) };
    },
    `Accept ${run.run}`,
  );
}

/**
 * The newest accepted run of the branch: made on the branch itself, or by a pull request that has been merged into it since.
 * Rejects when it cannot be read.
 */
export async function acceptedOn(
  store: StateStore,
  forge: Pick<Forge, 'pull'>,
  subject: Subject,
  branch: string,
): Promise<BaseRun | undefined> {
  const before = await store.read(keyOf(subject));
  if (before === undefined) return undefined;
  const read = schema.safeParse(before);
  if (!read.success) return undefined;
  let asked = 0;
  for (const run of read.data.runs) {
    if (run.branch !== branch) continue;
    if (run.pull !== undefined) {
      if (asked >= mostAsked) return undefined;
      asked += 1;
      const pull = await forge.pull(run.pull);
      if (!pull.isMerged || pull.baseRef !== branch || pull.headSha !== run.sha) continue;
    }
    const { metrics, url, ...rest } = run;
    return {
      ...{ run: rest.run, sha: rest.sha, at: rest.at, branch: rest.branch },
      ...(url === undefined ? {} : { url }),
      metrics: metrics.map(
        ({ step, samples, better, ...own }): BaseMetric => ({
          ...own,
          ...(step === undefined ? {} : { step }),
          ...(samples === undefined ? {} : { samples }),
          ...(better === undefined ? {} : { better }),
        }),
      ),
    };
  }
  return undefined;
}
