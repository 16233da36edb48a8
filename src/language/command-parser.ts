/** A command with its arguments and redirects, the list it is distributed over, and the retries in its name. */
import { parseItems, parseList } from './distribution-parser.ts';
import { beginsElement, isParallel, keywordName, reservedWords } from './keywords.ts';
import { parseRedirect } from './redirect-parser.ts';
import { parseRetrySuffix } from './retry-suffix.ts';
import type { Span } from './source.ts';
import type { WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import type { Argument, Command, Distribution, Element, Redirect } from './tree.ts';

type Items = Pick<Distribution, 'items' | 'max' | 'min'>;

/** Where only a command may stand: the right side of `=`, `/fallback:`. */
export function parsePlainCommand(reader: TokenReader, word: WordToken, place: string): Command | undefined {
  const start = reader.at;
  const element = parseCommand(reader, word);
  if (!element || element.kind === 'command') return element;
  const help =
    element.kind === 'retry'
      ? `write \`retry:${element.retries} → …\` in front of it all`
      : 'write it as an element of its own, and `$name=<result>` behind it';
  const span = { start: reader.tokens[start]?.span.start ?? 0, end: element.span.end };
  reader.report('unexpected-token', span, `only a command can stand ${place}`, help);
  return undefined;
}

/** command = [ "/" ] name [ "-with-retry:" count { ":" option } ] [ list ] { word | redirect } [ items ] */
export function parseCommand(reader: TokenReader, word: WordToken): Element | undefined {
  const suffix = parseRetrySuffix(reader, word);
  const written = suffix?.command ?? word.text;
  const slash = written.startsWith('/');
  const name = slash ? written.slice(1) : written;
  if (word.parts.length !== 1 || !isCommandName(name, suffix !== undefined)) {
    reader.report('unexpected-token', word.span, `\`${word.text}\` is no command`, helpFor(word.text));
    if (word.text.includes('{')) reader.skipBranch();
    return reader.recover();
  }
  reader.at += 1;
  const list = reader.peek().kind === '[' ? parseList(reader, written) : undefined;
  if (list === 'unreadable') return reader.recover();
  const words = parseWords(reader, written, list && { items: list });
  if (!words) return reader.recover();
  const { start } = word.span;
  const command: Command = {
    kind: 'command',
    name,
    nameSpan: { start, end: start + written.length },
    slash,
    arguments: words.arguments,
    redirects: words.redirects,
    span: { start, end: words.end },
  };
  const span = { start, end: reader.lastEnd };
  const body: Command | Distribution = words.items
    ? { kind: 'distribution', command, ...words.items, span }
    : command;
  return suffix ? { kind: 'retry', ...suffix.retry, body, span } : body;
}

/** What to write instead of a word that people begin an element or a line with elsewhere. */
function helpFor(text: string): string {
  const [, marked] = /^[`*_]+(\/?\p{L}[\p{L}\p{N}_.:-]*)[`*_]+$/u.exec(text) ?? [];
  if (marked !== undefined) return `write \`${marked}\`, without marks around it`;
  if (text.endsWith(',')) return 'elements are joined by `→`, the branches of `parallel[…]` by `|`';
  if (/[{}]/.test(text)) return 'branches stand in `parallel[/a | /b]`, a group in `(/a → /b)`';
  if (/^(?:\/\/|\/\*|--|%)/.test(text)) return 'a comment begins with `#`';
  if (/^(?:[-*•]|\d+[.)])$/.test(text))
    return 'a statement begins with its command, without a number or a dash';
  if (/^(?:…|\.\.\.)$/.test(text)) return 'write out what stands here';
  if (text.includes('：')) return `write \`${text.replaceAll('：', ':')}\``;
  if (/^\.{1,2}\/|\.(?:sh|py)$/.test(text)) return `declare it as a command with \`run: ${text}\``;
  return 'a command is written `/name`, one with an argument `/name argument`';
}

/** What is left of a name without its retries must be one that could be written alone. */
function isCommandName(name: string, isCut: boolean): boolean {
  if (isCut && (reservedWords.has(keywordName(name)) || /-with-retry$/i.test(name))) return false;
  return /^[\p{L}_][\p{L}\p{N}_.:/=-]*(?<![:/])$/u.test(name);
}

/** Arguments and redirects, and the items at their end; undefined after a mistake, which is reported. */
function parseWords(
  reader: TokenReader,
  command: string,
  list: Items | undefined,
):
  | {
      readonly arguments: readonly Argument[];
      readonly redirects: readonly Redirect[];
      readonly items: Items | undefined;
      /** Of the command itself, without its items. */
      readonly end: number;
    }
  | undefined {
  const args: Argument[] = [];
  const redirects: Redirect[] = [];
  for (let token = reader.peek(); ; token = reader.peek()) {
    if (token.kind === '>' || token.kind === '>>') {
      if (list) return refuseRedirect(reader, token.span);
      const redirect = parseRedirect(reader, redirects);
      if (!redirect) return undefined;
      redirects.push(redirect);
    } else if (token.kind !== 'word' || beginsElement(token)) break;
    else if (!token.quoted && /^(?:else|elif)$/i.test(token.text)) {
      const help = `write \`→ /${token.text.toLowerCase()}${token.text.length === 4 && /f$/i.test(token.text) ? ':condition' : ''} →\`; as an argument it is quoted`;
      reader.report('unexpected-token', token.span, `\`${token.text}\` is no argument`, help);
      return undefined;
    } else if (token.text === '=' && args.length === 0 && !command.startsWith('/')) {
      const help = `write \`$${command} = /command\`, or \`$${command}=0.9\``;
      reader.report('unexpected-token', token.span, 'a value is stored in a variable, which has a `$`', help);
      return undefined;
    } else if (reader.behind().kind === '[' && isParallel(token.text) && !token.quoted && !list) {
      const [redirect] = redirects;
      if (redirect) return refuseRedirect(reader, redirect.span);
      const end = reader.lastEnd;
      const items = parseItems(reader, token, command);
      return items && { arguments: args, redirects, items, end };
    } else {
      args.push({ parts: token.parts, text: token.text, quoted: token.quoted, span: token.span });
      reader.at += 1;
    }
  }
  if (reader.peek().kind === '[') {
    reader.unexpected('expected `→`', `a list stands directly behind the name: \`${command}[list]\``);
    reader.at += 1;
    reader.skipBehind(']');
    return undefined;
  }
  return { arguments: args, redirects, items: list, end: reader.lastEnd };
}

/** Of a command that runs several times. */
function refuseRedirect(reader: TokenReader, span: Span): undefined {
  const help = 'make one result of them first: `… → /results:aggregate > $all`';
  reader.report('unexpected-token', span, 'a redirect belongs to one command', help);
}
