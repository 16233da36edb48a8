/** What can be had, where and at what price. A test may change any of it while the rig runs. */
import type { Json, JsonObject } from '../github/api.ts';

export type Availability = 'NONE' | 'LOW' | 'MEDIUM' | 'HIGH';
export type CloudName = 'SECURE' | 'COMMUNITY';

export interface GpuOffer {
  readonly id: string;
  readonly name: string;
  readonly pool: string | null;
  readonly manufacturer: 'NVIDIA' | 'AMD';
  /** Of one GPU, in GB. */
  readonly memory: number;
  readonly capability: string;
  /** Dollars an hour for one; 0 where that cloud has none. */
  price: { secure: number; community: number };
  maxCount: { secure: number; community: number };
  /** By data center. One that is not named does not have it. */
  stock: Record<string, Availability>;
  /** Versions that hosts with it serve, with whether one is free now. */
  cuda: Record<string, boolean>;
}

export interface CpuOffer {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly vcpu: { min: number; max: number };
  readonly ramGbPerVcpu: number;
  /** Dollars an hour for one vCPU. */
  price: number;
  stock: Record<string, Availability>;
}

export interface DataCenterOffer {
  readonly id: string;
  readonly name: string;
  readonly country: string;
  readonly region: string;
  readonly volumes: readonly string[];
  readonly globalNetwork: boolean;
}

const CUDA = { '12.4': true, '12.6': true, '12.8': true, '13.0': false };

export function defaultGpus(): GpuOffer[] {
  return [
    {
      id: 'NVIDIA GeForce RTX 4090',
      name: 'RTX 4090',
      pool: 'ADA_24',
      manufacturer: 'NVIDIA',
      memory: 24,
      capability: '8.9',
      price: { secure: 0.74, community: 0.34 },
      maxCount: { secure: 8, community: 4 },
      stock: { 'EU-RO-1': 'HIGH', 'US-KS-2': 'LOW' },
      cuda: { ...CUDA },
    },
    {
      id: 'NVIDIA A40',
      name: 'A40',
      pool: 'AMPERE_48',
      manufacturer: 'NVIDIA',
      memory: 48,
      capability: '8.6',
      price: { secure: 0.49, community: 0 },
      maxCount: { secure: 8, community: 0 },
      stock: { 'CA-MTL-1': 'MEDIUM', 'EU-SE-1': 'LOW' },
      cuda: { ...CUDA },
    },
    {
      id: 'NVIDIA A100 80GB PCIe',
      name: 'A100 PCIe',
      pool: 'AMPERE_80',
      manufacturer: 'NVIDIA',
      memory: 80,
      capability: '8.0',
      price: { secure: 1.79, community: 1.19 },
      maxCount: { secure: 8, community: 8 },
      stock: { 'EU-RO-1': 'LOW', 'US-KS-2': 'MEDIUM' },
      cuda: { ...CUDA },
    },
    {
      id: 'NVIDIA H100 80GB HBM3',
      name: 'H100 SXM',
      pool: 'HOPPER_80',
      manufacturer: 'NVIDIA',
      memory: 80,
      capability: '9.0',
      price: { secure: 3.99, community: 2.69 },
      maxCount: { secure: 8, community: 8 },
      stock: { 'US-KS-2': 'NONE' },
      cuda: { '12.8': false, '13.0': false },
    },
    {
      id: 'NVIDIA B200',
      name: 'B200',
      pool: 'BLACKWELL_180',
      manufacturer: 'NVIDIA',
      memory: 180,
      capability: '10.0',
      price: { secure: 6.79, community: 0 },
      maxCount: { secure: 8, community: 0 },
      stock: { 'EU-RO-1': 'LOW' },
      cuda: { '12.8': true, '13.0': true },
    },
  ];
}

export function defaultCpus(): CpuOffer[] {
  return [
    {
      id: 'cpu3c',
      name: 'Compute-Optimized',
      group: 'Gen 3',
      vcpu: { min: 2, max: 32 },
      ramGbPerVcpu: 2,
      price: 0.03,
      stock: { 'EU-RO-1': 'HIGH', 'US-KS-2': 'MEDIUM' },
    },
    {
      id: 'cpu5c',
      name: 'Compute-Optimized',
      group: 'Gen 5',
      vcpu: { min: 2, max: 32 },
      ramGbPerVcpu: 2,
      price: 0.035,
      stock: { 'EU-RO-1': 'MEDIUM' },
    },
  ];
}

export function defaultDataCenters(): DataCenterOffer[] {
  const both = ['STANDARD', 'HIGH_PERFORMANCE'];
  return [
    {
      id: 'EU-RO-1',
      name: 'EU Romania 1',
      country: 'RO',
      region: 'EUROPE',
      volumes: both,
      globalNetwork: true,
    },
    {
      id: 'EU-SE-1',
      name: 'EU Sweden 1',
      country: 'SE',
      region: 'EUROPE',
      volumes: ['STANDARD'],
      globalNetwork: false,
    },
    {
      id: 'US-KS-2',
      name: 'US Kansas 2',
      country: 'US',
      region: 'NORTH_AMERICA',
      volumes: both,
      globalNetwork: true,
    },
    {
      id: 'CA-MTL-1',
      name: 'CA Montreal 1',
      country: 'CA',
      region: 'NORTH_AMERICA',
      volumes: ['STANDARD'],
      globalNetwork: true,
    },
  ];
}

/** What a client asks the catalog to count. */
export interface StockQuery {
  readonly availability: boolean;
  readonly count: number;
  readonly cloud: CloudName;
  readonly countries: readonly string[];
  readonly cudaVersions: readonly string[];
  readonly minCuda: string | undefined;
}

const LEVELS: readonly Availability[] = ['NONE', 'LOW', 'MEDIUM', 'HIGH'];

export class Catalogue {
  gpus = defaultGpus();
  cpus = defaultCpus();
  dataCenters = defaultDataCenters();

  gpu(id: string): GpuOffer | undefined {
    return this.gpus.find((offer) => offer.id === id);
  }

  cpu(id: string): CpuOffer | undefined {
    return this.cpus.find((offer) => offer.id === id);
  }

  /** Data centers that could take such a pod now, the best stocked first. */
  places(
    offer: { readonly stock: Readonly<Record<string, Availability>> },
    wanted: readonly string[],
  ): string[] {
    return Object.entries(offer.stock)
      .filter(([id, level]) => level !== 'NONE' && (wanted.length === 0 || wanted.includes(id)))
      .sort(([, left], [, right]) => LEVELS.indexOf(right) - LEVELS.indexOf(left))
      .map(([id]) => id);
  }

  gpuObject(offer: GpuOffer, query: StockQuery): JsonObject {
    const { id, name, pool, manufacturer, memory, price, maxCount } = offer;
    const object: JsonObject = {
      id,
      name,
      pool,
      manufacturer,
      memory,
      secure: price.secure > 0,
      community: price.community > 0,
      price: { ...price },
      maxCount: { ...maxCount },
    };
    if (!query.availability) return object;
    const inCloud = query.cloud === 'SECURE' ? price.secure > 0 : price.community > 0;
    const most = query.cloud === 'SECURE' ? maxCount.secure : maxCount.community;
    const cuda = Object.entries(offer.cuda).filter(([version]) => versionFits(version, query));
    const possible = inCloud && query.count <= most && (!scoped(query) || cuda.some(([, free]) => free));
    const stock = possible
      ? this.dataCenters
          .filter(({ id, country }) => {
            return (
              offer.stock[id] !== undefined &&
              (query.countries.length === 0 || query.countries.includes(country))
            );
          })
          .map((center) => ({
            id: center.id,
            name: center.name,
            availability: offer.stock[center.id] ?? 'NONE',
          }))
      : [];
    object.availability = best(stock.map(({ availability }) => availability));
    if (stock.some(({ availability }) => availability !== 'NONE')) object.dataCenters = stock;
    if (cuda.length > 0)
      object.cudaVersions = cuda.map(([version, available]): Json => ({ version, available }));
    return object;
  }

  cpuObject(offer: CpuOffer, availability: boolean): JsonObject {
    const { id, name, group, vcpu, ramGbPerVcpu, price } = offer;
    const object: JsonObject = {
      id,
      name,
      group,
      vcpu: { ...vcpu },
      ramGbPerVcpu,
      price: { securePerVcpu: price, serverlessPerVcpu: price },
    };
    if (!availability) return object;
    object.availability = best(Object.values(offer.stock));
    object.dataCenters = this.dataCenters
      .filter((center) => offer.stock[center.id] !== undefined)
      .map((center) => ({
        id: center.id,
        name: center.name,
        availability: offer.stock[center.id] ?? 'NONE',
      }));
    return object;
  }

  dataCenterObject(center: DataCenterOffer, include: readonly string[]): JsonObject {
    const { id, name, region, globalNetwork } = center;
    const object: JsonObject = {
      id,
      name,
      region,
      globalNetwork,
      networkVolumeTypes: [...center.volumes],
      compliance: ['SOC_2_TYPE_2'],
    };
    const inStock = (offers: readonly (GpuOffer | CpuOffer)[]): Json =>
      offers
        .filter(({ stock }) => stock[id] !== undefined)
        .map((offer) => ({ id: offer.id, name: offer.name, availability: offer.stock[id] ?? 'NONE' }));
    if (include.includes('GPU_AVAILABILITY')) object.gpuAvailability = inStock(this.gpus);
    if (include.includes('CPU_AVAILABILITY')) object.cpuAvailability = inStock(this.cpus);
    return object;
  }
}

function best(levels: readonly Availability[]): Availability {
  return LEVELS[Math.max(0, ...levels.map((level) => LEVELS.indexOf(level)))] ?? 'NONE';
}

function scoped({ cudaVersions, minCuda }: StockQuery): boolean {
  return cudaVersions.length > 0 || minCuda !== undefined;
}

function versionFits(version: string, { cudaVersions, minCuda }: StockQuery): boolean {
  if (cudaVersions.length > 0) return cudaVersions.includes(version);
  return minCuda === undefined || atLeast(version, minCuda);
}

/** Compares `12.10` with `12.8` by number. */
export function atLeast(version: string, minimum: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [minMajor = 0, minMinor = 0] = minimum.split('.').map(Number);
  return major > minMajor || (major === minMajor && minor >= minMinor);
}
