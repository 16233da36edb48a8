/** The words and signs a chain is made of. */
import type { Span } from './source.ts';
import type { Comments, WordPart } from './tree.ts';

export type Token = SignToken | WordToken | ConditionToken;

interface TokenBase {
  readonly span: Span;
  /** On lines of their own between the token before and this one. */
  readonly comments?: Comments;
  /** At the end of a line that ends with the token before or, where a separator ends it, with this one. */
  readonly lineComments?: Comments;
}

/** A sign of the chain itself; its text is its kind, save for the two spellings of the arrow. */
export interface SignToken extends TokenBase {
  readonly kind: Sign;
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

export interface WordToken extends TokenBase {
  readonly kind: 'word';
  /** As written, quotes and escapes included. */
  readonly text: string;
  /** A quoted word is an argument, never a keyword or a command. */
  readonly quoted: boolean;
  readonly parts: readonly WordPart[];
}

/** What a condition is made of: what stands between `/if:` and the next arrow, and in `${…}`. */
export interface ConditionToken extends TokenBase {
  readonly kind: 'number' | 'percent' | 'string' | 'name' | 'variable' | 'operator';
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
