/** The keys for compiled workflows: what they take, and in whose words a mistake is told. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/prepare.ts';
import { cronProblem } from '../../src/project/cron.ts';
import { load } from '../../src/project/load.ts';
import { temporaryFolder } from '../targets/rig.ts';

/** The project file and a workflow file; what is said about them, one line each. */
function said(project: string, workflow = ''): string[] {
  const folder = projectOf(project, workflow);
  const wanted = { is: 'workflow', reference: 'w' } as const;
  const { diagnostics } = prepare({ wanted, folder, shownFrom: folder, given: [] });
  return diagnostics.map(({ code, message }) => `${message} [${code}]`);
}

function projectOf(project: string, workflow: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'workflows'));
  writeFileSync(join(folder, 'ml-workflow.yml'), project);
  writeFileSync(join(folder, 'workflows', 'w.yml'), `${workflow}\nchain: /continue\n`);
  return folder;
}

function loaded(project: string, workflow = '') {
  const folder = projectOf(project, workflow);
  return load(folder, folder, { is: 'workflow', reference: 'w' });
}

describe('cron lines', () => {
  it.each([
    ...['0 0 * * *', '17 5 * * 1', '*/5 * * * *', '0,30 9-17 * * MON-FRI', '5/15 * 1,15 jan-jun *'],
    ...['  0  3  *  *  0 ', '59 23 31 12 6', '0-59/5 * * * *', '30/45 * * * *'],
  ])('%j is one', (text) => expect(cronProblem(text)).toBeUndefined());

  it.each([
    ['@daily', 'has five fields'],
    ['* * * *', 'has five fields'],
    ['0 0 * * * *', 'has five fields'],
    ['60 * * * *', '`60` is no minute: 0 to 59'],
    ['0 24 * * *', '`24` is no hour: 0 to 23'],
    ['0 0 0 * *', '`0` is no day of the month: 1 to 31'],
    ['0 0 * 13 *', '`13` is no month'],
    ['0 0 * * 7', '`7` is no day of the week: 0 to 6'],
    ['0 0 * * monday', '`monday` is no day of the week'],
    ['0 0 ? * *', '`?` is no day of the month'],
    ['0 0 L * *', '`L` is no day'],
    ['5-1 * * * *', '`5-1` is no minute'],
    ['1-2-3 * * * *', 'is no minute'],
    ['*/0 * * * *', 'is no minute'],
    ['1, * * * *', 'is no minute'],
    ['-1 * * * *', 'is no minute'],
    ['1.5 * * * *', 'is no minute'],
    ['0x1 * * * *', 'is no minute'],
    ['* * * * *', 'every 5 minutes at most'],
    ['*/4 * * * *', 'every 5 minutes at most'],
    ['10,12 * * * *', 'every 5 minutes at most'],
  ])('%j is none', (text, problem) => expect(cronProblem(text)).toContain(problem));
});

describe('on', () => {
  it('is what GitHub starts a workflow by', () => {
    const on = `on:
  comment: /go
  label: ml:go
  dispatch: true
  schedule: [{ cron: "0 3 * * *" }, { cron: "0 4 * * *", timezone: Europe/Berlin }]
  push: { branches: main, tags-ignore: [v0.*], paths: ["data/**", "!data/tmp/**"] }
`;
    expect(said('{}', on)).toEqual([]);
    expect(loaded('{}', on).workflow?.on).toEqual({
      comment: '/go',
      label: 'ml:go',
      schedule: [{ cron: '0 3 * * *' }, { cron: '0 4 * * *', timezone: 'Europe/Berlin' }],
      push: { branches: ['main'], 'tags-ignore': ['v0.*'], paths: ['data/**', '!data/tmp/**'] },
    });
    expect(loaded('{}', 'on: { schedule: "17 5 * * 1" }').workflow?.on).toEqual({
      schedule: [{ cron: '17 5 * * 1' }],
    });
    expect(loaded('{}').workflow?.on).toEqual({});
  });

  it.each(['on:\n  push:', 'on: { push: {} }'])('takes every push: %j', (on) => {
    expect(said('{}', on)).toEqual([]);
    expect(loaded('{}', on).workflow?.on).toEqual({ push: {} });
  });

  it.each([
    ['schedule: daily', '`on.schedule`: a schedule has five fields'],
    ['schedule: "* * * * *"', '`on.schedule`: a schedule runs every 5'],
    ['schedule: []', 'a list of schedules has at least one'],
    ['schedule: [{ cron: "0 0 * * 9" }]', '`on.schedule.0.cron`: `9` is no day of the week'],
    [
      'schedule: [{ cron: "0 0 * * 1", timezone: Berlin }]',
      '`on.schedule.0.timezone`: a time zone is written',
    ],
    ['schedule: [{ cron: "0 0 * * 1", timezone: "+01:00" }]', 'a time zone is written'],
    ['schedule: [{ cron: "0 0 * * 1", zone: UTC }]', 'unknown key `zone` in `on.schedule.0`'],
    ['schedule: [{ timezone: UTC }]', 'missing key `cron`'],
    ['push: { branches: [] }', 'a list of patterns has at least one'],
    ['push: { branches: ["!x"] }', 'patterns with `!` take away from others'],
    ['push: { branches: a, branches-ignore: b }', '`branches` and `branches-ignore` do not go together'],
    ['push: { branch: main }', 'unknown key `branch` in `on.push`'],
    ['push: { branches: ["${{ x }}"] }', '`${{ }}` has no meaning in this file'],
    ['push: true', '`on.push`'],
    ['dispatch: {}', '`on.dispatch`: expected `true` or `false`, found a mapping'],
    ['dispatched: true', 'unknown key `dispatched` in `on`'],
  ])('refuses %j', (on, message) => {
    expect(said('{}', `on: { ${on} }`).join('\n')).toContain(message);
  });
});

describe('environment', () => {
  const commands = (environment: string) => `commands: { a: { run: a, environment: ${environment} } }\n`;

  it('stands in the plan', () => {
    const folder = projectOf(commands('"my prod / eu"'), '');
    writeFileSync(join(folder, 'workflows', 'w.yml'), 'chain: /a\n');
    const wanted = { is: 'workflow', reference: 'w' } as const;
    const { plan } = prepare({ wanted, folder, shownFrom: folder, given: [] });
    expect(plan?.commands.a).toMatchObject({ environment: 'my prod / eu' });
  });

  it.each([
    ['""', 'environment'],
    [`"${'x'.repeat(256)}"`, 'has at most 255 characters'],
    ['" a"', 'no blanks at its ends'],
    [`"a'b"`, 'no quotes'],
    ['"a\\nb"', 'no quotes'],
    ['[a]', 'expected a text'],
    ['"${{ x }}"', '`${{ }}` has no meaning in this file'],
  ])('is not %s', (environment, message) => expect(said(commands(environment)).join()).toContain(message));

  it('has no effect on a chain, and no agent has one', () => {
    expect(said('commands: { a: { chain: /continue, environment: x } }\n')).toEqual([
      '`environment:` has no effect on a command with `chain:` [invalid-value]',
    ]);
    expect(said('agents: { a: { run: "$1", environment: x } }\n').join()).toContain('environment');
  });
});

describe('fanout and runs-on', () => {
  it('are those of the project, and a workflow may fan out otherwise', () => {
    const { project, runsOn } = loaded('fanout: job\nruns-on: [self-hosted, gpu]\n');
    expect([project.fanout, runsOn]).toEqual(['job', ['self-hosted', 'gpu']]);
    expect(loaded('fanout: job\n', 'fanout: matrix').project.fanout).toBe('matrix');
    const none = loaded('{}');
    expect([none.project.fanout, none.runsOn]).toEqual([undefined, 'ubuntu-latest']);
    expect(loaded('runs-on: ubuntu-24.04\n').runsOn).toBe('ubuntu-24.04');
  });

  it('do not hinder another workflow that calls this one', () => {
    const folder = projectOf('{}', 'fanout: job\non: { push: {} }');
    writeFileSync(join(folder, 'workflows', 'x.yml'), 'chain: /w\n');
    const wanted = { is: 'workflow', reference: 'x' } as const;
    const { plan, diagnostics } = prepare({ wanted, folder, shownFrom: folder, given: [] });
    expect([diagnostics, plan?.fanout]).toEqual([[], undefined]);
  });

  it.each([
    ['fanout: jobs', '`fanout`: expected `matrix` or `job`'],
    ['runs-on: []', 'a list of labels has at least one'],
    ['runs-on: ""', 'no blanks at its ends'],
    ['runs-on: [" a"]', 'no blanks at its ends'],
    ['runs-on: { group: a }', '`runs-on`: expected a text or a list'],
    ['runs_on: a', 'unknown key `runs_on`'],
  ])('are not %j', (project, message) => expect(said(`${project}\n`).join()).toContain(message));

  it('the runners are not those of a workflow', () =>
    expect(said('{}', 'runs-on: a')).toEqual(['unknown key `runs-on` [unknown-key]']));
});
