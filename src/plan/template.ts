/** Words with variables, results and expressions in them, as the plan carries them. */
import { normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Argument } from '../language/tree.ts';
import { type Context, checkVariable } from './context.ts';
import type { Flow } from './flow.ts';
import { canonicalMetric } from './metrics.ts';
import type { Template, TemplatePart } from './plan.ts';
import type { Project } from './project.ts';
import { isConstant, resolveValue } from './resolve-condition.ts';

export function templateOf(argument: Pick<Argument, 'parts'>, context: Context): Template {
  return argument.parts.map((part) => planned(part, context));
}

function planned(part: Argument['parts'][number], context: Context): TemplatePart {
  switch (part.kind) {
    case 'text':
      return { kind: 'text', text: part.text };
    case 'variable':
      checkVariable(part.name, part.span, context);
      return { kind: 'variable', name: normalised(part.name) };
    case 'expression':
      return { kind: 'expression', expression: resolveValue(part.condition, context) };
    case 'result':
      checkLast(part.span, context);
      return { kind: 'result', path: resultPath(context.project, part.path), from: context.flow.last.nodes };
  }
}

export function textTemplate(text: string): Template {
  return [{ kind: 'text', text }];
}

/** `<result.acc>` means the metric behind the alias; a longer path is one of what the command gave. */
export function resultPath(project: Project, path: readonly string[]): readonly string[] {
  const [only] = path;
  return only !== undefined && path.length === 1 ? [canonicalMetric(project, only)] : path;
}

function checkLast(span: Span, { flow, source, diagnostics }: Context): void {
  if (flow.last.nodes.length > 0 || flow.uncertain) return;
  diagnostics.add('nothing-to-collect', source, span, 'there is no single result before this', {
    help: 'put it behind the command whose result it means',
  });
}

/** Whether all that a template holds is known before the run. */
export function isKnown(template: Template, flow: Flow): boolean {
  return template.every((part) => isKnownPart(part, flow));
}

function isKnownPart(part: TemplatePart, flow: Flow): boolean {
  switch (part.kind) {
    case 'text':
      return true;
    case 'variable':
      return flow.variables.get(part.name)?.constant ?? false;
    case 'expression':
      return isConstant(part.expression, flow);
    case 'result':
      return false;
  }
}

/** The text of a template whose variables are all known before the run. */
export function literalOf(template: Template, flow: Flow): string | undefined {
  let literal = '';
  for (const part of template) {
    const value =
      part.kind === 'text'
        ? part.text
        : part.kind === 'variable'
          ? flow.variables.get(part.name)?.value
          : undefined;
    if (value === undefined) return undefined;
    literal += String(value);
  }
  return literal;
}

/** One text of several words, a blank between each two. */
export function joined(templates: readonly Template[]): Template {
  return templates.flatMap((template, index) =>
    index === 0 ? template : [...textTemplate(' '), ...template],
  );
}
