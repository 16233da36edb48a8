/** A verdict is about one commit: when the pull request, or what it was compared with, has moved on, its comment says so. */
import * as core from '@actions/core';
import type { Desk } from '../desk/desk.ts';
import { lossOf } from '../github/api.ts';
import { rewriteComment } from '../github/sticky-comments.ts';
import { markedStale } from '../reports/audit.ts';
import type { Stale } from '../reports/context.ts';
import { standingOn } from './standing.ts';

/** On one pull request. Never rejects. */
export async function markStale(
  desk: Pick<Desk, 'api' | 'owner' | 'repository'>,
  pull: number,
  stale: Stale,
): Promise<void> {
  try {
    for (const { comment, body, audit } of await standingOn(desk, pull)) {
      // A run that goes on writes its comment itself, and says it then.
      if (audit.verdict === 'running' || audit.verdict === 'queued' || audit.sha === stale.now) continue;
      const text = markedStale(body, stale);
      if (text !== undefined && text !== body) await rewriteComment(desk.api, desk, comment, text);
    }
  } catch (error) {
    core.warning(lossOf('that the verdict is out of date', 'pull-requests', error, { isFork: false }));
  }
}
