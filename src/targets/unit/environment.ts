/** What a child process may see: a few variables every program needs, those its command names, and its own `ML_…`. */
import { resolve } from 'node:path';
import type { UnitRequest } from '../../ports.ts';

const always = [
  'PATH',
  'HOME',
  'USER',
  'LOGNAME',
  'SHELL',
  'LANG',
  'LANGUAGE',
  'LC_ALL',
  'LC_CTYPE',
  'TMPDIR',
  'TZ',
  'TERM',
  // By this a GitHub runner finds processes that a step left behind, and ends them.
  'RUNNER_TRACKING_ID',
];
const secretName = /KEY|TOKEN|SECRET|PASSW|CREDENTIAL|AUTH/i;
/** What everybody may read, unless it holds a password; anything else that was declared is taken for a secret. */
const harmlessName =
  /^(?:PATH|HOME|SHELL|USER|LOGNAME|PWD|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|NODE_ENV|CI|PYTHON[A-Z]+|CUDA_VISIBLE_DEVICES|\w+_NUM_THREADS|\w+_(?:HOME|DIR|PATH))$/;
const harmlessValue = /^(?:[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false)$/i;
/** `scheme://user:password@host`, or a token in the place of the user. */
const inAddress = /:\/\/(?:[^\s:/@]*:([^\s@]+)|([^\s:/@]+))@/g;
/** A shorter value would blot out ordinary words. */
const shortestSecret = 6;
const shortestPassword = 4;

export function childEnvironment(
  request: UnitRequest,
  declared: readonly string[],
  environment: NodeJS.ProcessEnv,
  outputFile: string,
  given: Readonly<Record<string, string>> = {},
): NodeJS.ProcessEnv {
  return {
    ...visibleVariables(declared, environment),
    ...given,
    ...unitVariables(request, { directory: request.directory, outputFile, workspace: request.workspace }),
  };
}

/** Where a unit finds its places: absolute, on the machine it runs on. */
export interface UnitPlaces {
  readonly directory: string;
  readonly outputFile: string;
  readonly workspace: string;
}

/** What the system tells a unit, wherever it runs. */
export function unitVariables(
  request: UnitRequest,
  { directory, outputFile, workspace }: UnitPlaces,
): Record<string, string> {
  const own: Record<string, string> = { ML_RUN_DIR: directory, ML_OUTPUT: outputFile };
  own.ML_RUN_ID = request.run;
  own.ML_UNIT = request.unit.id;
  own.ML_ATTEMPT = String(request.attempt);
  const agent = request.command.is === 'run' ? request.command.agent : undefined;
  if (agent) own.ML_AGENT = agent.name;
  if (agent?.file !== undefined) own.ML_AGENT_FILE = resolve(workspace, agent.file);
  own.ML_PARAMS_JSON = JSON.stringify(request.input.parameters);
  for (const [name, value] of Object.entries(request.input.parameters)) {
    own[`ML_PARAM_${name.toUpperCase().replaceAll('.', '_')}`] = value;
  }
  return own;
}

/** Of this process: what a command names, and nothing else. What is not set is not there. */
export function declaredVariables(
  declared: readonly string[],
  environment: NodeJS.ProcessEnv,
): Record<string, string> {
  return Object.fromEntries(
    declared.flatMap((name) => {
      const value = environment[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Of this process: what every program needs, and what a command names. */
export function visibleVariables(
  declared: readonly string[],
  environment: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const own: NodeJS.ProcessEnv = {};
  for (const name of [...always, ...declared]) {
    const value = environment[name];
    if (value !== undefined) own[name] = value;
  }
  return own;
}

/**
 * The values that must never be shown: of all declared variables but those that are plainly harmless. Each as it is, and
 * as it stands in JSON.
 */
export function secretsIn(declared: readonly string[], environment: NodeJS.ProcessEnv): string[] {
  const secrets = new Set<string>();
  for (const name of declared) {
    const value = environment[name] ?? '';
    for (const [, password, token] of value.matchAll(inAddress)) {
      const secret = password ?? token ?? '';
      for (const one of [secret, decoded(secret)])
        if (one.length >= (password === undefined ? shortestSecret : shortestPassword)) secrets.add(one);
    }
    if (isHarmless(name, value)) continue;
    // What is printed comes line by line.
    for (const one of value.split(/\r?\n|\r/)) if (one.length >= shortestSecret) secrets.add(one);
    // In JSON all of its lines are one.
    if (value.length >= shortestSecret) for (const one of inJson(value)) secrets.add(one);
  }
  return [...new Set([...secrets].flatMap((secret) => [secret, ...inJson(secret)]))];
}

/** As JavaScript writes a text in JSON, and as Python does, which escapes whatever is not ASCII. */
function inJson(text: string): string[] {
  const written = JSON.stringify(text).slice(1, -1);
  const ascii = written.replace(
    /[\u007f-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return [written, ascii];
}

function isHarmless(name: string, value: string): boolean {
  return harmlessName.test(name) || (harmlessValue.test(value) && !secretName.test(name));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
