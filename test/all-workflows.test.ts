/** The scripts of `examples/all-workflows`: each explains itself, and each name of its project file has been run. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = fileURLToPath(new URL('..', import.meta.url));
const example = join(root, 'examples', 'all-workflows');
const project = parse(readFileSync(join(example, 'ml-workflow.yml'), 'utf8'), { maxAliasCount: -1 }) as {
  commands: Record<string, { run: string }>;
  agents: Record<string, { run: string }>;
};
const bodies = [...Object.values(project.commands), ...Object.values(project.agents)].map(({ run }) => run);
const scripts = [...new Set(bodies.flatMap((run) => run.match(/(?<=node )[a-z][\w/-]*\.js/g) ?? []))];

describe('the scripts of all-workflows', () => {
  it.each(scripts.sort())('%s explains itself with --help', (script) => {
    const help = execFileSync(process.execPath, [script, '--help'], { cwd: example, encoding: 'utf8' });
    expect(help).toContain(`node ${script}`);
  });
});

describe('the names of all-workflows', () => {
  const folder = join(root, 'test', 'golden', 'journals');
  const journals = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const ran = new Set(
    journals.flatMap((text) =>
      [...text.matchAll(/^[\w.]+?-(\S+) (?:succeeded|failed)/gm)].map(([, name]) => name),
    ),
  );

  it.each(Object.keys(project.commands))('/%s stands in a golden journal', (name) => {
    const plain = name.replace(/[:/]/g, '-');
    // The cells of a sweep carry their point.
    expect([...ran].some((one) => one === plain || one?.startsWith(`${plain}-sigma`))).toBe(true);
  });

  it.each(Object.keys(project.agents))('the agent %s stands in a golden journal', (name) => {
    expect([...ran].some((one) => one?.includes(name))).toBe(true);
  });
});

describe('what the scripts of all-workflows share', () => {
  const load = (name: string) => import(pathToFileURL(join(example, 'lib', `${name}.js`)).href);

  it('compares two shares: 45 and 60 of 100 are z = 2.12 apart', async () => {
    const { compareShares } = await load('statistics');
    const { difference, z, p } = compareShares({ right: 45, n: 100 }, { right: 60, n: 100 });
    expect([difference, z, p].map((value) => value.toFixed(4))).toEqual(['0.1500', '2.1240', '0.0337']);
    expect(compareShares({ right: 5, n: 5 }, { right: 9, n: 9 })).toEqual({
      difference: 0,
      z: 0,
      p: expect.closeTo(1, 6),
    });
  });

  it('measures drift: none between equal windows, ln 3 between shares of 1:3 and 3:1', async () => {
    const { deciles, sharesOf, stabilityIndex } = await load('statistics');
    const values = Array.from({ length: 1000 }, (_, index) => (index * 7919) % 1000);
    const shares = sharesOf(values, deciles(values));
    for (const share of shares) expect(share).toBeCloseTo(0.1, 10);
    expect(stabilityIndex(shares, shares)).toBe(0);
    expect(stabilityIndex([0.25, 0.75], [0.75, 0.25])).toBeCloseTo(Math.log(3), 10);
  });

  it('packs what `tar` reads, and refuses an archive that was changed', async () => {
    const { pack, unpack } = await load('tar');
    const files = new Map([
      ['a.txt', Buffer.from('one\n')],
      ['b/c.bin', Buffer.alloc(1500, 7)],
    ]);
    const archive = pack(files);
    expect(unpack(archive)).toEqual(files);
    const listed = execFileSync('tar', ['tzf', '-'], { input: archive, encoding: 'utf8' });
    expect(listed).toBe('MANIFEST.json\na.txt\nb/c.bin\n');
    const changed = gunzipSync(archive);
    changed[changed.indexOf('one\n')] = 'O'.charCodeAt(0);
    expect(() => unpack(gzipSync(changed))).toThrow('not what was packed: a.txt');
  });
});
