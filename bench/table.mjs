/** Tables as Markdown, so that a result can be pasted into a page as it is. */

export function table(title, header, rows) {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  const line = (cells) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  console.log(`${title}\n\n${[line(header), rule, ...rows.map(line)].join('\n')}\n`);
}

/** Below a table: what was aimed at, and what came of it. Smaller is better in all of them. */
export function aim(what, measured, most, unit) {
  const shown = (value) => value.toFixed(most < 10 ? 2 : 0);
  console.log(
    `Aim: ${what} within ${most} ${unit}: ${shown(measured)}, ${measured <= most ? 'met' : 'missed'}\n`,
  );
}

/** Why a contender is not in the table. */
export function leftOut(name, why) {
  console.log(`${name} is left out: ${why}\n`);
}

export function whole(value) {
  return value.toFixed(0);
}

export function grouped(count) {
  return count.toLocaleString('en-US');
}
