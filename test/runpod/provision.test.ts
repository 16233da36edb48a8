/** One pod for a wish, whatever RunPod and its hosts do; and nothing left of all others. */
import { describe, expect, it as plain } from 'vitest';
import type { Json } from '../rig/github/api.ts';
import type { RecordedRequest } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { owner } from './account.ts';
import { failureOf, Ordering } from './provision-rig.ts';

const gpu4090 = 'NVIDIA GeForce RTX 4090';
const a40 = 'NVIDIA A40';

interface Place {
  ordering: Ordering;
  creations: () => readonly RecordedRequest[];
  /** Why pods were ended; all that were asked to have ended by then. */
  ended: () => Promise<readonly (string | undefined)[]>;
}

const it = plain.extend<Place>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest wants a pattern
  ordering: async ({}, use) => {
    const ordering = await Ordering.open({ timeout: 1500 });
    try {
      await use(ordering);
      ordering.rig.expectNothingLeft();
      expect(ordering.rig.violations).toEqual([]);
    } finally {
      await ordering.close();
    }
  },
  creations: async ({ ordering }, use) =>
    await use(() =>
      ordering.rig.requests.filter(({ method, path }) => method === 'POST' && path === '/v2/pods'),
    ),
  ended: async ({ ordering }, use) =>
    await use(async () => {
      await ordering.endings();
      return ordering.all('ended').map(({ why }) => why);
    }),
});

// Most of the time they wait for pods: several at once, each with a RunPod of its own.
describe.skipIf(!hasSshd)('one pod', { timeout: 30_000, concurrent: true }, () => {
  describe('when the answer to its creation says nothing', () => {
    it.for(['reset', 'hang', 'bad-gateway'] as const)(
      'F1: it is found by its name after a lost answer (%s), and made once',
      async (how, { ordering, creations }) => {
        ordering.rig.inject({ failure: 'answer-lost', on: 'create', how });
        const outcome = await ordering.order();
        expect(await ordering.use(outcome)).toBe('works');
        expect(creations()).toHaveLength(1);
        expect(ordering.said.join('\n')).toMatch(/did not say whether a pod was made.*looking for mlw-/);
        await ordering.settle(outcome);
        expect(ordering.files()).toEqual([]);
      },
    );

    it('F2: it is found after a status 500, and made once', async ({ ordering, creations }) => {
      ordering.rig.inject({ failure: 'answer-lost', on: 'create', how: 'server-error' });
      const outcome = await ordering.order();
      expect(await ordering.use(outcome)).toBe('works');
      expect(creations()).toHaveLength(1);
      await ordering.settle(outcome);
    });

    it('F1, F3: it is waited for when the list does not show it yet either', async ({
      ordering,
      creations,
    }) => {
      ordering.rig.inject({ failure: 'answer-lost', on: 'create', how: 'reset' });
      ordering.rig.inject({ failure: 'hidden', seconds: 1.2, from: 'list' });
      const outcome = await ordering.order();
      expect(await ordering.use(outcome)).toBe('works');
      expect(creations()).toHaveLength(1);
      await ordering.settle(outcome);
    });

    it('a further one is made only when it has not come up within the time in which new pods do', async ({
      ordering,
      creations,
    }) => {
      ordering.rig.inject({ failure: 'refused', status: 502 });
      const outcome = await ordering.order();
      expect(await ordering.use(outcome)).toBe('works');
      expect(ordering.all('refused')).toMatchObject([{ class: 'provision' }]);
      const [first, second] = creations();
      // Two wishes with two names.
      expect(first?.body).not.toMatchObject({ name: nameIn(second?.body) });
      expect(ordering.rig.ledger.entries()).toHaveLength(1);
      await ordering.settle(outcome);
    });

    it('it stays on record, when RunPod cannot be asked either', async ({ ordering }) => {
      ordering.rig.inject({ failure: 'answer-lost', on: 'create', how: 'reset' });
      ordering.rig.inject({ failure: 'refused', on: 'list', status: 403 }, 99);
      const outcome = await ordering.order();
      expect(failureOf(outcome)).toMatchObject({
        class: 'provision',
        message: expect.stringMatching(/^mlw-\S+ may have been made, and RunPod cannot be asked: /),
      });
      expect(ordering.told.map(({ is }) => is)).toEqual(['intended']);
      expect(ordering.files()).toHaveLength(1);
      // Its file has all that is needed to end it.
      ordering.rig.heal();
      for (const pod of ordering.rig.pods) await pod.terminate('test');
    });

    // Not the RunPod of the others, of which nothing may be left: one name with two pods is what this is about.
    it('F20: none is used when there are several of its name, and all of them end', async ({ expect }) => {
      const ordering = await Ordering.open({ timeout: 1500 });
      try {
        const { rig } = ordering;
        rig.inject({ failure: 'answer-lost', on: 'create', how: 'reset' });
        rig.inject({ failure: 'refused', on: 'list', status: 503 });
        const ordered = ordering.order();
        await expect.poll(() => rig.pods.length, { interval: 2 }).toBe(1);
        const [made] = rig.pods;
        if (!made) throw new Error('no pod');
        rig.seed({ name: made.name, env: made.fields.env, foreign: false });
        expect(failureOf(await ordered)).toMatchObject({ message: /^RunPod has 2 pods named mlw-/ });
        await expect(ordering.settle()).rejects.toThrow(/has 2 pods/);
        expect(rig.ledger.alive()).toEqual([]);
        expect(ordering.all('ended')).toMatchObject([{ why: 'there were several of its name' }]);
        expect(rig.violations).toEqual([]);
      } finally {
        await ordering.close();
      }
    });
  });

  it('F3: is waited for when RunPod does not know it for a while', async ({ ordering }) => {
    ordering.rig.inject({ failure: 'hidden', seconds: 1 });
    const outcome = await ordering.order();
    expect(await ordering.use(outcome)).toBe('works');
    await ordering.settle(outcome);
  });

  it('F4: ends although RunPod does not know it yet when it is deleted', async ({
    ordering,
    ended,
    expect,
  }) => {
    ordering.rig.inject({ failure: 'hidden', seconds: 1.5 });
    const stop = new AbortController();
    const ordered = ordering.order({ signal: stop.signal });
    await expect.poll(() => ordering.all('created').length).toBe(1);
    stop.abort(new Error('enough'));
    expect(await ordered).toMatchObject({ error: { message: 'enough' } });
    await ordering.settle();
    const deletions = ordering.rig.requests
      .filter(({ method }) => method === 'DELETE')
      .map(({ status }) => status);
    expect([deletions[0], deletions.at(-1)]).toEqual([404, 204]);
    expect(await ended()).toEqual(['nobody needs it any more']);
  });

  it('F5, F6: ends when answers to its deletion are lost, and it lingers', async ({ ordering }) => {
    ordering.rig.inject({ failure: 'lingers', seconds: 1 });
    ordering.rig.inject({ failure: 'answer-lost', on: 'delete', how: 'server-error' });
    const outcome = await ordering.order();
    expect(await ordering.use(outcome)).toBe('works');
    await ordering.settle(outcome);
    expect(ordering.all('ended')).toMatchObject([{ proven: true }]);
  });

  describe('when RunPod refuses', () => {
    it.for(['instances', 'machine'] as const)(
      'F7: the next offer is taken (%s)',
      async (wording, { ordering }) => {
        ordering.rig.inject({ failure: 'no-capacity', wording, gpu: gpu4090 }, 9);
        const outcome = await ordering.order();
        expect(outcome.pod).toMatchObject({ price: 0.49, gpu: expect.stringMatching(/A40/) });
        expect(ordering.all('refused')).toMatchObject([{ class: 'capacity' }]);
        await ordering.settle(outcome);
      },
    );

    it('F7: it is capacity when none is free', async ({ ordering, creations }) => {
      ordering.rig.inject({ failure: 'no-capacity' }, 9);
      expect(failureOf(await ordering.order())).toMatchObject({
        class: 'capacity',
        message: expect.stringMatching(/^no offer has a free host: There are no longer any instances/),
      });
      expect(creations()).toHaveLength(2);
      expect(ordering.files()).toEqual([]);
    });

    it('F8: it is a mistake of the target when all offers are refused for the same rule', async ({
      ordering,
    }) => {
      ordering.rig.inject({ failure: 'rule', detail: 'disk is too large' }, 9);
      expect(failureOf(await ordering.order())).toMatchObject({
        class: 'usage',
        message: expect.stringMatching(/^RunPod refuses the pod: disk is too large \(request [0-9a-f]+\)$/),
      });
    });

    it('F8: it is no mistake when another offer got further', async ({ ordering }) => {
      ordering.rig.inject({ failure: 'rule' });
      ordering.rig.inject({ failure: 'no-capacity' });
      expect(failureOf(await ordering.order())).toMatchObject({ class: 'capacity' });
    });

    it.for([
      [402, 'budget', 1, /balance/],
      [413, 'usage', 1, /102400/],
      [422, 'usage', 1, /image is not there/],
      [401, 'auth', 1, /does not accept the API key/],
    ] as const)(
      'F9: status %i ends it at once, as %s',
      async ([status, failure, asked, message], { ordering, creations }) => {
        ordering.rig.inject({
          ...{ failure: 'refused', status },
          ...(status === 422 ? { errors: ['$.image: image is not there'] } : {}),
        });
        expect(failureOf(await ordering.order())).toMatchObject({
          class: failure,
          message: expect.stringMatching(message),
        });
        expect(creations()).toHaveLength(asked);
      },
    );

    it('F9: a pool that the key may not use is left out, and is auth when there is no other', async ({
      ordering,
    }) => {
      ordering.rig.inject({ failure: 'refused', status: 403 });
      const outcome = await ordering.order();
      expect(outcome.pod?.gpu).toMatch(/A40/);
      await ordering.settle(outcome);
      ordering.rig.inject({ failure: 'refused', status: 403 }, 2);
      expect(failureOf(await ordering.order())).toMatchObject({
        class: 'auth',
        message: expect.stringMatching(
          /^the key may use none of the offers: .*; give the key the right to create pods/,
        ),
      });
    });
  });

  describe('that does not become ready', () => {
    const hasty = { most: 150, silent: 60, unknown: 60, refused: 30, handshake: 2 };
    const onlyA40 = { gpus: [a40] };

    it.for(['runtime-null', 'runtime-empty', 'no-ip', 'no-public-port', 'no-direct'] as const)(
      'F11: is given up for another when it has no address for ever (%s)',
      async (what, { ordering }) => {
        ordering.rig.inject({ failure: 'readiness', what });
        const outcome = await ordering.order({ readiness: hasty });
        expect(await ordering.use(outcome)).toBe('works');
        // Where one of two places names the address, that is enough.
        expect(ordering.all('created')).toHaveLength(what === 'no-direct' ? 1 : 2);
        await ordering.settle(outcome);
      },
    );

    it('F12: is given up when it never leaves PROVISIONING', async ({ ordering, ended }) => {
      ordering.rig.inject({ failure: 'stuck', at: 'PROVISIONING' });
      const outcome = await ordering.order({ readiness: hasty });
      expect(await ordering.use(outcome)).toBe('works');
      expect(await ended()).toEqual([expect.stringMatching(/PROVISIONING/)]);
      await ordering.settle(outcome);
    });

    it.for(['ERROR', 'EXITED'] as const)(
      'F12: is given up when it is %s during the pull',
      async (as, { ordering, ended }) => {
        ordering.rig.inject({ failure: 'ends', as, during: 'pull' });
        const outcome = await ordering.order();
        expect(await ordering.use(outcome)).toBe('works');
        expect(await ended()).toEqual([`it was ${as} before it was ready`]);
        // The same GPU in another data center comes before another GPU.
        expect(ordering.all('intended').map(({ offer }) => offer)).toEqual([
          expect.stringMatching(/^RTX 4090/),
          expect.stringMatching(/^RTX 4090/),
        ]);
        await ordering.settle(outcome);
      },
    );

    it('F13: a slow pull is waited for, and told in tenths', async ({ ordering }) => {
      ordering.rig.inject({ failure: 'slow-pull', seconds: 170 / 30, shows: 'RUNNING' });
      const outcome = await ordering.order({ readiness: { silent: 60 } });
      expect(await ordering.use(outcome)).toBe('works');
      expect(ordering.all('created')).toHaveLength(1);
      const pulled = ordering.said.filter((text) => text.includes('%'));
      expect(pulled).toEqual(
        Array.from({ length: 11 }, (_, tenth) =>
          expect.stringMatching(new RegExp(`^pod [0-9a-f]{6}: pulling the image, ${tenth * 10} %$`)),
        ),
      );
      await ordering.settle(outcome);
    });

    it('F13: an image that no registry has is a mistake of the target, and no other host is tried', async ({
      ordering,
      creations,
    }) => {
      ordering.rig.inject({ failure: 'pull-error', what: 'manifest-unknown' }, 9);
      expect(failureOf(await ordering.order())).toMatchObject({
        class: 'usage',
        message: expect.stringMatching(
          /manifest unknown.*\(the registry has no such image.*look at `image:`/,
        ),
      });
      expect(creations()).toHaveLength(1);
      await ordering.settle();
    });

    it.for([
      ['toomanyrequests', /toomanyrequests.*give the target a `registry:`/],
      ['cuda', /unsatisfied condition: cuda>=13.0.*give the target a `cuda:`/],
    ] as const)(
      'F13: another host is tried after %s, and after three it is said what to do',
      async ([what, help], { ordering, creations }) => {
        ordering.rig.inject({ failure: 'pull-error', what }, 9);
        const failure = failureOf(await ordering.order());
        expect(failure).toMatchObject({ class: 'provision', message: expect.stringMatching(help) });
        expect(creations()).toHaveLength(3);
        await ordering.settle();
      },
    );

    it('F14: is waited for while its sshd refuses for 90 s', async ({ ordering }) => {
      ordering.rig.inject({ failure: 'ssh', what: 'refuses', seconds: 3 });
      const outcome = await ordering.order({ readiness: { handshake: 1 } });
      expect(await ordering.use(outcome)).toBe('works');
      expect(ordering.all('created')).toHaveLength(1);
      await ordering.settle(outcome);
    });

    it('F14: is waited for while it takes connections and drops them', async ({ ordering }) => {
      ordering.rig.inject({ failure: 'ssh', what: 'drops', seconds: 2 });
      const outcome = await ordering.order({ readiness: { handshake: 1 } });
      expect(await ordering.use(outcome)).toBe('works');
      await ordering.settle(outcome);
    });

    it('F14: is given up when its sshd never answers', async ({ ordering, ended }) => {
      ordering.rig.inject({ failure: 'ssh', what: 'refuses' });
      const outcome = await ordering.order({ readiness: { most: 120, handshake: 1 } });
      expect(await ordering.use(outcome)).toBe('works');
      expect(await ended()).toEqual([
        expect.stringMatching(/^it was not ready after 2 min: .*refuses connections/),
      ]);
      await ordering.settle(outcome);
    });

    it('F14: is never used when another host answers in its place', async ({ ordering, ended }) => {
      ordering.rig.inject({ failure: 'ssh', what: 'other-key' });
      const outcome = await ordering.order();
      expect(await ordering.use(outcome)).toBe('works');
      expect(await ended()).toEqual([expect.stringMatching(/is not the pinned host/)]);
      const [first] = ordering.rig.ledger.entries();
      expect(first?.id).not.toBe(outcome.pod?.file.id);
      await ordering.settle(outcome);
    });

    it('F14: is never used when it has no key that can be pinned', async ({ ordering, ended }) => {
      ordering.rig.inject({ failure: 'ssh', what: 'rsa-only' });
      const outcome = await ordering.order();
      expect(await ordering.use(outcome)).toBe('works');
      expect(await ended()).toEqual([expect.stringMatching(/no ssh-ed25519 host key/)]);
      await ordering.settle(outcome);
    });

    it('F15: is found at its new port after its container was started again, whatever RunPod says first', async ({
      ordering,
      expect,
    }) => {
      ordering.rig.inject({ failure: 'stale-port', seconds: 1 });
      ordering.rig.inject({ failure: 'ssh', what: 'refuses', seconds: 1 });
      const ordered = ordering.order({ readiness: { handshake: 1 } });
      await expect.poll(() => ordering.rig.pods[0]?.port, { timeout: 20_000 }).toBeDefined();
      const [pod] = ordering.rig.pods;
      const before = pod?.port;
      await pod?.restart();
      const outcome = await ordered;
      expect(await ordering.use(outcome)).toBe('works');
      expect(ordering.rig.pods[0]?.port).not.toBe(before);
      expect(ordering.all('created')).toHaveLength(1);
      await ordering.settle(outcome);
    });

    it.for(['silent', 'drop-mid-frame', 'huge-line', 'duplicate', 'keep-alive', 'ends'] as const)(
      'F16: its log may be odd (%s)',
      async (what, { ordering }) => {
        ordering.rig.inject({ failure: 'logs', what }, 2);
        const outcome = await ordering.order();
        expect(await ordering.use(outcome)).toBe('works');
        for (const text of ordering.said) expect(text.length).toBeLessThan(300);
        expect(new Set(ordering.said).size).toBe(ordering.said.length);
        await ordering.settle(outcome);
      },
    );

    it.for(['missing', 'failing', 'no-devices'] as const)(
      'is given up when its GPU does not work (nvidia-smi is %s)',
      async (what, { ordering, ended }) => {
        ordering.rig.inject({ failure: 'gpu', what });
        const outcome = await ordering.order();
        expect(await ordering.use(outcome)).toBe('works');
        expect(await ended()).toEqual([expect.stringMatching(/^no working GPU on \S+: /)]);
        expect(ordering.avoided.size).toBe(1);
        await ordering.settle(outcome);
      },
    );

    it('three hosts are tried for one wish, and then it is said of each why', async ({
      ordering,
      creations,
    }) => {
      ordering.rig.inject({ failure: 'gpu', what: 'missing' }, 9);
      const failure = failureOf(await ordering.order({ target: onlyA40 }));
      expect(failure.class).toBe('provision');
      expect(failure.message.match(/nvidia-smi is not there/g)).toHaveLength(3);
      await ordering.settle();
      // From then on none is made for other wishes either.
      expect(failureOf(await ordering.order())).toEqual({
        class: 'provision',
        message: 'no further pod is made: 3 in a row have failed with `provision`',
      });
      expect(creations()).toHaveLength(3);
    });
  });

  it('F19: is ended and the next one taken when it is dearer than may be paid', async ({
    ordering,
    ended,
  }) => {
    ordering.rig.inject({ failure: 'price', factor: 2 });
    const outcome = await ordering.order();
    expect(outcome.pod?.price).toBe(0.49);
    await ordering.settle(outcome);
    expect([...(await ended())].sort()).toEqual([
      'dearer than asked for: $1.48/h, and `max-price` is $1',
      'its scope is over',
    ]);
  });

  it('F19: is kept at a price between the catalogue and the most that may be paid, which is said', async ({
    ordering,
  }) => {
    ordering.rig.inject({ failure: 'price', factor: 1.2 });
    const outcome = await ordering.order();
    expect(outcome.pod?.price).toBeCloseTo(0.888);
    expect(ordering.said).toContainEqual(expect.stringMatching(/^pod [0-9a-f]{6}: it costs \$0.888/));
    await ordering.settle(outcome);
  });

  it('F19: is ended when the budget cannot pay its real price', async ({ ordering, ended }) => {
    ordering.rig.inject({ failure: 'price', factor: 1.2 });
    const affords = (price: number) => 600 / price;
    const outcome = await ordering.order({ request: { affords } });
    expect(outcome.pod?.price).toBe(0.49);
    await ordering.settle(outcome);
    expect(await ended()).toContain("dearer than the catalogue's $0.74/h: the budget has no $0.888/h");
  });

  it('costs what the catalogue says when RunPod does not tell its price', async ({ ordering }) => {
    ordering.rig.inject({ failure: 'unknown', fields: { cost: null } });
    const outcome = await ordering.order();
    expect(outcome.pod?.price).toBe(0.74);
    await ordering.settle(outcome);
  });

  it('F20: is not confused with others, and 1,200 foreign pods are left alone', async ({
    ordering,
    expect,
  }) => {
    const { rig } = ordering;
    rig.seed({ name: 'theirs' }, 1200);
    rig.inject({ failure: 'answer-lost', on: 'create', how: 'reset' });
    const ordered = ordering.order();
    await expect.poll(() => ordering.all('intended').length, { timeout: 10_000 }).toBe(1);
    const name = ordering.all('intended')[0]?.pod ?? '';
    // Of the same name, and somebody else's.
    rig.seed({ name, env: { MLW_OWNER: 'github:666', MLW_NAME: 'other' } });
    rig.seed({ name, env: {} });
    const outcome = await ordered;
    expect(await ordering.use(outcome)).toBe('works');
    outcome.pod?.connection.close();
    if (outcome.pod) ordering.end(outcome.pod, 'its scope is over');
    await expect.poll(() => rig.ledger.alive(), { timeout: 10_000 }).toEqual([]);
    expect(rig.ledger.touched).toEqual([]);
    expect(rig.pods).toHaveLength(1202);
    expect(owner).not.toBe('github:666');
  });

  it('F21: statuses and fields that nobody knows are no reason to fail', async ({ ordering }) => {
    ordering.rig.inject({
      ...{ failure: 'unknown', status: 'MIGRATING' },
      fields: { region: 'moon', cudaVersion: null },
    });
    const outcome = await ordering.order();
    expect(await ordering.use(outcome)).toBe('works');
    await ordering.settle(outcome);
  });

  it.for<[string[]]>([[['terminate', 'stop', 'restart']], [['start', 'terminate']], [[]]])(
    'F22: what RunPod says that can be done with it does not matter (%j)',
    async ([actions], { ordering }) => {
      ordering.rig.inject({ failure: 'actions', actions });
      const outcome = await ordering.order();
      expect(await ordering.use(outcome)).toBe('works');
      await ordering.settle(outcome);
    },
  );

  it.for([-7200, 3000])('F24: its clock may be %i s off', async (seconds, { ordering }) => {
    ordering.rig.inject({ failure: 'skew', seconds });
    const outcome = await ordering.order();
    expect(await ordering.use(outcome)).toBe('works');
    expect(ordering.all('created')).toHaveLength(1);
    await ordering.settle(outcome);
  });

  it('F24: ends itself when its clock is behind its end of life, and another host is taken', async ({
    ordering,
    expect,
  }) => {
    ordering.rig.inject({ failure: 'skew', seconds: 9000 });
    const outcome = await ordering.order({ readiness: { handshake: 2 } });
    const [first] = ordering.rig.ledger.entries();
    if (outcome.pod?.file.id !== first?.id) expect(await ordering.use(outcome)).toBe('works');
    await expect
      .poll(() => first && ordering.rig.ledger.entry(first.id).endedAt, { timeout: 15_000 })
      .toBeDefined();
    await ordering.settle(outcome);
  });

  it('has all the GPUs that are paid for', async ({ ordering }) => {
    const outcome = await ordering.order({ target: { count: 2, maxPrice: 3 } });
    expect(outcome.pod?.gpu).toMatch(/^2 × /);
    await ordering.settle(outcome);
  });

  it('without a GPU needs none', async ({ ordering }) => {
    const outcome = await ordering.order({
      target: { gpus: [], cpu: { id: 'cpu3c', vcpus: 2 }, disk: 20 },
    });
    expect(await ordering.use(outcome)).toBe('works');
    expect(outcome.pod?.gpu).toBeUndefined();
    await ordering.settle(outcome);
  });

  it('is ended when what happens to it cannot be put on record', async ({ ordering, ended }) => {
    const log = {
      ...ordering.log,
      created: () => {
        throw new Error('ENOSPC: no space left on device');
      },
    };
    const outcome = await ordering.order({ request: { log } });
    expect(outcome.error).toMatchObject({ message: 'ENOSPC: no space left on device' });
    await ordering.settle();
    expect(await ended()).toEqual(['it could not be put on record']);
  });

  it('is never asked for when its wish cannot be put on record', async ({ ordering, creations }) => {
    const log = {
      ...ordering.log,
      intended: () => {
        throw new Error('ENOSPC: no space left on device');
      },
    };
    expect((await ordering.order({ request: { log } })).error).toMatchObject({ message: /ENOSPC/ });
    expect(creations()).toEqual([]);
  });
});

function nameIn(body: Json | undefined): unknown {
  return typeof body === 'object' && body !== null && 'name' in body ? body.name : undefined;
}
