/** Tree → text in the canonical spelling: slashes, `→`, one statement a line. */
import type { Chain, Element, If, Parallel, Sequence } from './tree.ts';

export function print(chain: Chain): string {
  return chain.statements
    .map(({ sequence, end }, index) => {
      const last = index === chain.statements.length - 1;
      return printSequence(sequence) + (end === ';' && !last ? ';' : '');
    })
    .join('\n');
}

export function printElement(element: Element): string {
  switch (element.kind) {
    case 'command':
      return [`/${element.name}`, ...element.arguments.map(({ text }) => text)].join(' ');
    case 'parallel':
      return printParallel(element);
    case 'if':
      return printIf(element);
    case 'require':
      return `/require:${element.condition.text}`;
    case 'assignment': {
      const { value, variable } = element;
      return `$${variable}=${value.is === 'literal' ? quoted(value.text) : `<${['result', ...value.path].join('.')}>`}`;
    }
    case 'logical':
      return `${printElement(element.left)} ${element.operator} ${printElement(element.right)}`;
    case 'group':
      return `(${printInner(element.chain)})`;
    case 'unreadable':
      return '…';
  }
}

function printSequence(sequence: Sequence): string {
  return sequence.elements.map(printElement).join(' → ');
}

/** Inside brackets only `;` separates statements. */
function printInner(chain: Chain): string {
  return chain.statements.map(({ sequence }) => printSequence(sequence)).join('; ');
}

function printParallel({ max, min, branches }: Parallel): string {
  const options = `${max === undefined ? '' : `:max=${max}`}${min === undefined ? '' : `:min=${min}`}`;
  return `parallel${options}[${branches.map(printInner).join(' | ')}]`;
}

function printIf({ arms, otherwise, closed }: If): string {
  const parts = arms.flatMap(({ condition, body }, index) => [
    `${index === 0 ? '/if:' : '/elif:'}${condition.text}`,
    printSequence(body),
  ]);
  if (otherwise) parts.push('/else', printSequence(otherwise));
  if (closed) parts.push('/end');
  return parts.join(' → ');
}

/** A literal as one word that reads back as the same text. */
function quoted(text: string): string {
  return /^[\p{L}\p{N}_.%+-]+$/u.test(text) ? text : `"${text.replace(/["\\$]/g, '\\$&')}"`;
}
