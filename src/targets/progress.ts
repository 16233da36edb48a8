/** How far a training has come, from the JSON lines it prints: `{"epoch": 3, "epochs": 20, "loss": 0.41}`. */
import type { Progress } from '../ports.ts';

export function progressIn(line: string): Progress | undefined {
  if (!line.startsWith('{') || line.length > 4096) return undefined;
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
  const done = fields.get('epoch') ?? fields.get('step');
  if (done === undefined) return undefined;
  const of = fields.get('epochs') ?? fields.get('steps');
  for (const name of ['epoch', 'step', 'epochs', 'steps']) fields.delete(name);
  return { done, ...(of === undefined ? {} : { of }), metrics: Object.fromEntries(fields) };
}
