/** Text → tokens. Total: an unknown character becomes a diagnostic, never an exception. */
import type { Code } from './codes.ts';
import type { Diagnostics } from './diagnostic.ts';
import type { Source, Span } from './source.ts';
import type { ConditionToken, Sign, Token, WordPart } from './token.ts';

/** After one of these a newline does not end the statement. */
const continuing: ReadonlySet<string> = new Set(['arrow', '&&', '||', '|', '&', '>', '>>']);

/** `/if:`, `elif:`, `/require:` …: what follows up to the next arrow is a condition. */
const conditionStart = /\/?(?:if|elif|require|until):/iy;
/** What people and editors write for `→`. */
const wrongArrow = /[=-]{2,4}>|=>|[–—]>|[⇒➜➔➡⟶⟹⇨]\uFE0F?/uy;
const wordEnd = /[\s|&;[\]()<>→⇒➜➔➡⟶⟹⇨↳]/;
const name = /[\p{L}_](?:[\p{L}\p{N}_]|-(?!-{0,3}>)|\.(?=[\p{L}_]))*/uy;
const variable = /\$[\p{L}_](?:[\p{L}\p{N}_]|-(?!-{0,3}>)|\.(?=[\p{L}_]))*/uy;
const result = /<result(?:\.[\p{L}\p{N}_-]+)*>/iuy;
const expression = /\$\{[^}\n]*\}?/y;
const angled = /<[^\s<>|&;[\]()]*>?/y;
const number = /(?:\d+(?:\.\d+)?|\.\d+)(?:[eE][+-]?\d+)?/y;
const lineBreak = /\\\r?\n/y;
const operators = ['>=', '<=', '==', '!=', '&&', '||', '>', '<', '=', '+', '-', '*', '/', '!', '(', ')', ','];
const mathematical: Readonly<Record<string, string>> = { '≥': '>=', '≤': '<=', '≠': '!=' };

export function lex(source: Source, diagnostics: Diagnostics): Token[] {
  return new Lexer(source, diagnostics).run();
}

/** Tokens of a condition that stands alone, as under `where:` of a project file; its lines are one condition. */
export function lexCondition(source: Source, diagnostics: Diagnostics): Token[] {
  return new Lexer(source, diagnostics).runCondition();
}

class Lexer {
  readonly #source: Source;
  readonly #text: string;
  readonly #diagnostics: Diagnostics;
  readonly #tokens: Token[] = [];
  #at = 0;
  /** Open brackets: inside them a newline is a blank. */
  #depth = 0;

  constructor(source: Source, diagnostics: Diagnostics) {
    this.#source = source;
    this.#text = source.text;
    this.#diagnostics = diagnostics;
  }

  run(): Token[] {
    while (this.#at < this.#text.length) this.#next();
    this.#sign('end', 0);
    return this.#tokens;
  }

  runCondition(): Token[] {
    this.#depth = 1;
    this.#conditionTokens();
    this.#sign('end', 0);
    return this.#tokens;
  }

  #next(): void {
    const character = this.#text[this.#at] ?? '';
    if (character === '\n') return this.#newline();
    if (isBlank(character)) {
      this.#at += 1;
      return;
    }
    if (this.#matches(lineBreak)) {
      this.#take(lineBreak);
      return;
    }
    if (character === '#' && this.#afterBlank()) return this.#comment();
    if (this.#matches(wrongArrow)) return this.#wrongArrow();
    if (this.#text.startsWith('->', this.#at)) return this.#sign('arrow', 2);
    switch (character) {
      case '→':
        return this.#sign('arrow', 1);
      case '↳':
      case ';':
        return this.#sign(character, 1);
      case '[':
      case '(':
        this.#depth += 1;
        return this.#sign(character, 1);
      case ']':
      case ')':
        this.#depth = Math.max(0, this.#depth - 1);
        return this.#sign(character, 1);
      case '&':
      case '|':
      case '>':
        return this.#doubled(character);
      case '<':
        return this.#matches(result) ? this.#word() : this.#angled();
      case '=':
        return this.#assigns() ? this.#sign('=', 1) : this.#word();
    }
    conditionStart.lastIndex = this.#at;
    const start = conditionStart.exec(this.#text);
    if (start) return this.#condition(start[0]);
    return this.#word();
  }

  #doubled(character: '&' | '|' | '>'): void {
    if (this.#text[this.#at + 1] !== character) return this.#sign(character, 1);
    this.#sign(character === '&' ? '&&' : character === '|' ? '||' : '>>', 2);
  }

  #sign(kind: Sign, length: number): void {
    this.#tokens.push({ kind, span: { start: this.#at, end: this.#at + length } });
    this.#at += length;
  }

  /** `$x =` and `$x=`: an equals sign directly behind a variable that begins an element. */
  #assigns(): boolean {
    const before = this.#tokens.at(-1);
    const only =
      before?.kind === 'word' && before.parts.length === 1 && !before.quoted ? before.parts[0] : undefined;
    return only?.kind === 'variable' && !this.#isArgument(this.#tokens.length - 1);
  }

  #isArgument(index: number): boolean {
    return this.#tokens[index - 1]?.kind === 'word';
  }

  #newline(): void {
    const start = this.#at;
    this.#skipBlankLines();
    const rest = this.#text[this.#at] ?? '';
    const leads = rest === '→' || rest === '↳' || this.#text.startsWith('->', this.#at);
    const before = this.#tokens.at(-1);
    if (this.#depth > 0 || leads || !before || before.kind === 'newline' || continuing.has(before.kind))
      return;
    this.#tokens.push({ kind: 'newline', span: { start, end: start + 1 } });
  }

  #skipBlankLines(): void {
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (character === '\n' || isBlank(character)) this.#at += 1;
      else if (character === '#') this.#comment();
      else return;
    }
  }

  #afterBlank(): boolean {
    const before = this.#text[this.#at - 1];
    return before === undefined || before === '\n' || isBlank(before);
  }

  #comment(): void {
    const end = this.#text.indexOf('\n', this.#at);
    this.#at = end < 0 ? this.#text.length : end;
  }

  #wrongArrow(): void {
    const start = this.#at;
    const written = this.#take(wrongArrow);
    const span = { start, end: this.#at };
    this.#report('wrong-arrow', span, `\`${written}\` is not an arrow of this language`, 'write `→` or `->`');
    this.#tokens.push({ kind: 'arrow', span });
  }

  /** `<file` and `<something>`: shells and readers would take them for more than words. */
  #angled(): void {
    const start = this.#at;
    const text = this.#take(angled);
    const span = { start, end: this.#at };
    const help = text.endsWith('>')
      ? 'write `<result>` for what the element before gave; quote any other text'
      : `as an argument it is quoted: \`'${text}'\``;
    this.#report('unexpected-token', span, `\`${text}\` has no meaning here`, help);
    this.#tokens.push({ kind: 'word', span, text, quoted: true, parts: [{ kind: 'text', text }] });
  }

  #word(): void {
    const start = this.#at;
    const word: OpenWord = { parts: [], text: '', quoted: false };
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (character === "'" || character === '"') this.#quotation(character, word);
      else if (character === '\\' && this.#at + 1 < this.#text.length) this.#escape(word);
      else if (character === '$' && this.#dollar(word)) {
        const isTarget = word.parts.length === 1 && word.parts[0]?.kind === 'variable' && !word.quoted;
        if (this.#text[this.#at] === '=' && isTarget && !this.#isArgument(this.#tokens.length)) break;
      } else if (character === '<' && this.#matches(result)) {
        flush(word);
        word.parts.push(this.#resultPart());
      } else if (this.#endsWord(character)) break;
      else {
        word.text += character;
        this.#at += 1;
      }
    }
    if (word.text !== '' || word.parts.length === 0) word.parts.push({ kind: 'text', text: word.text });
    const { parts, quoted } = word;
    const span = { start, end: this.#at };
    this.#tokens.push({ kind: 'word', span, text: this.#text.slice(start, this.#at), quoted, parts });
  }

  #endsWord(character: string): boolean {
    if (wordEnd.test(character)) return true;
    if (character === '-' && this.#text[this.#at + 1] === '>') return true;
    return '=-–—'.includes(character) && this.#matches(wrongArrow);
  }

  /** A backslash takes the next character as it is; at the end of a line both are nothing, as in a shell. */
  #escape(word: OpenWord): void {
    if (this.#matches(lineBreak)) {
      this.#take(lineBreak);
      return;
    }
    const whole = String.fromCodePoint(this.#text.codePointAt(this.#at + 1) ?? 0);
    word.text += whole;
    word.quoted = true;
    this.#at += 1 + whole.length;
  }

  /** A variable, or an expression, which is refused; false when the sign is only a sign. */
  #dollar(word: OpenWord): boolean {
    if (this.#matches(variable)) {
      flush(word);
      word.parts.push(this.#variablePart());
      return true;
    }
    if (!this.#matches(expression)) return false;
    const start = this.#at;
    word.text += this.#take(expression);
    this.#report('unsupported-construct', { start, end: this.#at }, '`${…}` is not supported yet');
    return true;
  }

  /** One quoted stretch of a word: `'…'` is literal; in `"…"` variables work, and a backslash before `"`, `\`, `$` or `` ` ``. */
  #quotation(quote: string, word: OpenWord): void {
    const start = this.#at;
    word.quoted = true;
    this.#at += 1;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      if (character === quote) {
        this.#at += 1;
        return;
      }
      if (quote === '"' && this.#matches(lineBreak)) {
        this.#take(lineBreak);
      } else if (quote === '"' && character === '\\' && '"\\$`'.includes(this.#text[this.#at + 1] ?? 'no')) {
        word.text += this.#text[this.#at + 1];
        this.#at += 2;
      } else if (quote !== '"' || character !== '$' || !this.#dollar(word)) {
        word.text += character;
        this.#at += 1;
      }
    }
    this.#unclosed(start, quote);
  }

  #unclosed(start: number, quote: string): void {
    const help = `add the closing \`${quote}\``;
    this.#report('unclosed-quote', { start, end: start + 1 }, 'this quote is never closed', help);
  }

  #variablePart(): WordPart {
    const start = this.#at;
    const text = this.#take(variable);
    return { kind: 'variable', name: text.slice(1), span: { start, end: this.#at } };
  }

  #resultPart(): WordPart {
    const start = this.#at;
    const path = this.#take(result).slice(1, -1).split('.');
    return { kind: 'result', path: path.slice(1), span: { start, end: this.#at } };
  }

  /** The keyword as a word token, then condition tokens up to what ends a condition. */
  #condition(keyword: string): void {
    const start = this.#at;
    this.#at += keyword.length;
    const parts: WordPart[] = [{ kind: 'text', text: keyword }];
    this.#tokens.push({ kind: 'word', span: { start, end: this.#at }, text: keyword, quoted: false, parts });
    this.#conditionTokens();
  }

  #conditionTokens(): void {
    let parentheses = 0;
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at] ?? '';
      const last = this.#tokens.at(-1);
      const goesOn = parentheses > 0 || (last?.kind === 'operator' && last.text !== ')');
      if (isBlank(character) || (character === '\n' && (goesOn || this.#depth > 0))) this.#at += 1;
      else if (character === '#' && goesOn && this.#afterBlank()) this.#comment();
      else if (this.#matches(lineBreak)) this.#take(lineBreak);
      else if (
        this.#text.startsWith('=>', this.#at) &&
        /^=>\s*[-.\d$]/.test(this.#text.slice(this.#at, this.#at + 20))
      )
        this.#reversed();
      else if (this.#endsCondition(character, parentheses)) return;
      else {
        if (character === '(') parentheses += 1;
        if (character === ')') parentheses -= 1;
        this.#conditionToken(character);
      }
    }
  }

  /** `acc=>0.9` can only mean `>=`. */
  #reversed(): void {
    const span = { start: this.#at, end: this.#at + 2 };
    this.#report('wrong-arrow', span, '`=>` is no comparison', 'write `>=` to compare, or `→` to go on');
    this.#at = span.end;
    this.#tokens.push({ kind: 'operator', text: '>=', span });
  }

  #endsCondition(character: string, parentheses: number): boolean {
    const next = this.#text[this.#at + 1] ?? '';
    if (this.#matches(wrongArrow)) return true;
    if (character === ')') return parentheses === 0;
    if (character === '-') return next === '>';
    if (character === '|') return next !== '|';
    if (character === '&') return next !== '&';
    if (character === '#') return this.#afterBlank();
    // ` /deploy` behind a blank is a command whose arrow is missing; `a/b` and `a / b` divide.
    if (character === '/') return this.#afterBlank() && /\p{L}/u.test(next);
    return '→↳;][\n'.includes(character);
  }

  #conditionToken(character: string): void {
    const start = this.#at;
    const push = (kind: ConditionToken['kind'], text: string) => {
      this.#tokens.push({ kind, text, span: { start, end: this.#at } });
    };
    if (this.#matches(number)) {
      const text = this.#take(number);
      if (this.#text[this.#at] !== '%') return push('number', text);
      this.#at += 1;
      return push('percent', `${text}%`);
    }
    if (this.#matches(variable)) return push('variable', this.#take(variable));
    if (this.#matches(name)) return push('name', this.#take(name));
    if (character === "'" || character === '"') {
      const end = this.#text.indexOf(character, start + 1);
      if (end < 0) this.#unclosed(start, character);
      this.#at = end < 0 ? this.#text.length : end + 1;
      return push('string', this.#text.slice(start + 1, end < 0 ? undefined : end));
    }
    const mapped = mathematical[character];
    const operator = mapped ?? operators.find((candidate) => this.#text.startsWith(candidate, start));
    if (operator !== undefined) {
      this.#at += mapped ? 1 : operator.length;
      return push('operator', operator);
    }
    const whole = String.fromCodePoint(this.#text.codePointAt(start) ?? 0);
    this.#at += whole.length;
    this.#report('invalid-condition', { start, end: this.#at }, `\`${whole}\` has no meaning in a condition`);
  }

  #matches(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    return pattern.test(this.#text);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += text.length;
    return text;
  }

  #report(code: Code, span: Span, message: string, help?: string): void {
    this.#diagnostics.add(code, this.#source, span, message, { help });
  }
}

/** A word while it is read: its finished parts, and the text since the last of them. */
interface OpenWord {
  readonly parts: WordPart[];
  text: string;
  quoted: boolean;
}

function flush(word: OpenWord): void {
  if (word.text !== '') word.parts.push({ kind: 'text', text: word.text });
  word.text = '';
}

function isBlank(character: string): boolean {
  return character !== '\n' && /\s/.test(character);
}
