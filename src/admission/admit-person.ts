/** Whether somebody may do what they ask for: never a program, and by the role that GitHub says now. */
import { normalised } from '../language/name.ts';
import type { Policy, Right, Who } from '../plan/policy.ts';
import type { Forge, Person, Role } from './forge.ts';
import { judge, type Verdict, whoFor } from './policy.ts';
import { named, type Refused, refused } from './refusal.ts';

type People = Pick<Forge, 'roleOf' | 'isInTeam'>;

export interface Demand {
  /** What it is for, as the sentence names it: `` `run` ``. */
  readonly what: string;
  readonly who: Who;
}

export function demandsOf(policy: Policy, right: Right, workflow?: string): readonly Demand[] {
  const own = workflow === undefined ? undefined : whoFor(policy, normalised(workflow));
  const demands = [{ what: `\`${right}\``, who: policy.rights[right] }];
  return own && workflow !== undefined ? [...demands, { what: named(workflow), who: own }] : demands;
}

/** The first that the person does not meet. Rejects when GitHub does not answer. */
export async function lackOf(
  forge: People,
  { login, isBot }: Person,
  demands: readonly Demand[],
): Promise<Refused | undefined> {
  if (isBot) return refused('not-a-person', `${named(login)} is a program: programs start nothing here`);
  if (demands.length === 0) return undefined;
  const role = await forge.roleOf(login);
  for (const { what, who } of demands) {
    const verdict = await judge(forge, who, login, role);
    if (!verdict.may) return lacking(verdict, { what, who }, login, role);
  }
  return undefined;
}

function lacking(
  { because, unseen }: Verdict & { may: false },
  { what, who }: Demand,
  login: string,
  role: Role,
): Refused {
  if (because === 'role-too-low') {
    const has = role === 'none' ? 'has none here' : `has ${named(role)}`;
    return refused(because, `${what} takes the role \`${who.role}\`, and ${named(login)} ${has}`);
  }
  const names = [...(who.people ?? []), ...(who.teams ?? [])].map(named).join(', ');
  const help =
    unseen.length === 0
      ? undefined
      : `the job's token cannot see the team ${unseen.map(named).join(', ')}: name people under \`policy:\``;
  return refused(because, `${what} is for ${names}, and ${named(login)} is none of them`, help);
}
