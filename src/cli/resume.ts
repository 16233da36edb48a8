/** `resume`: goes on with a run, with a person's decisions, or anew with what its workflow has become. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, resolve } from 'node:path';
import { personHere } from '../drivers/approvals.ts';
import { differences } from '../drivers/differences.ts';
import { findRunFolder } from '../drivers/run-folder.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { sourceOf } from '../language/source.ts';
import type { Plan } from '../plan/plan.ts';
import { type Prepared, prepare } from '../prepare.ts';
import type { Wanted } from '../project/load.ts';
import { cancelOnSignals } from '../signals.ts';
import { type FinishedRun, resumeRun, startRun } from '../wiring.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { unknownRun } from './runs.ts';
import { viewFor } from './view.ts';

/** A sentence for the person who resumes. */
type Say = (text: string) => void;

export async function resume(args: Arguments, workspace: string, notice: Say): Promise<FinishedRun> {
  const { reporters, ask } = viewFor(args, workspace);
  const decided = args.decided ?? [];
  const by = personHere();
  checkLabels(workspace, args);
  const finished = await resumeRun({
    workspace,
    environment: process.env,
    signals: cancelOnSignals(),
    reporters,
    notice,
    approvals: decided.map(({ label, approved }) => ({ label, approved, by })),
    ...(ask && decided.length === 0 ? { ask } : {}),
    ...(args.subject === undefined ? {} : { run: args.subject }),
  });
  if (!finished) throw unknownRun(workspace, args.subject);
  return finished;
}

/** A label that the chain lacks would approve nothing, and the run would only wait on. */
function checkLabels(workspace: string, { subject, decided = [] }: Arguments): void {
  const plan = findRunFolder(workspace, subject)?.plan;
  const labels = plan?.nodes.flatMap((node) => (node.kind === 'approval' ? [node.label] : [])) ?? [];
  const unknown = decided.find(({ label }) => !labels.includes(label));
  if (!plan || !unknown) return;
  const list = [...new Set(labels)].map((label) => `\`${label}\``).join(', ');
  throw new UsageError(
    `the run has no approval \`${unknown.label}\``,
    labels.length === 0 ? 'it waits for none' : `its approvals are ${list}`,
  );
}

export type Edited =
  | { readonly is: 'finished'; readonly finished: FinishedRun }
  | { readonly is: 'invalid'; readonly diagnostics: readonly Diagnostic[] };

/** A new run of the workflow as it is now, which takes over what the old one has already done. */
export async function resumeEdited(
  args: Arguments,
  workspace: string,
  say: { readonly notice: Say; readonly diagnostics: (found: readonly Diagnostic[]) => void },
): Promise<Edited> {
  if (args.decided?.length)
    throw new UsageError('a new run has nothing to approve yet', 'leave out `--approve` and `--reject`');
  const found = findRunFolder(workspace, args.subject);
  if (!found) throw unknownRun(workspace, args.subject);
  const { folder, plan: before } = found;
  const prepared = prepareAnew(before, args, workspace);
  const { plan, targets, diagnostics } = prepared;
  if (!plan) return { is: 'invalid', diagnostics };
  say.diagnostics(diagnostics);
  const changes = differences(before, plan);
  if (changes.length === 0) say.notice(`nothing differs from ${folder.run}`);
  for (const change of changes) say.notice(change);
  const { reporters, ask } = viewFor(args, workspace);
  const finished = await startRun({
    plan,
    workspace,
    targets,
    environment: process.env,
    signals: cancelOnSignals(),
    reporters,
    reuse: { run: folder.run },
    ...(ask ? { ask } : {}),
  });
  return { is: 'finished', finished };
}

/** With the old run's parameters, as far as the workflow still has them; those given now come before. */
function prepareAnew(before: Plan, args: Arguments, workspace: string): Prepared {
  const now = new Set(args.given.map(({ name }) => name));
  const old = Object.entries(before.parameters)
    .filter(([name]) => !now.has(name))
    .map(([name, value]) => ({
      name,
      value: String(value),
      source: sourceOf('<run>', `--${name} ${String(value)}`),
    }));
  const prepareWith = (kept: typeof old) =>
    prepare({
      wanted: wantedAgain(before),
      folder: workspace,
      shownFrom: process.cwd(),
      personal: homedir(),
      given: [...kept, ...args.given],
    });
  const first = prepareWith(old);
  const gone = new Set(
    first.diagnostics.filter(({ code }) => code === 'unknown-param').map(({ source }) => source),
  );
  const kept = old.filter(({ source }) => !gone.has(source));
  return kept.length === old.length ? first : prepareWith(kept);
}

function wantedAgain({ file, chain }: Plan): Wanted {
  if (file.startsWith('<')) return { is: 'chain', source: sourceOf('<chain>', chain) };
  const reference = existsSync(resolve(file)) ? file : basename(file).replace(/\.ya?ml$/, '');
  return { is: 'workflow', reference };
}
