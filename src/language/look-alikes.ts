/** Characters that look like those of the language and are others: what editors, chat programs and web pages make of them. */

const signs: Readonly<Record<string, string>> = {
  ...{ '｜': '|', '＆': '&', '；': ';', '＞': '>', '＜': '<', '＝': '=', '＃': '#' },
  ...{ '（': '(', '）': ')', '［': '[', '］': ']', '【': '[', '】': ']', '←': '→', '⇐': '→' },
};
const others: Readonly<Record<string, string>> = {
  '％': '%',
  '＋': '+',
  '，': ',',
  '！': '!',
  '×': '*',
  '−': '-',
};

/** The sign of a chain it was meant as. */
export function signMeantBy(character: string): string | undefined {
  return Object.hasOwn(signs, character) ? signs[character] : undefined;
}

/** The same within a condition. */
export function conditionSignMeantBy(character: string): string | undefined {
  return signMeantBy(character) ?? (Object.hasOwn(others, character) ? others[character] : undefined);
}

/** Soft hyphens, joiners of no width and marks of direction, none of which can be seen. */
export const invisible = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/y;

/** With the quotation up to the end of its line, if that is where it ends. */
export const typographicQuote = /[“”„‟«»](?:([^\n“”„‟«»"]*)[“”«»"])?|[‘’‚](?:([^\n‘’‚']*)[‘’'])?/uy;

/** An unquoted word ends in front of one. */
export const endsAtLookAlike =
  /[｜＆；＞＜＝＃（）［］【】←⇐“”„‟«»\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069]/;

export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
