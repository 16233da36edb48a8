/** What is told about a run that is over, or about drift: few facts, the same for every receiver. */
import type { GateOutcome, ReasonCode } from '../engine/event.ts';
import { plainText } from '../engine/plain-text.ts';
import type { Occasion } from '../project/notify-schema.ts';
import type { ReportContext } from '../reports/context.ts';
import type { Report } from '../reports/report.ts';

export interface Notice {
  readonly occasion: Occasion;
  readonly workflow: string;
  /** The run, or whatever else tells this notice from others: a receiver that sees it twice may drop one. */
  readonly id: string;
  /** One sentence or less. */
  readonly reason: string;
  readonly reasonCode?: ReasonCode;
  /** 40 hexadecimal digits. */
  readonly sha?: string;
  /** Where people read more: the log of the run, an issue. */
  readonly url?: string;
  readonly requestedBy?: string;
  /** Dollars that its pods have cost. */
  readonly cost?: number;
  /** As the report has them, such as `best-acc 0.962 > 0.90`; at most ten. */
  readonly gates?: readonly NoticeGate[];
}

export interface NoticeGate {
  readonly text: string;
  readonly outcome: GateOutcome;
  readonly sum: string;
}

const longestText = 500;
const mostGates = 10;

/** Undefined while the run goes on. */
export function noticeOf(report: Report, context: ReportContext): Notice | undefined {
  const { decision, reason_code: reasonCode, money } = report;
  if (decision === undefined) return undefined;
  const cost = money?.billed ?? money?.spent;
  return {
    ...{ occasion: decision, ...shared(report, context), reason: short(report.reason) },
    ...(reasonCode === undefined ? {} : { reasonCode }),
    ...(context.requested_by === undefined ? {} : { requestedBy: short(context.requested_by) }),
    ...(cost === undefined ? {} : { cost }),
    ...gatesOf(report.gates),
  };
}

/** That a run has found drift. `gate`: the one that says so. */
export function driftNotice(report: Report, context: ReportContext, gate: NoticeGate): Notice {
  return { occasion: 'drift', ...shared(report, context), reason: short(gate.sum), ...gatesOf([gate]) };
}

function shared({ workflow, run }: Report, { sha, url }: ReportContext): Omit<Notice, 'occasion' | 'reason'> {
  return {
    ...{ workflow: short(workflow), id: run },
    ...(sha === undefined ? {} : { sha }),
    ...(url === undefined ? {} : { url }),
  };
}

function gatesOf(gates: readonly NoticeGate[]): Pick<Notice, 'gates'> {
  if (gates.length === 0) return {};
  return {
    gates: gates
      .slice(0, mostGates)
      .map(({ text, outcome, sum }) => ({ text: short(text), outcome, sum: short(sum) })),
  };
}

/** Names and reasons may hold what a training has printed. */
function short(text: string): string {
  const clean = plainText(text).replace(/\s+/g, ' ').trim();
  const characters = [...clean];
  return characters.length <= longestText ? clean : `${characters.slice(0, longestText - 1).join('')}…`;
}
