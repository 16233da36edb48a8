/**
 * Which of many like cases a usual run takes, where all of them would take minutes: one of every few, the first and the
 * last. Where it begins to count changes with the commit, so that all are taken as time goes by.
 */
import { execFileSync } from 'node:child_process';

/** `ML_THOROUGH=1` takes all. */
const isThorough = process.env.ML_THOROUGH === '1';
/** On a machine of one's own still fewer. */
const fewer = process.env.CI === 'true' ? 1 : 3;

export interface Taken<Case> {
  readonly one: Case;
  /** Counts what is taken, from another number with another commit: for what happens only every so many times. */
  readonly turn: number;
}

export interface Sample<Case> {
  readonly taken: readonly Taken<Case>[];
  /** How many of how many, and how to have the same again, or all. */
  readonly said: string;
}

/**
 * In the order of `all`. `every`: one of so many in CI. Samples of one list with each `phase` from 0 up to `every` have
 * nothing in common but the ends, and in CI they have everything together.
 */
export function sampleOf<Case>(
  all: readonly Case[],
  {
    called,
    every = 3,
    phase = 0,
  }: { readonly called: string; readonly every?: number; readonly phase?: number },
): Sample<Case> {
  const step = isThorough ? 1 : every * fewer;
  const from = startOfThis();
  const isTaken = (index: number) =>
    index % step === (from + phase) % step || index === 0 || index === all.length - 1;
  const kept = all.filter((_, index) => isTaken(index));
  const how = isThorough ? '' : ` (ML_SAMPLE=${from}; ML_THOROUGH=1 takes all)`;
  return {
    taken: kept.map((one, index) => ({ one, turn: index + Math.floor(from / step) })),
    said: `${kept.length} of ${all.length} ${called}${how}`,
  };
}

let start: number | undefined;

/** `ML_SAMPLE`, or a number of the commit: its hash, since a shallow clone does not know how many came before. */
function startOfThis(): number {
  start ??= Number(process.env.ML_SAMPLE ?? Number.parseInt(commit().slice(0, 4), 16) % 1000);
  if (!Number.isInteger(start) || start < 0) throw new Error('ML_SAMPLE is no number');
  return start;
}

/** Zeros where this is no clone. */
function commit(): string {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: new URL('.', import.meta.url),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  } catch {
    return '0000';
  }
}
