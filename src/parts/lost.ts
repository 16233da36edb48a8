/** A run of which nothing is left but what GitHub and RunPod know: nothing of it may stay open, or cost money. */
import { existsSync, readFileSync } from 'node:fs';
import * as core from '@actions/core';
import { type Request, readRequest } from '../admission/request.ts';
import { closeLostRun } from '../github/job.ts';
import { readTrigger, type Trigger } from '../github/trigger.ts';
import { attemptIn } from './restore.ts';
import { runIdOf } from './run-id.ts';

export async function closeLost(
  environment: NodeJS.ProcessEnv,
  token: string,
  project: string,
): Promise<void> {
  // Money first.
  for (let attempt = attemptIn(environment); attempt > 0; attempt -= 1)
    await reapRun(environment, runIdOf(environment, attempt));
  if (token === '') return;
  core.setSecret(token);
  const { sha, pr } = requestIn(environment);
  const own = readTrigger(environment);
  const trigger: Trigger = {
    ...own,
    ...(sha === undefined ? {} : { sha }),
    ...(pr === undefined ? {} : { pull: { number: pr } }),
  };
  await closeLostRun({
    subject: { workflow: environment.GITHUB_WORKFLOW ?? '', project },
    trigger,
    token,
    title: 'the run was lost',
    say: (text) => core.warning(text),
  });
}

/** No plan tells which variables hold keys of accounts: those that are called like one. */
async function reapRun(environment: NodeJS.ProcessEnv, run: string): Promise<void> {
  for (const [name, value = ''] of Object.entries(environment)) {
    if (!/RUNPOD.*KEY/i.test(name) || value.trim() === '') continue;
    const key = value.trim();
    core.setSecret(key);
    const { reapAccount } = await import('../runpod/reap-account.ts');
    const folder = environment.GITHUB_WORKSPACE ?? process.cwd();
    const { problem } = await reapAccount({ environment, folder, key, run });
    if (problem !== undefined) core.error(problem, { title: 'pods may be left' });
  }
}

/** As it was dispatched; nothing where that cannot be read. */
function requestIn({ GITHUB_EVENT_PATH: path }: NodeJS.ProcessEnv): Request {
  try {
    const event: unknown =
      path !== undefined && existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
    const inputs =
      typeof event === 'object' && event !== null && 'inputs' in event ? event.inputs : undefined;
    const request =
      typeof inputs === 'object' && inputs !== null && 'request' in inputs ? inputs.request : undefined;
    return typeof request === 'string' ? readRequest(request) : {};
  } catch {
    return {};
  }
}
