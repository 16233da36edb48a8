/** What a metric's name means: its canonical name, unit and direction. */
import { normalised } from '../language/name.ts';
import type { Metric } from './plan.ts';
import type { MetricDefinition, Project } from './project.ts';

const fraction = (name: string, aliases: readonly string[] = []): MetricDefinition => ({
  name,
  unit: 'fraction',
  better: 'higher',
  aliases,
});

/** Known without a declaration; a project's own declaration of the same name wins. */
const known: readonly MetricDefinition[] = [
  fraction('accuracy', ['acc']),
  ...['f1', 'precision', 'recall', 'auc'].map((name) => fraction(name)),
];

/** Names whose lower values are better when nobody says otherwise; all others count as higher-is-better. */
const lowerIsBetter = /(?:^|_)(?:loss|error|mae|mse|rmse|perplexity|latency|ece)(?:_|$)/;

/** The declared name behind an alias: `acc` is `accuracy`, `best-acc` is `best_accuracy`. */
export function canonicalMetric(project: Project, written: string): string {
  const name = normalised(written);
  const aliased = aliases(project).get(name);
  if (aliased) return aliased;
  if (name.startsWith('best_')) return `best_${canonicalMetric(project, name.slice('best_'.length))}`;
  return name;
}

export function metricOf(project: Project, canonical: string): Metric {
  const declared = project.metrics.get(canonical);
  if (declared) return { name: canonical, unit: declared.unit, better: declared.better };
  if (canonical.startsWith('best_'))
    return { ...metricOf(project, canonical.slice('best_'.length)), name: canonical };
  return defaultMetric(canonical);
}

/** What a metric's name alone says: accuracy and its like are fractions, a loss is better when it is lower. */
export function defaultMetric(canonical: string): Metric {
  const unit = known.some(({ name }) => name === canonical) ? 'fraction' : 'number';
  return { name: canonical, unit, better: lowerIsBetter.test(canonical) ? 'lower' : 'higher' };
}

const aliasesOf = new WeakMap<Project, ReadonlyMap<string, string>>();

function aliases(project: Project): ReadonlyMap<string, string> {
  let found = aliasesOf.get(project);
  if (!found) {
    const map = new Map<string, string>();
    for (const { name, aliases: own } of [...known, ...project.metrics.values()]) {
      map.set(normalised(name), normalised(name));
      for (const alias of own) map.set(normalised(alias), normalised(name));
    }
    found = map;
    aliasesOf.set(project, found);
  }
  return found;
}
