/**
 * Runs compiled sweeps under the mini runner and prints what it saw as one line of JSON. By itself, because the rig's files
 * are TypeScript, which needs Node 24: `node drive.mjs <request as JSON>`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startArtifacts } from '../../test/rig/artifacts.ts';
import { startGitHub } from '../../test/rig/github.ts';
import { runWorkflow } from '../../test/rig/workflow.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const action = 'moola/ml-workflow';
const { cells, fanout, dist } = JSON.parse(process.argv[2]);

/** The action as it is, but each of its processes says how long it lived, from its start on. */
function timedAction(folder) {
  cpSync(dist, join(folder, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const part of ['open', 'step', 'cell', 'conclude']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
    const path = join(folder, part, 'action.yml');
    const text = readFileSync(path, 'utf8').replace(/\.\.\/dist\/([\w-]+)\.js/g, (_, entry) => {
      writeFileSync(join(folder, 'dist', `timed-${entry}.js`), timed(entry));
      return `../dist/timed-${entry}.js`;
    });
    writeFileSync(path, text);
  }
}

function timed(entry) {
  return `import { appendFileSync } from 'node:fs';

process.on('exit', () => {
  const line = { part: '${entry}', started: performance.timeOrigin, milliseconds: performance.now() };
  appendFileSync(process.env.BENCH_TIMES, JSON.stringify(line) + '\\n');
});
await import('./${entry}.js');
`;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-compiled-'));
const artifacts = await startArtifacts();
const github = await startGitHub({ artifacts });
try {
  const times = join(folder, 'times');
  const begun = join(folder, 'begun');
  writeFileSync(times, '');
  const project = join(folder, 'project');
  mkdirSync(join(project, 'workflows'), { recursive: true });
  // No work in a cell: what is measured is what stands around it.
  const train = `date +%s%N >> ${begun}; echo '{"accuracy": 0.95}' > "$ML_RUN_DIR/m.json"; : "$@"`;
  writeFileSync(
    join(project, 'ml-workflow.yml'),
    JSON.stringify({
      fanout,
      metrics: { accuracy: { unit: 'fraction' } },
      axes: { sigma: { flag: '--sigma' } },
      commands: {
        prepare: { run: ':' },
        train: {
          run: train,
          shell: 'sh',
          axes: ['sigma'],
          metrics: [{ json: '$ML_RUN_DIR/m.json', fields: ['accuracy'] }],
        },
        deploy: { run: ':', deploys: 'production' },
      },
    }),
  );
  const branches = Array.from({ length: cells }, (_, n) => `/train:sigma-0.${String(n + 100)}`).join(' | ');
  writeFileSync(
    join(project, 'workflows', 'sweep.yml'),
    `chain: |\n  /prepare → parallel[${branches}] → /results:aggregate → /best-model:select → /if:best-accuracy>0.90 → /deploy\n`,
  );
  execFileSync(
    process.execPath,
    [join(dist, 'cli.js'), 'compile', '--out', join(project, '.github', 'workflows')],
    {
      cwd: project,
      stdio: 'pipe',
    },
  );
  const sha = await github.commitFolder(project, { ref: 'main' });
  const copied = join(folder, 'action');
  mkdirSync(copied);
  timedAction(copied);
  const started = performance.now();
  const run = await runWorkflow({
    workflow: readFileSync(join(project, '.github', 'workflows', 'sweep.yml'), 'utf8'),
    event: { name: 'workflow_dispatch', payload: {} },
    github,
    artifacts,
    actions: { [action]: copied },
    sha,
    ref: 'refs/heads/main',
    runners: 2,
    env: { BENCH_TIMES: times },
  });
  const wall = performance.now() - started;
  if (run.conclusion !== 'success') {
    for (const job of run.jobs)
      for (const step of job.steps)
        if (step.conclusion === 'failure') console.error(job.name, step.name, step.stdout);
    throw new Error(`the run ended as ${run.conclusion}`);
  }
  const processes = readFileSync(times, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const first = existsSync(begun) ? Number(readFileSync(begun, 'utf8').split('\n')[0]) / 1e6 : undefined;
  const planned = Math.min(...processes.map(({ started: at }) => at));
  console.log(
    JSON.stringify({
      jobs: run.jobs.filter(({ result }) => result !== 'skipped').length,
      processes: processes.map(({ part, milliseconds }) => ({ part, milliseconds })),
      rest: github.requests.filter(({ path }) => !/\/info\/refs|git-upload-pack/.test(path)).length,
      git: github.requests.filter(({ path }) => /\/info\/refs|git-upload-pack/.test(path)).length,
      artifacts: [...artifacts.requests.values()].reduce((sum, count) => sum + count, 0),
      firstCell: first === undefined ? null : first - planned,
      wall,
    }),
  );
} finally {
  await github.close();
  await artifacts.close();
  rmSync(folder, { recursive: true, force: true });
}
