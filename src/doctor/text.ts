/** Checks as a person reads them, in 80 columns, and as JSON. */
import { padded, type Style, width } from '../reports/style.ts';
import type { Check, CheckState, Section } from './check.ts';

const columns = 80;

export function doctorText(sections: readonly Section[], style: Style): string {
  const checks = sections.flatMap((section) => section.checks);
  const name = Math.max(0, ...checks.map((check) => width(check.name)));
  const blocks = sections.map(
    (section) =>
      `${style.bold(section.title)}\n${section.checks.flatMap((check) => linesOf(check, name, style)).join('\n')}\n`,
  );
  return `${blocks.join('\n')}\n${sumOf(checks, style)}\n`;
}

const signs: Readonly<Record<CheckState, string>> = {
  ok: '✓',
  warning: '!',
  problem: '✗',
  'not-checked': '·',
};

function linesOf(check: Check, name: number, style: Style): string[] {
  const indent = ' '.repeat(name + 6);
  const room = columns - indent.length;
  const paint = paintOf(check.state, style);
  const prefix = check.state === 'not-checked' ? 'not checked: ' : '';
  const [first = '', ...more] = wrapped(`${prefix}${check.says}`, room);
  return [
    `  ${paint(signs[check.state])} ${padded(check.name, name)}  ${first}`,
    ...more.map((line) => `${indent}${line}`),
    ...(check.details ?? []).flatMap((detail) =>
      wrapped(detail, room - 2).map((line, index) => `${indent}${index > 0 ? '  ' : ''}${style.dim(line)}`),
    ),
    ...wrapped(check.advice ?? '', room - 2).map(
      (line, index) => `${indent}${index > 0 ? ' ' : style.cyan('→')} ${line}`,
    ),
    ...(check.line === undefined ? [] : [check.line]),
  ];
}

function paintOf(state: CheckState, style: Style): (text: string) => string {
  switch (state) {
    case 'ok':
      return style.green;
    case 'warning':
      return style.yellow;
    case 'problem':
      return style.red;
    case 'not-checked':
      return style.dim;
  }
}

/** Between words; a word that is longer stays whole. None for an empty text. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((one) => one !== '')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && width(longer) > room) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line === '' ? lines : [...lines, line];
}

function sumOf(checks: readonly Check[], style: Style): string {
  const { problems, warnings, unchecked } = countsOf(checks);
  const counted = (count: number, one: string, many: string) =>
    count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  const parts = [
    ...counted(problems, 'problem', 'problems').map(style.red),
    ...(problems === 0 ? [style.green('no problems')] : []),
    ...counted(warnings, 'warning', 'warnings').map(style.yellow),
    ...counted(unchecked, 'not checked', 'not checked'),
  ];
  return parts.join(', ');
}

function countsOf(checks: readonly Check[]) {
  const count = (state: CheckState) => checks.filter((check) => check.state === state).length;
  return { problems: count('problem'), warnings: count('warning'), unchecked: count('not-checked') };
}

export function hasProblem(sections: readonly Section[]): boolean {
  return sections.some(({ checks }) => checks.some(({ state }) => state === 'problem'));
}

/** With `schema_version`. */
export function doctorJson(sections: readonly Section[]): object {
  const { problems, warnings, unchecked } = countsOf(sections.flatMap(({ checks }) => checks));
  return { schema_version: 1, problems, warnings, not_checked: unchecked, sections };
}
