/** The GPU that a written name means: `NVIDIA GeForce RTX 4090`, `RTX 4090` and `4090` are one. */
import { didYouMean, listOf } from '../language/name.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export type GpuFound<Gpu> =
  | { readonly is: 'found'; readonly gpu: Gpu }
  | { readonly is: 'none'; readonly why: string };

const makers = /\b(?:nvidia|amd|geforce)\b/g;
const families = /\b(?:rtx|gtx|tesla|radeon|instinct)\b/g;

/** The first of these that has an answer decides: the name as it is, without its maker, without its family, a part. */
export function findGpu<Gpu extends Named>(written: string, known: readonly Gpu[]): GpuFound<Gpu> {
  const isNamed = (same: (name: string) => boolean) => known.filter(({ id, name }) => same(id) || same(name));
  const bare = (strip: (name: string) => string) => (name: string) => strip(name) === strip(written);
  const wanted = core(written).split(' ');
  const ways = [
    () => isNamed(bare(plainName)),
    () => isNamed(bare(withoutMaker)),
    () => isNamed((name) => core(written) !== '' && core(name) === core(written)),
    () => isNamed((name) => core(written) !== '' && isPart(wanted, core(name).split(' '))),
  ];
  for (const way of ways) {
    const [gpu, ...others] = way();
    if (!gpu) continue;
    if (others.length === 0) return { is: 'found', gpu };
    const names = [gpu, ...others].map(({ name }) => `\`${name}\``);
    return { is: 'none', why: `\`${written}\` can be ${listOf(names, 'or')}; write which` };
  }
  const near =
    didYouMean(
      written,
      known.map(({ name }) => name),
    ) ??
    didYouMean(
      written,
      known.map(({ id }) => id),
    );
  return { is: 'none', why: `RunPod has no GPU \`${written}\`${near ? `; ${near}` : ''}` };
}

function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();
}

function withoutMaker(name: string): string {
  return plainName(plainName(name).replace(makers, ' '));
}

function core(name: string): string {
  return plainName(withoutMaker(name).replace(families, ' '));
}

function isPart(words: readonly string[], of: readonly string[]): boolean {
  return words.every((word) => of.includes(word));
}
