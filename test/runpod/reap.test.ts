/** The reaper among pods of everybody: what it ends, what it keeps, and that it says so when it cannot. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RunpodError } from '../../src/runpod/error.ts';
import { newPodName } from '../../src/runpod/pod-name.ts';
import { reap } from '../../src/runpod/reap.ts';
import { reapText } from '../../src/runpod/reap-account.ts';
import type { SeedFields } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { type Account, openAccount, order, owner, until } from './account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(async () => {
  await account.rig.stop();
  expect(account.rig.violations).toEqual([]);
});

/** One of ours; `over`: seconds since the end of its life. */
function ours(
  given: Partial<SeedFields> & { over?: number; run?: string; marks?: Record<string, string> } = {},
) {
  const { rig } = account;
  const { over = -3600, run = 'run-1', marks = {}, ...fields } = given;
  const name = newPodName(owner, run, rig.clock.now() - 7200);
  const expires = String(Math.floor(rig.clock.now()) - over);
  const env = { MLW_OWNER: owner, MLW_NAME: name, MLW_RUN: run, MLW_EXPIRES: expires, ...marks };
  const [pod] = rig.seed({ name, env, foreign: false, ...fields });
  if (!pod) throw new Error('no pod');
  return pod;
}

const run = (given: Partial<Parameters<typeof reap>[1]> = {}) =>
  reap(account.client, { owner, clock: account.clock, ...given });
const outcomes = async (given?: Partial<Parameters<typeof reap>[1]>) =>
  new Map((await run(given)).pods.map(({ id, outcome, why }) => [id, `${outcome}: ${why}`]));
const alive = () => account.rig.ledger.alive().map(({ id }) => id);

describe('of our own pods', () => {
  it('those that are past their end, stopped, failed or without an end are ended, others kept', async () => {
    const over = ours({ over: 720 });
    const exited = ours({ status: 'EXITED' });
    const failed = ours({ status: 'ERROR' });
    const stuck = ours({ over: 7 * 86_400, status: 'PROVISIONING' });
    const endless = ours({ marks: { MLW_EXPIRES: 'never' } });
    const running = ours({ over: -5400 });
    const justOver = ours({ over: 120 });
    const found = await outcomes();
    expect(found.get(over.id)).toBe('ended: its life has been over for 12 min');
    expect(found.get(exited.id)).toBe('ended: it is EXITED');
    expect(found.get(failed.id)).toBe('ended: it is ERROR');
    expect(found.get(stuck.id)).toBe('ended: its life has been over for 168 h 0 min');
    expect(found.get(endless.id)).toBe('ended: it does not say when its life is over');
    expect(found.get(running.id)).toBe('kept: its life is over in 90 min');
    expect(found.get(justOver.id)).toBe('kept: its life is just over, it ends itself');
    expect(alive().sort()).toEqual([running.id, justOver.id].sort());
  });

  it('those of a run are ended on request', async () => {
    const [mine, other] = [ours({ run: 'run-1' }), ours({ run: 'run-12' })];
    const found = await outcomes({ run: 'run-1' });
    expect(found.get(mine.id)).toBe('ended: it belongs to run-1');
    expect(found.get(other.id)).toMatch(/^kept/);
    expect(alive()).toEqual([other.id]);
  });

  it('all are ended on request', async () => {
    ours();
    ours({ run: 'run-2' });
    expect([...(await outcomes({ all: true })).values()]).toHaveLength(2);
    account.rig.expectNothingLeft();
  });

  it('none is ended in a dry run', async () => {
    const over = ours({ over: 720 });
    expect((await outcomes({ dryRun: true })).get(over.id)).toBe(
      'would-end: its life has been over for 12 min',
    );
    expect(alive()).toEqual([over.id]);
    expect(account.rig.requests.every(({ method }) => method === 'GET')).toBe(true);
  });

  it('one that does not end is said, and the others are ended all the same', async () => {
    const stays = ours({ over: 720, failures: [{ failure: 'lingers', seconds: 99_999 }] });
    const goes = ours({ over: 720 });
    const reaped = await run();
    const [one, other] = [stays, goes].map(({ id }) => reaped.pods.find((pod) => pod.id === id));
    expect(one).toMatchObject({
      outcome: 'not-ended',
      problem: expect.stringContaining('still shows it as RUNNING'),
    });
    expect(other).toMatchObject({ outcome: 'ended' });
    expect(alive()).toEqual([stays.id]);
    expect(reapText(reaped)).toContain(`NOT ended  ${stays.name} (${stays.id}, RUNNING, $0.74/h)`);
  });
});

describe('F20: pods that are not provably ours', () => {
  it('are never touched and never described, whatever was asked for', async () => {
    const { rig } = account;
    const name = newPodName(owner, 'run-1', rig.clock.now());
    const other = newPodName(owner, 'run-1', rig.clock.now());
    const marks = { MLW_OWNER: owner, MLW_NAME: name, MLW_RUN: 'run-1', MLW_EXPIRES: '1' };
    rig.seed({ name: 'my-notebook', status: 'EXITED', env: { TOKEN: 'a-secret-of-others' } });
    rig.seed({ name });
    rig.seed({ name, env: { ...marks, MLW_OWNER: 'github:12345678' } });
    rig.seed({ name: other, env: marks });
    rig.seed({ name: 'renamed', env: { ...marks, MLW_NAME: 'renamed' } });
    const reaped = await run({ all: true, run: 'run-1' });
    expect(reaped).toEqual({ owner, pods: [], others: 5 });
    expect(reapText(reaped)).toBe('no pods of github:1234567, 5 pods of others not touched\n');
    expect(rig.requests.every(({ method }) => method === 'GET')).toBe(true);
    rig.expectNothingLeft();
  });

  it('may have the name of one of ours, which alone is ended', async () => {
    const pod = ours({ over: 720 });
    account.rig.seed({ name: pod.name });
    expect(await run()).toMatchObject({ pods: [{ id: pod.id, outcome: 'ended' }], others: 1 });
    account.rig.expectNothingLeft();
  });

  it('two of ours with one name are both ended', async () => {
    const pod = ours({ over: 720 });
    account.rig.seed({ name: pod.name, env: pod.fields.env, foreign: false });
    expect((await run()).pods.map(({ outcome }) => outcome)).toEqual(['ended', 'ended']);
    expect(alive()).toEqual([]);
  });

  it('may fill a first page of a thousand', async () => {
    account.rig.seed({ name: 'of-others' }, 1100);
    const pod = ours({ over: 720 });
    expect(await run()).toMatchObject({ pods: [{ id: pod.id, outcome: 'ended' }], others: 1100 });
    account.rig.expectNothingLeft();
  });
});

describe('a list that cannot be read to its end', () => {
  it('is an error, and nothing is ended on half of it', async () => {
    const { rig } = account;
    ours({ over: 720 });
    rig.seed({ name: 'of-others' }, 1100);
    rig.inject({ failure: 'refused', on: 'list', status: 500 }, 99);
    await expect(run()).rejects.toThrow(RunpodError);
    expect(alive()).toHaveLength(1);
  });

  it('is an error with the key that was refused', async () => {
    account.rig.inject({ failure: 'key-revoked' });
    await expect(run()).rejects.toThrow('RunPod does not accept the API key');
  });
});

describe.skipIf(!hasSshd)('F23: the run was killed', () => {
  it('and what its watchdog cannot end, the reaper does', async () => {
    const { rig, client } = account;
    Object.assign(rig.podKey, { terminate: false, delete: false, stop: false });
    const { id } = await client.createPod(order(rig, { lifetime: 120 }).body);
    await until('it runs', () => rig.pod(id).log.text().includes('Pod is ready'));
    await rig.clock.run(120);
    expect(await outcomes()).toEqual(new Map([[id, 'kept: its life is just over, it ends itself']]));
    await rig.clock.run(301);
    expect(rig.pod(id).log.text()).toContain('this pod ends itself: its life is over');
    expect((await outcomes()).get(id)).toMatch(/^ended: its life has been over for/);
    rig.expectNothingLeft();
  });
});
