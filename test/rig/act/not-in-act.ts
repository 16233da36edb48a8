/**
 * What act cannot do, each with the smallest workflow that proves it: the run ends as `seen` says, where GitHub's would not.
 * The day act learns one of them, its proof fails and the comparison may rely on it.
 */
import type { ActOptions, ActRun } from '../act.ts';

export interface Missing {
  readonly what: string;
  readonly onGitHub: string;
  readonly workflow: string;
  readonly options?: Partial<ActOptions>;
  /** Whether the run shows that act does not do it. */
  readonly seen: (run: ActRun) => boolean;
}

const prints = (run: ActRun, line: string) => run.log.split('\n').some((text) => text.endsWith(` ${line}`));
const resultsOf = (run: ActRun) => run.jobs.map(({ result }) => result).join(' ');

/** `directory` is shared by the jobs of one run. */
export function notInAct(directory: string): readonly Missing[] {
  return [
    {
      what: 'environments: rules, secrets and variables of their own',
      onGitHub:
        'the job waits for a reviewer, and sees no secret of the repository that the environment redefines',
      workflow: `
        on: workflow_dispatch
        jobs:
          deploy:
            runs-on: ubuntu-latest
            environment: { name: production, url: "https://example.org" }
            steps: [{ run: 'echo "deployed without a question"' }]`,
      seen: (run) => run.conclusion === 'success' && prints(run, 'deployed without a question'),
    },
    {
      what: 'fail-fast',
      onGitHub: 'the second leg is cancelled',
      workflow: `
        on: workflow_dispatch
        jobs:
          legs:
            runs-on: ubuntu-latest
            strategy: { fail-fast: true, max-parallel: 1, matrix: { leg: [a, b] } }
            steps: [{ run: 'test "\${{ matrix.leg }}" = b' }]`,
      seen: (run) => resultsOf(run) === 'failure success',
    },
    {
      what: 'concurrency',
      onGitHub: 'jobs of one group run one after the other, so that neither meets the other',
      workflow: `
        on: workflow_dispatch
        jobs:
          a: { runs-on: ubuntu-latest, concurrency: one, steps: [{ run: '${meet(directory, 'a', 'b')}' }] }
          b: { runs-on: ubuntu-latest, concurrency: one, steps: [{ run: '${meet(directory, 'b', 'a')}' }] }`,
      options: { parallel: true },
      seen: (run) => run.conclusion === 'success',
    },
    {
      what: 'timeout-minutes of a job',
      onGitHub: 'the job is cancelled at once; act does that for a step',
      workflow: `
        on: workflow_dispatch
        jobs:
          job: { runs-on: ubuntu-latest, timeout-minutes: 0, steps: [{ run: 'true' }] }
          step: { runs-on: ubuntu-latest, steps: [{ run: 'true', timeout-minutes: 0 }] }`,
      seen: (run) => resultsOf(run) === 'success failure',
    },
    {
      what: 'continue-on-error of a job',
      onGitHub: 'the run succeeds',
      workflow: `
        on: workflow_dispatch
        jobs:
          tolerated: { runs-on: ubuntu-latest, continue-on-error: true, steps: [{ run: 'false' }] }`,
      seen: (run) => run.conclusion === 'failure' && run.aborted === undefined,
    },
    {
      what: 'permissions, OIDC',
      onGitHub: 'each job has its own token with these rights, and the second one can ask for an identity',
      workflow: `
        on: workflow_dispatch
        permissions: {}
        jobs:
          none:
            runs-on: ubuntu-latest
            steps: [{ run: "echo \${{ github.token == secrets.THE_SAME }}" }]
          some:
            runs-on: ubuntu-latest
            permissions: { checks: write, id-token: write }
            steps: [{ run: "echo \${{ github.token == secrets.THE_SAME }} [$ACTIONS_ID_TOKEN_REQUEST_URL]" }]`,
      options: { token: 'one-for-all', secrets: { THE_SAME: 'one-for-all' } },
      seen: (run) => prints(run, 'true') && prints(run, 'true []'),
    },
    {
      what: 'dropping an output that holds a masked value',
      onGitHub: "the output is ''",
      workflow: `
        on: workflow_dispatch
        jobs:
          job:
            runs-on: ubuntu-latest
            outputs: { secret: "\${{ steps.tell.outputs.secret }}" }
            steps: [{ id: tell, run: 'echo "::add-mask::hush-hush"; echo secret=hush-hush >> "$GITHUB_OUTPUT"' }]`,
      seen: (run) => run.jobs[0]?.outputs.secret === 'hush-hush',
    },
    {
      what: 'refusing a matrix without values',
      onGitHub: "the job fails: 'Matrix vector does not contain any values'",
      workflow: `
        on: workflow_dispatch
        jobs:
          legs:
            runs-on: ubuntu-latest
            strategy: { matrix: { leg: "\${{ fromJSON('[]') }}" } }
            steps: [{ run: 'true' }]`,
      seen: (run) => resultsOf(run) === 'success' && run.jobs[0]?.matrix === undefined,
    },
    {
      what: "the last leg's outputs",
      onGitHub: 'of legs that end in this order, the last output that is not empty wins: b',
      workflow: `
        on: workflow_dispatch
        jobs:
          legs:
            runs-on: ubuntu-latest
            strategy: { max-parallel: 1, matrix: { leg: [a, b] } }
            outputs: { last: "\${{ matrix.leg }}" }
            steps: [{ run: 'true' }]`,
      seen: (run) => run.jobs[0]?.outputs.last === 'a',
    },
    {
      what: 'going on after an error in the `if` of a job',
      onGitHub: 'that job fails, and the next one runs',
      workflow: `
        on: workflow_dispatch
        jobs:
          wrong: { runs-on: ubuntu-latest, if: "\${{ fromJSON('') }}", steps: [{ run: 'true' }] }
          next: { runs-on: ubuntu-latest, needs: wrong, if: always(), steps: [{ run: 'true' }] }`,
      seen: (run) => run.aborted !== undefined && resultsOf(run) === 'none none',
    },
    {
      what: '`if` before the matrix',
      onGitHub: 'the job is skipped, and nobody looks at its matrix',
      workflow: `
        on: workflow_dispatch
        jobs:
          off:
            runs-on: ubuntu-latest
            if: false
            strategy: { matrix: { leg: "\${{ fromJSON('') }}" } }
            steps: [{ run: 'true' }]`,
      seen: (run) => run.aborted !== undefined && resultsOf(run) === 'none',
    },
    {
      what: 'who triggered a run',
      onGitHub: 'both are names',
      workflow: `
        on: workflow_dispatch
        jobs:
          job:
            runs-on: ubuntu-latest
            steps: [{ run: 'echo "[\${{ github.triggering_actor }}\${{ github.workflow_ref }}]"' }]`,
      seen: (run) => prints(run, '[]'),
    },
  ];
}

/** Waits ten seconds at most for the other job, in steps of 50 ms. */
function meet(directory: string, own: string, other: string): string {
  const wait = `for i in $(seq 200); do test -e ${directory}/${other} && exit 0; sleep 0.05; done; exit 1`;
  return `touch ${directory}/${own}; ${wait}`;
}
