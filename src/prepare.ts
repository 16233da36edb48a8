/** What a person asked for → a checked plan, or the diagnostics why not. The same for every way in. */
import type { Diagnostic } from './language/diagnostic.ts';
import { beginsConstruct, keywordName, reservedWords } from './language/keywords.ts';
import { parse } from './language/parser.ts';
import { type Source, sourceOf } from './language/source.ts';
import { planChain } from './plan/lower.ts';
import type { Plan } from './plan/plan.ts';
import { type LocalTargetOptions, load, type Wanted } from './project/load.ts';

export interface Prepared {
  /** Of the workflow, also when there are errors. */
  readonly name: string;
  /** Undefined when there are errors. */
  readonly plan: Plan | undefined;
  readonly targets: ReadonlyMap<string, LocalTargetOptions>;
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
  const { name, project, workflow, targets, diagnostics } = loaded;
  if (workflow && loaded.isBroken) {
    // Without the project's definitions every name would be unknown, which is no mistake of the chain's.
    diagnostics.addAll(parse(workflow.chain).diagnostics.sorted());
    return { name, plan: undefined, targets, diagnostics: diagnostics.sorted() };
  }
  if (!workflow) return { name, plan: undefined, targets, diagnostics: diagnostics.sorted() };
  const planned = planChain(project, {
    ...workflow,
    checkOnly: request.checkOnly ?? false,
    given: request.given.map(({ name: param, value, source }) => ({
      name: param,
      value,
      origin: { source, span: { start: 0, end: source.text.length } },
    })),
  });
  planned.diagnostics.addAll(diagnostics.sorted());
  const hasErrors = planned.diagnostics.hasErrors;
  return {
    name,
    plan: hasErrors ? undefined : planned.plan,
    targets,
    diagnostics: planned.diagnostics.sorted(),
  };
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
