/**
 * How far a training has come, from the lines it prints: JSON, `{"epoch": 3, "epochs": 20, "loss": 0.41}`, or as a
 * declared pattern takes them apart.
 */
import type { Progress } from '../../ports.ts';

const longestLine = 4096;
const patterns = new Map<string, RegExp>();

/** `pattern`: a regular expression with named groups. */
export function progressIn(line: string, pattern?: string): Progress | undefined {
  if (line.length > longestLine) return undefined;
  const found = line.startsWith('{')
    ? numbersOfJson(line)
    : pattern === undefined
      ? undefined
      : numbersAt(line, pattern);
  if (!found) return undefined;
  const fields = found;
  const done = fields.get('epoch') ?? fields.get('step');
  if (done === undefined) return undefined;
  const of = fields.get('epochs') ?? fields.get('steps');
  for (const name of ['epoch', 'step', 'epochs', 'steps']) fields.delete(name);
  return { done, ...(of === undefined ? {} : { of }), metrics: Object.fromEntries(fields) };
}

function numbersAt(line: string, pattern: string): Map<string, number> | undefined {
  let expression = patterns.get(pattern);
  if (!expression) {
    expression = new RegExp(pattern);
    patterns.set(pattern, expression);
  }
  const groups = expression.exec(line)?.groups;
  if (!groups) return undefined;
  return new Map(
    Object.entries(groups).flatMap(([name, text]) => {
      const value = text === undefined || text.trim() === '' ? Number.NaN : Number(text);
      return Number.isFinite(value) ? [[name, value]] : [];
    }),
  );
}

function numbersOfJson(line: string): Map<string, number> | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const fields = new Map<string, number>();
  for (const [name, value] of Object.entries(parsed)) {
    if (typeof value === 'number' && Number.isFinite(value)) fields.set(name, value);
  }
  return fields;
}
