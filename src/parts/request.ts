/** What a run was asked for: the dispatch input `request`, which holds ids and no text of anybody's. */
import { z } from 'zod';

const schema = z.strictObject({
  /** The commit under test. */
  sha: z
    .string()
    .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, 'a commit is 40 or 64 hexadecimal digits')
    .optional(),
  /** The pull request that it is reported on. */
  pr: z.number().int().positive().optional(),
});

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
