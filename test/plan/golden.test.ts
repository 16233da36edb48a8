/** The plans of the workflows that come with the project, as files to be read by eye. `UPDATE_GOLDEN=1` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/prepare.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('a plan of a shipped workflow', () => {
  it.each(['ml-pipeline-full', 'runpod-hpo-parallel'])('is as before: %s', (name) => {
    const { plan, diagnostics } = prepare({
      wanted: { is: 'workflow', reference: `workflows/${name}.yml` },
      folder: join(root, 'examples/simple-lstm'),
      shownFrom: root,
      given: [],
    });
    expect(diagnostics).toEqual([]);
    const text = `${JSON.stringify(plan, null, 2)}\n`;
    const path = join(root, 'test/golden', `${name}.plan.json`);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});
