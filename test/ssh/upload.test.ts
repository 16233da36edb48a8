/** Uploads to a real sshd: what is sent, what is left alone, and what an interruption leaves behind. */
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
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../src/ssh/connection.ts';
import { hashFiles } from '../../src/ssh/file-hash.ts';
import { type KnownHash, readHashes } from '../../src/ssh/hash-cache.ts';
import type { Host } from '../../src/ssh/host.ts';
import { hashesOn } from '../../src/ssh/remote-hashes.ts';
import { treeOf } from '../../src/ssh/tree.ts';
import { type UploadRequest, type UploadResult, upload } from '../../src/ssh/upload.ts';
import { startRelay } from '../rig/relay.ts';
import { connectionTo, hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';

const top = mkdtempSync(join(tmpdir(), 'upload-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let root = '';
let count = 0;

beforeEach(() => {
  root = mkdtempSync(join(top, 'tree-'));
  count += 1;
});

function write(path: string, text: string | Buffer, base = root): void {
  mkdirSync(dirname(join(base, path)), { recursive: true });
  writeFileSync(join(base, path), text);
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16);
}

/** What a folder holds but for what we keep there, with modes and links. */
function shown(base: string, at = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(join(base, at))) {
    if (name === '.ml-workflow' || name === '.git') continue;
    const path = at === '' ? name : `${at}/${name}`;
    const stats = lstatSync(join(base, path));
    if (stats.isDirectory()) Object.assign(found, { [path]: 'folder' }, shown(base, path));
    else if (stats.isSymbolicLink()) found[path] = `-> ${readlinkSync(join(base, path))}`;
    else found[path] = `${(stats.mode & 0o777).toString(8)} ${hashOf(readFileSync(join(base, path)))}`;
  }
  return found;
}

describe.skipIf(!hasSshd)('an upload', () => {
  let sshd: Sshd;
  let connection: Connection;
  let commands = 0;
  let host: Host;
  beforeAll(async () => {
    sshd = await startSshd();
    connection = connectionTo(sshd);
    host = {
      name: connection.name,
      exec: (command, options) => {
        commands += 1;
        return connection.exec(command, options);
      },
      open: (command, options) => {
        commands += 1;
        return connection.open(command, options);
      },
    };
  });
  afterAll(async () => {
    connection.close();
    await sshd.stop();
  });
  const there = (): string => join(sshd.home, `work space ${count}`);
  const send = (over: Partial<UploadRequest> = {}): Promise<UploadResult> =>
    upload(host, { root, tree: { gitIgnored: true }, to: `~/work space ${count}`, name: 'tree', ...over });

  it('makes the folder there the same as here, with modes, links and empty folders', async () => {
    write('src/main.py', 'print()\n');
    write('run.sh', '#!/bin/sh\n');
    chmodSync(join(root, 'run.sh'), 0o755);
    mkdirSync(join(root, 'empty/deep'), { recursive: true });
    symlinkSync('src/main.py', join(root, 'link'));
    symlinkSync('src', join(root, 'folder link'));
    write('.git/config', 'never');
    write('.ml-workflow/runs/x', 'never');
    const result = await send();
    expect(result).toMatchObject({ files: 4, sentFiles: 4, deletedFiles: 0 });
    expect(shown(there())).toEqual(shown(root));
    expect(existsSync(join(there(), '.git'))).toBe(false);
    expect(readdirSync(join(there(), '.ml-workflow'))).not.toContain('runs');
  });

  it('sends names with every odd character', async () => {
    const names = [
      'new\nline',
      ' lead',
      "it's",
      '"q"',
      '-rf',
      '--',
      'back\\slash',
      '$HOME',
      '`id`',
      '*',
      'ü日本🙂',
      'tab\t',
      '\x01',
      'a;b',
      'x'.repeat(250),
    ];
    for (const name of names) write(`${name}/${name}`, name);
    write(`${'long/'.repeat(60)}end`, 'deep');
    await send();
    expect(shown(there())).toEqual(shown(root));
    rmSync(join(root, 'new\nline'), { recursive: true });
    rmSync(join(root, '-rf'), { recursive: true });
    write('*/*', 'changed');
    expect(await send()).toMatchObject({ sentFiles: 1, deletedFiles: 2 });
    expect(shown(there())).toEqual(shown(root));
    // Touched there: names that tools print in their own way are sent again.
    utimesSync(join(there(), '*/*'), 1, 1);
    await send();
    expect(shown(there())).toEqual(shown(root));
  });

  it('sends nothing the second time, in one command, and only what has changed after that', async () => {
    for (let at = 0; at < 2000; at++) write(`d${at % 40}/f${at}.txt`, `file ${at}\n`.repeat(20));
    expect(await send()).toMatchObject({ files: 2000, sentFiles: 2000 });
    commands = 0;
    expect(await send()).toMatchObject({ files: 2000, sentFiles: 0, sentBytes: 0, deletedFiles: 0 });
    expect(commands).toBe(1);
    for (let at = 0; at < 10; at++) write(`d${at}/f${at}.txt`, 'new');
    commands = 0;
    expect(await send()).toMatchObject({ files: 2000, sentFiles: 10, sentBytes: 30, deletedFiles: 0 });
    expect(commands).toBe(1);
    expect(shown(there())).toEqual(shown(root));
  });

  it('makes the folder the same through any changes when it has a cache, also a damaged one', async () => {
    const cache = mkdtempSync(join(top, 'cache-'));
    for (let at = 0; at < 60; at++) write(`d${at % 6}/f${at}`, `file ${at}`);
    write('odd\nname', 'x');
    await send({ cache });
    for (let round = 0; round < 8; round++) {
      write(`d${round % 6}/f${round}`, `round ${round}`);
      if (round % 2 === 0) rmSync(join(root, `d${round % 6}/f${round + 6}`));
      if (round % 3 === 0) write(`new ${round}/one`, 'x');
      if (round === 4) for (const name of readdirSync(cache)) truncateSync(join(cache, name), 100);
      if (round === 5) await send();
      expect((await send({ cache })).sentFiles).toBeLessThan(4);
      expect(shown(there())).toEqual(shown(root));
    }
    expect(await send()).toMatchObject({ sentFiles: 0, deletedFiles: 0 });
  });

  it('keeps hashes in the cache of what has not just been written, and believes them', async () => {
    const cache = mkdtempSync(join(top, 'cache-'));
    write('old', 'one');
    const hash = async (): Promise<string | undefined> => {
      const entries = await treeOf(root, { gitIgnored: true });
      const files = await hashFiles(root, entries, { cache: { folder: cache, name: 'tree' } });
      return files.get('old')?.hash;
    };
    const right = await hash();
    const name = readdirSync(cache).find((one) => one.endsWith('.hashes'));
    // A hash that is too young is not kept, not even in this process.
    const kept = (): Map<string, KnownHash> =>
      readHashes(cache, readdirSync(cache).find((one) => one.endsWith('.hashes')) ?? '');
    expect(name === undefined || kept().size === 0).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(await hash()).toBe(right);
    expect([...kept().values()].map((one) => one.hash)).toEqual([right]);
    write('old', 'two');
    expect(await hash()).not.toBe(right);
  });

  it('sends the mode only, when that is all that has changed', async () => {
    write('run.sh', 'x');
    await send();
    chmodSync(join(root, 'run.sh'), 0o755);
    expect(await send()).toMatchObject({ sentFiles: 0, sentBytes: 0 });
    expect(lstatSync(join(there(), 'run.sh')).mode & 0o777).toBe(0o755);
  });

  it('sends nothing when files were touched and are equal, here or there', async () => {
    write('a', 'same');
    write('b', 'same too');
    await send();
    utimesSync(join(root, 'a'), 1, 1);
    expect(await send()).toMatchObject({ sentFiles: 0 });
    utimesSync(join(there(), 'b'), 1, 1);
    expect(await send()).toMatchObject({ sentFiles: 0 });
    // It has looked once, and knows again.
    commands = 0;
    expect(await send()).toMatchObject({ sentFiles: 0 });
    expect(commands).toBe(1);
  });

  it('repairs what was changed there: contents, modes, what is gone, links that took the place of folders', async () => {
    for (const name of ['a/1', 'a/2', 'b/1', 'c', 'd', 'e']) write(name, `this is ${name}`);
    await send();
    // The same size within the same second as well.
    write('a/1', 'THIS IS a/1', there());
    rmSync(join(there(), 'a/2'));
    chmodSync(join(there(), 'c'), 0o700);
    rmSync(join(there(), 'd'));
    symlinkSync('c', join(there(), 'd'));
    rmSync(join(there(), 'e'));
    mkdirSync(join(there(), 'e'));
    expect(await send()).toMatchObject({ sentFiles: 4 });
    expect(shown(there())).toEqual(shown(root));
  });

  it('deletes what an earlier upload has sent, and nothing that the host has made', async () => {
    for (const name of ['keep', 'gone/1', 'gone/2', 'mixed/1', 'mixed/deep/2']) write(name, name);
    await send();
    write('mixed/result.csv', 'of the host', there());
    write('checkpoints/last.pt', 'of the host', there());
    rmSync(join(root, 'gone'), { recursive: true });
    rmSync(join(root, 'mixed'), { recursive: true });
    expect(await send()).toMatchObject({ deletedFiles: 4, sentFiles: 0 });
    expect(Object.keys(shown(there())).sort()).toEqual([
      'checkpoints',
      'checkpoints/last.pt',
      'keep',
      'mixed',
      'mixed/result.csv',
    ]);
  });

  it('keeps uploads of different names apart', async () => {
    write('code', 'code');
    const data = mkdtempSync(join(top, 'data-'));
    write('data/x', 'data', data);
    await send();
    await send({ root: data, name: 'data' });
    rmSync(join(root, 'code'));
    write('other', 'other');
    await send();
    expect(Object.keys(shown(there())).sort()).toEqual(['data', 'data/x', 'other']);
  });

  it('replaces a file by a folder, a folder by a file, and links by either', async () => {
    write('one', 'file');
    write('two/deep/x', 'in a folder');
    symlinkSync('one', join(root, 'three'));
    symlinkSync('two', join(root, 'four'));
    await send();
    rmSync(join(root, 'one'));
    rmSync(join(root, 'two'), { recursive: true });
    rmSync(join(root, 'three'));
    rmSync(join(root, 'four'));
    write('one/x', 'in a folder');
    write('two', 'file');
    write('three', 'file');
    write('four/x', 'in a folder');
    await send();
    expect(shown(there())).toEqual(shown(root));
  });

  it('writes nothing through a link that lies there, and says what is in the way', async () => {
    const elsewhere = join(sshd.home, `elsewhere ${count}`);
    write('data/x', 'ours');
    await send();
    rmSync(join(there(), 'data'), { recursive: true });
    mkdirSync(elsewhere);
    write('x', 'theirs', elsewhere);
    symlinkSync(elsewhere, join(there(), 'data'));
    await expect(send()).rejects.toThrow('`data` in');
    rmSync(join(root, 'data'), { recursive: true });
    await send();
    expect(readFileSync(join(elsewhere, 'x'), 'utf8')).toBe('theirs');
  });

  it('sends large files in ranges, and equal ones once', async () => {
    const size = 40 * 1024 * 1024 + 12345;
    const large = Buffer.alloc(size);
    for (let at = 0; at < size; at += 4)
      large.writeUInt32LE((at * 2654435761) % 4294967296, Math.min(at, size - 4));
    write('models/a.bin', large);
    write('models/b.bin', large);
    write('small', 'x');
    chmodSync(join(root, 'models/b.bin'), 0o755);
    const seen: number[] = [];
    expect(await send({ progress: ({ bytes }) => void seen.push(bytes) })).toMatchObject({ sentFiles: 3 });
    expect(seen.at(-1)).toBeGreaterThan(size);
    expect(readFileSync(join(there(), 'models/a.bin')).equals(large)).toBe(true);
    expect(readFileSync(join(there(), 'models/b.bin')).equals(large)).toBe(true);
    expect(lstatSync(join(there(), 'models/b.bin')).mode & 0o111).not.toBe(0);
    expect(existsSync(join(there(), '.ml-workflow/incoming/tree'))).toBe(false);
    truncateSync(join(there(), 'models/a.bin'), 5);
    expect(await send()).toMatchObject({ sentFiles: 1 });
    expect(readFileSync(join(there(), 'models/a.bin')).equals(large)).toBe(true);
  });

  it('sends a large file over a second connection where the line is long, and without one that does not come', async () => {
    const size = 70 * 1024 * 1024;
    write('large.bin', Buffer.alloc(size, 'abcdefg'));
    const relay = await startRelay({ port: sshd.port, roundTripMilliseconds: 70 });
    const far = connectionTo(sshd, { port: relay.port });
    const asked: string[] = [];
    const over = (name: string, second: Host): Host => ({
      name: far.name,
      exec: (command, options) => far.exec(command, options),
      open: (command, options) => far.open(command, options),
      beside: () => {
        asked.push(name);
        return { ...second, close: () => void asked.push('closed') };
      },
    });
    const reached = connectionTo(sshd, { port: relay.port });
    let used = 0;
    const comes: Host = {
      name: far.name,
      exec: (command, options) => reached.exec(command, options),
      open: (command, options) => {
        used += 1;
        return reached.open(command, options);
      },
    };
    const never: Host = { ...comes, open: () => new Promise(() => {}) };
    try {
      const whole = createHash('sha256').update(Buffer.alloc(size, 'abcdefg')).digest('hex');
      for (const [name, second] of [
        ['comes', comes],
        ['never', never],
      ] as const) {
        const to = `~/far ${name}`;
        await upload(over(name, second), { root, tree: { gitIgnored: true }, to, name: 'tree' });
        const paths = ['large.bin'];
        expect(await hashesOn(host, `${sshd.home}/far ${name}`, paths)).toEqual({ 'large.bin': whole });
      }
      expect(asked).toEqual(['comes', 'closed', 'never', 'closed']);
      expect(used).toBe(2);
    } finally {
      far.close();
      reached.close();
      await relay.stop();
    }
  });

  it('goes on after the connection was cut, wherever that was', async () => {
    const bytes = Buffer.alloc(40_000);
    for (let at = 0; at < 300; at++) {
      bytes.forEach((_, index) => {
        bytes[index] = (index * index * (at + 7)) >> 3;
      });
      write(`d${at % 7}/f${at}`, bytes);
    }
    write('large', Buffer.concat(Array.from({ length: 900 }, () => bytes)));
    const relay = await startRelay({ port: sshd.port });
    const remote = connectionTo(sshd, { port: relay.port, giveUpMilliseconds: 5000 });
    let sentInAll = 0;
    let cuts = 0;
    try {
      for (const share of [0.2, 0.5, 0.8, 0.97]) {
        const before = relay.received;
        const whole = 300 * 40_000 + 900 * 40_000;
        const timer = setInterval(() => {
          if (relay.received - before > share * whole * (1 - 0.7 * share)) relay.cut();
        }, 1);
        try {
          const cut = upload(remote, {
            root,
            tree: { gitIgnored: true },
            to: `~/work space ${count}`,
            name: 'tree',
          });
          await cut.then(
            () => {},
            (error) => {
              cuts += 1;
              expect(error).toMatchObject({ kind: 'lost' });
            },
          );
        } finally {
          clearInterval(timer);
        }
        sentInAll = relay.received;
      }
      await upload(remote, { root, tree: { gitIgnored: true }, to: `~/work space ${count}`, name: 'tree' });
      expect(shown(there())).toEqual(shown(root));
      expect(cuts).toBeGreaterThan(1);
      // What had arrived was not sent again each time.
      expect(sentInAll).toBeLessThan(3 * 48_000_000);
      expect(await send()).toMatchObject({ sentFiles: 0 });
    } finally {
      remote.close();
      await relay.stop();
    }
  });

  it('ends at once when it is cancelled, and is finished by the next one', async () => {
    for (let at = 0; at < 200; at++) write(`f${at}`, Buffer.alloc(50_000, at));
    const cancel = new AbortController();
    const reason = new Error('cancelled');
    const progress = (): void => cancel.abort(reason);
    await expect(send({ signal: cancel.signal, progress })).rejects.toBe(reason);
    await send();
    expect(shown(there())).toEqual(shown(root));
  });

  it('says what the host says when it cannot write', async () => {
    write('a', 'x');
    writeFileSync(join(sshd.home, `file ${count}`), '');
    await expect(send({ to: `~/file ${count}` })).rejects.toThrow(`~/file ${count} on ${host.name} failed`);
  });

  it('lets the host say what paths hold', async () => {
    write('data/a b', 'x');
    write('data/deep/c', 'y');
    write('one', 'abc');
    await send();
    const folder = `~/work space ${count}`;
    const before = await hashesOn(host, folder, ['one', 'data', 'none', '-x']);
    expect(Object.keys(before)).toEqual(['one', 'data']);
    expect(before.one).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    utimesSync(join(there(), 'data/deep/c'), 5, 5);
    expect(await hashesOn(host, folder, ['data'])).toEqual({ data: before.data });
    write('data/deep/c', 'z', there());
    expect((await hashesOn(host, folder, ['data'])).data).not.toBe(before.data);
    expect(await hashesOn(host, '~/nowhere', ['data'])).toEqual({});
    await expect(hashesOn(host, folder, ['../x'])).rejects.toThrow('`..`');
  });
});

describe('the tree that is sent', () => {
  const paths = async (request: Parameters<typeof treeOf>[1]): Promise<string[]> =>
    (await treeOf(root, request)).map((entry) => entry.path);

  it('is everything but .git and .ml-workflow, or what is included and not excluded', async () => {
    for (const name of ['a/b.py', 'a/c.pyc', 'd/e/f.pyc', 'data/x', '.git/x', '.ml-workflow/y', 'top'])
      write(name, '');
    mkdirSync(join(root, 'empty'));
    expect(await paths({ gitIgnored: true })).toEqual([
      'a/b.py',
      'a/c.pyc',
      'd/e/f.pyc',
      'data/x',
      'empty',
      'top',
    ]);
    expect(await paths({ gitIgnored: true, exclude: ['*.pyc', 'data/', 'empty'] })).toEqual([
      'a/b.py',
      'top',
    ]);
    expect(await paths({ gitIgnored: true, include: ['a', './top'], exclude: ['a/c.pyc'] })).toEqual([
      'a/b.py',
      'top',
    ]);
    expect(await paths({ gitIgnored: true, include: ['d/**/*.pyc'] })).toEqual(['d/e/f.pyc']);
    await expect(paths({ gitIgnored: true, include: ['nothing'] })).rejects.toThrow(
      '`nothing` is to be sent',
    );
  });

  it('is what git has and would add, where there is a repository', async () => {
    for (const name of ['tracked', 'ignored', 'new', 'gone']) write(name, '');
    write('.gitignore', 'ignored\n');
    const git = (...words: string[]): Buffer => execFileSync('git', words, { cwd: root });
    git('init', '-q');
    git('add', 'tracked', 'gone', '.gitignore');
    rmSync(join(root, 'gone'));
    expect(await paths({ gitIgnored: false })).toEqual(['.gitignore', 'new', 'tracked']);
    expect(await paths({ gitIgnored: true })).toEqual(['.gitignore', 'ignored', 'new', 'tracked']);
  });

  it('has nothing that lies behind a link which took the place of a folder', async () => {
    const outside = mkdtempSync(join(top, 'outside-'));
    write('secret', 'x', outside);
    write('folder/secret', 'x');
    execFileSync('git', ['init', '-q'], { cwd: root });
    execFileSync('git', ['add', '-A'], { cwd: root });
    rmSync(join(root, 'folder'), { recursive: true });
    symlinkSync(outside, join(root, 'folder'));
    await expect(paths({ gitIgnored: false })).rejects.toThrow('`folder` cannot be sent');
    expect(await paths({ gitIgnored: false, include: ['folder/secret'] })).toEqual([]);
  });

  it.each([
    ['/etc/passwd', 'absolute path'],
    ['../../etc/passwd', 'leads outside'],
    ['here/../../../x', 'leads outside'],
  ])('is refused for a link to %s', async (target, why) => {
    mkdirSync(join(root, 'here'));
    symlinkSync(target, join(root, 'link'));
    await expect(paths({ gitIgnored: true })).rejects.toThrow(why);
    expect(await paths({ gitIgnored: true, exclude: ['link'] })).toEqual(['here']);
  });

  it('is refused for a name that is not UTF-8', async () => {
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0x66, 0xff])]), '');
    await expect(paths({ gitIgnored: true })).rejects.toThrow('is not UTF-8');
  });
});
