/** A chain planned against a small project, without files. */
import { Diagnostics } from '../../src/language/diagnostic.ts';
import { sourceOf } from '../../src/language/source.ts';
import { planChain } from '../../src/plan/lower.ts';
import type {
  AssignmentNode,
  CatchMatch,
  GateExpression,
  Plan,
  PlanNode,
  Template,
} from '../../src/plan/plan.ts';
import type { Param, Project } from '../../src/plan/project.ts';
import { paramsOf } from '../../src/project/command-definition.ts';
import { Definitions } from '../../src/project/definitions.ts';
import { projectSchema, workflowSchema } from '../../src/project/schema.ts';
import { parseYaml } from '../../src/project/yaml-file.ts';
import { printed } from '../language/rig.ts';

export const smallProject = `axes:
  sigma: { flag: --sigma }
  lr: {}
metrics:
  loss: { better: lower }
  score_pct: { unit: percent }
commands:
  init: { run: echo }
  train:
    run: train "$@" $ML_PARAM_LR
    metrics: [{ json: $ML_RUN_DIR/m.json, fields: [accuracy, loss] }]
  evaluate:
    run: eval
    metrics: [{ output: [accuracy, f1, score_pct] }]
  tune:
    run: tune "$@"
    params:
      epochs: { type: integer, default: 3, flag: --epochs }
      mode: { choices: [fast, slow], default: fast, flag: --mode }
      dry: { type: boolean, default: false, flag: --dry }
      name: { positional: true, default: x, flag: --name }
  deploy: { run: deploy, deploys: production }
  use-winner:
    run: use "$@"
    params: { model: { from: $best_model, flag: --model } }
`;

const projects = new Map<string, { readonly project: Project; readonly diagnostics: Diagnostics }>();

function projectOf(yaml: string): { readonly project: Project; readonly diagnostics: Diagnostics } {
  let loaded = projects.get(yaml);
  if (!loaded) {
    const diagnostics = new Diagnostics();
    const definitions = new Definitions(diagnostics);
    const file = parseYaml(sourceOf('ml-workflow.yml', yaml), projectSchema, diagnostics);
    if (file) definitions.take(file, 'project');
    loaded = { project: definitions.project(new Map()), diagnostics };
    projects.set(yaml, loaded);
  }
  return loaded;
}

export interface PlannedCase {
  readonly plan: Plan | undefined;
  readonly codes: readonly string[];
  /** All diagnostics as a person reads them. */
  readonly text: string;
}

export function planned(
  chain: string,
  yaml = smallProject,
  more: { readonly params?: string; readonly given?: Readonly<Record<string, string>> } = {},
): PlannedCase {
  const { project, diagnostics: found } = projectOf(yaml);
  const diagnostics = new Diagnostics();
  diagnostics.addAll(found.sorted());
  let params: readonly Param[] = [];
  if (more.params !== undefined) {
    const source = sourceOf('workflows/own.yml', `chain: x\nparams:\n${more.params}`);
    const own = parseYaml(source, workflowSchema, diagnostics);
    if (own) params = paramsOf(own.value.params, own, [], diagnostics);
  }
  const outcome = planChain(project, {
    name: 'own',
    chain: sourceOf('<chain>', chain),
    params,
    given: Object.entries(more.given ?? {}).map(([name, value]) => ({
      name,
      value,
      origin: {
        source: sourceOf('<arguments>', `--${name} ${value}`),
        span: { start: 0, end: name.length + 2 },
      },
    })),
  });
  outcome.diagnostics.addAll(diagnostics.sorted());
  return {
    plan: outcome.diagnostics.hasErrors ? undefined : outcome.plan,
    codes: outcome.diagnostics.sorted().map(({ code }) => code),
    text: printed(outcome.diagnostics),
  };
}

/** A plan in one line for each node: id, kind, what it holds. Codes instead when there is none. */
export function outline({ plan, codes }: PlannedCase): string {
  const notices = codes.length === 0 ? '' : `! ${codes.join(', ')}\n    `;
  return notices + (plan?.nodes.map(lineOf).join('\n    ') ?? 'no plan');
}

function lineOf(node: PlanNode): string {
  switch (node.kind) {
    case 'sequence': {
      const always = node.always.length > 0 ? ` always ${node.always.join(' ')}` : '';
      const guards = (node.guards ?? []).map(({ from, gate }) => ` guards ${from}..${gate}`);
      return `${node.id} [${node.children.join(' ')}]${always}${guards.join('')}`;
    }
    case 'unit': {
      const words = node.words.map((word) => JSON.stringify(textOf(word)));
      const parameters = node.parameters.map(({ name, value }) => `${name}=${textOf(value)}`);
      const point = node.point.map(({ axis, value }) => `${axis}@${value}`);
      const collects = node.collects.length > 0 ? [`over ${node.collects.join(' ')}`] : [];
      const input = node.input ? [`< ${node.input.join(' ')}`] : [];
      return [node.id, 'runs', node.command, ...words, ...parameters, ...point, ...collects, ...input].join(
        ' ',
      );
    }
    case 'branch':
      return `${node.id} ${node.arms.map(({ gate, body }) => `if ${gateText(gate.expression)} then ${body}`).join(' elif ')}${node.otherwise ? ` else ${node.otherwise}` : ''}${node.closed ? ' end' : ''}`;
    case 'require':
      return `${node.id} requires ${gateText(node.gate.expression)}${node.gate.severity ? ` or ${node.gate.severity}s` : ''}`;
    case 'parallel':
      return `${node.id} parallel [${node.branches.join(' ')}] max ${node.max} min ${node.min}${node.minWritten ? ' written' : ''}`;
    case 'fork':
      return `${node.id} fork [${node.branches.join(' ')}] max ${node.max} of ${node.block}`;
    case 'barrier':
      return `${node.id} barrier of ${node.block}${node.variable === null ? '' : ` $${node.variable}`}`;
    case 'assignment':
      return `${node.id} $${node.variable} = ${valueText(node.value)}`;
    case 'logical':
      return `${node.id} ${node.left} ${node.operator} ${node.right}`;
    case 'call':
      return `${node.id} calls ${node.command} ${node.parameters.map(({ name }) => name).join(' ')}: ${node.body}`;
    case 'case':
      return `${node.id} case ${gateText(node.subject)} ${node.arms.map(({ patterns, body }) => `${patterns.join('|')} then ${body}`).join(', ')}`;
    case 'try': {
      const catches = node.catches.map(({ matches, body }) => ` catch ${matchText(matches)} then ${body}`);
      const otherwise = node.otherwise ? ` else ${node.otherwise}` : '';
      return `${node.id} try ${node.body}${catches.join('')}${otherwise}${node.finally ? ` finally ${node.finally}` : ''}`;
    }
    case 'fallback':
      return `${node.id} falls back to ${node.body}`;
    case 'retry':
      return `${node.id} retries ${node.retries}${node.delay === undefined ? '' : ` delay ${node.delay}`}${node.backoff === undefined ? '' : ` backoff ${node.backoff}`}: ${node.body}`;
    case 'timeout':
      return `${node.id} within ${node.seconds} s: ${node.body}`;
    case 'repeat':
      return `${node.id} up to ${node.times} times until ${gateText(node.gate.expression)}: ${node.body}`;
    case 'budget':
      return `${node.id} for $${node.dollars}: ${node.body}`;
    case 'handlers':
      return `${node.id} does ${node.body}${node.onFailure ? ` on failure ${node.onFailure}` : ''}${node.finally ? ` finally ${node.finally}` : ''}`;
    case 'wait':
      return `${node.id} waits ${node.seconds} s`;
    case 'approval':
      return `${node.id} asks for ${node.label}`;
  }
}

function textOf(template: Template): string {
  return template.map(partText).join('');
}

function partText(part: Template[number]): string {
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'variable':
      return `$${part.name}`;
    case 'expression':
      return `\${${gateText(part.expression)}}`;
    case 'result':
      return `<${['result', ...part.path].join('.')} of ${part.from.join(' ')}>`;
  }
}

function valueText(value: AssignmentNode['value']): string {
  switch (value.is) {
    case 'literal':
      return JSON.stringify(value.value);
    case 'template':
      return textOf(value.value);
    case 'result':
      return `<${['result', ...value.path].join('.')}> of ${value.from.join(' ')}`;
  }
}

function matchText(matches: CatchMatch): string {
  return matches.is === 'any'
    ? 'any'
    : matches.is === 'class'
      ? matches.class
      : `[${matches.commands.join(' ')}]`;
}

function gateText(expression: GateExpression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value);
    case 'string':
      return `'${expression.value}'`;
    case 'variable':
      return `$${expression.name}`;
    case 'metric':
      return `${expression.metric}(${expression.unit} of ${expression.from.join(', ')})`;
    case 'baseline':
      return `baseline.${expression.metric}(${expression.unit})`;
    case 'field':
      return `${expression.name}(of ${expression.from.join(', ')})`;
    case 'status': {
      const { of, failed } = expression;
      const what = of.is === 'stretch' ? `${of.sequence}..${of.gate}` : of.from.join(', ');
      return `${failed ? 'failed' : 'status'}(${what})`;
    }
    case 'confidence':
      return `confidence(${gateText(expression.comparison)}, ${expression.level})`;
    case 'call':
      return `${expression.function}(${expression.arguments.map(gateText).join(', ')})`;
    case 'not':
    case 'negative':
      return `${expression.kind}(${gateText(expression.operand)})`;
    case 'binary':
      return `(${gateText(expression.left)} ${expression.operator} ${gateText(expression.right)})`;
  }
}
