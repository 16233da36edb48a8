/** A diagnostic as GitHub shows it on the lines of a file: one text, for check runs and for commands in a job's log. */
import type { Severity } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { placeOf } from './source.ts';

export interface Annotation {
  readonly severity: Severity;
  readonly title: string;
  readonly message: string;
  /** Absent for a mistake in an input, which has no file to stand on. */
  readonly place?: AnnotatedPlace;
}

export interface AnnotatedPlace {
  /** Relative to what paths in diagnostics are relative to. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Of the last character. */
  readonly endColumn: number;
}

export function annotationOf({ severity, code, message, help, source, span }: Diagnostic): Annotation {
  const { file, line, column, endColumn } = placeOf(source, span);
  const text = help === undefined ? message : `${message}\n${help}`;
  if (file.startsWith('<')) return { severity, title: `${code} in ${file}`, message: text };
  const place = { file, line, column, endColumn: Math.max(column, endColumn - 1) };
  return { severity, title: code, message: text, place };
}

/** As a command that GitHub's runner obeys when it stands in a step's output: `::error file=…,line=…,title=…::…`. */
export function workflowCommand({ severity, title, message, place }: Annotation): string {
  const properties: readonly (readonly [string, string | number])[] = [
    ...(place
      ? ([
          ['file', place.file],
          ['line', place.line],
          ['col', place.column],
          ['endColumn', place.endColumn],
        ] as const)
      : []),
    ['title', title],
  ];
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',');
  return `::${severity} ${list}::${escapeData(message)}`;
}

/** By the runner's rules: it reads `%`, line ends, and in properties also `:` and `,`. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
