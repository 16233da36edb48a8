/** A pod's system log → the little of it that people want to read, and the errors behind which it never comes up. */

export interface Hopeless {
  /** What the log says, and what to do about it. */
  readonly why: string;
  /** Another host would say the same. */
  readonly isOfTarget: boolean;
}

const hopeless: readonly {
  readonly pattern: RegExp;
  readonly help: string;
  readonly isOfTarget: boolean;
}[] = [
  {
    // Another host may have pulled less.
    pattern: /toomanyrequests|pull rate limit/i,
    help: 'the registry refuses anonymous pulls; give the target a `registry:` or use a `runpod/…` image',
    isOfTarget: false,
  },
  {
    pattern:
      /manifest(?: for \S+)? (?:unknown|not found)|pull access denied|repository does not exist|invalid reference format/i,
    help: 'the registry has no such image, or not for everybody; look at `image:` and `registry:`',
    isOfTarget: true,
  },
  {
    pattern: /unsatisfied condition: cuda/i,
    help: "the host's driver is too old for the image; give the target a `cuda:`",
    isOfTarget: false,
  },
  {
    pattern: /no space left on device/i,
    help: 'the disk is too small for the image; raise `disk:`',
    isOfTarget: true,
  },
];

const phases: readonly (readonly [RegExp, string])[] = [
  [/\bpulling\b|\bdownloading\b|\bextracting\b/i, 'pulling the image'],
  [/\bstart container\b|\bstarting container\b/i, 'starting the container'],
];
const mostErrors = 3;
const longest = 200;

export class PullProgress {
  /** Once it is known. */
  hopeless: Hopeless | undefined;
  readonly #told = new Set<string>();
  #tenths = -1;
  #errors = 0;

  /** What to tell of this line: each thing once, and of a pull each tenth. */
  add(line: string): string | undefined {
    const text = line.trim().slice(0, longest);
    const found = hopeless.find(({ pattern }) => pattern.test(line));
    if (found) {
      this.hopeless = { why: `${text} (${found.help})`, isOfTarget: found.isOfTarget };
      return undefined;
    }
    if (/\berror\b|\bfailed\b|\bdenied\b/i.test(text)) {
      this.#errors += 1;
      return this.#errors <= mostErrors ? this.#once(text) : undefined;
    }
    const share = /(\d{1,3})\s?%/.exec(text)?.[1];
    if (share !== undefined) {
      const tenths = Math.floor(Number(share) / 10);
      if (tenths <= this.#tenths) return undefined;
      this.#tenths = tenths;
      return `pulling the image, ${tenths * 10} %`;
    }
    const phase = phases.find(([pattern]) => pattern.test(text));
    return phase && this.#once(phase[1]);
  }

  #once(text: string): string | undefined {
    if (this.#told.has(text)) return undefined;
    this.#told.add(text);
    return text;
  }
}
