/** `preflight:` of a command on this machine: a cheap check before any unit of a run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { plainText } from '../../engine/plain-text.ts';
import type { RunCommand } from '../../plan/plan.ts';
import { logName } from '../../ports.ts';
import { secretsIn, visibleVariables } from '../unit/environment.ts';
import { describeEnd } from '../unit/failure.ts';
import { UnitLog } from '../unit/unit-log.ts';
import { runChild } from './child.ts';

/** What takes longer is not cheap. */
const longest = 60;

export interface PreflightPlace {
  /** Absolute. */
  readonly workspace: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly graceMilliseconds: number;
  readonly signal: AbortSignal;
}

/** Why it failed; undefined when it did not, or was cancelled. */
export async function preflight(
  command: RunCommand,
  { workspace, environment, graceMilliseconds, signal }: PreflightPlace,
): Promise<string | undefined> {
  const { preflight: script, shell, name, env } = command;
  if (script === undefined) return undefined;
  const directory = mkdtempSync(join(tmpdir(), 'ml-preflight-'));
  const secrets = secretsIn(env, environment);
  const log = new UnitLog(join(directory, logName), secrets);
  try {
    const end = await runChild({
      file: shell,
      arguments: [...(shell === 'bash' ? ['-eo', 'pipefail', '-c'] : ['-e', '-c']), script, name],
      cwd: workspace,
      environment: { ...visibleVariables(env, environment), ML_RUN_DIR: directory },
      mark: 'ML_RUN_DIR',
      input: undefined,
      capture: undefined,
      secrets,
      timeout: longest,
      graceMilliseconds,
      signal,
      take: (line) => {
        log.line(line);
      },
    });
    if (end.is === 'cancelled' || (end.is === 'exit' && end.code === 0)) return undefined;
    const { message } = await describeEnd(end, { ...command, timeout: longest }, log);
    return log.clean(plainText(message));
  } finally {
    log.close();
    rmSync(directory, { recursive: true, force: true });
  }
}
