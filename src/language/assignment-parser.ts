/** `$x=<result>`, `$x=0.87`, `$x=${$y + 1}`, `$x = /cmd > file.json`. */
import { parsePlainCommand } from './command-parser.ts';
import { beginsElement, isParallel } from './keywords.ts';
import type { Span } from './source.ts';
import type { WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import type { AssignedValue, Assignment } from './tree.ts';

/** assignment = "$" name "=" ( "<result>" | "${" condition "}" | word | command ) */
export function parseAssignment(reader: TokenReader, word: WordToken): Assignment | undefined {
  const [variable] = word.parts;
  if (variable?.kind !== 'variable') return reader.recover();
  reader.at += 1;
  if (reader.peek().kind !== '=' || word.parts.length > 1) {
    const sign = reader.peek();
    const other = sign.kind === 'word' && /^(?::=|<-)/.test(sign.text);
    if (other)
      return refuse(
        reader,
        sign.span,
        `\`${sign.text}\` stores nothing`,
        `write \`$${variable.name} = /command\``,
      );
    const help = `\`$${variable.name}=<result>\` stores a result; a condition reads \`/if:$${variable.name}>0.8\``;
    return refuse(reader, word.span, `\`${word.text}\` is no element of a chain`, help);
  }
  if (variable.name.includes('.')) return refuse(reader, word.span, 'the name of a variable has no dots');
  reader.at += 1;
  const value = parseValue(reader, variable.name);
  if (!value) return undefined;
  const span = { start: word.span.start, end: reader.lastEnd };
  return { kind: 'assignment', variable: variable.name, variableSpan: word.span, value, span };
}

function parseValue(reader: TokenReader, variable: string): AssignedValue | undefined {
  const word = reader.peek();
  if (word.kind !== 'word') {
    reader.unexpected('expected `<result>`, a value or a command');
    return reader.recover();
  }
  const [part] = word.parts;
  const behind = `write it in front: \`… → $${variable}=<result>\``;
  if (beginsElement(word) || (isParallel(word.text) && reader.behind().kind === '[')) {
    return refuse(reader, word.span, `\`${word.text}\` is no value`, behind);
  }
  if (part?.kind === 'text' && part.text.startsWith('/') && !word.quoted) {
    const command = parsePlainCommand(reader, word, 'to the right of `=`');
    return command && { is: 'command', command };
  }
  if (part?.kind === 'text' && part.text.startsWith('=') && !word.quoted) {
    const help = `a condition compares: \`/if:$${variable}=${word.text}\``;
    return refuse(reader, word.span, 'one `=` stores a value, two compare', help);
  }
  if (word.parts.length !== 1 || !part || part.kind === 'variable' || (part.kind !== 'text' && word.quoted)) {
    const help =
      part?.kind === 'variable' ? `write \`$${variable}=\${${word.text.replace(/["{}]/g, '')}}\`` : undefined;
    return refuse(reader, word.span, 'expected `<result>`, one literal value or `${…}`', help);
  }
  reader.at += 1;
  const next = reader.peek();
  if (next.kind === 'word' && !beginsElement(next) && part.kind === 'text' && !word.quoted) {
    const help = `a command needs its slash: \`$${variable} = /${word.text} …\`; a text of several words is quoted`;
    return refuse(reader, next.span, `expected one value, found \`${next.text}\` behind it`, help);
  }
  switch (part.kind) {
    case 'result':
      return { is: 'result', path: part.path };
    case 'expression':
      return { is: 'expression', condition: part.condition };
    case 'text':
      return { is: 'literal', text: part.text };
  }
}

function refuse(reader: TokenReader, span: Span, message: string, help?: string): undefined {
  reader.report('unexpected-token', span, message, help);
  return reader.recover();
}
