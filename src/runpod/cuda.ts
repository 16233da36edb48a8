/** What the name of a container image tells of the hosts it can run on. */

/** Without a digest: the host of the registry, the path, and the tag. */
function partsOf(image: string): { registry: string | undefined; path: string; tag: string } {
  const [bare = ''] = image.split('@');
  const slash = bare.indexOf('/');
  const first = slash < 0 ? '' : bare.slice(0, slash);
  const isHost = /[.:]/.test(first) || first === 'localhost';
  const rest = isHost ? bare.slice(slash + 1) : bare;
  const [path = '', tag = ''] = rest.split(':');
  return { registry: isHost ? first : undefined, path, tag };
}

const edge = '(?:^|[^a-z])';
/** `cuda12.4.1`, `cuda-12.4`, `cu12.4` */
const dotted = new RegExp(`${edge}cu(?:da)?[-_]?v?(\\d{2})\\.(\\d{1,2})(?![0-9])`, 'i');
/** `cu1281`, `cu128`, `cuda121`: two digits, one, and the patch, if any. */
const joined = new RegExp(`${edge}cu(?:da)?[-_]?(\\d{2})(\\d)\\d?(?![0-9.])`, 'i');
/** Of an image that is called `cuda`: `12.1.0-cudnn8-devel`. */
const leading = /^(\d{2})\.(\d{1,2})(?:\.\d+)?(?:-|$)/;

/** `12.8`: the least version of CUDA that a host's driver must serve, as the image's name has it. */
export function cudaOf(image: string): string | undefined {
  const { path, tag } = partsOf(image);
  for (const text of [tag, path]) {
    const match = dotted.exec(text) ?? joined.exec(text);
    if (match) return `${match[1]}.${match[2]}`;
  }
  const match = /(?:^|\/)cuda$/.test(path) ? leading.exec(tag) : null;
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** `2.8`: the version of PyTorch, as the image's name has it. */
export function torchOf(image: string): string | undefined {
  const { path, tag } = partsOf(image);
  for (const text of [tag, path]) {
    const match =
      /(?:^|[^a-z])(?:py)?torch[-_]?v?(\d)\.(\d{1,2})/i.exec(text) ??
      /(?:^|[^a-z])(?:py)?torch[-_]?(\d)(\d{1,2})\d(?![0-9.])/i.exec(text);
    if (match) return `${match[1]}.${match[2]}`;
  }
  // `pytorch/pytorch:2.6.0-cuda12.4-cudnn9`. Below 2 it counts the builds of RunPod's own images, above 9 it is a date.
  const match = /(?:^|\/)pytorch$/.test(path) ? /^([2-9])\.(\d{1,2})(?:\.\d+)?(?:-|$)/.exec(tag) : null;
  return match ? `${match[1]}.${match[2]}` : undefined;
}

/** Of versions such as `12.8`: below 0 when the first is older. `12.11` is newer than `12.2`. */
export function compareVersions(a: string, b: string): number {
  const [majorA = 0, minorA = 0] = a.split('.').map(Number);
  const [majorB = 0, minorB = 0] = b.split('.').map(Number);
  return majorA - majorB || minorA - minorB;
}

const blackwell = /\bblackwell\b|\bG?B[123]00\b|\bRTX 50[5-9]0\b|\bRTX PRO \d{4}\b/i;
/** The last PyTorch that was built without code for Blackwell. */
const lastWithoutBlackwell = '2.6';

/** Why the image cannot work on that GPU, as far as both names tell; undefined when nothing speaks against it. */
export function misfit(
  image: string,
  gpu: { readonly id: string; readonly name: string },
): string | undefined {
  const torch = torchOf(image);
  const isBlackwell = blackwell.test(gpu.id) || blackwell.test(gpu.name);
  if (!torch || !isBlackwell || compareVersions(torch, lastWithoutBlackwell) > 0) return undefined;
  return `PyTorch ${torch} of the image has no code for this GPU (Blackwell), which needs 2.7 or later`;
}

/** What a user should know of pulling the image; undefined when there is nothing. */
export function pullNotice(image: string, registry: string | undefined): string | undefined {
  const { registry: host, path } = partsOf(image);
  const isDockerHub = host === undefined || /^(?:registry-\d+\.|index\.|www\.)?docker\.io$/.test(host);
  if (registry !== undefined || !isDockerHub || path.startsWith('runpod/')) return undefined;
  return (
    `the image \`${image}\` is pulled from Docker Hub without an account, and all of a data center share one limit for ` +
    'that: if the pull is refused, set `registry` of the target, use another registry, or an image of `runpod/`, which ' +
    'hosts often hold already'
  );
}
