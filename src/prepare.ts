/** What a person asked for → a checked plan, or the diagnostics why not. The same for every way in. */
import type { Diagnostic } from './language/diagnostic.ts';
import { beginsConstruct, keywordName, reservedWords } from './language/keywords.ts';
import { parse } from './language/parser.ts';
import { type Source, sourceOf } from './language/source.ts';
import { planChain } from './plan/lower.ts';
import type { Plan } from './plan/plan.ts';
import { type Loaded, type LocalTargetOptions, load, type Wanted, type Workflow } from './project/load.ts';
import { sourcesHash } from './project/sources.ts';

export interface Prepared {
  /** Of the workflow, also when there are errors. */
  readonly name: string;
  /** Undefined when there are errors. */
  readonly plan: Plan | undefined;
  readonly targets: ReadonlyMap<string, LocalTargetOptions>;
  /** Undefined when there is none, or its file cannot be read. */
  readonly workflow: Workflow | undefined;
  /** Of the runners of its jobs on GitHub. */
  readonly runsOn: Loaded['runsOn'];
  /** Who may start what on GitHub, and whom a run tells. */
  readonly policy: Loaded['policy'];
  readonly notify: Loaded['notify'];
  /** All workflows of the project that can be read. */
  readonly workflows: readonly Workflow[];
  /** Names of its commands and workflows, as a chain may call them. */
  readonly commands: readonly string[];
  /** A hash of what the plan is made from; empty without a plan. */
  readonly sources: string;
  readonly diagnostics: readonly Diagnostic[];
}

export interface PrepareRequest {
  readonly wanted: Wanted;
  /** Absolute. */
  readonly folder: string;
  /** Absolute; what paths in messages are relative to. */
  readonly shownFrom: string;
  /** The home folder of a person who types at a terminal: their own Markdown commands and agents are read too. */
  readonly personal?: string;
  /** Nothing will run: values that only a run needs may be missing. */
  readonly checkOnly?: boolean;
  /** Whether it becomes jobs of GitHub Actions, whose own runners have a bound. */
  readonly jobs?: boolean;
  /** Values for the workflow's parameters, with the text they were written in. */
  readonly given: readonly { readonly name: string; readonly value: string; readonly source: Source }[];
}

export function prepare(request: PrepareRequest): Prepared {
  const { personal } = request;
  const loaded = load(
    request.folder,
    request.shownFrom,
    request.wanted,
    personal === undefined ? {} : { personal },
  );
  const { name, project, workflow, targets, runsOn, policy, notify, workflows, diagnostics } = loaded;
  const commands = commandNames(project);
  const known = { name, targets, workflow, runsOn, policy, notify, workflows, commands };
  const none = { plan: undefined, sources: '' };
  if (workflow && loaded.isBroken) {
    // Without the project's definitions every name would be unknown, which is no mistake of the chain's.
    diagnostics.addAll(parse(workflow.chain).diagnostics.sorted());
    return { ...known, ...none, diagnostics: diagnostics.sorted() };
  }
  if (!workflow) return { ...known, ...none, diagnostics: diagnostics.sorted() };
  const planned = planChain(project, {
    ...workflow,
    checkOnly: request.checkOnly ?? false,
    hosted: request.jobs === true && isHosted(runsOn),
    jobs: request.jobs ?? false,
    given: request.given.map(({ name: param, value, source }) => ({
      name: param,
      value,
      origin: { source, span: { start: 0, end: source.text.length } },
    })),
  });
  planned.diagnostics.addAll(diagnostics.sorted());
  const plan = planned.diagnostics.hasErrors ? undefined : planned.plan;
  const made = plan === undefined ? none : { plan, sources: sourcesHash(loaded.files, plan) };
  return { ...known, ...made, diagnostics: planned.diagnostics.sorted() };
}

function commandNames({ commands }: Loaded['project']): readonly string[] {
  return [...commands.values()].map(({ name }) => name);
}

/** Whether GitHub's own bounds hold there; a label of one's own may stand for any machine. */
export function isHosted(runsOn: Loaded['runsOn']): boolean {
  return [runsOn].flat().every((label) => /^(?:ubuntu|windows|macos)-/i.test(label));
}

function headOf(text: string): string {
  return text.slice(0, text.indexOf(':'));
}

/** The name of a file, or one bare word, though it has a `/` or `:` as `ml/run`, is a workflow; anything else is a chain. */
export function wantedOf(text: string, shownAs: string): Wanted {
  const hasArrow = /→|->/.test(text);
  const isFile = /\.ya?ml$/.test(text) && !hasArrow;
  const isConstruct =
    text.includes(':') && (beginsConstruct(text) || reservedWords.has(keywordName(headOf(text))));
  const isChain = !isFile && (hasArrow || isConstruct || /^\s*\/|[\s[(;&|$>=]/.test(text));
  return isChain ? { is: 'chain', source: sourceOf(shownAs, text) } : { is: 'workflow', reference: text };
}
