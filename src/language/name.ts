/** Names as the language compares them, and the nearest of them to a word that is none. */

/** Two names are the same when these are: lower case, `-` read as `_`, `/` and `:` alike in command names. */
export function normalised(name: string): string {
  return name.toLowerCase().replaceAll('-', '_').replaceAll('/', ':');
}

/** The part of an id that people recognise: letters, digits, `.`, `_` and `-` only. */
export function slug(text: string): string {
  return text
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60);
}

/** At most three known names close enough to be what was meant, nearest first. */
export function nearest(word: string, known: Iterable<string>): string[] {
  const wanted = normalised(word);
  const limit = Math.max(1, Math.floor(wanted.length * 0.4));
  const found: { name: string; distance: number }[] = [];
  for (const name of known) {
    const distance = editDistance(wanted, normalised(name), limit);
    if (distance <= limit) found.push({ name, distance });
  }
  return found
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, 3)
    .map(({ name }) => name);
}

/** `did you mean `a`, `b` or `c`?`, or undefined when nothing is near. */
export function didYouMean(
  word: string,
  known: Iterable<string>,
  show = (name: string) => name,
): string | undefined {
  const names = nearest(word, known).map((name) => `\`${show(name)}\``);
  return names.length === 0 ? undefined : `did you mean ${listOf(names, 'or')}?`;
}

/** `a`, `a or b`, `a, b or c`. */
export function listOf(items: readonly string[], joiner: 'and' | 'or'): string {
  if (items.length <= 1) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items.at(-1)}`;
}

/** Insertions, deletions, substitutions and swaps of neighbours; gives up above `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
