/** Declared inputs of a unit on its host: those that are here go there, one that is only there is data of the host. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { upload } from '../../ssh/upload.ts';
import { hashesOf, type Inputs } from '../unit/inputs.ts';
import { missingOn } from './ask.ts';
import type { Place } from './cargo.ts';
import { entriesAt, uploadName } from './entries.ts';
import { steadily } from './steadily.ts';

export async function sendInputs(
  inputs: readonly string[],
  { host, workspace }: Place,
  here: { readonly workspace: string; readonly signal: AbortSignal },
): Promise<Inputs> {
  const { signal } = here;
  const ours = inputs.filter((path) => existsSync(join(here.workspace, path)));
  const there = inputs.filter((path) => !ours.includes(path));
  const missing = await missingOn(host, workspace, there, signal);
  if (missing.length > 0) {
    const names = missing.map((path) => `\`${path}\``).join(', ');
    const are = missing.length === 1 ? 'input is' : 'inputs are';
    return { ok: false, message: `declared ${are} neither here nor on ${host.name}: ${names}` };
  }
  if (ours.length === 0) return { ok: true, hashes: {} };
  const root = here.workspace;
  const hashes = await hashesOf(ours, root, signal);
  await steadily(signal, async () => {
    const tree = await Promise.all(ours.map((path) => entriesAt(root, { from: path, to: path }, [], signal)));
    await upload(host, { root, tree: tree.flat(), to: workspace, name: uploadName('inputs', ours), signal });
  });
  return { ok: true, hashes };
}
