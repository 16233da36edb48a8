/** What a child process may see: a few variables every program needs, those its command names, and its own `ML_…`. */
import type { UnitRequest } from '../ports.ts';

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
/** A shorter value would blot out ordinary words. */
const shortestSecret = 6;

export function childEnvironment(
  request: UnitRequest,
  declared: readonly string[],
  environment: NodeJS.ProcessEnv,
  outputFile: string,
): NodeJS.ProcessEnv {
  const own: NodeJS.ProcessEnv = {};
  for (const name of [...always, ...declared]) {
    const value = environment[name];
    if (value !== undefined) own[name] = value;
  }
  own.ML_RUN_DIR = request.directory;
  own.ML_OUTPUT = outputFile;
  own.ML_RUN_ID = request.run;
  own.ML_UNIT = request.unit.id;
  own.ML_ATTEMPT = String(request.attempt);
  own.ML_PARAMS_JSON = JSON.stringify(request.input.parameters);
  for (const [name, value] of Object.entries(request.input.parameters)) {
    own[`ML_PARAM_${name.toUpperCase().replaceAll('.', '_')}`] = value;
  }
  return own;
}

/** The values that must never be shown: of declared variables whose name says that they are secret. */
export function secretsIn(declared: readonly string[], environment: NodeJS.ProcessEnv): string[] {
  return declared
    .filter((name) => secretName.test(name))
    .map((name) => environment[name] ?? '')
    .flatMap((value) => [value, ...value.split('\n')])
    .filter((value) => value.length >= shortestSecret);
}
