/** The workflow that runs chains which somebody has typed into a comment, in one job. Pure; the same bytes each time. */
import { isAmbient } from './ambient.ts';
import { hostedMinutes } from './layout.ts';
import { type RouterOptions, step, writtenBy } from './router-yaml.ts';
import { literal } from './workflow-yaml.ts';
import { commentLines, inline, yamlText } from './yaml-text.ts';

export interface RunOptions extends RouterOptions {
  /** Environment variables that commands, targets and messages of the project name: nobody knows before which a chain needs. */
  readonly variables: readonly string[];
  /** The variables that hold the keys of accounts. They are secrets, and never plain variables of the repository. */
  readonly keys: readonly string[];
  /** The label of the runners, or all labels that they must have. */
  readonly runsOn: string | readonly string[];
  /** Those are GitHub's own, which end every job after six hours. */
  readonly isHosted: boolean;
}

/** A job of a runner of one's own ends after five days. */
const longestMinutes = 5 * 24 * 60;
const pull = "fromJSON(inputs.request || '{}').pr";

/** Throws for variables whose names are none: the project's files are checked for that. */
export function runYaml({ action, project, variables, keys, runsOn, isHosted }: RunOptions): string {
  const head = [
    'Runs a chain that somebody has typed into a comment, in one job. ml.yml dispatches it with the ids of the comment and of the',
    'pull request; the comment is read again here, and who wrote it is asked for again.',
    ...writtenBy(project),
  ];
  return `${commentLines(head.join('\n')).join('\n')}\n${yamlText({
    name: 'ml-run',
    'run-name': `ml-run\${{ ${pull} && format(' · #{0}', ${pull}) || '' }}`,
    on: {
      workflow_dispatch: {
        inputs: {
          request: inline({
            description: 'Made by ml-workflow; a person leaves it as it is',
            type: 'string',
            default: '{}',
          }),
        },
      },
    },
    permissions: inline({}),
    concurrency: { group: `ml-run-\${{ ${pull} || github.ref }}`, queue: 'max' },
  })}\n${yamlText({
    jobs: {
      run: {
        'runs-on': typeof runsOn === 'string' ? literal(runsOn) : runsOn.map(literal),
        'timeout-minutes': isHosted ? hostedMinutes : longestMinutes,
        permissions: inline({
          contents: 'read',
          actions: 'read',
          checks: 'write',
          'pull-requests': 'write',
        }),
        steps: [
          step(
            action,
            { request: '${{ inputs.request }}', project: project && literal(project) },
            { env: given(variables, keys) },
          ),
        ],
      },
    },
  })}`;
}

/** Undefined when there is none. */
function given(variables: readonly string[], keys: readonly string[]) {
  // What the runner has itself stays as it has it: an expression would put an empty text in its place.
  const names = [...new Set([...variables.filter((name) => !isAmbient(name)), ...keys])].sort();
  if (names.length === 0) return undefined;
  return Object.fromEntries(
    names.map((name) => {
      if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
        throw new Error(`internal: \`${name}\` is no variable; please report this`);
      return [
        name,
        keys.includes(name) ? `\${{ secrets.${name} }}` : `\${{ secrets.${name} || vars.${name} }}`,
      ];
    }),
  );
}
