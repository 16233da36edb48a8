/** A workflow file as the rig runs it: judged by GitHub's own parser, and refused where the rig would ignore a key. */
import { parse } from 'yaml';
import { segments, type Value } from './expressions.ts';
import { workflowParser } from './parser.ts';

export interface StepDefinition {
  /** Absent unless the workflow gives one: only then does the `steps` context know the step. */
  readonly id: string | undefined;
  /** What GITHUB_ACTION says. */
  readonly action: string;
  readonly name: string | undefined;
  /** With the implicit `success()`. */
  readonly if: string;
  readonly env: Readonly<Record<string, Value>>;
  readonly continueOnError: Value;
  readonly timeoutMinutes: Value;
  readonly run: string | undefined;
  readonly shell: string | undefined;
  readonly workingDirectory: string | undefined;
  readonly uses: string | undefined;
  readonly with: Readonly<Record<string, Value>>;
}

export interface JobDefinition {
  readonly id: string;
  readonly name: string | undefined;
  readonly needs: readonly string[];
  /** Everything it depends on, directly or not. */
  readonly ancestors: readonly string[];
  /** With the implicit `success()`. */
  readonly if: string;
  readonly strategy: Value;
  readonly runsOn: Value;
  readonly timeoutMinutes: Value;
  readonly continueOnError: Value;
  readonly env: Readonly<Record<string, Value>>;
  readonly environment: Value;
  readonly permissions: Value;
  readonly concurrency: Value;
  readonly outputs: Readonly<Record<string, Value>>;
  readonly defaults: Readonly<Record<string, Value>>;
  readonly steps: readonly StepDefinition[];
}

export interface InputDefinition {
  readonly type: string;
  readonly required: boolean;
  readonly default: Value;
  readonly options: readonly string[];
}

export interface WorkflowDefinition {
  readonly path: string;
  /** `name:`, or the path, as `github.workflow` says. */
  readonly name: string;
  /** `run-name:`, with its expressions. */
  readonly runName: string | undefined;
  readonly events: readonly string[];
  readonly dispatchInputs: Readonly<Record<string, InputDefinition>>;
  readonly env: Readonly<Record<string, Value>>;
  readonly concurrency: Value;
  readonly jobs: readonly JobDefinition[];
}

const NOT_IN_THE_RIG = {
  job: ['container', 'services', 'snapshot', 'uses', 'with', 'secrets', 'cancel-timeout-minutes'],
  step: ['background', 'parallel', 'wait', 'wait-all', 'cancel'],
};

/** Throws all of GitHub's complaints, and the rig's own about what it cannot run. */
export async function readWorkflow(text: string, path: string): Promise<WorkflowDefinition> {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await workflowParser();
  const parsed = parseWorkflow({ name: path, content: text }, new NoOperationTraceWriter());
  const problems = (): string[] => parsed.context.errors.getErrors().map(String);
  if (parsed.value === undefined || problems().length > 0) throw invalid(path, problems());
  const template = await convertWorkflowTemplate(parsed.context, parsed.value);
  if (problems().length > 0) throw invalid(path, problems());

  const root = mapping(parse(text));
  if (/hashFiles\s*\(/i.test(text)) throw new Error('the rig has no hashFiles');
  const defaults = mapping(root.defaults);
  const raw = mapping(root.jobs);
  const needs = Object.fromEntries(
    Object.entries(raw).map(([id, job]) => [id, list(mapping(job).needs).map(String)]),
  );
  const jobs = template.jobs.map((converted): JobDefinition => {
    const id = converted.id.value;
    const job = mapping(raw[id]);
    refuse(job, NOT_IN_THE_RIG.job, `job ${id}`);
    if (converted.type !== 'job') throw new Error(`job ${id}: the rig has no reusable workflows`);
    checkConcurrency(job.concurrency, `job ${id}`);
    return {
      id,
      name: optional(job.name),
      needs: needs[id] ?? [],
      ancestors: ancestorsOf(id, needs),
      if: converted.if.expression,
      strategy: job.strategy ?? null,
      runsOn: job['runs-on'] ?? null,
      timeoutMinutes: job['timeout-minutes'] ?? 360,
      continueOnError: job['continue-on-error'] ?? false,
      env: mapping(job.env),
      environment: job.environment ?? null,
      permissions: job.permissions ?? root.permissions ?? null,
      concurrency: job.concurrency ?? null,
      outputs: mapping(job.outputs),
      defaults: { ...mapping(defaults.run), ...mapping(mapping(job.defaults).run) },
      steps: list(job.steps).map((step, index) => readStep(mapping(step), id, converted.steps[index])),
    };
  });
  checkConcurrency(root.concurrency, 'the workflow');
  return {
    path,
    name: optional(root.name) ?? path,
    runName: optional(root['run-name']),
    events: eventsOf(root.on ?? null),
    dispatchInputs: readInputs(mapping(mapping(mapping(root.on).workflow_dispatch).inputs)),
    env: mapping(root.env),
    concurrency: root.concurrency ?? null,
    jobs,
  };
}

function readStep(
  step: Readonly<Record<string, Value>>,
  job: string,
  converted: { readonly id: string; readonly if?: { readonly expression: string } } | undefined,
): StepDefinition {
  refuse(step, NOT_IN_THE_RIG.step, `a step of job ${job}`);
  if (converted?.if === undefined) throw new Error(`a step of job ${job} is none the parser knows`);
  return {
    id: optional(step.id),
    action: converted.id,
    name: optional(step.name),
    if: converted.if.expression,
    env: mapping(step.env),
    continueOnError: step['continue-on-error'] ?? false,
    timeoutMinutes: step['timeout-minutes'] ?? null,
    run: optional(step.run),
    shell: optional(step.shell),
    workingDirectory: optional(step['working-directory']),
    uses: optional(step.uses),
    with: mapping(step.with),
  };
}

function readInputs(inputs: Readonly<Record<string, Value>>): Record<string, InputDefinition> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => {
      const input = mapping(value);
      return [
        name,
        {
          type: optional(input.type) ?? 'string',
          required: input.required === true,
          default: input.default ?? null,
          options: list(input.options).map(String),
        },
      ];
    }),
  );
}

export function eventsOf(on: Value): string[] {
  if (typeof on === 'string') return [on];
  return isList(on) ? on.map(String) : Object.keys(mapping(on));
}

function ancestorsOf(id: string, needs: Readonly<Record<string, readonly string[]>>): string[] {
  const found = new Set<string>();
  const visit = (job: string): void => {
    for (const need of needs[job] ?? []) {
      if (found.has(need)) continue;
      found.add(need);
      visit(need);
    }
  };
  visit(id);
  return [...found];
}

/** GitHub refuses the pair, its parser does not. */
function checkConcurrency(value: Value | undefined, where: string): void {
  const concurrency = mapping(value);
  const cancel = concurrency['cancel-in-progress'];
  if (concurrency.queue === 'max' && cancel !== undefined && cancel !== false)
    throw new Error(`${where}: queue: max does not go with cancel-in-progress`);
}

function refuse(given: Readonly<Record<string, Value>>, names: readonly string[], where: string): void {
  const found = names.find((name) => given[name] !== undefined);
  if (found !== undefined) throw new Error(`${where}: the rig does not know '${found}'`);
}

function invalid(path: string, problems: readonly string[]): Error {
  return new Error(`${path} is not a valid workflow:\n${problems.join('\n')}`);
}

function optional(value: Value | undefined): string | undefined {
  return value === undefined || value === null ? undefined : String(value);
}

/** An absent mapping is an empty one. Throws on one that is a single expression: the rig reads names, not values. */
export function mapping(value: Value | undefined): Readonly<Record<string, Value>> {
  if (value === undefined || value === null) return {};
  if (typeof value === 'string' && segments(value).some(({ expression }) => expression))
    throw new Error(`the rig cannot take a mapping from an expression: ${value}`);
  return typeof value === 'object' && !isList(value) ? value : {};
}

export function list(value: Value | undefined): readonly Value[] {
  if (value === undefined || value === null) return [];
  return isList(value) ? value : [value];
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}
