/** Characters by which a command would be another one than people see: unseen ones, those that turn text around, letters that look like others. */
import { codePoint } from '../language/look-alikes.ts';

/** Joiners, marks of direction, tags, fillers, variation selectors; control characters; private and broken ones; other line ends. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u2800]/u;
/** Letters of the scripts that have twins of Latin letters. */
const twinScript =
  /[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}ΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοικρυ]/u;
const latin = /\p{Script=Latin}/u;
const letters = /[\p{L}\p{M}]+/gu;

export interface HiddenCharacter {
  /** Of the text, in UTF-16 units. */
  readonly at: number;
  /** `a character that cannot be seen, U+200B`. */
  readonly what: string;
}

/** The first of them. Tabs and line feeds are none, nor are letters of any language in words of its own. */
export function hiddenIn(text: string): HiddenCharacter | undefined {
  if (/^[\x20-\x7e\n\t→]*$/.test(text)) return undefined;
  let at = 0;
  for (const character of text) {
    const what = whatIs(character);
    if (what !== undefined) return { at, what: `${what}, ${codePoint(character)}` };
    at += character.length;
  }
  return mixedIn(text);
}

function whatIs(character: string): string | undefined {
  if (character === '\n' || character === '\t') return undefined;
  if (unseen.test(character)) return 'a character that cannot be seen';
  // Full width, bold, script: what compatibility makes the same letter.
  const isTwin = /[\p{L}\p{Nd}]/u.test(character) && /^[A-Za-z0-9]+$/.test(character.normalize('NFKC'));
  return isTwin && !/[A-Za-z0-9]/.test(character)
    ? `\`${character}\`, which only looks like another letter`
    : undefined;
}

/** `trаin`: a word of Latin letters with one that is none. */
function mixedIn(text: string): HiddenCharacter | undefined {
  for (const { 0: word, index } of text.matchAll(letters)) {
    const twin = latin.test(word) ? twinScript.exec(word) : null;
    if (!twin) continue;
    const what = `\`${twin[0]}\`, which only looks like another letter, ${codePoint(twin[0])}`;
    return { at: index + twin.index, what };
  }
  return undefined;
}
