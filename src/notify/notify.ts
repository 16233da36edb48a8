/** Tells everybody who wants to hear of it, at the same time. Never rejects. */
import type { Receiver } from '../project/notify-schema.ts';
import { deliver, type Outside } from './deliver.ts';
import type { Notice } from './notice.ts';
import { slackMessage } from './slack-message.ts';
import { webhookBody } from './webhook-body.ts';

const kinds: Readonly<Record<Receiver['kind'], string>> = { webhook: 'the webhook', slack: 'the chat' };

/** Of receivers that want to hear of the notice; the caller masks them before anything is written. */
export function addressesOf(
  receivers: readonly Receiver[],
  environment: NodeJS.ProcessEnv,
): readonly string[] {
  return receivers.flatMap(({ variable }) => environment[variable]?.trim() || []);
}

/** Gives who was not reached, and why: one sentence each, in the order of the receivers. */
export async function notify(
  notice: Notice,
  receivers: readonly Receiver[],
  environment: NodeJS.ProcessEnv,
  outside: Outside,
): Promise<readonly string[]> {
  const wanting = receivers.filter(({ on }) => on.includes(notice.occasion));
  const losses = await Promise.all(
    wanting.map(async ({ kind, variable }) => {
      const why = await tell(kind, environment[variable]?.trim() ?? '', notice, outside);
      return why === undefined ? [] : [`${kinds[kind]} of \`${variable}\` was not told: ${why}`];
    }),
  );
  return losses.flat();
}

async function tell(
  kind: Receiver['kind'],
  address: string,
  notice: Notice,
  outside: Outside,
): Promise<string | undefined> {
  if (address === '') return 'the variable is not set';
  try {
    return await deliver(address, kind === 'slack' ? slackMessage(notice) : webhookBody(notice), outside);
  } catch (error) {
    return `internal: ${error instanceof Error ? error.name : 'an error'}; please report this`;
  }
}
