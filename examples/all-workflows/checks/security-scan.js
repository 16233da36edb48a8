/** Looks for secrets in the files of this example, and for calls that run text as a command. */

import { readFile } from 'node:fs/promises';
import { runCommand } from '../../simple-lstm/command.js';
import { sourceFiles } from '../lib/sources.js';
import { conclude } from './findings.js';

const RULES = [
  { pattern: /\bAKIA[0-9A-Z]{16}\b/, problem: 'holds a key of AWS' },
  { pattern: /\bgh[pousr]_[A-Za-z0-9]{36}\b/, problem: 'holds a token of GitHub' },
  { pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/, problem: 'holds a private key' },
  { pattern: /\b(?:password|api_?key|secret)\b\s*[:=]\s*['"][^'"\s]{8,}['"]/i, problem: 'holds a password' },
  { pattern: /\bexecSync\s*\(|\bshell:\s*true\b/, problem: 'gives text to a shell' },
];

await runCommand(
  {
    name: 'checks/security-scan.js',
    purpose: 'Scans all files of this example; fails if it finds something.',
  },
  async () => {
    const files = await sourceFiles(/\.(?:js|json|ya?ml|md|txt|env|sh)$/);
    const findings = [];
    for (const file of files) {
      for (const [index, line] of (await readFile(file, 'utf8')).split('\n').entries())
        for (const { pattern, problem } of RULES)
          if (pattern.test(line) && !/^\s*\{ pattern: /.test(line))
            findings.push({ file, line: index + 1, problem });
    }
    await conclude('security-scan', `${files.length} files`, findings);
  },
);
