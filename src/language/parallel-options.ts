/** The options of `parallel:max=3:min=2`. */
import type { WordToken } from './token.ts';
import type { TokenReader } from './token-reader.ts';

export function parseParallelOptions(reader: TokenReader, word: WordToken): { max?: number; min?: number } {
  const options: { max?: number; min?: number } = {};
  for (const option of word.text.split(':').slice(1)) {
    const [, name, digits] = /^(max|min)=(\d{1,9})$/.exec(option) ?? [];
    const value = Number(digits);
    if (name === 'max' && value >= 1 && options.max === undefined) options.max = value;
    else if (name === 'min' && options.min === undefined) options.min = value;
    else {
      const message = `\`${option}\` is no option of \`parallel\``;
      reader.report('invalid-value', word.span, message, 'options are `max=3` and `min=2`, each once');
    }
  }
  return options;
}
