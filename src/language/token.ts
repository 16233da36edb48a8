/** The words and signs a chain is made of. */
import type { Span } from './source.ts';

export type Token = SignToken | WordToken | ConditionToken;

/** A sign of the chain itself; its text is its kind, save for the two spellings of the arrow. */
export interface SignToken {
  readonly kind: Sign;
  readonly span: Span;
}

export type Sign =
  | 'arrow'
  | ';'
  | 'newline'
  | '&&'
  | '||'
  | '|'
  | '&'
  | '['
  | ']'
  | '('
  | ')'
  | '>'
  | '>>'
  | '↳'
  | '='
  | 'end';

export interface WordToken {
  readonly kind: 'word';
  readonly span: Span;
  /** As written, quotes and escapes included. */
  readonly text: string;
  /** A quoted word is an argument, never a keyword or a command. */
  readonly quoted: boolean;
  readonly parts: readonly WordPart[];
}

export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly span: Span }
  /** `<result>` or `<result.accuracy>`: what the element before gave. */
  | { readonly kind: 'result'; readonly path: readonly string[]; readonly span: Span };

/** What stands between `/if:` and the next arrow. */
export interface ConditionToken {
  readonly kind: 'number' | 'percent' | 'string' | 'name' | 'variable' | 'operator';
  readonly span: Span;
  readonly text: string;
}

/** How a token is named in a message: what a person would call it. */
export function describe(token: Token): string {
  switch (token.kind) {
    case 'arrow':
      return '`→`';
    case 'newline':
      return 'the end of the line';
    case 'end':
      return 'the end of the chain';
    case 'word':
    case 'number':
    case 'percent':
    case 'string':
    case 'name':
    case 'variable':
    case 'operator':
      return `\`${token.text}\``;
    default:
      return `\`${token.kind}\``;
  }
}
