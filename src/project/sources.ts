/** What a plan is made from, as one hash: whoever plans again can tell whether anything has changed since. */
import { createHash } from 'node:crypto';
import type { Plan } from '../plan/plan.ts';

/** Of compiled files: another one is written by another compiler, though from the same sources. */
export const compiledFormat = 1;

/** A file with definitions. */
export interface SourceFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  /** As messages name it. */
  readonly shown: string;
  /** A workflow counts only for plans that its chain is in. */
  readonly is: 'workflow' | 'definitions';
  /** Of an executable, its first line: the rest is code, not definition. */
  readonly text: string;
}

/**
 * 64 hexadecimal digits. Files are those of the load that the plan came from. Line ends do not count: a clone may have
 * others. The baseline does not either: it is data, which accepting a model changes.
 */
export function sourcesHash(files: readonly SourceFile[], { nodes }: Plan): string {
  const inPlan = new Set(nodes.map(({ at }) => at.file));
  const lines = files
    .filter(({ is, shown }) => is === 'definitions' || inPlan.has(shown))
    .map(({ path, text }) => `${sha256(text.replaceAll('\r\n', '\n'))}  ${path}`);
  return sha256([...lines.sort(), `compiler ${compiledFormat}`].map((line) => `${line}\n`).join(''));
}

/** For a compiled file: the layout of its jobs counts too, so that no file is run with another one than it was made for. */
export function sourcesWith(sources: string, layoutKey: string): string {
  return sha256(`${sources}\n${layoutKey}\n`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
