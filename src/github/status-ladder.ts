/**
 * Check runs where the job may write them, else commit statuses of the same names, which branch protection takes as well.
 * Where neither is allowed, comment, summary and log are what is left.
 */
import { plainText } from '../engine/plain-text.ts';
import { type GitHubApi, isForbidden, lossOf, placeOf } from './api.ts';
import type { CheckConclusion, CheckRuns, CheckText, OpenCheck } from './check-runs.ts';
import type { Trigger } from './trigger.ts';

/** What a reporter needs of either. */
export type RunChecks = Pick<CheckRuns, 'create' | 'update' | 'complete' | 'open'>;

/** In place of the number that a check run has: a commit status has none, and is replaced by its name. */
export const statusId = 0;

/** GitHub's limit, here in UTF-16 units: never more than its characters. */
const descriptionLimit = 140;

const states: Readonly<Record<CheckConclusion, 'success' | 'failure' | 'error' | 'pending'>> = {
  success: 'success',
  // These let a merge through as check runs, and so they do here.
  neutral: 'success',
  skipped: 'success',
  failure: 'failure',
  cancelled: 'error',
  action_required: 'pending',
};

type Rung = 'checks' | 'statuses';

const whatOf: Readonly<Record<Rung, string>> = {
  checks: 'the check run',
  statuses: 'the commit status in place of the check run',
};

export class StatusLadder implements RunChecks {
  /** Created and not completed yet, on whichever rung. */
  readonly open: Map<string, OpenCheck>;
  readonly #checks: CheckRuns;
  readonly #api: GitHubApi;
  readonly #trigger: Trigger;
  readonly #onLoss: (loss: string) => void;
  /** Nothing new is asked for on a rung that was refused once. */
  readonly #refused = new Set<Rung>();

  /** `onLoss` hears each loss once. */
  constructor(checks: CheckRuns, api: GitHubApi, trigger: Trigger, onLoss: (loss: string) => void) {
    this.#checks = checks;
    this.open = checks.open;
    this.#api = api;
    this.#trigger = trigger;
    this.#onLoss = onLoss;
  }

  async create(name: string, status: 'queued' | 'in_progress', text: CheckText): Promise<void> {
    if (!this.#refused.has('checks')) {
      try {
        await this.#checks.create(name, status, text);
        return;
      } catch (error) {
        this.#stepDown('checks', error);
      }
    }
    if (await this.#write(name, 'pending', text)) this.open.set(name, { id: statusId, name });
  }

  /** Stays open, and says something else; nothing happens for one that was never created. */
  async update(name: string, text: CheckText): Promise<void> {
    const mark = this.open.get(name);
    if (!mark) return;
    if (mark.id !== statusId) return await this.#checks.update(name, text);
    await this.#write(name, 'pending', text);
  }

  /** Nothing happens for one that was never created. */
  async complete(name: string, conclusion: CheckConclusion, text: CheckText): Promise<void> {
    const mark = this.open.get(name);
    if (!mark) return;
    if (mark.id !== statusId) {
      try {
        await this.#checks.complete(name, conclusion, text);
        return;
      } catch (error) {
        this.#stepDown('checks', error);
      }
    }
    await this.#write(name, states[conclusion], text);
    this.open.delete(name);
  }

  /** False when statuses may not be written either. */
  async #write(name: string, state: (typeof states)[CheckConclusion], text: CheckText): Promise<boolean> {
    if (this.#refused.has('statuses')) return false;
    try {
      await this.#api.persist(() =>
        this.#api.octokit.rest.repos.createCommitStatus({
          ...placeOf(this.#trigger),
          sha: this.#trigger.sha,
          context: name,
          state,
          description: shortened(text.title),
          target_url: this.#trigger.url,
        }),
      );
      return true;
    } catch (error) {
      this.#stepDown('statuses', error);
      return false;
    }
  }

  #stepDown(from: Rung, error: unknown): void {
    if (!isForbidden(error)) throw error;
    if (this.#refused.has(from)) return;
    this.#refused.add(from);
    this.#onLoss(lossOf(whatOf[from], from, error, this.#trigger));
  }
}

function shortened(title: string): string {
  const clean = plainText(title).replace(/\s+/g, ' ').trim();
  if (clean.length <= descriptionLimit) return clean;
  // Half a surrogate pair cannot be encoded.
  return `${clean.slice(0, descriptionLimit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
