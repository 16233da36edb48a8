/** The first lines of a report: what became of the run, at which commit, for whom, and for how much. */
import { shortNumber } from '../engine/evaluate.ts';
import type { Decision } from '../engine/event.ts';
import { code, cut, link, prose, sentence } from './markdown-text.ts';
import { cost } from './pods.ts';
import type { GateLine, Report } from './report.ts';
import { shortSha } from './stale-line.ts';
import { decisionSigns, duration, verdictWords } from './words.ts';

/** More of a reason stands with what failed. */
const longestReason = 300;

export interface Verdict {
  readonly sign: string;
  /** `passed`, `gate not met`. */
  readonly words: string;
}

export function verdictOf({ decision, reason_code, degraded }: Report): Verdict {
  if (decision === undefined) return { sign: '⏳', words: 'running' };
  const isLess = decision === 'passed' && degraded !== undefined;
  const words = `${verdictWords(decision, reason_code)}${isLess ? ', degraded' : ''}`;
  return { sign: isLess ? '⚠️' : decisionSigns[decision], words };
}

export function headline(report: Report): string {
  const { sign, words } = verdictOf(report);
  return `## ${sign} ${prose(cut(report.workflow, 120))}: ${words}${report.stale ? ', out of date' : ''}`;
}

/** One line. */
export function facts(report: Report): string {
  const { sha, url, requested_by: by } = report;
  const money = moneyWords(report);
  return [
    sentence(cut(reasonOf(report), longestReason)),
    ...(sha === undefined ? [] : [`at ${code(shortSha(sha))}`]),
    ...(by === undefined ? [] : [`by ${code(cut(by, 60))}`]),
    duration(report.seconds),
    ...(money === undefined ? [] : [prose(money)]),
    ...(url === undefined ? [] : [link('log', url)]),
  ].join(' · ');
}

/** The headline has said the verdict. */
function reasonOf({ reason, decision, reason_code: why }: Report): string {
  const said = decision === undefined ? '' : `${verdictWords(decision, why)}: `;
  return said !== '' && reason.startsWith(said) ? reason.slice(said.length) : reason;
}

/** `$0.31 of $10.00 so far`, `billed $0.42`; undefined when nothing was rented. */
export function moneyWords({ money, pods = [], decision, quote }: Report): string | undefined {
  if (!money) return undefined;
  const most = money.cap ?? quote;
  if (decision === undefined)
    return `${cost(money.spent)}${most === undefined ? '' : ` of at most ${cost(most)}`} so far`;
  const isBilled = pods.every((pod) => pod.billed !== undefined || pod.dollars === 0);
  return money.billed !== undefined && isBilled ? `billed ${cost(money.billed)}` : cost(money.spent);
}

/** The metric by which the run is remembered: of the gate that decided it, or else what it chose or measured. */
export function decisive(
  report: Report,
): { readonly metric: string; readonly value: number; readonly gate?: GateLine } | undefined {
  const gate = decidingGate(report);
  if (gate?.metric !== undefined && gate.value !== undefined)
    return { metric: gate.metric, value: gate.value, gate };
  for (const { metrics, rows } of report.sweeps) {
    const value = rows.find(({ best }) => best)?.values[0];
    const [metric] = metrics;
    if (metric !== undefined && typeof value === 'number') return { metric, value };
  }
  const [first] = report.gates.length === 0 ? report.metrics : [];
  return first && { metric: first.metric, value: first.value };
}

/** Of several, the last one that says what the run came to. */
function decidingGate({ gates, decision }: Report): GateLine | undefined {
  const wanted = (of: Decision | undefined) =>
    gates.findLast(({ outcome }) => (outcome === 'met') === (of === 'passed'));
  return wanted(decision) ?? gates.at(-1);
}

/** `best-acc 0.962 > 0.90` of the gate that decided, or the metric with its value. */
export function decisiveWords(report: Report): string | undefined {
  const found = decisive(report);
  return found && (found.gate?.sum ?? `${found.metric} ${shortNumber(found.value)}`);
}
