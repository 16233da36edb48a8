/** Variables and who sees them: a call has its own, a parallel branch hands its own over when it is joined. */
import { literalValue, type NodeId, type Value } from '../plan/plan.ts';
import type { UnitResult } from './event.ts';
import { ownField } from './own-field.ts';
import type { Variables } from './readings.ts';
import { type RunState, type Scope, unitOf } from './state.ts';
import { variableName } from './template.ts';

/** The variables that a node sees. */
export function variablesAt(state: RunState, id: NodeId): Variables {
  const own = state.scopes.of.get(id);
  return {
    get(name) {
      for (let scope = own; scope !== undefined; scope = state.scopes.around.get(scope)) {
        const value = state.variables.get(scope)?.get(name);
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

export function setVariable(state: RunState, id: NodeId, name: string, value: Value): void {
  setIn(state, state.scopes.of.get(id) ?? '', name, value);
}

/** At the join: while branches run, none sees what another has set. */
export function handOver(state: RunState, branch: NodeId): void {
  const variables = state.variables.get(branch);
  if (!variables) return;
  const around = state.scopes.around.get(branch) ?? '';
  for (const [name, value] of variables) setIn(state, around, name, value);
  state.variables.delete(branch);
}

/**
 * Built-ins set their values, and their metrics by name. Commands set what they declare under `sets:`, and the variables
 * of the system: how well the model of the last training or evaluation does, how good the data is, what is deployed, how
 * busy the last host was.
 */
export function setSystemVariables(state: RunState, id: NodeId, result: UnitResult): void {
  const command = state.plan.commands[unitOf(state, id).command];
  if (command?.is === 'builtin') {
    // What an earlier choice has set is not the result of this one, which chose nothing.
    if (result.none !== undefined) forget(state, id, chosen(state));
    for (const [name, value] of Object.entries({ ...result.metrics, ...result.values }))
      setVariable(state, id, name, value);
    return;
  }
  if (command?.is !== 'run') return;
  const primary = result.primary === undefined ? undefined : ownField(result.metrics, result.primary);
  if (primary !== undefined) {
    const name = result.primary === 'data_quality' ? 'data_quality' : 'model_performance';
    setVariable(state, id, name, primary);
  }
  for (const name of command.sets ?? []) {
    const value = ownField(result.values, name);
    if (value !== undefined)
      setVariable(state, id, variableName(name), typeof value === 'string' ? literalValue(value) : value);
  }
  if (command.deploys !== undefined) setVariable(state, id, 'deployment_status', 'deployed');
  const usage = result.usage?.gpu ?? result.usage?.memory;
  if (usage !== undefined) setVariable(state, id, 'resource_usage', usage);
}

function chosen({ plan }: RunState): readonly string[] {
  const metrics = Object.keys(plan.metrics).filter((name) => name.startsWith('best_'));
  return ['best_model', 'best_config', 'best_id', ...metrics];
}

function forget(state: RunState, id: NodeId, names: readonly string[]): void {
  const variables = state.variables.get(state.scopes.of.get(id) ?? '');
  for (const name of names) variables?.delete(name);
}

/** A deployment that failed is a status too. */
export function setFailedStatus(state: RunState, id: NodeId): void {
  const command = state.plan.commands[unitOf(state, id).command];
  if (command?.is === 'run' && command.deploys !== undefined)
    setVariable(state, id, 'deployment_status', 'failed');
}

function setIn(state: RunState, scope: Scope, name: string, value: Value): void {
  const variables = state.variables.get(scope);
  if (variables) variables.set(name, value);
  else state.variables.set(scope, new Map([[name, value]]));
}
