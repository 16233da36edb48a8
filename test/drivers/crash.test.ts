/** Runs that are interrupted: killed and resumed, cancelled, left at once. With the built program and real processes. */
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processesWith, until } from '../targets/rig.ts';
import { cli, journalIn, linesOf, projectWith, runFolder, start } from './rig.ts';

/** Each command notes that it began; in its first attempt it waits as long as a file `hold-<name>` is there. */
const command = (name: string) => `
  ${name}:
    run: |
      echo ${name}.$ML_ATTEMPT >> began
      sh -c 'while [ "$ML_ATTEMPT" = 1 ] && [ -e hold-${name} ]; do sleep 0.02; done'
      echo '{"accuracy": 0.9}' > "$ML_RUN_DIR/m.json"
    metrics: [{ json: $ML_RUN_DIR/m.json, fields: [accuracy] }]`;
const names = ['one', 'two', 'three', 'four'];
const chain = '/one → parallel[/two | /three] → /four → /if:acc>0.5 → /continue';

function project(...held: string[]): string {
  const files = Object.fromEntries(held.map((name) => [`hold-${name}`, '']));
  return projectWith({ ...files, 'ml-workflow.yml': `commands:${names.map(command).join('')}\n` });
}

const began = (folder: string) => linesOf(join(folder, 'began')).sort();
const finished = (folder: string) =>
  journalIn(folder)
    .filter(({ type }) => type === 'unit-succeeded')
    .map((event) => ('node' in event ? event.node : ''));
/** Nothing that carries the project's folder in its environment runs any more. */
const nothingLeft = (folder: string) => until('no process is left', () => processesWith(folder).length === 0);

describe('a run whose driver is killed', () => {
  it.each([
    ['in its first command', ['one'], ['one.1'], ['four.1', 'one.1', 'one.2', 'three.1', 'two.1']],
    [
      'in one of two branches',
      ['two'],
      ['one.1', 'three.1', 'two.1'],
      ['four.1', 'one.1', 'three.1', 'two.1', 'two.2'],
    ],
    [
      'in both branches',
      ['two', 'three'],
      ['one.1', 'three.1', 'two.1'],
      ['four.1', 'one.1', 'three.1', 'three.2', 'two.1', 'two.2'],
    ],
    [
      'in its last command',
      ['four'],
      ['four.1', 'one.1', 'three.1', 'two.1'],
      ['four.1', 'four.2', 'one.1', 'three.1', 'two.1'],
    ],
  ])(
    '%s goes on where it was, and runs again only what was interrupted',
    async (_name, held, before, after) => {
      const folder = project(...held);
      const { child, exited } = start(['run', chain, '--project', folder]);
      const running = before.length - held.length;
      await until(
        'it has come so far',
        () => began(folder).length === before.length && finished(folder).length === running,
      );
      child.kill('SIGKILL');
      expect(await exited).toMatchObject({ signal: 'SIGKILL' });
      expect(began(folder)).toEqual(before);
      expect(processesWith(folder).length, 'orphans, to be ended by the resume').toBeGreaterThan(0);

      const resumed = await cli(['resume', '--project', folder, '--format', 'json']);
      expect(resumed).toMatchObject({ code: 0, err: '' });
      expect(JSON.parse(resumed.out)).toMatchObject({ decision: 'passed', reason_code: 'gates-met' });
      expect(began(folder)).toEqual(after);
      const nodes = finished(folder);
      expect(new Set(nodes).size).toBe(nodes.length);
      expect(nodes.length).toBe(5);
      await nothingLeft(folder);

      // A run that is over is only told again.
      const events = journalIn(folder).length;
      expect(await cli(['resume', '--project', folder])).toMatchObject({ code: 0 });
      expect(journalIn(folder).length).toBe(events);
    },
  );

  it('in the middle of a line drops it, and says so', async () => {
    const folder = project('two');
    const { child, exited } = start(['run', chain, '--project', folder]);
    await until('both branches run', () => began(folder).length === 3 && finished(folder).length === 2);
    child.kill('SIGKILL');
    await exited;
    appendFileSync(join(runFolder(folder), 'journal.jsonl'), '{"seq":99,"at":"2026-');
    const resumed = await cli(['resume', '--project', folder]);
    expect(resumed.code).toBe(0);
    expect(resumed.err).toMatch(/notice: .*journal\.jsonl: the last line was torn and has been dropped/);
    expect(resumed.out).not.toContain('\u001b');
    await nothingLeft(folder);
  });

  it('and whose journal is damaged is not resumed: the line is named, nothing is changed', async () => {
    const folder = project();
    expect(await cli(['run', chain, '--project', folder])).toMatchObject({ code: 0 });
    const path = join(runFolder(folder), 'journal.jsonl');
    const damaged = linesOf(path).with(2, '{"seq": 3, "type": "uni').join('\n');
    writeFileSync(path, `${damaged}\n`);
    const resumed = await cli(['resume', '--project', folder]);
    expect(resumed.code).not.toBe(0);
    expect(resumed.err).toContain('journal.jsonl:3: damaged line');
    expect(readFileSync(path, 'utf8')).toBe(`${damaged}\n`);
  });

  it('cannot be driven by two', async () => {
    const folder = project('one');
    const { closed } = start(['run', chain, '--project', folder]);
    await until('it runs', () => began(folder).length === 1);
    const second = await cli(['resume', '--project', folder]);
    expect(second.code).not.toBe(0);
    expect(second.err).toMatch(/the run is being driven by process \d+/);
    rmSync(join(folder, 'hold-one'));
    expect(await closed).toMatchObject({ code: 0 });
    expect(began(folder)).toEqual(['four.1', 'one.1', 'three.1', 'two.1']);
  });
});

describe('a run of a workflow with targets of its own', () => {
  it('is resumed on them, whatever the project says now', async () => {
    const folder = projectWith({
      'hold-one': '',
      'ml-workflow.yml': `commands:${names.map(command).join('')}\n`,
      'workflows/own.yml': `targets: { gpu: { kind: local, slots: 1 } }\ncommands:${command('one')}\n    target: gpu\nchain: /one\n`,
    });
    const { child, exited } = start(['run', 'own', '--project', folder]);
    await until('it runs', () => began(folder).length === 1);
    child.kill('SIGKILL');
    await exited;
    writeFileSync(join(folder, 'ml-workflow.yml'), 'commands: [broken\n');
    expect(await cli(['resume', '--project', folder])).toMatchObject({ code: 0, err: '' });
    expect(began(folder)).toEqual(['one.1', 'one.2']);
    await nothingLeft(folder);
  });
});

describe('a run that cannot be written', () => {
  const withResults = (file: string, more: Readonly<Record<string, string>> = {}) =>
    projectWith({
      ...more,
      'ml-workflow.yml': `results: { file: ${file} }\ncommands:${command('one')}\n`,
    });

  it('makes the folder of its results', async () => {
    const folder = withResults('out/deep/rows.jsonl');
    expect(await cli(['run', '/one', '--project', folder])).toMatchObject({ code: 0 });
    expect(linesOf(join(folder, 'out/deep/rows.jsonl')).length).toBe(1);
  });

  it.each([
    ['results that are a folder', () => withResults('out', { 'out/x': '' }), 'out: is no regular file'],
    ['results in a file', () => withResults('out/rows.jsonl', { out: '' }), 'rows cannot be written'],
    [
      'a file in the place of the state folder',
      () => withResults('rows.jsonl', { '.ml-workflow': '' }),
      'the run cannot be kept',
    ],
  ])('says so in one line before anything runs: %s', async (_name, make, message) => {
    const folder = make();
    const ended = await cli(['run', '/one', '--project', folder]);
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.err).toContain(message);
    expect(ended.err.trim().split('\n').length).toBe(1);
    expect(began(folder)).toEqual([]);
  });
});

describe('a run that is cancelled', () => {
  it('goes on when it is resumed, also when it was cancelled twice', async () => {
    const folder = project('two', 'four');
    const first = start(['run', chain, '--project', folder]);
    await until('one branch is over', () => began(folder).length === 3 && finished(folder).length === 2);
    first.child.kill('SIGINT');
    expect(await first.closed).toMatchObject({ code: 130 });

    // Its second attempt does not wait; /four does, in its first.
    const second = start(['resume', '--project', folder]);
    await until('it is at its last command', () => began(folder).includes('four.1'));
    second.child.kill('SIGTERM');
    expect(await second.closed).toMatchObject({ code: 130 });

    const third = await cli(['resume', '--project', folder, '--format', 'json']);
    expect(third).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(third.out)).toMatchObject({ decision: 'passed', reason_code: 'gates-met' });
    expect(began(folder)).toEqual(['four.1', 'four.2', 'one.1', 'three.1', 'two.1', 'two.2']);
    expect(journalIn(folder).filter(({ type }) => type === 'run-resumed').length).toBe(2);
    await nothingLeft(folder);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)(
    'by %s ends its processes as groups, and says so',
    async (signal) => {
      const folder = project('two', 'three');
      const { child, closed } = start(['run', chain, '--project', folder]);
      await until('both branches run', () => began(folder).length === 3);
      child.kill(signal);
      const { code, out } = await closed;
      expect(code).toBe(130);
      expect(out).toContain('cancel');
      expect(processesWith(folder)).toEqual([]);
      const events = journalIn(folder);
      expect(events.filter(({ type }) => type === 'cancel-requested')).toMatchObject([{ by: signal }]);
      expect(events.at(-1)).toMatchObject({ type: 'run-concluded', decision: 'cancelled' });
      expect(began(folder)).toEqual(['one.1', 'three.1', 'two.1']);
    },
  );

  it('three times leaves at once, and leaves nothing running', async () => {
    const stubborn = `trap '' TERM; touch began-$ML_UNIT; while :; do sleep 0.05; done`;
    const folder = projectWith({ 'ml-workflow.yml': `commands: { x: { run: "${stubborn}" } }\n` });
    const { child, exited } = start(['run', 'parallel[/x | /x]', '--project', folder]);
    const deaf = () => readdirSync(folder).filter((name) => name.startsWith('began-'));
    await until('neither listens any more', () => deaf().length === 2);
    for (const times of [1, 2]) {
      child.kill('SIGINT');
      await until(
        'it is heard',
        () => journalIn(folder).filter(({ type }) => type === 'cancel-requested').length === times,
      );
    }
    child.kill('SIGINT');
    expect(await exited).toMatchObject({ code: 130 });
    await nothingLeft(folder);
    expect(journalIn(folder).at(-1)?.type, 'it did not wait for the end').toBe('cancel-requested');
  });
});
