/** What an upload has put on a host, and what the next one has to do. */
import { createHash } from 'node:crypto';
import { posix } from 'node:path';

export interface ManifestEntry {
  readonly path: string;
  readonly kind: 'file' | 'link' | 'folder';
  readonly mode: number;
  readonly size: number;
  /** SHA-256 of what a file holds, or of a link's target; of a folder, empty. */
  readonly hash: string;
}

/** By path, all folders among them. */
export type Manifest = ReadonlyMap<string, ManifestEntry>;

/** What a host says it has. */
export type HostState =
  /** Nothing of ours. */
  | { readonly is: 'empty' }
  /** All that its manifest says is there, untouched. */
  | {
      readonly is: 'clean';
      readonly manifest: Manifest;
      /** Of the manifest's text there, which grows when changes are put behind it. */
      readonly length: number;
    }
  /** Something was touched, or an upload was interrupted: what was found at the paths that uploads have written. */
  | {
      readonly is: 'dirty';
      /** The first is that of an upload that has finished, if there is one; others were interrupted. */
      readonly manifests: readonly Manifest[];
      readonly finished: boolean;
      readonly found: Manifest;
    };

export interface Delta {
  /** Their content has to be sent. */
  readonly sent: readonly ManifestEntry[];
  /** These need another mode only. */
  readonly modes: readonly ManifestEntry[];
  /** Files and links that an upload has put there, and that are gone here. */
  readonly deleted: readonly string[];
  /** Folders the same, deepest first. To be removed where they are empty. */
  readonly deletedFolders: readonly string[];
  /** Folders that must be there, and be no links, before anything is written. Outermost first. */
  readonly folders: readonly string[];
  /** Folders that must not be links before anything is deleted. */
  readonly ways: readonly string[];
}

const kinds = { file: 'F', link: 'L', folder: 'D' } as const;
const kindOf = { F: 'file', L: 'link', D: 'folder' } as const;

/** One line, ended by NUL, for each entry; the same for the same tree. */
export function manifestText(manifest: Manifest): string {
  let text = '';
  for (const entry of manifest.values()) text += lineOf(entry);
  return text;
}

function lineOf({ kind, mode, size, hash, path }: ManifestEntry): string {
  return `${kinds[kind]} ${mode.toString(8)} ${size} ${hash} ${path}\0`;
}

/** What, behind the text of the one manifest, makes it the other. */
export function manifestChange(from: Manifest, to: Manifest): string {
  let text = '';
  for (const entry of to.values()) {
    const had = from.get(entry.path);
    const isSame =
      had !== undefined &&
      had.hash === entry.hash &&
      had.mode === entry.mode &&
      had.kind === entry.kind &&
      had.size === entry.size;
    if (!isSame) text += lineOf(entry);
  }
  for (const path of from.keys()) if (!to.has(path)) text += `X 0 0  ${path}\0`;
  return text;
}

/** Later entries hold. Those that cannot be read are left out: they are sent again. */
export function parseManifest(text: string): Manifest {
  const manifest = new Map<string, ManifestEntry>();
  for (const line of text.split('\0')) {
    const match = /^([FLDX]) ([0-7]+) ([0-9]+) ([0-9a-f]*) (.+)$/s.exec(line);
    if (match === null) continue;
    const [, kind = 'F', mode = '0', size = '0', hash = '', path = ''] = match;
    if (kind === 'X') {
      manifest.delete(path);
      continue;
    }
    manifest.set(path, {
      path,
      kind: kindOf[kind as 'F' | 'L' | 'D'],
      mode: Number.parseInt(mode, 8),
      size: Number(size),
      hash,
    });
  }
  return manifest;
}

export function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

/** Names that `stat` and `sha256sum` do not print as they are. */
export function isOdd(path: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is asked for
  return /[\\\u0000-\u001f\u007f]/.test(path);
}

/** As `stat -c '%f %s %n'` prints it on the host. */
export function listingLine(entry: ManifestEntry): string {
  const type = entry.kind === 'link' ? 0xa000 : 0x8000;
  const mode = entry.kind === 'link' ? 0o777 : entry.mode;
  return `${(type | mode).toString(16)} ${entry.size} ./${entry.path}\n`;
}

/** The lines of `stat -c '%f %s %n'` and those of `sha256sum` as one. Without a hash, a file is as good as missing. */
export function foundOn(listing: string, hashes: string): Manifest {
  const byPath = new Map<string, string>();
  for (const line of hashes.split('\n')) {
    const match = /^([0-9a-f]{64}) [ *]\.\/(.+)$/.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined) byPath.set(match[2], match[1]);
  }
  const found = new Map<string, ManifestEntry>();
  for (const line of listing.split('\n')) {
    const match = /^([0-9a-f]+) ([0-9]+) \.\/(.+)$/.exec(line);
    if (match === null) continue;
    const [, bits = '0', size = '0', path = ''] = match;
    const mode = Number.parseInt(bits, 16);
    const type = mode & 0xf000;
    if (type !== 0x8000 && type !== 0xa000 && type !== 0x4000) continue;
    found.set(path, {
      path,
      kind: type === 0x8000 ? 'file' : type === 0xa000 ? 'link' : 'folder',
      mode: mode & 0o7777,
      size: Number(size),
      hash: type === 0x8000 ? (byPath.get(path) ?? '') : '',
    });
  }
  return found;
}

export function deltaOf(wanted: Manifest, state: HostState): Delta {
  const there = state.is === 'clean' ? state.manifest : state.is === 'dirty' ? state.found : none;
  const sent: ManifestEntry[] = [];
  const modes: ManifestEntry[] = [];
  const folders = new Set<string>();
  for (const entry of wanted.values()) {
    const had = there.get(entry.path);
    if (entry.kind === 'folder') {
      if (had?.kind !== 'folder') addWay(folders, entry.path);
      continue;
    }
    // What was found at the end of a link is not in its place.
    const same = had?.kind === entry.kind && had.hash === entry.hash && inPlace(entry.path, there, wanted);
    if (!same) {
      sent.push(entry);
      addWay(folders, posix.dirname(entry.path));
    } else if (entry.kind === 'file' && had.mode !== entry.mode) modes.push(entry);
  }
  const { deleted, deletedFolders } = deletions(wanted, state);
  const ways = new Set<string>();
  for (const path of [...deleted, ...deletedFolders]) addWay(ways, posix.dirname(path));
  for (const entry of modes) addWay(ways, posix.dirname(entry.path));
  return {
    sent,
    modes,
    deleted,
    deletedFolders,
    folders: [...folders].sort(),
    ways: [...ways].sort(),
  };
}

const none: Manifest = new Map();

function addWay(into: Set<string>, folder: string): void {
  for (let at = folder; at !== '.' && !into.has(at); at = posix.dirname(at)) into.add(at);
}

/** Every folder above is a folder, as far as that is known. */
function inPlace(path: string, there: Manifest, known: Manifest): boolean {
  for (let at = posix.dirname(path); at !== '.'; at = posix.dirname(at)) {
    const folder = there.get(at);
    if (folder === undefined ? !(known.has(at) && isOdd(at)) : folder.kind !== 'folder') return false;
  }
  return true;
}

function deletions(wanted: Manifest, state: HostState): Pick<Delta, 'deleted' | 'deletedFolders'> {
  if (state.is === 'empty') return { deleted: [], deletedFolders: [] };
  const manifests = state.is === 'clean' ? [state.manifest] : state.manifests;
  const there = state.is === 'clean' ? state.manifest : state.found;
  const deleted = new Set<string>();
  const deletedFolders = new Set<string>();
  for (const [at, manifest] of manifests.entries()) {
    for (const entry of manifest.values()) {
      const now = wanted.get(entry.path);
      const kept = now !== undefined && (now.kind === 'folder') === (entry.kind === 'folder');
      if (kept || !inPlace(entry.path, there, manifest)) continue;
      const found = there.get(entry.path);
      const finished = state.is === 'clean' || (at === 0 && state.finished);
      // An interrupted upload may not have come to it: then it is the host's own.
      if (!finished && (found === undefined || found.kind !== entry.kind)) continue;
      if (!finished && entry.kind === 'file' && found?.hash !== entry.hash) continue;
      if (entry.kind === 'folder') {
        if (found === undefined ? isOdd(entry.path) : found.kind === 'folder') deletedFolders.add(entry.path);
      } else if (isOdd(entry.path) || (found !== undefined && found.kind !== 'folder'))
        deleted.add(entry.path);
    }
  }
  return { deleted: [...deleted].sort(), deletedFolders: [...deletedFolders].sort().reverse() };
}
