/** How a check ends: a report of what it found, and a failure if that is anything. */

import { CommandError } from '../../simple-lstm/command.js';
import { writeOutput } from '../../simple-lstm/files.js';
import { table, writeReport } from '../lib/report.js';

/** @param {{ file: string, line: number, problem: string }[]} findings */
export async function conclude(check, looked, findings) {
  const rows = findings.map(({ file, line, problem }) => [`${file}:${line}`, problem]);
  const body = rows.length === 0 ? `Nothing was found in ${looked}.` : table(['where', 'what'], rows);
  await writeReport(check, `# ${check}\n\n${body}\n`);
  await writeOutput({ findings: findings.length });
  for (const [where, what] of rows) console.log(`${where}  ${what}`);
  console.log(`${findings.length} findings in ${looked}.`);
  if (findings.length > 0)
    throw new CommandError(`${findings.length} findings, the first: ${rows[0].join(' ')}`);
}
