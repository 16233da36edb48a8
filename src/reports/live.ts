/** The live view of a run in a terminal: finished elements stay as lines, what runs is redrawn below them. */
import { shortNumber } from '../engine/evaluate.ts';
import type { RunEvent } from '../engine/event.ts';
import { isAlive } from '../engine/pods.ts';
import { type RunState, targetOf } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import type { Load, Progress, Reporter } from '../ports.ts';
import { eventLine, goesOnLine, noticeLine } from './event-line.ts';
import { percent } from './percent.ts';
import { aliveWords, cost, hourly, moneyOf } from './pods.ts';
import { cutTo, padded, type Style, width } from './style.ts';
import { duration, wholeDuration } from './words.ts';

export interface Screen {
  write(text: string): void;
  readonly columns: number;
  readonly rows: number;
}

const redrawMilliseconds = 100;
const barWidth = 20;

interface Running {
  readonly title: string;
  /** By the clock of the screen, as all times here. */
  readonly since: number;
  /** Since when it has a place on a host: making the host ready is no part of its own progress. */
  placed?: number;
  waitsForPod: boolean;
  progress?: Progress;
  load?: Load;
}

export class LiveView implements Reporter {
  readonly #screen: Screen;
  readonly #style: Style;
  readonly #now: () => number;
  readonly #running = new Map<NodeId, Running>();
  /** Retries and waits whose time has not come. */
  readonly #sleeping = new Map<NodeId, { title: string; until: number }>();
  /** With the time of its last event, and when that came by the clock of the screen. */
  #run: { readonly state: RunState; readonly at: number; readonly seen: number } | undefined;
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
    this.#run = { state, at: Date.parse(event.at), seen: this.#now() };
    // A bill may come when all is over.
    const isLate = event.type.startsWith('pod-') && state.conclusion !== undefined;
    if (!this.#timer && !isLate) {
      if (event.type !== 'run-started') this.#print(goesOnLine(state, this.#style));
      this.#begin();
    }
    if (event.type === 'unit-started') {
      const title = state.byId.get(event.node)?.title ?? event.node;
      this.#running.set(event.node, { title, since: this.#now(), waitsForPod: needsPod(state, event.node) });
    }
    if (event.type === 'unit-placed') {
      const running = this.#running.get(event.node);
      if (running) Object.assign(running, { placed: this.#now(), waitsForPod: false });
    }
    if (event.type === 'unit-succeeded' || event.type === 'unit-failed' || event.type === 'unit-interrupted')
      this.#running.delete(event.node);
    this.#takeSleeping(event, state);
    this.#waiting = [...state.ready.values()].reduce((sum, set) => sum + set.size, 0);
    const isDrawn = event.type === 'unit-started' || event.type === 'unit-placed';
    const line = isDrawn ? undefined : eventLine(event, state, this.#style);
    if (line !== undefined) this.#print(line);
    if (isLate) this.#erase();
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

  load(node: NodeId, load: Load): void {
    const running = this.#running.get(node);
    if (running) running.load = load;
  }

  notice(text: string): void {
    this.#print(noticeLine(text, this.#style));
    // Nothing redraws it any more.
    if (!this.#timer) this.#erase();
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
    const money = this.#moneyLine();
    if (money !== undefined) lines.push(money);
    this.#erase();
    // One write for the whole area, so that it does not flicker. A line must not wrap, or erasing would miss it: it is
    // cut, and wrapping is off while it is written, because terminals differ in what they take for wide.
    this.#screen.write(
      `\u001b[?7l${lines.map((line) => `${cutTo(line, this.#screen.columns - 1)}\n`).join('')}\u001b[?7h`,
    );
    this.#drawn = lines.length;
  }

  /** What is paid for now. */
  #moneyLine(): string | undefined {
    const alive = this.#run && aliveWords(this.#run.state);
    if (!this.#run || alive === undefined) return undefined;
    const { state, at, seen } = this.#run;
    const rate = [...state.pods.values()].reduce((sum, pod) => sum + (isAlive(pod) ? pod.price : 0), 0);
    const { spent, cap } = moneyOf(state, at + this.#now() - seen);
    const of = cap === undefined ? 'so far' : `of ${cost(cap)}`;
    return `  ${this.#style.yellow('$')} ${alive}  ${this.#style.dim(`${hourly(rate)}  ${cost(spent)} ${of}`)}`;
  }

  #line({ title, since, placed, waitsForPod, progress, load }: Running, titleWidth: number): string {
    const style = this.#style;
    const elapsed = (this.#now() - since) / 1000;
    const name = padded(cutTo(title, titleWidth), titleWidth);
    const head = `  ${style.cyan('▸')} ${name}`;
    const busy = loadWords(load);
    if (!progress) {
      const notes = [duration(elapsed), ...(waitsForPod ? ['waits for a pod'] : []), ...busy];
      return `${head}  ${style.dim(notes.join('  '))}`;
    }
    const numbers = [
      ...busy,
      ...Object.entries(progress.metrics)
        .slice(0, 3)
        .map(([metric, value]) => `${metric} ${shortNumber(value)}`),
    ].join('  ');
    if (progress.of === undefined)
      return `${head}  ${progress.done}  ${style.dim(`${numbers}  ${duration(elapsed)}`)}`;
    const share = Math.min(1, progress.done / Math.max(1, progress.of));
    const filled = Math.round(share * barWidth);
    const worked = (this.#now() - (placed ?? since)) / 1000;
    const left = progress.done > 0 ? (worked / progress.done) * (progress.of - progress.done) : undefined;
    const bar = style.green('━'.repeat(filled)) + style.dim('─'.repeat(barWidth - filled));
    const eta = left === undefined ? '' : `${duration(left)} left`;
    return `${head}  ${bar}  ${`${progress.done}/${progress.of}`.padStart(7)}  ${eta.padEnd(10)}  ${style.dim(numbers)}`;
  }
}

function needsPod({ plan, byId }: RunState, id: NodeId): boolean {
  const node = byId.get(id);
  return node?.kind === 'unit' && plan.targets?.[targetOf(plan, node)]?.kind === 'runpod';
}

function loadWords({ gpu, gpuMemory, memory }: Load = {}): string[] {
  if (gpu !== undefined) return [`gpu ${percent(gpu)}`];
  if (gpuMemory !== undefined) return [`gpu memory ${percent(gpuMemory)}`];
  return memory === undefined ? [] : [`memory ${percent(memory)}`];
}
