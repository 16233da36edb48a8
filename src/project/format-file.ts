/** The chains of a YAML file in the canonical layout; every other character of the file stays as it is. */
import { isMap, isScalar, type Pair, parseDocument, type Range, type Scalar } from 'yaml';
import { Diagnostics } from '../language/diagnostic.ts';
import { parse } from '../language/parser.ts';
import { format } from '../language/printer.ts';
import type { Source } from '../language/source.ts';
import type { Chain } from '../language/tree.ts';
import { Lookup } from './lookup.ts';
import { documentOf } from './yaml-file.ts';

const widest = 100;
const unlimited = Number.MAX_SAFE_INTEGER;

interface ChainValue {
  readonly path: readonly string[];
  readonly key: Scalar;
  readonly value: Scalar<string>;
  /** Within `{ }`, where a value has no lines of its own. */
  readonly inFlow: boolean;
}

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What is to be written for one chain, and the value that YAML then reads. */
interface Rewrite {
  readonly path: readonly string[];
  readonly value: string;
  readonly edits: readonly Edit[];
}

/** The text of the whole file, formatted; as it was when a chain in it has errors, which are then in `diagnostics`. */
export function formatFile(source: Source, diagnostics: Diagnostics): string {
  const document = documentOf(source, diagnostics);
  if (!document) return source.text;
  const lookup = new Lookup(document, source);
  const found = new Diagnostics();
  const chains = chainsIn(document.contents).map((one) => ({
    one,
    chain: parse(lookup.inner(one.path), found).chain,
  }));
  if (found.hasErrors) {
    diagnostics.addAll(found.sorted());
    return source.text;
  }
  const rewrites = chains.map(({ one, chain }) => rewrite(source.text, one, chain));
  const all = applied(source.text, rewrites);
  if (readsBack(source.text, all, rewrites)) return all;
  // One of them stays as it is where it would become part of what stands around it, such as a comment below it.
  return applied(
    source.text,
    rewrites.filter((one) => readsBack(source.text, applied(source.text, [one]), [one])),
  );
}

/** `chain:` of the file itself and of its commands; one that is written elsewhere, as an alias, is left alone. */
function chainsIn(root: unknown): ChainValue[] {
  if (!isMap(root)) return [];
  const found: ChainValue[] = [];
  const take = (map: unknown, path: readonly string[], inFlow: boolean) => {
    if (!isMap(map)) return;
    const pair = map.items.find(({ key }) => isScalar(key) && key.value === 'chain');
    if (pair && isScalar(pair.key) && isText(pair.value)) {
      found.push({
        path: [...path, 'chain'],
        key: pair.key,
        value: pair.value,
        inFlow: inFlow || map.flow === true,
      });
    }
  };
  take(root, [], false);
  const commands: Pair | undefined = root.items.find(({ key }) => isScalar(key) && key.value === 'commands');
  if (!isMap(commands?.value)) return found;
  const inFlow = root.flow === true || commands.value.flow === true;
  for (const { key, value } of commands.value.items) {
    if (isScalar(key)) take(value, ['commands', String(key.value)], inFlow);
  }
  return found;
}

function isText(node: unknown): node is Scalar<string> {
  return isScalar(node) && typeof node.value === 'string';
}

function rewrite(file: string, one: ChainValue, chain: Chain): Rewrite {
  const { path, key, value, inFlow } = one;
  const [start, end] = value.range ?? [0, 0];
  if (value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED') {
    return { path, ...rewriteBlock(file, { start, end }, columnAt(file, key.range?.[0] ?? 0), chain) };
  }
  const quotes = value.type === 'PLAIN' ? 0 : 2;
  const onOneLine = format(chain, inFlow ? unlimited : widest - columnAt(file, start) - quotes);
  if (inFlow || !onOneLine.includes('\n')) {
    const text = notation(onOneLine, value.type, inFlow);
    return { path, value: onOneLine, edits: [{ start, end, text }] };
  }
  return { path, ...rewriteAsBlock(file, { start, end }, key.range ?? [start, start, start], chain) };
}

/** `|` stays `|` with its header; `>` becomes `|` when there are several lines, which it would join. */
function rewriteBlock(
  file: string,
  { start, end }: { start: number; end: number },
  outer: number,
  chain: Chain,
): Omit<Rewrite, 'path'> {
  const headerEnd = file.indexOf('\n', start);
  const header = file.slice(start, headerEnd);
  const content = file.slice(headerEnd + 1, end);
  const explicit = /^[|>][+-]?([1-9])/.exec(header)?.[1];
  const first = /^( *)[^ \r\n]/m.exec(content)?.[1] ?? '  ';
  const indent = explicit === undefined ? first.length : outer + Number(explicit);
  const value = format(chain, widest - indent);
  const written = content.trimEnd();
  // Blank lines behind it stay, because `|+` and readers count them; blanks in them do not.
  const blankLines = content.slice(written.length).replace(/[^\r\n]/g, '');
  const text = `${indented(value, indent, header.endsWith('\r') ? '\r\n' : '\n')}${blankLines}`;
  const sign = header.startsWith('>') && value.includes('\n') ? '|' : header.slice(0, 1);
  return {
    value,
    edits: [
      { start, end: start + 1, text: sign },
      { start: headerEnd + 1, end, text },
    ],
  };
}

/** A chain that no longer fits on its line, as a block below its key; a comment of the line stays on it. */
function rewriteAsBlock(
  file: string,
  { start, end }: { start: number; end: number },
  [keyStart, keyEnd]: Range,
  chain: Chain,
): Omit<Rewrite, 'path'> {
  const indent = columnAt(file, keyStart) + 2;
  const value = format(chain, widest - indent);
  const lineBreak = file.includes('\r\n') ? '\r\n' : '\n';
  const newline = file.indexOf('\n', end);
  const lineEnd = newline < 0 ? file.length : file[newline - 1] === '\r' ? newline - 1 : newline;
  // A value that began on the line below its key.
  const colon = /^[ \t]*:(?=\s*$)/.exec(file.slice(keyEnd, start))?.[0].length;
  return {
    value,
    edits: [
      colon === undefined ? { start, end, text: '|' } : { start: keyEnd + colon, end, text: ' |' },
      { start: lineEnd, end: lineEnd, text: `${lineBreak}${indented(value, indent, lineBreak)}` },
    ],
  };
}

/** One line as it was quoted before; in more quotes where it needs them. */
function notation(line: string, type: Scalar['type'], inFlow: boolean): string {
  if (line.includes('\n') || type === 'QUOTE_DOUBLE') return JSON.stringify(line);
  const single = `'${line.replaceAll("'", "''")}'`;
  if (type === 'QUOTE_SINGLE') return single;
  const tried = parseDocument(inFlow ? `{ chain: ${line} }` : `chain: ${line}`);
  return tried.errors.length === 0 && tried.get('chain') === line ? line : single;
}

function indented(value: string, indent: number, lineBreak: string): string {
  return value
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(indent) + line))
    .join(lineBreak);
}

function applied(file: string, rewrites: readonly Rewrite[]): string {
  const edits = rewrites.flatMap((one) => one.edits).sort((a, b) => a.start - b.start);
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += file.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + file.slice(at);
}

/** Whether YAML finds the formatted chains in the new text, and apart from them what it found in the old one. */
function readsBack(before: string, after: string, rewrites: readonly Rewrite[]): boolean {
  const rest = (text: string, isRight: (path: readonly string[], value: string) => boolean) => {
    const document = parseDocument(text);
    if (document.errors.length > 0) return undefined;
    for (const { path } of rewrites) {
      if (!isRight(path, String(document.getIn(path)))) return undefined;
      document.setIn(path, '');
    }
    return JSON.stringify(document.toJS());
  };
  const expected = new Map(rewrites.map(({ path, value }) => [path, value]));
  const old = rest(before, () => true);
  return old !== undefined && old === rest(after, (path, value) => value.trimEnd() === expected.get(path));
}

function columnAt(file: string, offset: number): number {
  const line = file.lastIndexOf('\n', offset - 1) + 1;
  const byteOrderMark = line === 0 && file.startsWith('\uFEFF') ? 1 : 0;
  return offset - line - byteOrderMark;
}
