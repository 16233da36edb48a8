/** The archives that are sent and read, against GNU tar in both directions, and against hostile ones. */
import { execFileSync } from 'node:child_process';
import {
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
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { stampOf } from '../../src/ssh/stamp.ts';
import { TarReader } from '../../src/ssh/tar-read.ts';
import { TarUnpacker, type UnpackLimits } from '../../src/ssh/tar-unpack.ts';
import { type TarMember, tarOf } from '../../src/ssh/tar-write.ts';

const top = mkdtempSync(join(tmpdir(), 'tar-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(top, 'case-'));
});

const plenty: UnpackLimits = { mostBytes: 1024 ** 3, mostEntries: 10_000 };

function unpack(archive: Buffer, into: string, limits = plenty, pieces = 1000): TarUnpacker {
  mkdirSync(into, { recursive: true });
  const unpacker = new TarUnpacker(into, limits);
  const reader = new TarReader(unpacker);
  try {
    for (let at = 0; at < archive.length; at += pieces) reader.write(archive.subarray(at, at + pieces));
    reader.end();
    unpacker.finish();
  } finally {
    unpacker.abandon();
  }
  return unpacker;
}

/** What a folder holds, with modes and links. */
function shown(root: string, at = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(join(root, at))) {
    const path = at === '' ? name : `${at}/${name}`;
    const stats = lstatSync(join(root, path));
    if (stats.isDirectory()) Object.assign(found, { [path]: 'folder' }, shown(root, path));
    else if (stats.isSymbolicLink()) found[path] = `-> ${readlinkSync(join(root, path))}`;
    else
      found[path] =
        `${(stats.mode & 0o777).toString(8)} ${readFileSync(join(root, path)).toString('base64').slice(0, 500)} ${stats.size}`;
  }
  return found;
}

const name = fc
  .oneof(
    fc.stringMatching(/^[a-zA-Z0-9._ -]{1,12}$/),
    fc.stringMatching(/^[a-z]{90,120}$/),
    fc.constantFrom(
      'ä',
      '日本語',
      '-rf',
      "it's",
      '"q"',
      'a\nb',
      'back\\slash',
      '$HOME',
      '*',
      ' ',
      '🙂'.repeat(30),
    ),
  )
  .filter((text) => text !== '.' && text !== '..' && text.toLowerCase() !== '.git');
const path = fc.array(name, { minLength: 1, maxLength: 5 }).map((names) => names.join('/'));
const thing = fc.oneof(
  fc.record({
    kind: fc.constant('file' as const),
    content: fc.oneof(
      fc.uint8Array({ maxLength: 2000 }),
      fc.constantFrom(0, 511, 512, 513, 1024 * 1024).map((size) => new Uint8Array(size).fill(7)),
    ),
    mode: fc.constantFrom(0o644, 0o755, 0o600, 0o700),
  }),
  fc.record({ kind: fc.constant('link' as const), target: path }),
  fc.record({ kind: fc.constant('folder' as const) }),
);
const tree = fc.dictionary(path, thing, { maxKeys: 8 }).map((entries) => {
  // No path may be a folder of another one and a file as well.
  const paths = Object.keys(entries).sort();
  const kept = paths.filter((one) => !paths.some((other) => other.startsWith(`${one}/`)));
  return kept.map((one): TarMember => {
    const entry = entries[one] ?? { kind: 'folder' as const };
    if (entry.kind === 'folder') return { path: one, kind: 'folder', mode: 0o755, size: 0 };
    if (entry.kind === 'link') return { path: one, kind: 'link', mode: 0o777, size: 0, target: entry.target };
    const content = Buffer.from(entry.content);
    return { path: one, kind: 'file', mode: entry.mode, size: content.length, content };
  });
});

describe('archives that are written', () => {
  it.each(['pax', 'gnu'] as const)('are unpacked by GNU tar as they are (%s names)', (longNames) => {
    fc.assert(
      fc.property(tree, (members) => {
        const by = mkdtempSync(join(folder, 'gnu-'));
        const into = mkdtempSync(join(folder, 'ours-'));
        const archive = Buffer.concat([...tarOf(members, { longNames })]);
        execFileSync('tar', ['xpf', '-', '-C', by], { input: archive, stdio: ['pipe', 'ignore', 'inherit'] });
        const unpacker = unpack(archive, into);
        const left = new Set(unpacker.leftOut.map((one) => one.path));
        const theirs = Object.entries(shown(by)).filter(([one]) => !left.has(one));
        expect(Object.entries(shown(into)).filter(([, what]) => what !== 'folder')).toEqual(
          theirs.filter(([, what]) => what !== 'folder'),
        );
        for (const member of members) {
          const stats = lstatSync(join(by, member.path));
          if (member.kind === 'file') {
            expect(stats.mode & 0o777).toBe(member.mode);
            expect(readFileSync(join(by, member.path)).equals(member.content as Buffer)).toBe(true);
          } else if (member.kind === 'link') expect(readlinkSync(join(by, member.path))).toBe(member.target);
          else expect(stats.isDirectory()).toBe(true);
        }
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  it('are equal for equal trees', () => {
    const members: TarMember[] = [
      { path: 'a', kind: 'file', mode: 0o644, size: 3, content: Buffer.from('abc') },
    ];
    expect(Buffer.concat([...tarOf(members)]).equals(Buffer.concat([...tarOf(members)]))).toBe(true);
  });

  it('say sizes over 8 GiB', () => {
    const size = 9 * 1024 ** 3;
    const seen: number[] = [];
    // Only its header and first bytes are read.
    const file = join(folder, 'large');
    writeFileSync(file, '');
    truncateSync(file, size);
    const stamp = stampOf(lstatSync(file));
    for (const chunk of tarOf([
      { path: 'large', kind: 'file', mode: 0o644, size, content: { file, stamp } },
    ])) {
      const reader = new TarReader({ member: (one) => void seen.push(one.size), data() {}, done() {} });
      reader.write(chunk);
      const listed = execFileSync('sh', ['-c', 'tar tvf - 2>/dev/null || :'], { input: chunk }).toString();
      expect(listed).toContain(` ${size} `);
      break;
    }
    expect(seen).toEqual([size]);
  });

  it('are refused when a file changes on the way', () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'longer than said');
    const member: TarMember = {
      path: 'f',
      kind: 'file',
      mode: 0o644,
      size: 3,
      content: { file, stamp: 'other' },
    };
    expect(() => [...tarOf([member])]).toThrow('has changed while it was read');
  });
});

describe('archives that are read', () => {
  it.each(['gnu', 'posix', 'ustar', 'v7'])('are those of GNU tar, format %s', (format) => {
    fc.assert(
      fc.property(tree, fc.integer({ min: 1, max: 5000 }), (members, pieces) => {
        const from = mkdtempSync(join(folder, 'from-'));
        const short = format === 'gnu' || format === 'posix' ? members : members.filter(isShort);
        // No links that would be left out: that is another test.
        const usable = short.filter((member) => member.kind !== 'link');
        execFileSync('tar', ['xpf', '-', '-C', from], { input: Buffer.concat([...tarOf(usable)]) });
        symlinkSync('somewhere', join(from, 'a link'));
        const archive = execFileSync('tar', [`--format=${format}`, '-cf', '-', '-C', from, '.'], {
          maxBuffer: 1024 ** 3,
        });
        const into = mkdtempSync(join(folder, 'into-'));
        expect(unpack(archive, into, plenty, pieces).leftOut).toEqual([]);
        expect(shown(into)).toEqual(shown(from));
      }),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('may follow one another', () => {
    const one = (path: string): Buffer =>
      Buffer.concat([...tarOf([{ path, kind: 'file', mode: 0o644, size: 1, content: Buffer.from('x') }])]);
    unpack(Buffer.concat([one('a'), Buffer.alloc(8192), one('b')]), folder);
    expect(readdirSync(folder).sort()).toEqual(['a', 'b']);
  });

  it('have hard links as files of their own', () => {
    const from = join(folder, 'from');
    mkdirSync(from);
    writeFileSync(join(from, 'one'), 'same');
    execFileSync('ln', [join(from, 'one'), join(from, 'two')]);
    const archive = execFileSync('tar', ['-cf', '-', '-C', from, 'one', 'two']);
    unpack(archive, join(folder, 'into'));
    expect(readFileSync(join(folder, 'into/two'), 'utf8')).toBe('same');
    writeFileSync(join(folder, 'into/one'), 'other');
    expect(readFileSync(join(folder, 'into/two'), 'utf8')).toBe('same');
  });

  it('are errors when they are cut off, at any place', () => {
    const members: TarMember[] = ['a', 'b'.repeat(150)].map((one) => ({
      path: one,
      kind: 'file',
      mode: 0o644,
      size: 600,
      content: Buffer.alloc(600, 1),
    }));
    const archive = Buffer.concat([...tarOf(members)]);
    for (let length = 0; length <= archive.length - 1024; length += 100)
      expect(() => unpack(archive.subarray(0, length), join(folder, `cut-${length}`))).toThrow('is cut off');
  });

  it('never crash the reader or hold it up when they are noise', () => {
    const good = Buffer.concat([
      ...tarOf([{ path: 'x'.repeat(200), kind: 'file', mode: 0o644, size: 700, content: Buffer.alloc(700) }]),
    ]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }),
        (flips) => {
          const bad = Buffer.from(good);
          for (const [at, value] of flips) bad[at] = value;
          const into = mkdtempSync(join(folder, 'noise-'));
          try {
            unpack(bad, into);
          } catch (error) {
            expect((error as Error).name).toBe('TarError');
          }
          expect(readdirSync(folder).every((one) => one.startsWith('noise-'))).toBe(true);
        },
      ),
      { numRuns: 150, endOnFailure: true },
    );
  });
});

function isShort(member: TarMember): boolean {
  return Buffer.byteLength(member.path) < 90 && !member.path.includes('🙂');
}

interface Raw {
  readonly path: string;
  readonly type: string;
  readonly target?: string;
  readonly body?: string;
  readonly size?: number;
  readonly mode?: number;
}

/** Any header, as Python's tarfile writes it: nothing of ours can write these. */
function hostile(...members: readonly Raw[]): Buffer {
  const program = `
import sys, json, io, tarfile
out = io.BytesIO()
t = tarfile.open(fileobj=out, mode='w', format=tarfile.GNU_FORMAT)
for m in json.loads(sys.argv[1]):
    i = tarfile.TarInfo(m['path']); i.type = m['type'].encode(); i.linkname = m.get('target', '')
    i.mode = m.get('mode', 0o644)
    body = m.get('body', '').encode(); i.size = m.get('size', len(body))
    if 'size' in m:
        out.write(i.tobuf(tarfile.GNU_FORMAT)); continue
    t.addfile(i, io.BytesIO(body))
t.close()
sys.stdout.buffer.write(out.getvalue())`;
  return execFileSync('python3', ['-c', program, JSON.stringify(members)]);
}

describe('hostile archives', () => {
  const file = '0';
  const link = '2';

  it.each<[string, Raw, string]>([
    ['a path that climbs', { path: '../evil', type: file, body: 'x' }, '`..`'],
    ['one that climbs in the middle', { path: 'a/../../evil', type: file, body: 'x' }, '`..`'],
    ['an absolute path', { path: '/tmp/evil-of-a-test', type: file, body: 'x' }, 'absolute'],
    ['a link that climbs', { path: 'l', type: link, target: '../outside' }, 'leads outside'],
    ['an absolute link', { path: 'l', type: link, target: '/etc/passwd' }, 'absolute'],
    ['a link that hides its climbing', { path: 'l', type: link, target: 'a/../../outside' }, 'leads outside'],
    ['a link with steps behind a name', { path: 'x/l', type: link, target: 'a/../b' }, 'behind a name'],
    ['a hard link to what is not in it', { path: 'h', type: '1', target: '/etc/passwd' }, 'hard link'],
    ['a device', { path: 'd', type: '3' }, 'neither a file'],
    ['a block device', { path: 'd', type: '4' }, 'neither a file'],
    ['a pipe', { path: 'p', type: '6' }, 'neither a file'],
    ['what git runs', { path: 'a/.git/hooks/pre-commit', type: file, body: 'x' }, '`.git`'],
    [
      'the same on a system that does not tell case',
      { path: '.GIT/config', type: file, body: 'x' },
      '`.GIT`',
    ],
    ['what we keep ourselves', { path: '.ml-workflow/x', type: file, body: 'x' }, '`.ml-workflow`'],
    ['a path with doubled slashes', { path: 'a//b', type: file, body: 'x' }, 'shortest form'],
  ])('leave out %s', (_what, raw, why) => {
    const into = join(folder, 'into');
    const good: Raw = { path: 'good', type: file, body: 'good' };
    const unpacker = unpack(hostile(raw, good), into);
    expect(unpacker.leftOut).toHaveLength(1);
    expect(unpacker.leftOut[0]?.why).toContain(why);
    expect(readdirSync(into)).toEqual(['good']);
    expect(readdirSync(folder)).toEqual(['into']);
    expect(existsSync('/tmp/evil-of-a-test')).toBe(false);
  });

  it('never write through a link that they bring', () => {
    const into = join(folder, 'into');
    mkdirSync(join(into, 'real'), { recursive: true });
    unpack(
      hostile({ path: 'l', type: link, target: 'real' }, { path: 'l/file', type: file, body: 'x' }),
      into,
    );
    expect(lstatSync(join(into, 'l')).isDirectory()).toBe(true);
    expect(readdirSync(join(into, 'real'))).toEqual([]);
  });

  it.each(['folder', 'file'] as const)('never write through a link that was there (%s)', (kind) => {
    const outside = join(folder, 'outside');
    const into = join(folder, 'into');
    mkdirSync(outside);
    mkdirSync(into);
    writeFileSync(join(outside, 'f'), 'mine');
    if (kind === 'folder') {
      symlinkSync(outside, join(into, 'l'));
      expect(() => unpack(hostile({ path: 'l/f', type: file, body: 'x' }), into)).toThrow(
        'here it is a link',
      );
    } else {
      symlinkSync(join(outside, 'f'), join(into, 'f'));
      unpack(hostile({ path: 'f', type: file, body: 'x' }), into);
      expect(lstatSync(join(into, 'f')).isFile()).toBe(true);
    }
    expect(readFileSync(join(outside, 'f'), 'utf8')).toBe('mine');
  });

  it('end the reading when they are larger than allowed, before anything of it is written', () => {
    const into = join(folder, 'into');
    const bomb = hostile({ path: 'huge', type: file, size: 1024 ** 4 });
    expect(() => unpack(bomb, into, { mostBytes: 1000, mostEntries: 10 })).toThrow('more than 1000 bytes');
    expect(readdirSync(into)).toEqual([]);
  });

  it('end the reading when hard links multiply a file', () => {
    const links = Array.from({ length: 5 }, (_, at): Raw => ({ path: `h${at}`, type: '1', target: 'one' }));
    const bomb = hostile({ path: 'one', type: file, body: 'x'.repeat(400) }, ...links);
    expect(() => unpack(bomb, folder, { mostBytes: 1000, mostEntries: 10 })).toThrow('more than 1000 bytes');
  });

  it('end the reading when they have more entries than allowed, or one that nobody asked for', () => {
    const archive = hostile(...['a', 'b', 'c'].map((one): Raw => ({ path: one, type: file, body: 'x' })));
    expect(() => unpack(archive, folder, { mostBytes: 1000, mostEntries: 2 })).toThrow('more than 2 entries');
    const limits = { ...plenty, expected: (one: string) => one !== 'c' };
    expect(() => unpack(archive, join(folder, 'other'), limits)).toThrow('was not asked for');
  });

  it('do not make files that run as somebody else', () => {
    unpack(hostile({ path: 's', type: file, body: 'x', mode: 0o6755 }), folder);
    expect(lstatSync(join(folder, 's')).mode & 0o7777).toBe(0o755);
  });

  it('are refused when a name would fill the memory', () => {
    const long = hostile({ path: 'x', type: 'L', size: 512 * 1024 * 1024 });
    expect(() => unpack(long, folder)).toThrow('a name of more than 1 MiB');
  });
});
