/** What a person asks for on the command line, and files that cannot be read. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepare, wantedOf } from '../src/prepare.ts';
import { temporaryFolder } from './targets/rig.ts';

describe('what is asked for', () => {
  it.each([
    ...['/train', 'try:/boom', '$x=1', 'state:save → x', 'if:x', 'timeout:5m', '/a|/b', 'a && b', 'droid:x'],
    ...['train → test', 'parallel[a|b]', 'context:winner', 'on_failure→/x'],
  ])('is a chain: %s', (text) => expect(wantedOf(text, '<chain>').is).toBe('chain'));

  it.each([
    ...['nightly', 'ml/run', 'ml:run', 'workflows/x.yml', 'a dir/x=1.yaml', 'retry', 'barrier', 'x_1.2'],
  ])('is a workflow: %s', (text) => expect(wantedOf(text, '<chain>').is).toBe('workflow'));
});

describe('a workflow file', () => {
  it.each([
    ['of other bytes', Buffer.from([0x63, 0xff, 0xfe, 0x80])],
    ['with a NUL', Buffer.from('chain: /a\0')],
  ])('%s is no text', (_name, bytes) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'workflows'));
    writeFileSync(join(folder, 'workflows', 'w.yml'), bytes);
    const wanted = wantedOf('workflows/w.yml', '<chain>');
    const { diagnostics } = prepare({ wanted, folder, shownFrom: folder, given: [] });
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['unreadable-file', '`workflows/w.yml` is no UTF-8 text'],
    ]);
  });
});
