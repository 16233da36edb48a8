/** The proof that a pod is gone, against everything that RunPod has been seen to answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endPod } from '../../src/runpod/end.ts';
import { newPodName } from '../../src/runpod/pod-name.ts';
import type { PodFailure } from '../rig/runpod/failures.ts';
import { type Account, openAccount, owner } from './account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(async () => {
  await account.rig.stop();
  expect(account.rig.violations).toEqual([]);
});

/** One of ours, without anything inside. */
function ours(failures: readonly PodFailure[] = []): { id: string; name: string } {
  const { rig } = account;
  const name = newPodName(owner, 'run', rig.clock.now());
  const [pod] = rig.seed({ name, env: { MLW_OWNER: owner, MLW_NAME: name }, foreign: false, failures });
  if (!pod) throw new Error('no pod');
  return { id: pod.id, name };
}

const asked = (method: string) => account.rig.requests.filter((request) => request.method === method);

describe('a pod that is ended', () => {
  it('is deleted once, and looked for until it has stayed away', async () => {
    const { rig, client, clock } = account;
    expect(await endPod(client, ours(), { clock })).toMatchObject({ proven: true });
    rig.expectNothingLeft();
    expect(asked('DELETE').map(({ status }) => status)).toEqual([204]);
    const looks = asked('GET').map(({ status }) => status);
    expect(new Set(looks)).toEqual(new Set([404]));
    expect(looks.length).toBeGreaterThan(1);
  });

  it('F4: does not come up later, when RunPod did not show it yet', async () => {
    const { rig, client, clock } = account;
    expect(await endPod(client, ours([{ failure: 'hidden', seconds: 40 }]), { clock })).toMatchObject({
      proven: true,
    });
    rig.expectNothingLeft();
    const statuses = asked('DELETE').map(({ status }) => status);
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 204]);
  });

  it('F5: is looked for when the answer to its deletion is lost', async () => {
    const { rig, impatient, clock } = account;
    for (const how of ['server-error', 'bad-gateway', 'reset', 'hang'] as const) {
      rig.inject({ failure: 'answer-lost', on: 'delete', how });
      expect(await endPod(impatient, ours(), { clock, seen: true }), how).toMatchObject({ proven: true });
      rig.expectNothingLeft();
    }
  });

  it('F5: is deleted again after a failure that was one', async () => {
    const { rig, client, clock } = account;
    rig.inject({ failure: 'refused', on: 'delete', status: 503 }, 7);
    expect(await endPod(client, ours(), { clock })).toMatchObject({ proven: true });
    rig.expectNothingLeft();
  });

  it('F6: is waited for when it lingers', async () => {
    const { rig, client, clock } = account;
    const begun = clock.now();
    expect(await endPod(client, ours([{ failure: 'lingers', seconds: 50 }]), { clock })).toMatchObject({
      proven: true,
      // What it cost until RunPod showed it last.
      at: expect.toSatisfy((at: number) => at - begun > 40_000),
    });
    expect(clock.now() - begun).toBeGreaterThan(50_000);
    rig.expectNothingLeft();
  });

  it('is not said to be gone when it lingers for longer than is waited', async () => {
    const { rig, client, clock } = account;
    const begun = clock.now();
    const end = await endPod(client, ours([{ failure: 'lingers', seconds: 9999 }]), { clock });
    expect(end.proven).toBe(false);
    expect(end.problem).toBe('there was no proof of its end within 180 s: RunPod still shows it as RUNNING');
    expect(clock.now() - begun).toBeLessThanOrEqual(180_000);
    expect(rig.ledger.alive()).toHaveLength(1);
  });

  it('is terminated where RunPod does not delete it in its state', async () => {
    const { rig, client, clock } = account;
    rig.inject({ failure: 'refused', on: 'delete', status: 409 });
    expect(await endPod(client, ours(), { clock })).toMatchObject({ proven: true });
    rig.expectNothingLeft();
    expect(asked('POST').map(({ body }) => body)).toEqual([{ action: 'terminate' }]);
  });

  it('is not said to be gone when nobody ever took its deletion, before new pods must have come up', async () => {
    const { rig, client, clock } = account;
    const begun = clock.now();
    expect(await endPod(client, { id: 'never0was0there' }, { clock })).toMatchObject({ proven: true });
    expect(clock.now() - begun).toBeGreaterThanOrEqual(60_000);
    expect(rig.ledger.entries()).toEqual([]);
  });

  it('F10: waits for the rate limit', async () => {
    const { rig, client, clock } = account;
    rig.inject({ failure: 'rate-limited', seconds: 30 });
    expect(await endPod(client, ours(), { clock })).toMatchObject({ proven: true });
    rig.expectNothingLeft();
  });

  it('F9: a key that was revoked proves nothing, and is said at once', async () => {
    const { rig, client, clock } = account;
    const pod = ours();
    rig.inject({ failure: 'key-revoked' });
    const begun = clock.now();
    const end = await endPod(client, pod, { clock });
    expect(end.proven).toBe(false);
    expect(end.problem).toMatch(
      /^RunPod does not accept the API key; check the variable that holds it: .*status 401/,
    );
    expect(end.problem).not.toContain(rig.key);
    expect(clock.now() - begun).toBeLessThan(5_000);
  });
});

describe('in a hurry', () => {
  it('it is one deletion and one look', async () => {
    const { rig, client, clock } = account;
    expect(await endPod(client, ours(), { clock, hurry: AbortSignal.abort() })).toMatchObject({
      proven: true,
    });
    rig.expectNothingLeft();
    expect(rig.requests.map(({ method }) => method)).toEqual(['DELETE', 'GET']);
  });

  it('nothing is proven that has not been seen', async () => {
    const { client, clock } = account;
    const hidden = ours([{ failure: 'hidden', seconds: 40 }]);
    expect(await endPod(client, hidden, { clock, hurry: AbortSignal.abort() })).toEqual({
      proven: false,
      problem: 'there was no time to wait for the proof of its end',
    });
  });

  it('that comes later ends the waiting', async () => {
    const { rig, client, clock } = account;
    const hurry = new AbortController();
    rig.clock.after(20, () => hurry.abort());
    const begun = clock.now();
    const end = await endPod(client, ours([{ failure: 'lingers', seconds: 100 }]), {
      clock,
      hurry: hurry.signal,
    });
    expect(end).toEqual({
      proven: false,
      problem: 'there was no time to wait for the proof of its end: RunPod still shows it as RUNNING',
    });
    expect(clock.now() - begun).toBeLessThan(30_000);
  });
});
