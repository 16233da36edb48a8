/** A pod whose making was not answered, looked for by its name. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endPod } from '../../src/runpod/end.ts';
import { RunpodError } from '../../src/runpod/error.ts';
import { findByName, SeveralPodsError } from '../../src/runpod/find.ts';
import { type Account, openAccount, order, owner } from './account.ts';

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(async () => {
  await account.rig.stop();
  expect(account.rig.violations).toEqual([]);
});

const asked = (method: string) => account.rig.requests.filter((request) => request.method === method);

describe('after an answer that was lost', () => {
  it.each([
    ['F1', 'reset'],
    ['F1', 'hang'],
    ['F1', 'bad-gateway'],
    ['F2', 'server-error'],
  ] as const)('%s (%s): the pod is found by its name, and there is one', async (_mode, how) => {
    const { rig, client, impatient, clock } = account;
    rig.inject({ failure: 'answer-lost', on: 'create', how });
    const { name, body } = order(rig);
    const error = await (how === 'hang' ? impatient : client)
      .createPod(body)
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RunpodError);
    expect((error as RunpodError).created).toBe('unknown');
    const found = await findByName(client, { name, owner }, clock);
    expect(found?.id).toBe(rig.pod(name).id);
    expect(asked('POST')).toHaveLength(1);
    if (!found) throw new Error('not found');
    expect(await endPod(client, found, { clock, seen: true })).toMatchObject({ proven: true });
    rig.expectNothingLeft();
  });

  it('F3: it is found when RunPod shows it, seconds later', async () => {
    const { rig, client, clock } = account;
    rig.inject({ failure: 'hidden', seconds: 45 });
    rig.inject({ failure: 'answer-lost', on: 'create', how: 'reset' });
    const { name, body } = order(rig);
    await expect(client.createPod(body)).rejects.toThrow(RunpodError);
    const begun = clock.now();
    expect((await findByName(client, { name, owner }, clock))?.name).toBe(name);
    expect(clock.now() - begun).toBeGreaterThanOrEqual(44_000);
  });

  it('it is not there when it has not come up in a minute', async () => {
    const { rig, client, clock } = account;
    rig.inject({ failure: 'refused', on: 'create', status: 503 });
    const { name, body } = order(rig);
    await expect(client.createPod(body)).rejects.toThrow(RunpodError);
    const begun = clock.now();
    expect(await findByName(client, { name, owner }, clock)).toBeUndefined();
    expect(clock.now() - begun).toBeGreaterThanOrEqual(60_000);
    rig.expectNothingLeft();
  });

  it('nobody says that it is not there when the list cannot be read', async () => {
    const { rig, client, clock } = account;
    rig.inject({ failure: 'refused', on: 'list', status: 500 }, 99);
    await expect(findByName(client, { name: order(rig).name, owner }, clock)).rejects.toThrow(RunpodError);
  });
});

describe('F20', () => {
  it('a pod of somebody else with the same name is not it', async () => {
    const { rig, client, clock } = account;
    const { name } = order(rig);
    rig.seed({ name, env: { MLW_OWNER: 'github:7', MLW_NAME: name } });
    rig.seed({ name });
    expect(await findByName(client, { name, owner }, clock)).toBeUndefined();
    rig.expectNothingLeft();
  });

  it('two of ours with one name are told, and none is chosen', async () => {
    const { rig, client, clock } = account;
    const { name } = order(rig);
    const twins = rig.seed({ name, env: { MLW_OWNER: owner, MLW_NAME: name } }, 2);
    rig.seed({ name });
    const error = await findByName(client, { name, owner }, clock).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SeveralPodsError);
    expect((error as SeveralPodsError).pods.map(({ id }) => id).sort()).toEqual(
      twins.map(({ id }) => id).sort(),
    );
    for (const { id } of twins) expect((error as SeveralPodsError).message).toContain(id);
    expect(asked('DELETE')).toEqual([]);
  });

  it('it is found behind more than a thousand others', async () => {
    const { rig, client, clock } = account;
    rig.seed({ name: 'of-others' }, 1200);
    const { name } = order(rig);
    const [pod] = rig.seed({ name, env: { MLW_OWNER: owner, MLW_NAME: name } });
    expect((await findByName(client, { name, owner }, clock))?.id).toBe(pod?.id);
    expect(asked('GET')).toHaveLength(2);
  });
});
