/** Artifacts as the action uses them: with GitHub's client, against the service of the rig. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArtifactError, actionsArtifacts } from '../../src/github/artifacts.ts';
import { type ArtifactService, startArtifacts } from '../rig/artifacts.ts';

const top = mkdtempSync(join(tmpdir(), 'store-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let store = actionsArtifacts();
let service: ArtifactService;
let folder = '';
let from = '';

beforeEach(async () => {
  service = await startArtifacts();
  store = actionsArtifacts();
  folder = mkdtempSync(join(top, 'case-'));
  from = join(folder, 'from');
  mkdirSync(join(from, 'deep'), { recursive: true });
  writeFileSync(join(from, 'deep/log.txt'), 'loss: 0.1\n');
  vi.stubEnv('GITHUB_SERVER_URL', 'http://github.localhost:1');
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', service.tokenFor(1, 'train'));
  vi.stubEnv('ACTIONS_RESULTS_URL', service.url);
  // The client tells the log of the job what it does.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  expect(service.violations).toEqual([]);
  await service.close();
});

const failure = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ArtifactError);
  const message = error instanceof Error ? error.message : '';
  expect(message).not.toContain('\n');
  return message;
};

describe('artifacts of a run', () => {
  it('come back as they were, in any job and attempt', async () => {
    writeFileSync(join(from, '.hidden ü'), '');
    await store.upload('part-a1', from, { retentionDays: 2 });
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', service.tokenFor(1, 'conclude'));
    const listed = await store.list();
    expect(listed).toMatchObject([{ name: 'part-a1', size: service.list(1)[0]?.size }]);
    expect(Date.parse(listed[0]?.createdAt ?? '')).not.toBeNaN();
    expect(service.list(1)[0]?.expiresAt).toBeDefined();
    const into = join(folder, 'new/into');
    await store.download(listed[0]?.id ?? 0, into);
    expect(readFileSync(join(into, 'deep/log.txt'), 'utf8')).toBe('loss: 0.1\n');
    expect(readdirSync(into).sort()).toEqual(['.hidden ü', 'deep']);
    expect(readFileSync(join(into, '.hidden ü'), 'utf8')).toBe('');
  });

  it('are listed newest first, of this run only', async () => {
    const [old, other, fresh] = ['part', 'x', 'part'].map((name) => service.add(1, name, Buffer.alloc(3)));
    service.add(2, 'part', Buffer.alloc(3));
    expect((await store.list()).map(({ id }) => id)).toEqual([fresh, other, old]);
  });

  it('are refused with one sentence', async () => {
    const upload = (name = 'part'): Promise<void> => store.upload(name, from, {});
    await upload();
    expect(await failure(upload())).toBe(
      'the artifact `part` was not uploaded: the run already has an artifact of that name',
    );
    expect(await failure(store.download(12, join(folder, 'a')))).toBe(
      'artifact 12 was not downloaded: the run has no such artifact',
    );
    service.failNext('CreateArtifact', 403);
    expect(await failure(upload('p'))).toContain("GitHub's artifact service does not allow it to this job");
    service.failNext('CreateArtifact', 403, 1, 'insufficient usage to create artifact');
    expect(await failure(upload('p'))).toContain("the account's storage for artifacts is used up");
    service.failNext('ListArtifacts', 401);
    expect(await failure(store.list())).toContain("does not take the job's token");
    expect(await failure(upload('a/b'))).toContain('The artifact name is not valid: a/b.');
    vi.stubEnv('GITHUB_SERVER_URL', 'https://github.example.com');
    expect(await failure(store.list())).toContain('Enterprise Server');
    vi.stubEnv('GITHUB_SERVER_URL', 'https://github.com');
    vi.stubEnv('ACTIONS_RESULTS_URL', 'http://127.0.0.1:1/');
    expect(await failure(upload('p'))).toContain('cannot be reached (ECONNREFUSED)');
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', '');
    expect(await failure(store.list())).toBe(
      'the artifacts of the run were not listed: this is not an action on GitHub Actions, ' +
        'ACTIONS_RUNTIME_TOKEN is not set',
    );
  });

  it('are not made of links, odd names or nothing', async () => {
    const upload = (): Promise<void> => store.upload('part', from, {});
    symlinkSync('/etc/passwd', join(from, 'deep/link'));
    expect(await failure(upload())).toContain('`deep/link` is a symbolic link');
    for (const name of ['a:b', 'a\\b', '...']) {
      rmSync(join(from, 'deep'), { recursive: true });
      mkdirSync(join(from, 'deep'));
      writeFileSync(join(from, 'deep', name), '');
      expect(await failure(upload())).toContain(`an artifact cannot hold \`deep/${name}\``);
    }
    rmSync(join(from, 'deep', '...'));
    expect(await failure(upload())).toContain('has no file for the artifact `part`');
    expect(await failure(store.upload('part', join(folder, 'none'), {}))).toContain('cannot read');
    expect(service.requests.size).toBe(0);
  });

  it('stay in the folder they are unpacked into, whatever the archive says', async () => {
    const outside = join(folder, 'outside');
    mkdirSync(outside);
    const archive = zipOf([
      { path: '../outside/evil', text: 'x' },
      { path: 'a/../../../outside/evil', text: 'x' },
      { path: `${outside}/evil`, text: 'x' },
      { path: 'link', text: outside, mode: 0o120777 },
      { path: 'good', text: 'x' },
    ]);
    const into = join(folder, 'into');
    const id = service.add(1, 'hostile', archive);
    await store.download(id, into);
    expect(readdirSync(outside)).toEqual([]);
    expect(readdirSync(folder).sort()).toEqual(['from', 'into', 'outside']);
    expect(existsSync(join(top, 'outside'))).toBe(false);
    expect(lstatSync(join(into, 'link')).isFile()).toBe(true);
    expect(readFileSync(join(into, 'good'), 'utf8')).toBe('x');
  });

  it('are refused when they are no longer what the list has promised', async () => {
    const promised = service.add(1, 'part', zipOf([{ path: 'a', text: 'x' }]));
    await store.list();
    await using changed = await startArtifacts();
    const id = changed.add(1, 'part', zipOf([{ path: 'a', text: 'y' }]));
    expect(id).toBe(promised);
    vi.stubEnv('ACTIONS_RUNTIME_TOKEN', changed.tokenFor(1, 'train'));
    vi.stubEnv('ACTIONS_RESULTS_URL', changed.url);
    expect(await failure(store.download(id, join(folder, 'into')))).toContain('with other bytes than');
  });

  it('are not unpacked into a folder that is used, or through a link', async () => {
    const id = service.add(1, 'part', zipOf([{ path: 'a', text: 'x' }]));
    expect(await failure(store.download(id, from))).toContain('is not empty');
    mkdirSync(join(folder, 'empty'));
    symlinkSync(join(folder, 'empty'), join(folder, 'link'));
    expect(await failure(store.download(id, join(folder, 'link')))).toContain('is not a folder');
    writeFileSync(join(folder, 'file'), '');
    expect(await failure(store.download(id, join(folder, 'file')))).toContain('cannot make');
    expect(readdirSync(join(folder, 'empty'))).toEqual([]);
  });
});

interface ZipEntry {
  readonly path: string;
  readonly text: string;
  /** As in a stat; a plain file unless told. */
  readonly mode?: number;
}

/** A zip of stored entries, with any path. */
function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { path, text, mode = 0o100644 } of entries) {
    const [name, data] = [Buffer.from(path), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(offset, 10);
    // Made on Unix, so that the mode counts.
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), common, rest, name]));
    files.push(file);
    offset += file.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, central, Buffer.from('PK\x05\x06'), end]);
}
