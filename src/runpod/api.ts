/**
 * What we send to RunPod's REST API v2 and what we read of its answers. Requests are strict, answers lenient: fields we
 * do not know are dropped, values that nothing depends on may be missing or of another kind.
 */
import { z } from 'zod';

/** Missing, null and of another kind are one. */
const maybe = <Type extends z.ZodType>(type: Type) =>
  type
    .nullish()
    .catch(undefined)
    .transform((value) => value ?? undefined);
/** Names that may grow new members: never a reason to fail. */
const word = z.string();

const sshEndpoint = z.object({
  host: z.string(),
  port: z.number(),
  username: maybe(z.string()),
});

const runtimePort = z.object({
  private: maybe(z.number()),
  public: maybe(z.number()),
  type: maybe(word),
  ip: maybe(z.string()),
});

const utilization = z.object({ util: maybe(z.number()) });

const runtime = z.object({
  /** Seconds since the container started. */
  uptime: maybe(z.number()),
  /** Percent. */
  gpus: maybe(z.array(z.object({ util: maybe(z.number()), memoryUtil: maybe(z.number()) }))),
  cpu: maybe(utilization),
  memory: maybe(utilization),
  ports: maybe(z.array(runtimePort)),
});

export const podSchema = z.object({
  id: z.string().min(1),
  name: z.string(),
  /** `PROVISIONING`, `STARTING`, `RUNNING`, `EXITED`, `ERROR`, `TERMINATED`, or what comes after them. */
  status: word.catch('UNKNOWN'),
  image: maybe(z.string()),
  /** What can be read of it: the pods that are ours are known by it. */
  env: maybe(z.record(z.string(), z.string().catch(''))).transform((env) => env ?? {}),
  cloud: maybe(word),
  dataCenterId: maybe(z.string()),
  cudaVersion: maybe(z.string()),
  gpu: maybe(z.object({ id: z.string(), count: maybe(z.number()) })),
  cpu: maybe(z.object({ id: z.string(), vcpuCount: maybe(z.number()) })),
  /** Dollars an hour; 0 when it is stopped. */
  cost: maybe(z.number().nonnegative()),
  locked: maybe(z.boolean()),
  ssh: maybe(z.object({ direct: maybe(sshEndpoint) })),
  /** Undefined as long as no container runs. */
  runtime: maybe(runtime).transform((it) => (it?.uptime === undefined && !it?.ports ? undefined : it)),
  createdAt: maybe(z.string()),
  startedAt: maybe(z.string()),
});
export type Pod = z.infer<typeof podSchema>;

export const podListSchema = z.object({
  pods: z.array(podSchema),
  pagination: z.object({ hasNextPage: z.boolean().nullish(), nextCursor: z.string().nullish() }).nullish(),
});

export const createPodBody = z.strictObject({
  name: z.string().min(1),
  image: z.string().min(1),
  cloud: z.enum(['SECURE', 'COMMUNITY']),
  gpu: z
    .strictObject({
      id: z.string(),
      count: z.int().min(1),
      minCudaVersion: z
        .string()
        .regex(/^\d+\.\d+$/)
        .optional(),
    })
    .optional(),
  cpu: z.strictObject({ id: z.string().min(1), vcpuCount: z.int().min(2) }).optional(),
  dataCenterIds: z.array(z.string()).optional(),
  /** GB */
  disk: z.int().min(1),
  mounts: z
    .strictObject({ network: z.array(z.strictObject({ volumeId: z.string(), path: z.string() })).max(1) })
    .optional(),
  ports: z.array(z.string()),
  env: z.record(z.string(), z.string()),
  entrypoint: z.array(z.string()).optional(),
  cmd: z.array(z.string()).optional(),
  /** Id of the credentials for a private image. */
  registry: z.string().optional(),
  startSsh: z.boolean().optional(),
  startJupyter: z.boolean().optional(),
});
export type CreatePodBody = z.infer<typeof createPodBody>;

export const podActionBody = z.strictObject({ action: z.enum(['stop', 'terminate']) });
export type PodAction = z.infer<typeof podActionBody>['action'];

const stock = maybe(word);
const stockInDataCenters = maybe(
  z.array(z.object({ id: z.string(), name: maybe(z.string()), availability: stock })),
);

export const gpuTypeSchema = z.object({
  /** As pods are created with: `NVIDIA GeForce RTX 4090`. */
  id: z.string().min(1),
  /** As people call it: `RTX 4090`. */
  name: z.string(),
  manufacturer: maybe(word),
  /** Of one GPU, in GB. */
  memory: maybe(z.number()),
  secure: maybe(z.boolean()),
  community: maybe(z.boolean()),
  /** Dollars an hour for one GPU. */
  price: maybe(z.object({ secure: maybe(z.number()), community: maybe(z.number()) })),
  /** GPUs in one pod, at most. */
  maxCount: maybe(z.object({ secure: maybe(z.number()), community: maybe(z.number()) })),
  availability: stock,
  /** Those that offer it; absent when none does, or when it was not asked for. */
  dataCenters: stockInDataCenters,
  cudaVersions: maybe(z.array(z.object({ version: z.string(), available: maybe(z.boolean()) }))),
});
export type GpuType = z.infer<typeof gpuTypeSchema>;
export const gpuListSchema = z.object({ gpus: z.array(gpuTypeSchema) });

export const cpuTypeSchema = z.object({
  id: z.string().min(1),
  name: maybe(z.string()),
  vcpu: maybe(z.object({ min: maybe(z.number()), max: maybe(z.number()) })),
  /** GB for each vCPU. */
  ramGbPerVcpu: maybe(z.number()),
  /** Dollars an hour for one vCPU. */
  price: maybe(z.object({ securePerVcpu: maybe(z.number()) })),
  availability: stock,
  dataCenters: stockInDataCenters,
});
export type CpuType = z.infer<typeof cpuTypeSchema>;
export const cpuListSchema = z.object({ cpus: z.array(cpuTypeSchema) });

const catalogueResource = z.object({ id: z.string(), name: maybe(z.string()), availability: stock });

export const dataCenterSchema = z.object({
  id: z.string().min(1),
  name: maybe(z.string()),
  region: maybe(word),
  networkVolumeTypes: maybe(z.array(word)),
  gpuAvailability: maybe(z.array(catalogueResource)),
});
export type DataCenter = z.infer<typeof dataCenterSchema>;
export const dataCenterListSchema = z.object({ dataCenters: z.array(dataCenterSchema) });

export const networkVolumeSchema = z.object({
  id: z.string().min(1),
  name: maybe(z.string()),
  /** GB */
  size: maybe(z.number()),
  /** It can be used there only. */
  dataCenter: z.string(),
});
export type NetworkVolume = z.infer<typeof networkVolumeSchema>;

export const podBillSchema = z.object({
  records: z.array(
    z.object({
      podId: z.string(),
      startTime: maybe(z.string()),
      endTime: maybe(z.string()),
      /** Dollars. */
      totalAmount: z.number(),
      gpuAmount: maybe(z.number()),
      cpuAmount: maybe(z.number()),
      diskAmount: maybe(z.number()),
    }),
  ),
});
export type PodBill = z.infer<typeof podBillSchema>;

export const logLineSchema = z.object({
  ts: maybe(z.string()),
  source: maybe(word),
  line: z.string(),
});

/** The body of every error; where a gateway answers instead, nothing of it is there. */
export const problemSchema = z.object({
  title: maybe(z.string()),
  detail: maybe(z.string()),
  errors: maybe(z.array(z.string())),
});
