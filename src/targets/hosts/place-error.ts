/** What a person has to put right before anything can run on a host. */

export class PlaceError extends Error {
  readonly class: 'usage' | 'provision';
  /** The last of what the host printed. */
  readonly tail: readonly string[];
  constructor(failure: 'usage' | 'provision', message: string, tail: readonly string[] = []) {
    super(message);
    this.name = 'PlaceError';
    this.class = failure;
    this.tail = tail;
  }
}
