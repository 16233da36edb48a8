/**
 * Prints how long the built program takes beside what a person would use instead, all in one run.
 *
 *   npm run bench             everything, about two minutes on 2 cores
 *   npm run bench -- start    one of: start, commands, plan
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
const example = fileURLToPath(new URL('../examples/simple-lstm', import.meta.url));
const sweep = fileURLToPath(new URL('../workflows/runpod-hpo-parallel.yml', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'ml-workflow-bench-'));
/** Commands at once, the same for everybody. */
const slots = 4;
const count = 1000;

const only = process.argv[2];
const parts = { start, commands, plan };
if (only !== undefined && !(only in parts)) {
  console.error(`unknown part ${only}; parts are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
console.log(
  `Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown processor'}\n`,
);
try {
  for (const [name, part] of Object.entries(parts)) if (only === undefined || only === name) await part();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Start-up: from the shell to the plan of the demo, beside a Node that does nothing. */
async function start() {
  const rounds = 21;
  const contenders = {
    'node -e 0': ['-e', '0'],
    'ml-workflow version': [cli, 'version'],
    'ml-workflow plan (demo)': [cli, 'plan', sweep, '--project', example],
    'ml-workflow check (demo)': [cli, 'check', sweep, '--project', example],
  };
  const times = await inTurn(contenders, rounds, (words) => run(process.execPath, words));
  const floor = median(times['node -e 0']);
  table(
    `Start-up, median of ${rounds}`,
    ['command', 'ms', 'times bare node'],
    Object.entries(times).map(([name, all]) => [name, ms(median(all)), (median(all) / floor).toFixed(2)]),
  );
}

/** 1,000 commands that do nothing, one after the other and side by side. */
async function commands() {
  writeFileSync(
    join(folder, 'ml-workflow.yml'),
    `targets: { local: { kind: local, slots: ${slots} } }\ncommands: { noop: { shell: sh, run: ":" } }\n`,
  );
  mkdirSync(join(folder, 'workflows'), { recursive: true });
  const many = Array.from({ length: count }, () => '/noop');
  writeFileSync(join(folder, 'workflows/sequence.yml'), `chain: ${many.join(' → ')}\n`);
  writeFileSync(join(folder, 'workflows/fan.yml'), `chain: parallel[${many.join(' | ')}]\n`);
  // The floor: the same child processes, started by the shortest loop that Node allows.
  writeFileSync(
    join(folder, 'floor.mjs'),
    `import { spawn } from 'node:child_process';
     let left = ${count};
     const next = () => new Promise((done) => {
       const child = spawn('sh', ['-e', '-c', ':', 'noop'], { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
       child.stdout.resume(); child.stderr.resume(); child.on('close', done);
     });
     const lane = async () => { while (left > 0) { left -= 1; await next(); } };
     await Promise.all(Array.from({ length: Number(process.argv[2]) }, lane));\n`,
  );
  const targets = Array.from({ length: count }, (_, index) => `t${index}`);
  const rule = (index, before) =>
    `t${index}:${before === undefined ? '' : ` ${before}`}\n\t@sh -e -c : noop\n`;
  const phony = `.PHONY: all ${targets.join(' ')}\nall: `;
  writeFileSync(
    join(folder, 'fan.mk'),
    `${phony}${targets.join(' ')}\n${targets.map((_, index) => rule(index)).join('')}`,
  );
  writeFileSync(
    join(folder, 'sequence.mk'),
    `${phony}t${count - 1}\n${targets.map((_, index) => rule(index, index === 0 ? undefined : `t${index - 1}`)).join('')}`,
  );
  const hasMake = spawnSync('make', ['--version']).status === 0;
  for (const [shape, lanes] of Object.entries({ sequence: 1, fan: slots })) {
    const contenders = {
      'spawn loop in Node (the floor)': [process.execPath, join(folder, 'floor.mjs'), String(lanes)],
      'ml-workflow run': [process.execPath, cli, 'run', shape, '--project', folder],
      ...(hasMake
        ? { 'GNU make': ['make', '-s', '-j', String(lanes), '-f', join(folder, `${shape}.mk`)] }
        : {}),
    };
    const times = await inTurn(contenders, 5, ([program, ...words]) => run(program, words));
    const floor = median(times['spawn loop in Node (the floor)']);
    table(
      `${count} commands that do nothing, ${shape === 'fan' ? `side by side, ${slots} at once` : 'in sequence'}, median of 5`,
      ['program', 's', 'ms a command', 'times the floor'],
      Object.entries(times).map(([name, all]) => [
        name,
        (median(all) / 1000).toFixed(2),
        (median(all) / count).toFixed(2),
        (median(all) / floor).toFixed(2),
      ]),
    );
  }
  if (!hasMake) console.log('GNU make is not here: install `make` to see it beside the others.\n');
}

/** Planning long chains; the whole process, from the shell. */
async function plan() {
  writeFileSync(
    join(folder, 'ml-workflow.yml'),
    `commands:
  train:
    shell: sh
    run: "true"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]
`,
  );
  mkdirSync(join(folder, 'workflows'), { recursive: true });
  const rows = [];
  for (const length of [1_000, 10_000, 100_000]) {
    const shapes = {
      sequence: Array.from({ length }, () => '/train').join(' → '),
      parallel: `parallel[${Array.from({ length }, () => '/train').join(' | ')}]`,
      gates: Array.from({ length: length / 2 }, () => '/train → /require:accuracy>0.5').join(' → '),
    };
    for (const [shape, chain] of Object.entries(shapes)) {
      writeFileSync(join(folder, 'workflows/long.yml'), `chain: |\n  ${chain}\n`);
      const times = await inTurn({ plan: ['check', 'long', '--project', folder] }, 3, (words) =>
        run(process.execPath, [cli, ...words]),
      );
      rows.push([
        String(length),
        shape,
        ms(median(times.plan)),
        ((median(times.plan) / length) * 1000).toFixed(1),
      ]);
    }
  }
  table(
    'Checking and planning a chain, whole process, median of 3',
    ['elements', 'shape', 'ms', 'µs an element'],
    rows,
  );
}

/** One warm-up each, then all in turn, round after round, so that a busy moment of the machine hits everybody. */
async function inTurn(contenders, rounds, measure) {
  const times = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, words] of Object.entries(contenders)) {
      const taken = await measure(words);
      if (round >= 0) times[name].push(taken);
    }
  }
  return times;
}

/** Milliseconds. */
function run(program, words) {
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const child = spawn(program, words, {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(performance.now() - started);
      else reject(new Error(`${program} ${words.join(' ')} ended with ${code}\n${errors}`));
    });
  });
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function ms(value) {
  return value.toFixed(0);
}

function table(title, header, rows) {
  const widths = header.map((_, column) => Math.max(...[header, ...rows].map((row) => row[column].length)));
  const line = (cells) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  console.log(`${title}\n\n${[line(header), rule, ...rows.map(line)].join('\n')}\n`);
}
