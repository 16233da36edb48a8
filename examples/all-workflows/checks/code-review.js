/** A static review of the example's scripts: they parse, say what they are for, and call nothing that is forbidden. */

import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { runCommand } from '../../simple-lstm/command.js';
import { scripts } from '../lib/sources.js';
import { conclude } from './findings.js';

const RULES = [
  { pattern: /\beval\s*\(|\bnew Function\s*\(/, problem: 'builds code from text' },
  { pattern: /\bdebugger\b/, problem: 'has a breakpoint' },
  { pattern: /\bconsole\.(?:debug|trace)\s*\(/, problem: 'prints for debugging' },
  { pattern: /\b(?:TODO|FIXME)\b/, problem: 'is not finished' },
];

await runCommand(
  {
    name: 'checks/code-review.js',
    purpose: 'Reviews all scripts of this example; fails if it finds something.',
  },
  async () => {
    const files = await scripts();
    const findings = [];
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      if (!text.startsWith('/**')) findings.push({ file, line: 1, problem: 'does not say what it is for' });
      for (const [index, line] of text.split('\n').entries())
        for (const { pattern, problem } of RULES)
          if (pattern.test(withoutPatterns(line))) findings.push({ file, line: index + 1, problem });
    }
    findings.push(...(await syntaxErrors(files)));
    await conclude('code-review', `${files.length} scripts`, findings);
  },
);

/** A rule is no violation of itself. */
function withoutPatterns(line) {
  return line.replace(/pattern: \/.*\/,/, '');
}

/** One process for all: `node --check` takes one file, and starting Node takes longer than checking. */
async function syntaxErrors(files) {
  const check = `for (const file of process.argv.slice(1)) try {
    new (require('node:vm').SourceTextModule)(require('node:fs').readFileSync(file, 'utf8'), { identifier: file });
  } catch (error) { console.log(JSON.stringify({ file, line: 1, problem: String(error.message) })) }`;
  const words = ['--experimental-vm-modules', '--no-warnings', '-e', check, ...files];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
