/** The client against the emulator, which holds every request against RunPod's API document. */
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { RunpodTarget } from '../../src/plan/plan.ts';
import type { CreatePodBody } from '../../src/runpod/api.ts';
import { type Candidate, candidatesFor, placementOf } from '../../src/runpod/candidates.ts';
import { readCatalogue } from '../../src/runpod/catalogue.ts';
import { RunpodClient, type RunpodClientOptions } from '../../src/runpod/client.ts';
import { isCapacity, RunpodError, whatWasMeant } from '../../src/runpod/error.ts';
import { type RigRunpod, type RunpodOptions, startRunpod } from '../rig/runpod.ts';

const target: RunpodTarget = {
  kind: 'runpod',
  ...{ slots: 1, workspace: '~/workspace', environment: {}, count: 1, gpus: ['4090', 'A40', 'B200'] },
  ...{ image: 'runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404', clouds: ['SECURE'], dataCenters: [] },
  ...{ disk: 20, maxPrice: 1, pods: 4, lifetime: 7200, key: 'RUNPOD_API_KEY', start: '/start.sh' },
};

const rigs: RigRunpod[] = [];
afterEach(async () => {
  for (const rig of rigs.splice(0)) {
    await rig.stop();
    expect(rig.violations).toEqual([]);
  }
});

async function setUp(options: RunpodOptions = {}, more: Partial<RunpodClientOptions> = {}) {
  const rig = await startRunpod({ virtualTime: true, ...options });
  rigs.push(rig);
  const client = new RunpodClient({
    key: rig.key,
    base: rig.url,
    now: () => rig.clock.now() * 1000,
    sleep: async (milliseconds, signal) => {
      signal?.throwIfAborted();
      rig.clock.advance(milliseconds / 1000);
    },
    ...more,
  });
  return { rig, client };
}

/** One that stays where it is: nothing runs in it. */
function bodyFor(candidate: Candidate, name = 'mlw-test-1'): CreatePodBody {
  return { ...placementOf(candidate, target), name, ports: ['22/tcp'], env: { MLW_NAME: name } };
}

async function candidatesOf(client: RunpodClient, changes: Partial<RunpodTarget> = {}) {
  const wanted = { ...target, ...changes };
  return candidatesFor(wanted, await readCatalogue(client, wanted));
}

async function first(client: RunpodClient): Promise<Candidate> {
  const [candidate] = (await candidatesOf(client)).candidates;
  if (!candidate) throw new Error('no candidate');
  return candidate;
}

const creations = (rig: RigRunpod) =>
  rig.requests.filter(({ method, path }) => method === 'POST' && path === '/v2/pods');

async function failure(promise: Promise<unknown>): Promise<RunpodError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RunpodError)) throw new Error(`not a RunpodError: ${String(error)}`);
  return error;
}

describe('the catalogue', () => {
  it('is one request for all GPUs, and tells why the rest is left out', async () => {
    const { rig, client } = await setUp();
    const { candidates, rejected } = await candidatesOf(client);
    expect(candidates.map(({ offer, price, stock, minCuda }) => [offer, price, stock, minCuda])).toEqual([
      ['RTX 4090, secure', 0.74, 'HIGH', '12.8'],
      ['A40, secure', 0.49, 'MEDIUM', '12.8'],
    ]);
    expect(rejected).toEqual([
      { offer: 'B200, secure', why: 'it costs $6.79 an hour, and `max-price` is $1.00' },
    ]);
    expect(rig.requests.map(({ path }) => path)).toEqual([
      '/v2/catalog/gpus?include=AVAILABILITY&product=POD&count=1&cloud=SECURE',
    ]);
  });

  it('has the data center of a network volume', async () => {
    const { rig, client } = await setUp();
    const volume = { id: rig.volumes[0]?.id ?? '', path: '/data' };
    const { candidates, rejected } = await candidatesOf(client, { volume });
    expect(candidates.map(({ offer }) => offer)).toEqual(['RTX 4090, secure, EU-RO-1']);
    expect(rejected[0]).toEqual({
      offer: 'A40, secure',
      why: 'EU-RO-1 does not offer it; it is in EU-SE-1 and CA-MTL-1',
    });
    const absent = await candidatesOf(client, { volume: { id: 'gone', path: '/data' } });
    expect(absent.candidates).toEqual([]);
  });

  it('has CPUs', async () => {
    const { client } = await setUp();
    const { candidates } = await candidatesOf(client, { gpus: [], cpu: { id: 'cpu3c', vcpus: 2 } });
    expect(candidates.map(({ offer, price }) => [offer, price])).toEqual([
      ['cpu3c with 2 vCPUs, secure', 0.06],
    ]);
  });

  it('has the community cloud where that is tried first', async () => {
    const { client } = await setUp();
    const { candidates, rejected } = await candidatesOf(client, { clouds: ['COMMUNITY'] });
    expect(candidates.map(({ offer, stock }) => [offer, stock])).toEqual([['RTX 4090, community', 'HIGH']]);
    expect(rejected[0]?.why).toBe('the community cloud does not offer it');
  });

  it('has data centers', async () => {
    const { client } = await setUp();
    expect((await client.dataCenters()).map(({ id }) => id)).toContain('EU-RO-1');
  });
});

describe('a pod', () => {
  it('is made as the candidate says, read, listed and ended', async () => {
    const { rig, client } = await setUp();
    rig.inject({ failure: 'stuck', at: 'PROVISIONING' });
    const candidate = await first(client);
    const made = await client.createPod(bodyFor(candidate));
    expect(made).toMatchObject({
      name: 'mlw-test-1',
      cost: candidate.price,
      env: { MLW_NAME: 'mlw-test-1' },
    });
    expect(made.gpu?.id).toBe(candidate.gpu);
    expect((await client.pod(made.id))?.id).toBe(made.id);
    expect((await client.pods()).map(({ id }) => id)).toEqual([made.id]);
    expect(await client.deletePod(made.id)).toBe('deleted');
    expect(await client.pod(made.id)).toBeUndefined();
    expect(await client.deletePod(made.id)).toBe('absent');
    rig.expectNothingLeft();
  });

  it('is ended by an action, and its bill is read', async () => {
    const { rig, client } = await setUp();
    rig.inject({ failure: 'stuck', at: 'PROVISIONING' });
    const { id } = await client.createPod(bodyFor(await first(client)));
    rig.clock.advance(3600);
    await client.act(id, 'terminate');
    // RunPod settles later.
    rig.clock.advance(600);
    expect((await client.billing({ podId: id })).total).toBeCloseTo(0.74, 3);
    rig.expectNothingLeft();
  });

  it.each(['reset', 'bad-gateway', 'server-error', 'hang'] as const)(
    'F1, F2: is in doubt after an answer that is lost by %s, made once, and found by its name',
    async (how) => {
      const { rig, client } = await setUp({}, { timeoutMilliseconds: 150 });
      const candidate = await first(client);
      rig.inject({ failure: 'stuck', at: 'PROVISIONING' });
      rig.inject({ failure: 'answer-lost', on: 'create', how });
      expect((await failure(client.createPod(bodyFor(candidate)))).created).toBe('unknown');
      expect(creations(rig)).toHaveLength(1);
      const [pod, ...others] = (await client.pods()).filter(({ name }) => name === 'mlw-test-1');
      expect(others).toEqual([]);
      await client.deletePod(pod?.id ?? '');
      rig.expectNothingLeft();
    },
  );

  it.each(['reset', 'bad-gateway', 'server-error'] as const)(
    'F5: is ended although the answer was lost by %s',
    async (how) => {
      const { rig, client } = await setUp();
      rig.inject({ failure: 'stuck', at: 'PROVISIONING' });
      const { id } = await client.createPod(bodyFor(await first(client)));
      rig.inject({ failure: 'answer-lost', on: 'delete', how });
      expect(await client.deletePod(id)).toBe('absent');
      rig.expectNothingLeft();
    },
  );

  it('F7: is not there when no host is free, in both wordings', async () => {
    const { rig, client } = await setUp();
    const candidate = await first(client);
    rig.inject({ failure: 'no-capacity', wording: 'instances' });
    rig.inject({ failure: 'no-capacity', wording: 'machine' });
    const refusals = [
      await failure(client.createPod(bodyFor(candidate))),
      await failure(client.createPod(bodyFor(candidate))),
    ];
    expect(refusals.map(isCapacity)).toEqual([true, true]);
    expect(refusals.map(({ created }) => created)).toEqual(['no', 'no']);
    expect(whatWasMeant(refusals).is).toBe('capacity');
  });

  it('F8: is not there when a rule is broken, and that is told from no capacity', async () => {
    const { rig, client } = await setUp();
    const candidate = await first(client);
    rig.inject({ failure: 'rule' }, 2);
    const refusals = [
      await failure(client.createPod(bodyFor(candidate))),
      await failure(client.createPod(bodyFor(candidate))),
    ];
    expect(whatWasMeant(refusals).is).toBe('usage');
    expect(refusals[0]?.requestId).toMatch(/^[0-9a-f]{32}$/);
  });

  it.each([
    [402, 'balance'],
    [403, 'forbidden'],
    [413, 'contract'],
    [422, 'contract'],
    [401, 'auth'],
  ] as const)('F9: is not there after %i', async (status, kind) => {
    const { rig, client } = await setUp();
    const candidate = await first(client);
    rig.inject({ failure: 'refused', status });
    expect(await failure(client.createPod(bodyFor(candidate)))).toMatchObject({ kind, created: 'no' });
    expect(creations(rig)).toHaveLength(1);
  });

  it('F9: is refused once the key is revoked', async () => {
    const { rig, client } = await setUp();
    rig.inject({ failure: 'key-revoked' });
    expect((await failure(client.pods())).kind).toBe('auth');
  });

  it('F10: waits until both exhausted windows are open, and is made', async () => {
    const waits: number[] = [];
    const { rig, client } = await setUp({}, { onWait: (seconds) => waits.push(seconds) });
    const candidate = await first(client);
    const began = rig.clock.now();
    rig.inject({ failure: 'stuck', at: 'PROVISIONING' });
    rig.inject({ failure: 'rate-limited', seconds: 12, hour: 90 });
    const { id } = await client.createPod(bodyFor(candidate));
    expect(rig.clock.now() - began).toBeGreaterThanOrEqual(90);
    expect(waits.length).toBeGreaterThan(0);
    expect(rig.ledger.entries()).toHaveLength(1);
    await client.deletePod(id);
  });

  it('F10: many requests of one client stay within the quota', async () => {
    // The time passes only while no request is on its way, as it would.
    let underWay = 0;
    const sleepers: { at: number; wake: () => void }[] = [];
    const { rig, client } = await setUp(
      { quota: { minute: 10 } },
      {
        sleep: (milliseconds) =>
          new Promise((wake) => {
            sleepers.push({ at: rig.clock.now() + milliseconds / 1000, wake });
          }),
        fetch: async (...request) => {
          underWay += 1;
          try {
            return await fetch(...request);
          } finally {
            underWay -= 1;
          }
        },
      },
    );
    await client.pods();
    let isDone = false;
    const all = Promise.all(Array.from({ length: 25 }, () => client.pods())).finally(() => {
      isDone = true;
    });
    while (!isDone) {
      await pause(2);
      const next = Math.min(...sleepers.map(({ at }) => at));
      if (underWay > 0 || !Number.isFinite(next)) continue;
      rig.clock.advance(Math.max(0, next - rig.clock.now()));
      const woken = sleepers.filter(({ at }) => at <= rig.clock.now() + 1e-6);
      for (const one of woken) sleepers.splice(sleepers.indexOf(one), 1);
      for (const { wake } of woken) wake();
    }
    await all;
    expect(rig.requests.map(({ status }) => status)).toEqual(Array.from({ length: 26 }, () => 200));
  });

  it('F20: is listed among more than a page of them', async () => {
    const { rig, client } = await setUp();
    rig.seed({ name: 'theirs' }, 1203);
    const pods = await client.pods();
    expect(new Set(pods.map(({ id }) => id)).size).toBe(1203);
    expect(rig.requests).toHaveLength(2);
  });

  it('F21, F22: is read with a status and fields that nobody knows', async () => {
    const { rig, client } = await setUp();
    rig.seed({
      name: 'new',
      failures: [
        { failure: 'unknown', status: 'HIBERNATING', fields: { mood: 'good' } },
        { failure: 'actions', actions: ['terminate', 'sing'] },
      ],
    });
    expect((await client.pods()).map(({ status }) => status)).toEqual(['HIBERNATING']);
  });
});

describe('the system log', () => {
  it.each([undefined, 'drop-mid-frame', 'duplicate', 'keep-alive', 'ends', 'huge-line'] as const)(
    'F16: is read to the last line, each once: %s',
    async (what) => {
      const { rig, client } = await setUp(
        { virtualTime: false },
        {
          now: Date.now,
          sleep: (milliseconds, signal) =>
            pause(Math.min(milliseconds, 20), undefined, signal ? { signal } : {}),
        },
      );
      const [pod] = rig.seed({ name: 'logged' });
      if (!pod) throw new Error('no pod');
      pod.log.add('system', 'create container');
      if (what) rig.inject({ failure: 'logs', what }, 2);
      const stop = new AbortController();
      const got: string[] = [];
      await client.systemLog(pod.id, {
        signal: stop.signal,
        onLine: ({ text }) => {
          got.push(text);
          if (got.length === 1) {
            pod.log.add('container', 'epoch 1');
            pod.log.add('system', 'pulling image: 50%');
            pod.log.add('system', 'start container');
          }
          if (text === 'start container') stop.abort();
        },
      });
      const huge = '(a line of more than 256 KiB is left out)';
      expect(got).toEqual([
        what === 'huge-line' ? huge : 'create container',
        'pulling image: 50%',
        'start container',
      ]);
    },
  );

  it('F16: is opened anew when RunPod keeps silent', async () => {
    const { rig, client } = await setUp(
      { virtualTime: false },
      { now: Date.now, sleep: (ms) => pause(Math.min(ms, 20)) },
    );
    const [pod] = rig.seed({ name: 'silent' });
    pod?.log.add('system', 'start container');
    rig.inject({ failure: 'logs', what: 'silent' });
    const stop = new AbortController();
    const got: string[] = [];
    await client.systemLog(pod?.id ?? '', {
      signal: stop.signal,
      idleMilliseconds: 50,
      onLine: ({ text }) => {
        got.push(text);
        stop.abort();
      },
    });
    expect(got).toEqual(['start container']);
  });
});
