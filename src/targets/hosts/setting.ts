/** What a target is told by its project file or by a variable. */
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Setting } from '../../plan/plan.ts';

export class SettingError extends Error {}

/** `what`: for people, `the host of the target \`pod\``. Throws a `SettingError`. */
export function settingOf(setting: Setting, what: string, environment: NodeJS.ProcessEnv): string {
  if ('value' in setting) return setting.value;
  const value = environment[setting.variable]?.trim();
  if (value !== undefined && value !== '') return value;
  throw new SettingError(`${setting.variable} is not set; it holds ${what}`);
}

/** A private key as text, from the setting itself or from the file that it names. */
export function privateKeyOf(setting: Setting, what: string, environment: NodeJS.ProcessEnv): string {
  const given = settingOf(setting, what, environment);
  if (given.includes('PRIVATE KEY-----')) return `${given.trim()}\n`;
  const path = given.startsWith('~/') ? join(environment.HOME ?? homedir(), given.slice(2)) : given;
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';
    const shown = isPath(given, 'value' in setting) ? `: ${given}` : '';
    throw new SettingError(`${what} is neither a private key nor the path of one (${why})${shown}`);
  }
}

/** Whether it may be shown: a key without its first and last line looks like no path. */
function isPath(text: string, isWritten: boolean): boolean {
  const looksSo = /^(?:~|\.{1,2})?\/[^\p{Cc}]{1,300}$/u.test(text);
  return (looksSo || (isWritten && /^[^\p{Cc}]{1,300}$/u.test(text))) && !/^[A-Za-z0-9+/=]{60,}$/.test(text);
}
