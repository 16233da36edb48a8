/** Commands that do nothing, one after the other and side by side. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn, median, node } from '../measure.mjs';
import { make, openworkflow, snakemake } from '../peers.mjs';
import { project, slots, times, workflow } from '../project.mjs';
import { aim, grouped, leftOut, table } from '../table.mjs';

/** Deeper, snakemake ends with Python's recursion limit. */
const deepestSnake = 400;
const floor = 'spawn loop in Node (the floor)';
const ours = 'ml-workflow run';

export async function commands({ cli, folder, rounds, scaled }) {
  const count = scaled(1000);
  project(folder, '  noop: { shell: sh, run: ":" }');
  workflow(folder, 'sequence', times(count, '/noop').join(' → '));
  workflow(folder, 'fan', `parallel[${times(count, '/noop').join(' | ')}]`);
  writeFileSync(join(folder, 'floor.mjs'), floorScript);
  const peers = { 'GNU make': make(), snakemake: snakemake(), openworkflow: openworkflow() };
  for (const [shape, lanes] of Object.entries({ sequence: 1, fan: slots })) {
    const contenders = {
      [floor]: { ...node(join(folder, 'floor.mjs'), String(count), String(lanes)), count },
      [ours]: { ...node(cli, 'run', shape, '--project', folder), count },
      ...available(peers, {
        'GNU make': (peer) => makes(peer, folder, shape, lanes, count),
        openworkflow: (peer) => opens(peer, folder, lanes, count),
        snakemake: (peer) => snakes(peer, folder, shape, lanes, count),
      }),
    };
    const taken = await inTurn(contenders, rounds(5));
    const each = (name) => median(taken[name]) / contenders[name].count;
    const how = shape === 'fan' ? `side by side, ${slots} at once` : 'in sequence';
    table(
      `Commands that do nothing, ${how}, whole process, median of ${rounds(5)}`,
      ['program', 'commands', 's', 'ms a command', 'times the floor'],
      Object.keys(taken).map((name) => [
        contenders[name].once ? `${name}, once` : name,
        grouped(contenders[name].count),
        (median(taken[name]) / 1000).toFixed(2),
        each(name).toFixed(2),
        (each(name) / each(floor)).toFixed(2),
      ]),
    );
    aim(`commands ${how}`, each(ours) / each(floor), 1.15, 'times the floor');
  }
  for (const [name, { missing }] of Object.entries(peers)) if (missing) leftOut(name, missing);
}

/** Contenders of the peers that are here, named with their versions. */
function available(peers, makers) {
  return Object.fromEntries(
    Object.entries(makers).flatMap(([name, contender]) => {
      const peer = peers[name];
      return peer.missing === undefined ? [[`${name} ${peer.version}`, contender(peer)]] : [];
    }),
  );
}

/** The same child processes, started by the shortest loop that Node allows. */
const spawnLoop = `import { spawn } from 'node:child_process';
const next = () => new Promise((done) => {
  const child = spawn('sh', ['-e', '-c', ':', 'noop'], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  child.stdout.resume(); child.stderr.resume(); child.on('close', done);
});
`;

const floorScript = `${spawnLoop}
let [left, lanes] = process.argv.slice(2).map(Number);
const lane = async () => { while (left > 0) { left -= 1; await next(); } };
await Promise.all(Array.from({ length: lanes }, lane));
`;

function makes({ program }, folder, shape, lanes, count) {
  const file = join(folder, `${shape}.mk`);
  writeFileSync(file, makefile(shape, count, '@sh -e -c : noop'));
  return { program, words: ['-s', '-j', String(lanes), '-f', file], count };
}

export function makefile(shape, count, line) {
  const targets = Array.from({ length: count }, (_, index) => `t${index}`);
  const before = (index) => (shape === 'sequence' && index > 0 ? ` t${index - 1}` : '');
  const last = shape === 'sequence' ? targets.at(-1) : targets.join(' ');
  const rules = targets.map((target, index) => `${target}:${before(index)}\n\t${line}\n`);
  return `.PHONY: all ${targets.join(' ')}\nall: ${last}\n${rules.join('')}`;
}

/** It goes by files, so each job touches one. */
function snakes({ program }, folder, shape, lanes, most) {
  const count = shape === 'sequence' ? Math.min(most, deepestSnake) : most;
  const { file, clean } = snakefile(folder, shape, count);
  const words = ['-s', file, '-d', folder, '--cores', String(lanes), '--quiet', 'all', '--nolock'];
  return { program, words, before: clean, count, once: true };
}

export function snakefile(folder, shape, count) {
  const file = join(folder, `Snakefile-${shape}`);
  const wanted = shape === 'sequence' ? `"out/${count - 1}"` : `expand("out/{i}", i=range(${count}))`;
  const before = 'lambda w: f"out/{int(w.i) - 1}" if int(w.i) > 0 else []';
  writeFileSync(
    file,
    `rule all:
    input: ${wanted}

rule step:
${shape === 'sequence' ? `    input: ${before}\n` : ''}    output: touch("out/{i}")
    shell: ":"
`,
  );
  const clean = () => {
    for (const made of ['out', '.snakemake']) rmSync(join(folder, made), { recursive: true, force: true });
  };
  return { file, clean };
}

/** Each command is a durable step, as it is here. */
function opens({ program, folder: installed }, folder, lanes, count) {
  const script = join(installed, 'commands.mjs');
  writeFileSync(
    script,
    `${spawnLoop}
import { OpenWorkflow } from 'openworkflow';
import { BackendSqlite } from 'openworkflow/sqlite';
const [file, count, lanes] = process.argv.slice(2);
const backend = BackendSqlite.connect(file);
const engine = new OpenWorkflow({ backend });
const workflow = engine.defineWorkflow({ name: 'commands' }, async ({ step }) => {
  let begun = 0;
  const lane = async () => {
    while (begun < Number(count)) await step.run({ name: String(begun++) }, async () => { await next(); return 0; });
  };
  await Promise.all(Array.from({ length: Number(lanes) }, lane));
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
  return { program, words: [script, database, String(count), String(lanes)], before, count };
}
