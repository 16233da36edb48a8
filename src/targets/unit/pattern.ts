/** Searches a log for a pattern that a person wrote. Some patterns take hours: they run beside this thread, for a second. */
import { Worker } from 'node:worker_threads';

const limitMilliseconds = 1_000;
/** Until the thread has begun to search: a machine may be busy. */
const startMilliseconds = 10_000;
const longestLine = 2_000;

/** Text and not a file of its own, so that the bundle stays whole. */
const source = `
const { parentPort, workerData } = require('node:worker_threads');
parentPort.postMessage('searching');
const pattern = new RegExp(workerData.pattern);
parentPort.postMessage(workerData.lines.some((line) => pattern.test(line)));
`;

/** Whether a line of the text matches; only the first part of a very long one is looked at. */
export async function isIn(pattern: string, text: string): Promise<boolean | 'too-slow'> {
  const lines = text.split(/\r?\n/).map((line) => line.slice(0, longestLine));
  const worker = new Worker(source, { eval: true, workerData: { pattern, lines }, env: {}, execArgv: [] });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<boolean | 'too-slow'>((resolve) => {
      const limit = (milliseconds: number) => {
        clearTimeout(timer);
        timer = setTimeout(() => resolve('too-slow'), milliseconds);
      };
      limit(startMilliseconds);
      worker.on('message', (message: unknown) => {
        if (message === 'searching') limit(limitMilliseconds);
        else resolve(message === true);
      });
      worker.on('error', () => resolve(false));
      worker.on('exit', () => resolve(false));
    });
  } finally {
    clearTimeout(timer);
    void worker.terminate();
  }
}
