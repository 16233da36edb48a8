/** What stands in front of an arrow, as a person recognises it: `retry:3 delay:60`. */
import { printElement } from '../language/printer.ts';
import type { Budget, Repeat, Retry, Timeout } from '../language/tree.ts';

export function titleOf(element: Retry | Timeout | Repeat | Budget): string {
  const prefix = printElement({ ...element, body: { kind: 'unreadable', span: element.span } });
  return prefix.slice(0, prefix.lastIndexOf(' →'));
}
