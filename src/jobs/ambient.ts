/** Variables that a runner has by itself. */

const names =
  /^(?:PATH|HOME|SHELL|USER|LOGNAME|PWD|LANG|LANGUAGE|LC_\w+|TZ|TERM|TMPDIR|CI|PYTHONPATH|CUDA_VISIBLE_DEVICES|(?:GITHUB|RUNNER|ACTIONS)_\w+)$/;

/** A secret or a variable of the repository cannot stand for it. */
export function isAmbient(name: string): boolean {
  return names.test(name);
}
