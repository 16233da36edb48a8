/** The body of a Markdown command and the arguments of its call → the task of an agent. */
import type { Template, TemplatePart } from './plan.ts';

/** As an agent's command declares them. */
interface Prompt {
  readonly body: string;
  readonly numbering?: 'from-one' | 'from-zero';
}

const placeholders = {
  none: /\$ARGUMENTS(?!\w)/g,
  'from-one': /\$(?:ARGUMENTS(?!\w)|([1-9])(?!\d))/g,
  'from-zero': /\$(?:ARGUMENTS(?:\[(\d{1,4})\]|(?!\w))|(\d)(?!\d))/g,
};

/**
 * Fills the arguments in, as text: nothing of the result is looked at again. Arguments that the body does not ask for
 * stand below it, so that none is lost; one that it asks for and nobody gave is nothing.
 */
export function taskOf({ body, numbering }: Prompt, words: readonly Template[]): Template {
  const parts: TemplatePart[] = [];
  const all = words.flatMap((word, index): Template => [...(index > 0 ? textPart(' ') : []), ...word]);
  const seen = new Set<number>();
  let at = 0;
  for (const match of body.matchAll(placeholders[numbering ?? 'none'])) {
    const digits = match[1] ?? match[2];
    const wanted = digits === undefined ? undefined : Number(digits) - (numbering === 'from-one' ? 1 : 0);
    parts.push(...textPart(body.slice(at, match.index)));
    parts.push(...(wanted === undefined ? all : (words[wanted] ?? [])));
    at = match.index + match[0].length;
    for (const index of words.keys()) if (wanted === undefined || wanted === index) seen.add(index);
  }
  parts.push(...textPart(body.slice(at)));
  if (seen.size < words.length) parts.push(...textPart('\n\nARGUMENTS: '), ...all);
  return joined(parts);
}

function textPart(text: string): Template {
  return text === '' ? [] : [{ kind: 'text', text }];
}

/** Neighbouring texts are one. */
function joined(parts: readonly TemplatePart[]): Template {
  const found: TemplatePart[] = [];
  for (const part of parts) {
    const last = found.at(-1);
    if (part.kind === 'text' && last?.kind === 'text')
      found[found.length - 1] = { kind: 'text', text: last.text + part.text };
    else found.push(part);
  }
  return found;
}
