/** The plans of the workflows that come with the project, as files to be read by eye. `UPDATE_GOLDEN=1` writes them anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepare } from '../../src/prepare.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('a plan of a shipped workflow', () => {
  it.each([
    ['ml-pipeline-full', 'examples/simple-lstm', 'ml-pipeline-full'],
    ['runpod-hpo-parallel', 'examples/simple-lstm', 'runpod-hpo-parallel'],
    // On pods.
    ['runpod-hpo-parallel', 'test/fixtures/remote', 'remote-hpo-parallel'],
    ['runpod-deploy-full', 'test/fixtures/remote', 'remote-deploy-full'],
  ])('is as before: %s over %s', (name, folder, golden) => {
    const { plan, diagnostics } = prepare({
      wanted: { is: 'workflow', reference: `workflows/${name}.yml` },
      folder: join(root, folder),
      shownFrom: root,
      given: [],
    });
    expect(diagnostics).toEqual([]);
    const text = `${JSON.stringify(plan, null, 2)}\n`;
    const path = join(root, 'test/golden', `${golden}.plan.json`);
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });
});
