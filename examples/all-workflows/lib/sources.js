/** The files this example is made of. */

import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

const GENERATED = new Set([
  '.git',
  '.ml-workflow',
  'data',
  'state',
  'runs',
  'deploy',
  'node_modules',
  'experiment_results.jsonl',
]);
const ROOTS = ['.', join('..', 'simple-lstm')];

/** Paths of both folders' files, sorted, without what runs leave behind. @param {RegExp} pattern */
export async function sourceFiles(pattern) {
  const found = [];
  for (const root of ROOTS) await collect(root, pattern, found);
  return found.sort();
}

/** Scripts only: what is packed and reviewed. */
export function scripts() {
  return sourceFiles(/\.js$/);
}

async function collect(folder, pattern, found) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (GENERATED.has(entry.name)) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await collect(path, pattern, found);
    else if (pattern.test(entry.name)) found.push(relative('.', path));
  }
}
