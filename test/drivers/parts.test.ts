/** The folder that travels between jobs: what is in it, and the run as the next job finds it on a machine of its own. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJournal } from '../../src/drivers/journal-file.ts';
import {
  epochOf,
  newestParts,
  type Part,
  type PartHead,
  parsePartName,
  partName,
  planFiles,
  readParts,
  restoreRun,
  writePart,
} from '../../src/drivers/parts.ts';
import { createRunFolder } from '../../src/drivers/run-folder.ts';
import type { RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import { mergeParts } from '../../src/engine/merge.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { blockOf, leg, machine, untilDispatch } from '../engine/merge-rig.ts';
import { failed, outcomes, planOf } from '../engine/rig.ts';
import { temporaryFolder } from '../targets/rig.ts';

const order = ['plan', 'm2', 'j3', 'conclude'];
const none = outcomes({});

function planned(
  chain: string,
  outputs: Readonly<Record<string, readonly string[]>> = {},
  more: object = {},
): Plan {
  const plan = planOf(chain);
  const commands = Object.fromEntries(
    Object.entries(plan.commands).map(([name, command]) => [
      name,
      command.is === 'run' && outputs[name] ? { ...command, outputs: outputs[name], ...more } : command,
    ]),
  );
  return { ...plan, commands };
}

function write(root: string, files: Readonly<Record<string, string>>): string {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** All regular files below it, with what they hold. */
function filesIn(root: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) found[path.slice(root.length + 1)] = readFileSync(path, 'utf8');
  }
  return found;
}

interface Job {
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
  readonly head?: Partial<PartHead>;
  /** Of the workspace; `run/` is the run's folder. */
  readonly files?: Readonly<Record<string, string>>;
  readonly prepare?: (workspace: string, run: string) => void;
}

/** A job that has come to its end on a machine of its own. */
function partOf({ plan, events, head = {}, files = {}, prepare = () => {} }: Job) {
  const workspace = temporaryFolder();
  const folder = createRunFolder(workspace, 'r', plan, { local: { kind: 'local' } });
  writeFileSync(folder.journal, events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  for (const [path, text] of Object.entries(files))
    write(path.startsWith('run/') ? folder.path : workspace, { [path.replace(/^run\//, '')]: text });
  prepare(workspace, folder.path);
  const into = temporaryFolder();
  const whole: PartHead = { schema: 1, job: 'plan', attempt: 1, epoch: 1, run: 'r', after: 0, ...head };
  const notices = writePart({
    ...{ into, head: whole, folder, workspace, plan },
    ...(whole.job === 'plan' ? { files: planFiles } : {}),
  });
  return { into, notices, workspace };
}

/** As an artifact arrives: without a bit, and without folders that hold nothing. */
function sent(folder: string): string {
  const arrived = temporaryFolder();
  for (const [path, text] of Object.entries(filesIn(folder))) write(arrived, { [path]: text });
  return arrived;
}

const runIn = (workspace: string) => join(workspace, '.ml-workflow', 'runs', 'r');

describe('the name of a part', () => {
  it.each([
    [{ job: 'j3', attempt: 1 }, 'ml-j3-a1'],
    [{ job: 'm2', leg: 7, attempt: 2 }, 'ml-m2-7-a2'],
    [{ job: 'plan', attempt: 12 }, 'ml-plan-a12'],
    [{ job: 'm2', leg: 0, attempt: 1 }, 'ml-m2-0-a1'],
  ])('of %j is %s, and is read back', (head, name) => {
    expect(partName(head)).toBe(name);
    expect(parsePartName(name)).toEqual(head);
  });

  it.each(['ml-j3', 'ml-j3-a0', 'ml-j3-a1.zip', 'j3-a1', 'ml-j3-07-a1', 'ml--a1', 'ml-a-b-a1', 'ml-J3-a1'])(
    'is not %s',
    (name) => {
      expect(parsePartName(name)).toBeUndefined();
    },
  );

  it('is that of the newest attempt of its job and leg, within the epoch', () => {
    const names = [
      'ml-plan-a2',
      'ml-m2-1-a2',
      'ml-m2-1-a3',
      'ml-m2-10-a2',
      'ml-m2-0-a1',
      'ml-j3-a2',
      'logs',
      'ml-j3-a10',
    ];
    expect(newestParts(names, 2)).toEqual(['ml-j3-a10', 'ml-m2-1-a3', 'ml-m2-10-a2', 'ml-plan-a2']);
    expect(newestParts(names, 1)).toContain('ml-m2-0-a1');
  });
});

describe('the epoch of a plan job', () => {
  it.each([
    ['first', 1, [], 1],
    ['again after a failure', 2, [{ attempt: 1, epoch: 1 }], 1],
    ['again although all was well: all runs again', 2, [{ attempt: 1, epoch: 1, complete: true }], 2],
    [
      'again after a failure of that',
      3,
      [
        { attempt: 2, epoch: 2 },
        { attempt: 1, epoch: 1, complete: true },
      ],
      2,
    ],
    ['again where nothing is left of before', 3, [], 3],
    [
      'not by parts of its own attempt',
      2,
      [
        { attempt: 2, epoch: 2, complete: true },
        { attempt: 1, epoch: 1 },
      ],
      1,
    ],
  ] as const)('that begins %s', (_name, attempt, earlier, epoch) => {
    expect(epochOf(attempt, earlier)).toBe(epoch);
  });
});

describe('a part', () => {
  const plan = planned('/a → /b > out/b.json → /c', { a: ['models', 'a.txt'], c: ['c.txt'] });
  const { events } = machine(plan, { outcomes: outcomes({ '/c': failed() }) });
  const files = {
    ...{ 'models/deep/x.bin': 'x', 'a.txt': 'a', 'out/b.json': '{}', 'c.txt': 'half', 'other.txt': 'o' },
    ...{ 'run/units/2-a/ml.log': 'log' },
  };

  it('has the journal, the units, and what finished units have written', () => {
    const { into, notices } = partOf({ plan, events, files });
    const inside = filesIn(into);
    expect(notices).toEqual([]);
    expect(
      Object.keys(inside)
        .filter((path) => path.startsWith('outputs/'))
        .sort(),
    ).toEqual([...['outputs/a.txt', 'outputs/models/deep/x.bin', 'outputs/out/b.json']]);
    expect(Object.keys(inside)).toEqual(
      expect.arrayContaining(['run/plan.json', 'run/targets.json', 'part.json']),
    );
    expect(readJournal(join(into, 'journal.jsonl')).events).toEqual(events);
  });

  it('has the units that its own job started, and no others', () => {
    const started = events.filter(({ type }) => type === 'unit-started');
    const [, a, b] = started;
    if (a?.type !== 'unit-started' || b?.type !== 'unit-started') throw new Error('units');
    const all = {
      [`run/${a.directory}/m.json`]: '1',
      [`run/${b.directory}/m.json`]: '2',
      'run/keys': 'secret',
    };
    const { into } = partOf({
      plan,
      events,
      files: { ...files, ...all },
      head: { job: 'j3', after: b.seq - 1 },
    });
    const inside = Object.keys(filesIn(into));
    expect(inside).toContain(`${b.directory}/m.json`);
    expect(inside).not.toContain(`${a.directory}/m.json`);
    expect(inside).not.toContain('outputs/a.txt');
    expect(inside.filter((path) => path.includes('keys') || path.includes('plan.json'))).toEqual([]);
  });

  it('leaves links, special files and names that no artifact takes out, and says so', () => {
    const { into, notices } = partOf({
      ...{ plan, events, files: { ...files, 'models/a:b': 'x' } },
      prepare: (workspace) => {
        symlinkSync('/etc/passwd', join(workspace, 'models/link'));
        execFileSync('mkfifo', [join(workspace, 'models/pipe')]);
      },
    });
    expect(notices.join('\n')).toMatch(/`models\/link` is a symbolic link/);
    expect(notices.join('\n')).toMatch(/`models\/pipe` is no regular file/);
    expect(notices.join('\n')).toMatch(/`models\/a:b` has a character/);
    expect(notices).toHaveLength(3);
    expect(readdirSync(join(into, 'outputs/models'))).toEqual(['deep']);
  });

  it('follows no link above what is declared, and takes nothing from outside', () => {
    const outside = write(temporaryFolder(), { 'x.bin': 'secret' });
    const away = planned('/a → /b', { a: ['link/x.bin', '../x.bin', '.git/config', '.ml-workflow/x'] });
    const { into, notices } = partOf({
      ...{ plan: away, events: machine(away, { outcomes: none }).events },
      files: { '.git/config': 'c', '.ml-workflow/x': 'x' },
      prepare: (workspace) => symlinkSync(outside, join(workspace, 'link')),
    });
    expect(notices).toEqual([expect.stringContaining('`link` is a symbolic link')]);
    expect(readdirSync(join(into, 'outputs'))).toEqual([]);
  });

  it('of a unit with a copy of the workspace has what that is declared to leave there', () => {
    const copied = planned('parallel[/a | /b]', { a: ['a.txt'] }, { isolation: 'copy' });
    const ran = machine(copied, { outcomes: none }).events;
    const a = ran.find((event) => event.type === 'unit-started' && event.node.endsWith('-a'));
    if (a?.type !== 'unit-started') throw new Error('no unit');
    const home = `run/${a.directory}/workspace`;
    const { into } = partOf({
      ...{ plan: copied, events: ran },
      files: {
        'a.txt': 'old',
        [`${home}/a.txt`]: 'new',
        [`${home}/big.bin`]: 'big',
        [`run/${a.directory}/ml.log`]: '',
      },
    });
    const inside = Object.keys(filesIn(into)).filter(
      (path) => path.startsWith('units/') || path.startsWith('out'),
    );
    expect(inside.sort()).toEqual([`${a.directory}/ml.log`, `${a.directory}/workspace/a.txt`]);
  });
});

describe('parts that are read', () => {
  const plan = planned('/a');
  const { events } = machine(plan, { outcomes: none });
  const whole = () => partOf({ plan, events }).into;
  const changed = (head: object) => {
    const folder = whole();
    const old = JSON.parse(readFileSync(join(folder, 'part.json'), 'utf8')) as object;
    writeFileSync(join(folder, 'part.json'), JSON.stringify({ ...old, ...head }));
    return folder;
  };

  it.each([
    ['of another version', { schema: 2 }, 'written by another version of ml-workflow'],
    ['of another run', { run: 'other' }, 'not the journal of the run other'],
    ['without a number', { attempt: '1' }, 'damaged'],
    ['with a run that is a path', { run: '../../x' }, 'damaged'],
    ['that end before they begin', { after: 99 }, 'before what its job has written'],
  ])('%s are refused with a sentence', (_name, head, sentence) => {
    expect(() => readParts([changed(head)])).toThrow(sentence);
  });

  it('must be of one run and one start of it', () => {
    const other = partOf({ plan, events: [{ ...events[0], run: 'q' } as RunEvent], head: { run: 'q' } }).into;
    expect(() => readParts([whole(), other])).toThrow('part of the run q, not of r');
    expect(() => readParts([whole(), changed({ epoch: 2 })])).toThrow('part of an earlier start');
  });

  it('must be there, and be whole but for the last line', () => {
    expect(() => readParts([temporaryFolder()])).toThrow('part.json');
    const torn = whole();
    writeFileSync(join(torn, 'journal.jsonl'), '{"seq":99', { flag: 'a' });
    const [part] = readParts([torn]);
    expect(part?.events).toEqual(events);
    expect(part?.notices).toEqual([expect.stringContaining('torn')]);
    writeFileSync(join(torn, 'journal.jsonl'), '{}\n', { flag: 'a' });
    expect(() => readParts([torn])).toThrow('damaged');
  });
});

describe('a run that is laid out', () => {
  const plan = planned('/a → parallel[/b | /c] → /z', {
    a: ['a.txt', 'tool.sh'],
    b: ['shared.txt', 'b'],
    c: ['shared.txt'],
  });
  const main = untilDispatch(plan, none) ?? [];
  const branches = blockOf(plan).branches;
  const legs = branches.map((id) => leg(plan, main, [id], { outcomes: none }));
  const dirOf = (events: readonly RunEvent[]) =>
    events.flatMap((event) => (event.type === 'unit-started' ? [event.directory] : [])).at(-1) ?? '';
  const parts = () => {
    const first = partOf({
      ...{ plan, events: main, files: { 'a.txt': 'a', 'tool.sh': '#!/bin/sh' } },
      prepare: (workspace) => chmodSync(join(workspace, 'tool.sh'), 0o755),
    });
    const rest = legs.map((own, index) => {
      const events = [...main, ...own];
      const log = `run/${dirOf(own)}/ml.log`;
      const files = { [log]: `${index}`, 'shared.txt': `of ${index}` };
      const prepare = (workspace: string) => mkdirSync(join(workspace, 'b/empty'), { recursive: true });
      return partOf({ plan, events, files, prepare, head: { job: 'm2', leg: index, after: main.length } });
    });
    return [first, ...rest].map(({ into }) => sent(into));
  };

  it('has the journal of all, the units, and what they are declared to leave', () => {
    const workspace = write(temporaryFolder(), { 'a.txt': 'of the commit', 'src/x.py': 'x' });
    const {
      events,
      plan: read,
      folder,
      notices,
    } = restoreRun(workspace, readParts(parts().reverse()), order);
    expect(read).toEqual(plan);
    expect(notices).toEqual([]);
    expect(events).toEqual(mergeParts(plan, main, legs));
    expect(readJournal(folder.journal).events).toEqual(events);
    expect(fold(plan, events).nodes.get(blockOf(plan).id)?.settlement?.is).toBe('succeeded');
    const inside = filesIn(workspace);
    expect(inside).toMatchObject({ 'a.txt': 'a', 'src/x.py': 'x', 'shared.txt': 'of 1' });
    for (const [index, own] of legs.entries())
      expect(inside[`.ml-workflow/runs/r/${dirOf(own)}/ml.log`]).toBe(`${index}`);
    expect(inside['.ml-workflow/.gitignore']).toBe('*\n');
    expect(existsSync(join(runIn(workspace), 'targets.json'))).toBe(true);
    expect(statSync(join(workspace, 'tool.sh')).mode & 0o111).toBe(0o111);
    expect(statSync(join(workspace, 'a.txt')).mode & 0o111).toBe(0);
    expect(statSync(join(workspace, 'b/empty')).isDirectory()).toBe(true);
  });

  it('goes on from the newest stretch, which has what came before it', () => {
    const all = mergeParts(plan, main, legs);
    const joined = machine(plan, { outcomes: none, journal: all }).events;
    const last = partOf({ plan, events: joined, head: { job: 'j3', after: all.length } }).into;
    const { events } = restoreRun(temporaryFolder(), readParts([sent(last), ...parts()]), order);
    expect(events).toEqual(joined);
  });

  it('does not count what was done behind a job that ran again since', () => {
    const all = mergeParts(plan, main, legs);
    const joined = machine(plan, { outcomes: none, journal: all }).events;
    const outdated = partOf({ plan, events: joined, head: { job: 'j3', after: all.length } }).into;
    const [first = '', one = '', two = ''] = parts();
    const head = JSON.parse(readFileSync(join(two, 'part.json'), 'utf8')) as object;
    writeFileSync(join(two, 'part.json'), JSON.stringify({ ...head, attempt: 2 }));
    const restored = restoreRun(temporaryFolder(), readParts([first, one, two, outdated]), order);
    expect(restored.events).toEqual(all);
    expect(restored.parts.map(({ job }) => job)).toEqual(['plan', 'm2', 'm2']);
  });

  it('has of each job and leg the newest attempt alone', () => {
    const [first = '', one = '', two = ''] = parts();
    const [read] = readParts([two]) as [Part];
    const before: Part = { ...read, events: main };
    const newer: Part = { ...read, attempt: 2 };
    const { events } = restoreRun(temporaryFolder(), [...readParts([first, one]), newer, before], order);
    expect(events).toEqual(mergeParts(plan, main, legs));
  });

  it('refuses a leg that another run of the job before handed out, a stranger, and nothing at all', () => {
    const [first = '', one = ''] = parts();
    const [read] = readParts([one]) as [Part];
    const strange = {
      ...read,
      events: read.events.map((event) => ({ ...event, at: '2026-01-01T00:00:00.000Z' })),
    };
    const plans = readParts([first]);
    expect(() => restoreRun(temporaryFolder(), [...plans, strange], order)).toThrow(
      'not handed out by the job `plan`',
    );
    expect(() => restoreRun(temporaryFolder(), [...plans, { ...read, job: 'm9' }], order)).toThrow(
      'no job `m9`',
    );
    expect(() => restoreRun(temporaryFolder(), [], order)).toThrow('no job has left a journal');
  });

  it('writes nothing outside of the workspace, whatever links stand in it', () => {
    const outside = temporaryFolder();
    const workspace = write(temporaryFolder(), { 'x/y': 'y' });
    symlinkSync(join(outside, 'stolen'), join(workspace, 'a.txt'));
    symlinkSync(outside, join(workspace, 'b'));
    const { notices } = restoreRun(workspace, readParts(parts()), order);
    expect(readdirSync(outside)).toEqual([]);
    expect(lstatSync(join(workspace, 'a.txt')).isFile()).toBe(true);
    expect(notices).toEqual([expect.stringContaining('`b/empty` lies behind a symbolic link')]);
  });

  it('takes nothing that a part claims for places that are not its own', () => {
    const [first = ''] = parts();
    write(first, { 'outputs/.git/hooks/pre-commit': 'x', 'outputs/.ml-workflow/runs/r/plan.json': '{}' });
    write(first, { 'run/journal.jsonl': 'x' });
    const head = JSON.parse(readFileSync(join(first, 'part.json'), 'utf8')) as {
      readonly empty: readonly string[];
    };
    writeFileSync(
      join(first, 'part.json'),
      JSON.stringify({ ...head, empty: ['outputs/../../up', 'outputs/.git/x'] }),
    );
    const above = temporaryFolder();
    const workspace = join(above, 'w');
    mkdirSync(workspace);
    const { plan: read } = restoreRun(workspace, readParts([first]), order);
    expect(read).toEqual(plan);
    expect(readdirSync(above)).toEqual(['w']);
    expect(existsSync(join(workspace, '.git'))).toBe(false);
  });
});
