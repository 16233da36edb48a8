/** Words of the command line → what was asked. A word we do not know is an error; those of the workflow are its own. */
import { didYouMean } from '../language/name.ts';
import { type Source, sourceOf } from '../language/source.ts';
import { type Target, type Template, targets, templates } from './init/choices.ts';

export const commands = [
  'init',
  'run',
  'plan',
  'check',
  'fmt',
  'compile',
  'resume',
  'why',
  'report',
  'doctor',
  'reap',
  'help',
  'version',
] as const;
export type CommandName = (typeof commands)[number];

export interface Arguments {
  readonly command: CommandName;
  /** A workflow's name or file, a chain, a run's id, or an element of a run. */
  readonly subject?: string;
  /** Of `fmt` and `compile`: all files and names. */
  readonly subjects?: readonly string[];
  /** Of `fmt`, `compile` and `init --router`: change nothing. */
  readonly check?: boolean;
  /** The folder of the project, as written. */
  readonly project?: string;
  readonly format: Format;
  /** Show what the commands print, as it comes. */
  readonly logs: boolean;
  /** Of `why` and `reap`: the run's id. */
  readonly run?: string;
  readonly reap?: ReapOptions;
  readonly doctor?: DoctorOptions;
  readonly compile?: CompileOptions;
  readonly init?: InitOptions;
  readonly report?: ReportOptions;
  /** Of `resume`: plan the workflow anew. */
  readonly edited?: boolean;
  /** Of `resume`: what a person has decided; an approval's label, in the order given. */
  readonly decided?: readonly { readonly label: string; readonly approved: boolean }[];
  /** For `help`: about which command. */
  readonly topic?: CommandName;
  /** `--epochs 60` and the like: the workflow's own parameters. */
  readonly given: readonly { readonly name: string; readonly value: string; readonly source: Source }[];
}

export interface ReapOptions {
  readonly all: boolean;
  readonly dryRun: boolean;
  readonly owner?: string;
  /** The environment variable with the account's key. */
  readonly keyVariable?: string;
}

export interface DoctorOptions {
  /** The only target that is looked at. */
  readonly target?: string;
  /** Ask nobody. */
  readonly offline: boolean;
}

export interface CompileOptions {
  /** The folder for the files, as written. */
  readonly out?: string;
  /** `owner/repo@ref`, with a comment behind it or without. */
  readonly action?: string;
}

export interface InitOptions {
  readonly template?: Template;
  readonly target?: Target;
  /** How the training is called, without its arguments. */
  readonly train?: string;
  /** Ask nothing. */
  readonly yes?: boolean;
  /** Replace files that are committed. */
  readonly force?: boolean;
  /** Write the two files that answer comments, and nothing else. */
  readonly router?: boolean;
  /** `owner/repo@ref`, with a comment behind it or without. */
  readonly action?: string;
}

export interface ReportOptions {
  /** The file, as written; `-` is standard output. */
  readonly out?: string;
  /** The id of another run, or `none`. */
  readonly compare?: string;
}

export type Format = 'text' | 'json' | 'mermaid' | 'sarif' | 'github';

/** By command; the first is what one gets without `--format`. */
export const formats: Readonly<Partial<Record<CommandName, readonly Format[]>>> = {
  plan: ['text', 'json', 'mermaid'],
  check: ['text', 'json', 'sarif', 'github'],
};
const usualFormats: readonly Format[] = ['text', 'json'];

export class UsageError extends Error {
  readonly help: string | undefined;

  constructor(message: string, help?: string) {
    super(message);
    this.help = help;
  }
}

const nothing = { format: 'text', logs: false, given: [] } as const;

export function parseArguments(words: readonly string[]): Arguments {
  const [first, ...rest] = words;
  if (first === undefined || first === '--help' || first === '-h') return { command: 'help', ...nothing };
  if (first === '--version' || first === '-V') return { command: 'version', ...nothing };
  const command = commands.find((name) => name === first);
  if (!command) {
    const help =
      didYouMean(first, commands) ?? `commands are ${commands.map((name) => `\`${name}\``).join(', ')}`;
    throw new UsageError(`unknown command \`${first}\``, help);
  }
  if (command === 'help') {
    const isBare = rest[0] === undefined || rest[0] === '--help' || rest[0] === '-h';
    const topic = commands.find((name) => name === rest[0]);
    if (rest[0] !== undefined && !isBare && !topic)
      throw new UsageError(`unknown command \`${rest[0]}\``, didYouMean(rest[0], commands));
    return { command, ...nothing, ...(topic ? { topic } : {}) };
  }
  return parseOptions(command, rest);
}

function parseOptions(command: CommandName, words: readonly string[]): Arguments {
  let subject: string | undefined;
  let project: string | undefined;
  let format: Format = 'text';
  let logs = false;
  let check = false;
  let run: string | undefined;
  let edited = false;
  let reap: ReapOptions = { all: false, dryRun: false };
  let doctor: DoctorOptions = { offline: false };
  let compile: CompileOptions = {};
  let init: InitOptions = {};
  let report: ReportOptions = {};
  const decided: { label: string; approved: boolean }[] = [];
  const subjects: string[] = [];
  const given: { name: string; value: string; source: Source }[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [, name, inline] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (word === '-h' || name === 'help') return { command: 'help', ...nothing, topic: command };
    if (/^-[^-\s/]$/.test(word))
      throw new UsageError(`unknown option \`${word}\``, 'options are written in full: `--help`');
    if (name === undefined) {
      if (command === 'version' || command === 'reap' || command === 'init')
        throw new UsageError(`unexpected \`${word}\``);
      if (takesMany(command)) {
        subjects.push(word);
        continue;
      }
      if (subject !== undefined)
        throw new UsageError(
          `unexpected \`${word}\``,
          'a chain with blanks is one argument: put it in quotes',
        );
      subject = word;
      continue;
    }
    const value = (): string => {
      if (inline !== undefined) return inline;
      index += 1;
      const next = words[index];
      if (next === undefined) throw new UsageError(`\`--${name}\` has no value`);
      return next;
    };
    const source = (text: string) =>
      sourceOf('<arguments>', inline === undefined ? `--${name} ${text}`.trimEnd() : word);
    if (name === 'logs' && inline === undefined && (command === 'run' || command === 'resume')) logs = true;
    else if (name === 'check' && inline === undefined && (takesMany(command) || command === 'init'))
      check = true;
    else if (name === 'run' && (command === 'why' || command === 'reap')) run = value();
    else if (name === 'all' && inline === undefined && command === 'reap') reap = { ...reap, all: true };
    else if (name === 'dry-run' && inline === undefined && command === 'reap')
      reap = { ...reap, dryRun: true };
    else if (name === 'owner' && command === 'reap') reap = { ...reap, owner: value() };
    else if (name === 'key-variable' && command === 'reap') reap = { ...reap, keyVariable: value() };
    else if (name === 'out' && command === 'compile') compile = { ...compile, out: value() };
    else if (name === 'action' && command === 'init') init = { ...init, action: value() };
    else if (name === 'train' && command === 'init') init = { ...init, train: value() };
    else if (name === 'template' && command === 'init')
      init = { ...init, template: oneOf('template', templates, value()) };
    else if (name === 'target' && command === 'init')
      init = { ...init, target: oneOf('target', targets, value()) };
    else if (isSwitch(name) && inline === undefined && command === 'init') init = { ...init, [name]: true };
    else if (name === 'out' && command === 'report') report = { ...report, out: value() };
    else if (name === 'compare' && command === 'report') report = { ...report, compare: value() };
    else if (name === 'action' && command === 'compile') compile = { ...compile, action: value() };
    else if (name === 'target' && command === 'doctor') doctor = { ...doctor, target: value() };
    else if (name === 'offline' && inline === undefined && command === 'doctor')
      doctor = { ...doctor, offline: true };
    else if (name === 'edited' && inline === undefined && command === 'resume') edited = true;
    else if ((name === 'approve' || name === 'reject') && command === 'resume')
      decided.push({ label: value(), approved: name === 'approve' });
    else if (name === 'project') project = value();
    else if (name === 'format') format = formatOf(value(), command);
    else if (name === 'param' && (takesParameters(command) || command === 'resume')) {
      const text = value();
      const equals = text.indexOf('=');
      if (equals < 1) throw new UsageError(`expected \`--param name=value\`, found \`${text}\``);
      given.push({ name: text.slice(0, equals), value: text.slice(equals + 1), source: source(text) });
    } else if (takesParameters(command)) {
      // `--dry-run` in front of another option, or at the end, is a boolean that is set.
      const next = words[index + 1];
      const isAlone = inline === undefined && (next === undefined || next.startsWith('--'));
      if (isAlone) given.push({ name, value: 'true', source: sourceOf('<arguments>', word) });
      else {
        const text = value();
        given.push({ name, value: text, source: source(text) });
      }
    } else {
      throw new UsageError(
        `unknown option \`--${name}\``,
        didYouMean(name, optionsOf(command), (one) => `--${one}`) ??
          (command === 'resume' ? `a parameter is written \`--edited --param ${name}=…\`` : undefined),
      );
    }
  }
  const twice = decided.find(({ label }, index) =>
    decided.slice(0, index).some((one) => one.label === label),
  );
  if (twice) throw new UsageError(`\`${twice.label}\` is decided twice`);
  if (given.length > 0 && command === 'resume' && !edited)
    throw new UsageError('a run goes on with the parameters it has', '`--edited` plans the workflow anew');
  return {
    command,
    format,
    logs,
    given,
    ...(subject === undefined ? {} : { subject }),
    ...(takesMany(command) ? { subjects, check } : {}),
    ...(command === 'init' ? { init, check } : {}),
    ...(command === 'compile' ? { compile } : {}),
    ...(command === 'report' ? { report } : {}),
    ...(command === 'resume' ? { edited, decided } : {}),
    ...(command === 'reap' ? { reap } : {}),
    ...(command === 'doctor' ? { doctor } : {}),
    ...(run === undefined ? {} : { run }),
    ...(project === undefined ? {} : { project }),
  };
}

/** The commands that are given a workflow, and so its parameters. */
function takesParameters(command: CommandName): boolean {
  return command === 'run' || command === 'plan' || command === 'check';
}

function takesMany(command: CommandName): boolean {
  return command === 'fmt' || command === 'compile';
}

function isSwitch(name: string): name is 'yes' | 'force' | 'router' {
  return name === 'yes' || name === 'force' || name === 'router';
}

function oneOf<Name extends string>(option: string, names: readonly Name[], text: string): Name {
  const found = names.find((name) => name === text);
  if (found) return found;
  const all = names.map((name) => `\`${name}\``).join(', ');
  throw new UsageError(`unknown ${option} \`${text}\``, `\`--${option}\` is one of ${all}`);
}

function optionsOf(command: CommandName): readonly string[] {
  const common = ['project', 'format', 'help'];
  switch (command) {
    case 'fmt':
      return [...common, 'check'];
    case 'init':
      return [...common, 'template', 'target', 'train', 'yes', 'force', 'router', 'check', 'action'];
    case 'compile':
      return [...common, 'check', 'out', 'action'];
    case 'resume':
      return [...common, 'logs', 'approve', 'reject', 'edited', 'param'];
    case 'why':
      return [...common, 'run'];
    case 'report':
      return [...common, 'out', 'compare'];
    case 'doctor':
      return [...common, 'target', 'offline'];
    case 'reap':
      return [...common, 'run', 'all', 'dry-run', 'owner', 'key-variable'];
    default:
      return [...common, 'logs'];
  }
}

function formatOf(text: string, command: CommandName): Format {
  const known = formats[command] ?? usualFormats;
  const format = known.find((name) => name === text);
  if (format) return format;
  const help = `formats of \`${command}\` are ${known.map((name) => `\`${name}\``).join(', ')}`;
  throw new UsageError(`unknown format \`${text}\``, help);
}
