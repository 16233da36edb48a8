/** Reports for people: Markdown in the unit's own folder, and the newest of each name in `state/reports`. */

import { join } from 'node:path';
import { openRunDirectory, writeWhole } from '../../simple-lstm/files.js';
import { REPORTS } from './paths.js';

/** @returns {Promise<string>} Where the newest of this name lies. */
export async function writeReport(name, markdown) {
  const path = join(REPORTS, `${name}.md`);
  await writeWhole(join(await openRunDirectory(), `${name}.md`), markdown);
  await writeWhole(path, markdown);
  return path;
}

/** @param {string[]} header @param {(string | number)[][]} rows */
export function table(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
