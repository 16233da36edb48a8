/** The copy of a workflow that act 0.2.87 is given: what its schema refuses is taken out, and it runs in a fixed order. */
import { parse } from 'yaml';

export type Mapping = Record<string, unknown>;

/**
 * What act's schema does not know, each with the smallest job or workflow that has it. Cron's `timezone` is not here:
 * act accepts and ignores it.
 */
export const strippedKeys = [
  { key: 'concurrency.queue', at: 'workflow', sample: { concurrency: { group: 'g', queue: 'max' } } },
  { key: 'concurrency.queue', at: 'job', sample: { concurrency: { group: 'g', queue: 'max' } } },
  { key: 'environment.deployment', at: 'job', sample: { environment: { name: 'p', deployment: false } } },
] as const satisfies readonly { key: string; at: 'workflow' | 'job'; sample: Readonly<Mapping> }[];

/** The job that is added to write down what all others have come to. */
export const COLLECTOR = 'rig-collects-needs';

export interface DeclaredStep {
  /** What act calls it in its log: the step's id, or its place from 0. */
  readonly id: string;
  readonly name: string;
}

export interface DeclaredJob {
  readonly id: string;
  readonly name: string;
  readonly steps: readonly DeclaredStep[];
}

export interface Adapted {
  /** JSON, which is YAML without its ambiguities. */
  readonly text: string;
  readonly name: string;
  readonly jobs: readonly DeclaredJob[];
  /** Of `uses:`, with their refs. */
  readonly uses: readonly string[];
  readonly labels: readonly string[];
}

export interface AdaptOptions {
  /** Where the collector writes, as JSON. */
  readonly needsFile: string;
  /** Runs legs side by side, as written; else one after the other. */
  readonly parallel: boolean;
  /** What a job's `env:` is given on top of its own. */
  readonly envOf: (job: string) => Readonly<Record<string, string>>;
}

/** Throws when the text is no workflow. */
export function adapt(workflow: string, options: AdaptOptions): Adapted {
  const root = objectOf(parse(workflow), 'the workflow');
  const jobs = objectOf(root.jobs, 'jobs');
  strip(root, 'workflow');
  const declared: DeclaredJob[] = [];
  const uses = new Set<string>();
  const labels = new Set<string>();
  for (const [id, value] of Object.entries(jobs)) {
    const job = objectOf(value, `jobs.${id}`);
    strip(job, 'job');
    order(job, options.parallel);
    job.env = { ...(isObject(job.env) ? job.env : {}), ...options.envOf(id) };
    for (const label of labelsOf(job)) labels.add(label);
    const steps = Array.isArray(job.steps) ? job.steps.map((step) => objectOf(step, 'a step')) : [];
    for (const { uses: action } of steps) if (typeof action === 'string') uses.add(action);
    declared.push({ id, name: textOf(job.name) ?? id, steps: steps.map(declaredStep) });
  }
  jobs[COLLECTOR] = collector(
    declared.map(({ id }) => id),
    options.needsFile,
  );
  return {
    text: JSON.stringify(root, null, 1),
    name: textOf(root.name) ?? 'workflow.yml',
    jobs: declared,
    uses: [...uses],
    labels: [...labels],
  };
}

function strip(holder: Mapping, at: 'workflow' | 'job'): void {
  for (const entry of strippedKeys.filter((entry) => entry.at === at)) {
    const [outer, inner] = entry.key.split('.') as [string, string];
    const value = holder[outer];
    if (isObject(value)) delete value[inner];
  }
}

function order(job: Mapping, parallel: boolean): void {
  if (!isObject(job.strategy)) return;
  // Legs side by side write the same Go maps, which may end the whole process.
  if (!parallel) job.strategy['max-parallel'] = 1;
  job.strategy.matrix = guardOutputs(job.strategy.matrix);
}

/**
 * The outputs of a skipped job are '' on GitHub and their own raw text in act. In a matrix the difference is fatal: act
 * evaluates it even where the job's `if` is false, and ends the run where it cannot.
 */
function guardOutputs(value: unknown): unknown {
  if (typeof value === 'string') {
    return value.replaceAll(/\bneeds\.([\w-]+)\.outputs\.[\w-]+/g, (output, job) => {
      return `((needs.${job}.result == 'success' || needs.${job}.result == 'failure') && ${output})`;
    });
  }
  if (Array.isArray(value)) return value.map(guardOutputs);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, guardOutputs(inner)]));
}

function collector(needs: readonly string[], file: string): Mapping {
  // The script is a file of act's, so that outputs may be longer than a variable of the environment.
  const run = `cat > '${file}' <<'RIG_NEEDS'\n\${{ toJSON(needs) }}\nRIG_NEEDS\n`;
  return { needs: [...needs], if: 'always()', 'runs-on': 'ubuntu-latest', steps: [{ shell: 'sh', run }] };
}

function labelsOf(job: Mapping): string[] {
  const written = isObject(job['runs-on']) ? job['runs-on'].labels : job['runs-on'];
  const labels = (Array.isArray(written) ? written : [written]).filter((label) => typeof label === 'string');
  const computed = labels.find((label) => label.includes('${{'));
  // act leaves a job out without a word where it does not know the label.
  if (computed !== undefined) throw new Error(`under act the label '${computed}' has to be written out`);
  return labels;
}

function declaredStep(step: Mapping, index: number): DeclaredStep {
  const id = textOf(step.id) ?? String(index);
  return { id, name: textOf(step.name) ?? textOf(step.uses) ?? textOf(step.run) ?? id };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function isObject(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function objectOf(value: unknown, what: string): Mapping {
  if (!isObject(value)) throw new Error(`${what} is no mapping`);
  return value;
}
