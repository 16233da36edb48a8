/** What a pod does first, in pods that run it for real: its keys, its environment, and what it does when it cannot go on. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { podBody } from '../../src/runpod/pod-body.ts';
import { newPodName } from '../../src/runpod/pod-name.ts';
import { startScript } from '../../src/runpod/start-script.ts';
import { newKeyPair } from '../../src/ssh/keys.ts';
import type { Pod } from '../rig/runpod.ts';
import { hasSshd } from '../rig/sshd.ts';
import { type Account, type Order, openAccount, order, owner, until } from './account.ts';

/** Through the system's own client, which trusts only this host key and has only this key of ours. */
async function ssh(pod: Pod, { client, host }: Pick<Order, 'client' | 'host'>, command: string) {
  const folder = mkdtempSync(join(tmpdir(), 'ml-ssh-'));
  writeFileSync(join(folder, 'key'), client.privateKey, { mode: 0o600 });
  writeFileSync(join(folder, 'hosts'), `[127.0.0.1]:${pod.port} ${host.publicKey}\n`);
  const options = [
    ...['StrictHostKeyChecking=yes', `UserKnownHostsFile=${folder}/hosts`, 'GlobalKnownHostsFile=/dev/null'],
    ...['HostKeyAlgorithms=ssh-ed25519', 'IdentitiesOnly=yes', 'BatchMode=yes', 'LogLevel=ERROR'],
  ].flatMap((option) => ['-o', option]);
  const words = [
    '-F',
    'none',
    '-i',
    `${folder}/key`,
    ...options,
    '-p',
    String(pod.port),
    '127.0.0.1',
    command,
  ];
  const child = spawn('ssh', words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout.on('data', (part) => {
    out += part;
  });
  child.stderr.on('data', (part) => {
    err += part;
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  rmSync(folder, { recursive: true });
  return { code, out, err };
}

/** Of all processes of the account's pods. */
function environments(account: Account): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const id of account.rig.processes()) {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      const entries = readFileSync(`/proc/${id}/environ`, 'utf8')
        .split('\0')
        .map((line) => line.split(/=(.*)/s));
      found.set(`${id} ${command}`, Object.fromEntries(entries));
    } catch {
      // It has ended.
    }
  }
  return found;
}

let account: Account;
beforeEach(async () => {
  account = await openAccount();
});
afterEach(async () => {
  await account.rig.stop();
  expect(account.rig.violations).toEqual([]);
});

async function started(made: Order): Promise<Pod> {
  const { id } = await account.client.createPod(made.body);
  const pod = account.rig.pod(id);
  await until('it has started', () => pod.log.text().includes('Pod is ready to use'));
  return pod;
}

const ended = (pod: Pod) => account.rig.ledger.entry(pod.id).endedAt !== undefined;

describe.skipIf(!hasSshd)('a pod that starts', () => {
  it('shows the key that we chose for it, and lets in ours alone', async () => {
    const made = order(account.rig);
    const pod = await started(made);
    expect(await ssh(pod, made, 'echo "$((6 * 7))"')).toEqual({ code: 0, out: '42\n', err: '' });
    const other = newKeyPair();
    const stranger = await ssh(pod, { ...made, client: other }, 'true');
    expect([stranger.code, stranger.err]).toEqual([255, expect.stringContaining('Permission denied')]);
    const impostor = await ssh(pod, { ...made, host: other }, 'true');
    expect([impostor.code, impostor.err]).toEqual([
      255,
      expect.stringContaining('Host key verification failed'),
    ]);
  });

  it('keeps the private host key to itself', async () => {
    const made = order(account.rig);
    const pod = await started(made);
    const key = join(pod.container?.etcSsh ?? '', 'ssh_host_ed25519_key');
    expect(statSync(key).mode & 0o777).toBe(0o600);
    expect(readFileSync(key, 'utf8').trim()).toBe(made.host.privateKey.trim());
    expect(readFileSync(`${key}.pub`, 'utf8').trim()).toContain(made.host.publicKey);
    const all = environments(account);
    expect(all.size).toBeGreaterThan(3);
    for (const [process, environment] of all) {
      expect(Object.keys(environment), process).not.toContain('MLW_HOST_KEY');
      expect(process).not.toContain(pod.fields.key);
      expect(process).not.toContain(made.body.env.MLW_HOST_KEY);
    }
    expect(await ssh(pod, made, 'env')).toMatchObject({ out: expect.not.stringContaining('MLW_') });
  });

  it('gives what the image starts the environment and the file mode mask that it would have had', async () => {
    const made = order(account.rig);
    await started(made);
    const all = [...environments(account)].find(([process]) => process.endsWith('/start.sh'));
    expect(all?.[1]).toMatchObject({
      PUBLIC_KEY: made.client.publicKey,
      MLW_OWNER: owner,
      MLW_NAME: made.name,
    });
    // An image writes its environment into a script that is run on login: no text of ours stands in it.
    expect(Object.keys(all?.[1] ?? {})).not.toContain('MLW_WATCHDOG');
    const mask = readFileSync(`/proc/${all?.[0].split(' ')[0]}/status`, 'utf8');
    const ownMask = process.umask().toString(8).padStart(4, '0');
    expect(mask).toContain(`Umask:\t${ownMask}`);
  });

  it('has a watchdog in a session of its own, which `pkill` by the words of a training does not find', async () => {
    await started(order(account.rig));
    const watchdogs = [...environments(account).keys()].filter((process) => process.includes('mlw-watchdog'));
    expect(watchdogs).toHaveLength(2);
    for (const watchdog of watchdogs)
      expect(watchdog).toMatch(/^\d+ \S*bash -c eval "\$MLW_WATCHDOG" mlw-watchdog$/);
    const [session] = watchdogs.map((watchdog) => stat(watchdog.split(' ')[0] ?? '').session);
    const first = [...environments(account).keys()].find((process) => process.endsWith('/start.sh'));
    expect(session).not.toBe(stat(first?.split(' ')[0] ?? '').session);
  });
});

function stat(id: string): { parent: string; session: string } {
  const [, parent = '', , session = ''] =
    readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return { parent, session };
}

describe.skipIf(!hasSshd)('an image without a start script of its own', () => {
  it('gets an sshd that lets in our key', async () => {
    const made = order(account.rig, { target: { start: '/no/such/start.sh' } });
    const { id } = await account.client.createPod(withStandIn(made).body);
    const pod = account.rig.pod(id);
    await until(
      'its sshd answers',
      async () => pod.port !== undefined && (await ssh(pod, made, 'true')).code === 0,
    );
    expect(ended(pod)).toBe(false);
    const other = { ...made, client: newKeyPair() };
    expect((await ssh(pod, other, 'true')).err).toContain('Permission denied');
  });

  it('ends itself when its sshd ends', async () => {
    const made = order(account.rig, { target: { start: '/no/such/start.sh' } });
    // The emulator's own sshd goes to the background at once.
    const { id } = await account.client.createPod(made.body);
    const pod = account.rig.pod(id);
    await until('it has ended itself', () => ended(pod));
    expect(account.rig.ledger.entry(id).events.at(-1)).toMatchObject({ what: 'terminate', by: 'pod' });
  });
});

/** The emulator's pods have ports of their own: before all else, an sshd that listens there stands on their PATH. */
function withStandIn(made: Order): Order {
  const standIn = `cat > "$RIG_POD_DIR/bin/sshd" <<'END'
#!/bin/bash
exec "$RIG_SSHD" "$@" -o Port="$(cat "$RIG_POD_DIR/sshd.port")" -o ListenAddress=127.0.0.1 -o PidFile=none -o UsePAM=no
END
`;
  return { ...made, body: { ...made.body, cmd: [`${standIn}${made.body.cmd?.[0]}`] } };
}

describe('a pod that cannot be set up ends itself at once', () => {
  it.each([
    ['without a host key', { MLW_HOST_KEY: '' }, 'it was given no host key'],
    ['with a host key that is none', { MLW_HOST_KEY: 'bm9uZQ==' }, 'its host key could not be written'],
    ['with a host key that is not base64', { MLW_HOST_KEY: '%%%' }, 'its host key could not be written'],
    ['without an end of its life', { MLW_EXPIRES: 'tomorrow' }, 'it does not know when its life is over'],
  ])('%s', async (_what, given, why) => {
    const made = order(account.rig);
    const { id } = await account.client.createPod({ ...made.body, env: { ...made.body.env, ...given } });
    const pod = account.rig.pod(id);
    await until('it has ended itself', () => ended(pod));
    const said = pod.log.lines.map(({ line }) => line).join('\n');
    expect(said).toContain(`ml-workflow: this pod ends itself: ${why}`);
    account.rig.expectNothingLeft();
  });

  it.skipIf(!hasSshd)('when what the image starts cannot be run', async () => {
    const start = join(account.rig.folder, 'not-a-program');
    writeFileSync(start, 'x', { mode: 0o644 });
    const { id } = await account.client.createPod(order(account.rig, { target: { start } }).body);
    const pod = account.rig.pod(id);
    await until('it has ended itself', () => ended(pod));
    account.rig.expectNothingLeft();
  });
});

describe('the request', () => {
  const made = () => order(account.rig);

  it('is far smaller than RunPod allows', () => {
    expect(JSON.stringify(made().body).length).toBeLessThan(20_000);
  });

  it('opens SSH alone, and asks the platform to start nothing', () => {
    expect(made().body).toMatchObject({ ports: ['22/tcp'], startSsh: false, startJupyter: false });
  });

  it('holds marks in plain text, and the life that it has by any clock', () => {
    const { body, name, client } = made();
    const expires = Number(body.env.MLW_EXPIRES);
    expect(body.env).toEqual({
      PUBLIC_KEY: client.publicKey,
      MLW_HOST_KEY: expect.stringMatching(/^[A-Za-z0-9+/=]+$/),
      ...{ MLW_OWNER: owner, MLW_NAME: name, MLW_RUN: '20261121-101500-sweep-3f9a' },
      ...{ MLW_EXPIRES: String(Math.floor(account.rig.clock.now()) + 7200), MLW_LIFETIME: '7200' },
      ...{ MLW_LEASE: '600', MLW_GRACE: '1800', MLW_API: account.rig.url },
    });
    expect(expires).toBeGreaterThan(account.rig.clock.now());
    for (const value of Object.values(body.env)) expect(value).not.toMatch(/["'`$\\\n]/);
  });

  it('is refused with text that an image would run', () => {
    const name = newPodName(owner, 'run', 1_795_288_500);
    const { host, client, body } = made();
    const { image, cloud, disk } = body;
    const given = {
      name,
      owner,
      placement: { image, cloud, disk },
      target: { start: '/start.sh' },
      expires: 1,
    };
    const keys = { publicKey: client.publicKey, hostPrivateKey: host.privateKey };
    expect(() => podBody({ ...given, ...keys, run: 'a$(reboot)' })).toThrow(
      'MLW_RUN of a pod is not plain text',
    );
  });

  it('is a script that bash takes', () => {
    const script = startScript("/opt/it's here/start.sh");
    execFileSync('bash', ['-n'], { input: script });
    expect(script).toContain(`start='/opt/it'\\''s here/start.sh'`);
  });
});
