/** What we send and what we read, against RunPod's own API document. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type CreatePodBody,
  cpuListSchema,
  createPodBody,
  dataCenterListSchema,
  gpuListSchema,
  logLineSchema,
  networkVolumeSchema,
  podActionBody,
  podBillSchema,
  podListSchema,
  podSchema,
  problemSchema,
} from '../../src/runpod/api.ts';
import { endpointOf } from '../../src/runpod/client.ts';
import { FORMATS } from '../rig/contract.ts';

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly additionalProperties?: boolean | Schema;
}
interface Media {
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}
interface Operation {
  readonly parameters?: readonly { readonly $ref?: string; readonly name?: string }[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, Media>> }>>;
}
const document = JSON.parse(readFileSync(new URL('../rig/runpod-openapi.json', import.meta.url), 'utf8')) as {
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, { readonly name: string }>>;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
};

/** With its reference followed and its parts put together. */
function whole(schema: Schema): Schema {
  const name = schema.$ref?.replace('#/components/schemas/', '');
  const { $ref: _, ...rest } = schema;
  const parts = [...(name ? [document.components.schemas[name] ?? {}] : []), ...(schema.allOf ?? [])].map(
    whole,
  );
  const all = [...parts, rest];
  return {
    ...Object.assign({}, ...all),
    properties: Object.assign({}, ...all.map(({ properties }) => properties)),
    required: all.flatMap(({ required }) => required ?? []),
  };
}

/** The ways in which a value may look, without null. */
function ways(schema: Schema): Schema[] {
  const one = whole(schema);
  const all = one.anyOf ? one.anyOf.flatMap(ways) : [one];
  return all.filter(({ type }) => type !== 'null');
}

function types(schema: Schema): string[] {
  const list = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return list.filter((type) => type !== 'null').map((type) => (type === 'integer' ? 'number' : type));
}

/** Where ours and theirs differ: what we name must exist there, with that type, and be as sure as we take it to be. */
function differences(ours: Schema, theirs: Schema, at: string): string[] {
  const [our, ...others] = ways(ours);
  const [their] = ways(theirs);
  if (!our || others.length > 0 || !their) return [`${at}: cannot be compared`];
  const found: string[] = [];
  const [type] = types(our);
  const theirTypes = types(their).length > 0 ? types(their) : their.properties ? ['object'] : [];
  if (type !== undefined && !theirTypes.includes(type))
    found.push(`${at}: ${type} is ${theirTypes.join(' or ')}`);
  for (const value of our.enum ?? []) {
    if (!their.enum?.includes(value)) found.push(`${at}: there is no ${value}`);
  }
  for (const [name, field] of Object.entries(our.properties ?? {})) {
    const same = their.properties?.[name];
    if (same) found.push(...differences(field, same, `${at}.${name}`));
    else found.push(`${at}.${name}: does not exist`);
  }
  if (our.items) found.push(...differences(our.items, their.items ?? {}, `${at}[]`));
  if (typeof our.additionalProperties === 'object' && Object.keys(our.additionalProperties).length > 0) {
    const rest = typeof their.additionalProperties === 'object' ? their.additionalProperties : {};
    found.push(...differences(our.additionalProperties, rest, `${at}{}`));
  }
  return found;
}

/** Fields without which we fail, and which are not promised. */
function unpromised(ours: Schema, theirs: Schema, at: string): string[] {
  const [our] = ways(ours);
  const [their] = ways(theirs);
  if (!our || !their) return [];
  return [
    ...(our.required ?? [])
      .filter((name) => !their.required?.includes(name))
      .map((name) => `${at}.${name}: is not promised`),
    ...Object.entries(our.properties ?? {}).flatMap(([name, field]) =>
      unpromised(field, their.properties?.[name] ?? {}, `${at}.${name}`),
    ),
    ...(our.items && their.items ? unpromised(our.items, their.items, `${at}[]`) : []),
  ];
}

const asJson = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as Schema;
const component = (name: string): Schema => {
  const schema = document.components.schemas[name];
  if (!schema) throw new Error(`the document has no ${name}`);
  return schema;
};

describe('each field', () => {
  it.each<[string, z.ZodType]>([
    ['Pod', podSchema],
    ['ListPodsResponse', podListSchema],
    ['ListGpuTypesResponse', gpuListSchema],
    ['ListCpuTypesResponse', cpuListSchema],
    ['ListDataCentersResponse', dataCenterListSchema],
    ['NetworkVolume', networkVolumeSchema],
    ['ListPodBillingResponse', podBillSchema],
    ['ErrorResponse', problemSchema],
  ])('that we read of %s exists with that type, and what we need is promised', (name, schema) => {
    expect(differences(asJson(schema), component(name), name)).toEqual([]);
    expect(unpromised(asJson(schema), component(name), name)).toEqual([]);
  });

  it.each<[string, z.ZodType]>([
    ['CreatePodRequest', createPodBody],
    ['PodActionRequest', podActionBody],
  ])('that we send of %s exists with that type, and none that it needs is missing', (name, schema) => {
    expect(differences(asJson(schema), component(name), name)).toEqual([]);
    const sent = Object.keys(asJson(schema).properties ?? {});
    expect(whole(component(name)).required?.filter((field) => !sent.includes(field))).toEqual([]);
  });

  it('is missed when the document loses it or gives it another type', () => {
    const ours = asJson(
      z.object({ id: z.string(), cost: z.number(), cloud: z.enum(['MOON']), gone: z.string().optional() }),
    );
    expect(differences(ours, component('Pod'), 'Pod')).toEqual([
      'Pod.cloud: there is no MOON',
      'Pod.gone: does not exist',
    ]);
    expect(differences(asJson(z.object({ id: z.number() })), component('Pod'), 'Pod')).toEqual([
      'Pod.id: number is string',
    ]);
    expect(unpromised(asJson(z.object({ cpu: z.object({}) })), component('Pod'), 'Pod')).toEqual([
      'Pod.cpu: is not promised',
    ]);
  });
});

describe('each query parameter', () => {
  const parametersOf = (path: string) =>
    (document.paths[path]?.get?.parameters ?? []).map(
      ({ $ref, name }) => name ?? document.components.parameters[$ref?.split('/').at(-1) ?? '']?.name,
    );
  it.each<[string, readonly string[]]>([
    ['/v2/pods', ['limit', 'cursor']],
    ['/v2/pods/{id}/logs', ['source', 'tail', 'Last-Event-ID']],
    ['/v2/catalog/gpus', ['include', 'product', 'count', 'cloud']],
    ['/v2/catalog/cpus', ['include', 'product', 'vcpuCount']],
    ['/v2/catalog/datacenters', ['include']],
    ['/v2/billing/pods', ['podId', 'bucketSize', 'startTime', 'endTime']],
  ])('of %s is known there: others are passed over in silence', (path, used) => {
    expect(parametersOf(path)).toEqual(expect.arrayContaining([...used]));
  });
});

describe('the examples of the document', () => {
  const examples = (path: string, method: string, status: string) =>
    Object.values(document.paths[path]?.[method]?.responses[status]?.content ?? {}).flatMap((media) =>
      Object.values(media.examples ?? {}).map(({ value }) => value),
    );

  it.each<[string, string, string, z.ZodType]>([
    ['/v2/pods', 'get', '200', podListSchema],
    ['/v2/pods', 'post', '201', podSchema],
    ['/v2/pods/{id}', 'get', '200', podSchema],
    ['/v2/pods/{id}/action', 'post', '200', podSchema],
    ['/v2/catalog/gpus', 'get', '200', gpuListSchema],
    ['/v2/catalog/cpus', 'get', '200', cpuListSchema],
    ['/v2/catalog/datacenters', 'get', '200', dataCenterListSchema],
    ['/v2/network-volumes/{id}', 'get', '200', networkVolumeSchema],
    ['/v2/billing/pods', 'get', '200', podBillSchema],
  ])('of %s %s %s are read, and no value is lost or changed', (path, method, status, schema) => {
    const all = examples(path, method, status);
    expect(all.length).toBeGreaterThan(0);
    for (const example of all) expect(example).toMatchObject(present(schema.parse(example)) as object);
  });

  it('of the log are read', () => {
    const [event] = examples('/v2/pods/{id}/logs', 'get', '200') as string[];
    const data = /^data: (.*)$/m.exec(event ?? '')?.[1];
    expect(logLineSchema.parse(JSON.parse(data ?? ''))).toEqual({
      ts: '2026-06-01T12:02:03Z',
      source: 'container',
      line: 'Model loaded.',
    });
  });

  it('have an address where a container runs, and none where it does not', () => {
    const [running] = examples('/v2/pods/{id}', 'get', '200');
    const [made] = examples('/v2/pods', 'post', '201');
    expect(endpointOf(podSchema.parse(running))).toEqual({ host: '195.26.233.3', port: 34446, user: 'root' });
    expect(endpointOf(podSchema.parse(made))).toBeUndefined();
    expect(podSchema.parse(made).runtime).toBeUndefined();
  });
});

/** What was read, without the fields that were not there and an environment that was not given. */
function present(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(present);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, present(field)]));
}

describe('a pod is read', () => {
  const least = { id: 'p1', name: 'n' };

  it('with its id and name alone', () => {
    expect(podSchema.parse(least)).toMatchObject({ ...least, status: 'UNKNOWN', env: {} });
  });

  it('F21: with fields and values that we do not know', () => {
    const pod = podSchema.parse({
      ...least,
      status: 'HIBERNATING',
      cloud: 'MOON',
      future: { a: 1 },
      actions: 7,
    });
    expect(pod).toMatchObject({ status: 'HIBERNATING', cloud: 'MOON' });
  });

  it.each([null, {}, { uptime: null, ports: null }, 'soon', 7])(
    'F11: with a runtime of %j as with none',
    (runtime) => {
      expect(podSchema.parse({ ...least, runtime }).runtime).toBeUndefined();
    },
  );

  it('with values of another kind where nothing depends on them', () => {
    const odd = {
      ...least,
      cost: '0.44',
      ssh: 'no',
      env: [],
      runtime: { ports: [{ private: '22' }] },
      startedAt: 5,
    };
    expect(podSchema.parse(odd)).toMatchObject({ ...least, env: {} });
    expect(podSchema.parse(odd).cost).toBeUndefined();
  });

  it('not without what we find it by', () => {
    expect(podSchema.safeParse({ name: 'n' }).success).toBe(false);
    expect(podSchema.safeParse({ id: '', name: 'n' }).success).toBe(false);
    expect(podSchema.safeParse({ id: 'p1' }).success).toBe(false);
  });
});

describe('the address of a pod', () => {
  const address = (more: object) => endpointOf(podSchema.parse({ id: 'p1', name: 'n', ...more }));
  const ports = (...list: object[]) => ({ runtime: { uptime: 1, ports: list } });
  const ssh = { private: 22, public: 34446, type: 'tcp', ip: '195.26.233.3' };

  it('is that of `ssh.direct`, else that of the published port 22', () => {
    const direct = { host: '10.0.0.1', port: 5, username: 'me', command: 'ssh' };
    expect(address({ ssh: { proxy: null, direct }, ...ports(ssh) })).toEqual({
      host: '10.0.0.1',
      port: 5,
      user: 'me',
    });
    expect(address({ ssh: { proxy: null, direct: null }, ...ports({ ...ssh, private: 80 }, ssh) })).toEqual({
      host: '195.26.233.3',
      port: 34446,
      user: 'root',
    });
  });

  it.each<[string, object]>([
    ['nothing', {}],
    [
      'the proxy alone',
      { ssh: { proxy: { host: 'ssh.runpod.io', port: 22, username: 'x', command: '' }, direct: null } },
    ],
    ['no ip', ports({ ...ssh, ip: null })],
    ['no public port', ports({ ...ssh, public: null })],
    ['port 22 over http', ports({ ...ssh, type: 'http' })],
    ['an empty runtime', { runtime: {} }],
  ])('F11: is not known with %s', (_name, more) => {
    expect(address(more)).toBeUndefined();
  });
});

describe('bodies that we send', () => {
  const ajv = new Ajv2020({ strict: false, formats: FORMATS });
  ajv.addSchema(document, 'runpod');
  const validate = ajv.compile({ $ref: 'runpod#/components/schemas/CreatePodRequest' });
  const body: CreatePodBody = {
    ...{ name: 'n', image: 'runpod/base:1', cloud: 'COMMUNITY', disk: 20, ports: ['22/tcp'] },
    ...{
      env: { A: 'b' },
      entrypoint: ['/bin/bash', '-c'],
      cmd: ['true'],
      startSsh: false,
      startJupyter: false,
    },
  };
  const gpu = { id: 'NVIDIA A40', count: 2, minCudaVersion: '12.8' };
  it.each<[string, CreatePodBody]>([
    ['a GPU', { ...body, gpu }],
    ['a CPU', { ...body, cpu: { id: 'cpu5c', vcpuCount: 4 } }],
    [
      'a volume',
      { ...body, gpu, dataCenterIds: ['EU-RO-1'], mounts: { network: [{ volumeId: 'v', path: '/v' }] } },
    ],
    ['a registry', { ...body, gpu, registry: 'r' }],
  ])('with %s are right by the document', (_name, one) => {
    expect(createPodBody.parse(one)).toEqual(one);
    validate(one);
    expect(validate.errors).toBeNull();
  });

  it.each<[string, object]>([
    ['an unknown field', { ttl: 5 }],
    ['an unknown field of the GPU', { gpu: { ...gpu, spot: true } }],
    ['a version that is none', { gpu: { ...gpu, minCudaVersion: '12' } }],
    ['half a vCPU', { cpu: { id: 'cpu5c', vcpuCount: 0.5 } }],
    [
      'two volumes',
      {
        mounts: {
          network: [
            { volumeId: 'v', path: '/v' },
            { volumeId: 'w', path: '/w' },
          ],
        },
      },
    ],
    ['no name', { name: '' }],
  ])('with %s are wrong here and there', (_name, more) => {
    expect(createPodBody.safeParse({ ...body, ...more }).success).toBe(false);
    expect(validate({ ...body, ...more })).toBe(false);
  });
});
