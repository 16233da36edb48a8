/** What paths on a host hold, as hashes. */
import type { Host } from './host.ts';
import { pathProblem } from './inside.ts';
import { quoted, quotedPath } from './quote.ts';

const script = `
LC_ALL=C; export LC_ALL
cd -- "$1" 2>/dev/null || exit 0
xargs -0 -r sh -c 'for path do
  if [ -f "$path" ]; then hash=$(sha256sum <"$path")
  elif [ -d "$path" ]; then hash=$(cd -- "$path" && {
    find . -type d | sort
    find . -type f -print0 | sort -z | xargs -0 -r sha256sum
    find . -type l | sort | while IFS= read -r link; do printf "%s -> %s\\n" "$link" "$(readlink -- "$link")"; done
  } | sha256sum)
  else hash=none; fi
  printf "%s\\n" "\${hash%% *}"
done' sh`;

/**
 * SHA-256 by path, of files and folders below `folder`; of what is not there, none. That of a file is of what it holds.
 * That of a folder is of a listing of its folders, files with their hashes, and links with their targets: it is equal
 * for equal folders on one host, and no more.
 */
export async function hashesOn(
  host: Host,
  folder: string,
  paths: readonly string[],
  signal?: AbortSignal,
): Promise<Record<string, string>> {
  if (paths.length === 0) return {};
  for (const path of paths) {
    const problem = path === '.' ? undefined : pathProblem(path);
    if (problem !== undefined) throw new Error(`\`${path}\` cannot be looked at on ${host.name}: ${problem}`);
  }
  const input = paths.map((path) => `./${path}\0`).join('');
  const { code, stdout, stderr } = await host.exec(`exec sh -c ${quoted(script)} sh ${quotedPath(folder)}`, {
    input,
    signal,
  });
  const lines = stdout
    .toString('latin1')
    .split('\n')
    .filter((line) => /^([0-9a-f]{64}|none)$/.test(line));
  if (code !== 0 || (lines.length > 0 && lines.length !== paths.length))
    throw new Error(`${folder} on ${host.name} cannot be read: ${stderr.trim() || `exit code ${code}`}`);
  const hashes: Record<string, string> = {};
  for (const [at, path] of paths.entries()) {
    const hash = lines[at];
    if (hash !== undefined && hash !== 'none') hashes[path] = hash;
  }
  return hashes;
}
