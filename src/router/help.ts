/** `/ml-help`: what the person who asks may do here, and how it is written. */
import type { Forge, Role } from '../admission/forge.ts';
import { mayDo } from '../admission/policy.ts';
import { type Policy, type Right, rights } from '../plan/policy.ts';
import type { Workflow } from '../project/load.ts';
import { code, prose, table } from '../reports/markdown-text.ts';

const controls: readonly { readonly text: string; readonly does: string; readonly needs: Right }[] = [
  { text: '/ml-plan', does: 'the chain drawn, checked and priced; nothing runs', needs: 'plan' },
  { text: '/ml-status', does: 'what runs, what waits, what came of the newest runs', needs: 'plan' },
  { text: '/ml-help', does: 'this answer', needs: 'plan' },
  {
    text: '/ml-stop',
    does: 'end what runs, and its pods; a name behind it ends that workflow alone',
    needs: 'stop',
  },
  {
    text: '/ml-approve <commit>',
    does: 'say yes to what a run waits for; it goes on from there',
    needs: 'approve',
  },
  {
    text: '/ml-resume',
    does: 'go on with a run that failed, `--from` an element or `--with` another parameter',
    needs: 'run',
  },
];

export async function help(
  forge: Pick<Forge, 'roleOf' | 'isInTeam'>,
  login: string,
  { policy, workflows }: { readonly policy: Policy; readonly workflows: readonly Workflow[] },
): Promise<string> {
  const role = await forge.roleOf(login);
  const may = new Map<Right, boolean>();
  for (const right of rights) may.set(right, await mayDo(forge, policy.rights[right], login, role));
  const sign = (right: Right) => (may.get(right) ? '✓' : '–');
  const rows = controls.map(({ text, does, needs }) => [sign(needs), code(text), does]);
  const own = workflows.flatMap(({ name, description, params, on }) => {
    if (on?.comment === undefined && on?.label === undefined) return [];
    const options = params.map(
      ({ name: param, default: usual, positional }) =>
        `${positional ? '' : '--'}${param}${usual === undefined ? '' : ` ${String(usual)}`}`,
    );
    const written = on.comment === undefined ? '' : code([on.comment, ...options].join(' '));
    const label = on.label === undefined ? '' : `label ${code(on.label)}`;
    const text = [written, label].filter((part) => part !== '').join(' or ');
    return [[sign('run'), text, description === undefined ? code(name) : prose(description)]];
  });
  return [
    `As ${code(login)} you have ${articled(role)} role here. A command begins a line; what stands in code or quotes is left alone.`,
    ...(own.length === 0 ? [] : [table(['', 'run', 'what'], own)]),
    table(['', 'say', 'what'], rows),
    may.get('run')
      ? 'Any chain may be typed as well, such as `/train → /evaluate`. A comment that names a commit, `@abc1234` behind the command, is about that commit alone.'
      : `Running something needs ${wanted(policy)}.`,
  ].join('\n\n');
}

function wanted({ rights: { run } }: Policy): string {
  const names = [...(run.people ?? []).map(code), ...(run.teams ?? []).map((team) => `team ${code(team)}`)];
  return `the role ${code(run.role)}${names.length === 0 ? '' : `, and being one of ${names.join(', ')}`}`;
}

function articled(role: Role): string {
  return role === 'admin' ? 'the `admin`' : `the ${code(role)}`;
}
