/** Stretches of a comment as sources of their own, so that a mistake in them is shown where it stands in the comment. */
import type { Source } from '../language/source.ts';

/** A stretch of a source, whose places stay those of the text that a person wrote. */
export function cut(source: Source, start: number, end: number): Source {
  const offsets = new Uint32Array(end - start + 1);
  for (let at = start; at <= end; at += 1) offsets[at - start] = placeIn(source, at);
  const text = source.host?.text ?? source.text;
  return { name: source.name, text: source.text.slice(start, end), host: { text, offsets } };
}

export interface Piece {
  readonly text: string;
  /** Where it stands: in this source, from there on. */
  readonly at: Source;
  readonly from: number;
  /** The text stands for another one: all of it is where that one begins. */
  readonly isReplaced?: boolean;
}

/** One source of pieces that stand in the same comment, in the order given. */
export function joined(name: string, pieces: readonly Piece[]): Source {
  const text = pieces.map((piece) => piece.text).join('');
  const offsets = new Uint32Array(text.length + 1);
  let index = 0;
  for (const piece of pieces) {
    for (let at = 0; at < piece.text.length; at += 1, index += 1)
      offsets[index] = placeIn(piece.at, piece.from + (piece.isReplaced ? 0 : at));
  }
  const last = pieces.at(-1);
  if (!last) return { name, text };
  offsets[text.length] = placeIn(last.at, last.from + last.text.length);
  return { name, text, host: { text: last.at.host?.text ?? last.at.text, offsets } };
}

function placeIn(source: Source, at: number): number {
  if (!source.host) return Math.min(at, source.text.length);
  const { offsets } = source.host;
  return offsets[Math.min(at, offsets.length - 1)] ?? 0;
}
