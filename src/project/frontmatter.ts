/** The frontmatter of a Markdown command or agent → what is understood of it. Whatever else stands in it is left alone. */
import { Diagnostics } from '../language/diagnostic.ts';
import type { Source, Span } from '../language/source.ts';
import { Lookup } from './lookup.ts';
import { documentOf } from './yaml-file.ts';

export interface Frontmatter {
  readonly name?: string;
  readonly nameSpan: Span;
  readonly description?: string;
  readonly argumentHint?: string;
  readonly model?: string;
  readonly tools?: readonly string[];
}

/** Names for several tools at once. */
const categories: Readonly<Record<string, readonly string[]>> = {
  'read-only': ['Read', 'LS', 'Grep', 'Glob'],
  edit: ['Create', 'Edit', 'ApplyPatch'],
  execute: ['Execute'],
  web: ['WebSearch', 'FetchUrl'],
};

/** Its mistakes instead, when it is no YAML: they matter when something uses what it describes. */
export function frontmatterOf(source: Source): Frontmatter | Diagnostics {
  const diagnostics = new Diagnostics();
  const { text, prose } = withoutProse(source.text);
  const document = documentOf({ ...source, text }, diagnostics);
  if (!document) return diagnostics;
  const lookup = new Lookup(document, source);
  const values = isRecord(lookup.content) ? lookup.content : {};
  const read = (key: string) => prose.get(key) ?? textOf(values[key]);
  const name = read('name');
  const description = read('description');
  const argumentHint = read('argument-hint');
  const model = read('model');
  const tools = toolsOf(values.tools ?? values['allowed-tools']);
  return {
    nameSpan: lookup.span(['name']),
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(argumentHint === undefined ? {} : { argumentHint }),
    ...(model === undefined ? {} : { model }),
    ...(tools === undefined ? {} : { tools }),
  };
}

/**
 * What people write for people is often no YAML: `argument-hint: [file] [count]`, `description: Use it when: …`. It is
 * taken as it stands, and covered up for the parser.
 */
function withoutProse(text: string): { text: string; prose: ReadonlyMap<string, string> } {
  const prose = new Map<string, string>();
  const covered = text.replace(
    /^(description|argument-hint):([ \t]+)(?!["'|>&*!])(\S.*)$(?!\n[ \t]+\S)/gm,
    (whole, key: string, gap: string, value: string) => {
      if (prose.has(key)) return whole;
      prose.set(key, value.trim());
      return `${key}:${gap}${'x'.repeat(value.length)}`;
    },
  );
  return { text: covered, prose };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim();
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** `Read, Bash(git:*)`, `[Read, Grep]` or `read-only`. */
function toolsOf(value: unknown): readonly string[] | undefined {
  const written = typeof value === 'string' ? (value.match(/(?:\([^)]*\)|[^,()])+/g) ?? []) : value;
  if (!Array.isArray(written)) return undefined;
  const named = written.flatMap((one) => textOf(one) ?? []);
  return [...new Set(named.flatMap((one) => categories[one] ?? [one]))];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
