/** The key that a host shows, read without trusting it: the host gets neither a name nor a key of ours. */
import { connect as dial } from 'node:net';
import { type PublicKey, parsePublicKey } from '../ssh/keys.ts';

export type ShownKey =
  | { readonly is: 'key'; readonly key: PublicKey }
  /** It has keys of other kinds only. */
  | { readonly is: 'other-kinds' }
  | { readonly is: 'none'; readonly why: string };

export interface HostAddress {
  readonly host: string;
  readonly port: number;
}

/** One handshake, which is always refused once the key is known. Never rejects. */
export async function readHostKey({ host, port }: HostAddress, milliseconds: number): Promise<ShownKey> {
  const { default: ssh2 } = await import('ssh2');
  const client = new ssh2.Client();
  const socket = dial({ host, port, noDelay: true });
  // What comes after the answer is heard by nobody else.
  client.on('error', () => {});
  socket.on('error', () => {});
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ShownKey>((resolve) => {
      const none = (why: string) => resolve({ is: 'none', why });
      timer = setTimeout(() => none(`it showed no key within ${milliseconds / 1000} s`), milliseconds);
      client.on('close', () => none('it ended the connection before it showed a key'));
      client.on('error', (error) => {
        if (error.message.includes('no matching host key format')) resolve({ is: 'other-kinds' });
        else none(error.message);
      });
      client.connect({
        sock: socket,
        username: 'nobody',
        authHandler: [],
        readyTimeout: 0,
        hostVerifier: (blob: Buffer): boolean => {
          resolve(shown(blob));
          return false;
        },
        // As where a key is pinned: the same host shows the same key.
        algorithms: {
          kex: ['curve25519-sha256', 'curve25519-sha256@libssh.org'],
          serverHostKey: ['ssh-ed25519'],
        },
      });
    });
  } finally {
    clearTimeout(timer);
    client.destroy();
    socket.destroy();
  }
}

function shown(blob: Buffer): ShownKey {
  try {
    return { is: 'key', key: parsePublicKey(`ssh-ed25519 ${blob.toString('base64')}`) };
  } catch {
    return { is: 'none', why: 'what it shows as its key is none' };
  }
}

/** Why no connection came about; undefined when one did. */
export function tcpProblem({ host, port }: HostAddress, milliseconds: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = dial({ host, port });
    const end = (why: string | undefined) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(why);
    };
    const timer = setTimeout(() => end(`it did not answer within ${milliseconds / 1000} s`), milliseconds);
    socket.on('connect', () => end(undefined));
    socket.on('error', (error: NodeJS.ErrnoException) => end(wordsFor(error)));
  });
}

function wordsFor(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ECONNREFUSED':
      return 'it refuses connections';
    case 'ENOTFOUND':
      return 'there is no host of that name';
    case 'EAI_AGAIN':
      return 'its name cannot be looked up now';
    default:
      return error.code ?? error.message;
  }
}
