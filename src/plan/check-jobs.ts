/** What cannot be jobs of GitHub Actions, though this machine could run it. */
import type { PlanBuilder } from './builder.ts';
import type { NodeId, Plan, PlanNode, RunCommand, SequenceNode, UnitNode } from './plan.ts';

/** A job of GitHub's own runners ends after six hours; a quarter of one is for what goes before and comes after. */
const longestSeconds = 345 * 60;

type Nodes = ReadonlyMap<NodeId, PlanNode>;

/** An environment is asked for before a job begins, so its command must be able to be one. */
export function checkEnvironments({ origins, diagnostics }: PlanBuilder, plan: Plan): void {
  const guarded = unitsOf(plan).filter(({ command }) => command.environment !== undefined);
  if (guarded.length === 0) return;
  const byId: Nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  for (const { unit, command } of guarded) {
    const around = enclosing(unit, byId);
    const origin = origins.get(unit.id);
    if (around === undefined || !origin) continue;
    const message = `\`/${command.name}\` waits for the environment \`${command.environment}\`, which it cannot do inside ${around.what}`;
    diagnostics.add('environment-not-at-top', origin.source, origin.span, message, { help: around.help });
  }
}

/** Each command once. */
export function checkJobTimes({ origins, diagnostics }: PlanBuilder, plan: Plan): void {
  const byId: Nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  for (const node of plan.nodes) {
    const origin = origins.get(node.id);
    if (node.kind !== 'wait' || node.seconds <= longestSeconds || !origin) continue;
    const message = `\`${node.title}\` takes ${hours(node.seconds)}, and a job of GitHub's own runners ends after 6 hours`;
    diagnostics.add('job-too-long', origin.source, origin.span, message, {
      help: 'let a `schedule:` start what is to come later',
    });
  }
  const said = new Set<string>();
  for (const { unit, command } of unitsOf(plan)) {
    const { name, timeout } = command;
    const origin = origins.get(unit.id);
    if (timeout === undefined || timeout <= longestSeconds || !origin || said.has(name)) continue;
    if (isBounded(unit, byId)) continue;
    said.add(name);
    const message = `\`/${name}\` may take ${hours(timeout)}, and a job of GitHub's own runners ends after 6 hours`;
    diagnostics.add('job-too-long', origin.source, origin.span, message, {
      help: 'give it a `timeout:` of 345m at most, or name runners of your own under `runs-on:` of the project file',
    });
  }
}

/** A leg does not see what has made the results of another one incomplete, and nothing deploys from those. */
export function checkDeploysInLegs({ origins, diagnostics }: PlanBuilder, plan: Plan): void {
  if (plan.fanout === 'job') return;
  const byId: Nodes = new Map(plan.nodes.map((node) => [node.id, node]));
  for (const { unit, command } of unitsOf(plan)) {
    const origin = origins.get(unit.id);
    if (command.deploys === undefined || !origin || !isInMatrix(unit, byId)) continue;
    const message = `\`/${command.name}\` deploys to \`${command.deploys}\` in a branch that becomes a job of its own, which does not see how the others do`;
    diagnostics.add('deploy-in-matrix', origin.source, origin.span, message, {
      help: 'deploy behind the block, or write `fanout: job`',
    });
  }
}

/** A job waits for nobody: the run ends, and goes on when it is told so. */
export function checkApprovals({ origins, diagnostics }: PlanBuilder, { nodes }: Plan): void {
  for (const node of nodes) {
    const origin = origins.get(node.id);
    if (node.kind !== 'approval' || !origin) continue;
    const message = `the jobs end at \`${node.title}\` as waiting: on a pull request \`/ml-approve\` lets them go on, and elsewhere nobody can`;
    diagnostics.add('approval-in-jobs', origin.source, origin.span, message, {
      help: 'where a schedule or a push starts it, give the command behind it an `environment:` with reviewers',
    });
  }
}

function isInMatrix(unit: UnitNode, byId: Nodes): boolean {
  for (let id = unit.parent; id !== null; id = byId.get(id)?.parent ?? null)
    if (byId.get(id)?.kind === 'parallel') return true;
  return false;
}

function unitsOf({ nodes, commands }: Plan): { readonly unit: UnitNode; readonly command: RunCommand }[] {
  return nodes.flatMap((unit) => {
    const command = unit.kind === 'unit' ? commands[unit.command] : undefined;
    return unit.kind === 'unit' && command?.is === 'run' ? [{ unit, command }] : [];
  });
}

interface Around {
  readonly what: string;
  readonly help: string;
}

const behindIt = 'move it behind that, where nothing else runs';

/** What of the elements around it has to stay in one job. */
function enclosing(unit: UnitNode, byId: Nodes): Around | undefined {
  let child: PlanNode = unit;
  for (;;) {
    const node: PlanNode | undefined = child.parent === null ? undefined : byId.get(child.parent);
    if (!node) return undefined;
    switch (node.kind) {
      case 'parallel':
        return { what: '`parallel`', help: behindIt };
      case 'retry':
        return { what: '`retry:`', help: 'leave the `retry:` to other commands' };
      case 'repeat':
        return { what: '`repeat:`', help: behindIt };
      case 'fork':
        return { what: 'a branch of `&`', help: 'move it behind a `barrier`' };
      case 'sequence':
        if (node.is === 'pipe') return { what: '`|`', help: 'join the two with `→`' };
        if (isBesideForks(node, child.id, byId))
          return { what: 'a chain with branches of `&` that go on', help: 'put a `barrier` in front of it' };
        break;
      case 'handlers':
        if (child.id !== node.body)
          return {
            what: child.id === node.finally ? '`finally`' : '`on_failure`',
            help: 'the last job runs these; catch the failure with `/try:` and `/catch:`',
          };
        break;
    }
    child = node;
  }
}

/** Whether a fork before it is open where the child stands. */
function isBesideForks({ children }: SequenceNode, child: NodeId, byId: Nodes): boolean {
  let isOpen = false;
  for (const id of children) {
    if (id === child) return isOpen;
    const kind = byId.get(id)?.kind;
    if (kind === 'fork') isOpen = true;
    else if (kind === 'barrier') isOpen = false;
  }
  return false;
}

function isBounded(unit: UnitNode, byId: Nodes): boolean {
  for (let id = unit.parent; id !== null; id = byId.get(id)?.parent ?? null) {
    const node = byId.get(id);
    if (node?.kind === 'timeout' && node.seconds <= longestSeconds) return true;
  }
  return false;
}

function hours(seconds: number): string {
  return `${Math.round(seconds / 360) / 10} hours`;
}
