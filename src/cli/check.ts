/** `check`: every mistake of a workflow, or of all a project's files, at once. */
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../language/diagnostic.ts';
import { didYouMean } from '../language/name.ts';
import { sourceOf } from '../language/source.ts';
import { prepare, wantedOf } from '../prepare.ts';
import type { Wanted } from '../project/load.ts';
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
  const workflows = join(folder, 'workflows');
  const files = existsSync(workflows) ? readdirSync(workflows).filter((file) => /\.ya?ml$/.test(file)) : [];
  // A project without workflow files still has a project file to check: a chain that does nothing reads it.
  if (files.length === 0) return [{ is: 'chain', source: sourceOf('<chain>', '/continue') }];
  return files.sort().map((file) => ({ is: 'workflow', reference: join(workflows, file) }));
}
