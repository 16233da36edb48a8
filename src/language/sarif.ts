/** Diagnostics as SARIF 2.1.0, which GitHub's code scanning and editors read. */
import { codes, type Severity } from './codes.ts';
import type { Diagnostic } from './diagnostic.ts';
import { placeOf, type Source, type Span } from './source.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', notice: 'note' };

export interface SarifTool {
  readonly version: string;
  /** The page with a section for each code, if there is one on the web. */
  readonly documentation?: string;
}

export function sarifLog(diagnostics: readonly Diagnostic[], tool: SarifTool): object {
  const ids = Object.keys(codes);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'ml-workflow', version: tool.version, rules: rules(tool) } },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => result(diagnostic, ids.indexOf(diagnostic.code))),
      },
    ],
  };
}

function rules({ documentation }: SarifTool): object[] {
  return Object.entries(codes).map(([id, severity]) => ({
    id,
    shortDescription: { text: id.replaceAll('-', ' ') },
    defaultConfiguration: { level: levels[severity] },
    help: { text: `\`docs/diagnostics.md\` explains ${id} by an example.` },
    ...(documentation === undefined ? {} : { helpUri: `${documentation}#${id}` }),
  }));
}

function result(diagnostic: Diagnostic, ruleIndex: number): object {
  const { code, severity, message, help, source, span, related = [] } = diagnostic;
  const relatedLocations = related.flatMap((one, id) =>
    locations(one.source, one.span).map((location) => ({ id, ...location, message: { text: one.message } })),
  );
  return {
    ruleId: code,
    ruleIndex,
    level: levels[severity],
    message: { text: help === undefined ? message : `${message}\n${help}` },
    locations: locations(source, span),
    ...(relatedLocations.length === 0 ? {} : { relatedLocations }),
  };
}

/** None for a text that stands in no file, such as a chain on the command line. */
function locations(source: Source, span: Span): object[] {
  const { file, line, column, endColumn } = placeOf(source, span);
  if (file.startsWith('<')) return [];
  return [
    {
      physicalLocation: {
        artifactLocation: {
          uri: file.split(/[\\/]/).map(encodeURIComponent).join('/'),
          uriBaseId: '%SRCROOT%',
        },
        region: { startLine: line, startColumn: column, endLine: line, endColumn },
      },
    },
  ];
}
