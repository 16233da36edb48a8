/** `/ml-plan`: the chain drawn, checked and priced. Nothing runs; what the pull request makes of the definitions is only read. */
import type { AskedWork } from '../admission/asked.ts';
import { definitionPaths } from '../admission/definitions.ts';
import type { PullRequest } from '../admission/forge.ts';
import { type Definitions, definitionsIn, planned } from '../desk/definitions.ts';
import type { Desk } from '../desk/desk.ts';
import { quoteOf } from '../desk/quote.ts';
import { bringForeignDefinitions } from '../desk/tree.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { printDiagnostic } from '../language/print-diagnostic.ts';
import { estimate } from '../plan/estimate.ts';
import type { Plan } from '../plan/plan.ts';
import type { Prepared } from '../prepare.ts';
import type { Wanted } from '../project/load.ts';
import { code, fenced, fold, sentence } from '../reports/markdown-text.ts';
import { flowchart } from '../reports/mermaid.ts';
import { planText } from '../reports/plan-text.ts';
import { styleFor } from '../reports/style.ts';
import { dollars, wholeDuration } from '../reports/words.ts';

/** Two diagrams are drawn in a comment; a page with more of them is slow. */
const mostDrawn = 2;

export interface Drawn {
  /** The answer, as Markdown. */
  readonly text: string;
  /** False where something is wrong with what is planned. */
  readonly isSound: boolean;
}

/** `of`: what is planned; every workflow that a comment starts when absent. */
export async function plan(desk: Desk, pull: PullRequest, of: AskedWork | undefined): Promise<Drawn> {
  const { definitions } = desk;
  const all = of
    ? [of]
    : definitions.workflows
        .filter(({ on }) => on?.comment !== undefined)
        .map(({ name }): AskedWork => ({ is: 'workflow', workflow: name, given: [] }));
  if (all.length === 0) {
    const text =
      'No workflow of this project has `on: { comment: … }`; a chain may be planned, `/ml-plan /train → /evaluate`.';
    return { text, isSound: true };
  }
  const edited = await editedIn(desk, pull);
  const own = all.map((work) => ({ work, prepared: plannedFor(definitions, work) }));
  const blocks = own.map(({ work, prepared }, index) => planBlock(work, prepared, edited, index < mostDrawn));
  const head = `By the definitions of ${code(pull.baseRef)}, for ${code(pull.headSha.slice(0, 7))}. Nothing has run.`;
  return { text: [head, ...blocks].join('\n\n'), isSound: own.every(({ prepared }) => prepared.plan) };
}

function planBlock(
  work: AskedWork,
  own: Prepared,
  edited: Definitions | undefined,
  isDrawn: boolean,
): string {
  const text = [`### ${own.plan ? code(own.plan.name) : code(nameOf(work))}`, planOrMistakes(own, isDrawn)];
  if (!edited) return text.join('\n\n');
  const other = plannedFor(edited, work);
  const isSame = own.plan && other.plan && JSON.stringify(own.plan) === JSON.stringify(other.plan);
  if (isSame) return text.join('\n\n');
  return [
    ...text,
    fold('As this pull request would have it, once it is merged', planOrMistakes(other, false)),
  ].join('\n\n');
}

/** Of a workflow or a chain, by those definitions. */
export function plannedFor(definitions: Definitions, work: AskedWork): Prepared {
  const wanted: Wanted =
    work.is === 'workflow'
      ? { is: 'workflow', reference: work.workflow }
      : { is: 'chain', source: work.chain };
  return planned(definitions, wanted, work.is === 'workflow' ? work.given : []);
}

function nameOf(work: AskedWork): string {
  return work.is === 'workflow' ? work.workflow : 'chain';
}

function planOrMistakes({ plan, diagnostics }: Prepared, isDrawn: boolean): string {
  if (!plan) return mistakes(diagnostics);
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  return [
    `${priceOf(plan)}.`,
    isDrawn ? fenced(flowchart(plan), 'mermaid') : '',
    fold('Step by step', fenced(planText(plan, styleFor({}, false)).trimEnd())),
    warnings.length === 0 ? '' : fold(`${warnings.length} warnings`, mistakes(warnings)),
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

/** As the terminal has it: with the caret, and the nearest name. */
export function mistakes(diagnostics: readonly Diagnostic[]): string {
  const most = 10;
  const shown = diagnostics.slice(0, most).map((diagnostic) => printDiagnostic(diagnostic));
  const more = diagnostics.length > most ? `\n\n${sentence(`${diagnostics.length - most} more`)}` : '';
  return `${fenced(shown.join('\n\n'))}${more}`;
}

/** `At most $4.20, at most 2 h 10 min`. */
export function priceOf(plan: Plan): string {
  const { seconds, dollars: money } = estimate(plan);
  const time = seconds.get(plan.root);
  const cost = quoteOf(plan);
  const pods = (plan.pods?.length ?? 0) > 0 || money.get(plan.root) !== 0;
  const price =
    cost === undefined ? 'With no bound on its cost' : pods ? `At most ${dollars(cost)}` : 'Free of charge';
  return `${price}, ${time === undefined ? 'with no bound on its time' : `at most ${wholeDuration(time)}`}`;
}

/** Undefined when the pull request leaves them alone, or comes from where its files cannot be read. */
async function editedIn(desk: Desk, pull: PullRequest): Promise<Definitions | undefined> {
  const paths = definitionPaths(await desk.forge.changedPaths(pull.number), desk.definitions.project);
  if (paths.length === 0) return undefined;
  const root = await bringForeignDefinitions(pull.headSha, desk.token, desk.environment);
  return definitionsIn(root, desk.definitions.project, pull.headSha);
}
