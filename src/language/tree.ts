/** What a chain says, as a tree. Each node shows the text it stands for. */
import type { Span } from './source.ts';
import type { WordPart } from './token.ts';

/** One or more statements: `/a → /b; /c`. */
export interface Chain {
  readonly statements: readonly Statement[];
  readonly span: Span;
}

export interface Statement {
  readonly sequence: Sequence;
  /** What stands behind it: after `;` the next statement runs whatever happened here, after a newline only on success. */
  readonly end: ';' | 'newline';
}

/** `/a → /b → /c` */
export interface Sequence {
  readonly elements: readonly Element[];
  readonly span: Span;
}

export type Element = Command | Parallel | If | Require | Assignment | Logical | Group | Unreadable;

/** `/train:sigma-0.10 --epochs 60` */
export interface Command {
  readonly kind: 'command';
  /** Without the slash, as written: `train:sigma-0.10`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** False for a bare word, `archive-variant`. */
  readonly slash: boolean;
  readonly arguments: readonly Argument[];
  readonly span: Span;
}

export interface Argument {
  readonly parts: readonly WordPart[];
  /** As written, quotes and escapes included. */
  readonly text: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** `parallel:max=3:min=2[/a | /b → /c]`; each branch a whole chain, `;` included. */
export interface Parallel {
  readonly kind: 'parallel';
  /** At most so many branches at once. */
  readonly max?: number;
  /** So many branches must succeed. */
  readonly min?: number;
  readonly branches: readonly Chain[];
  readonly span: Span;
}

/** `/if:c → A → /elif:c2 → B → /else → C → /end`, or `if:c → then → else`: one tree for both spellings. */
export interface If {
  readonly kind: 'if';
  readonly arms: readonly Arm[];
  readonly otherwise?: Sequence;
  /** Where `/else` stands, or the positional else itself. */
  readonly otherwiseSpan?: Span;
  readonly positional: boolean;
  /** Written with `/end`, so that the chain goes on behind it for every outcome. */
  readonly closed: boolean;
  readonly span: Span;
}

export interface Arm {
  readonly condition: Condition;
  readonly body: Sequence;
  readonly span: Span;
}

/** `/require:acc>0.8` */
export interface Require {
  readonly kind: 'require';
  readonly condition: Condition;
  readonly span: Span;
}

/** `$x=<result>`, `$x=<result.accuracy>`, `$x=0.87` */
export interface Assignment {
  readonly kind: 'assignment';
  readonly variable: string;
  readonly variableSpan: Span;
  readonly value: AssignedValue;
  readonly span: Span;
}

export type AssignedValue =
  | { readonly is: 'result'; readonly path: readonly string[] }
  | { readonly is: 'literal'; readonly text: string };

/** `a && b || c`: equal in rank, from the left, as in sh. */
export interface Logical {
  readonly kind: 'logical';
  readonly operator: '&&' | '||';
  readonly left: Element;
  readonly right: Element;
  readonly span: Span;
}

/** `( /a → /b; /c )` */
export interface Group {
  readonly kind: 'group';
  readonly chain: Chain;
  readonly span: Span;
}

/** Stands where something could not be read, which a diagnostic says: nothing is known of what it would have done. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly span: Span;
}

/** A condition with the text it was written as. */
export interface Condition {
  /** Undefined when it could not be read, which a diagnostic says. */
  readonly expression: Expression | undefined;
  /** On one line, without comments. */
  readonly text: string;
  readonly span: Span;
}

export type Expression =
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly percent: boolean;
      readonly text: string;
      readonly span: Span;
    }
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'name'; readonly name: string; readonly span: Span }
  | { readonly kind: 'variable'; readonly name: string; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Expression; readonly span: Span }
  | { readonly kind: 'negative'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    };

export type BinaryOperator = 'or' | 'and' | Comparison | '+' | '-' | '*' | '/';
export type Comparison = '>' | '>=' | '<' | '<=' | '==' | '!=';
