/** GitHub Actions as its API shows it: dispatches are recorded, artifacts are listed. */
import {
  ApiError,
  type Call,
  type Handlers,
  idSequence,
  isObject,
  type JsonObject,
  notFound,
  now,
  page,
  type Reply,
  text,
} from './api.ts';
import type { Git } from './git.ts';
import { nodeId } from './objects.ts';

const DISPATCH_NAME_LIMIT = 100;
const ARTIFACT_DAYS = 90;

/** A dispatch that GitHub has accepted; here it starts nothing. */
export type Dispatch =
  | {
      readonly kind: 'workflow';
      readonly workflow: string;
      readonly ref: string;
      readonly inputs: JsonObject;
    }
  | { readonly kind: 'repository'; readonly eventType: string; readonly payload: JsonObject };

export interface ArtifactFields {
  readonly name: string;
  readonly runId: number;
  readonly sizeInBytes?: number;
  readonly expired?: boolean;
}

interface Artifact extends ArtifactFields {
  readonly id: number;
  readonly createdAt: string;
}

export class Actions {
  readonly dispatches: Dispatch[] = [];
  readonly #url: string;
  readonly #fullName: string;
  readonly #git: Git;
  readonly #workflows: readonly string[];
  readonly #artifacts: Artifact[] = [];
  readonly #nextArtifactId = idSequence(4_000_000_000);
  readonly #nextRunId = idSequence(18_000_000_000);

  /** `workflows` are the file names that listen to workflow_dispatch; GitHub answers 404 for any other. */
  constructor(url: string, fullName: string, git: Git, workflows: readonly string[]) {
    this.#url = url;
    this.#fullName = fullName;
    this.#git = git;
    this.#workflows = workflows;
  }

  addArtifact(fields: ArtifactFields): number {
    const artifact = { ...fields, id: this.#nextArtifactId(), createdAt: now() };
    this.#artifacts.push(artifact);
    return artifact.id;
  }

  handlers(): Handlers {
    return {
      'actions/create-workflow-dispatch': (call) => this.#dispatchWorkflow(call),
      'repos/create-dispatch-event': (call) => {
        const eventType = text(call.body.event_type) ?? '';
        if (eventType.length > DISPATCH_NAME_LIMIT) throw new ApiError(422, 'event_type is too long');
        const payload = isObject(call.body.client_payload) ? call.body.client_payload : {};
        this.dispatches.push({ kind: 'repository', eventType, payload });
        return { status: 204 };
      },
      'actions/list-artifacts-for-repo': (call) => this.#list(call, () => true),
      'actions/list-workflow-run-artifacts': (call) =>
        this.#list(call, (artifact) => artifact.runId === Number(call.params.run_id)),
    };
  }

  async #dispatchWorkflow(call: Call): Promise<Reply> {
    const workflow = call.params.workflow_id ?? '';
    if (!this.#workflows.includes(workflow)) throw notFound();
    const ref = (text(call.body.ref) ?? '').replace(/^refs\/(heads|tags)\//, '');
    // A branch or tag: a SHA is refused here, though git would resolve it.
    if (/^[0-9a-f]{40}$/.test(ref) || (await this.#git.commit(ref)) === undefined) {
      throw new ApiError(422, `No ref found for: ${ref}`);
    }
    const inputs = isObject(call.body.inputs) ? call.body.inputs : {};
    this.dispatches.push({ kind: 'workflow', workflow, ref, inputs });
    if (call.body.return_run_details !== true) return { status: 204 };
    const id = this.#nextRunId();
    return {
      status: 200,
      body: {
        workflow_run_id: id,
        run_url: `${this.#url}/repos/${this.#fullName}/actions/runs/${id}`,
        html_url: `${this.#url}/${this.#fullName}/actions/runs/${id}`,
      },
    };
  }

  #list(call: Call, wanted: (artifact: Artifact) => boolean): Reply {
    const { name } = call.query;
    const found = this.#artifacts
      .filter((artifact) => wanted(artifact) && (name === undefined || artifact.name === name))
      .reverse();
    const { items, headers } = page(
      call,
      this.#url,
      found.map((artifact) => this.#render(artifact)),
    );
    return { status: 200, body: { total_count: found.length, artifacts: items }, headers };
  }

  #render(artifact: Artifact): JsonObject {
    const address = `${this.#url}/repos/${this.#fullName}/actions/artifacts/${artifact.id}`;
    const expiry = new Date(Date.parse(artifact.createdAt) + ARTIFACT_DAYS * 24 * 3600 * 1000);
    return {
      id: artifact.id,
      node_id: nodeId('Artifact', artifact.id),
      name: artifact.name,
      size_in_bytes: artifact.sizeInBytes ?? 0,
      url: address,
      archive_download_url: `${address}/zip`,
      expired: artifact.expired ?? false,
      created_at: artifact.createdAt,
      updated_at: artifact.createdAt,
      expires_at: expiry.toISOString(),
      workflow_run: { id: artifact.runId },
    };
  }
}
