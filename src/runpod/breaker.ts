/** Stops the making of pods when they keep failing in the same way: the next one would only cost money. */
import { ProvisionError, provisionClasses } from './provision-error.ts';

/** Failures of one class without a success in between. */
const mostFailures = 3;

export class Breaker {
  readonly #failures = new Map<string, number>();

  failed(failure: string): void {
    this.#failures.set(failure, (this.#failures.get(failure) ?? 0) + 1);
  }

  /** Something has run on a pod. */
  worked(): void {
    this.#failures.clear();
  }

  /** Throws a `ProvisionError` when no further pod may be made. */
  demand(): void {
    const tripped = [...this.#failures].find(([, count]) => count >= mostFailures);
    if (!tripped) return;
    const [failure, count] = tripped;
    const known = provisionClasses.find((one) => one === failure);
    throw new ProvisionError(
      known ?? 'provision',
      `no further pod is made: ${count} in a row have failed with \`${failure}\``,
    );
  }
}
