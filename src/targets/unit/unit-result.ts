/** All that a command which ended well has given: what it declares, read from where it declares it. */
import type { RunCommand, Value } from '../../plan/plan.ts';
import type { UnitRequest } from '../../ports.ts';
import { type Captured, largestCapture, stdoutName } from './captured.ts';
import { cleanedJson, declaredOutput, declaredValues } from './declared-result.ts';
import { type ReadResult, readResult, type Stamps } from './metrics.ts';
import type { UnitLog } from './unit-log.ts';

export interface Left {
  readonly home: string;
  readonly before: Stamps;
  readonly outputFile: string;
  readonly captured: Captured | undefined;
  readonly log: UnitLog;
}

/** Of a child that has ended well: all that it gave, or what of it is missing. */
export function resultOf(request: UnitRequest, command: RunCommand, left: Left): ReadResult {
  const { captured, log } = left;
  const read = readResult(request, left.home, command, left.before, left.outputFile);
  if (!read.ok) return read;
  if (captured?.isTooLong) {
    const most = largestCapture / 1024 / 1024;
    const message = `standard output is larger than ${most} MiB, the most that another command can read; write it to a file in \`$ML_RUN_DIR\``;
    return { ok: false, class: 'no-metrics', message };
  }
  const values = declaredValues(command, cleaned(read.result.values, log));
  if (!values.ok) return values;
  const output = declaredOutput(command, captured?.path);
  if (!output.ok) return output;
  return {
    ok: true,
    result: {
      ...read.result,
      values: values.value,
      ...(output.value === undefined ? {} : { output: cleanedJson(output.value, (text) => log.clean(text)) }),
      ...(captured ? { stdout: stdoutName } : {}),
    },
  };
}

/** Values go into the journal and to people: a secret among them is blotted out like one in the log. */
function cleaned(values: Readonly<Record<string, Value>>, log: UnitLog): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      log.clean(name),
      typeof value === 'string' ? log.clean(value) : value,
    ]),
  );
}
