/** The words of the language itself. */
import type { Token, WordToken } from './token.ts';

/** Followed by a condition: `/if:acc>0.9`. */
export const conditionKeyword = /^\/?(?:if|elif|require|until|case):$/i;

/** Words that no command can have as its name, without slash and colon, in lower case. */
export const reservedWords: ReadonlySet<string> = new Set([
  ...[
    'if',
    'elif',
    'else',
    'end',
    'require',
    'parallel',
    'fork',
    'barrier',
    'case',
    'try',
    'catch',
    'finally',
  ],
  ...['fallback', 'repeat', 'until', 'budget', 'droid', 'context', 'on_failure'],
]);

/** Commands by which a running workflow is spoken to; they are answered at once and belong to no chain. */
export const controlCommands: ReadonlySet<string> = new Set([
  ...['ml_plan', 'ml_status', 'ml_stop', 'ml_approve', 'ml_resume', 'ml_help'],
]);

const construct =
  /^\/?(?:(?:try|catch|fallback|retry|timeout|repeat|until|budget|fork|case|droid|state|context):|[^:]+-with-retry:\d|(?:barrier|on[_-]failure|finally|try|catch)$)/i;

/** Whether the word belongs to a construct of the language, so that it can be no command. */
export function beginsConstruct(word: string): boolean {
  return construct.test(word);
}

/** `parallel` or `parallel:max=3`. */
export function isParallel(word: string): boolean {
  return /^\/?parallel(?::|$)/i.test(word);
}

/** A word of the language as it stands in the text: what is before its colon, in lower case without slash, and behind. */
export interface Keyword {
  readonly name: string;
  /** Undefined when it has no colon. */
  readonly value: string | undefined;
}

/** `on-failure` is `on_failure`. */
export function keywordName(word: string): string {
  return word.toLowerCase().replaceAll('-', '_');
}

export function keywordOf(word: WordToken): Keyword {
  const [, name = '', value] = /^\/?([^:]*)(?::(.*))?$/s.exec(word.text) ?? [];
  return { name: keywordName(name), value };
}

/** What goes on, or ends, an open `/if:` or `/try:`. */
export type Marker = '/elif:' | '/else' | '/catch:' | '/finally' | '/end';

export function markerOf(token: Token): Marker | undefined {
  if (token.kind !== 'word' || token.quoted) return undefined;
  switch (token.text.slice(0, 8).toLowerCase()) {
    case '/elif:':
      return '/elif:';
    case '/else':
      return '/else';
    case '/end':
      return '/end';
    case '/finally':
      return token.text.length === 8 ? '/finally' : undefined;
  }
  return /^\/catch(?::|$)/i.test(token.text) ? '/catch:' : undefined;
}

const element =
  /^\/?(?:(?:if|elif|require|until|case|try|fallback|catch):|(?:retry|repeat|fork):\d+$|timeout:\d+[smhd]?$|budget:\$?\d+(?:\.\d+)?(?:usd)?$|state:(?:save|load)$)|^\/(?:else|end|finally|catch)$/i;

/** A word that can only begin an element, never be an argument. */
export function beginsElement(token: Token): boolean {
  return token.kind === 'word' && !token.quoted && element.test(token.text);
}
