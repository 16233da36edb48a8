/** What RunPod asks of a create body beyond the document, and whether anything is free for it. */
import { isObject, type Json, type JsonObject } from '../github/api.ts';
import { NO_CAPACITY, Problem } from './api.ts';
import { atLeast, type Catalogue } from './catalogue.ts';
import type { PodFields } from './pod.ts';

export interface Volume {
  readonly id: string;
  name: string;
  size: number;
  readonly dataCenter: string;
  readonly type: string;
}

/** All of a pod but what the platform gives it. */
export type Ordered = Omit<PodFields, 'id' | 'key' | 'foreign'>;

const LARGEST_NAME = 191;
const MOST_VARIABLES = 50;
/** GB. Placement has been seen to fail below. */
const LEAST_DISK = 20;
const CHEAP_CPU_DISK = 20;

/** Throws the 400 that RunPod answers; the body has passed the document. */
export function ordered(
  body: JsonObject,
  catalogue: Catalogue,
  volumes: readonly Volume[],
  registries: ReadonlySet<string>,
): Ordered {
  const gpu = isObject(body.gpu) ? body.gpu : undefined;
  const cpu = isObject(body.cpu) ? body.cpu : undefined;
  const mounts = isObject(body.mounts) ? body.mounts : {};
  const rules = crossRules(body, gpu, cpu, mounts, registries);
  if (rules !== undefined) throw new Problem(400, rules);
  if (body.templateId !== undefined) throw new Problem(404, 'template not found');

  const disk = Number(body.disk ?? LEAST_DISK);
  const cloud = body.cloud === 'COMMUNITY' ? 'COMMUNITY' : 'SECURE';
  const wanted = strings(body.dataCenterIds);
  const place = placed(mounts, cloud, wanted, volumes);
  const shared = {
    name: String(body.name),
    image: String(body.image),
    args: String(body.args ?? ''),
    ...command(body),
    disk,
    ports: strings(body.ports),
    env: environment(body.env),
    registry: typeof body.registry === 'string' ? body.registry : null,
    mounts,
    cloud,
    globalNetworking: body.globalNetworking === true,
  } as const;

  if (cpu !== undefined) {
    const offer = catalogue.cpu(String(cpu.id));
    const vcpuCount = Number(cpu.vcpuCount);
    if (offer === undefined) throw new Problem(400, `cpu.id "${String(cpu.id)}" is not a known CPU flavor`);
    if (vcpuCount < offer.vcpu.min || vcpuCount > offer.vcpu.max)
      throw new Problem(400, `cpu.vcpuCount must be between ${offer.vcpu.min} and ${offer.vcpu.max}`);
    if (offer.id === 'cpu3c' && disk > CHEAP_CPU_DISK)
      throw new Problem(400, `disk must be at most ${CHEAP_CPU_DISK} GB for this flavor`);
    const [dataCenterId] = catalogue.places(offer, place);
    if (dataCenterId === undefined || cloud === 'COMMUNITY') throw new Problem(400, NO_CAPACITY.instances);
    return {
      ...shared,
      cpu: { id: offer.id, vcpuCount, memory: Math.ceil(vcpuCount * offer.ramGbPerVcpu) },
      dataCenterId,
      cudaVersion: null,
      price: rounded(offer.price * vcpuCount),
    };
  }

  const offer = catalogue.gpu(String(gpu?.id));
  if (offer === undefined) throw new Problem(400, `gpu.id "${String(gpu?.id)}" is not a known GPU type`);
  const count = Number(gpu?.count ?? 1);
  const price = cloud === 'SECURE' ? offer.price.secure : offer.price.community;
  const most = cloud === 'SECURE' ? offer.maxCount.secure : offer.maxCount.community;
  const allowed = strings(gpu?.allowedCudaVersions);
  const minimum = typeof gpu?.minCudaVersion === 'string' ? gpu.minCudaVersion : undefined;
  const cuda = Object.entries(offer.cuda)
    .filter(([version, free]) => {
      if (!free) return false;
      return allowed.length > 0
        ? allowed.includes(version)
        : minimum === undefined || atLeast(version, minimum);
    })
    .map(([version]) => version)
    .sort((left, right) => (atLeast(left, right) ? -1 : 1));
  const [dataCenterId] = catalogue.places(offer, place);
  const filtered = allowed.length > 0 || minimum !== undefined;
  if (price === 0 || count > most || dataCenterId === undefined || (filtered && cuda.length === 0))
    throw new Problem(400, NO_CAPACITY.instances);
  if (disk < LEAST_DISK) throw new Problem(400, NO_CAPACITY.machine);
  return {
    ...shared,
    gpu: { id: offer.id, count },
    dataCenterId,
    cudaVersion: cuda[0] ?? null,
    price: rounded(price * count),
  };
}

function crossRules(
  body: JsonObject,
  gpu: JsonObject | undefined,
  cpu: JsonObject | undefined,
  mounts: JsonObject,
  registries: ReadonlySet<string>,
): string | undefined {
  if ((gpu === undefined) === (cpu === undefined)) return 'exactly one of gpu or cpu must be set';
  if (String(body.name).length > LARGEST_NAME) return `name must be at most ${LARGEST_NAME} characters`;
  if (gpu?.allowedCudaVersions !== undefined && gpu.minCudaVersion !== undefined)
    return 'gpu.allowedCudaVersions and gpu.minCudaVersion are mutually exclusive';
  const vcpus = Number(cpu?.vcpuCount ?? 2);
  if ((vcpus & (vcpus - 1)) !== 0) return 'cpu.vcpuCount must be a power of two';
  if (cpu !== undefined && mounts.persistent !== undefined)
    return 'mounts.persistent is not supported for CPU pods';
  if (mounts.persistent !== undefined && Array.isArray(mounts.network) && mounts.network.length > 0)
    return 'mounts.persistent and mounts.network are mutually exclusive';
  if (isObject(body.env) && Object.keys(body.env).length > MOST_VARIABLES)
    return `env must have at most ${MOST_VARIABLES} variables`;
  const port = strings(body.ports).find((text) => !/^\d{1,5}\/(tcp|http)$/.test(text));
  if (port !== undefined) return `port "${port}" must look like 22/tcp or 8888/http`;
  if (typeof body.registry === 'string' && !registries.has(body.registry)) return 'registry not found';
  if (body.args !== undefined && (body.entrypoint !== undefined || body.cmd !== undefined))
    return 'args cannot be combined with entrypoint or cmd';
  return undefined;
}

/** The data centers that are left: a network volume is in one only. */
function placed(
  mounts: JsonObject,
  cloud: string,
  wanted: readonly string[],
  volumes: readonly Volume[],
): string[] {
  const mount = Array.isArray(mounts.network) ? mounts.network[0] : undefined;
  if (!isObject(mount)) return [...wanted];
  const volume = volumes.find(({ id }) => id === mount.volumeId);
  if (volume === undefined) throw new Problem(400, `network volume "${String(mount.volumeId)}" not found`);
  if (cloud === 'COMMUNITY') throw new Problem(400, 'network volumes are supported on SECURE cloud only');
  if (wanted.length > 0 && !wanted.includes(volume.dataCenter)) throw new Problem(400, NO_CAPACITY.instances);
  return [volume.dataCenter];
}

/** `args` is a bare command line, or JSON text with both arrays. */
function command(body: JsonObject): { entrypoint: string[]; cmd: string[] } {
  if (typeof body.args === 'string') {
    try {
      const parsed = JSON.parse(body.args) as Json;
      if (isObject(parsed)) return { entrypoint: strings(parsed.entrypoint), cmd: strings(parsed.cmd) };
    } catch {
      // A bare command line.
    }
  }
  return { entrypoint: strings(body.entrypoint), cmd: strings(body.cmd) };
}

function environment(value: Json | undefined): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

export function rounded(dollars: number): number {
  return Math.round(dollars * 1e6) / 1e6;
}
