/** `> winner.json`, `>> log.jsonl`: what the command before gave, in a file of the workspace. */
import { readFileSync, statSync } from 'node:fs';
import type { Json } from '../engine/event.ts';
import { literalValue } from '../plan/plan.ts';
import type { Previous, UnitOutcome, UnitRequest } from '../ports.ts';
import { failureOf, succeededWith } from './outcome.ts';
import { appendToWorkspaceFile, orFileFailure, writeWorkspaceFile } from './workspace-file.ts';

const appends = '--append';

export function store({ input, previous, workspace }: UnitRequest): UnitOutcome {
  const [path = ''] = input.arguments.filter((word) => word !== appends);
  const append = input.arguments.includes(appends);
  if (!previous) return failureOf('no-metrics', `nothing gave a result to store in \`${path}\``);
  return orFileFailure(() => {
    if (append || /\.jsonl?$/i.test(path)) {
      const record = recordOf(previous);
      if (record === undefined) return failureOf('no-metrics', nothingFor(path));
      if (append) appendToWorkspaceFile(workspace, path, `${JSON.stringify(record)}\n`);
      else if (/\.jsonl$/i.test(path)) writeWorkspaceFile(workspace, path, `${JSON.stringify(record)}\n`);
      else writeWorkspaceFile(workspace, path, `${JSON.stringify(record, null, 2)}\n`);
      return succeededWith();
    }
    const text = textOf(previous);
    if (text === undefined) return failureOf('no-metrics', nothingFor(path));
    writeWorkspaceFile(workspace, path, text);
    return succeededWith();
  });
}

function nothingFor(path: string): string {
  return `the command before gave nothing to store in \`${path}\`: it declares no metrics and no \`result:\`, wrote nothing to \`$ML_OUTPUT\`, and printed no JSON`;
}

/** What it declares, else what it printed if that is JSON; undefined when there is neither. */
function recordOf(previous: Previous): Json | undefined {
  const { output, metrics, values } = previous.result;
  const fields = { ...metrics, ...values };
  // A line of text among the other fields, so that each can be read by its name.
  if (typeof output === 'string') return { ...fields, result: literalValue(output) };
  if (output !== undefined) return output;
  if (Object.keys(fields).length > 0) return fields;
  const printed = printedBy(previous);
  if (printed === undefined) return undefined;
  try {
    return JSON.parse(printed) as Json;
  } catch {
    return undefined;
  }
}

/** What a shell would write: its standard output; of a command that has none kept, its result. */
function textOf(previous: Previous): string | undefined {
  const printed = previous.text === undefined ? printedBy(previous) : undefined;
  if (printed !== undefined) return printed;
  return previous.text === undefined ? undefined : `${previous.text}\n`;
}

function printedBy({ stdout }: Previous): string | undefined {
  if (stdout === undefined || !statSync(stdout, { throwIfNoEntry: false })?.isFile()) return undefined;
  return readFileSync(stdout, 'utf8');
}
