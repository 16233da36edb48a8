/** Reads what the other agents have advised and puts it into one list, each thing once. */

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { REPORTS } from '../lib/paths.js';
import { runAgent } from './agent.js';

await runAgent({
  'next-steps': async () => {
    const names = (await readdir(REPORTS).catch(() => []))
      .filter((name) => /engineer.*\.md$/.test(name))
      .sort();
    const advice = [];
    const rows = [];
    for (const name of names) {
      const [, list = ''] = (await readFile(join(REPORTS, name), 'utf8')).split('## To do');
      const lines = [...list.matchAll(/^- (.*)$/gm)].map(([, line]) => line);
      rows.push([name.replace(/\.md$/, ''), `${lines.length} to do`]);
      advice.push(...lines);
    }
    return { title: 'Next steps', rows, advice: [...new Set(advice)] };
  },
});
