/** Asks the person at the terminal: for an approval, or for a line. */
import { createInterface } from 'node:readline/promises';
import { UsageError } from './arguments.ts';

/** Rejects when nobody answers: the input has ended, or the question no longer stands. */
export async function askApproval(label: string, signal: AbortSignal): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  // In its raw mode the terminal sends Ctrl-C as a character: it still means the run.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const ended = new Promise<never>((_resolve, reject) => {
    lines.once('close', () => reject(new Error('the input has ended')));
  });
  try {
    for (;;) {
      const answer = await Promise.race([
        lines.question(`  ? approve \`${label}\`? [y/n] `, { signal }),
        ended,
      ]);
      if (/^\s*y(?:es)?\s*$/i.test(answer)) return true;
      if (/^\s*no?\s*$/i.test(answer)) return false;
    }
  } finally {
    // Whoever waits for the end of the input no longer does.
    ended.catch(() => {});
    lines.close();
  }
}

/** What is answered, or `usual` for an empty line. Rejects with a `UsageError` when the input has ended. */
export async function askLine(question: string, usual: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: true });
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  const ended = new Promise<never>((_resolve, reject) => {
    lines.once('close', () => reject(new UsageError('the input has ended', '`--yes` asks nothing')));
  });
  try {
    const shown = usual === '' ? '' : ` [${usual}]`;
    const answer = await Promise.race([lines.question(`  ? ${question}${shown}: `), ended]);
    return answer.trim() === '' ? usual : answer.trim();
  } finally {
    ended.catch(() => {});
    lines.close();
  }
}
