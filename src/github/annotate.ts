/** Diagnostics as annotations of the job. */
import * as core from '@actions/core';
import { annotationOf } from '../language/annotation.ts';
import type { Diagnostic } from '../language/diagnostic.ts';

/** On the lines of the files; a mistake in an input has no file to stand on. */
export function annotate(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) {
    const { severity, title, message, place } = annotationOf(diagnostic);
    const properties = {
      title,
      ...(place
        ? { file: place.file, startLine: place.line, startColumn: place.column, endColumn: place.endColumn }
        : {}),
    };
    if (severity === 'error') core.error(message, properties);
    else if (severity === 'warning') core.warning(message, properties);
    else core.notice(message, properties);
  }
}
