/** Where a Python program failed, by the last lines of its log. */
import { plainText } from '../engine/plain-text.ts';

export interface Traceback {
  /** Outermost first. */
  readonly frames: readonly { readonly file: string; readonly line: number }[];
  /** Its last line: `ValueError: the loss is not finite`. */
  readonly message: string;
}

const frame = /^\s*File "([^"]{1,1000})", line (\d{1,7})(?:, in .*)?$/;
const begin = /^Traceback \(most recent call last\):$/;
/** What the launchers of several processes write in front of each line. */
const rank = /^\[(?:rank|default)\d+\]:? ?/;
/** An exception has a name; a line of the log between two tracebacks is none. */
const exception = /^[A-Za-z_][\w.]*(?::\s.*)?$/;

/** Oldest first. One whose beginning the tail has lost is one too, as long as a frame of it is there. */
export function tracebacksIn(lines: readonly string[]): Traceback[] {
  const found: Traceback[] = [];
  let frames: { file: string; line: number }[] = [];
  for (const raw of lines) {
    const line = plainText(raw).replace(rank, '').trimEnd();
    if (begin.test(line.trim())) {
      frames = [];
      continue;
    }
    const [, file, number] = frame.exec(line) ?? [];
    if (file !== undefined) {
      frames.push({ file, line: Number(number) });
      continue;
    }
    // The line of code below a frame, and the marks below that.
    if (line.trim() === '' || /^\s/.test(line)) continue;
    if (frames.length > 0 && exception.test(line)) found.push({ frames, message: line });
    frames = [];
  }
  return found;
}

export interface Place {
  /** Relative to the repository's root. */
  readonly path: string;
  readonly line: number;
}

/** Code of others, which nobody of this repository can mend. */
const foreign = /(?:^|\/)(?:site-packages|dist-packages|lib\/python\d[\d.]*|\.venv|node_modules)\//;

/**
 * The innermost frame in a file of the repository. The program ran elsewhere: a path stands for the file with which it has
 * the longest end in common. `files`: relative to the repository's root; `project`: the folder whose tree was there.
 */
export function innermostPlace(
  { frames }: Traceback,
  files: ReadonlySet<string>,
  project = '',
): Place | undefined {
  for (const { file, line } of [...frames].reverse()) {
    const path = fileOf(file, files, project);
    if (path !== undefined && line > 0) return { path, line };
  }
  return undefined;
}

function fileOf(file: string, files: ReadonlySet<string>, project: string): string | undefined {
  const path = file.replaceAll('\\', '/');
  if (path.startsWith('<') || foreign.test(path)) return undefined;
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.includes('..')) return undefined;
  for (let from = 0; from < parts.length; from += 1) {
    const end = parts.slice(from).join('/');
    const own = project === '' ? end : `${project}/${end}`;
    if (files.has(own)) return own;
    if (files.has(end)) return end;
  }
  return undefined;
}
