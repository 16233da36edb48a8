/** A message in the form of Slack's incoming webhooks, which Mattermost, Rocket.Chat and others take too. */
import type { Occasion } from '../project/notify-schema.ts';
import { gateWords, verdictWords } from '../reports/words.ts';
import type { Notice } from './notice.ts';

export interface SlackMessage {
  /** What a notification on a phone shows, and all of it where blocks are not known. */
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
}

type SlackText = { readonly type: 'mrkdwn'; readonly text: string };
type SlackBlock =
  | { readonly type: 'section'; readonly text: SlackText }
  | { readonly type: 'context'; readonly elements: readonly SlackText[] };

/** Slack's limit for the text of a section, in characters. */
const sectionLimit = 3000;

/** As the comment has them. */
const signs: Readonly<Record<Occasion, string>> = {
  passed: '✅',
  handled: '⚠️',
  'not-met': '❌',
  failed: '❌',
  waiting: '⏸️',
  cancelled: '⏹️',
  drift: '📉',
};

export function slackMessage(notice: Notice): SlackMessage {
  const { workflow, occasion, reason, sha, url, cost, requestedBy, gates = [] } = notice;
  const verdict = occasion === 'drift' ? 'the data have drifted' : verdictWords(occasion, notice.reasonCode);
  const headline = `${signs[occasion]} ${escaped(workflow)}: ${verdict}`;
  const reasons = escaped(reason);
  const link = url === undefined ? undefined : linkTo(url, 'details');
  const facts = [
    ...(sha === undefined ? [] : [escaped(sha.slice(0, 7))]),
    ...(cost === undefined ? [] : [`$${cost.toFixed(2)}`]),
    ...(requestedBy === undefined ? [] : [`asked for by ${escaped(requestedBy)}`]),
    ...(link === undefined ? [] : [link]),
  ].join(' · ');
  const lines = gates.map(({ sum, outcome }) => `• ${escaped(sum)}: ${gateWords[outcome]}`);
  const main = [`*${headline}*`, reasons, ...lines].join('\n');
  return {
    text: [`${headline}: ${reasons}`, ...(facts === '' ? [] : [facts])].join('\n'),
    blocks: [
      { type: 'section', text: { type: 'mrkdwn', text: cut(main) } },
      ...(facts === ''
        ? []
        : [{ type: 'context' as const, elements: [{ type: 'mrkdwn' as const, text: cut(facts) }] }]),
    ],
  };
}

/**
 * Slack reads `&`, `<` and `>` alone; a mention or a link of its own begins with `<`. Others mention by `@`, link by
 * `[…](…)`, and take addresses for links: these are broken by a sign that takes no room. Code and bold do no harm.
 */
function escaped(text: string): string {
  return text
    .replace(/@(?=[\w-])|:(?=\/)|\](?=\()|\bwww(?=\.)/g, (found) => `${found}\u200b`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Undefined for what is no address of the web. */
function linkTo(url: string, text: string): string | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address?.protocol !== 'https:' && address?.protocol !== 'http:') return undefined;
  const safe = address.href.replace(/[|<>]/g, encodeURIComponent).replaceAll('&', '&amp;');
  return `<${safe}|${text}>`;
}

/** An entity that is cut in half would show as such, and no more. */
function cut(text: string): string {
  return text.length <= sectionLimit ? text : `${text.slice(0, sectionLimit - 1)}…`;
}
