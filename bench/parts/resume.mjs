/** Resuming a run whose process was killed near its end. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { median, node, run } from '../measure.mjs';
import { openworkflow } from '../peers.mjs';
import { project, times, workflow } from '../project.mjs';
import { aim, grouped, leftOut, table, whole } from '../table.mjs';

/** Steps behind the one in which the run is killed. */
const rest = 9;
const patience = 120_000;

export async function resume({ cli, folder, rounds, scaled }) {
  const count = scaled(1000);
  // Hangs the first time, so that the run can be killed at a known step.
  project(
    folder,
    `  noop: { shell: sh, run: ":" }
  hang: { shell: sh, run: "if [ ! -e hung ]; then : > hung; sleep 600; fi" }`,
  );
  const chain = [...times(count - rest - 1, '/noop'), '/hang', ...times(rest, '/noop')];
  workflow(folder, 'killed', chain.join(' → '));
  const ours = [];
  for (let round = 0; round < rounds(5); round += 1) ours.push(await killed(cli, folder));
  const peer = openworkflow();
  const theirs = peer.missing === undefined ? [await killedPeer(peer, folder, count)] : [];
  const row = (name, rows) => [
    name,
    grouped(count - rest - 1),
    whole(median(rows.map(({ first }) => first))),
    whole(median(rows.map(({ end }) => end))),
    String(Math.max(...rows.map(({ again }) => again))),
  ];
  table(
    `Resuming a run of ${grouped(count)} commands after \`kill -9\`, from the shell, median of ${rounds(5)}`,
    ['program', 'steps done', 'ms to the first live step', 'ms to the end', 'steps run again'],
    [
      row('ml-workflow resume', ours),
      ...(theirs.length > 0
        ? [row(`openworkflow ${peer.version}, once (waits for the lease of the dead worker)`, theirs)]
        : []),
    ],
  );
  aim('the first live step', median(ours.map(({ first }) => first)), 300, 'ms');
  if (peer.missing !== undefined) leftOut('openworkflow', peer.missing);
}

async function killed(cli, folder) {
  for (const made of ['.ml-workflow', 'hung']) rmSync(join(folder, made), { recursive: true, force: true });
  await killAt(process.execPath, [cli, 'run', 'killed', '--project', folder], join(folder, 'hung'));
  const runs = join(folder, '.ml-workflow/runs');
  const journal = join(runs, readdirSync(runs)[0], 'journal.jsonl');
  const events = () =>
    readFileSync(journal, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  const dead = events();
  const before = new Set(dead.flatMap(startedIn));
  // The journal's times are those of the clock on the wall.
  const started = Date.now();
  const { milliseconds } = await run(node(cli, 'resume', '--project', folder));
  const live = events().slice(dead.length);
  const first = live.find(({ type }) => type === 'unit-started');
  return {
    first: Date.parse(first.at) - started,
    end: milliseconds,
    again: live.flatMap(startedIn).filter((unit) => before.has(unit)).length,
  };
}

function startedIn({ type, node: unit }) {
  return type === 'unit-started' ? [unit] : [];
}

/** Kills it without warning when the file is there. */
async function killAt(program, words, file) {
  const child = spawn(program, words, { stdio: 'ignore' });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  for (const started = performance.now(); !existsSync(file); await pause(5)) {
    if (child.exitCode !== null || performance.now() - started > patience)
      throw new Error(`${program} ${words.join(' ')} did not come as far as it should`);
  }
  child.kill('SIGKILL');
  await ended;
}

/** The same for a run of no-op steps: the second process says when its first live step began. */
async function killedPeer({ program, folder: installed }, folder, count) {
  const script = join(installed, 'resume.mjs');
  const [database, hung, log] = ['resumed.db', 'hung-peer', 'live.jsonl'].map((name) => join(folder, name));
  writeFileSync(
    script,
    `import { OpenWorkflow } from 'openworkflow';
import { BackendSqlite } from 'openworkflow/sqlite';
import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
const [file, count, hangsAt, hung, log] = process.argv.slice(2);
const backend = BackendSqlite.connect(file);
const engine = new OpenWorkflow({ backend });
const isSecond = existsSync(hung);
const workflow = engine.defineWorkflow({ name: 'steps' }, async ({ step }) => {
  for (let index = 0; index < Number(count); index += 1) {
    await step.run({ name: String(index) }, async () => {
      if (isSecond) appendFileSync(log, JSON.stringify({ index, at: Date.now() }) + '\\n');
      else if (index === Number(hangsAt)) { writeFileSync(hung, ''); await new Promise((done) => setTimeout(done, 600_000)); }
      return index;
    });
  }
  await backend.stop();
  process.exit(0);
});
const worker = engine.newWorker();
await worker.start();
if (!isSecond) await workflow.run({});
`,
  );
  const hangsAt = count - rest - 1;
  const words = [script, database, String(count), String(hangsAt), hung, log];
  await killAt(program, words, hung);
  const started = Date.now();
  const { milliseconds } = await run({ program, words });
  const live = readFileSync(log, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  return {
    first: live[0].at - started,
    end: milliseconds,
    again: live.filter(({ index }) => index <= hangsAt).length,
  };
}
