/** `/ml-stop`: ends what runs for a pull request, with what it has rented, and closes what no job is left to close. */
import * as core from '@actions/core';
import type { Desk } from '../desk/desk.ts';
import { lossOf } from '../github/api.ts';
import { closeLostRun } from '../github/job.ts';
import type { Subject } from '../github/names.ts';
import { type ActionsRun, cancelRun, runsOfPull, whenCompleted } from '../github/runs.ts';
import { rewriteComment } from '../github/sticky-comments.ts';
import type { Trigger } from '../github/trigger.ts';
import { code } from '../reports/markdown-text.ts';
import type { Asker } from './answer.ts';
import { ownFiles } from './own-files.ts';
import { nameOf, type Standing, standingOn } from './standing.ts';

/** A job that is told to stop ends its pods, closes its checks and uploads what it has: minutes at most. */
const patience = 150;
/** What does not answer is ended without all that; pods end themselves then, and the reaper looks after them. */
const patienceByForce = 60;

/** `workflow`: of the project; everything when absent. `by`: login. The answer, as Markdown. */
export async function stop(desk: Desk, { pull, login }: Asker, workflow?: string): Promise<string> {
  const standing = await standingOn(desk, pull);
  const all = await runsOfPull(desk.api, desk, pull, ownFiles(desk.definitions));
  const running = all.filter(({ asked }) => workflow === undefined || asked.workflow === workflow);
  const lines = await Promise.all(
    running.map((run) =>
      stopRun(
        desk,
        run,
        standing.find(({ audit }) => audit.github_run === run.id),
        { pull, login },
      ),
    ),
  );
  const ids = new Set(running.map(({ id }) => id));
  await sign(desk, pull, ids, login);
  for (const one of standing) {
    if (ids.has(one.audit.github_run ?? 0)) continue;
    const isLeft = one.audit.verdict === 'queued' || one.audit.verdict === 'running';
    if (one.audit.verdict !== 'waiting' && !isLeft) continue;
    if (workflow !== undefined && one.audit.workflow !== workflow) continue;
    await close(desk, one.audit.github_run ?? 0, one, pull, login);
    lines.push(
      isLeft
        ? `- ${code(nameOf(one))} was over, and nobody had said so.`
        : `- ${code(nameOf(one))} waited for an approval, and does not any more.`,
    );
  }
  if (lines.length > 0) return ['Stopped:', '', ...lines].join('\n');
  return workflow === undefined
    ? 'Nothing runs for this pull request, and nothing waits.'
    : `Nothing of ${code(workflow)} runs for this pull request, and nothing waits.`;
}

async function stopRun(
  desk: Desk,
  run: ActionsRun & { readonly asked: { readonly workflow: string } },
  standing: Standing | undefined,
  { pull, login }: Asker,
): Promise<string> {
  const what = `${code(run.asked.workflow)} ([run ${run.id}](${run.url}))`;
  const began = run.status === 'in_progress' || run.status === 'waiting';
  if (!(await cancelRun(desk.api, desk, run.id))) return `- ${what} was over already.`;
  let ended = await whenCompleted(desk.api, desk, run.id, patience);
  let byForce = false;
  if (!ended) {
    byForce = true;
    await cancelRun(desk.api, desk, run.id, { force: true });
    ended = await whenCompleted(desk.api, desk, run.id, patienceByForce);
  }
  await close(desk, run.id, standing, pull, login, run.asked.workflow);
  if (!ended) return `- ${what}: GitHub was told to end it, and has not said that it is over.`;
  if (byForce)
    return `- ${what} was ended by force. Pods end themselves when nobody renews their lease; the scheduled reaper looks after them.`;
  if (!began) return `- ${what} had not begun, and does not.`;
  // What costs nothing has rented nothing.
  return (standing?.audit.quote ?? 0) > 0
    ? `- ${what} is over, and its pods have ended.`
    : `- ${what} is over.`;
}

/** The run has said that it was cancelled, and could not know by whom. Never rejects. */
async function sign(desk: Desk, pull: number, ids: ReadonlySet<number>, login: string): Promise<void> {
  if (ids.size === 0) return;
  try {
    for (const { comment, body, audit } of await standingOn(desk, pull)) {
      if (audit.verdict !== 'cancelled' || !ids.has(audit.github_run ?? 0)) continue;
      const text = signed(body, login);
      if (text !== body) await rewriteComment(desk.api, desk, comment, text);
    }
  } catch (error) {
    core.warning(lossOf('who has stopped the run', 'pull-requests', error, { isFork: false }));
  }
}

/** What the run came to stands below its headline. */
function signed(body: string, login: string): string {
  const paragraphs = body.split('\n\n');
  const facts = paragraphs.findIndex((one) => /^(?:<!-- ml-workflow: .* -->\n)?## /.test(one)) + 1;
  const text = paragraphs[facts];
  if (facts === 0 || text === undefined) return body;
  paragraphs[facts] = text.replace(/^cancelled by SIG[A-Z]+/, () => `stopped by ${code(login)}`);
  return paragraphs.join('\n\n');
}

/** A run that was only just dispatched. */
export async function endRun(
  desk: Desk,
  run: number,
  {
    subject,
    request,
  }: { readonly subject: Subject; readonly request: { readonly pr: number; readonly sha: string } },
  why: string,
): Promise<void> {
  await cancelRun(desk.api, desk, run);
  await whenCompleted(desk.api, desk, run, patienceByForce);
  await closeChecks(desk, run, subject, { sha: request.sha, pull: request.pr, url: desk.url, title: why });
}

/** A run that had not begun has no job that could, and neither has one that waits. */
async function close(
  desk: Desk,
  run: number,
  standing: Standing | undefined,
  pull: number,
  login: string,
  workflow = standing?.audit.workflow,
): Promise<void> {
  if (workflow === undefined) return;
  const subject: Subject = { workflow, project: standing?.audit.project ?? desk.definitions.project };
  await closeChecks(desk, run, subject, {
    sha: standing?.audit.sha ?? (await desk.forge.pull(pull)).headSha,
    ...{ pull, url: standing?.audit.url ?? desk.url, title: `stopped by ${login}` },
  });
}

async function closeChecks(
  desk: Desk,
  run: number,
  subject: Subject,
  about: { readonly sha: string; readonly pull: number; readonly url: string; readonly title: string },
): Promise<void> {
  const { sha, pull, url, title } = about;
  const trigger: Trigger = {
    event: 'workflow_dispatch',
    owner: desk.owner,
    repository: desk.repository,
    ...{ sha, url },
    pull: { number: pull },
    isFork: false,
    key: `${run}-`,
  };
  await closeLostRun({
    ...{ subject, trigger, token: desk.token, title, conclusion: 'cancelled' as const },
    say: (text) => core.warning(text),
  });
}
