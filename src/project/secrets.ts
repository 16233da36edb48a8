/** Secrets that were written into a file: known by their names and their looks, and never shown again. */
import type { Source, Span } from '../language/source.ts';

const names =
  /(?:^|_)(?:TOKEN|SECRET|PASSWORD|PASSWD|PASSPHRASE|CREDENTIALS?|APIKEY|(?:API|ACCESS|PRIVATE|SECRET|ACCOUNT|AUTH|SSH|ENCRYPTION|SIGNING)_?KEY)(?:_|$)/i;

/** `HF_TOKEN`, `WANDB_API_KEY`; not `TOKENIZERS_PARALLELISM`. */
export function namesSecret(name: string): boolean {
  return names.test(name);
}

const looks =
  /-----BEGIN [A-Z ]*PRIVATE KEY|\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_\w{20,}|hf_[A-Za-z0-9]{20,}|rpa_[A-Za-z0-9]{20,}|sk-[A-Za-z0-9_-]{20,}|AKIA[A-Z0-9]{16}|xox[a-z]-[A-Za-z0-9-]{10,})/;

/** The beginnings by which well-known services mark theirs. */
export function holdsSecret(text: string): boolean {
  return looks.test(text);
}

/** The source with stars in that place, so that a message can show the lines around it. */
export function withoutText(source: Source, { start, end }: Span): Source {
  const { text } = source;
  return {
    ...source,
    text: text.slice(0, start) + text.slice(start, end).replace(/\S/g, '*') + text.slice(end),
  };
}
