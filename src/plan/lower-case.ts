/** `case:$x` with its arms. */
import type { Case } from '../language/tree.ts';
import type { PlanBuilder } from './builder.ts';
import { contextOf } from './context.ts';
import { copyFlow, type Flow, joinAlternatives } from './flow.ts';
import { below, type Here } from './here.ts';
import type { NodeId } from './plan.ts';
import { isConstant, resolveValue } from './resolve-condition.ts';
import type { Stretch, Walk } from './walk.ts';

export function lowerCase(
  builder: PlanBuilder,
  element: Case,
  stretch: Stretch | undefined,
  here: Here,
  flow: Flow,
  walk: Walk,
): NodeId {
  const { subject } = element;
  const head = { start: element.span.start, end: subject.span.end };
  const context = contextOf(builder, here, flow);
  const arms: { patterns: readonly string[]; body: NodeId }[] = [];
  const node = builder.add({
    kind: 'case',
    ...builder.base(here, `case:${subject.text}`, head, 'case'),
    text: subject.text,
    subject: resolveValue(subject, stretch ? { ...context, stretch } : context),
    arms,
  });
  checkPatterns(builder, element, here);
  // What was measured chooses an arm, unless it is the one for all else.
  const chosen = !isConstant(node.subject, flow);
  const flows = element.arms.map((arm, index) => {
    const own = copyFlow(flow);
    own.gated ||= chosen && !arm.patterns.includes('*');
    arms.push({
      patterns: arm.patterns,
      body: walk.sequence(arm.body, below(here, node.id, index + 1), own),
    });
    return own;
  });
  joinAlternatives(flow, flows);
  flow.gated ||= flows.length > 0 && flows.every(({ gated }) => gated);
  return node.id;
}

/** That `*` stands last, the parser has seen to. */
function checkPatterns({ diagnostics }: PlanBuilder, { arms, span, subject }: Case, { source }: Here): void {
  const earlier = new Set<string>();
  for (const arm of arms) {
    for (const pattern of arm.patterns.filter((one) => one !== '*' && earlier.has(one))) {
      const start = source.text.indexOf(pattern, arm.span.start);
      const place = { start, end: start + pattern.length };
      diagnostics.add(
        'unreachable-pattern',
        source,
        place,
        `\`${pattern}\` stands in an arm before this one`,
        {
          help: 'the first pattern that fits wins; remove one of the two',
        },
      );
    }
    for (const pattern of arm.patterns) earlier.add(pattern);
  }
  if (earlier.has('*') || diagnostics.hasErrorWithin(source, span)) return;
  const head = { start: span.start, end: subject.span.end };
  diagnostics.add('no-default-case', source, head, `\`case:${subject.text}\` has no arm for other values`, {
    help: 'add a last arm: `↳ * → /fail:unexpected-value`, or `↳ * → /continue`',
  });
}
