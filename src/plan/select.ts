/** The rule by which `/best-model:select` chooses: as declared, or the best primary metric. */
import { parseConditionText } from '../language/condition-parser.ts';
import { didYouMean, listOf } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Context } from './context.ts';
import { canonicalMetric, metricOf } from './metrics.ts';
import { operandsOf, type Selection } from './plan.ts';
import { resolveCandidateCondition } from './resolve-condition.ts';

/** `measured`: what the collected cells report, their primary metric first. */
export function planSelection(
  measured: readonly string[],
  span: Span,
  context: Context,
): Selection | undefined {
  const { project, source, diagnostics } = context;
  const declared = project.selections.get('best_model');
  const [primary] = measured;
  if (!declared) {
    if (primary === undefined) return undefined;
    return {
      metric: primary,
      direction: metricOf(project, primary).better === 'lower' ? 'min' : 'max',
      ties: [],
    };
  }
  const known = (name: string, origin = declared.origin): string => {
    const metric = canonicalMetric(project, name);
    if (!measured.includes(metric)) {
      const all = listOf(
        measured.map((own) => `\`${own}\``),
        'and',
      );
      diagnostics.add('unknown-metric', origin.source, origin.span, `no cell reports \`${name}\``, {
        help: didYouMean(name, measured) ?? `cells report ${all}`,
        related: [{ message: 'selected here', source, span }],
      });
    }
    return metric;
  };
  const { where: text } = declared;
  const where = text && parseConditionText(text, diagnostics);
  const expression = text && where && resolveCandidateCondition(where, { ...context, source: text });
  if (text && where && expression) {
    for (const { written } of operandsOf(expression).filter((operand) => operand.kind === 'metric'))
      known(written, { source: text, span: where.span });
  }
  return {
    metric: known(declared.metric),
    direction: declared.direction,
    ...(where && expression ? { where: { text: where.text, expression } } : {}),
    ties: declared.ties.map(({ metric, direction }) => ({ metric: known(metric), direction })),
    ...(declared.none === undefined ? {} : { none: declared.none }),
  };
}
