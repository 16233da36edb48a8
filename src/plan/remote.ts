/** `/runpod-setup` and `/scp:<transfer>` as units of the plan. */
import { didYouMean, listOf, normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Base, PlanBuilder } from './builder.ts';
import type { Flow } from './flow.ts';
import type { Here } from './here.ts';
import type { NodeId, ParameterBinding, PlannedCommand, TransferCommand } from './plan.ts';
import type { CommandDefinition, TransferDefinition } from './project.ts';
import { noTargetHelp, onlyTarget, remoteTargetsOf } from './remote-target.ts';
import { literalOf } from './template.ts';
import { addUnit, ran, unplanned } from './unit.ts';

/** Where a unit of a built-in command is put. */
interface Place {
  readonly builder: PlanBuilder;
  readonly definition: CommandDefinition & { readonly is: 'builtin' };
  readonly base: Base;
  readonly here: Here;
  readonly flow: Flow;
  readonly span: Span;
}

/** `/runpod-setup`, `/runpod-setup:gpu`. */
export function lowerSetup(place: Place, parameters: readonly ParameterBinding[]): NodeId {
  const { builder, here, span } = place;
  const written = wordOf(place, 'target', parameters);
  if (written === undefined) return refused(place);
  const targets = remoteTargetsOf(builder.project);
  const pods = [...targets].flatMap(([name, { kind }]) => (kind === 'runpod' ? [name] : []));
  const names = pods.length > 0 ? pods : [...targets.keys()];
  if (written !== '' && !targets.has(written)) {
    const all = names.map((name) => `\`${name}\``);
    builder.diagnostics.add('unclear-target', here.source, span, `\`${written}\` is no target over SSH`, {
      help:
        didYouMean(written, targets.keys(), (name) => `/runpod-setup:${name}`) ??
        (all.length === 0 ? noTargetHelp : `targets here: ${listOf(all, 'and')}`),
    });
    return refused(place);
  }
  const choose = `write \`/runpod-setup:${names[0]}\``;
  const asked = { written: '/runpod-setup', choose, names };
  const target =
    written === '' ? onlyTarget(asked, { source: here.source, span }, builder.diagnostics) : written;
  if (target === undefined) return refused(place);
  const name = written === '' ? 'runpod-setup' : `runpod-setup:${written}`;
  return add(place, name, { is: 'setup', name: 'runpod-setup', target });
}

/** `/scp:retrieve-results`, `/scp:up`, `/scp:down`. */
export function lowerTransfer(place: Place, parameters: readonly ParameterBinding[]): NodeId {
  const { builder, here, span } = place;
  const name = wordOf(place, 'transfer', parameters);
  if (name === undefined || name === '') return refused(place);
  const transfer = transferNamed(name, place);
  if (!transfer) return refused(place);
  const written = `/scp:${transfer.name}`;
  const isDeclared = builder.project.remote?.transfers.has(normalised(transfer.name)) === true;
  const choose = isDeclared
    ? `write \`target:\` at \`${transfer.name}\` under \`transfers:\``
    : 'declare a transfer of its own with `target:` under `transfers:`';
  const names = [...remoteTargetsOf(builder.project).keys()];
  const target =
    transfer.target ??
    onlyTarget({ written, choose, names }, { source: here.source, span }, builder.diagnostics);
  if (target === undefined) return refused(place);
  const { direction, paths, exclude } = transfer;
  const command: TransferCommand = { is: 'transfer', name: transfer.name, target, direction, paths, exclude };
  return add(place, `scp:${transfer.name}`, command);
}

function transferNamed(name: string, { builder, here, span }: Place): TransferDefinition | undefined {
  const { project, diagnostics } = builder;
  const wanted = normalised(name);
  const declared = project.remote?.transfers.get(wanted);
  if (declared) return declared;
  if (wanted === 'up' || wanted === 'down') {
    const paths = project.remote?.sync[wanted] ?? [];
    if (paths.length > 0)
      return {
        name: wanted,
        direction: wanted,
        paths: paths.map((path) => ({ from: path, to: path })),
        exclude: [],
      };
    const message = `\`/scp:${wanted}\` has nothing to move`;
    diagnostics.add('unknown-transfer', here.source, span, message, {
      help: `list the paths: \`sync: { ${wanted}: [data] }\``,
    });
    return undefined;
  }
  const known = [...(project.remote?.transfers.values() ?? [])].map((one) => one.name);
  const shown = known.map((one) => `\`/scp:${one}\``);
  diagnostics.add('unknown-transfer', here.source, span, `unknown transfer \`${name}\``, {
    help:
      didYouMean(name, known, (one) => `/scp:${one}`) ??
      (known.length === 0 ? 'declare it under `transfers:`' : `transfers here: ${listOf(shown, 'and')}`),
  });
  return undefined;
}

/** A word that has to be known now. Undefined when it is not, which is then reported. */
function wordOf(
  { builder, definition, here, flow, span }: Place,
  name: string,
  parameters: readonly ParameterBinding[],
): string | undefined {
  const value = parameters.find((one) => one.name === name)?.value;
  if (value === undefined) return undefined;
  const literal = value.length === 0 ? '' : literalOf(value, flow);
  if (literal !== undefined) return literal;
  const message = `the ${name} of \`/${definition.name}\` is known only when the chain runs`;
  builder.diagnostics.add('invalid-param', here.source, span, message, {
    help: `write its name: \`/${definition.name}:<${name}>\``,
  });
  return undefined;
}

function add(place: Place, name: string, command: PlannedCommand): NodeId {
  const { builder, definition, base, here, flow, span } = place;
  const key = builder.project.commands.has(normalised(name)) ? `builtin:${name}` : name;
  builder.commands.set(key, command);
  const id = addUnit(builder, base, { command: key }, here, span);
  builder.definitions.set(id, definition);
  ran(id, [name], flow);
  return id;
}

function refused({ builder, base, flow }: Place): NodeId {
  return unplanned(builder, base, flow);
}
