/** A project in a temporary folder, and the built command line as a person runs it there. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunEvent } from '../../src/engine/event.ts';
import { temporaryFolder } from '../targets/rig.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const never = new AbortController().signal;
/** Nobody cancels. */
export const noSignals = { first: never, second: never };

/** A copy, so that a build beside the tests does not pull the files away. */
let copied: string | undefined;
function program(): string {
  if (copied === undefined) {
    copied = temporaryFolder();
    cpSync(join(root, 'dist'), join(copied, 'dist'), { recursive: true });
    cpSync(join(root, 'package.json'), join(copied, 'package.json'));
  }
  return join(copied, 'dist', 'cli.js');
}

/** By path. */
export function projectWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface Started {
  readonly child: ChildProcess;
  /** The process has ended; what it started may still hold its output open. */
  readonly exited: Promise<Ended>;
  /** All its output is there. */
  readonly closed: Promise<Ended>;
}

export interface CliOptions {
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export function start(words: readonly string[], options: CliOptions = {}): Started {
  const child = spawn(process.execPath, [program(), ...words], {
    cwd: options.cwd ?? root,
    env: { PATH: process.env.PATH, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  const result = (code: number | null, signal: NodeJS.Signals | null): Ended => ({ code, signal, out, err });
  const on = (event: 'exit' | 'close') =>
    new Promise<Ended>((resolve, reject) => {
      child.once('error', reject);
      child.once(event, (code, signal) => resolve(result(code, signal)));
    });
  return { child, exited: on('exit'), closed: on('close') };
}

export async function cli(words: readonly string[], options: CliOptions = {}): Promise<Ended> {
  return await start(words, options).closed;
}

/** The folder of the only run of a project. */
export function runFolder(project: string): string {
  const runs = join(project, '.ml-workflow', 'runs');
  const [only, ...others] = existsSync(runs) ? readdirSync(runs) : [];
  if (only === undefined || others.length > 0)
    throw new Error(`expected one run, found ${others.length + 1}`);
  return join(runs, only);
}

export function journalIn(project: string): RunEvent[] {
  const text = readFileSync(join(runFolder(project), 'journal.jsonl'), 'utf8');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as RunEvent);
}

export function linesOf(path: string): string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : [];
}
