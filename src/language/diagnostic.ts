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

/** Collects the diagnostics of one check, so that all of them come out at once. */
export class Diagnostics {
  readonly #list: Diagnostic[] = [];
  readonly #errorPlaces = new WeakMap<Source, Set<number>>();
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
    this.#list.push(diagnostic);
    if (diagnostic.severity !== 'error') return;
    this.#errors += 1;
    const places = this.#errorPlaces.get(diagnostic.source);
    if (places) places.add(diagnostic.span.start);
    else this.#errorPlaces.set(diagnostic.source, new Set([diagnostic.span.start]));
  }

  /** Whether an error begins at this very place: whatever else is wrong there follows from it. */
  hasErrorAt(source: Source, start: number): boolean {
    return this.#errorPlaces.get(source)?.has(start) ?? false;
  }

  /** The same for a stretch of text, `end` included. */
  hasErrorWithin(source: Source, { start, end }: Span): boolean {
    for (const place of this.#errorPlaces.get(source) ?? []) if (place >= start && place <= end) return true;
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
