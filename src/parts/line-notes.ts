/** What went wrong, on the lines of the commit where it stands, as a check run shows it beside a pull request's changes. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunState } from '../engine/state.ts';
import type { CheckAnnotation } from '../github/check-runs.ts';
import { notesOf } from '../reports/annotations.ts';
import type { Report } from '../reports/report.ts';

/** A traceback names one of few files; a repository with more is searched no further. */
const mostFiles = 20_000;
const notCode = new Set(['.git', '.ml-workflow', 'node_modules', '.venv', 'venv']);

/** `root`: absolute, of the repository with the code under test. `project`: relative to it, with `/`. */
export function lineNotes(
  root: string,
  project: string,
): (state: RunState, report: Report) => readonly CheckAnnotation[] {
  return (state, report) => {
    const isWell = report.failures.length === 0 && report.gates.every(({ outcome }) => outcome === 'met');
    if (isWell) return [];
    return notesOf(state, report, { files: pythonFiles(root), project }).map(
      ({ path, line, column, end_column: end, level, message, title }) => ({
        ...{ path, start_line: line, end_line: line, annotation_level: level, message, title },
        ...(column === undefined ? {} : { start_column: column }),
        ...(column === undefined || end === undefined ? {} : { end_column: end }),
      }),
    );
  };
}

function pythonFiles(root: string): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [''];
  for (let folder = open.pop(); folder !== undefined && found.size < mostFiles; folder = open.pop()) {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !notCode.has(entry.name)) open.push(path);
      else if (entry.isFile() && entry.name.endsWith('.py')) found.add(path);
    }
  }
  return found;
}
