/** Diagnostics on standard output, for whoever reads them there; for people they are printed elsewhere. */
import { relative, resolve } from 'node:path';
import { annotationOf, workflowCommand } from '../language/annotation.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { diagnosticJson } from '../language/diagnostic-json.ts';
import { sarifLog } from '../language/sarif.ts';
import type { Source } from '../language/source.ts';
import type { Format } from './arguments.ts';

export function sayDiagnostics(
  diagnostics: readonly Diagnostic[],
  format: Format,
  { version, environment }: { readonly version: () => string; readonly environment: NodeJS.ProcessEnv },
): string {
  const fromRoot = () => inRepository(diagnostics, environment.GITHUB_WORKSPACE);
  switch (format) {
    case 'json':
      return `${JSON.stringify({ schema_version: 1, diagnostics: diagnostics.map(diagnosticJson) }, null, 2)}\n`;
    case 'sarif':
      return `${JSON.stringify(sarifLog(fromRoot(), { version: version() }), null, 2)}\n`;
    case 'github':
      return annotations(fromRoot());
    default:
      // In a job the text comes with annotations on the lines, as it does with the action.
      return environment.GITHUB_ACTIONS === 'true' ? annotations(fromRoot()) : '';
  }
}

function annotations(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map((diagnostic) => `${workflowCommand(annotationOf(diagnostic))}\n`).join('');
}

/** GitHub takes paths from the root of the repository, however deep in it the step works. */
function inRepository(diagnostics: readonly Diagnostic[], root: string | undefined): readonly Diagnostic[] {
  if (!root) return diagnostics;
  const moved = <Placed extends { readonly source: Source }>(one: Placed): Placed => {
    const { name } = one.source;
    return name.startsWith('<')
      ? one
      : { ...one, source: { ...one.source, name: relative(root, resolve(name)) } };
  };
  return diagnostics.map((diagnostic) => ({
    ...moved(diagnostic),
    ...(diagnostic.related === undefined ? {} : { related: diagnostic.related.map(moved) }),
  }));
}
