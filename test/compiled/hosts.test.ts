/** A compiled workflow on a host of one's own: one machine, which the jobs use one after the other. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';
import { boxProject, variablesOf } from '../targets/ssh-rig.ts';
import { type CompiledProject, compiledProject } from './rig.ts';

const onBox = { shell: 'sh', target: 'box', timeout: '5m' };
const here = { shell: 'sh', timeout: '5m' };

const files = {
  'ml-workflow.yml': boxProject(
    {
      axes: { sigma: { flag: '--sigma' } },
      commands: {
        probe: { ...onBox, run: 'echo "$@"', axes: ['sigma'] },
        fit: { ...onBox, run: 'echo 42 > model.txt; echo here > kept', outputs: ['model.txt'] },
        note: { ...here, run: 'cat model.txt', inputs: ['model.txt'] },
        ship: {
          ...onBox,
          run: 'cat model.txt kept > shipped.txt',
          inputs: ['model.txt'],
          outputs: ['shipped.txt'],
          environment: 'production',
        },
        check: { ...here, run: 'cat model.txt shipped.txt', inputs: ['model.txt', 'shipped.txt'] },
      },
    },
    { slots: 2 },
  ),
  'workflows/ship-it.yml':
    'name: ship-it\nchain: parallel[/probe:sigma-0.1 | /probe:sigma-0.2] → /fit → /note → /ship → /check\n',
};

describe.skipIf(!hasSshd)('a compiled workflow on a host', { timeout: 120_000 }, () => {
  let host: Sshd;
  let project: CompiledProject;
  beforeAll(async () => {
    host = await startSshd();
    project = await compiledProject(files, { names: ['ship-it'] });
  });
  afterAll(async () => {
    await project.close();
    await host.stop();
  });

  it('keeps the lock for the steps of a job, gives it back with the job, and hands outputs on', async () => {
    const inner = join(host.home, 'project', '.ml-workflow');
    const { BOX_KEY = '', ...vars } = variablesOf(host);
    const left: string[] = [];
    let isKept: boolean | undefined;
    const { run, state } = await project.run('ship-it', {
      secrets: { BOX_KEY },
      vars,
      interrupt: ({ step, stage }) => {
        if (step === '/note' && stage === 'main') isKept ??= existsSync(join(inner, 'lock'));
        return undefined;
      },
      atJobEnd: ({ job }) => {
        const units = join(inner, 'units');
        const all = [
          existsSync(join(inner, 'lock')) ? 'lock' : '',
          ...(existsSync(units) ? readdirSync(units) : []),
        ];
        left.push(`${job}: ${all.join(' ').trim()}`);
      },
    });
    // One machine: the block is a step, and no matrix.
    expect(run.jobs.map(({ id, result }) => `${id} ${result}`)).toEqual([
      ...['plan success', 'e2 success', 'j3 success', 'conclude success'],
    ]);
    expect(isKept).toBe(true);
    expect(left).toEqual(['plan: ', 'e2: ', 'j3: ', 'conclude: ']);
    const [, check] = run.job('j3').steps;
    expect(check?.stdout).toMatch(/│ 42\n.*│ 42\n.*│ here\n/);
    expect(state?.conclusion).toMatchObject({ decision: 'passed' });
    expect(JSON.stringify(run.jobs)).not.toContain('PRIVATE KEY');
  });
});
