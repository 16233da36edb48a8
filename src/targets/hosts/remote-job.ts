/** The directory of a unit on its host: made for one start of it, found again by the next driver, removed behind it. */
import { createHash } from 'node:crypto';
import { basename, posix } from 'node:path';
import type { RunCommand } from '../../plan/plan.ts';
import type { UnitRequest } from '../../ports.ts';
import type { Host } from '../../ssh/host.ts';
import { jobState, stopJob } from '../../ssh/job.ts';
import { quoted } from '../../ssh/quote.ts';
import { ask, linesOf } from './ask.ts';
import type { Place } from './cargo.ts';

export interface RemoteJob {
  /** Absolute, on the host. */
  readonly directory: string;
  /** Where the command runs: the workspace, or a copy of it. */
  readonly home: string;
  /** Of a job that an earlier driver has begun. */
  readonly earlier?: {
    readonly hasEnded: boolean;
    /** Seconds that it has run, by the clock of the host. */
    readonly ran: number;
    /** Of its declared inputs, as it was given them. */
    readonly hashes?: Readonly<Record<string, string>>;
  };
}

/** In the job's directory. */
export const runName = 'run';
const workspaceName = 'workspace';
const begunName = 'begun';
const stampsName = 'stamps';

/** Of a run, on the host: one directory for each start of a unit. */
export function unitsOf(workspace: string, run: string): string {
  return posix.join(workspace, '.ml-workflow', 'units', slugOf(run));
}

/** What an earlier driver began for this unit, if it still runs or has come to its end. */
export async function foundJob(
  { unit, run, interrupted = [], directory }: UnitRequest,
  { isolation, inputs = [] }: RunCommand,
  { host, workspace }: Place,
  signal: AbortSignal,
): Promise<RemoteJob | undefined> {
  const folder = unitsOf(workspace, run);
  // A driver may have gone away before its start has found what the one before it had begun.
  for (const start of interrupted.toReversed()) {
    const before = nameOfStart(unit.id, start);
    const state = await jobState(host, posix.join(folder, before), signal);
    if (state !== 'running' && state !== 'ended') continue;
    return await resumedJob(
      { folder, before, name: basename(directory), isolation, inputs, hasEnded: state === 'ended' },
      { host, workspace },
      signal,
    );
  }
  return undefined;
}

interface Found {
  /** Absolute, of all units of the run. */
  readonly folder: string;
  /** Of its start, and of the one that goes on with it. */
  readonly before: string;
  readonly name: string;
  readonly isolation: RunCommand['isolation'];
  readonly inputs: readonly string[];
  readonly hasEnded: boolean;
}

async function resumedJob(
  { folder, before, name, isolation, inputs, hasEnded }: Found,
  { host, workspace }: Pick<Place, 'host' | 'workspace'>,
  signal: AbortSignal,
): Promise<RemoteJob> {
  // By the name of this start the driver after this one finds it.
  const script = [
    `cd ${quoted(folder)} && ln -sfn ${quoted(before)} ${quoted(name)}`,
    `cd ${quoted(before)} && pwd -P && stat -c %Y ${begunName}`,
    `{ stat -c %Y exit 2>/dev/null || date +%s; }`,
    `cat ${begunName}`,
  ].join(' && ');
  const answer = await ask(host, script, { signal });
  const [at = '', begun, last, ...text] = linesOf(answer);
  const ran = Number(last) - Number(begun);
  if (answer.code !== 0 || !Number.isFinite(ran) || !at.startsWith('/'))
    throw new Error(`what began on ${host.name} cannot be read: ${answer.reason}`);
  const hashes = hashesIn(text.join('\n'), inputs);
  return {
    directory: at,
    home: isolation === 'copy' ? posix.join(at, workspaceName) : workspace,
    earlier: {
      hasEnded,
      ran: Math.max(0, ran),
      ...(hashes === undefined ? {} : { hashes }),
    },
  };
}

/** What we have written there, as far as the host still has it. */
function hashesIn(text: string, inputs: readonly string[]): Record<string, string> | undefined {
  if (text.trim() === '') return undefined;
  const written: unknown = JSON.parse(text);
  const known = typeof written === 'object' && written !== null ? Object.entries(written) : [];
  return Object.fromEntries(
    known.flatMap(([path, hash]) =>
      inputs.includes(path) && typeof hash === 'string' && hash.length <= 64 ? [[path, hash]] : [],
    ),
  );
}

/** Makes it ready for its job, which is not started yet. What an earlier attempt may have left running has ended then. */
export async function newJob(
  { unit, run, attempt, interrupted, directory }: UnitRequest,
  command: RunCommand,
  { host, workspace, spent }: Place,
  given: { readonly hashes?: Readonly<Record<string, string>> | undefined; readonly signal: AbortSignal },
): Promise<RemoteJob> {
  const { hashes, signal } = given;
  const folder = unitsOf(workspace, run);
  for (const start of interrupted ?? (attempt > 1 ? [attempt - 1] : []))
    await stopJob(host, posix.join(folder, nameOfStart(unit.id, start)), { graceSeconds: 0 });
  const job = posix.join(folder, basename(directory));
  const home = command.isolation === 'copy' ? posix.join(job, workspaceName) : workspace;
  const old = spent?.take() ?? [];
  const script = [
    'umask 077',
    ...(old.length === 0 ? [] : [`rm -rf ${old.map(quoted).join(' ')}`]),
    `mkdir -p ${quoted(posix.join(job, runName))}`,
    ...(home === workspace ? [] : [copyOf(workspace, home, posix.join(job, 'torn'))]),
    `{ ${stampsIn(home, measured(command))}; } >${quoted(posix.join(job, stampsName))}`,
    `cat >${quoted(posix.join(job, begunName))}`,
  ];
  const input = hashes === undefined ? '' : JSON.stringify(hashes);
  const made = await ask(host, script.join(' && '), { input, signal });
  if (made.code !== 0) throw new Error(`nothing can be begun in ${job} on ${host.name}: ${made.reason}`);
  return { directory: job, home };
}

/** Declared files of the workspace that are as they were before it began. */
export async function untouched(
  job: RemoteJob,
  command: RunCommand,
  host: Host,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const paths = measured(command);
  if (paths.length === 0) return [];
  const script = `cat ${quoted(posix.join(job.directory, stampsName))} && { ${stampsIn(job.home, paths)}; }`;
  const answer = await ask(host, script, { signal });
  const stamps = linesOf(answer);
  if (answer.code !== 0 || stamps.length !== 2 * paths.length)
    throw new Error(`what it wrote on ${host.name} cannot be looked at: ${answer.reason}`);
  return paths.filter((_, at) => stamps[at] !== none && stamps[at] === stamps[at + paths.length]);
}

/** Files of the workspace that metrics are read from. */
export function measured({ metrics }: RunCommand): readonly string[] {
  const paths = metrics.flatMap(({ format, path }) =>
    format === 'output' || path.startsWith('$ML_RUN_DIR') ? [] : [path],
  );
  return [...new Set(paths)];
}

const none = '-';

/** A line for each, which changes with every write. */
function stampsIn(home: string, paths: readonly string[]): string {
  if (paths.length === 0) return ':';
  const words = paths.map((path) => quoted(posix.join(home, path))).join(' ');
  return `for f in ${words}; do stat -L -c '%i %s %y %z' "$f" 2>/dev/null || echo ${none}; done`;
}

/** All of it but our own records, and git's. A file that changes meanwhile is no error, one that cannot be read is. */
function copyOf(from: string, to: string, torn: string): string {
  const pack = 'tar -cf - --exclude=./.ml-workflow --exclude=./.git .';
  return [
    `rm -f ${quoted(torn)} && mkdir -p ${quoted(to)}`,
    `{ (cd ${quoted(from)} && ${pack} || [ $? -eq 1 ] || : >${quoted(torn)}) | (cd ${quoted(to)} && tar -xpf -); }`,
    `[ ! -e ${quoted(torn)} ]`,
  ].join(' && ');
}

/** As the driver names the directory of a start. */
function nameOfStart(unit: string, attempt: number): string {
  return attempt === 1 ? unit : `${unit}.${attempt}`;
}

/** Fit for a path, and of this name alone: a run must not find what another one has left. */
function slugOf(name: string): string {
  if (/^[A-Za-z0-9_-]{1,56}$/.test(name)) return name;
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 16);
  return `${name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 39)}-${hash}`;
}
