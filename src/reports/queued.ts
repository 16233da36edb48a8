/** The comment of a run that has not begun: there is no journal yet, and what came before is kept. */
import { type Audit, auditText, earlierOf } from './audit.ts';
import { code, cut, link, prose, sentence } from './markdown-text.ts';
import { shortSha } from './stale-line.ts';
import { earlierFold } from './tables.ts';
import { dollars } from './words.ts';

export interface Queued {
  readonly workflow: string;
  /** The project's folder in the repository, with `/`; empty for its root. */
  readonly project?: string;
  readonly sha: string;
  /** Login of the person who asked. */
  readonly by: string;
  /** What they wrote. */
  readonly asked: string;
  /** Runs that come before it, with those that are on their way; absent where nobody knows. */
  readonly position?: number;
  /** Dollars at worst. */
  readonly quote?: number;
  readonly github_run?: number;
  /** Of the log. */
  readonly url?: string;
  /** Sentences, such as that edits of definitions are not used. */
  readonly notes?: readonly string[];
  /** What the comment says of the run before. */
  readonly before?: Audit;
}

export function queuedMarkdown(queued: Queued): string {
  const { workflow, project = '', sha, by, asked, position, quote, url, notes = [], before } = queued;
  const label = project === '' ? workflow : `${workflow} (${project})`;
  const earlier = before ? earlierOf(before) : [];
  const facts = [
    `at ${code(shortSha(sha))}`,
    `by ${code(cut(by, 60))}`,
    code(cut(asked, 300)),
    ...(quote === undefined ? [] : [`at most ${prose(dollars(quote))}`]),
    ...(position === undefined ? [] : [positionWords(position)]),
    ...(url === undefined ? [] : [link('log', url)]),
  ].join(' · ');
  const audit = auditText({
    ...{ schema: 1, workflow, project, sha, by, asked: cut(asked, 500), verdict: 'queued', sign: '⏳' },
    ...{ words: 'queued', quote, github_run: queued.github_run, url, earlier },
  });
  return [
    `## ⏳ ${prose(cut(label, 120))}: queued`,
    facts,
    notes
      .slice(0, 20)
      .map((note) => `> ${sentence(cut(note, 500))}`)
      .join('\n>\n'),
    '**Commands:** `/ml-stop` takes it out of the queue · `/ml-status` tells what runs',
    earlierFold(earlier, 20),
    audit,
  ]
    .filter((block) => block !== '')
    .join('\n\n');
}

function positionWords(before: number): string {
  if (before === 0) return 'it is next';
  return before === 1 ? 'one run comes before it' : `${before} runs come before it`;
}
