/** What a plan needs beside the right to run: the right to deploy, those of its commands, and no code of others on the runner. */
import { describe, expect, it } from 'vitest';
import { admitPlan, localObstacle, type PlanAdmission } from '../../src/admission/admit-plan.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { usualPolicy } from '../../src/plan/policy.ts';
import { planned } from '../plan/rig.ts';
import { forgeOf, head, main, policyWith, type Told } from './rig.ts';

const project = `
axes: { sigma: { flag: --sigma } }
metrics:
  accuracy: { unit: fraction, better: higher }
targets:
  box: { kind: ssh, host: 203.0.113.7, key: { env: KEY }, host-key: { env: HOST_KEY } }
  bench: { kind: local, slots: 2 }
agents:
  helper: { run: 'ask "$1"', target: box }
commands:
  train: { run: 'train "$@"', timeout: 5m, target: box, axes: [sigma], metrics: [{ output: [accuracy] }] }
  checked: { run: train, timeout: 5m, target: box, preflight: ./check.sh }
  here: { run: train, timeout: 5m }
  on-bench: { run: train, timeout: 5m, target: bench }
  publish: { run: publish, timeout: 5m, target: box, deploys: production }
  release: { run: release, timeout: 5m, target: box, environment: live }
  both: { chain: /train → /publish }
`;

function planOf(chain: string): Plan {
  const { plan, codes } = planned(chain, project);
  if (!plan) throw new Error(`${chain}: ${codes.join(', ')}`);
  return plan;
}

const { rights } = usualPolicy;

async function refusal(chain: string, more: Partial<PlanAdmission> = {}, told: Partial<Told> = {}) {
  const forge = forgeOf(told);
  const found = await admitPlan(forge, {
    ...{ plan: planOf(chain), policy: usualPolicy, by: ['maintainer'], sha: head, isForeignCode: true },
    ...{ defaultBranch: 'main', ...more },
  });
  return found && `${found.code}: ${found.sentence}`;
}

describe('code of a pull request', () => {
  it('runs on other hosts alone', async () => {
    expect(await refusal('/train:sigma-0.1')).toBeUndefined();
    expect(await refusal('/train → /here')).toBe(
      'local-commands: `/here` would run on the runner, beside the secrets of the job, with code that is not on the default branch',
    );
    expect(await refusal('/on-bench')).toMatch('local-commands: `/on-bench`');
    expect(await refusal('/checked')).toMatch('local-commands: the `preflight` of `/checked`');
  });

  it.each([
    ...['parallel[/train | /here]', '/train || /here', 'try: /train → catch:/here', '/train & /here'],
    ...[
      '/train → /if:acc>0.9 → /train → /else → /here',
      'retry:2 → (/train → /here)',
      '/train\non_failure → /here',
    ],
  ])('does not get to the runner by a way around: %s', (chain) => {
    expect(localObstacle(planOf(chain), usualPolicy, true)).toMatch('`/here` would run on the runner');
  });

  it('may be let there, by those who say so in the project file; our own always is', () => {
    const plan = planOf('/here');
    expect(localObstacle(plan, policyWith({ localCommands: true }), true)).toBeUndefined();
    expect(localObstacle(plan, usualPolicy, false)).toBeUndefined();
  });
});

describe('a deployment', () => {
  const policy = policyWith({ rights: { ...rights, deploy: { role: 'admin' } } });

  it.each(['/publish', '/release', '/both', 'parallel[/train | /both]'])(
    'in `%s` takes the right to deploy',
    async (chain) => {
      const own = { policy, isForeignCode: false };
      expect(await refusal(chain, own)).toMatch(
        /^role-too-low: `deploy`, which `\/(?:publish|release)` needs,/,
      );
      expect(await refusal(chain, { ...own, by: ['admin'] })).toBeUndefined();
      // All who have had a hand in it.
      expect(await refusal(chain, { ...own, by: ['admin', 'maintainer'] })).toMatch(
        'and `maintainer` has `write`',
      );
    },
  );

  it('into an environment is of the default branch, unless the policy says otherwise', async () => {
    expect(await refusal('/train → /release')).toBe(
      'deploy-from: `/release` is for the environment `live`, which takes commits of `main` alone',
    );
    expect(await refusal('/release', { sha: main })).toBeUndefined();
    expect(await refusal('/release', { policy: policyWith({ deployFrom: 'pr' }) })).toBeUndefined();
    expect(await refusal('/release', { isForeignCode: false })).toBeUndefined();
    expect(await refusal('/publish')).toBeUndefined();
  });
});

describe('a command of the policy', () => {
  it('is found wherever it stands, and under each of its names', async () => {
    const policy = policyWith({ commands: { train: { role: 'admin' } } });
    for (const chain of ['/train', '/train:sigma-0.1', '/both', 'parallel[/publish | /train]'])
      expect(await refusal(chain, { policy })).toBe(
        'role-too-low: `/train` takes the role `admin`, and `maintainer` has `write`',
      );
    expect(await refusal('/publish', { policy })).toBeUndefined();
    const both = policyWith({ commands: { both: { role: 'write', teams: ['ml'] } } });
    expect(await refusal('/both', { policy: both }, { teams: { ml: [] } })).toMatch('not-in-team: `/both`');
    expect(await refusal('/both', { policy: both }, { teams: { ml: ['maintainer'] } })).toBeUndefined();
    const agents = policyWith({ commands: { helper: { role: 'admin' } } });
    expect(await refusal('/helper:fix-it', { policy: agents })).toMatch('role-too-low: `/helper`');
  });
});

describe('when GitHub does not answer', () => {
  it('nothing starts', async () => {
    expect(await refusal('/publish', {}, { silent: ['roleOf'] })).toMatch('forge-silent: ');
    expect(await refusal('/release', {}, { silent: ['isOnBranch'] })).toMatch('forge-silent: ');
  });
});
