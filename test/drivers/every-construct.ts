/**
 * One small workflow that uses every construct of the language, from its text through the planner. Each command notes that
 * it began. Seconds of the chain are made short in the plan: the language has no shorter ones.
 */
import type { Plan, PlanNode } from '../../src/plan/plan.ts';
import { prepare } from '../../src/prepare.ts';
import { projectWith } from './rig.ts';

/** A script that notes its start, with what else is declared. */
const noted = (name: string, text = ':', declared = '') =>
  `  ${name}: { shell: sh, run: '${note}; ${text}'${declared === '' ? '' : `, ${declared}`} }`;
const note = 'echo $ML_UNIT.$ML_ATTEMPT >> began';
const measured = 'metrics: [{ output: [score] }]';

const project = `
targets: { dear: { kind: local, price: 3600usd } }
axes: { sigma: { flag: --sigma } }
lists: { names: [u, v] }
metrics: { score: { better: higher } }
predicates: { good-enough: score > 0.4 }
select: { best-model: { max: score } }
baseline: baseline.json
commands:
${[
  noted('first', 'echo score=0.5 > $ML_OUTPUT', measured),
  noted('train', 'echo score=$ML_PARAM_SIGMA > $ML_OUTPUT', `axes: [sigma], ${measured}`),
  noted('say', 'echo "$@"'),
  // Its first start fails, and one that a crash took counts as a start too.
  noted('flaky', '[ "$ML_ATTEMPT" -ge 2 ]'),
  noted('again', 'echo score=$ML_ATTEMPT > $ML_OUTPUT', measured),
  noted('boom', 'exit 3', 'errors: { broken: { exit: 3 } }'),
  noted('slow', 'exec sleep 20'),
  noted('costly', 'exec sleep 20', 'target: dear'),
  noted('says', 'echo "{\\"sigma\\": \\"0.10\\", \\"lines\\": 2}"', 'result: json'),
  noted('reads', 'read line; echo "read $line" > read.txt'),
  noted('takes', 'echo "$1 $ML_PARAM_BEST_SIGMA" > taken.txt'),
  noted('sets', 'echo ready=true > $ML_OUTPUT', 'sets: [ready]'),
].join('\n')}
agents:
${noted('helper', 'echo "$1"')}
`;

const every = `
name: every
params: { label: { default: go } }
chain: |
  state:load → checkpoint.json
  $x = /first
  /train --parameters sigma:0.7,0.8 --parallel 2 → /results:aggregate → /best-model:select → $best=<result>
  /if:best-score>0.75 → /say better → /elif:best-score>0.5 → /say fair → /else → /say worse → /end
  if:$x>0.4 → /say yes → /say no
  /say beside & /say also → /wait:1 → barrier → $all_ready
  fork:2 → /say f1 & /say f2 & (/say f3 → /say f4)
  barrier
  retry:3 delay:1 → /flaky
  retry:2 backoff:1 → parallel:max=2[/say p1 | /flaky | /say p3 → /say p4]
  repeat:6 until:score>1 → /again
  /try:/boom → /catch:oom → /say never → /catch:broken → /fallback:say rescued → /finally → /say tidy → /end
  /try:/say fine → /catch:any → /say never → /else → /say otherwise → /finally → (/say a & /say b) → /end
  (timeout:6 → /slow) || /say instead
  /try:budget:0.05usd → /costly → /catch:budget → /say cheap → /end
  case:$x
    ↳ 0.5 | 0.6 → /say small → /say smaller
    ↳ * → /say other
  /says | /reads
  /says > kept/said.json
  /says > $said
  /says >> log.jsonl
  context:said.sigma → $best_sigma → /takes $best_sigma
  /say \${$x * 2} $label
  budget:100usd → /say paid
  (/boom → /say skipped → /if:success → /say good → /else → /say bad → /end)
  /first → /require:score>=baseline.score
  /first → /if:good-enough → /say enough → /else → /say lacking → /end
  /say parallel:max=1[one | two]
  /say[names]
  /sets → /if:ready → /say ready → /end
  helper:look_around
  droid:helper → /say task
  /inner --word hello
  /try:/failing → /catch:any → /say caught → /end
  /say next && state:save → checkpoint.json; /boom || /continue
  /approve:go → /say approved
  finally → /say last
`;

const inner = `
name: inner
params: { word: { default: none } }
chain: |
  $x = /again → /say $word
  finally → /say inner-last
`;

const failing = `
name: failing
chain: |
  /say begun → parallel[/boom | /say with]
  on_failure → /say one && /say two
  finally → /say failing-last
`;

export const files: Readonly<Record<string, string>> = {
  'ml-workflow.yml': project,
  'workflows/every.yml': every,
  'workflows/inner.yml': inner,
  'workflows/failing.yml': failing,
  'baseline.json': '{"score": 0.1}',
};

export function everyConstruct(): Plan {
  const folder = projectWith(files);
  const wanted = { is: 'workflow', reference: 'every' } as const;
  const { plan, diagnostics } = prepare({ wanted, folder, shownFrom: folder, given: [] });
  if (!plan) throw new Error(diagnostics.map(({ message, code }) => `${code}: ${message}`).join('\n'));
  return { ...plan, nodes: plan.nodes.map(hurried) };
}

const asLong = 1 / 100;

function hurried(node: PlanNode): PlanNode {
  switch (node.kind) {
    case 'wait':
    case 'timeout':
      return { ...node, seconds: node.seconds * asLong };
    case 'retry': {
      const { delay, backoff } = node;
      return {
        ...node,
        ...(delay === undefined ? {} : { delay: delay * asLong }),
        ...(backoff === undefined ? {} : { backoff: backoff * asLong }),
      };
    }
    default:
      return node;
  }
}
