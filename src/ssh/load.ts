/** How busy a host is, and whether its GPUs work. */
import type { Host } from './host.ts';
import { quoted } from './quote.ts';

/** Fractions, 0 to 1. What the host does not tell is not there. */
export interface Load {
  /** Mean of all GPUs. */
  readonly gpu?: number;
  /** Of the fullest GPU. */
  readonly gpuMemory?: number;
  /** Of the cgroup, or of the machine where it has no limit; without what the page cache holds. */
  readonly memory?: number;
}

export type GpuCheck =
  | { readonly ok: true; readonly name: string; readonly count: number; readonly driver?: string }
  | { readonly ok: false; readonly message: string };

const gpuSeconds = 20;
/** Beyond `gpuSeconds`: a driver that hangs does not let its process be killed. */
const answerMilliseconds = (gpuSeconds + 10) * 1000;

/** Undefined when the host tells nothing. Rejects as `Host.exec` does. */
export async function sampleLoad(host: Host, signal?: AbortSignal): Promise<Load | undefined> {
  const { stdout } = await execWithin(host, loadScript(), signal);
  const load = loadIn(stdout.toString());
  return Object.keys(load).length > 0 ? load : undefined;
}

/** Whether `nvidia-smi` runs and lists a GPU, within 20 s. Rejects as `Host.exec` does. */
export async function checkGpu(host: Host, signal?: AbortSignal): Promise<GpuCheck> {
  const failed = (why: string): GpuCheck => ({
    ok: false,
    message: `no working GPU on ${host.name}: ${why}`,
  });
  const late = `nvidia-smi did not answer within ${gpuSeconds} s`;
  let result: Awaited<ReturnType<Host['exec']>>;
  try {
    result = await execWithin(host, gpuScript, signal);
  } catch (error) {
    if (signal?.aborted || !isTimeout(error)) throw error;
    return failed(late);
  }
  const lines = result.stdout.toString().split('\n');
  const end = /^gpu-end (\d+)$/.exec(lines.findLast((line) => line.startsWith('gpu-end ')) ?? '');
  const code = Number(end?.[1] ?? 1);
  if (code === 124 || code === 137) return failed(late);
  if (code === 127) return failed('nvidia-smi is not there');
  const said = lines.filter((line) => line.startsWith('gpu: ')).map((line) => line.slice(5).trim());
  const gpus = said.flatMap((line) => {
    const [name = '', driver = ''] = line.split(',').map((cell) => cell.trim());
    return name === '' || driver === '' || unknown.test(name) ? [] : [{ name, driver }];
  });
  const [first] = gpus;
  if (code !== 0 || !first) {
    const words = said.filter((line) => line !== '').join(' ');
    return failed(words === '' ? `nvidia-smi ended with exit code ${code}` : words.slice(0, 200));
  }
  const driver = unknown.test(first.driver) ? {} : { driver: first.driver };
  return { ok: true, name: first.name, count: gpus.length, ...driver };
}

const unknown = /^\[?(?:N\/A|Not Supported|Unknown Error|ERR!|GPU is lost)/i;

/** What the load script printed. Lines it does not know, such as those of a login shell, are left out. */
export function loadIn(text: string): Load {
  const use: number[] = [];
  const gpuMemory: number[] = [];
  const memory: number[] = [];
  let machine: number | undefined;
  for (const line of text.split('\n')) {
    const [kind, ...cells] = line.trim().split(/[\s,]+/);
    const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = cells.map(
      // An empty cell is no zero.
      (cell) => (/^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN),
    );
    if (kind === 'gpu:') {
      if (first <= 100) use.push(first / 100);
      if (third > 0) gpuMemory.push(second / third);
    } else if (kind === 'cgroup:') {
      // used, of that page cache, limit
      if (third > 0 && third < noLimit) memory.push((first - second) / third);
    } else if (kind === 'machine:' && first > 0) machine = 1 - second / first;
  }
  const load: { gpu?: number; gpuMemory?: number; memory?: number } = {};
  const mean = use.reduce((sum, one) => sum + one, 0) / use.length;
  if (Number.isFinite(mean)) load.gpu = bounded(mean);
  const fullest = gpuMemory.filter(Number.isFinite);
  if (fullest.length > 0) load.gpuMemory = bounded(Math.max(...fullest));
  const tightest = memory.filter(Number.isFinite);
  if (tightest.length > 0) load.memory = bounded(Math.max(...tightest));
  else if (machine !== undefined && Number.isFinite(machine)) load.memory = bounded(machine);
  return load;
}

/** Bytes; cgroups of version 1 say a number like this for none. */
const noLimit = 2 ** 60;

function bounded(fraction: number): number {
  return Math.min(1, Math.max(0, fraction));
}

function execWithin(host: Host, script: string, signal: AbortSignal | undefined) {
  const late = AbortSignal.timeout(answerMilliseconds);
  return host.exec(`exec sh -c ${quoted(script)}`, {
    signal: signal ? AbortSignal.any([signal, late]) : late,
  });
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

/** `nvidia` runs it with a time limit; images that hide it keep it in the second folder. */
const nvidiaFunctions = `
PATH=$PATH:/usr/bin:/usr/local/nvidia/bin
nvidia() {
  command -v nvidia-smi >/dev/null || return 127
  if command -v timeout >/dev/null; then
    timeout -k 2 ${gpuSeconds} nvidia-smi "$@"
  else
    nvidia-smi "$@"
  fi
}
`;

const gpuScript = `${nvidiaFunctions}
said=$(nvidia --query-gpu=name,driver_version --format=csv,noheader 2>&1)
code=$?
printf '%s\\n' "$said" | sed 's/^/gpu: /'
echo "gpu-end $code"
`;

/** @param root Before `/proc` and `/sys`; empty but in tests. */
export function loadScript(root = ''): string {
  return `${nvidiaFunctions}
nvidia --query-gpu=utilization.gpu,memory.used,memory.total --format=csv,noheader,nounits 2>/dev/null |
  sed 's/^/gpu: /'

# cgroup USED LIMIT CACHE: the names of the files below $mount$at, and a pattern for the lines of memory.stat.
cgroup() {
  { read -r used <"$mount$at/$1" && read -r limit <"$mount$at/$2"; } 2>/dev/null || return
  cache=0
  while read -r key value; do
    case $key in "$3inactive_file" | "$3active_file") cache=$((cache + value)) ;; esac
  done 2>/dev/null <"$mount$at/memory.stat"
  echo "cgroup: $used $cache $limit"
}

if [ -r '${root}/proc/self/cgroup' ]; then
  while IFS=: read -r number controllers path; do
    case ,$controllers, in
      ,, | *,memory,*) ;;
      *) continue ;;
    esac
    for mount in '${root}/sys/fs/cgroup' '${root}/sys/fs/cgroup/memory'; do
      case $path in /*) at=$path ;; *) at= ;; esac
      while :; do
        at=\${at%/}
        if [ "$controllers" ]; then
          cgroup memory.usage_in_bytes memory.limit_in_bytes total_
        else
          cgroup memory.current memory.max ''
        fi
        [ "$at" ] || break
        at=\${at%/*}
      done
    done
  done <'${root}/proc/self/cgroup'
fi
total= available=
while read -r key value unit; do
  case $key in MemTotal:) total=$value ;; MemAvailable:) available=$value ;; esac
done 2>/dev/null <'${root}/proc/meminfo'
[ "$total" ] && [ "$available" ] && echo "machine: $total $available"
exit 0
`;
}
