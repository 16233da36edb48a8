/** The journal as a file of JSON lines, one event a line, appended and never changed. */
import {
  closeSync,
  fdatasyncSync,
  fsyncSync,
  openSync,
  readFileSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import type { Fact, RunEvent } from '../engine/event.ts';
import { journalSchema } from '../engine/event.ts';
import { evolve } from '../engine/evolve.ts';
import { initialState, type RunState } from '../engine/state.ts';
import type { Plan } from '../plan/plan.ts';
import type { Clock, Journal } from '../ports.ts';
import { orRunError, RunError } from './run-error.ts';

/** What each event must have to be one; the rest of it follows from who wrote it. */
const required: Readonly<Record<Fact['type'], readonly string[]>> = {
  'run-started': ['schema', 'run', 'workflow'],
  'unit-started': ['node', 'attempt', 'directory'],
  'unit-succeeded': ['node', 'attempt', 'seconds', 'metrics', 'values'],
  'unit-failed': ['node', 'attempt', 'seconds', 'class', 'message', 'tail'],
  'unit-interrupted': ['node', 'attempt'],
  'gate-decided': ['node', 'arm', 'gate', 'text', 'outcome', 'sum', 'operands'],
  'variable-set': ['node', 'name', 'value'],
  'assignment-failed': ['node', 'message'],
  'case-decided': ['node', 'arm'],
  'retry-scheduled': ['node', 'attempt', 'delay', 'class'],
  'retry-started': ['node', 'attempt'],
  'timed-out': ['node'],
  waited: ['node'],
  'budget-exceeded': ['node', 'dollars'],
  'approval-requested': ['node', 'label'],
  'approval-given': ['node', 'approved', 'by'],
  'results-offered': ['from', 'finished'],
  'unit-reused': ['node', 'from', 'directory', 'seconds', 'metrics', 'values'],
  'cells-dispatched': ['node', 'branches'],
  'cell-lost': ['node', 'message'],
  'cancel-requested': ['by'],
  'pod-intended': ['pod', 'target', 'scope', 'offer', 'price', 'lifetime'],
  'pod-refused': ['pod', 'class', 'message'],
  'pod-created': ['pod', 'id', 'price'],
  'pod-ready': ['pod', 'seconds'],
  'unit-placed': ['node', 'on', 'share'],
  'pod-ended': ['pod', 'why', 'proven', 'seconds', 'dollars'],
  'pod-billed': ['pod', 'dollars'],
  'run-resumed': [],
  'run-concluded': ['decision', 'reasonCode', 'reason'],
};

export interface ReadJournal {
  readonly events: readonly RunEvent[];
  /** How many bytes of whole lines there are; behind them stands a torn one. */
  readonly bytes: number;
  /** What a person should know, such as a torn last line that was left out. */
  readonly notice?: string;
}

/**
 * When the disk is asked to keep what was written. `batched`: when the run starts and ends, at each fact about a pod, and
 * within a second of every other event. `each`: before anything follows from an event. A crash of this process alone loses nothing either way.
 */
export type Durability = 'batched' | 'each';

const batchMilliseconds = 1_000;

export interface JournalOptions {
  /** Of the events that it already has. */
  readonly lastSeq?: number;
  readonly durability?: Durability;
}

/** Opens the journal for appending. Each `append` is one `write`, so that a line is either there or torn. */
export function openJournal(path: string, clock: Clock, options: JournalOptions = {}): Journal {
  const { lastSeq = 0, durability = 'batched' } = options;
  const file = openSync(path, 'a');
  const disk = durability === 'each' ? syncEach(file) : syncBatches(file);
  let seq = lastSeq;
  /** What stands in the file is not known any more: nothing may follow it, and why has been said. */
  let isBroken = false;
  return {
    append(facts: readonly Fact[]): readonly RunEvent[] {
      const at = clock.now();
      const events = facts.map((fact): RunEvent => {
        seq += 1;
        return { seq, at, ...fact };
      });
      const isEdge = facts.some(isKeptAtOnce);
      if (isBroken) throw new RunError(`${path}: a line could not be written, so none may follow it`);
      isBroken = true;
      writeWhole(file, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      disk.written(isEdge);
      isBroken = false;
      return events;
    },
    close() {
      try {
        orRunError('the run cannot be kept', () => disk.close());
      } catch (error) {
        if (!isBroken) throw error;
      } finally {
        closeSync(file);
      }
    },
  };
}

/** Beginning and end, and what there is of pods: a machine that goes down must not forget what it pays for. */
function isKeptAtOnce({ type }: Fact): boolean {
  return type === 'run-started' || type === 'run-concluded' || type.startsWith('pod-');
}

interface Disk {
  /** `now`: nothing may follow before it is kept. */
  written(now: boolean): void;
  close(): void;
}

function syncEach(file: number): Disk {
  return { written: () => fsyncSync(file), close: () => {} };
}

function syncBatches(file: number): Disk {
  let timer: NodeJS.Timeout | undefined;
  let failure: { readonly error: unknown } | undefined;
  const callOff = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return {
    written(now) {
      // A disk that has refused may have lost lines: the run does not go on as if it had them.
      if (failure) throw failure.error;
      if (now) {
        callOff();
        return fsyncSync(file);
      }
      timer ??= setTimeout(() => {
        timer = undefined;
        try {
          fdatasyncSync(file);
        } catch (error) {
          failure = { error };
        }
      }, batchMilliseconds).unref();
    },
    close() {
      if (timer === undefined) return;
      callOff();
      fdatasyncSync(file);
    },
  };
}

function writeWhole(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** Reads a journal back. A torn last line is left out with a notice; any other damage is an error that names the line. */
export function readJournal(path: string): ReadJournal {
  const text = readFileSync(path, 'utf8');
  const end = text.lastIndexOf('\n') + 1;
  const lines = text.slice(0, end).split('\n').slice(0, -1);
  const events = lines.map((line, index) => parseEvent(line, index + 1, path));
  const bytes = Buffer.byteLength(text.slice(0, end));
  const notice = `${path}: the last line was torn and has been dropped`;
  return end < text.length ? { events, bytes, notice } : { events, bytes };
}

/** Cuts a torn last line off, so that the next one does not become part of it. */
export function cutTornLine(path: string, { bytes, notice }: ReadJournal): void {
  if (notice !== undefined) truncateSync(path, bytes);
}

/** The state a journal leads to. A line that cannot follow from the ones before it is damage too. */
export function stateFrom(plan: Plan, events: readonly RunEvent[], path: string): RunState {
  const state = initialState(plan);
  for (const event of events) {
    try {
      evolve(state, event);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new RunError(`${path}:${event.seq}: the line does not follow from those before it (${why})`);
    }
  }
  return state;
}

function parseEvent(line: string, number: number, path: string): RunEvent {
  const damaged = (what: string) => new RunError(`${path}:${number}: ${what}`);
  let event: unknown;
  try {
    event = JSON.parse(line);
  } catch {
    throw damaged('damaged line');
  }
  if (!isRecord(event) || event.seq !== number) throw damaged(`expected event ${number}`);
  const { type } = event;
  if (typeof type !== 'string' || !isKnown(type)) throw damaged(`unknown event \`${String(type)}\``);
  if (type === 'run-started' && event.schema !== 1 && event.schema !== journalSchema)
    throw damaged('written by another version of ml-workflow');
  const missing = ['at', ...required[type]].find((field) => event[field] === undefined);
  if (missing !== undefined) throw damaged(`\`${type}\` without \`${missing}\``);
  return event as unknown as RunEvent;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function isKnown(type: string): type is Fact['type'] {
  return Object.hasOwn(required, type);
}
