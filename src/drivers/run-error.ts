/** A run on disk that cannot be used as it is: damaged, in use, or of another version. The message is for a person. */
export class RunError extends Error {}

/** The disk says no: that is no mistake of this program, and one line says all of it. Other errors stay as they are. */
export function asRunError(what: string, error: unknown): unknown {
  return error instanceof Error && 'syscall' in error ? new RunError(`${what}: ${error.message}`) : error;
}

export function orRunError<Result>(what: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asRunError(what, error);
  }
}
