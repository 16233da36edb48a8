/**
 * Asks for a compiled sweep in a comment on a pull request, lets router and jobs run under the mini runner, and prints what
 * GitHub was asked meanwhile as one line of JSON. By itself, because the rig's files are TypeScript, which needs Node 24:
 * `node drive.mjs <request as JSON>`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startArtifacts } from '../../test/rig/artifacts.ts';
import { startGitHub } from '../../test/rig/github.ts';
import { playStory } from '../../test/rig/story.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const action = 'moola/ml-workflow';
const { cells, fanout, dist } = JSON.parse(process.argv[2]);

/** The action as it is, but each of its processes says what it has asked GitHub's API: jobs at once cannot be told apart there. */
function countingAction(folder) {
  cpSync(dist, join(folder, 'dist'), { recursive: true });
  for (const name of ['package.json', 'action.yml', 'open', 'step', 'cell', 'conclude'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  for (const part of ['', 'open', 'step', 'cell', 'conclude']) {
    const path = join(folder, part, 'action.yml');
    const text = readFileSync(path, 'utf8').replace(/dist\/([\w-]+)\.js/g, (_, entry) => {
      writeFileSync(join(folder, 'dist', `counting-${entry}.js`), counting(entry));
      return `dist/counting-${entry}.js`;
    });
    writeFileSync(path, text);
  }
}

function counting(entry) {
  return `import diagnostics from 'node:diagnostics_channel';
import { appendFileSync } from 'node:fs';

const asked = [];
diagnostics.subscribe('undici:request:create', ({ request }) => {
  if (request.origin === process.env.GITHUB_API_URL) asked.push(request.method);
});
process.on('exit', () => {
  appendFileSync(process.env.BENCH_ASKED, JSON.stringify({ job: process.env.GITHUB_JOB, asked }) + '\\n');
});
await import('./${entry}.js');
`;
}

const folder = mkdtempSync(join(tmpdir(), 'bench-pull-requests-'));
const artifacts = await startArtifacts();
const github = await startGitHub({ artifacts });
let story;
try {
  const asked = join(folder, 'asked');
  const begun = join(folder, 'begun');
  writeFileSync(asked, '');
  const project = join(folder, 'project');
  mkdirSync(join(project, 'workflows'), { recursive: true });
  // No work in a cell: what is measured is what stands around it.
  const train = `echo '{"accuracy": 0.95, "n": 200}' > "$ML_RUN_DIR/m.json"; : "$@"`;
  writeFileSync(
    join(project, 'ml-workflow.yml'),
    JSON.stringify({
      fanout,
      policy: { 'local-commands': true },
      metrics: { accuracy: { unit: 'fraction' } },
      axes: { sigma: { flag: '--sigma' } },
      commands: {
        prepare: { run: `date +%s%N >> ${begun}`, shell: 'sh' },
        train: {
          run: train,
          shell: 'sh',
          axes: ['sigma'],
          metrics: [{ json: '$ML_RUN_DIR/m.json', fields: ['accuracy', 'n'] }],
        },
        deploy: { run: ':', deploys: 'production' },
      },
    }),
  );
  const branches = Array.from({ length: cells }, (_, n) => `/train:sigma-0.${String(n + 100)}`).join(' | ');
  writeFileSync(
    join(project, 'workflows', 'sweep.yml'),
    `on: { comment: /sweep }\nchain: |\n  /prepare → parallel[${branches}] → /results:aggregate → /best-model:select → /if:best-accuracy>0.90 → /deploy\n`,
  );
  const run = (program, ...words) => execFileSync(program, words, { cwd: project, stdio: 'pipe' });
  run('git', 'init', '-q');
  run(process.execPath, join(dist, 'cli.js'), 'compile');
  run(process.execPath, join(dist, 'cli.js'), 'init', '--router');
  rmSync(join(project, '.git'), { recursive: true });
  await github.commitFolder(project, { ref: 'main' });
  // What was pushed after a comment is not what it asks for, and GitHub's times are in seconds.
  const at = new Date(Date.now() - 60_000).toISOString();
  const pull = await github.createPullRequest({ author: 'dana', files: { 'notes.md': 'again\n' }, at });
  const copied = join(folder, 'action');
  mkdirSync(copied);
  countingAction(copied);
  story = playStory({
    ...{ github, artifacts, runners: 2 },
    actions: { [action]: copied },
    env: { BENCH_ASKED: asked },
  });
  const started = Date.now();
  const runs = await story.comment('dana', pull.number, '/sweep');
  const wall = Date.now() - started;
  const files = runs.map(({ file, conclusion }) => `${file} ${conclusion}`).join(', ');
  if (files !== 'ml.yml success, sweep.yml success') {
    for (const run of runs) console.error(run.log.slice(-4000));
    throw new Error(`what ran: ${files}`);
  }
  if (github.violations.length > 0) throw new Error(github.violations.join('\n'));
  const isGit = ({ path }) => /\/info\/refs|git-upload-pack/.test(path);
  const rest = github.requests.filter((request) => !isGit(request));
  const firstTo = (path) =>
    github.requests.find((request) => request.method === 'POST' && path.test(request.path)).at - started;
  const processes = readFileSync(asked, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const counted = processes.reduce((sum, one) => sum + one.asked.length, 0);
  if (counted !== rest.length)
    throw new Error(`the jobs say that they sent ${counted} requests, and ${rest.length} were heard`);
  const jobs = Object.groupBy(processes, ({ job }) => job);
  const sticky = (await github.comments(pull.number)).find(({ body }) =>
    body.startsWith('<!-- ml-workflow: sweep'),
  );
  console.log(
    JSON.stringify({
      jobs: Object.fromEntries(
        Object.entries(jobs).map(([job, of]) => [job, of.flatMap((one) => one.asked)]),
      ),
      git: github.requests.length - rest.length,
      reaction: firstTo(/\/reactions$/),
      queued: firstTo(/\/issues\/\d+\/comments$/),
      command: Number(readFileSync(begun, 'utf8').split('\n')[0]) / 1e6 - started,
      wall,
      comment: sticky.body.length,
      checks: (await github.checkRuns(pull.headSha)).length,
    }),
  );
} finally {
  await story?.close();
  await github.close();
  await artifacts.close();
  rmSync(folder, { recursive: true, force: true });
}
