/** The one workflow that listens to comments and labels: it admits, answers within seconds, and starts what runs elsewhere. */
import * as core from '@actions/core';
import { entered, ledgerKey, overLimit } from '../admission/limits.ts';
import { exitCodes } from '../exit-codes.ts';
import { reasonOf } from '../github/api.ts';
import { DispatchRefused } from '../github/dispatch.ts';
import { code, sentence } from '../reports/markdown-text.ts';
import { answer, reactTo } from './answer.ts';
import { type DealInputs, type Dealt, deal } from './deal.ts';
import { readEvent } from './event.ts';
import { type Started, start } from './start.ts';
import { endRun } from './stop.ts';

/** Fails only where somebody has to look after it who sees the list of runs, and not the comment. */
export async function route(environment: NodeJS.ProcessEnv, inputs: DealInputs): Promise<number> {
  const dealt = await deal(environment, inputs, readEvent(environment));
  if (dealt.is === 'done') return exitCodes.done;
  const { desk, asker, wanted } = dealt;
  let started: Started;
  try {
    started = await start(desk, wanted);
  } catch (error) {
    await reactTo(desk, asker, 'confused');
    const why = error instanceof DispatchRefused ? error.message : reasonOf(error);
    await answer(desk, asker, `Nothing has started: ${sentence(why)}.`);
    core.error(why);
    return exitCodes.failed;
  }
  const over = await enter(dealt, started);
  if (over !== undefined) {
    if (started.run !== undefined) await endRun(desk, started.run, wanted, 'over the limits of the day');
    await reactTo(desk, asker, '-1');
    await answer(desk, asker, `Nothing has started: ${sentence(over)}.`);
    return exitCodes.done;
  }
  await reactTo(desk, asker, 'rocket');
  if (wanted.goesOn) {
    const link = started.url === undefined ? '' : ` ([run](${started.url}))`;
    const at = code(wanted.request.sha.slice(0, 7));
    await answer(desk, asker, `${code(wanted.subject.workflow)} goes on at ${at}${link}.`);
  }
  return exitCodes.done;
}

/**
 * Into the ledger of the day, where the project has limits. Why there is no room for it, or undefined: two people may have asked
 * at once, and both have seen the same room.
 */
async function enter(
  { desk, wanted }: Dealt & { readonly is: 'start' },
  { run }: Started,
): Promise<string | undefined> {
  const { limits } = desk.definitions.policy;
  // What waited was counted when it began.
  if (Object.keys(limits).length === 0 || wanted.goesOn) return undefined;
  if (run === undefined)
    return 'GitHub does not say which run it is, and the limits of `policy:` could not be kept';
  const at = new Date().toISOString();
  const { subject, request, by, quote } = wanted;
  let over: string | undefined;
  try {
    await desk.state.change(
      ledgerKey(at),
      (before) => {
        over = overLimit(before, limits, { by, now: at, quote });
        if (over !== undefined) return undefined;
        return entered(before, {
          ...{ by, at, workflow: subject.workflow, pr: request.pr, run },
          ...(quote === undefined ? {} : { quote }),
        });
      },
      `Enter run ${run}`,
    );
  } catch (error) {
    return `it could not be counted for the limits of the day: ${reasonOf(error)}`;
  }
  return over;
}
