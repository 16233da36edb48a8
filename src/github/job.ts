/** One job's place on GitHub: what a run is reported to there, and what is closed when the job ends before the run. */
import * as core from '@actions/core';
import { evolve } from '../engine/evolve.ts';
import type { RunState } from '../engine/state.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reporter } from '../ports.ts';
import { auditIn, auditText } from '../reports/audit.ts';
import type { ReportContext } from '../reports/context.ts';
import { EventLines } from '../reports/lines.ts';
import { markdownReport } from '../reports/markdown.ts';
import { prose } from '../reports/markdown-text.ts';
import type { Report } from '../reports/report.ts';
import { styleFor } from '../reports/style.ts';
import type { Inputs, StateKey } from './action-io.ts';
import { GitHubApi, lossOf } from './api.ts';
import { CheckRuns, type OpenCheck, openChecksOf } from './check-runs.ts';
import { stickyComment } from './comment.ts';
import { gateNames, labelOf, type Subject } from './names.ts';
import {
  closeChecks,
  commentText,
  flowchartOf,
  GitHubReporter,
  type GitHubReporterOptions,
  reportFor,
} from './reporter.ts';
import { StatusLadder } from './status-ladder.ts';
import type { Trigger } from './trigger.ts';

/** GitHub drops a step summary over 1 MiB; UTF-16 units take up to three bytes each. */
const summaryLimit = 300_000;

export interface JobReporters {
  readonly reporters: readonly Reporter[];
  readonly lost: () => readonly string[];
  /** Closes what is open on GitHub when there will be no conclusion. `title`: of the check runs. */
  readonly abandoned: (title: string, summary: string) => Promise<void>;
}

export function jobReporters(
  plan: Plan,
  subject: Subject,
  inputs: Pick<Inputs, 'token' | 'comment'>,
  trigger: Trigger,
  job: {
    readonly save: (key: StateKey, value: string) => void;
    readonly now: () => string;
    readonly context?: () => ReportContext;
    readonly adopts?: () => Promise<readonly OpenCheck[]>;
    readonly annotations?: GitHubReporterOptions['annotations'];
  },
): JobReporters {
  const log = new EventLines((line) => core.info(line), styleFor({}, false), { output: true });
  if (inputs.token === '') {
    core.info('nothing is written to GitHub: `token` is empty');
    return { reporters: [log], lost: () => [], abandoned: async () => {} };
  }
  const api = new GitHubApi(inputs.token);
  const checks = ladderOn(api, trigger, [], (loss) => reporter.lose(loss));
  const comment = inputs.comment ? stickyComment(api, trigger, subject) : undefined;
  const reporter: GitHubReporter = new GitHubReporter({
    plan,
    subject,
    trigger,
    api,
    checks,
    comment,
    now: job.now,
    ...(job.context ? { context: job.context } : {}),
    ...(job.adopts ? { adopts: job.adopts, late: () => openChecksOf(api, trigger) } : {}),
    ...(job.annotations ? { annotations: job.annotations } : {}),
    saved: () => {
      job.save('check_runs', JSON.stringify([...checks.open.values()]));
      if (comment?.id !== undefined) job.save('comment', String(comment.id));
    },
  });
  reporter.open();
  return {
    reporters: [log, reporter],
    lost: () => reporter.lost,
    abandoned: (title, summary) => reporter.abandoned(title, summary),
  };
}

export interface PartOnGitHub {
  readonly subject: Subject;
  readonly trigger: Trigger;
  readonly token: string;
  readonly wantsComment: boolean;
  /** Creates what the run will fill in. */
  readonly begins: boolean;
  /** Writes the comment when it hands over, and completes what was decided elsewhere. */
  readonly refreshes: boolean;
  /** What the part before it has left open. */
  readonly checks: readonly OpenCheck[];
  /** The comment's id. */
  readonly comment?: number;
  readonly now: () => string;
  readonly context?: () => ReportContext;
  readonly adopts?: () => Promise<readonly OpenCheck[]>;
  readonly annotations?: GitHubReporterOptions['annotations'];
  /** After something was created or completed. */
  readonly saved: (open: readonly OpenCheck[], comment: number | undefined) => void;
}

export interface PartReporters {
  readonly reporters: readonly Reporter[];
  readonly lost: () => readonly string[];
}

/** For one process of a run that several share. Without a place on GitHub it only writes the log. */
export function partReporters(plan: Plan, part: PartOnGitHub | undefined): PartReporters {
  const log = new EventLines((line) => core.info(line), styleFor({}, false), {
    output: true,
    continues: true,
  });
  if (!part || part.token === '') return { reporters: [log], lost: () => [] };
  const { subject, trigger, wantsComment, begins, refreshes, now, saved, context, adopts } = part;
  const api = new GitHubApi(part.token);
  const checks = ladderOn(api, trigger, part.checks, (loss) => reporter.lose(loss));
  const comment = wantsComment ? stickyComment(api, trigger, subject, part.comment) : undefined;
  const reporter: GitHubReporter = new GitHubReporter({
    ...{ plan, subject, trigger, api, checks, comment, now, refreshes },
    ...(context ? { context } : {}),
    ...(adopts ? { adopts } : {}),
    ...(part.annotations ? { annotations: part.annotations } : {}),
    late: () => openChecksOf(api, trigger),
    saved: () => saved([...checks.open.values()], comment?.id),
  });
  if (begins) reporter.open();
  return { reporters: [log, reporter], lost: () => reporter.lost };
}

/** Check runs, or what stands in for them where the job may not write them. */
function ladderOn(
  api: GitHubApi,
  trigger: Trigger,
  open: readonly OpenCheck[],
  onLoss: (loss: string) => void,
): StatusLadder {
  return new StatusLadder(new CheckRuns(api, trigger, open), api, trigger, onLoss);
}

export async function writeSummary(
  report: Report,
  state: RunState,
  trigger: Trigger,
  lost: readonly string[],
): Promise<void> {
  const options = { flowchart: flowchartOf(state), sha: trigger.sha, limit: summaryLimit, lost };
  await core.summary.addRaw(markdownReport(report, options), true).write();
}

export interface Abandoned {
  /** What main left open. */
  readonly checkRuns: readonly OpenCheck[];
  readonly token: string;
  readonly trigger: Trigger;
  readonly say: (text: string) => void;
}

/** Where no journal tells what became of the run. */
export async function closeUntold(
  abandoned: Abandoned & { readonly conclusion: 'failure' | 'cancelled'; readonly title: string },
): Promise<void> {
  const { checkRuns, token, trigger, conclusion, title, say } = abandoned;
  if (token === '') return;
  const checks = ladderOn(new GitHubApi(token), trigger, checkRuns, say);
  for (const { name } of checkRuns) {
    try {
      await checks.complete(name, conclusion, {
        title,
        summary: `The log of the job tells more: ${trigger.url}`,
      });
    } catch (error) {
      say(lossOf('the check run', 'checks', error, trigger));
    }
  }
}

/**
 * Completes the check runs that an earlier job of this run has opened, and says so in the comment, where no journal names
 * them: they are recognised by the run's id.
 */
export async function closeLostRun(lost: {
  readonly subject: Subject;
  readonly trigger: Trigger;
  readonly token: string;
  readonly title: string;
  /** `failure` when absent. */
  readonly conclusion?: 'failure' | 'cancelled';
  readonly say: (text: string) => void;
}): Promise<void> {
  const { subject, trigger, token, title, conclusion = 'failure', say } = lost;
  const api = new GitHubApi(token);
  const summary = `The log of the run tells more: ${trigger.url}`;
  let isOpen = true;
  try {
    const checks = new CheckRuns(api, trigger, await openChecksOf(api, trigger));
    isOpen = checks.open.size > 0;
    for (const name of [...checks.open.keys()]) await checks.complete(name, conclusion, { title, summary });
  } catch (error) {
    say(lossOf('the check run', 'checks', error, trigger));
  }
  try {
    const comment = stickyComment(api, trigger, subject);
    const before = await comment?.body();
    const audit = before === undefined ? undefined : auditIn(before);
    const isStanding = audit && ['queued', 'running', 'waiting'].includes(audit.verdict);
    // Somebody has said already how it ended.
    if (!isOpen && !(isStanding && trigger.key.startsWith(`${audit.github_run}-`))) return;
    const isFailure = conclusion === 'failure';
    const [sign, verdict] = isFailure ? (['❌', 'failed'] as const) : (['⏹️', 'cancelled'] as const);
    const words = isFailure ? 'failed' : 'cancelled';
    const blocks = [
      `## ${sign} ${prose(labelOf(subject))}: ${prose(title)}`,
      summary,
      ...(audit ? [auditText({ ...audit, verdict, words, sign })] : []),
    ];
    await comment?.replace(blocks.join('\n\n'));
  } catch (error) {
    say(lossOf('the comment', 'pull-requests', error, trigger));
  }
}

/** What main could not finish: concludes the run in memory, and tells GitHub. */
export async function closeAbandoned(
  abandoned: Abandoned & {
    /** The run as its journal tells it. */
    readonly state: RunState;
    /** Where it is called otherwise than its plan, as a chain that was typed. */
    readonly workflow?: string | undefined;
    readonly project: string;
    /** The comment's id, or empty when main did not come so far. */
    readonly comment: string;
    readonly wantsComment: boolean;
    /** Main has written it when it came to its end. */
    readonly wantsSummary: boolean;
    readonly now: () => string;
  },
): Promise<void> {
  const { state, checkRuns, token, trigger, now, say } = abandoned;
  const { plan } = state;
  const subject: Subject = { workflow: abandoned.workflow ?? plan.name, project: abandoned.project };
  if (!state.conclusion) {
    const reason = 'the job ended before the run did';
    evolve(state, {
      seq: state.seq + 1,
      at: now(),
      type: 'run-concluded',
      decision: 'cancelled',
      reasonCode: 'cancelled',
      reason,
    });
    state.settlement ??= { is: 'stopped' };
  }
  const report = reportFor(subject, state, now());
  if (abandoned.wantsSummary) await writeSummary(report, state, trigger, []);
  if (token === '') return;
  const api = new GitHubApi(token);
  const lost: string[] = [];
  const checks = ladderOn(api, trigger, checkRuns, (loss) => lost.push(loss));
  await closeChecks(
    { subject, trigger, checks, now, saved: () => {} },
    gateNames(plan, subject),
    state,
    lost,
  );
  const id = Number(abandoned.comment);
  const comment = abandoned.wantsComment
    ? stickyComment(api, trigger, subject, id > 0 ? id : undefined)
    : undefined;
  try {
    const audit = { ...subject, github_run: Number(trigger.key.split('-')[0]) };
    await comment?.write(commentText(report, state, trigger, comment.room, lost, audit));
  } catch (error) {
    lost.push(lossOf('the comment', 'pull-requests', error, trigger));
  }
  for (const loss of lost) say(loss);
}
