/** Chains → plans: structure, ids, names. */
import { describe, expect, it } from 'vitest';
import { table } from '../language/rig.ts';
import { outline, planned, smallProject } from './rig.ts';

const show = (chain: string) => outline(planned(chain));

describe('a plan', () => {
  it('reads like its chain', () => {
    expect(
      table(
        [
          '/init',
          '/init → /train',
          '/init\n/train; /evaluate',
          '(/init → /train) → /evaluate',
          '(/init; /train) → /evaluate',
          'parallel[/init | /train → /evaluate | (/init; /train)]',
          'parallel:max=2:min=1[/init | /init]',
          'parallel[/train:sigma-0.10 | /train:sigma-0.12] → /results:aggregate → /best-model:select → /use-winner',
          '/evaluate → /if:acc>0.9 → /init → /elif:f1>0.8 → /train → /init → /else → /fail → /end → /init',
          '/evaluate → if:acc>0.9 → /init → /train',
          '/evaluate → /require:acc>0.9 → /deploy',
          '/init && /train || /evaluate',
          '/evaluate → /if:acc>0.9 → /train → /end → $x=<result> → /require:$x>0.5',
          '/evaluate || /train → $x=<result>',
          '/evaluate → $x=<result> → $y=<result.f1> → $z=true → /if:$x>$y → /init',
        ],
        show,
      ),
    ).toMatchInlineSnapshot(`
      "
      /init
          chain [1-init]
          1-init runs init
      /init → /train
          chain [1-init 2-train]
          1-init runs init
          2-train runs train
      /init\\n/train; /evaluate
          chain [1-init 2-train 3-evaluate] always 3-evaluate
          1-init runs init
          2-train runs train
          3-evaluate runs evaluate
      (/init → /train) → /evaluate
          chain [1-sequence 2-evaluate]
          1-sequence [1.1-init 1.2-train]
          1.1-init runs init
          1.2-train runs train
          2-evaluate runs evaluate
      (/init; /train) → /evaluate
          chain [1-chain 2-evaluate]
          1-chain [1.1-init 1.2-train] always 1.2-train
          1.1-init runs init
          1.2-train runs train
          2-evaluate runs evaluate
      parallel[/init | /train → /evaluate | (/init; /train)]
          chain [1-parallel]
          1-parallel parallel [1.1-init 1.2-sequence 1.3-chain] max null min 3
          1.1-init runs init
          1.2-sequence [1.2.1-train 1.2.2-evaluate]
          1.2.1-train runs train
          1.2.2-evaluate runs evaluate
          1.3-chain [1.3.1-init 1.3.2-train] always 1.3.2-train
          1.3.1-init runs init
          1.3.2-train runs train
      parallel:max=2:min=1[/init | /init]
          chain [1-parallel]
          1-parallel parallel [1.1-init 1.2-init] max 2 min 1 written
          1.1-init runs init
          1.2-init runs init
      parallel[/train:sigma-0.10 | /train:sigma-0.12] → /results:aggregate → /best-model:select → /use-winner
          chain [1-parallel 2-results-aggregate 3-best-model-select 4-use-winner]
          1-parallel parallel [1.1-train-sigma-0.10 1.2-train-sigma-0.12] max null min 1
          1.1-train-sigma-0.10 runs train sigma@0.10
          1.2-train-sigma-0.12 runs train sigma@0.12
          2-results-aggregate runs results:aggregate over 1.1-train-sigma-0.10 1.2-train-sigma-0.12
          3-best-model-select runs best-model:select over 1.1-train-sigma-0.10 1.2-train-sigma-0.12
          4-use-winner runs use-winner model=$best_model
      /evaluate → /if:acc>0.9 → /init → /elif:f1>0.8 → /train → /init → /else → /fail → /end → /init
          chain [1-evaluate 2-if 3-init]
          1-evaluate runs evaluate
          2-if if (accuracy(fraction of 1-evaluate) > 0.9) then 2.1-init elif if (f1(fraction of 1-evaluate) > 0.8) then 2.2-sequence else 2.3-fail end
          2.1-init runs init
          2.2-sequence [2.2.1-train 2.2.2-init]
          2.2.1-train runs train
          2.2.2-init runs init
          2.3-fail runs fail label=failed
          3-init runs init
      /evaluate → if:acc>0.9 → /init → /train
          chain [1-evaluate 2-if]
          1-evaluate runs evaluate
          2-if if (accuracy(fraction of 1-evaluate) > 0.9) then 2.1-init else 2.2-train
          2.1-init runs init
          2.2-train runs train
      /evaluate → /require:acc>0.9 → /deploy
          chain [1-evaluate 2-require 3-deploy]
          1-evaluate runs evaluate
          2-require requires (accuracy(fraction of 1-evaluate) > 0.9)
          3-deploy runs deploy
      /init && /train || /evaluate
          chain [1-or]
          1-or 1.1-and || 1.2-evaluate
          1.1-and 1.1.1-init && 1.1.2-train
          1.1.1-init runs init
          1.1.2-train runs train
          1.2-evaluate runs evaluate
      /evaluate → /if:acc>0.9 → /train → /end → $x=<result> → /require:$x>0.5
          chain [1-evaluate 2-if 3-set-x 4-require]
          1-evaluate runs evaluate
          2-if if (accuracy(fraction of 1-evaluate) > 0.9) then 2.1-train end
          2.1-train runs train
          3-set-x $x = <result> of 1-evaluate 2.1-train
          4-require requires ($x > 0.5)
      /evaluate || /train → $x=<result>
          chain [1-or 2-set-x]
          1-or 1.1-evaluate || 1.2-train
          1.1-evaluate runs evaluate
          1.2-train runs train
          2-set-x $x = <result> of 1.1-evaluate 1.2-train
      /evaluate → $x=<result> → $y=<result.f1> → $z=true → /if:$x>$y → /init
          chain [1-evaluate 2-set-x 3-set-y 4-set-z 5-if]
          1-evaluate runs evaluate
          2-set-x $x = <result> of 1-evaluate
          3-set-y $y = <result.f1> of 1-evaluate
          4-set-z $z = true
          5-if if ($x > $y) then 5.1-init
          5.1-init runs init
      "
    `);
  });

  it('has ids that are unique, the same each time, and fit for file names', () => {
    const chain =
      'parallel[/train:sigma-0.10 | /train:sigma-0.10 | (/init; /init)] → /if:1<2 → /init → /else → /init'.replace(
        '1<2',
        '$x>1',
      );
    const first = planned(`/evaluate → $x=<result> → ${chain}`).plan;
    const ids = first?.nodes.map(({ id }) => id) ?? [];
    expect(planned(`/evaluate → $x=<result> → ${chain}`).plan?.nodes.map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
  });

  it('has short ids however deep the nesting and whatever the names', () => {
    const deep = `${'parallel['.repeat(90)}/init${']'.repeat(90)}`;
    const ids = planned(deep).plan?.nodes.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.max(...ids.map(({ length }) => length))).toBeLessThan(200);
  });

  it('reads `/a:b` as the command of that name, a point, an argument, in this order', () => {
    const yaml = `axes: { sigma: { flag: --s }, sigma-x: { flag: --t } }
commands:
  a: { run: 'x "$@"', params: { p: { positional: true, default: d, flag: --p } }, axes: [sigma] }
  "a:b": { run: x }
  "a:sigma-1": { run: x }
  many: { run: 'x "$@"' }
  none: { run: 'x "$@"', axes: [] }
  A_Name: { run: x }
`;
    expect(
      table(
        [
          '/a:b',
          '/a/b',
          '/a:sigma-1',
          '/a:sigma-2',
          '/a:SIGMA-2',
          '/a:other',
          '/a:sigm-0.5',
          '/many:sigma-x-3',
          '/many:lr-3',
          '/none:sigma-1',
          '/a-name',
          '/A_NAME',
          '/nope:sigma-1',
          '/results/aggregate',
          '/wait:10m',
          '/scp:up',
          'a:b',
        ],
        (chain) => outline(planned(chain, yaml)),
      ),
    ).toMatchInlineSnapshot(`
      "
      /a:b
          ! ambiguous-reading
          chain [1-a-b]
          1-a-b runs a:b
      /a/b
          chain [1-a-b]
          1-a-b runs a:b
      /a:sigma-1
          ! ambiguous-reading
          chain [1-a-sigma-1]
          1-a-sigma-1 runs a:sigma-1
      /a:sigma-2
          chain [1-a-sigma-2]
          1-a-sigma-2 runs a p=d sigma@2
      /a:SIGMA-2
          chain [1-a-SIGMA-2]
          1-a-SIGMA-2 runs a p=d sigma@2
      /a:other
          chain [1-a-other]
          1-a-other runs a p=other
      /a:sigm-0.5
          ! unknown-axis
          no plan
      /many:sigma-x-3
          chain [1-many-sigma-x-3]
          1-many-sigma-x-3 runs many sigma-x@3
      /many:lr-3
          ! unknown-axis
          no plan
      /none:sigma-1
          ! unknown-axis
          no plan
      /a-name
          chain [1-a-name]
          1-a-name runs A_Name
      /A_NAME
          chain [1-A_NAME]
          1-A_NAME runs A_Name
      /nope:sigma-1
          ! unknown-command
          no plan
      /results/aggregate
          ! nothing-to-collect
          no plan
      /wait:10m
          chain [1-wait-10m]
          1-wait-10m waits 600 s
      /scp:up
          ! unknown-transfer
          no plan
      a:b
          ! ambiguous-reading, bare-word
          chain [1-a-b]
          1-a-b runs a:b
      "
    `);
  });

  it('calls chains with variables of their own', () => {
    const yaml = `${smallProject}  inner:
    chain: /tune --epochs $epochs → /evaluate → $x=<result> → /require:$x>0.5
    params: { epochs: { type: integer } }
  middle: { chain: /inner --epochs 5 }
  gate: { chain: /evaluate → /require:accuracy>$limit, params: { limit: { type: number, default: 0.5 } } }
  constant: { chain: /require:$a>1, params: { a: { type: number } } }
  reads-outer: { chain: /require:$x>1 }
`;
    expect(
      table(
        [
          '/inner --epochs 3 → /if:acc>0.9 → /init',
          '/middle',
          '/inner',
          '/gate → /deploy',
          '/gate --limit 90',
          '/evaluate → $m=<result> → /constant --a $m',
          '/constant --a 2',
          '/evaluate → $x=<result> → /reads-outer',
          '/inner --epochs 3 → /if:$x>1 → /init',
        ],
        (chain) => outline(planned(chain, yaml)),
      ),
    ).toMatchInlineSnapshot(`
      "
      /inner --epochs 3 → /if:acc>0.9 → /init
          chain [1-inner 2-if]
          1-inner calls inner epochs: 1.1-sequence
          1.1-sequence [1.1.1-tune 1.1.2-evaluate 1.1.3-set-x 1.1.4-require]
          1.1.1-tune runs tune epochs=$epochs mode=fast dry=false name=x
          1.1.2-evaluate runs evaluate
          1.1.3-set-x $x = <result> of 1.1.2-evaluate
          1.1.4-require requires ($x > 0.5)
          2-if if (accuracy(fraction of 1.1.2-evaluate) > 0.9) then 2.1-init
          2.1-init runs init
      /middle
          chain [1-middle]
          1-middle calls middle : 1.1-sequence
          1.1-sequence [1.1.1-inner]
          1.1.1-inner calls inner epochs: 1.1.1.1-sequence
          1.1.1.1-sequence [1.1.1.1.1-tune 1.1.1.1.2-evaluate 1.1.1.1.3-set-x 1.1.1.1.4-require]
          1.1.1.1.1-tune runs tune epochs=$epochs mode=fast dry=false name=x
          1.1.1.1.2-evaluate runs evaluate
          1.1.1.1.3-set-x $x = <result> of 1.1.1.1.2-evaluate
          1.1.1.1.4-require requires ($x > 0.5)
      /inner
          ! invalid-param, unknown-variable
          no plan
      /gate → /deploy
          chain [1-gate 2-deploy]
          1-gate calls gate limit: 1.1-sequence
          1.1-sequence [1.1.1-evaluate 1.1.2-require]
          1.1.1-evaluate runs evaluate
          1.1.2-require requires (accuracy(fraction of 1.1.1-evaluate) > $limit)
          2-deploy runs deploy
      /gate --limit 90
          ! invalid-condition
          no plan
      /evaluate → $m=<result> → /constant --a $m
          chain [1-evaluate 2-set-m 3-constant]
          1-evaluate runs evaluate
          2-set-m $m = <result> of 1-evaluate
          3-constant calls constant a: 3.1-sequence
          3.1-sequence [3.1.1-require]
          3.1.1-require requires ($a > 1)
      /constant --a 2
          ! constant-gate
          no plan
      /evaluate → $x=<result> → /reads-outer
          ! unknown-variable
          no plan
      /inner --epochs 3 → /if:$x>1 → /init
          ! unknown-variable
          no plan
      "
    `);
  });
});
