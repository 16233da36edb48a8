/** A command's arguments → words handed on and typed parameters. */
import { didYouMean, normalised } from '../language/name.ts';
import type { Span } from '../language/source.ts';
import type { Argument, Command } from '../language/tree.ts';
import { type Context, checkVariable } from './context.ts';
import type { Flow } from './flow.ts';
import { type ParameterBinding, parseValue, type Template } from './plan.ts';
import type { Param } from './project.ts';
import { axesOf, type CommandReading, readingsOf } from './resolve-command.ts';
import { isKnown, literalOf, templateOf, textTemplate } from './template.ts';
import { valueProblem } from './value.ts';

export interface Bound {
  readonly words: readonly Template[];
  readonly parameters: readonly ParameterBinding[];
}

/**
 * A command without `params` gets its words as they are. One with `params` gets them typed: `--name value`, `--name=value`
 * or, for a positional one, the bare word; anything else is an error. A parameter that no argument names is read from
 * its `from` variable, from the parameter of its own name that the chain has, or is its default.
 */
export function bind(reading: CommandReading & Handed, command: Command, context: Context): Bound {
  return new Binder(reading, command, context).bind();
}

interface Handed {
  /** Variables that the element before binds for this command. */
  readonly handed?: readonly string[];
}

interface Word {
  readonly argument: Argument;
  readonly template: Template;
}

interface Given {
  readonly template: Template;
  readonly span: Span;
  readonly isDefault?: boolean;
}

class Binder {
  readonly #reading: CommandReading & Handed;
  readonly #command: Command;
  readonly #context: Context;
  readonly #given = new Map<Param, Given>();

  constructor(reading: CommandReading & Handed, command: Command, context: Context) {
    this.#reading = reading;
    this.#command = command;
    this.#context = context;
  }

  bind(): Bound {
    const { definition } = this.#reading;
    const words = this.#command.arguments.map((argument) => ({
      argument,
      template: templateOf(argument, this.#context),
    }));
    if (definition.params.length === 0) {
      const [first] = words;
      if (definition.is !== 'run' && first)
        this.#report('unknown-param', first.argument.span, 'takes no arguments');
      for (const { argument } of words) this.#noticeCommand(argument);
      return { words: words.map(({ template }) => template), parameters: this.#handed() };
    }
    this.#match(words);
    const parameters = definition.params.flatMap((param) => this.#binding(param));
    return { words: [], parameters: [...parameters, ...this.#handed()] };
  }

  /** What a `context:` in front of a script gives it, beside its own parameters. */
  #handed(): ParameterBinding[] {
    const { definition, handed = [] } = this.#reading;
    if (definition.is !== 'run') return [];
    const own = new Set(definition.params.map(({ name }) => normalised(name)));
    return handed
      .filter((name) => !own.has(name))
      .map((name) => ({ name, type: 'string', value: [{ kind: 'variable', name }] }));
  }

  #match(words: readonly Word[]): void {
    const { definition, argument: tail } = this.#reading;
    const positional = definition.params.filter((param) => param.positional);
    if (tail !== undefined && positional[0]) {
      this.#given.set(positional[0], { template: textTemplate(tail), span: this.#command.nameSpan });
    }
    for (let index = 0; index < words.length; index += 1) {
      const { argument, template } = words[index] ?? { argument: undefined, template: [] };
      if (!argument) break;
      const option = optionOf(argument);
      if (!option) {
        if (!argument.quoted && /^-[A-Za-z]/.test(argument.text)) {
          this.#report('unknown-param', argument.span, `has no parameter \`${argument.text}\``);
          continue;
        }
        const free = positional.find((param) => !this.#given.has(param));
        if (free) this.#given.set(free, { template, span: argument.span });
        else this.#report('unknown-param', argument.span, `takes no argument \`${argument.text}\``);
        this.#noticeCommand(argument);
        continue;
      }
      const next = words[index + 1];
      const value = next && !optionOf(next.argument) ? next : undefined;
      const param = definition.params.find(({ name }) => normalised(name) === normalised(option.name));
      const isTruth = value !== undefined && /^(?:true|false)$/.test(value.argument.text);
      if (!option.inline && value && (param?.type !== 'boolean' || isTruth)) index += 1;
      if (!param) {
        const names = definition.params.map(({ name }) => name);
        const given = option.inline ? argument.text.slice(option.length) : value?.argument.text;
        const help =
          this.#meantPoint(option.name, given) ?? didYouMean(option.name, names, (known) => `--${known}`);
        this.#report('unknown-param', argument.span, `has no parameter \`--${option.name}\``, help);
      } else if (option.inline) {
        this.#give(param, { template: withoutPrefix(template, option.length), span: argument.span });
      } else if (param.type === 'boolean') {
        const template = value && isTruth ? value.template : textTemplate('true');
        this.#give(param, { template, span: argument.span });
      } else if (value) {
        this.#give(param, { template: value.template, span: value.argument.span });
      } else {
        this.#report('invalid-param', argument.span, `needs a value behind \`--${option.name}\``);
        this.#given.set(param, { template: [], span: argument.span });
      }
    }
  }

  /** `--sigma 0.1` of an axis. */
  #meantPoint(option: string, given: string | undefined): string | undefined {
    const { definition } = this.#reading;
    const axis = axesOf(this.#context.project, definition).find(
      (one) => normalised(one) === normalised(option),
    );
    return axis === undefined ? undefined : `write \`/${definition.name}:${axis}-${given ?? '<value>'}\``;
  }

  #give(param: Param, given: Given): void {
    if (this.#given.has(param))
      this.#report('invalid-param', given.span, `is given \`--${param.name}\` twice`);
    else this.#given.set(param, given);
  }

  #binding(param: Param): ParameterBinding[] {
    const given = this.#given.get(param) ?? this.#implied(param);
    if (!given) {
      this.#reportMissing(param);
      return [];
    }
    const literal = literalOf(given.template, this.#context.flow);
    // A default is checked where it is declared.
    const isGiven = given.template.length > 0 && !given.isDefault;
    const problem = literal === undefined || !isGiven ? undefined : valueProblem(param, literal);
    if (problem) {
      const { source, diagnostics } = this.#context;
      diagnostics.add('invalid-param', source, given.span, problem);
    }
    const flag = param.flag === undefined ? {} : { flag: param.flag };
    return [{ name: normalised(param.name), type: param.type, value: given.template, ...flag }];
  }

  #implied(param: Param): Given | undefined {
    const { flow, parameters } = this.#context;
    const own = normalised(param.name);
    const span = this.#command.nameSpan;
    const from = param.from === undefined ? undefined : normalised(param.from);
    if (this.#reading.handed?.includes(own)) return { template: [{ kind: 'variable', name: own }], span };
    const isLoaded = flow.loaded && param.default === undefined;
    if (from !== undefined && (flow.variables.has(from) || isLoaded)) {
      checkVariable(from, span, this.#context);
      return { template: [{ kind: 'variable', name: from }], span };
    }
    if (parameters.has(own)) {
      parameters.markRead(own);
      return { template: [{ kind: 'variable', name: own }], span };
    }
    return param.default === undefined
      ? undefined
      : { template: textTemplate(String(param.default)), span, isDefault: true };
  }

  #reportMissing(param: Param): void {
    const { nameSpan } = this.#command;
    if (param.from === undefined) {
      const { definition } = this.#reading;
      const builtin = definition.is === 'builtin' ? definition.name : undefined;
      if (builtin === 'wait')
        this.#report('invalid-param', nameSpan, 'needs a duration', 'write `/wait:10m`');
      else if (builtin === 'scp')
        this.#report('invalid-param', nameSpan, 'needs a transfer', 'write `/scp:<transfer>`');
      else this.#report('invalid-param', nameSpan, `needs \`--${param.name}\``);
      return;
    }
    if (this.#context.flow.uncertain) return;
    this.#report(
      'unknown-variable',
      nameSpan,
      `reads \`${param.name}\` from \`$${param.from}\`, which nothing before it sets`,
      `pass \`--${param.name}\`, or run the command that sets \`$${param.from}\` first`,
    );
  }

  /** `/train /deploy` reads like two commands whose arrow is missing. */
  #noticeCommand(argument: Argument): void {
    const { project, source, diagnostics } = this.#context;
    if (argument.quoted || !argument.text.startsWith('/')) return;
    if (readingsOf(project, argument.text.slice(1)).length === 0) return;
    const message = `\`${argument.text}\` is an argument here, not the command`;
    diagnostics.add('ambiguous-reading', source, argument.span, message, {
      help: `write \`→ ${argument.text}\` to run it, or \`'${argument.text}'\` to pass it on`,
    });
  }

  #report(
    code: 'unknown-param' | 'invalid-param' | 'unknown-variable',
    span: Span,
    what: string,
    help?: string,
  ): void {
    const { source, diagnostics } = this.#context;
    diagnostics.add(code, source, span, `\`/${this.#reading.definition.name}\` ${what}`, { help });
  }
}

function optionOf({
  text: written,
}: Argument): { name: string; inline: boolean; length: number } | undefined {
  const option = /^--([^='"\\]+)(=)?/.exec(written);
  return option
    ? { name: option[1] ?? '', inline: option[2] !== undefined, length: option[0].length }
    : undefined;
}

function withoutPrefix(template: Template, length: number): Template {
  const [first, ...rest] = template;
  return first?.kind === 'text' ? [{ kind: 'text', text: first.text.slice(length) }, ...rest] : template;
}

/** The parameters of a called chain, as its variables. */
export function variablesOfCall(parameters: readonly ParameterBinding[], flow: Flow): Flow['variables'] {
  return new Map(
    parameters.map(({ name, type, value: template }) => {
      const literal = literalOf(template, flow);
      const value = literal === undefined ? undefined : parseValue(type, literal);
      return [name, { constant: isKnown(template, flow), ...(value === undefined ? {} : { value }) }];
    }),
  );
}
