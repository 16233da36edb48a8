/** What is said to the person who wrote a comment: one reaction at once, and at most one answer, however often the job runs. */
import * as core from '@actions/core';
import type { Desk } from '../desk/desk.ts';
import { RunError } from '../drivers/run-error.ts';
import { isForbidden, lossOf, placeOf } from '../github/api.ts';
import { commentLimit } from '../github/comment.ts';
import { type Reaction, react } from '../github/reactions.ts';

const beginsWithACommand = /^([\s>*+-]*)\//;
const fence = /^(`{3,}|~{3,})/;

export interface Asker {
  readonly pull: number;
  /** GitHub's id of the comment; absent for a label. */
  readonly comment?: number;
  readonly login: string;
}

type Place = Pick<Desk, 'api' | 'owner' | 'repository' | 'attempt' | 'environment'>;

/** Never rejects: the work is worth more than the sign of it. */
export async function reactTo(desk: Place, { comment }: Asker, reaction: Reaction): Promise<void> {
  if (comment === undefined) return;
  try {
    await react(desk.api, desk, comment, reaction);
  } catch (error) {
    core.warning(lossOf('a reaction', 'pull-requests', error, { isFork: false }));
  }
}

/** `text`: Markdown, in which foreign text is escaped. Rejects with a `RunError` when the job may not write it. */
export async function answer(desk: Place, asker: Asker, text: string): Promise<void> {
  const { issues } = desk.api.octokit.rest;
  const marker = answerMarker(desk, asker);
  const body = `${marker}\n${withoutCommands(text)}`.slice(0, commentLimit);
  const place = { ...placeOf(desk), issue_number: asker.pull };
  const find = async (): Promise<true | undefined> => {
    const pages = desk.api.octokit.paginate.iterator(issues.listComments, { ...place, per_page: 100 });
    for await (const { data } of pages)
      for (const one of data)
        if (one.body?.startsWith(marker) && (await desk.api.isOwn(one.user))) return true;
    return undefined;
  };
  // A job that runs again has said it before.
  if (desk.attempt > 1 && (await find())) return;
  try {
    await desk.api.persist<unknown>(() => issues.createComment({ ...place, body }), { find });
  } catch (error) {
    if (!isForbidden(error)) throw error;
    // There is nobody else to tell than who reads the log.
    throw new RunError(lossOf('the answer', 'pull-requests', error, { isFork: false }));
  }
}

/**
 * A command never begins a line of what we write: nobody's program may take it for one. In a fence an entity would be read as
 * it is written, so there the whole block stands behind a rule.
 */
export function withoutCommands(text: string): string {
  const out: string[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const [, signs] = fence.exec(line) ?? [];
    const end = signs === undefined ? -1 : lines.indexOf(signs, at + 1);
    if (end < 0) {
      out.push(line.replace(beginsWithACommand, '$1&#47;'));
      continue;
    }
    const block = lines.slice(at + 1, end);
    // A command in a fence is one to a program alone that looks at nothing but the begin of a line.
    const isHarmless = !block.some((one) => one.startsWith('/'));
    out.push(line, ...(isHarmless ? block : block.map((one) => `│ ${one}`.trimEnd())), signs ?? '');
    at = end;
  }
  return out.join('\n');
}

function answerMarker({ environment }: Place, { comment }: Asker): string {
  return `<!-- ml-workflow: answer ${comment ?? `run ${environment.GITHUB_RUN_ID ?? ''}`} -->`;
}
