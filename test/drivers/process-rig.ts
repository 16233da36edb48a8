/** The driver as a process of its own, made from the sources and not from `dist/`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import type { Plan } from '../../src/plan/plan.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { projectWith } from './rig.ts';

let program: Promise<string> | undefined;

/** Where the bundle is; it is made once for a test file. */
export function driverProgram(): Promise<string> {
  program ??= (async () => {
    const input = fileURLToPath(new URL('crash-driver.ts', import.meta.url));
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

export const projectOf = (plan: Plan): string => projectWith({ 'plan.json': JSON.stringify(plan) });

export interface Driving {
  readonly child: ChildProcess;
  readonly ended: Promise<{ readonly exit: number | NodeJS.Signals | null; readonly said: string }>;
}

export async function drive(
  folder: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<Driving> {
  const child = spawn(process.execPath, [await driverProgram(), folder], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk) => {
      said += chunk;
    });
  // Not `close`: what a killed driver has started may hold its output open.
  const exit = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('exit', (code, signal) => setTimeout(() => resolve(signal ?? code), 10)),
  );
  return { child, ended: exit.then((value) => ({ exit: value, said })) };
}
