/** What a plan needs beside the right to run: rights of its commands, a place for its code, a commit that its environments take. */
import { normalised } from '../language/name.ts';
import type { Plan, RunCommand } from '../plan/plan.ts';
import type { Policy } from '../plan/policy.ts';
import { type Demand, lackOf } from './admit-person.ts';
import type { Forge } from './forge.ts';
import { whoFor } from './policy.ts';
import { closed, named, type Refused, refused, speaking } from './refusal.ts';

export interface PlanAdmission {
  readonly plan: Plan;
  readonly policy: Policy;
  /** Logins of all whose rights count. */
  readonly by: readonly string[];
  readonly sha: string;
  readonly isForeignCode: boolean;
  readonly defaultBranch: string;
}

/** Undefined when nothing stands against it. Fails closed. */
export function admitPlan(forge: Forge, request: PlanAdmission): Promise<Refused | undefined> {
  return closed(async () => {
    const { plan, policy, isForeignCode, sha, defaultBranch } = request;
    const asking = speaking(forge);
    for (const login of request.by) {
      const lack = await lackOf(asking, { login, isBot: false }, demandsOf(plan, policy));
      if (lack) return lack;
    }
    const obstacle = localObstacle(plan, policy, isForeignCode);
    if (obstacle !== undefined)
      return refused(
        'local-commands',
        obstacle,
        'give it a target on a pod or a host, or, where everybody who may push is trusted with the secrets of the job, say `local-commands: true` under `policy:` in `ml-workflow.yml`',
      );
    const guarded = guardedBy(plan);
    if (!guarded || policy.deployFrom === 'pr' || !isForeignCode) return undefined;
    if (await asking.isOnBranch(sha, defaultBranch)) return undefined;
    return refused(
      'deploy-from',
      `\`/${guarded.name}\` is for the environment ${named(guarded.environment ?? '')}, which takes commits of ${named(defaultBranch)} alone`,
      'merge it first, or say `deploy-from: pr` under `policy:`',
    );
  });
}

/**
 * Why a pull request's code may not be run by this plan; undefined when it may. A command on this machine would give whoever
 * wrote the code all that the job has: its token, its secrets, and the next steps.
 */
export function localObstacle(plan: Plan, policy: Policy, isForeignCode: boolean): string | undefined {
  if (!isForeignCode || policy.localCommands) return undefined;
  for (const command of commandsOf(plan)) {
    const name = `\`/${command.name}\``;
    if (command.is === 'agent' || (command.is === 'run' && !isRemote(plan, command)))
      return `${name} would run on the runner, beside the secrets of the job, with code that is not on the default branch`;
    if (command.is === 'run' && command.preflight !== undefined)
      return `the \`preflight\` of ${name} would run on the runner, beside the secrets of the job, with code that is not on the default branch`;
  }
  return undefined;
}

/** A target that the plan does not have as another host is this machine. */
function isRemote({ targets = {} }: Plan, { target }: RunCommand): boolean {
  return Object.hasOwn(targets, target);
}

function demandsOf(plan: Plan, policy: Policy): readonly Demand[] {
  const demands: Demand[] = [];
  const deploying = deploys(plan);
  if (deploying)
    demands.push({ what: `\`deploy\`, which \`/${deploying.name}\` needs,`, who: policy.rights.deploy });
  for (const name of namesIn(plan)) {
    const who = whoFor(policy, name);
    if (who) demands.push({ what: named(`/${name}`), who });
  }
  return demands;
}

/** Everything the chain calls by a name that a policy can know: commands, agents, chains, with and without what stands behind a colon. */
function namesIn(plan: Plan): ReadonlySet<string> {
  const written = [plan.name];
  for (const command of commandsOf(plan)) {
    written.push(command.name);
    if ((command.is === 'run' || command.is === 'agent') && command.agent) written.push(command.agent.name);
  }
  for (const node of plan.nodes) if (node.kind === 'call') written.push(node.command);
  const names = written.map((one) => normalised(one.replace(/^\//, '')));
  return new Set(names.flatMap((name) => [name, name.split(':')[0] ?? name]));
}

function commandsOf(plan: Plan): readonly Plan['commands'][string][] {
  const used = new Set(plan.nodes.flatMap((node) => (node.kind === 'unit' ? [node.command] : [])));
  return [...used]
    .flatMap((key) => (Object.hasOwn(plan.commands, key) ? [plan.commands[key]] : []))
    .filter((one) => one !== undefined);
}

function deploys(plan: Plan): RunCommand | undefined {
  return commandsOf(plan).find(
    (one): one is RunCommand =>
      one.is === 'run' && (one.deploys !== undefined || one.environment !== undefined),
  );
}

function guardedBy(plan: Plan): RunCommand | undefined {
  return commandsOf(plan).find((one): one is RunCommand => one.is === 'run' && one.environment !== undefined);
}
