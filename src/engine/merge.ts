/**
 * Parts of one journal that were written in different places, such as the cells of a sweep, each on a machine of its
 * own → one journal. The result does not depend on the order in which the parts arrive, nor on their clocks: they are
 * put in the order of the plan, and what stands in several of them is taken once.
 */
import type { NodeId, Plan } from '../plan/plan.ts';
import type { Fact, RunEvent } from './event.ts';

/** `main`: what was written before the parts began. Each part holds events about nodes of its own, in their order. */
export function mergeParts(
  plan: Plan,
  main: readonly RunEvent[],
  parts: readonly (readonly RunEvent[])[],
): RunEvent[] {
  const places = new Map(plan.nodes.map(({ id }, index) => [id, index]));
  const placeOf = (part: readonly RunEvent[]) =>
    part.reduce((least, event) => Math.min(least, placeIn(places, event)), Number.POSITIVE_INFINITY);
  const ordered = parts
    .filter((part) => part.length > 0)
    .map((part) => ({ part, place: placeOf(part), length: part.length }))
    // Of two parts of one place the longer one knows more: what it shares with the other is dropped below.
    .sort((a, b) => a.place - b.place || b.length - a.length || compare(textOf(a.part), textOf(b.part)));
  const merged = [...main];
  const seen = new Set(main.map(identityOf));
  const add = (event: RunEvent) => {
    const identity = identityOf(event);
    if (seen.has(identity)) return;
    seen.add(identity);
    merged.push({ ...event, seq: merged.length + 1 });
  };
  // A gate error stops the run, of which the other parts knew nothing: it and what followed it come last.
  const stops = ordered.map(({ part }) => part.findIndex(isStop));
  for (const [index, { part }] of ordered.entries())
    for (const event of stops[index] === -1 ? part : part.slice(0, stops[index])) add(event);
  let isStopped = false;
  for (const [index, { part }] of ordered.entries()) {
    if (stops[index] === -1) continue;
    for (const event of part.slice(stops[index])) {
      // The run stops once: the second gate has been stopped by the first.
      if (isStop(event) && isStopped) continue;
      isStopped ||= isStop(event);
      add(event);
    }
  }
  return merged;
}

function isStop(event: RunEvent): boolean {
  return (
    (event.type === 'gate-decided' && event.outcome === 'error') ||
    (event.type === 'case-decided' && event.arm < 0)
  );
}

function placeIn(places: ReadonlyMap<NodeId, number>, event: RunEvent): number {
  return ('node' in event ? places.get(event.node) : undefined) ?? Number.POSITIVE_INFINITY;
}

/** Node, attempt and phase: by these a fact is the same fact, whoever wrote it down and when. */
function identityOf(event: RunEvent): string {
  const { seq: _seq, at: _at, ...fact } = event;
  return identityOfFact(fact as Fact, event.seq);
}

function identityOfFact(fact: Fact, seq: number): string {
  // Of a pod each fact is one, but for its bill, and for its end when that was not proven at first.
  if ('pod' in fact) {
    const more = fact.type === 'pod-billed' ? fact.dollars : fact.type === 'pod-ended' ? fact.proven : '';
    return `${fact.pod} ${fact.type} ${more}`;
  }
  if (!('node' in fact)) return `${fact.type} ${seq}`;
  const attempt = 'attempt' in fact ? fact.attempt : '';
  const arm = 'arm' in fact ? fact.arm : '';
  // A unit ends once in each attempt, however it does.
  const phase = ['unit-succeeded', 'unit-failed', 'unit-interrupted'].includes(fact.type)
    ? 'ended'
    : fact.type;
  return `${fact.node} ${attempt} ${arm} ${phase}${isRepeatable(fact) ? ` ${seq}` : ''}`;
}

/**
 * Only starts of units, with what follows from them, are numbered over the whole run. A loop writes the other facts down
 * again, a retry within it too.
 */
function isRepeatable({ type }: Fact): boolean {
  return !type.startsWith('unit-') || type === 'unit-placed';
}

function textOf(part: readonly RunEvent[]): string {
  return JSON.stringify(part);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
