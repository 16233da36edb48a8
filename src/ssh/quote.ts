/** Text as one word of a POSIX shell. */

export function quoted(text: string): string {
  if (text.includes('\0')) throw new Error('a shell word cannot hold a NUL byte');
  return /^[A-Za-z0-9_@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A path on a host as one word: absolute, or below the home folder there, `~/project`. */
export function quotedPath(path: string): string {
  if (path === '~') return '"$HOME"';
  if (path.startsWith('~/')) return `"$HOME"/${quoted(path.slice(2))}`;
  if (!path.startsWith('/'))
    throw new Error(`internal: a path on a host is relative: ${path}; please report this`);
  return quoted(path);
}
