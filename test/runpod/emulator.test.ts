/** The RunPod that all other tests of pods rely on: strict where RunPod is, and its pods are real. */
import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import ssh2 from 'ssh2';
import { afterEach, describe, expect, it } from 'vitest';
import { FORMATS, OpenApiContract } from '../rig/contract.ts';
import { isObject, type Json, type JsonObject } from '../rig/github/api.ts';
import { NO_CAPACITY } from '../rig/runpod/api.ts';
import type { Failure } from '../rig/runpod/failures.ts';
import { marked, newMarks, startReaper } from '../rig/runpod/processes.ts';
import { REAPER } from '../rig/runpod/scripts.ts';
import { type RigRunpod, type RunpodOptions, startRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';

const run = promisify(execFile);

let rig: RigRunpod;
afterEach(() => rig.stop());

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: JsonObject;
}

async function call(
  method: string,
  path: string,
  body?: Json | string,
  key: string | null = rig.key,
): Promise<Answer> {
  const response = await fetch(`${rig.url}${path}`, {
    method,
    headers: key === null ? {} : { authorization: `Bearer ${key}` },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text.startsWith('{') ? JSON.parse(text) : {};
  return { status: response.status, headers: response.headers, body: parsed as JsonObject };
}

async function until<Value>(
  what: string,
  look: () => Promise<Value | undefined> | Value | undefined,
): Promise<Value> {
  for (let tries = 0; tries < 1500; tries++) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`waited in vain for ${what}: ${rig.pods.map((pod) => pod.log.text()).join('---\n')}`);
}

const order = (more: JsonObject = {}): JsonObject => ({
  name: 'mlw-moola-1-1-abcdef',
  image: 'runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404',
  cloud: 'SECURE',
  gpu: { id: 'NVIDIA GeForce RTX 4090', count: 1, minCudaVersion: '12.8' },
  disk: 40,
  ports: ['22/tcp'],
  env: {},
  ...more,
});

/** Sleeps without an sshd. */
const QUIET = { entrypoint: ['/bin/bash', '-c'], cmd: ['echo ready; sleep infinity'] };

async function created(more: JsonObject = {}): Promise<string> {
  const answer = await call('POST', '/pods', order({ ...QUIET, ...more }));
  expect(answer.body, JSON.stringify(answer.body)).toMatchObject({ status: 'PROVISIONING' });
  return String(answer.body.id);
}

async function status(id: string, wanted: string): Promise<JsonObject> {
  return until(`${id} ${wanted}`, async () => {
    const { body } = await call('GET', `/pods/${id}`);
    return body.status === wanted ? body : undefined;
  });
}

async function begin(options: RunpodOptions = {}): Promise<void> {
  rig = await startRunpod({ delays: { provisioning: 5, starting: 5, ports: 5, restart: 20 }, ...options });
}

interface Keys {
  readonly folder: string;
  readonly hostKey: string;
  readonly more: JsonObject;
  ssh(port: number, command: string): Promise<{ stdout: string }>;
}

/** A body that injects a host key before the image's own start, as a client that pins would. */
async function pinned(): Promise<Keys> {
  const folder = mkdtempSync(join(tmpdir(), 'rig-keys-'));
  const host = ssh2.utils.generateKeyPairSync('ed25519');
  const client = ssh2.utils.generateKeyPairSync('ed25519');
  writeFileSync(join(folder, 'id'), client.private, { mode: 0o600 });
  const inject = [
    'etc="${MLW_ETC_SSH:-/etc/ssh}"; key="$etc/ssh_host_ed25519_key"; umask 077',
    'printf %s "$MLW_HOST_KEY" | base64 -d > "$key" && ssh-keygen -y -f "$key" > "$key.pub"',
    'unset MLW_HOST_KEY; exec /start.sh',
  ].join('; ');
  return {
    folder,
    hostKey: host.public,
    more: {
      env: {
        PUBLIC_KEY: client.public,
        MLW_HOST_KEY: Buffer.from(host.private).toString('base64'),
        MLW_NAME: 'mlw-moola-1-1-abcdef',
      },
      entrypoint: ['/bin/bash', '-c'],
      cmd: [inject],
    },
    ssh: (port, command) => {
      const words = host.public.split(' ').slice(0, 2).join(' ');
      writeFileSync(join(folder, 'known_hosts'), `[127.0.0.1]:${port} ${words}\n`);
      const options = [
        `UserKnownHostsFile=${join(folder, 'known_hosts')}`,
        'GlobalKnownHostsFile=/dev/null',
        'StrictHostKeyChecking=yes',
        'HostKeyAlgorithms=ssh-ed25519',
        'IdentitiesOnly=yes',
        'BatchMode=yes',
        'ConnectTimeout=5',
      ].flatMap((option) => ['-o', option]);
      const to = `${userInfo().username}@127.0.0.1`;
      return run('ssh', [
        '-F',
        '/dev/null',
        ...options,
        '-i',
        join(folder, 'id'),
        '-p',
        String(port),
        to,
        command,
      ]);
    },
  };
}

async function directPort(id: string, not?: number): Promise<number> {
  return until(`a port of ${id}`, async () => {
    const { body } = await call('GET', `/pods/${id}`);
    const direct = isObject(body.ssh) && isObject(body.ssh.direct) ? Number(body.ssh.direct.port) : undefined;
    return direct === not ? undefined : direct;
  });
}

/** As a client does: again, until sshd is up. */
async function ready(keys: Keys, port: number, command: string): Promise<string> {
  let last: unknown;
  const out = await until(`ssh to ${port}`, () =>
    keys.ssh(port, command).then(
      ({ stdout }) => ({ stdout }),
      (error: unknown) => {
        last = error;
        return undefined;
      },
    ),
  ).catch((error: unknown) => {
    throw new Error(`${String(error)} ${String(last)}`);
  });
  return out.stdout;
}

describe.skipIf(!hasSshd)('a pod that is real', () => {
  it('is reached with the injected host key, and leaves no process behind', async () => {
    await begin();
    const keys = await pinned();
    const { body } = await call('POST', '/pods', order(keys.more));
    const id = String(body.id);
    const port = await directPort(id);
    const told = await ready(
      keys,
      port,
      'echo "$HOME" "${RUNPOD_API_KEY-none}" "${RUNPOD_POD_ID-none}"; nvidia-smi --query-gpu=name,memory.total,compute_cap --format=csv,noheader,nounits; (setsid env -i /bin/sleep 1000 < /dev/null > /dev/null 2>&1 &)',
    );
    const home = rig.pod(id).container?.home ?? '';
    expect(told).toBe(`${home} none none\nNVIDIA GeForce RTX 4090, 24084, 8.9\n`);
    expect(rig.pod(id).log.text('container')).toContain('(ED25519)');
    expect(rig.processes().length).toBeGreaterThan(2);
    const packed = 'mkdir -p a && echo hello > a/b && tar -cf - a | (mkdir c && tar -xf - -C c) && cat c/a/b';
    expect((await keys.ssh(port, packed)).stdout).toBe('hello\n');

    expect((await call('DELETE', `/pods/${id}`)).status).toBe(204);
    expect(rig.processes()).toEqual([]);
    expect((await call('GET', `/pods/${id}`)).status).toBe(404);
    rig.expectNothingLeft();
    expect(rig.violations).toEqual([]);
    rmSync(keys.folder, { recursive: true });
  });
});

describe('the document', () => {
  const file = new URL('../rig/runpod-openapi.json', import.meta.url);
  const contract = new OpenApiContract({
    file,
    name: 'examples',
    ajv: new Ajv2020({ strict: false, formats: FORMATS }),
  });
  const document = JSON.parse(readFileSync(file, 'utf8')) as { paths: Record<string, JsonObject> };

  it('allows all of its own examples', async () => {
    await begin();
    let seen = 0;
    const problems: string[] = [];
    for (const [path, item] of Object.entries(document.paths)) {
      // No pods. Ajv does not see what `unevaluatedProperties` sees behind their `if`.
      if (path.startsWith('/v2/serverless')) continue;
      for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
        const definition = item[method];
        const match = contract.find(method.toUpperCase(), path.replace(/\{\w+\}/g, 'x'));
        if (!isObject(definition) || match === undefined) continue;
        for (const value of examples(definition.requestBody)) {
          seen += 1;
          for (const error of contract.bodyErrors(match.operation, value))
            problems.push(`${method} ${path}: ${JSON.stringify(error)}`);
        }
        const responses = isObject(definition.responses) ? definition.responses : {};
        for (const [code, response] of Object.entries(responses)) {
          for (const value of examples(response)) {
            seen += 1;
            // An event stream is text, and no JSON.
            if (typeof value === 'string') continue;
            const problem = contract.responseProblem(match.operation, Number(code), value);
            if (problem !== undefined) problems.push(`${method} ${path} ${code}: ${problem}`);
          }
        }
      }
    }
    expect(problems).toEqual([]);
    expect(seen).toBeGreaterThanOrEqual(35);
  });

  it('has its examples of requests accepted', async () => {
    await begin();
    const example = (path: string, method: string): Json => {
      const definition = document.paths[path]?.[method];
      const [value] = isObject(definition) ? examples(definition.requestBody) : [];
      if (value === undefined) throw new Error(`no example of ${method} ${path}`);
      return value;
    };
    const pod = await call('POST', '/pods', example('/v2/pods', 'post'));
    expect(pod.status).toBe(201);
    const id = String(pod.body.id);
    await status(id, 'RUNNING');
    const renamed = await call('PATCH', `/pods/${id}`, example('/v2/pods/{id}', 'patch'));
    expect(renamed.body).toMatchObject({ name: 'renamed-training-pod', status: 'RUNNING' });
    expect((await call('POST', `/pods/${id}/action`, { action: 'stop' })).status).toBe(200);
    const started = await call('POST', `/pods/${id}/action`, example('/v2/pods/{id}/action', 'post'));
    expect(started.body).toMatchObject({ status: 'STARTING' });
    const volume = await call('POST', '/network-volumes', example('/v2/network-volumes', 'post'));
    expect(volume.status).toBe(201);
    const patched = example('/v2/network-volumes/{id}', 'patch');
    expect((await call('PATCH', `/network-volumes/${String(volume.body.id)}`, patched)).status).toBe(200);
    expect((await call('GET', '/network-volumes')).body.networkVolumes).toHaveLength(2);
    expect((await call('DELETE', `/network-volumes/${String(volume.body.id)}`)).status).toBe(204);
    expect(rig.violations).toEqual([]);
  });

  it('is served to everybody', async () => {
    await begin();
    const { status: code, body } = await call('GET', '/openapi.json', undefined, null);
    expect([code, body.openapi]).toEqual([200, '3.1.0']);
  });
});

function examples(holder: Json | undefined): Json[] {
  const content = isObject(holder) && isObject(holder.content) ? holder.content : {};
  return Object.values(content).flatMap((media) => {
    if (!isObject(media) || !isObject(media.examples)) return [];
    return Object.values(media.examples).flatMap((example) =>
      isObject(example) ? (example.value ?? []) : [],
    );
  });
}

describe('refusals', () => {
  const wrong: readonly (readonly [string, Json | string, string])[] = [
    ['a field nobody knows', order({ spot: true }), "$: additional properties 'spot' not allowed"],
    ['no name', { image: 'a', gpu: { id: 'NVIDIA A40' } }, "$: must have required property 'name'"],
    ['no image', { name: 'a', gpu: { id: 'NVIDIA A40' } }, "$: must have required property 'image'"],
    ['no GPUs', order({ gpu: { id: 'NVIDIA A40', count: 0 } }), '$.gpu.count: must be >= 1'],
    [
      'a list of GPU types',
      order({ gpu: { id: 'NVIDIA A40', ids: [] } }),
      "$.gpu: additional properties 'ids' not allowed",
    ],
    [
      'an odd CUDA version',
      order({ gpu: { id: 'NVIDIA A40', minCudaVersion: '12' } }),
      '$.gpu.minCudaVersion',
    ],
    ['a number in env', order({ env: { A: 1 } }), '$.env.A: must be string'],
    ['both clouds', order({ cloud: 'ALL' }), '$.cloud: must be equal to one of the allowed values'],
    ['a volume without a path', order({ mounts: { network: [{ volumeId: 'a' }] } }), '$.mounts.network.0'],
    ['no JSON', '{"name":', '$: invalid JSON'],
  ];
  it.each(wrong)('422: %s', async (_, body, error) => {
    await begin();
    const answer = await call('POST', '/pods', body);
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(answer.body).toMatchObject({ title: 'Unprocessable Entity', status: 422 });
    expect(JSON.stringify(answer.body.errors)).toContain(error);
    expect(rig.ledger.entries()).toEqual([]);
    expect(rig.violations).toHaveLength(1);
  });

  const ruled: readonly (readonly [string, JsonObject, RegExp])[] = [
    ['a GPU and a CPU', { cpu: { id: 'cpu3c', vcpuCount: 2 } }, /exactly one of gpu or cpu/],
    [
      'two CUDA filters',
      { gpu: { id: 'NVIDIA A40', minCudaVersion: '12.4', allowedCudaVersions: ['12.4'] } },
      /mutually exclusive/,
    ],
    ['a port without its protocol', { ports: ['22'] }, /22\/tcp/],
    ['a GPU that does not exist', { gpu: { id: 'RTX 9000' } }, /not a known GPU type/],
    ['credentials that the account has not', { registry: 'nobodys' }, /registry not found/],
    ['a data center without that GPU', { dataCenterIds: ['CA-MTL-1'] }, /no longer any instances/],
    [
      'a CUDA version that no host serves',
      { gpu: { id: 'NVIDIA A40', minCudaVersion: '13.0' } },
      /no longer any/,
    ],
    ['more GPUs than a machine has', { gpu: { id: 'NVIDIA A40', count: 16 } }, /no longer any instances/],
    ['a small disk', { disk: 10 }, /This machine does not have the resources/],
    ['a cloud without it', { gpu: { id: 'NVIDIA A40' }, cloud: 'COMMUNITY' }, /no longer any instances/],
    [
      'a volume elsewhere',
      { mounts: { network: [{ volumeId: 'agv6w2qcg7', path: '/data' }] }, dataCenterIds: ['US-KS-2'] },
      /no longer/,
    ],
    [
      'more than 50 variables',
      { env: Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`V${n}`, ''])) },
      /at most 50/,
    ],
  ];
  it.each(ruled)('400: %s', async (_, more, detail) => {
    await begin();
    const answer = await call('POST', '/pods', order(more));
    expect([answer.status, String(answer.body.detail)]).toEqual([400, expect.stringMatching(detail)]);
    expect(rig.ledger.entries()).toEqual([]);
    expect(rig.violations).toEqual([]);
  });

  it('401 without a key or with a wrong one, 413 before that', async () => {
    await begin();
    expect((await call('GET', '/pods', undefined, null)).status).toBe(401);
    expect((await call('GET', '/pods', undefined, 'rpa_nobody')).status).toBe(401);
    expect((await call('POST', '/pods', order({ env: { A: 'a'.repeat(102_400) } }), null)).status).toBe(413);
    expect(rig.requests.map(({ key, status: code }) => [key, code])).toEqual([
      ['none', 401],
      ['unknown', 401],
      ['none', 413],
    ]);
  });

  it('402 without an hour of credit, 404 for templates, 405 and 404 for what is not there', async () => {
    await begin({ balance: 0.7 });
    expect((await call('POST', '/pods', order())).status).toBe(402);
    expect((await call('POST', '/pods', { ...order(), templateId: 'abc' })).status).toBe(404);
    expect((await call('PUT', '/pods', {})).status).toBe(405);
    expect((await call('GET', '/secrets')).status).toBe(404);
    expect(rig.violations).toHaveLength(2);
  });

  it('takes the use of account keys for a violation, and names that RunPod ignores too', async () => {
    await begin();
    await call('GET', '/account/ssh-keys');
    await call('GET', '/pods?status=RUNNING');
    expect(rig.violations).toEqual([
      expect.stringContaining('SSH keys are not ours'),
      'GET /v2/pods?status=RUNNING: RunPod ignores status',
    ]);
  });

  it('blocks the agent of python-urllib', async () => {
    await begin();
    const headers = { authorization: `Bearer ${rig.key}`, 'user-agent': 'Python-urllib/3.11' };
    expect((await fetch(`${rig.url}/pods`, { headers })).status).toBe(403);
  });
});

describe('the life of a pod', () => {
  it('goes from PROVISIONING to RUNNING with ports, and costs from the start', async () => {
    await begin();
    const { body } = await call('POST', '/pods', order(QUIET));
    expect(body).toMatchObject({
      status: 'PROVISIONING',
      actions: ['stop', 'terminate'],
      cost: 0.74,
      startedAt: null,
      runtime: {},
      ssh: { proxy: null, direct: null },
      dataCenterId: 'EU-RO-1',
      cudaVersion: '12.8',
      gpu: { vcpuCount: 16 },
    });
    const id = String(body.id);
    const port = await directPort(id);
    const running = await status(id, 'RUNNING');
    expect(running).toMatchObject({
      actions: ['stop', 'restart', 'terminate'],
      startedAt: expect.stringMatching(/Z$/),
      ssh: { direct: { host: '127.0.0.1', port, username: userInfo().username } },
      runtime: { ports: [{ private: 22, public: port, type: 'tcp', ip: '127.0.0.1' }] },
    });
    const reset = await call('POST', `/pods/${id}/action`, { action: 'reset' });
    expect(reset.status).toBe(422);
    expect((await call('POST', `/pods/${id}/action`, { action: 'start' })).status).toBe(409);

    const restarted = await call('POST', `/pods/${id}/action`, { action: 'restart' });
    expect(restarted.body).toMatchObject({ status: 'STARTING', runtime: null });
    const other = await until('another port', async () => {
      const found = await directPort(id);
      return found === port ? undefined : found;
    });
    expect(other).not.toBe(port);

    const stopped = await call('POST', `/pods/${id}/action`, { action: 'stop' });
    expect(stopped.body).toMatchObject({
      status: 'EXITED',
      cost: 0,
      runtime: null,
      actions: ['start', 'terminate'],
    });
    expect(rig.processes()).toEqual([]);
    expect((await call('POST', `/pods/${id}/action`, { action: 'restart' })).status).toBe(409);
    expect((await call('POST', `/pods/${id}/action`, { action: 'start' })).body).toMatchObject({
      cost: 0.74,
    });
    await status(id, 'RUNNING');
    expect((await call('POST', `/pods/${id}/action`, { action: 'terminate' })).status).toBe(204);
    expect((await call('GET', `/pods/${id}`)).status).toBe(404);
    expect((await call('DELETE', `/pods/${id}`)).status).toBe(404);
    expect(rig.ledger.entry(id).events.map(({ what }) => what)).toEqual([
      'create',
      'stop',
      'start',
      'terminate',
    ]);
  });

  it('starts a command again that ends, and bills on', async () => {
    await begin();
    const id = await created({ cmd: ['echo once; exit 3'] });
    const { container, log } = rig.pod(id);
    await until('a third start', () => (container?.starts ?? 0) >= 3 || undefined);
    expect(log.text('system')).toContain('container exited with 3; restarting');
    expect((await status(id, 'RUNNING')).cost).toBe(0.74);
  });

  it('runs the command of every form with the environment of the body and of the platform', async () => {
    await begin();
    const print = 'echo "got $GREETING ${RUNPOD_API_KEY#rpa_}"; sleep infinity';
    const env = { GREETING: "it's", RUNPOD_API_KEY: 'rpa_mine' };
    for (const form of [
      { entrypoint: ['/bin/bash', '-c'], cmd: [print] },
      { cmd: ['/bin/bash', '-c', print] },
      { args: print },
      { args: JSON.stringify({ entrypoint: ['/bin/bash'], cmd: ['-c', print] }) },
    ]) {
      const { body } = await call('POST', '/pods', order({ env, ...form }));
      const pod = rig.pod(String(body.id));
      const line = await until(
        'its line',
        () => pod.log.lines.find(({ line }) => line.startsWith('got'))?.line,
      );
      expect(line).toBe(`got it's ${pod.fields.key.slice(4)}`);
      await call('DELETE', `/pods/${pod.id}`);
    }
    const { body } = await call('POST', '/pods', order({ args: '' }));
    const { container } = rig.pod(String(body.id));
    await until('an empty command ends', () => (container?.starts ?? 0) > 1 || undefined);
  });

  it('is locked by a PATCH, and reset by one', async () => {
    await begin();
    const id = await created();
    await status(id, 'RUNNING');
    await call('PATCH', `/pods/${id}`, { locked: true });
    // Nothing but the name may change without a reset.
    await status(id, 'RUNNING');
    expect((await call('POST', `/pods/${id}/action`, { action: 'stop' })).status).toBe(409);
    await call('PATCH', `/pods/${id}`, { locked: false });
    expect((await call('PATCH', `/pods/${id}`, { env: { A: 'b' } })).body).toMatchObject({
      env: { A: 'b' },
      status: 'STARTING',
    });
  });

  it('has a CPU instead of GPUs', async () => {
    await begin();
    const { gpu: _, ...rest } = order({ ...QUIET, cpu: { id: 'cpu3c', vcpuCount: 2 }, disk: 20 });
    const { body } = await call('POST', '/pods', rest);
    expect(body).toMatchObject({ cost: 0.06, cudaVersion: null, cpu: { memory: 4 } });
    expect(body.gpu).toBeUndefined();
    await status(String(body.id), 'RUNNING');
    expect(rig.violations).toEqual([]);
  });
});

describe('keys', () => {
  it('lets a pod end itself and do nothing else', async () => {
    await begin();
    const id = await created();
    const other = rig.seed({ name: 'other' })[0]?.id ?? '';
    const { key } = rig.pod(id).fields;
    const as = async (method: string, path: string, body?: Json): Promise<number> =>
      (await call(method, path, body, key)).status;
    expect(await as('GET', '/pods')).toBe(403);
    expect(await as('GET', `/pods/${id}`)).toBe(403);
    expect(await as('PATCH', `/pods/${id}`, { name: 'x' })).toBe(403);
    expect(await as('POST', '/pods', order())).toBe(403);
    expect(await as('GET', '/catalog/gpus')).toBe(403);
    expect(await as('DELETE', `/pods/${other}`)).toBe(403);
    expect(await as('POST', `/pods/${other}/action`, { action: 'terminate' })).toBe(403);
    expect(await as('POST', `/pods/${id}/action`, { action: 'restart' })).toBe(403);
    rig.podKey.get = true;
    expect(await as('GET', `/pods/${id}`)).toBe(200);
    rig.podKey.terminate = false;
    expect(await as('POST', `/pods/${id}/action`, { action: 'terminate' })).toBe(403);
    expect(await as('DELETE', `/pods/${id}`)).toBe(204);
    expect((await call('GET', `/pods/${id}`)).status).toBe(404);
    await until('no processes', () => rig.processes().length === 0 || undefined);
    rig.expectNothingLeft();
    expect(rig.requests.filter((request) => request.key === `pod:${id}`)).toHaveLength(11);
  });

  it('lets a read-only key read', async () => {
    await begin();
    const key = rig.readOnlyKey();
    expect((await call('GET', '/pods', undefined, key)).status).toBe(200);
    expect((await call('POST', '/pods', order(), key)).status).toBe(403);
  });
});

describe('the catalogue', () => {
  it('tells stock on request only, and narrows it', async () => {
    await begin();
    const plain = (await call('GET', '/catalog/gpus')).body.gpus as JsonObject[];
    expect(plain.map(({ name }) => name)).toEqual(['RTX 4090', 'A40', 'A100 PCIe', 'H100 SXM', 'B200']);
    expect(plain[0]?.availability).toBeUndefined();
    expect((await call('GET', '/catalog/gpus?include=AVAILABILITY')).status).toBe(400);
    expect((await call('GET', '/catalog/gpus?cloud=SECURE')).status).toBe(400);
    const asked = '/catalog/gpus?include=AVAILABILITY&product=POD';
    const stocked = async (more: string): Promise<JsonObject> =>
      Object.fromEntries(
        ((await call('GET', asked + more)).body.gpus as JsonObject[]).map(({ name, availability }) => [
          name,
          availability ?? null,
        ]),
      );
    expect(await stocked('')).toEqual({
      'RTX 4090': 'HIGH',
      A40: 'MEDIUM',
      'A100 PCIe': 'MEDIUM',
      'H100 SXM': 'NONE',
      B200: 'LOW',
    });
    expect(await stocked('&minCudaVersion=13.0')).toMatchObject({ 'RTX 4090': 'NONE', B200: 'LOW' });
    expect(await stocked('&cloud=COMMUNITY')).toMatchObject({ A40: 'NONE', 'RTX 4090': 'HIGH' });
    expect(await stocked('&count=8&cloud=COMMUNITY')).toMatchObject({ 'RTX 4090': 'NONE' });
    expect(await stocked('&countryCodes=CA')).toEqual({ A40: 'MEDIUM' });
    const one = await call('GET', `/catalog/gpus/${encodeURIComponent('NVIDIA A40')}`);
    expect(one.body.price).toEqual({ secure: 0.49, community: 0 });
    expect((await call('GET', '/catalog/gpus/none')).status).toBe(404);
    const cpus = (await call('GET', '/catalog/cpus')).body.cpus as JsonObject[];
    expect(cpus.map(({ id }) => id)).toEqual(['cpu3c', 'cpu5c']);
    const centers = await call('GET', '/catalog/datacenters?regions=EUROPE&include=GPU_AVAILABILITY');
    expect(centers.body.dataCenters).toHaveLength(2);
    expect(rig.violations).toEqual([]);
  });
});

describe('the ledger', () => {
  it('adds up the seconds that a pod existed and was not stopped', async () => {
    await begin({ virtualTime: true, balance: 10 });
    const id = await created({ env: { MLW_NAME: 'intent-1' } });
    await status(id, 'RUNNING');
    rig.clock.advance(1800);
    expect(rig.ledger.dollars()).toBeCloseTo(0.37, 10);
    await call('POST', `/pods/${id}/action`, { action: 'stop' });
    rig.clock.advance(3600);
    await call('POST', `/pods/${id}/action`, { action: 'start' });
    rig.clock.advance(1800);
    expect(() => rig.expectNothingLeft()).toThrow(
      /pod \w+ "mlw-moola-1-1-abcdef" is alive after 7200 s, at \$0.74\/h, \$0.7400/,
    );
    await call('DELETE', `/pods/${id}`);
    rig.clock.advance(3600);
    expect(rig.ledger.entry(id)).toMatchObject({ intent: 'intent-1', seconds: 3600, price: 0.74 });
    expect(rig.ledger.dollars()).toBeCloseTo(0.74, 10);
    expect(rig.balance).toBeCloseTo(9.26, 10);
    rig.expectNothingLeft();
    const { records, metadata } = (await call('GET', `/billing/pods?podId=${id}&bucketSize=hour`)).body;
    const sum = (records as JsonObject[]).reduce((total, { totalAmount }) => total + Number(totalAmount), 0);
    expect(sum).toBeCloseTo(0.74, 4);
    expect(metadata).toMatchObject({ uniquePodCount: 1 });

    const again = await created({ env: { MLW_NAME: 'intent-1' } });
    await call('DELETE', `/pods/${again}`);
    expect(() => rig.expectNothingLeft()).toThrow(/the intent "intent-1" has 2 pods/);
    expect(rig.ledger.byName('mlw-moola-1-1-abcdef')).toHaveLength(2);
  });
});

describe('logs', () => {
  /** Reads events until the text holds what is waited for, then hangs up. */
  async function read(path: string, wanted: string, headers: Record<string, string> = {}): Promise<string> {
    const abort = new AbortController();
    const response = await fetch(`${rig.url}${path}`, {
      headers: { authorization: `Bearer ${rig.key}`, ...headers },
      signal: abort.signal,
    });
    let text = '';
    try {
      for await (const chunk of response.body ?? []) {
        text += Buffer.from(chunk as Uint8Array).toString();
        if (text.includes(wanted)) break;
      }
    } catch (error) {
      text += `[cut: ${(error as Error).name}]`;
    }
    abort.abort();
    return text;
  }

  it('withholds its headers until there is a line, and does not end', async () => {
    await begin();
    const [pod] = rig.seed({ name: 'quiet' });
    if (pod === undefined) throw new Error('no pod');
    let answered = false;
    const first = read(`/pods/${pod.id}/logs?source=container`, 'hello').then((text) => {
      answered = true;
      return text;
    });
    await until('the request', () => rig.requests.some(({ path }) => path.includes('/logs')) || undefined);
    pod.log.add('system', 'not for this source');
    await call('GET', '/pods');
    expect(answered).toBe(false);
    pod.log.add('container', 'hello');
    expect(await first).toMatch(
      /^id: \S+Z\/000000000002\ndata: \{"ts":"\S+Z","source":"container","line":"hello"\}\n\n$/,
    );
  });

  it('goes back as far as it is asked to', async () => {
    await begin();
    const [pod] = rig.seed({ name: 'loud' });
    for (let line = 1; line <= 300; line++) pod?.log.add('container', `line ${line}.`);
    const path = `/pods/${pod?.id}/logs`;
    const numbers = (text: string): number[] =>
      [...text.matchAll(/line (\d+)\./g)].map(([, number]) => Number(number));
    expect(numbers(await read(path, 'line 300.'))[0]).toBe(201);
    expect(numbers(await read(`${path}?tail=3`, 'line 300.'))).toEqual([298, 299, 300]);
    const id = pod?.log.lines[297]?.id ?? '';
    expect(numbers(await read(path, 'line 300.', { 'last-event-id': id }))).toEqual([299, 300]);
    expect(numbers(await read(`${path}?since=2020-01-01T00:00:00Z`, 'line 300.'))).toHaveLength(300);
    expect((await call('GET', `${path}?tail=5001`)).status).toBe(422);
    expect((await call('GET', '/pods/nobody/logs')).status).toBe(404);
  });

  it('F16: goes wrong as told', async () => {
    await begin();
    const [pod] = rig.seed({ name: 'loud' });
    pod?.log.add('container', 'one line');
    const path = `/pods/${pod?.id}/logs`;
    const broken = (what: Extract<Failure, { failure: 'logs' }>['what']): void =>
      rig.inject({ failure: 'logs', what });
    broken('drop-mid-frame');
    const cut = await read(path, 'never');
    expect(cut).toContain('[cut');
    expect(cut).not.toContain('one line');
    broken('huge-line');
    expect((await read(path, '\n\n')).length).toBeGreaterThan(2 * 1024 * 1024);
    broken('duplicate');
    expect((await read(path, 'one line"}\n\nid')).match(/^id: .*/gm)).toHaveLength(2);
    broken('duplicate');
    const had = pod?.log.lines[0]?.id ?? '';
    expect(await read(path, 'one line', { 'last-event-id': had })).toContain(`id: ${had}\n`);
    broken('keep-alive');
    expect(await read(path, 'one line')).toMatch(/^: keep-alive\n\nevent: keep-alive\n/);
    broken('ends');
    expect(await read(path, 'never')).toMatch(/one line"\}\n\n$/);
    broken('silent');
    let answered = false;
    void read(path, 'one line').then(
      () => {
        answered = true;
      },
      () => undefined,
    );
    await call('GET', '/pods');
    expect(answered).toBe(false);
  });

  it('tells in the system log how far the pull is', async () => {
    await begin();
    const id = await created();
    await status(id, 'RUNNING');
    const text = await read(`/pods/${id}/logs?source=system`, 'start container');
    expect([...text.matchAll(/"line":"([^"]*)"/g)].map(([, line]) => line)).toEqual([
      `create pod ${id} in EU-RO-1`,
      'create container runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404',
      '1.0.2-cu1281-torch280-ubuntu2404 Pulling from runpod/pytorch',
      'pulling image: 100%',
      'Status: Downloaded newer image for runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404',
      'start container',
    ]);
  });
});

describe('lists', () => {
  it('F20: gives 1,200 foreign pods on two pages, and tells when one was touched', async () => {
    await begin();
    rig.seed({ name: 'notebook' }, 1200);
    const first = await call('GET', '/pods');
    expect(first.body.pods).toHaveLength(1000);
    const { hasNextPage, nextCursor } = first.body.pagination as JsonObject;
    expect(hasNextPage).toBe(true);
    const second = await call('GET', `/pods?cursor=${String(nextCursor)}`);
    expect(second.body.pods).toHaveLength(200);
    expect(second.body.pagination).toEqual({ hasNextPage: false, nextCursor: null });
    const ids = [first, second].flatMap(({ body }) => (body.pods as JsonObject[]).map(({ id }) => id));
    expect(new Set(ids).size).toBe(1200);
    expect((await call('GET', '/pods?cursor=abc')).status).toBe(422);
    expect((await call('GET', '/pods?limit=1001')).status).toBe(422);
    expect((await call('GET', '/pods?limit=0')).status).toBe(422);
    rig.expectNothingLeft();
    await call('DELETE', `/pods/${String(ids[7])}`);
    expect(() => rig.expectNothingLeft()).toThrow(/a foreign pod was touched: terminate of notebook/);
  });
});

describe('failures', () => {
  const virtual = (): Promise<void> => begin({ virtualTime: true });
  const order4090 = (): Promise<Answer> => call('POST', '/pods', order(QUIET));

  it.each(['reset', 'bad-gateway', 'server-error'] as const)(
    'F1, F2: a pod is made, its answer is %s',
    async (how) => {
      await begin();
      rig.inject({ failure: 'answer-lost', on: 'create', how });
      if (how === 'reset') await expect(order4090()).rejects.toThrow(/fetch failed/);
      else {
        const answer = await order4090();
        expect(answer.status).toBe(how === 'bad-gateway' ? 502 : 500);
        expect(answer.headers.get('content-type')).toBe(
          how === 'bad-gateway' ? 'text/html' : 'application/problem+json',
        );
      }
      expect(rig.ledger.alive()).toHaveLength(1);
      expect((await call('GET', '/pods')).body.pods).toHaveLength(1);
      expect((await order4090()).status).toBe(201);
      expect(() => rig.expectNothingLeft()).toThrow(/the name "mlw-moola-1-1-abcdef" has 2 pods/);
    },
  );

  it('F1: a pod is made, and no answer comes', async () => {
    await begin();
    rig.inject({ failure: 'answer-lost', on: 'create', how: 'hang' });
    const abort = new AbortController();
    const answer = fetch(`${rig.url}/pods`, {
      method: 'POST',
      headers: { authorization: `Bearer ${rig.key}` },
      body: JSON.stringify(order(QUIET)),
      signal: abort.signal,
    });
    await until('the pod', () => rig.pods.length === 1 || undefined);
    expect((await call('GET', '/pods')).body.pods).toHaveLength(1);
    abort.abort();
    await expect(answer).rejects.toThrow(/abort/);
  });

  it('F3, F4: a new pod is hidden, also from DELETE, and appears later', async () => {
    await virtual();
    rig.inject({ failure: 'hidden', seconds: 8 });
    const id = String((await order4090()).body.id);
    expect((await call('GET', `/pods/${id}`)).status).toBe(404);
    expect((await call('GET', '/pods')).body.pods).toEqual([]);
    expect((await call('DELETE', `/pods/${id}`)).status).toBe(404);
    rig.clock.advance(8);
    expect((await call('GET', `/pods/${id}`)).status).toBe(200);
    expect((await call('GET', '/pods')).body.pods).toHaveLength(1);
    rig.inject({ failure: 'hidden', seconds: 8, from: 'list' });
    const next = String((await order4090()).body.id);
    expect((await call('GET', `/pods/${next}`)).status).toBe(200);
    expect((await call('GET', '/pods')).body.pods).toHaveLength(1);
  });

  it('F5: a DELETE is done, and its answer is a 500 or none', async () => {
    await begin();
    const id = await created();
    rig.inject({ failure: 'answer-lost', on: 'delete', how: 'server-error' });
    expect((await call('DELETE', `/pods/${id}`)).status).toBe(500);
    expect(rig.ledger.alive()).toEqual([]);
    const next = await created();
    rig.inject({ failure: 'answer-lost', on: 'delete', how: 'reset' });
    await expect(call('DELETE', `/pods/${next}`)).rejects.toThrow();
    expect((await call('GET', `/pods/${next}`)).status).toBe(404);
  });

  it('F6: a DELETE is accepted, and the pod lingers and is billed', async () => {
    await virtual();
    rig.inject({ failure: 'lingers', seconds: 30 });
    const id = await created();
    expect((await call('DELETE', `/pods/${id}`)).status).toBe(204);
    rig.clock.advance(29);
    expect((await call('GET', `/pods/${id}`)).status).toBe(200);
    rig.clock.advance(1);
    expect((await call('GET', `/pods/${id}`)).status).toBe(404);
    expect(rig.ledger.entry(id).seconds).toBeCloseTo(30, 6);
  });

  it('F7, F8: no capacity in both wordings, for what is named; a rule for all', async () => {
    await begin();
    rig.inject({ failure: 'no-capacity' });
    rig.inject({ failure: 'no-capacity', wording: 'machine' });
    expect((await order4090()).body).toMatchObject({ status: 400, detail: NO_CAPACITY.instances });
    expect((await order4090()).body).toMatchObject({ status: 400, detail: NO_CAPACITY.machine });
    expect((await order4090()).status).toBe(201);
    rig.inject({ failure: 'no-capacity', gpu: 'NVIDIA A40' }, Number.POSITIVE_INFINITY);
    expect((await order4090()).status).toBe(201);
    for (let tries = 0; tries < 3; tries++)
      expect((await call('POST', '/pods', order({ gpu: { id: 'NVIDIA A40' } }))).status).toBe(400);
    rig.heal();
    rig.inject({ failure: 'rule', detail: 'no such thing' }, Number.POSITIVE_INFINITY);
    for (const id of ['NVIDIA A40', 'NVIDIA B200'])
      expect((await call('POST', '/pods', order({ gpu: { id } }))).body.detail).toBe('no such thing');
  });

  it.each([402, 403, 413, 422, 503] as const)('F9: refused with %i, and no pod', async (code) => {
    await begin();
    rig.inject({ failure: 'refused', status: code, errors: ['$: no'] });
    const { body } = await order4090();
    expect(body).toMatchObject({ status: code, errors: ['$: no'], detail: expect.stringMatching(/.{5}/) });
    expect(rig.ledger.entries()).toEqual([]);
  });

  it('F9: the key is revoked while pods run', async () => {
    await begin();
    await created();
    rig.inject({ failure: 'key-revoked' });
    expect((await call('GET', '/pods')).status).toBe(401);
    expect(rig.ledger.alive()).toHaveLength(1);
  });

  it('F10: two windows are exhausted, and the second opens later than Retry-After says', async () => {
    await virtual();
    rig.inject({ failure: 'rate-limited', seconds: 12, hour: 40 });
    const limited = await call('GET', '/pods');
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('12');
    expect(limited.headers.get('ratelimit')).toBe('"minute";r=0;t=12, "hour";r=0;t=40');
    expect(limited.headers.get('ratelimit-policy')).toBe('"minute";q=1000;w=60, "hour";q=20000;w=3600');
    rig.clock.advance(12);
    expect((await call('GET', '/pods')).status).toBe(429);
    rig.clock.advance(28);
    expect((await call('GET', '/pods')).status).toBe(200);
  });

  it('F10: a quota is used up by requests', async () => {
    await begin({ virtualTime: true, quota: { minute: 3 } });
    for (let sent = 0; sent < 3; sent++) expect((await call('GET', '/pods')).status).toBe(200);
    expect((await call('GET', '/pods')).status).toBe(429);
    rig.clock.advance(60);
    expect((await call('GET', '/pods')).status).toBe(200);
  });

  const unready = [
    ['runtime-null', null],
    ['runtime-empty', {}],
    ['no-ip', { ports: [{ private: 22, ip: null }] }],
    ['no-public-port', { ports: [{ private: 22, public: null }] }],
    ['no-direct', { ports: [{ private: 22, ip: '127.0.0.1' }] }],
  ] as const;
  it.each(unready)('F11: RUNNING, but %s', async (what, runtime) => {
    await virtual();
    rig.inject({ failure: 'readiness', what, seconds: 60 });
    const id = await created();
    const shown = await until('its runtime', async () => {
      const body = await status(id, 'RUNNING');
      // Ports come a little later than the status.
      if (runtime === null || !('ports' in runtime)) return body;
      return isObject(body.runtime) && body.runtime.ports !== undefined ? body : undefined;
    });
    if (runtime === null) expect(shown.runtime).toBeNull();
    else expect(shown.runtime).toMatchObject(runtime);
    expect(shown.ssh).toMatchObject({ direct: null });
    rig.clock.advance(60);
    expect(await directPort(id)).toBeGreaterThan(0);
    expect(rig.violations).toEqual([]);
  });

  it('F12: never leaves PROVISIONING, ends during the pull, ends later', async () => {
    await virtual();
    rig.inject({ failure: 'stuck', at: 'PROVISIONING' });
    const stuck = await created();
    rig.clock.advance(3600);
    expect((await call('GET', `/pods/${stuck}`)).body).toMatchObject({ status: 'PROVISIONING', cost: 0.74 });
    expect(rig.ledger.dollars()).toBeCloseTo(0.74, 6);
    rig.inject({ failure: 'ends', as: 'ERROR', during: 'pull' });
    const broken = await created();
    expect((await status(broken, 'ERROR')).actions).toEqual(['start', 'terminate']);
    expect(rig.pod(broken).startedAt).toBeUndefined();
    rig.inject({ failure: 'ends', as: 'EXITED', during: 'run', seconds: 90 });
    const ended = await created();
    await status(ended, 'RUNNING');
    await directPort(ended);
    rig.clock.advance(90);
    expect(await status(ended, 'EXITED')).toMatchObject({ cost: 0 });
  });

  it('F12: never gets from STARTING to RUNNING', async () => {
    await virtual();
    rig.inject({ failure: 'stuck', at: 'STARTING' });
    const id = await created();
    await status(id, 'STARTING');
    rig.clock.advance(86_400);
    expect((await call('GET', `/pods/${id}`)).body.status).toBe('STARTING');
    expect((await call('POST', `/pods/${id}/action`, { action: 'stop' })).body.status).toBe('EXITED');
  });

  it('has no GPU after a start on the same host', async () => {
    await begin();
    rig.inject({ failure: 'gpu', what: 'none-after-start' });
    const id = await created({ cmd: ['echo "smi $(nvidia-smi -L)"; sleep infinity'] });
    const { log } = rig.pod(id);
    const said = (text: string) =>
      until(text, () => log.lines.some(({ line }) => line.startsWith(`smi ${text}`)) || undefined);
    await said('GPU 0: NVIDIA GeForce RTX 4090');
    await call('POST', `/pods/${id}/action`, { action: 'stop' });
    await call('POST', `/pods/${id}/action`, { action: 'start' });
    await said('No devices were found');
  });

  it('F13: the pull takes 170 s of the clock, and says how far it is', async () => {
    await virtual();
    rig.inject({ failure: 'slow-pull', seconds: 170 });
    const id = await created();
    await status(id, 'STARTING');
    rig.clock.advance(102);
    const { log } = rig.pod(id);
    expect(log.text('system')).toMatch(/pulling image: 60%\n$/);
    expect((await call('GET', `/pods/${id}`)).body.status).toBe('STARTING');
    await until('the end of the pull', () => {
      rig.clock.advance(34);
      return log.text('system').includes('pulling image: 100%') || undefined;
    });
    await status(id, 'RUNNING');

    rig.inject({ failure: 'slow-pull', seconds: 170, shows: 'RUNNING' });
    const early = await created();
    expect(await status(early, 'RUNNING')).toMatchObject({ runtime: null, startedAt: null });
  });

  it.each([
    ['toomanyrequests', /toomanyrequests/],
    ['manifest-unknown', /manifest unknown/],
    ['cuda', /nvidia-container-cli: .* unsatisfied condition: cuda>=13\.0/],
  ] as const)('F13: the image cannot be used: %s', async (what, text) => {
    await virtual();
    rig.inject({ failure: 'pull-error', what });
    const id = await created();
    const { log } = rig.pod(id);
    await until('the error', () => text.test(log.text('system')) || undefined);
    rig.clock.advance(600);
    expect((await call('GET', `/pods/${id}`)).body.status).toBe('STARTING');
    expect(log.text('system').match(new RegExp(text, 'g'))?.length).toBeGreaterThan(1);
  });

  it('F18: is stopped by the platform; without credit it is ended, and kept if it has a volume', async () => {
    await begin();
    const id = await created();
    await status(id, 'RUNNING');
    rig.inject({ failure: 'preempted', pod: id });
    await status(id, 'EXITED');
    expect(rig.ledger.entry(id).events.at(-1)).toMatchObject({ what: 'stop', by: 'platform' });
    const kept = await created({ mounts: { network: [{ volumeId: 'agv6w2qcg7', path: '/workspace' }] } });
    rig.inject({ failure: 'balance', dollars: 0 });
    await status(kept, 'EXITED');
    expect((await call('GET', `/pods/${id}`)).status).toBe(404);
    expect((await order4090()).status).toBe(402);
  });

  it('F19: costs more than the catalog says', async () => {
    await begin();
    rig.inject({ failure: 'price', factor: 1.5 });
    expect((await order4090()).body.cost).toBe(1.11);
    expect((await order4090()).body.cost).toBe(0.74);
  });

  it('F20: names are not unique', async () => {
    await begin();
    rig.seed(
      { name: 'twice', env: { MLW_OWNER: 'github:1' }, foreign: false, ageSeconds: 7200, price: 0.5 },
      2,
    );
    const { pods } = (await call('GET', '/pods')).body;
    expect(pods).toMatchObject([{ name: 'twice', env: { MLW_OWNER: 'github:1' } }, { name: 'twice' }]);
    expect(rig.ledger.dollars()).toBeCloseTo(2, 2);
  });

  it('F21, F22: statuses, fields and actions that no document has', async () => {
    await begin();
    rig.inject({ failure: 'unknown', status: 'MIGRATING', fields: { zone: 'b' } });
    const id = await created();
    expect(await status(id, 'MIGRATING')).toMatchObject({ zone: 'b' });
    rig.inject({ failure: 'actions', actions: ['terminate', 'hibernate'] });
    expect((await order4090()).body.actions).toEqual(['terminate', 'hibernate']);
    expect(rig.violations).toEqual([]);
  });

  it('F24: the clock of the pod is off', async () => {
    await virtual();
    rig.inject({ failure: 'skew', seconds: -900 });
    const id = await created({
      cmd: ['touch stamp; echo "$(date +%s) $(stat -c %Y stamp)"; sleep infinity'],
    });
    const { log } = rig.pod(id);
    const line = await until('its time', () => log.lines.find(({ source }) => source === 'container')?.line);
    const expected = Math.floor(rig.clock.now()) - 900;
    expect(line).toBe(`${expected} ${expected}`);
  });
});

describe.skipIf(!hasSshd)('failures of sshd', () => {
  const refusal = (keys: Keys, port: number): Promise<string> =>
    keys.ssh(port, 'true').then(
      () => 'no refusal',
      (error: unknown) => String((error as { stderr?: string }).stderr),
    );

  async function withKeys(
    failure: Failure | undefined,
    use: (keys: Keys, id: string, port: number) => Promise<void>,
  ) {
    await begin({ virtualTime: true });
    if (failure !== undefined) rig.inject(failure);
    const keys = await pinned();
    const { body } = await call('POST', '/pods', order(keys.more));
    const id = String(body.id);
    await use(keys, id, await directPort(id));
    rmSync(keys.folder, { recursive: true });
  }
  const finished = (id: string): Promise<true> =>
    until('the start script', () => rig.pod(id).log.text('container').includes('Pod is ready') || undefined);

  /** sshd is in the background before it listens. */
  const answered = (keys: Keys, port: number): Promise<string> =>
    until('an answer', async () => {
      const said = await refusal(keys, port);
      return said.includes('Connection refused') ? undefined : said;
    });

  it('F14: refuses for 90 s', () =>
    withKeys({ failure: 'ssh', what: 'refuses', seconds: 90 }, async (keys, id, port) => {
      await finished(id);
      expect(await refusal(keys, port)).toMatch(/Connection refused/);
      rig.clock.advance(90);
      expect(await ready(keys, port, 'echo in')).toBe('in\n');
    }));

  it('F14: accepts and drops', () =>
    withKeys({ failure: 'ssh', what: 'drops', seconds: 90 }, async (keys, id, port) => {
      await finished(id);
      expect(await refusal(keys, port)).toMatch(/Connection (closed|reset)/);
      rig.clock.advance(90);
      expect(await ready(keys, port, 'echo in')).toBe('in\n');
    }));

  it('F14: another host key', () =>
    withKeys({ failure: 'ssh', what: 'other-key' }, async (keys, id, port) => {
      await finished(id);
      expect(await answered(keys, port)).toMatch(/REMOTE HOST IDENTIFICATION HAS CHANGED/);
    }));

  it('F14: an rsa key only', () =>
    withKeys({ failure: 'ssh', what: 'rsa-only' }, async (keys, id, port) => {
      await finished(id);
      expect(await answered(keys, port)).toMatch(/no matching host key type found. Their offer: .*rsa/);
    }));

  it('F15: the old port is reported after a restart', () =>
    withKeys({ failure: 'stale-port', seconds: 90 }, async (keys, id, port) => {
      await ready(keys, port, 'true');
      await call('POST', `/pods/${id}/action`, { action: 'restart' });
      await status(id, 'RUNNING');
      expect(await directPort(id)).toBe(port);
      expect(await refusal(keys, port)).toMatch(/Connection refused/);
      rig.clock.advance(90);
      const now = await directPort(id);
      expect(now).not.toBe(port);
      expect(await ready(keys, now, 'echo in')).toBe('in\n');
    }));

  it('F17: the host is dead, and the status is not', () =>
    withKeys(undefined, async (keys, id, port) => {
      await ready(keys, port, 'true');
      const held = keys.ssh(port, 'echo begun; sleep 1000').catch(() => 'lost');
      await until('the session', () => rig.clock.sleeping.includes(id) || undefined);
      rig.inject({ failure: 'host-dies', pod: id });
      expect(await refusal(keys, port)).toMatch(/timed out/);
      expect(await status(id, 'RUNNING')).toMatchObject({ cost: 0.74 });
      expect((await call('DELETE', `/pods/${id}`)).status).toBe(204);
      expect(rig.processes()).toEqual([]);
      expect(await held).toBe('lost');
    }));
});

describe('the clock of a pod', () => {
  it('takes a watchdog over hours', async () => {
    await begin({ virtualTime: true });
    const watchdog = [
      'touch lease; echo watching',
      'while :; do',
      '  age=$(( $(date +%s) - $(stat -c %Y lease) ))',
      '  if [ $age -ge 7200 ]; then',
      `    curl -s -o /dev/null -X DELETE -H "Authorization: Bearer $RUNPOD_API_KEY" ${rig.url}/pods/$RUNPOD_POD_ID`,
      '  fi',
      '  sleep 30',
      'done',
    ].join('\n');
    const id = await created({ cmd: [watchdog] });
    await until('its first sleep', () => rig.clock.sleeping.includes(id) || undefined);
    await rig.clock.run(7190);
    expect(rig.ledger.alive()).toHaveLength(1);
    await rig.clock.run(600);
    expect(rig.ledger.entry(id).seconds).toBeCloseTo(7200, 0);
    expect(rig.ledger.entry(id).events.at(-1)).toMatchObject({ what: 'terminate', by: 'pod' });
    rig.expectNothingLeft();
  });

  it('is a real one unless told', async () => {
    await begin();
    const id = await created({ cmd: ['echo "$(command -v sleep) $(date +%s)"; sleep infinity'] });
    const { log } = rig.pod(id);
    const line = await until('its time', () => log.lines.find(({ source }) => source === 'container')?.line);
    const [sleep, time] = line.split(' ');
    expect(sleep).toBe('/usr/bin/sleep');
    expect(Math.abs(Number(time) - Date.now() / 1000)).toBeLessThan(60);
  });
});

describe('nvidia-smi', () => {
  it.each([
    ['missing', 'none'],
    ['failing', 9],
    ['no-devices', 6],
  ] as const)('%s', async (what, code) => {
    await begin();
    rig.inject({ failure: 'gpu', what });
    const id = await created({
      cmd: ['command -v nvidia-smi || echo none; nvidia-smi; echo "code $?"; sleep infinity'],
    });
    const { log } = rig.pod(id);
    const text = await until('its end', () =>
      log.text().includes('code') ? log.text('container') : undefined,
    );
    expect(text).toContain(code === 'none' ? 'none\n' : `code ${code}\n`);
  });

  it('says the load that a test writes, of each GPU', async () => {
    await begin();
    const query = '--query-gpu=index,name,utilization.gpu,memory.used --format=csv';
    const id = await created({
      gpu: { id: 'NVIDIA A40', count: 2 },
      cmd: [
        `echo "93 20480" > ../gpu-load; nvidia-smi ${query}; nvidia-smi --query-gpu=x --format=csv; echo "code $?"; sleep infinity`,
      ],
    });
    const { log } = rig.pod(id);
    const text = await until('its end', () =>
      log.text().includes('code') ? log.text('container') : undefined,
    );
    expect(text).toBe(
      [
        'index, name, utilization.gpu [%], memory.used [MiB]',
        '0, NVIDIA A40, 93 %, 20480 MiB',
        '1, NVIDIA A40, 93 %, 20480 MiB',
        'Field "x" is not a valid field to query.',
        'code 2',
        '',
      ].join('\n'),
    );
  });
});

describe('the reaper', () => {
  it('kills what is left when the one who started it is gone', async () => {
    await begin();
    const folder = mkdtempSync(join(tmpdir(), 'rig-reaper-'));
    const script = join(folder, 'reaper');
    writeFileSync(script, REAPER);
    const marks = newMarks();
    const reaper = startReaper(script, marks, folder);
    const left = spawn('/bin/bash', [
      '-c',
      `ulimit -x ${marks.first + 7}; (setsid env -i sleep 1000 &) ; exec sleep 1000`,
    ]);
    const ended = new Promise((resolve) => left.once('exit', (_, signal) => resolve(signal)));
    await until('both', () => marked(marks).length === 2 || undefined);
    // All that the death of this process would do to it.
    reaper.stdin?.destroy();
    expect(await ended).toBe('SIGKILL');
    await until('its end', () => !existsSync(folder) || undefined);
    expect(marked(marks)).toEqual([]);
  });
});
