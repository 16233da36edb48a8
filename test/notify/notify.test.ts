/** Notices as receivers get them: over real connections, to servers that answer as servers do on a bad day. */
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Outside } from '../../src/notify/deliver.ts';
import { deliver } from '../../src/notify/deliver.ts';
import { type Notice, noticeOf } from '../../src/notify/notice.ts';
import { addressesOf, notify } from '../../src/notify/notify.ts';
import { slackMessage } from '../../src/notify/slack-message.ts';
import { webhookBody } from '../../src/notify/webhook-body.ts';
import type { Receiver } from '../../src/project/notify-schema.ts';
import type { Report } from '../../src/reports/report.ts';

interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
type Reply = { readonly status: number; readonly headers?: Record<string, string> } | 'hang up' | 'silence';

/** Answers one reply after the other, then 200. */
let replies: Reply[] = [];
let received: Received[] = [];
let slept: number[] = [];
let server: Server;
let address = '';
const outside: Outside = {
  fetch,
  sleep: async (seconds) => {
    slept.push(seconds);
  },
};

beforeEach(async () => {
  replies = [];
  received = [];
  slept = [];
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method = '', url: path = '', headers } = request;
      received.push({ method, path, headers, body: Buffer.concat(chunks).toString('utf8') });
      const reply = replies.shift() ?? { status: 200 };
      if (reply === 'hang up') request.socket.destroy();
      else if (reply !== 'silence') response.writeHead(reply.status, reply.headers).end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook?key=secret`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const sha = 'abcdef0123456789abcdef0123456789abcdef01';
const notice: Notice = {
  occasion: 'not-met',
  workflow: 'sweep',
  id: 'r1',
  reason: '`best-acc` 0.87 is not above 0.90',
  reasonCode: 'gate-not-met',
  sha,
  url: 'https://github.com/moola/demo/actions/runs/7',
  requestedBy: 'dana',
  cost: 1.234,
  gates: [{ text: 'best-acc>0.90', outcome: 'not-met', sum: 'best-acc 0.87 > 0.90' }],
};
const report = (fields: Partial<Report>): Report => ({
  ...{ schema_version: 1, workflow: 'sweep', run: 'r1', chain: '/a', reason: 'because', started_at: '' },
  ...{ seconds: 1, steps: [], gates: [], sweeps: [], metrics: [], failures: [] },
  ...fields,
});

describe('a notice', () => {
  it('is made of a report that is over', () => {
    expect(noticeOf(report({}), {})).toBeUndefined();
    const money = { quoted: 2, spent: 1, billed: 1.5 };
    expect(
      noticeOf(report({ decision: 'passed', reason_code: 'gates-met', money }), {
        sha,
        url: 'https://x.test/1',
        requested_by: 'dana',
      }),
    ).toEqual({
      ...{ occasion: 'passed', workflow: 'sweep', id: 'r1', reason: 'because', reasonCode: 'gates-met' },
      ...{ sha, url: 'https://x.test/1', requestedBy: 'dana', cost: 1.5 },
    });
  });

  it('holds no terminal escapes, hidden marks, line breaks, or text without an end', () => {
    const reason = `\u001b[31mred\u001b[0m\u202e\n\n${'x'.repeat(5000)}`;
    const made = noticeOf(report({ decision: 'failed', reason }), {});
    expect(made?.reason).toBe(`red ${'x'.repeat(495)}…`);
  });
});

test('a webhook gets one shape of JSON, with null for what is not there', () => {
  expect(webhookBody(notice)).toEqual({
    ...{ schema_version: 1, id: 'r1/not-met', occasion: 'not-met', workflow: 'sweep', decision: 'not-met' },
    ...{ reason: notice.reason, reason_code: 'gate-not-met', sha, url: notice.url, requested_by: 'dana' },
    ...{ cost: 1.234, gates: notice.gates },
  });
  const drift = webhookBody({ occasion: 'drift', workflow: 'watch', id: 'i3', reason: 'psi 0.4 > 0.2' });
  expect(drift).toMatchObject({ decision: null, sha: null, url: null, cost: null, gates: [] });
});

describe('a message for a chat', () => {
  it('says what happened, on what, for how much, and where to read on', () => {
    expect(slackMessage(notice)).toEqual({
      text: '❌ sweep: gate not met: `best-acc` 0.87 is not above 0.90\nabcdef0 · $1.23 · asked for by dana · <https://github.com/moola/demo/actions/runs/7|details>',
      blocks: [
        {
          type: 'section',
          text: {
            type: 'mrkdwn',
            text: '*❌ sweep: gate not met*\n`best-acc` 0.87 is not above 0.90\n• best-acc 0.87 &gt; 0.90: not met',
          },
        },
        {
          type: 'context',
          elements: [
            {
              type: 'mrkdwn',
              text: 'abcdef0 · $1.23 · asked for by dana · <https://github.com/moola/demo/actions/runs/7|details>',
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['<!channel> & <https://evil.test|here>', '&lt;!channel&gt; &amp; &lt;https:\u200b//evil.test|here&gt;'],
    ['@all @here', '@\u200ball @\u200bhere'],
    ['[click](http://evil.test)', '[click]\u200b(http:\u200b//evil.test)'],
    ['www.evil.test', 'www\u200b.evil.test'],
  ])('lets foreign text neither mention nor link: %s', (reason, shown) => {
    const { text, blocks } = slackMessage({ occasion: 'failed', workflow: 'w', id: 'r', reason });
    expect(text).toBe(`❌ w: failed: ${shown}`);
    expect(JSON.stringify(blocks)).toContain(JSON.stringify(shown).slice(1, -1));
  });

  it('calls things as the report does', () => {
    const first = (fields: Partial<Notice>) => slackMessage({ ...notice, ...fields }).text.split(': `')[0];
    expect(first({ occasion: 'handled', reasonCode: 'failure-handled' })).toBe(
      '⚠️ sweep: a failure was handled',
    );
    expect(first({ occasion: 'waiting' })).toBe('⏸️ sweep: waiting for approval');
    expect(first({ occasion: 'drift' })).toBe('📉 sweep: the data have drifted');
  });

  it('links to the web only, and nothing ends the link early', () => {
    const facts = (url: string) => slackMessage({ ...notice, url }).text.split('details')[0];
    expect(facts('javascript:alert(1)')).not.toContain('<');
    expect(facts('https://x.test/a|b>c&d=<e')).toContain('<https://x.test/a%7Cb%3Ec&amp;d=%3Ce|');
  });

  it('keeps to the limit of a section', () => {
    const long = { text: 'g', outcome: 'met' as const, sum: 'x'.repeat(500) };
    const { blocks } = slackMessage({ ...notice, gates: Array.from({ length: 10 }, () => long) });
    const [section] = blocks;
    expect(section?.type === 'section' ? section.text.text : '').toHaveLength(3000);
  });
});

describe('delivery', () => {
  it('posts JSON', async () => {
    expect(await deliver(address, { a: 'ü' }, outside)).toBeUndefined();
    expect(received).toMatchObject([{ method: 'POST', path: '/hook?key=secret', body: '{"a":"ü"}' }]);
    expect(received[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
  });

  test.each<[string, Reply, number]>([
    ['5xx', { status: 503 }, 2],
    ['a rate limit, as long as it asks', { status: 429, headers: { 'retry-after': '7' } }, 7],
    ['a rate limit, half a minute at most', { status: 429, headers: { 'retry-after': '3600' } }, 30],
    [
      'a rate limit until a date',
      {
        status: 429,
        headers: {
          date: 'Sat, 01 Nov 2025 10:00:00 GMT',
          'retry-after': 'Sat, 01 Nov 2025 10:00:09 GMT',
        },
      },
      9,
    ],
    ['a rate limit until nobody knows when', { status: 429, headers: { 'retry-after': 'soon' } }, 2],
    ['a connection that ends', 'hang up', 2],
  ])('is tried again after %s', async (_what, reply, seconds) => {
    replies = [reply];
    expect(await deliver(address, {}, outside)).toBeUndefined();
    expect(received).toHaveLength(2);
    expect(slept).toEqual([seconds]);
  });

  it('is given up after three attempts', async () => {
    replies = [{ status: 500 }, { status: 502 }, { status: 503 }];
    expect(await deliver(address, {}, outside)).toBe('the receiver answered 503');
    expect(received).toHaveLength(3);
    expect(slept).toEqual([2, 4]);
  });

  it('is given up at once when the receiver does not want it', async () => {
    replies = [{ status: 410 }];
    expect(await deliver(address, {}, outside)).toBe('the receiver answered 410');
    expect(received).toHaveLength(1);
  });

  it('follows a redirect within the host, with its message', async () => {
    replies = [{ status: 308, headers: { location: '/other' } }];
    expect(await deliver(address, { a: 1 }, outside)).toBeUndefined();
    expect(received.map(({ method, path, body }) => [method, path, body])).toEqual([
      ['POST', '/hook?key=secret', '{"a":1}'],
      ['POST', '/other', '{"a":1}'],
    ]);
  });

  const elsewhere = 'the receiver redirects to another host, which is not followed';
  test.each([
    [307, 'http://localhost:1/x', elsewhere],
    [307, 'http://[', elsewhere],
    [302, '/other', 'the receiver answered 302'],
  ])('does not follow a %d to %s', async (status, location, why) => {
    replies = [{ status, headers: { location } }];
    expect(await deliver(address, {}, outside)).toBe(why);
    expect(received).toHaveLength(1);
  });

  it('does not follow redirects for ever', async () => {
    replies = Array.from({ length: 9 }, () => ({ status: 307, headers: { location: '/again' } }));
    expect(await deliver(address, {}, outside)).toBe('the receiver redirects without an end');
    expect(received).toHaveLength(4);
  });

  test.each([
    ['nonsense', 'this is no address'],
    ['http://example.com/hook', 'the address does not begin with `https://`'],
    ['http://127.0.0.1.example.com/hook', 'the address does not begin with `https://`'],
    ['file:///etc/passwd', 'the address does not begin with `https://`'],
    ['https://user:word@example.com/hook', 'the address has a password in it, which is not sent'],
  ])('asks nothing of %s', async (to, why) => {
    const refuse: Outside = { ...outside, fetch: () => Promise.reject(new Error('was asked')) };
    expect(await deliver(to, {}, refuse)).toBe(why);
  });

  it('waits for no answer for ever', async () => {
    replies = ['silence', 'silence', 'silence'];
    const impatient: Outside = {
      ...outside,
      fetch: (to, init) => {
        expect(init?.signal).toBeInstanceOf(AbortSignal);
        return fetch(to, { ...init, signal: AbortSignal.timeout(100) });
      },
    };
    expect(await deliver(address, {}, impatient)).toBe('no answer within 10 s');
    expect(slept).toEqual([2, 4]);
  });

  it('says that nobody is there, without the address', async () => {
    await new Promise((resolve) => server.close(resolve));
    const why = await deliver(address, {}, outside);
    expect(why).toBe('the receiver cannot be reached (ECONNREFUSED)');
    expect(slept).toEqual([2, 4]);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
});

describe('those who are told', () => {
  const receiver = (kind: Receiver['kind'], variable: string, on: Receiver['on']): Receiver => ({
    ...{ kind, variable, on },
  });

  it('are those who want to hear of it, each in its own form', async () => {
    const receivers = [
      receiver('webhook', 'HOOK', ['not-met']),
      receiver('slack', 'CHAT', ['not-met', 'failed']),
      receiver('slack', 'QUIET', ['failed']),
    ];
    const environment = { HOOK: `${address}&h`, CHAT: ` ${address}&c\n`, QUIET: `${address}&q` };
    expect(await notify(notice, receivers, environment, outside)).toEqual([]);
    const bodies = new Map(received.map(({ path, body }) => [path.slice(-1), JSON.parse(body)]));
    expect([...bodies.keys()].sort()).toEqual(['c', 'h']);
    expect(bodies.get('h')).toEqual(webhookBody(notice));
    expect(bodies.get('c')).toEqual(slackMessage(notice));
  });

  it('who are not reached are named by their variable', async () => {
    replies = [{ status: 404 }];
    const receivers = [receiver('slack', 'CHAT', ['not-met']), receiver('webhook', 'HOOK', ['not-met'])];
    const losses = await notify(notice, receivers, { CHAT: address, HOOK: '' }, outside);
    expect(losses).toEqual([
      'the chat of `CHAT` was not told: the receiver answered 404',
      'the webhook of `HOOK` was not told: the variable is not set',
    ]);
    expect(losses.join()).not.toContain('secret');
  });

  it('have addresses that the caller masks', () => {
    const receivers = [receiver('slack', 'CHAT', ['failed']), receiver('webhook', 'HOOK', ['failed'])];
    expect(addressesOf(receivers, { CHAT: ' https://x.test/1 ' })).toEqual(['https://x.test/1']);
  });
});
