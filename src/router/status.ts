/** `/ml-status`: what runs for a pull request, what waits, and what the newest runs came to. */

import type { Desk } from '../desk/desk.ts';
import { type ActionsRun, runsOfPull } from '../github/runs.ts';
import { code, table } from '../reports/markdown-text.ts';
import type { Asker } from './answer.ts';
import { ownFiles } from './own-files.ts';
import { nameOf, type Standing, standingOn } from './standing.ts';

type Earlier = Standing['audit']['earlier'][number];

/** The answer, as Markdown. */
export async function status(desk: Desk, { pull }: Asker): Promise<string> {
  const { headSha } = await desk.forge.pull(pull);
  const standing = await standingOn(desk, pull);
  const running = await runsOfPull(desk.api, desk, pull, ownFiles(desk.definitions));
  if (standing.length === 0 && running.length === 0)
    return 'Nothing has run for this pull request yet. `/ml-help` says what may be run.';
  const active = new Set(running.map(({ id }) => id));
  const rows = [
    ...running.map((run) => {
      const own = standing.find(({ audit }) => audit.github_run === run.id);
      const { sha, by } = own?.audit ?? earlierOf(standing, run) ?? {};
      return [
        code(run.asked.workflow),
        progressOf(run),
        shortSha(sha, headSha),
        by === undefined ? '' : code(by),
        `[log](${run.url})${own ? ` · [report](${own.url})` : ''}`,
      ];
    }),
    ...standing
      .filter(({ audit }) => !active.has(audit.github_run ?? 0))
      .map((one) => [
        code(nameOf(one)),
        stateOf(one),
        shortSha(one.audit.sha, headSha),
        one.audit.by === undefined ? '' : code(one.audit.by),
        `[report](${one.url})`,
      ]),
  ];
  return table(['workflow', 'state', 'commit', 'asked by', ''], rows);
}

/** Of a run that goes on while another one waits for its turn: the comment tells of that one, and remembers this one. */
function earlierOf(standing: readonly Standing[], { id }: ActionsRun): Earlier | undefined {
  for (const { audit } of standing)
    for (const one of audit.earlier) if (new RegExp(`-${id}-\\d+$`).test(one.run)) return one;
  return undefined;
}

function stateOf({ audit: { verdict, waiting_for: labels = [] } }: Standing): string {
  return verdict === 'waiting' && labels.length > 0
    ? `waiting for ${labels.map(code).join(', ')}`
    : verdict === 'not-met'
      ? 'gate not met'
      : verdict;
}

function progressOf({ status: state, createdAt }: ActionsRun): string {
  switch (state) {
    case 'in_progress':
      return `running since ${createdAt.slice(11, 16)} UTC`;
    case 'waiting':
      return "waits for an environment's reviewers";
    default:
      return 'queued';
  }
}

/** A verdict about another commit than the newest is out of date. */
function shortSha(sha: string | undefined, head: string): string {
  if (sha === undefined) return '';
  return `${code(sha.slice(0, 7))}${sha === head ? '' : ' (not the newest)'}`;
}
