/** The retries in the name of a command: `/train-with-retry:3:backoff=300`. */
import { parseCount, parseDuration } from './quantity.ts';
import type { WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';
import type { Retry } from './tree.ts';

/** The name without them, as written, and what they ask for. */
export function parseRetrySuffix(
  reader: TokenReader,
  word: WordToken,
): { readonly command: string; readonly retry: Pick<Retry, 'retries' | 'delay' | 'backoff'> } | undefined {
  const at = /-with-retry(?=:|$)/i.exec(word.text);
  if (!at || at.index < 1) return undefined;
  const command = word.text.slice(0, at.index);
  const [count = '', ...options] = word.text.slice(at.index + at[0].length + 1).split(':');
  const retries = parseCount(count) ?? 0;
  const help = `write \`${command}-with-retry:3\`, or \`${command}-with-retry:3:backoff=300\``;
  const from = word.span.start + command.length;
  if (retries < 1) {
    const message = count === '' ? '`-with-retry` needs a number' : `\`${count}\` is no number of retries`;
    reader.report('invalid-value', { start: from, end: word.span.end }, message, help);
  }
  const found: { delay?: number; backoff?: number } = {};
  for (const option of options) {
    const [, name = '', text = ''] = /^(delay|backoff)=(.*)$/i.exec(option) ?? [];
    const seconds = parseDuration(text);
    const key = name.toLowerCase() === 'delay' ? 'delay' : 'backoff';
    if (seconds === undefined || found.delay !== undefined || found.backoff !== undefined) {
      const message = `\`${option}\` is no option of \`-with-retry\``;
      reader.report('invalid-value', { start: from, end: word.span.end }, message, help);
    } else found[key] = seconds;
  }
  return { command, retry: { retries: Math.max(1, retries), ...found } };
}
