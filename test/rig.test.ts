/** Claims about the test rig itself: other tests are worth as much as these. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getOctokit } from '@actions/github';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Contract } from './rig/github/contract.ts';
import { type RigGitHub, startGitHub } from './rig/github.ts';
import { nodeBinary, type RunOptions, runAction, type StepRun } from './rig/runner.ts';

const [owner, repo] = ['moola', 'demo'] as const;
const NO_COMMIT = 'f'.repeat(40);

describe('GitHub', () => {
  let github: RigGitHub;
  let pull: Awaited<ReturnType<RigGitHub['createPullRequest']>>;
  const as = (token: string) => getOctokit(token, { baseUrl: github.url, log: SILENT }).rest;
  const job = (...args: Parameters<RigGitHub['token']>) => as(github.token(...args));
  const person = (login: string) => as(github.personalToken(login));

  beforeEach(async () => {
    github = await startGitHub();
    pull = await github.createPullRequest();
  });
  afterEach(async () => {
    await github.close();
  });

  it('takes a comment and a check run on a pull request, and gives them back', async () => {
    const rest = job();
    const { data: comment } = await rest.issues.createComment({
      owner,
      repo,
      issue_number: pull.number,
      body: 'hello',
    });
    expect(comment.user).toMatchObject({ login: 'github-actions[bot]', type: 'Bot' });
    expect(comment.performed_via_github_app?.slug).toBe('github-actions');
    expect(comment.html_url).toContain(`/pull/${pull.number}#issuecomment-`);
    await rest.issues.updateComment({ owner, repo, comment_id: comment.id, body: 'changed' });
    expect(await github.comments(pull.number)).toMatchObject([
      { body: 'changed', login: 'github-actions[bot]' },
    ]);

    const { data: run } = await rest.checks.create({ owner, repo, name: 'ml', head_sha: pull.headSha });
    expect(run).toMatchObject({ status: 'queued', conclusion: null, app: { slug: 'github-actions' } });
    const annotations = [
      { path: 'train.py', start_line: 1, end_line: 1, annotation_level: 'warning' as const, message: 'slow' },
    ];
    for (const title of ['first', 'second']) {
      await rest.checks.update({
        owner,
        repo,
        check_run_id: run.id,
        output: { title, summary: 's', annotations },
      });
    }
    const { data: done } = await rest.checks.update({
      owner,
      repo,
      check_run_id: run.id,
      conclusion: 'success',
    });
    expect(done).toMatchObject({ status: 'completed', completed_at: expect.any(String) });
    expect(done.pull_requests).toMatchObject([{ number: pull.number }]);
    const [kept] = await github.checkRuns(pull.headSha);
    expect(kept).toMatchObject({ conclusion: 'success', title: 'second', annotations: [{}, {}] });
    expect(github.violations).toEqual([]);
  });

  it('performs every operation of its document with a reply the document allows', async () => {
    await github.close();
    github = await startGitHub({ actionsMayCreatePulls: true, teams: { 'ml-leads': ['dana'] } });
    pull = await github.createPullRequest();
    const rest = job(ALL_PERMISSIONS);
    const dana = person('dana');
    const at = { owner, repo };
    const issue = { ...at, issue_number: pull.number };
    await person('moola').users.getAuthenticated();
    await rest.repos.get(at);
    await rest.repos.getCollaboratorPermissionLevel({ ...at, username: 'riley' });
    await rest.repos.getCommit({ ...at, ref: pull.headRef });
    await rest.repos.getBranch({ ...at, branch: pull.headRef });
    await rest.repos.getEnvironment({ ...at, environment_name: 'production' });
    await rest.repos.listActivities(at);
    const ofCommit = { ...at, commit_sha: pull.headSha };
    const { data: holding } = await rest.repos.listPullRequestsAssociatedWithCommit(ofCommit);
    expect(holding.map(({ number }) => number)).toEqual([pull.number]);
    await dana.teams.getMembershipForUserInOrg({ org: owner, team_slug: 'ml-leads', username: 'dana' });
    await rest.repos.compareCommitsWithBasehead({ ...at, basehead: `main...${pull.headRef}` });
    const path = 'metrics/a b.json';
    const content = Buffer.from('{}\n').toString('base64');
    await rest.repos.createOrUpdateFileContents({ ...at, path, message: 'm', content, branch: pull.headRef });
    await rest.repos.getContent({ ...at, path, ref: pull.headRef });
    await rest.repos.getContent({ ...at, path: '' });
    await rest.repos.createDispatchEvent({ ...at, event_type: 'ml', client_payload: { a: 1 } });
    await rest.repos.createCommitStatus({ ...at, sha: pull.headSha, state: 'success', context: 'ml' });
    await rest.repos.listCommitStatusesForRef({ ...at, ref: pull.headSha });
    expect((await rest.repos.getCombinedStatusForRef({ ...at, ref: pull.headSha })).data.state).toBe(
      'success',
    );
    await rest.issues.create({ ...at, title: 'drift', labels: ['ml'] });
    expect((await rest.issues.listForRepo(at)).data.map((found) => 'pull_request' in found)).toEqual([
      false,
      true,
    ]);
    expect((await rest.issues.get(issue)).data.pull_request).toBeDefined();
    await rest.issues.update({ ...issue, state: 'closed' });
    await rest.issues.update({ ...issue, state: 'open' });
    const { data: comment } = await rest.issues.createComment({ ...issue, body: 'x' });
    const on = { ...at, comment_id: comment.id };
    await rest.issues.listComments(issue);
    await rest.issues.getComment(on);
    await rest.issues.updateComment({ ...on, body: 'y' });
    for (const expected of [201, 200]) {
      expect((await rest.reactions.createForIssueComment({ ...on, content: 'eyes' })).status).toBe(expected);
    }
    const { data: seen } = await rest.reactions.listForIssueComment(on);
    await rest.reactions.deleteForIssueComment({ ...on, reaction_id: seen[0]?.id ?? 0 });
    const { data: rocket } = await dana.reactions.createForIssue({ ...issue, content: 'rocket' });
    await rest.reactions.listForIssue(issue);
    await dana.reactions.deleteForIssue({ ...issue, reaction_id: rocket.id });
    await rest.issues.deleteComment(on);
    await rest.issues.createLabel({ ...at, name: 'gate', color: '00ff00' });
    await rest.issues.getLabel({ ...at, name: 'gate' });
    await rest.issues.addLabels({ ...issue, labels: ['gate'] });
    await rest.issues.setLabels({ ...issue, labels: ['gate', 'new'] });
    await rest.issues.removeLabel({ ...issue, name: 'new' });
    await rest.issues.listLabelsOnIssue(issue);
    const { data: events } = await rest.issues.listEvents(issue);
    expect(events.map(({ event }) => event)).toEqual([
      'closed',
      'reopened',
      'labeled',
      'labeled',
      'unlabeled',
    ]);
    await rest.issues.getEvent({ ...at, event_id: events[2]?.id ?? 0 });
    await rest.issues.listLabelsForRepo(at);
    const { data: run } = await rest.checks.create({ ...at, name: 'ml', head_sha: pull.headSha });
    await rest.checks.get({ ...at, check_run_id: run.id });
    await rest.checks.update({ ...at, check_run_id: run.id, conclusion: 'neutral' });
    await rest.checks.listAnnotations({ ...at, check_run_id: run.id });
    await rest.checks.listForRef({ ...at, ref: pull.headSha });
    await rest.checks.listSuitesForRef({ ...at, ref: pull.headSha });
    await rest.pulls.list(at);
    const { data: full } = await rest.pulls.get({ ...at, pull_number: pull.number });
    expect(full).toMatchObject({ changed_files: 2, commits: 2 });
    expect(full.head.sha).not.toBe(pull.headSha);
    const { data: files } = await rest.pulls.listFiles({ ...at, pull_number: pull.number });
    expect(files.map((file) => file.filename)).toEqual([path, 'train.py']);
    github.review(pull.number, 'moola', 'APPROVED');
    await rest.pulls.listReviews({ ...at, pull_number: pull.number });
    await rest.pulls.update({ ...at, pull_number: pull.number, title: 'Train more' });
    await github.push('drift', { 'data.csv': '1\n' });
    await rest.pulls.create({ ...at, title: 'Retrain', head: 'drift', base: 'main' });
    await rest.git.getRef({ ...at, ref: `heads/${pull.headRef}` });
    await rest.git.listMatchingRefs({ ...at, ref: 'heads/change' });
    const { data: blob } = await rest.git.createBlob({ ...at, content: 'x' });
    await rest.git.getBlob({ ...at, file_sha: blob.sha });
    const entry = { path: 'x', mode: '100644', type: 'blob', sha: blob.sha } as const;
    const { data: tree } = await rest.git.createTree({ ...at, tree: [entry] });
    await rest.git.getTree({ ...at, tree_sha: tree.sha });
    const { data: commit } = await rest.git.createCommit({
      ...at,
      message: 'm',
      tree: tree.sha,
      parents: [],
    });
    await rest.git.getCommit({ ...at, commit_sha: commit.sha });
    await rest.git.createRef({ ...at, ref: 'refs/mlwf/state', sha: commit.sha });
    await rest.git.updateRef({ ...at, ref: 'mlwf/state', sha: commit.sha });
    await rest.git.deleteRef({ ...at, ref: 'mlwf/state' });
    await rest.actions.createWorkflowDispatch({
      ...at,
      workflow_id: 'ml.yml',
      ref: 'main',
      inputs: { a: 'b' },
    });
    await rest.actions.getWorkflow({ ...at, workflow_id: 'ml.yml' });
    const artifact_id = github.addArtifact({ name: 'model', runId: 7, bytes: Buffer.from('zip') });
    await rest.actions.listArtifactsForRepo(at);
    const download = { ...at, artifact_id, archive_format: 'zip', request: { redirect: 'manual' } } as const;
    expect((await rest.actions.downloadArtifact(download)).status).toBe(302);
    expect((await rest.actions.listWorkflowRunArtifacts({ ...at, run_id: 7 })).data.total_count).toBe(1);
    expect(github.dispatches.map(({ kind }) => kind)).toEqual(['repository', 'workflow']);
    github.runs.set(7, { event: 'push', headBranch: 'main', headSha: pull.headSha, status: 'in_progress' });
    await rest.actions.listWorkflowRunsForRepo({ ...at, created: '>=2026-01-01' });
    await rest.actions.listWorkflowRuns({ ...at, workflow_id: 'ml.yml', status: 'in_progress' });
    await rest.actions.getWorkflowRun({ ...at, run_id: 7 });
    await rest.actions.cancelWorkflowRun({ ...at, run_id: 7 });
    await rest.actions.forceCancelWorkflowRun({ ...at, run_id: 7 });
    await rest.actions.getReviewsForRun({ ...at, run_id: 7 });
    await rest.actions.listJobsForWorkflowRun({ ...at, run_id: 7 });
    await rest.actions.listJobsForWorkflowRunAttempt({ ...at, run_id: 7, attempt_number: 1 });
    expect(github.violations).toEqual([]);

    const contract = new Contract();
    const idOf = ({ method, path }: { method: string; path: string }) =>
      contract.find(method, new URL(path, github.url).pathname)?.operation.id;
    const performed = new Set(github.requests.map(idOf));
    expect(contract.operationIds.filter((id) => !performed.has(id))).toEqual([]);
  });

  it('knows who asks', async () => {
    await expect(as('ghs_made_up').repos.get({ owner, repo })).rejects.toMatchObject({ status: 401 });
    await expect(job().users.getAuthenticated()).rejects.toMatchObject({ status: 403 });
    await expect(person('stranger').repos.get({ owner, repo })).rejects.toMatchObject({ status: 404 });
    await expect(job().repos.get({ owner, repo: 'other' })).rejects.toMatchObject({ status: 404 });
    expect(() => github.token({ 'pull-request': 'write' })).toThrow('not a permission');
  });

  it('lets a token do what its permissions say and nothing else', async () => {
    const refused = {
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    };
    const comment = { owner, repo, issue_number: pull.number, body: 'x' };
    const check = { owner, repo, name: 'ml', head_sha: pull.headSha };
    await expect(job({ contents: 'read' }).issues.createComment(comment)).rejects.toMatchObject(refused);
    await expect(job({ 'pull-requests': 'read' }).issues.createComment(comment)).rejects.toMatchObject(
      refused,
    );
    await expect(job({ checks: 'read' }).checks.create(check)).rejects.toMatchObject(refused);
    await job({ 'pull-requests': 'write' }).issues.createComment(comment);
    // A plain issue is not a pull request.
    const issue_number = github.createIssue('dana', 'drift');
    const onIssue = { ...comment, issue_number };
    await expect(job({ 'pull-requests': 'write' }).issues.createComment(onIssue)).rejects.toMatchObject(
      refused,
    );
    // Only Apps make check runs.
    const noApp = { status: 403, message: expect.stringContaining('authenticate via a GitHub App') };
    await expect(person('moola').checks.create(check)).rejects.toMatchObject(noApp);
    expect(github.violations).toEqual([]);
  });

  it("protects others' comments", async () => {
    const { id: comment_id } = github.createComment('dana', pull.number, 'mine');
    const change = { owner, repo, comment_id, body: 'not yours' };
    await expect(job({ issues: 'read' }).issues.updateComment(change)).rejects.toMatchObject({ status: 403 });
    await expect(person('riley').issues.updateComment(change)).rejects.toMatchObject({ status: 403 });
    await expect(person('riley').issues.deleteComment(change)).rejects.toMatchObject({ status: 403 });
    await person('dana').issues.updateComment({ ...change, body: 'still mine' });
    expect(await github.comments(pull.number)).toMatchObject([{ body: 'still mine' }]);
  });

  it('refuses what is too long, too many, or contradicts itself', async () => {
    const rest = job();
    const check = { owner, repo, name: 'ml', head_sha: pull.headSha };
    const annotation = {
      path: 'a',
      start_line: 1,
      end_line: 1,
      annotation_level: 'notice' as const,
      message: 'm',
    };
    const output = { title: 't', summary: 's' };
    const withAnnotations = (...annotations: (typeof annotation & { start_column?: number })[]) =>
      rest.checks.create({ ...check, output: { ...output, annotations } });
    const requests: Record<string, () => Promise<unknown>> = {
      '70k comment': () =>
        rest.issues.createComment({ owner, repo, issue_number: pull.number, body: 'x'.repeat(70_000) }),
      '51 annotations': () => withAnnotations(...Array<typeof annotation>(51).fill(annotation)),
      'a column of two lines': () => withAnnotations({ ...annotation, end_line: 2, start_column: 1 }),
      '70k summary': () =>
        rest.checks.create({ ...check, output: { ...output, summary: 'x'.repeat(70_000) } }),
      'completed without conclusion': () => rest.checks.create({ ...check, status: 'completed' }),
      'check of no commit': () => rest.checks.create({ ...check, head_sha: NO_COMMIT }),
      'status of no commit': () =>
        rest.repos.createCommitStatus({ owner, repo, sha: NO_COMMIT, state: 'success' }),
    };
    for (const [what, request] of Object.entries(requests)) {
      await expect(request(), what).rejects.toMatchObject({ status: 422 });
    }
    expect(await github.checkRuns(pull.headSha)).toEqual([]);
  });

  it('records what GitHub does not know or would silently ignore', async () => {
    const token = github.token();
    const ask = (path: string, body?: unknown) =>
      fetch(`${github.url}/repos/moola/demo/${path}`, {
        method: body === undefined ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${token}` },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    expect((await ask('nonsense')).status).toBe(404);
    expect((await ask('check-runs', { name: 'ml', head_sha: pull.headSha, status: 'done' })).status).toBe(
      422,
    );
    expect((await ask('check-runs', { name: 'ml', head_sha: pull.headSha, detail_url: 'x' })).status).toBe(
      201,
    );
    expect(github.violations).toEqual([
      expect.stringContaining('/nonsense: not an operation'),
      expect.stringContaining('body/status must be equal to one of the allowed values'),
      expect.stringContaining('GitHub ignores body.detail_url'),
    ]);
  });

  it('counts requests and can be told to fail', async () => {
    const answer = await job().repos.get({ owner, repo });
    expect(answer.headers).toMatchObject({ 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '999' });
    expect(answer.headers['x-github-request-id']).toMatch(/^[0-9A-F]{32}$/);
    github.failNext({ method: 'GET', path: /\/repos\// }, { status: 502 });
    await expect(job().repos.get({ owner, repo })).rejects.toMatchObject({ status: 502 });
    await job().repos.get({ owner, repo });
    expect(github.requests.map(({ status }) => status)).toEqual([200, 502, 200]);
  });

  it('pages lists with GitHub links', async () => {
    for (const body of ['a', 'b', 'c']) github.createComment('dana', pull.number, body);
    const octokit = getOctokit(github.token(), { baseUrl: github.url });
    const query = { owner, repo, issue_number: pull.number, per_page: 2 };
    const all = await octokit.paginate(octokit.rest.issues.listComments, query);
    expect(all.map((comment) => comment.body)).toEqual(['a', 'b', 'c']);
  });

  it('gives raw contents', async () => {
    const mediaType = { format: 'raw' };
    const answer = await job().repos.getContent({ owner, repo, path: 'README.md', mediaType });
    expect(String(answer.data)).toContain('# demo');
  });
});

describe('runner', () => {
  let github: RigGitHub;
  let workspace: string;
  beforeAll(async () => {
    github = await startGitHub();
    workspace = await mkdtemp(join(tmpdir(), 'rig-workspace-'));
  });
  afterAll(async () => {
    await github.close();
    await rm(workspace, { recursive: true, force: true });
  });

  async function run(script: string, options: Partial<RunOptions> = {}): Promise<StepRun> {
    return runAction({
      action: fileURLToPath(new URL('rig/fixtures/echo-action', import.meta.url)),
      inputs: { script, ...options.inputs },
      event: { name: 'schedule', payload: await github.eventPayload('schedule') },
      github,
      workspace,
      ...(({ inputs: _, ...rest }) => rest)(options),
    });
  }

  it('hands over inputs, defaults and files, and takes back outputs, state, environment and summary', async () => {
    const step = await run(
      `append('OUTPUT', 'plain=1\\nmany<<END_1\\nline=1\\n\\nline 3\\nEND_1\\n');
       append('STATE', 'pod=abc\\n');
       append('ENV', 'EXPORTED=yes\\n');
       append('STEP_SUMMARY', '# Hi\\n');
       print(JSON.stringify([env.INPUT_EMPTY, env['INPUT_TWO-WORDS_HERE'], process.cwd(), env.HOME === undefined, env.VITEST]));`,
      { inputs: { nosuch: 'x' } },
    );
    expect(step).toMatchObject({
      conclusion: 'success',
      exitCode: 0,
      outputs: { plain: '1', many: 'line=1\n\nline 3' },
      state: { pod: 'abc' },
      env: { EXPORTED: 'yes' },
      summary: '# Hi\n',
      post: { conclusion: 'success', stdout: 'post {"EXPORTED":"yes","STATE_pod":"abc","INPUT_EMPTY":""}\n' },
    });
    expect(step.stdout).toContain(JSON.stringify(['', 'by default', workspace, false, null]));
    expect(step.annotations).toMatchObject([
      { level: 'warning', message: expect.stringContaining("Unexpected input(s) 'nosuch'") },
    ]);
  });

  it('runs on Node 24 wherever there is one', async () => {
    const step = await run(`print(process.version)`);
    const { notice } = nodeBinary();
    expect(step.notices).toEqual(notice === undefined ? [] : [notice]);
    if (notice === undefined) expect(step.stdout).toMatch(/^v(2[4-9]|[3-9]\d)\./m);
  });

  it('describes each event as GitHub does', async () => {
    const { number, headSha, headRef } = await github.createPullRequest();
    const script = `const { GITHUB_REF, GITHUB_SHA, GITHUB_HEAD_REF, GITHUB_ACTOR } = env;
       print(JSON.stringify([GITHUB_REF, GITHUB_SHA, GITHUB_HEAD_REF, GITHUB_ACTOR, event().action]));`;
    const main = await github.sha('main');
    const facts = async (name: Parameters<RigGitHub['eventPayload']>[0]) => {
      const step = await run(script, {
        event: { name, payload: await github.eventPayload(name, { number }) },
      });
      return JSON.parse(step.stdout) as unknown[];
    };
    const pull = await facts('pull_request');
    expect(pull).toEqual([`refs/pull/${number}/merge`, expect.any(String), headRef, 'dana', 'opened']);
    expect(pull[1]).not.toBe(headSha);
    expect(await facts('issue_comment')).toEqual(['refs/heads/main', main, '', 'dana', 'created']);
    expect(await facts('push')).toEqual(['refs/heads/main', main, '', 'dana', null]);
    expect(await facts('workflow_dispatch')).toEqual(['refs/heads/main', main, '', 'dana', null]);
  });

  it('masks, also the encodings of a value, and drops outputs that hold a mask', async () => {
    const step = await run(
      `print('::add-mask::hunter2 secret');
       print('got hunter2 secret and ' + Buffer.from('hunter2 secret').toString('base64') + ' and ' + env.INPUT_TOKEN);
       append('OUTPUT', 'leaks=say hunter2 secret\\nfine=1\\n');`,
    );
    expect(step.stdout).toBe('got *** and *** and ***\n');
    expect(step.outputs).toEqual({ fine: '1' });
    expect(step.stepOutputs).toHaveProperty('leaks', 'say hunter2 secret');
    expect(step.annotations).toMatchObject([{ message: "Skip output 'leaks' since it may contain secret." }]);
    expect(step.conclusion).toBe('success');
  });

  it('obeys workflow commands, and stops when told', async () => {
    const step = await run(
      `print('::error file=' + process.cwd() + '/a.py,line=3,col=2,title=Bad%2C bad::one%0Atwo');
       print('::notice file=b.py,line=1,endLine=4,col=9::no column over lines');
       print('::group::G'); print('::endgroup::');
       print('::stop-commands::tok-123456');
       print('::error::not an error'); print('##[error]nor this');
       print('::tok-123456::');
       print('::warning::' + 'x'.repeat(5000));
       print('a pod printed ##[error]this is one');
       print('::debug::quiet');`,
    );
    expect(step.annotations).toEqual([
      { level: 'error', message: 'one\ntwo', title: 'Bad, bad', file: 'a.py', line: 3, column: 2 },
      { level: 'notice', message: 'no column over lines', file: 'b.py', line: 1, endLine: 4 },
      { level: 'warning', message: 'x'.repeat(4096) },
      { level: 'error', message: 'this is one' },
    ]);
    expect(step.stdout).toContain('##[group]G\n##[endgroup]\n');
    expect(step.stdout).toContain('::error::not an error\n');
    expect(step.debug).toEqual(['quiet']);
    expect(step.conclusion).toBe('success');
  });

  it('fails a step that writes nonsense or uses a retired command', async () => {
    const nonsense = await run(`append('OUTPUT', 'good=1\\nmany<<END\\nnever closed\\n')`);
    expect(nonsense).toMatchObject({ exitCode: 0, conclusion: 'failure', outputs: { good: '1' } });
    expect(nonsense.annotations.map(({ message }) => message)).toEqual([
      "Unable to process file command 'output' successfully.",
      "Invalid value. Matching delimiter not found 'END'",
    ]);
    expect((await run(`print('::set-output name=a::b')`)).conclusion).toBe('failure');
    expect((await run(`process.exitCode = 3`)).conclusion).toBe('failure');
  });

  it('drops a summary over 1 MiB without failing the step', async () => {
    const step = await run(`append('STEP_SUMMARY', 'x'.repeat(1024 * 1024 + 1))`);
    expect(step).toMatchObject({ summary: '', conclusion: 'success' });
    expect(step.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining('upload aborted') },
    ]);
  });

  it('cancels in stages: a polite action ends on SIGINT', async () => {
    const step = await run(
      `process.on('SIGINT', () => { append('STATE', 'asked=politely\\n'); process.exit(0); });
       print('ready'); await sleep(30000);`,
      { cancelAfter: (stdout) => stdout.includes('ready'), speed: 10 },
    );
    expect(step).toMatchObject({ conclusion: 'cancelled', exitCode: 0, state: { asked: 'politely' } });
    expect(step.post?.stdout).toContain('politely');
  });

  it('cancels in stages: a deaf one is killed after SIGTERM, and post still knows the pod', async () => {
    const started = Date.now();
    const step = await run(
      `for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => print(signal + ' ' + Date.now()));
       append('STATE', 'pod=abc\\n');
       print('ready'); await sleep(30000);`,
      { cancelAfter: (stdout) => stdout.includes('ready'), speed: 10 },
    );
    const times = [...step.stdout.matchAll(/SIG\w+ (\d+)/g)].map((found) => Number(found[1]));
    expect(times).toHaveLength(2);
    const [interrupted = 0, terminated = 0] = times;
    expect(terminated - interrupted).toBeGreaterThan(650);
    expect(Date.now() - started).toBeGreaterThan(1000);
    expect(step).toMatchObject({ conclusion: 'cancelled', signal: 'SIGKILL' });
    expect(step.post?.stdout).toContain('"STATE_pod":"abc"');
  });

  it('signals the entry process only, and ends what it left behind with the job', async () => {
    const step = await run(
      `const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
       print('child ' + child.pid); await sleep(30000);`,
      { killAfter: (stdout) => stdout.includes('child'), speed: 10 },
    );
    expect(step).toMatchObject({
      conclusion: 'failure',
      signal: 'SIGKILL',
      orphans: process.platform === 'linux' ? 1 : 0,
    });
    expect(step.post?.exitCode).toBe(0);
  });

  it('runs no post when the machine is lost', async () => {
    const step = await run(`append('STATE', 'pod=abc\\n'); print('ready'); await sleep(30000);`, {
      loseRunnerAfter: (stdout) => stdout.includes('ready'),
    });
    expect(step).toMatchObject({ signal: 'SIGKILL', state: {}, outputs: {} });
    expect(step.post).toBeUndefined();
  });
});

const ALL_PERMISSIONS = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  'pull-requests': 'write',
  statuses: 'write',
} as const;

const quiet = (): void => undefined;
/** Octokit prints every refusal; here they are expected. */
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };
