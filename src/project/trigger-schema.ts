/** What starts a workflow on GitHub: the shape of `on:`, by GitHub's own rules where they are GitHub's words. */
import { z } from 'zod';
import { cronProblem } from './cron.ts';

const cron = z.string().superRefine((text, context) => {
  const message = cronProblem(text);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

const timezone = z
  .string()
  .refine(isTimezone, 'a time zone is written as IANA names it, `Europe/Berlin` or `UTC`');

function isTimezone(text: string): boolean {
  // Offsets such as `+01:00` are none.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

const pattern = z.string().min(1);
const patterns = z
  .union([pattern, z.array(pattern).min(1, 'a list of patterns has at least one')])
  .refine(
    (written) => ![written].flat().every((one) => one.startsWith('!')),
    'patterns with `!` take away from others: there is at least one without',
  );
const except = z.union([pattern, z.array(pattern).min(1, 'a list of patterns has at least one')]);

const push = z
  .strictObject({
    branches: patterns.optional(),
    'branches-ignore': except.optional(),
    tags: patterns.optional(),
    'tags-ignore': except.optional(),
    paths: patterns.optional(),
    'paths-ignore': except.optional(),
  })
  .superRefine((written, context) => {
    for (const key of ['branches', 'tags', 'paths'] as const) {
      if (written[key] === undefined || written[`${key}-ignore`] === undefined) continue;
      const message = `\`${key}\` and \`${key}-ignore\` do not go together; a pattern with \`!\` takes away from others`;
      context.addIssue({ code: 'custom', path: [`${key}-ignore`], message });
    }
  });

export const triggers = z.strictObject({
  comment: z
    .string()
    .regex(
      /^\/[A-Za-z][A-Za-z0-9_.:/-]*(?<![:/.])$/,
      'a comment is one word as a person types it: `/sweep`, and what stands behind it are parameters',
    )
    .refine((text) => !/^\/ml-(?:plan|status|stop|approve|resume|help)$/i.test(text), 'this word is reserved')
    .optional(),
  label: z
    .string()
    .min(1)
    .max(50, 'a label has at most 50 characters')
    .refine((text) => text === text.trim(), 'a label has no blanks at its ends')
    .optional(),
  schedule: z
    .union([
      cron,
      z
        .array(z.strictObject({ cron, timezone: timezone.optional() }))
        .min(1, 'a list of schedules has at least one'),
    ])
    .optional(),
  // `push:` with nothing behind it is every push, as on GitHub.
  push: z.union([push, z.null()]).optional(),
  dispatch: z.boolean().optional(),
});

type TriggersFile = z.infer<typeof triggers>;

/** What GitHub itself starts a workflow by; and comments and labels, which go through the router. */
export interface Triggers {
  /** As it is typed, with its slash. */
  readonly comment?: string;
  readonly label?: string;
  readonly schedule?: readonly { readonly cron: string; readonly timezone?: string | undefined }[];
  /** Patterns by GitHub's name for them; none for every push. */
  readonly push?: Readonly<Record<string, readonly string[]>>;
}

export function triggersOf(written: TriggersFile | undefined): Triggers {
  const { comment, label, schedule, push: pushed } = written ?? {};
  const filters = Object.entries(pushed ?? {}).flatMap(([key, one]) =>
    one === undefined ? [] : [[key, [one].flat()] as const],
  );
  return {
    ...(comment === undefined ? {} : { comment }),
    ...(label === undefined ? {} : { label }),
    ...(schedule === undefined
      ? {}
      : { schedule: typeof schedule === 'string' ? [{ cron: schedule }] : schedule }),
    ...(pushed === undefined ? {} : { push: Object.fromEntries(filters) }),
  };
}
