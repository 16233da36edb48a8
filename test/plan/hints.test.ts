/** What a plan says of that which can be planned and is hardly meant, and what to write instead. */
import { describe, expect, it } from 'vitest';
import { table } from '../language/rig.ts';
import { planned } from './rig.ts';

const project = `axes: { sigma: { flag: --sigma } }
targets: { gpu: { kind: local, price: 2 }, old: { kind: local } }
commands:
  train: { run: 'train "$@"' }
  tune: { run: 'tune "$@"', params: { epochs: { type: integer, default: 3, flag: --epochs } } }
  far: { run: far, target: gpu }
  near: { run: near, target: old }
`;

/** Each with its place and what to do. */
const said = (chain: string, yaml = project) =>
  [...planned(chain, yaml).text.matchAll(/^(?:error|warning|notice): .*|--> (?!<chain>:1:1$).*|= help: .*/gm)]
    .map(([line]) => line)
    .join('\n    ');

describe('a hint', () => {
  it('is given at its place', () => {
    expect(
      table(
        [
          '/tune --sigma 0.1',
          '/tune --sigma=0.1',
          '/tune --sigma',
          'parallel[/train:sigma-0.1 | /train:sigma-0.1]',
          'parallel[/train:sigma-0.1 | (/tune → /train:sigma-0.1)]',
          'parallel[/train:sigma-0.1 --seed 1 | /train:sigma-0.1 --seed 2]',
          'parallel[/train:sigma-0.1 → /train:sigma-0.1 | /tune]',
          'parallel[/train /tune]',
          'parallel[/train /tune:sigma-0.1]',
          'budget:5usd → /near',
          'budget:5usd → (/near → /train)',
          'budget:5usd → (/near → /far)',
        ],
        (chain) => said(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /tune --sigma 0.1
          error: \`/tune\` has no parameter \`--sigma\` [unknown-param]
          --> <chain>:1:7
          = help: write \`/tune:sigma-0.1\`
      /tune --sigma=0.1
          error: \`/tune\` has no parameter \`--sigma\` [unknown-param]
          --> <chain>:1:7
          = help: write \`/tune:sigma-0.1\`
      /tune --sigma
          error: \`/tune\` has no parameter \`--sigma\` [unknown-param]
          --> <chain>:1:7
          = help: write \`/tune:sigma-<value>\`
      parallel[/train:sigma-0.1 | /train:sigma-0.1]
          notice: \`/train:sigma-0.1\` runs twice side by side [repeated-point]
          --> <chain>:1:29
          --> <chain>:1:10
          = help: remove one, or give each of them another seed
      parallel[/train:sigma-0.1 | (/tune → /train:sigma-0.1)]
          notice: \`/train:sigma-0.1\` runs twice side by side [repeated-point]
          --> <chain>:1:38
          --> <chain>:1:10
          = help: remove one, or give each of them another seed
      parallel[/train:sigma-0.1 --seed 1 | /train:sigma-0.1 --seed 2]
          
      parallel[/train:sigma-0.1 → /train:sigma-0.1 | /tune]
          
      parallel[/train /tune]
          notice: \`/tune\` is an argument here, not the command [ambiguous-reading]
          --> <chain>:1:17
          = help: write \`→ /tune\` to run it, or \`'/tune'\` to pass it on
      parallel[/train /tune:sigma-0.1]
          notice: \`/tune:sigma-0.1\` is an argument here, not the command [ambiguous-reading]
          --> <chain>:1:17
          = help: write \`→ /tune:sigma-0.1\` to run it, or \`'/tune:sigma-0.1'\` to pass it on
      budget:5usd → /near
          warning: nothing is ever spent of this budget: \`old\` has no price [budget-without-price]
          = help: give the target a \`price:\` in dollars an hour, or limit the time with \`timeout:\`
      budget:5usd → (/near → /train)
          warning: nothing is ever spent of this budget: \`local\` and \`old\` have no price [budget-without-price]
          = help: give the target a \`price:\` in dollars an hour, or limit the time with \`timeout:\`
      budget:5usd → (/near → /far)
          
      "
    `);
  });

  it('is given where a project has a budget and no price', () => {
    const own = 'budget: 3usd\ncommands: { init: { run: x } }\n';
    expect(said('/init', own)).toContain('[budget-without-price]');
    expect(said('/init', `${own}targets: { gpu: { kind: local, price: 1 } }\n`)).toBe('');
  });
});
