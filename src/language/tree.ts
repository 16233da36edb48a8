/** What a chain says, as a tree. Each node shows the text it stands for. */
import type { Span } from './source.ts';

/** One or more statements: `/a → /b; /c`. */
export interface Chain {
  readonly statements: readonly Statement[];
  /** Comments behind the last statement, or of a chain that has none. */
  readonly comments?: Comments;
  readonly span: Span;
}

/** Lines as written, each with its `#`, without blanks around it; an empty one stands for empty lines between statements. */
export type Comments = readonly string[];

export interface Statement {
  readonly sequence: Sequence;
  /** What stands behind it: after `;` the next statement runs whatever happened here, after a newline only on success. */
  readonly end: ';' | 'newline';
}

/** `/a → /b → /c` */
export interface Sequence {
  readonly elements: readonly Element[];
  /** Comments behind the last element, at the end of its line. */
  readonly comments?: Comments;
  readonly span: Span;
}

export type Element =
  | Command
  | Distribution
  | Parallel
  | Fork
  | Barrier
  | Pipe
  | Logical
  | Group
  | Assignment
  | If
  | Case
  | Require
  | Try
  | Fallback
  | Retry
  | Timeout
  | Repeat
  | Budget
  | Delegation
  | Handler
  | Checkpoint
  | Context
  | Unreadable;

interface ElementBase {
  /** Comments that stand in front of it. */
  readonly comments?: Comments;
  /** At the end of its line, where an arrow behind it goes on. */
  readonly lineComments?: Comments;
  readonly span: Span;
}

/** `/train:sigma-0.10 --epochs 60 > $x` */
export interface Command extends ElementBase {
  readonly kind: 'command';
  /** Without the slash, as written: `train:sigma-0.10`. */
  readonly name: string;
  readonly nameSpan: Span;
  /** False for a bare word, `archive-variant`. */
  readonly slash: boolean;
  readonly arguments: readonly Argument[];
  readonly redirects: readonly Redirect[];
}

export type WordPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string; readonly span: Span }
  /** `${$epochs + 1}` */
  | { readonly kind: 'expression'; readonly condition: Condition; readonly span: Span }
  /** `<result>` or `<result.accuracy>`: what the element before gave. */
  | { readonly kind: 'result'; readonly path: readonly string[]; readonly span: Span };

export interface Argument {
  readonly parts: readonly WordPart[];
  /** As written, quotes and escapes included. */
  readonly text: string;
  readonly quoted: boolean;
  readonly span: Span;
}

/** `> winner` and `> $winner` store in a variable, `> winner.json` in a file; `>>` appends to a `.jsonl` file. */
export interface Redirect {
  readonly to:
    | {
        readonly is: 'variable';
        readonly name: string /** Written without the sign. */;
        readonly plain: boolean;
      }
    | { readonly is: 'file'; readonly path: Argument };
  readonly append: boolean;
  readonly span: Span;
}

/** `/cmd --flag parallel[x | y]` and `/cmd[list]`: the command once for each item, as parallel branches. */
export interface Distribution extends ElementBase {
  readonly kind: 'distribution';
  readonly command: Command;
  readonly items:
    | { readonly is: 'words'; readonly words: readonly (readonly Argument[])[] }
    /** A declared list, or a variable that holds one. */
    | { readonly is: 'list'; readonly name: string; readonly variable: boolean; readonly span: Span };
  readonly max?: number;
  readonly min?: number;
}

/** `parallel:max=3:min=2[/a | /b → /c]`; each branch a whole chain, `;` included. */
export interface Parallel extends ElementBase {
  readonly kind: 'parallel';
  /** At most so many branches at once. */
  readonly max?: number;
  /** So many branches must succeed. */
  readonly min?: number;
  readonly branches: readonly Chain[];
}

/** `/a & /b`, and `fork:4 → /a & /b`: branches that stay open until the next barrier of their block, or its end. */
export interface Fork extends ElementBase {
  readonly kind: 'fork';
  /** At most so many at once. */
  readonly max?: number;
  readonly branches: readonly Element[];
}

/** `barrier`, `barrier → $ready` */
export interface Barrier extends ElementBase {
  readonly kind: 'barrier';
  /** Set to whether all succeeded. */
  readonly variable?: string;
  readonly variableSpan?: Span;
}

/** `/a | /b`: the result of each is the input of the next. */
export interface Pipe extends ElementBase {
  readonly kind: 'pipe';
  readonly stages: readonly Element[];
}

/** `a && b || c`: equal in rank, from the left, as in sh. */
export interface Logical extends ElementBase {
  readonly kind: 'logical';
  readonly operator: '&&' | '||';
  readonly left: Element;
  readonly right: Element;
}

/** `( /a → /b; /c )` */
export interface Group extends ElementBase {
  readonly kind: 'group';
  readonly chain: Chain;
}

/** `$x=<result>`, `$x=<result.accuracy>`, `$x=0.87`, `$x=${$y + 1}`, `$x = /cmd > file.json` */
export interface Assignment extends ElementBase {
  readonly kind: 'assignment';
  readonly variable: string;
  readonly variableSpan: Span;
  readonly value: AssignedValue;
}

export type AssignedValue =
  | { readonly is: 'result'; readonly path: readonly string[] }
  | { readonly is: 'literal'; readonly text: string }
  | { readonly is: 'expression'; readonly condition: Condition }
  /** What the command gives. */
  | { readonly is: 'command'; readonly command: Command };

/** `/if:c → A → /elif:c2 → B → /else → C → /end`, or `if:c → then → else`: one tree for both spellings. */
export interface If extends ElementBase {
  readonly kind: 'if';
  readonly arms: readonly Arm[];
  readonly otherwise?: Sequence;
  /** Where `/else` stands, or the positional else itself. */
  readonly otherwiseSpan?: Span;
  readonly positional: boolean;
  /** Written with `/end`, so that the chain goes on behind it for every outcome. */
  readonly closed: boolean;
}

export interface Arm {
  readonly condition: Condition;
  readonly body: Sequence;
  readonly span: Span;
}

/** `case:$x` with lines `↳ pattern → chain`; the first arm with a pattern that fits runs. */
export interface Case extends ElementBase {
  readonly kind: 'case';
  readonly subject: Condition;
  readonly arms: readonly CaseArm[];
}

export interface CaseArm {
  /** Literals and globs, any of which fits: `gpu`, `a*`; `*` fits all. */
  readonly patterns: readonly string[];
  readonly body: Sequence;
  readonly comments?: Comments;
  readonly span: Span;
}

/** `/require:acc>0.8` */
export interface Require extends ElementBase {
  readonly kind: 'require';
  readonly condition: Condition;
}

/** `/try:/a → /catch:label → /b → /else → /c → /finally → /d → /end`, or `try: /a → catch:/b`. */
export interface Try extends ElementBase {
  readonly kind: 'try';
  readonly body: Sequence;
  readonly catches: readonly Catch[];
  readonly otherwise?: Sequence;
  readonly finally?: Sequence;
  readonly closed: boolean;
}

export interface Catch {
  /** `timeout`, `training-failed`; `any` for `*` and for the bare spelling. */
  readonly label: string;
  readonly labelSpan: Span;
  readonly body: Sequence;
}

/** `/fallback:use-backup --flag`: runs the command and marks the result degraded. */
export interface Fallback extends ElementBase {
  readonly kind: 'fallback';
  readonly command: Command;
}

/** `retry:3 delay:60 → X`, `/X-with-retry:3:backoff=300`: so many attempts more after the first. */
export interface Retry extends ElementBase {
  readonly kind: 'retry';
  readonly retries: number;
  /** Constant, seconds. */
  readonly delay?: number;
  /** The first delay in seconds; it doubles from there. */
  readonly backoff?: number;
  readonly body: Element;
}

/** `timeout:300 → X` */
export interface Timeout extends ElementBase {
  readonly kind: 'timeout';
  readonly seconds: number;
  readonly body: Element;
}

/** `repeat:5 until:acc>0.9 → X` */
export interface Repeat extends ElementBase {
  readonly kind: 'repeat';
  readonly times: number;
  readonly until: Condition;
  readonly body: Element;
}

/** `budget:12usd → X` */
export interface Budget extends ElementBase {
  readonly kind: 'budget';
  readonly dollars: number;
  readonly body: Element;
}

/** `droid:name → /task`: the element is done by that agent. */
export interface Delegation extends ElementBase {
  readonly kind: 'delegation';
  readonly agent: string;
  readonly agentSpan: Span;
  readonly body: Element;
}

/** `on_failure → H`, `finally → H`: for the whole chain it stands in, a statement of its own. */
export interface Handler extends ElementBase {
  readonly kind: 'handler';
  readonly on: 'failure' | 'end';
  readonly body: Element;
}

/** `state:save → checkpoint.json` */
export interface Checkpoint extends ElementBase {
  readonly kind: 'checkpoint';
  readonly action: 'save' | 'load';
  readonly file: Argument;
}

/** `context:phase1_winner → $best_sigma`, `context:phase1_winner.sigma → $s`: a field of a stored result. */
export interface Context extends ElementBase {
  readonly kind: 'context';
  readonly name: string;
  readonly nameSpan: Span;
  /** Undefined where the variable's name tells it. */
  readonly field?: string;
  readonly variable: string;
  readonly variableSpan: Span;
}

/** Stands where something could not be read, which a diagnostic says: nothing is known of what it would have done. */
export interface Unreadable extends ElementBase {
  readonly kind: 'unreadable';
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
  /** `min(a, b)`, `status(train)`, `delta(accuracy)` */
  | {
      readonly kind: 'call';
      readonly function: ExpressionFunction;
      readonly arguments: readonly Expression[];
      readonly span: Span;
    }
  /** `accuracy > 0.9 confidence 95%`: decided only when the whole interval lies on one side. */
  | {
      readonly kind: 'confidence';
      /** 0 to 1. */
      readonly level: number;
      readonly comparison: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'not'; readonly operand: Expression; readonly span: Span }
  | { readonly kind: 'negative'; readonly operand: Expression; readonly span: Span }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    };

export type ExpressionFunction = 'status' | 'delta' | 'min' | 'max' | 'abs' | 'round';
export type BinaryOperator = 'or' | 'and' | Comparison | '+' | '-' | '*' | '/';
export type Comparison = '>' | '>=' | '<' | '<=' | '==' | '!=';
