/** That a verdict is about something that has changed since, and how to have a new one. */
import type { Stale } from './context.ts';
import { code, cut } from './markdown-text.ts';

/** By it the line is found again. */
export const staleBegin = '> ⚠️ This verdict is ';

export function staleLine(
  { because, now }: Stale,
  { sha, asked }: { readonly sha?: string | undefined; readonly asked?: string | undefined },
): string {
  const is = code(shortSha(now));
  const said =
    because === 'head-moved'
      ? `about ${sha === undefined ? 'an earlier commit' : code(shortSha(sha))}; the pull request is at ${is} now`
      : `against an earlier run of the base branch; ${is} has been accepted since`;
  return `${staleBegin}${said}${asked === undefined ? '' : `: comment ${code(again(asked, because, now))} to run again`}.`;
}

/** Whoever named the commit named the old one. */
function again(asked: string, because: Stale['because'], now: string): string {
  const line = cut(asked.replace(/\s+/g, ' '), 200);
  return because === 'head-moved'
    ? line.replace(/(^|\s)@[0-9a-f]{7,64}(?=\s|$)/i, (_whole, blank: string) => `${blank}@${shortSha(now)}`)
    : line;
}

/** Of what is no commit, all. */
export function shortSha(text: string): string {
  return /^[0-9a-f]{7,64}$/.test(text) ? text.slice(0, 7) : cut(text, 60);
}
