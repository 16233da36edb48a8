/**
 * A far network on loopback, as a process of its own so that its work is not that of a contender: every connection to
 * it goes on to another port, later and no faster than the line.
 *
 *   node relay.mjs '{"port":22,"roundTrip":50,"bytesPerSecond":25000000}'
 *
 * Prints its port. A line of input that says `cut` resets all connections; the end of the input ends it.
 */
import { createServer, connect as dial } from 'node:net';
import { createInterface } from 'node:readline';

const { port, roundTrip = 0, bytesPerSecond } = JSON.parse(process.argv[2]);
const rate = (bytesPerSecond ?? Number.POSITIVE_INFINITY) / 1000;
const delay = roundTrip / 2;
/** Of the queue in front of the line: beyond it, senders wait. */
const mostQueued = 50;
/** On its way in one direction of one connection, such as to a peer that does not read. */
const mostHeld = 16 * 1024 * 1024;
const sockets = new Set();

/** One direction of the line, which all connections share. */
class Line {
  /** When the last byte is in it. */
  #free = 0;

  /** When these bytes come out at the other end, and how long the queue is now. */
  take(bytes) {
    const now = performance.now();
    this.#free = Math.max(this.#free, now) + bytes / rate;
    return { due: this.#free + delay, queued: this.#free - now };
  }
}

function lane(from, to, line) {
  const queue = [];
  let held = 0;
  let isBlocked = false;
  let timer;
  let isWaiting = false;
  const go = () => {
    if (!isWaiting && held <= mostHeld) from.resume();
  };
  const send = () => {
    clearTimeout(timer);
    while (!isBlocked && queue.length > 0) {
      const [{ chunk, due }] = queue;
      const wait = due - performance.now();
      if (wait > 0) {
        timer = setTimeout(send, wait);
        return;
      }
      queue.shift();
      if (chunk === undefined) {
        to.end();
        return;
      }
      held -= chunk.length;
      isBlocked = !to.write(chunk);
      go();
    }
  };
  const put = (chunk) => {
    const bytes = chunk?.length ?? 0;
    const { due, queued } = line.take(bytes);
    queue.push({ chunk, due });
    held += bytes;
    if (queued > mostQueued) {
      isWaiting = true;
      setTimeout(() => {
        isWaiting = false;
        go();
      }, queued - mostQueued);
    }
    if (isWaiting || held > mostHeld) from.pause();
    send();
  };
  from.on('data', put);
  from.on('end', () => put(undefined));
  to.on('drain', () => {
    isBlocked = false;
    send();
  });
  // What is on its way comes out although nothing follows it.
  to.on('close', () => clearTimeout(timer));
}

const there = new Line();
const back = new Line();
const server = createServer({ noDelay: true, allowHalfOpen: true, pauseOnConnect: true }, (near) => {
  // It looks connected at once; what TCP takes for that over such a line is waited here.
  sockets.add(near);
  near.on('close', () => sockets.delete(near));
  near.on('error', () => {});
  setTimeout(() => {
    if (near.destroyed) return;
    const far = dial({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    sockets.add(far);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one.on('error', () => other.resetAndDestroy());
      one.on('close', () => {
        sockets.delete(one);
        if (one.errored !== null) other.destroy();
      });
    }
    lane(near, far, there);
    lane(far, near, back);
    near.resume();
  }, roundTrip);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));

createInterface({ input: process.stdin })
  .on('line', (line) => {
    if (line === 'cut') for (const socket of sockets) socket.resetAndDestroy();
  })
  .on('close', () => process.exit(0));
