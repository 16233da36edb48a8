/** Start-up: from the shell to what a person wants to see of an ordinary workflow, beside a Node that does nothing. */
import { fileURLToPath } from 'node:url';
import { inTurn, median, node } from '../measure.mjs';
import { aim, table, whole } from '../table.mjs';

const example = fileURLToPath(new URL('../../examples/simple-lstm', import.meta.url));
const sweep = fileURLToPath(new URL('../../workflows/runpod-hpo-parallel.yml', import.meta.url));

export async function start({ cli, rounds }) {
  const count = rounds(21);
  const floor = 'node -e 0';
  const checked = 'ml-workflow check (demo)';
  const taken = await inTurn(
    {
      [floor]: node('-e', '0'),
      'ml-workflow version': node(cli, 'version'),
      [checked]: node(cli, 'check', sweep, '--project', example),
      'ml-workflow plan (demo)': node(cli, 'plan', sweep, '--project', example),
    },
    count,
  );
  const bare = median(taken[floor]);
  table(
    `Start-up, whole process, median of ${count}`,
    ['command', 'ms', 'least ms', 'times bare node'],
    Object.entries(taken).map(([name, all]) => [
      name,
      whole(median(all)),
      whole(Math.min(...all)),
      (median(all) / bare).toFixed(2),
    ]),
  );
  aim('`check` of an ordinary workflow', median(taken[checked]), 150, 'ms');
}
