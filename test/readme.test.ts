/**
 * README stays true: every block behind `<!-- output: … -->` is what that command prints, every `<!-- file: … -->` block is
 * the file it is run on, and the YAML for GitHub names inputs that exist. `UPDATE_GOLDEN=1` rewrites the outputs.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { flowchartOf } from '../src/github/reporter.ts';
import { states } from './reports/stories.ts';

const root = new URL('..', import.meta.url).pathname;
const path = join(root, 'README.md');
const readme = readFileSync(path, 'utf8');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ml-workflow-readme-'));
  for (const name of ['examples', 'workflows'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const [, name = '', text = ''] of readme.matchAll(/<!-- file: (\S+) -->\n```\w*\n([\s\S]*?)```/g)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const outputs = [...readme.matchAll(/<!-- output: ml-workflow (.+?) -->\n```text\n([\s\S]*?)```/g)];

test.each(outputs.map(([, command = '', text = '']) => ({ command, text })))(
  '`ml-workflow $command` prints what README says',
  ({ command, text }) => {
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [join(root, 'dist/cli.js'), ...command.split(' ')],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, HOME: folder },
      },
    );
    const printed = `${stderr}${stdout}`.trim();
    if (process.env.UPDATE_GOLDEN === '1') {
      const before = readFileSync(path, 'utf8');
      const head = `<!-- output: ml-workflow ${command} -->\n\`\`\`text\n`;
      const start = before.indexOf(head) + head.length;
      writeFileSync(
        path,
        `${before.slice(0, start)}${printed}\n${before.slice(before.indexOf('```', start))}`,
      );
      return;
    }
    expect(printed).toBe(text.trim());
  },
);

test('README shows a plan, a mistake, a project of the reader, and what is compiled', () => {
  expect(outputs).toHaveLength(4);
});

test('README shows the jobs that are compiled', () => {
  const made = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.js'), 'compile', '--project', 'mine', '--out', 'compiled'],
    { cwd: folder, encoding: 'utf8', env: { PATH: process.env.PATH, HOME: folder } },
  );
  expect(made.status).toBe(0);
  const yaml = readFileSync(join(folder, 'compiled/sweep.yml'), 'utf8');
  expectBlock('jobs: .github/workflows/sweep.yml', picture(yaml));
});

/** The block behind `<!-- marker -->`. */
function expectBlock(marker: string, text: string): void {
  const block = new RegExp(`(?<=^<!-- ${marker} -->\\n\`\`\`\\w+\\n)[\\s\\S]*?(?=^\`\`\`$)`, 'm');
  const before = readFileSync(path, 'utf8');
  if (process.env.UPDATE_GOLDEN === '1')
    writeFileSync(
      path,
      before.replace(block, () => text),
    );
  expect(block.exec(readFileSync(path, 'utf8'))?.[0]).toBe(text);
}

/** As GitHub draws a run: jobs from left to right, the legs of a matrix together, arrows from the nearest needs. */
function picture(yaml: string): string {
  const legs = new Map(
    [...yaml.matchAll(/^ {2}# \d+ legs: (.*)\n {2}(\w+):$/gm)].map(([, labels = '', id = '']) => [
      id,
      labels,
    ]),
  );
  const jobs = Object.entries<{ name: string; needs?: string[] }>(parse(yaml).jobs);
  const nodes = jobs.map(
    ([id, { name }]) =>
      `  ${id}["${[name, ...(legs.get(id)?.split(', ') ?? [])].map((text) => text.replaceAll('>', '#62;')).join('<br>')}"]`,
  );
  const needs = new Map(jobs.map(([id, job]) => [id, job.needs ?? []]));
  const arrows = jobs.flatMap(([id]) => {
    const own = needs.get(id) ?? [];
    // What another need needs already is further away.
    const nearest = own.filter((need) => !own.some((other) => needs.get(other)?.includes(need)));
    return nearest.map((need) => `  ${need} --> ${id}`);
  });
  return `flowchart LR\n${[...nodes, ...arrows].join('\n')}\n`;
}

test('README shows lines of a comment that a test has made, and the chain of that run', () => {
  const [, path = '', shown = ''] = /<!-- comment: (\S+) -->\n((?:>.*\n)+)/.exec(readme) ?? [];
  const state = states.met?.();
  if (!state) throw new Error('there is no such run');
  const [before = '', after = ''] = readFileSync(join(root, path), 'utf8').split(
    'flowchart LR\n  n0["the chain"]',
  );
  const comment = `${before}${flowchartOf(state)}${after}`.split('\n');
  const lines = shown
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^> ?/, ''));
  expect(lines.length).toBeGreaterThan(40);
  expect(lines.filter((line) => !comment.includes(line))).toEqual([]);
});

test('README has the ten lines of docs/getting-started.md, which a test plays', () => {
  const tenLines = (text: string) => /^```yaml\n(on: \{ issue_comment[\s\S]*?)^```$/m.exec(text)?.[1];
  const shown = tenLines(readme);
  expect(shown).toBeDefined();
  expect(shown).toBe(tenLines(readFileSync(join(root, 'docs/getting-started.md'), 'utf8')));
});

test.each([
  'README.md',
  'docs/action.md',
  'docs/architecture.md',
  'docs/command-line.md',
  'docs/compiled-workflows.md',
  'docs/drift.md',
  'docs/from-hand-written-yaml.md',
  'docs/getting-started.md',
  'docs/html-report.md',
  'docs/notifications.md',
  'docs/pull-requests.md',
  'docs/releasing.md',
  'docs/reports.md',
  'docs/security.md',
  'SECURITY.md',
  'CHANGELOG.md',
  'docs/language.md',
  'docs/markdown-commands.md',
  'docs/pods.md',
  'docs/project-file.md',
  'docs/ssh-targets.md',
  'docs/diagnostics.md',
  'examples/runpod/README.md',
  'examples/all-workflows/README.md',
  'examples/phased-sweep/README.md',
  'bench/README.md',
])('every link of %s leads to a file that is there', (file) => {
  const text = readFileSync(join(root, file), 'utf8').replace(/^```[\s\S]*?^```/gm, '');
  for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
    if (!target.startsWith('http')) expect(existsSync(join(root, dirname(file), target)), target).toBe(true);
  }
});

test.each(['README.md', 'docs/action.md'])(
  'the YAML for GitHub in %s gives only inputs that exist',
  (file) => {
    const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
    const text = readFileSync(join(root, file), 'utf8');
    const workflows = [...text.matchAll(/```yaml\n(on: [\s\S]*?)```/g)].map(([, yaml = '']) => parse(yaml));
    expect(workflows).not.toEqual([]);
    for (const { jobs } of workflows) {
      for (const { steps } of Object.values<{ steps: { uses?: string; with?: object }[] }>(jobs)) {
        const own = steps.filter(({ uses }) => uses?.startsWith('moola/ml-workflow@'));
        expect(own).toHaveLength(1);
        for (const key of Object.keys(own[0]?.with ?? {})) expect(Object.keys(action.inputs)).toContain(key);
      }
    }
  },
);

test.each(['inputs', 'outputs'])('docs/action.md lists the same %s as action.yml', (kind) => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const text = readFileSync(join(root, 'docs/action.md'), 'utf8');
  const [, section = ''] = text.split(kind === 'inputs' ? '## Inputs' : '## Outputs');
  const [table = ''] = section.split('\n## ');
  const listed = [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  expect(listed).toEqual(Object.keys(action[kind]));
});

test('docs/command-line.md shows the commands and options of `--help`', () => {
  const text = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
  const { stdout: help } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), '--help'], {
    encoding: 'utf8',
  });
  const commands = [...help.matchAll(/^ {2}(ml-workflow \w+)/gm)].map(([, command]) => command);
  const options = [...help.matchAll(/^ {2}(--\w+)/gm)].map(([, option]) => option);
  expect(commands.length).toBeGreaterThan(4);
  expect(
    [...text.matchAll(/^(ml-workflow \w+)(?: |$)/gm)].map(([, command]) => command).slice(0, commands.length),
  ).toEqual(commands);
  const [, section = ''] = text.split('\n## Options\n');
  const [table = ''] = section.split('\n## ');
  expect([...table.matchAll(/^\| `(--\w+)/gm)].map(([, option]) => option).sort()).toEqual(options.sort());
});

test('docs/command-line.md shows a results row with the keys of a real one', () => {
  const text = readFileSync(join(root, 'docs/command-line.md'), 'utf8');
  const [, json = ''] = /```json\n([\s\S]*?)```/.exec(text) ?? [];
  writeFileSync(
    join(folder, 'ml-workflow.yml'),
    `commands:
  train:
    shell: sh
    run: |
      echo '{"accuracy": 0.9}' > "$ML_RUN_DIR/metrics.json"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
`,
  );
  const { status } = spawnSync(process.execPath, [join(root, 'dist/cli.js'), 'run', '/train'], {
    cwd: folder,
  });
  expect(status).toBe(0);
  const row = JSON.parse(readFileSync(join(folder, 'experiment_results.jsonl'), 'utf8'));
  expect(Object.keys(row)).toEqual(Object.keys(JSON.parse(json)));
  expect(Object.keys(row.run)).toEqual(Object.keys(JSON.parse(json).run));
});
