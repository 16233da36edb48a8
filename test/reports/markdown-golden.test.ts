/** The comments that people read, as files to be read by eye. `UPDATE_GOLDEN=1` writes them anew. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/language/diagnostic.ts';
import { sourceOf } from '../../src/language/source.ts';
import { prepare } from '../../src/prepare.ts';
import { answerMarkdown } from '../../src/reports/answer.ts';
import { auditIn } from '../../src/reports/audit.ts';
import { doneLine } from '../../src/reports/done-line.ts';
import { markdownReport } from '../../src/reports/markdown.ts';
import { queuedMarkdown } from '../../src/reports/queued.ts';
import { sweepChart, thresholdsOf } from '../../src/reports/sweep-chart.ts';
import { sha, states, storyNames, storyReport, yaml } from './stories.ts';

const folder = fileURLToPath(new URL('../golden/reports', import.meta.url));

function golden(name: string, text: string): void {
  const path = join(folder, `${name.replaceAll(' ', '-')}.md`);
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, `${text}\n`);
  expect(`${text}\n`).toBe(readFileSync(path, 'utf8'));
}

const subject = { workflow: 'sweep', project: '', github_run: 7102 };

/** All that a comment may hold; the flowchart has tests of its own. */
function commentOf(name: string, limit = 65_000): string {
  const report = storyReport(name);
  const state = states[name === 'stale' ? 'met' : name]?.();
  const [sweep] = report.sweeps;
  const chart = state && sweep && sweepChart(sweep, thresholdsOf(state.plan, sweep));
  const options =
    name === 'met'
      ? [
          { option: 'epochs', before: '50', now: '60' },
          { option: 'hidden', before: undefined, now: '128' },
        ]
      : [];
  return markdownReport(report, {
    ...{ limit, audit: subject, options },
    flowchart: 'flowchart LR\n  n0["the chain"]',
    ...(chart ? { chart } : {}),
  });
}

describe('a comment', () => {
  test.each(storyNames)('%s', (name) => golden(name, commentOf(name)));

  test('of a run that has not begun', () => {
    const before = auditIn(commentOf('not met'));
    if (!before) throw new Error('the comment has no audit');
    const text = queuedMarkdown({
      ...{
        workflow: 'sweep',
        sha,
        by: 'maya',
        asked: '/ml-train --epochs 60',
        position: 1,
        quote: 5,
        before,
      },
      ...{ github_run: 7103, url: 'https://github.com/moola/demo/actions/runs/7103' },
    });
    golden('queued', text);
  });
});

describe('an answer', () => {
  test('to a mistake, with the caret and the nearest name', () => {
    golden(
      'mistake',
      answerMarkdown({
        diagnostics: mistakesIn('/setup → /trian:sigma-0.10 → /if:acc>0.9 → /deploy'),
        help: '`/ml-help` says what you may run here',
      }),
    );
  });

  test('to what is not allowed', () => {
    golden(
      'refused',
      answerMarkdown({
        why: '`sweep` needs the role `write`, and yours is `read`',
        help: 'somebody with that role may comment `/ml-train @abc1234`',
      }),
    );
  });
});

function mistakesIn(chain: string): readonly Diagnostic[] {
  const project = mkdtempSync(join(tmpdir(), 'ml-answer-'));
  try {
    writeFileSync(join(project, 'ml-workflow.yml'), yaml);
    const wanted = { is: 'chain', source: sourceOf('<comment>', chain) } as const;
    return prepare({ wanted, folder: project, shownFrom: project, given: [] }).diagnostics;
  } finally {
    rmSync(project, { recursive: true });
  }
}

test('the one line at the end of each', () => {
  const comment = 'https://github.com/moola/demo/pull/12#issuecomment-1';
  golden('done', storyNames.map((name) => doneLine(storyReport(name), { comment })).join('\n'));
});

test('the page about reports shows what they show', () => {
  const page = readFileSync(fileURLToPath(new URL('../../docs/reports.md', import.meta.url)), 'utf8');
  const [compared = 'nothing'] = /^\| metric \| base[\s\S]*?(?=\n\n)/m.exec(commentOf('met')) ?? [];
  expect(page).toContain(compared);
});
