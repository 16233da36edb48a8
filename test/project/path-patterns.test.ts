/** Patterns of paths: what they take in as on GitHub, and what is refused because it could mean two things. */
import { describe, expect, it } from 'vitest';
import { isAmong, patternProblem } from '../../src/project/path-patterns.ts';

describe('a pattern', () => {
  // From GitHub's own list of examples, where they have these signs.
  it.each([
    ['*', 'README.md', true],
    ['*', 'docs/file.txt', false],
    ['**', 'all/the/files.md', true],
    ['*.js', 'app.js', true],
    ['*.js', 'src/app.js', false],
    ['**.js', 'src/js/app.js', true],
    ['docs/*', 'docs/file.txt', true],
    ['docs/*', 'docs/mona/file.txt', false],
    ['docs/**', 'docs/mona/octocat.txt', true],
    ['docs/**', 'docs', false],
    ['docs/**', 'docs-of-mine/a.md', false],
    ['docs/**/*.md', 'docs/README.md', true],
    ['docs/**/*.md', 'docs/mona/hello-world.md', true],
    ['docs/**/*.md', 'docs/a/markdown/file.md', true],
    ['**/docs/**', 'docs/hello.md', true],
    ['**/docs/**', 'dir/docs/my-file.txt', true],
    ['**/docs/**', 'my-docs/file.txt', false],
    ['**/README.md', 'js/README.md', true],
    ['**/README.md', 'README.md', true],
    ['**/README.md', 'NOT-README.md', false],
    ['a/**/b', 'a/b', true],
    ['a/**/b', 'a/x/y/b', true],
    ['a/**/b', 'a/xb', false],
    ['**/*src/**', 'my-src/code/js/app.js', true],
    ['a.b', 'aXb', false],
  ])('%s and %s: %s', (pattern, path, is) => {
    expect(isAmong(path, [pattern])).toBe(is);
  });

  it('with `!` takes away from those before it, and a later one adds again', () => {
    const patterns = ['docs/**', '!docs/**.py', 'docs/conf.py'];
    expect(isAmong('docs/a.md', patterns)).toBe(true);
    expect(isAmong('docs/tool.py', patterns)).toBe(false);
    expect(isAmong('docs/conf.py', patterns)).toBe(true);
    expect(isAmong('train.py', ['!docs/**'])).toBe(false);
  });

  it('is answered soon for a path that was made to take long', () => {
    expect(isAmong(`${'a/'.repeat(2000)}x`, [`${'**/*a*/'.repeat(20)}b`])).toBe(false);
  });

  it('that could mean two things is refused', () => {
    const odd = (sign: string) => `\`${sign}\` is not supported in a pattern; write \`*\` or \`**\``;
    expect(patternProblem('docs/?.md')).toBe(odd('?'));
    expect(patternProblem('docs/[ab].md')).toBe(odd('['));
    expect(patternProblem('*.{md,txt}')).toBe(odd('{'));
    for (const path of ['/docs/**', './docs/**', '../docs/**', '!/docs'])
      expect(patternProblem(path)).toContain('begins at its root without a slash');
    for (const path of ['', '!', 'x'.repeat(301)]) expect(patternProblem(path)).toContain('1 to 300');
    for (const path of ['docs/**', '!**.py', '.github/*.md', 'a b/ü.txt'])
      expect(patternProblem(path)).toBeUndefined();
  });
});
