/** `compile` on real files: what it writes, what it finds stale, and all that it refuses to overwrite. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseArguments } from '../src/cli/arguments.ts';
import { type Compiled, compile } from '../src/cli/compile.ts';
import { helpText } from '../src/cli/help.ts';
import { printDiagnostic } from '../src/language/print-diagnostic.ts';
import { prepare } from '../src/prepare.ts';
import { load } from '../src/project/load.ts';
import { sourcesHash } from '../src/project/sources.ts';
import { projectWith } from './drivers/rig.ts';
import { lintWorkflow } from './rig/lint-workflow.ts';
import { temporaryFolder } from './targets/rig.ts';

const small = {
  'ml-workflow.yml':
    'axes: { sigma: { flag: --sigma } }\ncommands:\n  a: { run: ./a, timeout: 5m }\n  train: { run: ./t "$@", timeout: 9m }\n',
  'workflows/sweep.yml': 'chain: /a → parallel[/train:sigma-0.1 | /train:sigma-0.2] → /a\n',
  'workflows/run.yml': 'name: ml/run\ndescription: Runs\nchain: /a → /a\n',
};
const written = '.github/workflows';

/** A project in a repository of its own. */
function repository(files: Readonly<Record<string, string>> = small): string {
  const folder = projectWith(files);
  mkdirSync(join(folder, '.git'));
  return folder;
}

const run = (folder: string, ...words: string[]): Compiled => runIn(folder, folder, words);
const runIn = (folder: string, from: string, words: readonly string[]): Compiled =>
  compile(parseArguments(['compile', ...words]), folder, from);
const text = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const write = (folder: string, path: string, content: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
const edit = (folder: string, path: string, from: string | RegExp, to: string) => {
  const before = text(folder, path);
  expect(before.replace(from, to)).not.toBe(before);
  writeFileSync(join(folder, path), before.replace(from, to));
};
const files = (folder: string) =>
  existsSync(join(folder, written)) ? readdirSync(join(folder, written)).sort() : [];
const said = ({ diagnostics }: Compiled) => diagnostics.map((one) => printDiagnostic(one)).join('\n');

/** Refused with exit code 2, and nothing is written. */
function expectRefused(folder: string, words: readonly string[], ...parts: readonly string[]): void {
  const before = files(folder).map((file) => text(folder, join(written, file)));
  const compiled = run(folder, ...words);
  for (const part of parts) expect(said(compiled)).toContain(part);
  expect([compiled.code, compiled.output]).toEqual([2, '']);
  expect(files(folder).map((file) => text(folder, join(written, file)))).toEqual(before);
}

describe('compile', () => {
  it('writes every workflow, and nothing the second time', async () => {
    const folder = repository();
    expect(run(folder)).toEqual({
      output: `written: ${written}/ml-run-jobs.yml, 2 jobs\nwritten: ${written}/sweep.yml, 4 jobs, 2 legs\n`,
      summary: '2 of 2 files written',
      diagnostics: [],
      code: 0,
    });
    expect(files(folder)).toEqual(['ml-run-jobs.yml', 'sweep.yml']);
    for (const file of files(folder)) {
      expect(await lintWorkflow(file, text(folder, join(written, file)))).toEqual([]);
      expect(text(folder, join(written, file))).toContain('uses: moola/ml-workflow/open@v1\n');
    }
    expect(text(folder, `${written}/ml-run-jobs.yml`)).toMatch(
      /^# ml\/run: Runs\n#\n# Compiled from workflows\/run.yml /,
    );
    const again = run(folder);
    expect([again.code, again.summary]).toEqual([0, '0 of 2 files written']);
    expect(again.output).toBe(
      `unchanged: ${written}/ml-run-jobs.yml, 2 jobs\nunchanged: ${written}/sweep.yml, 4 jobs, 2 legs\n`,
    );
  });

  it('takes only those that are named', () => {
    const folder = repository();
    expect(run(folder, 'sweep', 'workflows/sweep.yml').output).toContain('sweep.yml');
    expect(files(folder)).toEqual(['sweep.yml']);
    expect(run(folder, 'ml/run', '--check').output).toBe(`missing: ${written}/ml-run-jobs.yml, 2 jobs\n`);
  });

  it('says in JSON what it did', () => {
    const folder = repository();
    run(folder, 'sweep');
    expect(JSON.parse(run(folder, '--format', 'json').output)).toEqual({
      schema_version: 1,
      files: [
        {
          file: `${written}/ml-run-jobs.yml`,
          workflow: 'workflows/run.yml',
          state: 'written',
          jobs: 2,
          legs: 0,
        },
        {
          file: `${written}/sweep.yml`,
          workflow: 'workflows/sweep.yml',
          state: 'unchanged',
          jobs: 4,
          legs: 2,
        },
      ],
      diagnostics: [],
    });
    write(folder, 'workflows/broken.yml', 'chain: /b\n');
    const broken = run(folder, '--format', 'json');
    expect([broken.code, JSON.parse(broken.output)]).toEqual([
      2,
      { schema_version: 1, files: [], diagnostics: [expect.objectContaining({ code: 'unknown-command' })] },
    ]);
  });

  it('puts files of a project in a folder at the root of the repository', () => {
    const root = repository(
      Object.fromEntries(Object.entries(small).map(([path, content]) => [`models/lstm/${path}`, content])),
    );
    write(root, 'shared/other.yml', 'chain: /a\n');
    const folder = join(root, 'models/lstm');
    expect(runIn(folder, root, []).code).toBe(0);
    expect(runIn(folder, root, ['shared/other.yml']).code).toBe(0);
    expect(files(root)).toEqual(['ml-run-jobs.yml', 'other.yml', 'sweep.yml']);
    const { jobs } = parse(text(root, `${written}/sweep.yml`));
    expect(jobs.plan.steps[0].with).toMatchObject({
      project: 'models/lstm',
      workflow: 'workflows/sweep.yml',
    });
    expect(jobs.m2.steps[0].with).toMatchObject({ project: 'models/lstm' });
    expect(text(root, `${written}/other.yml`)).toContain('# Compiled from shared/other.yml by');
    expect(parse(text(root, `${written}/other.yml`)).jobs.plan.steps[0].with.workflow).toBe(
      '../../shared/other.yml',
    );
    expect(runIn(folder, root, ['--check']).code, 'what lies elsewhere is not left over').toBe(0);
  });

  it('writes somewhere else when told to, also without a repository', () => {
    const folder = projectWith(small);
    expect(() => run(folder)).toThrow('no git repository');
    expect(run(folder, '--out', 'out/x').output).toContain('written: out/x/sweep.yml');
    expect(readdirSync(join(folder, 'out/x')).sort()).toEqual(['ml-run-jobs.yml', 'sweep.yml']);
    expect(run(folder, '--out', 'out/x', '--check').code).toBe(0);
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });

  it('finds the root of a worktree', () => {
    const folder = projectWith(small);
    writeFileSync(join(folder, '.git'), 'gitdir: /elsewhere\n');
    expect(run(folder).code).toBe(0);
    expect(files(folder)).toHaveLength(2);
  });

  it('carries over what starts a workflow, and the runners', () => {
    const folder = repository({
      ...small,
      'ml-workflow.yml': `${small['ml-workflow.yml']}runs-on: [self-hosted, linux]\nfanout: job\n`,
      'workflows/run.yml': `params: { x: { default: a } }
on:
  comment: /run
  schedule: [{ cron: "0 3 * * 1-5", timezone: Europe/Berlin }]
  push: { branches: main, paths: ["data/**", "!data/tmp/**"] }
  dispatch: true
chain: /b
commands: { b: { run: ./b "$@", timeout: 9h, params: { x: { flag: --x } } } }
`,
    });
    expect(said(run(folder))).toBe('');
    const { on, jobs } = parse(text(folder, `${written}/run.yml`));
    expect(on).toEqual({
      workflow_dispatch: { inputs: { request: expect.anything(), params: expect.anything() } },
      schedule: [{ cron: '0 3 * * 1-5', timezone: 'Europe/Berlin' }],
      push: { branches: ['main'], paths: ['data/**', '!data/tmp/**'] },
    });
    expect(jobs.plan).toMatchObject({ 'runs-on': ['self-hosted', 'linux'], 'timeout-minutes': 7200 });
    expect(Object.keys(parse(text(folder, `${written}/sweep.yml`)).jobs)).toEqual(['plan', 'conclude']);
  });

  it('lets a workflow file say how blocks fan out', () => {
    const folder = repository({
      ...small,
      'workflows/sweep.yml': `fanout: job\n${small['workflows/sweep.yml']}`,
    });
    expect(run(folder, 'sweep').output).toBe(`written: ${written}/sweep.yml, 2 jobs\n`);
  });
});

const all = ['calls.yml', 'ml-run-jobs.yml', 'part.yml', 'sweep.yml'];

describe('compile --check', () => {
  it('writes nothing and lists what is wrong', () => {
    const folder = repository();
    const missing = run(folder, '--check');
    expect([missing.code, missing.output]).toEqual([
      1,
      `missing: ${written}/ml-run-jobs.yml, 2 jobs\nmissing: ${written}/sweep.yml, 4 jobs, 2 legs\n`,
    ]);
    expect(missing.summary).toContain(
      '2 of 2 files not up to date\n  = help: `ml-workflow compile` writes these files',
    );
    expect(existsSync(join(folder, '.github'))).toBe(false);
    run(folder);
    expect(run(folder, '--check')).toEqual({
      output: '',
      summary: '2 files up to date',
      diagnostics: [],
      code: 0,
    });
    edit(folder, `${written}/sweep.yml`, 'fail-fast: false', 'fail-fast: true');
    const stale = run(folder, '--check');
    expect([stale.code, stale.output]).toEqual([1, `stale: ${written}/sweep.yml, 4 jobs, 2 legs\n`]);
    expect(text(folder, `${written}/sweep.yml`)).toContain('fail-fast: true');
    expect(run(folder).summary).toBe('1 of 2 files written');
    expect(run(folder, '--check').code).toBe(0);
  });

  it.each([
    ['the project file', 'ml-workflow.yml', './a, timeout', './b, timeout', all],
    ['the workflow itself', 'workflows/sweep.yml', '0.2', '0.3', ['sweep.yml']],
    ['a comment in it', 'workflows/sweep.yml', 'chain:', '# x\nchain:', ['sweep.yml']],
    ['a workflow that it calls', 'workflows/part.yml', '/a', '/a → /a', ['calls.yml', 'part.yml']],
    [
      'a Markdown command',
      '.claude/commands/x.md',
      'Do',
      'Redo',
      ['calls.yml', 'ml-run-jobs.yml', 'part.yml', 'sweep.yml'],
    ],
    ['line ends', 'ml-workflow.yml', /\n/g, '\r\n', []],
    ['the baseline', 'accepted.json', '0.5', '0.6', []],
  ])('sees that %s has changed', (_, path, from, to, stale) => {
    const folder = repository({
      ...small,
      'ml-workflow.yml': `${small['ml-workflow.yml']}baseline: accepted.json\n`,
      'accepted.json': '{ "accuracy": 0.5 }',
      'workflows/part.yml': 'chain: /a\n',
      'workflows/calls.yml': 'chain: /part → /a\n',
      '.claude/commands/x.md': 'Do it.\n',
    });
    run(folder);
    edit(folder, path, from, to);
    const { files: found } = JSON.parse(run(folder, '--check', '--format', 'json').output);
    const wrong = (found as { file: string; state: string }[]).filter(({ state }) => state !== 'unchanged');
    expect(wrong.map(({ file }) => file).sort()).toEqual(
      (stale as string[]).map((file) => join(written, file)),
    );
  });

  it('does not mind the line ends of a clone', () => {
    const folder = repository();
    run(folder);
    edit(folder, `${written}/sweep.yml`, /\n/g, '\r\n');
    expect(run(folder, '--check').code).toBe(0);
  });

  it('finds what is left over, and leaves it', () => {
    const folder = repository();
    run(folder);
    rmSync(join(folder, 'workflows/sweep.yml'));
    edit(folder, 'workflows/run.yml', 'ml/run', 'other');
    const check = run(folder, '--check');
    expect([check.code, check.output]).toEqual([
      1,
      `missing: ${written}/other.yml, 2 jobs\n` +
        `left over: ${written}/ml-run-jobs.yml, and no workflow \`workflows/run.yml\` becomes this file\n` +
        `left over: ${written}/sweep.yml, and no workflow \`workflows/sweep.yml\` becomes this file\n`,
    ]);
    expect(check.summary).toContain('delete what is left over');
    const { code, output, summary } = run(folder);
    expect([code, output.match(/^left over/gm)?.length]).toEqual([0, 2]);
    expect(summary).toContain('delete what is left over');
    expect(files(folder)).toEqual(['ml-run-jobs.yml', 'other.yml', 'sweep.yml']);
    expect(run(folder, 'other', '--check').code, 'only what is named').toBe(0);
  });

  it('leaves files of other people and projects alone', () => {
    const folder = repository({ ...small, 'other/workflows/x.yml': 'chain: /continue\n' });
    write(folder, `${written}/ci.yml`, 'on: push\njobs: {}\n');
    expect(runIn(join(folder, 'other'), folder, []).code).toBe(0);
    expect(run(folder).code).toBe(0);
    expect(run(folder, '--check').code).toBe(0);
    rmSync(join(folder, 'other'), { recursive: true });
    expect(run(folder, '--check').output).toContain(`left over: ${written}/x.yml`);
  });
});

describe('the action that files use', () => {
  const pin = `moola/ml-workflow@${'3f'.repeat(20)} # v1.2.3`;
  const uses = (folder: string, file: string) => [
    ...new Set(
      text(folder, join(written, file))
        .match(/(?<=uses: ).*/g)
        ?.map((one) => one.replace(/\/\w+@/, '@')),
    ),
  ];

  it('is kept, and a new file gets that of the others', () => {
    const folder = repository();
    run(folder, 'sweep', '--action', pin);
    expect(uses(folder, 'sweep.yml')).toEqual([pin]);
    edit(folder, 'workflows/sweep.yml', '0.2', '0.3');
    expect(run(folder).code).toBe(0);
    expect([uses(folder, 'sweep.yml'), uses(folder, 'ml-run-jobs.yml')]).toEqual([[pin], [pin]]);
    expect(run(folder, '--check').code).toBe(0);
    expect(run(folder, '--check', '--action', 'me/fork@main').code).toBe(1);
    run(folder, 'sweep', '--action', 'me/fork@main');
    expect([uses(folder, 'sweep.yml'), uses(folder, 'ml-run-jobs.yml')]).toEqual([['me/fork@main'], [pin]]);
    run(folder);
    expect([uses(folder, 'sweep.yml'), uses(folder, 'ml-run-jobs.yml')]).toEqual([['me/fork@main'], [pin]]);
  });

  it('may be raised in the files by a tool', () => {
    const folder = repository();
    run(folder, '--action', pin);
    edit(folder, `${written}/sweep.yml`, /3f{1}[3f]* # v1\.2\.3/g, `${'4e'.repeat(20)} # v1.3.0`);
    expect(run(folder, '--check').code).toBe(0);
  });

  it.each(['v1', 'moola/ml-workflow', 'moola/ml-workflow@', 'a/b@${{ x }}', 'a/b@v1\n  x: y'])(
    'is not %j',
    (action) => {
      const folder = repository();
      expect(() => run(folder, '--action', action)).toThrow('is no action');
      expect(files(folder)).toEqual([]);
    },
  );
});

describe('what may be a mistake', () => {
  it('is told, and compiled', () => {
    const folder = repository({
      ...small,
      'workflows/asks.yml':
        'chain: /a → /approve:ok → /b\ncommands: { b: { run: b, deploys: production } }\n',
    });
    const { code, diagnostics } = run(folder, 'asks');
    expect(code).toBe(0);
    expect(diagnostics.map((one) => one.code)).toContain('approval-in-jobs');
    expect(run(folder, 'asks', '--check').diagnostics).toEqual([]);
  });

  it('is an `--out` that is no folder, has no value, or holds the sources', () => {
    const folder = repository();
    expect(() => run(folder, '--out', 'ml-workflow.yml')).toThrow('is no folder');
    expect(() => run(folder, '--out', '')).toThrow('no value');
    expect(() => run(folder, '--out', 'workflows')).toThrow(
      'the workflows of the project stand in the folder',
    );
  });
});

describe('what cannot be compiled is refused, and nothing is written', () => {
  it.each<[string, string, string[]]>([
    ['a mistake in a chain', 'chain: /a → /nothing\n', ['[unknown-command]', 'workflows/wrong.yml:1:13']],
    ['a file that is no YAML', 'chain: [\n', ['[invalid-yaml]']],
    [
      'an agent without a runner',
      'chain: /a → reviewer:look-at-it\n',
      ['error: nothing says how to run `droid:reviewer` [agent-without-runner]', 'wrong.yml:1:13'],
    ],
    [
      'a command that takes too long',
      'commands: { b: { run: b, timeout: 346m } }\nchain: /a → /b → /b\n',
      ['`/b` may take 5.8 hours', '[job-too-long]', 'wrong.yml:2:13', 'runs-on'],
    ],
    [
      'an environment inside of an element',
      'commands: { b: { run: b, environment: production } }\nchain: parallel[/a | /b]\n',
      ['[environment-not-at-top]'],
    ],
    [
      'a deployment in a leg',
      'commands: { b: { run: b, deploys: production } }\nchain: parallel[/a → /b | /a]\n',
      ['[deploy-in-matrix]', 'wrong.yml:2:22', 'fanout: job'],
    ],
    [
      'a parameter that a schedule does not give',
      'params: { x: {} }\non: { schedule: "0 5 * * *", push: {} }\nchain: /b\ncommands: { b: { run: b "$@", params: { x: { flag: --x } } } }\n',
      ['`wrong` needs `--x`, which no `schedule` or `push` gives [invalid-param]', 'wrong.yml:1:11'],
    ],
  ])('%s', (_, wrong, parts) => {
    const reviewer = { '.claude/agents/reviewer.md': '---\nname: reviewer\n---\nRead it.\n' };
    const folder = repository({ ...small, ...reviewer, 'workflows/wrong.yml': wrong });
    expectRefused(folder, [], ...parts);
    expectRefused(folder, ['--check'], ...parts);
    expect(run(folder, 'sweep').code, 'others may be compiled').toBe(0);
  });

  it('a file that GitHub would not read', () => {
    const chain = Array.from({ length: 600 }, () => 'parallel[/train:sigma-0.1 | /train:sigma-0.2]').join(
      ' → ',
    );
    const folder = repository({ ...small, 'workflows/large.yml': `chain: ${chain}\n` });
    expectRefused(
      folder,
      ['large'],
      '[workflow-too-large]',
      'and GitHub reads at most 500 KB',
      'fanout: job',
    );
    edit(folder, 'workflows/large.yml', /^/, 'fanout: job\n');
    expect(run(folder, 'large').output).toBe(`written: ${written}/large.yml, 2 jobs\n`);
  });

  it('a command that takes long where a timeout or other runners bound it', () => {
    const commands = 'commands: { b: { run: b, timeout: 9h } }\n';
    const folder = repository({ ...small, 'workflows/long.yml': `${commands}chain: timeout:5h → /b\n` });
    expect(run(folder, 'long').code).toBe(0);
    edit(folder, 'workflows/long.yml', 'timeout:5h → ', '');
    expect(run(folder, 'long').code).toBe(2);
    edit(folder, 'ml-workflow.yml', /^/, 'runs-on: my-gpu-box\n');
    expect(run(folder, 'long').code).toBe(0);
  });

  it('a file that somebody wrote', () => {
    const folder = repository();
    const own = '# sweep\non: push\njobs: {}\n';
    write(folder, `${written}/sweep.yml`, own);
    expect(() => run(folder)).toThrow(`\`${written}/sweep.yml\` is there and was not written by`);
    expect(() => run(folder, '--check')).toThrow('was not written by');
    expect(files(folder)).toEqual(['sweep.yml']);
    expect(text(folder, `${written}/sweep.yml`)).toBe(own);
    expect(run(folder, 'ml/run').code, 'others may be written').toBe(0);
    rmSync(join(folder, written, 'sweep.yml'));
    symlinkSync('nowhere.yml', join(folder, written, 'sweep.yml'));
    expect(() => run(folder)).toThrow('was not written by');
  });

  it('a file of another project', () => {
    const folder = repository({ ...small, 'other/workflows/sweep.yml': 'chain: /continue\n' });
    runIn(join(folder, 'other'), folder, []);
    expect(() => run(folder)).toThrow('is compiled from `other/workflows/sweep.yml`');
    rmSync(join(folder, 'other'), { recursive: true });
    expect(run(folder).code, 'which is gone').toBe(0);
  });

  it('two workflows of one file', () => {
    const folder = repository({ ...small, 'workflows/two.yml': 'name: ML-run\nchain: /a\n' });
    expect(() => run(folder)).toThrow('`workflows/run.yml` and `workflows/two.yml` would both become');
    expect(files(folder)).toEqual([]);
  });

  it('a workflow outside of the repository', () => {
    const folder = repository();
    const path = join(temporaryFolder(), 'x.yml');
    writeFileSync(path, 'chain: /a\n');
    expect(() => run(folder, path)).toThrow('is not in the repository');
  });

  it('nothing at all', () => {
    expect(() => run(repository({ 'ml-workflow.yml': '{}\n' }))).toThrow('nothing to compile');
    expect(said(run(repository(), 'sweeep'))).toContain('did you mean `sweep`?');
  });

  it('a folder that cannot be made', () => {
    const folder = repository();
    writeFileSync(join(folder, '.github'), '');
    expect(() => run(folder)).toThrow(`cannot write to \`${written}\`: E`);
    expect(run(folder, '--check').code).toBe(1);
  });

  it('a folder in the place of a file', () => {
    const folder = repository();
    mkdirSync(join(folder, written, 'sweep.yml'), { recursive: true });
    expect(() => run(folder)).toThrow('was not written by');
    expect(files(folder)).toEqual(['sweep.yml']);
  });
});

describe('the command line', () => {
  it.each([
    [['--chek'], 'unknown option `--chek`'],
    [['--check=yes'], 'unknown option `--check`'],
    [['--out'], '`--out` has no value'],
    [['--param', 'a=b'], 'unknown option `--param`'],
    [['--format', 'mermaid'], 'formats of `compile` are `text`, `json`'],
  ])('%j', (words, message) => {
    const refused = () => parseArguments(['compile', ...words]);
    const said = (() => {
      try {
        return JSON.stringify(refused());
      } catch (error) {
        return `${(error as Error).message} ${(error as { help?: string }).help}`;
      }
    })();
    expect(said).toContain(message);
  });

  it('has help', () => expect(helpText('compile')).toContain('--action'));
});

describe('the hash of sources', () => {
  it('is that of the loaded files and the plan', () => {
    const folder = repository();
    const asked = { wanted: { is: 'workflow', reference: 'sweep' } as const, folder, shownFrom: folder };
    const { plan, sources } = prepare({ ...asked, given: [] });
    expect(sources).toMatch(/^[0-9a-f]{64}$/);
    const { files: loaded } = load(folder, folder, asked.wanted);
    expect(plan && sourcesHash(loaded, plan)).toBe(sources);
    // From another place in the file system, as a runner has it.
    const elsewhere = prepare({ ...asked, shownFrom: dirname(folder), given: [] });
    expect(elsewhere.sources).toBe(sources);
  });

  it('has nothing in it that only a person has', () => {
    const home = projectWith({ '.claude/commands/mine.md': 'Mine.\n' });
    const folder = repository();
    const asked = {
      wanted: { is: 'workflow', reference: 'sweep' } as const,
      folder,
      shownFrom: folder,
      given: [],
    };
    expect(prepare({ ...asked, personal: home }).sources).toBe(prepare(asked).sources);
  });
});

/** `UPDATE_GOLDEN=1` writes the output of the page anew. */
describe('docs/compiled-workflows.md', () => {
  const path = fileURLToPath(new URL('../docs/compiled-workflows.md', import.meta.url));
  const fence = (page: string, info: string) =>
    new RegExp(`(?<=^\`\`\`${info.replaceAll('.', '\\.')}\\n)[\\s\\S]*?(?=^\`\`\`$)`, 'm').exec(page)?.[0] ??
    '';

  it('shows what is written', async () => {
    const page = readFileSync(path, 'utf8');
    const example = ['ml-workflow.yml', 'workflows/sweep.yml'].map((file) => [
      file,
      fence(page, `yaml ${file}`),
    ]);
    const folder = repository(Object.fromEntries(example));
    expect(said(run(folder))).toBe('');
    const made = text(folder, `${written}/sweep.yml`);
    expect(await lintWorkflow('sweep.yml', made)).toEqual([]);
    if (process.env.UPDATE_GOLDEN === '1')
      writeFileSync(
        path,
        page.replace(/(?<=^```yaml output\n)[\s\S]*?(?=^```$)/m, () => made),
      );
    expect(fence(readFileSync(path, 'utf8'), 'yaml output')).toBe(made);
  });
});
