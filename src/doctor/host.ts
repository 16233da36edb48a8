/** Checks of a host that has let us in: its programs, its workspace, its disk, its processors and GPUs. Changes nothing. */
import type { RemoteTarget } from '../plan/plan.ts';
import { plain } from '../runpod/plain.ts';
import { cpuCountFunctions } from '../ssh/cpu-count.ts';
import type { Host } from '../ssh/host.ts';
import { checkGpu } from '../ssh/load.ts';
import { quoted, quotedPath } from '../ssh/quote.ts';
import { type Check, ok, problem, warning } from './check.ts';

/** What uploads, jobs and downloads call there. */
const needed = ['bash', 'tar', 'find', 'sha256sum', 'setsid', 'stat', 'dd', 'mktemp'] as const;
const helpful = ['zstd', 'nvidia-smi'] as const;
/** Bytes. */
const leastDisk = 100 * 1024 ** 2;
const littleDisk = 5 * 1024 ** 3;
const begin = 'mlw-begin';

/** Rejects with an `SshError`. */
export async function hostChecks(host: Host, target: RemoteTarget): Promise<Check[]> {
  const { stdout, stderr } = await host.exec(`exec sh -c ${quoted(probe(target.workspace))}`, {
    most: 1024 * 1024,
  });
  const text = stdout.toString();
  const at = text.indexOf(`${begin}\n`);
  if (at < 0) {
    const said = plain(`${text} ${stderr}`, 200);
    const says = `it runs no commands${said === '' ? '' : `: ${said}`}`;
    return [
      problem('commands', says, { advice: 'give the user a POSIX shell, and no command that is forced' }),
    ];
  }
  const told = factsIn(text.slice(at + begin.length + 1));
  const tools = new Set(told('tool'));
  return [
    ...shellChecks(plain(text.slice(0, at), 60)),
    toolCheck(tools),
    workspaceCheck(target.workspace, told),
    ...diskChecks(told('disk')[0]),
    ...cpuChecks(told('cpus')[0]),
    tools.has('nvidia-smi')
      ? await gpuCheck(host)
      : ok('GPU', 'there is no `nvidia-smi`: no NVIDIA GPU, or no driver for it'),
  ];
}

type Told = (fact: string) => readonly string[];

function factsIn(text: string): Told {
  const facts = text.split('\n').map((line) => /^mlw-([a-z]+) (.*)$/.exec(line));
  return (fact) => facts.flatMap((match) => (match?.[1] === fact ? [match[2] ?? ''] : []));
}

/** `workspace` may not be there yet: then the nearest folder above it counts. */
function probe(workspace: string): string {
  return `
PATH=$PATH:/usr/local/nvidia/bin
echo ${begin}
for tool in ${[...needed, ...helpful].join(' ')}; do
  command -v "$tool" >/dev/null 2>&1 && echo "mlw-tool $tool"
done
at=${quotedPath(workspace)}
[ -e "$at" ] && echo 'mlw-workspace there'
until [ -e "$at" ]; do
  case $at in
    */*) at=\${at%/*} ;;
    *) at= ;;
  esac
  at=\${at:-/}
done
echo "mlw-at $at"
[ -d "$at" ] && echo 'mlw-workspace folder'
[ -d "$at" ] && [ -w "$at" ] && [ -x "$at" ] && echo 'mlw-workspace writable'
df -Pk "$at" 2>/dev/null | sed -n '$s/^/mlw-disk /p'
${cpuCountFunctions()}
echo "mlw-cpus $(cpu_count)"
`;
}

function shellChecks(noise: string): Check[] {
  if (noise === '') return [];
  return [
    problem('shell', `its login shell prints text before each command: "${noise}"`, {
      advice:
        'let ~/.bashrc and the like print in interactive shells only: this text would get into transfers',
    }),
  ];
}

function toolCheck(tools: ReadonlySet<string>): Check {
  const missing = needed.filter((tool) => !tools.has(tool));
  if (missing.length > 0)
    return problem('programs', `these are missing: ${missing.join(', ')}`, {
      advice: 'install them; with Debian they are in: bash tar findutils coreutils util-linux',
    });
  return ok(
    'programs',
    tools.has('zstd')
      ? 'all that is needed is there, and zstd'
      : 'all that is needed is there; with zstd, transfers would be faster',
  );
}

function workspaceCheck(workspace: string, told: Told): Check {
  const known = told('workspace');
  const at = plain(told('at')[0] ?? workspace, 200);
  const isThere = known.includes('there');
  if (!known.includes('folder'))
    return problem('workspace', `${at} is no folder`, { advice: 'name another `workspace:` of the target' });
  if (!known.includes('writable'))
    return problem('workspace', `${isThere ? at : `${at}, in which it would be made,`} cannot be written`, {
      advice: 'name another `workspace:` of the target, or let the user write there',
    });
  return ok('workspace', isThere ? `${at} can be written` : `${workspace} can be made`);
}

/** A line of `df -Pk`. */
function diskChecks(line: string | undefined): Check[] {
  const [, free] = /\s(?:\d+)\s+(?:\d+)\s+(\d+)\s+\d+%\s/.exec(line ?? '') ?? [];
  if (free === undefined) return [];
  const bytes = Number(free) * 1024;
  const says = `${sized(bytes)} are free`;
  const advice = 'make room there, or name a `workspace:` on a larger disk';
  if (bytes < leastDisk) return [problem('disk', says, { advice })];
  if (bytes < littleDisk) return [warning('disk', says, { advice })];
  return [ok('disk', says)];
}

function sized(bytes: number): string {
  const gigabytes = bytes / 1024 ** 3;
  if (gigabytes < 1) return `${Math.floor(bytes / 1024 ** 2)} MB`;
  return `${gigabytes < 10 ? gigabytes.toFixed(1) : Math.floor(gigabytes)} GB`;
}

function cpuChecks(count: string | undefined): Check[] {
  if (count === undefined || !/^\d+$/.test(count)) return [];
  return [ok('CPUs', `${count} may be used`)];
}

async function gpuCheck(host: Host): Promise<Check> {
  const gpu = await checkGpu(host);
  if (!gpu.ok)
    return problem('GPU', plain(gpu.message, 300), {
      advice: 'try `nvidia-smi` there; restart the host, or take another one',
    });
  const { name, count, driver } = gpu;
  const what = plain(count > 1 ? `${count} × ${name}` : name, 200);
  return ok('GPU', driver === undefined ? what : `${what}, driver ${plain(driver, 40)}`);
}
