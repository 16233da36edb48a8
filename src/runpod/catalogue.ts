/** What RunPod offers now: one reading for a target. */
import type { Cloud, RunpodTarget } from '../plan/plan.ts';
import type { CpuType, GpuType } from './api.ts';
import type { RunpodClient } from './client.ts';

export interface Catalogue {
  /** Empty for a target without GPUs. */
  readonly gpus: readonly GpuType[];
  /** Empty for a target with GPUs. */
  readonly cpus: readonly CpuType[];
  /** The cloud that the stock, the data centers and the versions of CUDA are of; prices are of both. */
  readonly stockOf: Cloud;
  /** Of the target's network volume; undefined when there is no such volume. */
  readonly volume?: { readonly dataCenter: string } | undefined;
}

/** One request, and another one for a network volume. Rejects with a `RunpodError`. */
export async function readCatalogue(
  client: RunpodClient,
  target: RunpodTarget,
  signal?: AbortSignal,
): Promise<Catalogue> {
  // RunPod tells the stock of one cloud at a time: that of the cloud that is tried first.
  const [stockOf = 'SECURE'] = target.clouds;
  const { cpu, volume } = target;
  const [gpus, cpus, found] = await Promise.all([
    cpu ? [] : client.gpus({ count: target.count, cloud: stockOf }, signal),
    cpu ? client.cpus({ vcpuCount: cpu.vcpus }, signal) : [],
    volume ? client.networkVolume(volume.id, signal) : undefined,
  ]);
  return { gpus, cpus, stockOf, ...(found ? { volume: { dataCenter: found.dataCenter } } : {}) };
}
