/** The report as the step's `result`: GitHub drops every output of a job whose outputs are over 1 MB together. */
import { leftOver, type PodLine } from '../reports/pods.ts';
import type { Report } from '../reports/report.ts';

/** In UTF-16 units; a job may have several such steps. */
export const resultLimit = 200_000;
const mostRows = 100;
const mostFailures = 20;
const mostPods = 100;

/** What a reader misses least goes first; `truncated` says that something went. */
export function resultOutput(report: Report): string {
  const withoutTails = { ...report, failures: report.failures.map((failure) => ({ ...failure, tail: [] })) };
  const fewerRows = {
    ...withoutTails,
    sweeps: report.sweeps.map((sweep) => ({
      ...sweep,
      rows: fewer(sweep.rows, mostRows, ({ best }) => best),
    })),
    ...(report.pods ? { pods: fewerPods(report.pods) } : {}),
  };
  const fewerFailures = { ...fewerRows, failures: withoutTails.failures.slice(0, mostFailures) };
  const verdict = {
    schema_version: report.schema_version,
    workflow: report.workflow,
    run: report.run,
    decision: report.decision,
    reason_code: report.reason_code,
    reason: report.reason.slice(0, 1000),
    started_at: report.started_at,
    seconds: report.seconds,
    ...(report.money ? { money: report.money } : {}),
  };
  return firstThatFits(report, [
    withoutTails,
    fewerRows,
    fewerFailures,
    { ...fewerFailures, steps: [] },
    verdict,
  ]);
}

export function invalidOutput(fields: {
  readonly [name: string]: unknown;
  readonly diagnostics: readonly unknown[];
}): string {
  const some = (most: number) => ({ ...fields, diagnostics: fields.diagnostics.slice(0, most) });
  return firstThatFits(fields, [some(100), some(10), some(0)]);
}

function firstThatFits(whole: object, smaller: readonly object[]): string {
  const text = JSON.stringify(whole);
  if (text.length <= resultLimit) return text;
  const texts = smaller.map((one) => JSON.stringify({ ...one, truncated: true }));
  return texts.find((one) => one.length <= resultLimit) ?? texts.at(-1) ?? '{}';
}

/** The first ones, among them the one that must stay. */
function fewer<Item>(
  items: readonly Item[],
  most: number,
  mustStay: (item: Item) => boolean,
): readonly Item[] {
  const kept = items.slice(0, most);
  const missed = items.slice(most).find(mustStay);
  return missed === undefined ? kept : [...kept.slice(0, -1), missed];
}

/** What may still cost money stays; what was never made goes first. */
function fewerPods(pods: readonly PodLine[]): readonly PodLine[] {
  const left = leftOver(pods);
  return [...left, ...pods.filter(({ status }) => status === 'ended')].slice(0, mostPods);
}
