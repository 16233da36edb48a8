/** `examples/all-workflows` in temporary folders, and runs of it whose journals are held against golden ones. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import type { Decision, RunEvent } from '../src/engine/event.ts';
import { sourceOf } from '../src/language/source.ts';
import { prepare } from '../src/prepare.ts';
import type { Wanted } from '../src/project/load.ts';
import { startRun } from '../src/wiring.ts';
import { temporaryFolder } from './targets/rig.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const generated =
  /^(data|state|runs|deploy|deploy\.(new|old)-.*|experiment_results\.jsonl|\.ml-workflow|\.git)$/;

/** Nobody cancels. */
const never = new AbortController().signal;

let prepared: string | undefined;

/** The example as a fresh clone has it, with the scene set as its README says. Made once for a test file. */
export function scene(): string {
  if (prepared !== undefined) return prepared;
  const folder = temporaryFolder();
  for (const example of ['simple-lstm', 'all-workflows'])
    for (const name of readdirSync(join(root, 'examples', example)))
      if (!generated.test(name))
        cpSync(join(root, 'examples', example, name), join(folder, example, name), { recursive: true });
  prepared = join(folder, 'all-workflows');
  node(prepared, 'start.js');
  return prepared;
}

/** A copy of the scene for one run. */
export function project(): string {
  const folder = temporaryFolder();
  cpSync(dirname(scene()), folder, { recursive: true });
  return join(folder, 'all-workflows');
}

/** One of the example's scripts, by hand. */
export function node(folder: string, ...words: string[]): void {
  execFileSync(process.execPath, words, { cwd: folder, env: { PATH: process.env.PATH ?? '' } });
}

export function edit(folder: string, path: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, path), after);
}

/** What an environment serves, by the metrics of its model. */
export function served(folder: string, environment: string): unknown {
  const path = join(folder, 'state', 'environments', environment, 'metrics.json');
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

export interface Ran {
  readonly decision: Decision;
  readonly events: readonly RunEvent[];
}

export interface RunOptions {
  /** Values for the workflow's parameters. */
  readonly given?: Readonly<Record<string, string>> | undefined;
  /** What a person says who is asked for an approval; nobody is there when absent. */
  readonly approves?: boolean | undefined;
}

export async function run(
  folder: string,
  wanted: Wanted,
  { given = {}, approves }: RunOptions = {},
): Promise<Ran> {
  const { plan, targets, diagnostics } = prepare({
    wanted,
    folder,
    shownFrom: folder,
    given: Object.entries(given).map(([name, value]) => ({
      name,
      value,
      source: sourceOf('<arguments>', `--${name} ${value}`),
    })),
  });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!plan) throw new Error('there are no errors, and no plan');
  const finished = await startRun({
    plan,
    workspace: folder,
    targets,
    environment: { PATH: process.env.PATH },
    signals: { first: never, second: never },
    reporters: () => [],
    ...(approves === undefined ? {} : { ask: async () => approves }),
  });
  const events = readFileSync(join(finished.folder.path, 'journal.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as RunEvent);
  return { decision: finished.conclusion.decision, events };
}

/** `UPDATE_GOLDEN=1` writes it anew. */
export function expectGolden(name: string, text: string): void {
  const path = join(root, 'test', 'golden', 'journals', `${name}.txt`);
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  expect(text).toBe(readFileSync(path, 'utf8'));
}
