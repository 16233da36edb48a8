/** What conditions and templates can read of a run. */
import type { GateExpression, NodeId, StatusOf, Value } from '../plan/plan.ts';
import type { GateOperand } from './event.ts';

/** Reads variables by normalised name. */
export interface Variables {
  get(name: string): Value | undefined;
}

/** What conditions and templates read; of a metric, `value` is absent when nobody measured it. */
export interface Readings {
  readonly variables: Variables;
  metric(expression: GateExpression & { kind: 'metric' }): GateOperand;
  baseline(expression: GateExpression & { kind: 'baseline' }): GateOperand;
  /** Undefined when it cannot be told. */
  status(of: StatusOf): boolean | undefined;
  field(expression: GateExpression & { kind: 'field' }): Value | undefined;
  result(path: readonly string[], from: readonly NodeId[]): ReadValue;
  /** An expression inside an argument, as text. */
  text(expression: GateExpression): ReadText;
}

export type ReadValue =
  | { readonly metric: string; readonly value: Value; readonly problem?: undefined }
  | { readonly problem: string };
export type ReadText = { readonly text: string; readonly problem?: undefined } | { readonly problem: string };
