/**
 * What the agents of this example share. Each is a script that does the analysis its task names and reports it; in a
 * project of your own the same names can stand for coding agents, and the chains stay as they are.
 */

import { basename } from 'node:path';
import { CommandError, runCommand } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { table, writeReport } from '../lib/report.js';

/**
 * @typedef {{ title: string, rows: [name: string, value: string][], advice: string[] }} Finding
 * @param {Record<string, () => Promise<Finding>>} tasks  By name: words joined by `-`.
 */
export async function runAgent(tasks) {
  const name = basename(process.argv[1], '.js');
  await runCommand(
    {
      name: `agents/${name}.js`,
      purpose: `Does one of: ${Object.keys(tasks).join(', ')}.`,
      positional: 'task',
    },
    async ({ task: words }) => {
      const task = words
        .trim()
        .replace(/^\//, '')
        .replace(/[\s_]+/g, '-');
      const work = Object.hasOwn(tasks, task) ? tasks[task] : undefined;
      if (work === undefined)
        throw new CommandError(`I cannot do '${words}', only ${Object.keys(tasks).join(', ')}.`, 2);
      const { title, rows, advice } = await work();
      const list = advice.length === 0 ? 'Nothing to do.' : advice.map((line) => `- ${line}`).join('\n');
      const path = await writeReport(
        `${name}-${task}`,
        `# ${title}\n\n${table(['what', 'found'], rows)}\n\n## To do\n\n${list}\n`,
      );
      for (const [what, found] of rows) console.log(`${what}: ${found}`);
      for (const line of advice) console.log(`- ${line}`);
      await writeOutput({ advice: advice.length, report: path });
    },
  );
}

export function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}
