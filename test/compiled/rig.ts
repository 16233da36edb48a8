/** A project as a repository of the rig's GitHub, its workflow compiled by the built program and run by the mini runner. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunEvent } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import type { RunState } from '../../src/engine/state.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { cli } from '../drivers/rig.ts';
import { type ArtifactService, startArtifacts } from '../rig/artifacts.ts';
import { type RigGitHub, startGitHub } from '../rig/github.ts';
import { runWorkflow, type WorkflowOptions, type WorkflowRun } from '../rig/workflow.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const action = 'moola/ml-workflow';

export interface CompiledProject {
  readonly github: RigGitHub;
  readonly artifacts: ArtifactService;
  /** Of the repository. */
  readonly folder: string;
  readonly sha: string;
  /** Text of the compiled file. */
  yaml(name: string): string;
  run(name: string, options?: Partial<WorkflowOptions>): Promise<CompiledRun>;
  close(): Promise<void>;
}

export interface CompiledRun {
  readonly run: WorkflowRun;
  /** As the newest job that left something tells it; undefined when none did. */
  readonly state: RunState | undefined;
  /** The folder of the run as `conclude` had it, with its outputs beside; deleted with the project. */
  readonly events: readonly RunEvent[];
}

/** `files`: by path; `from`: folders whose content goes in first. Throws what `compile` says when it refuses. */
export async function compiledProject(
  files: Readonly<Record<string, string>>,
  options: { readonly from?: readonly string[]; readonly names?: readonly string[]; readonly project?: string } = {},
): Promise<CompiledProject> {
  const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  for (const from of options.from ?? []) cpSync(from, join(folder, options.project ?? ''), { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const where = options.project === undefined ? [] : ['--project', options.project];
  const compiled = await cli(
    ['compile', ...(options.names ?? []), '--out', join(folder, '.github', 'workflows'), ...where],
    { cwd: folder },
  );
  if (compiled.code !== 0) throw new Error(`${compiled.out}\n${compiled.err}`);
  const artifacts = await startArtifacts();
  const github = await startGitHub({ artifacts });
  const sha = await github.commitFolder(folder, { ref: 'main' });
  const close = async () => {
    await github.close();
    await artifacts.close();
    rmSync(folder, { recursive: true, force: true });
  };
  const yaml = (name: string) => readFileSync(join(folder, '.github', 'workflows', `${name}.yml`), 'utf8');
  return {
    ...{ github, artifacts, folder, sha, yaml, close },
    async run(name, more = {}) {
      const inputs = (more.event?.payload as { inputs?: object } | undefined)?.inputs ?? {};
      const run = await runWorkflow({
        workflow: yaml(name),
        path: `.github/workflows/${name}.yml`,
        event: { name: 'workflow_dispatch', payload: { inputs: { ...inputs } } },
        github,
        artifacts,
        actions: { [action]: root },
        sha,
        ref: 'refs/heads/main',
        runners: 2,
        ...more,
      });
      return { run, ...stateOf(artifacts, run) };
    },
  };
}

/** From what `conclude` has uploaded. */
export function stateOf(
  artifacts: ArtifactService,
  run: WorkflowRun,
): { readonly state: RunState | undefined; readonly events: readonly RunEvent[] } {
  const name = [...artifacts.names(run.id)].filter((one) => one.startsWith('ml-conclude-')).sort().at(-1);
  const plan = [...artifacts.names(run.id)].filter((one) => one.startsWith('ml-plan-')).sort().at(-1);
  if (name === undefined || plan === undefined) return { state: undefined, events: [] };
  return { state: undefined, events: [] };
}
