/** One process of a step: what it prints, what it writes to the runner's files, and how it ended. */
import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Annotation, Commands } from './commands.ts';
import { environment, type FileCommand, type Machine, type StepValues } from './context.ts';
import { readPairs } from './env-file.ts';
import { StepLog } from './log.ts';
import type { Masks } from './masks.ts';
import { type Interruption, runChild, type Watch } from './process.ts';

const SUMMARY_LIMIT = 1024 * 1024;
/** Outputs of a job, counted in UTF-16. */
const OUTPUT_LIMIT = 1024 * 1024;

export type Conclusion = 'success' | 'failure' | 'cancelled';

export interface StageRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly conclusion: Conclusion;
  /** The log: both streams in order, without commands, masked. */
  readonly stdout: string;
  /** At most ten of each level, as GitHub shows. */
  readonly annotations: readonly Annotation[];
  readonly debug: readonly string[];
  /** Masked. Empty when it was over 1 MiB. */
  readonly summary: string;
  /** Written to GITHUB_STATE. */
  readonly state: Readonly<Record<string, string>>;
  /** Written to GITHUB_ENV. */
  readonly env: Readonly<Record<string, string>>;
  /** Written to GITHUB_PATH. */
  readonly path: readonly string[];
}

export interface Stage {
  readonly machine: Machine;
  readonly masks: Masks;
  readonly values: StepValues;
  readonly command: readonly string[];
  readonly cwd: string;
  /** What the runner warns of before the process starts. */
  readonly warnings: readonly string[];
  readonly watch: ((stdoutSoFar: string) => ReturnType<Watch>) | undefined;
  /** Divides the waits of a cancellation. */
  readonly speed: number;
}

export interface StageOutcome {
  readonly run: StageRun;
  readonly outputs: Record<string, string>;
  readonly interruption: Interruption | undefined;
}

export async function runStage(stage: Stage): Promise<StageOutcome> {
  const { machine, masks, values, watch } = stage;
  const log = new StepLog(masks, machine.workspace);
  for (const message of stage.warnings) log.annotate({ level: 'warning', message });
  const commands = new Commands(log);
  const files = await createFiles(join(machine.root, '_temp', '_runner_file_commands'));
  const { exitCode, signal, interruption } = await runChild({
    command: stage.command,
    cwd: stage.cwd,
    env: environment(machine, values, files),
    onLine: (line) => commands.accept(line),
    watch: watch === undefined ? undefined : () => watch(log.text),
    speed: stage.speed,
  });

  const outputs: Record<string, string> = {};
  const state: Record<string, string> = {};
  const env: Record<string, string> = {};
  let path: string[] = [];
  let summary = '';
  if (interruption !== 'runner-lost') {
    // Read back however the process ended: that is how post knows what a killed main had done.
    await log.process('env', async () => {
      for (const [name, value] of readPairs(await readFile(files.ENV, 'utf8'))) {
        if (name.toUpperCase() !== 'NODE_OPTIONS') env[name] = value;
        else
          log.annotate({
            level: 'error',
            message: `Can't store ${name} output parameter using '$GITHUB_ENV' command.`,
          });
      }
    });
    await log.process('output', async () => {
      for (const [name, value] of readPairs(await readFile(files.OUTPUT, 'utf8'))) outputs[name] = value;
    });
    await log.process('state', async () => {
      for (const [name, value] of readPairs(await readFile(files.STATE, 'utf8'))) state[name] = value;
    });
    await log.process('path', async () => {
      path = (await readFile(files.PATH, 'utf8')).split('\n').filter((line) => line !== '');
    });
    summary = await readSummary(files.STEP_SUMMARY, log, masks);
  }
  const failed = exitCode !== 0 || log.failed || interruption === 'timed-out';
  const conclusion = interruption === 'cancelled' ? 'cancelled' : failed ? 'failure' : 'success';
  const { text: stdout, annotations, debugLines: debug } = log;
  return {
    run: { exitCode, signal, conclusion, stdout, annotations, debug, summary, state, env, path },
    outputs,
    interruption,
  };
}

async function createFiles(directory: string): Promise<Record<FileCommand, string>> {
  await mkdir(directory, { recursive: true });
  const suffix = randomUUID();
  const file = (name: FileCommand): string => join(directory, `${name.toLowerCase()}_${suffix}`);
  const files = {
    OUTPUT: file('OUTPUT'),
    STATE: file('STATE'),
    ENV: file('ENV'),
    PATH: file('PATH'),
    STEP_SUMMARY: file('STEP_SUMMARY'),
  };
  await Promise.all(Object.values(files).map((path) => appendFile(path, '')));
  return files;
}

async function readSummary(file: string, log: StepLog, masks: Masks): Promise<string> {
  const content = await readFile(file).catch(() => Buffer.alloc(0));
  if (content.length <= SUMMARY_LIMIT) return masks.apply(content.toString('utf8'));
  const kilobytes = (bytes: number): string => `${Math.floor(bytes / 1024)}k`;
  log.annotate({
    level: 'error',
    message: `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${kilobytes(SUMMARY_LIMIT)}, got ${kilobytes(content.length)}.`,
  });
  return '';
}

/** What of the written outputs another job sees: no empty ones, none with a masked value, at most 1 MB in all. */
export function jobOutputs(
  written: Readonly<Record<string, string>>,
  masks: Masks,
): { kept: Record<string, string>; annotations: Annotation[]; failed: boolean } {
  const kept: Record<string, string> = {};
  const annotations: Annotation[] = [];
  let size = 0;
  for (const [name, value] of Object.entries(written)) {
    if (value === '') continue;
    if (masks.apply(value) !== value) {
      annotations.push({ level: 'warning', message: `Skip output '${name}' since it may contain secret.` });
      continue;
    }
    kept[name] = value;
    size += 2 * (name.length + value.length);
  }
  if (size <= OUTPUT_LIMIT) return { kept, annotations, failed: false };
  annotations.push({
    level: 'error',
    message: `The outputs of the job are ${size} bytes; the maximum is ${OUTPUT_LIMIT}.`,
  });
  return { kept: {}, annotations, failed: true };
}
