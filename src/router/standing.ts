/** What stands on a pull request: of each workflow its comment, and what the comment says of the newest run. */

import type { Desk } from '../desk/desk.ts';
import { placeOf } from '../github/api.ts';
import { labelOf } from '../github/names.ts';
import { type Audit, auditIn } from '../reports/audit.ts';

export interface Standing {
  /** The comment's id. */
  readonly comment: number;
  readonly url: string;
  /** With its marker. */
  readonly body: string;
  readonly audit: Audit & { readonly sha: string };
}

/** Of comments that we have written, and nobody else: anybody may quote one. Those that changed last come first. */
export async function standingOn(
  { api, ...name }: Pick<Desk, 'api' | 'owner' | 'repository'>,
  pull: number,
): Promise<readonly Standing[]> {
  const { issues } = api.octokit.rest;
  const found: (Standing & { readonly changed: string })[] = [];
  const pages = api.octokit.paginate.iterator(issues.listComments, {
    ...{ ...placeOf(name), issue_number: pull, per_page: 100 },
  });
  for await (const { data } of pages) {
    for (const { id, body = '', user, html_url: url, updated_at: changed } of data) {
      const audit = body.startsWith('<!-- ml-workflow:') ? auditIn(body) : undefined;
      const sha = audit?.sha;
      if (audit && sha !== undefined && (await api.isOwn(user)))
        found.push({ comment: id, url, body, audit: { ...audit, sha }, changed });
    }
  }
  return found.sort((one, other) => (one.changed < other.changed ? 1 : -1));
}

export function nameOf({ audit }: Standing): string {
  return labelOf({ workflow: audit.workflow, project: audit.project });
}
