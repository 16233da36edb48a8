/** The other hosts of a plan: what each target is, which pods are made for what, and what they cost at most. */
import type {
  NodeId,
  Plan,
  PlanNode,
  PodScope,
  RunpodTarget,
  Setting,
  SshTarget,
  Sync,
} from '../plan/plan.ts';
import { hostsPerUnit, podDollars, secondsToReady } from '../plan/pods.ts';
import type { Style } from './style.ts';
import { dollars, wholeDuration } from './words.ts';

/** What a target could get now, such as pods and their prices: printed below it. */
export interface Offers {
  readonly target: string;
  readonly lines: readonly string[];
}

/** No more than a person reads. */
const mostScopes = 12;
const mostTitles = 6;

/** Nothing for a plan that stays on this machine. */
export function remoteLines(plan: Plan, style: Style, offers: readonly Offers[] = []): string[] {
  const targets = Object.entries(plan.targets ?? {});
  if (targets.length === 0) return [];
  const lines = [style.bold('targets')];
  for (const [name, target] of targets) {
    const own = target.kind === 'ssh' ? sshLines(target) : runpodLines(target);
    lines.push(`  ${name}${' '.repeat(Math.max(2, 14 - name.length))}${own[0]}`);
    const more = [...own.slice(1), ...commonLines(target)];
    for (const line of more) lines.push(style.dim(`                ${line}`));
    for (const offer of offers.filter((one) => one.target === name))
      for (const line of offer.lines) lines.push(`                ${line}`);
  }
  if (plan.sync) lines.push(style.dim(`  each gets first: ${syncText(plan.sync)}`));
  return [...lines, ...podLines(plan, style)];
}

function sshLines({ host, port, user, key, hostKey }: SshTarget): string[] {
  return [
    `ssh ${text(user)}@${text(host)}:${text(port)}`,
    `private key ${held(key)}, host key ${'value' in hostKey ? 'pinned here' : `pinned ${held(hostKey)}`}`,
  ];
}

function runpodLines(target: RunpodTarget): string[] {
  const { image, gpus, count, cpu, clouds, dataCenters, disk, volume, cuda, maxPrice, lifetime } = target;
  const each = count > 1 ? `${count} × ` : '';
  const machine = cpu ? `CPU ${cpu.id} with ${cpu.vcpus} vCPUs` : `${each}${gpus.join(', else ')}`;
  const where = [
    `${clouds.map((one) => one.toLowerCase()).join(', else ')} cloud`,
    ...(dataCenters.length > 0 ? [`in ${dataCenters.join(', ')}`] : []),
    ...(cuda === undefined ? [] : [`CUDA ${cuda} or newer`]),
    `${disk} GB disk`,
    ...(volume ? [`volume ${volume.id} at ${volume.path}`] : []),
  ];
  return [
    `runpod ${image}`,
    machine,
    where.join(', '),
    `at most ${dollars(maxPrice)} an hour for a pod, ${target.pods} at once, none longer than ${wholeDuration(lifetime)}`,
    `account key in $${target.key}`,
  ];
}

function commonLines({ slots, workspace, environment, setup }: SshTarget | RunpodTarget): string[] {
  const names = Object.keys(environment);
  return [
    `workspace ${workspace}, ${slots === 1 ? 'one command' : `${slots} commands`} at a time on a host`,
    ...(names.length > 0 ? [`sets ${names.join(', ')}`] : []),
    ...(setup === undefined ? [] : ['prepared once by its setup script']),
  ];
}

function text(setting: Setting): string {
  return 'value' in setting ? setting.value : `$${setting.variable}`;
}

function held(setting: Setting): string {
  return `in ${text(setting)}`;
}

function syncText({ source, include, exclude, up, require }: Sync): string {
  const tree = source === 'git-tree' ? 'the tree of the commit' : 'the working tree';
  const parts = [
    include.length > 0 ? `${include.join(' ')} of ${tree}` : tree,
    ...(exclude.length > 0 ? [`without ${exclude.join(' ')}`] : []),
    ...(up.length > 0 ? [`with ${up.join(' ')}`] : []),
    ...(require.length > 0 ? [`and must have ${require.map(({ path }) => path).join(' ')}`] : []),
  ];
  return parts.join(', ');
}

function podLines(plan: Plan, style: Style): string[] {
  const { pods = [] } = plan;
  if (pods.length === 0) return [];
  const byId = new Map(plan.nodes.map((node) => [node.id, node]));
  const lines = ['', style.bold('pods')];
  for (const scope of pods.slice(0, mostScopes)) {
    const title = `  ${scope.id}`;
    const gap = ' '.repeat(Math.max(2, 24 - title.length));
    lines.push(`${title}${gap}${countOf(scope)} of ${scope.target}${ownerOf(scope)}`);
    const titles = [...new Set(scope.units.map((id) => byId.get(id)?.title ?? id))];
    const more = titles.length > mostTitles ? ` and ${titles.length - mostTitles} more` : '';
    lines.push(style.dim(`    for ${titles.slice(0, mostTitles).join(', ')}${more}`));
    lines.push(style.dim(`    ends ${endOf(plan, scope, byId)}; ${lifetimeText(plan, scope)}`));
    if (scope.transfers.length > 0)
      lines.push(style.dim(`    gets ${scope.transfers.map((key) => `/${key}`).join(', ')} first`));
  }
  if (pods.length > mostScopes) lines.push(style.dim(`  … and ${pods.length - mostScopes} more of these`));
  lines.push(
    style.dim(
      `  each may take ${wholeDuration(secondsToReady)} to be ready, which no time here counts; when a host is lost, up to ${hostsPerUnit} are tried for each command, apart from its attempts`,
    ),
  );
  return lines;
}

function countOf({ pods }: PodScope): string {
  return pods === 1 ? '1 pod' : `up to ${pods} pods`;
}

function ownerOf({ of }: PodScope): string {
  switch (of) {
    case 'cell':
      return ' for its branch alone';
    case 'block':
      return ', shared by the branches';
    case 'run':
      return ' for the run';
  }
}

function endOf(plan: Plan, { until }: PodScope, byId: ReadonlyMap<NodeId, PlanNode>): string {
  const node = byId.get(until);
  if (until === plan.root || node === undefined || node.title === '') {
    const isInner = node !== undefined && until !== plan.root && node.parent !== null;
    return isInner ? 'with its part of the chain' : 'with the run';
  }
  return `after ${node.title}`;
}

function lifetimeText(plan: Plan, scope: PodScope): string {
  const amount = dollars(podDollars(plan, scope));
  return scope.pods === 1
    ? `its whole lifetime would cost ${amount}`
    : `whole lifetimes would cost ${amount}`;
}
