/** Where the walk over a chain is: what it hangs new nodes on, and what names mean there. */
import type { Source } from '../language/source.ts';
import type { Flow, OpenFork } from './flow.ts';
import type { NodeId } from './plan.ts';
import type { Param } from './project.ts';

export interface Here {
  readonly parent: NodeId | null;
  readonly scope: NodeId | null;
  /** Dotted place, empty for the root. */
  readonly place: string;
  /** How deep the walk is, calls included. */
  readonly depth: number;
  readonly source: Source;
  readonly parameters: ScopeParameters;
  /** The chains that are open here, outermost first. */
  readonly callers: readonly Caller[];
  readonly inPositionalElse: boolean;
  /** What forks here are joined by. */
  readonly block: Block;
}

/** A sequence whose forks stay open until its next barrier, or its end. */
export interface Block {
  readonly id: NodeId;
  /** In the order of the chain. */
  open: OpenFork[];
  /** What was known when the first of them began; the chain goes on in a layer of its own. */
  before?: Pick<Flow, 'reports' | 'steps' | 'variables' | 'open'>;
}

interface Caller {
  readonly name: string;
  readonly chain: Source;
}

/** The parameters of the chain that is open, and which of them something has read. */
export class ScopeParameters {
  readonly #params: ReadonlyMap<string, Param>;
  readonly #read = new Set<string>();

  /** By normalised name. */
  constructor(params: ReadonlyMap<string, Param>) {
    this.#params = params;
  }

  has(name: string): boolean {
    return this.#params.has(name);
  }

  markRead(name: string): void {
    this.#read.add(name);
  }

  unread(): Param[] {
    return [...this.#params].filter(([name]) => !this.#read.has(name)).map(([, param]) => param);
  }
}

export function below(here: Here, parent: NodeId, index: number | string): Here {
  const place = here.place === '' ? String(index) : `${here.place}.${index}`;
  return { ...here, parent, place, depth: here.depth + 1 };
}
