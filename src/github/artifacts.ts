/** The artifacts of a run on GitHub: what one job leaves for the jobs after it, and one run for the run that goes on with it. */
import { constants } from 'node:fs';
import { access, lstat, mkdir, readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import type { DefaultArtifactClient, FindOptions } from '@actions/artifact';

export interface StoredArtifact {
  readonly name: string;
  readonly id: number;
  /** Bytes, of the archive. */
  readonly size: number;
  /** ISO 8601. */
  readonly createdAt?: string;
}

export interface ArtifactStore {
  /**
   * Uploads all files under `directory`. Neither modes nor empty folders are kept: a program that comes back is no
   * longer executable. Rejects with an ArtifactError when the name is taken, the service refuses, or something under
   * `directory` is no plain file with a name that an artifact can hold.
   */
  upload(
    name: string,
    directory: string,
    /** At most what the repository allows. */
    options: { readonly retentionDays?: number },
  ): Promise<void>;
  /** All finished artifacts of this run, every attempt, newest first. Rejects with an ArtifactError. */
  list(): Promise<readonly StoredArtifact[]>;
  /**
   * Unpacks into `into`, which is made; when it is there it must be empty. Rejects with an ArtifactError, also when
   * what was unpacked is more than plain files and folders: then nothing in `into` is to be used.
   */
  download(id: number, into: string): Promise<void>;
}

export class ArtifactError extends Error {
  // Recognised by it, so that nobody has to load the client for that.
  override readonly name = 'ArtifactError';
}

/** Not in a file's name: the client refuses most, turns `\` into `/`, and on unpacking folds dots into one. */
const oddInPath = /["\\:<>|*?\r\n]|(?:^|\/)\.\.+(?:\/|$)/;

/** Another run of the repository than the one that this process is a part of. */
export interface OtherRun {
  /** GitHub's id. */
  readonly run: number;
  readonly owner: string;
  readonly repository: string;
  /** May read actions. */
  readonly token: string;
}

/** Of the run that this process is a part of. The client is loaded with the first call: it takes a quarter second. */
export function actionsArtifacts(): ArtifactStore {
  return storeOf({});
}

/** Only to read. */
export function artifactsOfRun({
  run,
  owner,
  repository,
  token,
}: OtherRun): Pick<ArtifactStore, 'list' | 'download'> {
  const findBy = { workflowRunId: run, repositoryOwner: owner, repositoryName: repository, token };
  return storeOf({ findBy });
}

function storeOf(options: FindOptions): ArtifactStore {
  const digests = new Map<number, string>();
  return {
    async upload(name, directory, { retentionDays }) {
      const root = resolve(directory);
      const files = await filesToUpload(root);
      if (files.length === 0)
        throw new ArtifactError(`${directory} has no file for the artifact \`${name}\``);
      await withClient(`the artifact \`${name}\` was not uploaded`, (client) =>
        client.uploadArtifact(name, files, root, retentionDays === undefined ? {} : { retentionDays }),
      );
    },
    async list() {
      const { artifacts } = await withClient('the artifacts of the run were not listed', (client) =>
        client.listArtifacts(options),
      );
      for (const { id, digest } of artifacts) if (digest !== undefined) digests.set(id, digest);
      return artifacts
        .map(({ name, id, size, createdAt }) => ({
          name,
          id,
          size,
          ...(createdAt === undefined ? {} : { createdAt: createdAt.toISOString() }),
        }))
        .sort((one, other) => other.id - one.id);
    },
    async download(id, into) {
      await makeEmpty(into);
      const expectedHash = digests.get(id);
      const { digestMismatch } = await withClient(`artifact ${id} was not downloaded`, (client) =>
        client.downloadArtifact(id, {
          path: resolve(into),
          ...options,
          ...(expectedHash === undefined ? {} : { expectedHash }),
        }),
      );
      if (digestMismatch === true)
        throw new ArtifactError(`artifact ${id} has arrived with other bytes than were uploaded`);
      await assertPlain(into, id);
    },
  };
}

async function withClient<Result>(
  failure: string,
  work: (client: DefaultArtifactClient) => Promise<Result>,
): Promise<Result> {
  for (const name of ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL']) {
    if ((process.env[name] ?? '') === '')
      throw new ArtifactError(`${failure}: this is not an action on GitHub Actions, ${name} is not set`);
  }
  const { DefaultArtifactClient } = await import('@actions/artifact');
  try {
    return await work(new DefaultArtifactClient());
  } catch (error) {
    throw new ArtifactError(`${failure}: ${reasonOf(error)}`, { cause: error });
  }
}

/** By words: the client keeps neither status nor class of an error. */
function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const first = message.split('\n')[0]?.trim() ?? '';
  const network = /Unable to make request: (\w+)/.exec(message)?.[1];
  if (network !== undefined) return `GitHub's artifact service cannot be reached (${network})`;
  if (/storage quota has been hit/.test(message)) return "the account's storage for artifacts is used up";
  if (/not currently supported on GHES/.test(message))
    return 'an Enterprise Server has no artifact service that this client knows';
  if (/No artifacts found for ID/.test(message)) return 'the run has no such artifact';
  if (/\(409\)/.test(message)) return 'the run already has an artifact of that name';
  if (/\(401\)/.test(message)) return "GitHub's artifact service does not take the job's token";
  if (/\(403\)/.test(message)) return "GitHub's artifact service does not allow it to this job";
  if (/Artifact download failed after|stalled/.test(message))
    return 'the transfer did not succeed, however often it was tried';
  return first === '' ? 'the service gave no reason' : first;
}

/** Looked at before the client does: it follows links, leaves out silently what it cannot read, or ends the process. */
async function filesToUpload(root: string): Promise<string[]> {
  const files: string[] = [];
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch((error: Error) => {
    throw new ArtifactError(`cannot read ${root}: ${error.message}`);
  });
  for (const entry of entries) {
    const path = join(entry.parentPath, entry.name);
    const shown = relative(root, path);
    if (entry.isDirectory()) continue;
    if (entry.isSymbolicLink())
      throw new ArtifactError(`\`${shown}\` is a symbolic link, which an artifact cannot hold`);
    if (!entry.isFile()) throw new ArtifactError(`\`${shown}\` is no plain file`);
    if (oddInPath.test(shown.replaceAll(sep, '/')))
      throw new ArtifactError(
        `an artifact cannot hold \`${shown}\`: no name may be only dots, or have one of " \\ : < > | * ? in it`,
      );
    await access(path, constants.R_OK).catch(() => {
      throw new ArtifactError(`cannot read \`${shown}\``);
    });
    files.push(path);
  }
  return files.sort();
}

async function makeEmpty(into: string): Promise<void> {
  try {
    await mkdir(into, { recursive: true });
    // A link would lead what is unpacked elsewhere.
    if (!(await lstat(into)).isDirectory()) throw new ArtifactError(`${into} is not a folder`);
    if ((await readdir(into)).length > 0) throw new ArtifactError(`${into} is not empty`);
  } catch (error) {
    if (error instanceof ArtifactError) throw error;
    throw new ArtifactError(`cannot make ${into}: ${String(error)}`, { cause: error });
  }
}

/** The archive may be made by whatever ran in the job. */
async function assertPlain(into: string, id: number): Promise<void> {
  for (const entry of await readdir(into, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() || entry.isDirectory()) continue;
    const shown = relative(into, join(entry.parentPath, entry.name));
    throw new ArtifactError(`artifact ${id} is refused: \`${shown}\` in it is no plain file`);
  }
}
