/** Failures and what chains do about them: try, catch, finally, fallback, on_failure, status gates, retry, repeat. */
import { describe, expect, it } from 'vitest';
import { failed, lasting, measured, type Outcome, outcomes, planOf, play } from './rig.ts';

type Table = Readonly<Record<string, Outcome | readonly Outcome[]>>;

function run(chain: string, table: Table = {}, cancelAt?: readonly number[]) {
  const plan = planOf(chain);
  const played = play(plan, { outcomes: outcomes(table), ...(cancelAt ? { cancelAt } : {}) });
  const { state, started, seconds } = played;
  const { decision, reasonCode, reason } = state.conclusion ?? {};
  return {
    state,
    decision,
    reasonCode,
    reason,
    seconds,
    ran: started.filter((title) => title !== '/continue').join(' '),
  };
}

const no = failed();

describe('try', () => {
  it.each([
    ['/try:/a → /b → /catch:any → /c → /end → /z', {}, 'passed', '/a /b /z'],
    ['/try:/a → /b → /catch:any → /c → /end → /z', { '/a': no }, 'handled', '/a /c /z'],
    ['/try:/a → /catch:any → /c → /end → /z', { '/a': no, '/c': no }, 'failed', '/a /c'],
    ['/try:/a → /catch:oom → /b → /catch:any → /c', { '/a': failed('oom') }, 'handled', '/a /b'],
    ['/try:/a → /catch:oom → /b → /catch:any → /c', { '/a': no }, 'handled', '/a /c'],
    ['/try:/a → /catch:oom → /b', { '/a': no }, 'failed', '/a'],
    ['/try:/a → /catch:exit-3 → /b', { '/a': failed('exit-3') }, 'handled', '/a /b'],
    ['/try:/train → /a → /catch:training-failed → /b', { '/train': no }, 'handled', '/train /b'],
    ['/try:/train → /a → /catch:training-failed → /b', { '/a': no }, 'failed', '/train /a'],
    ['/try:/a → /catch:any → /b → /else → /c → /end → /z', {}, 'passed', '/a /c /z'],
    ['/try:/a → /catch:any → /b → /else → /c → /end → /z', { '/a': no }, 'handled', '/a /b /z'],
    [
      '/try:timeout:5 → /train → /catch:training-failed → /b',
      { '/train': lasting(9) },
      'handled',
      '/train /b',
    ],
    ['/try:timeout:5 → /a → /train → /catch:training-failed → /b', { '/a': lasting(9) }, 'failed', '/a'],
    // what fails in `/else` is not caught here
    ['/try:/a → /catch:any → /b → /else → /c', { '/c': no }, 'failed', '/a /c'],
    ['/try:/a → /catch:any → /b → /finally → /c → /end → /z', {}, 'passed', '/a /c /z'],
    ['/try:/a → /catch:any → /b → /finally → /c → /end → /z', { '/a': no }, 'handled', '/a /b /c /z'],
    ['/try:/a → /catch:oom → /b → /finally → /c → /end → /z', { '/a': no }, 'failed', '/a /c'],
    ['/try:/a → /catch:any → /b → /finally → /c', { '/c': no }, 'failed', '/a /c'],
    ['try: /a → catch:/b', { '/a': no }, 'handled', '/a /b'],
    ['/try:/require:loss<0 → /catch:any → /b', {}, undefined, ''],
    // caught by name alone
    ['/try:/a → /catch:any → /b', { '/a': failed('usage') }, 'failed', '/a'],
    ['/try:/a → /catch:usage → /b', { '/a': failed('usage') }, 'handled', '/a /b'],
    ['/try:/a → /catch:any → /b', { '/a': failed('auth') }, 'failed', '/a'],
    ['/try:/a → /catch:auth → /b', { '/a': failed('auth') }, 'handled', '/a /b'],
    ['/try:/try:/a → /catch:oom → /b → /end → /catch:any → /c', { '/a': no }, 'handled', '/a /c'],
    ['/try:parallel[/a | /b] → /catch:any → /c → /end → /z', { '/a': no }, 'handled', '/a /b /c /z'],
  ] as const)('%s with %j is %s and runs %s', (chain, table, decision, ran) => {
    if (decision === undefined) {
      const gate = `/measure → ${chain}`;
      const low = run(gate, { '/measure': measured(0.5) });
      expect(low).toMatchObject({ decision: 'handled', ran: '/measure /b' });
      return;
    }
    expect(run(chain, table)).toMatchObject({ decision, ran });
  });

  it('never catches a gate that could not be decided, and runs `finally` all the same', () => {
    const chain = '/measure → /try:/if:acc>0.5 → /a → /end → /catch:any → /b → /finally → /c → /end → /z';
    const missing: Outcome = { is: 'succeeded', result: { metrics: { loss: 1 }, primary: 'accuracy' } };
    expect(run(chain, { '/measure': missing })).toMatchObject({
      decision: 'failed',
      reasonCode: 'gate-error',
      ran: '/measure /c',
    });
  });

  it('marks what a fallback gives as degraded, and nothing deploys from it', () => {
    const chain =
      '/try:/train → /catch:training-failed → /fallback:a → /end → /measure → /if:acc>0.5 → /deploy';
    const { state, ...rest } = run(chain, { '/train': no, '/measure': measured(0.9) });
    expect(rest).toMatchObject({
      decision: 'failed',
      reasonCode: 'degraded-deploy',
      ran: '/train /a /measure',
    });
    expect(state.degraded).toContain('/fallback:a');
  });
});

describe('what is tried again', () => {
  it.each([
    ['retry:1 → ((/a || /continue) → /c)', 'passed'],
    ['retry:1 → (parallel:max=1[/a || /b] → /c)', 'passed'],
    ['retry:1 → (/try:/a → /catch:any → /fallback:b → /end → /c)', 'passed'],
    // the last time counts
    ['retry:1 → (/c → (/a || /continue))', 'failed'],
  ] as const)('is degraded by its last attempt alone: %s', (again, decision) => {
    const once = [no, lasting(1)];
    const chain = `/measure → /require:acc>0.5 → ${again} → /deploy`;
    const table = { '/measure': measured(0.9), '/a': decision === 'passed' ? once : no, '/c': once };
    expect(run(chain, table)).toMatchObject({ decision });
  });
});

describe('a result that nobody gave', () => {
  it.each([
    ['(/a → /if:success → /b → /end) | /c', { '/a': no }, '/a'],
    ['/a → $x=<result.constructor> → /say $x', {}, '/a'],
    ['/a → $x=<result.toString> → /say $x', {}, '/a'],
  ])('%s with %j is missing, and runs %s', (chain, table, ran) => {
    expect(run(chain, table)).toMatchObject({ decision: 'failed', reasonCode: 'result-missing', ran });
  });

  it('is no reason either', () => {
    expect(run('/a', { '/a': failed('constructor') }).reasonCode).toBe('unit-failed');
  });
});

describe('on_failure and finally of a chain', () => {
  it.each([
    ['/a → /b\non_failure → /c\nfinally → /z', {}, 'passed', '/a /b /z'],
    ['/a → /b\non_failure → /c\nfinally → /z', { '/a': no }, 'failed', '/a /c /z'],
    ['/a\non_failure → /b && /c', { '/a': no, '/b': no }, 'failed', '/a /b'],
    ['/a\nfinally → /z', { '/z': no }, 'failed', '/a /z'],
    [
      '/measure → /if:acc>0.5 → /a\non_failure → /b\nfinally → /z',
      { '/measure': measured(0.1) },
      'not-met',
      '/measure /z',
    ],
    ['/measure → /require:acc>0.5\non_failure → /b', { '/measure': measured(0.1) }, 'not-met', '/measure /b'],
    // a gate error is caught by nothing, but people want to be told
    [
      '/measure → /if:acc>0.5 → /a\non_failure → /b\nfinally → /z',
      { '/measure': measured(1.5) },
      'failed',
      '/measure /b /z',
    ],
  ] as const)('%s with %j is %s and runs %s', (chain, table, decision, ran) => {
    expect(run(chain, table)).toMatchObject({ decision, ran });
  });

  it('runs `finally` when cancelled, and nothing else; a second cancel ends it too', () => {
    const chain = '/try:/a → /b → /finally → /c → /end → /z\non_failure → /b\nfinally → /say done';
    const at = (wanted: string) => {
      const { events } = play(planOf(chain), { outcomes: outcomes({}) });
      return events.findIndex((event) => event.type === 'unit-started' && event.node.includes(wanted)) + 1;
    };
    const once = run(chain, {}, [at('-a')]);
    expect(once).toMatchObject({ decision: 'cancelled', ran: '/a /c /say done' });
    const twice = run(chain, {}, [at('-a'), at('-a') + 4]);
    expect(twice).toMatchObject({ decision: 'cancelled', ran: '/a /c' });
    expect(twice.state.running.size).toBe(0);
  });
});

describe('a status gate', () => {
  const chain = '/a → /b → /if:success → /c → /else → /z';
  it.each([
    [chain, {}, 'passed', '/a /b /c'],
    [chain, { '/a': no }, 'handled', '/a /z'],
    [chain, { '/b': no }, 'handled', '/a /b /z'],
    [chain, { '/c': no }, 'failed', '/a /b /c'],
    ['/a → /b → /if:failure → /c → /end → /z', { '/a': no }, 'handled', '/a /c /z'],
    ['/a → /b → /if:tests-pass → /c', { '/a': no }, 'not-met', '/a'],
    ['/a → /if:success → /b → /end → /c → /if:success → /z', { '/c': no }, 'not-met', '/a /b /c'],
    ['/a → /b → /if:status(a) → /c → /else → /z', { '/b': no }, 'handled', '/a /b /c'],
    ['/a → /b → /if:status(b) → /c → /else → /z', { '/a': no }, 'handled', '/a /z'],
    ['retry:2 delay:5 → /a → /if:success → /b → /else → /z', { '/a': no }, 'handled', '/a /a /a /z'],
    [
      'retry:2 delay:5 → /a → /if:success → /b → /else → /z',
      { '/a': [no, lasting(1)] },
      'passed',
      '/a /a /b',
    ],
  ] as const)('%s with %j is %s and runs %s', (text, table, decision, ran) => {
    expect(run(text, table)).toMatchObject({ decision, ran });
  });
});

describe('retry', () => {
  it.each([
    ['retry:3 → /a → /z', { '/a': [no, no, lasting(1)] }, 'passed', '/a /a /a /z'],
    ['retry:3 → /a → /z', { '/a': no }, 'failed', '/a /a /a /a'],
    ['retry:1 → (/a → /b) → /z', { '/b': [no, lasting(1)] }, 'passed', '/a /b /a /b /z'],
    // would end the same way
    ['retry:3 → /a', { '/a': failed('usage') }, 'failed', '/a'],
    ['retry:3 → /a', { '/a': failed('auth') }, 'failed', '/a'],
    ['/measure → retry:3 → /require:acc>0.5', { '/measure': measured(0.1) }, 'not-met', '/measure'],
    // only what failed runs again
    ['retry:2 → parallel[/a | /b | /c] → /z', { '/b': [no, lasting(1)] }, 'passed', '/a /b /c /b /z'],
    ['retry:1 → retry:1 → /a', { '/a': no }, 'failed', '/a /a /a /a'],
  ] as const)('%s with %j is %s and runs %s', (chain, table, decision, ran) => {
    expect(run(chain, table)).toMatchObject({ decision, ran });
  });

  it('waits as long as was written, and grows with chance where it was told to', () => {
    expect(run('retry:2 delay:60 → /a', { '/a': no }).seconds).toBe(3 + 120);
    const { seconds } = run('/a-with-retry:3:backoff=300', { '/a': no });
    const fullDelays = 300 + 600 + 1200;
    expect(seconds).toBeGreaterThanOrEqual(4 + fullDelays / 2);
    expect(seconds).toBeLessThanOrEqual(4 + fullDelays);
    expect(run('/a-with-retry:3:backoff=300', { '/a': no }).seconds, 'the same run waits the same').toBe(
      seconds,
    );
  });
});

describe('repeat', () => {
  const chain = 'repeat:3 until:acc>0.5 → /measure → /z';
  it.each([
    [chain, { '/measure': measured(0.9) }, 'passed', '/measure /z'],
    [
      chain,
      { '/measure': [measured(0.1), measured(0.2), measured(0.9)] },
      'passed',
      '/measure /measure /measure /z',
    ],
    [chain, { '/measure': measured(0.1) }, 'not-met', '/measure /measure /measure'],
    [chain, { '/measure': [measured(0.1), no] }, 'failed', '/measure /measure'],
    [chain, { '/measure': measured(7) }, 'failed', '/measure'],
  ] as const)('%s with %j is %s and runs %s', (text, table, decision, ran) => {
    expect(run(text, table)).toMatchObject({ decision, ran });
  });
});
