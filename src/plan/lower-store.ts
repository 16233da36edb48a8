/** `> $winner` and `> winner.json`: what becomes of a result beside being the last one. */
import { normalised } from '../language/name.ts';
import type { Redirect } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { useHiddenBuiltin } from './builtins.ts';
import { contextOf } from './context.ts';
import type { Flow } from './flow.ts';
import type { Here } from './here.ts';
import { metricOf } from './metrics.ts';
import type { NodeId } from './plan.ts';
import { literalOf, templateOf, textTemplate } from './template.ts';
import { addUnit } from './unit.ts';

/** `producers`: of them, the one that ran last is stored. It stays the last result. */
export function lowerStore(
  builder: PlanBuilder,
  { to, append, span }: Redirect,
  producers: readonly NodeId[],
  here: Here,
  flow: Flow,
): NodeId {
  if (to.is === 'variable') {
    const variable = normalised(to.name);
    const base = builder.base(here, `> $${to.name}`, span, `set-${variable}`);
    flow.variables.set(variable, { constant: false, ...unitOf(builder, producers) });
    return builder.add({
      kind: 'assignment',
      ...base,
      variable,
      value: { is: 'result', path: [], from: producers },
    }).id;
  }
  const title = `${append ? '>>' : '>'} ${to.path.text}`;
  const base = builder.base(here, title, span, `store-${to.path.text}`);
  const path = templateOf(to.path, contextOf(builder, here, flow));
  const literal = literalOf(path, flow);
  if (literal !== undefined && leaves(literal)) {
    const message = `\`${literal}\` is no path inside the workspace`;
    builder.diagnostics.add('invalid-param', here.source, to.path.span, message, {
      help: 'write a path relative to the root of the project, without `..`',
    });
  }
  const command = useHiddenBuiltin(builder, 'store');
  const words = append ? [path, textTemplate('--append')] : [path];
  const id = addUnit(builder, base, { command, words, input: producers }, here, span);
  if (literal !== undefined && !append) builder.stored.set(id, literal);
  return id;
}

function leaves(path: string): boolean {
  return path === '' || /^[/\\~]/.test(path) || path.split('/').includes('..') || path.endsWith('/');
}

/** A stored metric keeps its unit, if all the elements it may come from agree on it. */
function unitOf({ measured, project }: PlanBuilder, from: readonly NodeId[]) {
  const units = from.map((node) => {
    const [primary] = measured.get(node) ?? [];
    return primary === undefined ? undefined : metricOf(project, primary).unit;
  });
  const [unit] = units;
  return unit !== undefined && units.every((other) => other === unit) ? { unit } : {};
}
