/** A host that answers → one on which commands of this project can run: its tree, its data, its set-up. */
import { posix } from 'node:path';
import type { RemoteTarget, Sync } from '../../plan/plan.ts';
import type { Host } from '../../ssh/host.ts';
import { quoted, quotedPath } from '../../ssh/quote.ts';
import { hashesOn } from '../../ssh/remote-hashes.ts';
import { upload } from '../../ssh/upload.ts';
import { ask, linesOf, missingOn } from './ask.ts';
import { type Cargo, cacheIn, noSync, type Place, type Tree } from './cargo.ts';
import { anchored } from './entries.ts';
import { hostFault } from './host-fault.ts';
import { PlaceError } from './place-error.ts';
import { setUp, setUpDirectory } from './set-up.ts';
import { steadily } from './steadily.ts';
import { TransferError, transferUp } from './transfer.ts';

export { PlaceError };

export interface Preparing {
  readonly target: RemoteTarget;
  readonly cargo: Cargo;
  /** What people know the host by; its address unless told. */
  readonly called?: string;
  /** Before anything of the project is changed there. Gets the workspace there, absolute. */
  readonly claim?: (workspace: string) => Promise<void>;
  /** Uploads of the chain before it. Keys into `Plan.commands`. */
  readonly transfers: readonly string[];
  readonly say: (text: string) => void;
  readonly signal: AbortSignal;
}

/**
 * Can be done again on a host that has all of it, which then costs a few round trips. Rejects with a `PlaceError`, a
 * `TransferError`, an `SshError`, or the reason of `signal`; then nothing of it runs there any more.
 */
export async function prepare(host: Host, preparing: Preparing): Promise<Place> {
  const { target, cargo, transfers, say, signal } = preparing;
  const { plan } = cargo;
  const sync = plan.sync ?? noSync;
  try {
    const { workspace, isSetUp } = await workspaceOn(host, target, signal);
    await preparing.claim?.(workspace);
    await sendTree(host, await cargo.tree(), { sync, workspace, cache: cacheIn(cargo.workspace), signal });
    const ends = { workspace: cargo.workspace, to: workspace, signal };
    if (sync.up.length > 0) {
      const paths = sync.up.map((path) => ({ from: path, to: path }));
      await transferUp(host, { paths, exclude: [] }, ends);
    }
    for (const key of transfers) {
      const command = plan.commands[key];
      if (command?.is === 'transfer') await transferUp(host, command, ends);
    }
    await demand(host, sync, workspace, signal);
    if (!isSetUp)
      await setUp(host, workspace, { target, called: preparing.called ?? host.name, say, signal });
    return { host, workspace, environment: target.environment };
  } catch (error) {
    if (signal.aborted || error instanceof PlaceError) throw error;
    const fault = error instanceof TransferError ? undefined : hostFault(error);
    throw fault === undefined ? error : new PlaceError('usage', fault);
  }
}

/** Runs that nobody has gone on with for so many days have nothing on a host any more. */
const longestLeft = 14;

/** Absolute. What old runs have left there goes. */
async function workspaceOn(
  host: Host,
  target: RemoteTarget,
  signal: AbortSignal,
): Promise<{ readonly workspace: string; readonly isSetUp: boolean }> {
  const at = quotedPath(target.workspace);
  const done = target.setup === undefined ? '' : posix.join(setUpDirectory(target.setup), 'exit');
  const script = [
    `mkdir -p ${at} && cd ${at} && pwd -P || exit 1`,
    ...(done === '' ? [] : [`cat ${quoted(done)} 2>/dev/null`]),
    `for d in .ml-workflow/units/*/; do
  [ -n "$(find "$d" -maxdepth 0 -mtime +${longestLeft} 2>/dev/null)" ] || continue
  [ -n "$(find "$d" -name heartbeat -mmin -60 2>/dev/null)" ] || rm -rf "$d"
done`,
    'exit 0',
  ].join('\n');
  const answer = await ask(host, script, { signal });
  const [workspace, end] = linesOf(answer);
  if (answer.code === 0 && workspace?.startsWith('/'))
    return { workspace, isSetUp: target.setup === undefined || end === 'exit 0' };
  const message = `${host.name}: the workspace ${target.workspace} cannot be used: ${answer.reason}`;
  throw new PlaceError('usage', message);
}

/** Where no commit says that it belongs to the project. */
const secretFiles = ['.env', '.env.*'];

async function sendTree(
  host: Host,
  { root, isWorking }: Tree,
  { sync, workspace, cache, signal }: { sync: Sync; workspace: string; cache: string; signal: AbortSignal },
): Promise<void> {
  const { include } = sync;
  const isNamed = include.some((path) => posix.basename(path).startsWith('.env'));
  const exclude = [...sync.exclude.map(anchored), ...(isWorking && !isNamed ? secretFiles : [])];
  const tree = { include, exclude, gitIgnored: !isWorking, signal };
  await steadily(signal, () => upload(host, { root, tree, to: workspace, name: 'tree', cache, signal }));
}

async function demand(host: Host, { require }: Sync, workspace: string, signal: AbortSignal): Promise<void> {
  if (require.length === 0) return;
  const missing = await missingOn(
    host,
    workspace,
    require.map(({ path }) => path),
    signal,
  );
  if (missing.length > 0) {
    const names = missing.map((path) => `\`${path}\``).join(', ');
    const [is, it] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
    throw new PlaceError(
      'usage',
      `${host.name}: \`require:\` names ${names}, which ${is} not in ${workspace}; bring ${it} there, or list ${it} under \`sync: { up }\``,
    );
  }
  // Large data is read only where somebody has said what it must hold.
  const wanted = require.flatMap(({ path, sha256 }) => (sha256 === undefined ? [] : [{ path, sha256 }]));
  const paths = wanted.map(({ path }) => path);
  const found = await steadily(signal, () => hashesOn(host, workspace, paths, signal));
  for (const { path, sha256 } of wanted)
    if (found[path] !== sha256.toLowerCase())
      throw new PlaceError(
        'usage',
        `${host.name}: \`${path}\` is not the file that \`require:\` names: its sha256 is ${found[path] ?? 'unknown'}`,
      );
}
