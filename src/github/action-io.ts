/** The action's inputs and outputs: the only place where their names stand beside `action.yml`, which a test compares. */
import type { Decision, ReasonCode } from '../engine/event.ts';

export const inputKeys = [
  'command',
  'workflow',
  'chain',
  'params',
  'project',
  'request',
  'token',
  'comment',
] as const;
export type InputKey = (typeof inputKeys)[number];

export const outputKeys = ['decision', 'reason_code', 'result', 'run'] as const;
export type OutputKey = (typeof outputKeys)[number];

/** What main leaves for post, by name. */
export const stateKeys = ['check_runs', 'comment', 'folder', 'concluded', 'failure', 'about'] as const;
export type StateKey = (typeof stateKeys)[number];

export interface Inputs {
  readonly wanted: { readonly is: 'workflow' | 'chain'; readonly text: string };
  readonly params: readonly { readonly name: string; readonly value: string; readonly text: string }[];
  /** Relative to the workspace. */
  readonly project: string;
  /** Empty when nothing is to be written to GitHub. */
  readonly token: string;
  readonly comment: boolean;
}

export interface Outputs {
  readonly decision: Decision | 'invalid';
  readonly reason_code:
    | ReasonCode
    | 'invalid-input'
    | 'refused-trigger'
    | 'internal-error'
    | 'reaped'
    | 'reap-failed';
  /** JSON with `schema_version`. */
  readonly result: string;
  readonly run: string;
}

/** A mistake in the step's `with:`. */
export class InputError extends Error {
  readonly key: InputKey;

  constructor(key: InputKey, message: string) {
    super(message);
    this.key = key;
  }
}

const commands = ['run', 'route', 'reap', 'catch-up'] as const;

/** What the step is to do; what each of them is stands in `action.yml`. */
export function readCommand(get: (key: InputKey) => string): (typeof commands)[number] {
  const written = get('command').trim();
  const command = commands.find((one) => one === written);
  if (command) return command;
  throw new InputError(
    'command',
    `\`command\` is \`run\`, \`route\`, \`reap\` or \`catch-up\`, found \`${written.slice(0, 60)}\``,
  );
}

export function readInputs(get: (key: InputKey) => string): Inputs {
  const workflow = get('workflow').trim();
  const chain = get('chain').trim();
  if (workflow === '' && chain === '') throw new InputError('workflow', 'give `workflow:` or `chain:`');
  if (workflow !== '' && chain !== '')
    throw new InputError('chain', 'give `workflow:` or `chain:`, not both');
  const comment = get('comment').trim();
  if (comment !== 'true' && comment !== 'false')
    throw new InputError('comment', `\`comment\` is \`true\` or \`false\`, found \`${comment}\``);
  return {
    wanted: workflow === '' ? { is: 'chain', text: chain } : { is: 'workflow', text: workflow },
    params: readParams(get('params'), (message) => new InputError('params', message)),
    project: get('project').trim() || '.',
    token: get('token').trim(),
    comment: comment === 'true',
  };
}

/** Where a comment, a label or a request says what runs. */
export function readAskedInputs(
  get: (key: InputKey) => string,
): Pick<Inputs, 'project' | 'token' | 'comment'> & { readonly workflow: string; readonly chain: string } {
  return {
    project: get('project').trim() || '.',
    token: get('token').trim(),
    comment: get('comment').trim() !== 'false',
    workflow: get('workflow').trim(),
    chain: get('chain').trim(),
  };
}

/** One `name=value` a line; blank lines and lines that begin with `#` are left out. Throws what `refused` makes. */
export function readParams(text: string, refused: (message: string) => Error): Inputs['params'] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const equals = line.indexOf('=');
      if (equals < 1) throw refused(`expected \`name=value\`, found \`${line.slice(0, 60)}\``);
      return { name: line.slice(0, equals).trim(), value: line.slice(equals + 1).trim(), text: line };
    });
}
