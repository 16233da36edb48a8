/** What a comment may begin with in this project: its commands, what its workflows are started by, and control commands. */
import { nearest, normalised } from '../language/name.ts';
import { builtinCommands } from '../plan/builtins.ts';
import type { Param } from '../plan/project.ts';

export const controls = ['plan', 'status', 'stop', 'approve', 'resume', 'help'] as const;
export type Control = (typeof controls)[number];

export interface KnownWorkflow {
  readonly name: string;
  readonly params: readonly Param[];
  readonly on?: { readonly comment?: string; readonly label?: string };
}

/** What the definitions of the default branch say. */
export interface Known {
  readonly workflows: readonly KnownWorkflow[];
  /** Names of commands and workflows, without slash, as a chain may call them. */
  readonly commands: readonly string[];
}

export class Names {
  readonly #known: Known;
  readonly #commands: ReadonlySet<string>;
  readonly #comments = new Map<string, KnownWorkflow[]>();

  constructor(known: Known) {
    this.#known = known;
    this.#commands = new Set([...known.commands.map(normalised), ...builtinCommands.keys()]);
    for (const workflow of known.workflows) {
      const { comment } = workflow.on ?? {};
      if (comment === undefined) continue;
      const key = normalised(comment.replace(/^\//, ''));
      this.#comments.set(key, [...(this.#comments.get(key) ?? []), workflow]);
    }
  }

  control(word: string): Control | undefined {
    return controls.find((one) => normalised(word) === `ml_${one}`);
  }

  isCommand(word: string): boolean {
    return this.#commands.has(normalised(word));
  }

  /** Those that the word starts: more than one is a mistake of the project. */
  startedBy(word: string): readonly KnownWorkflow[] {
    return this.#comments.get(normalised(word)) ?? [];
  }

  /** By its own name, or by what starts it; `word` with or without slash. */
  workflow(word: string): KnownWorkflow | undefined {
    const bare = word.replace(/^\//, '');
    const named = this.#known.workflows.find(({ name }) => normalised(name) === normalised(bare));
    return named ?? this.startedBy(bare)[0];
  }

  /** Labels are the same in any case on GitHub. */
  byLabel(label: string): readonly KnownWorkflow[] {
    return this.#known.workflows.filter(({ on }) => on?.label?.toLowerCase() === label.toLowerCase());
  }

  /** Whether the word, or what stands in it before a colon or slash, is one that a comment may begin with. */
  isKnown(word: string): boolean {
    const whole = normalised(word);
    for (let end = whole.length; end > 0; end = whole.lastIndexOf(':', end - 1)) {
      const part = whole.slice(0, end);
      if (this.#commands.has(part) || this.#comments.has(part) || this.control(part)) return true;
    }
    return false;
  }

  /** At most three, nearest first, without slash. */
  nearest(word: string): readonly string[] {
    return nearest(word, this.#all());
  }

  get workflows(): readonly string[] {
    return this.#known.workflows.map(({ name }) => name);
  }

  #all(): ReadonlySet<string> {
    return new Set([
      ...this.#known.workflows.flatMap(({ on }) => on?.comment?.slice(1) ?? []),
      ...controls.map((control) => `ml-${control}`),
      ...this.#known.commands,
      ...[...builtinCommands.values()].map(({ name }) => name),
    ]);
  }
}
