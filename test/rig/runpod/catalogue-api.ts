/** The catalogue's paths. */
import { type Handlers, list, Problem } from './api.ts';
import type { Catalogue, CloudName, StockQuery } from './catalogue.ts';

export function catalogueHandlers(catalogue: Catalogue): Handlers {
  return {
    listGpuTypes: ({ query }) => {
      const stock = stockQuery(query);
      const gpus = catalogue.gpus.map((offer) => catalogue.gpuObject(offer, stock));
      const narrowed =
        stock.countries.length === 0 ? gpus : gpus.filter(({ dataCenters }) => dataCenters !== undefined);
      return { status: 200, body: { gpus: narrowed } };
    },
    getGpuType: ({ params, query }) => {
      const offer = catalogue.gpu(params.id ?? '');
      if (offer === undefined) throw new Problem(404, 'GPU type not found');
      return { status: 200, body: catalogue.gpuObject(offer, stockQuery(query)) };
    },
    listCpuTypes: ({ query }) => {
      const { availability } = stockQuery(query);
      return {
        status: 200,
        body: { cpus: catalogue.cpus.map((cpu) => catalogue.cpuObject(cpu, availability)) },
      };
    },
    getCpuType: ({ params, query }) => {
      const offer = catalogue.cpu(params.id ?? '');
      if (offer === undefined) throw new Problem(404, 'CPU type not found');
      return { status: 200, body: catalogue.cpuObject(offer, stockQuery(query).availability) };
    },
    listDataCenters: ({ query }) => {
      const regions = list(query.regions);
      const types = list(query.networkVolumeTypes);
      const dataCenters = catalogue.dataCenters
        .filter(({ region }) => regions.length === 0 || regions.includes(region))
        .filter(({ volumes }) => types.every((type) => volumes.includes(type)))
        .filter(
          ({ globalNetwork }) =>
            query.globalNetwork === undefined || String(globalNetwork) === query.globalNetwork,
        )
        .map((center) => catalogue.dataCenterObject(center, list(query.include)));
      return { status: 200, body: { dataCenters } };
    },
    getDataCenter: ({ params, query }) => {
      const center = catalogue.dataCenters.find(({ id }) => id === params.id);
      if (center === undefined) throw new Problem(404, 'data center not found');
      return { status: 200, body: catalogue.dataCenterObject(center, list(query.include)) };
    },
  };
}

function stockQuery(query: Readonly<Record<string, string>>): StockQuery {
  const availability = list(query.include).includes('AVAILABILITY');
  if (availability && query.product === undefined)
    throw new Problem(400, 'product is required with include=AVAILABILITY');
  const scoping = [
    'product',
    'count',
    'cloud',
    'countryCodes',
    'cudaVersions',
    'minCudaVersion',
    'vcpuCount',
  ];
  const alone = availability ? undefined : scoping.find((name) => query[name] !== undefined);
  if (alone !== undefined) throw new Problem(400, `${alone} is valid only with include=AVAILABILITY`);
  if (query.cudaVersions !== undefined && query.minCudaVersion !== undefined)
    throw new Problem(400, 'cudaVersions and minCudaVersion are mutually exclusive');
  const cloud: CloudName = query.cloud === 'COMMUNITY' ? 'COMMUNITY' : 'SECURE';
  return {
    availability,
    count: Number(query.count ?? 1),
    cloud,
    countries: list(query.countryCodes),
    cudaVersions: list(query.cudaVersions),
    minCuda: query.minCudaVersion,
  };
}
