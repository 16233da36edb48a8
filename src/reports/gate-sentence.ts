/** What a gate decided, as a sentence: `gate best-acc 0.962 > 0.90 was met (from /best-model:select)`. */
import type { GateDecided } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import { gateWords } from './words.ts';

export function gateSentence(state: RunState, gate: GateDecided): string {
  if (gate.outcome === 'error')
    return `gate ${gate.text} could not be decided: ${gate.reason ?? 'unknown reason'}`;
  const from = [...new Set(gate.operands.flatMap(({ from: source }) => source ?? []))].map(
    (source) => state.byId.get(source)?.title ?? source,
  );
  const warned = gate.warned === true ? ' and only warns' : '';
  const why = gate.reason === undefined ? '' : `, because ${gate.reason}`;
  const source = from.length === 0 ? '' : ` (from ${from.join(', ')})`;
  return `gate ${gate.sum} was ${gateWords[gate.outcome]}${warned}${why}${source}`;
}
