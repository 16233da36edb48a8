/** What every command of this project shares: options, error lines and exit codes. */

import { parseArgs } from 'node:util';

/** An error that the user can act on: its message is printed as one line, without a stack. */
export class CommandError extends Error {
  /** @param {1 | 2} exitCode  1: the work failed, 2: the command was called wrongly. */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/**
 * @typedef {object} Option
 * @property {string} [default]
 * @property {boolean} [flag]  Takes no value.
 * @property {boolean} [required]
 * @property {string} help
 * @property {(text: string) => unknown} [read]  Turns the text into a value; undefined means the text is bad.
 * @property {string} [expects]  What a good value is, for the error line.
 */

/**
 * Runs a command: reads its options, answers --help, and turns a CommandError into one line and an exit code.
 *
 * @param {{ name: string, purpose: string, options?: Record<string, Option>, positional?: string }} description
 *   `positional`: the name of one argument without an option, which must be given.
 * @param {(values: Record<string, any>) => Promise<void>} main
 */
export async function runCommand({ name, purpose, options = {}, positional }, main) {
  try {
    const values = readOptions(options, positional, process.argv.slice(2));
    if (values.help) process.stdout.write(formatHelp({ name, purpose, options, positional }));
    else await main(values);
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    process.stderr.write(`${name}: ${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

function readOptions(options, positional, words) {
  const known = { help: { type: 'boolean' } };
  for (const [key, option] of Object.entries(options))
    known[key] = { type: option.flag ? 'boolean' : 'string' };
  let given;
  let free;
  try {
    const allowPositionals = positional !== undefined;
    ({ values: given, positionals: free } = parseArgs({ args: words, options: known, allowPositionals }));
  } catch (error) {
    // Only the first sentence; the rest explains how to pass positional arguments, which hardly a command takes.
    throw new CommandError(`${error.message.split(/\. |\n/)[0]}. See --help.`, 2);
  }
  if (given.help) return { help: true };

  const values = {};
  if (positional !== undefined) {
    if (free.length !== 1)
      throw new CommandError(`One <${positional}> is needed, ${free.length} were given. See --help.`, 2);
    values[positional] = free[0];
  }
  for (const [key, option] of Object.entries(options)) {
    const text = given[key] ?? option.default;
    if (text === undefined && option.required)
      throw new CommandError(`Option --${key} is missing. See --help.`, 2);
    if (option.flag || text === undefined || option.read === undefined) {
      values[key] = option.flag ? text === true : text;
      continue;
    }
    values[key] = option.read(text);
    if (values[key] === undefined) {
      throw new CommandError(`Option --${key} must be ${option.expects}, not '${text}'.`, 2);
    }
  }
  return values;
}

function formatHelp({ name, purpose, options, positional }) {
  const lines = Object.entries(options).map(([key, option]) => {
    const usage = option.flag ? `--${key}` : `--${key} <value>`;
    const fallback = option.default === undefined ? '' : ` (default ${option.default})`;
    return `  ${usage.padEnd(26)}${option.help}${fallback}\n`;
  });
  const argument = positional === undefined ? '' : ` <${positional}>`;
  return `${purpose}\n\nnode ${name}${argument}${lines.length > 0 ? ' [options]' : ''}\n${lines.join('')}`;
}

/** A decimal number in [low, high]. */
export function number(low, high) {
  return {
    expects: `a number from ${low} to ${high}`,
    read: (text) => {
      const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
      return value >= low && value <= high ? value : undefined;
    },
  };
}

/** A whole number in [low, high]. */
export function integer(low, high) {
  return {
    expects: `a whole number from ${low} to ${high}`,
    read: (text) => {
      const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
      return value >= low && value <= high ? value : undefined;
    },
  };
}
