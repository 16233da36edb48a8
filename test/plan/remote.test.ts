/** `/runpod-setup`, `/scp:…` and `/ssh:…`: on which host they are done, and what they become in a plan. */
import { describe, expect, it } from 'vitest';
import { estimate } from '../../src/plan/estimate.ts';
import { table } from '../language/rig.ts';
import { outline, planned } from './rig.ts';

const box = '{ kind: ssh, host: 203.0.113.7, key: { env: KEY }, host-key: { env: HOST_KEY } }';
const pod = '{ kind: runpod, image: runpod/pytorch, gpu: RTX 4090, max-price: 0.8 }';
const rest = `axes: { sigma: { flag: --sigma } }
transfers:
  data: { direction: up, paths: [data] }
  results: { direction: down, paths: [{ from: out, to: results }], exclude: [out/tmp] }
sync: { up: [data], down: [artifacts] }
require: [data/train.parquet]
commands:
  here: { run: 'x "$@"', timeout: 60, metrics: [{ output: [accuracy] }], params: { epochs: { type: integer, default: 3, flag: --epochs } } }
  there: { run: 'x "$@"', target: gpu, timeout: 60 }
  whole: { chain: /here → /continue }
`;
const none = rest.replace(/^ {2}there.*\n/m, '');
const one = `targets: { gpu: ${pod} }\n${rest}`;
const several = `targets: { gpu: ${pod}, box: ${box} }\n${rest.replace('paths: [data] }', 'paths: [data], target: box }')}`;

/** The commands over SSH, and on which target. */
function shown(chain: string, yaml: string): string {
  const { plan, text } = planned(chain, yaml);
  if (!plan) return text.replace(/^.*\|.*\n|^ *-->.*\n/gm, '').trim();
  return Object.entries(plan.commands)
    .map(([key, command]) => `${key}: ${command.is}${'target' in command ? ` on ${command.target}` : ''}`)
    .join(', ');
}

describe('a command over SSH', () => {
  it('goes to the only host there is', () => {
    expect(
      table(
        [
          '/runpod-setup',
          '/runpod-setup:gpu → /runpod-setup gpu → /runpod-setup',
          '/scp:data → /there → /scp:results',
          '/scp up → /there → /scp:down',
          '/ssh:here --epochs 5',
          '/ssh:here → /here',
          '/ssh:there',
          '/ssh:here:sigma-0.10',
          '/ssh:here --parameters sigma:0.1,0.2',
          '/ssh:here parallel[sigma-0.1 | sigma-0.2]',
          '/scp:data && /ssh:here || /continue',
        ],
        (chain) => shown(chain, one),
      ),
    ).toMatchInlineSnapshot(`
      "
      /runpod-setup
          runpod-setup: setup on gpu
      /runpod-setup:gpu → /runpod-setup gpu → /runpod-setup
          runpod-setup:gpu: setup on gpu, runpod-setup: setup on gpu
      /scp:data → /there → /scp:results
          scp:data: transfer on gpu, there: run on gpu, scp:results: transfer on gpu
      /scp up → /there → /scp:down
          scp:up: transfer on gpu, there: run on gpu, scp:down: transfer on gpu
      /ssh:here --epochs 5
          ssh:here: run on gpu
      /ssh:here → /here
          ssh:here: run on gpu, here: run on local
      /ssh:there
          there: run on gpu
      /ssh:here:sigma-0.10
          ssh:here: run on gpu
      /ssh:here --parameters sigma:0.1,0.2
          ssh:here: run on gpu
      /ssh:here parallel[sigma-0.1 | sigma-0.2]
          ssh:here: run on gpu
      /scp:data && /ssh:here || /continue
          scp:data: transfer on gpu, ssh:here: run on gpu, continue: builtin
      "
    `);
  });

  it('goes where it says when there are several', () => {
    expect(
      table(
        [
          '/runpod-setup',
          '/runpod-setup:box',
          '/scp:data',
          '/scp:results',
          '/scp:up',
          '/ssh:here',
          '/ssh:there',
        ],
        (chain) => shown(chain, several),
      ),
    ).toMatchInlineSnapshot(`
      "
      /runpod-setup
          runpod-setup: setup on gpu
      /runpod-setup:box
          runpod-setup:box: setup on box
      /scp:data
          scp:data: transfer on box
      /scp:results
          error: \`/scp:results\` could mean \`gpu\` or \`box\` [unclear-target]
        = help: write \`target:\` at \`results\` under \`transfers:\`
      /scp:up
          error: \`/scp:up\` could mean \`gpu\` or \`box\` [unclear-target]
        = help: declare a transfer of its own with \`target:\` under \`transfers:\`
      /ssh:here
          error: \`/ssh:here\` could mean \`gpu\` or \`box\` [unclear-target]
        = help: write \`target:\` at \`here\` under \`commands:\`
      /ssh:there
          there: run on gpu
      "
    `);
  });

  it('is an error where there is no host', () => {
    expect(
      table(['/runpod-setup', '/scp:data', '/scp:down', '/ssh:here'], (chain) => shown(chain, none)),
    ).toMatchInlineSnapshot(`
      "
      /runpod-setup
          error: \`/runpod-setup\` needs a host, and this project declares none [unclear-target]
        = help: declare a target of the kind \`ssh\` or \`runpod\` under \`targets:\`, or a command of that name
      /scp:data
          error: \`/scp:data\` needs a host, and this project declares none [unclear-target]
        = help: declare a target of the kind \`ssh\` or \`runpod\` under \`targets:\`, or a command of that name
      /scp:down
          error: \`/scp:down\` needs a host, and this project declares none [unclear-target]
        = help: declare a target of the kind \`ssh\` or \`runpod\` under \`targets:\`, or a command of that name
      /ssh:here
          error: \`/ssh:here\` needs a host, and this project declares none [unclear-target]
        = help: declare a target of the kind \`ssh\` or \`runpod\` under \`targets:\`, or a command of that name
      "
    `);
  });

  it('is an error when it means nothing', () => {
    expect(
      table(
        [
          '/scp',
          '/scp:dat',
          '/scp:something-else',
          '/ssh',
          '/ssh here',
          '/ssh:her',
          '/ssh:zzzzzzzz',
          '/ssh:gpu',
          '/ssh:whole',
          '/ssh:continue',
          '/ssh:scp:data',
          '/ssh:here --epocs 5',
          '/runpod-setup:gpuu',
          '/runpod-setp',
          '/here → $x=<result> → /scp $x',
        ],
        (chain) => shown(chain, one),
      ),
    ).toMatchInlineSnapshot(`
      "
      /scp
          error: \`/scp\` needs a transfer [invalid-param]
        = help: write \`/scp:<transfer>\`
      /scp:dat
          error: unknown transfer \`dat\` [unknown-transfer]
        = help: did you mean \`/scp:data\`?
      /scp:something-else
          error: unknown transfer \`something-else\` [unknown-transfer]
        = help: transfers here: \`/scp:data\` and \`/scp:results\`
      /ssh
          error: \`/ssh\` needs a command [invalid-param]
        = help: write \`/ssh:<command>\`
      /ssh here
          error: \`/ssh\` needs a command [invalid-param]
        = help: write \`/ssh:<command>\`
      /ssh:her
          error: unknown command \`/her\` [unknown-command]
        = help: did you mean \`/ssh:here\`?
      /ssh:zzzzzzzz
          error: unknown command \`/zzzzzzzz\` [unknown-command]
        = help: declare it under \`commands:\`
      /ssh:gpu
          error: \`gpu\` is a target, and no command [unknown-command]
        = help: \`/ssh:<command>\` names what is run there
      /ssh:whole
          error: \`/whole\` has no script to run on a host [invalid-param]
        = help: only a command with \`run:\` can be run by \`/ssh:\`
      /ssh:continue
          error: \`/continue\` has no script to run on a host [invalid-param]
        = help: only a command with \`run:\` can be run by \`/ssh:\`
      /ssh:scp:data
          error: \`/scp:data\` has no script to run on a host [invalid-param]
        = help: only a command with \`run:\` can be run by \`/ssh:\`
      /ssh:here --epocs 5
          error: \`/ssh:here\` has no parameter \`--epocs\` [unknown-param]
        = help: did you mean \`--epochs\`?
      /runpod-setup:gpuu
          error: \`gpuu\` is no target over SSH [unclear-target]
        = help: did you mean \`/runpod-setup:gpu\`?
      /runpod-setp
          error: unknown command \`/runpod-setp\` [unknown-command]
        = help: did you mean \`/runpod-setup\`?
      /here → $x=<result> → /scp $x
          error: the transfer of \`/scp\` is known only when the chain runs [invalid-param]
        = help: write its name: \`/scp:<transfer>\`
      "
    `);
    expect(shown('/scp:up', `targets: { gpu: ${pod} }\n`)).toMatchInlineSnapshot(`
      "error: \`/scp:up\` has nothing to move [unknown-transfer]
        = help: list the paths: \`sync: { up: [data] }\`"
    `);
    expect(shown('/scp:x', `targets: { gpu: ${pod} }\n`)).toMatchInlineSnapshot(`
      "error: unknown transfer \`x\` [unknown-transfer]
        = help: declare it under \`transfers:\`"
    `);
  });

  it('is the project’s own where it has one of that name', () => {
    const own = `${one}  scp:data: { run: x }\n  runpod-setup: { run: x }\n  ssh: { run: 'x "$@"' }\n`;
    expect(
      table(['/scp:data', '/scp:results', '/runpod-setup', '/ssh here', '/ssh:here'], (chain) =>
        shown(chain, own),
      ),
    ).toMatchInlineSnapshot(`
      "
      /scp:data
          scp:data: run on local
      /scp:results
          error: \`/scp:results\` has nothing to bring back: no command runs on its pod before it [nothing-to-collect]
        = help: a pod ends with its branch: bring the files back in the branch that makes them, \`/train → /scp:…\`
      notice: \`/runpod-setup\` is this command now, not the built-in one [hidden-definition]
      notice: \`/ssh\` is this command now, not the built-in one [hidden-definition]
      /runpod-setup
          runpod-setup: run on local
      /ssh here
          ssh: run on local
      /ssh:here
          error: \`here\` is no point of an axis of \`/ssh\` [unknown-axis]
        = help: a point is written \`sigma-<value>\`; axes of \`/ssh\`: \`sigma\`
      notice: \`/runpod-setup\` is this command now, not the built-in one [hidden-definition]
      notice: \`/ssh\` is this command now, not the built-in one [hidden-definition]
      "
    `);
  });

  it('is known by its own name behind it, and measures what its command does', () => {
    expect(
      outline(planned('/ssh:here → /if:status(here) and accuracy>0.5 → /continue', one)),
    ).toMatchInlineSnapshot(`
      "chain [1-ssh-here 2-if] guards 0..1
          1-ssh-here runs ssh:here epochs=3
          2-if if (status(1-ssh-here) and (accuracy(fraction of 1-ssh-here) > 0.5)) then 2.1-continue
          2.1-continue runs continue"
    `);
  });
});

describe('a plan', () => {
  it('carries what its units move, and the hosts it uses', () => {
    const { plan } = planned(
      '/scp:data → /there → /scp:results',
      several.replace('{ direction: down,', '{ direction: down, target: gpu,'),
    );
    expect(plan?.commands['scp:data']).toEqual({
      is: 'transfer',
      name: 'data',
      target: 'box',
      direction: 'up',
      paths: [{ from: 'data', to: 'data' }],
      exclude: [],
    });
    expect(plan?.commands['scp:results']).toEqual({
      is: 'transfer',
      name: 'results',
      target: 'gpu',
      direction: 'down',
      paths: [{ from: 'out', to: 'results' }],
      exclude: ['out/tmp'],
    });
    expect(Object.keys(plan?.targets ?? {})).toEqual(['gpu', 'box']);
    expect(plan?.sync).toEqual({
      source: 'git-tree',
      include: [],
      exclude: [],
      up: ['data'],
      down: ['artifacts'],
      require: [{ path: 'data/train.parquet' }],
    });
    expect(plan?.prices, 'pods cost by their life').toBeUndefined();
  });

  it('names only the hosts it uses', () => {
    expect(Object.keys(planned('/scp:data', several).plan?.targets ?? {})).toEqual(['box']);
    const local = planned('/here', several).plan;
    expect(local && ['targets', 'sync', 'pods'].filter((key) => key in local)).toEqual([]);
  });
});

describe('what is likely a mistake', () => {
  const open = `${one}  open: { run: x, target: gpu }\n  also: { run: x, target: gpu }\n`;

  it('is a command on a pod without a timeout, said once', () => {
    const { text, codes } = planned('/open → /there → /open → /also', open);
    expect(codes).toEqual(['no-timeout', 'no-timeout']);
    expect(text).toContain("`/open` has no `timeout:`; only its pod's lifetime of 6 hours bounds it");
  });

  it('is a command that may take longer than its pod lives, said once', () => {
    const long = `${one}  long: { run: x, target: gpu, timeout: 7h }\n  just: { run: x, target: gpu, timeout: 6h }\n`;
    const { text, codes } = planned('/long → /there → /long → /just', long);
    expect(codes).toEqual(['short-lifetime']);
    expect(text).toContain('`/long` may take 7 hours, and its pod lives for 6 hours only');
  });

  it('is not one within a timeout, or on a host that is there already', () => {
    expect(planned('timeout:1h → /open', open).codes).toEqual([]);
    expect(planned('/open', open.replace(pod, box)).codes).toEqual([]);
  });

  it('is a download from a pod that is empty', () => {
    expect(planned('/scp:results', one).text).toContain('nothing-to-collect');
    expect(planned('/scp:data → /scp:results', one).text).toContain('nothing-to-collect');
    expect(planned('parallel[/there | /there] → /scp:results', one).text).toMatchInlineSnapshot(`
      "
      error: \`/scp:results\` has nothing to bring back: no command runs on its pod before it [nothing-to-collect]
       --> <chain>:1:29
        |
      1 | parallel[/there | /there] → /scp:results
        |                             ^^^^^^^^^^^^
        = help: a pod ends with its branch: bring the files back in the branch that makes them, \`/train → /scp:…\`
      "
    `);
    expect(planned('/there → /scp:results', one).codes).toEqual([]);
    expect(planned('/scp:results', one.replace('max-price', 'volume: { id: a }, max-price')).codes).toEqual(
      [],
    );
    expect(planned('/scp:results', one.replace(pod, box)).codes).toEqual([]);
  });
});

describe('the cost of a unit on a pod', () => {
  it('counts the time in which the pod becomes ready, at the highest price', () => {
    const cost = (chain: string) => {
      const { plan } = planned(chain, one.replace('timeout: 60 }', 'timeout: 45m }'));
      return plan && estimate(plan).dollars.get(plan.root);
    };
    expect(cost('/there')).toBeCloseTo(0.8, 9);
    expect(cost('retry:2 → /there')).toBeCloseTo(2.4, 9);
    expect(cost('parallel[/there | /there] → /here')).toBeCloseTo(1.6, 9);
    expect(cost('/here')).toBe(0);
  });

  it('has no bound without a timeout', () => {
    const { plan } = planned('/there', one.replace(', timeout: 60 }', ' }'));
    expect(plan && estimate(plan).dollars.get(plan.root)).toBeUndefined();
  });

  it('is held against a budget', () => {
    expect(planned('budget:0.10usd → /there', one).text).toContain(
      '`/there` alone may cost $0.21 until its timeout [over-budget]',
    );
    expect(planned('budget:1usd → /there', one).codes).toEqual([]);
    expect(planned('budget:1usd → /there', one.replace(pod, box)).codes).toEqual(['budget-without-price']);
  });
});

it('`$resource_usage` is known behind a command on a host, and nowhere else', () => {
  expect(planned('/there → /if:$resource_usage < 0.5 → /here', one).codes).toEqual([]);
  expect(planned('/here → /if:$resource_usage < 0.5 → /here', one).codes).toEqual(['unknown-variable']);
});
