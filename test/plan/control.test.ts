/** Control flow → plans: what runs beside, again, instead and at the end, and every mistake in it. */
import { describe, expect, it } from 'vitest';
import { table } from '../language/rig.ts';
import { outline, planned, smallProject } from './rig.ts';

const show = (chain: string) => outline(planned(chain));
const text = (chain: string) => planned(chain).text;

describe('branches that stay open', () => {
  it('belong to their block, whose barrier or end joins them', () => {
    expect(
      table(
        [
          '/init & /train',
          'fork:2 → /init & /train & /evaluate → /init → barrier → $all-ready → /init',
          '(/init & /train) → /evaluate',
          'retry:2 → /init & /train',
          '(/init & /train) && /init',
          '/init & /train\nbarrier → $ready\n/require:$ready',
          '/init & (/evaluate → /init) → barrier → /if:acc>0.9 → /deploy',
          '(/init & /evaluate → /train) → $x=<result.loss>',
          '/init & ($x=2) → $y=1 → barrier → /train $x $y',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      /init & /train
          chain [1-fork]
          1-fork fork [1.1-init 1.2-train] max null of chain
          1.1-init runs init
          1.2-train runs train
      fork:2 → /init & /train & /evaluate → /init → barrier → $all-ready → /init
          chain [1-fork 2-init 3-barrier 4-init]
          1-fork fork [1.1-init 1.2-train 1.3-evaluate] max 2 of chain
          1.1-init runs init
          1.2-train runs train
          1.3-evaluate runs evaluate
          2-init runs init
          3-barrier barrier of chain $all_ready
          4-init runs init
      (/init & /train) → /evaluate
          chain [1-sequence 2-evaluate]
          1-sequence [1.1-fork]
          1.1-fork fork [1.1.1-init 1.1.2-train] max null of 1-sequence
          1.1.1-init runs init
          1.1.2-train runs train
          2-evaluate runs evaluate
      retry:2 → /init & /train
          chain [1-retry]
          1-retry retries 2: 1.1-sequence
          1.1-sequence [1.1.1-fork]
          1.1.1-fork fork [1.1.1.1-init 1.1.1.2-train] max null of 1.1-sequence
          1.1.1.1-init runs init
          1.1.1.2-train runs train
      (/init & /train) && /init
          chain [1-and]
          1-and 1.1-sequence && 1.2-init
          1.1-sequence [1.1.1-fork]
          1.1.1-fork fork [1.1.1.1-init 1.1.1.2-train] max null of 1.1-sequence
          1.1.1.1-init runs init
          1.1.1.2-train runs train
          1.2-init runs init
      /init & /train\\nbarrier → $ready\\n/require:$ready
          chain [1-fork 2-barrier 3-require]
          1-fork fork [1.1-init 1.2-train] max null of chain
          1.1-init runs init
          1.2-train runs train
          2-barrier barrier of chain $ready
          3-require requires $ready
      /init & (/evaluate → /init) → barrier → /if:acc>0.9 → /deploy
          chain [1-fork 2-barrier 3-if]
          1-fork fork [1.1-init 1.2-sequence] max null of chain
          1.1-init runs init
          1.2-sequence [1.2.1-evaluate 1.2.2-init]
          1.2.1-evaluate runs evaluate
          1.2.2-init runs init
          2-barrier barrier of chain
          3-if if (accuracy(fraction of 1.2.1-evaluate) > 0.9) then 3.1-deploy
          3.1-deploy runs deploy
      (/init & /evaluate → /train) → $x=<result.loss>
          chain [1-sequence 2-set-x]
          1-sequence [1.1-fork 1.2-train]
          1.1-fork fork [1.1.1-init 1.1.2-evaluate] max null of 1-sequence
          1.1.1-init runs init
          1.1.2-evaluate runs evaluate
          1.2-train runs train
          2-set-x $x = <result.loss> of 1.2-train
      /init & ($x=2) → $y=1 → barrier → /train $x $y
          chain [1-fork 2-set-y 3-barrier 4-train]
          1-fork fork [1.1-init 1.2-set-x] max null of chain
          1.1-init runs init
          1.2-set-x $x = 2
          2-set-y $y = 1
          3-barrier barrier of chain
          4-train runs train "$x" "$y"
      "
    `);
  });

  it('tell nothing before they are joined, and nothing clear where several know it', () => {
    expect(
      table(
        [
          '/train & /init → /if:acc>0.9 → /init',
          '(/evaluate → $x=<result>) & /init → /train $x',
          '/train & /evaluate → barrier → /if:acc>0.9 → /init',
          '($x=1) & ($x=2) → barrier → /train $x',
          '/init & ($x=2) → $x=1 → barrier → /train $x',
          '/train & /init → $x=<result>',
          '/train & /init → barrier → $x=<result>',
          '/init > a.json & /init → /init > a.json',
          '/init & /init → /init > a.json → /init & (/init > a.json)',
          '/init → /init > a.json → (/init >> a.jsonl) & (/init >> a.jsonl)',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      /train & /init → /if:acc>0.9 → /init
          ! unknown-metric
          no plan
      (/evaluate → $x=<result>) & /init → /train $x
          ! unknown-variable
          no plan
      /train & /evaluate → barrier → /if:acc>0.9 → /init
          ! ambiguous-metric
          no plan
      ($x=1) & ($x=2) → barrier → /train $x
          ! ambiguous-metric
          no plan
      /init & ($x=2) → $x=1 → barrier → /train $x
          ! ambiguous-metric
          no plan
      /train & /init → $x=<result>
          ! nothing-to-collect
          no plan
      /train & /init → barrier → $x=<result>
          ! nothing-to-collect
          no plan
      /init > a.json & /init → /init > a.json
          ! shared-output
          no plan
      /init & /init → /init > a.json → /init & (/init > a.json)
          chain [1-fork 2-sequence 3-fork]
          1-fork fork [1.1-init 1.2-init] max null of chain
          1.1-init runs init
          1.2-init runs init
          2-sequence [2.1-init 2.2-store-a.json]
          2.1-init runs init
          2.2-store-a.json runs store "a.json" < 2.1-init
          3-fork fork [3.1-init 3.2-sequence] max null of chain
          3.1-init runs init
          3.2-sequence [3.2.1-init 3.2.2-store-a.json]
          3.2.1-init runs init
          3.2.2-store-a.json runs store "a.json" < 3.2.1-init
      /init → /init > a.json → (/init >> a.jsonl) & (/init >> a.jsonl)
          chain [1-init 2-sequence 3-fork]
          1-init runs init
          2-sequence [2.1-init 2.2-store-a.json]
          2.1-init runs init
          2.2-store-a.json runs store "a.json" < 2.1-init
          3-fork fork [3.1-sequence 3.2-sequence] max null of chain
          3.1-sequence [3.1.1-init 3.1.2-store-a.jsonl]
          3.1.1-init runs init
          3.1.2-store-a.jsonl runs store "a.jsonl" "--append" < 3.1.1-init
          3.2-sequence [3.2.1-init 3.2.2-store-a.jsonl]
          3.2.1-init runs init
          3.2.2-store-a.jsonl runs store "a.jsonl" "--append" < 3.2.1-init
      "
    `);
    expect(text('/train & /init → /if:acc>0.9 → /init')).toMatchInlineSnapshot(`
      "
      error: no command before this reports \`acc\` [unknown-metric]
       --> <chain>:1:22
        |
      1 | /train & /init → /if:acc>0.9 → /init
        |                      ^^^
        = help: a branch that may still run gives it: write \`barrier →\` in front
      "
    `);
  });
});

describe('pipes and what is kept', () => {
  it('hand a result to all that begin the next stage', () => {
    expect(
      table(
        [
          '/train | /init | /evaluate',
          '/train | (/init → /evaluate)',
          '/train | ($x=1 → /init)',
          '/train | (parallel[/init | /evaluate → /init])',
          '/train | (/init || /evaluate)',
          '/train | (/init && /evaluate)',
          '/evaluate | (/if:acc>0.9 → /init → /else → /train)',
          '/train | (retry:2 → timeout:5 → /init)',
          '(/train || /evaluate) | /init',
          '(parallel[/train | /train]) | /results:aggregate | /init',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      /train | /init | /evaluate
          chain [1-pipe]
          1-pipe [1.1-train 1.2-init 1.3-evaluate]
          1.1-train runs train
          1.2-init runs init < 1.1-train
          1.3-evaluate runs evaluate < 1.2-init
      /train | (/init → /evaluate)
          chain [1-pipe]
          1-pipe [1.1-train 1.2-sequence]
          1.1-train runs train
          1.2-sequence [1.2.1-init 1.2.2-evaluate]
          1.2.1-init runs init < 1.1-train
          1.2.2-evaluate runs evaluate
      /train | ($x=1 → /init)
          chain [1-pipe]
          1-pipe [1.1-train 1.2-sequence]
          1.1-train runs train
          1.2-sequence [1.2.1-set-x 1.2.2-init]
          1.2.1-set-x $x = 1
          1.2.2-init runs init < 1.1-train
      /train | (parallel[/init | /evaluate → /init])
          chain [1-pipe]
          1-pipe [1.1-train 1.2-parallel]
          1.1-train runs train
          1.2-parallel parallel [1.2.1-init 1.2.2-sequence] max null min 2
          1.2.1-init runs init < 1.1-train
          1.2.2-sequence [1.2.2.1-evaluate 1.2.2.2-init]
          1.2.2.1-evaluate runs evaluate < 1.1-train
          1.2.2.2-init runs init
      /train | (/init || /evaluate)
          chain [1-pipe]
          1-pipe [1.1-train 1.2-or]
          1.1-train runs train
          1.2-or 1.2.1-init || 1.2.2-evaluate
          1.2.1-init runs init < 1.1-train
          1.2.2-evaluate runs evaluate < 1.1-train
      /train | (/init && /evaluate)
          chain [1-pipe]
          1-pipe [1.1-train 1.2-and]
          1.1-train runs train
          1.2-and 1.2.1-init && 1.2.2-evaluate
          1.2.1-init runs init < 1.1-train
          1.2.2-evaluate runs evaluate
      /evaluate | (/if:acc>0.9 → /init → /else → /train)
          chain [1-pipe]
          1-pipe [1.1-evaluate 1.2-if]
          1.1-evaluate runs evaluate
          1.2-if if (accuracy(fraction of 1.1-evaluate) > 0.9) then 1.2.1-init else 1.2.2-train
          1.2.1-init runs init < 1.1-evaluate
          1.2.2-train runs train < 1.1-evaluate
      /train | (retry:2 → timeout:5 → /init)
          chain [1-pipe]
          1-pipe [1.1-train 1.2-retry]
          1.1-train runs train
          1.2-retry retries 2: 1.2.1-timeout
          1.2.1-timeout within 5 s: 1.2.1.1-init
          1.2.1.1-init runs init < 1.1-train
      (/train || /evaluate) | /init
          chain [1-pipe]
          1-pipe [1.1-or 1.2-init]
          1.1-or 1.1.1-train || 1.1.2-evaluate
          1.1.1-train runs train
          1.1.2-evaluate runs evaluate
          1.2-init runs init < 1.1.1-train 1.1.2-evaluate
      (parallel[/train | /train]) | /results:aggregate | /init
          chain [1-pipe]
          1-pipe [1.1-parallel 1.2-results-aggregate 1.3-init]
          1.1-parallel parallel [1.1.1-train 1.1.2-train] max null min 2
          1.1.1-train runs train
          1.1.2-train runs train
          1.2-results-aggregate runs results:aggregate over 1.1.1-train 1.1.2-train
          1.3-init runs init < 1.2-results-aggregate
      "
    `);
    expect(text('(parallel[/train | /train]) | /init')).toMatchInlineSnapshot(`
      "
      error: this gives no single result to hand on [nothing-to-collect]
       --> <chain>:1:1
        |
      1 | (parallel[/train | /train]) | /init
        | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
        = help: select or aggregate one first, or join the two with \`→\`
      "
    `);
  });

  it('store in variables and files', () => {
    expect(
      table(
        [
          '/train > winner',
          '/train > $winner > winner.json → /init',
          '$best = /evaluate > out/best.json → /require:$best>0.5',
          '/train >> log.jsonl → $x=<result>',
          '$x=1 → $y=${$x + 1} → /evaluate → /if:f1>$y → /init',
          '$x = parallel[/train | /train]',
          'state:save → c.json',
          'state:load → c.json → /evaluate → /if:$before>1 → /init',
          '/init → state:save → c-$x',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      /train > winner
          chain [1-sequence]
          1-sequence [1.1-train 1.2-set-winner]
          1.1-train runs train
          1.2-set-winner $winner = <result> of 1.1-train
      /train > $winner > winner.json → /init
          chain [1-sequence 2-init]
          1-sequence [1.1-train 1.2-set-winner 1.3-store-winner.json]
          1.1-train runs train
          1.2-set-winner $winner = <result> of 1.1-train
          1.3-store-winner.json runs store "winner.json" < 1.1-train
          2-init runs init
      $best = /evaluate > out/best.json → /require:$best>0.5
          chain [1-sequence 2-require]
          1-sequence [1.1-evaluate 1.2-set-best 1.3-store-out-best.json]
          1.1-evaluate runs evaluate
          1.2-set-best $best = <result> of 1.1-evaluate
          1.3-store-out-best.json runs store "out/best.json" < 1.1-evaluate
          2-require requires ($best > 0.5)
      /train >> log.jsonl → $x=<result>
          chain [1-sequence 2-set-x]
          1-sequence [1.1-train 1.2-store-log.jsonl]
          1.1-train runs train
          1.2-store-log.jsonl runs store "log.jsonl" "--append" < 1.1-train
          2-set-x $x = <result> of 1.1-train
      $x=1 → $y=\${$x + 1} → /evaluate → /if:f1>$y → /init
          chain [1-set-x 2-set-y 3-evaluate 4-if]
          1-set-x $x = 1
          2-set-y $y = \${($x + 1)}
          3-evaluate runs evaluate
          4-if if (f1(fraction of 3-evaluate) > $y) then 4.1-init
          4.1-init runs init
      $x = parallel[/train | /train]
          ! unexpected-token
          no plan
      state:save → c.json
          chain [1-state-save]
          1-state-save runs state:save "c.json"
      state:load → c.json → /evaluate → /if:$before>1 → /init
          chain [1-state-load 2-evaluate 3-if]
          1-state-load runs state:load "c.json"
          2-evaluate runs evaluate
          3-if if ($before > 1) then 3.1-init
          3.1-init runs init
      /init → state:save → c-$x
          ! unknown-variable
          no plan
      "
    `);
    expect(text('parallel[/init > a.json | /init > ./a.json]')).toMatchInlineSnapshot(`
      "
      error: two parallel branches write \`a.json\` [shared-output]
       --> <chain>:1:33
        |
      1 | parallel[/init > a.json | /init > ./a.json]
        |                                 ^^^^^^^^^^
        = note: also written here
       --> <chain>:1:16
        |
      1 | parallel[/init > a.json | /init > ./a.json]
        |                ^^^^^^^^
        = help: write it below \`$ML_RUN_DIR\`, which each run of a command has for itself, or declare \`isolation: copy\`
      "
    `);
  });
});

describe('status gates', () => {
  it('guard what stands before them, back to the gate before, a `;`, or the start', () => {
    expect(
      table(
        [
          '/init → /train → /if:success → /deploy → /else → /init',
          '/init → /train\n/evaluate → /if:failure → /init',
          '/init → /train → /require:success → /deploy',
          '/evaluate → /if:acc>0.9 → /init → /end → /train → /if:not success → /init',
          '/init; /train → /if:failure → /init',
          '(/init → /train → /if:tests-pass → /init) → /train',
          'repeat:5 until:success → /train',
          'repeat:3 until:(success and acc>0.9) → (/init → /evaluate)',
          '/init → /train → /if:status(init) → /evaluate',
          '/init → /train → /require:success → /if:status(init) → /evaluate',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      /init → /train → /if:success → /deploy → /else → /init
          chain [1-init 2-train 3-if] guards 0..2
          1-init runs init
          2-train runs train
          3-if if status(chain..2) then 3.1-deploy else 3.2-init
          3.1-deploy runs deploy
          3.2-init runs init
      /init → /train\\n/evaluate → /if:failure → /init
          chain [1-init 2-train 3-evaluate 4-if] guards 0..3
          1-init runs init
          2-train runs train
          3-evaluate runs evaluate
          4-if if failed(chain..3) then 4.1-init
          4.1-init runs init
      /init → /train → /require:success → /deploy
          chain [1-init 2-train 3-require 4-deploy] guards 0..2
          1-init runs init
          2-train runs train
          3-require requires status(chain..2)
          4-deploy runs deploy
      /evaluate → /if:acc>0.9 → /init → /end → /train → /if:not success → /init
          chain [1-evaluate 2-if 3-train 4-if] guards 2..3
          1-evaluate runs evaluate
          2-if if (accuracy(fraction of 1-evaluate) > 0.9) then 2.1-init end
          2.1-init runs init
          3-train runs train
          4-if if not(status(chain..3)) then 4.1-init
          4.1-init runs init
      /init; /train → /if:failure → /init
          chain [1-init 2-train 3-if] always 2-train guards 1..2
          1-init runs init
          2-train runs train
          3-if if failed(chain..2) then 3.1-init
          3.1-init runs init
      (/init → /train → /if:tests-pass → /init) → /train
          chain [1-sequence 2-train]
          1-sequence [1.1-init 1.2-train 1.3-if] guards 0..2
          1.1-init runs init
          1.2-train runs train
          1.3-if if status(1-sequence..2) then 1.3.1-init
          1.3.1-init runs init
          2-train runs train
      repeat:5 until:success → /train
          chain [1-repeat]
          1-repeat up to 5 times until status(1.0-sequence..1): 1.0-sequence
          1.0-sequence [1.1-train 1.2-until] guards 0..1
          1.1-train runs train
          1.2-until barrier of 1.0-sequence
      repeat:3 until:(success and acc>0.9) → (/init → /evaluate)
          chain [1-repeat]
          1-repeat up to 3 times until (status(1.0-sequence..1) and (accuracy(fraction of 1.1.2-evaluate) > 0.9)): 1.0-sequence
          1.0-sequence [1.1-sequence 1.2-until] guards 0..1
          1.1-sequence [1.1.1-init 1.1.2-evaluate]
          1.1.1-init runs init
          1.1.2-evaluate runs evaluate
          1.2-until barrier of 1.0-sequence
      /init → /train → /if:status(init) → /evaluate
          chain [1-init 2-train 3-if] guards 0..2
          1-init runs init
          2-train runs train
          3-if if status(1-init) then 3.1-evaluate
          3.1-evaluate runs evaluate
      /init → /train → /require:success → /if:status(init) → /evaluate
          chain [1-init 2-train 3-require 4-if] guards 0..2
          1-init runs init
          2-train runs train
          3-require requires status(chain..2)
          4-if if status(1-init) then 4.1-evaluate
          4.1-evaluate runs evaluate
      "
    `);
    expect(text('/evaluate → /require:acc>0.9 → /if:success → /init')).toMatchInlineSnapshot(`
      "
      error: \`success\` asks about what runs before the gate, and nothing does [invalid-condition]
       --> <chain>:1:36
        |
      1 | /evaluate → /require:acc>0.9 → /if:success → /init
        |                                    ^^^^^^^
        = help: put the gate behind the commands it asks about, or name one: \`status(train)\`
      "
    `);
  });
});

describe('case', () => {
  it('chooses an arm', () => {
    expect(
      table(
        [
          '/evaluate → $x=<result> → case:$x\n  ↳ 1|a* → /init → /train\n  ↳ * → /evaluate',
          '/evaluate → $x=<result> → case:$x\n  ↳ 1 → /deploy\n  ↳ * → /init',
          '/evaluate → $x=<result> → case:$x\n  ↳ 1 → /init\n  ↳ * → /deploy',
          '$x=1 → case:$x\n  ↳ 1 → /deploy\n  ↳ * → /init',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      /evaluate → $x=<result> → case:$x\\n  ↳ 1|a* → /init → /train\\n  ↳ * → /evaluate
          chain [1-evaluate 2-set-x 3-case]
          1-evaluate runs evaluate
          2-set-x $x = <result> of 1-evaluate
          3-case case $x 1|a* then 3.1-sequence, * then 3.2-evaluate
          3.1-sequence [3.1.1-init 3.1.2-train]
          3.1.1-init runs init
          3.1.2-train runs train
          3.2-evaluate runs evaluate
      /evaluate → $x=<result> → case:$x\\n  ↳ 1 → /deploy\\n  ↳ * → /init
          chain [1-evaluate 2-set-x 3-case]
          1-evaluate runs evaluate
          2-set-x $x = <result> of 1-evaluate
          3-case case $x 1 then 3.1-deploy, * then 3.2-init
          3.1-deploy runs deploy
          3.2-init runs init
      /evaluate → $x=<result> → case:$x\\n  ↳ 1 → /init\\n  ↳ * → /deploy
          ! deploy-without-gate
          chain [1-evaluate 2-set-x 3-case]
          1-evaluate runs evaluate
          2-set-x $x = <result> of 1-evaluate
          3-case case $x 1 then 3.1-init, * then 3.2-deploy
          3.1-init runs init
          3.2-deploy runs deploy
      $x=1 → case:$x\\n  ↳ 1 → /deploy\\n  ↳ * → /init
          ! deploy-without-gate
          chain [1-set-x 2-case]
          1-set-x $x = 1
          2-case case $x 1 then 2.1-deploy, * then 2.2-init
          2.1-deploy runs deploy
          2.2-init runs init
      "
    `);
  });

  it('has an arm for everything, and none for nothing', () => {
    expect(
      text('/evaluate → $x=<result> → case:$x\n  ↳ a|b → /init\n  ↳ c|a → /train'),
    ).toMatchInlineSnapshot(`
      "
      error: \`a\` stands in an arm before this one [unreachable-pattern]
       --> <chain>:3:7
        |
      3 |   ↳ c|a → /train
        |       ^
        = help: the first pattern that fits wins; remove one of the two
      "
    `);
  });
});

describe('try', () => {
  it('has its parts in their order', () => {
    expect(
      table(
        [
          '/try:/train → /evaluate → /catch:timeout → /init → /catch:any → /fail → /else → /init → /finally → /init → /end → /train',
          'try: /train → catch:/init',
          '/try:/train → /catch:any → /fallback:init → /end → $x=<result>',
          '/try:/evaluate → /finally → /init → /end → $x=<result>',
          '/try:/train → /catch:any → /init → /end → /if:acc>0.9 → /deploy',
          '/evaluate → /try:/require:acc>0.9 → /init → /catch:any → /init → /end → /deploy',
          '/evaluate → /try:/require:acc>0.9 → /init → /catch:any → /fail → /end → /deploy',
          '/evaluate → /try:/require:acc>0.9 → /init → /catch:any → /deploy',
          '/evaluate → /try:/require:acc>0.9 → /init → /else → /deploy',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      /try:/train → /evaluate → /catch:timeout → /init → /catch:any → /fail → /else → /init → /finally → /init → /end → /train
          chain [1-try 2-train]
          1-try try 1.1-sequence catch timeout then 1.2-init catch any then 1.3-fail else 1.4-init finally 1.5-init
          1.1-sequence [1.1.1-train 1.1.2-evaluate]
          1.1.1-train runs train
          1.1.2-evaluate runs evaluate
          1.2-init runs init
          1.3-fail runs fail label=failed
          1.4-init runs init
          1.5-init runs init
          2-train runs train
      try: /train → catch:/init
          chain [1-try]
          1-try try 1.1-train catch any then 1.2-init
          1.1-train runs train
          1.2-init runs init
      /try:/train → /catch:any → /fallback:init → /end → $x=<result>
          chain [1-try 2-set-x]
          1-try try 1.1-train catch any then 1.2-fallback
          1.1-train runs train
          1.2-fallback falls back to 1.2.1-init
          1.2.1-init runs init
          2-set-x $x = <result> of 1.1-train 1.2.1-init
      /try:/evaluate → /finally → /init → /end → $x=<result>
          chain [1-try 2-set-x]
          1-try try 1.1-evaluate finally 1.2-init
          1.1-evaluate runs evaluate
          1.2-init runs init
          2-set-x $x = <result> of 1.1-evaluate
      /try:/train → /catch:any → /init → /end → /if:acc>0.9 → /deploy
          chain [1-try 2-if]
          1-try try 1.1-train catch any then 1.2-init
          1.1-train runs train
          1.2-init runs init
          2-if if (accuracy(fraction of 1.1-train) > 0.9) then 2.1-deploy
          2.1-deploy runs deploy
      /evaluate → /try:/require:acc>0.9 → /init → /catch:any → /init → /end → /deploy
          ! deploy-without-gate
          chain [1-evaluate 2-try 3-deploy]
          1-evaluate runs evaluate
          2-try try 2.1-sequence catch any then 2.2-init
          2.1-sequence [2.1.1-require 2.1.2-init]
          2.1.1-require requires (accuracy(fraction of 1-evaluate) > 0.9)
          2.1.2-init runs init
          2.2-init runs init
          3-deploy runs deploy
      /evaluate → /try:/require:acc>0.9 → /init → /catch:any → /fail → /end → /deploy
          chain [1-evaluate 2-try 3-deploy]
          1-evaluate runs evaluate
          2-try try 2.1-sequence catch any then 2.2-fail
          2.1-sequence [2.1.1-require 2.1.2-init]
          2.1.1-require requires (accuracy(fraction of 1-evaluate) > 0.9)
          2.1.2-init runs init
          2.2-fail runs fail label=failed
          3-deploy runs deploy
      /evaluate → /try:/require:acc>0.9 → /init → /catch:any → /deploy
          ! deploy-without-gate
          chain [1-evaluate 2-try]
          1-evaluate runs evaluate
          2-try try 2.1-sequence catch any then 2.2-deploy
          2.1-sequence [2.1.1-require 2.1.2-init]
          2.1.1-require requires (accuracy(fraction of 1-evaluate) > 0.9)
          2.1.2-init runs init
          2.2-deploy runs deploy
      /evaluate → /try:/require:acc>0.9 → /init → /else → /deploy
          chain [1-evaluate 2-try]
          1-evaluate runs evaluate
          2-try try 2.1-sequence else 2.2-deploy
          2.1-sequence [2.1.1-require 2.1.2-init]
          2.1.1-require requires (accuracy(fraction of 1-evaluate) > 0.9)
          2.1.2-init runs init
          2.2-deploy runs deploy
      "
    `);
  });

  const yaml = `${smallProject}  careful: { run: x, errors: { bad-data: { exit: 3 } } }
  run-tests: { run: x }
  inner: { chain: /init → /careful }
`;
  it('reads labels as classes, commands, or everything', () => {
    const labels = [
      'bad_data',
      'timeout',
      'OOM',
      'exit-3',
      'exit-137',
      'training-failed',
      'evaluation-failed',
      'tests-failed',
      'inner-failed',
      'deployment-failed',
      'boom',
      'any',
      '*',
      'gate-not-met',
    ];
    expect(
      table(labels, (label) => {
        const body = '(/train → /evaluate → /require:acc>0.5 → /run-tests → /inner → /deploy → /fail:boom)';
        const { plan, codes } = planned(`/try:${body} → /catch:${label} → /init`, yaml);
        const node = plan?.nodes.find(({ kind }) => kind === 'try');
        return node?.kind === 'try' ? JSON.stringify(node.catches[0]?.matches) : codes.join(', ');
      }),
    ).toMatchInlineSnapshot(`
      "
      bad_data
          {"is":"class","class":"bad-data"}
      timeout
          {"is":"class","class":"timeout"}
      OOM
          {"is":"class","class":"oom"}
      exit-3
          {"is":"class","class":"exit-3"}
      exit-137
          {"is":"class","class":"oom"}
      training-failed
          {"is":"commands","commands":["train"]}
      evaluation-failed
          {"is":"commands","commands":["evaluate"]}
      tests-failed
          {"is":"commands","commands":["run-tests"]}
      inner-failed
          {"is":"commands","commands":["init","careful"]}
      deployment-failed
          {"is":"commands","commands":["deploy"]}
      boom
          {"is":"class","class":"boom"}
      any
          {"is":"any"}
      *
          {"is":"any"}
      gate-not-met
          {"is":"class","class":"gate-not-met"}
      "
    `);
  });

  it('refuses labels that nothing can have', () => {
    expect(
      table(
        [
          'deploy-failed',
          'bad-dtaa',
          'exit-0',
          'exit-256',
          'gate-not-met',
          'any → /init → /catch:timeout',
          'timeout → /init → /catch:timeout',
          'training-failed → /init → /catch:train-failed',
          'any → /init → /catch:usage',
          'train-failed → /init → /catch:timeout → /init → /catch:any',
        ],
        (labels) => planned(`/try:(/train → /careful) → /catch:${labels} → /init`, yaml).text,
      ),
    ).toMatchInlineSnapshot(`
      "
      deploy-failed
          
      error: \`/catch:deploy-failed\` can never match: no command of the body has such a name [never-matching-catch]
       --> <chain>:1:35
        |
      1 | /try:(/train → /careful) → /catch:deploy-failed → /init
        |                                   ^^^^^^^^^^^^^
        = help: it could be \`bad-data\`, \`train-failed\`, \`careful-failed\` or \`any\`

      bad-dtaa
          
      error: \`/catch:bad-dtaa\` can never match: nothing in the body fails with such a class [never-matching-catch]
       --> <chain>:1:35
        |
      1 | /try:(/train → /careful) → /catch:bad-dtaa → /init
        |                                   ^^^^^^^^
        = help: did you mean \`bad-data\`?

      exit-0
          
      error: \`/catch:exit-0\` can never match: nothing in the body fails with such a class [never-matching-catch]
       --> <chain>:1:35
        |
      1 | /try:(/train → /careful) → /catch:exit-0 → /init
        |                                   ^^^^^^
        = help: it could be \`bad-data\`, \`train-failed\`, \`careful-failed\` or \`any\`

      exit-256
          
      error: \`/catch:exit-256\` can never match: nothing in the body fails with such a class [never-matching-catch]
       --> <chain>:1:35
        |
      1 | /try:(/train → /careful) → /catch:exit-256 → /init
        |                                   ^^^^^^^^
        = help: it could be \`bad-data\`, \`train-failed\`, \`careful-failed\` or \`any\`

      gate-not-met
          
      error: \`/catch:gate-not-met\` can never match: there is no \`/require:\` in the body [never-matching-catch]
       --> <chain>:1:35
        |
      1 | /try:(/train → /careful) → /catch:gate-not-met → /init
        |                                   ^^^^^^^^^^^^
        = help: only a \`/require:\` that is not met fails; an \`/if:\` has its \`/else\`

      any → /init → /catch:timeout
          
      error: \`/catch:timeout\` can never match: a catch before it takes the same failures [never-matching-catch]
       --> <chain>:1:56
        |
      1 | /try:(/train → /careful) → /catch:any → /init → /catch:timeout → /init
        |                                                        ^^^^^^^
        = help: the first catch that matches wins

      timeout → /init → /catch:timeout
          
      error: \`/catch:timeout\` can never match: a catch before it takes the same failures [never-matching-catch]
       --> <chain>:1:60
        |
      1 | /try:(/train → /careful) → /catch:timeout → /init → /catch:timeout → /init
        |                                                            ^^^^^^^
        = help: the first catch that matches wins

      training-failed → /init → /catch:train-failed
          
      error: \`/catch:train-failed\` can never match: a catch before it takes the same failures [never-matching-catch]
       --> <chain>:1:68
        |
      1 | /try:(/train → /careful) → /catch:training-failed → /init → /catch:train-failed → /init
        |                                                                    ^^^^^^^^^^^^
        = help: the first catch that matches wins

      any → /init → /catch:usage
          


      train-failed → /init → /catch:timeout → /init → /catch:any
          


      "
    `);
    // What is not known may fail in any way.
    expect(planned('/try:/nothing → /catch:odd → /init').codes).toEqual(['unknown-command']);
    expect(planned('$x=<result> → /try:/fail:$x → /catch:odd → /init').codes).not.toContain(
      'never-matching-catch',
    );
  });
});

describe('prefixes', () => {
  it('take one element', () => {
    expect(
      table(
        [
          'retry:3 delay:60 → timeout:5m → /train',
          '/train-with-retry:3:backoff=300 → /if:success → /init',
          'timeout:1h → (/init → /train)',
          'budget:12usd → parallel[/train | /train]\n/results:aggregate',
          'retry:1 → parallel[/train | /train] → /results:aggregate',
          'repeat:5 until:acc>0.9 → (/train → /evaluate) → /deploy',
          '/evaluate → if:acc>0.9 → /init → retry:2 → /deploy',
          '/wait:10m → /approve:ship',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      retry:3 delay:60 → timeout:5m → /train
          chain [1-retry]
          1-retry retries 3 delay 60: 1.1-timeout
          1.1-timeout within 300 s: 1.1.1-train
          1.1.1-train runs train
      /train-with-retry:3:backoff=300 → /if:success → /init
          chain [1-retry 2-if] guards 0..1
          1-retry retries 3 backoff 300: 1.1-train
          1.1-train runs train
          2-if if status(chain..1) then 2.1-init
          2.1-init runs init
      timeout:1h → (/init → /train)
          chain [1-timeout]
          1-timeout within 3600 s: 1.1-sequence
          1.1-sequence [1.1.1-init 1.1.2-train]
          1.1.1-init runs init
          1.1.2-train runs train
      budget:12usd → parallel[/train | /train]\\n/results:aggregate
          ! budget-without-price
          chain [1-budget 2-results-aggregate]
          1-budget for $12: 1.1-parallel
          1.1-parallel parallel [1.1.1-train 1.1.2-train] max null min 1
          1.1.1-train runs train
          1.1.2-train runs train
          2-results-aggregate runs results:aggregate over 1.1.1-train 1.1.2-train
      retry:1 → parallel[/train | /train] → /results:aggregate
          chain [1-retry 2-results-aggregate]
          1-retry retries 1: 1.1-parallel
          1.1-parallel parallel [1.1.1-train 1.1.2-train] max null min 2
          1.1.1-train runs train
          1.1.2-train runs train
          2-results-aggregate runs results:aggregate over 1.1.1-train 1.1.2-train
      repeat:5 until:acc>0.9 → (/train → /evaluate) → /deploy
          chain [1-repeat 2-deploy]
          1-repeat up to 5 times until (accuracy(fraction of 1.1.2-evaluate) > 0.9): 1.1-sequence
          1.1-sequence [1.1.1-train 1.1.2-evaluate]
          1.1.1-train runs train
          1.1.2-evaluate runs evaluate
          2-deploy runs deploy
      /evaluate → if:acc>0.9 → /init → retry:2 → /deploy
          ! else-deploys
          no plan
      /wait:10m → /approve:ship
          chain [1-wait-10m 2-approve-ship]
          1-wait-10m waits 600 s
          2-approve-ship asks for ship
      "
    `);
  });

  it('warn of a budget below what one command may cost', () => {
    const priced = `targets: { gpu: { kind: local, price: 2 } }
commands:
  long: { run: x, target: gpu, timeout: 7200 }
  open: { run: x, target: gpu }
`;
    const shown = (chain: string) => planned(chain, priced).text;
    expect(
      table(['budget:3usd → /long', 'budget:4usd → retry:9 → /long', 'budget:1usd → /open'], shown),
    ).toMatchInlineSnapshot(`
      "
      budget:3usd → /long
          
      warning: \`/long\` alone may cost $4.00 until its timeout [over-budget]
       --> <chain>:1:1
        |
      1 | budget:3usd → /long
        | ^^^^^^^^^^^
        = help: raise the budget, or lower the command's \`timeout:\`

      budget:4usd → retry:9 → /long
          


      budget:1usd → /open
          


      "
    `);
  });
});

describe('the budget of a project', () => {
  it('holds the whole chain, its handlers aside, and no called chain again', () => {
    const yaml = `budget: 3usd\n${smallProject}  inner: { chain: /train → /init }\n`;
    expect(
      table(['/init', '/inner\non_failure → /init'], (chain) => outline(planned(chain, yaml))),
    ).toMatchInlineSnapshot(`
      "
      /init
          ! budget-without-price
          budget for $3: chain
          chain [1-init]
          1-init runs init
      /inner\\non_failure → /init
          ! budget-without-price
          handlers does budget on failure on_failure-init
          budget for $3: chain
          chain [1-inner]
          1-inner calls inner : 1.1-sequence
          1.1-sequence [1.1.1-train 1.1.2-init]
          1.1.1-train runs train
          1.1.2-init runs init
          on_failure-init runs init
      "
    `);
  });
});

describe('handlers of a chain', () => {
  it('stand around it', () => {
    const yaml = `${smallProject}  inner: { chain: "/train\\non_failure → /init" }\n`;
    expect(
      table(
        [
          '/init → /train\non_failure → /init && /train\nfinally → /evaluate',
          'finally → (/init → /train)\n/init; /evaluate',
          '/inner → /if:acc>0.9 → /init',
          '/evaluate\n/require:acc>0.9\non_failure → /deploy',
          'on_failure → /init\n/init\non_failure → /train',
        ],
        (chain) => outline(planned(chain, yaml)),
      ),
    ).toMatchInlineSnapshot(`
      "
      /init → /train\\non_failure → /init && /train\\nfinally → /evaluate
          handlers does chain on failure on_failure-and finally finally-evaluate
          chain [1-init 2-train]
          1-init runs init
          2-train runs train
          on_failure-and on_failure.1-init && on_failure.2-train
          on_failure.1-init runs init
          on_failure.2-train runs train
          finally-evaluate runs evaluate
      finally → (/init → /train)\\n/init; /evaluate
          handlers does chain finally finally-sequence
          chain [1-init 2-evaluate] always 2-evaluate
          1-init runs init
          2-evaluate runs evaluate
          finally-sequence [finally.1-init finally.2-train]
          finally.1-init runs init
          finally.2-train runs train
      /inner → /if:acc>0.9 → /init
          chain [1-inner 2-if]
          1-inner calls inner : 1.1-handlers
          1.1-handlers does 1.1-sequence on failure 1.1.on_failure-init
          1.1-sequence [1.1.1-train]
          1.1.1-train runs train
          1.1.on_failure-init runs init
          2-if if (accuracy(fraction of 1.1.1-train) > 0.9) then 2.1-init
          2.1-init runs init
      /evaluate\\n/require:acc>0.9\\non_failure → /deploy
          ! deploy-without-gate
          handlers does chain on failure on_failure-deploy
          chain [1-evaluate 2-require]
          1-evaluate runs evaluate
          2-require requires (accuracy(fraction of 1-evaluate) > 0.9)
          on_failure-deploy runs deploy
      on_failure → /init\\n/init\\non_failure → /train
          ! duplicate-definition
          no plan
      "
    `);
    expect(text('on_failure → /init\n/init\non_failure → /train')).toMatchInlineSnapshot(`
      "
      error: a second \`on_failure\` of the same chain [duplicate-definition]
       --> <chain>:3:1
        |
      3 | on_failure → /train
        | ^^^^^^^^^^
        = note: the first one
       --> <chain>:1:1
        |
      1 | on_failure → /init
        | ^^^^^^^^^^
        = help: write both into one: \`on_failure → (… → …)\`
      "
    `);
  });
});

describe('a long chain', () => {
  it.each([
    ['sequence', Array(10_000).fill('/init').join(' → ')],
    ['parallel block', `parallel[${Array(10_000).fill('/init').join(' | ')}]`],
    ['fork', Array(10_000).fill('/init').join(' & ')],
    ['list of forks', Array(5_000).fill('/init & /evaluate').join('\n')],
    ['list of tries', Array(2_500).fill('/try:/train → /catch:any → /init → /end').join('\n')],
  ])('is planned without a limit of the stack: %s', (_name, chain) => {
    expect(planned(chain).plan?.nodes.length).toBeGreaterThan(7_500);
  });
});
