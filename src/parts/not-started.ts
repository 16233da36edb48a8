/** A run that was dispatched and does not begin: what the router has shown as queued does not stay so, and whoever asked is told why. */
import * as core from '@actions/core';
import type { Request } from '../admission/request.ts';
import { githubOf } from '../desk/desk.ts';
import { lossOf } from '../github/api.ts';
import { closeLostRun } from '../github/job.ts';
import { mention } from '../github/mention.ts';
import { labelOf, type Subject } from '../github/names.ts';
import { readTrigger } from '../github/trigger.ts';
import { code, fenced, sentence } from '../reports/markdown-text.ts';

/** GitHub's limit for the title of a check run is 255. */
const longestTitle = 250;

/** `why`: as the log has it; its first line may be all of it. Never rejects. */
export async function notStarted(
  environment: NodeJS.ProcessEnv,
  token: string,
  subject: Subject,
  { pr, sha, resume, comment, label }: Request,
  why: string,
): Promise<void> {
  if (token === '' || pr === undefined || sha === undefined) return;
  // What goes on stays as it was: it still waits, or has failed.
  if (resume === undefined)
    await closeLostRun({
      subject,
      trigger: { ...readTrigger({ ...environment }), sha, pull: { number: pr } },
      ...{ token, title: why.split('\n')[0]?.slice(0, longestTitle) ?? '', conclusion: 'cancelled' as const },
      say: (text) => core.warning(text),
    });
  const desk = githubOf(environment, token);
  try {
    const login =
      comment === undefined
        ? label === undefined
          ? undefined
          : (await desk.forge.labelled(label))?.by.login
        : (await desk.forge.comment(comment.id))?.author.login;
    if (login === undefined) return;
    const what = resume === undefined ? 'has not started' : 'has not gone on';
    const reason = why.replace(/^refused: /, '');
    const text = reason.includes('\n')
      ? `.\n\n${fenced(reason)}`
      : `: ${sentence(reason)}${reason.endsWith('?') ? '' : '.'}`;
    const told = `${code(labelOf(subject))} ${what}${text}`;
    const { owner, repository } = desk;
    await mention(desk.api, { owner, repository, pull: pr, login, text: told }, new Date());
  } catch (error) {
    core.warning(lossOf('why nothing has started', 'pull-requests', error, { isFork: false }));
  }
}
