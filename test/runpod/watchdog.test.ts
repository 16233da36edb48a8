/** The watchdog in pods that run it for real, for hours of a clock that leaps from one sleeper to the next. */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { watchdogScript } from '../../src/runpod/watchdog.ts';
import type { Pod, RigRunpod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { type Account, openAccount, order, until } from './account.ts';

let account: Account;
let rig: RigRunpod;
beforeEach(async () => {
  account = await openAccount();
  rig = account.rig;
});
afterEach(async () => {
  await rig.stop();
  expect(rig.violations).toEqual([]);
});

interface Watchdog {
  readonly keeper: number;
  readonly worker: number;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const parentOf = (id: number) => Number(textOf(`/proc/${id}/stat`).split(') ').at(-1)?.split(' ')[1]);

/** What a shell of the watchdog was started as. */
function roleOf(id: number): 'keeper' | 'worker' | undefined {
  if (!textOf(`/proc/${id}/cmdline`).endsWith('mlw-watchdog\0')) return undefined;
  return textOf(`/proc/${id}/environ`).split('\0').includes('MLW_WATCHER=worker') ? 'worker' : 'keeper';
}

/**
 * While it is whole. Not by the number of its shells: what a shell starts looks like the shell itself until it has become
 * another program, and without a worker that is all that a keeper has.
 */
function watchdog(): Watchdog | undefined {
  for (const worker of rig.processes()) {
    if (roleOf(worker) !== 'worker') continue;
    const keeper = parentOf(worker);
    if (roleOf(keeper) === 'keeper') return { keeper, worker };
  }
  return undefined;
}

function whole(): Watchdog {
  const found = watchdog();
  if (found === undefined) throw new Error('the watchdog is not whole');
  return found;
}

/** It has done what it does each time, and waits for the clock. */
const isAsleep = ({ id }: Pod) => rig.clock.sleeping.includes(id);

async function started(
  given: Parameters<typeof order>[1] = {},
  patch: Record<string, string> = {},
): Promise<Pod> {
  const { body } = order(rig, given);
  const { id } = await account.client.createPod({ ...body, env: { ...body.env, ...patch } });
  const pod = rig.pod(id);
  await until(
    'its watchdog runs',
    () => watchdog() !== undefined && isAsleep(pod) && pod.log.text().includes('Pod is ready'),
  );
  return pod;
}

/** As a run does it over SSH. */
function renew(pod: Pod): void {
  const { home, bin, folder } = pod.container ?? { home: '', bin: '', folder: '' };
  execFileSync('sh', ['-c', 'mkdir -p ~/.ml-workflow && touch ~/.ml-workflow/lease'], {
    env: { HOME: home, PATH: `${bin}:/usr/bin:/bin`, RIG_POD_DIR: folder, RIG_CLOCK: rig.clock.file },
  });
}

const entry = (pod: Pod) => rig.ledger.entry(pod.id);
const isOver = (pod: Pod) => entry(pod).endedAt !== undefined;
const age = (pod: Pod) => (entry(pod).endedAt ?? Number.POSITIVE_INFINITY) - pod.createdAt;

/** For so many seconds; what a request of the watchdog still does in real time is waited for. */
async function pass(seconds: number): Promise<void> {
  await rig.clock.run(seconds);
}

/**
 * Until it is so, while time goes by. The clock stands while nobody sleeps: it would run away from a machine that takes
 * long to start a program, and a pod's life with it.
 */
async function untilAt(pod: Pod, seconds: number, what: string, isSo: () => boolean): Promise<void> {
  await until(what, async () => {
    if (!isSo() && isAsleep(pod)) await rig.clock.run(seconds);
    return isSo();
  });
}

const ends = (pod: Pod) => untilAt(pod, 10, 'it has ended itself', () => isOver(pod));

const asked = (pod: Pod) =>
  rig.requests.filter(({ key }) => key === `pod:${pod.id}`).map(({ method, body }) => ({ method, body }));

describe.skipIf(!hasSshd)('the watchdog ends its pod', () => {
  it('that nobody reaches within the time for it', async () => {
    const pod = await started({ grace: 300 });
    await pass(280);
    expect(isOver(pod)).toBe(false);
    await ends(pod);
    expect(age(pod)).toBeGreaterThanOrEqual(300);
    expect(age(pod)).toBeLessThanOrEqual(340);
    expect(asked(pod)).toEqual([{ method: 'POST', body: { action: 'terminate' } }]);
    expect(pod.log.text()).toContain('this pod ends itself: nobody has reached it for 300 s');
    rig.expectNothingLeft();
  });

  it('whose lease is no longer renewed, and not before', async () => {
    const pod = await started({ lease: 120, grace: 60 });
    renew(pod);
    for (let time = 0; time < 600; time += 60) {
      await pass(60);
      expect(isOver(pod)).toBe(false);
      renew(pod);
    }
    await pass(100);
    expect(isOver(pod)).toBe(false);
    await ends(pod);
    expect(age(pod)).toBeLessThanOrEqual(60 + 660 + 120 + 40);
    expect(pod.log.text()).toContain('nobody has renewed its lease for 120 s');
  });

  it('at the end of its life, however often the lease is renewed', async () => {
    const pod = await started({ lifetime: 400 });
    for (let time = 0; time < 360; time += 30) {
      renew(pod);
      await pass(30);
    }
    expect(isOver(pod)).toBe(false);
    await ends(pod);
    expect(age(pod)).toBeLessThanOrEqual(440);
    expect(pod.log.text()).toContain('its life is over');
  });

  it('also when its container was started again: its life does not begin anew', async () => {
    const pod = await started({ lifetime: 400, grace: 9999 });
    await pass(300);
    await pod.restart();
    await until('its watchdog runs again', () => watchdog() !== undefined && isAsleep(pod));
    await ends(pod);
    expect(age(pod)).toBeLessThanOrEqual(460);
  });
});

describe.skipIf(!hasSshd)('F24: the clock of the pod', () => {
  it('may be behind by a day: its life is not longer for it', async () => {
    const pod = await started({ lifetime: 300, grace: 9999 });
    pod.container?.skew(-86_400);
    await ends(pod);
    expect(age(pod)).toBeLessThanOrEqual(360);
  });

  it('may have been behind from the start', async () => {
    rig.inject({ failure: 'skew', seconds: -86_400 });
    const pod = await started({ lifetime: 300, grace: 9999 });
    await ends(pod);
    expect(age(pod)).toBeGreaterThanOrEqual(300);
    expect(age(pod)).toBeLessThanOrEqual(360);
  });

  it('may be set back: a lease is not longer for it', async () => {
    const pod = await started({ lease: 120 });
    renew(pod);
    await pass(30);
    pod.container?.skew(-86_400);
    await ends(pod);
    expect(age(pod)).toBeLessThanOrEqual(220);
  });

  it('may be set forward within its life: a lease that is renewed goes on', async () => {
    const pod = await started({ lease: 120, lifetime: 7200 });
    renew(pod);
    await pass(15);
    // It now looks as if nobody had renewed it for ten minutes.
    pod.container?.skew(600);
    for (let time = 0; time < 300; time += 30) {
      await pass(30);
      renew(pod);
    }
    expect(isOver(pod)).toBe(false);
  });
});

describe.skipIf(!hasSshd)('a watchdog that is killed', () => {
  it('begins again, whichever of its two processes it was', async () => {
    const pod = await started({ lifetime: 300, grace: 9999 });
    const first = whole();
    process.kill(first.worker, 'SIGKILL');
    const again = (what: string, isNew: (found: Watchdog) => boolean) =>
      untilAt(pod, 1, what, () => {
        const found = watchdog();
        return found !== undefined && isNew(found);
      });
    await again('there is another worker', ({ worker }) => worker !== first.worker);
    const second = whole();
    expect(second.keeper).toBe(first.keeper);
    process.kill(second.keeper, 'SIGKILL');
    await again('there is another keeper', ({ keeper }) => keeper !== second.keeper);
    expect(whole().keeper).toBe(second.worker);
    expect(isOver(pod)).toBe(false);
    await ends(pod);
    expect(age(pod)).toBeLessThanOrEqual(360);
  });

  it('does not hear the signals that a training is ended by', async () => {
    const pod = await started({ lifetime: 300, grace: 9999 });
    const before = whole();
    for (const id of [before.keeper, before.worker])
      for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const) process.kill(id, signal);
    await pass(60);
    expect(whole()).toEqual(before);
    await ends(pod);
  });

  it('outlives the process group of what the image starts', async () => {
    const pod = await started({ lifetime: 300, grace: 9999 });
    const first = rig.processes().find((id) => textOf(`/proc/${id}/cmdline`).endsWith('/start.sh\0'));
    const group = (of: number) => readFileSync(`/proc/${of}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[2];
    const { keeper, worker } = whole();
    for (const id of [keeper, worker]) expect(group(id)).not.toBe(group(first ?? 0));
    await ends(pod);
  });
});

describe.skipIf(!hasSshd)('the request to RunPod', () => {
  /** On the pod's PATH, before the machine's own. */
  const hide = (pod: Pod, ...programs: string[]) => {
    for (const program of programs)
      writeFileSync(join(pod.container?.bin ?? '', program), '#!/bin/sh\nexit 127\n', { mode: 0o755 });
  };

  it.each([
    ['curl', []],
    ['python3', ['curl']],
    ['wget', ['curl', 'python3']],
  ] as const)('goes by %s', async (_program, hidden) => {
    const pod = await started({ lifetime: 60 });
    hide(pod, ...hidden);
    await ends(pod);
    expect(asked(pod)).toEqual([{ method: 'POST', body: { action: 'terminate' } }]);
  });

  it.each([
    ['curl', []],
    ['python3', ['curl']],
    ['wget', ['curl', 'python3']],
  ] as const)('by %s shows the key on no command line', async (program, hidden) => {
    const pod = await started({ lifetime: 60 });
    hide(pod, ...hidden);
    const real = execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim();
    const words = join(rig.folder, 'words');
    writeFileSync(
      join(pod.container?.bin ?? '', program),
      `#!/bin/bash\nprintf '%s\\n' "$@" >> ${words}\nexec ${real} "$@"\n`,
      { mode: 0o755 },
    );
    await ends(pod);
    expect(readFileSync(words, 'utf8')).toContain('/pods/');
    expect(readFileSync(words, 'utf8')).not.toContain(pod.fields.key);
  });

  it('is a DELETE where the key may not terminate, and a stop where it may do neither', async () => {
    rig.podKey.terminate = false;
    const deleted = await started({ lifetime: 60 });
    await ends(deleted);
    expect(asked(deleted).map(({ method }) => method)).toEqual(['POST', 'DELETE']);
    rig.podKey.delete = false;
    const stopped = await started({ lifetime: 60 });
    await untilAt(stopped, 10, 'it has stopped itself', () => stopped.status === 'EXITED');
    expect(asked(stopped).at(-1)).toEqual({ method: 'POST', body: { action: 'stop' } });
  });

  it('is repeated until RunPod takes it', async () => {
    rig.inject({ failure: 'refused', on: 'action', status: 503 }, 20);
    rig.inject({ failure: 'refused', on: 'delete', status: 500 }, 10);
    const pod = await started({ lifetime: 60 });
    await ends(pod);
    expect(asked(pod)).toHaveLength(31);
    expect(age(pod)).toBeGreaterThan(300);
    const said = pod.log.lines.filter(({ line }) => line.includes('RunPod did not take it'));
    expect(said).toHaveLength(3);
  });
});

it('is text that any POSIX shell reads', () => {
  for (const shell of ['sh', 'bash']) execFileSync(shell, ['-n'], { input: watchdogScript });
});
