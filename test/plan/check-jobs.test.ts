/** Where a command with an environment may stand, and how long one may take. */
import { describe, expect, it } from 'vitest';
import { planned } from './rig.ts';

const project = `commands:
  a: { run: a }
  b: { run: b }
  m: { run: m, metrics: [{ output: [accuracy] }] }
  deploy: { run: d, environment: production }
  ship: { chain: /a → /deploy }
  failing: { chain: "/a\\non_failure → /deploy" }
`;

const said = (chain: string) =>
  planned(chain, project)
    .text.split('\n')
    .filter((line) => /environment-not-at-top|^ {2}= help|^error/.test(line))
    .join('\n');

describe('a command with an environment', () => {
  it.each([
    '/deploy',
    '/a → /deploy → /b → /deploy',
    '/m → /if:accuracy>0.5 → /deploy → /else → /deploy',
    '/try: /a → /deploy → /catch:any → /deploy → /finally → /deploy',
    '/a && /deploy || /b',
    'timeout:1h → /deploy',
    '(/a & /b) → barrier → /deploy',
    '/a & /b\nbarrier → /deploy',
    '/deploy → /a & /b',
    '/ship',
    'parallel[/a | /b] → /deploy',
    'retry:2 → /a → /deploy',
    '/a ; /deploy',
  ])('may stand in %j', (chain) => {
    expect(said(chain)).toBe('');
    expect(planned(chain, project).plan).toBeDefined();
  });

  it.each([
    ['parallel[/a | /deploy]', '`parallel`'],
    ['parallel[/a | /ship]', '`parallel`'],
    ['retry:2 → /deploy', '`retry:`'],
    ['retry:2 → (/m → /if:accuracy>0.5 → /deploy)', '`retry:`'],
    ['/a | /deploy', '`|`'],
    ['/a & /deploy', 'a branch of `&`'],
    ['/a & /b\n/deploy', 'a chain with branches of `&` that go on'],
    ['/m → (/a & /b → /if:accuracy>0.5 → /deploy)', 'a chain with branches of `&` that go on'],
    ['/a\non_failure → /deploy', '`on_failure`'],
    ['/a\nfinally → /deploy', '`finally`'],
    ['/failing', '`on_failure`'],
  ])('may not stand in %j', (chain, what) => {
    const found = said(chain);
    expect(found).toContain(
      `\`/deploy\` waits for the environment \`production\`, which it cannot do inside ${what} [environment-not-at-top]`,
    );
    expect(found).toContain('= help: ');
    expect(found.match(/environment-not-at-top/g)).toHaveLength(1);
  });

  it('is told at each of its places', () =>
    expect(said('retry:2 → /deploy\nretry:3 → /deploy').match(/environment-not-at-top/g)).toHaveLength(2));

  it('may take any time where nobody asks for jobs', () =>
    expect(planned('/long', 'commands: { long: { run: x, timeout: 2d } }').codes).toEqual([]));
});
