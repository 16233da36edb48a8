/** `report`: a run as one HTML file, from what its folder holds. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { differences } from '../drivers/differences.ts';
import { readJournal, stateFrom } from '../drivers/journal-file.ts';
import { findRunFolder, type RunFolder, runIds } from '../drivers/run-folder.ts';
import type { RunState } from '../engine/state.ts';
import type { Plan, UnitNode } from '../plan/plan.ts';
import { logName } from '../ports.ts';
import type { Comparison } from '../reports/html/comparison.ts';
import type { Curve } from '../reports/html/curves.ts';
import { htmlReport, type LogTail } from '../reports/html/page.ts';
import { type Report, reportOf } from '../reports/report.ts';
import { statusOf } from '../reports/status.ts';
import { thresholdsOf } from '../reports/sweep-chart.ts';
import { progressIn } from '../targets/unit/progress.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { unknownRun } from './runs.ts';

export interface ReportPlace {
  /** Paths are shown from here. */
  readonly shownFrom: string;
  /** UTC, ISO 8601. */
  readonly now: string;
}

/** Of one log. Longer ones have curves of their beginning, and the tail of their end. */
const mostBytes = 32 * 1024 * 1024;
const tailBytes = 128 * 1024;
const tailLines = 200;
/** Of all logs together; a thousand cells print the same anyway. */
const mostLogs = 300;
/** Of one series; a drawing has fewer. */
const mostPlaces = 20_000;

/** What is printed: the path of the file, the file itself for `--out -`, or the report for a program. */
export function report(args: Arguments, workspace: string, place: ReportPlace): string {
  const { format } = args;
  const { out, compare } = args.report ?? {};
  const run = loadRun(workspace, args.subject);
  if (format === 'json') {
    const { report: found } = run;
    return `${JSON.stringify(found(place.now), null, 2)}\n`;
  }
  const html = pageOf(run, comparedWith(workspace, run, compare), place.now);
  if (out === '-') return html;
  const path = out === undefined ? join(run.folder.path, 'report.html') : resolve(place.shownFrom, out);
  writeOut(path, html);
  return `${relative(place.shownFrom, path) || path}\n`;
}

interface LoadedRun {
  readonly folder: RunFolder;
  readonly plan: Plan;
  readonly state: RunState;
  readonly report: (now: string) => Report;
}

function loadRun(workspace: string, id: string | undefined): LoadedRun {
  const found = findRunFolder(workspace, id);
  if (!found) throw unknownRun(workspace, id);
  const { folder, plan } = found;
  const { events } = readJournal(folder.journal);
  const state = stateFrom(plan, events, folder.journal);
  return { folder, plan, state, report: (now) => reportOf(state, now) };
}

/** The run that was asked for, or the one of the same workflow before this one. */
function comparedWith(workspace: string, run: LoadedRun, wanted: string | undefined): LoadedRun | undefined {
  if (wanted === 'none') return undefined;
  if (wanted !== undefined) return loadRun(workspace, wanted);
  const earlier = runIds(workspace).filter((id) => id < run.folder.run);
  for (const id of earlier.reverse()) {
    try {
      const found = loadRun(workspace, id);
      if (found.plan.name === run.plan.name) return found;
    } catch {
      // A run that cannot be read is no reason to have no report of this one.
    }
  }
  return undefined;
}

function pageOf(run: LoadedRun, other: LoadedRun | undefined, now: string): string {
  const { state, plan } = run;
  const found = run.report(now);
  const lost: string[] = [];
  const best = new Set(
    found.sweeps.flatMap(({ rows }) => rows.flatMap((row) => (row.best ? [row.node] : []))),
  );
  const curves: Curve[] = [];
  const logs: LogTail[] = [];
  for (const { unit, path, name } of logsOf(run)) {
    const read = readLog(path, progressPattern(plan, unit));
    if (read.series.size > 0)
      curves.push({ title: unit.title, best: best.has(unit.id), series: read.series });
    if (read.isCut)
      lost.push(
        `the learning curve of \`${unit.title}\` behind the first ${mostBytes / 1024 / 1024} MB of its log`,
      );
    if (logs.length < mostLogs && read.lines.length > 0)
      logs.push({
        title: unit.title,
        status: statusOf(state, unit.id),
        path: name,
        lines: read.lines,
        before: read.before,
      });
    else if (logs.length === mostLogs) {
      lost.push(`logs behind the first ${mostLogs}; they are in the folder of the run`);
    }
  }
  const compared: Comparison | undefined = other && {
    report: other.report(now),
    parameters: parametersOf(other.plan),
    differences: differences(other.plan, plan).filter((one) => !one.startsWith('parameter ')),
  };
  return htmlReport({
    report: found,
    parameters: parametersOf(plan),
    thresholds: found.sweeps.map((sweep) => thresholdsOf(plan, sweep)),
    curves,
    logs,
    ...(compared ? { compared } : {}),
    written: now,
    lost: [...new Set(lost)],
  });
}

function parametersOf({ parameters }: Plan): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
}

function progressPattern(plan: Plan, unit: UnitNode): string | undefined {
  const command = plan.commands[unit.command];
  return command?.is === 'run' ? command.progress : undefined;
}

interface UnitLog {
  readonly unit: UnitNode;
  readonly path: string;
  /** Relative to the run's folder. */
  readonly name: string;
}

/**
 * Logs that are really of this run: a command may have put a link to somewhere else in its own folder, and the file that is
 * written here will be shown to others.
 */
function logsOf({ state, plan, folder }: LoadedRun): UnitLog[] {
  const top = realpathSync(folder.path) + sep;
  return plan.nodes.flatMap((unit): UnitLog[] => {
    const directory = unit.kind === 'unit' ? state.nodes.get(unit.id)?.directory : undefined;
    if (unit.kind !== 'unit' || directory === undefined) return [];
    const path = join(folder.path, directory, logName);
    if (!lstatSync(path, { throwIfNoEntry: false })?.isFile()) return [];
    return realpathSync(path).startsWith(top) ? [{ unit, path, name: join(directory, logName) }] : [];
  });
}

interface ReadLog {
  readonly series: ReadonlyMap<string, readonly (readonly [number, number])[]>;
  readonly lines: readonly string[];
  /** Bytes in front of these lines. */
  readonly before: number;
  readonly isCut: boolean;
}

function readLog(path: string, pattern: string | undefined): ReadLog {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const { size } = fstatSync(file);
    const curve = new CurveReader(pattern);
    const decoder = new StringDecoder('utf8');
    const chunk = Buffer.alloc(256 * 1024);
    let rest = '';
    let at = 0;
    while (at < Math.min(size, mostBytes)) {
      const read = readSync(file, chunk, 0, Math.min(chunk.length, mostBytes - at), at);
      if (read === 0) break;
      at += read;
      const lines = (rest + decoder.write(chunk.subarray(0, read))).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) curve.take(line);
    }
    if (at >= size) curve.take(rest);
    const start = Math.max(0, size - tailBytes);
    const tail = Buffer.alloc(size - start);
    const lines = tail.toString('utf8', 0, readSync(file, tail, 0, tail.length, start)).split('\n');
    // A line of which only the end is here, and what stands behind the last line feed.
    if (start > 0) lines.shift();
    if (lines.at(-1) === '') lines.pop();
    const shown = lines.slice(-tailLines);
    const before = size - Buffer.byteLength(shown.map((line) => `${line}\n`).join(''));
    return { series: curve.series, lines: shown, before: Math.max(0, before), isCut: size > mostBytes };
  } finally {
    closeSync(file);
  }
}

class CurveReader {
  readonly series = new Map<string, [number, number][]>();
  readonly #pattern: string | undefined;

  constructor(pattern: string | undefined) {
    this.#pattern = pattern;
  }

  take(line: string): void {
    const progress = progressIn(line.trimEnd(), this.#pattern);
    if (!progress || !Number.isFinite(progress.done)) return;
    for (const [metric, value] of Object.entries(progress.metrics)) {
      const places = this.series.get(metric) ?? [];
      this.series.set(metric, places);
      // It began again, such as after a crash: what was before is no part of this curve.
      while ((places.at(-1)?.[0] ?? Number.NEGATIVE_INFINITY) >= progress.done) places.pop();
      if (places.length < mostPlaces) places.push([progress.done, value]);
    }
  }
}

/** A link at that place is not followed: a command of the run may have put it there. */
function writeOut(path: string, html: string): void {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | constants.O_NOFOLLOW;
  try {
    writeFileSync(path, html, { flag: flags as unknown as string });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(
      `\`${path}\` cannot be written: ${why}`,
      '`--out` names another place, `--out -` prints it',
    );
  }
}
