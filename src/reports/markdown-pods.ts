/** The pods of a run in Markdown: what they came to in one line, those that may be left loud, the others in a fold. */
import { code, cut, fold, prose, sentence, table } from './markdown-text.ts';
import {
  cost,
  hourly,
  leftOver,
  leftWords,
  type PodLine,
  podNotes,
  podsSentence,
  reapWords,
} from './pods.ts';
import type { Report } from './report.ts';
import { duration } from './words.ts';

const mostLeft = 20;
/** Of a note, which may quote a host. */
const longestNote = 200;

/** `most`: pods in the fold. */
export function podBlock({ pods = [], money, decision, run }: Report, most: number): string {
  if (!money) return '';
  const isOver = decision !== undefined;
  const left = isOver ? leftOver(pods) : [];
  const total = `${left.length > 0 ? '🚨 ' : ''}**Pods**: ${prose(podsSentence(pods, money, isOver))}`;
  const loud = left
    .slice(0, Math.min(mostLeft, Math.max(3, most)))
    .map((pod) => `> 🚨 ${code(cut(pod.name, 100))} ${prose(leftWords(pod))}`);
  const help = left.length === 0 ? [] : [`> ${code(reapWords(run))} ends what is left.`];
  const rows = pods
    .slice(0, most)
    .map((pod) => [
      podMarks[pod.status],
      code(cut(pod.scope, longestNote)),
      prose(cut(pod.offer, longestNote)),
      pod.ready_after === undefined ? '' : duration(pod.ready_after),
      pod.status === 'refused' ? '' : duration(pod.seconds),
      prose(hourly(pod.price)),
      pod.status === 'refused' ? '' : prose(cost(pod.dollars)),
      pod.billed === undefined ? '' : prose(cost(pod.billed)),
      [
        ...(pod.class === undefined ? [] : [code(pod.class)]),
        ...podNotes(pod).map((note) => sentence(cut(note, longestNote))),
      ].join('; '),
    ]);
  const header = ['', 'for', 'offer', 'ready after', 'lived', 'price', 'cost', 'billed', 'note'];
  const align = header.map((_, column) => (column > 2 && column < 8 ? 'right' : 'left'));
  const missing = pods.length - rows.length;
  const note = missing > 0 ? `\n\n${missing} more are in the run's files.` : '';
  const details = rows.length === 0 ? [] : [fold('Each pod', `${table(header, rows, align)}${note}`)];
  return [total, ...(left.length === 0 ? [] : [[...loud, ...help].join('\n>\n')]), ...details].join('\n\n');
}

const podMarks: Readonly<Record<PodLine['status'], string>> = {
  'asked-for': '❔',
  starting: '⏳',
  ready: '▸',
  ended: '✓',
  unproven: '🚨',
  refused: '○',
};
