/** The live view of a run in a terminal: finished elements stay as lines, what runs is redrawn below them. */
import { shortNumber } from '../engine/evaluate.ts';
import type { RunEvent } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Progress, Reporter } from '../ports.ts';
import { eventLine, goesOnLine } from './event-line.ts';
import { cutTo, padded, type Style, width } from './style.ts';
import { duration, wholeDuration } from './words.ts';

export interface Screen {
  write(text: string): void;
  readonly columns: number;
  readonly rows: number;
}

const redrawMilliseconds = 100;
const barWidth = 20;

export class LiveView implements Reporter {
  readonly #screen: Screen;
  readonly #style: Style;
  readonly #now: () => number;
  readonly #running = new Map<NodeId, { title: string; since: number; progress?: Progress }>();
  /** Retries and waits whose time has not come. */
  readonly #sleeping = new Map<NodeId, { title: string; until: number }>();
  #waiting = 0;
  #drawn = 0;
  /** Lines that come while it is paused. */
  #held: string[] | undefined;
  #timer: NodeJS.Timeout | undefined;

  /** `now`: milliseconds of any steady clock. */
  constructor(screen: Screen, style: Style, now: () => number) {
    this.#screen = screen;
    this.#style = style;
    this.#now = now;
  }

  event(event: RunEvent, state: RunState): void {
    if (!this.#timer) {
      if (event.type !== 'run-started') this.#print(goesOnLine(state, this.#style));
      this.#begin();
    }
    if (event.type === 'unit-started') {
      const title = state.byId.get(event.node)?.title ?? event.node;
      this.#running.set(event.node, { title, since: this.#now() });
    }
    if (event.type === 'unit-succeeded' || event.type === 'unit-failed' || event.type === 'unit-interrupted')
      this.#running.delete(event.node);
    this.#takeSleeping(event, state);
    this.#waiting = [...state.ready.values()].reduce((sum, set) => sum + set.size, 0);
    const line = event.type === 'unit-started' ? undefined : eventLine(event, state, this.#style);
    if (line !== undefined) this.#print(line);
    if (event.type === 'run-concluded') this.#end();
  }

  /** While somebody else writes to the screen, such as a question and its answer. */
  pause(): void {
    this.#erase();
    this.#held ??= [];
  }

  goOn(): void {
    const lines = this.#held ?? [];
    this.#held = undefined;
    for (const line of lines) this.#print(line);
    this.#draw();
  }

  progress(node: NodeId, progress: Progress): void {
    const running = this.#running.get(node);
    if (running) running.progress = progress;
  }

  /** By the clock of the screen: the run's own may have been set in between. */
  #takeSleeping(event: RunEvent, state: RunState): void {
    for (const id of this.#sleeping.keys()) if (!state.sleeping.has(id)) this.#sleeping.delete(id);
    for (const id of state.sleeping) {
      if (this.#sleeping.has(id)) continue;
      const timer = state.timers.find(({ node, what }) => node === id && what !== 'timeout');
      const left = timer === undefined ? 0 : timer.at - Date.parse(event.at);
      this.#sleeping.set(id, { title: state.byId.get(id)?.title ?? id, until: this.#now() + left });
    }
  }

  #begin(): void {
    this.#timer ??= setInterval(() => this.#draw(), redrawMilliseconds);
    this.#timer.unref();
  }

  #end(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    if (this.#held) this.goOn();
    this.#erase();
  }

  #print(line: string): void {
    if (this.#held) {
      this.#held.push(line);
      return;
    }
    this.#erase();
    this.#screen.write(`${line}\n`);
    this.#draw();
  }

  #erase(): void {
    if (this.#drawn > 0) this.#screen.write(`\u001b[${this.#drawn}A\u001b[J`);
    this.#drawn = 0;
  }

  #draw(): void {
    if (this.#held) return;
    const most = Math.max(1, this.#screen.rows - 4);
    const running = [...this.#running.values()];
    const titleWidth = Math.max(0, ...running.slice(0, most).map(({ title }) => width(title)));
    const lines = running.slice(0, most).map((one) => this.#line(one, Math.min(titleWidth, 36)));
    for (const { title, until } of this.#sleeping.values()) {
      const left = Math.max(0, Math.ceil((until - this.#now()) / 1000));
      lines.push(`  ${this.#style.yellow('⧖')} ${title}  ${this.#style.dim(`in ${wholeDuration(left)}`)}`);
    }
    const hidden = running.length - Math.min(running.length, most) + this.#waiting;
    if (hidden > 0) lines.push(this.#style.dim(`  · ${hidden} more waiting`));
    this.#erase();
    // One write for the whole area, so that it does not flicker. A line must not wrap, or erasing would miss it: it is
    // cut, and wrapping is off while it is written, because terminals differ in what they take for wide.
    this.#screen.write(
      `\u001b[?7l${lines.map((line) => `${cutTo(line, this.#screen.columns - 1)}\n`).join('')}\u001b[?7h`,
    );
    this.#drawn = lines.length;
  }

  #line(
    { title, since, progress }: { title: string; since: number; progress?: Progress },
    titleWidth: number,
  ): string {
    const style = this.#style;
    const elapsed = (this.#now() - since) / 1000;
    const name = padded(cutTo(title, titleWidth), titleWidth);
    const head = `  ${style.cyan('▸')} ${name}`;
    if (!progress) return `${head}  ${style.dim(duration(elapsed))}`;
    const numbers = Object.entries(progress.metrics)
      .slice(0, 3)
      .map(([metric, value]) => `${metric} ${shortNumber(value)}`)
      .join('  ');
    if (progress.of === undefined)
      return `${head}  ${progress.done}  ${style.dim(`${numbers}  ${duration(elapsed)}`)}`;
    const share = Math.min(1, progress.done / Math.max(1, progress.of));
    const filled = Math.round(share * barWidth);
    const left = progress.done > 0 ? (elapsed / progress.done) * (progress.of - progress.done) : undefined;
    const bar = style.green('━'.repeat(filled)) + style.dim('─'.repeat(barWidth - filled));
    const eta = left === undefined ? '' : `${duration(left)} left`;
    return `${head}  ${bar}  ${`${progress.done}/${progress.of}`.padStart(7)}  ${eta.padEnd(10)}  ${style.dim(numbers)}`;
  }
}
