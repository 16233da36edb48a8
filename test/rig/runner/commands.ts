/** Workflow commands: the lines of an action's output that the runner obeys instead of printing. */

export type Level = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: Level;
  readonly message: string;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
  readonly endLine?: number;
  readonly column?: number;
  readonly endColumn?: number;
}

/** What commands act on. */
export interface CommandTarget {
  print(line: string): void;
  debug(message: string): void;
  annotate(annotation: Annotation): void;
  mask(value: string): void;
  /** A command that cannot be processed fails the step, whatever its exit code. */
  fail(message: string): void;
}

interface Command {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly data: string;
}

const COMMANDS = new Set([
  'stop-commands',
  'add-mask',
  'debug',
  'notice',
  'warning',
  'error',
  'group',
  'endgroup',
  'echo',
  'add-matcher',
  'remove-matcher',
  'set-output',
  'save-state',
  'set-env',
  'add-path',
]);

export class Commands {
  readonly #target: CommandTarget;
  #stopToken: string | undefined;

  constructor(target: CommandTarget) {
    this.#target = target;
  }

  /** One line of standard output or standard error. */
  accept(line: string): void {
    if (!this.#obey(line)) this.#target.print(line);
  }

  /** False when the line is ordinary output. */
  #obey(line: string): boolean {
    const known = (name: string): boolean =>
      COMMANDS.has(name.toLowerCase()) || name.toLowerCase() === this.#stopToken?.toLowerCase();
    const command = parseColons(line, known) ?? parseBrackets(line, known);
    if (command === undefined) return false;
    const name = command.name.toLowerCase();
    if (this.#stopToken !== undefined) {
      if (name !== this.#stopToken.toLowerCase()) return false;
      this.#stopToken = undefined;
      this.#target.print(line);
      return true;
    }
    this.#run(name, command, line);
    return true;
  }

  #run(name: string, command: Command, line: string): void {
    const { data } = command;
    const target = this.#target;
    switch (name) {
      case 'stop-commands':
        if (data === '' || COMMANDS.has(data.toLowerCase()) || data.toLowerCase() === 'pause-logging') {
          target.fail(
            `You cannot use a endToken that is an empty string, the string 'pause-logging', or another workflow command.`,
          );
          return;
        }
        this.#stopToken = data;
        if (data.length > 6) target.mask(data);
        target.print(line);
        return;
      case 'add-mask':
        if (data.trim() === '') {
          target.annotate({
            level: 'warning',
            message: "Can't add secret mask for empty string in ##[add-mask] command.",
          });
          return;
        }
        target.mask(data);
        // Each line too: output is masked line by line.
        for (const part of data.split(/[\r\n]/)) target.mask(part.trim());
        return;
      case 'debug':
        target.debug(data);
        return;
      case 'error':
      case 'warning':
      case 'notice':
        target.annotate({ level: name, message: data, ...position(command.properties) });
        return;
      case 'group':
        target.print(`##[group]${data}`);
        return;
      case 'endgroup':
        target.print('##[endgroup]');
        return;
      case 'set-output':
      case 'save-state':
      case 'set-env':
      case 'add-path':
        // The first two still work on some runners, with a warning; a new action has no reason to use them.
        target.fail(`Unable to process command '${line}' successfully.`);
        target.fail(`The \`${name}\` command is disabled. Please upgrade to using Environment Files.`);
        return;
      default:
        // echo and problem matchers change only what the log looks like.
        return;
    }
  }
}

/** `::name key=value,key=value::data`, after leading space. */
function parseColons(line: string, known: (name: string) => boolean): Command | undefined {
  const found = /^\s*::(.*?)::(.*)$/s.exec(line);
  const [, info, data] = found ?? [];
  if (info === undefined || data === undefined) return undefined;
  return command(info, ',', unescapeProperty, unescapeData(data), known);
}

/** The old `##[name key=value;key=value]data`, anywhere in a line: so a printed log can contain commands. */
function parseBrackets(line: string, known: (name: string) => boolean): Command | undefined {
  const found = /##\[(.*?)\](.*)$/s.exec(line);
  const [, info, data] = found ?? [];
  if (info === undefined || data === undefined) return undefined;
  return command(info, ';', unescapeBrackets, unescapeBrackets(data), known);
}

function command(
  info: string,
  separator: string,
  decode: (value: string) => string,
  data: string,
  known: (name: string) => boolean,
): Command | undefined {
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!known(name)) return undefined;
  const properties = new Map<string, string>();
  for (const property of space < 0
    ? []
    : info
        .slice(space + 1)
        .trim()
        .split(separator)) {
    const equals = property.indexOf('=');
    if (equals > 0 && equals < property.length - 1) {
      properties.set(property.slice(0, equals).toLowerCase(), decode(property.slice(equals + 1)));
    }
  }
  return { name, properties, data };
}

function unescapeData(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(value: string): string {
  const inner = value.replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return inner.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%25', '%');
}

function unescapeBrackets(value: string): string {
  const inner = value.replaceAll('%3B', ';').replaceAll('%0D', '\r').replaceAll('%0A', '\n');
  return inner.replaceAll('%5D', ']').replaceAll('%25', '%');
}

/** Where an annotation points, after the runner has thrown out what does not fit together. */
function position(properties: ReadonlyMap<string, string>): Omit<Annotation, 'level' | 'message'> {
  const number = (name: string): number | undefined => {
    const value = properties.get(name);
    return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
  };
  const title = properties.get('title');
  const file = properties.get('file');
  let endLine = number('endline');
  let line = number('line') ?? endLine;
  let endColumn = number('endcolumn');
  let column = number('col') ?? endColumn;
  if (line === undefined || (endLine !== undefined && endLine !== line)) column = endColumn = undefined;
  if (line !== undefined && endLine !== undefined && endLine < line) line = endLine = undefined;
  if (column !== undefined && endColumn !== undefined && endColumn < column) column = endColumn = undefined;
  return {
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    ...(endLine === undefined ? {} : { endLine }),
    ...(column === undefined ? {} : { column }),
    ...(endColumn === undefined ? {} : { endColumn }),
  };
}
