/** A repository with the router and the shipped sweep, compiled, beside a RunPod of the rig; and all that is left of a run. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { type RigRunpod, startRunpod } from '../rig/runpod.ts';
import type { StoryOptions } from '../rig/story.ts';
import { remoteProject } from '../targets/remote-rig.ts';
import { type StoryProject, storyProject } from './rig.ts';

export interface CoreProject extends StoryProject {
  readonly runpod: RigRunpod;
  /**
   * Every text that people, or programs with a token, can read: logs, summaries, annotations and outputs of all runs, comments,
   * check runs, whatever was sent to GitHub, and artifacts with all that is in them.
   */
  left(): string[];
}

/** Its last commands put the model where it is served from, on the runner: the project says that they may. */
export async function coreProject(story: Partial<StoryOptions> = {}): Promise<CoreProject> {
  const from = remoteProject();
  const declared = readFileSync(join(from, 'ml-workflow.yml'), 'utf8');
  const runpod = await startRunpod();
  const project = await storyProject(
    { 'ml-workflow.yml': `${declared}\npolicy: { local-commands: true }\n` },
    {
      from: [from],
      names: ['runpod-hpo-parallel'],
      story: {
        runners: 4,
        secrets: { RUNPOD_API_KEY: runpod.key },
        env: { RUNPOD_API_URL: runpod.url },
        ...story,
      },
    },
  );
  return {
    ...project,
    runpod,
    left() {
      const { github, artifacts } = project;
      const runs = project.story.runs.flatMap((run) => [
        run.displayTitle,
        run.log,
        JSON.stringify(run.jobs),
        ...artifacts.list(run.id).flatMap(({ bytes }) => unzipped(bytes).map(String)),
      ]);
      return [...runs, ...github.requests.flatMap(({ path, body }) => [path, ...textsIn(body)])];
    },
    async close() {
      await project.close();
      await runpod.stop();
    },
  };
}

/** What is in Base64 is read, too: files and blobs are sent so. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value, Buffer.from(value, 'base64').toString('latin1')];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The files of a zip, by its central directory. */
function unzipped(zip: Buffer): Buffer[] {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006'));
  const files: Buffer[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20)];
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(from, from + size);
    files.push(method === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
