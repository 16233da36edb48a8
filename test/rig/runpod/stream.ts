/** The event stream of a pod's log: no headers before the first line, and no end. */
import type { ServerResponse } from 'node:http';
import type { FailureOf } from './failures.ts';
import type { LogLine, LogSource, PodLog } from './log.ts';

export interface StreamQuery {
  readonly source: LogSource | undefined;
  readonly tail: number;
  readonly since: number | undefined;
  /** Exclusive. */
  readonly lastEventId: string | undefined;
}

/** Bytes of the line that F16 sends. */
const HUGE = 2 * 1024 * 1024;

export function stream(
  log: PodLog,
  query: StreamQuery,
  response: ServerResponse,
  headers: Readonly<Record<string, string>>,
  failure: FailureOf<'logs'> | undefined,
): void {
  if (failure?.what === 'silent') return;
  let sent = 0;
  const send = (line: LogLine): void => {
    if (query.source !== undefined && line.source !== query.source) return;
    if (response.destroyed || response.writableEnded) return;
    if (!response.headersSent) {
      response.writeHead(200, {
        ...headers,
        'Content-Type': 'text/event-stream',
        'Cache-Control': 'no-cache',
        Connection: 'keep-alive',
        'X-Accel-Buffering': 'no',
      });
      if (failure?.what === 'keep-alive') response.write(': keep-alive\n\nevent: keep-alive\ndata: {}\n\n');
    }
    const text = failure?.what === 'huge-line' && sent === 0 ? 'x'.repeat(HUGE) : line.line;
    const frame = `id: ${line.id}\ndata: ${JSON.stringify({ ts: line.ts, source: line.source, line: text })}\n\n`;
    sent += 1;
    if (failure?.what === 'drop-mid-frame') {
      response.write(frame.slice(0, Math.floor(frame.length / 2)), () => response.socket?.destroy());
      return;
    }
    response.write(frame);
    if (failure?.what === 'duplicate' && query.lastEventId === undefined) response.write(frame);
    if (failure?.what === 'ends') response.end();
  };
  // A client that reconnects may be told again what it had.
  const had = log.lines.find(({ id }) => id === query.lastEventId);
  if (failure?.what === 'duplicate' && had !== undefined) send(had);
  for (const line of backfill(log.lines, query)) send(line);
  response.on('close', log.listen(send));
}

function backfill(lines: readonly LogLine[], query: StreamQuery): readonly LogLine[] {
  const { source, since, lastEventId, tail } = query;
  const fits = lines.filter((line) => source === undefined || line.source === source);
  if (lastEventId !== undefined) {
    // The number behind the slash is that of the line in the log; an id of unknown form resumes by its time.
    const [ts = '', number] = lastEventId.split('/');
    if (number !== undefined) return fits.filter(({ id }) => Number(id.split('/')[1]) > Number(number));
    return fits.filter((line) => line.ts > ts);
  }
  if (since !== undefined) return fits.filter(({ ts }) => Date.parse(ts) >= since);
  return tail === 0 ? [] : fits.slice(-tail);
}
