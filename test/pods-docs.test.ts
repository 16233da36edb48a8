/**
 * The guides to other hosts stay true: what they show is what the built program prints against a RunPod of the rig, and the
 * example that they tell to copy does what it says. `UPDATE_GOLDEN=1` writes the outputs anew, to be read by eye.
 *
 *     <!-- output: ml-workflow … -->           all that the command prints
 *     <!-- excerpt: ml-workflow … | a | b -->  of it, the paragraphs that begin with these words
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { hostsPerUnit, secondsToReady } from '../src/plan/pods.ts';
import { graceSeconds, leaseSeconds } from '../src/runpod/pod-body.ts';
import { cli } from './drivers/rig.ts';
import { type RigRunpod, startRunpod } from './rig/runpod.ts';
import { hasSshd } from './rig/sshd.ts';
import { temporaryFolder } from './targets/rig.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = join(root, 'examples/runpod');
const update = process.env.UPDATE_GOLDEN === '1';
const read = (path: string) => readFileSync(join(root, path), 'utf8');

let runpod: RigRunpod;
let folder: string;
beforeAll(async () => {
  runpod = await startRunpod();
  folder = temporaryFolder();
  cpSync(example, join(folder, 'examples/runpod'), { recursive: true });
});
afterAll(async () => {
  try {
    runpod.expectNothingLeft();
    expect(runpod.violations).toEqual([]);
  } finally {
    await runpod.stop();
  }
});

const variables = () => ({ RUNPOD_API_KEY: runpod.key, RUNPOD_API_URL: runpod.url, HOME: folder });

/** The paragraphs of a printed text that begin with one of these; all of it without any. */
function excerptOf(text: string, beginnings: readonly string[]): string {
  if (beginnings.length === 0) return text.trim();
  const found = text
    .split(/\n{2,}/)
    .filter((paragraph) => beginnings.some((one) => paragraph.startsWith(one)));
  return found.join('\n\n').trim();
}

const shown = ['README.md', 'docs/pods.md'].flatMap((page) =>
  [
    ...read(page).matchAll(
      /<!-- (output|excerpt): ml-workflow ([^|]+?)((?: \| [^|]+?)*) -->\n```text\n([\s\S]*?)```/g,
    ),
  ]
    .filter(([, , command = '']) => command.includes('examples/runpod'))
    .map(([whole, , command = '', rest = '', text = '']) => ({
      ...{ page, command, text, head: whole.slice(0, whole.indexOf('```text\n') + '```text\n'.length) },
      beginnings: rest.split(' | ').slice(1),
    })),
);

describe('what the guides show', () => {
  it.each(shown)(
    '$page: `ml-workflow $command` prints it',
    async ({ page, command, text, head, beginnings }) => {
      const { out, err } = await cli(command.split(' '), { cwd: folder, environment: variables() });
      const printed = excerptOf(`${err}${out}`, beginnings);
      expect(printed).not.toBe('');
      if (!update) return expect(printed).toBe(text.trim());
      const now = read(page);
      const start = now.indexOf(head) + head.length;
      writeFileSync(
        join(root, page),
        `${now.slice(0, start)}${printed}\n${now.slice(now.indexOf('```', start))}`,
      );
    },
  );

  it('is a plan in README, and a plan and a look beforehand in the guide', () => {
    expect(shown.map(({ page }) => page)).toEqual(['README.md', 'docs/pods.md', 'docs/pods.md']);
  });

  it('names the times that hold', () => {
    const guide = read('docs/pods.md').replace(/\s+/g, ' ');
    expect(guide).toContain(`nobody has renewed its lease for ${leaseSeconds / 60} minutes`);
    expect(guide).toContain(`nobody has reached it ${graceSeconds / 60} minutes after its start`);
    expect(guide).toContain(`not ready in ${secondsToReady / 60}`);
    expect(guide).toContain(`up to ${hostsPerUnit} hosts for each attempt`);
  });

  it('names files of the code that are there', () => {
    const [, section = ''] = read('docs/architecture.md').split('### Other hosts');
    const [table = ''] = section.split('\n## ');
    const files: string[] = [];
    for (const [, row = ''] of table.matchAll(/^\| (`[^|]*) \|/gm)) {
      let directory = '';
      for (const [, name = '', colon] of row.matchAll(/`([^`]+)`(:?)/g)) {
        if (colon === ':') directory = name;
        else if (!name.includes('*')) files.push(`src/${directory}${name}.ts`);
      }
    }
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('is in the package where it is to be copied', () => {
    expect(existsSync(join(root, 'templates/ml-reap.yml'))).toBe(true);
    expect(JSON.parse(read('package.json')).files).toContain('templates');
  });
});

describe('examples/runpod', () => {
  it('has a workflow for GitHub that gives only inputs that exist, and the key as a secret', () => {
    const { jobs } = parse(readFileSync(join(example, 'github-workflow.yml'), 'utf8'));
    const steps: { uses?: string; with?: object; env?: object }[] = jobs.sweep.steps;
    const [own] = steps.filter(({ uses }) => uses?.startsWith('moola/ml-workflow@'));
    const known = Object.keys(parse(read('action.yml')).inputs);
    expect(Object.keys(own?.with ?? {}).filter((key) => !known.includes(key))).toEqual([]);
    expect(own?.env).toEqual({ RUNPOD_API_KEY: '${{ secrets.RUNPOD_API_KEY }}' });
    // The same commit that the page of the action takes.
    expect(read('docs/action.md')).toContain(steps[0]?.uses ?? '-');
  });

  const hasPython = spawnSync('python3', ['--version']).status === 0;

  it.skipIf(!hasPython)('trains, and writes what the project file reads', () => {
    const out = mkdtempSync(join(temporaryFolder(), 'out-'));
    const words = ['train.py', '--sigma', '0.20', '--epochs', '2', '--out', out];
    const printed = execFileSync('python3', ['-B', ...words], { cwd: example, encoding: 'utf8' });
    expect(JSON.parse(printed.split('\n')[1] ?? '')).toMatchObject({ epoch: 2, epochs: 2 });
    const { train } = parse(readFileSync(join(example, 'ml-workflow.yml'), 'utf8')).commands;
    const measured = JSON.parse(readFileSync(join(out, 'metrics.json'), 'utf8'));
    expect(Object.keys(measured)).toEqual(train.metrics[0].fields);
    expect(measured.accuracy).toBeGreaterThan(0.9);
    expect(existsSync(join(out, 'model.json'))).toBe(true);
    rmSync(out, { recursive: true });
  });

  it.skipIf(!hasPython || !hasSshd)(
    'sweeps on two pods that its cells share, and serves the best model',
    async () => {
      const project = temporaryFolder();
      cpSync(example, project, { recursive: true });
      const git = (...words: string[]) => execFileSync('git', words, { cwd: project, stdio: 'ignore' });
      git('init', '-q', '-b', 'main');
      git('add', '.');
      git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'all');
      const { code, out, err } = await cli(['run', 'sweep', '--epochs', '3'], {
        cwd: project,
        environment: variables(),
      });
      expect([code, err]).toEqual([0, '']);
      expect(out).toContain('pods: 2 made, all ended and verified');
      expect(existsSync(join(project, 'served/model.json'))).toBe(true);
    },
    240_000,
  );
});
