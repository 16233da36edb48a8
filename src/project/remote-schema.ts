/** The shape of what a project says about other hosts: `targets:`, `transfers:`, `sync:` and `require:`. */
import { z } from 'zod';
import { dollars, duration, name, path } from './schema-values.ts';

const slots = z.number().int().min(1);
const text = z.string().min(1);
const variable = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'this is no name of an environment variable');
/** As written, or held by a variable. */
const held = z.strictObject({ env: variable });
const setting = z.union([text, z.number(), held]);

const hostFolder = z
  .string()
  .regex(/^(?:~\/|\/)[^\0\r\n]*[^/\0\r\n]\/*$/, 'a folder on a host is written `/path` or `~/path`')
  .refine((written) => !written.split('/').includes('..'), 'a folder on a host has no `..` in it')
  .transform((written) => written.replace(/\/+$/, ''));

/** Of every host, whoever made it. */
const remote = {
  slots: slots.default(1),
  workspace: hostFolder.default('~/workspace'),
  env: z
    .record(
      variable.refine(
        (written) => !/^(?:ML|MLW|RUNPOD)_/i.test(written),
        '`ML_`, `MLW_` and `RUNPOD_` variables are set by the system',
      ),
      z
        .union([z.string(), z.number(), z.boolean()])
        .refine(
          (value) => !String(value).includes('\0'),
          'a value of an environment variable cannot hold a NUL byte',
        ),
    )
    .default({}),
  setup: text.optional(),
};

const local = z.strictObject({
  kind: z.literal('local'),
  slots: slots.optional(),
  price: dollars.optional(),
});

const ssh = z.strictObject({
  kind: z.literal('ssh'),
  host: setting,
  port: setting.default(22),
  user: setting.default('root'),
  key: setting,
  'host-key': setting,
  ...remote,
  price: dollars.optional(),
});

/** Seconds. A number without a unit that was meant as hours is less. */
const shortestLifetime = 300;

const cloud = z.enum(['secure', 'community']);
const dataCenter = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'a data center is written as RunPod names it, `EU-RO-1`');

const runpod = z
  .strictObject({
    kind: z.literal('runpod'),
    image: z.string().regex(/^[^\s\0]+$/, 'an image has no blanks in its name'),
    gpu: z.union([text, z.array(text).min(1, 'a list of GPUs has at least one')]).optional(),
    cpu: z
      .strictObject({
        id: text,
        vcpus: z
          .number()
          .int()
          .min(1)
          .refine(
            (count) => Number.isInteger(Math.log2(count)),
            'vCPUs are sold by powers of two: 1, 2, 4, 8, 16',
          ),
      })
      .optional(),
    count: z.number().int().min(1).optional(),
    cloud: z.union([cloud, z.array(cloud).min(1, 'a list of clouds has at least one')]).default('secure'),
    'data-centers': z.array(dataCenter).default([]),
    disk: z.number().int().min(20, 'a disk has at least 20 GB; smaller ones often find no host').default(40),
    volume: z
      .strictObject({
        id: text,
        path: z
          .string()
          .regex(/^\/[^\0\r\n]*[^/\0\r\n]$/, 'a volume is mounted at an absolute path')
          .default('/workspace'),
      })
      .optional(),
    cuda: z
      .union([z.string().regex(/^\d+\.\d+$/, 'a version of CUDA is written `12.8`'), z.number().positive()])
      .optional(),
    'max-price': dollars,
    pods: z.number().int().min(1).default(4),
    lifetime: duration
      .refine(
        (seconds) => seconds >= shortestLifetime,
        'a pod lives for 5 minutes at least, most of which it takes to be ready; hours are written `1h`',
      )
      .default(6 * 3600),
    key: held.optional(),
    start: z
      .string()
      .regex(/^\/[^\0\r\n]*$/, "the image's own start is an absolute path, `/start.sh`")
      .default('/start.sh'),
    registry: text.optional(),
    ...remote,
  })
  .refine(({ gpu, cpu }) => (gpu === undefined) !== (cpu === undefined), 'a pod has either `gpu:` or `cpu:`')
  .refine(
    ({ cpu, count }) => cpu === undefined || count === undefined,
    '`count:` is of GPUs; a pod with `cpu:` has none',
  )
  .refine(
    ({ volume, cloud: clouds }) => volume === undefined || ![clouds].flat().includes('community'),
    'network volumes are in the secure cloud only: remove `volume:`, or `community` from `cloud:`',
  );

export const target = z.discriminatedUnion('kind', [local, ssh, runpod]);

/** `./data//raw/` is `data/raw`. */
const tidyPath = path
  .refine((written) => !/[\0\r\n]/.test(written), 'a path is one line')
  .refine((written) => tidied(written) !== '', 'a path names a file or a folder inside the workspace')
  .transform(tidied);
const paths = z.array(tidyPath).default([]);

function tidied(written: string): string {
  return written
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}

export const transfer = z.strictObject({
  direction: z.enum(['up', 'down']),
  paths: z
    .array(z.union([tidyPath, z.strictObject({ from: tidyPath, to: tidyPath })]))
    .min(1, 'a transfer moves at least one path'),
  exclude: paths,
  target: name.optional(),
});

export const sync = z.strictObject({
  source: z.enum(['git-tree', 'working-tree']).default('git-tree'),
  include: paths,
  exclude: paths,
  up: paths,
  down: paths,
});

export const requirement = z.union([
  tidyPath,
  z.strictObject({
    path: tidyPath,
    sha256: z
      .string()
      .regex(/^[0-9a-fA-F]{64}$/, 'a SHA-256 has 64 hexadecimal digits')
      .transform((written) => written.toLowerCase())
      .optional(),
  }),
]);

/** How a person gets what `host-key:` asks for. */
export const hostKeyHelp =
  'it is the second and third word of what `ssh-keyscan -t ed25519 <host>` prints; compare it with the host itself';

export type TargetFile = z.infer<typeof target>;
export type TransferFile = z.infer<typeof transfer>;
export type SyncFile = z.infer<typeof sync>;
