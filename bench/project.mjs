/** A project for the benchmarks, in a folder that goes away afterwards. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Commands at once, the same for everybody. */
export const slots = 4;

export function project(folder, commands) {
  mkdirSync(join(folder, 'workflows'), { recursive: true });
  writeFileSync(
    join(folder, 'ml-workflow.yml'),
    `targets: { local: { kind: local, slots: ${slots} } }\ncommands:\n${commands}\n`,
  );
}

export function workflow(folder, name, chain) {
  writeFileSync(join(folder, 'workflows', `${name}.yml`), `chain: |\n  ${chain}\n`);
}

export function times(count, element) {
  return Array.from({ length: count }, () => element);
}
