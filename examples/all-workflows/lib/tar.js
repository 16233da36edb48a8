/** Files in one archive, in the ustar format, compressed: `tar tzf` reads it. */

import { gunzipSync, gzipSync } from 'node:zlib';
import { CommandError } from '../../simple-lstm/command.js';
import { sha256 } from '../../simple-lstm/data.js';

const BLOCK = 512;
const MANIFEST = 'MANIFEST.json';

/** @param {Map<string, Buffer>} files  By path. The hashes of all are packed with them. */
export function pack(files) {
  const hashes = Object.fromEntries([...files].map(([path, content]) => [path, sha256(content)]));
  const all = [[MANIFEST, Buffer.from(JSON.stringify(hashes, null, 2))], ...files];
  const parts = all.flatMap(([path, content]) => [
    headerOf(path, content.length),
    content,
    Buffer.alloc(padding(content.length)),
  ]);
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]));
}

/** @returns {Map<string, Buffer>} The files, once every hash is right. */
export function unpack(archive) {
  const tar = gunzipSync(archive);
  const files = new Map();
  for (let at = 0; tar[at] !== 0 && at < tar.length; ) {
    const path = textAt(tar, at, 100);
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8);
    files.set(path, tar.subarray(at + BLOCK, at + BLOCK + size));
    at += BLOCK + size + padding(size);
  }
  const hashes = JSON.parse(String(files.get(MANIFEST) ?? '{}'));
  files.delete(MANIFEST);
  const wrong = [...files].filter(([path, content]) => hashes[path] !== sha256(content));
  if (wrong.length > 0 || Object.keys(hashes).length !== files.size)
    throw new CommandError(`The archive is not what was packed: ${wrong.map(([path]) => path).join(', ')}`);
  return files;
}

/** Times and owners are zero: equal files give equal archives. */
function headerOf(path, size) {
  if (Buffer.byteLength(path) > 100) throw new CommandError(`A path is too long for the archive: ${path}`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value, width) => `${value.toString(8).padStart(width - 1, '0')}\0`;
  header.write(path, 0);
  header.write(octal(0o644, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(size, 12), 124);
  header.write(octal(0, 12), 136);
  // The sum is taken with its own field full of blanks.
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function textAt(tar, start, length) {
  return tar
    .subarray(start, start + length)
    .toString()
    .replace(/\0.*$/s, '');
}

function padding(size) {
  return (BLOCK - (size % BLOCK)) % BLOCK;
}
