/** Paths of a parsed YAML value → nodes and places of its document. */
import { type Document, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { embeddedSource, type Source, type Span } from '../language/source.ts';

export class Lookup {
  readonly source: Source;
  readonly content: unknown;
  readonly #document: Document;

  constructor(document: Document & { content: unknown }, source: Source) {
    this.#document = document;
    this.content = document.content;
    this.source = source;
  }

  has(path: readonly PropertyKey[]): boolean {
    return this.find(path, 'value') !== undefined;
  }

  span(path: readonly PropertyKey[], part: 'key' | 'value' = 'value'): Span {
    for (let length = path.length; length > 0; length -= 1) {
      const node = this.find(path.slice(0, length), length === path.length ? part : 'key');
      if (node?.range) return { start: node.range[0], end: Math.max(node.range[0] + 1, node.range[1]) };
    }
    return { start: 0, end: 1 };
  }

  inner(path: readonly PropertyKey[]): Source {
    const node = this.find(path, 'value');
    const value = isScalar(node) ? String(node.value) : '';
    const [start, end] = node?.range ?? [0, 0];
    const { text } = this.source;
    return embeddedSource(this.source.name, value, { text, start: contentStart(text, start), end });
  }

  find(path: readonly PropertyKey[], part: 'key' | 'value'): Node | undefined {
    let node = this.#resolved(this.#document.contents);
    for (const [index, step] of path.entries()) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
        if (!pair) return undefined;
        const isKey = part === 'key' && index === path.length - 1;
        node = this.#resolved(isKey ? pair.key : (pair.value ?? pair.key));
      } else if (isSeq(node) && typeof step === 'number') node = this.#resolved(node.items[step]);
      else return undefined;
    }
    return node;
  }

  #resolved(node: unknown): Node | undefined {
    if (isAlias(node)) return node.resolve(this.#document);
    return isMap(node) || isSeq(node) || isScalar(node) ? node : undefined;
  }
}

/** Behind the `|` or `>` line of a block scalar; the start itself for the other notations. */
function contentStart(text: string, start: number): number {
  if (text[start] !== '|' && text[start] !== '>') return start;
  const newline = text.indexOf('\n', start);
  return newline < 0 ? start : newline + 1;
}
