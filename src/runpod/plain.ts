/** Text of others, fit to be shown: no secrets, no terminal escapes, not endless. */

/** Shorter values say nothing and stand in many words. */
const leastSecret = 8;

export function plain(text: string, most: number, secrets: readonly string[] = []): string {
  let shown = text;
  for (const secret of secrets) if (secret.length >= leastSecret) shown = shown.replaceAll(secret, '***');
  shown = shown
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .trim();
  return shown.length > most ? `${shown.slice(0, most)}…` : shown;
}
