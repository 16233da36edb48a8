/** What takes a variable or a file behind its arrow: `barrier → $ready`, `context:name → $x`, `state:save → file`. */
import type { Span } from './source.ts';
import type { Token, WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import type { Barrier, Checkpoint, Context } from './tree.ts';

/** barrier = "barrier" [ "→" $variable ], the variable only if it stands alone between its arrows */
export function parseBarrier(reader: TokenReader, word: WordToken): Barrier {
  reader.at += 1;
  const start = word.span.start;
  const variable = reader.peek().kind === 'arrow' ? loneVariable(reader.behind()) : undefined;
  const { kind } = reader.tokens[reader.at + 2] ?? { kind: 'end' };
  const isAlone =
    kind === 'arrow' || !['=', '&&', '||', '|', '&', '>', '>>', '[', '(', 'word'].includes(kind);
  const endsBranch = kind === '|' && reader.innermost === '[';
  if (!variable || !(isAlone || endsBranch)) return { kind: 'barrier', span: { start, end: reader.lastEnd } };
  reader.at += 2;
  const span = { start, end: reader.lastEnd };
  return { kind: 'barrier', variable: variable.name, variableSpan: variable.span, span };
}

/** context = "context:" name [ "." field ] "→" $variable */
export function parseContext(reader: TokenReader, word: WordToken, value: string): Context | undefined {
  const nameStart = word.span.end - value.length;
  const [, name = '', field] =
    /^([\p{L}_][\p{L}\p{N}_-]*)(?:\.json)?(?:\.([\p{L}\p{N}_.-]+))?$/u.exec(value) ?? [];
  reader.at += 1;
  if (name === '' || word.parts.length !== 1) {
    const message =
      value === '' ? `\`${word.text}\` needs the name of a result` : `\`${value}\` names no stored result`;
    const help = 'write `context:winner → $accuracy`, or `context:winner.accuracy → $x`';
    reader.report(
      'invalid-value',
      value === '' ? word.span : { start: nameStart, end: word.span.end },
      message,
      help,
    );
    if (reader.peek().kind === 'arrow' && loneVariable(reader.behind())) reader.at += 2;
    return undefined;
  }
  const variable = reader.peek().kind === 'arrow' ? loneVariable(reader.behind()) : undefined;
  if (!variable || reader.tokens[reader.at + 2]?.kind === '=') {
    if (reader.peek().kind === 'arrow') reader.at += 1;
    const dotted = variable === undefined && isVariable(reader.peek());
    const help = dotted ? 'the name of a variable has no dots' : `write \`${word.text} → $accuracy\``;
    reader.unexpected(`expected \`→\` and a variable behind \`${word.text}\``, help);
    return dotted ? reader.recover() : undefined;
  }
  reader.at += 2;
  return {
    kind: 'context',
    name,
    nameSpan: { start: nameStart, end: nameStart + name.length },
    ...(field === undefined ? {} : { field }),
    variable: variable.name,
    variableSpan: variable.span,
    span: { start: word.span.start, end: reader.lastEnd },
  };
}

/** checkpoint = "state:" ( "save" | "load" ) "→" file */
export function parseCheckpoint(reader: TokenReader, word: WordToken, value: string): Checkpoint | undefined {
  const action = value.toLowerCase();
  reader.at += 1;
  const example = `state:${action === 'load' ? 'load' : 'save'} → checkpoint.json`;
  if (action !== 'save' && action !== 'load') {
    const span = value === '' ? word.span : { start: word.span.end - value.length, end: word.span.end };
    const message =
      value === ''
        ? `\`${word.text}\` needs \`save\` or \`load\``
        : `\`${value}\` is neither \`save\` nor \`load\``;
    reader.report('invalid-value', span, message, `write \`${example}\``);
    if (reader.peek().kind === 'arrow' && isFile(reader.behind())) reader.at += 2;
    return undefined;
  }
  const hasArrow = reader.peek().kind === 'arrow';
  const file = hasArrow ? reader.behind() : reader.peek();
  if (!hasArrow || !isFile(file)) {
    if (hasArrow) reader.at += 1;
    reader.unexpected(
      `expected ${hasArrow ? '' : '`→` and '}a file behind \`${word.text}\``,
      `write \`${example}\``,
    );
    return reader.recover();
  }
  reader.at += 2;
  return {
    kind: 'checkpoint',
    action,
    file: { parts: file.parts, text: file.text, quoted: file.quoted, span: file.span },
    span: { start: word.span.start, end: reader.lastEnd },
  };
}

/** A file has a dot or a slash in its name, which a command of the chain has not. */
function isFile(token: Token): token is WordToken {
  if (token.kind !== 'word') return false;
  const isComputed = token.parts.some(({ kind }) => kind !== 'text');
  return isComputed || token.quoted || (/[./]/.test(token.text) && !/^\/\p{L}[^.]*$/u.test(token.text));
}

function isVariable(token: Token): boolean {
  return (
    token.kind === 'word' && !token.quoted && token.parts.length === 1 && token.parts[0]?.kind === 'variable'
  );
}

function loneVariable(token: Token): { readonly name: string; readonly span: Span } | undefined {
  if (token.kind !== 'word' || !isVariable(token)) return undefined;
  const [part] = token.parts;
  if (part?.kind !== 'variable' || part.name.includes('.')) return undefined;
  return { name: part.name, span: token.span };
}
