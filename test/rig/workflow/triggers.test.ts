/** What `on:` asks for, by the rules of GitHub's documentation. */
import { describe, expect, test } from 'vitest';
import { listensTo, matches } from './triggers.ts';

describe('a trigger', () => {
  test.each([
    [['main'], 'main', true],
    [['main'], 'maintenance', false],
    [['releases/*'], 'releases/1', true],
    [['releases/*'], 'releases/1/2', false],
    [['releases/**'], 'releases/1/2', true],
    [['**.py'], 'a/b.py', true],
    [['**/b.py'], 'b.py', true],
    [['*', '!b'], 'b', false],
    [['!b', '*'], 'b', true],
    [['v1.[0-9]+'], 'v1.12', true],
    [['v1.0'], 'v1x0', false],
  ])('%j and %s: %s', (patterns, text, expected) => {
    expect(matches(patterns, text)).toBe(expected);
  });

  test('asks for types, branches and paths; what it does not know is refused', async () => {
    const push = { name: 'push', branch: 'main', paths: async () => ['a.md'] };
    const pull = { name: 'pull_request_target', branch: 'main' };
    expect(await listensTo('push', push)).toBe(true);
    expect(await listensTo(['schedule'], push)).toBe(false);
    expect(await listensTo({ push: { 'branches-ignore': ['m*'] } }, push)).toBe(false);
    expect(await listensTo({ push: { tags: ['v*'] } }, push)).toBe(false);
    expect(await listensTo({ push: { 'paths-ignore': ['**.md'] } }, push)).toBe(false);
    expect(await listensTo({ push: { paths: ['**.py'] } }, push)).toBe(false);
    expect(await listensTo({ pull_request_target: null }, { ...pull, action: 'opened' })).toBe(true);
    expect(await listensTo({ pull_request_target: null }, { ...pull, action: 'labeled' })).toBe(false);
    await expect(listensTo({ push: { actors: ['dana'] } }, push)).rejects.toThrow("filter 'actors' of push");
  });
});
