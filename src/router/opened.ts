/** Required checks of a pull request that needs no training: they pass by themselves, so that nothing waits for ever. */
import * as core from '@actions/core';
import { branchOf } from '../desk/admission-request.ts';
import type { Desk } from '../desk/desk.ts';
import { placeOf, reasonOf } from '../github/api.ts';
import { CheckRuns } from '../github/check-runs.ts';
import { umbrellaName } from '../github/names.ts';
import type { Trigger } from '../github/trigger.ts';
import { isAmong } from '../project/path-patterns.ts';
import { code, cut } from '../reports/markdown-text.ts';

/** GitHub tells no more files of a comparison: of as many, nobody knows what else there is. */
const mostFiles = 300;
const mostNamed = 5;

/** `sha`: the head, as the event has it. Never rejects: what does not pass can be asked for. */
export async function passUnneeded(desk: Desk, pull: number, sha: string): Promise<void> {
  const { skip = [] } = desk.definitions.policy;
  if (skip.length === 0) return;
  try {
    const used = await usedOf(desk, pull, sha, skip);
    if (used.length > 0) await pass(desk, pull, sha, used);
  } catch (error) {
    core.warning(`whether this pull request needs a training is not known: ${reasonOf(error)}`);
  }
}

/**
 * The patterns by which no path of it needs any; none when one does. By the commit itself and not by the pull request's list of files,
 * which is that of its head of now: whoever pushes may change it between two looks.
 */
async function usedOf(
  desk: Desk,
  number: number,
  sha: string,
  skip: readonly string[],
): Promise<readonly string[]> {
  const pull = await desk.forge.pull(number);
  // The definitions are those of the default branch, and say nothing of another one.
  if (!pull.isOpen || pull.headSha !== sha || pull.baseRef !== branchOf(desk.environment)) return [];
  const { git, repos } = desk.api.octokit.rest;
  const base = await desk.api.persist(() => git.getRef({ ...placeOf(desk), ref: `heads/${pull.baseRef}` }));
  const basehead = `${base.data.object.sha}...${sha}`;
  const { data } = await desk.api.persist(() =>
    repos.compareCommitsWithBasehead({ ...placeOf(desk), basehead, per_page: 1, page: 1 }),
  );
  const files = data.files ?? [];
  if (files.length === 0 || files.length >= mostFiles) return [];
  const paths = files.flatMap(({ filename, previous_filename: before }) =>
    before === undefined ? [filename] : [filename, before],
  );
  if (!paths.every((path) => isAmong(path, skip))) return [];
  return skip.filter((one) => !one.startsWith('!') && paths.some((path) => isAmong(path, [one])));
}

async function pass(desk: Desk, pull: number, sha: string, used: readonly string[]): Promise<void> {
  const trigger: Trigger = {
    ...{
      event: 'pull_request_target',
      owner: desk.owner,
      repository: desk.repository,
      sha,
      pull: { number: pull },
    },
    ...{
      isFork: false,
      url: desk.url,
      key: `${desk.environment.GITHUB_RUN_ID ?? '0'}-${desk.attempt}-unneeded`,
    },
  };
  const checks = new CheckRuns(desk.api, trigger);
  const there = await namesOn(desk, sha);
  const more = used.length > mostNamed ? `, and ${used.length - mostNamed} more` : '';
  const named = used.slice(0, mostNamed).map((pattern) => cut(pattern, 60));
  const text = {
    title: cut(`not needed: only ${named.join(', ')}${more} changed`, 255),
    summary: `All that this pull request changes is among ${named.map(code).join(', ')}${more}, for which ${code('policy: skip:')} asks for no training. Nothing has run.`,
  };
  for (const { name: workflow, on } of desk.definitions.workflows) {
    if (on?.comment === undefined && on?.label === undefined) continue;
    const name = umbrellaName({ workflow, project: desk.definitions.project });
    // A verdict stays what it is, whoever closes the pull request and opens it again.
    if (there.has(name)) continue;
    await checks.create(name, 'in_progress', text);
    await checks.complete(name, 'success', text);
  }
}

/** What has a check run, by its name. */
async function namesOn({ api, ...name }: Desk, sha: string): Promise<ReadonlySet<string>> {
  const { octokit } = api;
  const at = { ...placeOf(name), ref: sha, per_page: 100 };
  const runs = await api.persist(() => octokit.paginate(octokit.rest.checks.listForRef, at));
  return new Set(runs.map((run) => run.name));
}
