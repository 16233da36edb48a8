/** What a unit reads of the one before it: a file for its standard input, and variables. */
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { UnitRequest } from '../../ports.ts';
import { readRegularFile } from './regular-file.ts';

/** Longer input is read from the file: a variable may not be of any length. */
const longestVariable = 64 * 1024;
const inputName = 'ml.input';

export interface GivenInput {
  /** Absolute. */
  readonly file: string;
  readonly variables: Readonly<Record<string, string>>;
}

export type ReadInput =
  | { readonly ok: true; readonly input: GivenInput | undefined }
  | { readonly ok: false; readonly message: string };

/** `<result>` as text where there is one, else what the unit before has printed, else what it reported as JSON. */
export function givenInput({ previous, directory }: UnitRequest): ReadInput {
  if (!previous) return { ok: true, input: undefined };
  const { stdout, result } = previous;
  // A built-in prints nothing: its values are all there is to hand on.
  const fields = { ...result.metrics, ...result.values };
  const reported = Object.keys(fields).length > 0 ? JSON.stringify(fields) : '';
  const text = previous.text ?? (stdout === undefined ? reported : undefined);
  if (text !== undefined || stdout === undefined) {
    const file = join(directory, inputName);
    // A whole line, or `read` in a shell takes the end of it for a failure.
    const whole = text ?? '';
    writeFileSync(file, whole === '' || whole.endsWith('\n') ? whole : `${whole}\n`);
    return { ok: true, input: { file, variables: variablesOf(file, whole) } };
  }
  // A FIFO in its place would block whoever opens it.
  if (!statSync(stdout, { throwIfNoEntry: false })?.isFile())
    return { ok: false, message: `what the command before printed is gone: ${stdout}` };
  const read = readRegularFile(stdout, longestVariable);
  // Too long for a variable, it is still there as a file.
  const whole = read.is === 'text' ? read.text.replace(/\n+$/, '') : undefined;
  return { ok: true, input: { file: stdout, variables: variablesOf(stdout, whole) } };
}

function variablesOf(file: string, text: string | undefined): Record<string, string> {
  const fits = text !== undefined && Buffer.byteLength(text) <= longestVariable && !text.includes('\0');
  return { INPUT_FILE: file, ...(fits ? { INPUT: text } : {}) };
}
