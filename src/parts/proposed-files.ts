/** What a run has left of the files that it may propose, out of its workspace: plain files inside of it, few and small. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NotProposed, type ProposedFile } from '../github/propose.ts';

export const mostFiles = 20;
const mostBytes = 5 * 1024 * 1024;
/** Where runs are kept, what git is, and what decides how GitHub treats the repository: no run proposes those. */
const reserved: ReadonlySet<string> = new Set(['.git', '.github', '.ml-workflow']);

export interface FilesLeft {
  readonly files: readonly ProposedFile[];
  /** Of those that were declared, the ones that are not there. */
  readonly missing: readonly string[];
}

/**
 * `workspace`: absolute, of the project. `project`: its folder in the repository, with `/`; empty for its root. `declared`: files and
 * folders of the project. Throws a `NotProposed` for what may not be proposed.
 */
export function filesLeft(workspace: string, project: string, declared: readonly string[]): FilesLeft {
  const paths = new Set<string>();
  const missing: string[] = [];
  for (const one of declared) {
    const path = plain(one);
    const found = filesIn(workspace, path);
    if (found.length === 0) missing.push(path);
    for (const file of found) paths.add(file);
    if (paths.size > mostFiles)
      throw new NotProposed(
        `\`${path}\` makes more than ${mostFiles} files, and no more are proposed: name those that matter`,
      );
  }
  const inRepository = (path: string) => (project === '' ? path : `${project}/${path}`);
  const files = [...paths].map((path) => ({ path: inRepository(path), bytes: read(workspace, path) }));
  return { files, missing };
}

function plain(declared: string): string {
  const parts = declared.split('/').filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..'))
    throw new NotProposed(`\`${declared}\` is no file of the project`);
  if (parts.some((part) => reserved.has(part.toLowerCase())))
    throw new NotProposed(`\`${declared}\` is nothing that a run may propose`);
  return parts.join('/');
}

/** Itself when it is a file, all of it when it is a folder; empty when it is not there. */
function filesIn(workspace: string, path: string): readonly string[] {
  const parts = path.split('/');
  for (const index of parts.keys()) {
    const at = parts.slice(0, index + 1).join('/');
    const found = lstatSync(join(workspace, at), { throwIfNoEntry: false });
    if (!found) return [];
    const isLast = index === parts.length - 1;
    if (isLast && found.isFile()) return [path];
    if (!found.isDirectory()) throw notPlain(at);
  }
  const found: string[] = [];
  const open = [path];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const entry of readdirSync(join(workspace, folder), { withFileTypes: true })) {
      const at = `${folder}/${entry.name}`;
      plain(at);
      if (entry.isDirectory()) open.push(at);
      else if (entry.isFile()) found.push(at);
      else throw notPlain(at);
    }
    // The rest would be refused all the same.
    if (found.length > mostFiles) break;
  }
  return found.sort();
}

function notPlain(path: string): NotProposed {
  return new NotProposed(`\`${path}\` is no plain file: links and the like are not proposed`);
}

function read(workspace: string, path: string): Buffer {
  const file = openSync(join(workspace, path), constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const { size } = fstatSync(file);
    if (size > mostBytes)
      throw new NotProposed(
        `\`${path}\` has ${Math.ceil(size / 1024 / 1024)} MB, and files of more than ${mostBytes / 1024 / 1024} MB are not proposed`,
      );
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}
