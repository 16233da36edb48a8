/** The workflows of this repository: their rights, what they take from others, and how a release is made. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { temporaryFolder } from './targets/rig.ts';

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
type Permissions = string | Readonly<Record<string, string>>;
interface Job {
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly permissions?: Permissions;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}
interface Workflow {
  readonly on: string | readonly string[] | Readonly<Record<string, unknown>>;
  readonly permissions?: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.github/workflows');
const texts = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));
const workflowOf = (text: string): Workflow => parse(text) as Workflow;
const stepsOf = ({ jobs }: Workflow): Step[] => Object.values(jobs).flatMap((job) => job.steps);
const eventsOf = ({ on }: Workflow): string[] => {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? [...on] : Object.keys(on);
};

/** Lines with a `uses:` of others that is not a commit with its version beside it. */
function unpinned(text: string): string[] {
  const uses = text.split('\n').filter((line) => /\buses:/.test(line) && !/\buses: (?:\.\/|\$\/)/.test(line));
  return uses.filter((line) => !/\buses: [\w.-]+(?:\/[\w.-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line));
}

const writes = (permissions: Permissions = 'write-all'): boolean =>
  typeof permissions === 'string'
    ? permissions === 'write-all'
    : Object.values(permissions).includes('write');

/** What anybody can have written, by way of a branch, a title, a comment or an input. */
const untrusted =
  /\$\{\{[^}]*\b(?:github\.(?:event\b|head_ref|ref_name|actor)|inputs\.|needs\.|steps\.|matrix\.)/;

/** Sentences, empty when all is well. */
function faultsOf(text: string): string[] {
  const workflow = workflowOf(text);
  const steps = stepsOf(workflow);
  const faults = unpinned(text).map((line) => `not pinned: ${line.trim()}`);
  if (writes(workflow.permissions)) faults.push('the whole workflow may write');
  for (const [name, { permissions, 'timeout-minutes': minutes }] of Object.entries(workflow.jobs)) {
    if (permissions === undefined || typeof permissions === 'string')
      faults.push(`${name} lists no permissions`);
    if (minutes === undefined) faults.push(`${name} has no timeout`);
  }
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  if (eventsOf(workflow).includes('pull_request_target') && checkouts.length > 0)
    faults.push('checks out code beside the rights of the base');
  for (const checkout of checkouts)
    if (checkout.with?.['persist-credentials'] !== false) faults.push('a checkout leaves its token behind');
  for (const { run = '' } of steps)
    if (untrusted.test(run)) faults.push(`text of others in a script: ${run.trim()}`);
  return faults;
}

describe.each([...texts])('%s', (_, text) => {
  it('is pinned, has no right it does not need, and runs no text of others', () => {
    expect(faultsOf(text)).toEqual([]);
  });
});

describe('a workflow that is refused', () => {
  const sha = '0123456789012345678901234567890123456789';
  const sound = `on: pull_request
permissions: {}
jobs:
  a:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: { contents: read }
    steps:
      - uses: actions/checkout@${sha} # v1.2.3
        with: { persist-credentials: false }
      - uses: ./
      - run: echo "$REF"
        env: { REF: "\${{ github.head_ref }}" }
`;

  it('would be sound without its fault', () => {
    expect(faultsOf(sound)).toEqual([]);
  });

  it.each([
    ['a tag', `@${sha} # v1.2.3`, '@v1', ['not pinned: - uses: actions/checkout@v1']],
    ['no version', ' # v1.2.3', '', [`not pinned: - uses: actions/checkout@${sha}`]],
    ['a major version', '# v1.2.3', '# v1', [`not pinned: - uses: actions/checkout@${sha} # v1`]],
    ['no permissions', 'permissions: {}\n', '', ['the whole workflow may write']],
    [
      'rights for all jobs',
      'permissions: {}',
      'permissions: { checks: write }',
      ['the whole workflow may write'],
    ],
    ['none for the job', '    permissions: { contents: read }\n', '', ['a lists no permissions']],
    ['all for the job', '{ contents: read }', 'write-all', ['a lists no permissions']],
    ['no timeout', '    timeout-minutes: 5\n', '', ['a has no timeout']],
    [
      'a token left behind',
      'credentials: false',
      'credentials: true',
      ['a checkout leaves its token behind'],
    ],
    [
      'code of a pull request with the rights of the base',
      'on: pull_request',
      'on: [pull_request_target]',
      ['checks out code beside the rights of the base'],
    ],
    [
      'a title in a script',
      'echo "$REF"',
      'echo ${{ github.event.pull_request.title }}',
      ['text of others in a script: echo ${{ github.event.pull_request.title }}'],
    ],
    [
      'an input in a script',
      'echo "$REF"',
      'echo ${{ inputs.a }}',
      ['text of others in a script: echo ${{ inputs.a }}'],
    ],
  ])('%s', (_, from, to, faults) => {
    expect(sound).toContain(from);
    expect(faultsOf(sound.replace(from, to))).toEqual(faults);
  });
});

const release = workflowOf(texts.get('release.yml') ?? '');

describe('the release', () => {
  const { jobs } = release;
  const indexOf = (job: string, part: string): number => {
    const { steps = [] } = jobs[job] ?? {};
    return steps.findIndex(({ run = '', uses = '' }) => run.includes(part) || uses.startsWith(part));
  };
  /** Every job that has to succeed before. */
  const before = (job: string): string[] => {
    const needs = [jobs[job]?.needs ?? []].flat();
    return [...new Set([...needs, ...needs.flatMap(before)])].sort();
  };

  it('compares and tests before it attests, attests before it releases, and moves the tag last', () => {
    expect(indexOf('check', 'npm ci')).toBeGreaterThan(-1);
    expect(indexOf('check', 'npm run check:dist')).toBeGreaterThan(indexOf('check', 'npm ci'));
    expect(indexOf('check', 'npm test')).toBeGreaterThan(indexOf('check', 'npm run check:dist'));
    expect(indexOf('attest', 'actions/attest-build-provenance@')).toBeGreaterThan(-1);
    expect(indexOf('release', 'gh release create')).toBeGreaterThan(-1);
    expect(indexOf('major', '--method PATCH')).toBeGreaterThan(-1);
    expect(['check', 'attest', 'release', 'major'].map(before)).toEqual([
      [],
      ['check'],
      ['attest', 'check'],
      ['attest', 'check', 'release'],
    ]);
  });

  it('publishes nothing when it is started by hand', () => {
    expect(eventsOf(release)).toEqual(['push', 'workflow_dispatch']);
    expect(jobs.attest?.if).toBe("${{ github.event_name == 'push' }}");
    // Without a condition that names a status, a job is left out with the ones that it needs.
    const others = ['release', 'major'].map((job) => jobs[job]?.if ?? '');
    expect(others.filter((condition) => /always|cancelled|failure|success/.test(condition))).toEqual([]);
    expect(Object.keys(jobs).filter((job) => writes(jobs[job]?.permissions))).toEqual([
      'attest',
      'release',
      'major',
    ]);
  });

  it('runs nothing of npm beside a right to write', () => {
    const withRights = Object.values(jobs).filter(({ permissions }) => writes(permissions));
    const scripts = withRights.flatMap(({ steps }) => steps.map(({ run = '' }) => run));
    expect(scripts.filter((script) => /\b(?:npm|npx|node)\b/.test(script))).toEqual([]);
  });
});

describe('the version of a release', () => {
  const script = release.jobs.check?.steps.find(({ id }) => id === 'version')?.run ?? '';

  /** A repository with one commit on `main`, and `HEAD` beside it if so wished. */
  function repository(tags: readonly string[], version: string, isOnMain: boolean): string {
    const at = temporaryFolder();
    const git = (...words: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { cwd: at });
    git('init', '--quiet', '--initial-branch=main');
    writeFileSync(join(at, 'package.json'), JSON.stringify({ version }));
    git('add', '.');
    git('commit', '--quiet', '--message=a', '--no-gpg-sign');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    if (!isOnMain) git('commit', '--quiet', '--message=b', '--allow-empty', '--no-gpg-sign');
    for (const tag of tags) git('update-ref', `refs/tags/${tag}`, 'HEAD');
    return at;
  }

  function ask(tag: string, { tags = [tag], version = tag.slice(1), isOnMain = true, event = 'push' } = {}) {
    const cwd = repository(tags, version, isOnMain);
    const output = join(cwd, 'output');
    const { status, stderr } = spawnSync('bash', ['-e', '-c', script], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, HOME: cwd, TAG: tag, GITHUB_EVENT_NAME: event, GITHUB_OUTPUT: output },
    });
    if (status !== 0) return stderr.trim();
    const head = execFileSync('git', ['rev-parse', 'HEAD'], { cwd, encoding: 'utf8' }).trim();
    return readFileSync(output, 'utf8').replace(head, 'HEAD').trim().split('\n');
  }
  const said = (major: string, isPrerelease: boolean, isNewest: boolean): string[] => [
    'commit=HEAD',
    `major=${major}`,
    `is-prerelease=${isPrerelease}`,
    `is-newest=${isNewest}`,
  ];

  it.each([
    ['the first', 'v1.0.0', {}, said('v1', false, true)],
    ['the next', 'v1.10.0', { tags: ['v1', 'v1.9.9', 'v1.10.0', 'v2.0.0'] }, said('v1', false, true)],
    ['a patch of an older line', 'v1.9.9', { tags: ['v1.9.9', 'v1.10.0'] }, said('v1', false, false)],
    ['a pre-release', 'v1.3.0-rc.1', { tags: ['v1.2.0', 'v1.3.0-rc.1'] }, said('v1', true, false)],
    ['after a pre-release', 'v1.2.1', { tags: ['v1.2.1', 'v1.3.0-rc.1'] }, said('v1', false, true)],
    [
      'a try on a branch',
      'v0.2.0',
      { tags: [], isOnMain: false, event: 'dispatch' },
      said('v0', false, true),
    ],
    ['another version', 'v1.2.3', { version: '1.2.2' }, 'the tag is v1.2.3, package.json has v1.2.2'],
    ['a tag beside main', 'v1.2.3', { isOnMain: false }, 'v1.2.3 is not on main'],
    ['four numbers', 'v1.2.3.4', {}, 'v1.2.3.4 is no version like v1.2.3'],
    ['a leading zero', 'v1.02.3', {}, 'v1.02.3 is no version like v1.2.3'],
    ['a command', 'v1.2.3;id', { tags: [] }, 'v1.2.3;id is no version like v1.2.3'],
  ])('%s: %s', (_, tag, options, answer) => {
    expect(ask(tag, options)).toEqual(answer);
  });
});

describe('a tool that is not npm’s', () => {
  const setup = join(root, '.ci/setup');

  /** What `.ci/setup` says where `go` does `script`, and all that comes by a package is there. */
  function said(script: string | undefined, present: readonly string[] = []): string[] {
    const home = temporaryFolder();
    const bin = join(home, 'bin');
    mkdirSync(bin);
    const program = (name: string, text: string) => writeFileSync(join(bin, name), text, { mode: 0o755 });
    for (const name of ['sshd', 'rsync', 'zstd', 'chromium', ...present]) program(name, '#!/bin/sh\n');
    program('timeout', '#!/bin/sh\nshift\nexec "$@"\n');
    if (script !== undefined) program('go', `#!/bin/sh\n${script}\n`);
    const { status, stdout, stderr } = spawnSync('/bin/bash', [setup], {
      encoding: 'utf8',
      env: { HOME: home, PATH: bin },
    });
    expect([status, stderr]).toEqual([0, '']);
    return stdout.trim().split('\n');
  }

  it.each([
    ['is there', undefined, ['act', 'actionlint'], ['']],
    ['cannot be had without go', undefined, ['act'], ['not installed, because there is no go: actionlint']],
    ['is installed', 'echo noise; exit 0', [], ['installed: act', 'installed: actionlint']],
    [
      'cannot be installed',
      'case "$*" in *actionlint@v1.7.12) echo noise >&2; exit 1 ;; esac',
      [],
      ['installed: act', 'could not be installed: actionlint'],
    ],
  ])('%s', (_, script, present, lines) => {
    expect(said(script, present)).toEqual(lines);
  });
});
