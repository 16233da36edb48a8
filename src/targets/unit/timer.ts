/** Timers of any length. */

/** The longest time a timer of Node takes; a longer one would fire at once. */
const longest = 2 ** 31 - 1;

/** Calls back after any time, also one that is too long for a timer; the result calls it off. */
export function after(milliseconds: number, action: () => void): () => void {
  let timer: NodeJS.Timeout;
  const arm = (left: number) => {
    timer = setTimeout(() => (left > longest ? arm(left - longest) : action()), Math.min(left, longest));
  };
  arm(milliseconds);
  return () => clearTimeout(timer);
}
