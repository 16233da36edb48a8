/**
 * Prints how long the built program takes beside what a person would use instead, all in one run.
 *
 *   npm run bench               everything
 *   npm run bench -- durable    some of: start, commands, durable, resume, plan, ssh, compiled, pull-requests
 *
 *   --small                     a twentieth of each count, once: whether the benchmarks themselves still work
 *   --dist <folder>             measures that build instead of dist/
 *   --quick                     of compiled and pull-requests: no sweep of 100 cells
 *
 *   of ssh alone:
 *   --only <names>              some of: first, commands, trees, file, down, log, cuts (with commas between)
 *   --quick                     a file of 64 MiB, and everything three times
 *   --full                      1,000 cuts of the connection, and 200 on the far line
 *   --node <program>            runs ours with that Node instead of the newest one that is here
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { commands } from './parts/commands.mjs';
import { compiled } from './parts/compiled.mjs';
import { durable } from './parts/durable.mjs';
import { plan } from './parts/plan.mjs';
import { pullRequests } from './parts/pull-requests.mjs';
import { resume } from './parts/resume.mjs';
import { ssh } from './parts/ssh.mjs';
import { start } from './parts/start.mjs';

const parts = { start, commands, durable, resume, plan, ssh, compiled, 'pull-requests': pullRequests };
const { values: options, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    small: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string' },
    node: { type: 'string' },
    dist: { type: 'string', default: fileURLToPath(new URL('../dist', import.meta.url)) },
  },
});
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));
if (unknown !== undefined) {
  console.error(`unknown part ${unknown}; parts are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}
const cores = availableParallelism();
const load = loadavg()[0] ?? 0;
console.log(`Node ${process.version}, ${cores} cores, ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(`load ${load.toFixed(1)} before the start${load > cores / 2 ? ': quote only ratios' : ''}\n`);
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const folder = mkdtempSync(join(tmpdir(), 'ml-workflow-bench-'));
  try {
    await part({
      cli: join(options.dist, 'cli.js'),
      folder,
      quick: options.quick,
      full: options.full,
      only: options.only,
      node: options.node,
      isSmall: options.small,
      rounds: (usual) => (options.small ? 1 : usual),
      scaled: (count) => (options.small ? Math.max(10, count / 20) : count),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
