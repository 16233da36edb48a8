/** A pod's system log over a stream that breaks, repeats itself, keeps silent and never ends. */
import type { ServerResponse } from 'node:http';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { RunpodClient } from '../../src/runpod/client.ts';
import { EventStream, type LogLine } from '../../src/runpod/system-log.ts';
import { problem, type Reply, reset, silent, type Wire, wire } from './client-wire.ts';

const open: Wire[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

const id = (number: number) => `2026-06-01T12:02:03Z/${String(number).padStart(12, '0')}`;
const frame = (number: number, line = `line ${number}`, source = 'system') =>
  `id: ${id(number)}\ndata: ${JSON.stringify({ ts: '2026-06-01T12:02:03Z', source, line })}\n\n`;
const stream =
  (...pieces: string[]): Reply =>
  (response) => {
    begin(response);
    response.end(pieces.join(''));
  };
function begin(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
}

/** Follows until so many lines have come, or until the log ends by itself. */
async function follow(
  replies: readonly Reply[],
  lines: number,
  options: { tail?: number; idleMilliseconds?: number } = {},
) {
  const server = await wire(...replies);
  open.push(server);
  const slept: number[] = [];
  const client = new RunpodClient({
    key: 'rpa_SECRET',
    base: server.base,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
    },
    random: () => 1,
  });
  const stop = new AbortController();
  const got: LogLine[] = [];
  const ended = client.systemLog('p1', {
    ...options,
    signal: stop.signal,
    onLine: (line) => {
      got.push(line);
      if (got.length === lines) stop.abort();
    },
  });
  return { ended, got, stop, server, slept, texts: () => got.map(({ text }) => text) };
}

describe('the system log', () => {
  it('is told line by line, and ends when nobody listens any more', async () => {
    const hanging: Reply = (response) => {
      begin(response);
      response.write(frame(1) + frame(2));
    };
    const { ended, got, server } = await follow([hanging], 2, { tail: 50 });
    await ended;
    expect(got).toEqual([
      { at: '2026-06-01T12:02:03Z', text: 'line 1' },
      { at: '2026-06-01T12:02:03Z', text: 'line 2' },
    ]);
    expect(server.seen[0]).toMatchObject({ url: '/v2/pods/p1/logs?source=system&tail=50' });
    expect(server.seen[0]?.headers['last-event-id']).toBeUndefined();
  });

  it('F16: ends on the signal also when no headers have come', async () => {
    const stopping: { stop?: AbortController } = {};
    const { ended, stop, got } = await follow(
      [
        () => {
          setImmediate(() => stopping.stop?.abort());
        },
      ],
      1,
    );
    stopping.stop = stop;
    await ended;
    expect(got).toEqual([]);
  });

  it('F16: goes on behind the last whole event after it broke in the middle of one, each line once', async () => {
    const cut: Reply = (response, _seen, request) => {
      begin(response);
      response.write(frame(1) + frame(2) + frame(3).slice(0, -9), () => request.socket.destroy());
    };
    const { ended, texts, server } = await follow([cut, stream(frame(2), frame(3)), stream(frame(4))], 4);
    await ended;
    expect(texts()).toEqual(['line 1', 'line 2', 'line 3', 'line 4']);
    expect(server.seen.map(({ headers }) => headers['last-event-id'])).toEqual([undefined, id(2), id(3)]);
  });

  it('F16: tells a repeated line once, also without ids, and keeps equal lines of other ids', async () => {
    const bare = frame(1).replace(/^id: .*\n/, '');
    const { ended, texts } = await follow(
      [stream(bare), stream(bare, frame(8, 'x'), frame(8, 'x'), frame(9, 'x'))],
      3,
    );
    await ended;
    expect(texts()).toEqual(['line 1', 'x', 'x']);
  });

  it('keeps its place when the last event had no id', async () => {
    const bare = 'data: {"line":"bare"}\n\n';
    const { ended, server } = await follow([stream(frame(5), bare), stream(frame(6))], 3);
    await ended;
    expect(server.seen[1]?.headers['last-event-id']).toBe(id(5));
  });

  it('F16: passes over keep-alives, other events and lines of the container', async () => {
    const { ended, texts } = await follow(
      [
        stream(
          ': keep-alive\n\n',
          'event: keep-alive\ndata: {}\n\n',
          'event: ping\ndata:\n\n',
          'data: not json\n\n',
          'data: {"line":7}\n\n',
          frame(1, 'epoch 1', 'container'),
          'retry: 5\n\n',
          frame(2),
        ),
      ],
      1,
    );
    await ended;
    expect(texts()).toEqual(['line 2']);
  });

  it('F16: leaves out a huge line, says so, and goes on behind it', async () => {
    const huge = frame(1, 'x'.repeat(3 * 1024 * 1024));
    const { ended, texts, server } = await follow([stream(huge), stream(frame(2))], 2);
    await ended;
    expect(texts()).toEqual(['(a line of more than 256 KiB is left out)', 'line 2']);
    expect(server.seen[1]?.headers['last-event-id']).toBe(id(1));
  });

  it('shows no terminal escapes, and no line without end', async () => {
    const { ended, texts } = await follow(
      [stream(frame(1, '\u001b[31mred\u001b[0m\r\nx\u0007'), frame(2, 'y'.repeat(9000)))],
      2,
    );
    await ended;
    expect(texts()[0]).toBe('red x');
    expect(texts()[1]).toHaveLength(8 * 1024 + 1);
  });

  it('F16: is opened anew when nothing comes', async () => {
    const { ended, texts, server } = await follow([silent, stream(frame(1))], 1, { idleMilliseconds: 30 });
    await ended;
    expect(texts()).toEqual(['line 1']);
    expect(server.seen).toHaveLength(2);
  });

  it('is opened anew, with growing pauses, after what passes', async () => {
    const { ended, texts, slept } = await follow(
      [reset, problem(500, 'no'), problem(502, 'no'), stream(frame(1)), stream(), stream(frame(2))],
      2,
    );
    await ended;
    expect(texts()).toEqual(['line 1', 'line 2']);
    expect(slept).toEqual([1000, 2000, 4000, 1000, 2000]);
  });

  it.each([400, 401, 403, 422])('fails on %i, which will not change', async (status) => {
    const { ended, server } = await follow([problem(status, 'no')], 1);
    await expect(ended).rejects.toThrow(/GET \/pods\/p1\/logs, status/);
    expect(server.seen).toHaveLength(1);
  });

  it('F3: waits for a pod that RunPod does not know yet, for a while', async () => {
    const { ended, texts } = await follow([problem(404, 'no'), problem(404, 'no'), stream(frame(1))], 1);
    await ended;
    expect(texts()).toEqual(['line 1']);
    const never = await follow([problem(404, 'pod not found')], 1);
    await expect(never.ended).rejects.toMatchObject({ kind: 'absent' });
    expect(never.slept.reduce((sum, one) => sum + one, 0)).toBeLessThan(120_000);
  });

  it('fails on 404 once the pod was known', async () => {
    const { ended, server } = await follow([stream(frame(1)), problem(404, 'pod not found')], 2);
    await expect(ended).rejects.toMatchObject({ kind: 'absent' });
    expect(server.seen).toHaveLength(2);
  });

  it('does not hide an error of who listens', async () => {
    const server = await wire(stream(frame(1)));
    open.push(server);
    const client = new RunpodClient({ key: 'rpa_SECRET', base: server.base });
    const followed = client.systemLog('p1', {
      signal: new AbortController().signal,
      onLine: () => {
        throw new RangeError('of the listener');
      },
    });
    await expect(followed).rejects.toThrow('of the listener');
  });
});

describe('events', () => {
  const all = (pieces: readonly string[]) => {
    const events = new EventStream();
    return pieces.flatMap((piece) => events.push(piece));
  };

  it('are the same however the text is cut, and whatever ends its lines', () => {
    const text =
      'id: a\ndata: one\ndata: two\n\n: note\n\ndata\n\nid: b\ndata:three\n\nid: c\ndata: never ended';
    const expected = [
      { id: 'a', data: 'one\ntwo', isCut: false },
      { id: undefined, data: '', isCut: false },
      { id: 'b', data: 'three', isCut: false },
    ];
    expect(all([text])).toEqual(expected);
    fc.assert(
      fc.property(
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 }),
        (end, sizes) => {
          let rest = text.replaceAll('\n', end);
          const pieces = sizes.map((size) => {
            const piece = rest.slice(0, size);
            rest = rest.slice(size);
            return piece;
          });
          expect(all([...pieces, rest])).toEqual(expected);
        },
      ),
    );
  });

  it('do not grow without end', () => {
    const many = Array.from({ length: 40 }, () => `data: ${'x'.repeat(10_000)}\n`);
    expect(all([...many, '\n'])).toEqual([{ id: undefined, data: '', isCut: true }]);
    const events = new EventStream();
    for (let index = 0; index < 200; index += 1) events.push('y'.repeat(10_000));
    expect(events.push('\n\ndata: z\n\n')).toEqual([{ id: undefined, data: 'z', isCut: false }]);
  });
});
