/** Puts a run on GitHub while it happens: the comment, a check run for each gate, the umbrella. */
import type { Decision, GateDecided, RunEvent } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { GateExpression, Plan } from '../plan/plan.ts';
import type { Reporter } from '../ports.ts';
import { markdownReport, verdictTitle } from '../reports/markdown.ts';
import { code, sentence } from '../reports/markdown-text.ts';
import { flowchart } from '../reports/mermaid.ts';
import { gateStatus, type Report, reportOf, statusOf } from '../reports/report.ts';
import { gateWords } from '../reports/words.ts';
import { lossOf } from './api.ts';
import { type CheckConclusion, type CheckRuns, checkTextLimit } from './check-runs.ts';
import type { StickyComment } from './comment.ts';
import type { Trigger } from './trigger.ts';

export interface GitHubReporterOptions {
  readonly plan: Plan;
  readonly trigger: Trigger;
  readonly checks: CheckRuns;
  /** Absent without a pull request, or when no comment is wanted. */
  readonly comment: StickyComment | undefined;
  /** After something was created or completed, so that `post:` knows what is left. */
  readonly saved: () => void;
  readonly now: () => string;
}

/** Between two edits of the comment while a run goes on: the first soon, then rarer. */
const editSeconds = [15, 30, 60, 120, 300];

export function umbrellaName(plan: Plan): string {
  return `ml / ${plan.name}`;
}

export class GitHubReporter implements Reporter {
  /** What could not be written, one line each; said in what still can be. */
  readonly lost: string[] = [];
  readonly #options: GitHubReporterOptions;
  readonly #gateNames: ReadonlyMap<string, string>;
  #state: RunState | undefined;
  /** GitHub is told one thing at a time, in the order of the run. */
  #queue: Promise<void> = Promise.resolve();
  #edits = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: GitHubReporterOptions) {
    this.#options = options;
    this.#gateNames = gateNames(options.plan);
  }

  /** Creates what the run will fill in, before anything runs. */
  async open(): Promise<void> {
    const { plan, checks, saved } = this.#options;
    const started = { title: 'running', summary: `\`${plan.name}\` is running.` };
    await this.#try('the check run', 'checks', async () => {
      await checks.create(umbrellaName(plan), 'in_progress', started);
      saved();
      for (const name of this.#gateNames.values()) {
        await checks.create(name, 'queued', {
          title: 'not asked yet',
          summary: 'The run has not reached this gate.',
        });
        saved();
      }
    });
  }

  event(event: RunEvent, state: RunState): void {
    this.#state = state;
    if (event.type === 'run-started') this.#enqueue(() => this.#writeComment());
    if (event.type === 'gate-decided') this.#enqueue(() => this.#completeGate(event, state));
    if (event.type !== 'run-concluded') this.#schedule();
  }

  async concluded(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#queue;
    const state = this.#state;
    if (!state?.conclusion) return;
    await closeChecks(this.#options, this.#gateNames, state, this.lost);
    this.#options.saved();
    await this.#writeComment();
  }

  #schedule(): void {
    if (!this.#options.comment || this.#timer) return;
    const seconds = editSeconds[Math.min(this.#edits, editSeconds.length - 1)] ?? 300;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#edits += 1;
      this.#enqueue(() => this.#writeComment());
    }, seconds * 1000);
    this.#timer.unref();
  }

  #enqueue(task: () => Promise<void>): void {
    this.#queue = this.#queue.then(task);
  }

  async #completeGate(gate: GateDecided, state: RunState): Promise<void> {
    const name = this.#gateNames.get(gate.gate);
    if (name === undefined) return;
    await this.#try("a gate's check run", 'checks', () =>
      this.#options.checks.complete(name, gateConclusion(gate, state, this.#options.trigger), gateText(gate)),
    );
    this.#options.saved();
  }

  async #writeComment(): Promise<void> {
    const { comment, trigger, now } = this.#options;
    const state = this.#state;
    if (!comment || !state) return;
    const text = commentText(reportOf(state, now()), state, trigger, comment.room, this.lost);
    await this.#try('the comment', 'pull-requests', () => comment.write(text));
    this.#options.saved();
  }

  async #try(what: string, permission: string, task: () => Promise<void>): Promise<void> {
    try {
      await task();
    } catch (error) {
      const loss = lossOf(what, permission, error);
      if (!this.lost.includes(loss)) this.lost.push(loss);
    }
  }
}

export function commentText(
  report: Report,
  state: RunState,
  trigger: Trigger,
  limit: number,
  lost: readonly string[],
): string {
  return markdownReport(report, {
    flowchart: flowchartOf(state),
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

/** Completes every check run that is still open: gates that nobody asked, and the umbrella. */
export async function closeChecks(
  options: Pick<GitHubReporterOptions, 'plan' | 'trigger' | 'checks' | 'now'>,
  names: ReadonlyMap<string, string>,
  state: RunState,
  lost: string[],
): Promise<void> {
  const { plan, trigger, checks, now } = options;
  const report = reportOf(state, now());
  const cancelled = report.decision === 'cancelled' || report.decision === undefined;
  try {
    for (const name of names.values()) {
      const title = 'not asked';
      await checks.complete(name, cancelled ? 'cancelled' : 'skipped', {
        title,
        summary: `The run ended without asking this gate: ${sentence(report.reason)}.`,
      });
    }
    const summary = markdownReport(report, { sha: trigger.sha, url: trigger.url, limit: checkTextLimit });
    await checks.complete(umbrellaName(plan), umbrellaConclusion(report.decision, trigger), {
      title: verdictTitle(report),
      summary,
    });
  } catch (error) {
    const loss = lossOf('the check run', 'checks', error);
    if (!lost.includes(loss)) lost.push(loss);
  }
}

/**
 * One name for each gate, made of what it compares and never of thresholds, so that it can be required by name:
 * `ml / sweep / gate best-acc`. Equal ones are numbered in the order of the chain.
 */
export function gateNames(plan: Plan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Map<string, number>();
  for (const node of plan.nodes) {
    const gates =
      node.kind === 'branch' ? node.arms.map(({ gate }) => gate) : node.kind === 'require' ? [node.gate] : [];
    for (const { id, expression } of gates) {
      const what = [...new Set(namesIn(expression))].join(', ').slice(0, 80) || 'condition';
      const base = `ml / ${plan.name} / gate ${what}`;
      const count = (used.get(base) ?? 0) + 1;
      used.set(base, count);
      names.set(id, count === 1 ? base : `${base} ${count}`);
    }
  }
  return names;
}

function namesIn(expression: GateExpression): string[] {
  switch (expression.kind) {
    case 'metric':
      return [expression.written];
    case 'variable':
      return [`$${expression.name}`];
    case 'not':
    case 'negative':
      return namesIn(expression.operand);
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    default:
      return [];
  }
}

function gateConclusion(gate: GateDecided, state: RunState, trigger: Trigger): CheckConclusion {
  if (gate.outcome === 'met') return 'success';
  if (gate.outcome === 'error') return 'failure';
  const node = state.byId.get(gate.node);
  if (node?.kind === 'require') return 'failure';
  const handled = node?.kind === 'branch' && (node.otherwise !== null || node.arms.length > gate.arm + 1);
  return handled || !trigger.pull ? 'neutral' : 'failure';
}

function gateText(gate: GateDecided): { title: string; summary: string } {
  const from = gate.operands.flatMap(({ written, value, source, samples }) => [
    `- ${code(written)} = ${value === undefined ? 'not measured' : value}${samples === undefined ? '' : `, n = ${samples}`}${source === undefined ? '' : `, from ${code(source)}`}`,
  ]);
  const notes = [gate.reason, gate.remark].filter((note) => note !== undefined);
  return {
    title: `${gateWords[gate.outcome]}: ${gate.sum}`.slice(0, 255),
    summary: [`${code(gate.text)}: **${gateWords[gate.outcome]}**`, '', ...from, '', ...notes]
      .join('\n')
      .slice(0, checkTextLimit),
  };
}

function umbrellaConclusion(decision: Decision | undefined, trigger: Trigger): CheckConclusion {
  switch (decision) {
    case 'passed':
      return 'success';
    case 'handled':
      return 'neutral';
    case 'not-met':
      return trigger.pull ? 'failure' : 'neutral';
    case 'failed':
      return 'failure';
    case 'cancelled':
    case undefined:
      return 'cancelled';
  }
}
