/** The JSON that a webhook gets. `docs/notifications.md` describes it; a field is never given another meaning. */
import type { Notice, NoticeGate } from './notice.ts';

export const webhookSchema = 1;

export interface WebhookBody {
  readonly schema_version: typeof webhookSchema;
  readonly id: string;
  readonly occasion: string;
  readonly workflow: string;
  /** As in a report; null for drift. */
  readonly decision: string | null;
  readonly reason: string;
  readonly reason_code: string | null;
  readonly sha: string | null;
  readonly url: string | null;
  readonly requested_by: string | null;
  readonly cost: number | null;
  readonly gates: readonly NoticeGate[];
}

export function webhookBody(notice: Notice): WebhookBody {
  return {
    schema_version: webhookSchema,
    id: `${notice.id}/${notice.occasion}`,
    occasion: notice.occasion,
    workflow: notice.workflow,
    decision: notice.occasion === 'drift' ? null : notice.occasion,
    reason: notice.reason,
    reason_code: notice.reasonCode ?? null,
    sha: notice.sha ?? null,
    url: notice.url ?? null,
    requested_by: notice.requestedBy ?? null,
    cost: notice.cost ?? null,
    gates: notice.gates ?? [],
  };
}
