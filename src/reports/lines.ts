/** A run as plain lines, one an event: what a log file or a pipe gets in place of the live view. */
import type { RunEvent } from '../engine/event.ts';
import { plainText } from '../engine/plain-text.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Reporter } from '../ports.ts';
import { eventLine, goesOnLine, noticeLine } from './event-line.ts';
import type { Style } from './style.ts';

export class EventLines implements Reporter {
  readonly #write: (line: string) => void;
  readonly #style: Style;
  readonly #showsOutput: boolean;
  #hasBegun: boolean;
  readonly #titles = new Map<NodeId, string>();

  /**
   * `output`: what the commands print is shown too, each line behind the name of its command. `continues`: what has led
   * here stands elsewhere, and nothing is said of it.
   */
  constructor(
    write: (line: string) => void,
    style: Style,
    options: { readonly output?: boolean; readonly continues?: boolean } = {},
  ) {
    this.#hasBegun = options.continues ?? false;
    this.#write = write;
    this.#style = style;
    this.#showsOutput = options.output ?? false;
  }

  event(event: RunEvent, state: RunState): void {
    if (!this.#hasBegun && event.type !== 'run-started') this.#write(goesOnLine(state, this.#style));
    this.#hasBegun = true;
    if (event.type === 'unit-started')
      this.#titles.set(event.node, state.byId.get(event.node)?.title ?? event.node);
    const line = eventLine(event, state, this.#style);
    if (line !== undefined) this.#write(harmless(line));
  }

  notice(text: string): void {
    this.#write(harmless(noticeLine(text, this.#style)));
  }

  output(node: NodeId, line: string): void {
    if (!this.#showsOutput) return;
    this.#write(`    ${this.#style.dim(`${this.#titles.get(node) ?? node} │`)} ${harmless(plainText(line))}`);
  }
}

/**
 * A line that begins with `::`, or holds `##[`, would be obeyed by GitHub's runner; a training's log must not be. A message
 * may have several lines.
 */
export function harmless(line: string): string {
  return line.replace(/##\[/g, '# #[').replace(/^(\s*)::/gm, '$1: :');
}
