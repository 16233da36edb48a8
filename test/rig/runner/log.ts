/** What a step prints and annotates, masked as it comes in. */
import { isAbsolute, relative } from 'node:path';
import type { Annotation, CommandTarget } from './commands.ts';
import type { Masks } from './masks.ts';

const MESSAGE_LIMIT = 4096;
const ANNOTATIONS_PER_LEVEL = 10;

export class StepLog implements CommandTarget {
  readonly annotations: Annotation[] = [];
  readonly debugLines: string[] = [];
  text = '';
  failed = false;
  readonly #masks: Masks;
  readonly #workspace: string;

  constructor(masks: Masks, workspace: string) {
    this.#masks = masks;
    this.#workspace = workspace;
  }

  print(line: string): void {
    this.text += `${this.#masks.apply(line)}\n`;
  }

  debug(message: string): void {
    this.debugLines.push(this.#masks.apply(message));
  }

  mask(value: string): void {
    this.#masks.add(value);
  }

  annotate(annotation: Annotation): void {
    const message = this.#masks.apply(annotation.message).slice(0, MESSAGE_LIMIT);
    this.print(`##[${annotation.level}]${message}`);
    const shown = this.annotations.filter(({ level }) => level === annotation.level).length;
    if (shown >= ANNOTATIONS_PER_LEVEL) return;
    const { file } = annotation;
    this.annotations.push({
      ...annotation,
      message,
      ...(file === undefined ? {} : { file: this.#inRepository(file) }),
    });
  }

  fail(message: string): void {
    this.failed = true;
    this.annotate({ level: 'error', message });
  }

  /** A file that cannot be understood fails the step; the other files are still read. */
  async process(name: string, read: () => Promise<void>): Promise<void> {
    try {
      await read();
    } catch (error) {
      this.fail(`Unable to process file command '${name}' successfully.`);
      this.fail(error instanceof Error ? error.message : String(error));
    }
  }

  #inRepository(file: string): string {
    if (!isAbsolute(file)) return file;
    const inside = relative(this.#workspace, file);
    return inside === '' || inside.startsWith('..') ? file : inside;
  }
}
