/** Coding agents: who is meant, what they are told, and what runs them. */
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/language/diagnostic.ts';
import { sourceOf } from '../../src/language/source.ts';
import { runObstacle } from '../../src/plan/agents.ts';
import { planChain } from '../../src/plan/lower.ts';
import { Definitions } from '../../src/project/definitions.ts';
import { projectSchema } from '../../src/project/schema.ts';
import { parseYaml } from '../../src/project/yaml-file.ts';
import { table } from '../language/rig.ts';
import { outline, planned } from './rig.ts';

const yaml = `axes: { sigma: { flag: --sigma }, lr: {} }
commands:
  train:
    run: train "$@"
    axes: [sigma]
    metrics: [{ output: [accuracy] }]
  tune: { run: 'tune "$@"', axes: [sigma] }
  review: { run: 'review "$@"' }
  ml-engineer:check: { run: check }
agents:
  ml-engineer:
    run: engineer "$1"
    metrics: [{ output: [quality] }]
  command-workflow-orchestrator: { run: orchestrate "$1" }
  reviewer: { run: 'review "$ML_PARAM_TASK"', sets: [passed] }
  lr: { run: 'x "$1"' }
`;

/** The nodes below the chain itself, or what is wrong. */
const shown = (text: string, project = yaml) => {
  const found = planned(text, project);
  const said = [...found.text.matchAll(/^(error|warning|notice): (.*)$|^ +\\| +\\^.*$|= help: .*/gm)].map(
    ([line]) => line.trim(),
  );
  const nodes = found.plan
    ? outline({ ...found, codes: [] })
        .split('\n')
        .slice(1)
    : [];
  return [...nodes.map((line) => line.trim()), ...said].join('\n    ');
};

describe('an agent', () => {
  it('is called by its name, with a task', () => {
    expect(
      table(
        [
          '/ml-engineer:analyze-model-architecture',
          'ml-engineer:analyze_model',
          '/ml-engineer:review src/a.py "two words"',
          '/ml-engineer "look at the data"',
          '/ml-engineer',
          '/ml-engineer:sigma-0.10',
          '/ml-engineer:lr-0.1',
          '/ml-engineer:momentum-0.9',
          '/ml-engineer:train:sigma-0.10',
          '/ml-engineer:check',
          '/reviewer:x → /if:passed → /train → /else → /review',
          '/ml-engineer:x → /require:quality>3',
          'command-orchestrator:deploy-and-monitor',
          '/ml-enginer:x',
          '/nobody:x',
          'nobody:x',
          '/trian:x',
          '/plan:next-steps',
          '/default:x',
          'parallel[ml-engineer:sigma-0.10 | ml-engineer:sigma-0.12] → /aggregate:analysis-results → /plan:next-steps',
          'parallel[ml-engineer:a | reviewer:b] → /aggregate:analysis-results',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /ml-engineer:analyze-model-architecture
          1-ml-engineer-analyze-model-architecture runs droid:ml-engineer "analyze model architecture" task=analyze model architecture
      ml-engineer:analyze_model
          1-ml-engineer-analyze_model runs droid:ml-engineer "analyze model" task=analyze model
      /ml-engineer:review src/a.py \\"two words\\"
          1-ml-engineer-review runs droid:ml-engineer "/review src/a.py \\"two words\\"" task=/review src/a.py "two words"
      /ml-engineer \\"look at the data\\"
          1-ml-engineer runs droid:ml-engineer "look at the data" task=look at the data
      /ml-engineer
          error: the agent \`ml-engineer\` has no task [invalid-param]
          = help: write \`/ml-engineer:<task>\`, or \`/ml-engineer "what to do"\`
      /ml-engineer:sigma-0.10
          1-ml-engineer-sigma-0.10 runs droid:ml-engineer "/train:sigma-0.10" task=/train:sigma-0.10 sigma@0.10
      /ml-engineer:lr-0.1
          error: \`/review\` and \`/ml-engineer:check\` can all be run at \`lr-0.1\` [unknown-axis]
          = help: list \`lr\` under \`axes:\` of the command that the agent is to run
      /ml-engineer:momentum-0.9
          error: \`momentum-0.9\` is no point of an axis [unknown-axis]
          = help: declared axes: \`sigma\`, \`lr\`; or give the task in words: \`/agent "words"\`
      /ml-engineer:train:sigma-0.10
          1-ml-engineer-train-sigma-0.10 runs droid:ml-engineer "/train:sigma-0.10" task=/train:sigma-0.10 sigma@0.10
      /ml-engineer:check
          1-ml-engineer-check runs ml-engineer:check
          notice: \`/ml-engineer:check\` is the command of that name, not the agent \`ml-engineer\` with the task \`check\` [ambiguous-reading]
          = help: rename one of the two if the other is meant
      /reviewer:x → /if:passed → /train → /else → /review
          1-reviewer-x runs droid:reviewer "x" task=x
          2-if if $passed then 2.1-train else 2.2-review
          2.1-train runs train
          2.2-review runs review
      /ml-engineer:x → /require:quality>3
          1-ml-engineer-x runs droid:ml-engineer "x" task=x
          2-require requires (quality(number of 1-ml-engineer-x) > 3)
      command-orchestrator:deploy-and-monitor
          error: unknown agent \`command-orchestrator\` [unknown-agent]
          = help: did you mean \`command-workflow-orchestrator\`?
      /ml-enginer:x
          error: unknown agent \`ml-enginer\` [unknown-agent]
          = help: did you mean \`ml-engineer\`?
      /nobody:x
          error: unknown command \`/nobody:x\` [unknown-command]
          = help: commands here: \`/train\`, \`/tune\`, \`/review\` and \`/ml-engineer:check\`
      nobody:x
          error: unknown agent \`nobody\` [unknown-agent]
          = help: agents here: \`ml-engineer\`, \`command-workflow-orchestrator\`, \`reviewer\` and \`lr\`
      /trian:x
          error: unknown command \`/trian:x\` [unknown-command]
          = help: did you mean \`/train\`?
      /plan:next-steps
          error: unknown command \`/plan:next-steps\` [unknown-command]
          = help: commands here: \`/train\`, \`/tune\`, \`/review\` and \`/ml-engineer:check\`
      /default:x
          error: unknown command \`/default:x\` [unknown-command]
          = help: commands here: \`/train\`, \`/tune\`, \`/review\` and \`/ml-engineer:check\`
      parallel[ml-engineer:sigma-0.10 | ml-engineer:sigma-0.12] → /aggregate:analysis-results → /plan:next-steps
          error: unknown command \`/plan:next-steps\` [unknown-command]
          = help: commands here: \`/train\`, \`/tune\`, \`/review\` and \`/ml-engineer:check\`
      parallel[ml-engineer:a | reviewer:b] → /aggregate:analysis-results
          1-parallel parallel [1.1-ml-engineer-a 1.2-reviewer-b] max null min 1
          1.1-ml-engineer-a runs droid:ml-engineer "a" task=a
          1.2-reviewer-b runs droid:reviewer "b" task=b
          2-aggregate-analysis-results runs aggregate what=analysis-results over 1.1-ml-engineer-a 1.2-reviewer-b
      "
    `);
  });

  it('does what stands behind `droid:`', () => {
    expect(
      table(
        [
          'droid:ml-engineer → /implement_new_features',
          'droid:ml-engineer → /train:sigma-0.10 --fast',
          'droid:ml-engineer → /review "a b" c',
          'droid:ml-enginer → /review',
          'droid:reviewer → (/review → /implement_it)',
          'droid:reviewer → /review > out.json',
          'droid:reviewer → /review > $found → /train $found',
          'droid:reviewer → retry:2 → /review',
          'droid:reviewer → /train[list]',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      droid:ml-engineer → /implement_new_features
          1-droid-ml-engineer-implement_new_features runs droid:ml-engineer "implement new features" task=implement new features
      droid:ml-engineer → /train:sigma-0.10 --fast
          1-droid-ml-engineer-train-sigma-0.10 runs droid:ml-engineer "/train:sigma-0.10 --fast" task=/train:sigma-0.10 --fast sigma@0.10
      droid:ml-engineer → /review \\"a b\\" c
          1-droid-ml-engineer-review runs droid:ml-engineer "/review \\"a b\\" c" task=/review "a b" c
      droid:ml-enginer → /review
          error: unknown agent \`ml-enginer\` [unknown-agent]
          = help: did you mean \`ml-engineer\`?
      droid:reviewer → (/review → /implement_it)
          1-sequence [1.1-droid-reviewer-review 1.2-droid-reviewer-implement_it]
          1.1-droid-reviewer-review runs droid:reviewer "/review" task=/review
          1.2-droid-reviewer-implement_it runs droid:reviewer "implement it" task=implement it
      droid:reviewer → /review > out.json
          1-sequence [1.1-droid-reviewer-review 1.2-store-out.json]
          1.1-droid-reviewer-review runs droid:reviewer "/review" task=/review
          1.2-store-out.json runs store "out.json" < 1.1-droid-reviewer-review
      droid:reviewer → /review > $found → /train $found
          1-sequence [1.1-droid-reviewer-review 1.2-set-found]
          1.1-droid-reviewer-review runs droid:reviewer "/review" task=/review
          1.2-set-found $found = <result> of 1.1-droid-reviewer-review
          2-train runs train "$found"
      droid:reviewer → retry:2 → /review
          1-retry retries 2: 1.1-droid-reviewer-review
          1.1-droid-reviewer-review runs droid:reviewer "/review" task=/review
      droid:reviewer → /train[list]
          error: this cannot be handed to \`reviewer\` command by command [unsupported-construct]
          = help: write \`droid:reviewer →\` in front of each command
          error: unknown list \`list\` [unknown-list]
          = help: declare it under \`lists:\`
      "
    `);
  });

  it('that only a Markdown file describes is run by `default`; without one it can be planned, and not run', () => {
    const origin = { source: sourceOf('scout.md', ''), span: { start: 0, end: 0 } };
    const of = (declared: string, chain: string) => {
      const diagnostics = new Diagnostics();
      const definitions = new Definitions(diagnostics);
      const described = { is: 'agent', params: [], origin } as const;
      definitions.agent({ ...described, name: 'scout', file: '.claude/agents/scout.md' }, 'claude');
      definitions.command(
        { ...described, name: 'explore', file: '.claude/commands/explore.md', body: 'Explore $ARGUMENTS.' },
        'claude',
      );
      const file = parseYaml(sourceOf('ml-workflow.yml', declared), projectSchema, diagnostics);
      if (file) definitions.take(file, 'project');
      const chainSource = sourceOf('<chain>', chain);
      const request = { name: 'chain', chain: chainSource, params: [], given: [] };
      const { plan, diagnostics: said } = planChain(definitions.project(new Map()), request);
      expect(diagnostics.sorted()).toEqual([]);
      const notices = said.sorted().map(({ code, span }) => `${code} at ${span.start}`);
      if (!plan) return 'no plan';
      const agents = Object.values(plan.commands).map((command) => {
        const agent = 'agent' in command ? command.agent : undefined;
        const runs = command.is === 'run' ? ` by ${command.script}` : ' by nobody';
        return `${command.name} is ${agent?.name} ${agent?.file ?? ''}${runs}`;
      });
      const tasks = plan.nodes.flatMap((node) => (node.kind === 'unit' ? [JSON.stringify(node.words)] : []));
      return [...agents, ...tasks, ...notices, runObstacle(plan)?.message ?? 'can be run'].join('\n    ');
    };
    const byDefault = 'agents: { default: { run: \'claude "$1"\' } }';
    const byItself = 'agents: { scout: { run: \'scout "$1"\' }, default: { run: \'claude "$1"\' } }';
    expect(
      `\n${[
        of('{}', '/scout:look-around'),
        of(byDefault, '/scout:look-around'),
        of(byItself, '/scout:look-around'),
        of(byDefault, '/explore a "b c"'),
        of('{}', '/explore'),
        of('{}', '/continue → /scout:a → /scout:b'),
        of(byDefault, 'droid:scout → /explore here'),
      ].join('\n')}\n`,
    ).toMatchInlineSnapshot(`
      "
      droid:scout is scout .claude/agents/scout.md by nobody
          [[{"kind":"text","text":"look around"}]]
          agent-without-runner at 0
          nothing says how to run \`droid:scout\`
      droid:scout is scout .claude/agents/scout.md by claude "$1"
          [[{"kind":"text","text":"look around"}]]
          can be run
      droid:scout is scout .claude/agents/scout.md by scout "$1"
          [[{"kind":"text","text":"look around"}]]
          can be run
      explore is default  by claude "$1"
          [[{"kind":"text","text":"Explore a b c."}]]
          can be run
      explore is default  by nobody
          [[{"kind":"text","text":"Explore ."}]]
          agent-without-runner at 0
          nothing says how to run \`explore\`
      continue is undefined  by nobody
          droid:scout is scout .claude/agents/scout.md by nobody
          []
          [[{"kind":"text","text":"a"}]]
          [[{"kind":"text","text":"b"}]]
          agent-without-runner at 12
          nothing says how to run \`droid:scout\`
      droid:scout is scout .claude/agents/scout.md by claude "$1"
          [[{"kind":"text","text":"Explore here."}]]
          can be run
      "
    `);
  });
});
