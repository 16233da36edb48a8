/** Network volumes: each stands in one data center and only grows. */
import { type Handlers, Problem } from './api.ts';
import type { Catalogue } from './catalogue.ts';
import type { Volume } from './create.ts';
import { randomId } from './wire.ts';

export function volumeHandlers(volumes: Volume[], catalogue: Catalogue): Handlers {
  const known = (id: string | undefined): Volume => {
    const found = volumes.find((volume) => volume.id === id);
    if (found === undefined) throw new Problem(404, 'network volume not found');
    return found;
  };
  return {
    listNetworkVolumes: () => ({
      status: 200,
      body: { networkVolumes: volumes.map((volume) => ({ ...volume })) },
    }),
    getNetworkVolume: ({ params }) => ({ status: 200, body: { ...known(params.id) } }),
    createNetworkVolume: ({ body }) => {
      const valid = catalogue.dataCenters.map(({ id }) => id);
      const dataCenter = String(body.dataCenter);
      if (!valid.includes(dataCenter))
        throw new Problem(400, `data center "${dataCenter}" is not valid; use one of: ${valid.join(', ')}`);
      const { name, size, type = 'STANDARD' } = body;
      const volume = {
        id: randomId(),
        name: String(name),
        size: Number(size),
        dataCenter,
        type: String(type),
      };
      volumes.push(volume);
      return { status: 201, body: { ...volume } };
    },
    updateNetworkVolume: ({ params, body }) => {
      const volume = known(params.id);
      if (typeof body.size === 'number') {
        if (body.size < volume.size) throw new Problem(400, 'a network volume can only grow');
        volume.size = body.size;
      }
      if (typeof body.name === 'string') volume.name = body.name;
      return { status: 200, body: { ...volume } };
    },
    deleteNetworkVolume: ({ params }) => {
      volumes.splice(volumes.indexOf(known(params.id)), 1);
      return { status: 204 };
    },
  };
}
