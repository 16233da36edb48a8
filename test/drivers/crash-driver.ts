/**
 * The driver as a process of its own, from the sources: starts the run of a plan, or goes on with it. It ends itself
 * where the environment says, which only this file knows of; the program has nothing of the kind.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exitCodeOf } from '../../src/exit-codes.ts';
import type { Plan } from '../../src/plan/plan.ts';
import type { Reporter } from '../../src/ports.ts';
import { cancelOnSignals } from '../../src/signals.ts';
import { resumeRun, startRun } from '../../src/wiring.ts';

const workspace = process.argv[2] ?? '.';
const run = 'crash';
/** Dies when the journal has so many records; with `STOP_LATE` a moment later, when what they announce has begun. */
const stopAt = Number(process.env.STOP_AT ?? Number.POSITIVE_INFINITY);
const late = Number(process.env.STOP_LATE ?? 0);
const signal = process.env.STOP_WITH ?? 'SIGKILL';

const killer: Reporter = {
  event({ seq }) {
    if (seq !== stopAt) return;
    const die = () => process.kill(process.pid, signal);
    if (late > 0) setTimeout(die, late);
    else die();
  },
};

const request = {
  workspace,
  environment: { PATH: process.env.PATH },
  signals: cancelOnSignals(),
  reporters: () => [killer],
};
const approvals = [{ label: 'go', approved: true, by: 'somebody' }];

const resume = () => resumeRun({ ...request, run, approvals, notice: () => {} });
const begin = () => {
  const plan = JSON.parse(readFileSync(join(workspace, 'plan.json'), 'utf8')) as Plan;
  const targets = new Set(
    Object.values(plan.commands).flatMap((one) => (one.is === 'builtin' ? [] : [one.target])),
  );
  return startRun({
    ...request,
    run,
    plan,
    targets: new Map([...targets].map((name) => [name, { slots: 8 }])),
  });
};

const isThere = existsSync(join(workspace, '.ml-workflow', 'runs', run, 'journal.jsonl'));
let finished = isThere ? await resume() : await begin();
// A run that waits is concluded; somebody else, later, says yes.
if (finished?.conclusion.decision === 'waiting') finished = await resume();
process.stdout.write(`${JSON.stringify(finished?.conclusion)}\n`);
if (finished) process.exitCode = exitCodeOf(finished.conclusion.decision);
