/**
 * What this machine has to know of a pod to find it, reach it and end it: one file of the run's folder for each, for its
 * owner alone, on disk before the pod can exist.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({
  name: z.string(),
  owner: z.string(),
  target: z.string(),
  scope: z.string(),
  /** RunPod's; absent as long as nobody knows whether it was made. */
  id: z.string().optional(),
  /** Our private key for it. */
  privateKey: z.string(),
  /** The key that it must show. */
  hostKey: z.string(),
  /** Seconds since the epoch: it ends itself then. */
  expires: z.number(),
  /** The variable with the account's key. */
  key: z.string(),
});

export type PodFile = z.infer<typeof schema>;

const folderName = 'pods';

/** Returns when it is on disk. `runFolder`: absolute. */
export function writePodFile(runFolder: string, pod: PodFile): void {
  const folder = join(runFolder, folderName);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${pod.name}.json`);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(pod)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  const inside = openSync(folder, 'r');
  try {
    fsyncSync(inside);
  } finally {
    closeSync(inside);
  }
}

/** The names of the pods that the run has left files of. */
export function podFileNames(runFolder: string): string[] {
  let files: string[];
  try {
    files = readdirSync(join(runFolder, folderName));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  const names = files.flatMap((file) => /^(.+)\.json(?:\.new)?$/.exec(file)?.[1] ?? []);
  return [...new Set(names)].sort();
}

/** All that the run has left behind, readable or not: what cannot be read is thrown, because it may stand for a pod. */
export function readPodFiles(runFolder: string): PodFile[] {
  return podFileNames(runFolder).flatMap((name) => {
    const path = join(runFolder, folderName, `${name}.json`);
    // Only its beginning was written: nothing was asked for.
    if (!existsSync(path)) return [];
    try {
      return [schema.parse(JSON.parse(readFileSync(path, 'utf8')))];
    } catch {
      // Not its text: it holds a key.
      throw new Error(
        `${path}: this is no record of a pod; look for the pod with \`ml-workflow reap --dry-run\``,
      );
    }
  });
}

/** The pod is gone, and its key opens nothing any more. */
export function removePodFile(runFolder: string, name: string): void {
  const path = join(runFolder, folderName, `${name}.json`);
  for (const file of [path, `${path}.new`]) rmSync(file, { force: true });
}
