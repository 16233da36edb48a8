/**
 * Which lines of a comment begin in plain text, as GitHub shows it. What people do not see, or see as a quotation or as
 * code, commands nothing. Markdown can be read in more than one way where somebody wants it so: a line is plain text when it
 * is so in each of them.
 */

/** Elements of HTML in which stands a quotation, or code, or what is struck out or not shown. */
const setApart: ReadonlySet<string> = new Set([
  ...[
    'pre',
    'code',
    'samp',
    'kbd',
    'tt',
    'blockquote',
    'q',
    'del',
    's',
    'strike',
    'script',
    'style',
    'template',
  ],
  ...[
    'textarea',
    'title',
    'xmp',
    'iframe',
    'noembed',
    'noframes',
    'noscript',
    'plaintext',
    'svg',
    'math',
    'select',
  ],
]);

const marks = '(?:(?:[-+*]|\\d{1,9}[.)])[\\t ]+)*';
const fence = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/;
/** In a list, or at any depth. */
const anyFence = new RegExp(`^[\\t ]*${marks}(\`{3,}(?=[^\`]*$)|~{3,})`);
const quotation = new RegExp(`^[\\t ]*${marks}>`);
const item = /^ {0,3}(?:[-+*]|\d{1,9}[.)])(?:[\t ]|$)/;
/** A heading, a rule, the line below a heading. */
const alone = /^ {0,3}(?:#{1,6}(?:[\t ]|$)|(?:[-_*][\t ]*){3,}$|=+[\t ]*$|-+[\t ]*$)/;
const html = /^ {0,3}<[A-Za-z/!?]/;

/** What hides all up to its end: comments, instructions, declarations. `<!-->` ends itself. */
const unseen: readonly { readonly start: RegExp; readonly end: string; readonly skip: number }[] = [
  { start: /<!--/y, end: '-->', skip: 2 },
  { start: /<!\[CDATA\[/y, end: ']]>', skip: 9 },
  { start: /<\?/y, end: '?>', skip: 2 },
  { start: /<![A-Za-z]/y, end: '>', skip: 2 },
];
const tag = /<(\/?)([A-Za-z][A-Za-z0-9-]{0,30})(?=[\s/>]|$)/y;
/** Longer ones hide what is left of the comment. */
const longestTag = 4000;

/** Which lines that begin with a tag make a block by themselves depends on the tag; in some of these blocks fences are text. */
interface HtmlReading {
  readonly splits: boolean;
  readonly hasFences: boolean;
}
const htmlReadings: readonly HtmlReading[] = [
  { splits: false, hasFences: true },
  { splits: true, hasFences: true },
  { splits: true, hasFences: false },
];

/** For each line whether its first character is plain text. Takes time as long as the text, whatever stands in it. */
export function shownLines(lines: readonly string[]): boolean[] {
  const readings = [
    ...htmlReadings.map((reading) => new Walk(lines, reading).run()),
    outside<Fence>(lines, (line, open) => fenceBehind(line, open, anyFence)),
    outside<true>(lines, (line, isQuoted) =>
      line.trim() === '' ? undefined : quotation.test(line) || isQuoted ? true : undefined,
    ),
  ];
  return lines.map((_, index) => readings.every((isShown) => isShown[index] === true));
}

/** Lines that one construct leaves alone, whatever stands around it. `behind`: what is open behind a line. */
function outside<Open>(
  lines: readonly string[],
  behind: (line: string, open: Open | undefined) => Open | undefined,
): boolean[] {
  let open: Open | undefined;
  return lines.map((line) => {
    const before = open;
    open = behind(line, before);
    return before === undefined && open === undefined;
  });
}

interface Fence {
  readonly sign: string;
  readonly length: number;
}

function fenceBehind(line: string, open: Fence | undefined, pattern: RegExp): Fence | undefined {
  const [, signs] = pattern.exec(line) ?? [];
  if (signs === undefined) return open;
  const found = { sign: signs[0] ?? '', length: signs.length };
  if (!open) return found;
  const isBare = line.trim().length === signs.length;
  return found.sign === open.sign && found.length >= open.length && isBare ? undefined : open;
}

class Walk {
  readonly #lines: readonly string[];
  readonly #reading: HtmlReading;
  readonly #isShown: boolean[];
  #fence: Fence | undefined;
  /** What ends the comment, or the like, that is open. */
  #hiddenUntil: string | undefined;
  /** Open elements that are set apart: how often, by name. */
  readonly #open = new Map<string, number>();

  constructor(lines: readonly string[], reading: HtmlReading) {
    this.#lines = lines;
    this.#reading = reading;
    this.#isShown = lines.map(() => false);
  }

  run(): readonly boolean[] {
    for (let index = 0; index < this.#lines.length; ) index = this.#next(index);
    return this.#isShown;
  }

  /** Reads a line or a block, and says where the next one begins. */
  #next(index: number): number {
    const line = this.#lines[index] ?? '';
    const until = this.#hiddenUntil;
    if (until !== undefined) {
      const end = line.indexOf(until);
      if (end < 0) return index + 1;
      this.#hiddenUntil = undefined;
      this.#block(index, index + 1, end + until.length);
      return index + 1;
    }
    const before = this.#fence;
    this.#fence = fenceBehind(line, before, fence);
    if (before || this.#fence || line.trim() === '') return index + 1;
    const end = alone.test(line) ? index + 1 : this.#endOfBlock(index);
    this.#block(index, end, 0);
    return end;
  }

  /** Code spans, links and tags go over lines, but not out of their block. */
  #endOfBlock(start: number): number {
    let end = start + 1;
    const isRaw = !this.#reading.hasFences && html.test(this.#lines[start] ?? '');
    for (; end < this.#lines.length; end += 1) {
      const line = this.#lines[end] ?? '';
      if (line.trim() === '') break;
      if (isRaw) continue;
      if (fence.test(line) || alone.test(line) || item.test(line) || quotation.test(line)) break;
      if (this.#reading.splits && html.test(line)) break;
    }
    return end;
  }

  /** `from`: where to begin in its first line, whose beginning is hidden when that is not 0. */
  #block(start: number, end: number, from: number): void {
    const block = new Block(this.#lines.slice(start, end));
    const { text } = block;
    let line = start;
    if (from === 0) this.#mark(line, block, 0);
    for (let at = from; at < text.length; ) {
      if (text[at] === '\n') {
        line += 1;
        at += 1;
        this.#mark(line, block, at);
        continue;
      }
      const behind = this.#behind(block, at);
      // What is jumped over may go over lines: none of them begins in plain text.
      for (; at < behind; at += 1) if (text[at] === '\n') line += 1;
    }
  }

  #mark(line: number, block: Block, at: number): void {
    this.#isShown[line] = this.#open.size === 0 && !block.isDefinition && at >= block.blindUntil;
  }

  /** The next character that may begin something. */
  #behind(block: Block, at: number): number {
    const { text } = block;
    switch (text[at]) {
      case '\\':
        return text[at + 1] === '\n' ? at + 1 : at + 2;
      case '`':
        return block.behindCode(at);
      case '<':
        return this.#behindTag(block, at);
      case ']':
        if (text[at + 1] === '(') block.blindTo(block.find(')', at + 2));
        return at + 1;
      case '!':
        // What stands for an image is shown only where the image is not.
        if (text[at + 1] === '[') block.blindTo(Math.max(block.find('](', at), block.find('][', at)));
        return at + 1;
      default:
        return at + 1;
    }
  }

  #behindTag(block: Block, at: number): number {
    const { text } = block;
    for (const { start, end, skip } of unseen) {
      start.lastIndex = at;
      if (!start.test(text)) continue;
      const found = block.find(end, at + skip);
      if (found >= 0) return found + end.length;
      this.#hiddenUntil = end;
      return text.length;
    }
    tag.lastIndex = at;
    const [, slash, name = ''] = tag.exec(text) ?? [];
    if (slash === undefined) return at + 1;
    this.#element(name.toLowerCase(), slash === '/');
    const { end, until } = block.tagFrom(at);
    block.blindTo(end);
    this.#hiddenUntil = until;
    return until === undefined ? at + 1 : text.length;
  }

  #element(name: string, closes: boolean): void {
    if (!setApart.has(name)) return;
    const count = (this.#open.get(name) ?? 0) + (closes ? -1 : 1);
    if (count > 0) this.#open.set(name, count);
    else this.#open.delete(name);
  }
}

/** One paragraph or the like: what begins in it and has no end in it is text. */
class Block {
  readonly text: string;
  /** `[a]: /b`, of which GitHub shows nothing. */
  readonly isDefinition: boolean;
  /** Up to there lines begin within a link or a tag. */
  blindUntil = 0;
  readonly #isHtml: boolean;
  /** By what was looked for: from there on it is nowhere, so that nothing is looked for twice. */
  readonly #absentFrom = new Map<string, number>();
  /** Where runs of backticks begin, by their length, and how many of them lie behind us. */
  readonly #runs = new Map<number, { readonly at: number[]; next: number }>();

  constructor(lines: readonly string[]) {
    this.text = lines.join('\n');
    this.isDefinition = /^ {0,3}\[/.test(this.text) && this.text.includes(']:');
    this.#isHtml = lines.some((line) => html.test(line));
    for (const { 0: run, index } of this.text.matchAll(/`+/g)) {
      const runs = this.#runs.get(run.length);
      if (runs) runs.at.push(index);
      else this.#runs.set(run.length, { at: [index], next: 0 });
    }
  }

  /** Nowhere is -1. */
  find(wanted: string, from: number): number {
    if (from >= (this.#absentFrom.get(wanted) ?? Number.POSITIVE_INFINITY)) return -1;
    const found = this.text.indexOf(wanted, from);
    if (found < 0) this.#absentFrom.set(wanted, from);
    return found;
  }

  blindTo(end: number): void {
    this.blindUntil = Math.max(this.blindUntil, end);
  }

  /** A span ends with as many backticks as it began with; without those they are text. */
  behindCode(at: number): number {
    let length = 1;
    while (this.text[at + length] === '`') length += 1;
    const runs = this.#runs.get(length);
    while (runs && (runs.at[runs.next] ?? Number.POSITIVE_INFINITY) <= at) runs.next += 1;
    const end = runs?.at[runs.next];
    if (end === undefined) return at + length;
    this.blindTo(end);
    // Among tags they are text.
    return this.#isHtml ? at + length : end + length;
  }

  /**
   * Where the tag ends that begins here, -1 when it is none. `until`: it does not end in this block, and hides what is
   * behind it up to this.
   */
  tagFrom(at: number): { readonly end: number; readonly until?: string } {
    const { text } = this;
    let quote = '';
    const last = Math.min(text.length, at + longestTag);
    for (let index = at; index < last; index += 1) {
      const character = text[index] ?? '';
      if (quote !== '') quote = character === quote ? '' : quote;
      else if (character === '>') return { end: index };
      else if ((character === '"' || character === "'") && text[index - 1] === '=') quote = character;
      // In a paragraph no tag has a slash there, so this is none.
      else if (character === '\n' && text[index + 1] === '/' && !this.#isHtml) return { end: -1 };
    }
    if (!this.#isHtml && last === text.length) return { end: -1 };
    return { end: text.length, until: quote === '' ? '>' : quote };
  }
}
