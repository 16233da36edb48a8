/** `ml-workflow doctor`: looks at all that a run will need, and says what to do about what is missing. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type Check, ok, problem, warning } from '../doctor/check.ts';
import { examine } from '../doctor/examine.ts';
import { doctorJson, doctorText, hasProblem } from '../doctor/text.ts';
import { exitCodes } from '../exit-codes.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { didYouMean, listOf } from '../language/name.ts';
import { countDiagnostics } from '../language/print-diagnostic.ts';
import { sourceOf } from '../language/source.ts';
import type { RemoteTarget } from '../plan/plan.ts';
import { prepare, wantedOf } from '../prepare.ts';
import { load, projectFileName } from '../project/load.ts';
import type { Style } from '../reports/style.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { check } from './check.ts';

export interface DoctorOutput {
  /** For standard output. */
  readonly output: string;
  /** The exit code. */
  readonly code: number;
}

export interface DoctorPlace {
  /** Absolute; what paths in messages are relative to. */
  readonly shownFrom: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly style: Style;
}

/** Throws a `UsageError`. `folder`: absolute. */
export async function doctor(
  args: Arguments,
  folder: string,
  { shownFrom, environment, style }: DoctorPlace,
): Promise<DoctorOutput> {
  const { subject } = args;
  const { target, offline = false } = args.doctor ?? {};
  const wanted =
    subject === undefined
      ? ({ is: 'chain', source: sourceOf('<chain>', '/continue') } as const)
      : wantedOf(subject, '<chain>');
  const personal = homedir();
  const loaded = load(folder, shownFrom, wanted, { personal });
  const planned =
    subject === undefined
      ? undefined
      : prepare({ wanted, folder, shownFrom, personal, given: [], checkOnly: true });
  const absent = planned?.diagnostics.find(
    ({ code }) => code === 'unknown-workflow' || (code === 'file-not-found' && !loaded.workflow),
  );
  if (absent) throw new UsageError(absent.message, absent.help);
  const declared = loaded.project.remote?.targets ?? new Map<string, RemoteTarget>();
  const used = planned?.plan ? new Map(Object.entries(planned.plan.targets ?? {})) : undefined;
  const targets = chosen(target, declared, used, loaded.isBroken);
  const project = [
    planned ? filesCheck(planned.diagnostics, subject) : wholeCheck(args, folder, shownFrom),
    targetsCheck(targets, used !== undefined && target === undefined),
    ...(targets.size > 0 ? dataChecks(loaded.project.remote?.sync.up ?? [], folder) : []),
  ];
  const { budget, remote } = loaded.project;
  const source = remote?.sync.source ?? 'git-tree';
  const sections = await examine({ folder, environment, project, targets, source, budget, offline });
  return {
    output:
      args.format === 'json'
        ? `${JSON.stringify(doctorJson(sections), null, 2)}\n`
        : doctorText(sections, style),
    code: hasProblem(sections) ? exitCodes.failed : exitCodes.done,
  };
}

function chosen(
  name: string | undefined,
  declared: ReadonlyMap<string, RemoteTarget>,
  used: ReadonlyMap<string, RemoteTarget> | undefined,
  isBroken: boolean,
): ReadonlyMap<string, RemoteTarget> {
  if (name === undefined) return used ?? declared;
  const target = declared.get(name);
  if (target) return new Map([[name, target]]);
  // What it declares is not known then, and that it is broken is said.
  if (isBroken) return new Map();
  const names = [...declared.keys()].map((one) => `\`${one}\``);
  throw new UsageError(
    `there is no target \`${name}\` on another host`,
    didYouMean(name, declared.keys()) ??
      (names.length === 0
        ? `\`${projectFileName}\` declares none of the kind \`ssh\` or \`runpod\``
        : `there ${names.length === 1 ? 'is' : 'are'} ${listOf(names, 'and')}`),
  );
}

function wholeCheck(args: Arguments, folder: string, shownFrom: string): Check {
  let diagnostics: readonly Diagnostic[];
  try {
    diagnostics = check({ ...args, given: [] }, folder, shownFrom);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return problem('files', error.message, error.help === undefined ? {} : { advice: error.help });
  }
  return filesCheck(diagnostics, undefined);
}

/** What every host gets from here beside the tree. A run would find out when a pod is paid already. */
function dataChecks(up: readonly string[], folder: string): Check[] {
  if (up.length === 0) return [];
  const missing = up.filter((path) => !existsSync(join(folder, path))).map((path) => `\`${path}\``);
  if (missing.length === 0) return [ok('data', 'all that `sync.up` lists is there')];
  const is = missing.length === 1 ? 'is' : 'are';
  return [
    problem('data', `${listOf(missing, 'and')} of \`sync.up\` ${is} not there`, {
      advice: 'bring it here, or correct the path: without it nothing begins on a host',
    }),
  ];
}

function filesCheck(diagnostics: readonly Diagnostic[], subject: string | undefined): Check {
  const what = subject === undefined ? '' : ` ${/^[\w./-]+$/.test(subject) ? subject : `'${subject}'`}`;
  const advice = `\`ml-workflow check${what}\` says what is wrong, and where`;
  const count = countDiagnostics(diagnostics);
  if (count === undefined) return ok('files', 'no mistakes found');
  if (diagnostics.some(({ severity }) => severity === 'error')) return problem('files', count, { advice });
  if (diagnostics.some(({ severity }) => severity === 'warning')) return warning('files', count, { advice });
  return ok('files', count, { advice });
}

function targetsCheck(targets: ReadonlyMap<string, RemoteTarget>, isOfWorkflow: boolean): Check {
  const names = [...targets].map(([name, { kind }]) => `${name} (${kind})`);
  if (names.length > 0) return ok('targets', listOf(names, 'and'));
  return ok('targets', `${isOfWorkflow ? 'it uses' : 'it has'} no other host: all runs on this machine`);
}
