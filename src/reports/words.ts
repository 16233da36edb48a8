/** Words and signs that every report shares, so that a run is called the same everywhere. */
import type { Decision, GateDecided, GateOutcome, ReasonCode } from '../engine/event.ts';
import type { StepStatus } from './status.ts';

export const decisionWords: Readonly<Record<Decision, string>> = {
  passed: 'passed',
  handled: 'gate not met, handled',
  'not-met': 'gate not met',
  failed: 'failed',
  waiting: 'waiting for approval',
  cancelled: 'cancelled',
};

/** Of a verdict, in Markdown. */
export const decisionSigns: Readonly<Record<Decision, string>> = {
  passed: '✅',
  handled: '⚠️',
  'not-met': '❌',
  failed: '❌',
  waiting: '⏸️',
  cancelled: '⏹️',
};

/** The decision in a few words; the reason tells two ways apart in which a run is `handled`. */
export function verdictWords(decision: Decision, reason: ReasonCode | undefined): string {
  return decision === 'handled' && reason === 'failure-handled'
    ? 'a failure was handled'
    : decisionWords[decision];
}

export const gateWords: Readonly<Record<GateOutcome, string>> = {
  met: 'met',
  'not-met': 'not met',
  inconclusive: 'inconclusive',
  error: 'error',
};

/** What a gate gave, behind its text: its sum, or why there is none. */
export function gateNote(gate: GateDecided): string {
  if (gate.outcome === 'error') return gate.reason ?? 'error';
  const word = gate.outcome === 'inconclusive' ? ': inconclusive' : '';
  const why = gate.reason === undefined ? '' : ` (${gate.reason})`;
  return `${gate.sum}${word}${why}${gate.warned === true ? '; only a warning' : ''}`;
}

export const statusSigns: Readonly<Record<StepStatus, string>> = {
  waiting: '·',
  running: '▸',
  succeeded: '✓',
  failed: '✗',
  handled: '↷',
  stopped: '■',
  'not-met': '⊘',
  skipped: '○',
};

/** Seconds no finer than anybody measures them. */
export function toMilliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}

/** `0.2 s`, `41 s`, `3 min 20 s`, `10 min`, `2 h 05 min`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  return wholeDuration(Math.round(seconds));
}

/** The same for times that people have written: `5 s`, `1 d 02 h`. */
export function wholeDuration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${Number.isInteger(seconds) ? whole : seconds.toFixed(1)} s`;
  const [large, unit, small, smaller] =
    whole < 3600
      ? [Math.floor(whole / 60), 'min', whole % 60, 's']
      : whole < 86_400
        ? [Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min']
        : [Math.floor(whole / 86_400), 'd', Math.floor((whole % 86_400) / 3600), 'h'];
  return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${String(small).padStart(2, '0')} ${smaller}`;
}

/** `$12`, `$0.50`. */
export function dollars(amount: number): string {
  return `$${Number.isInteger(amount) ? amount : amount.toFixed(2)}`;
}

/** Eight heights over the values' own range; a single height when all are equal. */
export function bar(value: number, lowest: number, highest: number, width: number): string {
  const share = highest > lowest ? (value - lowest) / (highest - lowest) : 1;
  const eighths = Math.round((0.15 + 0.85 * share) * width * 8);
  const full = '█'.repeat(Math.floor(eighths / 8));
  return full + (eighths % 8 === 0 ? '' : ('▏▎▍▌▋▊▉'[(eighths % 8) - 1] ?? ''));
}
