/** What GitHub would not draw as it was meant: an open fence, a fold without its end, a row that is cut, half a character. */

/** Sentences, empty when all is well. */
export function brokenIn(markdown: string): string[] {
  const found: string[] = [];
  let fence = '';
  let depth = 0;
  let columns = 0;
  for (const [index, line] of markdown.split('\n').entries()) {
    const at = `line ${index + 1}`;
    if (/^\//.test(line)) found.push(`${at} begins like a command: ${line.slice(0, 40)}`);
    // With more of them behind it, it is a span of code.
    const [, marks = ''] = /^(`{3,})[^`]*$/.exec(line) ?? [];
    if (fence !== '') {
      if (line === fence) fence = '';
      continue;
    }
    if (marks !== '') {
      fence = marks;
      continue;
    }
    if (/^<details>/.test(line)) depth += 1;
    if (line === '</details>') depth -= 1;
    if (depth < 0) found.push(`${at} ends a fold that was not begun`);
    columns = columnsAt(line, columns, at, found);
  }
  if (fence !== '') found.push('a fence is open');
  if (depth !== 0) found.push('a fold is open');
  if (/\p{Surrogate}/u.test(markdown)) found.push('half a character');
  return found;
}

/** Of the table that the line belongs to; 0 outside of any. */
function columnsAt(line: string, before: number, at: string, found: string[]): number {
  if (!line.startsWith('|')) return 0;
  const columns = (line.match(/(?<!\\)\|/g) ?? []).length - 1;
  if (!line.endsWith('|') || (before > 0 && columns !== before)) found.push(`${at} is half a row`);
  return columns;
}
