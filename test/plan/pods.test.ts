/** Whose each pod is: which units share one, and with which node it ends. */
import { describe, expect, it } from 'vitest';
import { childrenOf, type NodeId, type Plan, type PlanNode, type PodScope } from '../../src/plan/plan.ts';
import { podScopesOf } from '../../src/plan/pods.ts';
import { table } from '../language/rig.ts';
import { planned } from './rig.ts';

const project = (more = '') => `axes: { sigma: { flag: --sigma } }
targets:
  pod: { kind: runpod, image: i, gpu: a, max-price: 1, pods: 3, ${more} }
  big: { kind: runpod, image: i, gpu: b, max-price: 2 }
  box: { kind: ssh, host: h, key: k, host-key: { env: H } }
transfers:
  data: { direction: up, paths: [data], target: pod }
  more: { direction: up, paths: [more], target: pod }
  other: { direction: up, paths: [other], target: big }
  out: { direction: down, paths: [out], target: pod }
commands:
  train: { run: 'x "$@"', target: pod, timeout: 60, metrics: [{ output: [accuracy] }] }
  eval: { run: x, target: pod, timeout: 60 }
  alone: { run: x, target: pod, timeout: 60, slots: 1 }
  crowd: { run: x, target: pod, timeout: 60, slots: 4 }
  large: { run: x, target: big, timeout: 60 }
  there: { run: x, target: box, timeout: 60 }
  here: { run: x, timeout: 60, metrics: [{ output: [loss] }] }
  pair: { chain: /train → /here → /eval → /here }
`;

function scopes(chain: string, more?: string): readonly PodScope[] {
  const { plan, text } = planned(chain, project(more));
  if (!plan) throw new Error(text);
  return plan.pods ?? [];
}

function shown(chain: string, more?: string): string {
  const lines = scopes(chain, more).map(({ id, target, of, until, units, pods, transfers }) => {
    const gets = transfers.length === 0 ? '' : ` gets ${transfers.join(' ')}`;
    return `${id}: ${pods} ${target} of the ${of} for ${units.join(' ')} until ${until}${gets}`;
  });
  return lines.join('\n    ') || 'none';
}

describe('a pod', () => {
  it('belongs to the branch of its units, or to the run', () => {
    expect(
      table(
        [
          '/here → /there',
          '/runpod-setup:pod → /here',
          '/train',
          '/here → /train → /here → /eval → /here',
          '/train → /large → /eval → /large',
          'parallel[/train:sigma-0.1 | /train:sigma-0.2 | /here]',
          'parallel[/train → /eval → /here | /large → /train]',
          '/train parallel[sigma-0.1 | sigma-0.2] → /eval',
          'parallel[/train → parallel[/eval | /eval] → /train → /here | /here]',
          '/train & /eval → /here → barrier → /eval → /here',
          '/pair → /here',
          'parallel[/pair | /pair]',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /here → /there
          none
      /runpod-setup:pod → /here
          none
      /train
          run: 1 pod of the run for 1-train until 1-train
      /here → /train → /here → /eval → /here
          run: 1 pod of the run for 2-train 4-eval until 4-eval
      /train → /large → /eval → /large
          run: 1 pod of the run for 1-train 3-eval until 3-eval
          run-big: 1 big of the run for 2-large 4-large until 4-large
      parallel[/train:sigma-0.1 | /train:sigma-0.2 | /here]
          train-sigma-0.1: 1 pod of the cell for 1.1-train-sigma-0.1 until 1.1-train-sigma-0.1
          train-sigma-0.2: 1 pod of the cell for 1.2-train-sigma-0.2 until 1.2-train-sigma-0.2
      parallel[/train → /eval → /here | /large → /train]
          train: 1 pod of the cell for 1.1.1-train 1.1.2-eval until 1.1.2-eval
          train-2: 1 pod of the cell for 1.2.2-train until 1.2.2-train
          large: 1 big of the cell for 1.2.1-large until 1.2.1-large
      /train parallel[sigma-0.1 | sigma-0.2] → /eval
          train-sigma-0.1: 1 pod of the cell for 1.1-train-sigma-0.1 until 1.1-train-sigma-0.1
          train-sigma-0.2: 1 pod of the cell for 1.2-train-sigma-0.2 until 1.2-train-sigma-0.2
          run: 1 pod of the run for 2-eval until 2-eval
      parallel[/train → parallel[/eval | /eval] → /train → /here | /here]
          train: 1 pod of the cell for 1.1.1-train 1.1.3-train until 1.1.3-train
          eval: 1 pod of the cell for 1.1.2.1-eval until 1.1.2.1-eval
          eval-2: 1 pod of the cell for 1.1.2.2-eval until 1.1.2.2-eval
      /train & /eval → /here → barrier → /eval → /here
          train: 1 pod of the cell for 1.1-train until 1.1-train
          eval: 1 pod of the cell for 1.2-eval until 1.2-eval
          run: 1 pod of the run for 4-eval until 4-eval
      /pair → /here
          run: 1 pod of the run for 1.1.1-train 1.1.3-eval until 1.1.3-eval
      parallel[/pair | /pair]
          pair: 1 pod of the cell for 1.1.1.1-train 1.1.1.3-eval until 1.1.1.3-eval
          pair-2: 1 pod of the cell for 1.2.1.1-train 1.2.1.3-eval until 1.2.1.3-eval
      "
    `);
  });

  it('lives as long as one of its units may still run', () => {
    expect(
      table(
        [
          'retry:3 → (/train → /here → /eval → /here)',
          'retry:3 → (/train → /here)',
          'retry:2 → (/here → retry:2 → (/here → /train → /here))',
          '/here → repeat:3 until:loss<1 → (/train → /here) → /here',
          'parallel[retry:2 → (/train → /here) | /here]',
          'retry:2 → parallel[/train → /here | /here]',
          '/here → /if:loss<1 → /train → /here → /else → /eval → /here',
          '/here → /if:loss<1 → /train → /here → /end → /here',
          '/try:/train → /here → /catch:any → /eval → /finally → /here',
          '/try:/train → /here → /catch:any → /here → /finally → /eval',
          '/train && /here || /eval',
          'timeout:1h → (/train → /here → /eval → /here) → /here',
          'budget:9usd → (/train → /eval → /here) → /here',
          '/train → /here\nfinally → /eval',
          '/train → /here\non_failure → /eval',
          '/train → /here\nfinally → /here',
          '/train ; /here ; /eval ; /here',
          '/train → (/here → /eval → /here) → /here',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      retry:3 → (/train → /here → /eval → /here)
          run: 1 pod of the run for 1.1.1-train 1.1.3-eval until 1-retry
      retry:3 → (/train → /here)
          run: 1 pod of the run for 1.1.1-train until 1-retry
      retry:2 → (/here → retry:2 → (/here → /train → /here))
          run: 1 pod of the run for 1.1.2.1.2-train until 1-retry
      /here → repeat:3 until:loss<1 → (/train → /here) → /here
          run: 1 pod of the run for 2.1.1-train until 2-repeat
      parallel[retry:2 → (/train → /here) | /here]
          train: 1 pod of the cell for 1.1.1.1-train until 1.1-retry
      retry:2 → parallel[/train → /here | /here]
          train: 1 pod of the cell for 1.1.1.1-train until 1.1.1.1-train
      /here → /if:loss<1 → /train → /here → /else → /eval → /here
          run: 1 pod of the run for 2.1.1-train 2.2.1-eval until 2-if
      /here → /if:loss<1 → /train → /here → /end → /here
          run: 1 pod of the run for 2.1.1-train until 2.1.1-train
      /try:/train → /here → /catch:any → /eval → /finally → /here
          run: 1 pod of the run for 1.1.1-train 1.2-eval until 1-try
      /try:/train → /here → /catch:any → /here → /finally → /eval
          run: 1 pod of the run for 1.1.1-train 1.3-eval until 1-try
      /train && /here || /eval
          run: 1 pod of the run for 1.1.1-train 1.2-eval until 1-or
      timeout:1h → (/train → /here → /eval → /here) → /here
          run: 1 pod of the run for 1.1.1-train 1.1.3-eval until 1.1.3-eval
      budget:9usd → (/train → /eval → /here) → /here
          run: 1 pod of the run for 1.1.1-train 1.1.2-eval until 1.1.2-eval
      /train → /here\\nfinally → /eval
          run: 1 pod of the run for 1-train finally-eval until handlers
      /train → /here\\non_failure → /eval
          run: 1 pod of the run for 1-train on_failure-eval until handlers
      /train → /here\\nfinally → /here
          run: 1 pod of the run for 1-train until 1-train
      /train ; /here ; /eval ; /here
          run: 1 pod of the run for 1-train 3-eval until 3-eval
      /train → (/here → /eval → /here) → /here
          run: 1 pod of the run for 1-train 2.2-eval until 2.2-eval
      "
    `);
  });

  it('is shared by branches where there are slots', () => {
    const slots = 'slots: 2';
    expect(
      table(
        [
          'parallel[/train:sigma-0.1 | /train:sigma-0.2 | /train:sigma-0.3 | /here]',
          'parallel[/train:sigma-0.1 | /train:sigma-0.2]',
          `/train --parameters sigma:${Array.from({ length: 20 }, (_, index) => index + 1).join(',')}`,
          `/train --parameters sigma:1,2,3,4,5,6 --parallel 3`,
          'parallel[/train → /alone | /train]',
          'parallel[/train → /crowd | /crowd]',
          'parallel[/crowd | /crowd | /crowd | /crowd | /crowd]',
          'parallel[/train → /here | /here]',
          'parallel[/train | /large] → /train',
          '/train & /train & /train → /here → barrier → /here',
          'parallel[/train → /out | /train → /out]'.replaceAll('/out', '/scp:out'),
        ],
        (chain) => shown(chain, slots),
      ),
    ).toMatchInlineSnapshot(`
      "
      parallel[/train:sigma-0.1 | /train:sigma-0.2 | /train:sigma-0.3 | /here]
          parallel: 2 pod of the block for 1.1-train-sigma-0.1 1.2-train-sigma-0.2 1.3-train-sigma-0.3 until 1-parallel
      parallel[/train:sigma-0.1 | /train:sigma-0.2]
          parallel: 1 pod of the block for 1.1-train-sigma-0.1 1.2-train-sigma-0.2 until 1-parallel
      /train --parameters sigma:1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20
          train: 3 pod of the block for 1.1-train-sigma-1 1.2-train-sigma-2 1.3-train-sigma-3 1.4-train-sigma-4 1.5-train-sigma-5 1.6-train-sigma-6 1.7-train-sigma-7 1.8-train-sigma-8 1.9-train-sigma-9 1.10-train-sigma-10 1.11-train-sigma-11 1.12-train-sigma-12 1.13-train-sigma-13 1.14-train-sigma-14 1.15-train-sigma-15 1.16-train-sigma-16 1.17-train-sigma-17 1.18-train-sigma-18 1.19-train-sigma-19 1.20-train-sigma-20 until 1-train
      /train --parameters sigma:1,2,3,4,5,6 --parallel 3
          train: 2 pod of the block for 1.1-train-sigma-1 1.2-train-sigma-2 1.3-train-sigma-3 1.4-train-sigma-4 1.5-train-sigma-5 1.6-train-sigma-6 until 1-train
      parallel[/train → /alone | /train]
          train: 1 pod of the cell for 1.1.1-train 1.1.2-alone until 1.1.2-alone
          train-2: 1 pod of the cell for 1.2-train until 1.2-train
      parallel[/train → /crowd | /crowd]
          parallel: 1 pod of the block for 1.1.1-train 1.1.2-crowd 1.2-crowd until 1-parallel
      parallel[/crowd | /crowd | /crowd | /crowd | /crowd]
          parallel: 2 pod of the block for 1.1-crowd 1.2-crowd 1.3-crowd 1.4-crowd 1.5-crowd until 1-parallel
      parallel[/train → /here | /here]
          parallel: 1 pod of the block for 1.1.1-train until 1.1.1-train
      parallel[/train | /large] → /train
          parallel: 1 pod of the block for 1.1-train until 1.1-train
          large: 1 big of the cell for 1.2-large until 1.2-large
          run: 1 pod of the run for 2-train until 2-train
      /train & /train & /train → /here → barrier → /here
          fork: 2 pod of the block for 1.1-train 1.2-train 1.3-train until 1-fork
      parallel[/train → /scp:out | /train → /scp:out]
          parallel: 1 pod of the block for 1.1.1-train 1.1.2-scp-out 1.2.1-train 1.2.2-scp-out until 1-parallel
      "
    `);
  });

  it('gets what was uploaded before it', () => {
    expect(
      table(
        [
          '/scp:data → /train',
          '/scp:data → parallel[/train | /eval]',
          '/scp:data → /scp:more → /scp:other → parallel[/train | /large]',
          '/scp:data → /eval → parallel[/train | /here]',
          'parallel[/scp:data → /train | /scp:more → /eval]',
          'parallel[/train | /eval] → /scp:data',
          '/here → /if:loss<1 → /scp:data → /end → parallel[/train | /here]',
          '/here → /if:loss<1 → /scp:data → /else → parallel[/train | /here]',
          '/here → /if:loss<1 → /scp:data → parallel[/train | /here] → /else → /here',
          '/scp:data → parallel[/train | /scp:more → /here] → parallel[/eval | /here]',
          '/scp:data && parallel[/train | /here]',
          '/scp:data',
        ],
        (chain) => shown(chain),
      ),
    ).toMatchInlineSnapshot(`
      "
      /scp:data → /train
          run: 1 pod of the run for 1-scp-data 2-train until 2-train
      /scp:data → parallel[/train | /eval]
          train: 1 pod of the cell for 2.1-train until 2.1-train gets scp:data
          eval: 1 pod of the cell for 2.2-eval until 2.2-eval gets scp:data
      /scp:data → /scp:more → /scp:other → parallel[/train | /large]
          train: 1 pod of the cell for 4.1-train until 4.1-train gets scp:data scp:more
          large: 1 big of the cell for 4.2-large until 4.2-large gets scp:other
      /scp:data → /eval → parallel[/train | /here]
          run: 1 pod of the run for 1-scp-data 2-eval until 2-eval
          train: 1 pod of the cell for 3.1-train until 3.1-train gets scp:data
      parallel[/scp:data → /train | /scp:more → /eval]
          train: 1 pod of the cell for 1.1.1-scp-data 1.1.2-train until 1.1.2-train
          eval: 1 pod of the cell for 1.2.1-scp-more 1.2.2-eval until 1.2.2-eval
      parallel[/train | /eval] → /scp:data
          train: 1 pod of the cell for 1.1-train until 1.1-train
          eval: 1 pod of the cell for 1.2-eval until 1.2-eval
          run: 1 pod of the run for 2-scp-data until 2-scp-data
      /here → /if:loss<1 → /scp:data → /end → parallel[/train | /here]
          train: 1 pod of the cell for 3.1-train until 3.1-train gets scp:data
      /here → /if:loss<1 → /scp:data → /else → parallel[/train | /here]
          run: 1 pod of the run for 2.1-scp-data until 2.1-scp-data
          train: 1 pod of the cell for 2.2.1-train until 2.2.1-train
      /here → /if:loss<1 → /scp:data → parallel[/train | /here] → /else → /here
          train: 1 pod of the cell for 2.1.2.1-train until 2.1.2.1-train gets scp:data
      /scp:data → parallel[/train | /scp:more → /here] → parallel[/eval | /here]
          train: 1 pod of the cell for 2.1-train until 2.1-train gets scp:data
          eval: 1 pod of the cell for 3.1-eval until 3.1-eval gets scp:data scp:more
      /scp:data && parallel[/train | /here]
          train: 1 pod of the cell for 1.2.1-train until 1.2.1-train gets scp:data
      /scp:data
          run: 1 pod of the run for 1-scp-data until 1-scp-data
      "
    `);
  });

  it('has a name of its own', () => {
    const ids = scopes('parallel[/train | /train | /here → /train] → /train → /large').map(({ id }) => id);
    expect(ids).toEqual(['train', 'train-2', 'train-3', 'run', 'run-big']);
    const all = scopes('parallel[/train | parallel[/train | /train] → /train] & /train → barrier → /train');
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    for (const { id } of all) expect(id).toMatch(/^[A-Za-z0-9._-]{1,64}$/);
  });
});

/** What must hold for any plan. */
function check(plan: Plan): void {
  const byId = new Map<NodeId, PlanNode>(plan.nodes.map((node) => [node.id, node]));
  const chainOf = (id: NodeId): PlanNode[] => {
    const found: PlanNode[] = [];
    for (let node = byId.get(id); node; node = node.parent === null ? undefined : byId.get(node.parent))
      found.push(node);
    return found;
  };
  const seen = new Set<NodeId>();
  for (const { units, until, of } of plan.pods ?? []) {
    expect(byId.has(until)).toBe(true);
    for (const id of units) {
      expect(seen.has(id), `${id} has two pods`).toBe(false);
      seen.add(id);
      const above = chainOf(id);
      const end = chainOf(until);
      // What holds both, on the way from the unit to the end.
      const common = above.find((node) => end.includes(node));
      expect(common).toBeDefined();
      if (!common || common.id === until) continue;
      expect(common.kind, `${id} may run after ${until}`).toBe('sequence');
      const towards = (way: readonly PlanNode[]) =>
        childrenOf(common).indexOf(way[way.indexOf(common) - 1]?.id ?? common.id);
      expect(towards(above)).toBeLessThanOrEqual(towards(end));
      const [top] = above.filter((node) => {
        const parent = node.parent === null ? undefined : byId.get(node.parent);
        return parent === undefined || parent.kind === 'parallel' || parent.kind === 'fork';
      });
      if (of !== 'cell') continue;
      const inside = end.slice(
        end.indexOf(common) < 0 ? 0 : end.indexOf(common),
        end.indexOf(top ?? common) + 1,
      );
      const around = inside.filter(({ id: own }) => end.some((node) => node.id === own));
      expect(around.filter(({ kind }) => kind === 'retry' || kind === 'repeat')).toEqual([]);
    }
  }
  for (const node of plan.nodes) {
    const command = node.kind === 'unit' ? plan.commands[node.command] : undefined;
    const target = command && 'target' in command ? plan.targets?.[command.target] : undefined;
    if (command?.is === 'run' && target?.kind === 'runpod') expect(seen.has(node.id)).toBe(true);
  }
}

describe('the pods of any plan', () => {
  const leaves = ['/train', '/here', '/eval', '/large', '/alone', '/crowd', '/scp:data', '/pair'];
  /** Of a seed, the same each time. */
  function chainOf(seed: number, depth: number): string {
    let state = seed;
    const next = (most: number) => {
      state = (state * 16_807) % 2_147_483_647;
      return state % most;
    };
    const one = (left: number): string => {
      const inner = () => one(left - 1);
      const block = () => `(${inner()} → ${inner()})`;
      switch (left === 0 ? 0 : next(8)) {
        case 1:
          return `parallel[${inner()} → ${inner()} | ${inner()}]`;
        case 2:
          return `retry:2 → ${block()}`;
        case 3:
          return `(/here → /if:loss<1 → ${inner()} → /else → ${inner()} → /end → ${inner()})`;
        case 4:
          return `(/try:${inner()} → /catch:any → ${inner()} → /finally → ${inner()})`;
        case 5:
          return `repeat:2 until:loss<1 → (/here → ${block()})`;
        case 6:
          return `(${inner()} & ${inner()} → barrier → ${inner()})`;
        default:
          return leaves[next(leaves.length)] ?? '/here';
      }
    };
    return `/here → ${one(depth)} → ${one(depth)} → ${one(depth)}`;
  }

  it('hold each unit once and outlive it', () => {
    let withPods = 0;
    for (let seed = 1; seed <= 150; seed += 1) {
      const { plan } = planned(chainOf(seed * 7919, 3), project(seed % 2 === 0 ? 'slots: 2' : ''));
      if (!plan) continue;
      withPods += plan.pods === undefined ? 0 : 1;
      check(plan);
    }
    expect(withPods).toBeGreaterThan(60);
  });

  it('are found for ten thousand units, side by side and in a row', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `sigma-${index}`);
    const side = planned(`/scp:data → /train parallel[${many.join(' | ')}]`, project()).plan;
    expect(side?.pods).toHaveLength(10_000);
    expect(side?.pods?.at(-1)).toMatchObject({ id: 'train-sigma-9999', transfers: ['scp:data'] });
    const shared = planned(`/train parallel[${many.join(' | ')}]`, project('slots: 2')).plan;
    expect(shared?.pods).toHaveLength(1);
    const row = planned(many.map(() => '/eval').join(' → '), project()).plan;
    expect(row?.pods?.map(({ units, until }) => [units.length, until])).toEqual([[10_000, '10000-eval']]);
    for (const plan of [side, shared, row]) if (plan) expect(podScopesOf(plan)).toEqual(plan.pods);
  });
});
