/** An element whose commands an agent does → the same element with each of them handed to the agent. */
import type { Chain, Command, Delegation, Element, Sequence } from '../language/tree.ts';

/** What cannot be handed over one by one is given to `refuse`, and stays as it is. */
export function handedOver(
  element: Element,
  to: Pick<Delegation, 'agent' | 'agentSpan'>,
  refuse: (element: Element) => void,
): Element {
  const command = (body: Command): Delegation => ({
    kind: 'delegation',
    agent: to.agent,
    agentSpan: to.agentSpan,
    body,
    span: body.span,
  });
  const sequence = (own: Sequence): Sequence => ({ ...own, elements: own.elements.map(each) });
  const chain = (own: Chain): Chain => ({
    ...own,
    statements: own.statements.map((one) => ({ ...one, sequence: sequence(one.sequence) })),
  });
  const otherwise = (own: { readonly otherwise?: Sequence }) =>
    own.otherwise === undefined ? {} : { otherwise: sequence(own.otherwise) };
  return each(element);

  function each(own: Element): Element {
    switch (own.kind) {
      case 'command':
        return command(own);
      case 'parallel':
        return { ...own, branches: own.branches.map(chain) };
      case 'fork':
        return { ...own, branches: own.branches.map(each) };
      case 'pipe':
        return { ...own, stages: own.stages.map(each) };
      case 'logical':
        return { ...own, left: each(own.left), right: each(own.right) };
      case 'group':
        return { ...own, chain: chain(own.chain) };
      case 'if':
        return {
          ...own,
          arms: own.arms.map((arm) => ({ ...arm, body: sequence(arm.body) })),
          ...otherwise(own),
        };
      case 'case':
        return { ...own, arms: own.arms.map((arm) => ({ ...arm, body: sequence(arm.body) })) };
      case 'try':
        return {
          ...own,
          body: sequence(own.body),
          catches: own.catches.map((one) => ({ ...one, body: sequence(one.body) })),
          ...otherwise(own),
          ...(own.finally === undefined ? {} : { finally: sequence(own.finally) }),
        };
      case 'retry':
      case 'timeout':
      case 'repeat':
      case 'budget':
        return { ...own, body: each(own.body) };
      case 'distribution':
      case 'fallback':
        refuse(own);
        return own;
      case 'assignment':
        if (own.value.is === 'command') refuse(own);
        return own;
      default:
        return own;
    }
  }
}
