/**
 * What may be rented for a target, best first, and why the rest may not. The order is the user's: the GPUs as written, and
 * for each the clouds as written. Stock changes it in one way: an offer that is sold out now comes behind all others, and
 * is not left out, since stock is advice and no reservation. Price does not change it; `max-price` leaves out.
 */
import { didYouMean, listOf } from '../language/name.ts';
import type { Cloud, RunpodTarget } from '../plan/plan.ts';
import type { CpuType, GpuType } from './api.ts';
import type { Catalogue } from './catalogue.ts';
import { compareVersions, cudaOf, misfit, pullNotice } from './cuda.ts';
import { findGpu } from './gpu-name.ts';

export type Stock = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH' | 'UNKNOWN';

export interface Candidate {
  /** As people read it: `RTX 4090, secure, EU-RO-1`. */
  readonly offer: string;
  /** RunPod's id; a candidate has a GPU or a CPU. */
  readonly gpu?: string;
  readonly count?: number;
  readonly cpu?: { readonly id: string; readonly vcpus: number };
  readonly cloud: Cloud;
  /** Where it may be placed; anywhere when empty. */
  readonly dataCenters: readonly string[];
  /** Where RunPod says that it can be had; empty when it does not say. */
  readonly offeredIn: readonly string[];
  /** Dollars an hour for the whole pod, by the catalogue. */
  readonly price: number;
  readonly stock: Stock;
  readonly minCuda?: string;
}

export interface Rejected {
  readonly offer: string;
  readonly why: string;
}

export interface Candidates {
  readonly candidates: readonly Candidate[];
  readonly rejected: readonly Rejected[];
  /** Sentences for people. */
  readonly notices: readonly string[];
}

/** RunPod's placement fails on smaller ones. GB. */
const leastDisk = 20;

export function candidatesFor(target: RunpodTarget, catalogue: Catalogue): Candidates {
  const judged = target.cpu
    ? cpuOffers(target, target.cpu, catalogue)
    : target.gpus.flatMap((written) => gpuOffers(target, written, catalogue));
  const all = distinct(judged.flatMap((one) => ('price' in one ? [one] : [])));
  const candidates = [
    ...all.filter(({ stock }) => stock !== 'NONE'),
    ...all.filter(({ stock }) => stock === 'NONE'),
  ];
  const rejected = judged.flatMap((one) => ('why' in one ? [one] : []));
  return { candidates, rejected, notices: noticesFor(target, candidates) };
}

/** The part of a creation that says what and where, as RunPod takes it. */
export interface Placement {
  readonly image: string;
  readonly cloud: Cloud;
  readonly gpu?: { id: string; count: number; minCudaVersion?: string };
  readonly cpu?: { id: string; vcpuCount: number };
  readonly dataCenterIds?: string[];
  /** GB */
  readonly disk: number;
  readonly mounts?: { network: { volumeId: string; path: string }[] };
  readonly registry?: string;
}

export function placementOf(candidate: Candidate, target: RunpodTarget): Placement {
  const { gpu, cpu, count = 1, minCuda } = candidate;
  const { volume, registry } = target;
  return {
    image: target.image,
    cloud: candidate.cloud,
    ...(gpu === undefined
      ? {}
      : { gpu: { id: gpu, count, ...(minCuda ? { minCudaVersion: minCuda } : {}) } }),
    ...(cpu === undefined ? {} : { cpu: { id: cpu.id, vcpuCount: cpu.vcpus } }),
    ...(candidate.dataCenters.length === 0 ? {} : { dataCenterIds: [...candidate.dataCenters] }),
    disk: Math.max(leastDisk, Math.ceil(target.disk)),
    ...(volume ? { mounts: { network: [{ volumeId: volume.id, path: volume.path }] } } : {}),
    ...(registry === undefined ? {} : { registry }),
  };
}

/** The same offer in other data centers than these, as after a host there was given up; undefined when there is no other. */
export function elsewhere(candidate: Candidate, not: ReadonlySet<string>): Candidate | undefined {
  const possible = candidate.dataCenters.length > 0 ? candidate.dataCenters : candidate.offeredIn;
  const dataCenters = possible.filter((id) => !not.has(id));
  if (dataCenters.length === 0) return undefined;
  const [what = '', cloud = ''] = candidate.offer.split(', ');
  return { ...candidate, dataCenters, offer: offerOf(what, cloud, dataCenters) };
}

type Judged = Candidate | Rejected;

function gpuOffers(target: RunpodTarget, written: string, catalogue: Catalogue): Judged[] {
  const found = findGpu(written, catalogue.gpus);
  if (found.is === 'none') return [{ offer: written, why: found.why }];
  return target.clouds.map((cloud) => judgeGpu(target, found.gpu, cloud, catalogue));
}

function judgeGpu(target: RunpodTarget, gpu: GpuType, cloud: Cloud, catalogue: Catalogue): Judged {
  const { count } = target;
  const what = count > 1 ? `${count} × ${gpu.name}` : gpu.name;
  const key = cloud === 'SECURE' ? 'secure' : 'community';
  const reject = (why: string): Rejected => ({ offer: `${what}, ${key}`, why });

  if (gpu[key] === false) return reject(`the ${key} cloud does not offer it`);
  const most = gpu.maxCount?.[key];
  if (most !== undefined && count > most) return reject(tooMany(most, key));
  const misfits = misfit(target.image, gpu);
  if (misfits) return reject(misfits);
  const price = priceOf(gpu.price?.[key], count, target.maxPrice);
  if (typeof price === 'string') return reject(price);

  // Of the other cloud RunPod was not asked, and nothing is known.
  const isRead = catalogue.stockOf === cloud;
  const cuda = judgeCuda(target, gpu, isRead);
  if ('why' in cuda) return reject(cuda.why);
  const places = judgePlaces(target, cloud, catalogue, isRead ? gpu : {}, catalogue.gpus);
  if ('why' in places) return reject(places.why);
  return {
    offer: offerOf(what, key, places.dataCenters),
    gpu: gpu.id,
    count,
    cloud,
    ...{ dataCenters: places.dataCenters, offeredIn: places.offeredIn, price },
    stock: cuda.isFull ? 'NONE' : places.stock,
    ...(cuda.least === undefined ? {} : { minCuda: cuda.least }),
  };
}

function cpuOffers(
  target: RunpodTarget,
  wanted: { readonly id: string; readonly vcpus: number },
  catalogue: Catalogue,
): Judged[] {
  const { id, vcpus } = wanted;
  const cpu = catalogue.cpus.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (!cpu) {
    const near = didYouMean(
      id,
      catalogue.cpus.map((one) => one.id),
    );
    return [{ offer: id, why: `RunPod has no CPU \`${id}\`${near ? `; ${near}` : ''}` }];
  }
  return target.clouds.map((cloud) => judgeCpu(target, cpu, vcpus, cloud, catalogue));
}

function judgeCpu(
  target: RunpodTarget,
  cpu: CpuType,
  vcpus: number,
  cloud: Cloud,
  catalogue: Catalogue,
): Judged {
  const what = `${cpu.id} with ${vcpus} vCPUs`;
  const key = cloud === 'SECURE' ? 'secure' : 'community';
  const reject = (why: string): Rejected => ({ offer: `${what}, ${key}`, why });

  if (cloud === 'COMMUNITY') return reject('only the secure cloud has pods without a GPU');
  if (!Number.isInteger(Math.log2(vcpus)) || vcpus < 2) {
    return reject(`RunPod takes 2, 4, 8, 16 … vCPUs, not ${vcpus}`);
  }
  const { min, max } = cpu.vcpu ?? {};
  if (min !== undefined && vcpus < min) return reject(`it has ${min} vCPUs at least`);
  if (max !== undefined && vcpus > max) return reject(`it has ${max} vCPUs at most`);
  const price = priceOf(cpu.price?.securePerVcpu, vcpus, target.maxPrice);
  if (typeof price === 'string') return reject(price);
  const places = judgePlaces(target, cloud, catalogue, cpu, catalogue.cpus);
  if ('why' in places) return reject(places.why);
  return {
    offer: offerOf(what, key, places.dataCenters),
    cpu: { id: cpu.id, vcpus },
    cloud,
    ...{ dataCenters: places.dataCenters, offeredIn: places.offeredIn, price, stock: places.stock },
  };
}

/** Dollars an hour for the pod, or why it may not be rented. */
function priceOf(each: number | undefined, count: number, most: number): number | string {
  if (each === undefined || each <= 0) return 'RunPod does not say what it costs';
  const price = Number((each * count).toFixed(6));
  return price > most ? `it costs ${dollars(price)} an hour, and \`max-price\` is ${dollars(most)}` : price;
}

function judgeCuda(
  target: RunpodTarget,
  gpu: GpuType,
  isRead: boolean,
): { readonly least?: string; readonly isFull: boolean } | { readonly why: string } {
  const written = target.cuda ?? cudaOf(target.image);
  if (written === undefined) return { isFull: false };
  const least = written.includes('.') ? written : `${written}.0`;
  if (gpu.manufacturer && gpu.manufacturer.toUpperCase() !== 'NVIDIA') {
    return { why: `the image needs CUDA ${least}, which a GPU of ${gpu.manufacturer} has not` };
  }
  const versions = isRead ? (gpu.cudaVersions ?? []) : [];
  if (versions.length === 0) return { least, isFull: false };
  const enough = versions.filter(({ version }) => compareVersions(version, least) >= 0);
  if (enough.length > 0) return { least, isFull: enough.every(({ available }) => available === false) };
  const newest = versions
    .map(({ version }) => version)
    .sort(compareVersions)
    .at(-1);
  return { why: `its hosts serve CUDA ${newest} at most, and the image needs ${least}` };
}

interface InDataCenters {
  readonly availability?: string | undefined;
  readonly dataCenters?:
    | readonly { readonly id: string; readonly availability?: string | undefined }[]
    | undefined;
}

interface Places {
  readonly dataCenters: readonly string[];
  readonly offeredIn: readonly string[];
  readonly stock: Stock;
}

function judgePlaces(
  target: RunpodTarget,
  cloud: Cloud,
  catalogue: Catalogue,
  what: InDataCenters,
  all: readonly InDataCenters[],
): Places | { readonly why: string } {
  const wanted = wantedPlaces(target, cloud, catalogue);
  if ('why' in wanted) return wanted;
  const offered = what.dataCenters ?? [];
  const offeredIn = offered.map(({ id }) => id);
  if (wanted.ids.length === 0) return { dataCenters: [], offeredIn, stock: stockOf(what.availability) };
  // Where nothing is listed it is sold out everywhere, or RunPod did not say.
  if (offered.length === 0) {
    return { dataCenters: wanted.ids, offeredIn, stock: stockOf(what.availability) };
  }
  const here = offered.filter(({ id }) => wanted.ids.includes(id));
  if (here.length > 0) {
    const dataCenters = wanted.ids.filter((id) => offeredIn.includes(id));
    return { dataCenters, offeredIn, stock: best(here.map(({ availability }) => stockOf(availability))) };
  }
  const known = new Set(all.flatMap(({ dataCenters }) => (dataCenters ?? []).map(({ id }) => id)));
  const unknown = wanted.ids.find((id) => !known.has(id));
  const near = unknown === undefined ? undefined : didYouMean(unknown, known);
  const others = `it is in ${listOf(offeredIn, 'and')}`;
  return {
    why: `${listOf(wanted.ids, 'and')} ${wanted.ids.length > 1 ? 'do' : 'does'} not offer it; ${near ?? others}`,
  };
}

/** The data centers that are left by the target and its volume; any when empty. */
function wantedPlaces(
  { volume, dataCenters }: RunpodTarget,
  cloud: Cloud,
  catalogue: Catalogue,
): { readonly ids: readonly string[] } | { readonly why: string } {
  if (!volume) return { ids: dataCenters };
  if (cloud !== 'SECURE') return { why: 'network volumes can be used in the secure cloud only' };
  const at = catalogue.volume?.dataCenter;
  if (at === undefined) return { why: `there is no network volume \`${volume.id}\` in the account` };
  if (dataCenters.length > 0 && !dataCenters.includes(at)) {
    return { why: `the network volume \`${volume.id}\` is in ${at}, and \`data-centers\` does not name it` };
  }
  return { ids: [at] };
}

const levels = ['HIGH', 'MEDIUM', 'LOW', 'UNKNOWN', 'NONE'] as const;

function stockOf(word: string | undefined): Stock {
  return levels.find((level) => level === word) ?? 'UNKNOWN';
}

function best(stocks: readonly Stock[]): Stock {
  return levels.find((level) => stocks.includes(level)) ?? 'UNKNOWN';
}

function noticesFor(target: RunpodTarget, candidates: readonly Candidate[]): string[] {
  const pull = pullNotice(target.image, target.registry);
  const isShared = candidates.some(({ cloud }) => cloud === 'COMMUNITY');
  return [
    ...(pull ? [pull] : []),
    ...(isShared
      ? [
          "on the community cloud the host's operator can read the memory of the pod: send no secrets and no private data there",
        ]
      : []),
  ];
}

/** Two names may mean one GPU; it is tried once. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((one) => [`${one.cloud} ${one.gpu}`, one])).values()];
}

function offerOf(what: string, cloud: string, dataCenters: readonly string[]): string {
  return [what, cloud, ...(dataCenters.length === 0 ? [] : [listOf(dataCenters, 'or')])].join(', ');
}

function tooMany(most: number, cloud: string): string {
  return most === 0
    ? `the ${cloud} cloud does not offer it`
    : `one pod of the ${cloud} cloud has ${most} of it at most`;
}

/** `$0.74`; small prices keep their digits. */
function dollars(amount: number): string {
  const cents = amount.toFixed(2);
  return `$${Number(cents) === amount ? cents : Number(amount.toFixed(4))}`;
}
