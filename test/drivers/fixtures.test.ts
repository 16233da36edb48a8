/** Journals of runs as other versions wrote them: each still leads to the state it led to then, and an open one goes on. */
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readJournal, stateFrom } from '../../src/drivers/journal-file.ts';
import type { RunState } from '../../src/engine/state.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { resumeRun } from '../../src/wiring.ts';
import { journalIn, noSignals, projectWith } from './rig.ts';

const root = fileURLToPath(new URL('../fixtures/journals', import.meta.url));
const names = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const planIn = (name: string) => JSON.parse(readFileSync(join(root, name, 'plan.json'), 'utf8')) as Plan;

function stateIn(name: string): RunState {
  const path = join(root, name, 'journal.jsonl');
  return stateFrom(planIn(name), readJournal(path).events, path);
}

/** What of a state every version has. */
function summaryOf(state: RunState) {
  return {
    conclusion: state.conclusion ?? null,
    degraded: state.degraded ?? null,
    gates: state.gates.map(({ node, arm, outcome, sum }) => ({ node, arm, outcome, sum })),
    variables: Object.fromEntries(
      [...state.variables].map(([scope, variables]) => [scope, Object.fromEntries(variables)]),
    ),
    ...podsIn(state),
    nodes: Object.fromEntries(
      [...state.nodes].map(([id, { status, attempt, result, failure }]) => [
        id,
        {
          status,
          ...(attempt === undefined ? {} : { attempt }),
          ...(result ? { metrics: result.metrics } : {}),
          ...(failure ? { class: failure.class } : {}),
        },
      ]),
    ),
  };
}

/** Where there were any. */
function podsIn({ pods, placed }: RunState) {
  if (pods.size === 0) return {};
  const told = [...pods.values()].map((pod) => ({
    ...pod,
    units: [...pod.units],
    shares: Object.fromEntries(pod.shares),
  }));
  return { pods: told, placed: Object.fromEntries(placed) };
}

describe('a journal of another version', () => {
  it.each(names)('leads to the same state: %s', (name) => {
    const { variables, ...rest } = summaryOf(stateIn(name));
    const expected = JSON.parse(readFileSync(join(root, name, 'expected.json'), 'utf8')) as typeof rest & {
      variables: typeof variables;
    };
    // A later version may set more variables of the system; none of the old ones changes.
    expect(variables).toMatchObject(expected.variables);
    expect({ ...rest, variables: expected.variables }).toEqual(expected);
  });

  /** How the open ones end: the command that is tried again fails again. */
  const endings: Readonly<Record<string, string>> = {
    '1-killed': 'passed',
    '2-killed-in-timeout': 'passed',
    '2-killed-in-retry': 'failed',
  };
  const open = names.filter((name) => !stateIn(name).conclusion);
  it.each(open)('goes on where it stopped: %s', async (name) => {
    const folder = projectWith({
      '.ml-workflow/runs/old/targets.json': JSON.stringify({ local: { kind: 'local' } }),
    });
    const run = join(folder, '.ml-workflow', 'runs', 'old');
    for (const file of ['plan.json', 'journal.jsonl']) cpSync(join(root, name, file), join(run, file));
    const before = stateIn(name);
    const finished = await resumeRun({
      workspace: folder,
      environment: { PATH: process.env.PATH },
      signals: noSignals,
      reporters: () => [],
      notice: () => {},
    });
    expect(finished?.conclusion?.decision).toBe(endings[name]);
    const events = journalIn(folder).slice(before.seq);
    expect(events.slice(0, before.running.size + 1).map(({ type }) => type)).toEqual([
      ...[...before.running].map(() => 'unit-interrupted'),
      'run-resumed',
    ]);
    // What had finished is not run again.
    const started = events.flatMap((event) => (event.type === 'unit-started' ? [event.node] : []));
    expect(started.filter((node) => before.nodes.get(node)?.result)).toEqual([]);
  });

  it('has open ones among them', () => expect(open).toEqual(expect.arrayContaining(Object.keys(endings))));
});
