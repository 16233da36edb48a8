/** What admission is asked, by the definitions of the default branch: the same for whoever asks. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { AdmissionRequest, Admitted, Start } from '../admission/admit.ts';
import type { PlanAdmission } from '../admission/admit-plan.ts';
import type { Plan } from '../plan/plan.ts';
import type { Desk } from './desk.ts';

export function admissionRequest(
  { definitions, environment }: Pick<Desk, 'definitions' | 'environment'>,
  start: Start,
  more: Pick<AdmissionRequest, 'also' | 'runs'> = {},
): AdmissionRequest {
  return {
    start,
    policy: definitions.policy,
    known: definitions,
    ownSha: definitions.sha,
    defaultBranch: branchOf(environment),
    ...(environment.GITHUB_REF?.startsWith('refs/heads/')
      ? { ownBranch: environment.GITHUB_REF.slice('refs/heads/'.length) }
      : {}),
    project: definitions.project,
    ...(definitions.baseline === undefined ? {} : { baseline: definitions.baseline }),
    ...more,
  };
}

/** The repository's default branch, as the event says it; else the one that the run stands on. */
export function branchOf({ GITHUB_EVENT_PATH: path, GITHUB_REF: ref = '' }: NodeJS.ProcessEnv): string {
  return named(path) ?? ref.replace(/^refs\/heads\//, '');
}

function named(path: string | undefined): string | undefined {
  if (path === undefined || !existsSync(path)) return undefined;
  const read = event.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  return read.success ? read.data.repository.default_branch : undefined;
}

const event = z.object({ repository: z.object({ default_branch: z.string().min(1) }) });

export function planAdmission(
  { definitions, environment }: Pick<Desk, 'definitions' | 'environment'>,
  { by, sha, isForeignCode }: Admitted,
  plan: Plan,
): PlanAdmission {
  return { plan, policy: definitions.policy, by, sha, isForeignCode, defaultBranch: branchOf(environment) };
}
