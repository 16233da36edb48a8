/** What is wrong with a person's text: where, how badly, and what to type instead. */
import { type Code, codes, type Severity } from './codes.ts';
import { offsetInFile, type Source, type Span } from './source.ts';

export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  /** One sentence, lower case, no full stop, names in backticks. Says what is wrong, not what to do. */
  readonly message: string;
  readonly source: Source;
  readonly span: Span;
  /** What to do, with the text to type. */
  readonly help?: string;
  /** Other places that matter, such as an earlier definition. */
  readonly related?: readonly Related[];
}

interface Related {
  readonly message: string;
  readonly source: Source;
  readonly span: Span;
}

/** More errors, or notices, in one text than anyone reads: hostile text must not fill the memory. */
const most = 1000;

/** What was found in one text. */
interface Found {
  readonly errorPlaces: Set<number>;
  errors: number;
  others: number;
}

/** Collects the diagnostics of one check, so that all of them come out at once. */
export class Diagnostics {
  readonly #list: Diagnostic[] = [];
  readonly #found = new WeakMap<Source, Found>();
  #errors = 0;

  add(
    code: Code,
    source: Source,
    span: Span,
    message: string,
    more: { help?: string | undefined; related?: readonly Related[] | undefined } = {},
  ): void {
    this.#take({
      code,
      severity: codes[code],
      message,
      source,
      span,
      ...(more.help === undefined ? {} : { help: more.help }),
      ...(more.related === undefined ? {} : { related: more.related }),
    });
  }

  addAll(diagnostics: readonly Diagnostic[]): void {
    for (const diagnostic of diagnostics) this.#take(diagnostic);
  }

  #take(diagnostic: Diagnostic): void {
    const found = this.#foundIn(diagnostic.source);
    if (diagnostic.severity === 'error') {
      this.#errors += 1;
      found.errors += 1;
      found.errorPlaces.add(diagnostic.span.start);
      if (found.errors <= most) this.#list.push(diagnostic);
    } else {
      found.others += 1;
      if (found.others <= most) this.#list.push(diagnostic);
    }
  }

  #foundIn(source: Source): Found {
    let found = this.#found.get(source);
    if (!found) {
      found = { errorPlaces: new Set(), errors: 0, others: 0 };
      this.#found.set(source, found);
    }
    return found;
  }

  /** Whether an error begins at this very place: whatever else is wrong there follows from it. */
  hasErrorAt(source: Source, start: number): boolean {
    return this.#foundIn(source).errorPlaces.has(start);
  }

  /** The same for a stretch of text, `end` included. As long as the shorter of the two, the stretch and the list of errors. */
  hasErrorWithin(source: Source, { start, end }: Span): boolean {
    const { errorPlaces } = this.#foundIn(source);
    if (errorPlaces.size < end - start) {
      for (const place of errorPlaces) if (place >= start && place <= end) return true;
      return false;
    }
    for (let place = start; place <= end; place += 1) if (errorPlaces.has(place)) return true;
    return false;
  }

  get hasErrors(): boolean {
    return this.#errors > 0;
  }

  /** Ordered by file and place; one for each place and code, because one cause is reported once. */
  sorted(): readonly Diagnostic[] {
    const seen = new Set<string>();
    return [...this.#list]
      .sort((a, b) => compareText(a.source.name, b.source.name) || startInFile(a) - startInFile(b))
      .filter((diagnostic) => {
        const key = `${diagnostic.source.name}\n${diagnostic.span.start}\n${diagnostic.code}\n${diagnostic.message}`;
        if (seen.has(key)) return false;
        seen.add(key);
        return true;
      });
  }
}

/** A chain inside a file counts from its own beginning; the order is that of the file. */
function startInFile({ source, span }: Diagnostic): number {
  return offsetInFile(source, span.start);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
