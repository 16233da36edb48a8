/** The machine's time for a run. Machines correct their clocks: one that is set back must not make a run wait the longer. */
import type { Clock } from '../ports.ts';

/** Both in milliseconds; `steady` counts on whatever happens to `wall`. */
export function steadyClock(
  after: Clock['after'],
  wall: () => number = Date.now,
  steady = () => performance.now(),
): Clock {
  let [told, since] = [0, steady()];
  return {
    now() {
      const at = steady();
      told = Math.max(wall(), told + (at - since));
      since = at;
      return new Date(told).toISOString();
    },
    after,
  };
}
