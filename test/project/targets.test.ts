/** Targets over SSH, transfers and what is synchronised: what a project file may say about them, and what is refused. */
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/language/diagnostic.ts';
import { printDiagnostic } from '../../src/language/print-diagnostic.ts';
import { sourceOf } from '../../src/language/source.ts';
import type { Project } from '../../src/plan/project.ts';
import { Definitions } from '../../src/project/definitions.ts';
import { projectSchema, type workflowSchema } from '../../src/project/schema.ts';
import { parseYaml } from '../../src/project/yaml-file.ts';

interface Read {
  readonly project: Project;
  readonly local: readonly string[];
  /** Each diagnostic in one line, its help behind it. */
  readonly said: readonly string[];
  /** As a person reads it. */
  readonly text: string;
}

function read(yaml: string, workflow?: string): Read {
  const diagnostics = new Diagnostics();
  const definitions = new Definitions(diagnostics);
  for (const [text, rank] of [
    [yaml, 'project'],
    [workflow, 'workflow'],
  ] as const) {
    if (text === undefined) continue;
    const schema: typeof projectSchema | typeof workflowSchema = projectSchema;
    const file = parseYaml(sourceOf(`${rank}.yml`, text), schema, diagnostics);
    if (file) definitions.take(file, rank);
  }
  const project = definitions.project(new Map());
  const all = diagnostics.sorted();
  return {
    project,
    local: [...definitions.targets.keys()],
    said: all.map(
      ({ message, help, code }) => `${message} [${code}]${help === undefined ? '' : ` = ${help}`}`,
    ),
    text: all.map((one) => printDiagnostic(one)).join('\n'),
  };
}

const hostKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUm';
const box = `host: 203.0.113.7, key: ~/.ssh/id_ed25519, host-key: ${hostKey} root@box`;
const pod = 'image: runpod/pytorch, gpu: RTX 4090, max-price: 0.8';
const ssh = (more: string) => `targets: { box: { kind: ssh, ${more} } }\n`;
const runpod = (more: string) => `targets: { pod: { kind: runpod, ${more} } }\n`;

describe('a target', () => {
  it('of the kind ssh, with its defaults', () => {
    const { project, local, said } = read(ssh(box));
    expect(said).toEqual([]);
    expect(local).toEqual(['local']);
    expect(project.remote?.targets.get('box')).toEqual({
      kind: 'ssh',
      host: { value: '203.0.113.7' },
      port: { value: '22' },
      user: { value: 'root' },
      key: { value: '~/.ssh/id_ed25519' },
      hostKey: { value: hostKey },
      slots: 1,
      workspace: '~/workspace',
      environment: {},
    });
    expect(project.prices).toEqual({});
  });

  it('of the kind ssh, all from variables', () => {
    const { project, said } = read(`targets:
  box:
    kind: ssh
    host: { env: HOST }
    port: { env: PORT }
    user: { env: WHO }
    key: { env: KEY }
    host-key: { env: HOST_KEY }
    workspace: /workspace/project/
    slots: 3
    price: 0.4
    env: { PYTHONPATH: src, VERSION: 1.10, QUIET: true }
    setup: |
      pip install -r requirements.txt
`);
    expect(said).toEqual([]);
    expect(project.remote?.targets.get('box')).toEqual({
      kind: 'ssh',
      host: { variable: 'HOST' },
      port: { variable: 'PORT' },
      user: { variable: 'WHO' },
      key: { variable: 'KEY' },
      hostKey: { variable: 'HOST_KEY' },
      slots: 3,
      workspace: '/workspace/project',
      environment: { PYTHONPATH: 'src', VERSION: '1.10', QUIET: 'true' },
      setup: 'pip install -r requirements.txt\n',
    });
    expect(project.prices).toEqual({ box: 0.4 });
  });

  it('of the kind runpod, with its defaults', () => {
    const { project, local, said } = read(runpod(pod));
    expect(said).toEqual([]);
    expect(local).toEqual(['local']);
    expect(project.remote?.targets.get('pod')).toEqual({
      kind: 'runpod',
      image: 'runpod/pytorch',
      gpus: ['RTX 4090'],
      count: 1,
      clouds: ['SECURE'],
      dataCenters: [],
      disk: 40,
      maxPrice: 0.8,
      pods: 4,
      lifetime: 21_600,
      key: 'RUNPOD_API_KEY',
      start: '/start.sh',
      slots: 1,
      workspace: '~/workspace',
      environment: {},
    });
    expect(project.prices, 'a pod costs by its life, not by its units').toEqual({});
  });

  it('of the kind runpod, with all there is', () => {
    const { project, said } = read(`targets:
  pod:
    kind: runpod
    image: registry.example.com/trainer:2
    gpu: [NVIDIA A40, NVIDIA L40S]
    count: 2
    cloud: [community, secure]
    data-centers: [EU-RO-1, US-KS-2]
    disk: 80
    cuda: 12.10
    max-price: $1.50
    pods: 8
    lifetime: 90m
    slots: 4
    workspace: ~/moola
    key: { env: TEAM_KEY }
    start: /opt/start.sh
    registry: clx0
  cpu:
    kind: runpod
    image: runpod/base
    cpu: { id: cpu5c, vcpus: 4 }
    max-price: 0.2
    volume: { id: agv6w2qcg7 }
`);
    expect(said).toEqual([]);
    const { pod: gpu, cpu } = Object.fromEntries(project.remote?.targets ?? []);
    expect(gpu).toMatchObject({
      gpus: ['NVIDIA A40', 'NVIDIA L40S'],
      count: 2,
      clouds: ['COMMUNITY', 'SECURE'],
      dataCenters: ['EU-RO-1', 'US-KS-2'],
      disk: 80,
      cuda: '12.10',
      maxPrice: 1.5,
      pods: 8,
      lifetime: 5400,
      slots: 4,
      workspace: '~/moola',
      key: 'TEAM_KEY',
      start: '/opt/start.sh',
      registry: 'clx0',
    });
    expect(cpu).toMatchObject({
      gpus: [],
      count: 0,
      cpu: { id: 'cpu5c', vcpus: 4 },
      volume: { id: 'agv6w2qcg7', path: '/workspace' },
    });
  });

  it('of a workflow hides the one of the project, also of another kind', () => {
    const away = read(
      'targets: { gpu: { kind: local, price: 2 } }\n',
      `targets: { gpu: { kind: ssh, ${box} } }\n`,
    );
    expect(away.local).toEqual(['local']);
    expect([...(away.project.remote?.targets.keys() ?? [])]).toEqual(['gpu']);
    expect(away.project.prices).toEqual({});
    const back = read(
      `targets: { gpu: { kind: runpod, ${pod} } }\n`,
      'targets: { gpu: { kind: local, slots: 2 } }\n',
    );
    expect(back.local).toEqual(['local', 'gpu']);
    expect(back.project.remote?.targets.size).toBe(0);
    expect(back.said).toEqual(['target `gpu` of this file hides the one of the project [hidden-definition]']);
  });
});

const key =
  'it is the second and third word of what `ssh-keyscan -t ed25519 <host>` prints; compare it with the host itself';

describe('a target that is refused', () => {
  it.each([
    [
      'without a kind',
      'targets: { a: { slots: 2 } }',
      '`targets.a.kind`: missing, expected `local`, `ssh` or `runpod` [invalid-value]',
    ],
    [
      'of no kind there is',
      'targets: { a: { kind: runpd } }',
      '`targets.a.kind`: expected `local`, `ssh` or `runpod`, found `runpd` [invalid-value] = did you mean `runpod`?',
    ],
    [
      'with an unknown key',
      ssh(`${box}, hostkey: x`),
      'unknown key `hostkey` in `targets.box` [unknown-key] = did you mean `host-key`?',
    ],
    [
      'with a key of another kind',
      ssh(`${box}, image: x`),
      'unknown key `image` in `targets.box` [unknown-key]',
    ],
    [
      'with a mistyped key of a pod',
      runpod(`${pod}, lifetme: 2h`),
      'unknown key `lifetme` in `targets.pod` [unknown-key] = did you mean `lifetime`?',
    ],
    [
      'with a lifetime that lacks its unit',
      runpod(`${pod}, lifetime: 6`),
      '`targets.pod.lifetime`: a pod lives for 5 minutes at least, most of which it takes to be ready; hours are written `1h` [invalid-value]',
    ],
    [
      'with a mistyped inner key',
      runpod('image: x, cpu: { id: a, vcpu: 2, vcpus: 2 }, max-price: 1'),
      'unknown key `vcpu` in `targets.pod.cpu` [unknown-key] = did you mean `vcpus`?',
    ],
    ['with `python`', ssh(`${box}, python: python3`), 'unknown key `python` in `targets.box` [unknown-key]'],
    [
      'without the key of its host',
      ssh('host: a, key: b'),
      `missing key \`host-key\` in \`targets.box\` [invalid-value] = without it another host could pose as this one; ${key}`,
    ],
    [
      'with a host key of another kind',
      ssh('host: a, key: b, host-key: ssh-rsa AAAA'),
      `\`targets.box.host-key\`: a host key is written \`ssh-ed25519 AAAA…\` [invalid-value] = ${key}`,
    ],
    [
      'with a host key that is cut',
      ssh('host: a, key: b, host-key: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI'),
      `\`targets.box.host-key\`: a host key is written \`ssh-ed25519 AAAA…\` [invalid-value] = ${key}`,
    ],
    [
      'with a port that is none',
      ssh(`${box}, port: 70000`),
      '`targets.box.port`: `70000` is no port: a whole number up to 65535 [invalid-value]',
    ],
    [
      'with a port in words',
      ssh(`${box}, port: ssh`),
      '`targets.box.port`: `ssh` is no port: a whole number up to 65535 [invalid-value]',
    ],
    [
      'with a variable that is none',
      ssh('host: { env: A-B }, key: a, host-key: { env: C }'),
      '`targets.box.host.env`: this is no name of an environment variable [invalid-value]',
    ],
    [
      'with a list for a host',
      ssh('host: [a], key: a, host-key: { env: C }'),
      '`targets.box.host`: expected a text, a number or a mapping, found a list [invalid-value]',
    ],
    [
      'with a relative workspace',
      ssh(`${box}, workspace: moola`),
      '`targets.box.workspace`: a folder on a host is written `/path` or `~/path` [invalid-value]',
    ],
    [
      'with the whole host as workspace',
      ssh(`${box}, workspace: /`),
      '`targets.box.workspace`: a folder on a host is written `/path` or `~/path` [invalid-value]',
    ],
    [
      'with a workspace above',
      ssh(`${box}, workspace: ~/../x`),
      '`targets.box.workspace`: a folder on a host has no `..` in it [invalid-value]',
    ],
    [
      'with no slots',
      ssh(`${box}, slots: 0`),
      '`targets.box.slots`: too small: expected number to be >=1 [invalid-value]',
    ],
    [
      'with the variables of the system',
      ssh(`${box}, env: { ML_OUTPUT: x }`),
      '`ML_OUTPUT` is no name: `ML_`, `MLW_` and `RUNPOD_` variables are set by the system [invalid-value]',
    ],
    [
      'with the variables of RunPod',
      runpod(`${pod}, env: { RUNPOD_API_KEY: x }`),
      '`RUNPOD_API_KEY` is no name: `ML_`, `MLW_` and `RUNPOD_` variables are set by the system [invalid-value]',
    ],
    [
      'with a NUL byte',
      ssh(`${box}, env: { A: "x\\0y" }`),
      '`targets.box.env.A`: a value of an environment variable cannot hold a NUL byte [invalid-value]',
    ],
    [
      'without a price',
      runpod('image: x, gpu: a'),
      'missing key `max-price` in `targets.pod` [invalid-value] = it is what one pod may cost in dollars an hour: `max-price: 0.80`',
    ],
    [
      'without an image',
      runpod('gpu: a, max-price: 1'),
      'missing key `image` in `targets.pod` [invalid-value]',
    ],
    [
      'without a machine',
      runpod('image: x, max-price: 1'),
      '`targets.pod`: a pod has either `gpu:` or `cpu:` [invalid-value]',
    ],
    [
      'with two machines',
      runpod(`${pod}, cpu: { id: a, vcpus: 2 }`),
      '`targets.pod`: a pod has either `gpu:` or `cpu:` [invalid-value]',
    ],
    [
      'with GPUs of a CPU',
      runpod('image: x, max-price: 1, count: 2, cpu: { id: a, vcpus: 2 }'),
      '`targets.pod`: `count:` is of GPUs; a pod with `cpu:` has none [invalid-value]',
    ],
    [
      'with vCPUs nobody sells',
      runpod('image: x, max-price: 1, cpu: { id: a, vcpus: 3 }'),
      '`targets.pod.cpu.vcpus`: vCPUs are sold by powers of two: 1, 2, 4, 8, 16 [invalid-value]',
    ],
    [
      'with no GPU in a list',
      runpod('image: x, max-price: 1, gpu: []'),
      '`targets.pod.gpu`: a list of GPUs has at least one [invalid-value]',
    ],
    [
      'with a GPU twice',
      runpod('image: x, max-price: 1, gpu: [a, b, a]'),
      '`targets.pod.gpu.2`: `a` stands twice [invalid-value]',
    ],
    [
      'with a small disk',
      runpod(`${pod}, disk: 10`),
      '`targets.pod.disk`: a disk has at least 20 GB; smaller ones often find no host [invalid-value]',
    ],
    [
      'with an unknown cloud',
      runpod(`${pod}, cloud: private`),
      '`targets.pod.cloud`: expected `secure` or `community`, found `private` [invalid-value]',
    ],
    [
      'with a volume in the community',
      runpod(`${pod}, cloud: [secure, community], volume: { id: a }`),
      '`targets.pod`: network volumes are in the secure cloud only: remove `volume:`, or `community` from `cloud:` [invalid-value]',
    ],
    [
      'with a relative volume',
      runpod(`${pod}, volume: { id: a, path: data }`),
      '`targets.pod.volume.path`: a volume is mounted at an absolute path [invalid-value]',
    ],
    [
      'with a version that is none',
      runpod(`${pod}, cuda: twelve`),
      '`targets.pod.cuda`: a version of CUDA is written `12.8` [invalid-value]',
    ],
    [
      'with a free pod',
      runpod('image: x, gpu: a, max-price: 0'),
      '`targets.pod.max-price`: an amount is more than 0 [invalid-value]',
    ],
    [
      'with an endless life',
      runpod(`${pod}, lifetime: forever`),
      '`targets.pod.lifetime`: a duration is written `90`, `90s`, `40m`, `2h` or `1d` [invalid-value]',
    ],
    ['with `price`', runpod(`${pod}, price: 1`), 'unknown key `price` in `targets.pod` [unknown-key]'],
    [
      'in the place of this machine',
      `targets: { local: { kind: ssh, ${box} } }`,
      '`local` is this machine, and what commands run on that name no target [invalid-value] = give the target another name',
    ],
    [
      'under a name of the system',
      `targets: { builtin: { kind: ssh, ${box} } }`,
      '`builtin` is what built-in commands run on [invalid-value] = give the target another name',
    ],
  ])('%s', (_why, yaml, expected) => {
    expect(read(yaml).said).toContain(expected);
  });
});

describe('a secret in the file', () => {
  const why = 'could be read by everyone who can read the repository';
  it.each([
    [
      'the key of the account',
      runpod(`${pod}, key: rpa_ABCDEFGHIJKLMNOPQRSTUVWX`),
      'rpa_',
      `\`targets.pod.key\`: a key in this file ${why}`,
    ],
    [
      'a private key',
      ssh('host: a, host-key: { env: B }, key: "-----BEGIN OPENSSH PRIVATE KEY-----"'),
      'BEGIN',
      `\`targets.box.key\`: a private key in this file ${why}`,
    ],
    [
      'a variable named like one',
      ssh(`${box}, env: { HF_TOKEN: abcdef }`),
      'abcdef',
      '`targets.box.env.HF_TOKEN`: `HF_TOKEN` looks like a secret',
    ],
    [
      'a password',
      ssh(`${box}, env: { DB_PASSWORD: abcdef }`),
      'abcdef',
      '`targets.box.env.DB_PASSWORD`: `DB_PASSWORD` looks like a secret',
    ],
    [
      'a key of a service',
      ssh(`${box}, env: { WANDB_API_KEY: abcdef }`),
      'abcdef',
      '`WANDB_API_KEY` looks like a secret',
    ],
    [
      'a value that looks like one',
      ssh(`${box}, env: { WHO: hf_ABCDEFGHIJKLMNOPQRSTUV }`),
      'hf_',
      '`WHO` looks like a secret',
    ],
  ])('is refused and not shown: %s', (_what, yaml, secret, message) => {
    const { text } = read(yaml);
    expect(text).toContain(message);
    expect(text).toContain('****');
    expect(text).not.toContain(secret);
  });

  it('is no variable that only sounds like one', () => {
    expect(
      read(ssh(`${box}, env: { TOKENIZERS_PARALLELISM: "false", SORT_KEY: a, MONKEY: b }`)).said,
    ).toEqual([]);
  });
});

describe('transfers, sync and require', () => {
  const yaml = `${ssh(box)}transfers:
  data: { direction: up, paths: [./data//raw/, { from: models/base, to: base }], exclude: [data/raw/old] }
  results: { direction: down, paths: [out], target: box }
sync: { source: working-tree, include: [src], exclude: [docs/, .factory/], up: [data], down: [artifacts] }
require:
  - data/train.parquet
  - { path: data/test.parquet, sha256: ${'AB'.repeat(32)} }
`;

  it('as they are planned', () => {
    const { project, said } = read(yaml);
    expect(said).toEqual([]);
    expect([...(project.remote?.transfers.values() ?? [])]).toEqual([
      {
        name: 'data',
        direction: 'up',
        paths: [
          { from: 'data/raw', to: 'data/raw' },
          { from: 'models/base', to: 'base' },
        ],
        exclude: ['data/raw/old'],
      },
      { name: 'results', direction: 'down', paths: [{ from: 'out', to: 'out' }], exclude: [], target: 'box' },
    ]);
    expect(project.remote?.sync).toEqual({
      source: 'working-tree',
      include: ['src'],
      exclude: ['docs', '.factory'],
      up: ['data'],
      down: ['artifacts'],
      require: [{ path: 'data/train.parquet' }, { path: 'data/test.parquet', sha256: 'ab'.repeat(32) }],
    });
  });

  it('of a workflow win over the project’s, each as a whole', () => {
    const { project, said } = read(
      yaml,
      'sync: { up: [other] }\ntransfers: { data: { direction: up, paths: [other] } }\n',
    );
    expect(said).toEqual(['transfer `data` of this file hides the one of the project [hidden-definition]']);
    expect(project.remote?.sync).toMatchObject({ source: 'git-tree', include: [], up: ['other'], down: [] });
    expect(project.remote?.sync.require).toHaveLength(2);
    expect(project.remote?.transfers.get('data')?.paths).toEqual([{ from: 'other', to: 'other' }]);
  });

  it.each([
    [
      'a transfer without a direction',
      'transfers: { a: { paths: [b] } }',
      '`transfers.a.direction`: missing, expected `up` or `down` [invalid-value]',
    ],
    [
      'a transfer both ways',
      'transfers: { a: { direction: both, paths: [b] } }',
      '`transfers.a.direction`: expected `up` or `down`, found `both` [invalid-value]',
    ],
    [
      'a transfer of nothing',
      'transfers: { a: { direction: up, paths: [] } }',
      '`transfers.a.paths`: a transfer moves at least one path [invalid-value]',
    ],
    [
      'a path outside',
      'transfers: { a: { direction: up, paths: [../b] } }',
      '`transfers.a.paths.0`: a path is relative and stays inside the workspace [invalid-value]',
    ],
    [
      'an absolute path',
      'transfers: { a: { direction: down, paths: [{ from: a, to: /b }] } }',
      '`transfers.a.paths.0.to`: a path is relative and stays inside the workspace [invalid-value]',
    ],
    [
      'a pattern',
      'sync: { up: ["*.pt"] }',
      '`sync.up.0`: patterns are not supported here; write one path [invalid-value]',
    ],
    [
      'all of the workspace',
      'sync: { exclude: [./] }',
      '`sync.exclude.0`: a path names a file or a folder inside the workspace [invalid-value]',
    ],
    [
      'a name that is taken',
      `transfers: { up: { direction: up, paths: [b] } }`,
      '`up` cannot name a transfer: `/scp:up` moves what `sync:` declares [invalid-value]',
    ],
    [
      'an unknown target',
      `${ssh(box)}transfers: { a: { direction: up, paths: [b], target: bax } }`,
      'unknown target `bax` [invalid-value] = did you mean `box`?',
    ],
    [
      'this machine as a target',
      'transfers: { a: { direction: up, paths: [b], target: local } }',
      '`local` is this machine [invalid-value] = files are moved between here and a target of the kind `ssh` or `runpod`',
    ],
    [
      'a key that stands elsewhere',
      'sync: { require: [a] }',
      'unknown key `require` in `sync` [unknown-key] = `require:` stands at the top level of the file, beside `sync:`',
    ],
    [
      'a source that is none',
      'sync: { source: git }',
      '`sync.source`: expected `git-tree` or `working-tree`, found `git` [invalid-value]',
    ],
    [
      'a hash that is none',
      'require: [{ path: a, sha256: abc }]',
      '`require.0.sha256`: a SHA-256 has 64 hexadecimal digits [invalid-value]',
    ],
    [
      'a mistyped key',
      'transfers: { a: { direction: up, path: [b], paths: [b] } }',
      'unknown key `path` in `transfers.a` [unknown-key] = did you mean `paths`?',
    ],
    [
      'the same transfer twice',
      'transfers: { a-b: { direction: up, paths: [b] }, a_b: { direction: up, paths: [b] } }',
      'transfer `a_b` is defined twice [duplicate-definition]',
    ],
  ])('refuse %s', (_what, text, expected) => {
    expect(read(text).said).toContain(expected);
  });
});

describe('slots and progress of a command', () => {
  const command = (more: string) =>
    `${runpod(pod)}commands: { a: { run: x, target: pod, timeout: 5m, ${more} } }\n`;

  it('are planned', () => {
    const { project, said } = read(
      command(`slots: 2, progress: { match: 'epoch (?<epoch>\\d+)/(?<epochs>\\d+)' }`),
    );
    expect(said).toEqual([]);
    const definition = project.commands.get('a');
    expect(definition?.is === 'run' && definition.command).toMatchObject({
      slots: 2,
      progress: 'epoch (?<epoch>\\d+)/(?<epochs>\\d+)',
    });
  });

  it.each([
    ['slots: 0', '`commands.a.slots`: too small: expected number to be >=1 [invalid-value]'],
    [
      'progress: { match: "(" }',
      '`(` is no regular expression [invalid-value] = write `epoch (?<epoch>\\d+)/(?<epochs>\\d+)`',
    ],
    [
      'progress: { match: "loss (?<loss>.*)" }',
      '`loss (?<loss>.*)` has no group named `epoch` or `step` [invalid-value] = write `epoch (?<epoch>\\d+)/(?<epochs>\\d+)`',
    ],
    [
      'progress: { mach: x }',
      'unknown key `mach` in `commands.a.progress` [unknown-key] = did you mean `match`?',
    ],
    ['target: pd', 'unknown target `pd` [invalid-value] = did you mean `pod`?'],
  ])('are refused: %s', (more, expected) => {
    const yaml = more.startsWith('target')
      ? `${runpod(pod)}commands: { a: { run: x, ${more} } }\n`
      : command(more);
    expect(read(yaml).said).toContain(expected);
  });

  it('have no effect on a chain', () => {
    expect(
      read('commands: { a: { chain: /continue, slots: 2, progress: { match: (?<step>.) } } }').said,
    ).toEqual([
      '`slots:` has no effect on a command with `chain:` [invalid-value]',
      '`progress:` has no effect on a command with `chain:` [invalid-value]',
    ]);
  });
});

describe('a command of the project that is named like a built-in one for hosts', () => {
  const own = 'commands: { scp: { run: x }, runpod-setup: { run: x } }\n';

  it('hides it where there are hosts, with a notice', () => {
    expect(read(`${ssh(box)}${own}`).said).toEqual([
      '`/scp` is this command now, not the built-in one [hidden-definition]',
      '`/runpod-setup` is this command now, not the built-in one [hidden-definition]',
    ]);
  });

  it('hides nothing where there are none', () => expect(read(own).said).toEqual([]));
});

it('a budget is spent by pods', () => {
  expect(read(`budget: 5usd\n${runpod(pod)}`).said).toEqual([]);
  expect(read(`budget: 5usd\n${ssh(box)}`).said).toEqual([
    'nothing is ever spent of this budget: no target has a price [budget-without-price] = give a target a `price:` in dollars an hour',
  ]);
});
