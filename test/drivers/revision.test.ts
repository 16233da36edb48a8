/** Which changes of a workspace count. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { revisionOf } from '../../src/drivers/revision.ts';
import { projectWith } from './rig.ts';

describe('the revision of a workspace', () => {
  const repository = () => {
    const folder = projectWith({ 'a.txt': 'a\n', 'part/b.txt': 'b\n' });
    const git = (...words: string[]) => execFileSync('git', words, { cwd: folder });
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '-qm', 'all');
    return folder;
  };
  const own = ['results [1].jsonl', '.ml-workflow'];

  it('is clean when only what is left out has changed', async () => {
    const folder = repository();
    writeFileSync(join(folder, 'results [1].jsonl'), '{}\n');
    mkdirSync(join(folder, '.ml-workflow'));
    writeFileSync(join(folder, '.ml-workflow', 'x'), '');
    expect(await revisionOf(folder, own)).toMatchObject({ dirty: false });
    expect(await revisionOf(folder)).toMatchObject({ dirty: true });
    writeFileSync(join(folder, 'a.txt'), 'other\n');
    expect(await revisionOf(folder, own)).toMatchObject({ dirty: true });
  });

  it('is that of the whole repository where the workspace is a part of it', async () => {
    const folder = repository();
    const part = join(folder, 'part');
    writeFileSync(join(part, 'results [1].jsonl'), '{}\n');
    expect(await revisionOf(part, own)).toMatchObject({ dirty: false });
    writeFileSync(join(folder, 'a.txt'), 'other\n');
    expect(await revisionOf(part, own)).toMatchObject({ dirty: true });
  });
});
