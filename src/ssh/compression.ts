/** Whether and how a stream is compressed. On what is compressed already, gzip costs ten times what it brings. */

import type { Transform } from 'node:stream';
import * as zlib from 'node:zlib';
import { gzipSync } from 'node:zlib';

export type Compression = 'none' | 'gzip' | 'zstd';

/** Below it, starting a program costs more than the bytes. */
const leastBytes = 64 * 1024;

// Node 22.15 and later have it; the types are those of the oldest Node that is supported.
const zstd = zlib as unknown as {
  readonly createZstdCompress?: (options?: object) => Transform;
  readonly createZstdDecompress?: (options?: object) => Transform;
  readonly constants: { readonly ZSTD_c_compressionLevel: number };
};

export const hasZstd = zstd.createZstdCompress !== undefined && zstd.createZstdDecompress !== undefined;

/** `samples` are some of the bytes; `remoteZstd`: the host has the program. */
export function chooseCompression(
  bytes: number,
  samples: readonly Buffer[],
  remoteZstd: boolean,
): Compression {
  if (bytes < leastBytes || samples.length === 0) return 'none';
  const sample = Buffer.concat(samples);
  const ratio = sample.length === 0 ? 1 : gzipSync(sample, { level: 1 }).length / sample.length;
  return compressionFor(bytes, ratio, remoteZstd);
}

/** `ratio`: what gzip makes of a byte. */
export function compressionFor(bytes: number, ratio: number, remoteZstd: boolean): Compression {
  if (bytes < leastBytes) return 'none';
  if (hasZstd && remoteZstd) return ratio < 0.9 ? 'zstd' : 'none';
  return ratio < 0.6 ? 'gzip' : 'none';
}

/** For a stream that is sent; undefined to send it as it is. */
export function compressor(compression: Compression): Transform | undefined {
  if (compression === 'gzip') return zlib.createGzip({ level: 1, chunkSize: 256 * 1024 });
  if (compression === 'zstd')
    return zstd.createZstdCompress?.({
      params: { [zstd.constants.ZSTD_c_compressionLevel]: 1 },
      chunkSize: 256 * 1024,
    });
  return undefined;
}

export function decompressor(compression: Compression): Transform | undefined {
  if (compression === 'gzip') return zlib.createGunzip({ chunkSize: 256 * 1024 });
  if (compression === 'zstd') return zstd.createZstdDecompress?.({ chunkSize: 256 * 1024 });
  return undefined;
}
