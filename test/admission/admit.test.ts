/** Who may start what, with which commit: each attempt to get around it, and what it is answered. */
import { describe, expect, it } from 'vitest';
import { type Admission, type AdmissionRequest, admit, type Start } from '../../src/admission/admit.ts';
import { recheck } from '../../src/admission/admit-pull.ts';
import type { Forge } from '../../src/admission/forge.ts';
import { bodyHash } from '../../src/admission/request.ts';
import { usualPolicy } from '../../src/plan/policy.ts';
import {
  at,
  bot,
  comment,
  forgeOf,
  head,
  known,
  labelling,
  main,
  newer,
  person,
  policyWith,
  pull,
  requestOf,
  startBy,
  type Told,
} from './rig.ts';

interface Attempt {
  readonly body?: string;
  readonly told?: Partial<Told>;
  readonly more?: Partial<AdmissionRequest>;
  readonly written?: Parameters<typeof comment>[1];
  readonly start?: Partial<Start & { is: 'comment' }>;
}

async function commented({
  body = '/ml-train',
  told,
  more,
  written,
  start,
}: Attempt = {}): Promise<Admission> {
  const one = comment(body, written);
  const forge = forgeOf({ comments: [one], ...told });
  return await admit(forge, requestOf({ ...startBy(one), ...start } as Start, more));
}

const label: Start & { is: 'label' } = { is: 'label', pull: 7, sha: head, by: { label: 'train' } };
const labelled = (
  told: Partial<Told> = {},
  start: Partial<typeof label> = {},
  more: Partial<AdmissionRequest> = {},
) => admit(forgeOf({ labellings: [labelling()], ...told }), requestOf({ ...label, ...start }, more));

/** `code: sentence`, and the help behind it. */
async function refusal(admission: Promise<Admission>): Promise<string> {
  const found = await admission;
  if (found.is !== 'refused') return found.is;
  return [`${found.code}: ${found.sentence}`, ...(found.help === undefined ? [] : [found.help])].join('\n');
}

const fork = { ...pull, isFork: true };
const moved = { ...pull, headSha: newer };

describe('a comment', () => {
  it('of somebody who may is admitted, with the commit that was there', async () => {
    expect(await commented({ body: 'Good.\n\n/ml-train --epochs 60' })).toMatchObject({
      ...{ is: 'admitted', by: ['maintainer'], sha: head, isForeignCode: true, notes: [] },
      asked: { is: 'workflow', workflow: 'train', given: [{ name: 'epochs', value: '60' }] },
      pull: { number: 7 },
    });
  });

  it('of a stranger, or of somebody with too low a role, is refused, and nothing else is asked', async () => {
    const one = comment('/ml-train', { author: person('stranger') });
    const forge = forgeOf({ comments: [one] });
    expect(await refusal(admit(forge, requestOf(startBy(one))))).toBe(
      'role-too-low: `run` takes the role `write`, and `stranger` has none here',
    );
    expect(forge.questions).toEqual(['comment 11', 'roleOf stranger']);
    const author = { written: { author: person('author') } };
    expect(await refusal(commented(author))).toMatch('and `author` has `read`');
  });

  it('of a program is refused, whatever its role is', async () => {
    const roles = { 'some-app[bot]': 'admin' } as const;
    expect(await refusal(commented({ written: { author: bot }, told: { roles } }))).toBe(
      'not-a-person: `some-app[bot]` is a program: programs start nothing here',
    );
  });

  it('that quotes a command, or one of ours, asks for nothing', async () => {
    for (const body of [
      '> /ml-train',
      '```\n/ml-train\n```',
      '<!-- ml-workflow: train -->\n/ml-train',
      'Nice.',
    ])
      expect(await commented({ body })).toEqual({ is: 'nothing' });
  });

  it('with a role that GitHub may invent is refused', async () => {
    const roles = { maintainer: 'owner' as 'admin' };
    expect(await refusal(commented({ told: { roles } }))).toMatch('role-too-low: ');
    expect(await refusal(commented({ told: { roles: {} } }))).toMatch('role-too-low: ');
  });

  it('is gone, of another pull request, or edited: then it does not count', async () => {
    expect(await refusal(commented({ told: { comments: [] } }))).toMatch('comment-gone: ');
    expect(await refusal(commented({ written: { issue: 8 }, start: { pull: 7 } }))).toMatch('comment-gone: ');
    const edited = { written: { updatedAt: at(11) } };
    expect(await refusal(commented(edited))).toMatch('comment-edited: the comment was edited after');
    const other = { start: { body: bodyHash('/ml-train --epochs 1') } };
    expect(await refusal(commented(other))).toMatch('comment-edited: ');
  });

  it('is not answered in detail to somebody who may not look', async () => {
    const stranger = { author: person('stranger') };
    for (const body of ['/ml-trian', '/ml-tr\u0430in', '/ml-train --x 1'])
      expect(await refusal(commented({ body, written: stranger }))).toMatch('role-too-low: `plan`');
    expect(await commented({ body: '/ml-trian' })).toMatchObject({ is: 'mistake', by: 'maintainer' });
    expect(await refusal(commented({ body: '/ml-tr\u0430in' }))).toMatch(
      'comment-unreadable: line 1, column 7',
    );
  });

  it('on a closed pull request starts nothing, and may stop what runs', async () => {
    const told = { pull: { ...pull, isOpen: false, isMerged: true } };
    expect(await refusal(commented({ told }))).toBe('closed: #7 is merged');
    expect(await commented({ told, body: '/ml-stop' })).toMatchObject({ is: 'admitted' });
  });
});

describe('a push', () => {
  it('between comment and start is refused, by the clock of GitHub', async () => {
    expect(await refusal(commented({ told: { pushedAt: at(11) } }))).toBe(
      [
        'pushed-after: `a1b2c3d4e5f6` was pushed after the comment that asks for it',
        'look at it, and name it in a comment: `@a1b2c3d4e5f6` behind the command',
      ].join('\n'),
    );
    expect(await refusal(commented({ told: { pushedAt: at(10) } }))).toMatch(
      'in the same second as the comment',
    );
    expect(await commented({ told: { pushedAt: at(9, 59) } })).toMatchObject({ is: 'admitted' });
  });

  it('is not dated by what its commit says of itself', async () => {
    // The port has no such date: an old one in the commit is nothing that admission could see.
    const one = comment('/ml-train');
    const forge = forgeOf({ comments: [one], pushedAt: at(11) });
    await admit(forge, requestOf(startBy(one)));
    expect(forge.questions).toContain(`pushedAt ${head}`);
    expect(forge.questions.some((question) => /commit/.test(question.replace('comment', '')))).toBe(false);
  });

  it('of a time that GitHub does not tell, or tells badly, is refused', async () => {
    expect(await refusal(commented({ told: { pushedAt: undefined } }))).toMatch(
      'push-time-unknown: GitHub does not tell when `a1b2c3d4e5f6` was pushed',
    );
    expect(await refusal(commented({ told: { pushedAt: 'yesterday' } }))).toMatch('forge-silent: ');
  });

  it('behind a request is refused by the run that it has started', async () => {
    const start = { sha: head };
    expect(await refusal(commented({ start, told: { pull: moved } }))).toBe(
      [
        'head-moved: this was asked for at `a1b2c3d4e5f6`, and the pull request has `ffffffffffff` now',
        'look at what was pushed, and ask again',
      ].join('\n'),
    );
  });

  it('is seen when it is asked once more before something is paid for', async () => {
    expect(await recheck(forgeOf(), 7, head)).toBeUndefined();
    expect(await recheck(forgeOf({ pull: moved }), 7, head)).toMatchObject({ code: 'head-moved' });
    expect(await recheck(forgeOf({ pull: { ...pull, isOpen: false } }), 7, head)).toMatchObject({
      code: 'closed',
    });
    expect(await recheck(forgeOf({ silent: ['pull'] }), 7, head)).toMatchObject({ code: 'forge-silent' });
  });
});

describe('a commit that is named', () => {
  it('is the head, or nothing starts', async () => {
    const told = { pushedAt: undefined };
    expect(await commented({ body: '/ml-train @a1b2c3d', told })).toMatchObject({
      is: 'admitted',
      sha: head,
    });
    expect(await refusal(commented({ body: '/ml-train @a1b2c3e', told }))).toBe(
      [
        'sha-mismatch: the comment names `a1b2c3e`, and the newest commit is `a1b2c3d4e5f6`',
        'look at that one, and name it',
      ].join('\n'),
    );
    expect(await refusal(commented({ body: `/ml-train @${head}`, told: { pull: moved } }))).toMatch(
      'sha-mismatch',
    );
  });

  it('by a part of its digits was there before the comment all the same: another commit could be made to begin so', async () => {
    const told = { pushedAt: at(11) };
    expect(await refusal(commented({ body: '/ml-train @a1b2c3d', told }))).toMatch('pushed-after: ');
    expect(await commented({ body: `/ml-train @${head}`, told })).toMatchObject({
      is: 'admitted',
      sha: head,
    });
  });
});

describe('a fork', () => {
  const told = { pull: fork };

  it('runs only a commit that is named', async () => {
    expect(await refusal(commented({ told }))).toMatch('fork-without-sha: `a1b2c3d4e5f6` comes from a fork');
    // Its author can make another commit that begins so.
    expect(await refusal(commented({ told, body: '/ml-train @a1b2c3d' }))).toMatch('fork-without-sha: ');
    expect(await commented({ told, body: `/ml-train @${head}` })).toMatchObject({
      is: 'admitted',
      sha: head,
    });
    expect(await refusal(commented({ told, body: '/ml-train @b1b2c3d' }))).toMatch('sha-mismatch: ');
  });

  it('or one that a review has approved, of somebody who may run it', async () => {
    const by = (login: string, sha = head) => ({
      told: { ...told, approvals: [{ sha, by: person(login) }] },
    });
    expect(await commented(by('admin'))).toMatchObject({ is: 'admitted', sha: head });
    for (const [login, sha] of [
      ['admin', newer],
      ['author', head],
      ['stranger', head],
    ] as const)
      expect(await refusal(commented(by(login, sha)))).toMatch('fork-without-sha: ');
    const program = {
      told: {
        ...told,
        approvals: [{ sha: head, by: bot }],
        roles: { maintainer: 'write', 'some-app[bot]': 'admin' } as const,
      },
    };
    expect(await refusal(commented(program))).toMatch('fork-without-sha: ');
  });

  it('approved by its own author is not approved', async () => {
    const roles = { maintainer: 'write', Author: 'admin' } as const;
    const approvals = [{ sha: head, by: person('Author') }];
    expect(await refusal(commented({ told: { ...told, roles, approvals } }))).toMatch('fork-without-sha: ');
  });

  it('is not run for a label alone', async () => {
    expect(await refusal(labelled({ pull: fork }))).toMatch('fork-without-sha: ');
    const approvals = [{ sha: head, by: person('admin') }];
    expect(await labelled({ pull: fork, approvals })).toMatchObject({ is: 'admitted', label: 21 });
  });
});

describe('a label', () => {
  it('approves the commit that was there when it was set', async () => {
    expect(await labelled()).toMatchObject({
      ...{ is: 'admitted', by: ['maintainer'], sha: head, label: 21 },
      asked: { is: 'workflow', workflow: 'train', given: [], text: 'label train' },
    });
    expect(await labelled({}, { by: { event: 21 } })).toMatchObject({ is: 'admitted', sha: head });
  });

  it('set before a push approves nothing of it', async () => {
    expect(await refusal(labelled({ pull: moved }))).toMatch('head-moved: ');
    expect(await refusal(labelled({ pushedAt: at(11) }))).toMatch('was pushed after the label');
    expect(await refusal(labelled({ pushedAt: undefined }))).toMatch('push-time-unknown: ');
  });

  it('counts for who has set it', async () => {
    const by = (one: Partial<ReturnType<typeof labelling>>) => ({ labellings: [labelling(one)] });
    expect(await refusal(labelled(by({ by: person('author') })))).toMatch('role-too-low: ');
    expect(await refusal(labelled(by({ by: bot })))).toMatch('not-a-person: ');
    expect(await refusal(labelled({ labellings: [] }))).toMatch('label-gone: ');
    expect(await refusal(labelled(by({ issue: 8 }), { by: { event: 21 } }))).toMatch('label-gone: ');
    expect(await refusal(labelled({}, { by: { event: 22 } }))).toMatch('label-gone: ');
  });

  it('of nothing here starts nothing', async () => {
    const forge = forgeOf();
    expect(await admit(forge, requestOf({ ...label, by: { label: 'bug' } }))).toEqual({ is: 'nothing' });
    expect(forge.questions).toEqual([]);
    const other = { labellings: [labelling({ label: 'bug' })] };
    expect(await labelled(other, { by: { event: 21 } })).toEqual({ is: 'nothing' });
  });

  it('of two workflows starts neither', async () => {
    const twice = {
      ...known,
      workflows: [...known.workflows, { name: 'b', params: [], on: { label: 'TRAIN' } }],
    };
    expect(await refusal(labelled({}, {}, { known: twice }))).toBe(
      'ambiguous-label: the label `train` starts both `train` and `b`',
    );
  });
});

describe('a run', () => {
  const runs = { workflow: 'train' };

  it('is what the comment or label asks for, and no other', async () => {
    expect(await commented({ more: { runs } })).toMatchObject({ is: 'admitted' });
    expect(await refusal(commented({ body: '/ml-sweep', more: { runs } }))).toBe(
      'other-asked: it was `/ml-sweep` that was asked for, and not this',
    );
    for (const body of ['/train → /deploy', '/ml-help', 'Nice.'])
      expect(await refusal(commented({ body, more: { runs } }))).toMatch('other-asked: ');
    expect(await refusal(labelled({}, {}, { runs: { workflow: 'sweep' } }))).toMatch('other-asked: ');
    expect(await commented({ body: '/train → /deploy', more: { runs: 'chain' } })).toMatchObject({
      is: 'admitted',
    });
    expect(await refusal(commented({ more: { runs: 'chain' } }))).toMatch('other-asked: ');
    expect(await commented({ body: '/ml-approve a1b2c3d', more: { runs } })).toMatchObject({
      is: 'admitted',
    });
  });

  it('that somebody else runs again needs their right too', async () => {
    expect(await refusal(commented({ more: { also: [person('author')] } }))).toMatch(
      'and `author` has `read`',
    );
    expect(await refusal(commented({ more: { also: [bot] } }))).toMatch('not-a-person: ');
    expect(await commented({ more: { also: [person('admin'), person('Maintainer')] } })).toMatchObject({
      by: ['maintainer', 'admin'],
    });
    expect(await refusal(labelled({}, {}, { also: [person('author')] }))).toMatch('role-too-low: ');
    const schedule = requestOf({ is: 'schedule' }, { also: [person('author')] });
    expect(await refusal(admit(forgeOf(), schedule))).toMatch('role-too-low: ');
  });

  it('that a person starts is judged as that person', async () => {
    const by = (login: string, start: object = {}) =>
      admit(forgeOf(), requestOf({ is: 'dispatch', ...start }, { runs, also: [person(login)] }));
    expect(await by('maintainer')).toMatchObject({ is: 'admitted', sha: main, isForeignCode: false });
    expect(await by('maintainer', { sha: newer })).toMatchObject({ sha: newer, isForeignCode: true });
    expect(await by('maintainer', { sha: head, pull: 7 })).toMatchObject({ sha: head, isForeignCode: true });
    expect(await refusal(by('author'))).toMatch('role-too-low: ');
    expect(await refusal(by('maintainer', { pull: 7 }))).toMatch('sha-missing: ');
    expect(await refusal(by('maintainer', { pull: 7, sha: newer }))).toMatch('head-moved: ');
    const nobody = admit(forgeOf(), requestOf({ is: 'dispatch' }, { runs }));
    expect(await refusal(nobody)).toMatch('not-a-person: nobody is named');
    const program = admit(forgeOf(), requestOf({ is: 'dispatch' }, { also: [bot] }));
    expect(await refusal(program)).toMatch('not-a-person: ');
  });

  it('of a schedule or a push goes by the commit that GitHub names', async () => {
    for (const is of ['schedule', 'push'] as const) {
      const forge = forgeOf();
      const found = await admit(forge, requestOf({ is }));
      expect(found).toEqual({ is: 'admitted', by: [], sha: main, isForeignCode: false, notes: [] });
      expect(forge.questions).toEqual([]);
    }
  });
});

describe('a right', () => {
  const { rights } = usualPolicy;

  it.each<[string, string, string]>([
    ['/ml-plan', 'read', 'plan'],
    ['/ml-status', 'read', 'plan'],
    ['/ml-help', 'read', 'plan'],
    ['/ml-stop', 'triage', 'stop'],
    ['/ml-approve a1b2c3d', 'maintain', 'approve'],
    ['/ml-resume', 'write', 'run'],
    ['/ml-train', 'write', 'run'],
    ['/train → /deploy', 'write', 'run'],
  ])('of %s is a matter of the policy', async (body, role, right) => {
    const policy = policyWith({ rights: { ...rights, [right]: { role } } });
    const levels = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
    for (const level of levels) {
      const found = await commented({ body, told: { roles: { maintainer: level } }, more: { policy } });
      const isEnough = levels.indexOf(level) >= levels.indexOf(role as 'read');
      expect([level, found.is]).toEqual([level, isEnough ? 'admitted' : 'refused']);
    }
  });

  it('may be for people or teams alone, beside the role', async () => {
    const policy = policyWith({
      rights: { ...rights, run: { role: 'write', people: ['somebody'], teams: ['ml', 'secret'] } },
    });
    const seen = { ml: ['maintainer'], secret: [] };
    expect(await commented({ more: { policy }, told: { teams: seen } })).toMatchObject({ is: 'admitted' });
    expect(await refusal(commented({ more: { policy }, told: { teams: { ml: [], secret: [] } } }))).toBe(
      'not-in-team: `run` is for `somebody`, `ml`, `secret`, and `maintainer` is none of them',
    );
    // What cannot be seen is no member.
    expect(await refusal(commented({ more: { policy } }))).toMatch('cannot see the team `ml`, `secret`');
    const somebody = { author: person('SomeBody') };
    const roles = { SomeBody: 'write' } as const;
    expect(await commented({ more: { policy }, written: somebody, told: { roles } })).toMatchObject({
      is: 'admitted',
    });
    const low = { SomeBody: 'read' } as const;
    expect(await refusal(commented({ more: { policy }, written: somebody, told: { roles: low } }))).toMatch(
      'role-too-low',
    );
  });

  it('of one workflow may be narrower', async () => {
    const policy = policyWith({ commands: { train: { role: 'admin' } } });
    expect(await refusal(commented({ more: { policy } }))).toBe(
      'role-too-low: `train` takes the role `admin`, and `maintainer` has `write`',
    );
    expect(await commented({ body: '/ml-sweep', more: { policy } })).toMatchObject({ is: 'admitted' });
    const again = { also: [person('maintainer')], runs: { workflow: 'train' }, policy };
    expect(await refusal(admit(forgeOf(), requestOf({ is: 'dispatch' }, again)))).toMatch(
      '`train` takes the role',
    );
  });
});

describe('what a pull request makes of the definitions', () => {
  it('is said, and is not what it is judged by', async () => {
    const paths = [
      'src/train.py',
      'ml-workflow.yml',
      'workflows/train.yml',
      '.claude/agents/a.md',
      'ml_config.yaml',
    ];
    expect(await commented({ told: { paths } })).toMatchObject({
      is: 'admitted',
      notes: [
        'This pull request edits `.claude/agents/a.md`, `ml-workflow.yml`, `ml_config.yaml` and `workflows/train.yml`: this run goes by those of `main`.',
      ],
    });
  });

  it('is said to be unknown when GitHub does not tell, and of another base', async () => {
    const told = { silent: ['changedPaths'], pull: { ...pull, baseRef: 'release' } } as const;
    expect(await commented({ told })).toMatchObject({
      is: 'admitted',
      notes: [
        'This pull request is for `release`; definitions are those of `main` all the same.',
        expect.stringMatching(/^GitHub does not tell which files this pull request changes: `HttpError: 503/),
      ],
    });
  });
});

describe('when GitHub does not answer', () => {
  const calls = ['comment', 'roleOf', 'pull', 'pushedAt'] as const satisfies readonly (keyof Forge)[];

  it.each(calls)('`%s`, nothing starts', async (call) => {
    const found = await refusal(commented({ told: { silent: [call] } }));
    expect(found).toMatch(`forge-silent: nothing was started, because GitHub does not answer`);
    expect(found).toContain(`\`HttpError: 503 '${call}' is down @everyone\``);
  });

  it('about teams, labels, reviews and branches, nothing starts either', async () => {
    const teams = policyWith({ rights: { ...usualPolicy.rights, run: { role: 'write', teams: ['ml'] } } });
    expect(await refusal(commented({ more: { policy: teams }, told: { silent: ['isInTeam'] } }))).toMatch(
      'forge-silent',
    );
    expect(await refusal(labelled({ silent: ['newestLabelling'] }))).toMatch('forge-silent');
    expect(await refusal(labelled({ silent: ['labelled'] }, { by: { event: 21 } }))).toMatch('forge-silent');
    expect(await refusal(commented({ told: { pull: fork, silent: ['approvals'] } }))).toMatch('forge-silent');
    const elsewhere = requestOf({ is: 'dispatch', sha: newer }, { also: [person('maintainer')] });
    expect(await refusal(admit(forgeOf({ silent: ['isOnBranch'] }), elsewhere))).toMatch('forge-silent');
  });

  it('is another thing than a mistake of ours, which is thrown', async () => {
    const broken = requestOf(startBy(comment('/ml-train')), { policy: undefined as never });
    await expect(admit(forgeOf({ comments: [comment('/ml-train')] }), broken)).rejects.toThrow(TypeError);
  });
});

describe('text of others in a sentence', () => {
  it('stays in its backticks', async () => {
    const evil = person('x` @everyone `\u202e');
    const found = await refusal(commented({ written: { author: evil }, told: { roles: {} } }));
    expect(found).toBe("role-too-low: `run` takes the role `write`, and `x' @everyone '` has none here");
  });
});
