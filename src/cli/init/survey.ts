/** A folder with Python → how its training is called, what it takes, and where it leaves its numbers. Reads, runs nothing. */
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { slug } from '../../language/name.ts';
import { optionsOf, type PythonOption } from './python.ts';

export interface Survey {
  /** Of the project. */
  readonly name: string;
  /** The likeliest first; empty when there is none. */
  readonly trainings: readonly Training[];
  /** Installs what the Python needs; absent when the project does not say. */
  readonly setup?: string;
}

export interface Training {
  /** As it begins: `PYTHONPATH=src python3 -m moola.cli train`. */
  readonly command: string;
  /** Relative to the project, with `/`. */
  readonly file: string;
  readonly options: readonly PythonOption[];
  readonly measured: Measured;
}

/** Where the numbers are, as far as the text of the program tells. */
export interface Measured {
  /** `run-folder`: in a folder, or at a path, that an option or the environment names. `nowhere`: the text names none. */
  readonly is: 'run-folder' | 'workspace' | 'nowhere';
  /** The option with its value, `--output "$ML_RUN_DIR"`; absent when the program asks the environment. */
  readonly argument?: string;
  /** Of the JSON file: below `$ML_RUN_DIR`, or in the workspace; where it is `nowhere`, its name alone, if that is known. */
  readonly path: string;
  /** The field, as the program writes it. */
  readonly field: string;
  /** The metric that it is. */
  readonly metric: string;
  /** The program's text names file and field. */
  readonly isCertain: boolean;
}

const largest = 512 * 1024;
const mostFiles = 60;
const subcommand = 'train';

/** `folder`: absolute. Files that cannot be read are not there. */
export function surveyOf(folder: string): Survey {
  const project = textOf(join(folder, 'pyproject.toml')) ?? '';
  const found = [...commandLines(folder, project), ...scripts(folder)];
  const name = /^\[(?:project|tool\.poetry)\]\s*\n(?:(?!\[).*\n)*?name\s*=\s*["']([\w.-]+)["']/m.exec(
    project,
  )?.[1];
  const setup = setupOf(folder, project);
  return {
    name: slug(name ?? basename(folder)) || 'project',
    trainings: [...new Map(found.map((one) => [one.command, one])).values()],
    ...(setup === undefined ? {} : { setup }),
  };
}

/** A command that a person has typed: its file is looked at like any other. */
export function trainingOf(folder: string, command: string, { trainings }: Survey): Training {
  const known = trainings.find((one) => one.command === command);
  if (known) return known;
  const file = command.split(/\s+/).find((word) => word.endsWith('.py') && isFile(join(folder, word)));
  const text = file === undefined ? '' : (textOf(join(folder, file)) ?? '');
  const options = optionsOf(text) ?? [];
  return { command, file: file ?? '', options, measured: measuredIn([text], options) };
}

/** Of packages: those that the project names as programs, then those with a `cli.py` or a `__main__.py`. */
function commandLines(folder: string, project: string): Training[] {
  const named = sectionOf(project, /^\[(?:project|tool\.poetry)\.scripts\]/m);
  const modules = [...named.matchAll(/^\s*["']?[\w.-]+["']?\s*=\s*["']([\w.]+):/gm)].map(
    ([, module = '']) => module,
  );
  const packages = ['src', '.'].flatMap((root) =>
    namesIn(join(folder, root))
      .filter((name) => isFile(join(folder, root, name, '__init__.py')))
      .flatMap((name) => [`${name}.cli`, `${name}.__main__`, `${name}.train`]),
  );
  return [...new Set([...modules, ...packages])].flatMap((module) => moduleTraining(folder, module) ?? []);
}

function moduleTraining(folder: string, module: string): Training | undefined {
  const path = `${module.replaceAll('.', '/')}.py`;
  const file = [`src/${path}`, path].find((one) => isFile(join(folder, one)));
  const text = file === undefined ? undefined : textOf(join(folder, file));
  if (file === undefined || text === undefined) return undefined;
  // A module that does nothing when it is run cannot be called by its name.
  const isMain = module.endsWith('.__main__');
  if (!isMain && !/^if __name__\s*==\s*["']__main__["']/m.test(text)) return undefined;
  const isTraining = /(?:^|\.)train\w*$/.test(module);
  const options = isTraining ? optionsOf(text) : optionsOf(text, subcommand);
  if (options === undefined) return undefined;
  const called = module.replace(/\.__main__$/, '');
  const begin = `${file.startsWith('src/') ? 'PYTHONPATH=src ' : ''}python3 -m ${called}`;
  const around = pythonBelow(join(folder, file.slice(0, file.lastIndexOf('/'))));
  return {
    command: isTraining ? begin : `${begin} ${subcommand}`,
    file,
    options,
    measured: measuredIn([text, ...around], options),
  };
}

function scripts(folder: string): Training[] {
  const inFolders = ['', 'scripts', 'training', 'tools'].flatMap((inside) =>
    namesIn(join(folder, inside))
      .filter((name) => /^train(?:ing|_\w+|-[\w-]+)?\.py$/.test(name))
      // `train.py` before `train_enhanced.py`.
      .sort((one, other) => one.length - other.length || (one < other ? -1 : 1))
      .map((name) => (inside === '' ? name : `${inside}/${name}`)),
  );
  return inFolders.flatMap((file) => {
    const text = textOf(join(folder, file));
    if (text === undefined) return [];
    const options = optionsOf(text) ?? [];
    // A script of a project with packages in `src/` usually imports them.
    const needsPath = namesIn(join(folder, 'src')).some((name) =>
      new RegExp(`^\\s*(?:from|import) ${name}\\b`, 'm').test(text),
    );
    const command = `${needsPath ? 'PYTHONPATH=src ' : ''}python3 ${file}`;
    return [{ command, file, options, measured: measuredIn([text], options) }];
  });
}

/** By name, the likeliest first; what they stand for, where that is another one. */
const metrics: readonly (readonly [field: string, metric: string])[] = [
  ['accuracy', 'accuracy'],
  ['val_accuracy', 'accuracy'],
  ['test_accuracy', 'accuracy'],
  ['val_acc', 'accuracy'],
  ['acc', 'accuracy'],
  ['f1', 'f1'],
  ['f1_macro', 'f1'],
  ['val_f1', 'f1'],
  ['auc', 'auc'],
  ['roc_auc', 'auc'],
  ['val_loss', 'loss'],
  ['test_loss', 'loss'],
  ['loss', 'loss'],
  ['rmse', 'rmse'],
  ['mae', 'mae'],
];
const outputFlag =
  /^--(?:(?:metrics|results)(?:-(?:out|output|file|path))|(?:output|out|results|save|run|artifacts?)[-_]?dir|output(?:[-_]file)?|out)$/;

/** `texts`: of the program first, then of what stands around it. */
function measuredIn(texts: readonly string[], options: readonly PythonOption[]): Measured {
  const [own = ''] = texts;
  const all = texts.join('\n');
  const field = metrics.find(([name]) => new RegExp(`["']${name}["']|\\b${name}=`).test(own));
  const [name, metric] =
    field ?? metrics.find(([one]) => new RegExp(`["']${one}["']`).test(all)) ?? metrics[0] ?? [];
  const path = jsonIn(own) ?? jsonIn(all);
  const base = path === undefined ? 'metrics.json' : basename(path);
  const numbers = { field: name ?? 'accuracy', metric: metric ?? 'accuracy' };
  const isCertain = path !== undefined && field !== undefined;
  const output = options.find(({ flag, type }) => outputFlag.test(flag) && type !== 'boolean');
  if (output) {
    const { flag } = output;
    const isFile =
      /(?:out|output|file|path)$/.test(flag) && (!/^--out(?:put)?$/.test(flag) || opensAsFile(own, flag));
    const value = isFile ? `"$ML_RUN_DIR/${base}"` : '"$ML_RUN_DIR"';
    return { is: 'run-folder', argument: `${flag} ${value}`, path: base, ...numbers, isCertain };
  }
  if (/\bML_RUN_DIR\b/.test(all)) return { is: 'run-folder', path: base, ...numbers, isCertain };
  // The folder of a bare name is usually put together when the program runs.
  if (
    path !== undefined &&
    (path.includes('/') || new RegExp(`(?:open|Path)\\(\\s*["']${path}["']`).test(all))
  )
    return { is: 'workspace', path, ...numbers, isCertain };
  return { is: 'nowhere', path: path ?? '', ...numbers, isCertain: false };
}

/** `artifacts/metrics.json`: a path of its own, not a name that is put together with others. */
function jsonIn(text: string): string | undefined {
  const named =
    /["']((?:[\w-]+\/)*(?:[\w-]*(?:metrics|results|scores|evaluation|metadata)[\w-]*)\.json)["']/g;
  const [found] = [...text.matchAll(named)].map(([, path]) => path);
  return found;
}

function opensAsFile(text: string, flag: string): boolean {
  const name = flag.slice(2).replaceAll('-', '_');
  return new RegExp(`open\\(\\s*(?:args\\.)?${name}\\s*[,)]|\\b${name}\\)?\\.write_text\\(`).test(text);
}

function setupOf(folder: string, project: string): string | undefined {
  if (isFile(join(folder, 'requirements.txt'))) return 'pip3 install --quiet -r requirements.txt';
  return /^\[(?:build-system|project|tool\.poetry)\]/m.test(project)
    ? 'pip3 install --quiet -e .'
    : undefined;
}

function sectionOf(text: string, head: RegExp): string {
  const at = head.exec(text);
  if (!at) return '';
  const behind = text.slice(at.index + at[0].length);
  const next = /^\[/m.exec(behind);
  return next ? behind.slice(0, next.index) : behind;
}

function pythonBelow(folder: string): string[] {
  return namesIn(folder, true)
    .filter((name) => name.endsWith('.py') && !/(?:^|[\\/])tests?[\\/]/.test(name))
    .slice(0, mostFiles)
    .flatMap((name) => textOf(join(folder, name)) ?? []);
}

function namesIn(folder: string, recursive = false): string[] {
  try {
    return readdirSync(folder, { recursive, encoding: 'utf8' }).sort();
  } catch {
    return [];
  }
}

function isFile(path: string): boolean {
  return statOf(path)?.isFile() ?? false;
}

function textOf(path: string): string | undefined {
  const found = statOf(path);
  return found?.isFile() && found.size <= largest ? readFileSync(path, 'utf8') : undefined;
}

/** Undefined for what is not there, also where a folder on the way is a file. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}
