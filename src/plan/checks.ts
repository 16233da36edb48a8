/** Checks of what a chain does with its commands, beyond whether the names exist. */
import type { Diagnostics } from '../language/diagnostic.ts';
import { normalised } from '../language/name.ts';
import type { Source, Span } from '../language/source.ts';
import type { PlanBuilder } from './builder.ts';
import type { Flow } from './flow.ts';
import type { Here, ScopeParameters } from './here.ts';
import type { AxisPoint, NodeId, RunCommand } from './plan.ts';
import type { CommandDefinition, Project } from './project.ts';

/**
 * A parameter or axis that the script cannot see would make every cell of a sweep train alike: it must stand in `"$@"`
 * by its flag, or the script must name its variable.
 */
export function checkVisible(
  definition: CommandDefinition & { is: 'run' },
  point: readonly AxisPoint[],
  hasWords: boolean,
  here: { readonly source: Source; readonly span: Span },
  project: Project,
  diagnostics: Diagnostics,
): void {
  const { script } = definition.command;
  const takesArguments = /\$(?:@|\*|\{@|\{\*|\{?[1-9])/.test(script);
  const values = [
    ...definition.params.map(({ name, flag, origin }) => ({
      name,
      flag,
      what: 'parameter',
      origin: origin ?? definition.origin ?? here,
    })),
    ...point.map(({ axis }) => ({
      name: axis,
      flag: project.axes.get(normalised(axis))?.flag,
      what: 'axis',
      origin: here,
    })),
  ];
  for (const { name, flag, what, origin } of values) {
    const variable = `ML_PARAM_${normalised(name).toUpperCase()}`;
    if (new RegExp(`${variable}(?![A-Za-z0-9_])`).test(script) || (takesArguments && flag !== undefined))
      continue;
    const message = `the script of \`/${definition.name}\` never sees the ${what} \`${name}\``;
    const help =
      flag === undefined
        ? `read \`$${variable}\`, or give it a \`flag:\`${takesArguments ? '' : ' and end the script with `"$@"`'}`
        : `end the script with \`"$@"\`, or read \`$${variable}\``;
    diagnostics.add('unused-param', origin.source, origin.span, message, { help });
  }
  if (hasWords && !takesArguments) {
    const message = `the script of \`/${definition.name}\` never sees its arguments`;
    diagnostics.add('unused-param', here.source, here.span, message, { help: 'end the script with `"$@"`' });
  }
}

/** A parameter of a chain that reaches nothing: whoever sets it would believe that it did. */
export function checkRead(
  parameters: ScopeParameters,
  chain: { readonly name: string; readonly source: Source },
  diagnostics: Diagnostics,
): void {
  for (const param of parameters.unread()) {
    const { source, span } = param.origin ?? { source: chain.source, span: { start: 0, end: 1 } };
    const message = `nothing in \`/${chain.name}\` reads the parameter \`${param.name}\``;
    diagnostics.add('unused-param', source, span, message, {
      help: `a command of the chain reads it when it declares \`${param.name}\` itself, or is given \`$${param.name}\``,
    });
  }
}

/** A deployment behind no gate, and one in the place of an else that a person may have meant for a longer then. */
export function checkDeploy(
  { diagnostics }: PlanBuilder,
  { name, command, span }: { readonly name: string; readonly command: RunCommand; readonly span: Span },
  { source, inPositionalElse }: Here,
  flow: Flow,
): void {
  const { deploys } = command;
  if (deploys === undefined) return;
  if (inPositionalElse) {
    diagnostics.add('else-deploys', source, span, `\`/${name}\` would deploy what failed its gate`, {
      help: 'in `if:c → then → else` the second element is the else branch; write `/if:c → …` for a longer then branch',
    });
  } else if (!flow.gated && !flow.uncertain) {
    const message = `no gate guards \`/${name}\`, which deploys to \`${deploys}\``;
    diagnostics.add('deploy-without-gate', source, span, message, {
      help: 'put `/if:metric>threshold →` in front of it',
    });
  }
}

/** Two branches that write the same path, or one inside the other's, would overwrite each other's result. */
export function checkSharedOutputs(branches: readonly (readonly NodeId[])[], plan: Outputs): void {
  const outputs = new SharedOutputs(plan);
  for (const units of branches) outputs.take(units, true);
}

/** The same command at the same point, with the same words, in two branches: one of them adds nothing. */
export function noticeRepeatedPoints(
  branches: readonly (readonly NodeId[])[],
  { nodes, origins, diagnostics }: PlanBuilder,
  begin: number,
): void {
  const branchOf = new Map(branches.flatMap((ids, branch) => ids.map((id) => [id, branch])));
  const seen = new Map<string, NodeId>();
  for (let at = begin; at < nodes.length; at += 1) {
    const node = nodes[at];
    if (node?.kind !== 'unit' || node.point.length === 0) continue;
    const { id, title, command, point, words, parameters } = node;
    const key = JSON.stringify([command, point, words, parameters]);
    const other = seen.get(key);
    if (other === undefined) seen.set(key, id);
    if (other === undefined || branchOf.get(other) === branchOf.get(id)) continue;
    const origin = origins.get(id);
    const first = origins.get(other);
    if (!origin || !first) continue;
    diagnostics.add('repeated-point', origin.source, origin.span, `\`${title}\` runs twice side by side`, {
      help: 'remove one, or give each of them another seed',
      related: [{ message: 'also here', ...first }],
    });
  }
}

/** Of a `PlanBuilder`. */
type Outputs = Pick<PlanBuilder, 'definitions' | 'origins' | 'stored' | 'diagnostics'>;

/** What is written while something else runs. */
export class SharedOutputs {
  /** By path, and by every folder that holds it: the first branch that writes there. */
  readonly #writers = new Map<string, Writer>();
  readonly #holders = new Map<string, Writer>();
  readonly #plan: Outputs;
  #branches = 0;

  constructor(plan: Outputs) {
    this.#plan = plan;
  }

  /** One more branch. `beside`: it runs at the same time as those taken before it. */
  take(units: readonly NodeId[], beside: boolean): void {
    const branch = this.#branches;
    this.#branches += 1;
    for (const unit of units) {
      for (const path of this.#written(unit, beside)) {
        const folders = foldersOf(path);
        const clash =
          [path, ...folders]
            .map((one) => this.#writers.get(one))
            .find((other) => other && other.branch !== branch) ?? otherThan(this.#holders.get(path), branch);
        if (clash && beside) this.#report(unit, path, clash);
        const own = { branch, unit, path };
        if (!this.#writers.has(path)) this.#writers.set(path, own);
        for (const folder of folders) if (!this.#holders.has(folder)) this.#holders.set(folder, own);
      }
    }
  }

  #written(unit: NodeId, beside: boolean): Set<string> {
    const { definitions, stored } = this.#plan;
    const path = stored.get(unit);
    return new Set(path === undefined ? writtenPaths(definitions.get(unit), beside) : [tidied(path)]);
  }

  #report(unit: NodeId, path: string, other: Writer): void {
    const { origins, diagnostics } = this.#plan;
    const origin = origins.get(unit);
    const first = origins.get(other.unit);
    if (!origin || !first) return;
    const message =
      other.path === path
        ? `two parallel branches write \`${path}\``
        : `parallel branches write \`${path}\` and \`${other.path}\`, one inside the other`;
    diagnostics.add('shared-output', origin.source, origin.span, message, {
      help: 'write it below `$ML_RUN_DIR`, which each run of a command has for itself, or declare `isolation: copy`',
      related: [{ message: 'also written here', ...first }],
    });
  }
}

interface Writer {
  readonly branch: number;
  readonly unit: NodeId;
  readonly path: string;
}

function otherThan(writer: Writer | undefined, branch: number): Writer | undefined {
  return writer?.branch === branch ? undefined : writer;
}

/** `a/b/c` lies in `a/b` and in `a`. */
function foldersOf(path: string): string[] {
  const steps = path.split('/');
  return steps.slice(1).map((_, index) => steps.slice(0, steps.length - 1 - index).join('/'));
}

/** Paths in the workspace; what lies in a unit's own directory, or in its own copy, cannot collide. */
function writtenPaths(definition: CommandDefinition | undefined, inBranch: boolean): string[] {
  if (definition?.is !== 'run') return [];
  const { outputs, metrics, isolation } = definition.command;
  // From a branch nothing is copied back.
  if (isolation === 'copy') return inBranch ? [] : outputs.map(tidied);
  const paths = [...outputs, ...metrics.filter(({ format }) => format !== 'output').map(({ path }) => path)];
  return paths.filter((path) => !/^\$ML_RUN_DIR(?:\/|$)/.test(path)).map(tidied);
}

/** `./a//b` is `a/b`. */
function tidied(path: string): string {
  return path
    .split('/')
    .filter((step) => step !== '' && step !== '.')
    .join('/');
}
