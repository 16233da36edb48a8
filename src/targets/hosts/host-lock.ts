/**
 * One run at a time in a workspace of a host: what another one sends would change its files under it. A run's folder notes
 * the locks that it holds: processes that drive the run one after the other keep them, and the last gives them back.
 */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';
import type { Connection } from '../../ssh/connection.ts';
import { quoted } from '../../ssh/quote.ts';
import { ask, linesOf } from './ask.ts';
import { PlaceError } from './place-error.ts';

const name = '.ml-workflow/lock';
const beatMilliseconds = 30_000;
/** By the host's clock: behind it nobody holds it any more. */
const staleMinutes = 3;

export class HostLock {
  readonly #connection: Connection;
  readonly #run: string;
  readonly #note: string;
  #isAdopted = false;
  #path: string | undefined;
  #beat: NodeJS.Timeout | undefined;

  /** `note`: absolute, the file in the run's folder. */
  constructor(connection: Connection, run: string, note: string) {
    this.#connection = connection;
    this.#run = run;
    this.#note = note;
  }

  /** Keeps what a process before this one, on the same machine, has taken: gives its workspace there. */
  adopt(): string | undefined {
    if (!existsSync(this.#note)) return undefined;
    const path = readFileSync(this.#note, 'utf8');
    this.#path = path;
    this.#isAdopted = true;
    this.#beatOnce();
    this.#keep();
    return posix.dirname(posix.dirname(path));
  }

  /** `workspace`: absolute, there. Rejects with a `PlaceError` while another run has it; a run that goes on gets its own. */
  async take(workspace: string, signal: AbortSignal): Promise<void> {
    const path = posix.join(workspace, name);
    const script = `l=${quoted(path)}; r=${quoted(this.#run)}; n=0
mkdir -p "\${l%/*}" || exit 1
until mkdir "$l" 2>/dev/null; do
  held=$(cat "$l/run" 2>/dev/null)
  [ "$held" != "$r" ] || break
  if [ -n "$(find "$l" -mmin -${staleMinutes} 2>/dev/null)" ]; then echo "held by \${held:-another run}"; exit 0; fi
  rm -rf "$l"; n=$((n + 1)); [ $n -lt 5 ] || exit 1
done
printf '%s\\n' "$r" > "$l/run" && echo taken`;
    const answer = await ask(this.#connection, script, { signal });
    const said = linesOf(answer)[0]?.slice(0, 200) ?? '';
    if (said.startsWith('held by '))
      throw new PlaceError(
        'usage',
        `${this.#connection.name}: ${workspace} is in use, ${said}; wait until that run is over (one that was killed counts as over after ${staleMinutes} min), or give the target another \`workspace:\``,
      );
    if (said !== 'taken')
      throw new PlaceError(
        'usage',
        `${this.#connection.name}: ${workspace} cannot be locked: ${answer.reason}`,
      );
    this.#path = path;
    mkdirSync(dirname(this.#note), { recursive: true });
    writeFileSync(this.#note, path);
    this.#keep();
  }

  #keep(): void {
    this.#beat ??= setInterval(() => this.#touch(), beatMilliseconds).unref();
  }

  async release(signal: AbortSignal): Promise<void> {
    this.stop();
    if (this.#path === undefined || !(this.#isAdopted || this.#connection.isConnected)) return;
    await ask(this.#connection, this.#ifOurs('rm -rf "$l"'), { signal });
    this.#path = undefined;
    rmSync(this.#note, { force: true });
  }

  /** It is left there, and becomes stale. */
  stop(): void {
    clearInterval(this.#beat);
    this.#beat = undefined;
  }

  #touch(): void {
    if (this.#connection.isConnected) this.#beatOnce();
  }

  #beatOnce(): void {
    const signal = AbortSignal.timeout(beatMilliseconds);
    ask(this.#connection, this.#ifOurs('touch "$l/run"'), { signal }).catch(() => undefined);
  }

  /** Another run may have taken it over while this one was away. */
  #ifOurs(command: string): string {
    return `l=${quoted(this.#path ?? '')}; [ "$(cat "$l/run" 2>/dev/null)" != ${quoted(this.#run)} ] || ${command}`;
  }
}
