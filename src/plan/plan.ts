/**
 * The plan: the chain with every name resolved, as plain JSON that travels between processes. It reads like the chain, as
 * a tree kept in one flat list (every node names its parent and its children), so that a chain of 10,000 elements or a
 * deep one is walked without recursion.
 */
import type { Comparison } from '../language/tree.ts';

/** 1: without the elements that 2 added. Every plan of an earlier schema is one of this one too. */
export const planSchema = 2;

/** Made from place and name, `2.1-train-sigma-0.10`: stable as long as the chain is, fit for folders and artifacts. */
export type NodeId = string & { readonly __brand: 'NodeId' };

/** Seconds, may be fractional. */
export type Seconds = number;

export interface Plan {
  readonly schema: 1 | typeof planSchema;
  /** The workflow's name, or `chain` for a chain typed by a person. */
  readonly name: string;
  readonly description?: string;
  /** The chain in its canonical spelling. */
  readonly chain: string;
  /** Where the chain stands. */
  readonly file: string;
  readonly root: NodeId;
  /** Parents before their children, in the order of the chain. */
  readonly nodes: readonly PlanNode[];
  readonly commands: Readonly<Record<string, PlannedCommand>>;
  readonly axes: Readonly<Record<string, Axis>>;
  readonly metrics: Readonly<Record<string, Metric>>;
  /** By the id of the unit that chooses; `best-model` for all that have none of their own. */
  readonly selections: Readonly<Record<string, Selection>>;
  /** The workflow's parameters, as given or by default. */
  readonly parameters: Readonly<Record<string, Value>>;
  readonly results: ResultsFile;
  /** What the last accepted run measured; `baseline.x` and `delta(x)` read it. */
  readonly baseline?: Baseline;
  /** Dollars an hour for each unit that runs on a target; a target that is not here costs nothing. */
  readonly prices?: Readonly<Record<string, number>>;
  /** The targets over SSH that it uses, by name. Secrets stand in it only as names of variables. */
  readonly targets?: Readonly<Record<string, RemoteTarget>>;
  /**
   * Whose each pod is: every unit on a `runpod` target is in one of these, save for setups, and for uploads that stand
   * before all else on their target and that the pods made later get by `PodScope.transfers`.
   */
  readonly pods?: readonly PodScope[];
  /** What goes to every host before anything runs there. */
  readonly sync?: Sync;
  /** On GitHub a parallel block becomes a matrix of jobs, unless it is to stay in the job. */
  readonly fanout?: 'matrix' | 'job';
}

export type RemoteTarget = SshTarget | RunpodTarget;

interface RemoteBase {
  /** Units at once on one host. */
  readonly slots: number;
  /** The project's folder on the host: absolute, or `~/…`. */
  readonly workspace: string;
  /** Set for every command there. */
  readonly environment: Readonly<Record<string, string>>;
  /** A script that prepares the host, once, in the workspace and after the first upload. */
  readonly setup?: string;
}

/** As written, or held by the variable of that name. */
export type Setting = { readonly value: string } | { readonly variable: string };

/** A host that is there already. */
export interface SshTarget extends RemoteBase {
  readonly kind: 'ssh';
  readonly host: Setting;
  readonly port: Setting;
  readonly user: Setting;
  /** The private key, or the path of its file. */
  readonly key: Setting;
  /** `ssh-ed25519 AAAA…`, as the host must show it. */
  readonly hostKey: Setting;
}

/** Pods that are made for a scope of the chain and end with it. */
export interface RunpodTarget extends RemoteBase {
  readonly kind: 'runpod';
  readonly image: string;
  /** In the order of preference, as RunPod names them; empty for a pod without a GPU. */
  readonly gpus: readonly string[];
  /** GPUs in one pod. */
  readonly count: number;
  /** Instead of GPUs. */
  readonly cpu?: { readonly id: string; readonly vcpus: number };
  /** In the order of preference. */
  readonly clouds: readonly Cloud[];
  /** Any when empty. */
  readonly dataCenters: readonly string[];
  /** Of the container, in GB: gone with the pod. */
  readonly disk: number;
  readonly volume?: { readonly id: string; readonly path: string };
  /** `12.8`: the least version the host's driver must serve; the image's tag may say it. */
  readonly cuda?: string;
  /** Dollars an hour for one pod. */
  readonly maxPrice: number;
  /** Pods at once. */
  readonly pods: number;
  /** No pod lives longer. */
  readonly lifetime: Seconds;
  /** The variable that holds the account's key. */
  readonly key: string;
  /** What the image itself starts. */
  readonly start: string;
  /** Id of a container registry's credentials, as the account keeps them. */
  readonly registry?: string;
}

export type Cloud = 'SECURE' | 'COMMUNITY';

/** A pod, or the pods, of one part of the chain: made when the first of its units starts, ended when it is settled. */
export interface PodScope {
  /** Fit for names: `train-sigma-0.10`, `run`. */
  readonly id: string;
  readonly target: string;
  /** `cell`: one branch of a parallel block. `block`: all of its branches, which share pods by `slots`. */
  readonly of: 'cell' | 'block' | 'run';
  /** When it has settled, the pods end. */
  readonly until: NodeId;
  readonly units: readonly NodeId[];
  /** At most so many pods. */
  readonly pods: number;
  /** Uploads of the chain before it that each of its pods gets too. Keys into `Plan.commands`. */
  readonly transfers: readonly string[];
}

export interface Sync {
  /** `git-tree`: what the commit holds. `working-tree`: what is there and git does not ignore. */
  readonly source: 'git-tree' | 'working-tree';
  /** Of it, these only; all when empty. Relative paths of files and folders. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Data that git does not have, taken from the workspace; `/scp:up` sends them again. */
  readonly up: readonly string[];
  /** What `/scp:down` brings back. */
  readonly down: readonly string[];
  /** Data that must be on the host before anything runs there. */
  readonly require: readonly { readonly path: string; readonly sha256?: string }[];
}

export interface Baseline {
  /** Where it was read from, relative to the workspace. */
  readonly file: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly samples?: number;
}

export type Value = string | number | boolean;

export type PlanNode =
  | SequenceNode
  | UnitNode
  | BranchNode
  | RequireNode
  | ParallelNode
  | AssignmentNode
  | LogicalNode
  | CallNode
  | ForkNode
  | BarrierNode
  | CaseNode
  | TryNode
  | FallbackNode
  | RetryNode
  | TimeoutNode
  | RepeatNode
  | BudgetNode
  | HandlersNode
  | WaitNode
  | ApprovalNode;

interface NodeBase {
  readonly id: NodeId;
  readonly parent: NodeId | null;
  /** The call whose variables the node sees; null for the chain itself. */
  readonly scope: NodeId | null;
  /** As a person recognises it from the chain: `/train:sigma-0.10`. */
  readonly title: string;
  readonly at: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endColumn: number;
  };
}

export interface SequenceNode extends NodeBase {
  readonly kind: 'sequence';
  readonly children: readonly NodeId[];
  /** Children that run whatever happened before them, because a `;` was written. */
  readonly always: readonly NodeId[];
  /** Stretches that a status gate guards. */
  readonly guards?: readonly Guard[];
  /** `a | b`: what a stage gives is the next one's input, so that all of it runs in one place. */
  readonly is?: 'pipe';
}

/** A failure of the children `from` to `gate - 1` skips to the child `gate`, which is asked about it. */
export interface Guard {
  readonly from: number;
  readonly gate: number;
}

/** One command, run once on one target. */
export interface UnitNode extends NodeBase {
  readonly kind: 'unit';
  /** Key into `Plan.commands`. */
  readonly command: string;
  /** Words handed on as they are, in order. */
  readonly words: readonly Template[];
  readonly parameters: readonly ParameterBinding[];
  readonly point: readonly AxisPoint[];
  /** The units whose results are this one's input. */
  readonly collects: readonly NodeId[];
  /** In a pipe, and of what stores a result: of these, the one that ran last gives this one's input. */
  readonly input?: readonly NodeId[];
}

export interface BranchNode extends NodeBase {
  readonly kind: 'branch';
  readonly arms: readonly { readonly gate: Gate; readonly body: NodeId }[];
  readonly otherwise: NodeId | null;
  /** Written with `/end`: the chain goes on behind it whether or not a gate was met. */
  readonly closed: boolean;
}

export interface RequireNode extends NodeBase {
  readonly kind: 'require';
  readonly gate: Gate;
}

export interface ParallelNode extends NodeBase {
  readonly kind: 'parallel';
  readonly branches: readonly NodeId[];
  /** At most so many at once; null for no bound of the chain's own. */
  readonly max: number | null;
  /** So many must succeed. */
  readonly min: number;
  /** False when `min` is a default: then a result with failed branches is degraded, and nothing deploys from it. */
  readonly minWritten: boolean;
}

export interface AssignmentNode extends NodeBase {
  readonly kind: 'assignment';
  readonly variable: string;
  readonly value:
    | { readonly is: 'literal'; readonly value: Value }
    | { readonly is: 'template'; readonly value: Template }
    /** A field of what these units gave; the last of them that ran counts. An empty path is the result itself. */
    | { readonly is: 'result'; readonly path: readonly string[]; readonly from: readonly NodeId[] };
}

export interface LogicalNode extends NodeBase {
  readonly kind: 'logical';
  readonly operator: '&&' | '||';
  readonly left: NodeId;
  readonly right: NodeId;
}

/** A command that is itself a chain, with variables of its own. */
export interface CallNode extends NodeBase {
  readonly kind: 'call';
  readonly command: string;
  readonly parameters: readonly ParameterBinding[];
  readonly body: NodeId;
}

/** Branches that go on while the chain does; `block` joins them at a barrier or its end. */
export interface ForkNode extends NodeBase {
  readonly kind: 'fork';
  readonly branches: readonly NodeId[];
  readonly max: number | null;
  /** The sequence whose end joins them: an ancestor. The parent of a fork is always a sequence. */
  readonly block: NodeId;
}

export interface BarrierNode extends NodeBase {
  readonly kind: 'barrier';
  readonly block: NodeId;
  /** Set to whether all that it joined succeeded. */
  readonly variable: string | null;
}

export interface CaseNode extends NodeBase {
  readonly kind: 'case';
  /** The subject as written: `$resource_type`. */
  readonly text: string;
  readonly subject: GateExpression;
  /** The first with a pattern that fits the value as text; the planner has seen to it that one does. */
  readonly arms: readonly { readonly patterns: readonly string[]; readonly body: NodeId }[];
}

export interface TryNode extends NodeBase {
  readonly kind: 'try';
  readonly body: NodeId;
  readonly catches: readonly {
    readonly label: string;
    readonly matches: CatchMatch;
    readonly body: NodeId;
  }[];
  readonly otherwise: NodeId | null;
  readonly finally: NodeId | null;
}

export type CatchMatch =
  /** Any failure but `usage`, `auth`, `budget`, a gate that could not be decided, and a cancel. */
  | { readonly is: 'any' }
  /** A failure of that class. */
  | { readonly is: 'class'; readonly class: string }
  /** A failure of one of these commands, within the limits of `any`. */
  | { readonly is: 'commands'; readonly commands: readonly string[] };

/** Runs its body and marks the result degraded. */
export interface FallbackNode extends NodeBase {
  readonly kind: 'fallback';
  readonly body: NodeId;
}

export interface RetryNode extends NodeBase {
  readonly kind: 'retry';
  /** After the first attempt. */
  readonly retries: number;
  /** Before each retry. */
  readonly delay?: Seconds;
  /** Before the first retry; doubles from there, with jitter, up to an hour. */
  readonly backoff?: Seconds;
  readonly body: NodeId;
}

export interface TimeoutNode extends NodeBase {
  readonly kind: 'timeout';
  readonly seconds: Seconds;
  readonly body: NodeId;
}

export interface RepeatNode extends NodeBase {
  readonly kind: 'repeat';
  /** At most. */
  readonly times: number;
  /** Asked after each time; met ends the loop. */
  readonly gate: Gate;
  readonly body: NodeId;
}

export interface BudgetNode extends NodeBase {
  readonly kind: 'budget';
  readonly dollars: number;
  readonly body: NodeId;
}

/** A whole chain with what it does at its end. */
export interface HandlersNode extends NodeBase {
  readonly kind: 'handlers';
  readonly body: NodeId;
  readonly onFailure: NodeId | null;
  readonly finally: NodeId | null;
}

export interface WaitNode extends NodeBase {
  readonly kind: 'wait';
  readonly seconds: Seconds;
}

export interface ApprovalNode extends NodeBase {
  readonly kind: 'approval';
  readonly label: string;
}

export interface Gate {
  /** The gate's own id: a branch with `/elif` has several. */
  readonly id: string;
  /** As written: `best-acc>0.90`. */
  readonly text: string;
  readonly expression: GateExpression;
  /** When not met it only warns, and the chain goes on as if it were. */
  readonly severity?: 'warn';
}

export type GateExpression =
  | { readonly kind: 'number'; readonly value: number; readonly text: string }
  | { readonly kind: 'string'; readonly value: string }
  | {
      readonly kind: 'metric';
      readonly metric: string;
      readonly written: string;
      readonly unit: Unit;
      readonly from: readonly NodeId[];
    }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'baseline'; readonly metric: string; readonly written: string; readonly unit: Unit }
  /** Whether the guarded stretch before this gate, or the step that ran last of `from`, succeeded. */
  | {
      readonly kind: 'status';
      readonly written: string;
      readonly of: StatusOf;
      /** Asks the opposite: whether it failed. */
      readonly failed?: true;
    }
  /** A field that is true or false, of the unit that ran last of `from`. */
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly written: string;
      readonly from: readonly NodeId[];
    }
  | {
      readonly kind: 'call';
      readonly function: 'min' | 'max' | 'abs' | 'round';
      readonly arguments: readonly GateExpression[];
    }
  /** Met or not met only when the whole interval of the comparison lies on one side; else inconclusive. */
  | { readonly kind: 'confidence'; readonly level: number; readonly comparison: GateExpression }
  | { readonly kind: 'not' | 'negative'; readonly operand: GateExpression }
  | {
      readonly kind: 'binary';
      readonly operator: 'or' | 'and' | Comparison | '+' | '-' | '*' | '/';
      readonly left: GateExpression;
      readonly right: GateExpression;
    };

export type StatusOf =
  | { readonly is: 'stretch'; readonly sequence: NodeId; readonly gate: number }
  | { readonly is: 'step'; readonly from: readonly NodeId[] };

/** A word with variables in it. */
export type Template = readonly TemplatePart[];
export type TemplatePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'expression'; readonly expression: GateExpression }
  /** As the `result` of an assignment. */
  | { readonly kind: 'result'; readonly path: readonly string[]; readonly from: readonly NodeId[] };

export interface ParameterBinding {
  readonly name: string;
  readonly type: ParameterType;
  readonly value: Template;
  /** Set when the value also stands among the arguments: `--epochs 60`. */
  readonly flag?: string;
}

export type ParameterType = 'string' | 'integer' | 'number' | 'boolean';

/** One coordinate of a sweep's cell. The value keeps its text: `0.10` stays `0.10`. */
export interface AxisPoint {
  readonly axis: string;
  readonly value: string;
}

export interface Axis {
  readonly name: string;
  /** How the value is handed over among the arguments: `--sigma`. */
  readonly flag?: string;
}

export type PlannedCommand = RunCommand | BuiltinCommand | AgentCommand | TransferCommand | SetupCommand;

/** `/scp:<name>`, under the key `scp:<name>`: moves files between the workspace and the host in scope. */
export interface TransferCommand {
  readonly is: 'transfer';
  readonly name: string;
  readonly target: string;
  readonly direction: 'up' | 'down';
  /** `from` is where it comes from. Relative to the workspace here, and to the target's workspace there. */
  readonly paths: readonly { readonly from: string; readonly to: string }[];
  readonly exclude: readonly string[];
}

/** `/runpod-setup`: whether the target can be used, and what it will cost, before anything is paid. */
export interface SetupCommand {
  readonly is: 'setup';
  readonly name: string;
  readonly target: string;
}

export interface RunCommand {
  readonly is: 'run';
  readonly name: string;
  readonly script: string;
  readonly shell: 'bash' | 'sh';
  readonly target: string;
  readonly timeout?: Seconds;
  /** Names of environment variables it may see beside the few every command gets. */
  readonly env: readonly string[];
  /** Paths of the workspace that must be there before it starts, and whose contents it depends on. */
  readonly inputs?: readonly string[];
  /** Paths it writes in the workspace. */
  readonly outputs: readonly string[];
  /** Each run of it has a copy of the workspace for itself. */
  readonly isolation?: 'copy';
  /** A cheap check, run on this machine before any unit of the run. */
  readonly preflight?: string;
  /** A run that breaks one has failed. Operands are its own metrics, what it sets, and `duration` in seconds. */
  readonly asserts?: readonly Assert[];
  readonly metrics: readonly MetricsSource[];
  /** The metric `<result>` and a selection mean by default: the first declared one. */
  readonly primary?: string;
  /** The environment it deploys to. */
  readonly deploys?: string;
  /** GitHub's, whose reviewers and secrets guard it: it gets a job of its own there. */
  readonly environment?: string;
  /** Its own names for ways to fail, tried in order. */
  readonly errors: readonly ErrorClass[];
  /** What its standard output is read as; absent when `<result>` does not mean it. */
  readonly result?: 'json' | 'last-line';
  /** Values it must write to `$ML_OUTPUT`; each becomes a variable of its name. */
  readonly sets?: readonly string[];
  /** It is a coding agent; its task is its first argument. */
  readonly agent?: Agent;
  /** So many units of it share one pod, where that is not what its target says. */
  readonly slots?: number;
  /**
   * A regular expression with named groups for the lines that tell its progress, where these are no JSON: `epoch` or
   * `step`, `epochs` or `steps`, and any metric.
   */
  readonly progress?: string;
}

export interface Agent {
  readonly name: string;
  /** Its instructions, a Markdown file relative to the workspace; `$ML_AGENT_FILE`. */
  readonly file?: string;
}

export interface BuiltinCommand {
  readonly is: 'builtin';
  readonly name: string;
}

/** An agent that no `run:` is declared for: its plan can be read, and not run. */
export interface AgentCommand {
  readonly is: 'agent';
  readonly name: string;
  readonly agent: Agent;
  readonly target: 'local';
}

/** Where declared metrics are read from. `fields` maps the metric's name to the field's path. */
export interface MetricsSource {
  readonly format: 'json' | 'jsonl' | 'output';
  /** `$ML_RUN_DIR/…`, or relative to the workspace; empty for `output`, the `$ML_OUTPUT` file. */
  readonly path: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface ErrorClass {
  readonly name: string;
  readonly exit?: number;
  /** A regular expression looked for in the log. */
  readonly match?: string;
  /** No `retry:` tries again after such a failure. */
  readonly retry?: 'never';
}

export interface Assert {
  /** As written: `duration > 30s`. */
  readonly text: string;
  readonly expression: GateExpression;
}

/** `fraction` is 0 to 1, `percent` 0 to 100. */
export type Unit = 'fraction' | 'percent' | 'number';

export interface Metric {
  readonly name: string;
  readonly unit: Unit;
  readonly better: 'higher' | 'lower';
}

/** How `/best-model:select` chooses among cells. */
export interface Selection {
  readonly metric: string;
  readonly direction: 'max' | 'min';
  /** A cell that does not meet it is no candidate. Operands are metrics of the cell. */
  readonly where?: { readonly text: string; readonly expression: GateExpression };
  /** Tried in order when candidates are equal; the chain's order decides last. */
  readonly ties: readonly { readonly metric: string; readonly direction: 'max' | 'min' }[];
  /** When no cell is a candidate, gates that read the choice are not met; absent, that is a failure. */
  readonly none?: 'not-met';
}

export interface ResultsFile {
  /** Relative to the workspace. */
  readonly file: string;
  readonly phase: number;
  /** Template with `{command}`, `{axis}`, `{value}`, `{phase}`. */
  readonly id: string;
}

/** What a node opens, in the order of the chain. */
export function childrenOf(node: PlanNode): readonly NodeId[] {
  switch (node.kind) {
    case 'sequence':
      return node.children;
    case 'parallel':
    case 'fork':
      return node.branches;
    case 'logical':
      return [node.left, node.right];
    case 'branch':
      return [...node.arms.map(({ body }) => body), ...present(node.otherwise)];
    case 'case':
      return node.arms.map(({ body }) => body);
    case 'try':
      return [
        node.body,
        ...node.catches.map(({ body }) => body),
        ...present(node.otherwise),
        ...present(node.finally),
      ];
    case 'handlers':
      return [node.body, ...present(node.onFailure), ...present(node.finally)];
    case 'call':
    case 'fallback':
    case 'retry':
    case 'timeout':
    case 'repeat':
    case 'budget':
      return [node.body];
    case 'unit':
    case 'require':
    case 'assignment':
    case 'barrier':
    case 'wait':
    case 'approval':
      return [];
  }
}

function present(id: NodeId | null): readonly NodeId[] {
  return id === null ? [] : [id];
}

/** Whether the unit runs beside others: in a branch of a parallel block or of a fork. */
export function isInBranch({ nodes }: Plan, unit: UnitNode): boolean {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (let at = unit.parent; at !== null; at = byId.get(at)?.parent ?? null) {
    const kind = byId.get(at)?.kind;
    if (kind === 'parallel' || kind === 'fork') return true;
  }
  return false;
}

/** The expressions that an expression is made of. */
export function childExpressions(expression: GateExpression): readonly GateExpression[] {
  switch (expression.kind) {
    case 'not':
    case 'negative':
      return [expression.operand];
    case 'binary':
      return [expression.left, expression.right];
    case 'confidence':
      return [expression.comparison];
    case 'call':
      return expression.arguments;
    default:
      return [];
  }
}

export type MetricOperand = GateExpression & { readonly kind: 'metric' };
export type VariableOperand = GateExpression & { readonly kind: 'variable' };

/** The metrics and variables a condition reads, in its order. */
export function operandsOf(expression: GateExpression): (MetricOperand | VariableOperand)[] {
  switch (expression.kind) {
    case 'metric':
    case 'variable':
      return [expression];
    default:
      return childExpressions(expression).flatMap(operandsOf);
  }
}

/** A text as a value of the type, or undefined when it is none. */
export function parseValue(type: ParameterType, literal: string): Value | undefined {
  switch (type) {
    case 'string':
      return literal;
    case 'boolean':
      return literal === 'true' ? true : literal === 'false' ? false : undefined;
    case 'integer':
      return /^[+-]?\d+$/.test(literal) && Number.isSafeInteger(Number(literal))
        ? Number(literal)
        : undefined;
    case 'number':
      return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(literal) && Number.isFinite(Number(literal))
        ? Number(literal)
        : undefined;
  }
}

/** What a text stands for where no type is declared: `0.87` is a number, `true` a boolean, anything else a text. */
export function literalValue(literal: string): Value {
  return parseValue('number', literal) ?? parseValue('boolean', literal) ?? literal;
}
