/**
 * Values → YAML for people: block style, short maps and lists in one line, blank lines and comments where they are asked
 * for. The same value gives the same bytes. Pure, and no more of YAML than compiled workflows need.
 */

export type Yaml = Bare | Styled;
type Bare = Scalar | readonly Yaml[] | YamlMap;
type Scalar = string | number | boolean;
/** What is undefined is left out. */
export type YamlMap = { readonly [key: string]: Yaml | undefined };

/** A value with a wish for how it looks. */
export class Styled {
  readonly value: Yaml;
  readonly style: Style;

  constructor(value: Yaml, style: Style) {
    this.value = value;
    this.style = style;
  }
}

interface Style {
  /** In one line, if it fits. */
  readonly inline?: boolean;
  /** Its entries have blank lines between them. */
  readonly spaced?: boolean;
  /** Behind it, on its line. */
  readonly behind?: string;
  /** In front of its key, on lines of its own. */
  readonly above?: string;
}

export function inline(value: YamlMap): Styled {
  return new Styled(value, { inline: true });
}

export function spaced(value: YamlMap | readonly Yaml[]): Styled {
  return new Styled(value, { spaced: true });
}

export function behind(value: Scalar, comment: string): Styled {
  return new Styled(value, { behind: comment });
}

export function above(value: Yaml, comment: string): Styled {
  return new Styled(value, { above: comment });
}

const widest = 110;

/** A whole document, of one map. */
export function yamlText(document: YamlMap): string {
  return `${mapLines(document, '', false).join('\n')}\n`;
}

/** Comment lines, whatever the text holds: it cannot leave the comment. */
export function commentLines(text: string, indent = ''): string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map((line) => {
    const shown = line.replace(unprintable, ' ').trimEnd();
    return shown === '' ? `${indent}#` : `${indent}# ${shown}`;
  });
}

function mapLines(map: YamlMap, indent: string, isSpaced: boolean): string[] {
  const lines: string[] = [];
  for (const [key, styled] of Object.entries(map)) {
    if (styled === undefined) continue;
    const { value, style } = unstyled(styled);
    if (isSpaced && lines.length > 0) lines.push('');
    if (style.above !== undefined) lines.push(...commentLines(style.above, indent));
    lines.push(...entryLines(`${indent}${keyText(key)}:`, value, style, indent));
  }
  return lines;
}

function entryLines(head: string, value: Bare, style: Style, indent: string): string[] {
  const flat = flatText(value, style, widest - head.length - 1);
  if (flat !== undefined) return [`${head} ${flat}${trailing(style)}`];
  if (isList(value)) return [head, ...listLines(value, `${indent}  `, style.spaced === true)];
  return [head, ...mapLines(value as YamlMap, `${indent}  `, style.spaced === true)];
}

function listLines(list: readonly Yaml[], indent: string, isSpaced: boolean): string[] {
  return list.flatMap((styled, index) => {
    const { value, style } = unstyled(styled);
    const gap = isSpaced && index > 0 ? [''] : [];
    const flat = flatText(value, style, widest - indent.length - 2);
    if (flat !== undefined) return [...gap, `${indent}- ${flat}${trailing(style)}`];
    const inner = isList(value)
      ? listLines(value, `${indent}  `, false)
      : mapLines(value as YamlMap, `${indent}  `, false);
    const [first = '', ...rest] = inner;
    return [...gap, `${indent}- ${first.trimStart()}`, ...rest];
  });
}

function trailing({ behind: comment }: Style): string {
  return comment === undefined ? '' : ` ${commentLines(comment).join(' ')}`;
}

/** In one line, or undefined where it has to go over several. Scalars always are. */
function flatText(value: Bare, style: Style, room: number): string | undefined {
  if (!isCollection(value)) return scalarText(value);
  if (isList(value) && value.some((one) => isCollection(unstyled(one).value))) return undefined;
  if (!isList(value) && style.inline !== true && Object.values(value).some((one) => one !== undefined))
    return undefined;
  const text = flowText(value);
  return text.length <= room ? text : undefined;
}

function flowText(styled: Yaml): string {
  const { value } = unstyled(styled);
  if (!isCollection(value)) return scalarText(value, true);
  if (isList(value)) return `[${value.map(flowText).join(', ')}]`;
  const entries = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [`${keyText(key)}: ${flowText(one)}`],
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function unstyled(value: Yaml): { readonly value: Bare; readonly style: Style } {
  if (!(value instanceof Styled)) return { value, style: {} };
  const inner = unstyled(value.value);
  return { value: inner.value, style: { ...inner.style, ...value.style } };
}

function isList(value: Bare): value is readonly Yaml[] {
  return Array.isArray(value);
}

function isCollection(value: Bare): value is readonly Yaml[] | YamlMap {
  return typeof value === 'object';
}

/** Control characters, line ends of other systems, what is invisible at the head of a file, halves of a character. */
const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\ufeff\ufffe\uffff]/gu;
/** What some reader takes for a truth value, nothing, a number or a date when it stands without quotes. */
const notText = /^(?:true|false|yes|no|on|off|y|n|null|~|<<|=|[-+.\d][-+.:\w]*|\.(?:inf|nan))?$/i;

/**
 * Without quotes where every reader of YAML takes it for this very text. Inside of `[ ]` and `{ }` more is quoted.
 */
function scalarText(value: Scalar, inFlow = false): string {
  if (typeof value !== 'string') return String(value);
  const isPlain =
    !notText.test(value) &&
    // An indicator at the head, `: ` and ` #` anywhere, blanks at an end.
    /^[^\s\-?:,[\]{}#&*!|>'"%@`]/.test(value) &&
    !/:(?:\s|$)|\s#|\s$/.test(value) &&
    value.search(unprintable) < 0 &&
    !(inFlow && /[,[\]{}]/.test(value));
  return isPlain ? value : quoted(value);
}

/** Readers that take `on` for a truth value do not do so for the key of a workflow. */
function keyText(key: string): string {
  return key === 'on' ? key : scalarText(key, true);
}

function quoted(value: string): string {
  const isSingle = value.search(unprintable) < 0 && /["\\]/.test(value);
  if (isSingle) return `'${value.replaceAll("'", "''")}'`;
  return `"${value.replace(/["\\]/g, '\\$&').replace(unprintable, escaped)}"`;
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  // Half of a character is none that YAML could hold.
  if (code >= 0xd800 && code <= 0xdfff) return '\ufffd';
  return character === '\n' ? '\\n' : character === '\t' ? '\\t' : `\\u${code.toString(16).padStart(4, '0')}`;
}
