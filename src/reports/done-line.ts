/** A run that is over in one line: the one new comment that notifies whoever asked for it. Whom it mentions is added to it elsewhere. */
import { decisiveWords, moneyWords, verdictOf } from './headline.ts';
import { code, cut, link, prose, sentence } from './markdown-text.ts';
import type { Report } from './report.ts';
import { shortSha } from './stale-line.ts';

/** `comment`: address of the comment that tells all. */
export function doneLine(report: Report, { comment }: { readonly comment?: string } = {}): string {
  const { sign } = verdictOf(report);
  const money = moneyWords(report);
  const where = report.sha === undefined ? '' : ` on ${code(shortSha(report.sha))}`;
  return [
    `${sign} ${code(cut(report.workflow, 100))}${where}: ${outcome(report)}`,
    ...(money === undefined ? [] : [prose(money)]),
    ...(comment === undefined ? [] : [link('comment', comment)]),
  ].join(' · ');
}

/** What a person has to know, or to do, without opening anything. */
function outcome(report: Report): string {
  const { words } = verdictOf(report);
  const { decision, reason, sha, waiting_for: [label] = [] } = report;
  const decided = decisiveWords(report);
  switch (decision) {
    case 'passed':
    case 'not-met':
      return decided === undefined ? words : `${words}, ${code(cut(decided, 160))}`;
    case 'waiting':
      return label === undefined || sha === undefined
        ? words
        : `${words}, ${code(`/ml-approve ${shortSha(sha)} ${cut(label, 200)}`)}`;
    case undefined:
      return words;
    default:
      return sentence(cut(reason, 300));
  }
}
