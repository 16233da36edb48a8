/** Durable steps: what planning, deciding and keeping a step costs when the step itself does nothing. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn, median, node } from '../measure.mjs';
import { openworkflow } from '../peers.mjs';
import { project, times, workflow } from '../project.mjs';
import { aim, grouped, leftOut, table } from '../table.mjs';

const batched = 'ml-workflow, batched';
const each = 'ml-workflow, fsync for each';

/**
 * Each contender does few steps and many; the difference, divided, is one step without the start of the program. `/continue`
 * is built in and starts no process.
 */
export async function durable({ cli, folder, rounds, scaled }) {
  project(folder, '  noop: { shell: sh, run: ":" }');
  writeFileSync(join(folder, 'appends.mjs'), appends);
  const peer = openworkflow();
  const contenders = {
    'two lines appended (the floor)': {
      few: scaled(1000),
      many: scaled(10_000),
      of: (count) => node(join(folder, 'appends.mjs'), join(folder, 'floor.jsonl'), String(count)),
    },
    [batched]: {
      few: scaled(1000),
      many: scaled(10_000),
      of: (count) => ours(cli, folder, count, { ML_WORKFLOW_FSYNC: '' }),
    },
    'two lines appended, fsync for each (the floor)': {
      few: scaled(200),
      many: scaled(2000),
      of: (count) => node(join(folder, 'appends.mjs'), join(folder, 'floor.jsonl'), String(count), 'each'),
    },
    [each]: {
      few: scaled(200),
      many: scaled(2000),
      of: (count) => ours(cli, folder, count, { ML_WORKFLOW_FSYNC: 'each' }),
    },
    // It refuses more than 1,000 steps in a run.
    ...(peer.missing === undefined
      ? {
          [`openworkflow ${peer.version} on SQLite, its defaults`]: {
            few: scaled(100),
            many: scaled(1000),
            of: (count) => steps(peer, folder, count),
          },
        }
      : {}),
  };
  const taken = {};
  for (const [name, { few, many, of }] of Object.entries(contenders)) {
    taken[name] = await inTurn({ few: of(few), many: of(many) }, rounds(5));
  }
  const step = (name) => {
    const { few, many } = contenders[name];
    // The least of each: what a busy machine adds is no part of a step.
    const spread = Math.min(...taken[name].many) - Math.min(...taken[name].few);
    return Math.max(0, spread) / Math.max(1, many - few);
  };
  table(
    `Durable steps that do nothing, in sequence, of ${rounds(5)}`,
    ['program', 'steps', 's, median', 'ms a step', 'steps a second'],
    Object.keys(contenders).map((name) => [
      name,
      `${grouped(contenders[name].few)} → ${grouped(contenders[name].many)}`,
      (median(taken[name].many) / 1000).toFixed(2),
      step(name).toFixed(3),
      step(name) > 0 ? grouped(Math.round(1000 / step(name))) : 'too fast to tell',
    ]),
  );
  aim('a durable step, batched', step(batched), 0.5, 'ms');
  if (peer.missing !== undefined) leftOut('openworkflow', peer.missing);
}

function ours(cli, folder, count, environment) {
  workflow(folder, `steps-${count}`, times(count, '/continue').join(' → '));
  const before = () => rmSync(join(folder, '.ml-workflow'), { recursive: true, force: true });
  return { ...node(cli, 'run', `steps-${count}`, '--project', folder), environment, before };
}

/** What the disk costs by itself: that a step starts, and that it has ended. */
const appends = `import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
const [path, count, each] = process.argv.slice(2);
const file = openSync(path, 'w');
const line = JSON.stringify({ seq: 1, at: new Date().toISOString(), type: 'unit-started', node: 'continue', attempt: 1 });
for (let left = 2 * Number(count); left > 0; left -= 1) {
  writeSync(file, line + '\\n');
  if (each) fsyncSync(file);
}
if (!each) fsyncSync(file);
closeSync(file);
`;

function steps({ program, folder: installed }, folder, count) {
  const script = join(installed, 'steps.mjs');
  writeFileSync(
    script,
    `import { OpenWorkflow } from 'openworkflow';
import { BackendSqlite } from 'openworkflow/sqlite';
const [file, count] = process.argv.slice(2);
const backend = BackendSqlite.connect(file);
const engine = new OpenWorkflow({ backend });
const workflow = engine.defineWorkflow({ name: 'steps' }, async ({ step }) => {
  for (let index = 0; index < Number(count); index += 1) await step.run({ name: String(index) }, async () => index);
  await backend.stop();
  process.exit(0);
});
const worker = engine.newWorker();
await worker.start();
await workflow.run({});
`,
  );
  const database = join(folder, 'openworkflow.db');
  const before = () => {
    for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
  };
  return { program, words: [script, database, String(count)], before };
}
