/** What a run is called on GitHub: the names of its check runs, which people require, and the marker of its comment. */
import { gatesOf } from '../engine/gates.ts';
import type { GateExpression, Plan } from '../plan/plan.ts';

/** One workflow of one project of a repository. */
export interface Subject {
  readonly workflow: string;
  /** The project's folder in the workspace, with `/`; empty for the workspace itself. */
  readonly project: string;
}

/** `sweep`, or `sweep (examples/lstm)`: two projects may each have a workflow of that name. */
export function labelOf({ workflow, project }: Subject): string {
  return project === '' ? workflow : `${workflow} (${project})`;
}

export function umbrellaName(subject: Subject): string {
  return `ml / ${labelOf(subject)}`;
}

/** Of one leg of a matrix, by its label. */
export function cellName(subject: Subject, label: string): string {
  return `${umbrellaName(subject)} / cell ${label.slice(0, 80)}`;
}

/** Of all legs of a matrix, by the name of its job. */
export function blockName(subject: Subject, job: string): string {
  return `${umbrellaName(subject)} / cells ${job.slice(0, 80)}`;
}

/** Different for different subjects, and the same for ever: an earlier run's comment is found by it. */
export function markerOf({ workflow, project }: Subject): string {
  const where = project === '' ? '' : ` in ${markerText(project)}`;
  return `<!-- ml-workflow: ${markerText(workflow)}${where} -->`;
}

/** Two hyphens could end the comment; half a surrogate pair cannot be encoded. */
function markerText(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replaceAll('--', '%2D%2D');
}

/**
 * One name for each gate, made of what it compares and never of thresholds, so that it can be required by name:
 * `ml / sweep / gate best-acc`. Equal ones are numbered in the order of the chain.
 */
export function gateNames(plan: Plan, subject: Subject): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const used = new Map<string, number>();
  for (const node of plan.nodes) {
    for (const { gate } of gatesOf(node)) {
      const { id, expression } = gate;
      const read = namesIn(expression);
      const what = [...new Set(read)].join(', ').slice(0, 80) || 'condition';
      const base = `${umbrellaName(subject)} / gate ${what}`;
      const count = (used.get(base) ?? 0) + 1;
      used.set(base, count);
      names.set(id, count === 1 ? base : `${base} ${count}`);
    }
  }
  return names;
}

/** What a condition reads, in its order. */
function namesIn(expression: GateExpression): readonly string[] {
  switch (expression.kind) {
    case 'metric':
    case 'baseline':
    case 'status':
    case 'field':
      return [expression.written];
    case 'variable':
      return [`$${expression.name}`];
    case 'not':
    case 'negative':
      return namesIn(expression.operand);
    case 'binary':
      return [...namesIn(expression.left), ...namesIn(expression.right)];
    case 'confidence':
      return namesIn(expression.comparison);
    case 'call':
      return expression.arguments.flatMap(namesIn);
    case 'number':
    case 'string':
      return [];
  }
}
