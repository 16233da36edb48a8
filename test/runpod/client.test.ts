/** The client against answers that no document promises: lost, broken, late, refused. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { CreatePodBody } from '../../src/runpod/api.ts';
import { RunpodClient, type RunpodClientOptions } from '../../src/runpod/client.ts';
import { isCapacity, RunpodError } from '../../src/runpod/error.ts';
import { empty, json, page, problem, type Reply, reset, silent, type Wire, wire } from './client-wire.ts';

const key = 'rpa_SECRET0123456789';
const hostKey = 'b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQ';
const body: CreatePodBody = {
  name: 'mlw-test-1',
  image: 'runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404',
  cloud: 'SECURE',
  gpu: { id: 'NVIDIA GeForce RTX 4090', count: 1 },
  disk: 40,
  ports: ['22/tcp'],
  env: { MLW_HOST_KEY: hostKey },
};
const pod = { id: 'p1', name: 'mlw-test-1', status: 'PROVISIONING', cost: 0.44, env: {} };

const open: Wire[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function against(replies: readonly Reply[], options: Partial<RunpodClientOptions> = {}) {
  const server = await wire(...replies);
  open.push(server);
  const slept: number[] = [];
  let now = 0;
  const client = new RunpodClient({
    key,
    base: server.base,
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
    },
    random: () => 1,
    ...options,
  });
  return { client, server, slept };
}

async function failure(promise: Promise<unknown>): Promise<RunpodError> {
  const error = await promise.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof RunpodError)) throw new Error(`not a RunpodError: ${String(error)}`);
  expect(error.message).not.toContain(key);
  expect(error.message).not.toContain(hostKey);
  expect(JSON.stringify(error)).not.toContain(key);
  return error;
}

describe('every request', () => {
  it('has a User-Agent, and the key in its header only', async () => {
    const { client, server } = await against([json(200, { pods: [] })]);
    await client.pods();
    const [seen] = server.seen;
    expect(seen?.headers['user-agent']).toBe('ml-workflow');
    expect(seen?.headers.authorization).toBe(`Bearer ${key}`);
    expect(seen?.url).not.toContain(key);
  });

  it('is not sent with a key that is none, and the key is not quoted', () => {
    for (const wrong of ['', '  ', 'rpa_SECRET\nx', 'rpa_SECRET\u{1f511}']) {
      expect(() => new RunpodClient({ key: wrong })).toThrow(RunpodError);
      expect(() => new RunpodClient({ key: wrong })).not.toThrow(/SECRET/);
    }
  });

  it('takes a key with a line end behind it', async () => {
    const { client, server } = await against([json(200, { pods: [] })], { key: `${key}\n` });
    await client.pods();
    expect(server.seen[0]?.headers.authorization).toBe(`Bearer ${key}`);
  });

  it.each([
    'http://api.runpod.io/v2',
    'ftp://127.0.0.1/v2',
    'https://u:p@api.runpod.io/v2',
    'api.runpod.io',
    '',
  ])('never sends the key to %j', (base) => {
    expect(() => new RunpodClient({ key, base })).toThrow(/must be an https/);
  });

  it('does not follow a redirect', async () => {
    const { client, server } = await against([
      (response, seen) => {
        response.writeHead(307, { location: `${seen.url}x` });
        response.end();
      },
    ]);
    expect((await failure(client.createPod(body))).created).toBe('unknown');
    expect(server.seen).toHaveLength(1);
  });
});

describe('the creation of a pod', () => {
  it('is one POST with the body as given', async () => {
    const { client, server } = await against([json(201, pod)]);
    expect(await client.createPod(body)).toMatchObject({ id: 'p1', cost: 0.44 });
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['POST /v2/pods']);
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual(body);
  });

  it.each<[string, Reply]>([
    ['F1: the connection breaks', reset],
    ['F1: a gateway answers with a page', page(502)],
    ['F2: 500', problem(500, 'something went wrong')],
    [
      'F1: the body is cut off',
      (response) => {
        response.writeHead(201, { 'content-type': 'application/json', 'content-length': '500' });
        response.write('{"id":"p1"');
        setImmediate(() => response.destroy());
      },
    ],
    ['the answer is no JSON', (response) => response.writeHead(201).end('ok')],
    ['the answer has no id', json(201, { name: 'mlw-test-1' })],
    ['408', problem(408, 'timeout')],
  ])('is sent once and in doubt when %s', async (_name, reply) => {
    const { client, server } = await against([reply, json(201, pod)]);
    const error = await failure(client.createPod(body));
    expect(error.created).toBe('unknown');
    expect(error.message).toContain('the pod may exist all the same');
    expect(server.seen).toHaveLength(1);
  });

  it('F1: is sent once and in doubt when no answer comes in time', async () => {
    const { client, server } = await against([silent, json(201, pod)], { timeoutMilliseconds: 40 });
    const error = await failure(client.createPod(body));
    expect(error).toMatchObject({ created: 'unknown', kind: 'network', status: 0 });
    expect(error.message).toContain('no answer within 0.08 s');
    expect(server.seen).toHaveLength(1);
  });

  it('is in doubt when it is stopped under way, and not sent when it is stopped before', async () => {
    const stop = new AbortController();
    const { client, server } = await against([() => stop.abort(new Error('enough')), json(201, pod)]);
    expect((await failure(client.createPod(body, stop.signal))).created).toBe('unknown');
    await expect(client.createPod(body, stop.signal)).rejects.toThrow('enough');
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    [400, 'refused'],
    [401, 'auth'],
    [402, 'balance'],
    [403, 'forbidden'],
    [404, 'absent'],
    [409, 'conflict'],
    [413, 'contract'],
    [422, 'contract'],
    [410, 'contract'],
  ] as const)('F9: %i means that there is none', async (status, kind) => {
    const { client, server } = await against([problem(status, 'because'), json(201, pod)]);
    const error = await failure(client.createPod(body));
    expect(error).toMatchObject({ created: 'no', kind, status, detail: 'because', requestId: 'req-1' });
    expect(error.message).toContain(`(POST /pods, status ${status}, request req-1)`);
    expect(server.seen).toHaveLength(1);
  });

  it('F9: shows each point of a refusal, without what it quotes of our secrets', async () => {
    const { client } = await against([
      json(422, {
        title: 'Unprocessable Entity',
        status: 422,
        detail: `Request validation failed for Bearer ${key}.`,
        errors: [
          "$: additional properties 'x' not allowed",
          `$.env.MLW_HOST_KEY: '${hostKey}' is too long\u001b[31m`,
        ],
      }),
    ]);
    const error = await failure(client.createPod(body));
    expect(error.errors).toEqual([
      "$: additional properties 'x' not allowed",
      "$.env.MLW_HOST_KEY: '***' is too long",
    ]);
    expect(error.message).toContain('Bearer ***');
  });

  it('is certainly not done when there was no connection', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const client = new RunpodClient({ key, base: `http://127.0.0.1:${port}/v2` });
    const error = await failure(client.createPod(body));
    expect(error).toMatchObject({ created: 'no', kind: 'network' });
    expect(error.message).toContain('ECONNREFUSED');
  });

  it('F10: waits as 429 says and sends it again', async () => {
    const waits: string[] = [];
    const { client, server, slept } = await against(
      [
        problem(429, 'rate limit exceeded for the minute window', {
          'retry-after': '12',
          ratelimit: '"minute";r=0;t=12, "hour";r=0;t=25',
        }),
        json(201, pod),
      ],
      { onWait: (seconds, why) => waits.push(`${seconds} s: ${why}`) },
    );
    expect(await client.createPod(body)).toMatchObject({ id: 'p1' });
    expect(server.seen.map(({ method }) => method)).toEqual(['POST', 'POST']);
    expect(slept).toEqual([25_000]);
    expect(waits).toEqual(["25 s: RunPod's rate limit for the hour is used up"]);
  });

  it('F10: gives up when 429 never ends, and there is no pod', async () => {
    const { client, server } = await against([problem(429, 'later', { 'retry-after': '1' })]);
    expect(await failure(client.createPod(body))).toMatchObject({ created: 'no', kind: 'rate' });
    expect(server.seen).toHaveLength(10);
  });

  it('F10: is not sent when it would have to wait for longer than anybody waits', async () => {
    const { client, server } = await against([json(200, { pods: [] }, { ratelimit: '"day";r=0;t=45012' })], {
      longestWaitSeconds: 600,
    });
    await client.pods();
    expect(await failure(client.createPod(body))).toMatchObject({ created: 'no', kind: 'rate', status: 0 });
    expect(server.seen).toHaveLength(1);
  });

  it('does not send a field that the API does not have', async () => {
    const { client, server } = await against([json(201, pod)]);
    await expect(client.createPod({ ...body, ttl: 5 } as CreatePodBody)).rejects.toThrow(/ttl/);
    expect(server.seen).toHaveLength(0);
  });
});

describe('requests that may be sent again', () => {
  it.each<[string, Reply]>([
    ['500', problem(500, 'no')],
    ['a page of a gateway', page(503)],
    ['a broken connection', reset],
    ['an answer that is no JSON', (response) => response.writeHead(200).end('ok')],
  ])('are, after %s', async (_name, reply) => {
    const { client, server, slept } = await against([reply, reply, json(200, pod)]);
    expect(await client.pod('p1')).toMatchObject({ id: 'p1' });
    expect(server.seen).toHaveLength(3);
    expect(slept).toEqual([500, 1000]);
  });

  it('are not without end', async () => {
    const { client, server } = await against([page(502)]);
    const error = await failure(client.pods());
    expect(error).toMatchObject({ kind: 'server', status: 502, created: undefined });
    expect(error.message).toBe(
      'RunPod failed; try again later: 502 Bad Gateway cloudflare (GET /pods, status 502, no request id)',
    );
    expect(server.seen).toHaveLength(5);
  });

  it('are not after an answer that will stay the same', async () => {
    const { client, server } = await against([problem(401, 'missing bearer token')]);
    expect((await failure(client.pods())).kind).toBe('auth');
    expect(server.seen).toHaveLength(1);
  });

  it.each<[string, Reply]>([
    ['the rate limit', problem(429, 'later', { 'retry-after': '30' })],
    ['the next attempt', problem(500, 'no')],
  ])('end with the reason of the signal while they wait for %s', async (_name, reply) => {
    const stop = new AbortController();
    const server = await wire((...given) => {
      reply(...given);
      setTimeout(() => stop.abort(new Error('enough')), 30);
    });
    open.push(server);
    const client = new RunpodClient({ key, base: server.base, random: () => 1 });
    await expect(client.pods(stop.signal)).rejects.toThrow('enough');
    expect(server.seen).toHaveLength(1);
  });

  it('end with the reason of the signal', async () => {
    const stop = new AbortController();
    const { client } = await against([() => stop.abort(new Error('enough'))]);
    await expect(client.pods(stop.signal)).rejects.toThrow('enough');
  });
});

describe('pods', () => {
  it('F20: come from all pages, each once', async () => {
    const { client, server } = await against([
      json(200, { pods: [pod, { ...pod, id: 'p2' }], pagination: { hasNextPage: true, nextCursor: 'a b' } }),
      json(200, {
        pods: [
          { ...pod, id: 'p2' },
          { ...pod, id: 'p3' },
        ],
        pagination: { hasNextPage: false, nextCursor: null },
      }),
    ]);
    expect((await client.pods()).map(({ id }) => id)).toEqual(['p1', 'p2', 'p3']);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/v2/pods?limit=1000',
      '/v2/pods?limit=1000&cursor=a+b',
    ]);
  });

  it.each<[string, readonly Reply[]]>([
    ['has no list', [json(200, {})]],
    ['has a pod without an id', [json(200, { pods: [pod, { name: 'x' }] })]],
    ['does not say where it goes on', [json(200, { pods: [pod], pagination: { hasNextPage: true } })]],
    ['leads back', [json(200, { pods: [pod], pagination: { hasNextPage: true, nextCursor: 'a' } })]],
    [
      'has a cursor of another kind',
      [json(200, { pods: [pod], pagination: { hasNextPage: true, nextCursor: 7 } })],
    ],
    [
      'fails in the middle',
      [
        json(200, { pods: [pod], pagination: { hasNextPage: true, nextCursor: 'a' } }),
        problem(422, 'bad cursor'),
      ],
    ],
  ])('fail loudly when a page %s', async (_name, replies) => {
    const { client } = await against(replies);
    await failure(client.pods());
  });

  it('are undefined when RunPod does not know them', async () => {
    const { client, server } = await against([problem(404, 'pod not found')]);
    expect(await client.pod('../x?y')).toBeUndefined();
    expect(server.seen[0]?.url).toBe('/v2/pods/..%2Fx%3Fy');
  });

  it('are deleted', async () => {
    const { client, server } = await against([empty]);
    expect(await client.deletePod('p1')).toBe('deleted');
    expect(server.seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['DELETE /v2/pods/p1']);
  });

  it('F4: are absent after 404', async () => {
    const { client } = await against([problem(404, 'pod not found')]);
    expect(await client.deletePod('p1')).toBe('absent');
  });

  it('F5: are asked to end again when the answer was lost', async () => {
    const { client, server } = await against([reset, problem(500, 'no'), problem(404, 'pod not found')]);
    expect(await client.deletePod('p1')).toBe('absent');
    expect(server.seen).toHaveLength(3);
  });

  it('F5: are not known to be deleted when no answer ever comes', async () => {
    const { client } = await against([problem(500, 'no')]);
    expect((await failure(client.deletePod('p1'))).kind).toBe('server');
  });

  it('are stopped once, and again after 429 only', async () => {
    const { client, server } = await against([
      problem(429, 'later', { 'retry-after': '1' }),
      json(200, pod),
      problem(409, 'not in this state'),
    ]);
    await client.act('p1', 'stop');
    expect(server.seen.map(({ body }) => body)).toEqual(['{"action":"stop"}', '{"action":"stop"}']);
    expect((await failure(client.act('p1', 'terminate'))).kind).toBe('conflict');
    expect(server.seen).toHaveLength(3);
  });
});

describe('a bill', () => {
  it('counts the records of its pod, also when RunPod did not filter them', async () => {
    const record = { startTime: 'a', endTime: 'b', totalAmount: 0.5 };
    const { client, server } = await against([
      json(200, {
        records: [
          { ...record, podId: 'p1' },
          { ...record, podId: 'other' },
          { ...record, podId: 'p1', totalAmount: 0.25 },
        ],
        metadata: {},
      }),
    ]);
    expect((await client.billing({ podId: 'p1', bucketSize: 'hour' })).total).toBe(0.75);
    expect(server.seen[0]?.url).toBe('/v2/billing/pods?podId=p1&bucketSize=hour');
  });
});

describe('no capacity', () => {
  it.each([
    'There are no longer any instances available with the requested specifications. Please refresh and try again.',
    'There are no longer any instances available with the request specifications. Please try again later.',
    'This machine does not have the resources to deploy your pod. Please try a different machine',
    'no GPUs available',
  ])('F7: is a 400 that says: %s', async (detail) => {
    const { client } = await against([problem(400, detail)]);
    expect(isCapacity(await failure(client.createPod(body)))).toBe(true);
  });

  it.each<[number, string]>([
    [400, 'mounts.persistent is not allowed on CPU pods'],
    [400, 'minCudaVersion and allowedCudaVersions are mutually exclusive'],
    [500, 'There are no longer any instances available'],
    [403, 'There are no longer any instances available'],
  ])('F8: is not a %i that says: %s', async (status, detail) => {
    const { client } = await against([problem(status, detail)]);
    expect(isCapacity(await failure(client.createPod(body)))).toBe(false);
  });
});
