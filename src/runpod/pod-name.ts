/** The names of our pods: unique for ever, and recognised before anything else is looked at. */
import { randomBytes } from 'node:crypto';

const pattern = /^mlw-[a-z0-9][a-z0-9-]{0,11}-[a-z0-9][a-z0-9-]{0,23}-([0-9]{10})-[0-9a-f]{6}$/;

/** `epoch`: seconds since 1970. At most 60 characters: `mlw-gh-1234567-sweep-3f9a-1795288500-0c41d7`. */
export function newPodName(owner: string, run: string, epoch: number): string {
  const seconds = Math.floor(epoch).toString().padStart(10, '0');
  const random = randomBytes(3).toString('hex');
  // The end of a run's id is what tells it from others.
  const parts = [start(slug(owner.replace(/^github:/, 'gh-')), 12), end(slug(run), 24), seconds, random];
  return `mlw-${parts.join('-')}`;
}

/** Whether it may be one of ours. What proves it is the pod's environment. */
export function isPodName(name: string): boolean {
  return pattern.test(name);
}

/** As the lines of a run call it: by the end of its name. */
export function shortPodName(name: string): string {
  return `pod ${name.slice(name.lastIndexOf('-') + 1)}`;
}

/** When it was intended, in seconds since 1970. */
export function epochOf(name: string): number {
  const [, epoch] = pattern.exec(name) ?? [];
  if (epoch === undefined) throw new Error(`internal: this is no name of a pod: ${name}; please report this`);
  return Number(epoch);
}

function slug(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}

function start(text: string, most: number): string {
  return trimmed(trimmed(text).slice(0, most));
}

function end(text: string, most: number): string {
  return trimmed(trimmed(text).slice(-most));
}

function trimmed(text: string): string {
  return text.replace(/^-+|-+$/g, '') || 'x';
}
