/** Writing results so that a reader never sees half a file, and reading them back. */

import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandError } from './command.js';

/** The directory for the results of this run; made if it does not exist. */
export async function openRunDirectory() {
  const directory = process.env.ML_RUN_DIR ?? join('runs', 'local');
  await mkdir(directory, { recursive: true });
  return directory;
}

/** A rename is atomic within one file system, so the temporary file lies next to its target. */
export async function writeWhole(path, content) {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.part`;
  try {
    await writeFile(temporary, content);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

export async function writeJson(path, value) {
  await writeWhole(path, `${JSON.stringify(value, null, 2)}\n`);
}

/** Hands `key=value` lines to the workflow, if one is listening. @param {Record<string, string | number>} values */
export async function writeOutput(values) {
  if (!process.env.ML_OUTPUT) return;
  const lines = Object.entries(values).map(([key, value]) => `${key}=${value}\n`);
  await appendFile(process.env.ML_OUTPUT, lines.join(''));
}

/** @returns {Promise<string | undefined>} The text, or undefined if there is no such file. */
export async function readIfPresent(path) {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** @param {string} hint  What to do when the file is missing. */
export async function readJson(path, hint) {
  const text = await readIfPresent(path);
  if (text === undefined) throw new CommandError(`There is no ${path}. ${hint}`);
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandError(`The file ${path} is not valid JSON.`);
  }
}
