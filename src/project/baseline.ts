/** What the last accepted run measured, from the file that a project names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostics } from '../language/diagnostic.ts';
import { canonicalMetric } from '../plan/metrics.ts';
import type { Baseline } from '../plan/plan.ts';
import type { Origin, Project } from '../plan/project.ts';

/** A file that is not there is no baseline, which only those notice who compare with it; a broken one is an error. */
export function withBaseline(
  project: Project,
  folder: string,
  origin: Origin | undefined,
  diagnostics: Diagnostics,
): Project {
  const { baselineFile: file } = project;
  if (file === undefined || !origin) return project;
  const found = readBaseline(join(folder, file), file, project);
  if (found === undefined) return project;
  if (typeof found !== 'string') return { ...project, baseline: found };
  diagnostics.add('invalid-value', origin.source, origin.span, `the baseline \`${file}\` ${found}`, {
    help: 'it holds metrics: `{ "accuracy": 0.91, "n": 120 }`',
  });
  return { ...project, baselineBroken: true };
}

/** What is wrong with it when it is none; undefined when there is no such file. */
function readBaseline(path: string, file: string, project: Project): Baseline | string | undefined {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    return code === undefined ? 'is no JSON' : `cannot be read: ${code}`;
  }
  if (!isObject(content)) return 'is no JSON object';
  // A row of the results file holds its metrics one level down.
  const measured = isObject(content.metrics) ? { n: content.n, ...content.metrics } : content;
  const metrics: Record<string, number> = {};
  for (const [name, value] of Object.entries(measured)) {
    if (typeof value !== 'number') continue;
    if (!Number.isFinite(value)) return `has no finite \`${name}\``;
    metrics[canonicalMetric(project, name)] = value;
  }
  const { n: samples, ...others } = metrics;
  if (Object.keys(others).length === 0) return 'holds no metric';
  const isCount = samples !== undefined && Number.isInteger(samples) && samples > 0;
  return { file, metrics, ...(isCount ? { samples } : {}) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
