/**
 * `state:save → file`, `state:load → file`. A checkpoint may come from another run or another chain, so that nobody can
 * say before the run which variables it holds: behind `state:load` any may be set. One that is missing then fails whoever
 * reads it. Metrics and steps are known by the chain alone, as without a checkpoint: what has finished stays in its place.
 */
import { printElement } from '../language/printer.ts';
import type { Checkpoint } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { useHiddenBuiltin } from './builtins.ts';
import { contextOf } from './context.ts';
import type { Flow } from './flow.ts';
import type { Here } from './here.ts';
import type { NodeId } from './plan.ts';
import { templateOf } from './template.ts';
import { addUnit } from './unit.ts';

export function lowerCheckpoint(builder: PlanBuilder, element: Checkpoint, here: Here, flow: Flow): NodeId {
  const name = `state:${element.action}` as const;
  const base = builder.base(here, printElement(element), element.span, name);
  const command = useHiddenBuiltin(builder, name);
  const words = [templateOf(element.file, contextOf(builder, here, flow))];
  if (element.action === 'load') flow.loaded = true;
  return addUnit(builder, base, { command, words }, here, element.span);
}
