/** Drift as people are told of it: whether a run has found any, what the issue says, and the pull request of a retraining. */
import { shortNumber } from '../engine/evaluate.ts';
import type { GateDecided } from '../engine/event.ts';
import { gatesOf } from '../engine/gates.ts';
import type { RunState } from '../engine/state.ts';
import { normalised } from '../language/name.ts';
import { umbrellaText } from './check-text.ts';
import { code, cut, link, sentence, table } from './markdown-text.ts';
import { percent } from './percent.ts';
import { intervalText, type Report } from './report.ts';
import { shortSha } from './stale-line.ts';
import type { Step } from './steps.ts';
import { metricTable } from './tables.ts';
import { gateWords, statusSigns } from './words.ts';

export type DriftAnswer =
  | { readonly is: 'yes' | 'no'; readonly gate: GateDecided }
  /** `why`: one sentence, names in backticks. */
  | { readonly is: 'unknown'; readonly why: string };

/** What the gate that asks the predicate has answered: `/if:drift-detected`, or the other way round, `/if:!drift-detected`. */
export function driftIn(state: RunState, predicate: string): DriftAnswer {
  const asked = state.plan.nodes.flatMap((node) => gatesOf(node).map(({ gate }) => gate));
  const own = asked.filter(({ text }) => askedIn(text, predicate) !== undefined);
  const name = `\`${predicate}\``;
  if (own.length === 0) return { is: 'unknown', why: `no gate of the chain asks ${name} alone` };
  const decided = state.gates.find(({ gate }) => own.some(({ id }) => id === gate));
  if (!decided) return { is: 'unknown', why: `the run has not come to the gate that asks ${name}` };
  const { outcome, reason } = decided;
  if (outcome !== 'met' && outcome !== 'not-met')
    return {
      is: 'unknown',
      why: `${name} is ${gateWords[outcome]}${reason === undefined ? '' : `: ${reason}`}`,
    };
  const isYes = (outcome === 'met') === (askedIn(decided.text, predicate) === 'is');
  return { is: isYes ? 'yes' : 'no', gate: decided };
}

function askedIn(text: string, predicate: string): 'is' | 'is-not' | undefined {
  const [, not, name = ''] = /^\s*(!|not\s)?\s*([^\s!]+)\s*$/.exec(text) ?? [];
  if (normalised(name) !== normalised(predicate)) return undefined;
  return not === undefined ? 'is' : 'is-not';
}

export interface DriftTold {
  readonly report: Report;
  readonly state: RunState;
  readonly gate: GateDecided;
  /** The pull request that proposes what the run has trained, with its link. */
  readonly proposal?: { readonly number: number; readonly url: string; readonly isDeclined: boolean };
}

const longestCell = 160;
const mostSteps = 15;
const mostMetrics = 20;
/** Before the issue is shown: the time of the run that has found it first. */
const sinceLine = /^<!-- ml-workflow: since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z) -->$/m;

/** Markdown. `before`: what the issue says while it is open; the time that it was seen first is kept. */
export function driftIssue({ report, state, gate, proposal }: DriftTold, before: string | undefined): string {
  const { started_at: now, url, sha } = report;
  const since = sinceIn(before) ?? now;
  const first = since === now ? 'Seen first now' : `Seen first ${shownTime(since)}`;
  const seen = [
    `${first}, and last ${shownTime(now)}`,
    ...(sha === undefined ? [] : [`at ${code(shortSha(sha))}`]),
    ...(url === undefined ? [] : [link('run', url)]),
  ].join(' · ');
  return [
    `<!-- ml-workflow: since ${since} -->`,
    `${code(cut(report.workflow, 100))} has found drift: ${code(cut(gate.sum, 300))}.`,
    seen,
    measuredTable(report, gate),
    '### What the run has done about it',
    doneList(report, state, gate),
    ...(proposal ? [proposalLine(proposal)] : []),
    '<sub>This issue is kept up to date, and closed by the first run that finds no drift any more. To hear nothing more of it, close it as not planned.</sub>',
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function sinceIn(body: string | undefined): string | undefined {
  const since = sinceLine.exec(body ?? '')?.[1];
  return since !== undefined && !Number.isNaN(Date.parse(since)) ? since : undefined;
}

/** `2026-11-21 04:47 UTC` */
function shownTime(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}

/** What the gate has read, and what the steps before it have measured. */
function measuredTable(report: Report, { operands, node }: GateDecided): string {
  const read = operands.map(({ written, value, unit, interval, samples, none }) => [
    code(cut(written, longestCell)),
    value === undefined ? sentence(cut(none ?? 'not measured', longestCell)) : valueText(value, unit),
    interval === undefined ? '' : intervalText(interval),
    samples === undefined ? '' : String(samples),
  ]);
  const at = report.steps.findIndex(({ id }) => id === node);
  const before = new Set(report.steps.slice(0, Math.max(0, at)).map(({ title }) => title));
  const named = new Set(operands.map(({ metric }) => metric));
  const measured = report.metrics
    // How many samples there were stands behind what was measured on them.
    .filter(({ step, metric }) => before.has(step) && !named.has(metric) && metric !== 'n')
    .map(({ metric, value, unit, samples }) => [
      code(cut(metric, longestCell)),
      valueText(value, unit),
      '',
      samples === undefined ? '' : String(samples),
    ]);
  const rows = [...read, ...measured].slice(0, mostMetrics);
  if (rows.length === 0) return '';
  const header = ['value', 'measured', 'interval', 'n'];
  const used = header.map((_, column) => column < 2 || rows.some((row) => row[column] !== ''));
  const kept = (cells: readonly string[]) => cells.filter((_, column) => used[column] === true);
  return table(kept(header), rows.map(kept), ['left', 'right', 'right', 'right']);
}

function valueText(value: number, unit: string): string {
  return unit === 'fraction' ? `${shortNumber(value)} (${percent(value)})` : shortNumber(value);
}

/** What stands behind the gate and was come to: trained, measured, compared, deployed. */
function doneList(report: Report, state: RunState, gate: GateDecided): string {
  const at = report.steps.findIndex(({ id, kind }) => id === gate.node && kind === 'gate');
  const behind = report.steps.slice(at + 1).filter(({ kind, status }) => {
    const isWork = kind === 'unit' || kind === 'gate' || kind === 'approval';
    return isWork && status !== 'skipped' && status !== 'waiting';
  });
  if (behind.length === 0) return 'Nothing: the chain has no answer to it, or did not come to it.';
  const shown = behind.slice(0, mostSteps).map((step) => stepLine(step, state));
  const more = behind.length - shown.length;
  return [...shown, ...(more > 0 ? [`- ${more} more, which the run tells`] : [])].join('\n');
}

function stepLine({ id, title, status, note }: Step, state: RunState): string {
  const node = state.plan.nodes.find((one) => one.id === id);
  const command = node?.kind === 'unit' ? state.plan.commands[node.command] : undefined;
  const to = command?.is === 'run' && status === 'succeeded' ? command.deploys : undefined;
  return [
    `- ${statusSigns[status]} ${code(cut(title, longestCell))}`,
    ...(to === undefined ? [] : [`deployed to ${code(cut(to, 60))}`]),
    ...(note === undefined ? [] : [sentence(cut(note, 300))]),
  ].join(' · ');
}

function proposalLine({ number, url, isDeclined }: NonNullable<DriftTold['proposal']>): string {
  const pull = link(`pull request ${number}`, url);
  return isDeclined
    ? `What it has trained was proposed before, in ${pull}, which somebody has closed.`
    : `What it has trained is proposed in ${pull}.`;
}

/** The last comment on the issue. */
export function noDriftText(report: Report, gate: GateDecided): string {
  const { url } = report;
  const where = url === undefined ? '' : ` (${link('run', url)})`;
  return `No drift any more: ${code(cut(gate.sum, 300))}${where}.`;
}

/** The title of the pull request: one line. */
export function proposalTitle(workflow: string): string {
  return cut(`Retrained by ${workflow}`.replace(/\s+/g, ' '), 200);
}

/** Markdown. `paths`: of the files in it. */
export function proposalBody(report: Report, gate: GateDecided, paths: readonly string[]): string {
  return [
    `${code(cut(report.workflow, 100))} has found drift, ${code(cut(gate.sum, 300))}, and trained again.`,
    umbrellaText(report).summary,
    report.compared === undefined ? metricTable(report, mostMetrics) : '',
    '### Files',
    paths.map((path) => `- ${code(cut(path, 300))}`).join('\n'),
    '<sub>Opened by a job, so that no other workflow starts for it by itself: its checks are those of the run, and of the workflows that `drift: checks:` names. A later run brings it up to date while nobody else has pushed to its branch.</sub>',
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}
