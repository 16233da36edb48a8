/** Truth tables of every condition in compiled workflows, by GitHub's own engine: each job and step against the layout. */
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Context, holds, jobFunctions, stepFunctions } from '../rig/workflow/expressions.ts';
import { chains } from './chains.ts';

interface Written {
  readonly jobs: Readonly<
    Record<
      string,
      { readonly if?: string; readonly needs?: readonly string[]; readonly steps: readonly WrittenStep[] }
    >
  >;
}

interface WrittenStep {
  readonly name: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, string>>;
}

const results = ['success', 'failure', 'cancelled', 'skipped'] as const;

describe.each(chains)('$name', ({ compiled: { yaml, whole } }) => {
  const { jobs } = parse(yaml) as Written;
  const { layout } = whole;

  it('starts a job when the chain goes on in it, however the jobs before it ended', () => {
    let count = 0;
    for (const job of layout.jobs) {
      const { if: condition = '', needs = [] } = jobs[job.id] ?? {};
      if (job.id === 'plan') {
        expect(condition).toBe('');
        continue;
      }
      const joins = job.is === 'stretch' ? job.joins : [];
      for (const giving of needs)
        for (const result of results)
          for (const other of results)
            for (const next of [...layout.jobs.map(({ id }) => id), '', undefined])
              for (const cancelled of [false, true]) {
                const all = needs.map((id) => [id, id === giving ? result : other] as const);
                const context: Context = {
                  needs: Object.fromEntries(
                    all.map(([id, own]) => [
                      id,
                      { result: own, outputs: id === giving && next !== undefined ? { next } : {} },
                    ]),
                  ),
                };
                const starts = holds(condition, context, jobFunctions(Object.fromEntries(all), cancelled));
                const isNext = next !== undefined && (next === job.id || joins.includes(next));
                const what = `${job.id}: ${giving} ${result} → ${next}, others ${other}, cancelled ${cancelled}`;
                // The last one joins too, and always runs.
                expect(starts, what).toBe(job.id === 'conclude' || (isNext && !cancelled));
                count += 1;
              }
    }
    expect(count).toBeGreaterThan(100);
  });

  it('does a step when it is ready, and no other; one of `finally` also when the run is cancelled', () => {
    let count = 0;
    for (const job of layout.jobs) {
      if (job.is === 'matrix') continue;
      const steps = jobs[job.id]?.steps ?? [];
      expect(steps[0]).toMatchObject({ name: 'open' });
      expect(steps[0]?.if).toBeUndefined();
      for (const own of job.steps) {
        const step = steps.find(({ with: given }) => given?.step === own.id);
        const others = layout.jobs.flatMap((one) => (one.is === 'stretch' ? one.steps : []));
        for (const ready of [[], ...others.map(({ id }) => [id]), others.map(({ id }) => id), [`${own.id}1`]])
          for (const status of ['success', 'failure', 'cancelled'] as const) {
            const context = { env: { ML_READY: JSON.stringify(ready) } };
            const isShielded = own.name.startsWith('finally');
            expect(
              holds(step?.if ?? '', context, stepFunctions(status)),
              `${own.name}: ${ready.join()}, ${status}`,
            ).toBe(ready.includes(own.id) && (status !== 'cancelled' || isShielded));
            count += 1;
          }
      }
    }
    for (const status of ['success', 'failure', 'cancelled'] as const)
      expect(holds(jobs.conclude?.steps.at(-1)?.if ?? '', {}, stepFunctions(status))).toBe(true);
    expect(count).toBeGreaterThan(30);
  });
});
