/** Rules of the GitHub layer that need no server: triggers, waits, losses, names, sizes, and a reporter that must not throw. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { initialState } from '../../src/engine/state.ts';
import { GitHubApi, lossOf } from '../../src/github/api.ts';
import { CheckRuns } from '../../src/github/check-runs.ts';
import { markerOf } from '../../src/github/names.ts';
import { GitHubReporter } from '../../src/github/reporter.ts';
import { resultLimit, resultOutput } from '../../src/github/result-output.ts';
import { readTrigger, TriggerRefused } from '../../src/github/trigger.ts';
import { sourceOf } from '../../src/language/source.ts';
import type { NodeId } from '../../src/plan/plan.ts';
import { prepare } from '../../src/prepare.ts';
import type { Report } from '../../src/reports/report.ts';

function trigger(event: string, payload: object) {
  const folder = mkdtempSync(join(tmpdir(), 'ml-workflow-trigger-'));
  try {
    const path = join(folder, 'event.json');
    writeFileSync(path, JSON.stringify(payload));
    return readTrigger({
      GITHUB_EVENT_NAME: event,
      GITHUB_EVENT_PATH: path,
      GITHUB_REPOSITORY: 'moola/demo',
      GITHUB_SHA: 'abc',
      GITHUB_RUN_ID: '1',
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const pullOf = (repo: object | null) => ({
  action: 'opened',
  pull_request: { number: 3, head: { sha: 'def', repo } },
});

describe('triggers', () => {
  test.each(['push', 'merge_group', 'schedule', 'workflow_dispatch', 'repository_dispatch'])(
    '%s',
    (event) => {
      expect(trigger(event, {})).toMatchObject({ event, sha: 'abc', isFork: false });
    },
  );

  test.each([
    ['issue_comment', {}],
    ['pull_request_target', pullOf(null)],
    ['workflow_run', {}],
    ['discussion_comment', {}],
    ['issues', {}],
    ['an event of tomorrow', {}],
    ['pull_request', { ...pullOf(null), action: 'labeled' }],
    ['pull_request', { ...pullOf(null), action: 'unlabeled' }],
  ])('%s %j is refused', (event, payload) => {
    expect(() => trigger(event, payload)).toThrow(TriggerRefused);
  });

  test.each([
    [{ full_name: 'moola/demo' }, false],
    [{ full_name: 'stranger/demo' }, true],
    [null, true],
  ])('a pull request from %j', (repo, isFork) => {
    expect(trigger('pull_request', pullOf(repo))).toMatchObject({ sha: 'def', pull: { number: 3 }, isFork });
  });
});

const failure = (status: number, headers: Record<string, string> = {}, message = 'no') =>
  Object.assign(new Error(message), { status, response: { headers } });

/** Answers with these errors, then with `done`. */
function calls(...errors: readonly unknown[]) {
  const left = [...errors];
  const slept: number[] = [];
  let made = 0;
  const api = new GitHubApi('token', async (seconds) => {
    slept.push(seconds);
  });
  const call = async () => {
    made += 1;
    if (left.length > 0) throw left.shift();
    return 'done';
  };
  return { api, call, slept, made: () => made };
}

describe('a call that fails', () => {
  test.each([
    ['5xx', failure(502)],
    ['a closed connection', Object.assign(new Error('closed'), { code: 'ECONNRESET' })],
    ['fetch', new TypeError('fetch failed')],
  ])('by %s is made again, after looking whether it was done', async (_what, error) => {
    const { api, call, made } = calls(error);
    expect(await api.persist(call, { find: async () => 'found' })).toBe('found');
    expect(made()).toBe(1);
  });

  test('is made again when looking fails too', async () => {
    const { api, call } = calls(failure(502));
    const find = async () => Promise.reject(failure(503));
    expect(await api.persist(call, { find })).toBe('done');
  });

  test('by a mistake of this program is not', async () => {
    const { api, call, made } = calls(new TypeError('x is not a function'));
    await expect(api.persist(call)).rejects.toThrow('x is not a function');
    expect(made()).toBe(1);
  });

  test('by a rate limit waits as long as GitHub asks', async () => {
    const { api, call, slept } = calls(
      failure(403, { 'retry-after': '7' }),
      failure(429, { 'retry-after': '9' }),
    );
    expect(await api.persist(call)).toBe('done');
    expect(slept).toEqual([7, 9]);
  });

  test('by a rate limit that lasts longer than we wait gives up at once, and so do the calls after it', async () => {
    const reset = String(Math.round(Date.now() / 1000) + 1800);
    const { api, call, slept, made } = calls(
      failure(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset }),
    );
    await expect(api.persist(call)).rejects.toMatchObject({ status: 403 });
    await expect(api.persist(call)).rejects.toMatchObject({ status: 403 });
    expect(slept).toEqual([]);
    expect(made()).toBe(1);
    api.finish();
    expect(await api.persist(call)).toBe('done');
  });
});

test.each([
  [
    failure(403, {}, 'Resource not accessible by integration'),
    false,
    'the job needs `permissions: { checks: write }`',
  ],
  [failure(403), true, 'for a pull request from a fork GitHub gives the job a read-only token'],
  [failure(403, { 'retry-after': '90' }), true, "GitHub's rate limit for this token is reached"],
  [failure(403, { 'x-ratelimit-remaining': '0' }), false, "GitHub's rate limit for this token is reached"],
  [
    failure(403, {}, 'API rate limit exceeded for installation.'),
    false,
    "GitHub's rate limit for this token is reached",
  ],
])('a loss says what would bring it back: %#', (error, isFork, text) => {
  expect(lossOf('x', 'checks', error, { isFork })).toBe(`x was not written: ${text}`);
});

test('different workflows have different markers, and none ends its comment early', () => {
  const markers = ['a b', 'a_b', 'ä', 'ö', '--> @x', 'a\ud800'].map((workflow) =>
    markerOf({ workflow, project: '' }),
  );
  expect(new Set(markers).size).toBe(markers.length);
  for (const marker of markers) expect(marker).toMatch(/^<!-- (?:(?!--)[\x20-\x7e])* -->$/);
  expect(markerOf({ workflow: 'a', project: 'b' })).not.toBe(markerOf({ workflow: 'a in b', project: '' }));
});

describe('the `result` output', () => {
  const line = (size: number) => 'x'.repeat(size);
  const report = (rows: number, failures: number, tail: number, message = 10): Report => ({
    schema_version: 1,
    workflow: 'w',
    run: 'r',
    chain: '/a',
    decision: 'failed',
    reason_code: 'unit-failed',
    reason: 'because',
    started_at: '',
    seconds: 1,
    steps: [],
    gates: [],
    sweeps: [
      {
        node: 'p' as NodeId,
        config: [],
        metrics: [],
        rows: Array.from({ length: rows }, (_, index) => ({
          node: `n${index}` as NodeId,
          title: line(500),
          status: 'succeeded' as const,
          config: [],
          values: [],
          best: index === rows - 1,
        })),
      },
    ],
    metrics: [],
    failures: Array.from({ length: failures }, () => ({
      node: 'n' as NodeId,
      title: 't',
      class: 'exit-1',
      message: line(message),
      tail: [line(tail)],
    })),
  });
  const shortened = (given: Report) => {
    const text = resultOutput(given);
    expect(text.length).toBeLessThanOrEqual(resultLimit);
    return JSON.parse(text) as Report & { truncated?: boolean };
  };

  test('is whole when it fits', () => {
    expect(shortened(report(2, 2, 10))).toEqual(report(2, 2, 10));
  });

  test('loses tails, then rows but not the best, then failures', () => {
    const tails = shortened(report(2, 30, 10_000));
    expect(tails).toMatchObject({ truncated: true });
    expect(tails.failures.map(({ tail }) => tail)).toEqual(Array(30).fill([]));
    const rows = shortened(report(1000, 30, 1));
    expect(rows.sweeps[0]?.rows).toHaveLength(100);
    expect(rows.sweeps[0]?.rows.filter(({ best }) => best)).toHaveLength(1);
    expect(rows.failures).toHaveLength(30);
    expect(shortened(report(1000, 300, 1, 2000)).failures).toHaveLength(20);
    expect(shortened(report(1, 300, 1, 50_000))).toMatchObject({ truncated: true, decision: 'failed' });
  });
});

test('a mistake in rendering or saving becomes a loss, and ends neither run nor process', async () => {
  const wanted = { is: 'chain' as const, source: sourceOf('<chain>', '/train') };
  const folder = mkdtempSync(join(tmpdir(), 'ml-workflow-reporter-'));
  writeFileSync(join(folder, 'ml-workflow.yml'), "commands: { train: { shell: sh, run: 'true' } }\n");
  const { plan } = prepare({ wanted, folder, shownFrom: folder, given: [] });
  rmSync(folder, { recursive: true });
  if (!plan) throw new Error('the chain should have a plan');
  const api = new GitHubApi('token');
  const about = trigger('push', {});
  const checks = new CheckRuns(api, about, [{ id: 1, name: 'ml / chain' }]);
  const reporter = new GitHubReporter({
    plan,
    subject: { workflow: 'chain', project: '' },
    trigger: about,
    api,
    checks: Object.assign(checks, {
      create: async () => {},
      update: async () => {},
      complete: async () => {},
    }),
    comment: Object.assign(Object.create(null), {
      room: 1000,
      body: async () => undefined,
      write: async () => {},
      replace: async () => false,
    }),
    saved: () => {
      throw new Error('the state file is gone');
    },
    now: () => {
      throw new Error('no time');
    },
  });
  const state = initialState(plan);
  reporter.open();
  const conclusion = { decision: 'passed', reasonCode: 'no-gates', reason: 'all went well' } as const;
  reporter.event({ seq: 1, at: '', type: 'run-started', schema: 1, run: 'r', workflow: 'chain' }, state);
  await reporter.concluded();
  Object.assign(state, { conclusion });
  await reporter.concluded();
  expect(reporter.lost).toEqual([
    'the check run was not written: the state file is gone',
    'the comment was not written: no time',
  ]);
});
