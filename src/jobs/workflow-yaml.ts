/** A layout → the text of a workflow file of GitHub Actions. Pure; the same layout gives the same bytes. */
import { childrenOf, type NodeId, type Plan } from '../plan/plan.ts';
import { isAmbient } from './ambient.ts';
import {
  concludeJob,
  hostedMinutes,
  type Job,
  type Layout,
  type MatrixJob,
  planJob,
  type Step,
} from './layout.ts';
import {
  above,
  behind,
  commentLines,
  inline,
  spaced,
  type Yaml,
  type YamlMap,
  yamlText,
} from './yaml-text.ts';

export interface WorkflowOptions {
  /** Of the workflow, as it calls itself. */
  readonly name: string;
  readonly description?: string | undefined;
  /** The file that it is compiled from, relative to the project, with `/`. */
  readonly file: string;
  /** The same, relative to the repository's root. */
  readonly source: string;
  /** The folder of the project, relative to the repository's root, with `/`; absent when it is the root. */
  readonly project?: string | undefined;
  /** Of what it is compiled from, 64 hexadecimal digits. */
  readonly sources: string;
  /** What starts it beside a dispatch, which every compiled workflow can be started by. */
  readonly on: Triggers;
  readonly action: ActionReference;
  readonly hasParameters: boolean;
  /** The label of the runners, or all labels that they must have. */
  readonly runsOn: string | readonly string[];
  /** Those are GitHub's own, which end every job after six hours. */
  readonly isHosted: boolean;
  /** Variables with the addresses of those whom the run tells when it is over. */
  readonly tells?: readonly string[];
  /** It looks for drift, and opens an issue for it; `proposes`: and a pull request. */
  readonly drift?: { readonly proposes: boolean };
}

export interface Triggers {
  readonly schedule?: readonly { readonly cron: string; readonly timezone?: string | undefined }[];
  /** Filters as GitHub names them; none of them for every push. */
  readonly push?: Readonly<Record<string, readonly string[]>>;
}

/** `moola/ml-workflow` at `v1`; a pin has the version it stands for as its comment. */
export interface ActionReference {
  readonly repository: string;
  readonly ref: string;
  readonly comment?: string | undefined;
}

/** GitHub reads no longer workflow file. Bytes. */
export const mostBytes = 500 * 1024;
/** A job of a runner of one's own ends after five days. */
const longestMinutes = 5 * 24 * 60;

const mayReport = { contents: 'read', checks: 'write', 'pull-requests': 'write' };
/** It may go on with an earlier run, whose artifacts it reads, and asks who has started it. */
const mayBegin = { contents: 'read', actions: 'read', checks: 'write', 'pull-requests': 'write' };
/** The comment is that of the other jobs; a cell has a check run of its own. */
const mayShow = { contents: 'read', checks: 'write' };

/** Throws for a plan that no planner makes: a variable whose name is none. */
export function workflowYaml(layout: Layout, plan: Plan, options: WorkflowOptions): string {
  const { name, description, source, sources } = options;
  const head = [
    description === undefined ? name : `${name}: ${description}`,
    '',
    headLine(source),
    `sources: sha256:${sources}`,
  ].join('\n');
  const writer = new Writer(layout, plan, options);
  const document = yamlText({
    // The only text of a person's where GitHub takes no expression, so that it cannot be quoted as one.
    name: name.replaceAll('${{', '$ {{'),
    'run-name': runName(name),
    on: triggers(options),
    permissions: inline({}),
    concurrency: {
      group: `ml-${literal(name)}-\${{ fromJSON(inputs.request || '{}').pr || github.ref }}`,
      queue: 'max',
    },
  });
  const jobs = Object.fromEntries(layout.jobs.map((job) => [job.id, writer.job(job)]));
  return `${commentLines(head).join('\n')}\n${document}\n${yamlText({ jobs: spaced(jobs) })}`;
}

/** As the list of runs shows it; runs of a pull request are found by it. */
function runName(name: string): string {
  const pull = "fromJSON(inputs.request || '{}').pr";
  return `${literal(name)}\${{ ${pull} && format(' · #{0}', ${pull}) || '' }}`;
}

function headLine(source: string): string {
  return `Compiled from ${source} by ml-workflow; do not edit. \`ml-workflow compile\` writes it again.`;
}

export interface CompiledHead {
  /** The file that it was compiled from, relative to the repository's root. */
  readonly source: string;
  /** The action that it uses; undefined when it names none. */
  readonly action: ActionReference | undefined;
}

/** What a file says about itself that `workflowYaml` made; undefined for every other file. */
export function compiledHead(text: string): CompiledHead | undefined {
  const [head = ''] = /^(?:#.*\r?\n)+/.exec(text) ?? [];
  const source = /^# Compiled from (.+) by ml-workflow; do not edit\..*\r?\n# sources: sha256:/m.exec(
    head,
  )?.[1];
  if (source === undefined) return undefined;
  const uses = /^ +uses: (?<repository>[^\s@]+)\/open@(?<ref>[^\s#]+)(?: +# ?(?<comment>.*?))?\r?$/m.exec(
    text,
  );
  const { repository = '', ref = '', comment } = uses?.groups ?? {};
  const action = uses ? { repository, ref, ...(comment === undefined ? {} : { comment }) } : undefined;
  return { source, action };
}

/** `owner/repo@ref`, with `# v1.2.3` behind it or without; undefined when it is none. */
export function actionReference(text: string): ActionReference | undefined {
  const pattern =
    /^(?<repository>[\w-][\w.-]*\/[\w.-]+(?:\/[\w.-]+)*)@(?<ref>[\w.-]+(?:\/[\w.-]+)*)(?: +# *(?<comment>[ -~]*?))? *$/;
  const { repository, ref, comment } = pattern.exec(text)?.groups ?? {};
  if (repository === undefined || ref === undefined) return undefined;
  return { repository, ref, ...(comment === undefined || comment === '' ? {} : { comment }) };
}

function triggers({ on: { schedule = [], push }, hasParameters }: WorkflowOptions): YamlMap {
  const request = inline({
    description: 'Made by ml-workflow; a person leaves it as it is',
    type: 'string',
    default: '{}',
  });
  const params = inline({
    description: 'Parameters, `name=value`, several with `;` between',
    type: 'string',
    default: '',
  });
  return {
    workflow_dispatch: { inputs: { request, params: hasParameters ? params : undefined } },
    schedule: schedule.length === 0 ? undefined : schedule.map(({ cron, timezone }) => ({ cron, timezone })),
    push: push && Object.fromEntries(Object.entries(push).map(([key, patterns]) => [key, patterns])),
  };
}

/** What all jobs of one file share. */
class Writer {
  readonly #jobs: ReadonlyMap<string, Job>;
  readonly #order: readonly string[];
  readonly #options: WorkflowOptions;
  /** RunPod's, of all targets: who may have made pods must be able to end them. */
  readonly #keys: readonly string[];
  /** What the preflights of commands may see. */
  readonly #preflight: readonly string[];
  /** Nodes that run however the run ends. */
  readonly #shielded: ReadonlySet<NodeId>;
  /** What steps of such nodes may see. */
  readonly #handlers: readonly string[];

  constructor({ jobs }: Layout, plan: Plan, options: WorkflowOptions) {
    this.#jobs = new Map(jobs.map((job) => [job.id, job]));
    this.#order = jobs.map(({ id }) => id);
    this.#options = options;
    this.#keys = keysOf(plan);
    this.#preflight = Object.values(plan.commands).flatMap((command) =>
      command.is === 'run' && command.preflight !== undefined ? command.env : [],
    );
    this.#shielded = shieldedIn(plan);
    this.#handlers = jobs.flatMap((one) =>
      one.is === 'stretch' && one.environment === undefined
        ? one.steps.filter((step) => this.#isShielded(step)).flatMap(({ variables }) => variables)
        : [],
    );
  }

  job(job: Job): Yaml {
    return job.is === 'matrix' ? this.#matrix(job) : this.#stretch(job);
  }

  #stretch(job: Job & { readonly is: 'stretch' }): YamlMap {
    const isPlan = job.id === planJob;
    const isLast = job.id === concludeJob;
    const { environment } = job;
    const needs = isPlan ? [] : isLast ? this.#order.filter((id) => id !== job.id) : this.#needsOf(job);
    // Checks that come before everything else are made in the plan job.
    const seen = isPlan ? this.#preflight : [];
    const open = this.#uses(
      'open',
      isPlan ? { name: 'open', id: 'open' } : { name: 'open' },
      this.#openInputs(job.id),
      this.#variables(seen, true),
    );
    const last = this.#uses(
      'conclude',
      { name: 'conclude', if: '${{ always() }}' },
      { needs: allNeeds, project: this.#project() },
      // It does what handlers of earlier jobs a cancel has kept from running.
      this.#variables(isLast ? [...this.#handlers, ...(this.#options.tells ?? [])] : [], true),
    );
    return {
      name: literal(job.name),
      needs: needs.length === 0 ? undefined : needs,
      if: isPlan ? undefined : isLast ? '${{ always() }}' : jobCondition([...job.joins, job.id]),
      'runs-on': runners(this.#options),
      'timeout-minutes': this.#minutes(job),
      environment: environment === undefined ? undefined : { name: literal(environment), deployment: false },
      concurrency:
        environment === undefined
          ? undefined
          : { group: `ml-environment-${literal(environment)}`, queue: 'max' },
      permissions: inline(
        isPlan
          ? mayBegin
          : isLast
            ? this.#mayConclude(job)
            : environment === undefined
              ? mayReport
              : mayBegin,
      ),
      env: inline({ ML_READY: '[]' }),
      outputs: isLast
        ? undefined
        : {
            next: '${{ env.ML_NEXT }}',
            cells: '${{ env.ML_CELLS }}',
            // By an output of the step: what comes behind it may write variables, and not this.
            plan: isPlan ? '${{ steps.open.outputs.plan }}' : undefined,
          },
      steps: spaced([open, ...job.steps.map((step) => this.#step(step, isLast)), ...(isLast ? [last] : [])]),
    };
  }

  /**
   * What outlives the run lies on a branch of its own. Where commands of the chain may run in this job, it may not write there:
   * whoever writes a branch can write all of them.
   */
  #mayConclude({ steps }: Job & { readonly is: 'stretch' }): YamlMap {
    const runsCommands = steps.length > 0 || this.#shielded.size > 0;
    const { drift } = this.#options;
    return {
      ...mayReport,
      contents: runsCommands ? 'read' : 'write',
      ...(drift ? { issues: 'write' } : {}),
      // The checks of a pull request that a job opens start by a dispatch and nothing else.
      ...(drift?.proposes === true ? { actions: 'write' } : {}),
    };
  }

  #matrix(job: MatrixJob): Yaml {
    const needs = this.#needsOf(job);
    const cell = this.#uses(
      'cell',
      { name: `${literal(job.name)} · \${{ matrix.cell }}` },
      {
        job: job.id,
        leg: '${{ matrix.cell }}',
        project: this.#project(),
        plan: plannedBy,
      },
      this.#variables(job.variables, true),
    );
    const map: YamlMap = {
      name: literal(job.name),
      needs,
      if: jobCondition([job.id]),
      'runs-on': runners(this.#options),
      'timeout-minutes': this.#minutes(job),
      'continue-on-error': job.isTolerated ? true : undefined,
      permissions: inline(mayShow),
      strategy: {
        'fail-fast': false,
        'max-parallel': job.max ?? undefined,
        matrix: { cell: cellsFor(job.id, needs) },
      },
      steps: [cell],
    };
    return above(map, legsText(job));
  }

  #step(step: Step, isLast: boolean): YamlMap {
    const isShielded = isLast || this.#isShielded(step);
    // What a cancel does not reach is ready then too, and only the steps that ask for it are started at all.
    const status = isShielded ? 'always()' : '!cancelled()';
    const gate = `\${{ ${status} && contains(fromJSON(env.ML_READY), '${step.id}') }}`;
    const variables = this.#variables(step.variables, false);
    return this.#uses('step', { name: literal(step.name), if: gate }, { step: step.id }, variables);
  }

  #isShielded({ holds, decides }: Step): boolean {
    return [...holds, ...decides.map(({ node }) => node)].every((id) => this.#shielded.has(id));
  }

  #uses(part: string, head: YamlMap, inputs: YamlMap, env: YamlMap): YamlMap {
    const { repository, ref, comment } = this.#options.action;
    const uses = `${repository}/${part}@${ref}`;
    const isSmall = Object.values(inputs).filter((one) => one !== undefined).length <= 3;
    return {
      ...head,
      uses: comment === undefined ? uses : behind(uses, comment),
      with: isSmall ? inline(inputs) : inputs,
      env: Object.keys(env).length === 0 ? undefined : Object.keys(env).length === 1 ? inline(env) : env,
    };
  }

  #openInputs(job: string): YamlMap {
    const { file, sources, hasParameters } = this.#options;
    const project = this.#project();
    if (job !== planJob)
      return { job, project, plan: plannedBy, needs: job === concludeJob ? allNeeds : undefined };
    return {
      job,
      workflow: literal(file),
      sources,
      project,
      request: '${{ inputs.request }}',
      params: hasParameters ? '${{ inputs.params }}' : undefined,
    };
  }

  #project(): string | undefined {
    const { project } = this.#options;
    return project === undefined ? undefined : literal(project);
  }

  /**
   * In the order of the file. The plan job may hand over to any of them, when a run is resumed; and whoever handed over
   * to a matrix started what joins it.
   */
  #needsOf({ id, needs, ...job }: Job): readonly string[] {
    const joined = job.is === 'matrix' ? [] : job.joins;
    const handedOver = joined.flatMap((one) => this.#jobs.get(one)?.needs ?? []);
    const all = new Set([planJob, ...needs, ...joined, ...handedOver]);
    return this.#order.filter((one) => all.has(one) && one !== id);
  }

  #minutes({ minutes }: Job): number {
    return minutes >= hostedMinutes && !this.#options.isHosted ? longestMinutes : minutes;
  }

  /** `withKeys`: also the keys of all targets. */
  #variables(names: readonly string[], withKeys: boolean): YamlMap {
    // What the runner has itself stays as it has it: an expression would put an empty text in its place.
    const given = names.filter((name) => !isAmbient(name));
    const all = [...new Set([...given, ...(withKeys ? this.#keys : [])])].sort();
    return Object.fromEntries(
      all.map((name) => {
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
          throw new Error(`internal: \`${name}\` is no variable; please report this`);
        const isKey = this.#keys.includes(name);
        return [name, isKey ? `\${{ secrets.${name} }}` : `\${{ secrets.${name} || vars.${name} }}`];
      }),
    );
  }
}

const allNeeds = '${{ toJSON(needs) }}';
const plannedBy = '${{ needs.plan.outputs.plan }}';

/** Text of a person's where GitHub looks for expressions: it is shown as it is, and nothing in it is evaluated. */
export function literal(text: string): string {
  return text.replaceAll('${{', "${{ '${{' }}");
}

function runners({ runsOn }: WorkflowOptions): Yaml {
  return typeof runsOn === 'string' ? literal(runsOn) : runsOn.map(literal);
}

/** Some job before it has handed over to it, or to a matrix that ends here. */
function jobCondition(ids: readonly string[]): string {
  const asked = ids.map((id) => `contains(needs.*.outputs.next, '${id}')`);
  return `\${{ !cancelled() && ${asked.length === 1 ? asked[0] : `(${asked.join(' || ')})`} }}`;
}

/**
 * The cells of whoever handed over to this matrix. A job before it that handed over elsewhere has cells too, those of
 * another matrix. Without any, GitHub would refuse the empty text before it asks whether the job runs.
 */
function cellsFor(id: string, needs: readonly string[]): string {
  const from = needs.map((job) => `needs.${job}.outputs.next == '${id}' && needs.${job}.outputs.cells`);
  return `\${{ fromJSON(${from.join(' || ')} || '["-"]') }}`;
}

function legsText({ legs }: MatrixJob): string {
  const labels = legs.map(({ label }) => label);
  const all = labels.join(', ');
  const some = all.length <= 90 ? all : `${all.slice(0, all.lastIndexOf(', ', 80))}, …`;
  return `${legs.length} ${legs.length === 1 ? 'leg' : 'legs'}: ${some}`;
}

/** The variables that hold the keys of RunPod accounts. */
function keysOf({ targets = {} }: Plan): readonly string[] {
  const keys = Object.values(targets).flatMap((target) => (target.kind === 'runpod' ? [target.key] : []));
  return [...new Set(keys)].sort();
}

function shieldedIn({ nodes }: Plan): ReadonlySet<NodeId> {
  const shielded = new Set<NodeId>();
  // Parents stand before their children.
  for (const node of nodes) {
    if ((node.kind === 'try' || node.kind === 'handlers') && node.finally !== null)
      shielded.add(node.finally);
    if (shielded.has(node.id)) for (const child of childrenOf(node)) shielded.add(child);
  }
  return shielded;
}
