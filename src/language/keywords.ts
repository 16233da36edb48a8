/** The words of the language itself: which there are, which of them this version runs. */

/** Followed by a condition: `/if:acc>0.9`. */
export const conditionKeyword = /^\/?(?:if|elif|require|until):$/i;

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

const unsupportedKeyword =
  /^\/?(?:(?:try|catch|fallback|retry|timeout|repeat|until|budget|fork|case|droid|state|context):|[^:]+-with-retry:\d|(?:barrier|on[_-]failure|finally|try|catch)$)/i;

/** Whether the word begins a construct of the language that this version does not run. */
export function isUnsupported(word: string): boolean {
  return unsupportedKeyword.test(word);
}

/** `parallel` or `parallel:max=3`. */
export function isParallel(word: string): boolean {
  return /^\/?parallel(?::|$)/i.test(word);
}
