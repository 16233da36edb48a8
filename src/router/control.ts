/** The commands that steer what runs: each ends within seconds, and none of them waits for a run. */
import type { Admitted } from '../admission/admit.ts';
import type { Asked } from '../admission/asked.ts';
import type { PullRequest } from '../admission/forge.ts';
import type { Request } from '../admission/request.ts';
import type { Definitions } from '../desk/definitions.ts';
import type { Desk } from '../desk/desk.ts';
import type { Reaction } from '../github/reactions.ts';
import { runsOfPull } from '../github/runs.ts';
import { chainFile, chainName, compiledFile } from '../jobs/file-name.ts';
import { didYouMean, normalised } from '../language/name.ts';
import { valueProblem } from '../plan/value.ts';
import type { Audit } from '../reports/audit.ts';
import { code, sentence } from '../reports/markdown-text.ts';
import type { Asker } from './answer.ts';
import { help } from './help.ts';
import { ownFiles } from './own-files.ts';
import { plan, plannedFor } from './plan.ts';
import { nameOf, type Standing, standingOn } from './standing.ts';
import type { Wanted } from './start.ts';
import { status } from './status.ts';
import { stop } from './stop.ts';

export type Controlled =
  | { readonly is: 'answered' /** Markdown. */; readonly text: string; readonly reaction: Reaction }
  /** A run that waited or failed is to go on. */
  | { readonly is: 'start'; readonly wanted: Wanted };

type AskedControl = Asked & { readonly is: 'control' };

export async function control(
  desk: Desk,
  asker: Asker,
  { asked, pull, sha }: Admitted & { readonly asked: AskedControl; readonly pull: PullRequest },
  by: Pick<Request, 'comment' | 'label'>,
): Promise<Controlled> {
  switch (asked.control) {
    case 'help':
      return done(await help(desk.forge, asker.login, desk.definitions));
    case 'plan': {
      const { text, isSound } = await plan(desk, pull, asked.of);
      return isSound ? done(text) : lost(text);
    }
    case 'status':
      return done(await status(desk, asker));
    case 'stop':
      return done(await stop(desk, asker, asked.workflow));
    case 'approve':
      return await goOn(desk, asker, asked, by, (one) => approvable(one, sha, asked.label));
    case 'resume':
      return await goOn(desk, asker, asked, by, (one) => resumable(one, asked.workflow, sha));
  }
}

function done(text: string): Controlled {
  return { is: 'answered', text, reaction: 'rocket' };
}

function lost(text: string): Controlled {
  return { is: 'answered', text, reaction: 'confused' };
}

/** Undefined when it can be gone on with; else why not, one sentence, or empty when it is not meant at all. */
type Fitting = (standing: Standing) => string | undefined;

async function goOn(
  desk: Desk,
  asker: Asker,
  asked: AskedControl,
  by: Pick<Request, 'comment' | 'label'>,
  fits: Fitting,
): Promise<Controlled> {
  const standing = await standingOn(desk, asker.pull);
  const reasons = standing.map((one) => ({ one, why: fits(one) }));
  const found = reasons.filter(({ why }) => why === undefined).map(({ one }) => one);
  const [run, other] = found;
  if (!run) {
    const why = reasons.flatMap(({ one, why: reason }) =>
      reason ? [`- ${code(nameOf(one))}: ${sentence(reason)}.`] : [],
    );
    const none = asked.control === 'approve' ? 'No run waits for it.' : 'There is no run to go on with.';
    return lost([none, ...(why.length === 0 ? [] : ['', ...why])].join('\n'));
  }
  // The one that changed last is meant where none is named; of approvals each is a decision of its own.
  if (other && asked.control === 'approve') {
    const names = found.map((one) => code(nameOf(one))).join(', ');
    const word = `/ml-approve ${run.audit.sha.slice(0, 7)} ${run.audit.waiting_for?.[0] ?? 'label'}`;
    return lost(`Several runs wait: ${names}. Name the approval behind the commit, ${code(word)}.`);
  }
  const { audit } = run;
  const running = await runsOfPull(desk.api, desk, asker.pull, ownFiles(desk.definitions));
  const active = running.find(({ asked: { workflow } }) => workflow === audit.workflow);
  if (active) return lost(`${code(nameOf(run))} is on its way already ([run](${active.url})).`);
  if (asked.control === 'resume') {
    const wrong = mistakeIn(desk.definitions, audit.workflow, asked);
    if (wrong !== undefined) return lost(wrong);
  }
  return {
    is: 'start',
    wanted: {
      subject: { workflow: audit.workflow, project: audit.project },
      file: fileOf(audit),
      request: {
        ...{ sha: audit.sha, pr: asker.pull },
        ...by,
        ...(audit.github_run === undefined ? {} : { resume: audit.github_run }),
      },
      ...{ by: asker.login, asked: asked.text, goesOn: audit },
    },
  };
}

/** What can be known before a runner is busy with it. A typed chain has no name by which it could be looked up. */
function mistakeIn(
  definitions: Definitions,
  workflow: string,
  { from, given }: AskedControl & { readonly control: 'resume' },
): string | undefined {
  const known = definitions.workflows.find(({ name }) => name === workflow);
  if (!known) return undefined;
  const names = known.params.map(({ name }) => name);
  for (const { name, value } of given) {
    const param = known.params.find((one) => normalised(one.name) === normalised(name));
    const problem = param
      ? valueProblem(param, value)
      : [`\`${workflow}\` has no parameter \`${name}\``, didYouMean(name, names)].filter(Boolean).join('; ');
    if (problem !== undefined) return nothing(problem);
  }
  const { plan: chain } = plannedFor(definitions, { is: 'workflow', workflow, given });
  if (from === undefined || !chain) return undefined;
  const wanted = from.startsWith('/') ? from : `/${from}`;
  const titles = chain.nodes.map(({ title }) => title);
  if (titles.some((title) => title === from || title === wanted || title.split(/\s/)[0] === wanted))
    return undefined;
  const help = didYouMean(wanted, titles);
  return nothing(`the chain of \`${workflow}\` has no \`${from}\`${help === undefined ? '' : `; ${help}`}`);
}

function nothing(why: string): string {
  return `Nothing has started: ${sentence(why)}${why.endsWith('?') ? '' : '.'}`;
}

function fileOf({ workflow }: Pick<Audit, 'workflow'>): string {
  return workflow === chainName ? chainFile : compiledFile(workflow);
}

function approvable({ audit }: Standing, sha: string, label: string | undefined): string | undefined {
  if (audit.verdict !== 'waiting') return '';
  if (audit.sha !== sha) return `it waits at \`${audit.sha.slice(0, 7)}\`, and the pull request has moved on`;
  const waiting = audit.waiting_for ?? [];
  if (label === undefined || waiting.includes(label)) return undefined;
  return `it does not wait for \`${label}\`, but for ${waiting.map((one) => `\`${one}\``).join(', ')}`;
}

function resumable({ audit }: Standing, workflow: string | undefined, sha: string): string | undefined {
  if (workflow !== undefined && audit.workflow !== workflow) return '';
  if (audit.sha !== sha)
    return `its newest run is of \`${audit.sha.slice(0, 7)}\`, and the pull request has moved on: comment its command to run it`;
  switch (audit.verdict) {
    case 'passed':
      return 'it has passed: comment its command to run it again';
    case 'queued':
    case 'running':
      return 'it is on its way';
    case 'waiting':
      return `it waits for an approval, \`/ml-approve ${audit.sha.slice(0, 7)}\``;
    default:
      return audit.github_run === undefined ? 'nothing of it was kept' : undefined;
  }
}
