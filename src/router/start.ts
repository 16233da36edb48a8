/** Starts what was asked for: the compiled workflow, or the one that runs typed chains; and says on the pull request that it is queued. */
import * as core from '@actions/core';
import type { AskedWork } from '../admission/asked.ts';
import type { Request } from '../admission/request.ts';
import { branchOf } from '../desk/admission-request.ts';
import type { Desk } from '../desk/desk.ts';
import { lossOf, reasonOf } from '../github/api.ts';
import { CheckRuns } from '../github/check-runs.ts';
import { stickyComment } from '../github/comment.ts';
import { dispatch } from '../github/dispatch.ts';
import { type Subject, umbrellaName } from '../github/names.ts';
import { runTitle } from '../github/runs.ts';
import type { Trigger } from '../github/trigger.ts';
import { chainFile, chainName, compiledFile } from '../jobs/file-name.ts';
import { type Audit, auditIn } from '../reports/audit.ts';
import { queuedMarkdown } from '../reports/queued.ts';

export interface Wanted {
  readonly subject: Subject;
  /** In `.github/workflows/`. */
  readonly file: string;
  readonly request: Request & { readonly pr: number; readonly sha: string };
  /** Login. */
  readonly by: string;
  readonly asked: string;
  /** Dollars at worst; absent where nothing bounds them. */
  readonly quote?: number;
  /** A run that waited or failed: what stands on GitHub for it stays. */
  readonly goesOn?: Audit;
}

export interface Started {
  /** GitHub's id; absent where GitHub did not say it in time. */
  readonly run?: number;
  readonly url?: string;
}

/** The file that runs it, and what it is called. */
export function placeOfWork(
  work: AskedWork,
  project: string,
): { readonly file: string; readonly subject: Subject } {
  return work.is === 'workflow'
    ? { file: compiledFile(work.workflow), subject: { workflow: work.workflow, project } }
    : { file: chainFile, subject: { workflow: chainName, project } };
}

/** Rejects with a `DispatchRefused` when GitHub does not start it. */
export async function start(desk: Desk, wanted: Wanted): Promise<Started> {
  const { file, request, subject } = wanted;
  const branch = branchOf(desk.environment);
  const title = runTitle({ workflow: subject.workflow, pull: request.pr });
  const started = await dispatch(desk.api, desk, {
    ...{ file, branch, title },
    inputs: { request: JSON.stringify(request) },
  });
  await show(desk, wanted, {
    ...(started.id === undefined ? {} : { run: started.id }),
    ...(started.url === undefined ? {} : { url: started.url }),
  });
  return {
    ...(started.id === undefined ? {} : { run: started.id }),
    ...(started.url === undefined ? {} : { url: started.url }),
  };
}

/** A run may wait long for its turn: until then nobody else says that there is one. */
async function show(desk: Desk, wanted: Wanted, started: Started): Promise<void> {
  const { subject, request, by, asked, quote } = wanted;
  const trigger: Trigger = {
    event: 'workflow_dispatch',
    owner: desk.owner,
    repository: desk.repository,
    sha: request.sha,
    pull: { number: request.pr },
    isFork: false,
    url: started.url ?? desk.url,
    // By it the jobs of the run recognise what was made for them.
    key: `${started.run ?? 0}-router`,
  };
  // What waits or has failed is told of by its comment until it goes on.
  const comment = wanted.goesOn ? undefined : stickyComment(desk.api, trigger, subject);
  if (!comment) return;
  try {
    const before = await comment.body();
    const earlier = before === undefined ? undefined : auditIn(before);
    // GitHub may have kept us waiting, and the run was faster: then it speaks for itself.
    if (earlier?.github_run !== undefined && earlier.github_run === started.run) return;
    if (started.run !== undefined) await showCheck(desk, wanted, trigger);
    const text = queuedMarkdown({
      ...{ workflow: subject.workflow, project: subject.project, sha: request.sha, by, asked },
      ...(started.run === undefined ? {} : { github_run: started.run }),
      ...(started.url === undefined ? {} : { url: started.url }),
      // What rents nothing has no price.
      ...(quote === undefined || quote === 0 ? {} : { quote }),
      ...(earlier ? { before: earlier } : {}),
    });
    await comment.write(text);
  } catch (error) {
    core.warning(`${lossOf('the comment', 'pull-requests', error, trigger)} (${reasonOf(error)})`);
  }
}

async function showCheck(desk: Desk, { subject, by }: Wanted, trigger: Trigger): Promise<void> {
  try {
    await new CheckRuns(desk.api, trigger).create(umbrellaName(subject), 'queued', {
      title: 'queued',
      summary: `Asked for by ${by}. It begins when a runner is free, and no other run of it is on its way.`,
    });
  } catch (error) {
    core.warning(lossOf('the check run', 'checks', error, trigger));
  }
}
