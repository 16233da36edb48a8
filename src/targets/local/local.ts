/** Runs a command as a child process on this machine. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { plainText } from '../../engine/plain-text.ts';
import { logName, type Target, type UnitOutcome, type UnitRequest, type UnitWatch } from '../../ports.ts';
import { brokenAsserts } from '../unit/asserts.ts';
import { blotFile } from '../unit/blotted-file.ts';
import { Captured, stdoutName } from '../unit/captured.ts';
import { childEnvironment, secretsIn } from '../unit/environment.ts';
import { describeEnd } from '../unit/failure.ts';
import { hashesOf } from '../unit/inputs.ts';
import { stampsBefore } from '../unit/metrics.ts';
import { progressIn } from '../unit/progress.ts';
import { givenInput } from '../unit/unit-input.ts';
import { UnitLog } from '../unit/unit-log.ts';
import { resultOf } from '../unit/unit-result.ts';
import { runChild } from './child.ts';
import { killMarked, sweepMarked } from './group.ts';
import { keepOutputs, placeFor } from './place.ts';
import { preflight } from './preflight.ts';

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
    preflight: (command, workspace, signal) => {
      const { environment, graceMilliseconds = 5_000 } = options;
      return preflight(command, { workspace, environment, graceMilliseconds, signal });
    },
    run: (request, watch) => runLocally(request, watch, options),
    hashes: hashesOf,
    endLeftovers: (directories) => killMarked(mark, directories),
    end: sweepMarked,
  };
}

async function runLocally(
  request: UnitRequest,
  watch: UnitWatch,
  { environment, graceMilliseconds = 5_000 }: LocalOptions,
): Promise<UnitOutcome> {
  const { command, directory, input } = request;
  if (command.is !== 'run')
    throw new Error('internal: a built-in reached the local target; please report this');
  const started = performance.now();
  const outputFile = join(directory, outputName);
  const secrets = secretsIn(command.env, environment);
  const log = new UnitLog(join(directory, logName), secrets);
  const flags = command.shell === 'bash' ? ['-eo', 'pipefail', '-c'] : ['-e', '-c'];
  const keepsOutput = request.keepsOutput || command.result !== undefined;
  const captured = keepsOutput ? new Captured(join(directory, stdoutName), secrets) : undefined;
  const failed = (failure: Omit<UnitOutcome & { is: 'failed' }, 'is' | 'seconds' | 'tail'>): UnitOutcome => ({
    is: 'failed',
    seconds: (performance.now() - started) / 1000,
    ...failure,
    message: log.clean(plainText(failure.message)),
    tail: [...log.tail],
  });
  try {
    const given = givenInput(request);
    if (!given.ok) return failed({ class: 'no-metrics', message: given.message });
    const place = await placeFor(request, command, environment, watch.signal);
    if (place.is === 'cancelled') return failed(await describeEnd(place, command, log));
    if (place.is === 'failed') return failed(place.failure);
    const { home } = place;
    const before = stampsBefore(home, command);
    const begun = performance.now();
    const end = await runChild({
      file: command.shell,
      arguments: [...flags, command.script, command.name, ...input.arguments],
      cwd: home,
      environment: childEnvironment(request, command.env, environment, outputFile, given.input?.variables),
      mark,
      input: given.input?.file,
      capture: captured && ((chunk) => captured.add(chunk)),
      secrets,
      timeout: command.timeout,
      graceMilliseconds,
      signal: watch.signal,
      hurry: watch.hurry,
      take: (line) => {
        const clean = log.line(line);
        watch.output(clean);
        const progress = progressIn(clean, command.progress);
        if (progress) watch.progress(progress);
      },
    });
    const duration = (performance.now() - begun) / 1000;
    captured?.end();
    const exit = end.is === 'exit' ? { exit: end.code } : {};
    if (end.is !== 'exit' || end.code !== 0)
      return failed({ ...exit, ...(await describeEnd(end, command, log)) });
    const read = resultOf(request, command, { home, before, outputFile, captured, log });
    if (!read.ok) return failed({ ...exit, class: read.class, message: read.message });
    const { inputs } = place;
    const seconds = (performance.now() - started) / 1000;
    const result = { ...read.result, ...(inputs === undefined ? {} : { inputs }), seconds };
    const broken = brokenAsserts(command, result, duration);
    if (broken !== undefined) return failed({ ...exit, class: 'assert', message: broken });
    const kept = await keepOutputs(request, command, home, watch.signal);
    if (kept.is === 'cancelled') return failed(await describeEnd(kept, command, log));
    return kept.is === 'failed' ? failed({ ...exit, ...kept.failure }) : { is: 'succeeded', result };
  } finally {
    captured?.close();
    log.close();
    if (secrets.length > 0) blotFile(outputFile, (text) => log.clean(text));
  }
}
