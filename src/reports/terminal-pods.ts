/** The pods of a run in a terminal: what they came to, and one line each. */
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
import { cutTo, padded, type Style, width } from './style.ts';
import { duration } from './words.ts';

/** More are in the run's own files. */
const mostLines = 40;

/** `project`: the options that reach it, as a person types them. */
export function podBlock(report: Report, style: Style, columns: number, project = ''): string[] {
  const { pods = [], money, decision } = report;
  if (!money) return [];
  const isOver = decision !== undefined;
  const left = isOver ? leftOver(pods) : [];
  const paint = left.length > 0 ? style.red : (text: string) => text;
  const made = pods.filter(({ status }) => status !== 'refused');
  // What may still cost money is never among those left out.
  const shown = [...made]
    .sort((a, b) => Number(left.includes(b)) - Number(left.includes(a)))
    .slice(0, mostLines);
  const hidden = made.length - shown.length;
  return [
    `  ${paint(`pods: ${podsSentence(pods, money, isOver)}`)}`,
    ...table(
      made.filter((pod) => shown.includes(pod)),
      style,
      columns,
      left,
    ),
    ...(hidden === 0 ? [] : [style.dim(`    ${hidden} more are in the report as JSON`)]),
    ...left.flatMap((pod) => [
      `  ${style.red(style.bold('✗'))} ${style.red(`${pod.name} ${leftWords(pod)}`)}`,
    ]),
    ...(left.length === 0
      ? []
      : [
          `    ${style.bold(`${reapWords(report.run)}${project}`)}   ${style.dim('ends it, and looks whether it is gone')}`,
        ]),
  ];
}

const signs: Readonly<Record<PodLine['status'], string>> = {
  'asked-for': '?',
  starting: '▸',
  ready: '▸',
  ended: '✓',
  unproven: '✗',
  refused: '○',
};

/** Columns of the table. */
const notes = 7;
/** `ready after`, `lived` and `price`, in the order in which they are left out. */
const lessNeeded = [3, 4, 5];

function table(pods: readonly PodLine[], style: Style, columns: number, left: readonly PodLine[]): string[] {
  const header = ['', 'for', 'offer', 'ready after', 'lived', 'price', 'cost', ''];
  const rows = pods.map((pod) => [
    signs[pod.status],
    pod.scope,
    pod.offer,
    pod.ready_after === undefined ? 'never' : duration(pod.ready_after),
    duration(pod.seconds),
    hourly(pod.price),
    cost(pod.dollars),
    podNotes(pod).join('; '),
  ]);
  if (rows.length === 0) return [];
  const widths = header.map((_, column) =>
    [header, ...rows].reduce((most, row) => Math.max(most, width(row[column] ?? '')), 0),
  );
  // What a pod has cost is said on a narrow terminal too, with the beginning of a note: other numbers give way.
  const hidden = new Set<number>();
  const note = Math.min(20, widths[notes] ?? 0);
  const room = columns - 5 - (note === 0 ? 0 : note + 2);
  for (const column of lessNeeded) if (widthOf(widths, hidden) > room) hidden.add(column);
  const line = (cells: readonly string[]) =>
    cutTo(
      cells
        .flatMap((cell, column) => {
          if (hidden.has(column)) return [];
          const whole = widths[column] ?? 0;
          // Numbers stand right.
          return column > 2 && column < notes ? ' '.repeat(whole - width(cell)) + cell : padded(cell, whole);
        })
        .join('  ')
        .trimEnd(),
      columns - 5,
    );
  return [
    `    ${style.dim(line(header))}`,
    ...rows.map((cells, index) => {
      const pod = pods[index];
      const text = line(cells);
      return `    ${pod && left.includes(pod) ? style.red(text) : text}`;
    }),
  ];
}

/** Of a line without its note. */
function widthOf(widths: readonly number[], hidden: ReadonlySet<number>): number {
  const shown = widths.filter((_, column) => column !== notes && !hidden.has(column));
  return shown.reduce((sum, one) => sum + one + 2, -2);
}
