/** Runs of a schedule that came late or not at all: what is told of them, once, and what is started in their place, once. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { exitCodes } from '../../src/exit-codes.ts';
import { GitHubApi } from '../../src/github/api.ts';
import { StateBranch } from '../../src/github/state-branch.ts';
import { catchUp } from '../../src/parts/catch-up.ts';
import { recordSlot, slotFacts, slotsKey, slotsOf } from '../../src/parts/slots.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';
import { temporaryFolder } from '../targets/rig.ts';

const name = { owner: 'moola', repository: 'demo' };
const subject = { workflow: 'nightly', project: '' };
const path = '.github/workflows/nightly.yml';
const daily = '47 4 * * *';
const day = (date: number, time = '04:47:00') => `2026-11-${date}T${time}Z`;
let github: RigGitHub;
let main: string;
let printed: string[];

beforeEach(async () => {
  github = await startGitHub({ workflows: ['nightly.yml'] });
  main = await github.push('main', {
    'ml-workflow.yml': 'commands: { check: { run: "true" } }\n',
    'workflows/nightly.yml': `on: { schedule: "${daily}" }\nchain: /check\n`,
    'workflows/other.yml': 'on: { comment: /other }\nchain: /check\n',
  });
  vi.stubEnv('GITHUB_API_URL', github.url);
  vi.useFakeTimers({ toFake: ['Date'] });
  printed = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  expect(github.violations).toEqual([]);
  await github.close();
});

function apiWith(permissions: Record<string, 'read' | 'write'>): GitHubApi {
  return new GitHubApi(github.token(permissions), async () => {});
}
const store = () => new StateBranch(apiWith({ contents: 'write' }), name);
const stored = async () => slotsOf(await store().read(slotsKey(subject)));

/** A run that GitHub has started by its clock. */
const start = (createdAt: string) =>
  github.queueRun({ event: 'schedule', headBranch: 'main', headSha: main, workflow: path, createdAt });

function environmentOf(run: number, cron = daily, more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const event = join(temporaryFolder(), 'event.json');
  writeFileSync(event, JSON.stringify({ schedule: cron }));
  return {
    ...{ GITHUB_EVENT_NAME: 'schedule', GITHUB_EVENT_PATH: event, GITHUB_RUN_ID: String(run) },
    GITHUB_WORKFLOW_REF: `moola/demo/${path}@refs/heads/main`,
    ...more,
  };
}

/** As the job that begins the run asks it, with the permissions that it has. */
async function facts(environment: NodeJS.ProcessEnv, schedules = [{ cron: daily }], request = {}) {
  const api = apiWith({ contents: 'read', actions: 'read' });
  const place = { ...name, api, state: new StateBranch(api, name), environment };
  return await slotFacts(place, subject, request, schedules);
}

/** The whole of a run: what it is told, and what it leaves. */
async function ran(createdAt: string): Promise<Awaited<ReturnType<typeof facts>>> {
  const environment = environmentOf(start(createdAt));
  const found = await facts(environment);
  await recordSlot(store(), subject, found.slot, environment);
  return found;
}

describe('a run of a schedule', () => {
  it('stands for the newest time before GitHub has made it', async () => {
    expect(await ran(day(18, '04:49:10'))).toEqual({ slot: '2026-11-18T04:47:00.000Z', notes: [] });
    expect(await stored()).toMatchObject({ lines: { [daily]: { last: '2026-11-18T04:47:00.000Z' } } });
    expect(await ran(day(19, '04:50:00'))).toEqual({ slot: '2026-11-19T04:47:00.000Z', notes: [] });
  });

  it('that comes late says how late', async () => {
    expect((await ran(day(18, '05:17:00'))).notes).toEqual([]);
    expect((await ran(day(19, '06:02:10'))).notes).toEqual([
      'GitHub has started this run 1 h 15 min late: it was due 2026-11-19 04:47 UTC.',
    ]);
  });

  it('tells of those that are missing, and the next one does not tell of them again', async () => {
    await ran(day(15, '04:50:00'));
    expect((await ran(day(17, '04:50:00'))).notes).toEqual([
      'GitHub has not started the run of 2026-11-16 04:47 UTC; this one stands for it.',
    ]);
    expect((await ran(day(18, '04:50:00'))).notes).toEqual([]);
    expect((await ran(day(23, '04:50:00'))).notes).toEqual([
      'GitHub has not started 4 runs of the schedule, due 2026-11-19 04:47 UTC, 2026-11-20 04:47 UTC, 2026-11-21 04:47 UTC and 1 more; this one stands for them.',
    ]);
    expect((await ran(day(24, '04:50:00'))).notes).toEqual([]);
  });

  it('takes one that was started and has written nothing down for no missing one', async () => {
    await ran(day(15, '04:50:00'));
    // It was lost, or goes on still; the other one GitHub has left out.
    start(day(16, '05:30:00'));
    expect((await ran(day(18, '04:50:00'))).notes).toEqual([
      'GitHub has not started the run of 2026-11-17 04:47 UTC; this one stands for it.',
    ]);
  });

  it('that waited for its turn stands for the time at which it was made', async () => {
    await ran(day(15, '04:50:00'));
    vi.setSystemTime(day(17, '22:00:00'));
    expect(await ran(day(16, '04:50:00'))).toEqual({ slot: '2026-11-16T04:47:00.000Z', notes: [] });
  });

  it('counts each line of a workflow for itself, and begins anew with another one', async () => {
    const two = [{ cron: '0 * * * *' }, { cron: '30  12 * * *' }];
    const run = async (cron: string, createdAt: string) => {
      const environment = environmentOf(start(createdAt), cron);
      const found = await facts(environment, two);
      await recordSlot(store(), subject, found.slot, environment);
      return found;
    };
    expect(await run('0 * * * *', day(18, '12:01:00'))).toEqual({
      slot: '2026-11-18T12:00:00.000Z',
      notes: [],
    });
    expect(await run('30 12 * * *', day(18, '12:31:00'))).toEqual({
      slot: '2026-11-18T12:30:00.000Z',
      notes: [],
    });
    expect((await run('0 * * * *', day(18, '14:01:00'))).notes).toHaveLength(1);
    expect(Object.keys((await stored()).lines)).toEqual(['0 * * * *', '30 12 * * *']);
    const changed = await facts(environmentOf(start(day(20, '05:00:00')), '0 5 * * *'), [
      { cron: '0 5 * * *' },
    ]);
    expect(changed).toEqual({ slot: '2026-11-20T05:00:00.000Z', notes: [] });
  });

  it('of a time zone is due by its clocks', async () => {
    const berlin = [{ cron: daily, timezone: 'Europe/Berlin' }];
    expect(await facts(environmentOf(start(day(18, '03:50:00'))), berlin)).toEqual({
      ...{ slot: '2026-11-18T03:47:00.000Z', notes: [] },
    });
  });

  it('is none for another event, or another line than those of the workflow', async () => {
    const none = { notes: [] };
    const run = start(day(18));
    expect(await facts({ ...environmentOf(run), GITHUB_EVENT_NAME: 'push' })).toEqual(none);
    expect(await facts(environmentOf(run, '1 1 * * *'))).toEqual(none);
    await recordSlot(store(), subject, day(18), {
      ...environmentOf(run),
      GITHUB_EVENT_NAME: 'workflow_dispatch',
    });
    expect(await stored()).toEqual({ schema: 1, lines: {} });
  });

  it('begins where nothing can be read, and says so', async () => {
    github.failNext({ method: 'GET', path: /contents\/slots/ }, { status: 422 });
    expect(await facts(environmentOf(start(day(18, '04:50:00'))))).toEqual({ notes: [] });
    expect(printed.join('')).toContain('::warning::whether runs of the schedule are missing is not known');
  });

  it('is not thrown off by something else in its place', async () => {
    await store().change(slotsKey(subject), () => ({ last: 'yesterday' }), 'By hand');
    expect((await ran(day(18, '04:50:00'))).notes).toEqual([]);
    expect(await stored()).toMatchObject({ lines: { [daily]: { last: '2026-11-18T04:47:00.000Z' } } });
  });
});

describe('catching up', () => {
  /** At a time of the rig's clock, as a job of the default branch. */
  async function look(
    at: string,
    run = 900,
    permissions: Record<string, 'read' | 'write'> = {},
  ): Promise<number> {
    vi.setSystemTime(at);
    const token = github.token({ contents: 'write', actions: 'write', ...permissions });
    const environment = {
      PATH: process.env.PATH,
      ...{ GITHUB_REPOSITORY: 'moola/demo', GITHUB_SERVER_URL: github.serverUrl, GITHUB_SHA: main },
      ...{ GITHUB_REF: 'refs/heads/main', GITHUB_RUN_ID: String(run), GITHUB_RUN_ATTEMPT: '1' },
      RUNNER_TEMP: mkdtempSync(join(temporaryFolder(), 'job-')),
    };
    return await catchUp(environment, { token, project: '' });
  }
  const requests = () =>
    github.dispatches.map((one) => (one.kind === 'workflow' ? [one.workflow, one.inputs.request] : []));
  const caughtUp = (slot: string) => ['nightly.yml', JSON.stringify({ slot })];

  it('starts what is missing, and once', async () => {
    await ran(day(15, '04:50:00'));
    expect(await look(day(18, '06:00:00'))).toBe(exitCodes.done);
    expect(requests()).toEqual([caughtUp('2026-11-18T04:47:00.000Z')]);
    expect(printed.join('')).toContain(
      'nightly: the run of 2026-11-18 04:47 UTC was missing, and is started now',
    );
    expect((await stored()).lines[daily]).toEqual({
      ...{ last: '2026-11-18T04:47:00.000Z', run: '900-1', caughtUp: true },
    });
    await look(day(18, '07:00:00'), 901);
    await look(day(19, '05:00:00'), 902);
    expect(requests()).toHaveLength(1);
  });

  it('waits an hour for GitHub', async () => {
    await ran(day(17, '04:50:00'));
    await look(day(18, '05:46:00'));
    expect(requests()).toEqual([]);
    await look(day(18, '05:47:00'));
    expect(requests()).toHaveLength(1);
  });

  it('starts nothing where GitHub has, however long that takes', async () => {
    await ran(day(17, '04:50:00'));
    start(day(18, '05:40:00'));
    await look(day(18, '20:00:00'));
    expect(requests()).toEqual([]);
  });

  it('starts nothing of before it was watched', async () => {
    await look(day(18, '06:00:00'));
    expect(requests()).toEqual([]);
    expect(printed.join('')).toContain('nightly: watched from now on');
    await look(day(19, '06:00:00'), 901);
    expect(requests()).toEqual([caughtUp('2026-11-19T04:47:00.000Z')]);
  });

  it('is done by one of two that look at the same time', async () => {
    await ran(day(15, '04:50:00'));
    await Promise.all([look(day(18, '06:00:00'), 900), look(day(18, '06:00:00'), 901)]);
    expect(requests()).toHaveLength(1);
  });

  it('is not done twice when the first could not be started', async () => {
    await ran(day(15, '04:50:00'));
    github.failNext({ method: 'POST', path: /dispatches/ }, { status: 422 }, 3);
    expect(await look(day(18, '06:00:00'))).toBe(exitCodes.failed);
    expect(printed.join('')).toMatch(
      /::error title=not caught up::nightly: `.github\/workflows\/nightly.yml` was not started/,
    );
    expect(await look(day(18, '07:00:00'), 901)).toBe(exitCodes.done);
    expect(requests()).toEqual([]);
  });

  it('leaves alone what somebody has disabled', async () => {
    await ran(day(15, '04:50:00'));
    const message = "Cannot trigger a 'workflow_dispatch' on a disabled workflow";
    github.failNext({ method: 'POST', path: /dispatches/ }, { status: 403, body: { message } }, 3);
    expect(await look(day(18, '06:00:00'))).toBe(exitCodes.done);
    expect(printed.join('')).toContain(
      'was missing: `.github/workflows/nightly.yml` was not started: the workflow is disabled',
    );
  });

  it('is told by the late one, which GitHub may start after all', async () => {
    await ran(day(17, '04:50:00'));
    await look(day(18, '06:00:00'));
    expect((await ran(day(18, '06:20:00'))).notes).toEqual([
      'GitHub has started this run 1 h 33 min late: it was due 2026-11-18 04:47 UTC.',
      'The run of 2026-11-18 04:47 UTC was caught up before GitHub has started this one.',
    ]);
    expect((await ran(day(19, '04:50:00'))).notes).toEqual([]);
  });

  it('is told by the run that does it', async () => {
    const slot = '2026-11-18T04:47:00.000Z';
    expect(await facts({ GITHUB_EVENT_NAME: 'workflow_dispatch' }, [{ cron: daily }], { slot })).toEqual({
      slot,
      notes: ['This run catches up the one of 2026-11-18 04:47 UTC, which GitHub has not started.'],
    });
  });

  it('needs the workflow to be compiled', async () => {
    main = await github.push('main', {
      'workflows/weekly.yml': 'on: { schedule: "0 3 * * 1" }\nchain: /check\n',
    });
    expect(await look(day(18, '06:00:00'))).toBe(exitCodes.failed);
    expect(printed.join('')).toContain(
      'weekly: there is no `.github/workflows/weekly.yml`: `ml-workflow compile` writes it',
    );
  });
});
