/** The built program as a person or another program runs it: what it says, its exit code, and what it leaves on disk. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cli, type Ended, journalIn, projectWith } from './drivers/rig.ts';
import { temporaryFolder } from './targets/rig.ts';

const measure = (json: string) =>
  `{ run: 'echo ''${json}'' > "$ML_RUN_DIR/m.json"', metrics: [{ json: $ML_RUN_DIR/m.json, fields: [accuracy] }] }`;
const files = {
  'ml-workflow.yml': `commands:
  train: ${measure('{"accuracy": 0.9}')}
  nan: ${measure('{"accuracy": NaN}')}
  forgets: { run: 'true', metrics: [{ json: $ML_RUN_DIR/m.json, fields: [accuracy] }] }
  deploy: { run: 'touch deployed', deploys: production }
  lacks: { run: 'no-such-program --x' }
  takes: { run: 'echo "$@"', params: { epochs: { type: integer, default: 1, flag: --epochs } } }
`,
  'workflows/good.yml':
    'params: { epochs: { type: integer, default: 3 } }\nchain: /takes → /train → /if:acc>0.5 → /deploy\n',
  'workflows/broken.yml': 'chain: [/train\nname: x\n',
  'workflows/wrong.yml': 'chain: |\n  /train → /if:acurracy>0.9 → /deploy\n  /depoly\n',
};
const cliPath = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const project = () => projectWith(files);
const within = (folder: string, ...words: string[]) => cli([...words], { cwd: folder });
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for
const escapes = /\u001b/;

/** One mistake: said once, with its place where it has one, on standard error; nothing is begun. */
function expectRefused(folder: string, { code, out, err }: Ended, parts: readonly (string | RegExp)[]): void {
  for (const part of parts)
    typeof part === 'string' ? expect(err).toContain(part) : expect(err).toMatch(part);
  expect(err.match(/^error/gm)).toHaveLength(1);
  expect([code, out]).toEqual([2, '']);
  expect(err).not.toMatch(/internal|\n\s+at /);
  expect(existsSync(join(folder, '.ml-workflow'))).toBe(false);
}

describe('help', () => {
  it.each([
    ...['help', '--help', '-h', 'help run', 'run --help', 'plan -h', 'check --help'],
    ...['why --help', 'help resume', 'help --help'],
  ])('%s', async (words) => {
    const { code, out, err } = await cli(words.split(' '));
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('ml-workflow');
    expect(out).not.toMatch(escapes);
  });

  it('version', async () => {
    const { version } = JSON.parse(
      readFileSync(fileURLToPath(new URL('../package.json', import.meta.url)), 'utf8'),
    );
    for (const word of ['--version', '-V', 'version'])
      expect(await cli([word])).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
  });
});

describe('what cannot be is refused before anything runs', () => {
  it.each([
    ['an unknown command', ['rnu'], ['unknown command `rnu`', 'did you mean `run`?']],
    ['no workflow', ['run'], ['`run` needs a workflow or a chain', '= help: ']],
    [
      'an unknown option',
      ['check', '--fromat', 'json'],
      ['unknown option `--fromat`', 'did you mean `--format`?'],
    ],
    ['a short option', ['run', 'good', '-v'], ['unknown option `-v`', '= help: ']],
    ['help about nothing', ['help', 'rnu'], ['unknown command `rnu`', 'did you mean `run`?']],
    [
      'a format that only `plan` has',
      ['run', 'good', '--format', 'mermaid'],
      ['unknown format `mermaid`', 'formats of `run` are `text`, `json`'],
    ],
    ['a parameter without a value', ['run', 'good', '--param', 'epochs'], ['expected `--param name=value`']],
    [
      'a number that is missing',
      ['run', 'good', '--epochs'],
      ['`--epochs` has no value: `epochs` takes a whole number', '[invalid-param]'],
    ],
    [
      'a command in place of a workflow',
      ['run', 'train'],
      ['unknown workflow `train`', 'to run the command, write `/train`'],
    ],
    [
      'an unknown format',
      ['plan', 'good', '--format', 'xml'],
      ['unknown format `xml`', 'formats of `plan` are'],
    ],
    [
      'an unknown parameter',
      ['run', 'good', '--epoch', '3'],
      ['no parameter `epoch`', '`--epochs`', '[unknown-param]'],
    ],
    [
      'a value of the wrong type',
      ['run', 'good', '--epochs', 'many'],
      ['`epochs` takes a whole number, found `many`', '--> <arguments>:1:'],
    ],
    ['an unknown workflow', ['run', 'goood'], ['unknown workflow `goood`', 'did you mean `good`?']],
    ['a file that is not there', ['run', 'workflows/none.yml'], ['no such file: `workflows/none.yml`']],
    [
      'a folder that is not there',
      ['run', 'good', '--project', 'none'],
      ['no such folder: `none`', '= help: '],
    ],
    [
      'a file in place of the project',
      ['run', 'good', '--project', 'ml-workflow.yml'],
      ['this is no folder: `ml-workflow.yml`', '= help: '],
    ],
    [
      'a decision and its contrary',
      ['resume', '--approve', 'prod', '--reject', 'prod'],
      ['`prod` is decided twice'],
    ],
    [
      'a parameter for a run that goes on',
      ['resume', '--epochs', '3'],
      ['unknown option `--epochs`', '`--edited --param epochs=…`'],
    ],
    ['broken YAML', ['run', 'broken'], [/--> workflows\/broken\.yml:\d+:\d+/]],
    [
      'an unknown metric',
      ['run', '/train → /if:acurracy>0.9 → /deploy'],
      ['`acurracy`', '--> <chain>:1:14', 'did you mean `accuracy`?'],
    ],
    [
      'an unknown command in a chain',
      ['run', '/train → /depoly'],
      [
        'unknown command `/depoly` [unknown-command]',
        '--> <chain>:1:10',
        '^^^^^^^',
        'did you mean `/deploy`?',
      ],
    ],
    ['a broken chain', ['run', '/train → parallel[/deploy'], ['`[` is never closed', '--> <chain>:1:']],
    ['a gate that decides nothing', ['run', '/if:1>0 → /deploy'], ['[constant-gate]']],
  ])('%s', async (_name, words, parts) => {
    const folder = project();
    expectRefused(folder, await within(folder, ...words), parts);
  });

  it('every mistake of a file at once, at its line', async () => {
    const folder = project();
    const { code, err } = await within(folder, 'run', 'wrong');
    expect(code).toBe(2);
    expect(err).toContain('--> workflows/wrong.yml:2:16');
    expect(err).toContain('--> workflows/wrong.yml:3:3');
    expect(err).toContain('2 errors');
  });

  it('a value that is missing is shown as it was typed', async () => {
    const { err } = await within(project(), 'run', 'good', '--epochs');
    expect(err).toContain('1 | --epochs\n');
  });

  it('a broken project file is all that is said of its names; the chain is still read', async () => {
    const folder = projectWith({ ...files, 'ml-workflow.yml': 'commands:\n  train: { rum: x }\n' });
    const { code, err } = await within(folder, 'run', '/train → /deploy → ');
    expect(code).toBe(2);
    expect(err).toContain('unknown key `rum`');
    expect(err).toContain('--> <chain>:1:20');
    expect(err).not.toContain('unknown command');
  });

  it('what may not be read is no internal error', async ({ skip }) => {
    if (process.getuid?.() === 0) skip('root may read everything');
    const folder = project();
    const workflows = join(folder, 'workflows');
    chmodSync(workflows, 0);
    for (const words of [['check'], ['run', 'good'], ['fmt']])
      expectRefused(folder, await within(folder, ...words), ['no permission for `', 'workflows`: EACCES']);
    chmodSync(workflows, 0o755);
  });

  it('a check of the wrong folder does not pass', async () => {
    const folder = temporaryFolder();
    expectRefused(folder, await within(folder, 'check'), ['there is nothing to check', '`--project`']);
    expect((await within(folder, 'check', '/continue')).code).toBe(0);
  });

  it('in an empty folder too', async () => {
    const folder = temporaryFolder();
    for (const words of [['run', 'x'], ['plan', 'x'], ['run', '/x'], ['resume']])
      expectRefused(folder, await within(folder, ...words), []);
    expect(await within(folder, 'run', '/continue')).toMatchObject({ code: 0, err: '' });
    expect((await within(folder, 'check')).code).toBeLessThanOrEqual(2);
  });
});

describe('a run', () => {
  it('names what its own commands have written, and not what an earlier run has', async () => {
    const yaml = `${files['ml-workflow.yml']}  ship: { run: 'touch shipped', outputs: [shipped] }\n`;
    const folder = projectWith({ ...files, 'ml-workflow.yml': yaml });
    expect((await within(folder, 'run', '/ship')).out).toMatch(/^ {2}\/ship +shipped$/m);
    const { code, out } = await within(folder, 'run', '/train → /if:acc>0.95 → /ship');
    expect(code).toBe(3);
    expect(out).not.toContain('shipped');
  });

  it('that passes', async () => {
    const folder = project();
    const { code, out, err } = await within(folder, 'run', 'good', '--epochs', '7');
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('gate met');
    expect(out).not.toMatch(escapes);
    expect(readdirSync(folder)).toContain('deployed');
  });

  it.each([
    ['without the metrics file', '/forgets', 1, ['m.json: the command did not write it']],
    ['with NaN in it', '/nan', 1, ['m.json: `accuracy` is NaN']],
    ['with a program that is not there', '/lacks', 1, ['no-such-program', 'exit code 127']],
    ['with a gate that is not met', '/train → /if:acc>0.95', 3, ['gate not met', 'acc 0.9 > 0.95']],
    ['with a demand that is not met', '/train → /require:acc>0.95', 3, ['gate not met']],
  ])('%s', async (_name, first, code, parts) => {
    const folder = project();
    const ended = await within(folder, 'run', `${first} → /deploy`);
    expect([ended.code, ended.err.match(/error/)]).toEqual([code, null]);
    for (const part of parts) expect(ended.out).toContain(part);
    expect(existsSync(join(folder, 'deployed'))).toBe(false);
    expect(journalIn(folder).at(-1)?.type).toBe('run-concluded');
  });
});

describe('what to do next', () => {
  it('a failure names its log and the way on', async () => {
    const folder = project();
    const { out } = await within(folder, 'run', '/lacks');
    const [log = ''] = out.match(/\S+\/ml\.log$/m) ?? [];
    expect(readFileSync(join(folder, log), 'utf8')).toContain('no-such-program');
    expect(out).toMatch(/after a correction {2}ml-workflow resume \S+ --edited$/m);
    expect(out).toMatch(/^ {2}✗ \/lacks {2}exit code 127 \[usage\]$/m);
  });

  it('what a timeout has ended shows how far it came', async () => {
    const folder = projectWith({
      'ml-workflow.yml': "commands: { slow: { run: 'echo step 7; sleep 9' } }\n",
    });
    const { code, out } = await within(folder, 'run', 'timeout:1 → /slow');
    expect(code).toBe(1);
    expect(out).toMatch(/✗ timeout:1 .*\[timeout\]\n {4}│ step 7\n {4}\S+slow\/ml\.log\n/);
    expect(out).toContain('■ /slow  stopped after ');
  });

  it('a file of results is named only by a run that has rows in it', async () => {
    const folder = project();
    expect((await within(folder, 'run', '/train')).out).toMatch(/^ {2}results {2}\S+$/m);
    expect((await within(folder, 'run', '/takes')).out).not.toMatch(/^ {2}results/m);
  });
});

describe('for programs', () => {
  it('`--format json` gives JSON and nothing else, whatever comes of it', async () => {
    const folder = project();
    const json = async (...words: string[]) => {
      const { code, out } = await within(folder, ...words, '--format', 'json');
      return [code, JSON.parse(out)];
    };
    expect(await json('run', 'good')).toMatchObject([
      0,
      { schema_version: 1, decision: 'passed', gates: [{ outcome: 'met' }] },
    ]);
    expect(await json('run', '/nan')).toMatchObject([
      1,
      { decision: 'failed', failures: [{ class: 'nan-loss' }] },
    ]);
    expect(await json('run', '/nope')).toMatchObject([
      2,
      { schema_version: 1, diagnostics: [{ code: 'unknown-command' }] },
    ]);
    expect(await json('plan', 'good')).toMatchObject([
      0,
      { name: 'good', nodes: [{}, {}, {}, {}, {}], estimate: { criticalPath: [{}, {}, {}] } },
    ]);
    expect(await json('plan', 'wrong')).toMatchObject([2, { diagnostics: [{}, {}] }]);
    expect(await json('check', 'good')).toMatchObject([0, { diagnostics: [] }]);
    expect(await json('check', 'wrong')).toMatchObject([2, { diagnostics: [{}, {}] }]);
  });

  it('there are no escape codes without a terminal, with or without NO_COLOR', async () => {
    const folder = project();
    for (const environment of [{}, { NO_COLOR: '1' }, { TERM: 'xterm-256color', COLORTERM: 'truecolor' }]) {
      for (const words of [['run', 'good'], ['plan', 'good'], ['run', 'wrong'], ['rnu']]) {
        const { out, err } = await cli(words, { cwd: folder, environment });
        expect(out + err).not.toMatch(escapes);
      }
    }
  });
});

describe('`check` for other programs', () => {
  it('as SARIF, with a result for each mistake', async () => {
    const folder = project();
    const { code, out, err } = await within(folder, 'check', 'wrong', '--format', 'sarif');
    expect([code, err]).toEqual([2, '']);
    const [{ results }] = JSON.parse(out).runs;
    expect(
      results.map((one: { ruleId: string; locations: unknown[] }) => [one.ruleId, one.locations[0]]),
    ).toMatchObject([
      ['unknown-metric', { physicalLocation: { artifactLocation: { uri: 'workflows/wrong.yml' } } }],
      ['unknown-command', { physicalLocation: { region: { startLine: 3, startColumn: 3 } } }],
    ]);
  });

  it('as annotations, whose paths begin at the root of the repository', async () => {
    const folder = project();
    const environment = { GITHUB_WORKSPACE: join(folder, '..') };
    const { out } = await cli(['check', 'wrong', '--format', 'github'], { cwd: folder, environment });
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toBe(
      `::error file=${basename(folder)}/workflows/wrong.yml,line=3,col=3,endColumn=9,title=unknown-command::unknown command \`/depoly\`%0Adid you mean \`/deploy\`?`,
    );
  });

  it('in a job of GitHub Actions the text comes with annotations', async () => {
    const folder = project();
    const environment = { GITHUB_ACTIONS: 'true' };
    const { out, err } = await cli(['check', 'wrong'], { cwd: folder, environment });
    expect(out.match(/^::error /gm)).toHaveLength(2);
    expect(err).toContain('--> workflows/wrong.yml:2:16');
    expect((await cli(['check', 'good'], { cwd: folder, environment })).out).toBe('no mistakes found\n');
  });
});

describe('why', () => {
  const answers = async (folder: string, ...words: string[]) => await within(folder, 'why', ...words);

  it('a step ran, and another did not', async () => {
    const folder = project();
    await within(folder, 'run', '/train → /if:acc>0.95 → /deploy → /else → /takes');
    expect(await answers(folder, 'deploy')).toMatchObject({
      code: 0,
      err: '',
      out: '/deploy did not run: gate acc 0.9 > 0.95 was not met (from /train)\n',
    });
    expect((await answers(folder, 'takes')).out).toContain(
      '/takes ran: gate acc 0.9 > 0.95 was not met (from /train), and this is its else branch\n  it succeeded after ',
    );
    const { out } = await answers(folder, 'deploy', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({
      schema_version: 1,
      title: '/deploy',
      status: 'skipped',
      did: 'did not run',
      because: ['gate acc 0.9 > 0.95 was not met (from /train)'],
    });
  });

  it('asks back when it does not know which step is meant', async () => {
    const folder = project();
    await within(folder, 'run', '/train → /train');
    const several = await answers(folder, 'train');
    expect([several.code, several.out]).toEqual([2, '']);
    expect(several.err).toMatch(/2 steps are called `train`[\s\S]*1\S* +\/train +succeeded\n/);
    expect((await answers(folder, 'trian')).err).toContain('did you mean `train`');
    expect((await answers(folder, 'zzz')).err).toMatch(/the run \S+ has `\/train`/);
  });

  it('needs a run and a step', async () => {
    const folder = project();
    expectRefused(folder, await answers(folder, 'x'), ['there is no run here']);
    expectRefused(folder, await answers(folder), ['`why` needs a step']);
    await within(folder, 'run', '/takes');
    expect((await answers(folder, 'takes', '--run', '2026')).err).toContain('unknown run `2026`');
  });
});

describe('approvals', () => {
  const begin = async () => {
    const folder = project();
    const ended = await within(folder, 'run', '/takes → /approve:production → /deploy');
    return { folder, ended };
  };
  const isDeployed = (folder: string) => existsSync(join(folder, 'deployed'));

  it('are waited for where nobody can be asked', async () => {
    const { folder, ended } = await begin();
    expect(ended.code).toBe(4);
    expect(ended.out).toMatch(/resume \S+ --approve production {3}or --reject production/);
    expect((await within(folder, 'resume')).code).toBe(4);
    expect((await within(folder, 'why', 'deploy')).out).toContain('/deploy has not run yet: ');
    expect(isDeployed(folder)).toBe(false);
  });

  it('are asked for with the words that reach the run from here', async () => {
    const folder = project();
    const { out } = await cli(['run', '/approve:production', '--project', basename(folder)], {
      cwd: join(folder, '..'),
    });
    expect(out).toContain(` --project ${basename(folder)} --approve production`);
    const words = ['resume', '--project', basename(folder), '--approve', 'production'];
    const resumed = await cli(words, { cwd: join(folder, '..') });
    expect(resumed.out).toMatch(/^chain {2}\S+-chain-\S+, goes on\n {2}✓ \/approve:production/);
  });

  it('are given', async () => {
    const { folder } = await begin();
    expect((await within(folder, 'resume', '--approve', 'production')).code).toBe(0);
    expect(isDeployed(folder)).toBe(true);
  });

  it('are refused', async () => {
    const { folder } = await begin();
    expect((await within(folder, 'resume', '--reject', 'production')).code).toBe(1);
    expect(isDeployed(folder)).toBe(false);
  });

  it('have a label that the run has', async () => {
    const { folder } = await begin();
    const { code, err } = await within(folder, 'resume', '--approve', 'staging');
    expect(code).toBe(2);
    expect(err).toContain('the run has no approval `staging`');
    expect(err).toContain('its approvals are `production`');
  });
});

describe('resume --edited', () => {
  it('takes over what is unchanged, and says what is not', async () => {
    const folder = project();
    expect((await within(folder, 'run', 'good', '--epochs', '7')).code).toBe(0);
    const path = join(folder, 'ml-workflow.yml');
    writeFileSync(path, readFileSync(path, 'utf8').replace("'touch deployed'", "'touch deployed again'"));
    const { code, out, err } = await within(folder, 'resume', '--edited');
    expect([code, err.match(/^error/gm)]).toEqual([0, null]);
    expect(err).toMatch(/notice: .*deploy/);
    expect(out).toMatch(/\/takes +reused from/);
    expect(out).toMatch(/\/train +reused from/);
    expect(readdirSync(folder)).toContain('again');
    expect((await within(folder, 'why', 'deploy')).out).toContain('its script changed');
    expect((await within(folder, 'why', 'train')).out).toContain('/train was reused from run ');
  });

  it('keeps the parameters, and takes new ones', async () => {
    const folder = project();
    await within(folder, 'run', 'good', '--epochs', '7');
    const same = await within(folder, 'resume', '--edited', '--format', 'json');
    expect(same.err).toContain('nothing differs from ');
    const other = await within(folder, 'resume', '--edited', '--param', 'epochs=9');
    expect(other.err).toMatch(/epochs.*7.*9/);
    expect(other.out).not.toMatch(/\/takes +reused/);
    const bare = await within(folder, 'resume', '--param', 'epochs=9');
    expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('`--edited`')]);
  });

  it('says what is wrong with the workflow as it is now', async () => {
    const folder = project();
    await within(folder, 'run', 'good');
    writeFileSync(join(folder, 'workflows/good.yml'), 'chain: /depoly\n');
    const { code, err } = await within(folder, 'resume', '--edited');
    expect([code, err]).toEqual([2, expect.stringContaining('unknown command `/depoly`')]);
  });
});

describe('parameters', () => {
  const dry = {
    'ml-workflow.yml':
      'commands: { show: { run: \'echo "$@"\', params: { dry: { type: boolean, default: false, flag: --dry }, format: { default: a, flag: --format } } } }\n',
    'workflows/my sweep.yml':
      'params: { dry: { type: boolean, default: false }, format: { default: a } }\nchain: /show\n',
  };
  const shown = (folder: string) => {
    const [run = ''] = readdirSync(join(folder, '.ml-workflow/runs'));
    return readFileSync(join(folder, '.ml-workflow/runs', run, 'units/1-show/ml.log'), 'utf8').trim();
  };

  it('a boolean is set by its name alone, and a name that an option has goes by `--param`', async () => {
    const folder = projectWith(dry);
    const ended = await within(folder, 'run', 'workflows/my sweep.yml', '--dry', '--param', 'format=b');
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(shown(folder)).toBe('--dry --format b');
  });

  it('`check` judges the values it is given', async () => {
    const folder = projectWith(files);
    expect(await within(folder, 'check', 'good', '--epochs', '3')).toMatchObject({ code: 0 });
    expect(await within(folder, 'check', 'good', '--epochs', 'three')).toMatchObject({ code: 2 });
  });
});

it('a full disk behind the output does not end a run half done', async () => {
  const folder = project();
  const { status } = spawnSync('sh', ['-c', `"$0" "$1" run good > /dev/full`, process.execPath, cliPath], {
    cwd: folder,
  });
  expect(status).toBe(0);
  expect(existsSync(join(folder, 'deployed'))).toBe(true);
});
