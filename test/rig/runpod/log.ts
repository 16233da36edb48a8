/** The lines of a pod, as RunPod's event stream gives them. */
import type { Clock } from './clock.ts';

export type LogSource = 'container' | 'system';

export interface LogLine {
  readonly id: string;
  readonly ts: string;
  readonly source: LogSource;
  readonly line: string;
}

export class PodLog {
  readonly lines: LogLine[] = [];
  readonly #clock: Clock;
  readonly #listeners = new Set<(line: LogLine) => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  add(source: LogSource, line: string): void {
    const ts = this.#clock.iso();
    const entry = { id: `${ts}/${String(this.lines.length + 1).padStart(12, '0')}`, ts, source, line };
    this.lines.push(entry);
    for (const listener of this.#listeners) listener(entry);
  }

  text(source?: LogSource): string {
    return this.lines
      .filter((line) => source === undefined || line.source === source)
      .map(({ line }) => `${line}\n`)
      .join('');
  }

  listen(listener: (line: LogLine) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
