/** What a run was asked for: the dispatch input `request`. Ids and hashes alone, no text of anybody's: texts are read again. */
import { createHash } from 'node:crypto';
import { z } from 'zod';

const commit = z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'a commit is 40 or 64 hexadecimal digits');
const id = z.number().int().positive();

const schema = z
  .strictObject({
    /** The commit under test. */
    sha: commit.optional(),
    /** The pull request that it is reported on. */
    pr: id.optional(),
    /** The comment that asked for it; `body`: SHA-256 of its text, 64 hexadecimal digits. */
    comment: z
      .strictObject({ id, body: z.string().regex(/^[0-9a-f]{64}$/, 'a hash has 64 digits') })
      .optional(),
    /** GitHub's id of the event that set a label. */
    label: id.optional(),
    /** The time of a schedule that was missed and is caught up. */
    slot: z.iso.datetime().optional(),
    /** The run of GitHub Actions that this one goes on with. */
    resume: id.optional(),
  })
  .refine(
    ({ comment, label }) => comment === undefined || label === undefined,
    'either a comment or a label asks',
  )
  .refine(
    ({ comment, label, pr }) => pr !== undefined || (comment === undefined && label === undefined),
    'a comment and a label stand on a pull request: `pr` is missing',
  );

export type Request = Readonly<z.infer<typeof schema>>;

/** Throws an `Error` of one sentence. */
export function readRequest(text: string): Request {
  if (text.trim() === '') return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw new Error('this is no JSON');
  }
  const read = schema.safeParse(parsed);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Error(`${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'this is no request'}`);
}

/** Of a comment's text as GitHub gives it, line ends and all: 64 hexadecimal digits. */
export function bodyHash(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}
