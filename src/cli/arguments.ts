/** Words of the command line → what was asked. A word we do not know is an error; those of the workflow are its own. */
import { didYouMean } from '../language/name.ts';
import { type Source, sourceOf } from '../language/source.ts';

export const commands = ['run', 'plan', 'check', 'resume', 'help', 'version'] as const;
export type CommandName = (typeof commands)[number];

export interface Arguments {
  readonly command: CommandName;
  /** A workflow's name or file, a chain, or a run's id. */
  readonly subject?: string;
  /** The folder of the project, as written. */
  readonly project?: string;
  readonly format: Format;
  /** Show what the commands print, as it comes. */
  readonly logs: boolean;
  /** For `help`: about which command. */
  readonly topic?: CommandName;
  /** `--epochs 60` and the like: the workflow's own parameters. */
  readonly given: readonly { readonly name: string; readonly value: string; readonly source: Source }[];
}

export const formats = ['text', 'json', 'mermaid'] as const;
export type Format = (typeof formats)[number];

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
    const topic = commands.find((name) => name === rest[0]);
    return { command, ...nothing, ...(topic ? { topic } : {}) };
  }
  return parseOptions(command, rest);
}

function parseOptions(command: CommandName, words: readonly string[]): Arguments {
  let subject: string | undefined;
  let project: string | undefined;
  let format: Format = 'text';
  let logs = false;
  const given: { name: string; value: string; source: Source }[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const [, name, inline] = /^--([^=]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
    if (word === '-h' || name === 'help') return { command: 'help', ...nothing, topic: command };
    if (name === undefined) {
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
    if (name === 'logs' && inline === undefined && (command === 'run' || command === 'resume')) logs = true;
    else if (name === 'project') project = value();
    else if (name === 'format') format = formatOf(value());
    else if (command !== 'run' && command !== 'plan') {
      throw new UsageError(
        `unknown option \`--${name}\``,
        didYouMean(name, ['project', 'format', 'logs'], (known) => `--${known}`),
      );
    } else {
      const text = value();
      given.push({
        name,
        value: text,
        source: sourceOf('<arguments>', inline === undefined ? `--${name} ${text}` : word),
      });
    }
  }
  return {
    command,
    format,
    logs,
    given,
    ...(subject === undefined ? {} : { subject }),
    ...(project === undefined ? {} : { project }),
  };
}

function formatOf(text: string): Format {
  const format = formats.find((name) => name === text);
  if (!format)
    throw new UsageError(
      `unknown format \`${text}\``,
      `formats are ${formats.map((name) => `\`${name}\``).join(', ')}`,
    );
  return format;
}
