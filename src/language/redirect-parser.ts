/** `> name`, `> path.json`, `>> log.jsonl` to the right of a command. */
import type { TokenReader } from './token-reader.ts';
import type { Redirect } from './tree.ts';

/** redirect = ( ">" | ">>" ) word; undefined after a mistake, which is reported. */
export function parseRedirect(reader: TokenReader, earlier: readonly Redirect[]): Redirect | undefined {
  const sign = reader.peek();
  const append = sign.kind === '>>';
  const written = append ? '>>' : '>';
  reader.at += 1;
  const word = reader.peek();
  if (word.kind !== 'word') {
    const help = append
      ? 'write `>> log.jsonl`'
      : 'write `> name` for a variable, `> name.json` for a file; a comparison stands behind `/if:`';
    if (word.kind === '&' && word.span.start === sign.span.end) {
      const shell = 'a chain is no shell: what a command prints is kept, errors too';
      reader.unexpected(`expected a variable or a file behind \`${written}\``, shell);
      reader.at += 2;
      return undefined;
    }
    reader.unexpected(`expected a variable or a file behind \`${written}\``, help);
    return undefined;
  }
  reader.at += 1;
  const span = { start: sign.span.start, end: word.span.end };
  const refuse = (message: string, help: string): undefined => {
    reader.report('unexpected-token', word.span, message, help);
  };
  const refuseAll = (message: string, help: string): undefined => {
    reader.report('redirect-ambiguous', span, message, help);
  };
  const [part] = word.parts;
  const variable = word.parts.length === 1 && !word.quoted && part?.kind === 'variable' ? part : undefined;
  const text = word.parts.map((one) => (one.kind === 'text' ? one.text : '')).join('');
  const isLiteral = word.parts.every(({ kind }) => kind === 'text');
  const isName = isLiteral && !word.quoted && /^[\p{L}_][\p{L}\p{N}_-]*$/u.test(text);
  const isNumber = !word.quoted && /^=?[\d.]*%?$/.test(word.text);
  const isFile = !isNumber && /[./]/.test(isLiteral ? text : word.text);
  if (variable?.name.includes('.') || !(variable || isName || isFile)) {
    const message = isNumber
      ? `\`${written} ${word.text}\` compares nothing here`
      : `\`${word.text}\` is neither a variable nor a file`;
    const help = isNumber
      ? `write \`/if:accuracy${written}${word.text}\``
      : 'a file has a `.` or `/` in its name: `> winner.json`';
    return refuse(message, help);
  }
  if (isFile && (/^[/~]/.test(text) || /(?:^|\/)\.\.(?:\/|$)/.test(text))) {
    const help = /^\/\p{L}[^.]*$/u.test(text)
      ? `write \`→ ${word.text}\` to go on with a command`
      : 'write a path relative to the workspace';
    return refuse(`\`${word.text}\` is no file inside the workspace`, help);
  }
  if (append && !(isFile && /\.jsonl["']?$/i.test(word.text))) {
    return refuseAll(
      '`>>` appends only to a `.jsonl` file',
      'write `>> log.jsonl`, or `>` to store the result',
    );
  }
  const is = isFile ? 'file' : 'variable';
  if (earlier.some(({ to }) => to.is === is)) {
    return refuseAll(`a second ${is} for one result`, 'a result goes to one variable and one file at most');
  }
  const path = { parts: word.parts, text: word.text, quoted: word.quoted, span: word.span };
  return {
    to: isFile
      ? { is: 'file', path }
      : { is: 'variable', name: variable?.name ?? text, plain: variable === undefined },
    append,
    span,
  };
}
