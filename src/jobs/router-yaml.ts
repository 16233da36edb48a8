/** The workflow that listens to comments and labels of pull requests, and runs nothing of theirs. Pure; the same bytes each time. */
import { type ActionReference, actionReference, literal } from './workflow-yaml.ts';
import { above, behind, commentLines, inline, type Yaml, yamlText } from './yaml-text.ts';

export interface RouterOptions {
  readonly action: ActionReference;
  /** The folder of the project, relative to the repository's root, with `/`; absent when it is the root. */
  readonly project?: string | undefined;
}

/**
 * Most comments ask for nothing, and then no runner starts: a command begins a line. Programs ask for nothing either. All other
 * events are few, and a push by a program takes labels away, too.
 */
const isMeant = [
  "github.event_name != 'issue_comment'",
  [
    'github.event.issue.pull_request',
    "github.event.comment.user.type == 'User'",
    `(startsWith(github.event.comment.body, '/') || contains(github.event.comment.body, fromJSON('"\\n/"')))`,
  ].join(' && '),
].join(' || ');

export function routerYaml({ action, project }: RouterOptions): string {
  const head = [
    'Answers comments and labels on pull requests, and starts what they ask for. Nothing of a pull request is run here, and no',
    'key of an account is known: runs are dispatched, and have jobs of their own.',
    ...writtenBy(project),
  ];
  return `${commentLines(head.join('\n')).join('\n')}\n${yamlText({
    name: 'ml',
    on: {
      issue_comment: above(
        inline({ types: ['created'] }),
        'Commands: a line that begins with a slash. An edited comment asks for nothing: somebody else may have edited it.',
      ),
      pull_request_target: above(
        { types: ['opened', 'reopened', 'labeled', 'synchronize'] },
        [
          'Labels that start a workflow, and pushes, which take them away again and make verdicts stale. By this event and not by',
          "`pull_request`, so that this file is always the default branch's. Opened: where `policy:` says `skip`, required checks pass.",
        ].join('\n'),
      ),
    },
    permissions: inline({}),
  })}\n${yamlText({
    jobs: {
      route: {
        if: `\${{ ${isMeant} }}`,
        'runs-on': 'ubuntu-latest',
        'timeout-minutes': 10,
        permissions: {
          contents: behind('write', 'for the branch `ml-workflow-state`: what outlives a run'),
          actions: behind('write', 'to start and end runs'),
          checks: 'write',
          'pull-requests': behind('write', 'for comments, reactions and labels'),
        },
        steps: [step(action, { command: 'route', project: project && literal(project) })],
      },
    },
  })}`;
}

const written = 'Written by ml-workflow; do not edit. `ml-workflow init --router` writes it again.';
const forProject = 'For the project in ';

/** The end of the head of both files. */
export function writtenBy(project: string | undefined): readonly string[] {
  return ['', written, ...(project === undefined ? [] : [`${forProject}${project}`])];
}

export function step(action: ActionReference, inputs: Record<string, string | undefined>, more: object = {}) {
  const { repository, ref, comment } = action;
  const uses = `${repository}@${ref}`;
  return {
    uses: comment === undefined ? uses : behind(uses, comment),
    with: inline(inputs),
    ...more,
  } satisfies Record<string, Yaml | undefined>;
}

export interface RouterHead {
  readonly action: ActionReference | undefined;
  /** Relative to the repository's root; undefined for the root. */
  readonly project: string | undefined;
}

/** What a file says about itself that `routerYaml` or `runYaml` made; undefined for every other file. */
export function routerHead(text: string): RouterHead | undefined {
  const [head = ''] = /^(?:#.*\r?\n)+/.exec(text) ?? [];
  const lines = head.split(/\r?\n/);
  const at = lines.indexOf(`# ${written}`);
  if (at < 0) return undefined;
  const next = lines[at + 1] ?? '';
  const uses = /^ +- uses: (\S+@.*?)\r?$/m.exec(text)?.[1];
  return {
    action: uses === undefined ? undefined : actionReference(uses),
    project: next.startsWith(`# ${forProject}`) ? next.slice(`# ${forProject}`.length) : undefined,
  };
}
