/** Checks of a target whose hosts are pods: what its image tells, what may be rented now, and what it may cost. */
import type { RunpodTarget } from '../plan/plan.ts';
import { secondsToReady } from '../plan/pods.ts';
import { wholeDuration } from '../reports/words.ts';
import { type Candidates, candidatesFor } from '../runpod/candidates.ts';
import { type Catalogue, readCatalogue } from '../runpod/catalogue.ts';
import type { RunpodClient } from '../runpod/client.ts';
import { cudaOf, pullNotice } from '../runpod/cuda.ts';
import { RunpodError } from '../runpod/error.ts';
import { findGpu } from '../runpod/gpu-name.ts';
import { type Check, notChecked, ok, problem, type Section, warning } from './check.ts';

export interface RunpodExamination {
  /** Undefined when the account cannot be asked. */
  readonly client: RunpodClient | undefined;
  /** Why not. */
  readonly why: string;
  /** Dollars that a whole run may spend. */
  readonly budget: number | undefined;
}

export async function examineRunpod(
  name: string,
  target: RunpodTarget,
  how: RunpodExamination,
): Promise<Section> {
  const offers = await offerChecks(target, how);
  const checks = [...imageChecks(target), ...offers, spendingCheck(target, how.budget)];
  return { title: `target ${name}: runpod`, target: name, checks };
}

function imageChecks({ image, registry, cuda, cpu, clouds }: RunpodTarget): Check[] {
  const notice = pullNotice(image, registry);
  const version = cuda ?? cudaOf(image);
  const found: Check[] = [];
  if (!image.includes('@') && !/:(?!latest$)[^/:]+$/.test(image))
    found.push(
      warning('image', `\`${image}\` may be another one tomorrow`, { advice: 'give it a tag that stays' }),
    );
  if (notice !== undefined) found.push(warning('image', notice));
  if (version === undefined && cpu === undefined)
    found.push(
      warning('image', `\`${image}\` does not tell which CUDA it needs: a host may be too old for it`, {
        advice: 'write it as `cuda:` of the target, such as "12.8"',
      }),
    );
  if (found.length === 0)
    found.push(ok('image', version === undefined ? image : `${image}, for CUDA ${version} or later`));
  if (clouds.includes('COMMUNITY'))
    found.push(
      warning('cloud', "on the community cloud the host's operator can read the memory of a pod", {
        advice: 'send no secrets and no private data there',
      }),
    );
  return found;
}

async function offerChecks(target: RunpodTarget, { client, why }: RunpodExamination): Promise<Check[]> {
  const { volume } = target;
  const unknown = (reason: string) => [
    notChecked('offers', reason),
    ...(volume ? [notChecked('volume', reason)] : []),
  ];
  if (!client) return unknown(why);
  try {
    const catalogue = await readCatalogue(client, target);
    return [
      offersCheck(candidatesFor(target, catalogue), target, catalogue),
      ...(volume ? [volumeCheck(volume.id, catalogue)] : []),
    ];
  } catch (error) {
    if (!(error instanceof RunpodError)) throw error;
    const advice =
      error.kind === 'forbidden'
        ? 'let the key read the catalogue, and network volumes where there is one'
        : 'try again';
    return [problem('offers', error.message, { advice })];
  }
}

function offersCheck(
  { candidates, rejected }: Candidates,
  { gpus, maxPrice }: RunpodTarget,
  catalogue: Catalogue,
): Check {
  const details = [
    ...candidates.map(
      ({ offer, price, stock }, index) =>
        `${index + 1}. ${offer}: ${dollars(price)}/h, ${stock === 'NONE' ? 'sold out now' : `stock ${stock.toLowerCase()}`}`,
    ),
    ...rejected.map(({ offer, why }) => `not ${offer}: ${why}`),
  ];
  if (candidates.length === 0)
    return problem('offers', 'nothing fits this target', {
      details,
      advice: `look at \`gpu\`, \`cloud\`, \`data-centers\` and \`max-price\`, now ${dollars(maxPrice)}`,
    });
  if (candidates.every(({ stock }) => stock === 'NONE'))
    return warning('offers', 'all that fits is sold out now', {
      details,
      advice: 'try again later, or name more GPUs or data centers',
    });
  const says = candidates.length === 1 ? '1 fits' : `${candidates.length} fit, tried in this order`;
  // A run would go on without it, and nobody would know.
  if (gpus.some((written) => findGpu(written, catalogue.gpus).is === 'none'))
    return warning('offers', says, { details, advice: 'correct `gpu`, or remove what RunPod does not have' });
  return ok('offers', says, { details });
}

function volumeCheck(id: string, { volume }: Catalogue): Check {
  if (volume) return ok('volume', `\`${id}\` is in ${volume.dataCenter}, and so are its pods`);
  return problem('volume', `there is no network volume \`${id}\` in the account`, {
    advice: 'see https://console.runpod.io/user/storage for its id',
  });
}

/** Dollars an hour: what RunPod lets an account spend unless its support raised that. */
const usualLimit = 80;

function spendingCheck({ pods, maxPrice, lifetime }: RunpodTarget, budget: number | undefined): Check {
  const together = pods * maxPrice;
  const says =
    `at most ${pods} ${pods === 1 ? 'pod' : 'pods'} at once for ${dollars(maxPrice)}/h each, ` +
    `${dollars(together)}/h together; none lives longer than ${wholeDuration(lifetime)}` +
    `${budget === undefined ? '' : `; a run may spend ${dollars(budget)}`}`;
  if (together > usualLimit)
    return warning('spending', says, {
      advice: `RunPod usually allows ${dollars(usualLimit)}/h for an account: lower \`pods\` or \`max-price\`, or ask its support`,
    });
  if (budget !== undefined && budget < (maxPrice * secondsToReady) / 3600)
    return warning('spending', says, {
      advice: `raise \`budget\`: one pod may take ${wholeDuration(secondsToReady)} to be ready, which would cost ${dollars((maxPrice * secondsToReady) / 3600)}`,
    });
  if (budget !== undefined) return ok('spending', says);
  return ok('spending', says, { advice: '`budget: 25usd` in the project file would cap a whole run' });
}

function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}
