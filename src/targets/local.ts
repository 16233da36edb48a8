/** Runs a command as a child process on this machine. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { plainText } from '../engine/plain-text.ts';
import type { Value } from '../plan/plan.ts';
import { logName, type Target, type UnitOutcome, type UnitRequest, type UnitWatch } from '../ports.ts';
import { runChild } from './child.ts';
import { childEnvironment, secretsIn } from './environment.ts';
import { describeEnd } from './failure.ts';
import { killMarked, sweepMarked } from './group.ts';
import { readResult, stampsBefore } from './metrics.ts';
import { progressIn } from './progress.ts';
import { UnitLog } from './unit-log.ts';

export const outputName = 'ml.output';
/** Each unit has a directory of its own, so this variable tells whose a process is. */
const mark = 'ML_RUN_DIR';

export interface LocalOptions {
  readonly slots?: number | undefined;
  /** Of this process; children see the part of it that they may. */
  readonly environment: NodeJS.ProcessEnv;
  /** Between asking a unit to end and ending it. */
  readonly graceMilliseconds?: number;
}

export function localTarget(given: LocalOptions): Target {
  // Copied once: each read of the real environment is a call into the system.
  const options = { ...given, environment: { ...given.environment } };
  return {
    slots: options.slots ?? Math.max(4, availableParallelism()),
    run: (request, watch) => runLocally(request, watch, options),
    endLeftovers: (directories) => killMarked(mark, directories),
    end: sweepMarked,
  };
}

async function runLocally(
  request: UnitRequest,
  watch: UnitWatch,
  { environment, graceMilliseconds = 5_000 }: LocalOptions,
): Promise<UnitOutcome> {
  const { command, directory, workspace, input } = request;
  if (command.is !== 'run')
    throw new Error('internal: a built-in reached the local target; please report this');
  const started = performance.now();
  const before = stampsBefore(request, command);
  const outputFile = join(directory, outputName);
  const secrets = secretsIn(command.env, environment);
  const log = new UnitLog(join(directory, logName), secrets);
  const flags = command.shell === 'bash' ? ['-eo', 'pipefail', '-c'] : ['-e', '-c'];
  try {
    const end = await runChild({
      file: command.shell,
      arguments: [...flags, command.script, command.name, ...input.arguments],
      cwd: workspace,
      environment: childEnvironment(request, command.env, environment, outputFile),
      mark,
      secrets,
      timeout: command.timeout,
      graceMilliseconds,
      signal: watch.signal,
      take: (line) => {
        const clean = log.line(line);
        watch.output(clean);
        const progress = progressIn(clean);
        if (progress) watch.progress(progress);
      },
    });
    const seconds = (performance.now() - started) / 1000;
    const read =
      end.is === 'exit' && end.code === 0 ? readResult(request, command, before, outputFile) : undefined;
    if (read?.ok) {
      const values = cleaned(read.result.values, log);
      return { is: 'succeeded', result: { ...read.result, values, seconds } };
    }
    const failed = read ?? (await describeEnd(end, command, log));
    return {
      is: 'failed',
      seconds,
      ...(end.is === 'exit' ? { exit: end.code } : {}),
      class: failed.class,
      message: log.clean(plainText(failed.message)),
      tail: [...log.tail],
    };
  } finally {
    log.close();
  }
}

/** Values go into the journal and to people: a secret among them is blotted out like one in the log. */
function cleaned(values: Readonly<Record<string, Value>>, log: UnitLog): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? log.clean(value) : value,
    ]),
  );
}
