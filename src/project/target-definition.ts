/** A target of a file → how the plan carries it, with the checks that a schema cannot make. */
import type { Diagnostics } from '../language/diagnostic.ts';
import type { Cloud, RemoteTarget, RunpodTarget, Setting, SshTarget } from '../plan/plan.ts';
import { hostKeyHelp, type TargetFile } from './remote-schema.ts';
import { holdsSecret, namesSecret, withoutText } from './secrets.ts';
import type { YamlFile } from './yaml-file.ts';

type SshFile = TargetFile & { readonly kind: 'ssh' };
type RunpodFile = TargetFile & { readonly kind: 'runpod' };
export type RemoteFile = SshFile | RunpodFile;

/** The variable that holds the account's key where a target names none. */
const accountKey = 'RUNPOD_API_KEY';

export function remoteTarget(
  name: string,
  declared: RemoteFile,
  file: YamlFile<unknown>,
  diagnostics: Diagnostics,
): RemoteTarget {
  const at = new Place(['targets', name], file, diagnostics);
  const base = {
    slots: declared.slots,
    workspace: declared.workspace,
    environment: environmentOf(declared.env, at),
    ...(declared.setup === undefined ? {} : { setup: declared.setup }),
  };
  return declared.kind === 'ssh' ? sshTarget(declared, base, at) : runpodTarget(declared, base, at);
}

type Base = Pick<RemoteTarget, 'slots' | 'workspace' | 'environment' | 'setup'>;

function sshTarget(declared: SshFile, base: Base, at: Place): SshTarget {
  const port = settingOf(declared.port);
  if ('value' in port && !(/^\d+$/.test(port.value) && Number(port.value) > 0 && Number(port.value) < 65_536))
    at.refuse(['port'], `\`${port.value}\` is no port: a whole number up to 65535`);
  const key = settingOf(declared.key);
  if ('value' in key && /PRIVATE KEY|\n/.test(key.value))
    at.refuseSecret(
      ['key'],
      'a private key in this file could be read by everyone who can read the repository',
      'name the variable that holds it: `key: { env: SSH_KEY }`, or write the path of its file',
    );
  return {
    kind: 'ssh',
    host: settingOf(declared.host),
    port,
    user: settingOf(declared.user),
    key,
    hostKey: hostKeyOf(declared['host-key'], at),
    ...base,
  };
}

/** Without a comment behind it. */
function hostKeyOf(declared: SshFile['host-key'], at: Place): Setting {
  const setting = settingOf(declared);
  if (!('value' in setting)) return setting;
  const [, key] =
    /^(ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43})(?:\s.*)?$/.exec(setting.value.trim()) ?? [];
  if (key === undefined) at.refuse(['host-key'], 'a host key is written `ssh-ed25519 AAAA…`', hostKeyHelp);
  return { value: key ?? setting.value };
}

function runpodTarget(declared: RunpodFile, base: Base, at: Place): RunpodTarget {
  const { gpu, cpu, volume, registry, cloud } = declared;
  const gpus = gpu === undefined ? [] : [gpu].flat();
  at.refuseTwins(['gpu'], gpus);
  at.refuseTwins(['cloud'], [cloud].flat());
  at.refuseTwins(['data-centers'], declared['data-centers']);
  return {
    kind: 'runpod',
    image: declared.image,
    gpus,
    count: cpu === undefined ? (declared.count ?? 1) : 0,
    ...(cpu === undefined ? {} : { cpu }),
    clouds: [cloud].flat().map((one) => one.toUpperCase() as Cloud),
    dataCenters: declared['data-centers'],
    disk: declared.disk,
    ...(volume === undefined ? {} : { volume }),
    ...(declared.cuda === undefined ? {} : { cuda: at.textOf(['cuda'], declared.cuda) }),
    maxPrice: declared['max-price'],
    pods: declared.pods,
    lifetime: declared.lifetime,
    key: declared.key?.env ?? accountKey,
    start: declared.start,
    ...(registry === undefined ? {} : { registry }),
    ...base,
  };
}

function settingOf(declared: SshFile['host']): Setting {
  return typeof declared === 'object' ? { variable: declared.env } : { value: String(declared) };
}

function environmentOf(declared: RemoteFile['env'], at: Place): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const [name, value] of Object.entries(declared)) {
    const text = at.textOf(['env', name], value);
    environment[name] = text;
    if (namesSecret(name) || holdsSecret(text))
      at.refuseSecret(
        ['env', name],
        `\`${name}\` looks like a secret, which does not belong in this file`,
        `name it under \`env:\` of the commands that need it, \`env: [${name}]\`: it then goes to the host over standard input`,
      );
  }
  return environment;
}

/** Where a target is declared. */
class Place {
  readonly #path: readonly PropertyKey[];
  readonly #file: YamlFile<unknown>;
  readonly #diagnostics: Diagnostics;

  constructor(path: readonly PropertyKey[], file: YamlFile<unknown>, diagnostics: Diagnostics) {
    this.#path = path;
    this.#file = file;
    this.#diagnostics = diagnostics;
  }

  refuse(key: readonly PropertyKey[], message: string, help?: string): void {
    const where = [...this.#path, ...key].map(String).join('.');
    const span = this.#file.span([...this.#path, ...key]);
    this.#diagnostics.add('invalid-value', this.#file.source, span, `\`${where}\`: ${message}`, { help });
  }

  /** What is said shows the line, but not the secret in it. */
  refuseSecret(key: readonly PropertyKey[], message: string, help: string): void {
    const where = [...this.#path, ...key].map(String).join('.');
    const span = this.#file.span([...this.#path, ...key]);
    const source = withoutText(this.#file.source, span);
    this.#diagnostics.add('invalid-value', source, span, `\`${where}\`: ${message}`, { help });
  }

  refuseTwins(key: readonly PropertyKey[], values: readonly string[]): void {
    for (const [index, value] of values.entries())
      if (values.indexOf(value) < index) this.refuse([...key, index], `\`${value}\` stands twice`);
  }

  /** As written: `12.10` is not `12.1`. */
  textOf(key: readonly PropertyKey[], value: string | number | boolean): string {
    if (typeof value === 'string') return value;
    const { start, end } = this.#file.span([...this.#path, ...key]);
    return this.#file.source.text.slice(start, end).trim();
  }
}
