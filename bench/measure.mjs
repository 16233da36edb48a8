/** Wall time of whole processes. */
import { spawn } from 'node:child_process';

/**
 * One warm-up each, then all in turn, round after round, so that a busy moment of the machine hits everybody.
 * A contender: `program` and `words`, with `environment`, what to do `before` each time, and `once` for the slow ones,
 * which are neither warmed up nor repeated. Gives the milliseconds of each contender.
 */
export async function inTurn(contenders, rounds) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, contender] of Object.entries(contenders)) {
      if (contender.once && round !== 0) continue;
      contender.before?.();
      const { milliseconds } = await run(contender);
      if (round >= 0) times[name].push(milliseconds);
    }
  }
  return times;
}

const patience = 600_000;
// Extra certificates are read by an older Node before it does anything, which takes longer than all the rest.
const { NODE_EXTRA_CA_CERTS: _, ...rest } = process.env;
const inherited = { ...rest, NO_COLOR: '1' };

/** Rejects when it fails or takes ten minutes: a contender that did not do its work has no time. */
export function run({ program, words, environment }) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, words, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...inherited, ...environment },
      timeout: patience,
      killSignal: 'SIGKILL',
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors = `${errors}${chunk}`.slice(-4000);
    });
    child.on('error', reject);
    child.on('close', (code) => {
      const milliseconds = performance.now() - started;
      if (code === 0) resolve({ milliseconds });
      else reject(new Error(`${program} ${words.join(' ').slice(0, 300)} ended with ${code}\n${errors}`));
    });
  });
}

export function node(...words) {
  return { program: process.execPath, words };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
