/** One fact about a pod as one line. Names of offers and GPUs, and reasons, are words of RunPod and of its hosts. */
import type { PodFact } from '../engine/event.ts';
import { plainText } from '../engine/plain-text.ts';
import type { RunState } from '../engine/state.ts';
import { percent } from './percent.ts';
import { cost, hourly, reapWords, scopeTitle, shortName } from './pods.ts';
import type { Style } from './style.ts';
import { duration } from './words.ts';

export function podLine(event: PodFact, state: RunState, style: Style): string {
  if (event.type === 'unit-placed') {
    const title = state.byId.get(event.node)?.title ?? event.node;
    const on = state.pods.has(event.on) ? `pod ${shortName(event.on)}` : event.on;
    const part = event.share < 1 ? `, with ${percent(event.share)} of it` : '';
    return `  ${style.dim(`▣ ${title} runs on ${on}${part}`)}`;
  }
  const pod = state.pods.get(event.pod);
  const name = `pod ${shortName(event.pod)}`;
  switch (event.type) {
    case 'pod-intended':
      return `  ${style.cyan('▣')} ${name} for ${scopeTitle(state, event.scope)}  ${style.dim(`${plainText(event.offer)}, ${hourly(event.price)}`)}`;
    case 'pod-refused':
      return `  ${style.yellow('▣')} ${name} was refused  ${style.yellow(plainText(event.message))} ${style.dim(`[${event.class}]`)}`;
    case 'pod-created': {
      const quoted = pod?.quoted ?? event.price;
      const other = quoted === event.price ? '' : `  ${style.yellow(`the catalogue said ${hourly(quoted)}`)}`;
      return `  ${style.cyan('▣')} ${name} is starting  ${style.dim(hourly(event.price))}${other}`;
    }
    case 'pod-ready':
      return `  ${style.green('▣')} ${name} is ready  ${style.dim([`after ${duration(event.seconds)}`, ...(event.gpu === undefined ? [] : [plainText(event.gpu)])].join('  '))}`;
    case 'pod-ended': {
      const life = `after ${duration(event.seconds)}, ${cost(event.dollars)}`;
      if (event.proven)
        return `  ${style.green('▣')} ${name} has ended  ${style.dim(`${life}  ${plainText(event.why)}`)}`;
      const loud = `may still run and cost ${hourly(pod?.price ?? 0)}: its end could not be verified`;
      return `  ${style.red(`✗ ${name} ${loud}`)}  ${style.dim(plainText(event.why))}  ${style.bold(reapWords(state.run.id))}`;
    }
    case 'pod-billed':
      return `  ${style.dim(`▣ ${name} was billed ${cost(event.dollars)}`)}`;
  }
}
