/** What a command declares of its runs: asserts, a copy of the workspace for each; and what an agent deploys. */
import { describe, expect, it } from 'vitest';
import { table } from '../language/rig.ts';
import { planned, smallProject } from './rig.ts';

const said = ({ text }: ReturnType<typeof planned>) =>
  [...text.matchAll(/^(?:(error|warning|notice): (.*)| *(= help: .*))$/gm)]
    .map(([, severity, message, help]) => (severity === undefined ? help : `${severity}: ${message}`))
    .join('\n    ');

const asserting = (assert: string) => `metrics: { loss: { better: lower } }
commands:
  train:
    run: x
    metrics: [{ output: [acc, loss, n] }]
    sets: [converged, steps]
    asserts: [${JSON.stringify(assert)}]
`;

const read = (assert: string) => {
  const found = planned('/train', asserting(assert));
  const command = found.plan?.commands.train;
  if (command?.is !== 'run') return said(found);
  return `${JSON.stringify(command.asserts?.[0]?.expression, (key, value) => (key === 'kind' || key === 'from' ? undefined : value))}${said(found)}`;
};

describe('asserts', () => {
  it('read the metrics of the command, what it sets, and how long it ran', () => {
    expect(
      table(
        [
          'n >= 20',
          'accuracy > 90%',
          'acc > 0.9 and converged',
          '$steps < 100',
          'duration > 30s',
          'duration < 1.5h and duration>5m',
          'duration > 30',
          "steps == '5m'",
          'sigma5m > 1',
          'nn >= 20',
          'lenght > 3',
          'f1 > 0.5',
          '$epochs > 1',
          'n',
          '1 < 2',
          'n >',
          'n > 5x',
          'success',
          'status(train)',
        ],
        read,
      ),
    ).toMatchInlineSnapshot(`
      "
      n >= 20
          {"operator":">=","left":{"metric":"n","written":"n","unit":"number"},"right":{"value":20,"text":"20"}}
      accuracy > 90%
          {"operator":">","left":{"metric":"accuracy","written":"accuracy","unit":"fraction"},"right":{"value":0.9,"text":"90%"}}
      acc > 0.9 and converged
          {"operator":"and","left":{"operator":">","left":{"metric":"accuracy","written":"acc","unit":"fraction"},"right":{"value":0.9,"text":"0.9"}},"right":{"name":"converged"}}
      $steps < 100
          {"operator":"<","left":{"name":"steps"},"right":{"value":100,"text":"100"}}
      duration > 30s
          {"operator":">","left":{"metric":"duration","written":"duration","unit":"number"},"right":{"value":30,"text":"30"}}
      duration < 1.5h and duration>5m
          {"operator":"and","left":{"operator":"<","left":{"metric":"duration","written":"duration","unit":"number"},"right":{"value":5400,"text":"5400"}},"right":{"operator":">","left":{"metric":"duration","written":"duration","unit":"number"},"right":{"value":300,"text":"300"}}}
      duration > 30
          {"operator":">","left":{"metric":"duration","written":"duration","unit":"number"},"right":{"value":30,"text":"30"}}
      steps == '5m'
          {"operator":"==","left":{"name":"steps"},"right":{"value":"5m"}}
      sigma5m > 1
          error: \`/train\` does not report \`sigma5m\` [unknown-metric]
          = help: an assert can read \`accuracy\`, \`loss\`, \`n\`, \`converged\`, \`steps\` and \`duration\`
      nn >= 20
          error: \`/train\` does not report \`nn\` [unknown-metric]
          = help: did you mean \`n\`?
      lenght > 3
          error: \`/train\` does not report \`lenght\` [unknown-metric]
          = help: an assert can read \`accuracy\`, \`loss\`, \`n\`, \`converged\`, \`steps\` and \`duration\`
      f1 > 0.5
          error: \`/train\` does not report \`f1\` [unknown-metric]
          = help: an assert can read \`accuracy\`, \`loss\`, \`n\`, \`converged\`, \`steps\` and \`duration\`
      $epochs > 1
          error: nothing before this sets \`$epochs\` [unknown-variable]
      n
          error: a number is neither true nor false [invalid-condition]
          = help: compare it: \`accuracy>0.9\`
      1 < 2
          error: \`1 < 2\` compares nothing that a run gives [constant-gate]
          = help: compare a metric, a value under \`sets:\`, or \`duration\`
      n >
          error: expected a metric, a variable or a number, found the end of the chain [invalid-condition]
      n > 5x
          error: \`x\` is not expected here in a condition [invalid-condition]
      success
          error: \`/train\` does not report \`success\` [unknown-metric]
          = help: an assert can read \`accuracy\`, \`loss\`, \`n\`, \`converged\`, \`steps\` and \`duration\`
      status(train)
          error: \`status(train)\` means nothing in an assert [invalid-condition]
          = help: only a run that succeeded is held against its asserts
      "
    `);
  });

  it('are shown where they are written', () => {
    expect(planned('/train → /train', asserting('duraton > 5m and nn > 1')).text).toMatchInlineSnapshot(`
      "
      error: \`/train\` does not report \`duraton\` [unknown-metric]
       --> ml-workflow.yml:7:16
        |
      7 |     asserts: ["duraton > 5m and nn > 1"]
        |                ^^^^^^^
        = help: did you mean \`duration\`?
      error: \`/train\` does not report \`nn\` [unknown-metric]
       --> ml-workflow.yml:7:33
        |
      7 |     asserts: ["duraton > 5m and nn > 1"]
        |                                 ^^
        = help: did you mean \`n\`?
      "
    `);
  });

  it('of a command that is not called are not asked', () => {
    expect(planned('/continue', asserting('nn > 1')).codes).toEqual([]);
  });
});

describe('isolation: copy', () => {
  const yaml = `${smallProject}  own: { run: x, outputs: [models/a], isolation: copy }
  shared: { run: x, outputs: [models] }
`;
  it.each([
    ['parallel[/own | /own]', []],
    ['parallel[/own | /shared]', []],
    ['parallel[/shared | /shared]', ['shared-output']],
    ['/own & /own', []],
    // Beside a fork it is copied back.
    ['/shared & /init → /own', ['shared-output']],
    ['/own & /init → /shared', []],
  ])('is an end of `shared-output` in branches: %s', (chain, codes) => {
    expect(planned(chain, yaml).codes).toEqual(codes);
  });
});

describe('an agent that deploys', () => {
  const yaml = `${smallProject}agents: { releaser: { run: 'x "$1"', deploys: production } }\n`;
  it('is a deployment like any other', () => {
    const chains = [
      '/releaser:ship-it',
      'droid:releaser → /deploy-the-model',
      '/evaluate → /if:accuracy>0.9 → /releaser:ship-it',
      '/evaluate → if:accuracy>0.9 → /init → /releaser:ship-it',
      "/evaluate → /if:accuracy>0.9 → /releaser:ship-it → /if:$deployment_status=='deployed' → /init",
    ];
    expect(table(chains, (chain) => said(planned(chain, yaml)))).toMatchInlineSnapshot(`
      "
      /releaser:ship-it
          warning: no gate guards \`/releaser\`, which deploys to \`production\` [deploy-without-gate]
          = help: put \`/if:metric>threshold →\` in front of it
      droid:releaser → /deploy-the-model
          warning: no gate guards \`/releaser\`, which deploys to \`production\` [deploy-without-gate]
          = help: put \`/if:metric>threshold →\` in front of it
      /evaluate → /if:accuracy>0.9 → /releaser:ship-it
          
      /evaluate → if:accuracy>0.9 → /init → /releaser:ship-it
          error: \`/releaser\` would deploy what failed its gate [else-deploys]
          = help: in \`if:c → then → else\` the second element is the else branch; write \`/if:c → …\` for a longer then branch
      /evaluate → /if:accuracy>0.9 → /releaser:ship-it → /if:$deployment_status=='deployed' → /init
          
      "
    `);
  });
});
