/**
 * Chain + project → plan, or the diagnostics why not. Every name is resolved here, before anything runs: commands, axis
 * points, metrics, variables, parameters.
 */
import { Diagnostics } from '../language/diagnostic.ts';
import { normalised } from '../language/name.ts';
import { parse } from '../language/parser.ts';
import { print } from '../language/printer.ts';
import type { Source } from '../language/source.ts';
import { PlanBuilder } from './builder.ts';
import { checkApprovals, checkDeploysInLegs, checkEnvironments, checkJobTimes } from './check-jobs.ts';
import { checkPods } from './check-pods.ts';
import { checkRead } from './checks.ts';
import { emptyFlow } from './flow.ts';
import { ScopeParameters } from './here.ts';
import { ChainWalk } from './lower-chain.ts';
import { type NodeId, type Plan, parseValue, planSchema, type Value } from './plan.ts';
import { podScopesOf } from './pods.ts';
import type { Origin, Param, Project } from './project.ts';
import { remoteTargetsOf } from './remote-target.ts';
import { valueProblem, withArticle } from './value.ts';

export interface PlanRequest {
  readonly name: string;
  readonly description?: string;
  readonly chain: Source;
  readonly params: readonly Param[];
  /** Values a person gave for the workflow's parameters. */
  readonly given: readonly { readonly name: string; readonly value: string; readonly origin: Origin }[];
  /** Only to be checked: parameters without a default may be missing. */
  readonly checkOnly?: boolean;
  /** It becomes jobs on GitHub's own runners, which have a bound. */
  readonly hosted?: boolean;
  /** The plan is to become jobs of GitHub's. */
  readonly jobs?: boolean;
}

export interface Planned {
  /** Undefined when there are errors. */
  readonly plan: Plan | undefined;
  readonly diagnostics: Diagnostics;
}

export function planChain(project: Project, request: PlanRequest): Planned {
  const diagnostics = new Diagnostics();
  const { chain } = parse(request.chain, diagnostics);
  const parameters = workflowParameters(request, diagnostics);
  const builder = new PlanBuilder(project, diagnostics);
  const flow = emptyFlow();
  for (const param of request.params) {
    const value = parameters[normalised(param.name)];
    flow.variables.set(normalised(param.name), { constant: true, ...(value === undefined ? {} : { value }) });
  }
  const own = new ScopeParameters(new Map(request.params.map((param) => [normalised(param.name), param])));
  const root = new ChainWalk(builder).chain(
    chain,
    {
      parent: null,
      scope: null,
      place: '',
      depth: 0,
      source: request.chain,
      parameters: own,
      callers: [{ name: request.name, chain: request.chain }],
      inPositionalElse: false,
      // The chain is a sequence, which becomes its block.
      block: { id: 'chain' as NodeId, open: [] },
    },
    flow,
  );
  if (!flow.uncertain) checkRead(own, { name: request.name, source: request.chain }, diagnostics);
  if (diagnostics.hasErrors) return { plan: undefined, diagnostics };
  const whole: Plan = {
    schema: planSchema,
    name: request.name,
    ...(request.description === undefined ? {} : { description: request.description }),
    chain: print(chain),
    file: request.chain.name,
    root,
    nodes: builder.nodes,
    commands: Object.fromEntries(builder.commands),
    axes: Object.fromEntries(builder.axes),
    metrics: Object.fromEntries(builder.metrics),
    selections: Object.fromEntries(builder.selections),
    parameters,
    results: project.results,
    ...(project.baseline ? { baseline: project.baseline } : {}),
    ...pricesOf(builder),
    ...remoteOf(builder),
    ...(project.fanout === undefined ? {} : { fanout: project.fanout }),
  };
  const pods = podScopesOf(whole);
  const plan = pods.length === 0 ? whole : { ...whole, pods };
  checkPods(builder, plan);
  checkEnvironments(builder, plan);
  if (request.jobs) {
    checkDeploysInLegs(builder, plan);
    checkApprovals(builder, plan);
  }
  if (request.hosted) checkJobTimes(builder, plan);
  return { plan: diagnostics.hasErrors ? undefined : plan, diagnostics };
}

/** The other hosts that the plan uses, and what each of them gets first. */
function remoteOf({ commands, project }: PlanBuilder): Pick<Plan, 'targets' | 'sync'> {
  const used = new Set([...commands.values()].flatMap((one) => ('target' in one ? [one.target] : [])));
  const targets = [...remoteTargetsOf(project)].filter(([name]) => used.has(name));
  if (targets.length === 0 || !project.remote) return {};
  return { targets: Object.fromEntries(targets), sync: project.remote.sync };
}

/** Of the targets that the plan uses. */
function pricesOf({ commands, project }: PlanBuilder): Pick<Plan, 'prices'> {
  const targets = [...commands.values()].flatMap((command) => (command.is === 'run' ? [command.target] : []));
  const prices = Object.entries(project.prices).filter(([target]) => targets.includes(target));
  return prices.length === 0 ? {} : { prices: Object.fromEntries(prices) };
}

/** Given values over defaults; by normalised name, in the order of their declaration. */
function workflowParameters(request: PlanRequest, diagnostics: Diagnostics): Record<string, Value> {
  const given = new Map<string, Value | undefined>();
  for (const { name, value, origin } of request.given) {
    const param = request.params.find((candidate) => normalised(candidate.name) === normalised(name));
    if (!param) {
      const known = request.params.map((candidate) => `\`--${candidate.name}\``).join(', ');
      const message = `\`${request.name}\` has no parameter \`${name}\``;
      diagnostics.add('unknown-param', origin.source, origin.span, message, {
        help: known === '' ? 'it takes none; declare them under `params:`' : `it takes ${known}`,
      });
      continue;
    }
    // Without a value behind it an option is a boolean that is set.
    const isAlone = param.type !== 'boolean' && /^--[^=\s]+$/.test(origin.source.text);
    const problem = isAlone
      ? `\`--${name}\` has no value: \`${param.name}\` takes ${withArticle(param.type)}`
      : valueProblem(param, value);
    if (problem) diagnostics.add('invalid-param', origin.source, origin.span, problem);
    given.set(normalised(param.name), problem === undefined ? parseValue(param.type, value) : undefined);
  }
  const parameters: Record<string, Value> = {};
  for (const param of request.params) {
    const name = normalised(param.name);
    const isSound = param.default !== undefined && valueProblem(param, String(param.default)) === undefined;
    const value = given.get(name) ?? (isSound ? param.default : undefined);
    if (value !== undefined) parameters[name] = value;
    else if (!given.has(name) && param.default === undefined && !request.checkOnly) {
      const { source, span } = param.origin ?? { source: request.chain, span: { start: 0, end: 1 } };
      const message = `\`${request.name}\` needs \`--${param.name}\``;
      diagnostics.add('invalid-param', source, span, message, {
        help: `pass \`--${param.name}\`, or declare a \`default:\``,
      });
    }
  }
  return parameters;
}
