/** Whether a path or a link stays inside of the folder that it belongs to. */
import { posix } from 'node:path';

/** Never sent and never received: what lies there can run code here. */
export function isReserved(name: string): boolean {
  if (!name.startsWith('.')) return false;
  const lower = name.toLowerCase();
  return lower === '.git' || lower === '.ml-workflow';
}

/** Why it may not be written; undefined when it may. */
export function pathProblem(path: string): string | undefined {
  if (path === '' || path.includes('\0')) return 'it has no usable name';
  if (path.startsWith('/')) return 'its path is absolute';
  const names = path.split('/');
  if (names.includes('..')) return 'its path has `..`';
  if (names.includes('') || names.includes('.')) return 'its path is not in its shortest form';
  const reserved = names.find(isReserved);
  return reserved === undefined ? undefined : `nothing is moved into or out of \`${reserved}\``;
}

/** Why a link at this relative path may not be made; undefined when it stays inside whatever the folders on its way are. */
export function linkProblem(path: string, target: string): string | undefined {
  if (target === '' || target.includes('\0')) return 'it is a link that leads nowhere';
  if (target.startsWith('/')) return `it is a link to the absolute path \`${target}\``;
  const joined = posix.join(posix.dirname(path), target);
  if (joined === '..' || joined.startsWith('../')) return `it is a link that leads outside: \`${target}\``;
  // `folder/..` is elsewhere when the folder is a link itself.
  const names = target.split('/').filter((name) => name !== '' && name !== '.');
  const reserved = names.find(isReserved);
  if (reserved !== undefined) return `it is a link into \`${reserved}\``;
  const down = names.findIndex((name) => name !== '..');
  if (down >= 0 && names.indexOf('..', down) >= 0)
    return `it is a link with \`..\` behind a name: \`${target}\``;
  return undefined;
}
