/** What a unit has left on its host → its directory and the workspace here. */
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { isInBranch, type RunCommand } from '../../plan/plan.ts';
import { logName, type UnitRequest } from '../../ports.ts';
import { type DownloadResult, download } from '../../ssh/download.ts';
import { quoted } from '../../ssh/quote.ts';
import { copyName } from '../local/copy.ts';
import { Captured, largestCapture, stdoutName } from '../unit/captured.ts';
import { type Stamps, stampsBefore } from '../unit/metrics.ts';
import { ask } from './ask.ts';
import type { Place } from './cargo.ts';
import { measured, type RemoteJob, runName, untouched } from './remote-job.ts';
import { steadily } from './steadily.ts';

export interface Bringing {
  readonly request: UnitRequest;
  readonly command: RunCommand;
  readonly place: Place;
  readonly job: RemoteJob;
  readonly signal: AbortSignal;
  /** What is left there, one sentence each. */
  readonly note: (text: string) => void;
}

/** There is more than is brought back. */
export class TooMuch extends Error {}

/** What a unit leaves behind is brought back up to this; models go by `outputs:` too. */
const mostBytes = 16 * 1024 ** 3;
const mostFiles = 200_000;
/** Ours, in the unit's directory: nothing from a host is written over them. */
const reserved: ReadonlySet<string> = new Set([logName, stdoutName, 'ml.input', copyName]);
/** In the unit's directory; no host has such a name for us. */
const arrivingName = '.ml-workflow';

/** `$ML_RUN_DIR`, and in it `$ML_OUTPUT`. */
export async function bringDirectory(bringing: Bringing): Promise<void> {
  const { request, job, note } = bringing;
  const arriving = join(request.directory, arrivingName);
  rmSync(arriving, { recursive: true, force: true });
  const to = join(arriving, runName);
  const got = await bring(bringing, { from: posix.join(job.directory, runName), paths: 'all', to });
  demandAll(got, '`$ML_RUN_DIR` holds');
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(to)) {
    if (reserved.has(name)) {
      note(`\`${name}\` in \`$ML_RUN_DIR\`: the name is taken`);
      continue;
    }
    rmSync(join(request.directory, name), { recursive: true, force: true });
    renameSync(join(to, name), join(request.directory, name));
  }
  rmSync(arriving, { recursive: true, force: true });
}

/** Standard output, where somebody reads it. */
export async function bringStdout(
  { request, place, job, signal }: Bringing,
  secrets: readonly string[],
): Promise<Captured> {
  // One byte more says that it is too long.
  const most = largestCapture + 1;
  const stdout = quoted(posix.join(job.directory, stdoutName));
  const got = await ask(place.host, `head -c ${most} ${stdout}`, { signal, most });
  if (got.code !== 0) throw new Error(`standard output cannot be read on ${place.host.name}: ${got.reason}`);
  const captured = new Captured(join(request.directory, stdoutName), secrets);
  captured.add(got.stdout);
  captured.end();
  return captured;
}

/**
 * Files of the workspace there that metrics are read from, below `home`. Gives the stamps of those that it has not
 * written.
 */
export async function bringMeasured(bringing: Bringing, home: string): Promise<Stamps> {
  const { command, place, job, signal } = bringing;
  const paths = measured(command);
  if (paths.length === 0) return new Map();
  const old = new Set(await untouched(job, command, place.host, signal));
  demandAll(await bring(bringing, { from: job.home, paths, to: home }), 'what it measures holds');
  return stampsBefore(home, { ...command, metrics: command.metrics.filter(({ path }) => old.has(path)) });
}

/** Declared outputs, as on this machine: into the workspace, unless it has one of its own and others run beside it. */
export async function bringOutputs(bringing: Bringing, home: string): Promise<void> {
  const { request, command, job } = bringing;
  const paths = command.outputs.filter((path) => !path.startsWith('$ML_RUN_DIR'));
  if (paths.length === 0) return;
  const isCopy = command.isolation === 'copy';
  const isOwn = isCopy && isInBranch(request.plan, request.unit);
  const to = isOwn ? home : request.workspace;
  if (isCopy && !isOwn) await copyBackThere(bringing, paths);
  demandAll(await bring(bringing, { from: job.home, paths, to }), '`outputs:` hold');
}

/** The next command there finds in the workspace what this one has made in its copy. */
async function copyBackThere({ place, job, signal }: Bringing, paths: readonly string[]): Promise<void> {
  const { host, workspace } = place;
  const words = paths.map((path) => quoted(`./${posix.normalize(path)}`)).join(' ');
  const script = `cd ${quoted(job.home)} && for f in ${words}; do
  [ ! -e "$f" ] || tar -cf - "$f" | (cd ${quoted(workspace)} && tar -xpf -) || exit 1
done`;
  const { code, stderr } = await steadily(signal, () => host.exec(script, { signal }));
  if (code !== 0) throw new Error(`what it wrote could not be copied back on ${host.name}: ${stderr.trim()}`);
}

interface Wanted {
  readonly from: string;
  readonly paths: readonly string[] | 'all';
  readonly to: string;
}

async function bring({ place, signal, note }: Bringing, wanted: Wanted): Promise<DownloadResult> {
  const got = await steadily(signal, () => download(place.host, { ...wanted, mostBytes, mostFiles, signal }));
  for (const text of got.leftOut) note(text);
  return got;
}

function demandAll({ tooLarge }: DownloadResult, what: string): void {
  if (!tooLarge) return;
  const { files, bytes } = tooLarge;
  const most = `${mostFiles.toLocaleString('en')} files and ${mostBytes / 1024 ** 3} GiB`;
  throw new TooMuch(
    `${what} ${files.toLocaleString('en')} files and ${(bytes / 1024 ** 3).toFixed(1)} GiB; at most ${most} are brought back`,
  );
}
