/** Claims about the artifact service of the rig, most of them made by GitHub's own client in a process of its own. */
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArtifactService, startArtifacts } from './artifacts.ts';

const top = mkdtempSync(join(tmpdir(), 'artifacts-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));
let service: ArtifactService;
beforeEach(async () => {
  service = await startArtifacts();
});
afterEach(async () => {
  expect(service.violations).toEqual([]);
  await service.close();
});

const CLIENT = new URL('../../node_modules/@actions/artifact/lib/artifact.js', import.meta.url).href;

/** Runs an async body with `client` and `folder` in plain node, and gives what it returns. */
async function inJob(token: string, body: string): Promise<unknown> {
  const folder = mkdtempSync(join(top, 'job-'));
  const program = `
    import { writeFileSync, readFileSync, mkdirSync } from 'node:fs';
    import client from '${CLIENT}';
    const folder = ${JSON.stringify(folder)};
    const said = async (work) => { try { await work; return 'done'; } catch (error) { return error.message; } };
    const result = await (async () => { ${body} })();
    writeFileSync(folder + '/.result', JSON.stringify(result ?? null));`;
  writeFileSync(join(folder, 'job.mjs'), program);
  await promisify(execFile)(process.execPath, [join(folder, 'job.mjs')], {
    env: {
      PATH: process.env.PATH,
      GITHUB_SERVER_URL: 'http://github.localhost:1',
      ACTIONS_RUNTIME_TOKEN: token,
      ACTIONS_RESULTS_URL: service.url,
    },
  });
  return JSON.parse(readFileSync(join(folder, '.result'), 'utf8')) as unknown;
}

describe('the artifact service', () => {
  it('takes uploads of many at once, some of many blocks, and gives other jobs the same bytes', async () => {
    const bytes = randomBytes(9 * 1024 * 1024);
    const source = join(top, 'big.bin');
    writeFileSync(source, bytes);
    await inJob(
      service.tokenFor(1, 'cell (0), attempt 1'),
      `const names = Array.from({ length: 12 }, (_, index) => 'part-' + index);
       await Promise.all([
         client.uploadArtifact('big', [${JSON.stringify(source)}], ${JSON.stringify(top)}, { retentionDays: 3 }),
         ...names.map((name) => {
           mkdirSync(folder + '/' + name + '/deep', { recursive: true });
           writeFileSync(folder + '/' + name + '/deep/file', name);
           return client.uploadArtifact(name, [folder + '/' + name + '/deep/file'], folder + '/' + name);
         }),
       ]);`,
    );
    expect(service.requests.get('PutBlock')).toBeGreaterThan(13);
    expect(new Set(service.names(1))).toEqual(
      new Set(['big', ...Array.from({ length: 12 }, (_, index) => `part-${index}`)]),
    );
    const big = service.list(1).find(({ name }) => name === 'big');
    expect(Date.parse(big?.expiresAt ?? '')).toBeGreaterThan(Date.now() + 2 * 24 * 3600 * 1000);

    const got = await inJob(
      service.tokenFor(1, 'conclude, attempt 2'),
      `const { artifacts } = await client.listArtifacts();
       const read = async (name, path) => {
         const { id, digest } = artifacts.find((artifact) => artifact.name === name);
         const to = { path: folder + '/' + name, expectedHash: digest };
         const { digestMismatch } = await client.downloadArtifact(id, to);
         return { digestMismatch, path: folder + '/' + name + '/' + path };
       };
       return { count: artifacts.length, big: await read('big', 'big.bin'), small: await read('part-7', 'deep/file') };`,
    );
    const { count, big: downloaded, small } = got as Record<string, { path: string }> & { count: number };
    expect(count).toBe(13);
    expect(downloaded).toMatchObject({ digestMismatch: false });
    const digest = (data: Buffer): string => createHash('sha256').update(data).digest('hex');
    expect(digest(readFileSync(downloaded?.path ?? ''))).toBe(digest(bytes));
    expect(readFileSync(small?.path ?? '', 'utf8')).toBe('part-7');
  });

  it('keeps runs apart, refuses a name twice, deletes', async () => {
    service.add(7, 'model', Buffer.from('zip'));
    const upload = (name: string): string =>
      `(writeFileSync(folder + '/file', 'x'), client.uploadArtifact('${name}', [folder + '/file'], folder))`;
    const got = await inJob(
      service.tokenFor(8, 'train'),
      `const listed = (await client.listArtifacts()).artifacts.length;
       await ${upload('model')};
       const twice = await said(${upload('model')});
       const found = await client.getArtifact('model');
       const none = await said(client.getArtifact('metrics'));
       await ${upload('metrics')};
       await client.deleteArtifact('metrics');
       return { listed, twice, none, found: found.artifact.name };`,
    );
    expect(got).toEqual({
      listed: 0,
      twice: expect.stringContaining('(409)'),
      none: expect.stringContaining('not found'),
      found: 'model',
    });
    expect([service.names(7), service.names(8)]).toEqual([['model'], ['model']]);
    service.delete(8, 'model');
    expect([service.names(7), service.names(8)]).toEqual([['model'], []]);
    expect(existsSync(top)).toBe(true);
  });

  it('believes no token but its own, each for its run and job', async () => {
    const call = async (method: string, token: string, body: object): Promise<number> => {
      const address = `${service.url}twirp/github.actions.results.api.v1.ArtifactService/${method}`;
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      return (await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })).status;
    };
    const own = { workflow_run_backend_id: '1', workflow_job_run_backend_id: 'a' };
    const other = { ...own, workflow_run_backend_id: '2' };
    const token = service.tokenFor(1, 'a');
    expect(await call('ListArtifacts', token, own)).toBe(200);
    expect(await call('ListArtifacts', token, other)).toBe(403);
    expect(await call('ListArtifacts', token, { ...own, workflow_job_run_backend_id: 'b' })).toBe(403);
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ scp: 'Actions.Results:2:a' })).toString('base64url');
    expect(await call('ListArtifacts', `${head}.${claims}.${signature}`, other)).toBe(401);
    expect(await call('CreateArtifact', token, { ...own, name: 'a/b' })).toBe(400);
    // Nothing was sent: there is nothing to finish, and what is not finished is not seen.
    expect(await call('CreateArtifact', token, { ...own, name: 'a', version: 7 })).toBe(200);
    expect(await call('FinalizeArtifact', token, { ...own, name: 'a', size: '0' })).toBe(404);
    expect(service.names(1)).toEqual([]);
    expect((await fetch(`${service.url}blob/5000000001/artifact.zip?sig=x`)).status).toBe(403);
    service.failNext('ListArtifacts', 503);
    expect(await call('ListArtifacts', token, own)).toBe(503);
    expect(await call('ListArtifacts', token, own)).toBe(200);
    expect(service.requests.get('ListArtifacts')).toBe(6);
  });
});
