/** What a name in a condition stands for: a metric, a variable, a value of the baseline, a field or the status of a step. */
import { didYouMean, listOf, normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Expression } from '../language/tree.ts';
import { type Context, checkVariable } from './context.ts';
import { helpOfOpen, type Runs } from './flow.ts';
import { canonicalMetric, metricOf } from './metrics.ts';
import type { GateExpression } from './plan.ts';

export type Name = Expression & { readonly kind: 'name' };

/** `undefined` where the name is none of that kind; `reported` where it is one that cannot be read, which has been said. */
export type Found = GateExpression | 'reported' | undefined;

/** A metric of an earlier element, `step.metric`, `baseline.metric`, or a variable without its `$`. */
export function valueNamed(expression: Name, context: Context): Found {
  const { project, flow } = context;
  const written = expression.name;
  const canonical = canonicalMetric(project, written);
  const reported = flow.reports.get(canonical);
  if (!reported && flow.variables.has(normalised(written))) return variableNamed(expression, context);
  const { head, tail } = parted(written);
  if (head !== undefined && normalised(head) === 'baseline') return baselineNamed(tail, expression, context);
  const step = head === undefined ? undefined : flow.steps.get(normalised(head));
  const metric = step ? canonicalMetric(project, tail) : canonical;
  const runs = step ? stepRuns(step, metric, context) : reported;
  if (!runs) return step ? fieldOf(step, expression, context) : firstGate(expression, context);
  if (runs.competing) {
    const best = `/best-model:select → /if:best-${head === undefined ? written : metric}…`;
    const message = `several parallel branches report \`${written}\``;
    context.diagnostics.add('ambiguous-metric', context.source, expression.span, message, {
      help: `select one first: \`${best}\``,
    });
    return 'reported';
  }
  return { kind: 'metric', metric, written, unit: metricOf(project, metric).unit, from: runs.nodes };
}

export function variableNamed({ name, span }: Name, context: Context): Found {
  if (!context.flow.variables.has(normalised(name))) return undefined;
  return checkVariable(name, span, context) ? { kind: 'variable', name: normalised(name) } : 'reported';
}

/** `train.converged`: a value that the command declares under `sets:`. */
export function fieldNamed(expression: Name, context: Context): Found {
  const { head } = parted(expression.name);
  const step = head === undefined ? undefined : context.flow.steps.get(normalised(head));
  return step && fieldOf(step, expression, context);
}

function fieldOf(step: Runs, { name: written, span }: Name, context: Context): Found {
  const { tail } = parted(written);
  const declared = step.nodes.flatMap((node) => {
    const definition = context.definitions.get(node);
    const sets = definition?.is === 'run' ? definition.command.sets : undefined;
    const name = sets?.find((one) => normalised(one) === normalised(tail));
    return name === undefined ? [] : [{ node, name }];
  });
  const [first] = declared;
  if (!first) return undefined;
  if (step.competing) {
    const message = `several parallel branches set \`${written}\``;
    context.diagnostics.add('ambiguous-metric', context.source, span, message);
    return 'reported';
  }
  return { kind: 'field', name: first.name, written, from: declared.map(({ node }) => node) };
}

/** The built-in statuses: of all that stands before the gate. */
export function statusNamed({ name, span }: Name, context: Context): Found {
  const wanted = normalised(name);
  if (!['success', 'failure', 'tests_pass'].includes(wanted)) return undefined;
  if (!context.stretch) {
    if (context.flow.uncertain) return 'reported';
    const message = `\`${name}\` asks about what runs before the gate, and nothing does`;
    context.diagnostics.add('invalid-condition', context.source, span, message, {
      help: `put the gate behind the commands it asks about, or name one: \`status(train)\``,
    });
    return 'reported';
  }
  return {
    kind: 'status',
    written: name,
    of: { is: 'stretch', sequence: context.stretch.sequence, gate: context.stretch.gate },
    ...(wanted === 'failure' ? { failed: true } : {}),
  };
}

/** `status(train)`: of the run of a command that stands before the gate. */
export function statusOf(name: string, written: string, span: Span, context: Context): Found {
  const { flow, source, diagnostics } = context;
  const step = flow.steps.get(normalised(name.replace(/^\//, '')));
  if (step && !step.competing) return { kind: 'status', written, of: { is: 'step', from: step.nodes } };
  if (step) {
    diagnostics.add('ambiguous-metric', source, span, `several parallel branches run \`${name}\``);
  } else if (!flow.uncertain) {
    diagnostics.add('invalid-condition', source, span, `no \`${name}\` runs before this gate`, {
      help: didYouMean(name, flow.steps.keys()),
    });
  }
  return 'reported';
}

function baselineNamed(metric: string, { name: written, span }: Name, context: Context): Found {
  const { project, source, diagnostics } = context;
  const { baseline, baselineFile } = project;
  const canonical = canonicalMetric(project, metric);
  if (baseline && canonical in baseline.metrics)
    return { kind: 'baseline', metric: canonical, written, unit: metricOf(project, canonical).unit };
  if (project.baselineBroken) return 'reported';
  if (!baseline) {
    diagnostics.add('unknown-metric', source, span, `there is no baseline for \`${written}\``, {
      help:
        baselineFile === undefined
          ? 'declare `baseline:` with the path of a JSON file of metrics'
          : `\`${baselineFile}\` does not exist; write the metrics of an accepted run there`,
    });
    return 'reported';
  }
  const known = Object.keys(baseline.metrics);
  diagnostics.add('unknown-metric', source, span, `the baseline \`${baseline.file}\` has no \`${metric}\``, {
    help: didYouMean(metric, known) ?? `it has ${quotedList(known)}`,
  });
  return 'reported';
}

/** A gate in front of all commands can only mean what was measured in an earlier run. */
function firstGate({ name: written, span }: Name, { project, flow, source, diagnostics }: Context): Found {
  const { baseline } = project;
  const canonical = canonicalMetric(project, written);
  const isFirst = [...flow.steps.keys()].length === 0;
  if (!baseline || !isFirst || flow.uncertain || !(canonical in baseline.metrics)) return undefined;
  const message = `\`${written}\` is the one of the baseline \`${baseline.file}\`, because nothing before this measures it`;
  diagnostics.add('ambiguous-reading', source, span, message, { help: `write \`baseline.${written}\`` });
  return { kind: 'baseline', metric: canonical, written, unit: metricOf(project, canonical).unit };
}

function stepRuns(step: Runs, metric: string, { measured }: Context): Runs | undefined {
  const nodes = step.nodes.filter((node) => measured.get(node)?.includes(metric));
  return nodes.length === 0 ? undefined : { nodes, competing: step.competing };
}

/** A name that means nothing. Said only where all that stands before it could be read. */
export function reportUnknownName({ name, span }: Name, yesOrNo: boolean, context: Context): void {
  const { project, flow, source, diagnostics, measured } = context;
  if (flow.uncertain) return;
  const { head, tail } = parted(name);
  const step = head === undefined ? undefined : flow.steps.get(normalised(head));
  const known = step ? step.nodes.flatMap((node) => measured.get(node) ?? []) : [...flow.reports.keys()];
  const wanted = step ? tail : name;
  const predicates = [...project.predicates.values()].map((predicate) => predicate.name);
  const others = step ? [] : [...flow.variables.keys(), ...(yesOrNo ? predicates : [])];
  const message = step
    ? `\`${head}\` does not report \`${canonicalMetric(project, tail)}\``
    : `no command before this reports \`${name}\``;
  const isInBaseline = canonicalMetric(project, name) in (project.baseline?.metrics ?? {});
  diagnostics.add('unknown-metric', source, span, message, {
    help:
      helpOfOpen(flow, 'reports', canonicalMetric(project, name)) ??
      (isInBaseline ? `the baseline has it: \`baseline.${name}\`` : undefined) ??
      didYouMean(wanted, [...known, ...others]) ??
      (known.length > 0
        ? `${step ? 'it reports' : 'reported so far'}: ${quotedList([...new Set(known)])}`
        : yesOrNo && !step
          ? 'declare it under `predicates:`, or `sets:` for the command that decides it'
          : 'declare `metrics:` for the command that measures it'),
  });
}

function parted(written: string): { readonly head: string | undefined; readonly tail: string } {
  const dot = written.lastIndexOf('.');
  return dot < 0
    ? { head: undefined, tail: written }
    : { head: written.slice(0, dot), tail: written.slice(dot + 1) };
}

function quotedList(names: readonly string[]): string {
  return listOf(
    names.map((one) => `\`${one}\``),
    'and',
  );
}
