/**
 * A run on pods as a process of its own, from the sources: starts it, or goes on with it. It ends itself with SIGKILL
 * where the environment says, which only this file knows of; the program has nothing of the kind.
 *
 * | variable | it dies |
 * | --- | --- |
 * | `STOP_AT=7` | when the journal has 7 records, `STOP_LATE` milliseconds later |
 * | `STOP_IN=file:2` | when the second file of a pod is on disk, and its intent is not on record |
 * | `STOP_IN=made:2` | when RunPod has answered the second creation, and nobody has read the answer |
 * | `STOP_IN=read:2` | when the second answer has been read, and is not on record |
 * | `STOP_IN=known:2` | when the second pod's id is in its file |
 * | `STOP_IN=deleted:2` | when RunPod has answered the second deletion, and nobody has read the answer |
 * | `STOP_IN=removed:2` | when the second file of a pod is gone |
 */
import fs, { existsSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import type { Plan } from '../../src/plan/plan.ts';
import { cancelOnSignals } from '../../src/signals.ts';
import { resumeRun, startRun } from '../../src/wiring.ts';
import { pacedClock } from './paced-clock.ts';

const workspace = process.argv[2] ?? '.';
const run = 'crash';
const { STOP_AT, STOP_LATE, STOP_IN = '', PACE = '1', ...environment } = process.env;

const die = () => process.kill(process.pid, 'SIGKILL');
const [stop, which] = STOP_IN.split(':');
const seen = new Map<string, number>();
function reached(boundary: string): void {
  const count = (seen.get(boundary) ?? 0) + 1;
  seen.set(boundary, count);
  if (stop === boundary && Number(which) === count) die();
}

const { renameSync, rmSync } = fs;
const isPodFile = (path: fs.PathLike) => /\/pods\/[^/]+\.json$/.test(String(path));
fs.renameSync = (from, to) => {
  const isKnown = existsSync(to);
  renameSync(from, to);
  if (isPodFile(to)) reached(isKnown ? 'known' : 'file');
};
fs.rmSync = (path, options) => {
  rmSync(path, options);
  if (isPodFile(path)) reached('removed');
};
syncBuiltinESMExports();

const { fetch } = globalThis;
globalThis.fetch = async (input, init) => {
  const response = await fetch(input, init);
  if (init?.method === 'POST' && String(input).endsWith('/pods')) {
    reached('made');
    const { status, headers } = response;
    const text = await response.text();
    reached('read');
    return new Response(text, { status, headers });
  }
  if (init?.method === 'DELETE') reached('deleted');
  return response;
};

const request = {
  workspace,
  environment,
  signals: cancelOnSignals(),
  podClock: pacedClock(Number(PACE)),
  reporters: () => [
    {
      event({ seq }: { readonly seq: number }) {
        if (seq !== Number(STOP_AT)) return;
        if (STOP_LATE === undefined) die();
        else setTimeout(die, Number(STOP_LATE));
      },
      notice: (text: string) => process.stderr.write(`${text}\n`),
      output: (_: unknown, line: string) => process.stderr.write(`${line}\n`),
    },
  ],
};

const isThere = existsSync(join(workspace, '.ml-workflow', 'runs', run, 'journal.jsonl'));
const finished = isThere
  ? await resumeRun({ ...request, run, notice: () => {} })
  : await startRun({
      ...request,
      run,
      plan: JSON.parse(readFileSync(join(workspace, 'plan.json'), 'utf8')) as Plan,
      targets: new Map([['local', {}]]),
    });
process.stdout.write(`${JSON.stringify(finished?.conclusion)}\n`);
