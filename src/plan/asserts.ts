/** `asserts:` of a command → conditions over what one run of it gives: its metrics, what it sets, and how long it took. */
import { parseConditionText } from '../language/condition-parser.ts';
import { didYouMean, listOf, normalised } from '../language/name.ts';
import type { Source } from '../language/source.ts';
import type { PlanBuilder } from './builder.ts';
import type { Context } from './context.ts';
import { emptyFlow } from './flow.ts';
import { ScopeParameters } from './here.ts';
import { canonicalMetric, metricOf } from './metrics.ts';
import type { Assert } from './plan.ts';
import type { CommandDefinition } from './project.ts';
import { isConstant } from './resolve-condition.ts';
import { Resolver } from './resolver.ts';

const factors: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Enters a script into the plan, with its asserts read. */
export function useScript(
  builder: PlanBuilder,
  definition: CommandDefinition & { readonly is: 'run' },
): void {
  if (builder.commands.has(definition.name)) return;
  builder.useCommand(definition);
  const planned = builder.commands.get(definition.name);
  const asserts = (definition.asserts ?? []).flatMap((source) => assertOf(builder, definition, source) ?? []);
  if (planned?.is === 'run' && asserts.length > 0)
    builder.commands.set(definition.name, { ...planned, asserts });
}

function assertOf(
  builder: PlanBuilder,
  definition: CommandDefinition & { readonly is: 'run' },
  written: Source,
): Assert | undefined {
  const { project, diagnostics } = builder;
  const source = inSeconds(written);
  const condition = parseConditionText(source, diagnostics);
  if (!condition?.expression) return undefined;
  const measured = builder.metricsOf(definition);
  const sets = definition.command.sets ?? [];
  const flow = emptyFlow();
  for (const name of sets) flow.variables.set(normalised(name), { constant: false });
  const context: Context = {
    ...{ project, diagnostics, flow, source },
    parameters: new ScopeParameters(new Map()),
    measured: builder.measured,
    definitions: builder.definitions,
  };
  const shown = definition.command.agent ? `the agent \`${definition.name}\`` : `\`/${definition.name}\``;
  const resolver = new Resolver(context, {
    named({ name, span }) {
      const metric = canonicalMetric(project, name);
      if (measured.includes(metric))
        return { kind: 'metric', metric, written: name, unit: metricOf(project, metric).unit, from: [] };
      const key = normalised(name);
      if (flow.variables.has(key)) return { kind: 'variable', name: key };
      if (key === 'duration') return { kind: 'metric', metric: key, written: name, unit: 'number', from: [] };
      const known = [...measured, ...sets, 'duration'];
      const all = listOf(
        known.map((one) => `\`${one}\``),
        'and',
      );
      diagnostics.add('unknown-metric', source, span, `${shown} does not report \`${name}\``, {
        help: didYouMean(name, known) ?? `an assert can read ${all}`,
      });
      return 'reported';
    },
    status(_name, asked, span) {
      diagnostics.add('invalid-condition', source, span, `\`${asked}\` means nothing in an assert`, {
        help: 'only a run that succeeded is held against its asserts',
      });
      return 'reported';
    },
  });
  const expression = resolver.boolean(condition.expression);
  if (!resolver.failed && isConstant(expression, flow)) {
    const message = `\`${written.text.trim()}\` compares nothing that a run gives`;
    diagnostics.add('constant-gate', source, condition.span, message, {
      help: 'compare a metric, a value under `sets:`, or `duration`',
    });
  }
  return { text: written.text.trim(), expression };
}

/** `5m` reads as `300`; every place is still that of what was written. */
function inSeconds({ name, text, host }: Source): Source {
  const offsets: number[] = [];
  const place = (at: number) => (host ? (host.offsets[Math.min(at, host.offsets.length - 1)] ?? 0) : at);
  let read = '';
  let from = 0;
  const copy = (to: number) => {
    for (; from < to; from += 1) offsets.push(place(from));
  };
  for (const found of text.matchAll(/'[^']*'|"[^"]*"|(?<![\w.$-])(\d+(?:\.\d+)?)([smhd])(?![\w.-])/g)) {
    const [whole, number, unit] = found;
    if (number === undefined || unit === undefined) continue;
    read += text.slice(from, found.index);
    copy(found.index);
    const seconds = String(Number(number) * (factors[unit] ?? 1));
    for (let index = 0; index < seconds.length; index += 1)
      offsets.push(place(found.index + Math.min(index, whole.length - 1)));
    read += seconds;
    from = found.index + whole.length;
  }
  if (read === '') return { name, text, ...(host ? { host } : {}) };
  read += text.slice(from);
  copy(text.length);
  offsets.push(place(text.length));
  return { name, text: read, host: { text: host?.text ?? text, offsets } };
}
