/** How a run is shown on this command line: live to a person at a terminal, as lines to a log, as JSON to a program. */
import { statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { RunFolder } from '../drivers/run-folder.ts';
import type { RunState } from '../engine/state.ts';
import type { Plan } from '../plan/plan.ts';
import type { Reporter } from '../ports.ts';
import { EventLines } from '../reports/lines.ts';
import { LiveView } from '../reports/live.ts';
import { reportOf } from '../reports/report.ts';
import { statusOf } from '../reports/status.ts';
import { type Style, styleFor } from '../reports/style.ts';
import { terminalReport } from '../reports/terminal.ts';
import type { Arguments } from './arguments.ts';
import { askApproval } from './ask.ts';

export interface View {
  readonly reporters: (folder: RunFolder) => readonly Reporter[];
  /** Absent where nobody is there to ask. */
  readonly ask?: (label: string, signal: AbortSignal) => Promise<boolean>;
}

export function viewFor(args: Arguments, workspace: string): View {
  if (args.format === 'json') return { reporters: () => [{ concluded: printJson }] };
  const out = process.stdout;
  const style = styleFor(process.env, out.isTTY === true);
  // A dumb terminal cannot go up a line.
  const canRedraw = out.isTTY && process.env.TERM !== 'dumb';
  const live = canRedraw && !args.logs ? new LiveView(screen, style, () => performance.now()) : undefined;
  const lines = () => new EventLines((line) => out.write(`${line}\n`), style, { output: args.logs });
  return {
    reporters: (folder) => [live ?? lines(), finalReport(folder, workspace, style, args.project)],
    ...(out.isTTY && process.stdin.isTTY
      ? {
          ask: async (label, signal) => {
            live?.pause();
            try {
              return await askApproval(label, signal);
            } finally {
              live?.goOn();
            }
          },
        }
      : {}),
  };
}

const screen = {
  write: (text: string) => process.stdout.write(text),
  get columns() {
    return process.stdout.columns || 80;
  },
  get rows() {
    return process.stdout.rows || 24;
  },
};

const printJson: NonNullable<Reporter['concluded']> = (_conclusion, state) => {
  process.stdout.write(`${JSON.stringify(reportOf(state, new Date().toISOString()), null, 2)}\n`);
};

function finalReport(
  folder: RunFolder,
  workspace: string,
  style: Style,
  project: string | undefined,
): Reporter {
  return {
    concluded: (_conclusion, state) => {
      const shown = (path: string) => relative(process.cwd(), path) || '.';
      const results = join(workspace, state.plan.results.file);
      const files = [
        { label: 'run', path: shown(folder.path) },
        ...(measures(state.plan) && statSync(results, { throwIfNoEntry: false })
          ? [{ label: 'results', path: shown(results) }]
          : []),
        ...writtenOutputs(state, workspace, shown),
      ];
      const report = reportOf(state, new Date().toISOString());
      const text = terminalReport(report, {
        style,
        columns: process.stdout.columns || 120,
        files,
        folder: shown(folder.path),
        ...(project === undefined ? {} : { project }),
      });
      process.stdout.write(text);
    },
  };
}

/** Only such a run has rows in the file of results. */
function measures(plan: Plan): boolean {
  return Object.values(plan.commands).some((command) => command.is === 'run' && command.metrics.length > 0);
}

/** Declared outputs that are there now, of commands that have succeeded: others may be of an earlier run. */
function writtenOutputs(
  state: RunState,
  workspace: string,
  shown: (path: string) => string,
): { label: string; path: string }[] {
  const succeeded = new Set(
    state.plan.nodes.flatMap((node) =>
      node.kind === 'unit' && statusOf(state, node.id) === 'succeeded' ? [node.command] : [],
    ),
  );
  return Object.entries(state.plan.commands).flatMap(([id, command]) => {
    if (command.is !== 'run' || !succeeded.has(id)) return [];
    return command.outputs
      .filter((path) => !path.startsWith('$') && statSync(join(workspace, path), { throwIfNoEntry: false }))
      .map((path) => ({ label: `/${command.name}`, path: shown(join(workspace, path)) }));
  });
}
