/** What a report says beside what the journal tells: who asked, what the base branch has, what came before, what may be done now. */
import type { Unit } from '../plan/plan.ts';

export interface ReportContext {
  /** 40 or 64 hexadecimal digits: the commit the verdict is about. */
  readonly sha?: string;
  /** Where the log of the run can be read. */
  readonly url?: string;
  /** Login of the person who asked. */
  readonly requested_by?: string;
  /** What they wrote, one line: `/ml-train --epochs 60`. */
  readonly asked?: string;
  /** Dollars at worst, as they were told before it began. */
  readonly quote?: number;
  /** Logins of those who have approved something of it. */
  readonly approved_by?: readonly string[];
  /** What the last accepted run of the base branch measured. */
  readonly base?: BaseRun;
  /** The verdict is of an earlier commit than the pull request has now, or was compared with an earlier base. */
  readonly stale?: Stale;
  /** Newest first; at most 20. */
  readonly earlier?: readonly EarlierRun[];
  /** What may be written in a comment now, each with what it does: `/ml-stop`, "ends the run and its pods". */
  readonly commands?: readonly { readonly text: string; readonly does: string }[];
  /** Sentences that stand right under the verdict, such as that edits of definitions were not used. */
  readonly notes?: readonly string[];
  /** What could not be written elsewhere, and why. */
  readonly lost?: readonly string[];
}

export interface BaseRun {
  readonly run: string;
  readonly sha: string;
  /** UTC, ISO 8601. */
  readonly at: string;
  readonly url?: string;
  /** The branch: `main`. */
  readonly branch: string;
  readonly metrics: readonly BaseMetric[];
}

export interface BaseMetric {
  /** Canonical name. */
  readonly metric: string;
  /** Title of the step that measured it, as in a `MetricLine`; absent for the best of a sweep. */
  readonly step?: string;
  readonly value: number;
  readonly unit: Unit;
  /** What the value was measured on. */
  readonly samples?: number;
  readonly better?: 'higher' | 'lower';
}

export interface Stale {
  readonly because: 'head-moved' | 'base-moved';
  /** The commit, or the base branch's newer accepted run, that the verdict knows nothing of. */
  readonly now: string;
}

/** One line of the fold. */
export interface EarlierRun {
  readonly run: string;
  readonly sha: string;
  /** UTC, ISO 8601: when it ended, or began. */
  readonly at: string;
  /** As the headline had it: `passed`, `gate not met`. */
  readonly verdict: string;
  readonly sign: string;
  /** The metric that decided, and its value. */
  readonly metric?: string;
  readonly value?: number;
  /** Dollars. */
  readonly cost?: number;
  readonly by?: string;
  readonly url?: string;
}
