/** What the token of a job may start by itself: what was missed, and what a run has proposed; and nothing that looks like it. */
import { describe, expect, it } from 'vitest';
import { type AdmissionRequest, admit, type Start } from '../../src/admission/admit.ts';
import type { PullRequest } from '../../src/admission/forge.ts';
import { forgeOf, head, main, newer, person, policyWith, pull, requestOf, type Told } from './rig.ts';

const token = { login: 'github-actions[bot]', isBot: true };
const runs = { workflow: 'nightly' };
const proposal: PullRequest = { ...pull, author: token, headRef: 'ml-workflow/nightly' };

const started = (
  start: Omit<Start & { is: 'dispatch' }, 'is'>,
  told: Partial<Told> = {},
  more: Partial<AdmissionRequest> = {},
) => admit(forgeOf(told), requestOf({ is: 'dispatch', ...start }, { runs, also: [token], ...more }));

describe('a time of a schedule that was missed', () => {
  const slot = '2026-11-21T04:47:00.000Z';

  it('runs with the code of the default branch, for nobody', async () => {
    expect(await started({ slot })).toEqual({
      ...{ is: 'admitted', by: [], sha: main, isForeignCode: false, notes: [] },
    });
  });

  it('is no reason to run another commit, or one for a pull request', async () => {
    for (const start of [{}, { slot, sha: newer }, { slot, sha: main }, { slot, pull: 7, sha: head }])
      expect(await started(start, { pull: proposal })).toMatchObject({ is: 'refused', code: 'not-a-person' });
  });

  it('is judged as the person who names it, or runs it again', async () => {
    const by = (login: string) => started({ slot }, {}, { also: [token, person(login)] });
    expect(await by('maintainer')).toMatchObject({ is: 'admitted', by: ['maintainer'] });
    expect(await by('author')).toMatchObject({ is: 'refused', code: 'role-too-low' });
    const alone = await started({ slot }, {}, { also: [person('stranger')] });
    expect(alone).toMatchObject({ is: 'refused', code: 'role-too-low' });
  });

  it('is started by no other program, and by none that only has the name', async () => {
    for (const login of ['some-app[bot]', 'github-actions'])
      expect(await started({ slot }, {}, { also: [{ login, isBot: true }] })).toMatchObject({
        code: 'not-a-person',
      });
    const named = { login: 'github-actions[bot]', isBot: false };
    expect(await started({ slot }, {}, { also: [named] })).toMatchObject({ code: 'role-too-low' });
  });
});

describe('what a run has proposed', () => {
  const start = { pull: 7, sha: head };

  it('is judged at the commit that it has made, as code of others', async () => {
    expect(await started(start, { pull: proposal })).toEqual({
      ...{ is: 'admitted', by: [], sha: head, isForeignCode: true, pull: proposal, notes: [] },
    });
  });

  it.each<[string, Partial<PullRequest>]>([
    ['of a person', { author: person('author') }],
    ['of another program', { author: { login: 'some-app[bot]', isBot: true } }],
    ['of a person of that name', { author: { ...token, isBot: false } }],
    ['on another branch', { headRef: 'wider' }],
    ['on a branch that only begins like one', { headRef: 'ml-workflow-state' }],
    ['of a fork', { isFork: true }],
    ['at another commit', { headSha: newer }],
  ])('is none %s', async (_what, other) => {
    const found = await started(start, { pull: { ...proposal, ...other } });
    expect(found).toMatchObject({ is: 'refused', code: 'not-a-person' });
  });

  it('names its commit', async () => {
    expect(await started({ pull: 7 }, { pull: proposal })).toMatchObject({ code: 'not-a-person' });
  });

  it('that is closed runs no more', async () => {
    const closed = { ...proposal, isOpen: false };
    expect(await started(start, { pull: closed })).toMatchObject({ is: 'refused', code: 'closed' });
  });

  it('is not started where GitHub does not answer', async () => {
    expect(await started(start, { pull: proposal, silent: ['pull'] })).toMatchObject({
      code: 'forge-silent',
    });
  });

  it('asks of a person who runs it again what the policy asks', async () => {
    const policy = policyWith({ commands: { nightly: { role: 'admin' } } });
    const again = (login: string) =>
      started(start, { pull: proposal }, { policy, also: [token, person(login)] });
    expect(await again('maintainer')).toMatchObject({ is: 'refused', code: 'role-too-low' });
    expect(await again('admin')).toMatchObject({ is: 'admitted', by: ['admin'] });
  });
});
