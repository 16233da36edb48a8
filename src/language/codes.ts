/** Every diagnostic's code with its fixed severity; `docs/diagnostics.md` has an anchor for each. */

export type Severity = 'error' | 'warning' | 'notice';

export const codes = {
  // The text of a chain.
  'unexpected-token': 'error',
  'unclosed-bracket': 'error',
  'unclosed-quote': 'error',
  'wrong-arrow': 'error',
  'invalid-condition': 'error',
  'dangling-else': 'notice',
  'else-without-if': 'error',
  'positional-if-arity': 'error',
  'pipe-in-parallel': 'error',
  'unsupported-construct': 'error',
  'nesting-too-deep': 'error',
  'empty-chain': 'error',
  // What the names mean.
  'bare-word': 'notice',
  'unknown-command': 'error',
  'unknown-metric': 'error',
  'unknown-axis': 'error',
  'unknown-variable': 'error',
  'unknown-param': 'error',
  'invalid-param': 'error',
  'unused-param': 'error',
  'ambiguous-metric': 'error',
  'ambiguous-reading': 'notice',
  'constant-gate': 'error',
  'unit-guess': 'notice',
  'macro-cycle': 'error',
  'nothing-to-collect': 'error',
  'deploy-without-gate': 'warning',
  'else-deploys': 'error',
  'shared-output': 'error',
  'hidden-definition': 'notice',
  'plan-too-large': 'error',
  // Files.
  'file-not-found': 'error',
  'unknown-workflow': 'error',
  'invalid-yaml': 'error',
  'invalid-value': 'error',
  'unknown-key': 'error',
  'duplicate-definition': 'error',
  'expression-in-file': 'error',
} as const satisfies Record<string, Severity>;

export type Code = keyof typeof codes;
