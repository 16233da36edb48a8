/** Checking and planning long chains, and whether the time grows with the length. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inTurn, median, node, run } from '../measure.mjs';
import { make, snakemake } from '../peers.mjs';
import { project, times, workflow } from '../project.mjs';
import { aim, grouped, leftOut, table, whole } from '../table.mjs';
import { makefile, snakefile } from './commands.mjs';

const shapes = {
  sequence: (length) => times(length, '/train').join(' → '),
  parallel: (length) => `parallel[${times(length, '/train').join(' | ')}]`,
  gates: (length) => times(length / 2, '/train → /require:accuracy>0.5').join(' → '),
};
const verbs = ['check', 'plan'];

export async function plan({ cli, folder, rounds, scaled }) {
  project(
    folder,
    `  train:
    shell: sh
    run: "true"
    metrics: [{ json: $ML_RUN_DIR/metrics.json, fields: [accuracy] }]`,
  );
  const lengths = [10, scaled(10_000), scaled(100_000)];
  const contenders = {};
  for (const [shape, chain] of Object.entries(shapes)) {
    for (const length of lengths) {
      workflow(folder, `${shape}-${length}`, chain(length));
      for (const verb of verbs)
        contenders[`${verb} ${shape} ${length}`] = node(cli, verb, `${shape}-${length}`, '--project', folder);
    }
  }
  const taken = await inTurn(contenders, rounds(5));
  const [start, ten, hundred] = lengths;
  const time = (verb, shape, length) => median(taken[`${verb} ${shape} ${length}`]);
  const element = (verb, shape, length) =>
    (time(verb, shape, length) - time(verb, shape, start)) / (length - start);
  table(
    `Long chains, whole process, median of ${rounds(5)}`,
    ['', ...lengths.map((length) => `${grouped(length)}: ms`), 'µs an element', 'growth'],
    verbs.flatMap((verb) =>
      Object.keys(shapes).map((shape) => [
        `${verb}, ${shape}`,
        ...lengths.map((length) => whole(time(verb, shape, length))),
        (element(verb, shape, hundred) * 1000).toFixed(1),
        (element(verb, shape, hundred) / element(verb, shape, ten)).toFixed(2),
      ]),
    ),
  );
  console.log('Growth: an element of the longest chain beside one of the middle; 1 is linear.\n');
  const worst = Math.max(
    ...Object.keys(shapes).flatMap((shape) => verbs.map((verb) => time(verb, shape, ten))),
  );
  aim(`the slowest of ${grouped(ten)} elements`, worst, 500, 'ms');
  await peers(folder, lengths.slice(1));
}

/** Their dry runs: everything is read and ordered, nothing is run. Slow ones only once and only at the first length. */
async function peers(folder, [ten, hundred]) {
  const gnu = make();
  const snake = snakemake();
  const rows = [];
  for (const shape of ['sequence', 'fan']) {
    for (const length of gnu.missing === undefined ? [ten, hundred] : []) {
      const file = join(folder, 'long.mk');
      writeFileSync(file, makefile(shape, length, '@true'));
      const name = `make -n (${gnu.version}), ${shape}`;
      rows.push([
        name,
        grouped(length),
        await tried({ program: gnu.program, words: ['-n', '-s', '-f', file] }),
      ]);
    }
    if (snake.missing !== undefined) continue;
    const { file, clean } = snakefile(folder, shape, ten);
    clean();
    const words = ['-s', file, '-d', folder, '--cores', '1', '-n', '--quiet', 'all', '--nolock'];
    const name = `snakemake -n (${snake.version}), ${shape}`;
    rows.push([name, grouped(ten), await tried({ program: snake.program, words })]);
  }
  if (rows.length > 0) table('Dry runs of peers, whole process, once', ['program', 'elements', 'ms'], rows);
  if (gnu.missing !== undefined) leftOut('GNU make', gnu.missing);
  if (snake.missing !== undefined) leftOut('snakemake', snake.missing);
}

async function tried(contender) {
  try {
    return whole((await run(contender)).milliseconds);
  } catch {
    return 'fails, or takes ten minutes';
  }
}
