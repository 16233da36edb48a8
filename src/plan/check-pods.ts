/**
 * What is likely a mistake about the pods of a plan: a command without a bound or with one that its pod does not live to
 * see, and files that are on no pod any more.
 */
import type { PlanBuilder } from './builder.ts';
import type { NodeId, Plan, PlanNode } from './plan.ts';

export function checkPods(builder: PlanBuilder, plan: Plan): void {
  if (plan.pods === undefined) return;
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  noticeUnbounded(builder, plan, byId);
  warnOfShortLives(builder, plan, byId);
  checkDownloads(builder, plan, byId);
}

/** Each command once. */
function noticeUnbounded(
  { origins, diagnostics }: PlanBuilder,
  { pods = [], commands, targets }: Plan,
  byId: ReadonlyMap<NodeId, PlanNode>,
): void {
  const said = new Set<string>();
  for (const { units, target: name } of pods) {
    const target = targets?.[name];
    for (const id of units) {
      const node = byId.get(id);
      const command = node?.kind === 'unit' ? commands[node.command] : undefined;
      const origin = origins.get(id);
      if (command?.is !== 'run' || command.timeout !== undefined || target?.kind !== 'runpod') continue;
      if (!origin || said.has(command.name) || isTimed(id, byId)) continue;
      said.add(command.name);
      const message = `\`/${command.name}\` has no \`timeout:\`; only its pod's lifetime of ${hours(target.lifetime)} bounds it`;
      diagnostics.add('no-timeout', origin.source, origin.span, message, {
        help: 'give the command a `timeout:`, so that one that hangs does not cost the whole lifetime',
      });
    }
  }
}

/** Each command once. What it has done is gone with its pod. */
function warnOfShortLives(
  { origins, diagnostics }: PlanBuilder,
  { pods = [], commands, targets }: Plan,
  byId: ReadonlyMap<NodeId, PlanNode>,
): void {
  const said = new Set<string>();
  for (const { units, target: name } of pods) {
    const target = targets?.[name];
    if (target?.kind !== 'runpod') continue;
    for (const id of units) {
      const node = byId.get(id);
      const command = node?.kind === 'unit' ? commands[node.command] : undefined;
      const origin = origins.get(id);
      if (command?.is !== 'run' || command.timeout === undefined || !origin) continue;
      if (command.timeout <= target.lifetime || said.has(command.name)) continue;
      said.add(command.name);
      const message = `\`/${command.name}\` may take ${hours(command.timeout)}, and its pod lives for ${hours(target.lifetime)} only`;
      diagnostics.add('short-lifetime', origin.source, origin.span, message, {
        help: `raise \`lifetime:\` of the target \`${name}\` above the \`timeout:\`, by as much as a pod takes to be ready`,
      });
    }
  }
}

function isTimed(id: NodeId, byId: ReadonlyMap<NodeId, PlanNode>): boolean {
  for (let node = byId.get(id); node; node = node.parent === null ? undefined : byId.get(node.parent))
    if (node.kind === 'timeout') return true;
  return false;
}

function hours(seconds: number): string {
  const [amount, unit] = seconds < 3600 ? [seconds / 60, 'minutes'] : [seconds / 3600, 'hours'];
  const shown = Number(amount.toFixed(1));
  return `${shown} ${shown === 1 ? unit.slice(0, -1) : unit}`;
}

/** A pod that is made for a download alone is empty, unless a volume brings files with it. */
function checkDownloads(
  { origins, diagnostics }: PlanBuilder,
  { pods = [], commands, targets }: Plan,
  byId: ReadonlyMap<NodeId, PlanNode>,
): void {
  for (const { units, target: name } of pods) {
    const target = targets?.[name];
    if (target?.kind !== 'runpod' || target.volume !== undefined) continue;
    const kinds = units.map((id) => {
      const node = byId.get(id);
      const command = node?.kind === 'unit' ? commands[node.command] : undefined;
      return command?.is === 'transfer' ? command.direction : 'run';
    });
    const first = kinds.findIndex((kind) => kind !== 'up');
    const id = kinds[first] === 'down' ? units[first] : undefined;
    const node = id === undefined ? undefined : byId.get(id);
    const origin = id === undefined ? undefined : origins.get(id);
    if (!node || !origin) continue;
    const message = `\`${node.title}\` has nothing to bring back: no command runs on its pod before it`;
    diagnostics.add('nothing-to-collect', origin.source, origin.span, message, {
      help: 'a pod ends with its branch: bring the files back in the branch that makes them, `/train → /scp:…`',
    });
  }
}
