/** Keys of SSH: made, read and named. Needs no package, so that making a key costs no start-up time. */
import { createHash, createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto';

export interface KeyPair {
  /** OpenSSH PEM, without a passphrase. */
  readonly privateKey: string;
  /** One line: `ssh-ed25519 AAAA…`, then the comment if there is one. */
  readonly publicKey: string;
}

const ed25519 = 'ssh-ed25519';

/** A fresh ed25519 pair, in memory only. */
export function newKeyPair(comment = ''): KeyPair {
  if (/[\r\n\0]/.test(comment)) throw new Error('the comment of a key is one line');
  const pair = generateKeyPairSync('ed25519');
  const jwk = pair.privateKey.export({ format: 'jwk' });
  const secret = Buffer.from(jwk.d ?? '', 'base64url');
  const open = Buffer.from(jwk.x ?? '', 'base64url');
  const blob = Buffer.concat([field(ed25519), field(open)]);
  const check = randomBytes(4);
  const inner = Buffer.concat([check, check, blob, field(Buffer.concat([secret, open])), field(comment)]);
  const padding = Buffer.from(Array.from({ length: (8 - (inner.length % 8)) % 8 }, (_, index) => index + 1));
  const outer = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    field('none'),
    field('none'),
    field(''),
    Buffer.from([0, 0, 0, 1]),
    field(blob),
    field(Buffer.concat([inner, padding])),
  ]);
  const lines = outer.toString('base64').match(/.{1,70}/g) ?? [];
  return {
    privateKey: `-----BEGIN ${opensshKey}-----\n${lines.join('\n')}\n-----END ${opensshKey}-----\n`,
    publicKey: `${ed25519} ${blob.toString('base64')}${comment === '' ? '' : ` ${comment}`}`,
  };
}

/** As `ssh-keygen -l` prints it: `SHA256:…`. */
export function fingerprint(publicKey: string): string {
  return fingerprintOf(parsePublicKey(publicKey).blob);
}

export function fingerprintOf(blob: Buffer): string {
  return `SHA256:${createHash('sha256').update(blob).digest('base64').replace(/=+$/, '')}`;
}

export interface PublicKey {
  /** `ssh-ed25519 AAAA…`, without host or comment. */
  readonly line: string;
  /** What travels in the protocol. */
  readonly blob: Buffer;
}

/** An ed25519 public key as in `ssh_host_ed25519_key.pub`, or a line of `known_hosts`. Throws what is wrong with it. */
export function parsePublicKey(text: string): PublicKey {
  const words = text.trim().split(/\s+/);
  if (/[\r\n]/.test(text.trim()))
    throw new Error('a public key is one line; give only the line that starts ssh-ed25519');
  if (text.includes('PRIVATE KEY'))
    throw new Error('this is a private key; give the public one, ssh-ed25519 AAAA…');
  if (words[0] === '@revoked') throw new Error('this known_hosts line says that the key is revoked');
  if (words[0] === '@cert-authority')
    throw new Error('host certificates are not supported; give the key of the host');
  const at = words[0] === ed25519 ? 0 : words[1] === ed25519 ? 1 : -1;
  if (at < 0) {
    const other = words.find((word) => /^(ssh-|ecdsa-|sk-|rsa-)/.test(word));
    throw new Error(
      `${other === undefined ? 'this is not a public key' : `only ssh-ed25519 keys can be pinned, this is ${other}`}; ` +
        'print the right one on the host with: cat /etc/ssh/ssh_host_ed25519_key.pub',
    );
  }
  const base64 = words[at + 1] ?? '';
  const blob = Buffer.from(base64, 'base64');
  const name = blob.length === 51 ? readFields(blob, 0, 2) : undefined;
  if (blob.toString('base64') !== base64 || name?.[0]?.toString() !== ed25519 || name[1]?.length !== 32)
    throw new Error('this ssh-ed25519 key is not complete; copy the whole line, ssh-ed25519 AAAA…');
  return { line: `${ed25519} ${base64}`, blob };
}

export interface PrivateKey {
  /** As it was, with plain line ends and a last newline, which copying often loses. */
  readonly text: string;
  /** Of its public half; undefined for keys in the older PEM forms. */
  readonly fingerprint?: string;
}

const opensshKey = 'OPENSSH PRIVATE KEY';
const howToUnlock = 'make one without a passphrase with: ssh-keygen -t ed25519 -N "" -f <file>';

/** Throws, without anything of the key, when it cannot be used. */
export function readPrivateKey(text: string): PrivateKey {
  const clean = `${text.replaceAll('\r', '').trim()}\n`;
  const armour = /^-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----\n([\s\S]*)\n-----END \1-----\n$/.exec(clean);
  if (armour === null) {
    const isPublic = /^(ssh-|ecdsa-)/.test(clean);
    throw new Error(
      isPublic
        ? 'this is a public key; give the private one, the file without .pub'
        : 'this is not a private key; it has to start with -----BEGIN OPENSSH PRIVATE KEY----- and be complete',
    );
  }
  const [, kind = '', body = ''] = armour;
  if (kind === 'ENCRYPTED PRIVATE KEY' || body.includes('ENCRYPTED'))
    throw new Error(`this private key has a passphrase; ${howToUnlock}`);
  if (kind === opensshKey) return { text: clean, fingerprint: fingerprintOf(readOpenSsh(body)) };
  if (kind !== 'RSA PRIVATE KEY' && kind !== 'EC PRIVATE KEY')
    throw new Error(
      `a private key of the form ${kind} is not supported; ssh-keygen -p -N "" -f <file> rewrites it as OpenSSH`,
    );
  try {
    createPrivateKey(clean);
  } catch {
    throw new Error('this private key is damaged; copy the whole file');
  }
  return { text: clean };
}

/** The public half. */
function readOpenSsh(body: string): Buffer {
  const damaged = new Error('this private key is damaged; copy the whole file');
  const magic = 'openssh-key-v1\0';
  const bytes = Buffer.from(body, 'base64');
  if (bytes.subarray(0, magic.length).toString('latin1') !== magic) throw damaged;
  const head = readFields(bytes, magic.length, 3);
  if (head === undefined) throw damaged;
  if (head[0]?.toString('latin1') !== 'none')
    throw new Error(`this private key has a passphrase; ${howToUnlock}`);
  const at = head.reduce((sum, item) => sum + 4 + item.length, magic.length) + 4;
  const [blob, inner] = readFields(bytes, at, 2) ?? [];
  if (blob === undefined || inner === undefined || inner.length < 8) throw damaged;
  if (!inner.subarray(0, 4).equals(inner.subarray(4, 8))) throw damaged;
  const type = readFields(blob, 0, 1)?.[0]?.toString('latin1') ?? '';
  if (!/^(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp\d+)$/.test(type))
    throw new Error(`a private key of type ${type || 'unknown'} is not supported; ${howToUnlock}`);
  return blob;
}

function field(value: string | Buffer): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** That many length-prefixed fields from there on; undefined when they are not all there. */
function readFields(bytes: Buffer, from: number, count: number): Buffer[] | undefined {
  const fields: Buffer[] = [];
  for (let at = from; fields.length < count; ) {
    if (at + 4 > bytes.length) return undefined;
    const end = at + 4 + bytes.readUInt32BE(at);
    if (end > bytes.length) return undefined;
    fields.push(bytes.subarray(at + 4, end));
    at = end;
  }
  return fields;
}
