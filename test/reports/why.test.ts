/** Why a step ran, did not, or was taken over: each way in which the elements around it decide. */
import { describe, expect, test } from 'vitest';
import { checkpointOf } from '../../src/engine/checkpoint.ts';
import type { Fact } from '../../src/engine/event.ts';
import { fold } from '../../src/engine/evolve.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { findSteps, nearestStep } from '../../src/reports/find-step.ts';
import { whyOf } from '../../src/reports/why.ts';
import { failed, outcomes, type Play, type Played, play } from '../engine/rig.ts';
import { playOn } from './told.ts';
import { branch, everything, gate, greater, planFrom, sequence, type Tree, unit } from './tree.ts';

/** The answer as it is printed, without its step. */
function why({ state, events }: Played, text: string, earlier?: Played): string {
  const [node, ...others] = findSteps(state.plan, text);
  if (!node || others.length > 0) throw new Error(`${others.length + 1} steps`);
  const { did, because } = whyOf({ state, events, node, ...(earlier ? { earlier: earlier.state } : {}) });
  return `${did}: ${because.join('; ')}`;
}

const run = (tree: Tree, table: Parameters<typeof outcomes>[0] = {}, x = 0.5, more: Partial<Play> = {}) =>
  playOn(planFrom(tree, { more: { parameters: { x, kind: 'tpu' } } }), {
    outcomes: outcomes(table),
    ...more,
  });

const gated = sequence(
  unit('/train'),
  branch([{ gate: gate('$x>0.9', greater('x', 0.9)), body: unit('/deploy') }], unit('/analyse')),
);

describe('a gate', () => {
  test('that was met', () => {
    const played = run(gated, {}, 0.95);
    expect(why(played, 'deploy')).toBe('ran: gate $x 0.95 > 0.9 was met; it succeeded after 1.0 s');
    expect(why(played, 'analyse')).toBe(
      'did not run: it is the else branch of a gate that was met: gate $x 0.95 > 0.9 was met',
    );
    expect(why(played, '/if')).toBe(
      'was asked: gate $x 0.95 > 0.9 was met; it comes after /train, which succeeded',
    );
  });

  test('that was not', () => {
    const played = run(gated, { '/analyse': failed('exit-2') }, 0.5);
    expect(why(played, 'deploy')).toBe('did not run: gate $x 0.5 > 0.9 was not met');
    expect(why(played, 'analyse')).toBe(
      'ran: gate $x 0.5 > 0.9 was not met, and this is its else branch; it failed after 1.0 s [exit-2]: ended as exit-2',
    );
  });

  test('that could not be decided', () => {
    const played = playOn(planFrom(gated), { outcomes: outcomes({}) });
    expect(why(played, 'deploy')).toBe('did not run: gate $x>0.9 could not be decided: `$x` was never set');
  });

  test('that demands', () => {
    const required = sequence(
      unit('/train'),
      { kind: 'require', title: '/require:$x>0.9', gate: gate('$x>0.9', greater('x', 0.9)) },
      unit('/deploy'),
    );
    expect(why(run(required, {}, 0.5), 'deploy')).toBe('was skipped: gate $x 0.5 > 0.9 was not met');
    expect(why(run(required, {}, 0.95), 'deploy')).toMatch(/^ran: gate \$x 0\.95 > 0\.9 was met;/);
  });

  test('without an else branch', () => {
    const open = sequence(
      branch([{ gate: gate('$x>0.9', greater('x', 0.9)), body: unit('/a') }]),
      unit('/b'),
    );
    expect(why(run(open), 'b')).toBe('was skipped: gate $x 0.5 > 0.9 was not met and has no else branch');
  });

  test('to which a failure of its stretch leads', () => {
    const guarded = {
      ...sequence(
        unit('/review'),
        unit('/staging'),
        branch([{ gate: gate('$x>0.9', greater('x', 0.9)), body: unit('/production') }], unit('/rollback')),
      ),
      guards: [{ from: 0, gate: 2 }],
    };
    const played = run(guarded, { '/review': failed() });
    expect(why(played, 'staging')).toBe(
      'was skipped: /review failed before it [exit-1], and a failure here leads to /if:$x>0.9',
    );
    expect(why(played, '/if')).toContain('/review failed [exit-1], and that leads to this gate');
  });
});

describe('a failure', () => {
  test('before it', () => {
    expect(why(run(sequence(unit('/train'), unit('/deploy')), { '/train': failed() }), 'deploy')).toBe(
      'was skipped: /train failed before it [exit-1]',
    );
  });

  test('that does not matter behind a `;`', () => {
    const tree = { ...sequence(unit('/a'), unit('/b')), always: ['1.2'] };
    expect(why(run(tree, { '/a': failed() }), 'b')).toMatch(
      /^ran: a `;` stands before it, so it runs whatever became of \/a;/,
    );
  });

  test('that is caught, or not', () => {
    const caught = run(everything(), { '/train': failed('oom'), '/notify': failed() }, 0.96, {
      approve: () => true,
    });
    expect(why(caught, '/train-small')).toMatch(/^ran: `\/catch:oom` took the failure of \/train \[oom\];/);
    expect(why(caught, '/train')).toContain('/try took care of it');
    expect(why(caught, 'use-backup')).toBe('did not run: `/catch:oom` took the failure');
    expect(why(caught, 'celebrate')).toBe('did not run: /train failed [oom] in the `/try`');
    expect(why(caught, '/continue')).toMatch(/^ran: \/notify failed \[exit-1\], and `\|\|` goes on;/);
    expect(why(caught, 'alarm')).toBe('did not run: no failure was left unhandled');
    const whole = run(everything(), {}, 0.96, { approve: () => true });
    expect(why(whole, '/train-small')).toBe('did not run: nothing failed in the `/try`');
    expect(why(whole, 'celebrate')).toMatch(/^ran: nothing failed in the `\/try`;/);
    expect(why(whole, '/clean')).toMatch(/^ran: a `\/finally` always runs;/);
    expect(why(whole, '/continue')).toBe('did not run: /notify succeeded, and `||` needs a failure');
    expect(why(whole, 'cleanup')).toMatch(/^ran: `finally` always runs;/);
  });

  test('that nothing handled', () => {
    const played = run(everything(), { '/setup': failed() });
    expect(why(played, 'alarm')).toMatch(/^ran: \/setup failed \[exit-1\], and nothing handled it;/);
    expect(why(played, 'sweep')).toBe('was skipped: /setup failed before it [exit-1]');
  });
});

test('a case says which value led where', () => {
  const played = run(everything(), {}, 0.96);
  expect(why(played, 'train-gpu')).toMatch(/^ran: \$kind is `tpu`, which `↳ gpu\|tpu` takes;/);
  expect(why(played, 'train-cpu')).toBe('did not run: $kind is `tpu`, which `↳ gpu|tpu` takes');
});

test('attempts and iterations say what came before', () => {
  const retried = sequence(unit('/setup'), {
    kind: 'retry',
    title: 'retry:2',
    retries: 2,
    body: sequence(unit('/train'), unit('/check')),
  });
  const played = run(retried, { '/train': [failed('oom'), { is: 'succeeded' }] });
  expect(why(played, '/train')).toBe(
    'ran: it comes after /setup, which succeeded; attempt 2 of 3 of retry:2: the one before ended with oom; it succeeded after 1.0 s',
  );
  const always = run(retried, { '/train': [{ is: 'succeeded' }, failed()], '/check': failed() });
  expect(why(always, 'check')).toBe(
    'was skipped: /train failed before it [exit-1]; it ran in an earlier attempt or iteration',
  );
});

test('what was stopped says by what', () => {
  const tree = sequence(
    { kind: 'timeout', title: 'timeout:5', seconds: 5, body: sequence(unit('/slow'), unit('/next')) },
    unit('/last'),
  );
  const played = run(tree, { '/slow': { is: 'succeeded', seconds: 60 } });
  expect(why(played, 'next')).toMatch(/^was skipped: timeout:5: /);
  expect(why(played, 'last')).toBe('was skipped: timeout:5 failed before it [timeout]');
  const cancelled = run(sequence(unit('/a'), unit('/b')), {}, 0.5, { cancelAt: 2 });
  expect(why(cancelled, '/b')).toBe('was skipped: the run was cancelled by SIGINT');
  expect(why(cancelled, '/a')).toBe('was stopped: the run was cancelled by SIGINT');
});

test('a run that still goes on is answered too', () => {
  const plan = planFrom(everything(), { more: { parameters: { kind: 'tpu', x: 0.96 } } });
  const whole = playOn(plan, { outcomes: outcomes({ '/train': [failed('oom'), { is: 'succeeded' }] }) });
  const upTo = (type: string): Played => {
    const events = whole.events.slice(0, whole.events.findIndex((event) => event.type === type) + 1);
    return { ...whole, events, state: fold(plan, events) };
  };
  const started = upTo('unit-started');
  expect(why(started, 'setup')).toBe('is running: it is the first element');
  expect(why(started, 'deploy')).toBe('has not run yet: /setup comes before it and is not over');
  expect(why(upTo('retry-scheduled'), '/train')).toMatch(
    /^ran: .*; attempt 2 of 4 begins 1 min after \S+: the one before ended with oom; it failed/,
  );
  expect(why(whole, 'approve')).toMatch(/^waits for a person: .*; nobody has decided about production yet$/);
  expect(why(whole, 'deploy')).toBe('has not run yet: /approve:production comes before it and is not over');
});

test('a loop that came to its end says so', () => {
  const again = {
    kind: 'repeat',
    title: 'repeat:2',
    times: 2,
    gate: gate('$x>0.9', greater('x', 0.9)),
    body: unit('/improve'),
  } as const;
  const played = run(sequence(again, unit('/deploy')), {}, 0.5);
  expect(why(played, 'deploy')).toBe('was skipped: gate $x 0.5 > 0.9 was not met after 2 times');
  expect(why(played, 'improve')).toContain('iteration 2 of at most 2: gate $x 0.5 > 0.9 was not met');
});

describe('results of an earlier run', () => {
  const tree = (script: string) =>
    planFrom(sequence(unit('/a'), unit('/b'), unit('/c')), { commands: { b: { script } } });
  const first = play(tree('old'), { outcomes: outcomes({}) });
  const offer: Fact = { type: 'results-offered', from: 'r0', ...checkpointOf(first.state) };
  const again = (plan: Plan) => play(plan, { outcomes: outcomes({}), first: [offer] });

  test('are taken over where nothing changed', () => {
    expect(why(again(tree('old')), '/b')).toBe(
      'was reused from run r0: same place, same command, same input',
    );
  });

  test('are not where something did, and behind it', () => {
    const played = again(tree('new'));
    expect(why(played, '/a')).toMatch(/^was reused/);
    const lead = 'it ran again although an earlier run was offered';
    expect(why(played, '/b', first)).toContain(`${lead}: its script changed`);
    expect(why(played, '/b')).toContain(`${lead}: its command or its input changed`);
    expect(why(played, '/c', first)).toContain(`${lead}: something before it ran anew`);
  });
});

describe('a step is found', () => {
  const plan = planFrom(
    sequence(
      unit('/train:sigma-0.10', { command: 'train' }),
      unit('/train:sigma-0.12', { command: 'train' }),
      unit('/retrain'),
    ),
  );
  const found = (text: string) => findSteps(plan, text).map(({ id }) => id);

  test.each([
    ['1.2', ['1.2']],
    ['/train:sigma-0.12', ['1.2']],
    ['TRAIN:sigma_0.12', ['1.2']],
    ['train', ['1.1', '1.2']],
    ['0.12', ['1.2']],
    ['retr', ['1.3']],
    ['trian', []],
  ])('%s', (text, ids) => expect(found(text)).toEqual(ids));

  test('or a near one is named', () => expect(nearestStep(plan, 'trian')).toContain('`train`'));
});
