/** `check`: every mistake of a workflow, or of all a project's files, at once. */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../language/diagnostic.ts';
import { didYouMean } from '../language/name.ts';
import { sourceOf } from '../language/source.ts';
import { prepare, wantedOf } from '../prepare.ts';
import { projectFileName, type Wanted, workflowFiles } from '../project/load.ts';
import { type Arguments, UsageError } from './arguments.ts';

export function check(args: Arguments, folder: string, shownFrom: string): readonly Diagnostic[] {
  const [option] = args.given;
  if (args.subject === undefined && option) {
    const help = didYouMean(option.name, ['project', 'format'], (known) => `--${known}`);
    throw new UsageError(`unknown option \`--${option.name}\``, help);
  }
  const subjects = args.subject === undefined ? allWorkflows(folder) : [wantedOf(args.subject, '<chain>')];
  const found = subjects.flatMap(
    (wanted) =>
      prepare({ wanted, folder, shownFrom, personal: homedir(), given: args.given, checkOnly: true })
        .diagnostics,
  );
  const seen = new Set<string>();
  return found.filter(({ source, span, code, message }) => {
    const key = `${source.name} ${span.start} ${code} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}

function allWorkflows(folder: string): Wanted[] {
  const files = workflowFiles(folder);
  const isProject = ['.claude', '.factory', projectFileName].some((name) => existsSync(join(folder, name)));
  // A job that looks into the wrong folder would pass for ever.
  if (files.length === 0 && !isProject)
    throw new UsageError(
      `there is nothing to check: no \`${projectFileName}\` and no \`workflows/\` here`,
      '`--project` names the folder of the project',
    );
  // A project without workflow files still has a project file to check: a chain that does nothing reads it.
  if (files.length === 0) return [{ is: 'chain', source: sourceOf('<chain>', '/continue') }];
  return files.map((reference) => ({ is: 'workflow', reference }));
}
