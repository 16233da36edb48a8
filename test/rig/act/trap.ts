/** A proxy that lets nothing through and remembers who asked: no run of act may reach for a network. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

export interface Trap {
  /** For the environment of whatever must stay on this machine. */
  readonly env: Readonly<Record<string, string>>;
  /** The request lines of all who asked. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function openTrap(): Promise<Trap> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', (data) => {
      asked.push(data.toString('latin1').split('\r\n', 1)[0] ?? '');
      socket.end('HTTP/1.1 502 no network in this test\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const local = '127.0.0.1,localhost,.localhost,::1';
  const names = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy'];
  return {
    env: {
      ...Object.fromEntries(names.map((name) => [name, url])),
      NO_PROXY: local,
      no_proxy: local,
      // Without it Node's own fetch looks at no proxy.
      NODE_USE_ENV_PROXY: '1',
    },
    asked,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
