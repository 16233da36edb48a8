/** `/scp:…`: declared files between the workspace and a host. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { TransferCommand } from '../../plan/plan.ts';
import type { UnitOutcome, UnitRequest, UnitWatch } from '../../ports.ts';
import { download } from '../../ssh/download.ts';
import type { Host } from '../../ssh/host.ts';
import { upload } from '../../ssh/upload.ts';
import { cacheIn, type Place } from './cargo.ts';
import { anchored, entriesAt, uploadName } from './entries.ts';
import { hostFault } from './host-fault.ts';
import { steadily } from './steadily.ts';

/** A model and its data; what is larger belongs on a volume. */
const mostBytes = 64 * 1024 ** 3;
const mostFiles = 1_000_000;

type Paths = Pick<TransferCommand, 'paths' | 'exclude'>;

interface Ends {
  /** Absolute, here. */
  readonly workspace: string;
  /** Absolute, on the host. */
  readonly to: string;
  readonly signal: AbortSignal;
}

/** What a person has to put right. */
export class TransferError extends Error {
  override readonly name = 'TransferError';
}

/** Before anything is paid or connected. Throws a `TransferError`. */
export function demandHere({ paths }: Pick<Paths, 'paths'>, workspace: string): void {
  for (const { from } of paths)
    if (!statSync(join(workspace, from), { throwIfNoEntry: false }))
      throw new TransferError(`\`${from}\` is not there; nothing was sent`);
}

/** `up`: of `sync:`. Throws a `TransferError`. */
export function demandSyncHere(up: readonly string[], workspace: string): void {
  const missing = up.filter((path) => !statSync(join(workspace, path), { throwIfNoEntry: false }));
  if (missing.length === 0) return;
  const names = missing.map((path) => `\`${path}\``).join(', ');
  const [is, it] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
  throw new TransferError(
    `\`sync.up\` names ${names}, which ${is} not in the project; make ${it}, or take ${it} off the list; nothing was sent`,
  );
}

/** Rejects with a `TransferError`, or with an `SshError`. */
export async function transferUp(
  host: Host,
  { paths, exclude }: Paths,
  { workspace, to, signal }: Ends,
): Promise<{ readonly files: number; readonly sentBytes: number }> {
  demandHere({ paths }, workspace);
  return await orTransferError(signal, () =>
    steadily(signal, async () => {
      const trees = await Promise.all(paths.map((path) => entriesAt(workspace, path, exclude, signal)));
      const name = uploadName('scp', [paths, exclude]);
      return await upload(host, {
        root: workspace,
        tree: trees.flat(),
        to,
        name,
        cache: cacheIn(workspace),
        signal,
      });
    }),
  );
}

async function transferDown(
  { host, workspace: from }: Place,
  { paths, exclude }: Paths,
  to: string,
  { signal, output }: UnitWatch,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const moved = { files: 0, bytes: 0 };
  for (const path of paths) {
    const isSame = path.from === path.to;
    const got = await orTransferError(signal, () =>
      steadily(signal, () =>
        download(host, {
          ...{ from, paths: [path.from], exclude: exclude.map(anchored), mostBytes, mostFiles, signal },
          ...(isSame ? { to } : { to: join(to, path.to), strip: path.from }),
        }),
      ),
    );
    for (const text of got.leftOut) output(`not brought back: ${text}`);
    if (got.tooLarge) {
      const { files, bytes } = got.tooLarge;
      throw new TransferError(
        `\`${path.from}\` is ${files.toLocaleString('en')} files and ${gib(bytes)}, more than the ${mostFiles.toLocaleString('en')} files and ${gib(mostBytes)} that a transfer brings back`,
      );
    }
    if (got.missing.includes(path.from))
      throw new TransferError(`\`${path.from}\` is not on ${host.name}; nothing of it was brought back`);
    moved.files += got.files.length;
    moved.bytes += got.bytes;
  }
  return moved;
}

export async function runTransfer(
  { workspace }: UnitRequest,
  command: TransferCommand,
  watch: UnitWatch,
  place: Place,
): Promise<UnitOutcome> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const succeeded = (files: number, bytes: number): UnitOutcome => ({
    is: 'succeeded',
    result: { seconds: seconds(), metrics: {}, values: { files: String(files), bytes: String(bytes) } },
  });
  try {
    if (command.direction === 'up') {
      const ends = { workspace, to: place.workspace, signal: watch.signal };
      const { files, sentBytes } = await transferUp(place.host, command, ends);
      watch.output(`${counted(files)} on ${place.host.name}, ${sentBytes.toLocaleString('en')} bytes sent`);
      return succeeded(files, sentBytes);
    }
    const { files, bytes } = await transferDown(place, command, workspace, watch);
    watch.output(`${counted(files)} from ${place.host.name}, ${bytes.toLocaleString('en')} bytes`);
    return succeeded(files, bytes);
  } catch (error) {
    if (!(error instanceof TransferError)) throw error;
    return { is: 'failed', seconds: seconds(), class: 'usage', message: error.message, tail: [] };
  }
}

async function orTransferError<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const fault = signal.aborted ? undefined : hostFault(error);
    throw fault === undefined ? error : new TransferError(fault);
  }
}

function counted(files: number): string {
  return `${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}`;
}

function gib(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GiB`;
}
