import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name) => join(root, 'node_modules', '.bin', name);

/** Quiet unless it fails. */
function run(name, ...words) {
  const { status, stdout, stderr } = spawnSync(bin(name), words, { cwd: root, encoding: 'utf8' });
  if (status === 0) return;
  console.error(`${name} ${words.join(' ')} failed
${stdout}${stderr}`);
  process.exit(1);
}

/** The steps of a job are processes of their own: what the first has compiled, the others need not compile again. */
function actionEntry(name) {
  return `import module from 'node:module';
import { join } from 'node:path';

// Of libraries: nobody who reads a job's log can do anything about them.
process.noDeprecation = true;
const { RUNNER_TEMP: temporary } = process.env;
if (temporary) module.enableCompileCache?.(join(temporary, 'ml-workflow', 'compiled'));
const { ${name} } = await import('./index.js');
await ${name}();
`;
}

function build(folder) {
  rmSync(join(root, 'build'), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  run('tsc', '-p', '.');
  run('ncc', 'build', 'build/index.js', '-o', folder, '--no-cache', '--license', 'licenses.txt');
  for (const file of readdirSync(folder, { recursive: true })) {
    // A helper for Windows' ssh agent; scanners take it for malware.
    if (file.endsWith('pagent.exe')) rmSync(join(folder, file));
    if (file.endsWith('.node'))
      throw new Error(`native addon in the bundle: ${file}; install with npm ci, which blocks them`);
  }
  const entries = {
    'cli.js': "#!/usr/bin/env node\nimport { cli } from './index.js';\n\nawait cli();\n",
    'main.js': actionEntry('action'),
    'post.js': actionEntry('post'),
    'open.js': actionEntry('open'),
    'step.js': actionEntry('step'),
    'cell.js': actionEntry('cell'),
    'conclude.js': actionEntry('conclude'),
    'open-post.js': actionEntry('leave'),
    'cell-post.js': actionEntry('leave'),
  };
  for (const [file, text] of Object.entries(entries)) writeFileSync(join(folder, file), text);
  chmodSync(join(folder, 'cli.js'), 0o755);
}

/** Paths of the files that differ, or exist on one side only. */
function differences(left, right) {
  const files = (folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const names = (folder) =>
    files(folder).map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
  const all = [...new Set([...names(left), ...names(right)])].sort();
  const text = (folder, name) =>
    names(folder).includes(name) ? readFileSync(join(folder, name), 'latin1') : undefined;
  return all.filter((name) => text(left, name) !== text(right, name));
}

const dist = join(root, 'dist');
if (process.argv.includes('--check')) {
  const fresh = mkdtempSync(join(tmpdir(), 'ml-workflow-dist-'));
  try {
    build(fresh);
    const different = differences(dist, fresh);
    if (different.length > 0) {
      console.error(
        `dist/ is not what the sources give: ${different.join(', ')}\nrun \`npm run build\` and commit dist/`,
      );
      process.exitCode = 1;
    } else {
      console.log('dist/ is what the sources give');
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
} else {
  const fresh = mkdtempSync(join(tmpdir(), 'ml-workflow-dist-'));
  build(fresh);
  rmSync(dist, { recursive: true, force: true });
  cpSync(fresh, dist, { recursive: true });
  rmSync(fresh, { recursive: true, force: true });
}
