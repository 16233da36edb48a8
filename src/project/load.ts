/** The files of a project → its definitions, and the workflow a person asked for. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { type Diagnostic, Diagnostics } from '../language/diagnostic.ts';
import { didYouMean, listOf, normalised } from '../language/name.ts';
import { type Source, sourceOf } from '../language/source.ts';
import { type Policy, usualPolicy } from '../plan/policy.ts';
import type { Param, Project } from '../plan/project.ts';
import { withBaseline } from './baseline.ts';
import { paramsOf } from './command-definition.ts';
import { Definitions, type LocalTargetOptions } from './definitions.ts';
import { takeImported } from './imported.ts';
import { type Drift, driftOf, type Receiver, receiversOf } from './notify-schema.ts';
import { policyOf } from './policy-schema.ts';
import { type ProjectFile, projectSchema, type WorkflowFile, workflowSchema } from './schema.ts';
import type { SourceFile } from './sources.ts';
import { type Triggers, triggersOf } from './trigger-schema.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

export type { LocalTargetOptions } from './definitions.ts';

export const projectFileName = 'ml-workflow.yml';
const workflowsFolder = 'workflows';
const usualRunner = 'ubuntu-latest';

export interface Workflow {
  readonly name: string;
  readonly description?: string;
  readonly chain: Source;
  readonly params: readonly Param[];
  /** Its file, relative to the project, with `/`; absent for a chain that was typed. */
  readonly path?: string;
  /** What GitHub starts it by. */
  readonly on?: Triggers;
  readonly drift?: Drift | undefined;
}

export interface Loaded {
  /** Of the workflow, also when it cannot be read; of one that is not there, what was asked for. */
  readonly name: string;
  readonly project: Project;
  readonly workflow: Workflow | undefined;
  /** Those of this machine, by name; `local` always exists. Others stand in the project. */
  readonly targets: ReadonlyMap<string, LocalTargetOptions>;
  /** What was read of the project, without what only a person has. */
  readonly files: readonly SourceFile[];
  /** Of the runners of its jobs on GitHub. */
  readonly runsOn: string | readonly string[];
  /** Who may start what on GitHub. */
  readonly policy: Policy;
  /** Whom a run tells when it is over. */
  readonly notify: readonly Receiver[];
  /** All workflows of the project that can be read, this one among them. */
  readonly workflows: readonly Workflow[];
  /** The project file cannot be used, which diagnostics say: nothing of it is in `project`. */
  readonly isBroken: boolean;
  readonly diagnostics: Diagnostics;
}

/** What to run: a workflow by file or by name, or a chain as typed. */
export type Wanted =
  | { readonly is: 'workflow'; readonly reference: string }
  | { readonly is: 'chain'; readonly source: Source };

export interface LoadOptions {
  /** The home folder of the person at the command line, whose own commands and agents count too. Absolute. */
  readonly personal?: string | undefined;
}

/** `folder`: the project's root. `shownFrom`: what paths in messages are relative to. Both absolute. */
export function load(folder: string, shownFrom: string, wanted: Wanted, options: LoadOptions = {}): Loaded {
  const diagnostics = new Diagnostics();
  const definitions = new Definitions(diagnostics);
  const projectPath = join(folder, projectFileName);
  const shown = (path: string) => shownPath(path, shownFrom);
  const sources: SourceFile[] = [];
  const read = (path: string, text: string, is: SourceFile['is']) =>
    sources.push({ path: relative(folder, path).split(sep).join('/'), shown: shown(path), is, text });
  const importing = {
    ...{ folder, shown, ...options },
    read: (path: string, text: string) => read(path, text, 'definitions'),
  };
  const broken = takeImported(definitions, importing, diagnostics);
  let isBroken = false;
  let runsOn: Loaded['runsOn'] = usualRunner;
  let policy: Policy = usualPolicy;
  let notify: Loaded['notify'] = [];
  if (existsSync(projectPath)) {
    const file = readYaml<ProjectFile>(projectPath, shown(projectPath), projectSchema, diagnostics);
    if (file) {
      definitions.take(file, 'project');
      read(projectPath, file.source.text, 'definitions');
      runsOn = file.value['runs-on'] ?? runsOn;
      policy = policyOf(file.value.policy);
      notify = receiversOf(file.value.notify);
    } else isBroken = true;
  }
  const files = workflowFiles(folder).map((path) => readWorkflow(path, shown(path), folder));
  const own =
    wanted.is === 'workflow'
      ? findWorkflow(
          wanted.reference,
          files,
          folder,
          shownFrom,
          (name) => definitions.hasCommand(name),
          diagnostics,
        )
      : undefined;
  if (own && !files.includes(own)) files.push(own);
  for (const one of files) {
    if (one.file) read(one.path, one.file.source.text, 'workflow');
    if (one === own) diagnostics.addAll(one.diagnostics.sorted());
    const obstacle = one === own ? undefined : obstacleOf(one);
    if (obstacle) {
      definitions.withhold('command', one.name, 'project');
      broken.set(normalised(one.name), obstacle);
    } else if (one.workflow && one.file) {
      const { source } = one.file;
      const span = one.file.has(['name']) ? one.file.span(['name']) : one.file.span(['chain'], 'key');
      definitions.command({ is: 'chain', ...one.workflow, origin: { source, span } }, 'project');
    }
  }
  if (own?.file) definitions.take(own.file, 'workflow');
  const typed = wanted.is === 'chain' ? { name: 'chain', chain: wanted.source, params: [] } : undefined;
  const asked = wanted.is === 'workflow' ? fileName(wanted.reference) : 'chain';
  const project = withBaseline(
    definitions.project(broken),
    folder,
    definitions.baseline?.origin,
    diagnostics,
  );
  return {
    name: typed?.name ?? own?.name ?? asked,
    project,
    workflow: typed ?? own?.workflow,
    targets: definitions.targets,
    files: sources,
    ...{ runsOn, policy, notify },
    workflows: files.flatMap(({ workflow: one }) => one ?? []),
    isBroken,
    diagnostics,
  };
}

interface ReadWorkflow {
  readonly path: string;
  readonly name: string;
  /** Undefined when there are errors. */
  readonly file: YamlFile<WorkflowFile> | undefined;
  readonly workflow: Workflow | undefined;
  readonly diagnostics: Diagnostics;
}

function readWorkflow(path: string, shown: string, folder: string): ReadWorkflow {
  const diagnostics = new Diagnostics();
  const file = readYaml<WorkflowFile>(path, shown, workflowSchema, diagnostics);
  const name = file?.value.name ?? nameInBroken(path) ?? fileName(path);
  const workflow = file && {
    name,
    ...(file.value.description === undefined ? {} : { description: file.value.description }),
    chain: file.inner(['chain']),
    params: paramsOf(file.value.params, file, [], diagnostics),
    path: relative(folder, path).split(sep).join('/'),
    on: triggersOf(file.value.on),
    ...(file.value.drift ? { drift: driftOf(file.value.drift) } : {}),
  };
  return { path, name, file, workflow, diagnostics };
}

/** Whose mistakes are reported under another name than before would look like another workflow. */
function nameInBroken(path: string): string | undefined {
  try {
    return /^name:[ \t]+(["']?)(\w[\w.-]*)\1[ \t]*(?:#.*)?$/m.exec(readFileSync(path, 'utf8'))?.[2];
  } catch {
    return undefined;
  }
}

function fileName(path: string): string {
  return basename(path).replace(/\.ya?ml$/, '');
}

/** Why a workflow cannot be called from another one. Reported then, because it hinders nobody else. */
function obstacleOf({ name, file, diagnostics }: ReadWorkflow): readonly Diagnostic[] | undefined {
  if (diagnostics.hasErrors || !file) return diagnostics.sorted();
  const { commands, agents, axes, metrics, select, targets, transfers, lists, predicates } = file.value;
  const own = Object.entries({
    ...{ commands, agents, axes, metrics, select, targets, transfers, lists, predicates },
  }).find(([, declared]) => Object.keys(declared).length > 0);
  const single = ['results', 'baseline', 'budget', 'strict-units', 'sync', 'require'];
  const key = own?.[0] ?? single.find((one) => file.has([one]));
  if (key === undefined) return undefined;
  const found = new Diagnostics();
  const message = `calling \`/${name}\`, which has \`${key}:\` of its own, is not supported yet`;
  found.add('unsupported-construct', file.source, file.span([key], 'key'), message, {
    help: 'move them to `ml-workflow.yml`',
  });
  return found.sorted();
}

/** The file of a workflow, by path or by name; undefined when there is none, which a diagnostic says. */
export function workflowPath(
  reference: string,
  folder: string,
  shownFrom: string,
  diagnostics: Diagnostics,
): string | undefined {
  const files = workflowFiles(folder).map((path) => readWorkflow(path, shownPath(path, shownFrom), folder));
  return findWorkflow(reference, files, folder, shownFrom, () => false, diagnostics)?.path;
}

/** A workflow by path, as given or below the project; by the name it gives itself; by the name of its file. */
function findWorkflow(
  reference: string,
  files: readonly ReadWorkflow[],
  folder: string,
  shownFrom: string,
  isCommand: (name: string) => boolean,
  diagnostics: Diagnostics,
): ReadWorkflow | undefined {
  const source = sourceOf('<arguments>', reference);
  const span = { start: 0, end: reference.length };
  if (/\.ya?ml$/.test(reference)) {
    const path = [resolve(shownFrom, reference), resolve(folder, reference)].find(isFile);
    if (path !== undefined)
      return files.find((one) => one.path === path) ?? readWorkflow(path, shownPath(path, shownFrom), folder);
    const paths = files.map((one) => shownPath(one.path, shownFrom));
    const help = didYouMean(reference, paths);
    diagnostics.add('file-not-found', source, span, `no such file: \`${reference}\``, { help });
    return undefined;
  }
  const wanted = normalised(reference.replace(/^\//, ''));
  const found =
    files.find(({ name }) => normalised(name) === wanted) ??
    files.find(({ path }) => normalised(fileName(path)) === wanted);
  if (found) return found;
  const names = files.map(({ name }) => name);
  const all = listOf(
    names.map((name) => `\`${name}\``),
    'and',
  );
  const help = isCommand(wanted)
    ? `to run the command, write \`/${reference}\``
    : names.length === 0
      ? `workflow files stand in \`${shownPath(join(folder, workflowsFolder), shownFrom)}/\``
      : (didYouMean(reference, names) ?? `workflows here: ${all}`);
  diagnostics.add('unknown-workflow', source, span, `unknown workflow \`${reference}\``, { help });
  return undefined;
}

/** Paths of the files in `workflows/`, by name. */
export function workflowFiles(folder: string): string[] {
  const inside = join(folder, workflowsFolder);
  if (!statSync(inside, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(inside)
    .filter((file) => /\.ya?ml$/.test(file))
    .sort()
    .map((file) => join(inside, file))
    .filter(isFile);
}

export function shownPath(path: string, from: string): string {
  const inside = relative(from, path);
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
