/** An HTTP server that says exactly what a test tells it, for what a well-behaved API would not do. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Reply = (response: ServerResponse, seen: Seen, request: IncomingMessage) => void;

export interface Wire {
  readonly base: string;
  /** In the order in which they came. */
  readonly seen: readonly Seen[];
  close(): Promise<void>;
}

/** The replies in their order; the last one for all that follows. */
export async function wire(...replies: Reply[]): Promise<Wire> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: Buffer.concat(chunks).toString() };
      const reply = replies[Math.min(seen.length, replies.length - 1)];
      seen.push(one);
      reply?.(response, one, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/v2`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return (response) => {
    const type = status < 400 ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'content-type': type, 'x-request-id': 'req-1', ...headers });
    response.end(JSON.stringify(body));
  };
}

export function problem(
  status: number,
  detail: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return json(status, { title: 'Problem', status, detail }, headers);
}

export function page(status: number): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end('<html><head><title>502</title></head><body><h1>Bad Gateway</h1> cloudflare</body></html>');
  };
}

export const empty: Reply = (response) => {
  response.writeHead(204);
  response.end();
};

export const reset: Reply = (_response, _seen, request) => request.socket.resetAndDestroy();

export const silent: Reply = () => {};
