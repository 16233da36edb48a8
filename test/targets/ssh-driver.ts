/** A run as a process of its own, from the sources, that is killed: starts it in the folder given, or goes on with it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan } from '../../src/plan/plan.ts';
import { cancelOnSignals } from '../../src/signals.ts';
import { resumeRun, startRun } from '../../src/wiring.ts';

const [folder = '.'] = process.argv.slice(2);
const common = {
  ...{ workspace: folder, environment: process.env, signals: cancelOnSignals() },
  reporters: () => [{ output: (_: unknown, line: string) => process.stdout.write(`${line}\n`) }],
};
const isThere = existsSync(join(folder, '.ml-workflow', 'runs'));
const finished = isThere
  ? await resumeRun({ ...common, notice: () => undefined })
  : await startRun({
      ...common,
      plan: JSON.parse(readFileSync(join(folder, 'plan.json'), 'utf8')) as Plan,
      targets: new Map([['local', {}]]),
    });
process.stdout.write(`concluded ${finished?.conclusion.decision}\n`);
