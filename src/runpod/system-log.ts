/**
 * A pod's system log: image pull, container create and start. It is a stream of server-sent events that never ends, holds
 * back even its headers until there is a line, and may break anywhere; it is taken up again behind the last event.
 */
import { logLineSchema } from './api.ts';
import { RunpodError } from './error.ts';
import { plain } from './plain.ts';

export interface LogLine {
  /** RFC 3339, of RunPod's clock; empty when it did not say. */
  readonly at: string;
  /** One line without terminal escapes. */
  readonly text: string;
}

export interface FollowOptions {
  /** Opens the stream behind the event of that id. Rejects with a `RunpodError` for an answer that is no stream. */
  readonly connect: (lastId: string | undefined, signal: AbortSignal) => Promise<AsyncIterable<Uint8Array>>;
  readonly signal: AbortSignal;
  readonly onLine: (line: LogLine) => void;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** 0 to 1 */
  readonly random: () => number;
  /** A connection without a byte for so long is opened anew. */
  readonly idleMilliseconds: number;
}

const mostText = 8 * 1024;
/** Events that are remembered, so that none is told twice. */
const mostRemembered = 5000;
const longestPause = 30_000;
/** A pod that was just made may be unknown to the API for some seconds. */
const unknownMilliseconds = 60_000;

/** Ends on `signal`; rejects with the `RunpodError` of an answer that would not change. */
export async function followLog(options: FollowOptions): Promise<void> {
  const { signal, onLine, sleep, random } = options;
  const told = new Remembered(mostRemembered);
  let lastId: string | undefined;
  let failures = 0;
  let isKnown = false;
  let unknownFor = 0;
  while (!signal.aborted) {
    const connection = new Connection(signal, options.idleMilliseconds);
    try {
      const chunks = await options.connect(lastId, connection.signal);
      isKnown = true;
      const stream = new EventStream();
      const decoder = new TextDecoder();
      connection.alive();
      for await (const chunk of chunks) {
        connection.alive();
        for (const event of stream.push(decoder.decode(chunk, { stream: true }))) {
          failures = 0;
          if (event.id !== undefined) lastId = event.id;
          const line = lineOf(event);
          if (line && told.add(event.id ?? `${line.at}\n${line.text}`) && !signal.aborted) onLine(line);
        }
      }
    } catch (error) {
      if (signal.aborted) return;
      const isUnknown = error instanceof RunpodError && error.kind === 'absent' && !isKnown;
      if (isFatal(error) && !(isUnknown && unknownFor < unknownMilliseconds)) throw error;
    } finally {
      connection.close();
    }
    failures += 1;
    const pause = Math.min(longestPause, 500 * 2 ** Math.min(failures, 8)) * (0.5 + random() / 2);
    if (!isKnown) unknownFor += pause;
    await sleep(pause, signal).catch(() => {});
  }
}

/** An error of the caller's own code is as final as an answer that will stay the same. */
function isFatal(error: unknown): boolean {
  if (error instanceof RunpodError) {
    return error.status >= 400 && error.status < 500 && error.status !== 408 && error.status !== 429;
  }
  return !(error instanceof TypeError || isAbort(error) || hasCode(error));
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
}

function hasCode(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Ends with the caller's signal, or when nothing has come for too long. */
class Connection {
  readonly #controller = new AbortController();
  readonly #outer: AbortSignal;
  readonly #end = () => this.#controller.abort();
  readonly #timer: NodeJS.Timeout;

  constructor(outer: AbortSignal, idleMilliseconds: number) {
    this.#outer = outer;
    this.#timer = setTimeout(this.#end, idleMilliseconds);
    outer.addEventListener('abort', this.#end, { once: true });
    if (outer.aborted) this.#end();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  alive(): void {
    this.#timer.refresh();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#outer.removeEventListener('abort', this.#end);
    this.#controller.abort();
  }
}

class Remembered {
  readonly #keys = new Set<string>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether it is new. */
  add(key: string): boolean {
    if (this.#keys.has(key)) return false;
    this.#keys.add(key);
    if (this.#keys.size > this.#most) {
      const [oldest] = this.#keys;
      if (oldest !== undefined) this.#keys.delete(oldest);
    }
    return true;
  }
}

/** Undefined for what is no line of the system log: keep-alives, and events we do not know. */
function lineOf({ data, isCut }: StreamEvent): LogLine | undefined {
  if (isCut) return { at: '', text: `(a line of more than ${mostData / 1024} KiB is left out)` };
  let payload: unknown;
  try {
    payload = JSON.parse(data);
  } catch {
    return undefined;
  }
  const { success, data: line } = logLineSchema.safeParse(payload);
  if (!success || (line.source && line.source !== 'system')) return undefined;
  return { at: line.ts ?? '', text: plain(line.line, mostText) };
}

export interface StreamEvent {
  readonly id: string | undefined;
  readonly data: string;
  /** It was longer than what is kept. */
  readonly isCut: boolean;
}

/** Characters of one event. */
const mostData = 256 * 1024;

/** Server-sent events out of a text that comes in pieces. An event counts when its empty line has come. */
export class EventStream {
  #rest = '';
  /** The last piece ended with a carriage return: a line feed that follows belongs to it. */
  #isAfterReturn = false;
  #id: string | undefined;
  #data: string[] = [];
  #size = 0;
  #isCut = false;

  push(piece: string): StreamEvent[] {
    if (piece === '') return [];
    const text = this.#isAfterReturn && piece.startsWith('\n') ? piece.slice(1) : piece;
    this.#isAfterReturn = piece.endsWith('\r');
    const lines = text.split(/\r\n|\n|\r/);
    lines[0] = this.#rest + (lines[0] ?? '');
    this.#rest = lines.pop() ?? '';
    // One character more than what is kept shows later that the line was too long.
    if (this.#rest.length > mostData) this.#rest = this.#rest.slice(0, mostData + 1);
    const events: StreamEvent[] = [];
    for (const line of lines) {
      if (line !== '') this.#take(line);
      else events.push(...this.#dispatch());
    }
    return events;
  }

  #take(line: string): void {
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'id' && !value.includes('\0')) this.#id = value;
    if (field !== 'data') return;
    this.#size += line.length;
    if (this.#size > mostData) {
      this.#isCut = true;
      this.#data = [];
    } else {
      this.#data.push(value);
    }
  }

  #dispatch(): StreamEvent[] {
    const event = { id: this.#id, data: this.#data.join('\n'), isCut: this.#isCut };
    const isEvent = event.id !== undefined || event.isCut || this.#data.length > 0;
    this.#id = undefined;
    this.#data = [];
    this.#size = 0;
    this.#isCut = false;
    return isEvent ? [event] : [];
  }
}
