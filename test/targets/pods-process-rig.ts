/** A driver of runs on pods as a process of its own, which can be killed: see `pods-crash-driver.ts`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { RigRunpod } from '../rig/runpod.ts';
import { temporaryFolder } from './rig.ts';

export const owner = 'local:crash';

let program: Promise<string> | undefined;
/** Made once for this file. */
function driverProgram(): Promise<string> {
  program ??= (async () => {
    const input = fileURLToPath(new URL('pods-crash-driver.ts', import.meta.url));
    // Its native addons, which nothing here needs, cannot be bundled.
    const ssh2 = fileURLToPath(new URL('../../node_modules/ssh2/lib/index.js', import.meta.url));
    const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent', external: ['ssh2'] });
    const file = join(temporaryFolder(), 'driver.mjs');
    await bundle.write({ file, format: 'esm', codeSplitting: false, paths: { ssh2 } });
    await bundle.close();
    return file;
  })();
  return program;
}

export function environmentOn(runpod: RigRunpod) {
  return {
    PATH: process.env.PATH,
    RUNPOD_API_KEY: runpod.key,
    RUNPOD_API_URL: runpod.url,
    ML_WORKFLOW_OWNER: owner,
  };
}

export interface Ended {
  readonly exit: number | NodeJS.Signals | null;
  readonly out: string;
  readonly said: string;
}

/** `pace`: how much faster than in fact its time passes while it waits for pods. */
export async function drivePods(
  folder: string,
  runpod: RigRunpod,
  stop: Stop = {},
  pace = 20,
): Promise<Ended> {
  const child: ChildProcess = spawn(process.execPath, [await driverProgram(), folder], {
    env: { ...environmentOn(runpod), PACE: String(pace), ...stop },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let said = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    said += chunk;
  });
  return await new Promise((resolve) =>
    child.once('close', (code, signal) => resolve({ exit: signal ?? code, out, said })),
  );
}

/** What the environment of the driver says. */
export type Stop = { readonly [Name in 'STOP_AT' | 'STOP_LATE' | 'STOP_IN']?: string };
