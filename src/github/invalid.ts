/** Tells GitHub that a workflow is invalid: a failed check run with every mistake at its line, and no stale comment. */
import * as core from '@actions/core';
import { annotationOf } from '../language/annotation.ts';
import type { Diagnostic } from '../language/diagnostic.ts';
import { code, fenced, prose } from '../reports/markdown-text.ts';
import { GitHubApi, lossOf } from './api.ts';
import { type CheckAnnotation, CheckRuns } from './check-runs.ts';
import { stickyComment } from './comment.ts';
import { labelOf, type Subject, umbrellaName } from './names.ts';
import type { Trigger } from './trigger.ts';

/** Leaves room in a check run and in a comment for the rest, and for a fence as long as the text demands. */
const textLimit = 30_000;

export interface Invalid {
  readonly subject: Subject;
  /** In a few words: `2 errors`. */
  readonly reason: string;
  /** The diagnostics as the log shows them. */
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly token: string;
  readonly wantsComment: boolean;
  readonly trigger: Trigger;
}

/** Returns what could not be written. */
export async function reportInvalidTo(invalid: Invalid): Promise<readonly string[]> {
  const { subject, reason, diagnostics, token, trigger } = invalid;
  const text = fenced(invalid.text.slice(0, textLimit));
  const headline = `## ❌ ${prose(labelOf(subject))}: invalid`;
  await core.summary.addRaw(`${headline}\n\n${reason}\n\n${text}`, true).write();
  if (token === '') return [];
  const api = new GitHubApi(token);
  const checks = new CheckRuns(api, trigger);
  const lost: string[] = [];
  const attempt = async (what: string, permission: string, task: () => Promise<unknown>) => {
    try {
      await task();
    } catch (error) {
      lost.push(lossOf(what, permission, error, trigger));
    }
  };
  await attempt('the check run', 'checks', async () => {
    const name = umbrellaName(subject).slice(0, 200);
    await checks.create(name, 'in_progress', { title: reason, summary: text });
    const annotations = diagnostics.flatMap(annotation);
    await checks.complete(name, 'failure', { title: reason, summary: text, annotations });
  });
  // A comment that tells of an earlier run would now say `passed` of a workflow that cannot run.
  const comment = invalid.wantsComment ? stickyComment(api, trigger, subject) : undefined;
  const facts = `${reason} · at ${code(trigger.sha.slice(0, 7))} · [log](${trigger.url})`;
  await attempt(
    'the comment',
    'pull-requests',
    async () => await comment?.replace(`${headline}\n\n${facts}\n\n${text}`),
  );
  return lost;
}

function annotation(diagnostic: Diagnostic): CheckAnnotation[] {
  const { severity, title, message, place } = annotationOf(diagnostic);
  if (!place) return [];
  const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const;
  return [
    {
      path: place.file,
      start_line: place.line,
      end_line: place.line,
      start_column: place.column,
      end_column: place.endColumn,
      annotation_level: levels[severity],
      title,
      message,
    },
  ];
}
