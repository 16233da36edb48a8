/** The shape of `policy:`: who may start what on GitHub, and how much of it. */
import { z } from 'zod';
import { normalised } from '../language/name.ts';
import { type Limits, type Policy, type Right, rights, usualPolicy, type Who } from '../plan/policy.ts';
import { patternProblem } from './path-patterns.ts';

const role = z.enum(['read', 'triage', 'write', 'maintain', 'admin']);
/** GitHub's own rules for logins; machine accounts of Apps are no people. */
const login = z
  .string()
  .regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})$/, 'a login has letters, digits and hyphens, without `@`');
const team = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.-]*$/, "a team is written by its slug, without the organisation's name");

const who = z.union([
  role,
  z.strictObject({
    role: role.optional(),
    people: z.array(login).min(1, 'a list of people has at least one').optional(),
    teams: z.array(team).min(1, 'a list of teams has at least one').optional(),
  }),
]);

const pattern = z.string().superRefine((text, context) => {
  const message = patternProblem(text);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

const count = z.number().int().min(1);
const dollars = z.number().positive();

/** As much as reading is not enough for: whoever starts something spends money. */
const spending: ReadonlySet<Right> = new Set(['run', 'deploy']);

export const policy = z
  .strictObject({
    plan: who.optional(),
    run: who.optional(),
    stop: who.optional(),
    approve: who.optional(),
    deploy: who.optional(),
    commands: z.record(z.string().min(1), who).optional(),
    limits: z
      .strictObject({
        'runs-per-person': count.optional(),
        runs: count.optional(),
        'dollars-per-person': dollars.optional(),
        dollars: dollars.optional(),
      })
      .optional(),
    'deploy-from': z.enum(['default-branch', 'pr']).optional(),
    'local-commands': z.boolean().optional(),
    skip: z
      .array(pattern)
      .min(1, 'a list of patterns has at least one')
      .refine((all) => !all.every((one) => one.startsWith('!')), 'patterns with `!` take away from others')
      .optional(),
  })
  .superRefine((written, context) => {
    for (const right of rights) {
      const asked = written[right];
      const asRole = typeof asked === 'string' ? asked : asked?.role;
      if (spending.has(right) && (asRole === 'read' || asRole === 'triage'))
        context.addIssue({
          code: 'custom',
          path: [right],
          message: `whoever may \`${right}\` has at least \`write\`: everybody can read a public repository`,
        });
    }
  });

type PolicyFile = z.infer<typeof policy>;

export function policyOf(written: PolicyFile | undefined): Policy {
  if (!written) return usualPolicy;
  const { commands = {}, limits } = written;
  return {
    rights: Object.fromEntries(
      rights.map((right) => [right, whoOf(written[right], usualPolicy.rights[right])]),
    ) as Record<Right, Who>,
    commands: Object.fromEntries(
      Object.entries(commands).map(([name, asked]) => [
        normalised(name.replace(/^\//, '')),
        whoOf(asked, usualPolicy.rights.run),
      ]),
    ),
    limits: limitsOf(limits),
    deployFrom: written['deploy-from'] ?? usualPolicy.deployFrom,
    localCommands: written['local-commands'] ?? usualPolicy.localCommands,
    ...(written.skip === undefined ? {} : { skip: written.skip }),
  };
}

function whoOf(asked: z.infer<typeof who> | undefined, usual: Who): Who {
  if (asked === undefined) return usual;
  if (typeof asked === 'string') return { role: asked };
  const lower = (names: readonly string[]) => names.map((name) => name.toLowerCase());
  return {
    role: asked.role ?? usual.role,
    ...(asked.people ? { people: lower(asked.people) } : {}),
    ...(asked.teams ? { teams: lower(asked.teams) } : {}),
  };
}

function limitsOf(written: PolicyFile['limits']): Limits {
  if (!written) return {};
  const { runs, dollars: money } = written;
  const { 'runs-per-person': runsPerPerson, 'dollars-per-person': dollarsPerPerson } = written;
  return {
    ...(runs === undefined ? {} : { runs }),
    ...(money === undefined ? {} : { dollars: money }),
    ...(runsPerPerson === undefined ? {} : { runsPerPerson }),
    ...(dollarsPerPerson === undefined ? {} : { dollarsPerPerson }),
  };
}
