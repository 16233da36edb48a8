/** A journal as text that is the same for every run and on every machine: what happened, without when and how much. */
import type { Fact, RunEvent } from '../src/engine/event.ts';

/**
 * One line a fact. Of units that ran at once, the order is chance: their facts are sorted by their place in the chain.
 */
export function goldenJournal(events: readonly RunEvent[]): string {
  const lines: string[] = [];
  const running = new Set<string>();
  let together: { readonly node: string; readonly line: string }[] = [];
  for (const event of events) {
    if (event.type === 'unit-started') running.add(event.node);
    if (event.type === 'unit-succeeded' || event.type === 'unit-failed') running.delete(event.node);
    const line = lineOf(event);
    if (line !== undefined) together.push({ node: 'node' in event ? event.node : '', line });
    if (running.size > 0) continue;
    together.sort((one, other) => one.node.localeCompare(other.node, 'en', { numeric: true }));
    lines.push(...together.map((each) => each.line));
    together = [];
  }
  return `${[...lines, ...together.map(({ line }) => line)].join('\n')}\n`;
}

function lineOf(fact: Fact): string | undefined {
  switch (fact.type) {
    case 'run-started':
      return `run ${fact.workflow}`;
    // Its end says the same.
    case 'unit-started':
      return undefined;
    case 'unit-succeeded':
      return [
        ...[`${fact.node} succeeded${attemptOf(fact.attempt)}`],
        ...listed('measures', Object.keys(fact.metrics)),
        ...listed(
          'sets',
          Object.entries(fact.values).map(([name, value]) => shown(name, value)),
        ),
      ].join(', ');
    case 'unit-failed':
      return `${fact.node} failed${attemptOf(fact.attempt)}: ${fact.class}`;
    case 'gate-decided':
      return `${fact.node} ${fact.text} is ${fact.outcome}${fact.reason === undefined ? '' : `: ${fact.reason}`}`;
    case 'variable-set':
      return `${fact.node} ${shown(`$${fact.name}`, fact.value)}`;
    case 'case-decided':
      return `${fact.node} takes arm ${fact.arm}`;
    case 'retry-scheduled':
      return `${fact.node} will be tried again: ${fact.class}`;
    case 'approval-requested':
      return `${fact.node} wants the approval of ${fact.label}`;
    case 'approval-given':
      return `${fact.node} is ${fact.approved ? 'approved' : 'refused'}`;
    case 'run-concluded':
      return `${fact.decision}: ${fact.reasonCode}`;
    default:
      return 'node' in fact ? `${fact.node} ${fact.type}` : fact.type;
  }
}

function attemptOf(attempt: number): string {
  return attempt === 1 ? '' : ` at attempt ${attempt}`;
}

function listed(what: string, names: readonly string[]): string[] {
  return names.length === 0 ? [] : [`${what} ${names.join(' ')}`];
}

/** Numbers, hashes and paths differ between machines; answers of yes and no must not. */
function shown(name: string, value: unknown): string {
  return /^(?:true|false|[ab])$/.test(String(value)) ? `${name}=${value}` : name;
}
