/** A YAML file → a typed value, with every mistake at its line and column. */
import { readFileSync } from 'node:fs';
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Diagnostics } from '../language/diagnostic.ts';
import { type Source, type Span, sourceOf } from '../language/source.ts';
import { Lookup } from './lookup.ts';
import { lowerFirst, reportIssues } from './schema-issues.ts';

export interface YamlFile<Value> {
  readonly value: Value;
  readonly source: Source;
  /** Whether something is written there. */
  has(path: readonly PropertyKey[]): boolean;
  /** Where a value stands; the nearest thing that exists when the path does not. */
  span(path: readonly PropertyKey[], part?: 'key' | 'value'): Span;
  /** The text of a string in the file, as a source of its own whose places are those of the file. */
  inner(path: readonly PropertyKey[]): Source;
}

/** Undefined when the file cannot be read or has errors, which are then in `diagnostics`. */
export function readYaml<Value>(
  path: string,
  shownAs: string,
  schema: z.ZodType<Value>,
  diagnostics: Diagnostics,
): YamlFile<Value> | undefined {
  const text = readText(path, shownAs, diagnostics);
  return text === undefined ? undefined : parseYaml(sourceOf(shownAs, text), schema, diagnostics);
}

/** Undefined when it cannot be read, or would not be written back as it was. */
export function readText(path: string, shownAs: string, diagnostics: Diagnostics): string | undefined {
  const refuse = (code: 'file-not-found' | 'unreadable-file', message: string) => {
    diagnostics.add(code, sourceOf(shownAs, ''), { start: 0, end: 0 }, message);
    return undefined;
  };
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    return refuse(
      reason === 'ENOENT' ? 'file-not-found' : 'unreadable-file',
      `cannot read \`${shownAs}\`: ${reason}`,
    );
  }
  const text = bytes.toString('utf8');
  const isText = !text.includes('\0') && Buffer.from(text, 'utf8').equals(bytes);
  return isText ? text : refuse('unreadable-file', `\`${shownAs}\` is no UTF-8 text`);
}

export function parseYaml<Value>(
  source: Source,
  schema: z.ZodType<Value>,
  diagnostics: Diagnostics,
): YamlFile<Value> | undefined {
  const document = documentOf(source, diagnostics);
  if (!document) return undefined;
  refuseExpressions(document, source, diagnostics);
  const lookup = new Lookup(document, source);
  const result = schema.safeParse(lookup.content);
  if (!result.success) {
    reportIssues(result.error.issues, schema, lookup, diagnostics);
    return undefined;
  }
  return {
    value: result.data,
    source,
    has: (path) => lookup.has(path),
    span: (path, part) => lookup.span(path, part),
    inner: (path) => lookup.inner(path),
  };
}

/** Undefined when the text is no YAML; hostile nesting and aliases are that too. */
export function documentOf(
  source: Source,
  diagnostics: Diagnostics,
): (Document & { content: unknown }) | undefined {
  try {
    const document = parseDocument(source.text, { prettyErrors: false, uniqueKeys: true });
    for (const { message, pos, code } of document.errors) {
      const span = { start: pos[0], end: Math.max(pos[0] + 1, pos[1]) };
      if (code === 'DUPLICATE_KEY') reportTwins(document, source, pos[0], diagnostics);
      else {
        const text = code === 'MULTIPLE_DOCS' ? 'a file holds one document' : firstLine(message);
        diagnostics.add('invalid-yaml', source, span, `invalid YAML: ${text}`);
      }
    }
    if (document.errors.length > 0) return undefined;
    return Object.assign(document, { content: document.toJS() ?? {} });
  } catch {
    const message = 'invalid YAML: nested too deeply, or aliases that grow too large';
    diagnostics.add('invalid-yaml', source, { start: 0, end: 1 }, message);
    return undefined;
  }
}

/** A key that stands twice in one mapping, the second time at `at`. */
function reportTwins(document: Document, source: Source, at: number, diagnostics: Diagnostics): void {
  visit(document, {
    Map(_key, { items }) {
      const keys = items.map(({ key }) => key).filter(isScalar);
      const second = keys.find(({ range }) => range?.[0] === at);
      const first = keys.find(({ value }) => second && String(value) === String(second.value));
      if (!second?.range || !first?.range) return;
      const span = { start: at, end: second.range[1] };
      diagnostics.add('duplicate-definition', source, span, `\`${String(second.value)}\` stands here twice`, {
        related: [
          { message: 'first defined here', source, span: { start: first.range[0], end: first.range[1] } },
        ],
      });
      return visit.BREAK;
    },
  });
}

/** `${{ … }}` is GitHub's own notation; in these files it would be text that looks like a value. */
function refuseExpressions(document: Document, source: Source, diagnostics: Diagnostics): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value !== 'string' || !node.value.includes('${{') || !node.range) return;
      const start = source.text.indexOf('${{', node.range[0]);
      const at = start < 0 || start > node.range[1] ? node.range[0] : start;
      const message = '`${{ }}` has no meaning in this file';
      diagnostics.add('expression-in-file', source, { start: at, end: at + 3 }, message, {
        help: 'declare a parameter, and read `$ML_PARAM_<NAME>` in the script',
      });
    },
  });
}

function firstLine(text: string): string {
  return lowerFirst(text.split('\n')[0]?.replace(/\.$/, '') ?? text);
}
