/** A project as a repository of the rig's GitHub, its workflow compiled by the built program and run by the mini runner. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
import { type RerunOptions, runWorkflow, type WorkflowOptions, type WorkflowRun } from '../rig/workflow.ts';
import { temporaryFolder } from '../targets/rig.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
export const action = 'moola/ml-workflow';

/** The action as a repository: a copy, so that a build beside the tests does not pull the files away. */
let copied: string | undefined;
export function actionFolder(): string {
  if (copied !== undefined) return copied;
  const folder = temporaryFolder();
  for (const name of ['dist', 'open', 'step', 'cell', 'conclude', 'action.yml', 'package.json'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  copied = folder;
  return folder;
}

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
  /** As `conclude` had it at its end; undefined when it found no run. */
  readonly state: RunState | undefined;
  readonly events: readonly RunEvent[];
  rerunFailed(more?: RerunOptions): Promise<CompiledRun>;
  rerunAll(more?: RerunOptions): Promise<CompiledRun>;
}

/** `files`: by path; `from`: folders whose content goes in first. Throws what `compile` says when it refuses. */
export async function compiledProject(
  files: Readonly<Record<string, string>>,
  options: {
    readonly from?: readonly string[];
    readonly names?: readonly string[];
    readonly project?: string;
  } = {},
): Promise<CompiledProject> {
  const folder = mkdtempSync(join(tmpdir(), 'compiled-'));
  for (const from of options.from ?? [])
    cpSync(from, join(folder, options.project ?? ''), { recursive: true });
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
      let last: Pick<CompiledRun, 'state' | 'events'> = { state: undefined, events: [] };
      const atJobEnd: NonNullable<WorkflowOptions['atJobEnd']> = async (at) => {
        if (at.job === 'conclude') last = stateIn(join(at.workspace, options.project ?? ''));
        await more.atJobEnd?.(at);
      };
      const first = await runWorkflow({
        workflow: yaml(name),
        path: `.github/workflows/${name}.yml`,
        event: { name: 'workflow_dispatch', payload: {} },
        github,
        artifacts,
        actions: { [action]: actionFolder() },
        sha,
        ref: 'refs/heads/main',
        runners: 2,
        ...more,
        atJobEnd,
      });
      const compiled = (run: WorkflowRun): CompiledRun => ({
        run,
        ...last,
        rerunFailed: async (again) => compiled(await run.rerunFailed({ ...again, atJobEnd })),
        rerunAll: async (again) => compiled(await run.rerunAll({ ...again, atJobEnd })),
      });
      return compiled(first);
    },
  };
}

/** As `conclude` had it when its machine went. */
function stateIn(workspace: string): Pick<CompiledRun, 'state' | 'events'> {
  const runs = join(workspace, '.ml-workflow', 'runs');
  const [run] = existsSync(runs) ? readdirSync(runs) : [];
  if (run === undefined || !existsSync(join(runs, run, 'journal.jsonl')))
    return { state: undefined, events: [] };
  const plan = JSON.parse(readFileSync(join(runs, run, 'plan.json'), 'utf8')) as Plan;
  const lines = readFileSync(join(runs, run, 'journal.jsonl'), 'utf8')
    .split('\n')
    .slice(0, -1);
  const events = lines.map((line) => JSON.parse(line) as RunEvent);
  return { state: fold(plan, events), events };
}
