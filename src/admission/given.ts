/** The words behind a workflow's command → values of its parameters, written as on the command line. */
import type { Diagnostics } from '../language/diagnostic.ts';
import { didYouMean, normalised } from '../language/name.ts';
import type { Source } from '../language/source.ts';
import type { Argument, Command, WordPart } from '../language/tree.ts';
import type { Param } from '../plan/project.ts';
import { valueProblem } from '../plan/value.ts';
import { cut } from './comment-source.ts';
import type { KnownWorkflow } from './names.ts';

export interface Given {
  readonly name: string;
  readonly value: string;
  /** What was written, in its place. */
  readonly source: Source;
}

/** Undefined when something is wrong with it, which is then reported. `source`: that of the command. */
export function givenBy(
  command: Command,
  workflow: KnownWorkflow,
  source: Source,
  diagnostics: Diagnostics,
): readonly Given[] | undefined {
  const before = diagnostics.hasErrors;
  const given = new Reader(command, workflow, source, diagnostics).read();
  return diagnostics.hasErrors && !before ? undefined : given;
}

/** Without quotes; undefined when it is more than text: from outside only values are taken, no variables. */
export function plainText({ parts }: { readonly parts: readonly WordPart[] }): string | undefined {
  let text = '';
  for (const part of parts) {
    if (part.kind !== 'text') return undefined;
    text += part.text;
  }
  return text;
}

class Reader {
  readonly #command: Command;
  readonly #workflow: KnownWorkflow;
  readonly #source: Source;
  readonly #diagnostics: Diagnostics;
  readonly #given = new Map<Param, Given>();

  constructor(command: Command, workflow: KnownWorkflow, source: Source, diagnostics: Diagnostics) {
    this.#command = command;
    this.#workflow = workflow;
    this.#source = source;
    this.#diagnostics = diagnostics;
  }

  read(): readonly Given[] {
    const words = this.#command.arguments;
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index];
      if (!word) break;
      const option = optionOf(word);
      if (!option) {
        this.#positional(word);
        continue;
      }
      const { params, name: workflow } = this.#workflow;
      const param = params.find(({ name }) => normalised(name) === normalised(option.name));
      const next = words[index + 1];
      const value = next && !optionOf(next) ? next : undefined;
      const isTruth = value !== undefined && /^(?:true|false)$/.test(value.text);
      const takesNext = !option.isInline && value !== undefined && (param?.type !== 'boolean' || isTruth);
      if (takesNext) index += 1;
      if (!param) {
        const names = params.map(({ name }) => name);
        const help =
          didYouMean(option.name, names, (name) => `--${name}`) ??
          (names.length === 0
            ? 'it takes none'
            : `it takes ${names.map((name) => `\`--${name}\``).join(', ')}`);
        this.#report('unknown-param', word, `\`${workflow}\` has no parameter \`--${option.name}\``, help);
      } else if (option.isInline) this.#give(param, word, plainText(word)?.slice(option.length), word);
      else if (takesNext && value) this.#give(param, word, plainText(value), value);
      else if (param.type === 'boolean') this.#give(param, word, 'true', word);
      else this.#report('invalid-param', word, `\`--${option.name}\` has no value`);
    }
    return [...this.#given.values()];
  }

  #positional(word: Argument): void {
    const free = this.#workflow.params.find((param) => param.positional && !this.#given.has(param));
    const isOption = !word.quoted && /^-[A-Za-z]/.test(word.text);
    if (free && !isOption) return this.#give(free, word, plainText(word), word);
    const isCommit = /^@[0-9a-f]+$/i.test(word.text);
    const help = isCommit
      ? 'a commit is named by at least 7 digits, directly behind the command or at the end'
      : undefined;
    this.#report('unknown-param', word, `\`${this.#workflow.name}\` takes no \`${word.text}\``, help);
  }

  #give(param: Param, from: Argument, value: string | undefined, to: Argument): void {
    if (value === undefined) {
      const message = `\`--${param.name}\` of a comment is a plain value, without variables`;
      return this.#report('invalid-param', to, message, "quote it if it is text: `'…'`");
    }
    const { span } = from;
    const problem = this.#given.has(param)
      ? `\`--${param.name}\` is given twice`
      : /\p{Cc}/u.test(value)
        ? `the value of \`--${param.name}\` goes over lines`
        : valueProblem(param, value);
    if (problem !== undefined) return this.#report('invalid-param', to, problem);
    const source = cut(this.#source, span.start, to.span.end);
    this.#given.set(param, { name: param.name, value, source });
  }

  #report(code: 'unknown-param' | 'invalid-param', { span }: Argument, message: string, help?: string): void {
    this.#diagnostics.add(code, this.#source, span, message, { help });
  }
}

function optionOf({ text }: Argument): { name: string; isInline: boolean; length: number } | undefined {
  const option = /^--([^='"\\]+)(=)?/.exec(text);
  return option
    ? { name: option[1] ?? '', isInline: option[2] !== undefined, length: option[0].length }
    : undefined;
}
