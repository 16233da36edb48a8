/** What a comment remembers of its run, and of those before it. */
import { describe, expect, test } from 'vitest';
import { auditIn, auditText, earlierFrom, markedStale } from '../../src/reports/audit.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { queuedMarkdown } from '../../src/reports/queued.ts';
import { reportOf } from '../../src/reports/report.ts';
import { brokenIn } from './markdown-rig.ts';
import { context, head, sha, states, storyReport } from './stories.ts';

const audit = { workflow: 'sweep', project: 'examples/lstm', github_run: 7102 };
const marker = '<!-- ml-workflow: sweep -->';
const comment = (name: string) => `${marker}\n${markdownReport(storyReport(name), { limit: 65_000, audit })}`;

describe('the audit', () => {
  test('says who asked for what, and how it ended', () => {
    expect(auditIn(comment('waiting for approval'))).toEqual({
      ...{
        schema: 1,
        workflow: 'sweep',
        project: 'examples/lstm',
        run: 'r',
        github_run: 7102,
        sha,
        by: 'maya',
      },
      ...{ asked: '/ml-train --epochs 60', verdict: 'waiting', reason_code: 'waiting-approval' },
      ...{ words: 'waiting for approval', sign: '⏸️', metric: 'best_accuracy', value: 0.9617 },
      ...{ waiting_for: ['production'], started: '2026-11-21T10:00:00.000Z', ended: expect.any(String) },
      ...{ url: context.url, earlier: [] },
    });
  });

  test('knows the quote, the cost and who approved', () => {
    const state = states.met?.();
    if (!state) throw new Error('there is no such story');
    const report = reportOf(state, '2026-11-21T12:00:00.000Z', {
      ...context,
      ...{ quote: 5, approved_by: ['sam'] },
    });
    const text = markdownReport({ ...report, money: { quoted: 0.5, spent: 0.42 } }, { limit: 65_000, audit });
    expect(auditIn(text)).toMatchObject({ quote: 5, cost: 0.42, approved_by: ['sam'] });
  });

  test('cannot end the comment it is hidden in, nor mention anybody', () => {
    const asked = '/ml-train --> <b>@maya</b> <!-- x --\u202e\ud800';
    const text = auditText({ schema: 1, workflow: '--->', sha, verdict: 'failed', asked });
    expect(text.slice(4, -3)).not.toMatch(/--|[<>@]|\p{Surrogate}/u);
    expect(auditIn(text)?.asked).toMatch(/^\/ml-train --> <b>@maya<\/b> <!-- x --/);
  });

  test('leaves out what is not right, and nothing else', () => {
    const text = auditText({
      ...{
        schema: 1,
        workflow: 'sweep',
        sha,
        verdict: 'passed',
        by: 'not a login!',
        cost: Number.NaN,
        run: 'r',
      },
      url: 'javascript:alert(1)',
    });
    expect(auditIn(text)).toEqual({
      ...{ schema: 1, workflow: 'sweep', project: '', sha, verdict: 'passed', run: 'r', earlier: [] },
    });
    expect(auditText({ schema: 1, workflow: 'sweep', sha: 'no commit', verdict: 'passed' })).toBe('');
  });

  const own = auditText({ schema: 1, workflow: 'sweep', sha, verdict: 'passed' });
  test.each([
    ['nothing', ''],
    ['another comment', 'hello'],
    ['one in the middle of a log', `${own}\n\nmore`],
    ['one behind other words', `x ${own}`],
    ['no JSON', '<!-- ml-workflow-audit: {x} -->'],
    ['a field that nobody knows', own.replace('"schema":1', '"schema":1,"extra":1')],
    ['another schema', own.replace('"schema":1', '"schema":2')],
    ['a verdict that is none', own.replace('"passed"', '"great"')],
    ['a commit that is none', own.replace(sha, 'main')],
    ['one that fills the memory', own.replace('"sweep"', `"${'x'.repeat(70_000)}"`)],
  ])('is not read from %s', (_name, body) => {
    expect(auditIn(body)).toBeUndefined();
    expect(earlierFrom(body)).toEqual([]);
  });

  test('may stand behind what people write above, as an edit leaves it', () => {
    expect(auditIn(`${own}\n`)?.verdict).toBe('passed');
  });
});

describe('the runs before', () => {
  test('are the one that the comment tells of, and those that it remembers, the newest first', () => {
    const before = earlierFrom(comment('not met'));
    expect(before.map(({ run, verdict, value }) => [run, verdict, value])).toEqual([
      ['r', 'gate not met', 0.9617],
      ['20261120-200000-sweep-1b2c', 'gate not met', 0.88],
      ['20261119-100000-sweep-9c0d', 'cancelled', undefined],
    ]);
    const report = { ...storyReport('met'), run: 'r2', earlier: before };
    expect(earlierFrom(markdownReport(report, { limit: 65_000, audit })).map(({ run }) => run)).toEqual([
      ...['r2', 'r', '20261120-200000-sweep-1b2c', '20261119-100000-sweep-9c0d'],
    ]);
  });

  test('are never more than twenty, and a run that goes on is none of them', () => {
    const state = states.met?.();
    if (!state) throw new Error('there is no such story');
    const many = Array.from({ length: 30 }, (_, index) => ({
      ...{ run: index === 3 ? 'r' : `r${index}`, sha, at: '2026-11-20T09:31:00.000Z' },
      ...{ verdict: 'passed', sign: '✅' },
    }));
    const report = reportOf(state, '2026-11-21T12:00:00.000Z', { ...context, earlier: many });
    expect(report.earlier).toHaveLength(20);
    expect(report.earlier?.map(({ run }) => run)).not.toContain('r');
    expect(earlierFrom(markdownReport(report, { limit: 65_000, audit }))).toHaveLength(20);
  });

  test('outlive a run that never began', () => {
    const before = auditIn(comment('not met'));
    if (!before) throw new Error('the comment has no audit');
    const queued = queuedMarkdown({ workflow: 'sweep', sha, by: 'maya', asked: '/ml-train', before });
    expect(brokenIn(queued)).toEqual([]);
    expect(auditIn(queued)?.verdict).toBe('queued');
    expect(earlierFrom(queued).map(({ run }) => run)).toEqual([
      ...['r', '20261120-200000-sweep-1b2c', '20261119-100000-sweep-9c0d'],
    ]);
  });
});

describe('a verdict that has become old', () => {
  const stale = { because: 'head-moved', now: head } as const;

  test('is marked as a report of it would be', () => {
    const marked = markedStale(comment('met'), stale);
    expect(marked).toContain(
      '\n\n> ⚠️ This verdict is about `abc1234`; the pull request is at `def5678` now:',
    );
    expect(marked && brokenIn(marked)).toEqual([]);
    expect(auditIn(marked ?? '')).toEqual(auditIn(comment('met')));
    expect(comment('stale')).toContain(marked?.split('\n\n')[2] ?? 'nothing');
  });

  test('once, however often the pull request moves on', () => {
    const again = { because: 'head-moved', now: 'c'.repeat(40) } as const;
    const marked = markedStale(markedStale(comment('met'), stale) ?? '', again) ?? '';
    expect(marked.match(/This verdict is/g)).toHaveLength(1);
    expect(marked).toContain('is at `ccccccc` now');
  });

  test('also when the base has moved, or the asker had named the commit', () => {
    const marked = markedStale(comment('met'), { because: 'base-moved', now: head });
    expect(marked).toContain(
      '> ⚠️ This verdict is against an earlier run of the base branch; `def5678` has been accepted since: comment `/ml-train --epochs 60` to run again.',
    );
    const named = { ...storyReport('met'), asked: '/ml-train @abc1234 --epochs 60', stale };
    expect(markdownReport(named, { limit: 65_000 })).toContain(
      'comment `/ml-train @def5678 --epochs 60` to run',
    );
  });

  test('stays within the limit of a comment', () => {
    const limit = 9_000;
    const body = markdownReport(storyReport('100 cells'), { limit, audit });
    expect(markedStale(body, stale)?.length).toBeLessThanOrEqual(limit);
  });

  test('is nothing that is done to comments of others', () => {
    expect(markedStale('## ✅ sweep: passed\n\nfacts', stale)).toBeUndefined();
  });
});
