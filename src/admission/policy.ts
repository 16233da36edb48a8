/** Whether a person may do something here: the role in the repository first, then who is named. */
import type { Policy, Right, Who } from '../plan/policy.ts';
import type { Asked } from './asked.ts';
import { type Forge, type Role, roles } from './forge.ts';

type People = Pick<Forge, 'isInTeam'>;

export type Verdict =
  | { readonly may: true }
  | {
      readonly may: false;
      readonly because: 'role-too-low' | 'not-in-team';
      readonly unseen: readonly string[];
    };

/** `role`: the person's, as GitHub says it now. Rejects when GitHub does not answer. */
export async function judge(forge: People, who: Who, login: string, role: Role): Promise<Verdict> {
  const { people, teams } = who;
  // Whatever GitHub may add to its roles is at the beginning of the list or before it: it allows nothing.
  const isEnough = roles.indexOf(role) >= roles.indexOf(who.role) && roles.indexOf(role) > 0;
  if (!isEnough) return { may: false, because: 'role-too-low', unseen: [] };
  if (people === undefined && teams === undefined) return { may: true };
  if (people?.includes(login.toLowerCase())) return { may: true };
  const unseen: string[] = [];
  for (const team of teams ?? []) {
    const found = await forge.isInTeam(team, login);
    if (found.is) return { may: true };
    if (found.unseen) unseen.push(team);
  }
  return { may: false, because: 'not-in-team', unseen };
}

export async function mayDo(forge: People, who: Who, login: string, role: Role): Promise<boolean> {
  return (await judge(forge, who, login, role)).may;
}

/** What it takes, as far as the words alone tell; the plan may ask for more. */
export function rightFor(asked: Asked | undefined): Right {
  if (asked?.is !== 'control') return 'run';
  switch (asked.control) {
    case 'plan':
    case 'status':
    case 'help':
      return 'plan';
    case 'stop':
      return 'stop';
    case 'approve':
      return 'approve';
    case 'resume':
      return 'run';
  }
}

/** Of a command or workflow, by its normalised name; never of `constructor` and the like. */
export function whoFor(policy: Policy, name: string): Who | undefined {
  return Object.hasOwn(policy.commands, name) ? policy.commands[name] : undefined;
}
