/** What may be rented for a target, in which order, and why the rest may not. */
import { describe, expect, it } from 'vitest';
import type { RunpodTarget } from '../../src/plan/plan.ts';
import { cpuListSchema, gpuListSchema } from '../../src/runpod/api.ts';
import { candidatesFor, elsewhere, placementOf } from '../../src/runpod/candidates.ts';
import type { Catalogue } from '../../src/runpod/catalogue.ts';
import { RunpodError, type RunpodErrorKind, whatWasMeant } from '../../src/runpod/error.ts';

const image = 'runpod/pytorch:1.0.2-cu1281-torch280-ubuntu2404';
const usual: RunpodTarget = {
  kind: 'runpod',
  ...{ slots: 1, workspace: '~/workspace', environment: {}, image, gpus: ['RTX 4090'], count: 1 },
  ...{ clouds: ['SECURE'], dataCenters: [], disk: 40, maxPrice: 1, pods: 4, lifetime: 7200 },
  ...{ key: 'RUNPOD_API_KEY', start: '/start.sh' },
};
const target = (changes: Partial<RunpodTarget> = {}): RunpodTarget => ({ ...usual, ...changes });

interface Shape {
  readonly id: string;
  readonly name?: string;
  readonly [more: string]: unknown;
}
function gpu({ id, name = id.replace(/NVIDIA (GeForce )?/, ''), ...more }: Shape) {
  return {
    ...{ id, name, manufacturer: 'NVIDIA', memory: 24, secure: true, community: true },
    ...{ price: { secure: 0.44, community: 0.31 }, maxCount: { secure: 8, community: 4 } },
    ...{ availability: 'HIGH', dataCenters: at('EU-RO-1', 'HIGH', 'US-KS-2', 'LOW') },
    cudaVersions: [{ version: '12.8', available: true }],
    ...more,
  };
}
function at(...pairs: string[]) {
  return pairs.flatMap((id, index) =>
    index % 2 === 0 ? [{ id, name: id, availability: pairs[index + 1] }] : [],
  );
}
const rtx4090 = gpu({ id: 'NVIDIA GeForce RTX 4090' });
const a100 = gpu({
  id: 'NVIDIA A100 80GB PCIe',
  name: 'A100 PCIe',
  price: { secure: 1.79, community: 1.19 },
});
const a100sxm = gpu({
  id: 'NVIDIA A100-SXM4-80GB',
  name: 'A100 SXM',
  price: { secure: 1.79, community: 1.39 },
});
const a40 = gpu({ id: 'NVIDIA A40', price: { secure: 0.49, community: 0.2 } });

function catalogue(gpus: readonly unknown[], more: Partial<Catalogue> = {}): Catalogue {
  return { ...gpuListSchema.parse({ gpus }), cpus: [], stockOf: 'SECURE', ...more };
}
const shelf = catalogue([rtx4090, a100, a100sxm, a40]);

const offers = (changes: Partial<RunpodTarget>, from = shelf) =>
  candidatesFor(target(changes), from).candidates.map(
    ({ offer, price, stock }) => `${offer}: ${price} ${stock}`,
  );
const reasons = (changes: Partial<RunpodTarget>, from = shelf) =>
  candidatesFor(target(changes), from).rejected.map(({ offer, why }) => `${offer}: ${why}`);

describe('the order of candidates', () => {
  it('is the order of the GPUs, and for each that of the clouds, whatever they cost', () => {
    expect(
      offers(
        { gpus: ['A40', 'RTX 4090'], clouds: ['COMMUNITY', 'SECURE'] },
        { ...shelf, stockOf: 'COMMUNITY' },
      ),
    ).toEqual([
      'A40, community: 0.2 HIGH',
      'A40, secure: 0.49 UNKNOWN',
      'RTX 4090, community: 0.31 HIGH',
      'RTX 4090, secure: 0.44 UNKNOWN',
    ]);
  });

  it('has what is sold out now behind the rest, and does not leave it out', () => {
    const from = catalogue([gpu({ ...rtx4090, availability: 'NONE', dataCenters: undefined }), a40]);
    expect(offers({ gpus: ['RTX 4090', 'A40'] }, from)).toEqual([
      'A40, secure: 0.49 HIGH',
      'RTX 4090, secure: 0.44 NONE',
    ]);
  });

  it('has a GPU once that is written twice', () => {
    expect(offers({ gpus: ['4090', 'NVIDIA GeForce RTX 4090'] })).toHaveLength(1);
  });

  it('takes a level of stock that it does not know for unknown', () => {
    expect(offers({}, catalogue([gpu({ ...rtx4090, availability: 'PLENTY' })]))).toEqual([
      'RTX 4090, secure: 0.44 UNKNOWN',
    ]);
  });
});

describe('the name of a GPU', () => {
  it.each([
    'NVIDIA GeForce RTX 4090',
    'nvidia geforce rtx 4090',
    'RTX 4090',
    'rtx-4090',
    'GeForce RTX 4090',
    '4090',
  ])('may be %s', (name) => {
    expect(candidatesFor(target({ gpus: [name] }), shelf).candidates[0]?.gpu).toBe('NVIDIA GeForce RTX 4090');
  });

  it('may be short as long as it means one', () => {
    expect(reasons({ gpus: ['A100'] })).toEqual([
      'A100: `A100` can be `A100 PCIe` or `A100 SXM`; write which',
    ]);
    expect(offers({ gpus: ['A100 SXM'], maxPrice: 2 })).toEqual(['A100 SXM, secure: 1.79 HIGH']);
  });

  it('is the whole name before it is a part of one', () => {
    const from = catalogue([gpu({ id: 'NVIDIA GeForce RTX 4090 D' }), rtx4090]);
    expect(offers({ gpus: ['4090'] }, from)).toEqual(['RTX 4090, secure: 0.44 HIGH']);
  });

  it('is corrected when it is none', () => {
    expect(reasons({ gpus: ['RTX 4O90'] })).toEqual([
      'RTX 4O90: RunPod has no GPU `RTX 4O90`; did you mean `RTX 4090`?',
    ]);
    expect(reasons({ gpus: ['NVIDIA'] })[0]).toContain('RunPod has no GPU `NVIDIA`');
  });
});

describe('an offer is left out', () => {
  it('that is dearer than max-price, with both prices', () => {
    expect(reasons({ gpus: ['A100 PCIe'] })).toEqual([
      'A100 PCIe, secure: it costs $1.79 an hour, and `max-price` is $1.00',
    ]);
  });

  it('by the price of all its GPUs', () => {
    expect(offers({ count: 2, maxPrice: 0.88 })).toEqual(['2 × RTX 4090, secure: 0.88 HIGH']);
    expect(reasons({ count: 2, maxPrice: 0.879 })).toEqual([
      '2 × RTX 4090, secure: it costs $0.88 an hour, and `max-price` is $0.879',
    ]);
  });

  it('by prices in dollars, not in binary fractions', () => {
    const from = catalogue([gpu({ ...rtx4090, price: { secure: 0.1, community: 0.1 } })]);
    expect(offers({ count: 3, maxPrice: 0.3 }, from)).toEqual(['3 × RTX 4090, secure: 0.3 HIGH']);
  });

  it('when its price is not known', () => {
    const from = catalogue([gpu({ ...rtx4090, price: { secure: 0, community: 0.2 } })]);
    expect(reasons({}, from)).toEqual(['RTX 4090, secure: RunPod does not say what it costs']);
  });

  it('when the cloud does not have it, or not so many in one pod', () => {
    const from = catalogue([gpu({ ...rtx4090, community: false, maxCount: { secure: 2, community: 0 } })]);
    expect(reasons({ clouds: ['COMMUNITY', 'SECURE'], count: 3, maxPrice: 9 }, from)).toEqual([
      '3 × RTX 4090, community: the community cloud does not offer it',
      '3 × RTX 4090, secure: one pod of the secure cloud has 2 of it at most',
    ]);
  });

  it('when none of the data centers has it', () => {
    expect(
      reasons(
        { dataCenters: ['EU-SE-1'] },
        catalogue([rtx4090, gpu({ ...a40, dataCenters: at('EU-SE-1', 'LOW') })]),
      ),
    ).toEqual(['RTX 4090, secure: EU-SE-1 does not offer it; it is in EU-RO-1 and US-KS-2']);
    expect(reasons({ dataCenters: ['EU-R0-1'] })).toEqual([
      'RTX 4090, secure: EU-R0-1 does not offer it; did you mean `EU-RO-1`?',
    ]);
  });

  it('when its hosts are too old for the image', () => {
    const from = catalogue([
      gpu({
        ...rtx4090,
        cudaVersions: [
          { version: '12.4', available: true },
          { version: '12.2', available: true },
        ],
      }),
    ]);
    expect(reasons({}, from)).toEqual([
      'RTX 4090, secure: its hosts serve CUDA 12.4 at most, and the image needs 12.8',
    ]);
    expect(offers({ cuda: '12.4' }, from)).toHaveLength(1);
  });

  it('when the image is known not to work on it', () => {
    const from = catalogue([gpu({ id: 'NVIDIA GeForce RTX 5090' })]);
    expect(
      reasons({ gpus: ['5090'], image: 'runpod/pytorch:2.4.0-py3.11-cuda12.4.1-devel-ubuntu22.04' }, from),
    ).toEqual([
      'RTX 5090, secure: PyTorch 2.4 of the image has no code for this GPU (Blackwell), which needs 2.7 or later',
    ]);
    expect(offers({ gpus: ['5090'] }, from)).toHaveLength(1);
  });

  it('when it has no CUDA at all', () => {
    const from = catalogue([
      gpu({ id: 'AMD Instinct MI300X OAM', name: 'MI300X', manufacturer: 'AMD', cudaVersions: undefined }),
    ]);
    expect(reasons({ gpus: ['MI300X'] }, from)[0]).toContain('needs CUDA 12.8, which a GPU of AMD has not');
    expect(offers({ gpus: ['MI300X'], image: 'runpod/rocm:6.4' }, from)).toHaveLength(1);
  });
});

describe('CUDA', () => {
  it('is asked for as the image needs it, or as the target says', () => {
    const minCuda = (changes: Partial<RunpodTarget>) =>
      candidatesFor(target(changes), shelf).candidates[0]?.minCuda;
    expect(minCuda({})).toBe('12.8');
    expect(minCuda({ cuda: '12' })).toBe('12.0');
    expect(minCuda({ image: 'me/train:latest' })).toBeUndefined();
  });

  it('is not judged for the cloud that RunPod was not asked about', () => {
    const from = catalogue([gpu({ ...rtx4090, cudaVersions: [{ version: '12.4', available: true }] })]);
    expect(offers({ clouds: ['SECURE', 'COMMUNITY'] }, from)).toEqual(['RTX 4090, community: 0.31 UNKNOWN']);
  });

  it('12.10 is newer than 12.8', () => {
    const from = catalogue([gpu({ ...rtx4090, cudaVersions: [{ version: '12.10', available: true }] })]);
    expect(offers({}, from)).toHaveLength(1);
  });

  it('that all hosts serve which are taken makes an offer sold out', () => {
    const cudaVersions = [
      { version: '12.4', available: true },
      { version: '12.8', available: false },
    ];
    expect(offers({}, catalogue([gpu({ ...rtx4090, cudaVersions })]))).toEqual([
      'RTX 4090, secure: 0.44 NONE',
    ]);
  });
});

describe('data centers', () => {
  it('are those of the target that have it, with the best stock of these', () => {
    const [one] = candidatesFor(target({ dataCenters: ['US-KS-2', 'EU-RO-1', 'EU-SE-1'] }), shelf).candidates;
    expect(one).toMatchObject({ dataCenters: ['US-KS-2', 'EU-RO-1'], stock: 'HIGH' });
    expect(one?.offer).toBe('RTX 4090, secure, US-KS-2 or EU-RO-1');
    expect(offers({ dataCenters: ['US-KS-2'] })).toEqual(['RTX 4090, secure, US-KS-2: 0.44 LOW']);
  });

  it('are not judged for the cloud that RunPod was not asked about', () => {
    expect(offers({ clouds: ['SECURE', 'COMMUNITY'], dataCenters: ['US-TX-3', 'EU-RO-1'] })).toEqual([
      'RTX 4090, secure, EU-RO-1: 0.44 HIGH',
      'RTX 4090, community, US-TX-3 or EU-RO-1: 0.31 UNKNOWN',
    ]);
  });

  it('can be left behind after a host there was given up', () => {
    const [one] = candidatesFor(usual, shelf).candidates;
    if (!one) throw new Error('no candidate');
    const other = elsewhere(one, new Set(['EU-RO-1']));
    expect(other).toMatchObject({
      offer: 'RTX 4090, secure, US-KS-2',
      dataCenters: ['US-KS-2'],
      gpu: one.gpu,
    });
    expect(elsewhere(one, new Set(['EU-RO-1', 'US-KS-2']))).toBeUndefined();
  });
});

describe('a network volume', () => {
  const volume = { id: 'vol1', path: '/data' };
  const from = { ...shelf, volume: { dataCenter: 'EU-RO-1' } };

  it('keeps the pod in its data center and in the secure cloud', () => {
    expect(offers({ volume, clouds: ['SECURE', 'COMMUNITY'] }, from)).toEqual([
      'RTX 4090, secure, EU-RO-1: 0.44 HIGH',
    ]);
    expect(reasons({ volume, clouds: ['SECURE', 'COMMUNITY'] }, from)).toEqual([
      'RTX 4090, community: network volumes can be used in the secure cloud only',
    ]);
  });

  it('must be where the target may be, and exist', () => {
    expect(reasons({ volume, dataCenters: ['US-KS-2'] }, from)).toEqual([
      'RTX 4090, secure: the network volume `vol1` is in EU-RO-1, and `data-centers` does not name it',
    ]);
    expect(reasons({ volume })).toEqual([
      'RTX 4090, secure: there is no network volume `vol1` in the account',
    ]);
  });
});

describe('a pod without a GPU', () => {
  const from: Catalogue = {
    ...cpuListSchema.parse({
      cpus: [
        {
          ...{ id: 'cpu5c', name: 'Compute-Optimized', group: 'Gen 5', vcpu: { min: 2, max: 32 } },
          ...{ ramGbPerVcpu: 2.5, price: { securePerVcpu: 0.03, serverlessPerVcpu: 0.02 } },
          ...{ availability: 'MEDIUM', dataCenters: at('EU-RO-1', 'MEDIUM') },
        },
      ],
    }),
    ...{ gpus: [], stockOf: 'SECURE' },
  };
  const cpu = (id: string, vcpus: number): Partial<RunpodTarget> => ({ gpus: [], cpu: { id, vcpus } });

  it('has the price of its vCPUs', () => {
    expect(offers(cpu('CPU5C', 4), from)).toEqual(['cpu5c with 4 vCPUs, secure: 0.12 MEDIUM']);
    const [one] = candidatesFor(target(cpu('cpu5c', 4)), from).candidates;
    if (!one) throw new Error('no candidate');
    expect(placementOf(one, target(cpu('cpu5c', 4)))).toMatchObject({ cpu: { id: 'cpu5c', vcpuCount: 4 } });
    expect(placementOf(one, target(cpu('cpu5c', 4)))).not.toHaveProperty('gpu');
  });

  it.each<[string, number, string]>([
    ['cpu5c', 3, 'RunPod takes 2, 4, 8, 16 … vCPUs, not 3'],
    ['cpu5c', 64, 'it has 32 vCPUs at most'],
    ['cpu6c', 4, 'RunPod has no CPU `cpu6c`; did you mean `cpu5c`?'],
  ])('is left out: %s with %i', (id, vcpus, why) => {
    expect(candidatesFor(target(cpu(id, vcpus)), from)).toMatchObject({
      candidates: [],
      rejected: [{ why }],
    });
  });

  it('is left out of the community cloud', () => {
    expect(reasons({ ...cpu('cpu5c', 4), clouds: ['COMMUNITY'] }, from)[0]).toContain(
      'only the secure cloud',
    );
  });
});

describe('notices', () => {
  const notices = (changes: Partial<RunpodTarget>) =>
    candidatesFor(target(changes), shelf).notices.join('\n');

  it('tell of anonymous pulls from Docker Hub', () => {
    expect(notices({ image: 'pytorch/pytorch:2.8.0-cuda12.8-cudnn9-runtime' })).toContain('set `registry`');
    expect(notices({ image: 'docker.io/me/train' })).toContain('set `registry`');
    expect(notices({ image: 'me/train:1', registry: 'reg1' })).toBe('');
    expect(notices({ image: 'ghcr.io/me/train:1' })).toBe('');
    expect(notices({})).toBe('');
  });

  it('tell who can read the memory on the community cloud', () => {
    expect(notices({ clouds: ['COMMUNITY'] })).toContain("the host's operator can read the memory");
    expect(notices({ clouds: ['COMMUNITY'], maxPrice: 0.01 })).toBe('');
  });
});

describe('the placement', () => {
  it('has the shapes of the API, and a disk that can be placed', () => {
    const volume = { id: 'vol1', path: '/data' };
    const wanted = target({ volume, disk: 10, registry: 'reg1', count: 2 });
    const [one] = candidatesFor(wanted, { ...shelf, volume: { dataCenter: 'EU-RO-1' } }).candidates;
    if (!one) throw new Error('no candidate');
    expect(placementOf(one, wanted)).toEqual({
      image,
      cloud: 'SECURE',
      gpu: { id: 'NVIDIA GeForce RTX 4090', count: 2, minCudaVersion: '12.8' },
      dataCenterIds: ['EU-RO-1'],
      disk: 20,
      mounts: { network: [{ volumeId: 'vol1', path: '/data' }] },
      registry: 'reg1',
    });
  });
});

describe('when every candidate was refused', () => {
  const capacity = 'There are no longer any instances available with the requested specifications.';
  const refusal = (detail: string, kind: RunpodErrorKind = 'refused') =>
    new RunpodError({
      kind,
      request: 'POST /pods',
      detail,
      status: kind === 'refused' ? 400 : 403,
      requestId: 'r1',
    });

  it('F7: nothing is free, when RunPod says so in words that are known', () => {
    expect(whatWasMeant([refusal(capacity), refusal(capacity)])).toEqual({
      is: 'capacity',
      detail: `${capacity} (request r1)`,
    });
  });

  it('F8: the request is wrong, when all are refused in the same other words', () => {
    expect(whatWasMeant([refusal('no such registry'), refusal('no such registry')])).toEqual({
      is: 'usage',
      detail: 'no such registry (request r1)',
    });
    expect(whatWasMeant([refusal('no such registry')]).is).toBe('usage');
  });

  it('nothing is free, when the words differ: a rule is broken by all candidates in the same way', () => {
    expect(whatWasMeant([refusal('no RTX 4090 left'), refusal('no A40 left')]).is).toBe('capacity');
    expect(whatWasMeant([refusal(capacity), refusal('odd words')]).is).toBe('capacity');
  });

  it('F9: the key may use none of them, when all are forbidden', () => {
    expect(whatWasMeant([refusal('no', 'forbidden'), refusal('no', 'forbidden')]).is).toBe('auth');
    expect(whatWasMeant([refusal('no', 'forbidden'), refusal(capacity)]).is).toBe('capacity');
  });
});
