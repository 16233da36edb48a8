/** `report`: real runs, the file that is written of them, and what is not followed or not taken for a log. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Arguments, parseArguments, UsageError } from '../src/cli/arguments.ts';
import { main } from '../src/cli/main.ts';
import { report } from '../src/cli/report.ts';
import { cli, projectWith } from './drivers/rig.ts';

const page = readFileSync(fileURLToPath(new URL('../docs/html-report.md', import.meta.url)), 'utf8');
const fence = (info: string): string => {
  const start = page.indexOf(`\`\`\`${info}\n`);
  if (start < 0) throw new Error(`the page has no ${info}`);
  return page.slice(start + info.length + 4, page.indexOf('\n```', start) + 1);
};

/** Of the page's words, without style and script, and with entities as signs. */
function wordsOf(html: string): string {
  return html
    .replace(/<(style|script)>[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(?:code|span|small)[^>]*>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&quot;', '"');
}

const at = '2026-11-21T10:00:00.000Z';
let folder: string;
let runs: string[];
const inRun = (index: number, ...path: string[]) =>
  join(folder, '.ml-workflow', 'runs', runs[index] ?? '', ...path);
const unitOf = (run: number, name: string) =>
  inRun(run, 'units', readdirSync(inRun(run, 'units')).find((one) => one.includes(name)) ?? '');
const written = (...words: string[]) =>
  report(parseArguments(['report', ...words]) as Arguments, folder, { shownFrom: folder, now: at });
const html = (...words: string[]) => written('--out', '-', ...words);

beforeAll(async () => {
  folder = projectWith({
    'ml-workflow.yml': fence('yaml project'),
    'workflows/sweep.yml': fence('yaml workflows/sweep.yml'),
    'train.sh': fence('sh train.sh'),
  });
  // The last line is what this file is about.
  for (const line of fence('sh').trim().split('\n').slice(0, -1)) {
    const { code, err } = await cli(line.split(' ').slice(1), { cwd: folder });
    expect([code, err]).toEqual([0, '']);
  }
  runs = readdirSync(join(folder, '.ml-workflow', 'runs')).sort();
  expect(runs).toHaveLength(2);
});
afterEach(() => vi.restoreAllMocks());

describe('the example of docs/html-report.md', () => {
  it('prints what the page says, and the file has what it shows', () => {
    const words = fence('sh').trim().split('\n').at(-1)?.split(' ').slice(2) ?? [];
    expect(written(...words)).toBe(fence('text output'));
    const text = wordsOf(readFileSync(join(folder, 'sweep.html'), 'utf8'));
    for (const line of fence('text shown').trim().split('\n')) expect(text).toContain(line);
  });

  it('has the options that `--help` has', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await main(['report', '--help'])).toBe(0);
    const help = String(out.mock.calls[0]?.[0]);
    const options = (text: string) => new Set(text.match(/--(?:out|compare|format)\b/g));
    expect(options(help)).toEqual(options(page.slice(page.indexOf('## Options'))));
  });
});

describe('where it goes', () => {
  it('is in the folder of the newest run, and its path is printed', () => {
    const path = written().trim();
    expect(path).toBe(join('.ml-workflow', 'runs', runs[1] ?? '', 'report.html'));
    expect(readFileSync(join(folder, path), 'utf8')).toMatch(/^<!DOCTYPE html>/);
  });

  it('is of the run that was asked for, also by the command line itself', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await main(['report', runs[0] ?? '', '--out', '-', '--project', folder])).toBe(0);
    expect(wordsOf(String(out.mock.calls[0]?.[0]))).toContain(`run ${runs[0]}`);
  });

  it('is the report as JSON, and no file, for a program', () => {
    rmSync(inRun(0, 'report.html'), { force: true });
    expect(JSON.parse(written(runs[0] ?? '', '--format', 'json'))).toMatchObject({
      run: runs[0],
      decision: 'passed',
      gates: [{ text: 'best-acc>0.90' }],
    });
    expect(existsSync(inRun(0, 'report.html'))).toBe(false);
  });

  it('does not follow a link that stands in its place, and says where it could not write', () => {
    const target = join(folder, 'precious');
    writeFileSync(target, 'precious');
    rmSync(inRun(0, 'report.html'), { force: true });
    symlinkSync(target, inRun(0, 'report.html'));
    expect(() => written(runs[0] ?? '')).toThrow(/cannot be written: ELOOP/);
    expect(readFileSync(target, 'utf8')).toBe('precious');
    rmSync(inRun(0, 'report.html'));
    expect(() => written('--out', 'none/report.html')).toThrow(/cannot be written: ENOENT/);
  });

  it.each([
    ['a run that is not there', ['20200101-000000-none-0000'], 'unknown run `20200101-000000-none-0000`'],
    ['a run to compare with that is not there', ['--compare', 'x'], 'unknown run `x`'],
    ['a path as a run', ['../..'], 'unknown run `../..`'],
    ['an option of others', ['--logs'], 'unknown option `--logs`'],
    ['an option that is nearly right', ['--comapre', 'x'], 'unknown option `--comapre`'],
    ['a format that it has not', ['--format', 'mermaid'], 'unknown format `mermaid`'],
    ['two runs', ['a', 'b'], 'unexpected `b`'],
  ])('refuses %s with exit code 2', async (_name, words, message) => {
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await main(['report', '--project', folder, ...words])).toBe(2);
    expect(err.mock.calls.map(([text]) => String(text)).join('')).toContain(message);
  });

  it('refuses where there is no run at all', () => {
    const empty = projectWith({ 'ml-workflow.yml': 'commands: {}\n' });
    const place = { shownFrom: empty, now: at };
    expect(() => report(parseArguments(['report']), empty, place)).toThrow(UsageError);
  });
});

describe('what it is compared with', () => {
  it('is the run of the same workflow before it', () => {
    expect(wordsOf(html())).toContain(`With ${runs[0]}: passed`);
    expect(wordsOf(html(runs[0] ?? ''))).not.toContain('Compared with');
  });

  it('is what was asked for, or nothing', () => {
    expect(wordsOf(html(runs[0] ?? '', '--compare', runs[1] ?? ''))).toContain('epochs 5 3');
    expect(wordsOf(html('--compare', 'none'))).not.toContain('Compared with');
  });

  it('is left out when the one before cannot be read', () => {
    const path = inRun(0, 'plan.json');
    const plan = readFileSync(path, 'utf8');
    writeFileSync(path, 'torn');
    try {
      expect(wordsOf(html())).not.toContain('Compared with');
    } finally {
      writeFileSync(path, plan);
    }
  });
});

describe('what it reads of logs', () => {
  /** The log of one training of the newest run is that for a while. */
  function withLog(set: (path: string) => void, then: () => void): void {
    const path = join(unitOf(1, 'sigma-0.10'), 'ml.log');
    const before = readFileSync(path);
    rmSync(path);
    try {
      set(path);
      then();
    } finally {
      rmSync(path, { recursive: true, force: true });
      writeFileSync(path, before);
    }
  }
  const epochs = (from: number, to: number) =>
    Array.from(
      { length: to - from + 1 },
      (_, index) => `{"epoch": ${from + index}, "loss": ${from + index}}\n`,
    ).join('');

  it('draws what a training has printed, epoch by epoch', () => {
    const points = /<polyline[^>]* points="([^"]*)"><title>\/train:sigma-0\.10/.exec(html())?.[1]?.split(' ');
    expect(points).toHaveLength(5);
  });

  it('draws a training that began again from where it began', () => {
    withLog(
      (path) => writeFileSync(path, epochs(1, 9) + epochs(4, 12)),
      () => {
        const points = /points="([^"]*)"><title>\/train:sigma-0\.10/.exec(html())?.[1]?.split(' ');
        expect(points).toHaveLength(12);
      },
    );
  });

  it('shows the end of a long log, and draws all of it', () => {
    withLog(
      (path) => writeFileSync(path, `${epochs(1, 20_000)}${'noise\n'.repeat(100_000)}the end`),
      () => {
        const text = wordsOf(html());
        expect(text).toContain('from 0.4 to 20000');
        expect(text).toMatch(/The last 200 lines of units\/\S*sigma-0\.10\/ml\.log\. noise/);
        expect(text).toContain('noise the end');
      },
    );
  });

  it('takes binary and broken lines for what they are', () => {
    withLog(
      (path) =>
        writeFileSync(
          path,
          Buffer.concat([
            Buffer.from([0xff, 0xfe, 0x00, 0xc3]),
            Buffer.from(`\n{"epoch":\n{"epoch": 1, "loss": "x"}\n[1]\nnull\n${epochs(1, 2)}`),
          ]),
        ),
      () => expect(wordsOf(html())).toContain('loss of 2 commands'),
    );
  });

  it('follows no link out of the run, and waits for nothing', () => {
    const secret = join(folder, 'secret.txt');
    writeFileSync(secret, 'hunter2\n');
    withLog(
      (path) => symlinkSync(secret, path),
      () => expect(html()).not.toContain('hunter2'),
    );
    withLog(
      (path) => mkdirSync(path),
      () => expect(html()).toMatch(/^<!DOCTYPE html>/),
    );
    const unit = unitOf(1, 'sigma-0.15');
    const elsewhere = join(folder, 'elsewhere');
    mkdirSync(elsewhere);
    writeFileSync(join(elsewhere, 'ml.log'), 'hunter3\n');
    const log = readFileSync(join(unit, 'ml.log'));
    rmSync(unit, { recursive: true });
    try {
      symlinkSync(elsewhere, unit);
      expect(html()).not.toContain('hunter3');
    } finally {
      rmSync(unit);
      mkdirSync(unit);
      writeFileSync(join(unit, 'ml.log'), log);
    }
  });

  it('writes a run that has only begun', () => {
    const id = '20991231-000000000-sweep-0000';
    const begun = join(folder, '.ml-workflow', 'runs', id);
    mkdirSync(begun);
    writeFileSync(join(begun, 'plan.json'), readFileSync(inRun(1, 'plan.json')));
    const [first = ''] = readFileSync(inRun(1, 'journal.jsonl'), 'utf8').split('\n');
    writeFileSync(join(begun, 'journal.jsonl'), `${first}\n`);
    try {
      expect(wordsOf(html(id))).toContain('▸ running: sweep starting');
    } finally {
      rmSync(begun, { recursive: true });
    }
  });
});
