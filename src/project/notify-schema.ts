/** The shape of `notify:` and `drift:`: whom a finished run tells, and what a scheduled check finds. */
import { z } from 'zod';
import { path, plainName } from './schema-values.ts';

/** An address lets whoever knows it write there: it is a secret, and never in a file. */
const variable = z.strictObject({
  env: z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable'),
});

export const occasions = ['passed', 'handled', 'not-met', 'failed', 'waiting', 'cancelled', 'drift'] as const;
export type Occasion = (typeof occasions)[number];

const receiver = z
  .strictObject({
    webhook: variable.optional(),
    slack: variable.optional(),
    on: z.array(z.enum(occasions)).min(1, 'a list of occasions has at least one').optional(),
  })
  .refine(
    ({ webhook, slack }) => (webhook === undefined) !== (slack === undefined),
    'each of them has either `webhook:` or `slack:`',
  );

export const notify = z.array(receiver).min(1, 'a list of receivers has at least one');

export interface Receiver {
  readonly kind: 'webhook' | 'slack';
  /** The environment variable with the address. */
  readonly variable: string;
  readonly on: readonly Occasion[];
}

/** What people want to hear of when they do not say: what they would have to do something about. */
const usualOccasions: readonly Occasion[] = ['not-met', 'failed', 'waiting', 'drift'];

export function receiversOf(written: z.infer<typeof notify> | undefined): readonly Receiver[] {
  return (written ?? []).map(({ webhook, slack, on = usualOccasions }) => ({
    kind: webhook ? 'webhook' : 'slack',
    variable: webhook?.env ?? slack?.env ?? '',
    on,
  }));
}

export const drift = z.strictObject({
  /** The gate whose answer it is. */
  predicate: plainName,
  issue: z.string().min(1).max(200, 'a title has at most 200 characters').optional(),
  'pull-request': z.array(path).min(1, 'a list of files has at least one').optional(),
  checks: z.array(z.string().min(1).max(200)).min(1, 'a list of workflows has at least one').optional(),
});

/** What a scheduled workflow does about drift that it finds. */
export interface Drift {
  /** The name of the predicate that says whether there is any, as the chain asks it. */
  readonly predicate: string;
  /** Title of the issue. */
  readonly issue: string;
  /** Files and folders of the project that a retraining writes: what has changed in them is proposed as a pull request. */
  readonly files: readonly string[];
  /** Names of workflows that judge such a pull request: nothing else starts for what a job's token has opened. */
  readonly checks?: readonly string[];
}

export function driftOf(written: z.infer<typeof drift> | undefined): Drift | undefined {
  return (
    written && {
      predicate: written.predicate,
      issue: written.issue ?? 'The data has drifted',
      files: written['pull-request'] ?? [],
      ...(written.checks === undefined ? {} : { checks: written.checks }),
    }
  );
}
