/** What the names and numbers of a gate mean. */
import { describe, expect, it } from 'vitest';
import { Diagnostics } from '../../src/language/diagnostic.ts';
import { sourceOf } from '../../src/language/source.ts';
import { planChain } from '../../src/plan/lower.ts';
import { Definitions } from '../../src/project/definitions.ts';
import { projectSchema } from '../../src/project/schema.ts';
import { parseYaml } from '../../src/project/yaml-file.ts';
import { table } from '../language/rig.ts';
import { outline, planned } from './rig.ts';

/** The gate alone, or what is wrong with it. */
const gate = (chain: string) => {
  const found = planned(chain);
  const line = outline(found)
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => / if | requires /.test(one))
    .join(' / ');
  const said = [...found.text.matchAll(/^(error|warning|notice): (.*)$/gm)].map(
    ([, severity, message]) => `${severity}: ${message}`,
  );
  return [line === '' ? 'no plan' : line, ...said].join('\n    ');
};

describe('a metric', () => {
  it('comes from the nearest element that reports it', () => {
    expect(
      table(
        [
          '/train → /evaluate → /require:acc>0.9',
          '/evaluate → /train → /require:f1>0.9',
          '/train → /evaluate → /require:train.acc > evaluate.accuracy',
          '/evaluate → /require:train.acc>0.9',
          '/evaluate → /require:evaluate.loss<1',
          '/init → /require:acc>0.9',
          '/evaluate → /if:f1>0.5 → /train → /end → /require:acc>0.9',
          '/evaluate → /if:f1>0.5 → /train → /else → /train → /end → /require:acc>0.9',
          '/evaluate → /if:f1>0.5 → (/if:f1>0.6 → /train → /end → /init) → /end → /require:loss<1',
          '/train || /evaluate → /require:acc>0.9',
          'parallel[/train | /init] → /require:acc>0.9',
          'parallel[/train | /evaluate] → /require:acc>0.9',
          'parallel[/train | /evaluate] → /require:f1>0.9',
          'parallel[/train:sigma-1 | /train:sigma-2] → /require:train.acc>0.9',
          'parallel[/train:sigma-1 | /train:sigma-2] → /results:aggregate → /require:acc>0.9',
          'parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select → /require:best-acc>0.9',
          'parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select → /require:acc>0.9',
          '/evaluate → parallel[/train | /init] → /require:acc>0.9',
          'parallel[parallel[/train | /train] | /init] → /require:acc>0.9',
        ],
        gate,
      ),
    ).toMatchInlineSnapshot(`
      "
      /train → /evaluate → /require:acc>0.9
          3-require requires (accuracy(fraction of 2-evaluate) > 0.9)
      /evaluate → /train → /require:f1>0.9
          3-require requires (f1(fraction of 1-evaluate) > 0.9)
      /train → /evaluate → /require:train.acc > evaluate.accuracy
          3-require requires (accuracy(fraction of 1-train) > accuracy(fraction of 2-evaluate))
      /evaluate → /require:train.acc>0.9
          no plan
          error: no command before this reports \`train.acc\` [unknown-metric]
      /evaluate → /require:evaluate.loss<1
          no plan
          error: \`evaluate\` does not report \`loss\` [unknown-metric]
      /init → /require:acc>0.9
          no plan
          error: no command before this reports \`acc\` [unknown-metric]
      /evaluate → /if:f1>0.5 → /train → /end → /require:acc>0.9
          2-if if (f1(fraction of 1-evaluate) > 0.5) then 2.1-train end / 3-require requires (accuracy(fraction of 2.1-train, 1-evaluate) > 0.9)
      /evaluate → /if:f1>0.5 → /train → /else → /train → /end → /require:acc>0.9
          2-if if (f1(fraction of 1-evaluate) > 0.5) then 2.1-train else 2.2-train end / 3-require requires (accuracy(fraction of 2.1-train, 2.2-train) > 0.9)
      /evaluate → /if:f1>0.5 → (/if:f1>0.6 → /train → /end → /init) → /end → /require:loss<1
          2-if if (f1(fraction of 1-evaluate) > 0.5) then 2.1-sequence end / 2.1.1-if if (f1(fraction of 1-evaluate) > 0.6) then 2.1.1.1-train end / 3-require requires (loss(number of 2.1.1.1-train) < 1)
      /train || /evaluate → /require:acc>0.9
          2-require requires (accuracy(fraction of 1.2-evaluate, 1.1-train) > 0.9)
      parallel[/train | /init] → /require:acc>0.9
          2-require requires (accuracy(fraction of 1.1-train) > 0.9)
      parallel[/train | /evaluate] → /require:acc>0.9
          no plan
          error: several parallel branches report \`acc\` [ambiguous-metric]
      parallel[/train | /evaluate] → /require:f1>0.9
          2-require requires (f1(fraction of 1.2-evaluate) > 0.9)
      parallel[/train:sigma-1 | /train:sigma-2] → /require:train.acc>0.9
          no plan
          error: several parallel branches report \`train.acc\` [ambiguous-metric]
      parallel[/train:sigma-1 | /train:sigma-2] → /results:aggregate → /require:acc>0.9
          no plan
          error: several parallel branches report \`acc\` [ambiguous-metric]
      parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select → /require:best-acc>0.9
          3-require requires (best_accuracy(fraction of 2-best-model-select) > 0.9)
      parallel[/train:sigma-1 | /train:sigma-2] → /best-model:select → /require:acc>0.9
          no plan
          error: several parallel branches report \`acc\` [ambiguous-metric]
      /evaluate → parallel[/train | /init] → /require:acc>0.9
          3-require requires (accuracy(fraction of 2.1-train) > 0.9)
      parallel[parallel[/train | /train] | /init] → /require:acc>0.9
          no plan
          error: several parallel branches report \`acc\` [ambiguous-metric]
      "
    `);
  });

  it('is compared in its own unit, and what was measured is never rescaled', () => {
    expect(
      table(
        ['0.87', '87', '87%', '0.87%', '1', '1.5', '100', '150', '150%', '-0.5', '0'].map(
          (bound) => `/evaluate → /require:acc>${bound}`,
        ),
        gate,
      ),
    ).toMatchInlineSnapshot(`
      "
      /evaluate → /require:acc>0.87
          2-require requires (accuracy(fraction of 1-evaluate) > 0.87)
      /evaluate → /require:acc>87
          2-require requires (accuracy(fraction of 1-evaluate) > 0.87)
          notice: \`87\` is read as 87 %, because \`acc\` is a fraction [unit-guess]
      /evaluate → /require:acc>87%
          2-require requires (accuracy(fraction of 1-evaluate) > 0.87)
      /evaluate → /require:acc>0.87%
          2-require requires (accuracy(fraction of 1-evaluate) > 0.0087)
      /evaluate → /require:acc>1
          2-require requires (accuracy(fraction of 1-evaluate) > 1)
      /evaluate → /require:acc>1.5
          2-require requires (accuracy(fraction of 1-evaluate) > 0.015)
          notice: \`1.5\` is read as 1.5 %, because \`acc\` is a fraction [unit-guess]
      /evaluate → /require:acc>100
          2-require requires (accuracy(fraction of 1-evaluate) > 1)
          notice: \`100\` is read as 100 %, because \`acc\` is a fraction [unit-guess]
      /evaluate → /require:acc>150
          no plan
          error: \`acc\` lies between 0 and 1, found \`150\` [invalid-condition]
      /evaluate → /require:acc>150%
          no plan
          error: \`acc\` lies between 0 and 1, found \`150%\` [invalid-condition]
      /evaluate → /require:acc>-0.5
          no plan
          error: \`acc\` is a fraction and never below 0 [invalid-condition]
      /evaluate → /require:acc>0
          2-require requires (accuracy(fraction of 1-evaluate) > 0)
      "
    `);
    expect(
      table(
        [
          '87 < acc',
          'score_pct>87',
          'score_pct>87%',
          'score_pct>0.87',
          'score_pct>150',
          'acc>score_pct',
          'score_pct>0',
          'acc>f1 - 5',
          'acc*100>90',
        ]
          .map((one) => `/evaluate → /require:${one}`)
          .concat([
            '/train → /require:loss<5%',
            '/train → /require:loss>90',
            '/evaluate → $x=<result> → /require:$x>90',
            '/evaluate → $x=<result.score_pct> → /require:$x>90',
            '/evaluate → $x=90 → /require:acc<$x',
            '/evaluate → $x=0.9 → /require:acc<$x',
          ]),
        gate,
      ),
    ).toMatchInlineSnapshot(`
      "
      /evaluate → /require:87 < acc
          2-require requires (0.87 < accuracy(fraction of 1-evaluate))
          notice: \`87\` is read as 87 %, because \`acc\` is a fraction [unit-guess]
      /evaluate → /require:score_pct>87
          2-require requires (score_pct(percent of 1-evaluate) > 87)
      /evaluate → /require:score_pct>87%
          2-require requires (score_pct(percent of 1-evaluate) > 87)
      /evaluate → /require:score_pct>0.87
          2-require requires (score_pct(percent of 1-evaluate) > 0.87)
          notice: \`0.87\` is read as 0.87 %, because \`score_pct\` is a percentage [unit-guess]
      /evaluate → /require:score_pct>150
          no plan
          error: \`score_pct\` lies between 0 and 100 %, found \`150\` [invalid-condition]
      /evaluate → /require:acc>score_pct
          no plan
          error: \`acc\` is a fraction, \`score_pct\` is a percentage [invalid-condition]
      /evaluate → /require:score_pct>0
          2-require requires (score_pct(percent of 1-evaluate) > 0)
      /evaluate → /require:acc>f1 - 5
          2-require requires (accuracy(fraction of 1-evaluate) > (f1(fraction of 1-evaluate) - 5))
      /evaluate → /require:acc*100>90
          2-require requires ((accuracy(fraction of 1-evaluate) * 100) > 90)
      /train → /require:loss<5%
          2-require requires (loss(number of 1-train) < 0.05)
      /train → /require:loss>90
          2-require requires (loss(number of 1-train) > 90)
      /evaluate → $x=<result> → /require:$x>90
          3-require requires ($x > 0.9)
          notice: \`90\` is read as 90 %, because \`$x\` is a fraction [unit-guess]
      /evaluate → $x=<result.score_pct> → /require:$x>90
          3-require requires ($x > 90)
      /evaluate → $x=90 → /require:acc<$x
          no plan
          error: \`$x\` is 90, but \`acc\` lies between 0 and 1 [invalid-condition]
      /evaluate → $x=0.9 → /require:acc<$x
          3-require requires (accuracy(fraction of 1-evaluate) < $x)
      "
    `);
  });
});

describe('a condition', () => {
  it('is yes or no, over values that can be compared', () => {
    expect(
      table(
        [
          'acc',
          'not acc',
          'acc and f1>0.5',
          'acc>f1',
          "acc=='x'",
          "acc>'x'",
          '(acc>0.5)==(f1>0.5)',
          '(acc>0.5)>1',
          'acc + 0.1',
          "'x'",
          'not (acc>0.5)',
          '-acc<0.5',
          'acc>0.5 or nope>1',
          'acc/f1>1',
        ].map((one) => `/evaluate → /require:${one}`),
        gate,
      ),
    ).toMatchInlineSnapshot(`
      "
      /evaluate → /require:acc
          no plan
          error: a number is neither true nor false [invalid-condition]
      /evaluate → /require:not acc
          no plan
          error: a number is neither true nor false [invalid-condition]
      /evaluate → /require:acc and f1>0.5
          no plan
          error: a number is neither true nor false [invalid-condition]
      /evaluate → /require:acc>f1
          2-require requires (accuracy(fraction of 1-evaluate) > f1(fraction of 1-evaluate))
      /evaluate → /require:acc=='x'
          no plan
          error: a number is never equal to a text [invalid-condition]
      /evaluate → /require:acc>'x'
          no plan
          error: expected a number, found a text [invalid-condition]
      /evaluate → /require:(acc>0.5)==(f1>0.5)
          2-require requires ((accuracy(fraction of 1-evaluate) > 0.5) == (f1(fraction of 1-evaluate) > 0.5))
      /evaluate → /require:(acc>0.5)>1
          no plan
          error: expected a number, found true or false [invalid-condition]
      /evaluate → /require:acc + 0.1
          no plan
          error: a number is neither true nor false [invalid-condition]
      /evaluate → /require:'x'
          no plan
          error: a text is neither true nor false [invalid-condition]
      /evaluate → /require:not (acc>0.5)
          2-require requires not((accuracy(fraction of 1-evaluate) > 0.5))
      /evaluate → /require:-acc<0.5
          2-require requires (negative(accuracy(fraction of 1-evaluate)) < 0.5)
      /evaluate → /require:acc>0.5 or nope>1
          no plan
          error: no command before this reports \`nope\` [unknown-metric]
      /evaluate → /require:acc/f1>1
          2-require requires ((accuracy(fraction of 1-evaluate) / f1(fraction of 1-evaluate)) > 1)
      "
    `);
  });

  it('over nothing that was measured is an error', () => {
    expect(
      table(
        [
          '/require:1<2',
          '/train → $x=0.87 → /require:$x>0.85',
          '/train → $acc=0.87 → /if:acc>0.85 → /init',
          '/train → $x=0.87 → /require:x>0.85',
          '/train → $x=0.87 → $x=<result> → /require:$x>0.85',
          '/train → $x=0.87 → /require:$x>0.85 or acc>0.9',
          "/require:'a'=='b'",
          '/train → /if:acc>0.5 → $x=1 → /else → $x=2 → /end → /require:$x>1',
          'parallel[$x=1 | $x=2] → /require:$x>1',
          'parallel[$x=1 | /init] → /require:$x>1',
        ],
        gate,
      ),
    ).toMatchInlineSnapshot(`
      "
      /require:1<2
          no plan
          error: \`1<2\` compares nothing that was measured [constant-gate]
      /train → $x=0.87 → /require:$x>0.85
          no plan
          error: \`$x>0.85\` compares nothing that was measured [constant-gate]
      /train → $acc=0.87 → /if:acc>0.85 → /init
          3-if if (accuracy(fraction of 1-train) > 0.85) then 3.1-init
      /train → $x=0.87 → /require:x>0.85
          no plan
          error: \`x>0.85\` compares nothing that was measured [constant-gate]
      /train → $x=0.87 → $x=<result> → /require:$x>0.85
          4-require requires ($x > 0.85)
      /train → $x=0.87 → /require:$x>0.85 or acc>0.9
          3-require requires (($x > 0.85) or (accuracy(fraction of 1-train) > 0.9))
      /require:'a'=='b'
          no plan
          error: \`'a'=='b'\` compares nothing that was measured [constant-gate]
      /train → /if:acc>0.5 → $x=1 → /else → $x=2 → /end → /require:$x>1
          2-if if (accuracy(fraction of 1-train) > 0.5) then 2.1-set-x else 2.2-set-x end / 3-require requires ($x > 1)
      parallel[$x=1 | $x=2] → /require:$x>1
          no plan
          error: several parallel branches set \`$x\` [ambiguous-metric]
      parallel[$x=1 | /init] → /require:$x>1
          no plan
          error: \`$x>1\` compares nothing that was measured [constant-gate]
      "
    `);
  });
});

/** With a baseline, predicates and values that commands set. */
const declared = `metrics: { score_pct: { unit: percent } }
predicates:
  better-performance: accuracy > baseline.accuracy
  good-enough: { when: accuracy > 0.5, severity: warn }
  tests-pass: "status('evaluate') == 'success'"
  all-well: success
  circle: not circle-2
  circle-2: circle
  broken: acuracy > 0.5
  wrong: accuracy >
commands:
  init: { run: echo }
  train:
    run: train
    metrics: [{ output: [accuracy, loss] }]
    sets: [converged, drift-detected]
  evaluate: { run: eval, metrics: [{ output: [accuracy, score_pct] }] }
  data: { run: data, metrics: [{ output: [data_quality] }] }
  deploy: { run: deploy, deploys: production }
  flow: { chain: /train }
`;

const gateWith = (chain: string, more = '') => {
  const diagnostics = new Diagnostics();
  const definitions = new Definitions(diagnostics);
  const file = parseYaml(sourceOf('ml-workflow.yml', declared + more), projectSchema, diagnostics);
  if (file) definitions.take(file, 'project');
  const baseline = { file: 'baseline.json', metrics: { accuracy: 0.8, performance: 0.9 }, samples: 100 };
  const { plan, diagnostics: found } = planChain(
    { ...definitions.project(new Map()), baseline },
    { name: 'own', chain: sourceOf('<chain>', chain), params: [], given: [] },
  );
  const said = found
    .sorted()
    .map(
      ({ severity, message, code, help }) => `${severity}: ${message} [${code}]${help ? ` (${help})` : ''}`,
    );
  const codes: string[] = [];
  const line = outline({ plan, codes, text: '' })
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => / if | requires | until | case /.test(one))
    .join(' / ');
  return [line === '' ? 'no plan' : line, ...said].join('\n    ');
};

describe('a status', () => {
  it('is that of what stands before the gate, or of one step', () => {
    expect(
      table(
        [
          '/train → /require:success',
          '/train → /require:not success',
          '/train → /if:failure → /init',
          '/train → /require:all-well',
          '/train → /require:success and acc>0.9',
          '/evaluate → /require:tests-pass',
          '/train → /require:status(train)',
          "/train → /require:status('train') == 'failure'",
          "/train → /require:'success' != status(train)",
          "/train → /require:status(train) == 'skipped'",
          '/train → /require:status(train) > 1',
          '/flow → /require:status(flow)',
          '/train → /require:status(trian)',
          '/train → /require:status(1)',
          '/require:success',
          'parallel[/train | /train] → /require:status(train)',
          'parallel[/train | /train] → /require:success',
        ],
        (chain) => gateWith(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train → /require:success
          2-require requires status(chain..1)
      /train → /require:not success
          2-require requires not(status(chain..1))
      /train → /if:failure → /init
          2-if if failed(chain..1) then 2.1-init
      /train → /require:all-well
          2-require requires status(chain..1)
      /train → /require:success and acc>0.9
          2-require requires (status(chain..1) and (accuracy(fraction of 1-train) > 0.9))
      /evaluate → /require:tests-pass
          2-require requires status(1-evaluate)
      /train → /require:status(train)
          2-require requires status(1-train)
      /train → /require:status('train') == 'failure'
          2-require requires not(status(1-train))
      /train → /require:'success' != status(train)
          2-require requires not(status(1-train))
      /train → /require:status(train) == 'skipped'
          no plan
          error: a status is \`'success'\` or \`'failure'\`, never \`'skipped'\` [invalid-condition]
      /train → /require:status(train) > 1
          no plan
          error: expected a number, found true or false [invalid-condition]
      /flow → /require:status(flow)
          2-require requires status(1-flow)
      /train → /require:status(trian)
          no plan
          error: no \`trian\` runs before this gate [invalid-condition] (did you mean \`train\`?)
      /train → /require:status(1)
          no plan
          error: \`status\` takes the name of a step [invalid-condition] (write \`status(train)\`)
      /require:success
          no plan
          error: \`success\` asks about what runs before the gate, and nothing does [invalid-condition] (put the gate behind the commands it asks about, or name one: \`status(train)\`)
      parallel[/train | /train] → /require:status(train)
          no plan
          error: several parallel branches run \`train\` [ambiguous-metric]
      parallel[/train | /train] → /require:success
          2-require requires status(chain..1)
      "
    `);
  });
});

describe('a name', () => {
  it('that answers yes or no is a variable, a predicate, a field or a status', () => {
    expect(
      table(
        [
          '/train → /require:better-performance',
          '/train → /require:not Better_Performance',
          '/train → /require:good-enough',
          '/train → /require:good-enough and acc>0.1',
          '/train → /require:converged',
          '/train → /require:train.converged and not train.drift_detected',
          '/train → $good-enough=<result> → /require:good-enough',
          '/train → /require:drift-detected',
          '/init → /require:better-performance',
          '/train → /require:circle',
          '/train → /require:broken',
          '/train → /require:wrong',
          '/train → /require:convergd',
          'parallel[/train | /train] → /require:converged',
          '/train → /if:better-performance>1 → /init',
        ],
        (chain) => gateWith(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train → /require:better-performance
          2-require requires (accuracy(fraction of 1-train) > baseline.accuracy(fraction))
      /train → /require:not Better_Performance
          2-require requires not((accuracy(fraction of 1-train) > baseline.accuracy(fraction)))
      /train → /require:good-enough
          2-require requires (accuracy(fraction of 1-train) > 0.5) or warns
      /train → /require:good-enough and acc>0.1
          2-require requires ((accuracy(fraction of 1-train) > 0.5) and (accuracy(fraction of 1-train) > 0.1))
      /train → /require:converged
          2-require requires $converged
      /train → /require:train.converged and not train.drift_detected
          2-require requires (converged(of 1-train) and not(drift-detected(of 1-train)))
      /train → $good-enough=<result> → /require:good-enough
          no plan
          error: a number is neither true nor false [invalid-condition] (compare it: \`accuracy>0.9\`)
      /train → /require:drift-detected
          2-require requires $drift_detected
      /init → /require:better-performance
          no plan
          error: no command before this reports \`accuracy\` [unknown-metric] (the baseline has it: \`baseline.accuracy\`)
      /train → /require:circle
          no plan
          error: \`circle\` asks for itself: \`circle\` → \`circle-2\` → \`circle\` [macro-cycle]
      /train → /require:broken
          no plan
          error: no command before this reports \`acuracy\` [unknown-metric] (did you mean \`accuracy\`?)
      /train → /require:wrong
          no plan
          error: expected a metric, a variable or a number, found the end of the chain [invalid-condition]
      /train → /require:convergd
          no plan
          error: no command before this reports \`convergd\` [unknown-metric] (did you mean \`converged\`?)
      parallel[/train | /train] → /require:converged
          no plan
          error: several parallel branches set \`$converged\` [ambiguous-metric] (set it behind the block, from one selected result)
      /train → /if:better-performance>1 → /init
          no plan
          error: expected a number, found true or false [invalid-condition]
      "
    `);
  });

  it('of the system is set by what ran last', () => {
    expect(
      table(
        [
          '/train → /require:$model_performance>90',
          '/evaluate → /require:model-performance>0.9',
          '/data → /require:$data_quality>0.8',
          "/train → /require:acc>0.9 → /deploy → /require:$deployment_status == 'deployed'",
          '/init → /require:$model_performance>0.9',
          '/train → /require:$converged',
        ],
        (chain) => gateWith(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train → /require:$model_performance>90
          2-require requires ($model_performance > 0.9)
          notice: \`90\` is read as 90 %, because \`$model_performance\` is a fraction [unit-guess] (write \`0.9\` or \`90%\`)
      /evaluate → /require:model-performance>0.9
          2-require requires ($model_performance > 0.9)
      /data → /require:$data_quality>0.8
          2-require requires ($data_quality > 0.8)
      /train → /require:acc>0.9 → /deploy → /require:$deployment_status == 'deployed'
          2-require requires (accuracy(fraction of 1-train) > 0.9) / 4-require requires ($deployment_status == 'deployed')
      /init → /require:$model_performance>0.9
          no plan
          error: nothing before this sets \`$model_performance\` [unknown-variable]
      /train → /require:$converged
          2-require requires $converged
      "
    `);
  });
});

describe('a comparison with the past', () => {
  it('reads the baseline', () => {
    expect(
      table(
        [
          '/train → /require:acc > baseline.acc - 0.02',
          '/train → /require:delta(acc) >= 0',
          '/train → /require:delta(train.acc) >= 0',
          '/train → /require:delta(loss) < 0',
          '/train → /require:delta(0.5) < 0',
          '/train → /require:baseline.acc>80',
          '/train → /require:baseline.f2>0.5',
          '/train → /require:baseline.acuracy>0.5',
          '/evaluate → /require:score_pct > baseline.acc',
          '/if:performance<85 → /train → /else → /deploy',
          '/if:performance<0.85 → /train → /else → /deploy',
          '/init → /if:performance<0.85 → /train',
        ],
        (chain) => gateWith(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train → /require:acc > baseline.acc - 0.02
          2-require requires (accuracy(fraction of 1-train) > (baseline.accuracy(fraction) - 0.02))
      /train → /require:delta(acc) >= 0
          2-require requires ((accuracy(fraction of 1-train) - baseline.accuracy(fraction)) >= 0)
      /train → /require:delta(train.acc) >= 0
          2-require requires ((accuracy(fraction of 1-train) - baseline.accuracy(fraction)) >= 0)
      /train → /require:delta(loss) < 0
          no plan
          error: the baseline \`baseline.json\` has no \`loss\` [unknown-metric] (it has \`accuracy\` and \`performance\`)
      /train → /require:delta(0.5) < 0
          no plan
          error: \`delta\` takes the name of a metric [invalid-condition] (write \`delta(accuracy)\`)
      /train → /require:baseline.acc>80
          2-require requires (baseline.accuracy(fraction) > 0.8)
          notice: \`80\` is read as 80 %, because \`baseline.acc\` is a fraction [unit-guess] (write \`0.8\` or \`80%\`)
      /train → /require:baseline.f2>0.5
          no plan
          error: the baseline \`baseline.json\` has no \`f2\` [unknown-metric] (it has \`accuracy\` and \`performance\`)
      /train → /require:baseline.acuracy>0.5
          no plan
          error: the baseline \`baseline.json\` has no \`acuracy\` [unknown-metric] (did you mean \`accuracy\`?)
      /evaluate → /require:score_pct > baseline.acc
          no plan
          error: \`score_pct\` is a percentage, \`baseline.acc\` is a fraction [invalid-condition] (compare two metrics of one unit)
      /if:performance<85 → /train → /else → /deploy
          1-if if (baseline.performance(number) < 85) then 1.1-train else 1.2-deploy
          notice: \`performance\` is the one of the baseline \`baseline.json\`, because nothing before this measures it [ambiguous-reading] (write \`baseline.performance\`)
      /if:performance<0.85 → /train → /else → /deploy
          1-if if (baseline.performance(number) < 0.85) then 1.1-train else 1.2-deploy
          notice: \`performance\` is the one of the baseline \`baseline.json\`, because nothing before this measures it [ambiguous-reading] (write \`baseline.performance\`)
      /init → /if:performance<0.85 → /train
          no plan
          error: no command before this reports \`performance\` [unknown-metric] (the baseline has it: \`baseline.performance\`)
      "
    `);
  });
});

describe('a function', () => {
  it('has its arguments', () => {
    expect(
      table(
        [
          'max(acc, 0.5) > 0.7',
          'max(acc) > 70',
          'min(acc, evaluate.acc, loss) > 0.7',
          'abs(acc - baseline.acc) < 0.02',
          'round(acc) == 1',
          'round(acc, 2) == 0.9',
          'abs() > 1',
          "max(acc, 'x') > 1",
          'acc > 0.9 confidence 95%',
          '0.9 > 0.8 confidence 95%',
          '(acc > 0.9 and loss < 1) confidence 95%',
          'acc confidence 95%',
        ].map((one) => `/evaluate → /train → /require:${one}`),
        (chain) => gateWith(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /evaluate → /train → /require:max(acc, 0.5) > 0.7
          3-require requires (max(accuracy(fraction of 2-train), 0.5) > 0.7)
      /evaluate → /train → /require:max(acc) > 70
          no plan
          error: \`max\` takes at least 2 values, found 1 [invalid-condition] (write \`max(accuracy, f1)\`)
      /evaluate → /train → /require:min(acc, evaluate.acc, loss) > 0.7
          3-require requires (min(accuracy(fraction of 2-train), accuracy(fraction of 1-evaluate), loss(number of 2-train)) > 0.7)
      /evaluate → /train → /require:abs(acc - baseline.acc) < 0.02
          3-require requires (abs((accuracy(fraction of 2-train) - baseline.accuracy(fraction))) < 0.02)
      /evaluate → /train → /require:round(acc) == 1
          3-require requires (round(accuracy(fraction of 2-train)) == 1)
      /evaluate → /train → /require:round(acc, 2) == 0.9
          3-require requires (round(accuracy(fraction of 2-train), 2) == 0.9)
      /evaluate → /train → /require:abs() > 1
          no plan
          error: \`abs\` takes 1 value, found 0 [invalid-condition] (write \`abs(accuracy - 0.9)\`)
      /evaluate → /train → /require:max(acc, 'x') > 1
          no plan
          error: expected a number, found a text [invalid-condition]
      /evaluate → /train → /require:acc > 0.9 confidence 95%
          3-require requires confidence((accuracy(fraction of 2-train) > 0.9), 0.95)
      /evaluate → /train → /require:0.9 > 0.8 confidence 95%
          no plan
          error: \`confidence\` stands behind a comparison of something that was measured [invalid-condition] (write \`accuracy > 0.9 confidence 95%\`)
      /evaluate → /train → /require:(acc > 0.9 and loss < 1) confidence 95%
          no plan
          error: \`confidence\` stands behind a comparison [invalid-condition] (write \`accuracy > 0.9 confidence 95%\`)
      /evaluate → /train → /require:acc confidence 95%
          no plan
          error: \`confidence\` stands behind a comparison [invalid-condition] (write \`accuracy > 0.9 confidence 95%\`)
      "
    `);
  });
});

describe('strict units', () => {
  it('leave nothing to guess', () => {
    expect(
      table(
        ['acc>87', 'acc>87%', 'acc>0.87'].map((one) => `/train → /require:${one}`),
        (chain) => gateWith(chain, 'strict-units: true\n'),
      ),
    ).toMatchInlineSnapshot(`
      "
      /train → /require:acc>87
          no plan
          error: \`87\` would be read as 87 %, because \`acc\` is a fraction [invalid-condition] (write \`0.87\` or \`87%\`)
      /train → /require:acc>87%
          2-require requires (accuracy(fraction of 1-train) > 0.87)
      /train → /require:acc>0.87
          2-require requires (accuracy(fraction of 1-train) > 0.87)
      "
    `);
  });
});

describe('a deployment', () => {
  it('is guarded by the gates before it', () => {
    const codes = (chain: string) => planned(chain).codes.join(', ') || 'guarded';
    expect(
      table(
        [
          '/deploy',
          '/evaluate → /deploy',
          '/evaluate → /if:acc>0.9 → /deploy',
          '/evaluate → /if:acc>0.9 → /init → /else → /deploy',
          '/evaluate → /if:acc>0.9 → /init → /else → /init → /end → /deploy',
          '/evaluate → /if:acc>0.9 → /init\n/deploy',
          '/evaluate → /if:acc>0.9 → /init; /deploy',
          '/evaluate → /require:acc>0.9 → /deploy',
          '/evaluate → /require:acc>0.9\n/deploy',
          '/evaluate → /require:acc>0.9; /deploy',
          '(/evaluate → /require:acc>0.9) || /init → /deploy',
          '(/evaluate → /require:acc>0.9) && /deploy',
          'parallel[/evaluate → /require:acc>0.9 | /init] → /deploy',
          'parallel:min=1[/evaluate → /require:acc>0.9 | /init] → /deploy',
          '/evaluate → if:acc>0.9 → /deploy',
          '/evaluate → if:acc>0.9 → /init → /deploy',
          '/evaluate → if:acc>0.9 → /init → (/init → /deploy)',
          '/nope → /deploy',
        ],
        codes,
      ),
    ).toMatchInlineSnapshot(`
      "
      /deploy
          deploy-without-gate
      /evaluate → /deploy
          deploy-without-gate
      /evaluate → /if:acc>0.9 → /deploy
          guarded
      /evaluate → /if:acc>0.9 → /init → /else → /deploy
          guarded
      /evaluate → /if:acc>0.9 → /init → /else → /init → /end → /deploy
          deploy-without-gate
      /evaluate → /if:acc>0.9 → /init\\n/deploy
          guarded
      /evaluate → /if:acc>0.9 → /init; /deploy
          deploy-without-gate
      /evaluate → /require:acc>0.9 → /deploy
          guarded
      /evaluate → /require:acc>0.9\\n/deploy
          guarded
      /evaluate → /require:acc>0.9; /deploy
          deploy-without-gate
      (/evaluate → /require:acc>0.9) || /init → /deploy
          deploy-without-gate
      (/evaluate → /require:acc>0.9) && /deploy
          guarded
      parallel[/evaluate → /require:acc>0.9 | /init] → /deploy
          guarded
      parallel:min=1[/evaluate → /require:acc>0.9 | /init] → /deploy
          deploy-without-gate
      /evaluate → if:acc>0.9 → /deploy
          guarded
      /evaluate → if:acc>0.9 → /init → /deploy
          else-deploys
      /evaluate → if:acc>0.9 → /init → (/init → /deploy)
          else-deploys
      /nope → /deploy
          unknown-command
      "
    `);
  });
});
