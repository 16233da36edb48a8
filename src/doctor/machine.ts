/** Checks of the machine that this program runs on. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Sync } from '../plan/plan.ts';
import { type Check, messageOf, notChecked, ok, problem, warning } from './check.ts';

export interface Machine {
  /** The folder of the project. Absolute. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** `v20.11.1` */
  readonly nodeVersion: string;
  /** Where hosts get the project's files from; undefined when there is no other host. */
  readonly source: Sync['source'] | undefined;
}

export async function machineChecks(machine: Machine): Promise<Check[]> {
  return [nodeCheck(machine.nodeVersion), await gitCheck(machine), recordsCheck(machine.folder)];
}

const oldestNode = [20, 11] as const;

function nodeCheck(version: string): Check {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  const isOld = major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
  if (!isOld) return ok('Node', version);
  return problem('Node', `${version} is too old`, {
    advice: `install Node ${oldestNode.join('.')} or later`,
  });
}

async function gitCheck({ folder, environment, source }: Machine): Promise<Check> {
  const git = async (...words: string[]): Promise<string | undefined> => {
    try {
      const options = { cwd: folder, env: environment, timeout: 30_000, maxBuffer: 64 * 1024 * 1024 };
      return (await promisify(execFile)('git', words, options)).stdout.trim();
    } catch {
      return undefined;
    }
  };
  const version = (await git('--version'))?.replace(/^git version /, '');
  if (version === undefined)
    return warning('git', 'it is not there: no run knows its commit, and hosts get the folder as it is', {
      advice: 'install git',
    });
  const commit = await git('rev-parse', '--short', 'HEAD');
  const sends = source === 'git-tree';
  if (commit === undefined) {
    const says = `${version}, and no commit in this folder`;
    return sends
      ? warning('git', `${says}: hosts get the folder as it is`, { advice: 'commit what hosts should get' })
      : ok('git', says);
  }
  const changes = (await git('status', '--porcelain')) ?? '';
  if (changes === '') return ok('git', `${version}, at ${commit}`);
  const says = `${version}, at ${commit}, with changes that no commit has`;
  if (!sends) return ok('git', says);
  return warning('git', `${says}: hosts do not get these`, {
    advice: 'commit them, or declare `sync: { source: working-tree }`',
  });
}

/** Leaves nothing behind: where the folder is not there yet, the one that it would be made in is tried. */
function recordsCheck(folder: string): Check {
  const name = '.ml-workflow';
  const records = join(folder, name);
  const found = statSync(records, { throwIfNoEntry: false });
  const advice = 'runs are kept there: see to it that you may write it';
  if (found && !found.isDirectory()) return problem(name, 'it is no folder', { advice: 'remove that file' });
  try {
    rmdirSync(mkdtempSync(join(found ? records : folder, '.ml-workflow-doctor-')));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
    return problem(name, `it cannot be written (${code})`, { advice });
  }
  return ok(name, found ? 'it can be written' : 'it can be made');
}

/** Pods end by their own clocks and the reaper by this one: it allows for so many seconds. */
const mostSkew = 300;
const noticedSkew = 30;

/** `skew`: seconds that this clock is ahead of RunPod's; undefined when it was not told. */
export function clockCheck(skew: number | undefined, why: string): Check {
  if (skew === undefined) return notChecked('clock', why);
  const seconds = Math.round(Math.abs(skew));
  const says = `it is ${seconds} s ${skew > 0 ? 'ahead of' : 'behind'} RunPod's`;
  const advice = 'set it by NTP: pods would be ended too early or too late';
  if (seconds > mostSkew) return problem('clock', says, { advice });
  if (seconds > noticedSkew) return warning('clock', says, { advice });
  return ok('clock', seconds <= 2 ? "it agrees with RunPod's" : says);
}
