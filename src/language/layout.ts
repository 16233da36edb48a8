/**
 * How printed text is laid out: on one line, or in lines of a given width. Knows nothing of the language but that a line
 * may end behind what joins two items, and that a comment ends its line.
 */

/** `width` is that on one line; infinite where there is no way to write it on one. */
export type Doc = { readonly width: number } & (
  | { readonly kind: 'text'; readonly text: string }
  /** Items one behind the other, as many on a line as fit; further lines are indented. */
  | { readonly kind: 'fill'; readonly items: readonly Item[]; readonly trailing: readonly string[] }
  /** `parallel[a | b]`: on one line, or each branch on lines of its own. */
  | {
      readonly kind: 'block';
      readonly open: string;
      readonly branches: readonly Doc[];
      readonly close: string;
    }
  /** Statements within brackets, joined by `;`. */
  | { readonly kind: 'statements'; readonly docs: readonly Doc[] }
  /** The arms of an `/if:`: on one line, or each on lines of its own. */
  | { readonly kind: 'sections'; readonly docs: readonly Doc[]; readonly joint: ' →' | '' }
);

export interface Item {
  /** On lines of their own in front of it. */
  readonly comments: readonly string[];
  readonly doc: Doc;
  /** What joins it to the next one, such as ` →`. */
  readonly joint: string;
  /** At the end of the line, behind what joins it. */
  readonly lineComments?: readonly string[];
}

export function text(written: string): Doc {
  return {
    kind: 'text',
    text: written,
    width: written.includes('\n') ? Number.POSITIVE_INFINITY : written.length,
  };
}

export function fill(items: readonly Item[], trailing: readonly string[] = []): Doc {
  const [only] = items;
  const bare = only && only.comments.length + (only.lineComments?.length ?? 0) + trailing.length === 0;
  if (bare && items.length === 1) return only.doc;
  return { kind: 'fill', items, trailing, width: widthOf(items.map(itemWidth), 1, trailing) };
}

export function block(open: string, branches: readonly Doc[], close: string): Doc {
  const width = open.length + widthOf(branches, 3) + close.length;
  return {
    kind: 'block',
    open,
    branches,
    close,
    width: `${open}${close}`.includes('\n') ? Number.POSITIVE_INFINITY : width,
  };
}

export function statements(docs: readonly Doc[]): Doc {
  const [only] = docs;
  return only && docs.length === 1 ? only : { kind: 'statements', docs, width: widthOf(docs, 2) };
}

/** `isTall`: never on one line where there are lines. */
export function sections(docs: readonly Doc[], joint: ' →' | '', isTall = false): Doc {
  const width = isTall ? Number.POSITIVE_INFINITY : widthOf(docs, joint.length + 1);
  return { kind: 'sections', docs, joint, width };
}

function itemWidth({ comments, doc, joint, lineComments = [] }: Item): { width: number } {
  return {
    width: comments.length + lineComments.length > 0 ? Number.POSITIVE_INFINITY : doc.width + joint.length,
  };
}

function widthOf(
  docs: readonly { readonly width: number }[],
  between: number,
  trailing: readonly string[] = [],
): number {
  if (trailing.length > 0) return Number.POSITIVE_INFINITY;
  return docs.reduce((sum, { width }) => sum + width, Math.max(0, docs.length - 1) * between);
}

/** On one line, without its comments. */
export function onOneLine(doc: Doc): string {
  const out: string[] = [];
  writeFlat(doc, out);
  return out.join('');
}

function writeFlat(doc: Doc, out: string[]): void {
  const each = <One>(all: readonly One[], between: string, write: (one: One) => void) =>
    all.forEach((one, index) => {
      if (index > 0) out.push(between);
      write(one);
    });
  switch (doc.kind) {
    case 'text':
      out.push(doc.text);
      return;
    case 'fill':
      return each(doc.items, ' ', (item) => {
        writeFlat(item.doc, out);
        out.push(item.joint);
      });
    case 'block':
      out.push(doc.open);
      each(doc.branches, ' | ', (branch) => writeFlat(branch, out));
      out.push(doc.close);
      return;
    case 'statements':
      return each(doc.docs, '; ', (one) => writeFlat(one, out));
    case 'sections':
      return each(doc.docs, `${doc.joint} `, (one) => writeFlat(one, out));
  }
}

export class Lines {
  readonly #width: number;
  readonly #lines: string[] = [];
  #line = '';
  /** Blanks at the beginning of the current line. */
  #indent = 0;
  #endsInComment = false;

  constructor(width: number) {
    this.#width = width;
  }

  toString(): string {
    return [...this.#lines, this.#line].join('\n');
  }

  statement(doc: Doc, end: string, comments: readonly string[] = []): void {
    this.#open(0);
    this.#write(doc, 0, end);
    this.#trailing(comments, 0);
  }

  /** On lines of their own; an empty one is an empty line. */
  comments(lines: readonly string[]): void {
    for (const line of lines) {
      this.#open(0);
      if (line === '') this.#lines.push('');
      else this.#comment(line);
    }
  }

  /** `joint`: what is written directly behind it. */
  #write(doc: Doc, indent: number, joint: string): void {
    if (doc.width + joint.length <= this.#room && !this.#endsInComment)
      return this.#put(`${onOneLine(doc)}${joint}`);
    switch (doc.kind) {
      case 'text':
        return this.#put(`${doc.text}${joint}`);
      case 'fill':
        return this.#fill(doc.items, doc.trailing, indent, joint);
      case 'block':
        return this.#block(doc.open, doc.branches, `${doc.close}${joint}`);
      case 'statements':
        return this.#statements(doc.docs, indent, joint);
      case 'sections':
        return this.#sections(doc.docs, doc.joint, indent + 2, joint);
    }
  }

  #fill(items: readonly Item[], trailing: readonly string[], indent: number, joint: string): void {
    let isBehindSections = false;
    items.forEach((item, index) => {
      const { doc, comments } = item;
      const last = index === items.length - 1;
      const own = index === 0 ? indent : indent + 2;
      const behind = last ? joint : item.joint;
      for (const comment of comments) {
        this.#open(own);
        this.#comment(comment);
      }
      if (comments.length > 0 || isBehindSections) this.#open(own);
      else if (index > 0) this.#between(doc, own, behind.length);
      const line = this.#lines.length;
      this.#write(doc, doc.kind === 'fill' ? own : indent, behind);
      isBehindSections = doc.kind === 'sections' && this.#lines.length > line;
      this.#trailing(item.lineComments ?? [], indent + 2);
    });
    this.#trailing(trailing, indent + 2);
  }

  /** A blank or a new line in front of an item that is not the first. */
  #between(doc: Doc, indent: number, behind: number): void {
    const fits = doc.width + behind + 1 <= this.#room;
    const opens = doc.kind === 'block' && doc.width > this.#width / 2 && doc.open.length + 1 <= this.#room;
    if ((fits || opens) && !this.#endsInComment) this.#put(' ');
    else this.#open(indent);
  }

  #block(open: string, branches: readonly Doc[], close: string): void {
    this.#put(open);
    const indent = this.#indent;
    branches.forEach((branch, index) => {
      this.#open(indent + 2);
      this.#write(branch, indent + 2, index === branches.length - 1 ? '' : ' |');
    });
    this.#open(indent);
    this.#put(close);
  }

  #statements(docs: readonly Doc[], indent: number, joint: string): void {
    docs.forEach((doc, index) => {
      this.#open(indent);
      this.#write(doc, indent, index < docs.length - 1 ? ';' : joint);
    });
  }

  #sections(docs: readonly Doc[], between: string, indent: number, joint: string): void {
    docs.forEach((doc, index) => {
      if (index > 0 || this.#column > this.#indent) this.#open(indent);
      this.#write(doc, indent, index === docs.length - 1 ? joint : between);
    });
  }

  /** Behind the last item: the first one on its line. */
  #trailing(comments: readonly string[], indent: number): void {
    comments.forEach((comment, index) => {
      if (index === 0 && !this.#endsInComment) this.#put(' ');
      else this.#open(indent);
      this.#comment(comment);
    });
  }

  get #column(): number {
    return this.#line.length;
  }

  get #room(): number {
    return this.#width - this.#column;
  }

  /** Begins a line, unless the current one has only just begun. */
  #open(indent: number): void {
    if (this.#line.trim() !== '') this.#lines.push(this.#line);
    this.#endsInComment = false;
    this.#indent = indent;
    this.#line = ' '.repeat(indent);
  }

  #comment(comment: string): void {
    this.#line += comment;
    this.#endsInComment = true;
  }

  #put(written: string): void {
    if (written === '') return;
    if (this.#endsInComment) {
      this.#open(this.#indent);
      this.#line += written.trimStart();
      return;
    }
    // A quoted word may hold line ends, whose lines begin as they are.
    const lines = `${this.#line}${written}`.split('\n');
    this.#line = lines.pop() ?? '';
    this.#lines.push(...lines);
  }
}
