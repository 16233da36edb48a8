/** All checks of a project: this machine, its files, the accounts and the hosts of its targets. */
import type { RemoteTarget, RunpodTarget, SshTarget, Sync } from '../plan/plan.ts';
import { plain } from '../runpod/plain.ts';
import { type Account, examineAccount } from './account.ts';
import type { Check, Section } from './check.ts';
import { clockCheck, machineChecks } from './machine.ts';
import { examineRunpod } from './runpod-target.ts';
import { examineSsh } from './ssh-target.ts';

export interface Examination {
  /** Of the project. Absolute. */
  readonly folder: string;
  readonly environment: NodeJS.ProcessEnv;
  /** What was found in the project's files. */
  readonly project: readonly Check[];
  readonly targets: ReadonlyMap<string, RemoteTarget>;
  readonly source: Sync['source'];
  /** Dollars that a whole run may spend. */
  readonly budget?: number | undefined;
  /** Asks nobody. */
  readonly offline: boolean;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly nodeVersion?: string;
  /** For one attempt to connect to a host. */
  readonly patienceMilliseconds?: number;
}

/** Targets side by side; the order is that of the file. Without a secret in it. */
export async function examine(examination: Examination): Promise<readonly Section[]> {
  const {
    folder,
    environment,
    targets,
    offline,
    now = Date.now,
    patienceMilliseconds = 15_000,
  } = examination;
  const variables = [...targets.values()].flatMap((target) => (target.kind === 'runpod' ? [target.key] : []));
  const accounts = new Map(
    [...new Set(variables)].map((variable) => [
      variable,
      examineAccount(variable, { environment, folder, offline, now }),
    ]),
  );
  const section = async (name: string, target: RemoteTarget): Promise<Section> => {
    if (target.kind === 'ssh')
      return await examineSsh(name, target, { environment, offline, patienceMilliseconds });
    const client = (await accounts.get(target.key))?.client;
    const why = offline ? '`--offline`' : 'the account cannot be asked';
    return await examineRunpod(name, target, { client, why, budget: examination.budget });
  };
  const [machine, known, sections] = await Promise.all([
    machineChecks({
      folder,
      environment,
      nodeVersion: examination.nodeVersion ?? process.version,
      source: targets.size > 0 ? examination.source : undefined,
    }),
    Promise.all(accounts.values()),
    Promise.all([...targets].map(([name, target]) => section(name, target))),
  ]);
  const clock =
    known.length > 0
      ? [clockCheck(skewOf(known), offline ? '`--offline`' : 'RunPod was not asked, or told no time')]
      : [];
  const all = [
    { title: 'this machine', checks: [...machine, ...clock] },
    { title: 'project', checks: examination.project },
    ...known.map((account) => account.section),
    ...sections,
  ];
  const secrets = secretsOf([...targets.values()], environment);
  return all.map((one) => ({
    ...one,
    title: plain(one.title, mostText, secrets),
    checks: one.checks.map((check) => withoutSecrets(check, secrets)),
  }));
}

function skewOf(accounts: readonly Account[]): number | undefined {
  return accounts.find(({ skew }) => skew !== undefined)?.skew;
}

/** Keys, and each line of those that have several. */
function secretsOf(targets: readonly RemoteTarget[], environment: NodeJS.ProcessEnv): readonly string[] {
  const variables = targets.flatMap((target) =>
    target.kind === 'runpod' ? accountKey(target) : hostKey(target),
  );
  return variables
    .flatMap((variable) => (environment[variable] ?? '').split('\n'))
    .map((line) => line.trim())
    .filter((line) => line.length >= leastSecret && !/^-----|^[~/.]/.test(line));
}

/** Shorter ones are paths or mistakes. */
const leastSecret = 16;

function accountKey({ key }: RunpodTarget): string[] {
  return [key];
}

function hostKey({ key }: SshTarget): string[] {
  return 'variable' in key ? [key.variable] : [];
}

const mostText = 2000;

/** Also fit for a terminal, whatever a host has said. */
function withoutSecrets(check: Check, secrets: readonly string[]): Check {
  const clean = (text: string) => plain(text, mostText, secrets);
  const { says, details, advice } = check;
  return {
    ...check,
    says: clean(says),
    ...(details ? { details: details.map(clean) } : {}),
    ...(advice === undefined ? {} : { advice: clean(advice) }),
  };
}
