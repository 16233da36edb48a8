/** Who asked for what, what it cost and how it ended: hidden at the end of the comment, for the next run and for whoever looks. */
import { z } from 'zod';
import type { EarlierRun, Stale } from './context.ts';
import { shownText } from './markdown-text.ts';
import { staleBegin, staleLine } from './stale-line.ts';

/** A report and all that led to it may be read back from a comment; what a person puts there must not fill the memory. */
const longestAudit = 20_000;
/** Runs on the same pull request that a comment remembers. */
const mostEarlier = 20;

const text = (most: number) => z.string().max(most);
const commit = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/);
const login = z.string().regex(/^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98})(?:\[bot\])?$/);
const time = z.iso.datetime();
const dollars = z.number().nonnegative();
const url = text(500).regex(/^https?:\/\//);

const earlierRun = z.strictObject({
  run: text(200).min(1),
  sha: commit,
  at: time,
  verdict: text(60).min(1),
  sign: text(8),
  metric: text(100).optional(),
  value: z.number().optional(),
  cost: dollars.optional(),
  by: login.optional(),
  url: url.optional(),
});

const schema = z.strictObject({
  schema: z.literal(1),
  workflow: text(200).min(1),
  /** The project's folder in the repository, with `/`; empty for its root. */
  project: text(500).default(''),
  /** Absent before it began. */
  run: text(200).min(1).optional(),
  /** GitHub's id of the run of Actions. */
  github_run: z.number().int().positive().optional(),
  sha: commit,
  /** Login of the person who asked. */
  by: login.optional(),
  /** What they wrote. */
  asked: text(500).optional(),
  /** Dollars at worst, as they were told before. */
  quote: dollars.optional(),
  /** Dollars so far. */
  cost: dollars.optional(),
  verdict: z.enum(['queued', 'running', 'passed', 'handled', 'not-met', 'failed', 'waiting', 'cancelled']),
  reason_code: text(60).optional(),
  /** As the headline has both. */
  words: text(60).optional(),
  sign: text(8).optional(),
  metric: text(100).optional(),
  value: z.number().optional(),
  approved_by: z.array(login).max(50).optional(),
  /** Labels of the approvals that it waits for. */
  waiting_for: z.array(text(200)).max(50).optional(),
  started: time.optional(),
  ended: time.optional(),
  url: url.optional(),
  /** Newest first. */
  earlier: z.array(earlierRun).max(mostEarlier).default([]),
});

export type Audit = z.output<typeof schema>;
/** What is not right is left out, and so is the whole where nothing is left that could be read back. */
export type AuditFields = z.input<typeof schema>;

const begin = '<!-- ml-workflow-audit: ';
const end = ' -->';

/** As a comment in HTML, which nobody sees; empty when it would be too long. */
export function auditText(fields: AuditFields): string {
  const audit = schema.safeParse(withoutWrong(fields));
  if (!audit.success) return '';
  const json = JSON.stringify(audit.data, (_key, value: unknown) =>
    typeof value === 'string' ? shownText(value) : value,
  );
  // Nothing in it may end the comment, begin another one, or mention anybody.
  const harmless = json.replace(
    /[<>&@]|-(?=-)|-$/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return harmless.length > longestAudit ? '' : `${begin}${harmless}${end}`;
}

/**
 * What the last line of a comment says; of any other line it could be somebody's log that says it. Undefined when it is
 * none of ours. The caller has made sure who has written the comment.
 */
export function auditIn(body: string): Audit | undefined {
  const line = body.trimEnd().split('\n').at(-1) ?? '';
  if (!line.startsWith(begin) || !line.endsWith(end) || line.length > longestAudit + 100) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(line.slice(begin.length, -end.length));
  } catch {
    return undefined;
  }
  const read = schema.safeParse(parsed);
  return read.success ? read.data : undefined;
}

/** The run that the comment tells of, and those that it remembers: for the report of the next one. */
export function earlierFrom(body: string): EarlierRun[] {
  const audit = auditIn(body);
  return audit ? earlierOf(audit) : [];
}

export function earlierOf(audit: Audit): EarlierRun[] {
  const { run, sha, started, ended, verdict, words, sign, metric, value, cost, by, url: log } = audit;
  const at = ended ?? started;
  // A request that never became a run is none.
  if (run === undefined || at === undefined || verdict === 'queued') return audit.earlier as EarlierRun[];
  const own: EarlierRun = {
    ...{ run, sha, at, verdict: words ?? verdict, sign: sign ?? '' },
    ...(metric === undefined ? {} : { metric }),
    ...(value === undefined ? {} : { value }),
    ...(cost === undefined ? {} : { cost }),
    ...(by === undefined ? {} : { by }),
    ...(log === undefined ? {} : { url: log }),
  };
  return [own, ...(audit.earlier as EarlierRun[]).filter((one) => one.run !== run)].slice(0, mostEarlier);
}

/** The comment of a run that is over, with what has become of its verdict since; undefined when it is no comment of ours. */
export function markedStale(body: string, stale: Stale): string | undefined {
  const audit = auditIn(body);
  if (!audit) return undefined;
  const paragraphs = body.split('\n\n');
  // The headline, and what the run came to, are always the first two.
  const at = paragraphs.findIndex((one) => /^(?:<!-- ml-workflow: .* -->\n)?## /.test(one)) + 2;
  if (at < 2) return undefined;
  const had = paragraphs[at]?.startsWith(staleBegin) ? 1 : 0;
  paragraphs.splice(at, had, staleLine(stale, audit));
  return paragraphs.join('\n\n');
}

/** A login that is none, or a time that cannot be read, must not take the rest with it. */
function withoutWrong(fields: AuditFields): Record<string, unknown> {
  const { earlier = [], ...others } = fields;
  const shape = schema.shape;
  const kept = Object.entries(others).filter(([name, value]) => {
    const field: z.ZodType | undefined = shape[name as keyof typeof shape];
    return value !== undefined && field?.safeParse(value).success === true;
  });
  const right = earlier.filter((one) => earlierRun.safeParse(one).success).slice(0, mostEarlier);
  return { ...Object.fromEntries(kept), earlier: right };
}
