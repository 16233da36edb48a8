/** `ml-workflow reap` on an account of the emulator: its words, what it prints, and its exit code. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseArguments, UsageError } from '../src/cli/arguments.ts';
import { helpText } from '../src/cli/help.ts';
import { reapPods } from '../src/cli/reap.ts';
import { newPodName } from '../src/runpod/pod-name.ts';
import { type RigRunpod, startRunpod } from './rig/runpod.ts';

const owner = 'github:1234567';
let rig: RigRunpod;
let folder: string;
beforeEach(async () => {
  rig = await startRunpod();
  folder = mkdtempSync(`${tmpdir()}/ml-reap-`);
});
afterEach(async () => {
  await rig.stop();
  rmSync(folder, { recursive: true });
  expect(rig.violations).toEqual([]);
});

/** As in a job of the repository, in a folder without a project. */
const environment = () => ({
  ...{ GITHUB_ACTIONS: 'true', GITHUB_REPOSITORY_ID: '1234567' },
  ...{ RUNPOD_API_KEY: rig.key, RUNPOD_API_URL: rig.url },
});
const cli = (words: readonly string[], variables: Record<string, string> = environment()) =>
  reapPods(parseArguments(['reap', ...words]), folder, variables);

function seed(over: number, run = 'run-1', of = owner) {
  const name = newPodName(of, run, rig.clock.now());
  const env = {
    MLW_OWNER: of,
    MLW_NAME: name,
    MLW_RUN: run,
    MLW_EXPIRES: String(Math.floor(rig.clock.now()) - over),
  };
  const [pod] = rig.seed({ name, env, foreign: of !== owner });
  if (!pod) throw new Error('no pod');
  return pod;
}

describe('ml-workflow reap', () => {
  it('tells what it did with each pod, and succeeds', async () => {
    const [gone, kept] = [seed(900), seed(-5430)].sort((left, right) =>
      left.name.localeCompare(right.name, 'en'),
    );
    rig.seed({ name: 'my-notebook', env: { TOKEN: 'a-secret-of-others' } }, 2);
    const { output, problem } = await cli([]);
    expect(problem).toBeUndefined();
    const [first, second, sum] = output.split('\n');
    for (const [text, pod] of [
      [first, gone],
      [second, kept],
    ] as const)
      expect(text).toContain(`${pod?.name} (${pod?.id}, RUNNING, $0.74/h)`);
    expect(output).toMatch(/^ended {6}mlw-.*: its life has been over for 15 min; deleted, and gone$/m);
    expect(output).toMatch(/^kept {7}mlw-.*: its life is over in 90 min$/m);
    expect(sum).toBe('1 ended, 1 kept, 2 pods of others not touched');
    expect(rig.ledger.alive()).toHaveLength(1);
    expect(rig.ledger.touched).toEqual([]);
  });

  it('is for machines too', async () => {
    const pod = seed(900);
    rig.seed({ name: 'my-notebook', env: { TOKEN: 'a-secret-of-others' } });
    const { output } = await cli(['--format', 'json', '--dry-run']);
    expect(JSON.parse(output)).toEqual({
      ...{ schema_version: 1, owner, others: 1 },
      pods: [
        {
          ...{ name: pod.name, id: pod.id, run: 'run-1', status: 'RUNNING', price: 0.74 },
          ...{ outcome: 'would-end', why: 'its life has been over for 15 min' },
        },
      ],
    });
    expect(output).not.toContain('a-secret-of-others');
    expect(rig.ledger.alive()).toHaveLength(1);
  });

  it('takes the pods of a run, all pods, and another owner', async () => {
    seed(-900, 'run-1');
    seed(-900, 'run-2');
    seed(-900, 'run-3', 'team:vision');
    expect((await cli(['--run', 'run-1'])).output).toContain('it belongs to run-1; deleted, and gone');
    const all = await cli(['--all', '--dry-run']);
    expect(all.output).toContain('all pods of the owner were asked for');
    expect(all.output).toContain('1 would end, 1 pod of others not touched');
    expect(rig.ledger.alive()).toHaveLength(1);
    expect((await cli(['--owner', 'team:vision', '--dry-run', '--all'])).output).toContain('1 would end');
    const given = { ...environment(), ML_WORKFLOW_OWNER: 'team:vision' };
    expect((await cli(['--dry-run', '--all'], given)).output).toContain('1 would end');
  });

  it('fails when the list cannot be read, and says that nothing was ended', async () => {
    seed(900);
    rig.inject({ failure: 'key-revoked' });
    const { output, problem } = await cli([]);
    expect(output).toBe('');
    expect(problem).toMatch(
      /^the list of pods could not be read, so nothing was ended: RunPod does not accept the API key/,
    );
    expect(problem).not.toContain(rig.key);
    const json = await cli(['--format', 'json']);
    expect(JSON.parse(json.output)).toEqual({ schema_version: 1, problem: json.problem });
  });

  it('fails when a pod may be left', async () => {
    const pod = seed(900);
    rig.inject({ failure: 'refused', on: 'delete', status: 403 });
    const { output, problem } = await cli([]);
    expect(output).toMatch(/^NOT ended {2}mlw-/);
    expect(problem).toBe(
      `this pod is not provably gone and may go on costing money: ${pod.name} (${pod.id}); end what is left at https://console.runpod.io/pods`,
    );
  });
});

describe('its words', () => {
  it.each([
    [['now'], 'unexpected `now`'],
    [['--dry'], 'unknown option `--dry`'],
    [['--run'], '`--run` has no value'],
    [['--run='], '`--run` has no value'],
    [['--owner', 'a b'], 'the owner must be 1 to 64 letters'],
    [['--format', 'mermaid'], 'unknown format `mermaid`'],
    [['--key-variable', 'NO_SUCH'], 'the environment variable `NO_SUCH` holds no RunPod API key'],
  ])('%j is a mistake', async (words, message) => {
    const error = await (async () => cli(words))().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toContain(message);
    expect(rig.requests).toEqual([]);
  });

  it('`--key-variable` names the key', async () => {
    const { RUNPOD_API_KEY, ...others } = environment();
    await expect(cli([], others)).rejects.toThrow(UsageError);
    const found = await cli(['--key-variable', 'OTHER_KEY'], { ...others, OTHER_KEY: RUNPOD_API_KEY });
    expect(found.output).toBe(`no pods of ${owner}, 0 pods of others not touched\n`);
  });

  it('are all in its help', () => {
    const help = helpText('reap');
    for (const option of ['--run', '--all', '--dry-run', '--owner', '--key-variable', '--format json'])
      expect(help).toContain(option);
    expect(helpText()).toContain('ml-workflow reap');
    expect(parseArguments(['reap', '--help'])).toMatchObject({ command: 'help', topic: 'reap' });
  });
});
