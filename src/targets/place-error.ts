/** What a person has to put right before anything can run on a host. */

export class PlaceError extends Error {
  readonly class: 'usage' | 'provision';
  constructor(failure: 'usage' | 'provision', message: string) {
    super(message);
    this.name = 'PlaceError';
    this.class = failure;
  }
}
