/** Whether a text is a value of a parameter. */
import { type ParameterType, parseValue, type Value } from './plan.ts';
import type { Param } from './project.ts';

/** Why a literal is no value of the parameter, or undefined when it is one. */
export function valueProblem(param: Param, literal: string): string | undefined {
  const value = parseValue(param.type, literal);
  if (value === undefined) return `\`${param.name}\` takes ${withArticle(param.type)}, found \`${literal}\``;
  if (param.choices && !param.choices.some((choice) => isSame(param.type, choice, value))) {
    const all = param.choices.map((choice) => `\`${choice}\``).join(', ');
    return `\`${param.name}\` takes one of ${all}, found \`${literal}\``;
  }
  return undefined;
}

function isSame(type: ParameterType, choice: Value, value: Value): boolean {
  return parseValue(type, String(choice)) === value;
}

export function withArticle(type: ParameterType): string {
  switch (type) {
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return '`true` or `false`';
    case 'string':
      return 'a text';
  }
}

/** Seconds of `90`, `90s`, `5m`, `2h` or `1d`. */
export function parseDuration(text: string): number | undefined {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)([smhd])?$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  const seconds = Number(number) * (secondsOf[unit] ?? 1);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

const secondsOf: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
