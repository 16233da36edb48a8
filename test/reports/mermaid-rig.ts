/** Names that people or their tools have given, and what Mermaid could take them for. */

import type { NodeId } from '../../src/plan/plan.ts';
import type { Sweep, SweepRow } from '../../src/reports/sweep.ts';

export const hostileNames: readonly string[] = [
  ...['end', 'default', 'graph', 'style x', 'click n0 "javascript:alert(1)"', 'subgraph', 'class n0 failed'],
  ...['"', '"]', '"]; n1[x', ']', '}', ')', '|x|', "it's", '\\', '\\"', '`', '`**bold**`', '```'],
  ...[
    '#',
    '#quot;',
    '#35;',
    '# head',
    '&lt;b&gt;',
    '&amp;',
    ';',
    '%%',
    '%% x',
    '%%{init: {"theme":"dark"}}%%',
  ],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<br>', '<b>bold</b>', '</div>'],
  ...[
    '1. first',
    '12) x',
    '- item',
    '+ a',
    '* b',
    '---',
    '***',
    '=== x',
    '> quote',
    '- [ ] task',
    '~~x~~',
    '~~~',
  ],
  ...[
    '_a_ __b__',
    '*a* **b**',
    '[a](b)',
    '![a](b)',
    'https://a.b/c',
    'www.a.b',
    'a@b.com',
    '<mailto:a@b.com>',
  ],
  ...['$$x^2$$', 'fa:fa-car x', 'fab:fa-x', '::icon(x)', 'n0@{ shape: x }', ':::failed', '-->', 'n0 --> n1'],
  ...[
    '',
    ' ',
    '\t',
    'two\nlines',
    'a\n---\nb',
    '    code',
    '\u202eabc',
    '\u2066x\u2069',
    '\u001b[31mred',
    '\u0000x',
  ],
  ...[
    '😀 model',
    '💥'.repeat(70),
    'é',
    '漢字',
    'x'.repeat(300),
    '"'.repeat(300),
    '𝒳',
    '\ud800 x',
    '$x',
    '10%',
    '--- "',
  ],
];

export function sweepWith(
  values: readonly (number | null)[],
  more: {
    readonly config?: readonly string[];
    readonly cells?: readonly (readonly string[])[];
    readonly metric?: string;
    readonly best?: number;
  } = {},
): Sweep {
  const { config = ['sigma'], metric = 'accuracy', cells, best } = more;
  const rows = values.map(
    (value, index): SweepRow => ({
      node: `2.${index + 1}` as NodeId,
      title: `/train:${index}`,
      status: value === null ? 'failed' : 'succeeded',
      config: cells?.[index] ?? [String(index / 10)],
      values: [value],
      best: index === best,
    }),
  );
  return { node: '2' as NodeId, config, metrics: [metric], rows };
}
