/** Downloads from a real sshd: what comes, what is refused, and how one goes on after an interruption. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/ssh/connection.ts';
import { type DownloadRequest, type DownloadResult, download } from '../../src/ssh/download.ts';
import { type Relay, startRelay } from '../rig/relay.ts';
import { connectionTo, hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';

const top = mkdtempSync(join(tmpdir(), 'download-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let count = 0;
let to = '';

beforeEach(() => {
  count += 1;
  to = join(mkdtempSync(join(top, 'case-')), 'here');
});

function write(base: string, path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

function noise(size: number, seed: number): Buffer {
  const bytes = Buffer.alloc(size);
  let state = seed;
  for (let at = 0; at < size; at++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    bytes[at] = state >> 16;
  }
  return bytes;
}

function shown(base: string, at = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(join(base, at))) {
    const path = at === '' ? name : `${at}/${name}`;
    const stats = lstatSync(join(base, path));
    if (stats.isDirectory()) Object.assign(found, { [path]: 'folder' }, shown(base, path));
    else if (stats.isSymbolicLink()) found[path] = `-> ${readlinkSync(join(base, path))}`;
    else
      found[path] = createHash('sha256')
        .update(readFileSync(join(base, path)))
        .digest('hex')
        .slice(0, 16);
  }
  return found;
}

describe.skipIf(!hasSshd)('a download', () => {
  let sshd: Sshd;
  let connection: Connection;
  beforeAll(async () => {
    sshd = await startSshd();
    connection = connectionTo(sshd);
  });
  afterAll(async () => {
    connection.close();
    await sshd.stop();
  });
  const there = (): string => join(sshd.home, `results ${count}`);
  const fetch = (over: Partial<DownloadRequest> = {}, host = connection): Promise<DownloadResult> =>
    download(host, {
      from: `~/results ${count}`,
      paths: 'all',
      to,
      mostBytes: 1024 ** 3,
      mostFiles: 10_000,
      ...over,
    });

  it('brings files, links, modes and empty folders, and leaves nothing else behind', async () => {
    for (const name of [
      'a.csv',
      'deep/er/b',
      'odd \n name',
      "it's",
      '-rf',
      'ü日本🙂',
      'back\\slash',
      'x'.repeat(240),
    ])
      write(there(), name, name);
    chmodSync(join(there(), 'a.csv'), 0o755);
    mkdirSync(join(there(), 'empty'));
    symlinkSync('deep/er', join(there(), 'link'));
    write(to, 'a.csv', 'older');
    write(to, 'own', 'stays');
    const result = await fetch();
    const own = shown(to);
    expect(own.own).toBeDefined();
    delete own.own;
    expect(own).toEqual(shown(there()));
    expect(lstatSync(join(to, 'a.csv')).mode & 0o777).toBe(0o755);
    expect(result).toMatchObject({ missing: [], leftOut: [] });
    expect(result.files).toHaveLength(9);
    expect(result.tooLarge).toBeUndefined();
  });

  it('brings what is asked for, and says what is not there', async () => {
    for (const name of ['a', 'b/1', 'b/2', 'c']) write(there(), name, name);
    expect(await fetch({ paths: ['a', './b/', 'none', 'a/below'] })).toMatchObject({
      files: ['a', 'b/1', 'b/2'],
      bytes: 7,
      missing: ['none', 'a/below'],
    });
    await expect(fetch({ paths: ['../x'] })).rejects.toThrow('`..`');
    await expect(fetch({ paths: ['/etc/passwd'] })).rejects.toThrow('absolute');
    await expect(fetch({ from: '~/nowhere' })).rejects.toThrow('there is no folder ~/nowhere');
  });

  it('brings what is newer than a marker', async () => {
    write(there(), 'old/x', 'old');
    write(there(), 'marker', '');
    utimesSync(join(there(), 'old/x'), 1000, 1000);
    utimesSync(join(there(), 'marker'), 2000, 2000);
    write(there(), 'old/new', 'new');
    const newerThan = `~/results ${count}/marker`;
    expect(await fetch({ paths: ['old'], newerThan })).toMatchObject({ files: ['old/new'], missing: [] });
    await expect(fetch({ newerThan: '~/no marker' })).rejects.toThrow('there is no file ~/no marker');
  });

  it('gives another name to what it brings', async () => {
    write(there(), 'run/a', 'a');
    write(there(), 'run/deep/b', 'b');
    symlinkSync('a', join(there(), 'run/inside'));
    symlinkSync('../other', join(there(), 'run/outside'));
    const result = await fetch({ paths: ['run'], strip: 'run' });
    expect(result.files).toEqual(['a', 'deep/b', 'inside']);
    expect(result.leftOut).toEqual([expect.stringContaining('leads outside')]);
    expect(Object.keys(shown(to)).sort()).toEqual(['a', 'deep', 'deep/b', 'inside']);
    const file = join(dirname(to), 'new/name');
    await fetch({ paths: ['run/a'], strip: 'run/a', to: file });
    expect(readFileSync(file, 'utf8')).toBe('a');
    expect(readdirSync(dirname(file))).toEqual(['name']);
  });

  it('refuses what is too much before anything is sent', async () => {
    for (let at = 0; at < 5; at++) write(there(), `f${at}`, Buffer.alloc(1000));
    expect(await fetch({ mostBytes: 4999 })).toMatchObject({
      files: [],
      tooLarge: { files: 5, bytes: 5000 },
    });
    expect(await fetch({ mostFiles: 4 })).toMatchObject({ files: [], tooLarge: { files: 5, bytes: 5000 } });
    expect(existsSync(to)).toBe(false);
    expect(await fetch({ mostBytes: 5000, mostFiles: 5 })).toMatchObject({ bytes: 5000 });
  });

  it('leaves out what is no file, leads outside, or could run here, and says so', async () => {
    write(there(), 'good', 'x');
    write(there(), '.git/hooks/post-checkout', 'x');
    write(there(), 'sub/.GIT/config', 'x');
    write(there(), '.ml-workflow/y', 'x');
    execFileSync('mkfifo', [join(there(), 'pipe')]);
    symlinkSync('/etc/passwd', join(there(), 'absolute'));
    symlinkSync('../../x', join(there(), 'climbs'));
    const { files, leftOut, missing } = await fetch();
    expect(files).toEqual(['good']);
    expect(missing).toEqual([]);
    expect(leftOut.map((one) => one.split(':')[0]).sort()).toEqual(['`absolute`', '`climbs`', '`pipe`']);
    expect(Object.keys(shown(to)).sort()).toEqual(['good', 'sub']);
  });

  it('writes nothing through a link that lies here, and nothing at all when one thing does not fit', async () => {
    const outside = mkdtempSync(join(top, 'outside-'));
    mkdirSync(to);
    symlinkSync(outside, join(to, 'deep'));
    write(there(), 'a', 'a');
    write(there(), 'deep/x', 'x');
    await expect(fetch()).rejects.toThrow('`deep` is a folder on the host');
    expect(readdirSync(outside)).toEqual([]);
    expect(existsSync(join(to, 'a'))).toBe(false);
    rmSync(join(to, 'deep'));
    mkdirSync(join(to, 'a'));
    await expect(fetch()).rejects.toThrow('`a` is a file on the host');
    expect(existsSync(join(to, 'deep/x'))).toBe(false);
  });

  it('never has more than it asked for, whatever the host sends', async () => {
    write(there(), 'x', 'x');
    const bin = join(sshd.home, `bin ${count}`);
    // A tar of the host's own, which packs something else.
    write(bin, 'tar', '#!/bin/sh\ncd /etc && exec /bin/tar -cf - passwd\n');
    chmodSync(join(bin, 'tar'), 0o755);
    const lying = {
      name: connection.name,
      exec: connection.exec.bind(connection),
      open: (command: string, options?: object) =>
        connection.open(`PATH='${bin}':"$PATH"; export PATH; ${command}`, options),
    };
    await expect(fetch({}, lying as never)).rejects.toThrow('`passwd`, which was not asked for');
    expect(existsSync(join(to, 'passwd'))).toBe(false);
  });

  it('goes on after a lost connection with what has not arrived', async () => {
    for (let at = 0; at < 200; at++) write(there(), `d${at % 5}/f${at}`, noise(50_000, at));
    write(there(), 'large', noise(40 * 1024 * 1024 + 77, 5));
    const whole = 200 * 50_000 + 40 * 1024 * 1024;
    const relay = await startRelay({ port: sshd.port });
    const remote = connectionTo(sshd, { port: relay.port, giveUpMilliseconds: 5000 });
    const cuts = cutAt(
      relay,
      [0.1, 0.15, 0.4, 0.7].map((share) => share * whole),
    );
    try {
      const result = await fetch({}, remote);
      expect(shown(to)).toEqual(shown(there()));
      expect(result).toMatchObject({ missing: [], bytes: whole + 77 });
      expect(cuts.made()).toBe(4);
      // Ranges that were on their way are lost, and what was read ahead; never all of it.
      expect(relay.sent).toBeLessThan(2.5 * whole);
    } finally {
      cuts.stop();
      remote.close();
      await relay.stop();
    }
  });

  it('goes on in another process: what was complete is not fetched again', async () => {
    for (let at = 0; at < 100; at++) write(there(), `f${at}`, noise(50_000, at));
    const relay = await startRelay({ port: sshd.port, bytesPerSecond: 20_000_000 });
    const cancel = new AbortController();
    const remote = connectionTo(sshd, { port: relay.port });
    const progress = ({ bytes }: { bytes: number }): void => {
      if (bytes > 2_500_000) cancel.abort(new Error('cancelled'));
    };
    try {
      await expect(fetch({ signal: cancel.signal, progress }, remote)).rejects.toThrow('cancelled');
      expect(readdirSync(to)).toEqual(['.ml-workflow']);
      const before = relay.sent;
      expect(await fetch({}, remote)).toMatchObject({ bytes: 5_000_000 });
      expect(relay.sent - before).toBeLessThan(3_500_000);
      expect(shown(to)).toEqual(shown(there()));
    } finally {
      remote.close();
      await relay.stop();
    }
  });
});

function cutAt(relay: Relay, places: number[]): { made(): number; stop(): void } {
  let made = 0;
  const timer = setInterval(() => {
    if (relay.sent < (places[0] ?? Number.POSITIVE_INFINITY)) return;
    places.shift();
    made += 1;
    relay.cut();
  }, 1);
  return { made: () => made, stop: () => clearInterval(timer) };
}
