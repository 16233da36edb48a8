/** Words and signs that every report shares, so that a run is called the same everywhere. */
import type { Decision, GateOutcome } from '../engine/event.ts';
import type { StepStatus } from './report.ts';

export const decisionWords: Readonly<Record<Decision, string>> = {
  passed: 'passed',
  handled: 'gate not met, handled',
  'not-met': 'gate not met',
  failed: 'failed',
  cancelled: 'cancelled',
};

export const gateWords: Readonly<Record<GateOutcome, string>> = {
  met: 'met',
  'not-met': 'not met',
  error: 'error',
};

export const statusSigns: Readonly<Record<StepStatus, string>> = {
  waiting: '·',
  running: '▸',
  succeeded: '✓',
  failed: '✗',
  'not-met': '⊘',
  skipped: '○',
};

/** `0.2 s`, `41 s`, `3 min 20 s`, `10 min`, `2 h 05 min`. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const [large, unit, small, smaller] =
    whole < 3600
      ? [Math.floor(whole / 60), 'min', whole % 60, 's']
      : [Math.floor(whole / 3600), 'h', Math.floor((whole % 3600) / 60), 'min'];
  return small === 0 ? `${large} ${unit}` : `${large} ${unit} ${String(small).padStart(2, '0')} ${smaller}`;
}

/** Eight heights over the values' own range; a single height when all are equal. */
export function bar(value: number, lowest: number, highest: number, width: number): string {
  const share = highest > lowest ? (value - lowest) / (highest - lowest) : 1;
  const eighths = Math.round((0.15 + 0.85 * share) * width * 8);
  const full = '█'.repeat(Math.floor(eighths / 8));
  return full + (eighths % 8 === 0 ? '' : ('▏▎▍▌▋▊▉'[(eighths % 8) - 1] ?? ''));
}
