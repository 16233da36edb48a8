/** What the names and numbers of a gate mean. */
import { describe, expect, it } from 'vitest';
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

  it('does not have what comes later', () => {
    expect(
      table(
        [
          'success',
          'failure',
          'tests-pass',
          'baseline.acc > 0.1',
          'status(x)',
          'delta(acc) > 0',
          'acc > 0.9 confidence 95%',
          'drift-detected',
        ].map((one) => `/evaluate → /require:${one}`),
        gate,
      ),
    ).toMatchInlineSnapshot(`
      "
      /evaluate → /require:success
          no plan
          error: \`success\` is not supported yet [unsupported-construct]
      /evaluate → /require:failure
          no plan
          error: \`failure\` is not supported yet [unsupported-construct]
      /evaluate → /require:tests-pass
          no plan
          error: \`tests-pass\` is not supported yet [unsupported-construct]
      /evaluate → /require:baseline.acc > 0.1
          no plan
          error: \`baseline.acc\` is not supported yet [unsupported-construct]
      /evaluate → /require:status(x)
          no plan
          error: \`status(…)\` is not supported yet [unsupported-construct]
      /evaluate → /require:delta(acc) > 0
          no plan
          error: \`delta(…)\` is not supported yet [unsupported-construct]
      /evaluate → /require:acc > 0.9 confidence 95%
          no plan
          error: \`confidence\` is not supported yet [unsupported-construct]
      /evaluate → /require:drift-detected
          no plan
          error: no command before this reports \`drift-detected\` [unknown-metric]
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
