/** Checks of a host that is there already: what is set, who it is, whether it lets us in. */
import { statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Setting, SshTarget } from '../plan/plan.ts';
import { Connection } from '../ssh/connection.ts';
import { SshError } from '../ssh/host.ts';
import {
  fingerprintOf,
  type PrivateKey,
  type PublicKey,
  parsePublicKey,
  readPrivateKey,
} from '../ssh/keys.ts';
import { privateKeyOf, SettingError, settingOf } from '../targets/hosts/setting.ts';
import { endpointOf } from '../targets/hosts/ssh.ts';
import { type Check, messageOf, notChecked, ok, problem, type Section, warning } from './check.ts';
import { hostChecks } from './host.ts';
import { readHostKey, tcpProblem } from './host-key.ts';

export interface SshExamination {
  readonly environment: NodeJS.ProcessEnv;
  readonly offline: boolean;
  /** For one attempt to connect. */
  readonly patienceMilliseconds: number;
}

export async function examineSsh(name: string, target: SshTarget, how: SshExamination): Promise<Section> {
  const settings = settingsOf(name, target, how.environment);
  const { address, key, pin } = settings;
  const checks = [...settings.checks];
  const title = `target ${name}: ssh${address ? ` ${settings.user}@${address.host}:${address.port}` : ''}`;
  const section = { title, target: name, checks };
  const leaveOut = (names: readonly string[], why: string) =>
    checks.push(...names.map((one) => notChecked(one, why)));
  if (how.offline) {
    leaveOut(['port', 'host', 'login'], '`--offline`');
    return section;
  }
  if (!address) {
    leaveOut(['port', 'host', 'login'], 'where the host is, is not known');
    return section;
  }
  const refused = await tcpProblem(address, how.patienceMilliseconds);
  if (refused !== undefined) {
    const advice =
      'see whether it runs and sshd with it, and whether a firewall is between; the port of a RunPod pod changes each time that it is started';
    checks.push(problem('port', `${address.host}:${address.port} cannot be reached: ${refused}`, { advice }));
    leaveOut(['host', 'login'], 'the host cannot be reached');
    return section;
  }
  checks.push(ok('port', `${address.host}:${address.port} takes connections`));
  if (key && pin && settings.user !== undefined) checks.push(...(await loginChecks(name, target, pin, how)));
  else {
    checks.push(await shownKeyCheck(target, address, pin, how));
    leaveOut(['login'], 'it needs the key and the host key');
  }
  return section;
}

interface Settings {
  readonly checks: readonly Check[];
  readonly address?: { readonly host: string; readonly port: number };
  readonly user?: string;
  readonly key?: PrivateKey;
  readonly pin?: PublicKey;
}

/** Each by itself, so that all that is missing is said at once. */
function settingsOf(name: string, target: SshTarget, environment: NodeJS.ProcessEnv): Settings {
  const of = (what: string) => `the ${what} of the target \`${name}\``;
  const missing: string[] = [];
  const read = (setting: Setting, what: string): string | undefined => {
    try {
      return settingOf(setting, of(what), environment);
    } catch (error) {
      missing.push(messageOf(error));
      return undefined;
    }
  };
  const host = read(target.host, 'host');
  const written = read(target.port, 'port');
  const user = read(target.user, 'user');
  const port = Number(written);
  if (written !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536))
    missing.push(`${of('port')} is no number from 1 to 65535`);
  const key = keyCheck(target.key, of('key'), environment);
  const pin = pinCheck(target.hostKey, of('host key'), environment);
  const isWhole = missing.length === 0;
  return {
    checks: [
      isWhole ? ok('settings', `${user}@${host}, port ${port}`) : missingCheck(missing),
      key.check,
      pin.check,
    ],
    ...(isWhole && host !== undefined ? { address: { host, port } } : {}),
    ...(user === undefined ? {} : { user }),
    ...(key.key ? { key: key.key } : {}),
    ...(pin.key ? { pin: pin.key } : {}),
  };
}

function missingCheck(missing: readonly string[]): Check {
  const [only = ''] = missing;
  return missing.length === 1
    ? problem('settings', only, { advice: howToSet })
    : problem('settings', `${missing.length} settings are missing`, { details: missing, advice: howToSet });
}

const howToSet = 'export it in your shell; in a job of GitHub Actions, set it under `env:`';

function keyCheck(setting: Setting, what: string, environment: NodeJS.ProcessEnv) {
  let key: PrivateKey;
  try {
    key = readPrivateKey(privateKeyOf(setting, what, environment));
  } catch (error) {
    const isUnset = error instanceof SettingError && messageOf(error).includes('is not set');
    const advice = isUnset
      ? `${howToSet}; it holds the private key itself, or the path of its file`
      : 'it has to be an OpenSSH private key without a passphrase, or the path of its file';
    return { check: problem('key', messageOf(error), { advice }) };
  }
  const says = key.fingerprint ?? 'it can be read, and has no passphrase';
  const path = readableByOthers(setting, environment);
  if (path === undefined) return { key, check: ok('key', says) };
  const advice = `chmod 600 ${path}`;
  return { key, check: warning('key', `${says}; others on this machine may read its file`, { advice }) };
}

/** The path of the key's file when more than its owner may read it. */
function readableByOthers(setting: Setting, environment: NodeJS.ProcessEnv): string | undefined {
  const given = 'value' in setting ? setting.value : (environment[setting.variable]?.trim() ?? '');
  if (given.includes('PRIVATE KEY-----') || process.platform === 'win32') return undefined;
  const path = given.startsWith('~/') ? join(environment.HOME ?? homedir(), given.slice(2)) : given;
  const mode = statSync(path, { throwIfNoEntry: false })?.mode ?? 0;
  return (mode & 0o077) === 0 ? undefined : given;
}

function pinCheck(setting: Setting, what: string, environment: NodeJS.ProcessEnv) {
  try {
    const key = parsePublicKey(settingOf(setting, what, environment));
    return { key, check: ok('host key', fingerprintOf(key.blob)) };
  } catch (error) {
    const advice =
      'without it nobody can tell the host from another one; once the host can be reached, `host` says how to get it';
    return { check: problem('host key', messageOf(error), { advice }) };
  }
}

async function loginChecks(
  name: string,
  target: SshTarget,
  pin: PublicKey,
  { environment, patienceMilliseconds }: SshExamination,
): Promise<Check[]> {
  const endpoint = endpointOf(name, target, environment);
  const shows = ok('host', 'it proves that it has the pinned key');
  const connection = new Connection({
    ...endpoint,
    connectMilliseconds: patienceMilliseconds,
    giveUpMilliseconds: patienceMilliseconds,
  });
  try {
    await connection.connect();
    const loggedIn = [shows, ok('login', `${endpoint.user} may log in with the key`)];
    try {
      return [...loggedIn, ...(await hostChecks(connection, target))];
    } catch (error) {
      if (!(error instanceof SshError)) throw error;
      return [...loggedIn, problem('commands', error.message, { advice: tryAgain })];
    }
  } catch (error) {
    if (!(error instanceof SshError)) throw error;
    const notIn = notChecked('login', 'the host has to be known first');
    switch (error.kind) {
      case 'host-key':
        return [await shownKeyCheck(target, endpoint, pin, { patienceMilliseconds }), notIn];
      case 'auth':
        return [shows, await refusedCheck(endpoint)];
      default:
        return [problem('host', error.message, { advice: tryAgain }), notIn];
    }
  } finally {
    connection.close();
  }
}

const tryAgain =
  'a host that was just started may need a minute: try again; then look at the log of its sshd';

/** The line that would let us in is public. */
async function refusedCheck({
  user,
  privateKey,
}: {
  readonly user: string;
  readonly privateKey: string;
}): Promise<Check> {
  const says = `${user} may not log in with the key`;
  const { default: ssh2 } = await import('ssh2');
  const parsed = ssh2.utils.parseKey(privateKey);
  if (parsed instanceof Error) return problem('login', says, { advice: 'see that this is the right key' });
  return problem('login', says, {
    advice: `see that this is the right key and the right user; if so, add this line to ~${user}/.ssh/authorized_keys there:`,
    line: `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`,
  });
}

/** Who answers there, held against the pinned key where there is one. Nothing is sent to it. */
async function shownKeyCheck(
  { hostKey }: SshTarget,
  address: { readonly host: string; readonly port: number },
  pin: PublicKey | undefined,
  { patienceMilliseconds }: Pick<SshExamination, 'patienceMilliseconds'>,
): Promise<Check> {
  const shown = await readHostKey(address, patienceMilliseconds);
  if (shown.is === 'other-kinds')
    return problem('host', 'it has no ed25519 host key, and no other kind can be pinned', {
      advice: 'run `ssh-keygen -A` there, and restart its sshd',
    });
  if (shown.is === 'none') return problem('host', `it shows no key: ${shown.why}`, { advice: tryAgain });
  if (pin?.blob.equals(shown.key.blob)) return ok('host', 'it shows the pinned key');
  const print = fingerprintOf(shown.key.blob);
  const into = 'variable' in hostKey ? `into ${hostKey.variable}` : 'as the `host-key:` of the target';
  return problem('host', pin ? `it shows ANOTHER key than the pinned one: ${print}` : `it shows ${print}`, {
    advice:
      `${pin ? 'was it set up anew? If not, somebody may be in between. Find' : 'find'} out its fingerprint by another way: ` +
      '`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub` in its console, or the container log of a RunPod pod. ' +
      `Only if it is this one, put this line ${into}:`,
    line: shown.key.line,
  });
}
