/** Who is told of a run. A reporter that fails is left out from then on: what shows a run may not end it. */
import type { Conclusion } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { Reporter } from '../ports.ts';

export class Audience {
  readonly #losses: string[] = [];
  #listening: readonly Reporter[];

  constructor(reporters: readonly Reporter[]) {
    this.#listening = reporters;
  }

  /** One sentence for each reporter that has failed. */
  get losses(): readonly string[] {
    return this.#losses;
  }

  tell(message: (reporter: Reporter) => void): void {
    for (const reporter of this.#listening) {
      try {
        message(reporter);
      } catch (error) {
        this.#leaveOut(reporter, error);
      }
    }
  }

  async conclude(conclusion: Conclusion, state: RunState): Promise<void> {
    await this.#finish((reporter) => reporter.concluded?.(conclusion, state));
  }

  async handOver(state: RunState): Promise<void> {
    await this.#finish((reporter) => reporter.handedOver?.(state));
  }

  async #finish(message: (reporter: Reporter) => Promise<void> | void): Promise<void> {
    await Promise.all(
      this.#listening.map(async (reporter) => {
        try {
          await message(reporter);
        } catch (error) {
          this.#leaveOut(reporter, error);
        }
      }),
    );
  }

  #leaveOut(reporter: Reporter, error: unknown): void {
    this.#listening = this.#listening.filter((other) => other !== reporter);
    const why = error instanceof Error ? error.message : String(error);
    this.#losses.push(`${reporter.name ?? 'a report'} is incomplete: ${why}`);
  }
}
