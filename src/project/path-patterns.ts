/** Patterns of paths as GitHub's `paths:` has them, as far as they mean the same to everybody: `*`, `**`, and `!` in front. */

/** One sentence on what is wrong with it; undefined for a pattern that is understood. */
export function patternProblem(pattern: string): string | undefined {
  const path = pattern.replace(/^!/, '');
  if (path === '' || path.length > 300) return 'a pattern has 1 to 300 characters';
  const odd = /[?+[\]{}\\]/.exec(path)?.[0];
  if (odd !== undefined) return `\`${odd}\` is not supported in a pattern; write \`*\` or \`**\``;
  if (path.startsWith('/') || path.split('/').includes('..') || path.startsWith('./'))
    return 'a pattern is of a path in the repository, and begins at its root without a slash';
  return undefined;
}

/** Later patterns win over earlier ones: `!` takes away from those before it. `path`: relative to the repository's root, with `/`. */
export function isAmong(path: string, patterns: readonly string[]): boolean {
  let is = false;
  for (const pattern of patterns) {
    const takesAway = pattern.startsWith('!');
    if (is === takesAway && fitsPath(takesAway ? pattern.slice(1) : pattern, path)) is = !takesAway;
  }
  return is;
}

type Piece =
  | { readonly is: 'sign'; readonly sign: string }
  /** Any signs but `/`. */
  | { readonly is: 'star' }
  /** Any signs. */
  | { readonly is: 'stars' }
  /** `**` before a `/`, where a name begins: whole folders, or none. */
  | { readonly is: 'folders' }
  /** The same within the name of one of them. */
  | { readonly is: 'folder' };

/** In proportion to pattern times path: paths are chosen by whoever writes a pull request. */
function fitsPath(pattern: string, path: string): boolean {
  const pieces = piecesOf(pattern);
  let places = withSkipped(new Set([0]), pieces);
  for (let index = 0; index < path.length && places.size > 0; index += 1) {
    const sign = path[index] ?? '';
    const next = [...places].flatMap((place) => behind(pieces[place], place, sign) ?? []);
    places = withSkipped(new Set(next), pieces);
  }
  return places.has(pieces.length);
}

/** The place behind one more sign; undefined when the sign does not fit. */
function behind(piece: Piece | undefined, place: number, sign: string): number | undefined {
  switch (piece?.is) {
    case 'sign':
      return piece.sign === sign ? place + 1 : undefined;
    case 'star':
      return sign === '/' ? undefined : place;
    case 'stars':
      return place;
    case 'folders':
      return sign === '/' ? undefined : place + 1;
    case 'folder':
      return sign === '/' ? place - 1 : place;
    case undefined:
      return undefined;
  }
}

/** With the places that are reached by taking no sign. A set is walked through to what is added on the way. */
function withSkipped(places: Set<number>, pieces: readonly Piece[]): Set<number> {
  for (const place of places) {
    const is = pieces[place]?.is;
    if (is === 'star' || is === 'stars') places.add(place + 1);
    if (is === 'folders') places.add(place + 2);
  }
  return places;
}

function piecesOf(pattern: string): readonly Piece[] {
  const words = pattern.match(/(?<=^|\/)\*\*\/|\*\*+|\*|[^*]/g) ?? [];
  return words.flatMap((word): readonly Piece[] => {
    if (word === '**/') return [{ is: 'folders' }, { is: 'folder' }];
    if (word === '*') return [{ is: 'star' }];
    return word.startsWith('**') ? [{ is: 'stars' }] : [{ is: 'sign', sign: word }];
  });
}
