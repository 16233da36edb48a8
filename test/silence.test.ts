/** A program that would end in the middle of its work says so. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { temporaryFolder } from './targets/rig.ts';

it.each([
  ['work that nothing can wake', 'new Promise(() => {})', 3, 'stalled'],
  ['work that ends', 'Promise.resolve(1)', 0, ''],
])('%s', async (_, work, code, said) => {
  const folder = temporaryFolder();
  const bundle = await rolldown({ input: 'src/silence.ts', platform: 'node' });
  await bundle.write({ file: join(folder, 'silence.mjs'), format: 'esm' });
  await bundle.close();
  const program = `
    const { neverInSilence } = await import(${JSON.stringify(join(folder, 'silence.mjs'))});
    await neverInSilence(process, () => ${work}, () => {
      process.stdout.write('stalled');
      process.exit(3);
    });`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' });
  expect([ended.status, ended.stdout]).toEqual([code, said]);
});
