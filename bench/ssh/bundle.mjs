/** Makes programs of our sources as dist/ is made of them: in one bundle, without native addons. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../..', import.meta.url));
const addon = join(root, 'node_modules/ssh2/lib/protocol/crypto/build');

/** `driver`: the program that is measured. `sshd`: the module that starts the server. */
export async function bundles() {
  if (existsSync(addon))
    throw new Error('ssh2 has its native addon here, which users do not have: install with npm ci');
  // Below the repository, where the packages are found.
  const folder = join(root, '.cache/bench/ssh');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await asJavaScript(join(root, 'bench/ssh/driver.mjs'), join(folder, 'driver.mjs'));
  await asJavaScript(join(root, 'test/rig/sshd.ts'), join(folder, 'sshd.mjs'));
  const ncc = createRequire(import.meta.url).resolve('@vercel/ncc/dist/ncc/cli.js');
  const words = [ncc, 'build', join(folder, 'driver.mjs'), '-o', join(folder, 'driver'), '--no-cache'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`ncc failed\n${stdout}${stderr}`);
  return {
    driver: join(folder, 'driver/index.mjs'),
    sshd: await import(pathToFileURL(join(folder, 'sshd.mjs')).href),
  };
}

async function asJavaScript(input, file) {
  const bundle = await rolldown({ input, platform: 'node', logLevel: 'silent', external: ['ssh2'] });
  await bundle.write({ file, format: 'esm', codeSplitting: false });
  await bundle.close();
}
