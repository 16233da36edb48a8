/**
 * Every shipped workflow over `examples/all-workflows`, to both outcomes of every gate. What happened is held against
 * a golden journal in `test/golden/journals`; `UPDATE_GOLDEN=1` writes them anew.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../src/engine/event.ts';
import { edit, expectGolden, node, project, run, scene, served } from './all-workflows-rig.ts';
import { goldenJournal } from './golden-journal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

interface Case {
  readonly workflow: string;
  /** Names the golden journal, with the workflow. */
  readonly outcome: string;
  readonly decision: Decision;
  readonly given?: Readonly<Record<string, string>>;
  readonly approves?: boolean;
  /** Ordinary means, as the example's README lists them. */
  readonly before?: (folder: string) => void;
  readonly after?: (folder: string) => void;
}

function isAsBefore(folder: string): void {
  expect(served(folder, 'production')).toEqual(served(scene(), 'production'));
}

/** As few as are enough: trainings are most of the time that this takes. */
const good = { epochs: '8' };
const bad = { epochs: '1' };

const cases: readonly Case[] = [
  { workflow: 'ml-pipeline-full', outcome: 'good', decision: 'passed', given: good },
  { workflow: 'ml-pipeline-full', outcome: 'weak', decision: 'handled', given: bad },
  { workflow: 'runpod-hpo-parallel', outcome: 'good', decision: 'passed', given: good },
  { workflow: 'runpod-hpo-parallel', outcome: 'weak', decision: 'handled', given: { epochs: '4' } },
  // After one epoch none finds class 1 often enough to be a candidate.
  { workflow: 'runpod-hpo-parallel', outcome: 'no-candidate', decision: 'handled', given: bad },
  { workflow: 'deploy-production', outcome: 'released', decision: 'passed' },
  {
    workflow: 'deploy-production',
    outcome: 'secret-found',
    decision: 'handled',
    before: (folder) => writeFileSync(join(folder, '.env'), `TOKEN=ghp_${'a1'.repeat(18)}\n`),
    after: (folder) => expect(served(folder, 'staging')).toBeUndefined(),
  },
  {
    workflow: 'deploy-production',
    outcome: 'staging-fails',
    decision: 'handled',
    before: (folder) =>
      edit(folder, 'limits.json', (text) =>
        text.replace('"min_smoke_accuracy": 0.5', '"min_smoke_accuracy": 1'),
      ),
    after: (folder) => expect(served(folder, 'staging'), 'it was taken back').toBeUndefined(),
  },
  {
    workflow: 'continuous-training',
    outcome: 'no-drift',
    decision: 'not-met',
    given: good,
    after: isAsBefore,
  },
  {
    workflow: 'continuous-training',
    outcome: 'drift-better',
    decision: 'passed',
    given: good,
    before: (folder) => node(folder, 'incoming/observe.js', '--shift', '0.5'),
  },
  {
    workflow: 'continuous-training',
    outcome: 'drift-not-better',
    decision: 'handled',
    given: bad,
    before: (folder) => node(folder, 'incoming/observe.js', '--shift', '0.5'),
    after: isAsBefore,
  },
  { workflow: 'parallel-analysis', outcome: 'planned', decision: 'passed' },
  {
    workflow: 'parallel-analysis',
    outcome: 'without-model',
    decision: 'passed',
    before: (folder) => rmSync(join(folder, 'state', 'models'), { recursive: true }),
  },
  { workflow: 'lstm-pretraining-full', outcome: 'good', decision: 'passed', given: { epochs: '12' } },
  { workflow: 'lstm-pretraining-full', outcome: 'weak', decision: 'not-met', given: bad, after: isAsBefore },
  { workflow: 'runpod-deploy-full', outcome: 'stored', decision: 'passed', given: bad },
  { workflow: 'setup-ab-test', outcome: 'no-difference', decision: 'passed' },
  {
    workflow: 'setup-ab-test',
    outcome: 'a-wins',
    decision: 'passed',
    before: (folder) => node(folder, 'training/train.js', '--epochs', '1'),
  },
  {
    workflow: 'setup-ab-test',
    outcome: 'b-wins',
    decision: 'passed',
    before: (folder) => {
      node(folder, 'training/train.js', '--epochs', '1');
      node(folder, 'release/deploy.js');
      node(folder, 'training/train.js', '--epochs', '12');
    },
  },
  { workflow: 'runpod-deploy-enhanced', outcome: 'deployed', decision: 'passed' },
  { workflow: 'lstm-training-orchestrated', outcome: 'deployed', decision: 'passed', given: { epochs: '2' } },
  { workflow: 'pretraining-complete', outcome: 'deployed', decision: 'passed', given: { epochs: '2' } },
  {
    workflow: 'ml-run',
    outcome: 'approval-wanted',
    decision: 'waiting',
    given: { ...good, experiment: 'test-augmented-training-data' },
    after: isAsBefore,
  },
  { workflow: 'ml-run', outcome: 'approved', decision: 'passed', given: good, approves: true },
  {
    workflow: 'ml-run',
    outcome: 'refused',
    decision: 'failed',
    given: good,
    approves: false,
    after: isAsBefore,
  },
  {
    workflow: 'ml-run',
    outcome: 'weak',
    decision: 'handled',
    given: bad,
    after: (folder) =>
      expect(readFileSync(join(folder, 'state', 'reports', '_tech-debt.md'), 'utf8')).toContain('**TD-001**'),
  },
];

describe('a shipped workflow', () => {
  it('has cases here', () => {
    const shipped = readdirSync(join(root, 'workflows')).map((name) => name.replace(/\.yml$/, ''));
    expect([...new Set(cases.map(({ workflow }) => workflow))].sort()).toEqual(shipped.sort());
  });

  it.each(cases)(
    '$workflow: $outcome',
    async ({ workflow, outcome, decision, given, approves, before, after }) => {
      const folder = project();
      before?.(folder);
      const reference = join(root, 'workflows', `${workflow}.yml`);
      const ran = await run(folder, { is: 'workflow', reference }, { given, approves });
      const journal = goldenJournal(ran.events);
      expect(ran.decision, journal).toBe(decision);
      expectGolden(`${workflow}-${outcome}`, journal);
      after?.(folder);
    },
  );
});
