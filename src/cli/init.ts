/** `init`: a folder with a training → a project with a workflow, and the files by which comments on pull requests start it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { exitCodes } from '../exit-codes.ts';
import { compiledFile } from '../jobs/file-name.ts';
import { type ActionReference, actionReference, compiledHead } from '../jobs/workflow-yaml.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { diagnosticJson } from '../language/diagnostic-json.ts';
import { listOf } from '../language/name.ts';
import { projectFileName, shownPath } from '../project/load.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { check } from './check.ts';
import { compile } from './compile.ts';
import { Changes } from './init/changes.ts';
import { targets, templates } from './init/choices.ts';
import { type Choices, type Draft, draftOf, measures } from './init/draft.ts';
import { type RouterFile, routerFiles } from './init/routers.ts';
import { type Survey, surveyOf, type Training, trainingOf } from './init/survey.ts';

export interface Initialised {
  /** For standard output. */
  readonly output: string;
  /** What `check` says about the new files. With an error among them nothing is written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly code: number;
}

/** Asks the person at the terminal; an empty answer is `usual`. */
export type Ask = (question: string, usual: string) => Promise<string>;

interface Place {
  /** The project's folder, absolute. */
  readonly folder: string;
  /** The repository's, absolute. */
  readonly root: string;
  /** The project's folder in the repository, with `/`; undefined for its root. */
  readonly project: string | undefined;
  /** Absolute; what paths in messages are relative to. */
  readonly shownFrom: string;
}

type State = 'written' | 'unchanged' | 'stale' | 'missing';

interface FileState {
  readonly file: string;
  readonly state: State;
}

/** Throws a `UsageError`. `ask`: there is somebody to ask. */
export async function init(
  args: Arguments,
  folder: string,
  { shownFrom, ask }: { readonly shownFrom: string; readonly ask?: Ask },
): Promise<Initialised> {
  const { router = false, force = false } = args.init ?? {};
  const place = placeOf(folder, shownFrom);
  const pin = pinOf(args);
  if (router) return routersAlone(place, pin, args);
  if (args.check === true)
    throw new UsageError('`--check` stands beside `--router`', '`ml-workflow check` reports mistakes');
  const survey = surveyOf(folder);
  const choices = await chosen(args, survey, folder, args.init?.yes === true ? undefined : ask);
  const draft = draftOf(choices);
  const files = [
    { path: join(folder, projectFileName), text: draft.project },
    { path: workflowPath(draft, place), text: draft.text },
  ];
  const foreign = routerFiles(place, pin).filter(({ state }) => state === 'of-somebody');
  const own = [...files, ...foreign].map(({ path }) => path);
  refuseExisting([...own, compiledPath(draft, place)], place, force);
  const changes = new Changes();
  try {
    for (const { path, text } of files) changes.write(path, text);
    const ignored = ignore(choices, place);
    if (ignored) changes.write(ignored.path, ignored.text);
    // Of the whole project: other workflows may have meant what is replaced.
    const found = check({ ...args, command: 'check', given: [] }, folder, shownFrom);
    const routers = routerFiles(place, pin);
    for (const { path, text } of routers) changes.write(path, text);
    const compiled = compile(compileArguments(args, draft), folder, shownFrom);
    const diagnostics = [...found, ...compiled.diagnostics.filter((one) => !isIn(one, found))];
    if (compiled.code !== exitCodes.done || hasErrors(diagnostics)) {
      changes.undo();
      return refused(diagnostics, args);
    }
    const all = [
      ...files.map(({ path }) => path),
      ...(ignored ? [ignored.path] : []),
      ...routers.map(({ path }) => path),
      compiledPath(draft, place),
    ];
    const states = all.map((path): FileState => ({ file: shownPath(path, shownFrom), state: 'written' }));
    return reported(states, { choices, draft, diagnostics, place }, args);
  } catch (error) {
    changes.undo();
    throw error;
  }
}

function placeOf(folder: string, shownFrom: string): Place {
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) {
      const inside = relative(root, folder).split(sep).join('/');
      return { folder, root, shownFrom, project: inside === '' ? undefined : inside };
    }
    if (dirname(root) === root)
      throw new UsageError('this is in no git repository', 'begin one with `git init`');
  }
}

function pinOf({ init: given }: Arguments): ActionReference | undefined {
  if (given?.action === undefined) return undefined;
  const reference = actionReference(given.action);
  if (reference) return reference;
  throw new UsageError(`\`${given.action}\` is no action`, 'write `--action moola/ml-workflow@v1`');
}

/** `--router`: the two files that follow from what the project says now. */
function routersAlone(place: Place, pin: ActionReference | undefined, args: Arguments): Initialised {
  if (!existsSync(join(place.folder, projectFileName)))
    throw new UsageError(`there is no \`${projectFileName}\` here`, '`ml-workflow init` writes one');
  const routers = routerFiles(place, pin);
  const foreign = routers.filter(({ state }) => state === 'of-somebody').map(({ path }) => path);
  refuseExisting(foreign, place, args.init?.force === true);
  const isCurrent = ({ state }: RouterFile) => state === 'unchanged';
  const changes = new Changes();
  try {
    if (args.check !== true)
      for (const { path, text } of routers.filter((one) => !isCurrent(one))) changes.write(path, text);
  } catch (error) {
    changes.undo();
    throw error;
  }
  const states = routers.map((one): FileState => {
    const before = one.state === 'of-somebody' ? 'stale' : one.state;
    const state = isCurrent(one) ? 'unchanged' : args.check === true ? before : 'written';
    return { file: shownPath(one.path, place.shownFrom), state };
  });
  const isWrong = states.some(({ state }) => state === 'stale' || state === 'missing');
  const output =
    args.format === 'json'
      ? json({ files: states })
      : `${linesOf(states)}${isWrong ? '`ml-workflow init --router` writes these files\n' : ''}`;
  return { output, diagnostics: [], code: isWrong ? exitCodes.failed : exitCodes.done };
}

async function chosen(
  args: Arguments,
  survey: Survey,
  folder: string,
  ask: Ask | undefined,
): Promise<Choices> {
  const given = args.init ?? {};
  const template = given.template ?? (await oneOf(ask, 'Which template', templates, 'sweep'));
  const target = given.target ?? (await oneOf(ask, 'Where does it train', targets, 'local'));
  const guess = survey.trainings[0]?.command;
  const command = (
    given.train ??
    (await ask?.('How is the training called', guess ?? '')) ??
    guess ??
    ''
  ).trim();
  if (command === '')
    throw new UsageError(
      'no training was found here',
      'say how it is called: `--train \'python3 my/train.py\'`; its options and `"$@"` are added',
    );
  if (/[\r\n]/.test(command))
    throw new UsageError('the training is called in one line', 'put the rest into a script');
  const training = trainingOf(folder, command, survey);
  const shared = { name: survey.name, template, target, training, setup: survey.setup };
  if (!ask) return { ...shared, values: {}, localCommands: false };
  const values: Record<string, string> = {};
  for (const flag of draftOf({ ...shared, values, localCommands: false }).asked) {
    const answer = await ask(`${flag}, which it cannot do without (empty: each run is given one)`, '');
    if (answer !== '') values[flag] = answer;
  }
  return { ...shared, values, localCommands: target === 'local' && (await isAllowed(ask)) };
}

async function oneOf<Name extends string>(
  ask: Ask | undefined,
  question: string,
  names: readonly Name[],
  usual: Name,
): Promise<Name> {
  for (;;) {
    const answer = await ask?.(`${question} (${names.join(', ')})`, usual);
    const found = answer === undefined ? usual : names.find((name) => name === answer.trim().toLowerCase());
    if (found) return found;
  }
}

async function isAllowed(ask: Ask): Promise<boolean> {
  const question =
    "May code of a pull request run on GitHub's own runner? Whoever wrote it can then read the job's token and secrets (yes, no)";
  return /^y(?:es)?$/i.test((await ask(question, 'no')).trim());
}

function workflowPath({ workflow }: Draft, { folder }: Place): string {
  return join(folder, 'workflows', `${workflow}.yml`);
}

function compiledPath({ workflow }: Draft, { root }: Place): string {
  return join(root, '.github', 'workflows', compiledFile(workflow));
}

/** Nothing is lost: what stands there is replaced when a person says so, and when git can give it back. */
function refuseExisting(paths: readonly string[], { root, shownFrom }: Place, force: boolean): void {
  const existing = paths.filter((path) => existsSync(path) && !isCompiled(path));
  if (existing.length === 0) return;
  const shown = (some: readonly string[]) =>
    listOf(
      some.map((path) => `\`${shownPath(path, shownFrom)}\``),
      'and',
    );
  const are = (some: readonly string[]) => `${shown(some)} ${some.length === 1 ? 'is' : 'are'}`;
  if (!force)
    throw new UsageError(
      `${are(existing)} there already`,
      '`--force` replaces what is committed; `--router` writes `.github/workflows/ml.yml` and `ml-run.yml` alone',
    );
  const unsafe = existing.filter((path) => !isCommitted(path, root));
  if (unsafe.length > 0)
    throw new UsageError(
      `${are(unsafe)} not committed as ${unsafe.length === 1 ? 'it is' : 'they are'}, so that git could not give ${unsafe.length === 1 ? 'it' : 'them'} back`,
      'commit, move or delete first',
    );
}

/** `compile` says itself whose file it may replace. */
function isCompiled(path: string): boolean {
  return compiledHead(readFileSync(path, 'utf8')) !== undefined;
}

function isCommitted(path: string, root: string): boolean {
  const git = (...words: string[]) => spawnSync('git', words, { cwd: root, encoding: 'utf8' });
  const known = git('ls-files', '--error-unmatch', '--', path);
  const changed = git('status', '--porcelain', '--', path);
  return known.status === 0 && changed.status === 0 && changed.stdout === '';
}

/** What runs leave in the project; undefined when git leaves all of it out already. */
function ignore({ template }: Choices, { folder, root }: Place) {
  const path = join(root, '.gitignore');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // Folders are left out by a pattern only when git takes the path for one.
  const left = ['.ml-workflow/', ...(template === 'sweep' ? ['experiment_results.jsonl'] : [])];
  const missing = left.filter((name) => {
    const { status } = spawnSync(
      'git',
      ['check-ignore', '-q', '--', join(folder, name) + (name.endsWith('/') ? 'x' : '')],
      {
        cwd: root,
      },
    );
    return status !== 0;
  });
  if (missing.length === 0) return undefined;
  const end = before === '' || before.endsWith('\n') ? '' : '\n';
  return { path, text: `${before}${end}${missing.map((name) => `${name}\n`).join('')}` };
}

function compileArguments(args: Arguments, { workflow }: Draft): Arguments {
  const { action } = args.init ?? {};
  return {
    ...{ command: 'compile', format: 'text', logs: false, given: [], subjects: [workflow], check: false },
    compile: action === undefined ? {} : { action },
  };
}

function isIn({ code, message }: Diagnostic, found: readonly Diagnostic[]): boolean {
  return found.some((one) => one.code === code && one.message === message);
}

function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === 'error');
}

function refused(diagnostics: readonly Diagnostic[], args: Arguments): Initialised {
  const code = exitCodes.invalidInput;
  if (args.format === 'json')
    return {
      output: json({ files: [], diagnostics: diagnostics.map(diagnosticJson) }),
      diagnostics: [],
      code,
    };
  return { output: 'nothing is written\n', diagnostics, code };
}

interface Result {
  readonly choices: Choices;
  readonly draft: Draft;
  readonly diagnostics: readonly Diagnostic[];
  readonly place: Place;
}

function reported(states: readonly FileState[], result: Result, args: Arguments): Initialised {
  const { diagnostics, choices, draft } = result;
  const code = exitCodes.done;
  const found = foundIn(choices, draft);
  const next = nextSteps(result, states);
  if (args.format === 'json') {
    const guesses = Object.fromEntries(found.map(({ what, says }) => [what, says]));
    const output = json({
      files: states,
      found: guesses,
      next,
      diagnostics: diagnostics.map(diagnosticJson),
    });
    return { output, diagnostics: [], code };
  }
  const width = Math.max(...found.map(({ what }) => what.length));
  const lines = [
    'found, and to be corrected where it is wrong',
    ...found.map(({ what, says }) => `  ${what.padEnd(width)}  ${says}`),
    '',
    linesOf(states).trimEnd(),
    diagnostics.length === 0
      ? '`ml-workflow check` finds no mistakes'
      : '`ml-workflow check` finds no errors',
    '',
    'next',
    ...next.map((step, index) => `  ${index + 1}. ${step}`),
  ];
  return { output: `${lines.join('\n')}\n`, diagnostics, code };
}

function foundIn(choices: Choices, { axis }: Draft): { readonly what: string; readonly says: string }[] {
  const { training, target } = choices;
  const { file, command } = training;
  return [
    { what: 'training', says: `${command}${file === '' ? '' : `, from ${file}`}` },
    {
      what: 'trains on',
      says: target === 'local' ? 'this machine' : target === 'ssh' ? 'a host over SSH' : 'pods',
    },
    ...(axis === undefined
      ? []
      : [{ what: 'sweeps', says: `${axis.flag}${axis.isGuess ? ', a guess' : ''}` }]),
    ...(measures(choices) ? [{ what: 'measures', says: measuredIn(training) }] : []),
  ];
}

function measuredIn({ measured: { is, field, path, isCertain } }: Training): string {
  if (is === 'nowhere')
    return path === ''
      ? `${field}, a guess: no file is named that would hold it`
      : `${field} in a ${path}, whose folder is not to be seen in the program`;
  const where = is === 'workspace' ? path : `$ML_RUN_DIR/${path}`;
  return `${field} in ${where}${isCertain ? '' : ', a guess'}`;
}

function nextSteps({ choices, draft, place }: Result, states: readonly FileState[]): string[] {
  const { training, target, setup, localCommands } = choices;
  const { is, field, path, isCertain, metric } = training.measured;
  const from = place.project === undefined ? '' : ` --project ${place.project}`;
  const given = draft.asked.map((flag) => ` ${flag} …`).join('');
  const home = shownPath(join(place.folder, projectFileName), place.shownFrom);
  const workflow = shownPath(workflowPath(draft, place), place.shownFrom);
  return [
    ...(!measures(choices)
      ? []
      : is === 'nowhere'
        ? [
            `name the JSON file that holds ${field} under \`metrics:\` in ${home}, or let the training write \`${metric}=0.93\` into the file $ML_OUTPUT`,
            ...(path !== '' && choices.template === 'sweep'
              ? [
                  'where all trainings write the same file, add `isolation: copy`, and `inputs:` with the data that git ignores',
                ]
              : []),
          ]
        : isCertain
          ? []
          : [`see whether \`${field}\` stands in ${path}, and correct \`metrics:\` in ${home} if not`]),
    ...(is === 'workspace' && choices.template === 'sweep'
      ? [
          'each training of the sweep has a copy of the workspace: name data that git ignores under `inputs:` of the command',
        ]
      : []),
    ...(draft.bound === undefined
      ? []
      : [`write what is good enough into ${workflow}: \`${draft.bound}\` is an example`]),
    ...(draft.axis?.isGuess === true
      ? [
          `write the option that is to be swept in the place of --seed, under \`axes:\` in ${home} and in ${workflow}`,
        ]
      : []),
    ...(draft.asked.length === 0
      ? []
      : [
          `write a \`default:\` for ${listOf(draft.asked, 'and')} into ${workflow}, or give ${draft.asked.length === 1 ? 'it' : 'them'} with each run`,
        ]),
    ...(target === 'local'
      ? []
      : [`set ${listOf(draft.secrets, 'and')} here, then \`ml-workflow doctor${from}\``]),
    `try it: \`ml-workflow run ${draft.workflow}${from}${given}\``,
    ...(target === 'local' && setup !== undefined
      ? [
          `on GitHub each job is a fresh machine: let \`run:\` install what the training needs (\`${setup}\`), or train elsewhere`,
        ]
      : []),
    ...(target === 'local' && !localCommands
      ? [
          `comments start nothing as long as \`local-commands\` is \`false\` in ${home}, which says what it means`,
        ]
      : []),
    ...draft.secrets.map((name) => `\`gh secret set ${name}\``),
    `commit ${listOf(
      states.map(({ file }) => file),
      'and',
    )} to the default branch: GitHub answers comments from there alone`,
    `comment on a pull request: \`${draft.comment}${given}\`, or \`/ml-help\``,
  ];
}

function linesOf(states: readonly FileState[]): string {
  return states.map(({ file, state }) => `${state}: ${file}\n`).join('');
}

function json(value: object): string {
  return `${JSON.stringify({ schema_version: 1, ...value }, null, 2)}\n`;
}
