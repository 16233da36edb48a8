/** What names stand for at one place of a chain. A branch writes in a layer of its own: beginning one copies nothing. */

/** A `Map` is one. */
export interface Known<Meaning> {
  get(name: string): Meaning | undefined;
  has(name: string): boolean;
  set(name: string, meaning: Meaning): unknown;
  keys(): Iterable<string>;
  readonly size: number;
}

/** Reads on in what lies below, where nobody else writes as long as the layer is read. */
export class Layer<Meaning> implements Known<Meaning> {
  /** What was written here. */
  readonly own = new Map<string, Meaning>();
  readonly #below: Known<Meaning>;

  constructor(below: Known<Meaning>) {
    this.#below = below;
  }

  get(name: string): Meaning | undefined {
    return this.own.get(name) ?? this.#below.get(name);
  }

  has(name: string): boolean {
    return this.own.has(name) || this.#below.has(name);
  }

  set(name: string, meaning: Meaning): void {
    this.own.set(name, meaning);
  }

  keys(): Iterable<string> {
    return this.#names().keys();
  }

  get size(): number {
    return this.#names().size;
  }

  #names(): Set<string> {
    return new Set([...this.#below.keys(), ...this.own.keys()]);
  }
}
