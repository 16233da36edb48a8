/** Where things lie, relative to this example's folder, in which every command runs. */

import { join } from 'node:path';

export const DATA = join('data', 'series.json');
/** What came in since the last training, with labels. */
export const INCOMING = join('data', 'incoming.json');

const STATE = 'state';
export const MODELS = join(STATE, 'models');
/** The model that the last training left, until a command is told another one. */
export const CANDIDATE = 'simple_lstm';
export const PRETRAINED = join(STATE, 'pretrained');
/** One folder for each point of a list that was trained over. */
export const SWEEP = join(STATE, 'sweep');
export const TUNED = join(STATE, 'tuned.json');
export const RELEASES = join(STATE, 'releases');
export const ENVIRONMENTS = join(STATE, 'environments');
export const DEPLOYMENTS = join(STATE, 'deployments.jsonl');
export const REPORTS = join(STATE, 'reports');
export const MONITORING = join(STATE, 'monitoring');
export const AB_TEST = join(STATE, 'ab-test');
export const EXPERIMENTS = join(STATE, 'experiments');
export const PACKAGE = join(STATE, 'package', 'code.tar.gz');
export const RESULTS_BOOK = join(STATE, 'results.jsonl');
/** Stands for a rented machine: nothing below it reads anything outside of it. */
export const POD = join(STATE, 'pod');

/** A name stands for a model of `state/models`, anything with a slash is a folder. */
export function modelDirectory(nameOrPath) {
  return nameOrPath.includes('/') ? nameOrPath : join(MODELS, nameOrPath);
}

export function environmentDirectory(environment) {
  return join(ENVIRONMENTS, environment);
}

/** The run these commands belong to; by hand there is none. */
export function runId() {
  return process.env.ML_RUN_ID ?? 'by-hand';
}
