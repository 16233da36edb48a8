/** What docs/pull-requests.md and docs/getting-started.md show is so: commands, mistakes, keys of the policy, permissions. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readComment } from '../src/admission/asked.ts';
import { targets, templates } from '../src/cli/init/choices.ts';
import { printDiagnostic } from '../src/language/print-diagnostic.ts';
import { prepare } from '../src/prepare.ts';
import { policy } from '../src/project/policy-schema.ts';
import { projectWith } from './drivers/rig.ts';
import { lintWorkflow } from './rig/lint-workflow.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');
const pulls = page('pull-requests.md');
const start = page('getting-started.md');
const fence = (text: string, info: string, from = '') =>
  new RegExp(`^\`\`\`${info}\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(text.slice(text.indexOf(from)))?.[1] ?? '';
/** The rows of the table behind a text, without head and line. */
const rows = (text: string, from: string) =>
  /(?:^\|.*\n)+/m
    .exec(text.slice(text.indexOf(from)))?.[0]
    .trimEnd()
    .split('\n')
    .slice(2)
    .map((row) => row.replaceAll('\\|', '\0').split('|').slice(1, -1)) ?? [];
const codes = (cell = '') =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code.replaceAll('\0', '|'));

const commands = `axes: { sigma: { flag: --sigma } }
targets: { box: { kind: ssh, host: h, key: k, host-key: { env: K } } }
commands:
  train: { run: ./train "$@", target: box, params: { epochs: { type: integer, default: 3, flag: --epochs } }, metrics: [{ output: [accuracy] }] }
  deploy: { run: ./deploy, target: box, deploys: production }
`;
const folder = projectWith({
  'ml-workflow.yml': `${commands}${fence(pulls, 'yaml ml-workflow.yml')}`,
  'workflows/sweep.yml': fence(pulls, 'yaml workflows/sweep.yml'),
});
mkdirSync(join(folder, '.git'));
const wanted = { is: 'workflow', reference: 'sweep' } as const;
const prepared = prepare({ wanted, folder, shownFrom: folder, given: [] });

describe('docs/pull-requests.md', () => {
  it('shows a project without mistakes', () => {
    expect(prepared.diagnostics).toEqual([]);
    expect(prepared.policy.limits).toEqual({ runsPerPerson: 10, dollarsPerPerson: 40, dollars: 200 });
  });

  const shown = rows(pulls, '| write | what it does |').flatMap(([cell]) => codes(cell));

  it.each(shown)('`%s` is a command', (body) => {
    expect(readComment(body, prepared)).toMatchObject({ is: 'asked' });
  });

  it('shows every control command', () => {
    const found = shown.map((body) => readComment(body, prepared));
    const controls = found.flatMap((read) =>
      read.is === 'asked' && read.asked.is === 'control' ? [read.asked.control] : [],
    );
    expect([...new Set(controls)]).toEqual(['plan', 'status', 'stop', 'approve', 'resume', 'help']);
  });

  it.each([
    '```\n/ml-sweep\n```',
    '> /ml-sweep',
    '`/ml-sweep`',
    'so /ml-sweep',
    '    /ml-sweep',
    '/usr/bin/python',
  ])('what it calls no command is none: %j', (body) =>
    expect(readComment(body, prepared)).toEqual({ is: 'nothing' }),
  );

  it('shows comments that are understood', () => {
    for (const [quotation] of pulls.matchAll(/(?:^>.*\n)+/gm)) {
      const body = quotation.replace(/^> ?/gm, '');
      expect(readComment(body, prepared), body).toMatchObject({ is: 'asked', asked: { is: 'workflow' } });
    }
  });

  it('shows how a mistake is answered', () => {
    const read = readComment('/ml-sweep --epoch 60', prepared);
    const said = read.is === 'mistake' ? read.diagnostics.map((one) => printDiagnostic(one)).join('\n') : '';
    expect(`${said}\n`).toBe(fence(pulls, 'text', 'A mistake is answered'));
  });

  it('lists every key of the policy, and no other', () => {
    const listed = rows(pulls, '| key of `policy:`').flatMap(([cell]) => codes(cell));
    expect(listed.sort()).toEqual(Object.keys(policy.shape).sort());
  });

  it('lists the permissions that the files have', () => {
    const listed = rows(pulls, '| file | started by |');
    const given = (from: number, to: number) =>
      Object.fromEntries(
        listed
          .slice(from, to)
          .flatMap(([, , cell]) => codes(cell))
          .map((one) => one.split(': ')),
      );
    for (const [file, job, permissions] of [
      ['ml.yml', 'route', given(0, 3)],
      ['ml-run.yml', 'run', given(3, 5)],
    ] as const) {
      const written = parse(readFileSync(join(root, 'templates', file), 'utf8'));
      expect(permissions, file).toEqual(written.jobs[job].permissions);
    }
  });
});

describe('docs/getting-started.md', () => {
  it('lists what init can be asked for', () => {
    expect(rows(start, '| template |').flatMap(([cell]) => codes(cell))).toEqual([...templates]);
    expect(rows(start, '| `--target` |').flatMap(([cell]) => codes(cell))).toEqual([...targets]);
  });

  it('shows metrics and a policy that a project file may have', () => {
    const parts = [
      fence(start, 'yaml', 'A command tells its metrics'),
      fence(start, 'yaml', 'With `--target local`'),
    ];
    const one = projectWith({ 'ml-workflow.yml': parts.join('\n'), 'workflows/x.yml': 'chain: /train\n' });
    const { diagnostics } = prepare({
      wanted: { ...wanted, reference: 'x' },
      folder: one,
      shownFrom: one,
      given: [],
    });
    expect(diagnostics).toEqual([]);
  });

  it('shows ten lines of YAML that GitHub takes', async () => {
    const text = fence(start, 'yaml', '## Ten lines');
    expect(text.trimEnd().split('\n')).toHaveLength(10);
    expect(await lintWorkflow('ml.yml', text)).toEqual([]);
  });
});
