/** Entry of the command line. */
import { main } from './cli/main.ts';
import { neverInSilence, stalledMessage } from './silence.ts';

export async function cli(): Promise<void> {
  // A reader that went away, a closed terminal or a full disk behind `>` is no reason to end a run half done.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (!['EPIPE', 'EIO', 'ENOSPC'].includes(error.code ?? '')) throw error;
    });
  }
  try {
    process.exitCode = await neverInSilence(
      process,
      () => main(process.argv.slice(2)),
      () => {
        process.stderr.write(`internal error, please report it: ${stalledMessage}\n`);
        process.exit(1);
      },
    );
  } catch (error) {
    // Everything a person can get wrong is a diagnostic; what arrives here is a mistake of ours.
    process.stderr.write(
      `internal error, please report it:\n${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
