/** Sweeps, lists and distribution; waiting, stored results and what is read from them. */
import { describe, expect, it } from 'vitest';
import { table } from '../language/rig.ts';
import { outline, planned } from './rig.ts';

const yaml = `axes: { sigma: { flag: --sigma }, lr: { flag: --lr } }
lists:
  variants: [sigma-0.10, sigma-0.20]
  words: [a, two words]
  numbers: [0.10, 1]
commands:
  init: { run: echo }
  train:
    run: train "$@"
    metrics: [{ output: [accuracy, loss] }]
  write: { run: write, outputs: [model.pt] }
  evaluate: { run: eval, metrics: [{ output: [f1] }] }
  say: { run: 'say "$@"', axes: [], params: { what: { positional: true, flag: --what } } }
  own: { run: 'x "$@"', params: { parameters: { flag: --parameters } } }
  both: { chain: '/train $x', params: { x: { positional: true } } }
  phase2: { run: 'x "$@"', params: { best-sigma: { default: none, flag: --s } } }
  phase3: { run: 'x "$@"' }
  deploy: { run: deploy, deploys: production }
agents:
  helper: { run: 'help "$1"' }
`;

/** The nodes below the chain itself, or what is wrong. */
const shown = (text: string, params?: string) => {
  const found = planned(text, yaml, params === undefined ? {} : { params });
  const said = [...found.text.matchAll(/^(error|warning|notice): (.*)$|= help: .*/gm)].map(([line]) => line);
  const nodes = found.plan
    ? outline({ ...found, codes: [] })
        .split('\n')
        .slice(1)
    : [];
  return [...nodes.map((line) => line.trim()), ...said].join('\n    ');
};

describe('a sweep', () => {
  it('is a parallel block of all points', () => {
    expect(
      table(
        [
          '/train --parameters sigma:0.10,0.12 --parallel 4',
          '/train --parameters=sigma:0.10 --fast x',
          '/train --parameters sigma:1,2 --parameters lr:0.1,0.2 --parallel=2',
          '/train:sigma-0.5 --parameters lr:1,2',
          '/train --parameters SIGMA:1,2',
          '/train --parameters sigma:1,2 → /require:acc>0.9',
          '/train --parameters sigma:1,2 → /best-model:select',
          '$v=1,2 → /train --parameters sigma:$v',
          '/train → $v=<result> → /train --parameters sigma:$v',
          '/train:sigma-1 --parameters sigma:1,2',
          '/train --parameters sgima:1,2',
          '/train --parameters sigma',
          '/train --parameters',
          '/train --parameters sigma:1,1',
          '/train --parameters sigma:1,,2',
          '/train --parameters sigma:1 --parameters sigma:2',
          '/train --parameters sigma:1,2 --parallel none',
          '/train --parallel 4',
          '/write --parameters sigma:1,2',
          '/own --parameters sigma:1',
          '/say --parameters sigma:1',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train --parameters sigma:0.10,0.12 --parallel 4
          1-train parallel [1.1-train-sigma-0.10 1.2-train-sigma-0.12] max 4 min 2
          1.1-train-sigma-0.10 runs train sigma@0.10
          1.2-train-sigma-0.12 runs train sigma@0.12
      /train --parameters=sigma:0.10 --fast x
          1-train parallel [1.1-train-sigma-0.10] max null min 1
          1.1-train-sigma-0.10 runs train "--fast" "x" sigma@0.10
      /train --parameters sigma:1,2 --parameters lr:0.1,0.2 --parallel=2
          1-train parallel [1.1-train-sigma-1-lr-0.1 1.2-train-sigma-1-lr-0.2 1.3-train-sigma-2-lr-0.1 1.4-train-sigma-2-lr-0.2] max 2 min 4
          1.1-train-sigma-1-lr-0.1 runs train sigma@1 lr@0.1
          1.2-train-sigma-1-lr-0.2 runs train sigma@1 lr@0.2
          1.3-train-sigma-2-lr-0.1 runs train sigma@2 lr@0.1
          1.4-train-sigma-2-lr-0.2 runs train sigma@2 lr@0.2
      /train:sigma-0.5 --parameters lr:1,2
          1-train parallel [1.1-train-sigma-0.5-lr-1 1.2-train-sigma-0.5-lr-2] max null min 2
          1.1-train-sigma-0.5-lr-1 runs train sigma@0.5 lr@1
          1.2-train-sigma-0.5-lr-2 runs train sigma@0.5 lr@2
      /train --parameters SIGMA:1,2
          1-train parallel [1.1-train-sigma-1 1.2-train-sigma-2] max null min 2
          1.1-train-sigma-1 runs train sigma@1
          1.2-train-sigma-2 runs train sigma@2
      /train --parameters sigma:1,2 → /require:acc>0.9
          error: several parallel branches report \`acc\` [ambiguous-metric]
          = help: select one first: \`/best-model:select → /if:best-acc…\`
      /train --parameters sigma:1,2 → /best-model:select
          1-train parallel [1.1-train-sigma-1 1.2-train-sigma-2] max null min 1
          1.1-train-sigma-1 runs train sigma@1
          1.2-train-sigma-2 runs train sigma@2
          2-best-model-select runs best-model:select over 1.1-train-sigma-1 1.2-train-sigma-2
      $v=1,2 → /train --parameters sigma:$v
          1-set-v $v = "1,2"
          2-train parallel [2.1-train-sigma-1 2.2-train-sigma-2] max null min 2
          2.1-train-sigma-1 runs train sigma@1
          2.2-train-sigma-2 runs train sigma@2
      /train → $v=<result> → /train --parameters sigma:$v
          error: \`--parameters\` is known only when the chain runs [invalid-param]
      /train:sigma-1 --parameters sigma:1,2
          error: \`sigma\` is given twice [invalid-param]
      /train --parameters sgima:1,2
          error: unknown axis \`sgima\` [unknown-axis]
          = help: did you mean \`sigma\`?
      /train --parameters sigma
          error: \`--parameters\` takes an axis and its values, found \`sigma\` [invalid-param]
          = help: write \`--parameters sigma:0.1,0.2\`
      /train --parameters
          error: \`--parameters\` needs a value [invalid-param]
      /train --parameters sigma:1,1
          error: \`1\` stands twice among the values of \`sigma\` [invalid-param]
      /train --parameters sigma:1,,2
          error: a value of \`sigma\` is empty in \`sigma:1,,2\` [invalid-param]
      /train --parameters sigma:1 --parameters sigma:2
          error: \`sigma\` is given twice [invalid-param]
      /train --parameters sigma:1,2 --parallel none
          error: \`--parallel\` takes a whole number from 1, found \`none\` [invalid-param]
      /train --parallel 4
          1-train runs train "--parallel" "4"
      /write --parameters sigma:1,2
          error: the script of \`/write\` never sees the axis \`sigma\` [unused-param]
          = help: end the script with \`"$@"\`, or read \`$ML_PARAM_SIGMA\`
          error: two parallel branches write \`model.pt\` [shared-output]
          = help: write it below \`$ML_RUN_DIR\`, which each run of a command has for itself, or declare \`isolation: copy\`
      /own --parameters sigma:1
          1-own runs own parameters=sigma:1
      /say --parameters sigma:1
          error: \`/say\` needs \`--what\` [invalid-param]
          error: \`/say\` has no parameter \`--parameters\` [unknown-param]
      "
    `);
  });
});

describe('a distribution', () => {
  it('runs the command once for each item', () => {
    expect(
      table(
        [
          '/train --fast parallel[sigma-0.10 | sigma-0.12]',
          '/train parallel:max=2:min=1[sigma-0.10 --slow | x lr-3]',
          '/train[variants]',
          '/train[variants] → /best-model:select',
          '/parallel-train[variants]',
          'train[words]',
          '/say[words]',
          '/train[numbers]',
          '/both[words]',
          '/helper[words]',
          '/helper parallel[sigma-1 | review]',
          '/train[variant]',
          '/train[$variants]',
          '$v="sigma-1, sigma-2" → /train[$v]',
          '/train → $v=<result> → /train[$v]',
          '/trian[variants]',
          '/train parallel[/init | /evaluate]',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train --fast parallel[sigma-0.10 | sigma-0.12]
          1-train parallel [1.1-train-sigma-0.10 1.2-train-sigma-0.12] max null min 2
          1.1-train-sigma-0.10 runs train "--fast" sigma@0.10
          1.2-train-sigma-0.12 runs train "--fast" sigma@0.12
      /train parallel:max=2:min=1[sigma-0.10 --slow | x lr-3]
          1-train parallel [1.1-train-sigma-0.10 1.2-train-lr-3] max 2 min 1 written
          1.1-train-sigma-0.10 runs train "--slow" sigma@0.10
          1.2-train-lr-3 runs train "x" lr@3
      /train[variants]
          1-train parallel [1.1-train-sigma-0.10 1.2-train-sigma-0.20] max null min 2
          1.1-train-sigma-0.10 runs train sigma@0.10
          1.2-train-sigma-0.20 runs train sigma@0.20
      /train[variants] → /best-model:select
          1-train parallel [1.1-train-sigma-0.10 1.2-train-sigma-0.20] max null min 1
          1.1-train-sigma-0.10 runs train sigma@0.10
          1.2-train-sigma-0.20 runs train sigma@0.20
          2-best-model-select runs best-model:select over 1.1-train-sigma-0.10 1.2-train-sigma-0.20
      /parallel-train[variants]
          1-train parallel [1.1-train-sigma-0.10 1.2-train-sigma-0.20] max null min 2
          1.1-train-sigma-0.10 runs train sigma@0.10
          1.2-train-sigma-0.20 runs train sigma@0.20
      train[words]
          1-train parallel [1.1-train-a 1.2-train-two-words] max null min 2
          1.1-train-a runs train "a"
          1.2-train-two-words runs train "two words"
          notice: \`train\` is read as the command \`/train\` [bare-word]
          = help: write \`/train\`
      /say[words]
          1-say parallel [1.1-say-a 1.2-say-two-words] max null min 2
          1.1-say-a runs say what=a
          1.2-say-two-words runs say what=two words
      /train[numbers]
          1-train parallel [1.1-train-0.10 1.2-train-1] max null min 2
          1.1-train-0.10 runs train "0.10"
          1.2-train-1 runs train "1"
      /both[words]
          1-both parallel [1.1-both-a 1.2-both-two-words] max null min 2
          1.1-both-a calls both x: 1.1.1-sequence
          1.1.1-sequence [1.1.1.1-train]
          1.1.1.1-train runs train "$x"
          1.2-both-two-words calls both x: 1.2.1-sequence
          1.2.1-sequence [1.2.1.1-train]
          1.2.1.1-train runs train "$x"
      /helper[words]
          1-helper parallel [1.1-helper-a 1.2-helper] max null min 2
          1.1-helper-a runs droid:helper "a" task=a
          1.2-helper runs droid:helper "two words" task=two words
      /helper parallel[sigma-1 | review]
          1-helper parallel [1.1-helper-sigma-1 1.2-helper-review] max null min 2
          1.1-helper-sigma-1 runs droid:helper "/train:sigma-1" task=/train:sigma-1 sigma@1
          1.2-helper-review runs droid:helper "review" task=review
      /train[variant]
          error: unknown list \`variant\` [unknown-list]
          = help: did you mean \`variants\`?
      /train[$variants]
          error: nothing before this sets \`$variants\` [unknown-variable]
      $v=\\"sigma-1, sigma-2\\" → /train[$v]
          1-set-v $v = "sigma-1, sigma-2"
          2-train parallel [2.1-train-sigma-1 2.2-train-sigma-2] max null min 2
          2.1-train-sigma-1 runs train sigma@1
          2.2-train-sigma-2 runs train sigma@2
      /train → $v=<result> → /train[$v]
          error: \`$v\` is known only when the chain runs [unknown-list]
          = help: a plan names each of its units: declare the values under \`lists:\`, or as a parameter \`a,b,c\`
      /trian[variants]
          error: unknown command \`/trian\` [unknown-command]
          = help: did you mean \`/train\`?
      /train parallel[/init | /evaluate]
          error: \`/train parallel[…]\` takes arguments, not commands [unexpected-token]
          = help: write \`/train → parallel[/init | …]\` if the commands are branches, and quote a path
          notice: \`/init\` is an argument here, not the command [ambiguous-reading]
          = help: write \`→ /init\` to run it, or \`'/init'\` to pass it on
          notice: \`/evaluate\` is an argument here, not the command [ambiguous-reading]
          = help: write \`→ /evaluate\` to run it, or \`'/evaluate'\` to pass it on
      "
    `);
    expect(shown('/train[$list]', '  list: { default: "sigma-1,x" }\n')).toMatchInlineSnapshot(`
      "1-train parallel [1.1-train-sigma-1 1.2-train-x] max null min 2
          1.1-train-sigma-1 runs train sigma@1
          1.2-train-x runs train "x""
    `);
  });
});

describe('a stored result', () => {
  it('is read by its name, and handed to the next command', () => {
    expect(
      table(
        [
          'context:phase1_winner → $best_sigma → /phase2',
          'context:phase1_winner.time_warp_sigma → $s → /phase3',
          '/train > out/phase1_winner.json → context:phase1_winner → $best_sigma → /phase3 → /phase3',
          '$phase1_winner = /train > w.json → context:phase1_winner → $best_sigma → /phase3 $best_sigma',
          'context:a → $x → context:b → $y → /phase3',
          'context:a → $x → /both',
          '/train > ../x.json',
          '/train >> log.jsonl',
          '/train > a.json → $v=<result> → /require:$v>0.9',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      context:phase1_winner → $best_sigma → /phase2
          1-context-phase1_winner runs context name=phase1_winner variable=best_sigma field=best_sigma sigma file=phase1_winner.json
          2-phase2 runs phase2 best_sigma=$best_sigma
      context:phase1_winner.time_warp_sigma → $s → /phase3
          1-context-phase1_winner runs context name=phase1_winner variable=s field=time_warp_sigma file=phase1_winner.json
          2-phase3 runs phase3 s=$s
      /train > out/phase1_winner.json → context:phase1_winner → $best_sigma → /phase3 → /phase3
          1-sequence [1.1-train 1.2-store-out-phase1_winner.json]
          1.1-train runs train
          1.2-store-out-phase1_winner.json runs store "out/phase1_winner.json" < 1.1-train
          2-context-phase1_winner runs context name=phase1_winner variable=best_sigma field=best_sigma sigma file=out/phase1_winner.json
          3-phase3 runs phase3 best_sigma=$best_sigma
          4-phase3 runs phase3
      $phase1_winner = /train > w.json → context:phase1_winner → $best_sigma → /phase3 $best_sigma
          1-sequence [1.1-train 1.2-set-phase1_winner 1.3-store-w.json]
          1.1-train runs train
          1.2-set-phase1_winner $phase1_winner = <result> of 1.1-train
          1.3-store-w.json runs store "w.json" < 1.1-train
          2-context-phase1_winner runs context name=phase1_winner variable=best_sigma field=best_sigma sigma value=$phase1_winner
          3-phase3 runs phase3 "$best_sigma" best_sigma=$best_sigma
      context:a → $x → context:b → $y → /phase3
          1-context-a runs context name=a variable=x field=x file=a.json
          2-context-b runs context name=b variable=y field=y file=b.json
          3-phase3 runs phase3 x=$x y=$y
      context:a → $x → /both
          1-context-a runs context name=a variable=x field=x file=a.json
          2-both calls both x: 2.1-sequence
          2.1-sequence [2.1.1-train]
          2.1.1-train runs train "$x"
      /train > ../x.json
          error: \`../x.json\` is no file inside the workspace [unexpected-token]
          = help: write a path relative to the workspace
      /train >> log.jsonl
          1-sequence [1.1-train 1.2-store-log.jsonl]
          1.1-train runs train
          1.2-store-log.jsonl runs store "log.jsonl" "--append" < 1.1-train
      /train > a.json → $v=<result> → /require:$v>0.9
          1-sequence [1.1-train 1.2-store-a.json]
          1.1-train runs train
          1.2-store-a.json runs store "a.json" < 1.1-train
          2-set-v $v = <result> of 1.1-train
          3-require requires ($v > 0.9)
      "
    `);
  });
});

describe('what stands still', () => {
  it('waits, or asks a person', () => {
    expect(
      table(
        [
          '/wait:10m',
          '/wait 1.5h',
          '/wait',
          '/wait:soon',
          '/wait 0',
          '/approve:ship-it → /deploy',
          '/approve',
          '/retry',
          '/store x',
          '/state:save x',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /wait:10m
          1-wait-10m waits 600 s
      /wait 1.5h
          1-wait waits 5400 s
      /wait
          error: \`/wait\` needs a duration [invalid-param]
          = help: write \`/wait:10m\`
      /wait:soon
          error: \`/wait\` takes a duration, found \`soon\` [invalid-param]
          = help: write \`/wait:90\`, \`/wait:90s\`, \`/wait:10m\`, \`/wait:2h\` or \`/wait:1d\`
      /wait 0
          error: \`/wait\` takes a duration, found \`0\` [invalid-param]
          = help: write \`/wait:90\`, \`/wait:90s\`, \`/wait:10m\`, \`/wait:2h\` or \`/wait:1d\`
      /approve:ship-it → /deploy
          1-approve-ship-it asks for ship-it
          2-deploy runs deploy
      /approve
          1-approve asks for approval
      /retry
          error: unknown command \`/retry\` [unknown-command]
          = help: to try again, write \`retry:3 → /command\`
      /store x
          error: unknown command \`/store\` [unknown-command]
          = help: commands here: \`/init\`, \`/train\`, \`/write\`, \`/evaluate\`, \`/say\`, \`/own\` and 4 more
      /state:save x
          error: expected \`→\` and a file behind \`/state:save\`, found \`x\` [unexpected-token]
          = help: write \`state:save → checkpoint.json\`
      "
    `);
  });
});

describe('arguments', () => {
  it('hold results and expressions', () => {
    expect(
      table(
        [
          '/train → /phase3 <result> <result.acc> n=<result.a.b>',
          '/train → $e=2 → /phase3 ${$e * 2} "x ${acc - 0.1} y"',
          '/train → /phase3 ${nope}',
          '/phase3 ${1 + 1}',
          '/train → /phase3 ${min(acc, 0.5)}',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train → /phase3 <result> <result.acc> n=<result.a.b>
          1-train runs train
          2-phase3 runs phase3 "<result of 1-train>" "<result.accuracy of 1-train>" "n=<result.a.b of 1-train>"
      /train → $e=2 → /phase3 \${$e * 2} \\"x \${acc - 0.1} y\\"
          1-train runs train
          2-set-e $e = 2
          3-phase3 runs phase3 "\${($e * 2)}" "x \${(accuracy(fraction of 1-train) - 0.1)} y"
      /train → /phase3 \${nope}
          error: no command before this reports \`nope\` [unknown-metric]
          = help: reported so far: \`accuracy\` and \`loss\`
      /phase3 \${1 + 1}
          1-phase3 runs phase3 "\${(1 + 1)}"
      /train → /phase3 \${min(acc, 0.5)}
          1-train runs train
          2-phase3 runs phase3 "\${min(accuracy(fraction of 1-train), 0.5)}"
      "
    `);
  });
});

describe('several selections', () => {
  it('each have the rule of what they choose among', () => {
    const sweep = (command: string) => `${command} parallel[sigma-1 | sigma-2] → /best-model:select`;
    const { plan } = planned(
      `${sweep('/train')} → ${sweep('/evaluate')} → ${sweep('/train')}`,
      yaml.replace('run: eval', 'run: eval "$@"'),
    );
    expect(Object.entries(plan?.selections ?? {}).map(([key, { metric }]) => `${key} ${metric}`)).toEqual([
      'best-model accuracy',
      '4-best-model-select f1',
    ]);
  });
});
