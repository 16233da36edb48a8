/**
 * What travels between the jobs of a run, one folder a job: the journal up to its end, the folders of the units that it
 * ran, and what they are declared to leave in the workspace. Every job begins on a fresh machine and lays them out again.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RunEvent } from '../engine/event.ts';
import { evolve } from '../engine/evolve.ts';
import { mergeParts } from '../engine/merge.ts';
import { initialState, nodeState, type RunState } from '../engine/state.ts';
import { concludeJob, planJob } from '../jobs/layout.ts';
import { isInBranch, type Plan, type UnitNode } from '../plan/plan.ts';
import { type Carried, carry, makeFolder, plainPath } from './carry.ts';
import { readJournal } from './journal-file.ts';
import { orRunError, RunError } from './run-error.ts';
import { findRunFolder, type RunFolder } from './run-folder.ts';

export const partSchema = 1;

export interface PartHead {
  readonly schema: typeof partSchema;
  readonly job: string;
  readonly leg?: number;
  readonly attempt: number;
  /** Attempt of the plan job that began the run: parts of earlier ones do not count. */
  readonly epoch: number;
  readonly run: string;
  /** The `seq` behind which the job's own events begin, those of its earlier attempts among them. */
  readonly after: number;
  /** All that it was to do is done, or handed over to the next job. */
  readonly complete?: true;
}

export interface Part extends PartHead {
  /** Absolute. */
  readonly folder: string;
  /** All that its job knew: its own begin behind `after`. */
  readonly events: readonly RunEvent[];
  /** What a person should know, such as a torn last line. */
  readonly notices: readonly string[];
}

export interface PartName {
  readonly job: string;
  readonly leg?: number;
  readonly attempt: number;
}

/** `ml-j3-a1`, `ml-m2-7-a2`. `leg`: from 0. */
export function partName({ job, leg, attempt }: PartName): string {
  return `ml-${job}${leg === undefined ? '' : `-${leg}`}-a${attempt}`;
}

/** Undefined for an artifact of somebody else's. */
export function parsePartName(name: string): PartName | undefined {
  const found = /^ml-([a-z]+\d*)(?:-(0|[1-9]\d*))?-a([1-9]\d*)$/.exec(name);
  if (!found) return undefined;
  const [, job = '', leg, attempt] = found;
  return { job, ...(leg === undefined ? {} : { leg: Number(leg) }), attempt: Number(attempt) };
}

/** Of each job, and each leg, the newest attempt that belongs to the epoch; sorted by name. */
export function newestParts(names: readonly string[], epoch: number): readonly string[] {
  const newest = new Map<string, { readonly name: string; readonly attempt: number }>();
  for (const name of names) {
    const parsed = parsePartName(name);
    if (!parsed || parsed.attempt < epoch) continue;
    const key = keyOf(parsed);
    if ((newest.get(key)?.attempt ?? 0) < parsed.attempt) newest.set(key, { name, attempt: parsed.attempt });
  }
  return [...newest.values()].map(({ name }) => name).sort();
}

/**
 * The epoch of a plan job that begins as that attempt. Its earlier part is complete: then nothing of it had failed, and
 * somebody wants all of the run again. `earlier`: its parts of earlier attempts, in any order.
 */
export function epochOf(
  attempt: number,
  earlier: readonly Pick<PartHead, 'attempt' | 'epoch' | 'complete'>[],
): number {
  const [last] = earlier.filter((part) => part.attempt < attempt).sort((a, b) => b.attempt - a.attempt);
  return last && last.complete !== true ? last.epoch : attempt;
}

export interface WritingPart {
  /** Absolute: exists, and is empty. */
  readonly into: string;
  readonly head: PartHead;
  readonly folder: RunFolder;
  readonly workspace: string;
  readonly plan: Plan;
  /** Files of the run's folder that go along: of the plan job, what the other jobs start from. */
  readonly files?: readonly string[];
}

const headFile = 'part.json';
const journalFile = 'journal.jsonl';
const runFiles = 'run';
const unitFiles = 'units';
const outputFiles = 'outputs';
/** What the plan job hands on. */
export const planFiles: readonly string[] = ['plan.json', 'targets.json'];
/** Not a command's to write: they decide what later jobs do. */
const reserved: ReadonlySet<string> = new Set(['.git', '.ml-workflow']);

/** The sentences say what was left out. */
export function writePart(writing: WritingPart): readonly string[] {
  const { into, head, folder, workspace, plan, files = [] } = writing;
  return orRunError('what the next job needs cannot be kept', () => {
    const { events, notice } = readJournal(folder.journal);
    const { directories, outputs } = ownOf(plan, events, head.after);
    const [run, units, left] = [nothing(), nothing(), nothing()];
    mkdirSync(join(into, runFiles));
    for (const file of files) carry(folder.path, join(into, runFiles), file, run);
    for (const [directory, unit] of directories)
      carry(folder.path, into, directory, units, { takes: (path) => isOfUnit(plan, unit, directory, path) });
    mkdirSync(join(into, outputFiles));
    for (const path of outputs) carry(workspace, join(into, outputFiles), path, left);
    writeFileSync(join(into, journalFile), linesOf(events));
    const executable = [
      ...inside(runFiles, run.executable),
      ...units.executable,
      ...inside(outputFiles, left.executable),
    ];
    const empty = [...units.empty, ...inside(outputFiles, left.empty)];
    writeFileSync(join(into, headFile), JSON.stringify({ ...head, executable, empty }));
    return [...(notice === undefined ? [] : [notice]), ...run.notices, ...units.notices, ...left.notices];
  });
}

function nothing(): Carried {
  return { executable: [], empty: [], notices: [] };
}

function inside(folder: string, paths: readonly string[]): string[] {
  return paths.map((path) => `${folder}/${path}`);
}

function linesOf(events: readonly RunEvent[]): string {
  return events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Directories of the units that the job started, and the paths of the workspace that those that finished have written. */
function ownOf(plan: Plan, events: readonly RunEvent[], after: number) {
  const directories = new Map<string, UnitNode>();
  const outputs = new Set<string>();
  const state = initialState(plan);
  for (const event of events) {
    const isOwn = event.seq > after;
    evolve(state, event);
    if (!isOwn || !('node' in event)) continue;
    const node = state.byId.get(event.node);
    if (node?.kind !== 'unit') continue;
    if (event.type === 'unit-started') directories.set(event.directory, node);
    // At once: a loop gives it another input the next time.
    if (event.type === 'unit-succeeded' || event.type === 'unit-reused')
      for (const path of writtenBy(state, node)) if (isOutput(path)) outputs.add(plainPath(path) ?? path);
  }
  return { directories, outputs };
}

function isOutput(path: string): boolean {
  const plain = plainPath(path);
  return plain !== undefined && !reserved.has(plain.split('/')[0] ?? '');
}

function writtenBy(state: RunState, unit: UnitNode): readonly string[] {
  const command = state.plan.commands[unit.command];
  const words = nodeState(state, unit.id).input?.arguments ?? [];
  switch (command?.is) {
    case 'run':
      // What is its own alone stays in its directory.
      return command.isolation === 'copy' && isInBranch(state.plan, unit)
        ? []
        : command.outputs.filter((path) => !path.startsWith('$ML_RUN_DIR'));
    case 'transfer':
      return command.direction === 'down' ? command.paths.map(({ to }) => to) : [];
    case 'builtin':
      return command.name === 'store' || command.name === 'state:save'
        ? words.filter((word) => word !== '--append').slice(0, 1)
        : [];
    default:
      return [];
  }
}

/** Of a copy of the workspace, only what the unit is declared to leave in it. */
function isOfUnit(plan: Plan, unit: UnitNode, directory: string, path: string): boolean {
  const command = plan.commands[unit.command];
  const copy = `${directory}/workspace`;
  if (command?.is !== 'run' || command.isolation !== 'copy' || !`${path}/`.startsWith(`${copy}/`))
    return true;
  return command.outputs.some((output) => {
    const wanted = `${copy}/${plainPath(output) ?? ''}/`;
    return wanted.startsWith(`${path}/`) || `${path}/`.startsWith(wanted);
  });
}

/** All of one run. Rejects, as a `RunError`, what is damaged, of another run, or of another version. */
export function readParts(folders: readonly string[]): readonly Part[] {
  const parts = folders.map(readPart);
  const [first] = parts;
  for (const part of parts) {
    if (part.run !== first?.run)
      throw new RunError(`${part.folder}: part of the run ${part.run}, not of ${first?.run}`);
    if (part.epoch !== first.epoch)
      throw new RunError(`${part.folder}: part of an earlier start of the run ${part.run}`);
  }
  return parts;
}

interface StoredHead extends PartHead {
  readonly executable: readonly string[];
  readonly empty: readonly string[];
}

function readPart(folder: string): Part {
  const { executable: _executable, empty: _empty, ...head } = readHead(folder);
  const path = join(folder, journalFile);
  const { events, notice } = orRunError(`${folder}: its journal cannot be read`, () => readJournal(path));
  const [first] = events;
  if (first?.type !== 'run-started' || first.run !== head.run)
    throw new RunError(`${path}: not the journal of the run ${head.run}`);
  if (head.after > events.length)
    throw new RunError(`${path}: ends at event ${events.length}, before what its job has written`);
  return { ...head, folder, events, notices: notice === undefined ? [] : [notice] };
}

function readHead(folder: string): StoredHead {
  const path = join(folder, headFile);
  let head: unknown;
  try {
    head = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new RunError(`${path}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const read = (typeof head === 'object' && head !== null ? head : {}) as Partial<
    Record<keyof StoredHead, unknown>
  >;
  if (read.schema !== partSchema) throw new RunError(`${path}: written by another version of ml-workflow`);
  const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
  const isPaths = (value: unknown) => Array.isArray(value) && value.every((one) => typeof one === 'string');
  const isWhole =
    typeof read.job === 'string' &&
    typeof read.run === 'string' &&
    /^[\w.-]+$/.test(read.run) &&
    !/^\.+$/.test(read.run) &&
    [read.attempt, read.epoch, read.after].every(isCount) &&
    (read.leg === undefined || isCount(read.leg)) &&
    isPaths(read.executable) &&
    isPaths(read.empty);
  if (!isWhole) throw new RunError(`${path}: damaged`);
  return read as StoredHead;
}

export interface Restored {
  readonly folder: RunFolder;
  readonly plan: Plan;
  /** As the run's journal has them now. */
  readonly events: readonly RunEvent[];
  /** Those that counted, in the order of the layout. */
  readonly parts: readonly Part[];
  /** What was left out, one sentence each. */
  readonly notices: readonly string[];
}

/**
 * Lays the run out in a workspace that knows nothing of it. Later jobs win over earlier ones for equal paths. `order`: the
 * layout's jobs, of which `by` is the one that begins. What an earlier attempt has done behind a job that ran again since does not count.
 */
export function restoreRun(
  workspace: string,
  parts: readonly Part[],
  order: readonly string[],
  by?: string,
): Restored {
  const { used, main } = usedOf(parts, order);
  const { run } = main;
  const carried = nothing();
  const runFolder = `.ml-workflow/runs/${run}`;
  return orRunError('the run cannot be laid out', () => {
    makeFolder(workspace, `${runFolder}/units`);
    const ignore = join(workspace, '.ml-workflow', '.gitignore');
    if (!existsSync(ignore)) writeFileSync(ignore, '*\n', { flag: 'wx' });
    for (const part of used) layOutRun(part, workspace, runFolder, carried);
    writeFileSync(join(workspace, runFolder, journalFile), linesOf(main.events), { flag: 'wx' });
    const found = findRunFolder(workspace, run);
    if (!found) throw new RunError(`${run}: the run's folder is not there`);
    for (const part of used) layOutOutputs(part, found.plan, workspace, carried);
    const events = joinedJournal(found.plan, parts, order, by);
    writeFileSync(found.folder.journal, linesOf(events));
    return {
      ...found,
      events,
      parts: used,
      notices: [...used.flatMap(({ notices }) => notices), ...carried.notices],
    };
  });
}

/** What a part tells of its run. `folder` only stands in messages. */
export type PartJournal = Omit<Part, 'notices'>;

/**
 * The run's journal, from what its jobs have left: that of the last one, with what legs have done behind it. `by`: the job
 * that begins with it.
 */
export function joinedJournal(
  plan: Plan,
  parts: readonly PartJournal[],
  order: readonly string[],
  by?: string,
): readonly RunEvent[] {
  const { used, main } = usedOf(parts, order);
  const legs = used.filter((part) => part.leg !== undefined && placeOf(part, order) > placeOf(main, order));
  for (const leg of legs) checkHandedOut(leg, main);
  // Nothing but `conclude` begins in a run that was cancelled: where a leg was told to stop, that was the leg's own affair,
  // such as the end of its machine.
  const ofLeg = ({ events, after }: PartJournal) => events.slice(after);
  const own = legs.map((leg) => (by === concludeJob ? ofLeg(leg) : untilStopped(ofLeg(leg))));
  return own.length === 0 ? main.events : mergeParts(plan, main.events, own);
}

/** What it had begun is cut off, and so lost; what it has paid for stays on record. */
function untilStopped(events: readonly RunEvent[]): readonly RunEvent[] {
  const stop = events.findIndex(({ type }) => type === 'cancel-requested');
  return stop < 0
    ? events
    : [...events.slice(0, stop), ...events.slice(stop).filter((event) => 'pod' in event)];
}

/** In the order of the layout, of each job and leg the newest; and that of the last job that is no leg. */
function usedOf<Known extends PartJournal>(
  parts: readonly Known[],
  order: readonly string[],
): { readonly used: readonly Known[]; readonly main: Known } {
  const newest = new Map<string, Known>();
  for (const part of parts) {
    if (!order.includes(part.job)) throw new RunError(`${part.folder}: the run has no job \`${part.job}\``);
    const key = keyOf(part);
    if ((newest.get(key)?.attempt ?? 0) < part.attempt) newest.set(key, part);
  }
  const all = [...newest.values()].sort(
    (a, b) => placeOf(a, order) - placeOf(b, order) || (a.leg ?? 0) - (b.leg ?? 0),
  );
  const used = all.filter(
    (part) => !all.some((one) => placeOf(one, order) < placeOf(part, order) && one.attempt > part.attempt),
  );
  const main = used.findLast(({ leg }) => leg === undefined);
  if (!main) throw new RunError('no job has left a journal to go on from');
  return { used, main };
}

function placeOf({ job }: PartName, order: readonly string[]): number {
  return order.indexOf(job);
}

function keyOf({ job, leg }: PartName): string {
  return `${job} ${leg ?? ''}`;
}

/** A leg begins with the journal of the job that handed it out. */
function checkHandedOut(leg: PartJournal, main: PartJournal): void {
  const last = leg.after - 1;
  const isSame = last < 0 || JSON.stringify(leg.events[last]) === JSON.stringify(main.events[last]);
  if (leg.after > main.events.length || !isSame)
    throw new RunError(`${leg.folder}: not handed out by the job \`${main.job}\``);
}

function layOutRun({ folder, job }: Part, workspace: string, runFolder: string, carried: Carried): void {
  const { executable, empty } = readHead(folder);
  const bits = new Set(executable);
  const isExecutableIn = (above: string) => (path: string) => bits.has(`${above}${path}`);
  const run = join(workspace, runFolder);
  for (const name of namesIn(join(folder, runFiles)))
    carry(join(folder, runFiles), run, name, carried, {
      // The journal is made of those of all parts, and the plan is the plan job's word alone.
      takes: (path) => path !== journalFile && (job === planJob || !planFiles.includes(path)),
      isExecutable: isExecutableIn(`${runFiles}/`),
    });
  carry(folder, run, unitFiles, carried, { isExecutable: isExecutableIn('') });
  for (const path of empty) {
    const plain = plainPath(path);
    if (plain?.startsWith(`${unitFiles}/`)) makeFolderOr(run, plain, carried);
  }
}

/** Only what the job's own units are declared to write: nothing else of the workspace is a part's to change. */
function layOutOutputs(part: Part, plan: Plan, workspace: string, carried: Carried): void {
  const { folder, events, after } = part;
  const { executable, empty } = readHead(folder);
  const bits = new Set(executable);
  const declared = [...ownOf(plan, events, after).outputs];
  const isDeclared = (path: string) =>
    isOutput(path) && declared.some((one) => `${path}/`.startsWith(`${one}/`) || one.startsWith(`${path}/`));
  for (const name of namesIn(join(folder, outputFiles)))
    carry(join(folder, outputFiles), workspace, name, carried, {
      takes: isDeclared,
      isExecutable: (path) => bits.has(`${outputFiles}/${path}`),
    });
  for (const path of empty) {
    const plain = plainPath(path);
    const output = plain?.startsWith(`${outputFiles}/`) ? plain.slice(outputFiles.length + 1) : undefined;
    if (output !== undefined && isDeclared(output)) makeFolderOr(workspace, output, carried);
  }
}

function makeFolderOr(root: string, path: string, { notices }: Carried): void {
  try {
    makeFolder(root, path);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    notices.push(`\`${path}\` ${error.message} and is left out`);
  }
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
