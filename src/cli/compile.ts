/** `compile`: the workflows of a project → files of GitHub Actions with one job for each stretch of the chain. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { exitCodes } from '../exit-codes.ts';
import { compiledFile } from '../jobs/file-name.ts';
import { layOut } from '../jobs/lay-out.ts';
import type { Layout } from '../jobs/layout.ts';
import { layoutKey } from '../jobs/layout-key.ts';
import {
  type ActionReference,
  actionReference,
  type CompiledHead,
  compiledHead,
  mostBytes,
  workflowYaml,
} from '../jobs/workflow-yaml.ts';
import { type Diagnostic, Diagnostics } from '../language/diagnostic.ts';
import { diagnosticJson } from '../language/diagnostic-json.ts';
import { listOf } from '../language/name.ts';
import { runObstacle } from '../plan/agents.ts';
import type { Plan } from '../plan/plan.ts';
import { isHosted, type Prepared, prepare } from '../prepare.ts';
import { shownPath, type Workflow, workflowFiles } from '../project/load.ts';
import { sourcesWith } from '../project/sources.ts';
import { type Arguments, UsageError } from './arguments.ts';

export interface Compiled {
  /** For standard output. */
  readonly output: string;
  /** For a person; empty when the output says it all. */
  readonly summary: string;
  /** Errors; with any of them nothing is written. */
  readonly diagnostics: readonly Diagnostic[];
  readonly code: number;
}

const usualAction: ActionReference = { repository: 'moola/ml-workflow', ref: 'v1' };

interface Place {
  /** The project's folder. Absolute, as are the other two. */
  readonly folder: string;
  /** The repository's root; the project's folder where there is no repository. */
  readonly root: string;
  /** Where compiled files stand. */
  readonly out: string;
  readonly shownFrom: string;
}

interface Draft {
  /** Absolute. */
  readonly path: string;
  /** Of the workflow file, relative to the repository's root, with `/`. */
  readonly source: string;
  readonly text: string;
  readonly layout: Layout;
}

interface Existing {
  readonly text: string;
  /** Undefined for a file that somebody wrote. */
  readonly head: CompiledHead | undefined;
}

type State = 'unchanged' | 'written' | 'stale' | 'missing' | 'left-over';

interface FileState {
  readonly file: string;
  readonly state: State;
  readonly workflow: string;
  readonly jobs?: number;
  readonly legs?: number;
}

/** Throws a `UsageError` for what no diagnostic has a place for. */
export function compile(args: Arguments, folder: string, shownFrom: string): Compiled {
  const place = placeOf(args, folder, shownFrom);
  const existing = existingIn(place.out);
  const pin = pinOf(args);
  const names = args.subjects ?? [];
  const references = names.length > 0 ? [...new Set(names)] : allWorkflows(folder);
  const diagnostics = new Diagnostics();
  const asked = references.flatMap((reference) => {
    const wanted = { is: 'workflow', reference } as const;
    const prepared = prepare({ wanted, folder, shownFrom, given: [], checkOnly: true, jobs: true });
    return draftOf(prepared, place, existing, pin, diagnostics) ?? [];
  });
  const errors = diagnostics.sorted().filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return refused(errors, args);
  // A workflow may be named by its file and by its name.
  const drafts = [...new Map(asked.map((draft) => [draft.source, draft])).values()];
  checkPlaces(drafts, existing, place);
  const leftOver = names.length > 0 ? [] : leftOverOf(drafts, existing, place);
  const isStale = ({ path, text }: Draft) => existing.get(path)?.text.replaceAll('\r\n', '\n') !== text;
  if (args.check !== true) writeAll(drafts.filter(isStale), place);
  const states = drafts.map((draft): FileState => {
    const before = existing.has(draft.path) ? 'stale' : 'missing';
    const state = !isStale(draft) ? 'unchanged' : args.check === true ? before : 'written';
    return { ...shownOf(draft, place), state, ...sizeOf(draft.layout) };
  });
  // Who asks what is stale has seen them when it was written.
  const warnings =
    args.check === true ? [] : diagnostics.sorted().filter(({ severity }) => severity === 'warning');
  return reported([...states, ...leftOver], warnings, args);
}

function refused(errors: readonly Diagnostic[], args: Arguments): Compiled {
  const code = exitCodes.invalidInput;
  if (args.format === 'json') return { output: json([], errors), summary: '', diagnostics: [], code };
  return { output: '', summary: 'nothing is written', diagnostics: errors, code };
}

function reported(files: readonly FileState[], warnings: readonly Diagnostic[], args: Arguments): Compiled {
  const isWrong = files.some(
    ({ state }) => state === 'stale' || state === 'missing' || state === 'left-over',
  );
  const code = args.check === true && isWrong ? exitCodes.failed : exitCodes.done;
  if (args.format === 'json') return { output: json(files, warnings), summary: '', diagnostics: [], code };
  const shown = files.filter(({ state }) => args.check !== true || state !== 'unchanged');
  return { output: shown.map(lineOf).join(''), summary: summaryOf(files, args), diagnostics: warnings, code };
}

function lineOf({ file, state, workflow, jobs = 0, legs = 0 }: FileState): string {
  if (state === 'left-over') return `left over: ${file}, and no workflow \`${workflow}\` becomes this file\n`;
  const size = `${counted(jobs, 'job')}${legs === 0 ? '' : `, ${counted(legs, 'leg')}`}`;
  return `${state}: ${file}, ${size}\n`;
}

function summaryOf(files: readonly FileState[], args: Arguments): string {
  const count = (state: State) => files.filter((one) => one.state === state).length;
  const helps = [
    ...(count('stale') + count('missing') > 0 ? ['`ml-workflow compile` writes these files'] : []),
    ...(count('left-over') > 0 ? ['delete what is left over'] : []),
  ];
  const help = helps.length === 0 ? '' : `\n  = help: ${helps.join('; ')}`;
  if (args.check !== true) return `${count('written')} of ${counted(files.length, 'file')} written${help}`;
  const wrong = files.length - count('unchanged');
  return wrong === 0
    ? `${counted(files.length, 'file')} up to date`
    : `${wrong} of ${counted(files.length, 'file')} not up to date${help}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function json(files: readonly FileState[], diagnostics: readonly Diagnostic[]): string {
  const found = { schema_version: 1, files, diagnostics: diagnostics.map(diagnosticJson) };
  return `${JSON.stringify(found, null, 2)}\n`;
}

function placeOf(args: Arguments, folder: string, shownFrom: string): Place {
  const repository = repositoryOf(folder);
  const { out } = args.compile ?? {};
  if (repository === undefined && out === undefined)
    throw new UsageError(
      'this is in no git repository, whose `.github/workflows/` the files go to',
      'begin one with `git init`, or name a folder with `--out`',
    );
  const root = repository ?? folder;
  if (out === '') throw new UsageError('`--out` has no value', 'name a folder with `--out`');
  const into = out === undefined ? join(root, '.github', 'workflows') : resolve(shownFrom, out);
  if (into === join(folder, 'workflows'))
    throw new UsageError(
      'the workflows of the project stand in the folder that the compiled ones would go to',
      'name another one with `--out`',
    );
  return { folder, root, shownFrom, out: into };
}

/** The nearest folder with `.git`, which is a file in a worktree. */
function repositoryOf(folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return undefined;
  }
}

function allWorkflows(folder: string): readonly string[] {
  const files = workflowFiles(folder);
  if (files.length === 0)
    throw new UsageError(
      'there is nothing to compile: no `workflows/` here',
      '`--project` names the folder of the project',
    );
  return files;
}

function pinOf(args: Arguments): ActionReference | undefined {
  const written = args.compile?.action;
  if (written === undefined) return undefined;
  const reference = actionReference(written);
  if (reference) return reference;
  throw new UsageError(
    `\`${written}\` is no action`,
    "write `--action moola/ml-workflow@v1`, or a commit with its version, `--action 'moola/ml-workflow@<40 digits> # v1.2.3'`",
  );
}

/** By absolute path: the workflow files that are there. */
function existingIn(out: string): ReadonlyMap<string, Existing> {
  const found = new Map<string, Existing>();
  if (!existsSync(out)) return found;
  if (!statSync(out).isDirectory())
    throw new UsageError(`\`${out}\` is no folder`, 'name a folder with `--out`');
  for (const entry of readdirSync(out, { withFileTypes: true })) {
    if (!/\.ya?ml$/.test(entry.name)) continue;
    const path = join(out, entry.name);
    // A link that leads nowhere, or a folder, is somebody's, too.
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
    const text = isFile ? readFileSync(path, 'utf8') : '';
    found.set(path, { text, head: compiledHead(text) });
  }
  return found;
}

/** Undefined when there are errors, which are then in `diagnostics`. */
function draftOf(
  prepared: Prepared,
  place: Place,
  existing: ReadonlyMap<string, Existing>,
  pin: ActionReference | undefined,
  diagnostics: Diagnostics,
): Draft | undefined {
  const { plan, workflow, name, runsOn, sources, notify } = prepared;
  // A plan may be read without who runs an agent; jobs that nothing can run are of no use.
  const isObstacle = ({ code }: Diagnostic) => code === 'agent-without-runner';
  const found = prepared.diagnostics.map((one) =>
    isObstacle(one) ? { ...one, severity: 'error' as const } : one,
  );
  diagnostics.addAll(plan && runObstacle(plan) ? found : prepared.diagnostics);
  if (!plan || workflow?.path === undefined || runObstacle(plan)) return undefined;
  refuseUngiven(workflow, plan, diagnostics);
  const source = sourcePath(workflow.path, place);
  const path = join(place.out, compiledFile(name));
  const project = relative(place.root, place.folder).split(sep).join('/');
  const layout = layOut(plan);
  const text = workflowYaml(layout, plan, {
    ...{ name, description: workflow.description, file: workflow.path, source, runsOn },
    sources: sourcesWith(sources, layoutKey(layout)),
    ...(project === '' ? {} : { project }),
    on: workflow.on ?? {},
    action: pin ?? keptPin(path, existing) ?? usualAction,
    hasParameters: workflow.params.length > 0,
    isHosted: isHosted(runsOn),
    tells: notify.map(({ variable }) => variable),
    ...(workflow.drift ? { drift: { proposes: workflow.drift.files.length > 0 } } : {}),
  });
  if (Buffer.byteLength(text) <= mostBytes) return { path, source, text, layout };
  const size = `${Math.ceil(Buffer.byteLength(text) / 1024)} KB`;
  const message = `\`${name}\` becomes a file of ${size}, and GitHub reads at most ${mostBytes / 1024} KB`;
  diagnostics.add('workflow-too-large', workflow.chain, { start: 0, end: 1 }, message, {
    help: 'put parts of the chain into commands with `chain:` inside of `parallel`, or write `fanout: job`',
  });
  return undefined;
}

/** A schedule and a push bring no parameters with them. */
function refuseUngiven(
  { name, params, on = {}, chain }: Workflow,
  plan: Plan,
  diagnostics: Diagnostics,
): void {
  const bringers = [...(on.schedule ? ['schedule'] : []), ...(on.push ? ['push'] : [])];
  if (bringers.length === 0) return;
  for (const param of params) {
    if (param.default !== undefined) continue;
    const { source, span } = param.origin ?? { source: chain, span: { start: 0, end: 1 } };
    const message = `\`${plan.name}\` needs \`--${param.name}\`, which no ${listOf(
      bringers.map((one) => `\`${one}\``),
      'or',
    )} gives`;
    diagnostics.add('invalid-param', source, span, message, {
      help: `declare a \`default:\`, or take \`on.${bringers[0]}\` out of \`${name}\``,
    });
  }
}

/** Relative to the repository's root: a file outside of it is on no runner. */
function sourcePath(path: string, { folder, root }: Place): string {
  const source = relative(root, join(folder, path)).split(sep).join('/');
  if (source.startsWith('../'))
    throw new UsageError(`\`${path}\` is not in the repository, so that no job could read it`);
  return source;
}

/** What the file uses now; a new one, what the others use. */
function keptPin(path: string, existing: ReadonlyMap<string, Existing>): ActionReference | undefined {
  const own = existing.get(path)?.head?.action;
  return own ?? [...existing.values()].find(({ head }) => head?.action !== undefined)?.head?.action;
}

/** Nobody's file is overwritten, nor that of another workflow. */
function checkPlaces(drafts: readonly Draft[], existing: ReadonlyMap<string, Existing>, place: Place): void {
  const byPath = new Map<string, Draft>();
  for (const draft of drafts) {
    const shown = shownPath(draft.path, place.shownFrom);
    // Some file systems do not tell `A.yml` from `a.yml`.
    const twin = byPath.get(draft.path.toLowerCase());
    if (twin && twin.source !== draft.source)
      throw new UsageError(
        `\`${twin.source}\` and \`${draft.source}\` would both become \`${shown}\``,
        'give one of them another `name:`',
      );
    byPath.set(draft.path.toLowerCase(), draft);
    const there = existing.get(draft.path);
    if (!there) continue;
    const help = 'give the workflow another `name:`, or name another folder with `--out`';
    if (!there.head)
      throw new UsageError(`\`${shown}\` is there and was not written by \`ml-workflow compile\``, help);
    const { source } = there.head;
    if (source !== draft.source && existsSync(join(place.root, source)))
      throw new UsageError(`\`${shown}\` is compiled from \`${source}\``, help);
  }
}

/** Compiled files of this project that none of its workflows becomes any more. */
function leftOverOf(
  drafts: readonly Draft[],
  existing: ReadonlyMap<string, Existing>,
  { folder, root, shownFrom }: Place,
): FileState[] {
  const made = new Set(drafts.map(({ path }) => path));
  const own = `${relative(root, join(folder, 'workflows')).split(sep).join('/')}/`;
  return [...existing].sort(byText).flatMap(([path, { head }]) => {
    if (!head || made.has(path)) return [];
    const isOurs = dirname(head.source) === dirname(`${own}x`);
    if (!isOurs && existsSync(join(root, head.source))) return [];
    return [{ file: shownPath(path, shownFrom), state: 'left-over' as const, workflow: head.source }];
  });
}

function byText([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function shownOf({ path, source }: Draft, { shownFrom }: Place): Pick<FileState, 'file' | 'workflow'> {
  return { file: shownPath(path, shownFrom), workflow: source };
}

function sizeOf({ jobs }: Layout): { readonly jobs: number; readonly legs: number } {
  const legs = jobs.reduce((sum, job) => sum + (job.is === 'matrix' ? job.legs.length : 0), 0);
  return { jobs: jobs.length, legs };
}

/** All new texts are on the disk before the first of them takes its place. */
function writeAll(drafts: readonly Draft[], { out, shownFrom }: Place): void {
  const pending: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const { path, text } of drafts) {
      mkdirSync(dirname(path), { recursive: true });
      const from = `${path}.${process.pid}.tmp`;
      pending.push({ from, to: path });
      writeFileSync(from, text, { flag: 'wx' });
    }
    for (const { from, to } of pending) renameSync(from, to);
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new UsageError(`cannot write to \`${shownPath(out, shownFrom)}\`: ${reason}`);
  } finally {
    for (const { from } of pending) rmSync(from, { force: true });
  }
}
