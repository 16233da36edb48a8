/** Python source as text → what a command line of it takes. Nothing is run; what is not understood is not there. */

export interface PythonOption {
  /** `--epochs` */
  readonly flag: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly isRequired: boolean;
  /** As text; absent when there is none, or when it is no plain value. */
  readonly default?: string;
  readonly choices?: readonly string[];
}

/** Of a script; with `subcommand`, of this one alone. By argparse, and by click. Undefined when there is no such subcommand. */
export function optionsOf(text: string, subcommand?: string): readonly PythonOption[] | undefined {
  if (subcommand === undefined) return unique([...argparse(text, /\.add_argument\(/g), ...click(text)]);
  const name = subcommand.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const parser = new RegExp(`(\\w+)\\s*=\\s*\\w+\\.add_parser\\(\\s*(['"])${name}\\2`).exec(text)?.[1];
  if (parser !== undefined) return unique(argparse(text, new RegExp(`\\b${parser}\\.add_argument\\(`, 'g')));
  const decorated = /(?:^@[\w.]+\((?:[^()]|\([^()]*\))*\)[ \t]*(?:#.*)?\n)+(?:async )?def (\w+)\(/gm;
  for (const [block, defined = ''] of text.matchAll(decorated)) {
    const named = /^@[\w.]+\.command\(\s*(?:name\s*=\s*)?(['"])(.*?)\1/m.exec(block)?.[2];
    const isCommand = /^@[\w.]+\.command\(/m.test(block);
    // Without a name, click takes the function's, with hyphens.
    if (isCommand && (named ?? defined.replaceAll('_', '-')) === subcommand) return unique(click(block));
  }
  return undefined;
}

function unique(options: readonly PythonOption[]): readonly PythonOption[] {
  return [...new Map(options.map((one) => [one.flag, one])).values()];
}

function argparse(text: string, calls: RegExp): PythonOption[] {
  return [...text.matchAll(calls)].flatMap(({ 0: call, index }) => {
    const written = argumentsAt(text, index + call.length);
    const action = /\baction\s*=\s*['"](\w+)['"]/.exec(written)?.[1];
    return optionIn(written, action === 'store_true' || action === 'store_false' ? 'boolean' : undefined);
  });
}

function click(text: string): PythonOption[] {
  return [...text.matchAll(/^@(?:\w+\.)?option\(/gm)].flatMap(({ 0: call, index }) => {
    const written = argumentsAt(text, index + call.length);
    const isSwitch = /\bis_flag\s*=\s*True/.test(written) || /['"]--[\w-]+\/--[\w-]+['"]/.test(written);
    return optionIn(written, isSwitch ? 'boolean' : undefined);
  });
}

function optionIn(written: string, known: PythonOption['type'] | undefined): PythonOption[] {
  const flag = /['"](--[A-Za-z][\w-]*)(?:\/--[\w-]+)?['"]/.exec(written)?.[1];
  if (flag === undefined || flag === '--help' || flag === '--version') return [];
  const type = /\btype\s*=\s*(?:click\.)?(\w+)/i.exec(written)?.[1]?.toLowerCase();
  const plain = /\bdefault\s*=\s*(?:(['"])(.*?)\1|(-?\d[\d._]*(?:e-?\d+)?))/i.exec(written);
  const value = plain?.[2] ?? plain?.[3]?.replaceAll('_', '');
  const list =
    /\bchoices\s*=\s*[[(]([^\])]*)[\])]/.exec(written) ?? /\bChoice\(\s*[[(]([^\])]*)[\])]/.exec(written);
  const choices = [...(list?.[1] ?? '').matchAll(/(['"])(.*?)\1/g)].map(([, , one = '']) => one);
  return [
    {
      flag,
      type: known ?? (type === 'int' ? 'integer' : type === 'float' ? 'number' : 'string'),
      isRequired: /\brequired\s*=\s*True\b/.test(written),
      ...(value === undefined ? {} : { default: value }),
      ...(choices.length === 0 ? {} : { choices }),
    },
  ];
}

/** From behind the bracket that opens a call to the one that closes it. */
function argumentsAt(text: string, start: number): string {
  let depth = 1;
  let quote = '';
  for (let at = start; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote || character === '\n') quote = '';
    } else if (character === "'" || character === '"') quote = character;
    else if (character === '#') at = nextLine(text, at);
    else if ('([{'.includes(character)) depth += 1;
    else if (')]}'.includes(character)) depth -= 1;
    if (depth === 0) return text.slice(start, at);
  }
  return '';
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
