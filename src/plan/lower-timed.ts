/** `/wait:10m` and `/approve:label`: they run nothing, the chain stands still. */
import type { Span } from '../language/source.ts';
import type { Base, PlanBuilder } from './builder.ts';
import type { Context } from './context.ts';
import type { NodeId, ParameterBinding } from './plan.ts';
import { literalOf } from './template.ts';
import { parseDuration } from './value.ts';

export function lowerWait(
  builder: PlanBuilder,
  parameters: readonly ParameterBinding[],
  base: Base,
  span: Span,
  context: Context,
): NodeId {
  const text = knownText('wait', parameters, span, context);
  const seconds = text === undefined ? undefined : parseDuration(text);
  if (text !== undefined && seconds === undefined) {
    const message = `\`/wait\` takes a duration, found \`${text}\``;
    context.diagnostics.add('invalid-param', context.source, span, message, {
      help: 'write `/wait:90`, `/wait:90s`, `/wait:10m`, `/wait:2h` or `/wait:1d`',
    });
  }
  return placed(builder, builder.add({ kind: 'wait', ...base, seconds: seconds ?? 0 }).id, span, context);
}

/** A person stands before what follows, as a gate does. */
export function lowerApproval(
  builder: PlanBuilder,
  parameters: readonly ParameterBinding[],
  base: Base,
  span: Span,
  context: Context,
): NodeId {
  const label = knownText('approve', parameters, span, context);
  context.flow.gated = true;
  return placed(builder, builder.add({ kind: 'approval', ...base, label: label ?? '' }).id, span, context);
}

/** For what is found out about the whole plan. */
function placed(builder: PlanBuilder, id: NodeId, span: Span, { source }: Context): NodeId {
  builder.origins.set(id, { source, span });
  return id;
}

function knownText(
  name: string,
  parameters: readonly ParameterBinding[],
  span: Span,
  { flow, source, diagnostics }: Context,
): string | undefined {
  const [parameter] = parameters;
  if (!parameter) return undefined;
  const text = literalOf(parameter.value, flow);
  if (text === undefined && !flow.uncertain) {
    const message = `\`/${name}\` takes what is known before the chain runs`;
    diagnostics.add('invalid-param', source, span, message);
  }
  return text;
}
