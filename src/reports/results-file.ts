/**
 * `experiment_results.jsonl`: one row for each unit that declares metrics, whether it completed or failed. The five keys
 * `timestamp`, `phase`, `experiment_id`, `metrics`, `config` come first, so that a reader that knows only them keeps working.
 */
import { createHash } from 'node:crypto';
import {
  accessSync,
  appendFileSync,
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { cellsOf } from '../engine/cells.ts';
import type { RunEvent } from '../engine/event.ts';
import type { RunState } from '../engine/state.ts';
import { literalValue, type NodeId } from '../plan/plan.ts';
import { logName, type Reporter, type Revision } from '../ports.ts';

export class ResultsFileWriter implements Reporter {
  readonly name = 'the results file';
  readonly #workspace: string;
  readonly #runDirectory: string;
  readonly #revision: Revision;

  /** Both absolute. */
  constructor(workspace: string, runDirectory: string, revision: Revision) {
    this.#workspace = workspace;
    this.#runDirectory = runDirectory;
    this.#revision = revision;
  }

  /** Only this process writes rows, one at a time, so the file is never torn by parallel branches. */
  event(event: RunEvent, state: RunState): void {
    if (event.type !== 'unit-succeeded' && event.type !== 'unit-failed') return;
    const row = this.#row(state, event.node);
    if (row) this.#append(state, row);
  }

  /** Adds the rows of finished units that are missing, because the run was killed between its journal and this file. */
  restore(state: RunState): void {
    const path = this.#path(state);
    const present = existsSync(path) ? readFileSync(path, 'utf8') : '';
    for (const { id } of state.plan.nodes) {
      const row = this.#row(state, id);
      if (row && !present.includes(JSON.stringify(row.run_id))) this.#append(state, row);
    }
  }

  /** Undefined for what is no experiment: units without metrics, and those that were never started or are not over. */
  #row(state: RunState, id: NodeId) {
    const node = state.byId.get(id);
    const command = node?.kind === 'unit' ? state.plan.commands[node.command] : undefined;
    if (node?.kind !== 'unit' || command?.is !== 'run' || command.metrics.length === 0) return undefined;
    const own = state.nodes.get(id);
    const [cell] = cellsOf(state, [id]);
    const { result, failure, startedAt, endedAt, attempt = 1, directory = null } = own ?? {};
    if (!cell || startedAt === undefined || endedAt === undefined || !(result || failure)) return undefined;
    const primary = command.primary;
    const config = Object.entries(cell.config).sort();
    // Axis values keep their text in names; as configuration they are numbers where they look like some.
    return {
      timestamp: endedAt,
      phase: state.plan.results.phase,
      experiment_id: cell.id,
      metrics: cell.metrics,
      config: Object.fromEntries(
        Object.entries(cell.config).map(([name, value]) => [name, literalValue(value)]),
      ),
      schema: 1,
      run_id: `${state.run.id}/${id}${attempt > 1 ? `.${attempt}` : ''}`,
      status: failure ? 'failed' : 'completed',
      primary:
        primary === undefined
          ? null
          : { name: primary, direction: state.plan.metrics[primary]?.better === 'lower' ? 'min' : 'max' },
      seed: cell.config.seed === undefined ? null : literalValue(cell.config.seed),
      n_test: cell.samples ?? null,
      error: failure?.message ?? null,
      run: {
        sha: this.#revision.sha,
        dirty: this.#revision.dirty,
        workflow: state.plan.name,
        target: command.target,
        attempt,
        exit: result ? 0 : (failure?.exit ?? null),
        error_class: failure?.class ?? null,
        started: startedAt,
        ended: endedAt,
        seconds: result?.seconds ?? failure?.seconds ?? null,
        log:
          directory === null ? null : join(relative(this.#workspace, this.#runDirectory), directory, logName),
        config_sha: createHash('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 12),
      },
    };
  }

  /** Why rows cannot be written, asked before there is one; throws the system's own reason. */
  probe(state: RunState): string | undefined {
    const commands = Object.values(state.plan.commands);
    if (!commands.some((command) => command.is === 'run' && command.metrics.length > 0)) return undefined;
    const path = this.#path(state);
    // A link may lead anywhere, and a commit may have put it there.
    const found = lstatSync(path, { throwIfNoEntry: false });
    if (found && !found.isFile()) return 'is no regular file';
    mkdirSync(dirname(path), { recursive: true });
    accessSync(found ? path : dirname(path), constants.W_OK);
    return undefined;
  }

  #append(state: RunState, row: object): void {
    const path = this.#path(state);
    mkdirSync(dirname(path), { recursive: true });
    // A file that somebody else left without a final newline gets one first, or two rows would become one.
    appendFileSync(path, `${endsOpen(path) ? '\n' : ''}${JSON.stringify(row)}\n`);
  }

  #path(state: RunState): string {
    return join(this.#workspace, state.plan.results.file);
  }
}

function endsOpen(path: string): boolean {
  if (!existsSync(path)) return false;
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) return false;
    const last = Buffer.alloc(1);
    readSync(file, last, 0, 1, size - 1);
    return last[0] !== 0x0a;
  } finally {
    closeSync(file);
  }
}
