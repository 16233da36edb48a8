/** When an element of one run is the same as an element of another: same place, same command, same input. */
import type { Plan, UnitNode } from '../plan/plan.ts';
import type { UnitInput } from './template.ts';

/** The unit's id with a hash of all that decides what it does, as far as this program knows. */
export function reuseKey(plan: Plan, unit: UnitNode, input: UnitInput): string {
  return `${unit.id} ${inputHash(plan, unit, input)}`;
}

/** 128 bits, in hexadecimal digits. Tells apart what differs by accident; it is no defence against an attacker. */
export function inputHash(plan: Plan, unit: UnitNode, { arguments: words, parameters }: UnitInput): string {
  const selection = plan.selections[unit.id] ?? plan.selections['best-model'];
  return hash(
    canonical({
      command: plan.commands[unit.command],
      arguments: words,
      parameters,
      collects: unit.collects,
      input: unit.input ?? [],
      // What a built-in command does depends on these too.
      ...(unit.collects.length > 0 ? { selection, results: plan.results } : {}),
    }),
  );
}

/** JSON with the keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** Four lanes of FNV-1a that are mixed with one another. */
function hash(text: string): string {
  const lanes = [0x811c9dc5, 0x01000193, 0x85ebca6b, 0xc2b2ae35];
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    for (let lane = 0; lane < lanes.length; lane += 1) {
      const before = lanes[(lane + 3) % 4] ?? 0;
      lanes[lane] = Math.imul((lanes[lane] ?? 0) ^ unit ^ (before >>> 7), 0x01000193 + 2 * lane);
    }
  }
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
