/** `preflight:` checks: all of them before anything, each once, and nothing is run or written where one fails. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Plan } from '../../src/plan/plan.ts';
import { startRun } from '../../src/wiring.ts';
import { planOf, script, sequence, unit } from './plan-rig.ts';
import { linesOf, noSignals, projectWith } from './rig.ts';

const checked = (name: string, preflight: string) =>
  script(name, `echo ${name} >> ran`, { preflight: `echo checked >> ran; ${preflight}` });

async function run(folder: string, plan: Plan): Promise<string | undefined> {
  const request = {
    ...{ plan, workspace: folder, signals: noSignals, reporters: () => [] },
    targets: new Map([['local', {}]]),
    environment: { PATH: process.env.PATH },
  };
  return await startRun(request).then(
    () => undefined,
    (error: Error) => `${error.constructor.name}: ${error.message}`,
  );
}

describe('preflight checks', () => {
  const chain = sequence(unit('a'), unit('b'), unit('c'));

  it('come before all units, each once', async () => {
    const folder = projectWith({});
    const plan = planOf(chain, [checked('a', ':'), checked('b', ':'), checked('c', 'true')]);
    expect(await run(folder, plan)).toBe(undefined);
    expect(linesOf(join(folder, 'ran'))).toEqual(['checked', 'checked', 'a', 'b', 'c']);
  });

  it('are all reported, and nothing is run', async () => {
    const folder = projectWith({});
    const plan = planOf(chain, [checked('a', 'echo no; exit 1'), checked('b', ':'), checked('c', 'exit 4')]);
    expect(await run(folder, plan)).toBe(
      'RunError: nothing was run: 2 preflights failed\n  `/a`: exit code 1: no\n  `/c`: exit code 4',
    );
    expect(linesOf(join(folder, 'ran'))).toEqual(['checked', 'checked', 'checked']);
    expect(existsSync(join(folder, '.ml-workflow'))).toBe(false);
  });

  it('that fails alone is named', async () => {
    const plan = planOf(chain, [checked('a', 'echo no; exit 1'), checked('b', ':'), checked('c', ':')]);
    expect(await run(projectWith({}), plan)).toBe(
      'RunError: nothing was run: the preflight of `/a` failed: exit code 1: no',
    );
  });
});
