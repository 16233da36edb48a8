/** What RunPod offers for a target now, as lines that people read. */
import type { RunpodTarget } from '../../plan/plan.ts';
import { candidatesFor } from '../../runpod/candidates.ts';
import { readCatalogue } from '../../runpod/catalogue.ts';
import { RunpodError } from '../../runpod/error.ts';
import { SettingError } from '../hosts/setting.ts';
import { runpodClient } from './runpod.ts';

export interface Offers {
  readonly target: string;
  readonly lines: readonly string[];
}

export async function offersFor(
  name: string,
  target: RunpodTarget,
  environment: NodeJS.ProcessEnv,
): Promise<Offers> {
  try {
    const client = runpodClient(name, target, environment);
    const { candidates, rejected, notices } = candidatesFor(target, await readCatalogue(client, target));
    return {
      target: name,
      lines: [
        ...candidates.map(
          ({ offer, price, stock }, index) =>
            `${index + 1}. ${offer}: $${price.toFixed(2)}/h, stock ${stock.toLowerCase()}`,
        ),
        ...(candidates.length === 0 ? ['nothing fits'] : []),
        ...rejected.map(({ offer, why }) => `not ${offer}: ${why}`),
        ...notices,
      ],
    };
  } catch (error) {
    if (!(error instanceof SettingError || error instanceof RunpodError)) throw error;
    return { target: name, lines: [`prices were not read: ${error.message}`] };
  }
}
