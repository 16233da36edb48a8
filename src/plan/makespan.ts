/** Branches on so many places, each begun as soon as a place is free, in their order: when the last ends, and why then. */

/** `through`: the branches that one behind the other determine the end. */
export function makespan(
  lengths: readonly number[],
  places: number,
): { readonly seconds: number; readonly through: readonly number[] } {
  /** When each place is free again, the earliest first, as a heap. */
  const free: { at: number; last: number }[] = [];
  /** The branch for whose place each one waited. */
  const waitedFor: number[] = [];
  let end = { at: 0, last: -1 };
  lengths.forEach((length, index) => {
    const place = free.length < places ? { at: 0, last: -1 } : (free[0] ?? { at: 0, last: -1 });
    waitedFor.push(place.last);
    const next = { at: place.at + length, last: index };
    if (free.length < places) rise(free, next);
    else sink(free, next);
    if (next.at > end.at || end.last < 0) end = next;
  });
  const through: number[] = [];
  for (let at = end.last; at >= 0; at = waitedFor[at] ?? -1) through.push(at);
  return { seconds: end.at, through: through.reverse() };
}

type Heap = { at: number; last: number }[];

function rise(heap: Heap, item: Heap[number]): void {
  let at = heap.push(item) - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above];
    if (!parent || parent.at <= item.at) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = item;
}

/** In place of the first. */
function sink(heap: Heap, item: Heap[number]): void {
  let at = 0;
  for (;;) {
    const left = 2 * at + 1;
    const [a, b] = [heap[left], heap[left + 1]];
    if (!a) break;
    const [below, child] = b && b.at < a.at ? [left + 1, b] : [left, a];
    if (child.at >= item.at) break;
    heap[at] = child;
    at = below;
  }
  heap[at] = item;
}
