/** Seeded random numbers: the same seed and stream always give the same sequence. */

/**
 * Every purpose (weights, batch order, noise …) gets a stream of its own, so that drawing more numbers for
 * one purpose never shifts the numbers of another.
 *
 * @param {number} seed
 * @param {number} stream
 */
export function createRandom(seed, stream = 0) {
  const next = sfc32(seed, stream);
  /** @type {number | undefined} */
  let spare;

  /** 32 random bits, moved to the middle of their interval: never exactly 0, never exactly 1. */
  const uniform = (low = 0, high = 1) => low + ((next() + 0.5) / 2 ** 32) * (high - low);

  /** Standard normal by Marsaglia's polar method, which makes two numbers at a time. */
  function normal() {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    for (;;) {
      const x = uniform(-1, 1);
      const y = uniform(-1, 1);
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      spare = y * factor;
      return x * factor;
    }
  }

  /** A whole number in [low, high], both ends included. */
  const integer = (low, high) => low + Math.floor(uniform() * (high - low + 1));

  /** Fisher-Yates, in place. */
  function shuffle(list) {
    for (let last = list.length - 1; last > 0; last -= 1) {
      const other = integer(0, last);
      [list[last], list[other]] = [list[other], list[last]];
    }
    return list;
  }

  return { uniform, normal, integer, shuffle };
}

/** Chris Doty-Humphrey's small fast counter generator with 128 bits of state. */
function sfc32(seed, stream) {
  let a = seed | 0;
  let b = Math.floor(seed / 2 ** 32) | 0;
  let c = stream | 0;
  let counter = 1;
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  // Nearby seeds start in nearby states; these rounds drive them apart.
  for (let round = 0; round < 20; round += 1) next();
  return next;
}
