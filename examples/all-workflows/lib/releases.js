/**
 * Releases and environments. A release is a copy of a model, named by its hash, that never changes. An environment is
 * a folder with the release it serves. `state/deployments.jsonl` records every change, so that one can be taken back.
 */

import { appendFile, cp, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CommandError } from '../../simple-lstm/command.js';
import { sha256 } from '../../simple-lstm/data.js';
import { PARTS, replaceDirectory } from '../../simple-lstm/deployment.js';
import { readIfPresent, writeJson } from '../../simple-lstm/files.js';
import { DEPLOYMENTS, environmentDirectory, RELEASES, runId } from './paths.js';

/** @typedef {{ environment: string, action: 'deploy' | 'rollback' | 'clear', release: string | null,
 *   before: string | null, run: string, at: string }} Change */

/** Puts a model into an environment. @returns {Promise<string>} The release's name. */
export async function deploy(model, environment) {
  const release = await hashOf(model);
  const folder = join(RELEASES, release);
  if ((await readIfPresent(join(folder, 'model.json'))) === undefined) {
    await mkdir(folder, { recursive: true });
    for (const part of PARTS) await cp(join(model, part), join(folder, part));
  }
  await serve(environment, release, 'deploy');
  return release;
}

/**
 * Takes back the newest change of an environment: what was there before it is there again.
 *
 * @returns {Promise<string | null>} The release that is served now.
 */
export async function rollBack(environment) {
  const change = (await changesOf(environment)).at(-1);
  if (change === undefined) throw new CommandError(`Nothing was ever deployed to ${environment}.`);
  if (change.before === null) await clear(environment);
  else await serve(environment, change.before, 'rollback');
  return change.before;
}

/** Nothing is served there any more. */
export async function clear(environment) {
  const before = await currentRelease(environment);
  await rm(environmentDirectory(environment), { recursive: true, force: true });
  await record({ environment, action: 'clear', release: null, before });
}

/** @returns {Promise<string | null>} */
export async function currentRelease(environment) {
  return (await changesOf(environment)).at(-1)?.release ?? null;
}

/** @returns {Promise<Change[]>} In the order they were made. */
export async function changes() {
  const text = (await readIfPresent(DEPLOYMENTS)) ?? '';
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

async function changesOf(environment) {
  return (await changes()).filter((change) => change.environment === environment);
}

async function serve(environment, release, action) {
  const folder = join(RELEASES, release);
  if ((await hashOf(folder)) !== release)
    throw new CommandError(`Refused: ${folder} was changed after its release.`);
  const before = await currentRelease(environment);
  const target = environmentDirectory(environment);
  const staged = `${target}.new-${process.pid}`;
  try {
    await cp(folder, staged, { recursive: true });
    await writeJson(join(staged, 'deployment.json'), { environment, release, before, run: runId() });
    await replaceDirectory(target, staged);
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
  await record({ environment, action, release, before });
}

async function record(change) {
  await mkdir(dirname(DEPLOYMENTS), { recursive: true });
  const line = JSON.stringify({ ...change, run: runId(), at: new Date().toISOString() });
  await appendFile(DEPLOYMENTS, `${line}\n`);
}

async function hashOf(folder) {
  const path = join(folder, 'model.json');
  const model = await readFile(path).catch((error) => {
    if (error.code !== 'ENOENT') throw error;
    throw new CommandError(`There is no ${path}. Train a model first, or run: node start.js`);
  });
  return sha256(model).slice(0, 12);
}
