/** Claims about the story player: what starts what, as whom, from which commit, and what ends it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RigGitHub, startGitHub } from './github.ts';
import { playStory, type Story, type StoryOptions } from './story.ts';

const SPEED = 30;
const folder = mkdtempSync(join(tmpdir(), 'rig-story-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One action does what its input says, with `api` to ask GitHub as the job, or as whoever the token belongs to. */
beforeAll(() => {
  const write = (name: string, metadata: string, main: string): void => {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'action.yml'), `name: ${name}\ndescription: For a test\n${metadata}`);
    writeFileSync(join(folder, name, 'main.js'), main);
  };
  const inputs = (token: string) =>
    `inputs: { script: { description: x }, token: { description: x, default: "${token}" } }`;
  write(
    'do',
    `${inputs('$' + '{{ github.token }}')}\noutputs: { said: { description: x } }\nruns: { using: node24, main: main.js }\n`,
    `const { appendFileSync, readFileSync } = require('node:fs');
const { env } = process;
const event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
const say = (text) => appendFileSync(env.GITHUB_OUTPUT, 'said=' + text + '\\n');
const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));
async function api(method, path, body) {
  const answer = await fetch(env.GITHUB_API_URL + '/repos/' + env.GITHUB_REPOSITORY + path, {
    method,
    headers: { authorization: 'Bearer ' + env.INPUT_TOKEN },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}
const AsyncFunction = (async () => {}).constructor;
new AsyncFunction('env', 'event', 'say', 'sleep', 'api', env.INPUT_SCRIPT)(env, event, say, sleep, api)
  .catch((error) => { console.log(error); process.exit(1); });`,
  );
});

let github: RigGitHub;
let story: Story;
beforeEach(async () => {
  github = await startGitHub();
  story = playStory({ github, actions: { 'test/tools': folder }, speed: SPEED });
});
afterEach(async () => {
  await story.close();
  expect(github.violations).toEqual([]);
  await github.close();
});

async function restart(options: Partial<StoryOptions>): Promise<void> {
  await story.close();
  story = playStory({ github, actions: { 'test/tools': folder }, speed: SPEED, ...options });
}

/** A workflow of one job `a` whose output `said` is what the script says. */
function workflow(
  on: string,
  script: string,
  more: { top?: string; job?: string; with?: string } = {},
): string {
  const { top = '', job = '', with: inputs = '' } = more;
  return `on: ${on}
${top}
jobs:
  a:
    runs-on: ubuntu-latest
    ${job}
    outputs: { said: "$\{{ steps.s.outputs.said }}" }
    steps:
      - id: s
        uses: test/tools/do@v1
        with:
          ${inputs}
          script: |
${script.replace(/^/gm, '            ')}
`;
}

/** The workflows of the repository, put there before anybody listens. */
async function files(given: Readonly<Record<string, string>>): Promise<void> {
  const paths = Object.entries(given).map(([name, text]) => [`.github/workflows/${name}`, text] as const);
  await github.push('main', Object.fromEntries(paths), 'Workflows [skip ci]', { by: 'moola' });
}

const fileOf = ({ file }: { file: string }): string => file;
const said = (file: string): string => story.run(file).ended.needs('a').outputs.said ?? '';

describe('a comment', () => {
  test('starts what listens to it on the default branch, as who wrote it', async () => {
    await files({
      'a.yml': workflow(
        '{ issue_comment: { types: [created] } }',
        'say([env.GITHUB_ACTOR, event.comment.body])',
      ),
      'b.yml': workflow('{ issue_comment: { types: [edited, deleted] } }', ''),
      'c.yml': workflow('issue_comment', 'say([env.GITHUB_REF, env.GITHUB_SHA, env.GITHUB_RUN_ID])'),
      'd.yml': workflow('[push, pull_request_target]', ''),
    });
    const pull = await github.createPullRequest({
      files: { '.github/workflows/evil.yml': workflow('issue_comment', 'say("evil")') },
    });
    await story.settled();
    const runs = await story.comment('riley', pull.number, '/ml-train');
    expect(runs.map(fileOf)).toEqual(['a.yml', 'c.yml']);
    expect(said('a.yml')).toBe('riley,/ml-train');
    const { id, sha } = story.run('c.yml');
    expect(sha).toBe(await github.sha('main'));
    expect(said('c.yml')).toBe(`refs/heads/main,${sha},${id}`);
    expect(github.runs.get(id)).toMatchObject({
      ...{ status: 'completed', conclusion: 'success', actor: 'riley', event: 'issue_comment' },
      ...{ displayTitle: 'Train longer', workflow: '.github/workflows/c.yml', number: 1 },
      jobs: [{ name: 'a', status: 'completed', conclusion: 'success' }],
    });
  });

  test('of a job starts nothing with its own token, and does with that of a person', async () => {
    const answer = 'await api("POST", "/issues/" + event.number + "/comments", { body: "done" })';
    const on = '{ pull_request_target: { types: [opened] } }';
    const permissions = 'permissions: { pull-requests: write }';
    await files({
      'own.yml': workflow(on, answer, { top: permissions }),
      'listens.yml': workflow('issue_comment', 'say(env.GITHUB_ACTOR)'),
    });
    const pull = await github.createPullRequest();
    expect((await story.settled()).map(fileOf)).toEqual(['own.yml']);
    expect(await github.comments(pull.number)).toMatchObject([{ login: 'github-actions[bot]' }]);

    await files({ 'own.yml': workflow(on, answer, { with: 'token: $' + '{{ secrets.PAT }}' }) });
    await restart({ secrets: { PAT: github.personalToken('moola') } });
    await github.createPullRequest();
    expect((await story.settled()).map(fileOf)).toEqual(['own.yml', 'listens.yml']);
    expect(said('listens.yml')).toBe('moola');
  });
});

describe('a dispatch', () => {
  const route = (inputs: string) => `
const body = { ref: 'main', inputs: ${inputs}, return_run_details: true };
const answer = await api('POST', '/actions/workflows/train.yml/dispatches', body);
say(answer.body.workflow_run_id ?? answer.body.message);`;
  const train = workflow(
    '{ workflow_dispatch: { inputs: { request: { required: true } } } }',
    'say([env.GITHUB_RUN_ID, env.GITHUB_ACTOR, env.GITHUB_TRIGGERING_ACTOR, event.inputs.request])',
    { top: 'name: sweep\nrun-name: "sweep · #$' + '{{ fromJSON(inputs.request).pr }}"' },
  );

  test('by the token of a job starts the next run, with the id that it was told', async () => {
    const router = (inputs: string) =>
      workflow('issue_comment', route(inputs), { top: 'permissions: { actions: write }' });
    await files({
      'ml.yml': router('{ request: JSON.stringify({ pr: event.issue.number }) }'),
      'train.yml': train,
    });
    const pull = await github.createPullRequest();
    const runs = await story.comment('dana', pull.number, '/ml-train');
    expect(runs.map(fileOf)).toEqual(['ml.yml', 'train.yml']);
    const { id, displayTitle } = story.run('train.yml');
    expect(said('ml.yml')).toBe(String(id));
    const bot = 'github-actions[bot]';
    expect(said('train.yml')).toBe(`${id},${bot},${bot},{"pr":${pull.number}}`);
    expect(displayTitle).toBe(`sweep · #${pull.number}`);
    expect(github.runs.get(id)).toMatchObject({ displayTitle, name: 'sweep', conclusion: 'success' });
    expect(github.dispatches).toMatchObject([{ workflow: 'train.yml', run: id, login: bot }]);

    await files({ 'ml.yml': router('{}') });
    await story.comment('dana', pull.number, '/ml-train');
    expect(said('ml.yml')).toBe("Required input 'request' not provided");
    expect(story.run('train.yml').id).toBe(id);
  });

  test('by a person is theirs, on the branch that they choose', async () => {
    await files({ 'train.yml': train });
    await github.push('old', { '.github/workflows/train.yml': train.replace('sweep ·', 'old ·') });
    const [run] = await story.dispatch('dana', 'train.yml', { request: '{"pr":1}' }, 'old');
    expect(run).toMatchObject({ actor: 'dana', displayTitle: 'old · #1', sha: await github.sha('old') });
    const [again] = (await story.rerun('riley', run?.id ?? 0, 'all')).slice(-1);
    expect(said('train.yml')).toBe(`${run?.id},dana,riley,{"pr":1}`);
    expect(again?.ended.attempt).toBe(2);
    expect(github.runs.get(run?.id ?? 0)).toMatchObject({
      attempt: 2,
      jobs: [{ attempt: 1 }, { attempt: 2 }],
    });
  });
});

describe('a pull request', () => {
  const pullRequest = '{ types: [opened, synchronize, labeled] }';
  const tell = 'say([env.GITHUB_REF, event.action, event.label?.name, event.pull_request.head.sha])';

  test('is answered by the default branch, or by its own merge', async () => {
    await files({
      'target.yml': workflow(`{ pull_request_target: ${pullRequest} }`, tell),
      'own.yml': workflow(`{ pull_request: ${pullRequest} }`, 'say("base")'),
    });
    const changed = {
      '.github/workflows/target.yml': workflow('pull_request_target', 'say("evil")'),
      '.github/workflows/own.yml': workflow(`{ pull_request: ${pullRequest} }`, `say([${'env.GITHUB_SHA'}])`),
    };
    const pull = await github.createPullRequest({ files: changed });
    expect((await story.settled()).map(fileOf)).toEqual(['target.yml', 'own.yml']);
    expect(said('target.yml')).toBe(`refs/heads/main,opened,,${pull.headSha}`);
    const { sha, payload } = story.run('own.yml');
    expect(said('own.yml')).toBe(sha);
    expect(payload).toMatchObject({ pull_request: { merge_commit_sha: sha } });
    const record = github.runs.get(story.run('target.yml').id);
    expect(record).toMatchObject({ headSha: pull.headSha, headBranch: pull.headRef });
  });

  test('is labelled at a commit, also when the next one is pushed at once', async () => {
    await files({
      'target.yml': workflow('{ pull_request_target: { types: [labeled] } }', tell),
      'new.yml': workflow(
        '{ pull_request_target: { types: [synchronize] } }',
        'say([event.before, event.after])',
      ),
    });
    const pull = await github.createPullRequest();
    const labelled = github.label(pull.number, 'dana', 'ml/train');
    const after = await github.push(pull.number, { a: '1' });
    await labelled;
    await story.settled();
    expect(said('target.yml')).toBe(`refs/heads/main,labeled,ml/train,${pull.headSha}`);
    expect(said('new.yml')).toBe(`${pull.headSha},${after}`);
  });

  test('of a fork gets neither secrets nor a token that writes, by its own workflow', async () => {
    const script =
      'say([env.INPUT_TOKEN === env.KEY, env.KEY, (await api("POST", "/issues/1/comments", { body: "x" })).status])';
    const top = 'permissions: { pull-requests: write }\nenv: { KEY: "$' + '{{ secrets.KEY }}" }';
    await files({
      'own.yml': workflow('pull_request', script, { top }),
      'target.yml': workflow('pull_request_target', script, { top }),
    });
    await restart({ secrets: { KEY: 'key' } });
    await github.createPullRequest({ author: 'stranger', fork: 'stranger' });
    await story.settled();
    expect(said('own.yml')).toBe('false,,403');
    // Its value is that of a secret, which no output of a job lets through.
    expect(story.run('target.yml').jobs[0]?.steps[0]?.outputs.said).toBe('false,key,201');
  });
});

describe('a branch', () => {
  test('starts by a push what has its name and paths, and by a merge too', async () => {
    const on = (filters: string) => workflow(`{ push: ${filters} }`, 'say([env.GITHUB_REF, event.after])');
    await files({
      'main.yml': on('{ branches: [main] }'),
      'topic.yml': on('{ branches: ["topic/**"], paths: ["data/**", "!data/old/**"] }'),
    });
    const pushed = async (path: string): Promise<string[]> =>
      (await story.push('topic/x', { [path]: path })).map(fileOf);
    expect(await pushed('data/new.csv')).toEqual(['topic.yml']);
    expect(await pushed('data/old/x.csv')).toEqual([]);
    expect(await pushed('train.py')).toEqual([]);
    expect(await pushed('data/newer.csv')).toEqual(['topic.yml']);
    const { runs } = story;
    expect(runs.map(({ payload }) => payload.created)).toEqual([true, false]);
    const pull = await github.createPullRequest();
    expect((await story.merge('moola', pull.number)).map(fileOf)).toEqual(['main.yml']);
    expect(said('main.yml')).toBe(`refs/heads/main,${await github.sha('main')}`);
  });

  test('has schedules', async () => {
    await files({
      'drift.yml': workflow(
        '{ schedule: [{ cron: "17 5 * * *" }, { cron: "0 0 1 * *" }] }',
        'say([event.schedule, env.GITHUB_ACTOR, env.GITHUB_EVENT_NAME])',
      ),
    });
    await story.cron('drift.yml');
    expect(said('drift.yml')).toBe('17 5 * * *,moola,schedule');
    await story.cron('drift.yml', '0 0 1 * *');
    expect(said('drift.yml')).toBe('0 0 1 * *,moola,schedule');
    await expect(story.cron('drift.yml', '1 1 1 1 1')).rejects.toThrow('has no schedule 1 1 1 1 1');
  });
});

describe('while a run goes on', () => {
  const hold = `console.log('holding');
process.on('SIGINT', () => process.exit(0));
await sleep(60000);`;
  const grouped = 'concurrency: { group: one, queue: max }';

  test('it and one that waits for it are cancelled by a job, and the one that waits never starts', async () => {
    const stop = `for (const run of event.comment.body.split(' ')) {
  const { status } = await api('POST', '/actions/runs/' + run + '/cancel');
  console.log(status);
}`;
    await files({
      'hold.yml': workflow('workflow_dispatch', hold, { top: grouped }),
      'stop.yml': workflow('issue_comment', stop, { top: 'permissions: { actions: write }' }),
    });
    const pull = await github.createPullRequest();
    const first = await github.dispatch('dana', 'hold.yml');
    await story.until(() => story.run('hold.yml').log.includes('holding'));
    const second = await github.dispatch('dana', 'hold.yml');
    expect([github.runs.get(first)?.status, github.runs.get(second)?.status]).toEqual([
      'in_progress',
      'pending',
    ]);
    expect(() => story.run('hold.yml').ended).toThrow('is pending');
    const runs = await story.comment('dana', pull.number, `${second} ${first}`);
    expect(runs.map(fileOf)).toEqual(['stop.yml']);
    expect(story.run('stop.yml').log).toContain('202\n202');
    const [holding, waiting] = story.runs;
    expect(holding).toMatchObject({ conclusion: 'cancelled', jobs: [{ result: 'cancelled' }] });
    expect(waiting).toMatchObject({ conclusion: 'cancelled', jobs: [] });
    expect([...github.runs.values()].map(({ status, conclusion }) => [status, conclusion])).toEqual([
      ['completed', 'cancelled'],
      ['completed', 'cancelled'],
      ['completed', 'success'],
    ]);
    await story.comment('dana', pull.number, String(first));
    expect(story.run('stop.yml').log).toContain('409');
  });

  test('it is cancelled by force, whatever its steps would still do', async () => {
    const always = `      - { if: always(), uses: test/tools/do@v1, with: { script: "console.log('too late')" } }\n`;
    await files({
      'hold.yml': `${workflow('workflow_dispatch', hold, { job: 'if: always()' })}${always}`,
      'stop.yml': workflow(
        'workflow_dispatch',
        'await api("POST", "/actions/runs/" + event.inputs.run + "/force-cancel")',
        {
          top: 'permissions: { actions: write }',
        },
      ).replace('on: workflow_dispatch', 'on: { workflow_dispatch: { inputs: { run: {} } } }'),
    });
    const held = await github.dispatch('dana', 'hold.yml');
    await story.until(() => story.run('hold.yml').log.includes('holding'));
    await story.dispatch('dana', 'stop.yml', { run: String(held) });
    const { conclusion, jobs, log } = story.run('hold.yml');
    expect([conclusion, jobs[0]?.result, log.includes('too late')]).toEqual([
      'cancelled',
      'cancelled',
      false,
    ]);
  });

  test('others of its group follow one after the other, and others beside it', async () => {
    await files({
      'train.yml': workflow('issue_comment', 'console.log("begin"); await sleep(150); say(Date.now())', {
        top: 'concurrency: { group: "pr-$' + '{{ github.event.issue.number }}", queue: max }',
      }),
    });
    const [one, two] = [await github.createPullRequest(), await github.createPullRequest()];
    github.createComment('dana', one.number, '/ml-train');
    github.createComment('riley', one.number, '/ml-train');
    github.createComment('riley', two.number, '/ml-train');
    await story.until(() => story.runs.filter(({ log }) => log.includes('begin')).length === 2);
    expect(story.runs.map(({ status }) => status).filter((status) => status === 'pending')).toHaveLength(1);
    const runs = await story.settled();
    expect(runs.map(({ conclusion }) => conclusion)).toEqual(['success', 'success', 'success']);
    const [first = 0, second = 0] = runs
      .filter(({ payload }) => Reflect.get(Object(payload.issue), 'number') === one.number)
      .map(({ ended }) => Number(ended.needs('a').outputs.said));
    expect(second).toBeGreaterThan(first);
  });

  test('the API shows it, also its jobs', async () => {
    const look = `const { body } = await api('GET', '/actions/runs/' + env.GITHUB_RUN_ID + '/jobs');
const { body: run } = await api('GET', '/actions/runs/' + env.GITHUB_RUN_ID);
const { body: list } = await api('GET', '/actions/runs?status=in_progress&event=issue_comment');
say([run.status, run.display_title, list.total_count, ...body.jobs.map((job) => job.name + ' ' + job.status)]);`;
    await files({
      'a.yml': workflow('issue_comment', look, { top: 'name: look\npermissions: { actions: read }' }),
    });
    const pull = await github.createPullRequest({ title: 'Deeper' });
    await story.comment('dana', pull.number, 'x');
    expect(said('a.yml')).toBe('in_progress,Deeper,1,a in_progress');
  });
});

describe('what the rig cannot do', () => {
  test('fails the story: a file that is none, an event that nobody plays', async () => {
    await files({ 'a.yml': 'on: issue_comment\njobs: { a: { runs-on: x, stepz: [] } }\n' });
    const pull = await github.createPullRequest();
    await expect(story.comment('dana', pull.number, 'x')).rejects.toThrow(/stepz/);
  });

  test('is waited for in vain: it says what there is', async () => {
    await expect(story.until(() => false, 50)).rejects.toThrow('it has not come to that; runs: none');
    expect(() => story.run('a.yml')).toThrow('no run of a.yml; runs: none');
  });
});
