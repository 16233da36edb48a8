/** A repository as `init` and `compile` have left it, on the rig's GitHub: what people do in it starts the built program. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { chainFile, routerFile } from '../../src/jobs/file-name.ts';
import { routerYaml } from '../../src/jobs/router-yaml.ts';
import { runYaml } from '../../src/jobs/run-yaml.ts';
import { action, actionFolder } from '../compiled/rig.ts';
import { cli } from '../drivers/rig.ts';
import { type ArtifactService, startArtifacts } from '../rig/artifacts.ts';
import { type GitHubOptions, type RigGitHub, startGitHub } from '../rig/github.ts';
import { playStory, type Story, type StoryOptions, type StoryRun } from '../rig/story.ts';

/** `at`: another moment than the next one. */
interface When {
  readonly at?: string;
}

export interface StoryProject {
  readonly github: RigGitHub;
  readonly artifacts: ArtifactService;
  readonly story: Story;
  /** Of `main`. */
  readonly sha: string;
  /** The next moment of the story: whatever people do in it comes after what they have done before, by GitHub's clock. */
  moment(): string;
  /** A pull request with a commit of its own, by that person. `fork`: the login whose fork it is of. */
  pull(
    author: string,
    files?: Readonly<Record<string, string>>,
    more?: { readonly fork?: string },
  ): Promise<{ number: number; headSha: string; headRef: string }>;
  /** A comment; the runs that have begun since, when all is quiet. */
  say(login: string, pull: number, body: string, when?: When): Promise<readonly StoryRun[]>;
  label(login: string, pull: number, name: string, when?: When): Promise<readonly StoryRun[]>;
  /** On the branch of a pull request. Gives its new head. */
  push(pull: number, files: Readonly<Record<string, string>>, when?: When): Promise<string>;
  /** All that a person would read on it, oldest first, without what is hidden. */
  said(pull: number): Promise<string[]>;
  /** The newest comment on it, as `said` has it. */
  last(pull: number): Promise<string>;
  /** The one comment of a workflow. Throws when there is none, or are several. */
  report(pull: number, workflow: string): Promise<string>;
  /** Reactions to the newest comment of a person, in the order they were given. */
  reactions(pull: number, login: string): Promise<string[]>;
  /** `ml / sweep: success, passed`; of those of one name the newest, as GitHub shows them. */
  checks(sha: string): Promise<string[]>;
  close(): Promise<void>;
}

/** `files`: by path; `from`: folders whose content goes in first. */
export async function storyProject(
  files: Readonly<Record<string, string>>,
  options: {
    readonly from?: readonly string[];
    readonly names?: readonly string[];
    readonly github?: GitHubOptions;
    readonly story?: Partial<StoryOptions>;
    /** Variables and keys that `ml-run.yml` hands on. */
    readonly variables?: readonly string[];
    readonly keys?: readonly string[];
    /** False: nothing listens but what `files` has of its own. */
    readonly hasRouter?: boolean;
    /** What somebody has made of the workflow files since they were written. */
    readonly edited?: (text: string) => string;
  } = {},
): Promise<StoryProject> {
  const folder = mkdtempSync(join(tmpdir(), 'story-'));
  for (const from of options.from ?? []) cpSync(from, folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const workflows = join(folder, '.github', 'workflows');
  const { variables = [], keys = [], hasRouter = true, edited = (text: string) => text } = options;
  if (hasRouter) {
    mkdirSync(workflows, { recursive: true });
    const reference = { repository: action, ref: 'v1' };
    writeFileSync(join(workflows, routerFile), routerYaml({ action: reference }));
    const run = runYaml({
      action: reference,
      variables,
      keys,
      runsOn: 'ubuntu-latest',
      isHosted: true,
    });
    writeFileSync(join(workflows, chainFile), run);
    const compiled = await cli(['compile', ...(options.names ?? []), '--out', workflows], { cwd: folder });
    if (compiled.code !== 0) throw new Error(`${compiled.out}\n${compiled.err}`);
    for (const name of readdirSync(workflows))
      writeFileSync(join(workflows, name), edited(readFileSync(join(workflows, name), 'utf8')));
  }
  const artifacts = await startArtifacts();
  const github = await startGitHub({ artifacts, ...options.github });
  const sha = await github.commitFolder(folder, { ref: 'main' });
  const story = playStory({
    github,
    artifacts,
    actions: { [action]: actionFolder() },
    runners: 2,
    ...options.story,
  });
  // What jobs do is now: nobody answers before they were asked.
  let clock = 0;
  const moment = () => {
    clock = Math.max(clock + 2000, Date.now());
    return new Date(clock).toISOString();
  };
  const at = ({ at: told }: When = {}) => ({ at: told ?? moment() });
  const said = async (pull: number) => {
    const comments = await github.comments(pull);
    return comments.map(({ body }) => body.replace(/<!--[\s\S]*?-->\n?/g, '').trim());
  };
  return {
    ...{ github, artifacts, story, sha, moment, said },
    async pull(author, changed = { 'notes.md': 'try again\n' }, more = {}) {
      return await github.createPullRequest({ author, files: changed, ...at(), ...more });
    },
    say: (login, pull, body, when) => story.comment(login, pull, body, at(when)),
    label: (login, pull, name, when) => story.label(login, pull, name, at(when)),
    async push(pull, changed, when) {
      const head = await github.push(pull, changed, 'Change', at(when));
      await story.settled();
      return head;
    },
    async last(pull) {
      return (await said(pull)).at(-1) ?? '';
    },
    async report(pull, workflow) {
      const comments = await github.comments(pull);
      const own = comments.filter(({ body }) => new RegExp(`^## \\S+ ${workflow}: `, 'm').test(body));
      if (own.length !== 1) throw new Error(`${own.length} comments of ${workflow}`);
      return own[0]?.body.replace(/<!--[\s\S]*?-->\n?/g, '').trim() ?? '';
    },
    async reactions(pull, login) {
      const newest = (await github.comments(pull)).findLast((one) => one.login === login);
      return newest?.reactions.map(({ content }) => content) ?? [];
    },
    async checks(commit) {
      const runs = new Map((await github.checkRuns(commit)).map((run) => [run.name, run]));
      return [...runs.values()].map(
        ({ name, status, conclusion, title }) => `${name}: ${conclusion ?? status}, ${title}`,
      );
    },
    async close() {
      await story.close();
      await github.close();
      await artifacts.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** All that has happened, for whoever wonders why a story went wrong. */
export async function transcript(
  { github, story, said, checks }: StoryProject,
  pull: number,
): Promise<string> {
  const runs = story.runs.map(
    ({ file, event, displayTitle, conclusion, status, log }) =>
      `${file} by ${event}, ${displayTitle}: ${conclusion ?? status}${conclusion === 'success' ? '' : `\n${log.slice(-2000)}`}`,
  );
  const commits = new Set(github.moves.map(({ after }) => after));
  const shown: string[] = [];
  for (const sha of commits)
    for (const line of /^0+$/.test(sha) ? [] : await checks(sha)) shown.push(`${sha.slice(0, 7)} ${line}`);
  const wrong = github.violations.length === 0 ? [] : ['violations:', ...github.violations];
  return [...(await said(pull)), shown.join('\n'), runs.join('\n'), wrong.join('\n')].join('\n=====\n');
}
