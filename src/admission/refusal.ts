/** Why something does not start: a code for programs, a sentence for people. */
import { plainText } from '../engine/plain-text.ts';

export type RefusalCode =
  | 'not-a-person'
  | 'role-too-low'
  | 'not-in-team'
  | 'comment-gone'
  | 'comment-edited'
  /** It holds hidden characters, or too much. */
  | 'comment-unreadable'
  /** The comment or label asks for something else than what was started in its name. */
  | 'other-asked'
  | 'label-gone'
  /** Two workflows have it. */
  | 'ambiguous-label'
  | 'closed'
  | 'head-moved'
  | 'sha-missing'
  | 'sha-mismatch'
  | 'pushed-after'
  | 'push-time-unknown'
  | 'fork-without-sha'
  | 'local-commands'
  | 'deploy-from'
  | 'over-limit'
  /** GitHub does not answer, or does not allow the question. */
  | 'forge-silent';

export interface Refused {
  readonly is: 'refused';
  readonly code: RefusalCode;
  /** Names stand in backticks; it is still to be escaped where it is shown. */
  readonly sentence: string;
  /** What to do. */
  readonly help?: string;
}

export function refused(code: RefusalCode, sentence: string, help?: string): Refused {
  return { is: 'refused', code, sentence, ...(help === undefined ? {} : { help }) };
}

/** Text of others in a sentence of ours: one short line that stays in its backticks. */
export function named(text: string): string {
  const clean = plainText(text).replace(/\s+/g, ' ').replaceAll('`', "'").trim();
  return `\`${clean.length > 100 ? `${clean.slice(0, 100)}…` : clean}\``;
}

/** GitHub could not be asked. */
export class ForgeSilent extends Error {}

/** The same port, whose every failure is a `ForgeSilent`: what else is thrown is a mistake of ours. */
export function speaking<Port extends object>(port: Port): Port {
  return new Proxy(port, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key, target);
      if (typeof member !== 'function') return member;
      return async (...words: unknown[]) => {
        try {
          return await Reflect.apply(member, target, words);
        } catch (error) {
          throw new ForgeSilent(error instanceof Error ? error.message : String(error), { cause: error });
        }
      };
    },
  });
}

/** What was decided, or that GitHub did not let it be decided. */
export async function closed<Answer>(decide: () => Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await decide();
  } catch (error) {
    if (!(error instanceof ForgeSilent)) throw error;
    return refused(
      'forge-silent',
      `nothing was started, because GitHub does not answer what has to be known first: ${named(error.message)}`,
      'try again in a minute; if it stays like that, look at the permissions of the job',
    );
  }
}
