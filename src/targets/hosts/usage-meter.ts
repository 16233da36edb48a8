/** What a unit made of its host, from samples taken now and then: the mean of the GPU, the most of the memories. */
import type { ResourceUsage } from '../../engine/event.ts';
import type { Load } from '../../ports.ts';

export class UsageMeter {
  readonly #gpu: number[] = [];
  #gpuMemory: number | undefined;
  #memory: number | undefined;

  add({ gpu, gpuMemory, memory }: Load): void {
    if (gpu !== undefined) this.#gpu.push(gpu);
    if (gpuMemory !== undefined) this.#gpuMemory = Math.max(this.#gpuMemory ?? 0, gpuMemory);
    if (memory !== undefined) this.#memory = Math.max(this.#memory ?? 0, memory);
  }

  /** Undefined without a sample. */
  result(): ResourceUsage | undefined {
    const gpu = this.#gpu.length === 0 ? undefined : mean(this.#gpu);
    if (gpu === undefined && this.#memory === undefined && this.#gpuMemory === undefined) return undefined;
    return {
      ...(gpu === undefined ? {} : { gpu: rounded(gpu) }),
      ...(this.#gpuMemory === undefined ? {} : { gpuMemory: rounded(this.#gpuMemory) }),
      ...(this.#memory === undefined ? {} : { memory: rounded(this.#memory) }),
    };
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(share: number): number {
  return Number(share.toFixed(4));
}
