/** `init` on real repositories: what it finds, what it writes, and all that it refuses to replace. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseArguments } from '../src/cli/arguments.ts';
import { check } from '../src/cli/check.ts';
import { compile } from '../src/cli/compile.ts';
import { fmt } from '../src/cli/fmt.ts';
import { optionsOf } from '../src/cli/init/python.ts';
import { surveyOf } from '../src/cli/init/survey.ts';
import { type Ask, type Initialised, init } from '../src/cli/init.ts';
import { prepare } from '../src/prepare.ts';
import { projectWith } from './drivers/rig.ts';
import { commitAll, gitIn } from './first-user-rig.ts';
import { lintWorkflow } from './rig/lint-workflow.ts';

const trains = `import argparse, json, os
parser = argparse.ArgumentParser()
parser.add_argument("--epochs", type=int, default=20)
parser.add_argument("--lr", type=float, default=0.01)
parser.add_argument("--out", default="out")
args = parser.parse_args()
json.dump({"accuracy": 0.93}, open(os.path.join(args.out, "metrics.json"), "w"))
`;
const routers = ['.github/workflows/ml.yml', '.github/workflows/ml-run.yml'];
const written = [
  'ml-workflow.yml',
  'workflows/sweep.yml',
  '.gitignore',
  ...routers,
  '.github/workflows/sweep.yml',
];

/** Files of a repository of its own. */
function repository(files: Readonly<Record<string, string>> = { 'train.py': trains }): string {
  const folder = projectWith(files);
  gitIn(folder, 'init', '-q', '-b', 'main');
  return folder;
}

const runIn = (folder: string, from: string, words: readonly string[], ask?: Ask): Promise<Initialised> =>
  init(parseArguments(['init', ...words]), folder, { shownFrom: from, ...(ask ? { ask } : {}) });
const run = (folder: string, ...words: string[]) => runIn(folder, folder, words);
const text = (folder: string, path: string) => readFileSync(join(folder, path), 'utf8');
const yaml = (folder: string, path: string) => parse(text(folder, path));
const write = (folder: string, path: string, content: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};
/** Every file and folder, without what git keeps. */
function tree(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/^\.git(?:\/|$)/.test(name),
  );
  return Object.fromEntries(
    names.sort().map((name) => [name, statSync(join(folder, name)).isDirectory() ? '' : text(folder, name)]),
  );
}

async function expectRefused(folder: string, words: readonly string[], message: RegExp): Promise<void> {
  const before = tree(folder);
  await expect(run(folder, ...words)).rejects.toThrow(message);
  expect(tree(folder)).toEqual(before);
}

describe('init', () => {
  it('writes a project that has no mistakes, its jobs, and what answers comments', async () => {
    const folder = repository();
    const { output, diagnostics, code } = await run(folder);
    expect([diagnostics, code]).toEqual([[], 0]);
    expect(output.match(/^written: .*$/gm)).toEqual(written.map((file) => `written: ${file}`));
    expect(Object.keys(tree(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(check(parseArguments(['check']), folder, folder)).toEqual([]);
    expect(compile(parseArguments(['compile', '--check']), folder, folder).code).toBe(0);
    expect((await fmt(parseArguments(['fmt', '--check']), folder, folder, async () => '')).code).toBe(0);
    for (const file of [...routers, '.github/workflows/sweep.yml'])
      expect(await lintWorkflow(file, text(folder, file)), file).toEqual([]);
    expect(yaml(folder, 'ml-workflow.yml')).toMatchObject({
      axes: { lr: { flag: '--lr' } },
      commands: {
        train: {
          run: 'python3 train.py "$@" --out "$ML_RUN_DIR"',
          params: { epochs: { type: 'integer', default: 20, flag: '--epochs' } },
          metrics: [{ json: '$ML_RUN_DIR/metrics.json', fields: ['accuracy'] }],
        },
      },
      policy: { 'local-commands': false },
    });
    expect(yaml(folder, 'workflows/sweep.yml')).toMatchObject({
      on: { comment: '/ml-sweep', label: 'ml:sweep' },
      params: { epochs: { type: 'integer', default: 20 } },
      chain: expect.stringMatching(/\/train:lr-0\.005 \| \/train:lr-0\.01 \| \/train:lr-0\.02/),
    });
  });

  it('says what it has guessed, and what to do next', async () => {
    const { output } = await run(repository());
    expect(output).toContain('training   python3 train.py, from train.py\n');
    expect(output).toContain('measures   accuracy in $ML_RUN_DIR/metrics.json\n');
    expect(output).toContain('`ml-workflow check` finds no mistakes');
    expect(output).toContain(
      '1. write what is good enough into workflows/sweep.yml: `>0.90` is an example\n',
    );
    expect(output).toContain('2. try it: `ml-workflow run sweep`\n');
    expect(output).toMatch(/comments start nothing as long as `local-commands` is `false`/);
    expect(output).toMatch(/comment on a pull request: `\/ml-sweep`, or `\/ml-help`\n$/);
  });

  it('lists in JSON what it has written and found', async () => {
    const { output } = await run(repository(), '--format', 'json', '--template', 'train');
    expect(JSON.parse(output)).toMatchObject({
      schema_version: 1,
      files: expect.arrayContaining([{ file: 'workflows/ml-train.yml', state: 'written' }]),
      found: { training: 'python3 train.py, from train.py' },
      next: expect.arrayContaining(['try it: `ml-workflow run ml-train`']),
      diagnostics: [],
    });
  });

  const both = ['sweep', 'train', 'minimal'].flatMap((template) =>
    ['local', 'runpod', 'ssh'].map((target) => [template, target] as const),
  );
  it.each(both)('%s on %s has no mistakes, and gives jobs what they need', async (template, target) => {
    const folder = repository({ 'train.py': trains, 'requirements.txt': 'numpy\n' });
    const { diagnostics, code } = await run(folder, '--template', template, '--target', target);
    expect([diagnostics, code]).toEqual([[], 0]);
    const name = template === 'sweep' ? 'sweep' : 'ml-train';
    for (const file of [...routers, `.github/workflows/${name}.yml`])
      expect(await lintWorkflow(file, text(folder, file)), file).toEqual([]);
    expect(compile(parseArguments(['compile', '--check']), folder, folder).code).toBe(0);
    const { env = {} } = yaml(folder, '.github/workflows/ml-run.yml').jobs.run.steps[0];
    const needed = {
      local: [],
      runpod: ['RUNPOD_API_KEY'],
      ssh: ['TRAIN_HOST', 'TRAIN_HOST_KEY', 'TRAIN_PORT', 'TRAIN_SSH_KEY'],
    };
    expect(Object.keys(env)).toEqual(needed[target as 'local']);
    const { policy, targets = {} } = yaml(folder, 'ml-workflow.yml');
    expect(policy === undefined).toBe(target !== 'local');
    for (const one of Object.values(targets))
      expect(one).toHaveProperty('setup', 'pip3 install --quiet -r requirements.txt');
    const wanted = { is: 'workflow', reference: name } as const;
    const { plan } = prepare({ wanted, folder, shownFrom: folder, given: [] });
    expect(plan?.nodes.some(({ kind }) => kind === 'require')).toBe(template !== 'minimal');
  });

  it.each([
    ['the seed', '"--seed", type=int, default=3', /\/train:seed-1 \| \/train:seed-2 \| \/train:seed-3/],
    [
      'whole numbers',
      '"--hidden-size", type=int, default=64',
      /hidden-size-32 \| .*hidden-size-64 \| .*hidden-size-128/,
    ],
    ['an option without a default', '"--dropout", type=float', /dropout-0\.1 \| .*dropout-0\.3/],
    [
      'a small number',
      '"--weight-decay", type=float, default=1e-5',
      /weight-decay-0\.000005 \| .*weight-decay-0\.00001 /,
    ],
  ])('sweeps %s, towards a smaller loss', async (_, option, points) => {
    const folder = repository({
      'train.py': trains.replace('"--lr", type=float, default=0.01', option).replace('accuracy', 'val_loss'),
    });
    expect(await run(folder)).toMatchObject({ code: 0, diagnostics: [] });
    const { params, chain } = yaml(folder, 'workflows/sweep.yml');
    expect(chain.replace(/\s+/g, ' ')).toMatch(points);
    expect(chain).toMatch(/\/require:best-loss<0\.50$/m);
    expect(Object.keys(params)).toEqual(['epochs']);
  });

  it('sweeps a guess where the training has no such option, and says so', async () => {
    const folder = repository({ 'train.py': trains.replace('"--lr"', '"--quiet"') });
    const { output, code } = await run(folder);
    expect(code).toBe(0);
    expect(output).toContain('sweeps     --epochs\n');
    const other = repository({ 'README.md': 'x' });
    const told = await run(other, '--train', './fit.sh');
    expect(told.output).toContain('sweeps     --seed, a guess\n');
    expect(told.output).toContain('write the option that is to be swept in the place of --seed');
    expect(yaml(other, 'ml-workflow.yml').commands.train).not.toHaveProperty('preflight');
  });

  it('leaves out of git what runs leave behind, once', async () => {
    const folder = repository({ 'train.py': trains, '.gitignore': '*.jsonl\n/out' });
    await run(folder);
    expect(text(folder, '.gitignore')).toBe('*.jsonl\n/out\n.ml-workflow/\n');
    const other = repository({ 'train.py': trains, '.gitignore': '.ml-workflow\n' });
    await run(other, '--template', 'train');
    expect(text(other, '.gitignore')).toBe('.ml-workflow\n');
    const none = repository();
    await run(none);
    expect(text(none, '.gitignore')).toBe('.ml-workflow/\nexperiment_results.jsonl\n');
  });

  it('puts a project in a folder, and what GitHub reads at the root', async () => {
    const root = repository({ 'models/lstm/train.py': trains, 'models/gru/train.py': trains });
    const folder = join(root, 'models/lstm');
    const { output } = await runIn(folder, root, []);
    expect(output).toContain('written: models/lstm/ml-workflow.yml\n');
    expect(output).toContain('`ml-workflow run sweep --project models/lstm`');
    for (const file of routers)
      expect(
        Object.values<{ steps: { with: object }[] }>(yaml(root, file).jobs)[0]?.steps[0]?.with,
      ).toHaveProperty('project', 'models/lstm');
    expect(text(root, '.gitignore')).toContain('.ml-workflow/');
    const before = tree(root);
    await expect(runIn(join(root, 'models/gru'), root, [])).rejects.toThrow(
      '`.github/workflows/ml.yml` is that of the project in `models/lstm`',
    );
    expect(tree(root)).toEqual(before);
  });

  it('uses the action that it is told, or that the files use', async () => {
    const pin = `moola/ml-workflow@${'b'.repeat(40)} # v1.2.3`;
    const folder = repository();
    await run(folder, '--action', pin);
    for (const file of routers) expect(text(folder, file)).toContain(`uses: ${pin}\n`);
    expect(text(folder, '.github/workflows/sweep.yml')).toContain(`/open@${'b'.repeat(40)} # v1.2.3\n`);
    for (const file of routers) rmSync(join(folder, file));
    await run(folder, '--router');
    for (const file of routers) expect(text(folder, file)).toContain(`uses: ${pin}\n`);
    await expectRefused(repository(), ['--action', 'nothing'], /is no action/);
  });
});

describe('init asks at a terminal', () => {
  /** Answers by the first word of the question; what is not among them is answered by what is usual. */
  const answering =
    (answers: Readonly<Record<string, readonly string[]>>, asked: string[] = []): Ask =>
    async (question, usual) => {
      asked.push(question);
      const key = Object.keys(answers).find((one) => question.startsWith(one)) ?? '';
      const before = asked.filter((one) => one.startsWith(key)).length - 1;
      return answers[key]?.[before] ?? usual;
    };

  it('little: template, target, training, and whether code of a pull request may run here', async () => {
    const folder = repository();
    const asked: string[] = [];
    await runIn(folder, folder, [], answering({ May: ['yes'] }, asked));
    expect(asked).toHaveLength(4);
    expect(yaml(folder, 'ml-workflow.yml').policy).toEqual({ 'local-commands': true });
    expect(existsSync(join(folder, 'workflows/sweep.yml'))).toBe(true);
  });

  it('again where an answer is none, and not what the command line says', async () => {
    const folder = repository();
    const asked: string[] = [];
    const ask = answering({ Which: ['swep', ' Train '], How: ['python3 train.py'] }, asked);
    await runIn(folder, folder, ['--target', 'runpod'], ask);
    expect(asked.filter((one) => one.startsWith('Which'))).toHaveLength(2);
    expect(asked.some((one) => /^Where|^May/.test(one))).toBe(false);
    expect(existsSync(join(folder, 'workflows/ml-train.yml'))).toBe(true);
  });

  it('for what the training cannot do without', async () => {
    const folder = repository({
      'train.py': trains.replace('args =', 'parser.add_argument("--data", required=True)\nargs ='),
    });
    await runIn(folder, folder, [], answering({ '--data': ['data/x y.csv'] }));
    expect(yaml(folder, 'workflows/sweep.yml')).toMatchObject({
      on: { label: 'ml:sweep' },
      params: { data: { default: 'data/x y.csv' } },
    });
    const silent = repository({
      'train.py': trains.replace('args =', 'parser.add_argument("--data", required=True)\nargs ='),
    });
    const { output } = await run(silent);
    expect(output).toContain(
      'write a `default:` for --data into workflows/sweep.yml, or give it with each run',
    );
    expect(output).toContain('`ml-workflow run sweep --data …`');
    const { on, params } = yaml(silent, 'workflows/sweep.yml');
    expect([on, params.data], 'a label brings no values').toEqual([{ comment: '/ml-sweep' }, {}]);
  });

  it('nothing with --yes', async () => {
    const folder = repository();
    const ask = async (): Promise<string> => {
      throw new Error('asked');
    };
    expect((await runIn(folder, folder, ['--yes'], ask)).code).toBe(0);
  });
});

describe('init refuses', () => {
  it('to replace what is there', async () => {
    const folder = repository();
    await run(folder);
    await expectRefused(folder, [], /^`ml-workflow.yml` and `workflows\/sweep.yml` are there already$/);
    const other = repository({ 'train.py': trains, '.github/workflows/ml.yml': 'on: push\njobs: {}\n' });
    await expectRefused(other, [], /^`.github\/workflows\/ml.yml` is there already$/);
    const compiled = repository({
      'train.py': trains,
      '.github/workflows/sweep.yml': 'on: push\njobs: {}\n',
    });
    await expectRefused(compiled, [], /^`.github\/workflows\/sweep.yml` is there already$/);
  });

  it('with --force what git could not give back', async () => {
    const folder = repository();
    write(folder, 'ml-workflow.yml', 'name: mine\n');
    write(folder, '.github/workflows/ml.yml', 'on: push\njobs: {}\n');
    await expectRefused(
      folder,
      ['--force'],
      /^`ml-workflow.yml` and `.github\/workflows\/ml.yml` are not committed/,
    );
    commitAll(folder, 'all');
    write(folder, 'ml-workflow.yml', 'name: changed\n');
    await expectRefused(folder, ['--force'], /^`ml-workflow.yml` is not committed as it is/);
    gitIn(folder, 'checkout', '-q', '--', '.');
    expect((await run(folder, '--force')).code).toBe(0);
    expect(text(folder, 'ml-workflow.yml')).toContain('commands:');
    expect(text(folder, '.github/workflows/ml.yml')).toContain('command: route');
  });

  it('to write a part: with a mistake anywhere in the project all is as it was', async () => {
    const folder = repository({
      'train.py': trains,
      '.gitignore': 'out/',
      'workflows/other.yml': 'chain: /no-such-command\n',
    });
    const before = tree(folder);
    const { output, diagnostics, code } = await run(folder);
    expect([output, code]).toEqual(['nothing is written\n', 2]);
    expect(diagnostics).toEqual([expect.objectContaining({ code: 'unknown-command' })]);
    expect(tree(folder)).toEqual(before);
    const asJson = await run(folder, '--format', 'json');
    expect(JSON.parse(asJson.output)).toMatchObject({
      files: [],
      diagnostics: [{ code: 'unknown-command' }],
    });
    expect(tree(folder)).toEqual(before);
  });

  it('to write a part: what cannot be compiled is taken back', async () => {
    const folder = repository({ 'train.py': trains, 'workflows/other.yml': 'name: x\nchain: /continue\n' });
    // Compiled from a workflow that is still there: `compile` does not replace it.
    expect(compile(parseArguments(['compile']), folder, folder).code).toBe(0);
    const head = text(folder, '.github/workflows/x.yml');
    rmSync(join(folder, '.github/workflows/x.yml'));
    write(folder, '.github/workflows/sweep.yml', head);
    await expectRefused(folder, [], /is compiled from `workflows\/other.yml`/);
  });

  it('to write a part: a folder that nobody may write to', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may write anywhere');
    const folder = repository({ 'train.py': trains, '.github/workflows/a.yml': 'on: push\njobs: {}\n' });
    chmodSync(join(folder, '.github/workflows'), 0o500);
    const before = tree(folder);
    await expect(run(folder)).rejects.toThrow();
    expect(tree(folder)).toEqual(before);
    chmodSync(join(folder, '.github/workflows'), 0o700);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['an unknown template', ['--template', 'big'], /unknown template `big`/],
    ['an unknown target', ['--target', 'cloud'], /unknown target `cloud`/],
    ['an option of another command', ['--logs'], /unknown option `--logs`/],
    ['a word', ['sweep'], /unexpected `sweep`/],
    ['--check alone', ['--check'], /`--check` stands beside `--router`/],
    ['a training in several lines', ['--train', 'a\nb'], /in one line/],
    ['--router without a project', ['--router'], /there is no `ml-workflow.yml` here/],
  ])('%s', async (_, words, message) => {
    const folder = repository();
    const before = tree(folder);
    await expect((async () => run(folder, ...words))()).rejects.toThrow(message);
    expect(tree(folder)).toEqual(before);
  });

  it('a folder without a training, and one outside of a repository', async () => {
    await expectRefused(repository({ 'README.md': 'x' }), [], /no training was found here/);
    const told = repository({ 'README.md': 'x' });
    expect((await run(told, '--train', './fit.sh')).code).toBe(0);
    expect(yaml(told, 'ml-workflow.yml').commands.train.run).toBe('./fit.sh "$@"');
    await expect(run(projectWith({ 'train.py': trains }))).rejects.toThrow('no git repository');
  });
});

describe('init --router', () => {
  it('writes the two files again when the project needs more, and says when they are stale', async () => {
    const folder = repository();
    await run(folder);
    expect((await run(folder, '--router', '--check')).code).toBe(0);
    const before = text(folder, 'ml-workflow.yml');
    writeFileSync(
      join(folder, 'ml-workflow.yml'),
      `${before.replace('    timeout: "1h"\n', '    timeout: "1h"\n    env: [HF_TOKEN, PATH]\n')}notify: [{ slack: { env: HOOK } }]\n`,
    );
    const stale = await run(folder, '--router', '--check');
    expect(stale).toMatchObject({ code: 1 });
    expect(stale.output).toContain('stale: .github/workflows/ml-run.yml\n');
    expect(text(folder, '.github/workflows/ml-run.yml')).not.toContain('HF_TOKEN');
    rmSync(join(folder, '.github/workflows/ml.yml'));
    expect((await run(folder, '--router', '--check')).output).toContain(
      'missing: .github/workflows/ml.yml\n',
    );
    expect((await run(folder, '--router')).code).toBe(0);
    expect(yaml(folder, '.github/workflows/ml-run.yml').jobs.run.steps[0].env).toEqual({
      HF_TOKEN: '${{ secrets.HF_TOKEN || vars.HF_TOKEN }}',
      HOOK: '${{ secrets.HOOK || vars.HOOK }}',
    });
    const again = await run(folder, '--router', '--format', 'json');
    expect(JSON.parse(again.output).files).toEqual(routers.map((file) => ({ file, state: 'unchanged' })));
  });

  it('leaves a file of somebody alone', async () => {
    const folder = repository({
      'ml-workflow.yml': 'name: x\n',
      '.github/workflows/ml.yml': 'on: push\njobs: {}\n',
    });
    await expectRefused(folder, ['--router'], /^`.github\/workflows\/ml.yml` is there already$/);
  });
});

describe('what is found in Python', () => {
  const click = `import click

@click.group()
def cli():
    """All."""

@cli.command()
@click.option("--data", "data_path", type=click.Path(exists=True), required=True)
@click.option(
    "--device",
    type=click.Choice(["cpu", "cuda"]),
    default="cpu",
    help="Where (it trains).",
)
@click.option("--freeze/--no-freeze", default=True)
@click.option("--sigma", type=float, default=0.03)
def train(data_path, device, freeze, sigma):
    """Trains."""

@cli.command("pre-train")
@click.option("--epochs", type=int, default=50)
def pretrain(epochs):
    pass

if __name__ == "__main__":
    cli()
`;

  it('options of a subcommand, by click', () => {
    expect(optionsOf(click, 'train')).toEqual([
      { flag: '--data', type: 'string', isRequired: true },
      { flag: '--device', type: 'string', isRequired: false, default: 'cpu', choices: ['cpu', 'cuda'] },
      { flag: '--freeze', type: 'boolean', isRequired: false },
      { flag: '--sigma', type: 'number', isRequired: false, default: '0.03' },
    ]);
    expect(optionsOf(click, 'pre-train')?.map(({ flag }) => flag)).toEqual(['--epochs']);
    expect(optionsOf(click, 'deploy')).toBeUndefined();
  });

  it('options by argparse, also where the text is odd', () => {
    const odd = `p.add_argument('-e', '--epochs', type=int, default=1_0, help="a ) in a text")  # ')'
p.add_argument("--lr", type=float, default=1e-3)
p.add_argument("--dry-run", action="store_true")
p.add_argument("positional")
p.add_argument("--computed", default=os.cpu_count())
p.add_argument("--open", default="x"
`;
    expect(optionsOf(odd)).toEqual([
      { flag: '--epochs', type: 'integer', isRequired: false, default: '10' },
      { flag: '--lr', type: 'number', isRequired: false, default: '1e-3' },
      { flag: '--dry-run', type: 'boolean', isRequired: false },
      { flag: '--computed', type: 'string', isRequired: false },
    ]);
    expect(optionsOf('')).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    [
      'a package in src/',
      { 'src/m/__init__.py': '', 'src/m/cli.py': click },
      'PYTHONPATH=src python3 -m m.cli train',
    ],
    ['a package', { 'm/__init__.py': '', 'm/cli.py': click }, 'python3 -m m.cli train'],
    [
      'a package that can be run',
      { 'm/__init__.py': '', 'm/__main__.py': click.replace(/if __name__[\s\S]*/, 'cli()\n') },
      'python3 -m m train',
    ],
    [
      'a program that the project names',
      {
        'pyproject.toml':
          '[project]\nname = "m"\n[project.scripts]\nm = "m.tools.app:cli"\n[tool.x]\ny = "z.a:b"\n',
        'src/m/tools/app.py': click,
      },
      'PYTHONPATH=src python3 -m m.tools.app train',
    ],
    ['a script', { 'train.py': trains, 'scripts/train_all.py': trains }, 'python3 train.py'],
    [
      'one in a folder',
      { 'scripts/train_b.py': trains, 'scripts/train.py': trains },
      'python3 scripts/train.py',
    ],
    [
      'one that imports the package',
      { 'src/m/__init__.py': '', 'scripts/train.py': `from m import x\n${trains}` },
      'PYTHONPATH=src python3 scripts/train.py',
    ],
  ])('the training: %s', (_, files, command) => {
    expect(surveyOf(projectWith(files)).trainings[0]?.command).toBe(command);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['nothing', {}],
    [
      'a package without such a command',
      { 'm/__init__.py': '', 'm/cli.py': click.replaceAll('train', 'fit') },
    ],
    [
      'a module that does nothing when it is run',
      { 'm/__init__.py': '', 'm/cli.py': click.replace(/if __[\s\S]*/, '') },
    ],
    ['a file that is too large', { 'train.py': '#'.repeat(600_000) }],
  ])('no training: %s', (_, files) => {
    expect(surveyOf(projectWith(files)).trainings).toEqual([]);
  });

  const said = (more: string, option = '') =>
    `p.add_argument("--epochs", type=int, default=3)\n${option}\n${more}\n`;
  it.each<[string, string, object]>([
    [
      'a folder that an option names',
      said(
        'json.dump({"val_acc": 1}, open(args.output_dir / "results.json"))',
        'p.add_argument("--output-dir")',
      ),
      {
        is: 'run-folder',
        argument: '--output-dir "$ML_RUN_DIR"',
        path: 'results.json',
        field: 'val_acc',
        metric: 'accuracy',
        isCertain: true,
      },
    ],
    [
      'a file that an option names',
      said('json.dump({"f1": 1}, open(args.output, "w"))', 'p.add_argument("--output")'),
      {
        is: 'run-folder',
        argument: '--output "$ML_RUN_DIR/metrics.json"',
        path: 'metrics.json',
        metric: 'f1',
        isCertain: false,
      },
    ],
    [
      'the environment',
      said('json.dump({"auc": 1}, open(os.environ["ML_RUN_DIR"] + "/scores.json", "w"))'),
      { is: 'run-folder', path: 'metrics.json', metric: 'auc' },
    ],
    [
      'a place of the workspace',
      said('json.dump({"accuracy": 1}, open("artifacts/metrics.json", "w"))'),
      { is: 'workspace', path: 'artifacts/metrics.json', isCertain: true },
    ],
    [
      'a name whose folder only the program knows',
      said('(folder / "metrics.json").write_text(json.dumps({"accuracy": 1}))'),
      { is: 'nowhere', path: 'metrics.json', isCertain: false },
    ],
    ['no file', said('print(3)'), { is: 'nowhere', path: '', field: 'accuracy', isCertain: false }],
  ])('where the numbers are: %s', (_, python, expected) => {
    expect(surveyOf(projectWith({ 'train.py': python })).trainings[0]?.measured).toMatchObject(expected);
  });

  it('a training whose siblings would write the same file gets a workspace of its own', async () => {
    const folder = repository({
      'train.py': said('json.dump({"accuracy": 1}, open("artifacts/metrics.json", "w"))'),
    });
    const { output } = await run(folder);
    expect(yaml(folder, 'ml-workflow.yml').commands.train).toMatchObject({
      isolation: 'copy',
      metrics: [{ json: 'artifacts/metrics.json', fields: ['accuracy'] }],
    });
    expect(output).toContain('name data that git ignores under `inputs:`');
  });

  it('a page of decorators without a function is no burden', () => {
    expect(
      optionsOf(`${'@click.option("--a", default=(1))\n'.repeat(2_000)}x = 1\n`, 'train'),
    ).toBeUndefined();
  });
});
