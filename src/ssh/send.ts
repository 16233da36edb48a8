/** Writes to a program on a host no faster than it takes it. */
import { once } from 'node:events';
import type { RemoteProcess } from './host.ts';

/**
 * Stops early, without an error, where the program has ended: its answer says why. Rejects with that of the
 * connection when it is lost. Does not close the input.
 */
export async function send(
  remote: RemoteProcess,
  chunks: Iterable<Buffer> | AsyncIterable<Buffer>,
  sent: (bytes: number) => void = () => {},
): Promise<void> {
  let over = false;
  const ended = remote.ended.then(
    () => {
      over = true;
    },
    () => {
      over = true;
    },
  );
  for await (const chunk of chunks) {
    if (over || remote.stdin.destroyed) break;
    if (!remote.stdin.write(chunk)) {
      const stop = new AbortController();
      const drained = once(remote.stdin, 'drain', { signal: stop.signal }).catch(() => {});
      await Promise.race([drained, ended]);
      stop.abort();
    }
    sent(chunk.length);
  }
  if (over) await remote.ended;
}

/** The last of what a stream gives, as text. */
export function tailOf(stream: NodeJS.ReadableStream, most = 4096): () => string {
  let tail = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-most);
  });
  return () => tail.toString('utf8').trim();
}
