/** What went wrong, on the lines of the files it stands in: the chain's element, and the line of Python that failed. */

import type { GateDecided } from '../engine/event.ts';
import { plainText } from '../engine/plain-text.ts';
import type { RunState } from '../engine/state.ts';
import type { NodeId } from '../plan/plan.ts';
import { cut } from './markdown-text.ts';
import type { FailureLine, Report } from './report.ts';
import { innermostPlace, tracebacksIn } from './traceback.ts';
import { gateNote, gateWords } from './words.ts';

export interface LineNote {
  /** Relative to the repository's root. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column?: number;
  /** Of the last character. */
  readonly end_column?: number;
  readonly level: 'failure' | 'warning' | 'notice';
  /** Plain text. */
  readonly message: string;
  readonly title: string;
}

export interface NoteOptions {
  /** Paths of the commit, relative to the repository's root. */
  readonly files: ReadonlySet<string>;
  /** The project's folder, with `/`; empty for the root. */
  readonly project?: string;
  /** Only what is in one of these. */
  readonly within?: readonly NodeId[];
}

/** Of the chain, and of Python: more of either would bury a page. */
const most = 10;
const longestMessage = 2_000;
const longestTitle = 200;

/** What nobody took care of first; equal ones on one line are one. */
export function notesOf(state: RunState, report: Report, options: NoteOptions): LineNote[] {
  const isOwn = ownIn(state, options.within);
  const failures = report.failures
    .filter(({ node }) => isOwn(node))
    .sort((a, b) => Number(a.handled_by !== undefined) - Number(b.handled_by !== undefined));
  const gates = state.gates.filter(({ node, outcome }) => outcome !== 'met' && isOwn(node));
  const chain = [
    ...gates.filter(({ outcome }) => outcome === 'error').flatMap((gate) => gateNoteOn(state, gate)),
    ...failures.flatMap((failure) => failureNoteOn(state, failure)),
    ...gates.filter(({ outcome }) => outcome !== 'error').flatMap((gate) => gateNoteOn(state, gate)),
  ];
  const python = failures.flatMap((failure) => pythonNote(failure, options));
  return [...merged(chain).slice(0, most), ...merged(python).slice(0, most)];
}

function ownIn(state: RunState, within: readonly NodeId[] | undefined): (node: NodeId) => boolean {
  if (!within) return () => true;
  const tops = new Set(within);
  return (node) => {
    for (let id: NodeId | null = node; id !== null; id = state.byId.get(id)?.parent ?? null)
      if (tops.has(id)) return true;
    return false;
  };
}

function gateNoteOn(state: RunState, gate: GateDecided): LineNote[] {
  const isError = gate.outcome === 'error';
  const node = state.byId.get(gate.node);
  const goesOn = gate.warned === true || (node?.kind === 'branch' && node.otherwise !== null);
  const message = `${isError ? `${gate.sum}: ` : ''}${gateNote(gate)}${gate.remark === undefined ? '' : `\n${gate.remark}`}`;
  return onNode(state, gate.node, {
    level: isError ? 'failure' : goesOn ? 'warning' : 'failure',
    title: `gate ${gateWords[gate.outcome]}: ${gate.text}`,
    message,
  });
}

function failureNoteOn(state: RunState, failure: FailureLine): LineNote[] {
  const { node, title, class: cause, message, handled_by: by } = failure;
  return onNode(state, node, {
    level: levelOf(failure),
    title: `${title} failed [${cause}]`,
    message: `${message}${by === undefined ? '' : `\nhandled by ${by}`}`,
  });
}

function levelOf({ handled_by }: FailureLine): LineNote['level'] {
  return handled_by === undefined ? 'failure' : 'warning';
}

/** A chain that somebody typed has no file. */
function onNode(
  state: RunState,
  id: NodeId,
  said: Pick<LineNote, 'level' | 'title' | 'message'>,
): LineNote[] {
  const at = state.byId.get(id)?.at;
  if (!at || at.file === '' || at.file.startsWith('<') || at.line < 1) return [];
  const columns =
    at.column >= 1 ? { column: at.column, end_column: Math.max(at.column, at.endColumn - 1) } : {};
  return [note({ path: at.file, line: at.line, ...columns, ...said })];
}

/** The last traceback is the one that ended the program. */
function pythonNote(failure: FailureLine, { files, project }: NoteOptions): LineNote[] {
  for (const traceback of tracebacksIn(failure.tail).reverse()) {
    const place = innermostPlace(traceback, files, project);
    if (!place) continue;
    const { message } = traceback;
    return [note({ ...place, level: levelOf(failure), message, title: `${failure.title} failed here` })];
  }
  return [];
}

function note(raw: LineNote): LineNote {
  return {
    ...raw,
    message: cut(plainText(raw.message), longestMessage) || 'failed',
    title: cut(plainText(raw.title).replace(/\s+/g, ' '), longestTitle),
  };
}

/** A mistake in the code fails each cell of a sweep at one place. */
function merged(notes: readonly LineNote[]): LineNote[] {
  const groups = new Map<string, { readonly first: LineNote; count: number }>();
  for (const one of notes) {
    const key = JSON.stringify([one.path, one.line, one.column, one.message]);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { first: one, count: 1 });
  }
  return [...groups.values()].map(({ first, count }) =>
    count === 1 ? first : { ...first, title: cut(`${first.title}, and ${count - 1} more`, longestTitle) },
  );
}
