/** Puts a run on GitHub while it happens: the comment, a check run for each gate, the umbrella. */
import type { Decision, GateDecided, RunEvent } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import type { Reporter } from '../ports.ts';
import { auditIn, auditText, earlierFrom } from '../reports/audit.ts';
import { gateText, umbrellaText } from '../reports/check-text.ts';
import type { EarlierRun, ReportContext } from '../reports/context.ts';
import { type AuditSubject, markdownReport } from '../reports/markdown.ts';
import { code, prose, sentence } from '../reports/markdown-text.ts';
import { flowchart } from '../reports/mermaid.ts';
import { type Report, reportOf } from '../reports/report.ts';
import { gateStatus, statusOf } from '../reports/status.ts';
import { sweepChart, thresholdsOf } from '../reports/sweep-chart.ts';
import { type GitHubApi, lossOf } from './api.ts';
import type { CheckAnnotation, CheckConclusion, CheckText, OpenCheck } from './check-runs.ts';
import type { StickyComment } from './comment.ts';
import { gateNames, labelOf, type Subject, umbrellaName } from './names.ts';
import type { RunChecks } from './status-ladder.ts';
import type { Trigger } from './trigger.ts';

export interface GitHubReporterOptions {
  readonly plan: Plan;
  readonly subject: Subject;
  readonly trigger: Trigger;
  readonly api: Pick<GitHubApi, 'finish'>;
  readonly checks: RunChecks;
  /** Absent without a pull request, or when no comment is wanted. */
  readonly comment: StickyComment | undefined;
  /** After something was created or completed, so that `post:` knows what is left. */
  readonly saved: () => void;
  readonly now: () => string;
  /** What the report says beside the journal; asked for each time, because some of it changes while the run goes on. */
  readonly context?: () => ReportContext;
  /** What went wrong, on the lines where it stands: of the run that is over. */
  readonly annotations?: (state: RunState, report: Report) => readonly CheckAnnotation[];
  /** What is open of this run on GitHub, whoever has created it; asked at its end. */
  readonly late?: () => Promise<readonly OpenCheck[]>;
  /** Check runs that the router has created for this run, or the run that this one goes on with. */
  readonly adopts?: () => Promise<readonly OpenCheck[]>;
  /** When the rest of the run is left to others: writes the comment, and completes what was decided elsewhere. */
  readonly refreshes?: boolean;
}

/** Between two edits of the comment while a run goes on: the first soon, then rarer. */
const editSeconds = [15, 30, 60, 120, 300];

const gateCheck = "a gate's check run";

export class GitHubReporter implements Reporter {
  /** What could not be written, one line each; said in what still can be. */
  readonly lost: string[] = [];
  readonly #options: GitHubReporterOptions;
  readonly #gateNames: ReadonlyMap<string, string>;
  #state: RunState | undefined;
  /** GitHub is told one thing at a time, in the order of the run. Never rejects: a run does not end for a report. */
  #queue: Promise<void> = Promise.resolve();
  #edits = 0;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;
  #earlier: readonly EarlierRun[] | undefined;

  constructor(options: GitHubReporterOptions) {
    this.#options = options;
    this.#gateNames = gateNames(options.plan, options.subject);
  }

  /** One thing that could not be written, one sentence; the same again is said once. */
  lose(loss: string): void {
    addLoss(this.lost, loss);
  }

  /** Creates what the run will fill in. Behind the run's back: a slow GitHub must not delay a training. */
  open(): void {
    const { plan, subject, checks, saved } = this.#options;
    const running = { title: 'running', summary: `${code(plan.name)} is running.` };
    const waiting = { title: 'not asked yet', summary: 'The run has not reached this gate.' };
    const { adopts } = this.#options;
    this.#enqueue('the check run', 'checks', async () => {
      for (const check of (await adopts?.()) ?? []) checks.open.set(check.name, check);
      const umbrella = umbrellaName(subject);
      if (checks.open.has(umbrella)) await checks.update(umbrella, running);
      else await checks.create(umbrella, 'in_progress', running);
      saved();
      for (const name of this.#gateNames.values()) {
        if (!checks.open.has(name)) await checks.create(name, 'queued', waiting);
        saved();
      }
    });
  }

  event(event: RunEvent, state: RunState): void {
    this.#state = state;
    if (event.type === 'run-started') this.#enqueueComment();
    // A gate that is asked once more may decide otherwise: its check run is completed when the run is over.
    if (event.type === 'gate-decided' && !isAskedAgain(state, event.node))
      this.#enqueue(gateCheck, 'checks', () => this.#completeGate(event, state));
    if (event.type !== 'run-concluded') this.#schedule();
  }

  async concluded(): Promise<void> {
    const state = this.#state;
    if (!state?.conclusion) return;
    await this.#settle();
    // Both are tried once more, and lost only if that fails too.
    for (const what of ['the comment', gateCheck]) this.#forgive(what);
    await closeChecks(this.#options, this.#gateNames, state, this.lost);
    this.#enqueueComment();
    await this.#queue;
  }

  async handedOver(state: RunState): Promise<void> {
    this.#state = state;
    if (this.#options.refreshes) {
      const { checks } = this.#options;
      for (const gate of state.gates) {
        const name = this.#gateNames.get(gate.gate);
        if (name === undefined || !checks.open.has(name) || isAskedAgain(state, gate.node)) continue;
        this.#enqueue(gateCheck, 'checks', () => this.#completeGate(gate, state));
      }
      this.#enqueueComment();
    }
    await this.#settle();
    await this.#queue;
  }

  /** The run ended without a conclusion, or never began: nothing may stay in progress for it. */
  async abandoned(title: string, summary: string): Promise<void> {
    if (this.#isClosed) return;
    await this.#settle();
    const { checks, comment, subject, saved } = this.#options;
    for (const name of [...checks.open.keys()]) {
      this.#enqueue('the check run', 'checks', async () => {
        await checks.complete(name, 'failure', { title, summary });
        saved();
      });
    }
    // Only in place of one that is there: it tells of this run as running, or of an earlier one.
    this.#enqueue('the comment', 'pull-requests', async () => {
      const before = await comment?.body();
      const audit = before === undefined ? undefined : auditIn(before);
      const kept = audit && auditText({ ...audit, verdict: 'failed', words: 'failed', sign: '❌' });
      const blocks = [`## ❌ ${prose(labelOf(subject))}: ${prose(title)}`, summary, ...(kept ? [kept] : [])];
      await comment?.replace(blocks.join('\n\n'));
    });
    await this.#queue;
  }

  async #settle(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#queue;
    this.#options.api.finish();
  }

  #forgive(what: string): void {
    const kept = this.lost.filter((loss) => !loss.startsWith(what));
    this.lost.splice(0, this.lost.length, ...kept);
  }

  #schedule(): void {
    if (!this.#options.comment || this.#timer || this.#isClosed) return;
    const seconds = editSeconds[Math.min(this.#edits, editSeconds.length - 1)] ?? 300;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#edits += 1;
      this.#enqueueComment();
    }, seconds * 1000);
    this.#timer.unref();
  }

  #enqueueComment(): void {
    this.#enqueue('the comment', 'pull-requests', () => this.#writeComment());
  }

  #enqueue(what: string, permission: string, task: () => Promise<void>): void {
    this.#queue = this.#queue.then(task).catch((error: unknown) => {
      addLoss(this.lost, lossOf(what, permission, error, this.#options.trigger));
    });
  }

  async #completeGate(gate: GateDecided, state: RunState): Promise<void> {
    const name = this.#gateNames.get(gate.gate);
    if (name === undefined) return;
    const { checks, trigger, saved } = this.#options;
    await checks.complete(name, gateConclusion(gate, state, trigger), gateText(gate, state));
    saved();
  }

  async #writeComment(): Promise<void> {
    const { comment, trigger } = this.#options;
    const state = this.#state;
    if (!comment || !state) return;
    this.#earlier ??= await this.#earlierRuns(comment, state);
    const report = { ...reportNow(this.#options, state), earlier: this.#earlier };
    await comment.write(commentText(report, state, trigger, comment.room, this.lost, this.#audit()));
    this.#options.saved();
  }

  /** What the comment says of the runs before this one. */
  async #earlierRuns(comment: StickyComment, { run }: RunState): Promise<readonly EarlierRun[]> {
    const body = await comment.body();
    return body === undefined ? [] : earlierFrom(body).filter((one) => one.run !== run.id);
  }

  #audit(): AuditSubject {
    const { subject, trigger } = this.#options;
    return { ...subject, github_run: Number(trigger.key.split('-')[0]) };
  }
}

function addLoss(lost: string[], loss: string): void {
  if (!lost.includes(loss)) lost.push(loss);
}

/** The report under the name that tells this project's workflow from another project's. */
export function reportFor(subject: Subject, state: RunState, now: string, context?: ReportContext): Report {
  return { ...reportOf(state, now, context), workflow: labelOf(subject) };
}

function reportNow(
  { subject, now, context }: Pick<GitHubReporterOptions, 'subject' | 'now' | 'context'>,
  state: RunState,
): Report {
  const about = context?.();
  const commands = about?.requested_by === undefined ? [] : commandsNow(state, about.sha);
  return reportFor(
    subject,
    state,
    now(),
    about && { ...about, ...(commands.length === 0 ? {} : { commands }) },
  );
}

/** What may be written about the run in a comment now. */
function commandsNow({ conclusion }: RunState, sha = ''): NonNullable<ReportContext['commands']> {
  const status = { text: '/ml-status', does: 'what runs and what waits' };
  switch (conclusion?.decision) {
    case undefined:
      return [{ text: '/ml-stop', does: 'end the run and its pods' }, status];
    case 'waiting':
      return [
        { text: `/ml-approve ${sha.slice(0, 7)}`, does: 'let it go on' },
        { text: '/ml-stop', does: 'give it up' },
      ];
    case 'failed':
    case 'cancelled':
      return [{ text: '/ml-resume', does: 'go on where it ended' }, status];
    case 'not-met':
    case 'handled':
      return [{ text: '/ml-resume --from <element>', does: 'run it again from there' }];
    case 'passed':
      return [];
  }
}

export function commentText(
  report: Report,
  state: RunState,
  trigger: Trigger,
  limit: number,
  lost: readonly string[],
  audit?: AuditSubject,
): string {
  const [sweep] = report.sweeps;
  const chart = sweep && sweepChart(sweep, thresholdsOf(state.plan, sweep));
  return markdownReport(report, {
    flowchart: flowchartOf(state),
    ...(chart ? { chart } : {}),
    ...(audit ? { audit } : {}),
    sha: trigger.sha,
    url: trigger.url,
    limit,
    lost,
  });
}

export function flowchartOf(state: RunState): string {
  return flowchart(state.plan, (node, arm) =>
    arm === undefined ? statusOf(state, node) : gateStatus(state, node, arm),
  );
}

/**
 * Completes every check run that is still open: gates that nobody asked, gates whose verdict did not get through, and the
 * umbrella. One that fails does not keep the others open.
 */
export async function closeChecks(
  options: Pick<
    GitHubReporterOptions,
    'subject' | 'trigger' | 'checks' | 'now' | 'saved' | 'context' | 'annotations' | 'late'
  >,
  names: ReadonlyMap<string, string>,
  state: RunState,
  lost: string[],
): Promise<void> {
  const { subject, trigger, checks, saved } = options;
  const decision = state.conclusion?.decision;
  const reason = state.conclusion?.reason ?? 'the job ended before the run did';
  const close = async (name: string, conclusion: CheckConclusion, text: () => CheckText) => {
    try {
      await checks.complete(name, conclusion, textOr(text, reason));
      saved();
    } catch (error) {
      addLoss(lost, lossOf('the check run', 'checks', error, trigger));
    }
  };
  if (decision === 'waiting') {
    // A person decides, and no job waits for it: until then nothing is decided, and nothing may be merged.
    try {
      await checks.update(umbrellaName(subject), umbrellaText(reportNow(options, state)));
      for (const gate of state.gates) {
        const name = names.get(gate.gate);
        if (name !== undefined)
          await checks.complete(name, gateConclusion(gate, state, trigger), gateText(gate, state));
      }
    } catch (error) {
      addLoss(lost, lossOf('the check run', 'checks', error, trigger));
    }
    saved();
    return;
  }
  for (const [id, name] of names) {
    const gate = state.gates.find((decided) => decided.gate === id);
    if (gate)
      await close(name, gateConclusion(gate, state, trigger), () =>
        gateText(gate, state, reportNow(options, state)),
      );
    else {
      const summary = `The run ended without asking this gate: ${sentence(reason)}.`;
      await close(name, unaskedConclusion(decision), () => ({ title: 'not asked', summary }));
    }
  }
  const umbrella = umbrellaName(subject);
  const verdict = () => umbrellaText(reportNow(options, state));
  await close(umbrella, umbrellaConclusion(state, trigger), () => {
    const report = reportNow(options, state);
    const annotations = options.annotations?.(state, report) ?? [];
    return { ...umbrellaText(report), ...(annotations.length === 0 ? {} : { annotations }) };
  });
  const own = new Set([...names.values(), umbrella]);
  const isOver = () => ({ title: 'the run is over', summary: sentence(reason) });
  // Of cells that nobody has come to.
  for (const name of [...checks.open.keys()].filter((one) => !own.has(one)))
    await close(name, 'cancelled', isOver);
  // What the router has shown too late, and legs that were lost with nobody behind them.
  for (const late of await lateOf(options)) {
    // One that could not be closed is tried again by post.
    if (checks.open.has(late.name)) continue;
    checks.open.set(late.name, late);
    if (late.name === umbrella) await close(umbrella, umbrellaConclusion(state, trigger), verdict);
    else await close(late.name, 'cancelled', isOver);
  }
}

async function lateOf({ late }: Pick<GitHubReporterOptions, 'late'>): Promise<readonly OpenCheck[]> {
  try {
    return (await late?.()) ?? [];
  } catch {
    // What this run has created itself is known without.
    return [];
  }
}

/** A mistake in how a text is made must not leave a check run open. */
function textOr(text: () => CheckText, reason: string): CheckText {
  try {
    return text();
  } catch {
    return { title: reason.slice(0, 255), summary: sentence(reason) };
  }
}

/** Within a `retry:` or a `repeat:`, or that of the `repeat:` itself. */
function isAskedAgain(state: RunState, gate: NodeId): boolean {
  for (let id: NodeId | null = gate; id !== null; id = state.byId.get(id)?.parent ?? null) {
    const kind = state.byId.get(id)?.kind;
    if (kind === 'retry' || kind === 'repeat') return true;
  }
  return false;
}

export function gateConclusion(
  gate: GateDecided,
  state: RunState,
  trigger: Pick<Trigger, 'pull'>,
): CheckConclusion {
  if (gate.outcome === 'met') return 'success';
  if (gate.outcome === 'error') return 'failure';
  if (gate.warned === true) return 'neutral';
  const node = state.byId.get(gate.node);
  if (node?.kind === 'require') return 'failure';
  const handled = node?.kind === 'branch' && (node.otherwise !== null || node.arms.length > gate.arm + 1);
  return handled || !trigger.pull ? 'neutral' : 'failure';
}

function unaskedConclusion(decision: Decision | undefined): CheckConclusion {
  return decision === 'cancelled' || decision === undefined ? 'cancelled' : 'skipped';
}

export function umbrellaConclusion(state: RunState, trigger: Pick<Trigger, 'pull'>): CheckConclusion {
  const { conclusion, settlement } = state;
  switch (conclusion?.decision) {
    case 'passed':
      return 'success';
    case 'handled':
      return 'neutral';
    case 'not-met': {
      // A demand that is not met fails everywhere; a choice without an else only where it decides about a merge.
      const isDemand = settlement?.is === 'failed' && state.byId.get(settlement.node)?.kind === 'require';
      return isDemand || trigger.pull ? 'failure' : 'neutral';
    }
    case 'failed':
      return 'failure';
    case 'waiting':
      return 'action_required';
    case 'cancelled':
    case undefined:
      return 'cancelled';
  }
}
