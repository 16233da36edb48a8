/** What is to be removed from a host that outlives the run: directories of jobs whose results are here. */
import { type Host, SshError } from '../../ssh/host.ts';
import { stopJob } from '../../ssh/job.ts';
import { quoted } from '../../ssh/quote.ts';
import { ask } from './ask.ts';
import { hostFault } from './host-fault.ts';

export class SpentJobs {
  readonly #isKept: (node: string) => boolean;
  readonly #over = new Map<string, string>();
  /** They may still run. */
  readonly #lost = new Set<string>();

  /** `isKept`: whether the unit would be looked for there, if this process ended now. */
  constructor(isKept: (node: string) => boolean) {
    this.#isKept = isKept;
  }

  over(node: string, directory: string): void {
    this.#over.set(directory, node);
  }

  lost(directory: string): void {
    this.#lost.add(directory);
  }

  /** Those that nobody looks for any more, each once. */
  take(): readonly string[] {
    const free = [...this.#over].filter(([, node]) => !this.#isKept(node)).map(([directory]) => directory);
    for (const directory of free) this.#over.delete(directory);
    return free;
  }

  /** The run is over, and so are its units: removes all that it has on the host, unless something of it may still run. */
  async sweep(host: Host, units: string, signal: AbortSignal): Promise<void> {
    try {
      for (const directory of this.#lost)
        if (!(await stopJob(host, directory, { graceSeconds: 0 })).gone) return;
      await ask(host, `rm -rf ${quoted(units)}`, { signal });
    } catch (error) {
      // It stays for a later run to remove.
      const isOfHost = error instanceof SshError || hostFault(error) !== undefined;
      if (!isOfHost && !signal.aborted) throw error;
    }
  }
}
