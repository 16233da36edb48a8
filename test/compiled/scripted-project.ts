/**
 * Many chains in one repository over the names of `examples/all-workflows`, where every command is one small script: what it
 * gives stands in a table, by unit and attempt, for each chain. The same table answers where nothing is started at all.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';
import { parse, stringify } from 'yaml';
import type { RunEvent, UnitResult } from '../../src/engine/event.ts';
import type { Plan, UnitNode } from '../../src/plan/plan.ts';
import type { Outcome, Outcomes } from '../engine/rig.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Chain {
  /** Fit for a file. */
  readonly name: string;
  /** As the workflow calls itself, where that is another. */
  readonly called?: string;
  readonly text: string;
  /** Of the workflow it is read as. */
  readonly params?: Readonly<Record<string, unknown>>;
}

/** What one start of a unit does. */
export interface Given {
  readonly exit: number;
  /** Every metric that the command declares is this; absent, it writes none. */
  readonly metric?: number;
  /** Before it ends. */
  readonly seconds?: number;
}

export type Giving = (unit: UnitNode, attempt: number) => Given;

/** Of every command and agent. No process is started in it but what a wait needs. */
const script = `read -r first < "$ML_RUN_DIR/../../journal.jsonl"
name=\${first##*'"workflow":"'}
name=\${name%%'"'*}
while IFS='|' read -r unit attempt code seconds metrics values text; do
  [ "$unit" = "$ML_UNIT" ] || continue
  [ "$attempt" = "$ML_ATTEMPT" ] || [ "$attempt" = '*' ] || continue
  [ -z "$seconds" ] || sleep "$seconds"
  [ -z "$metrics" ] || echo "$metrics" > "$ML_RUN_DIR/metrics.json"
  for value in $values; do echo "$value" >> "$ML_OUTPUT"; done
  [ -z "$text" ] || echo "$text"
  exit "$code"
done < "given/$name.txt"
echo "no line for $ML_UNIT $ML_ATTEMPT in given/$name.txt"
exit 99
`;

/** Starts that a table answers one by one. */
const mostAttempts = 4;

/** The project without its tables: they need the plans that are made of it. */
export function projectFiles(chains: readonly Chain[]): Record<string, string> {
  const example = join(root, 'examples', 'all-workflows');
  const project = parse(readFileSync(join(example, 'ml-workflow.yml'), 'utf8'), { maxAliasCount: -1 }) as {
    commands: Record<string, { run: string; environment?: string }>;
    agents: Record<string, { run: string }>;
  };
  for (const one of [...Object.values(project.commands), ...Object.values(project.agents)])
    one.run = 'sh given.sh "$@"';
  project.commands.hand_over = { run: 'sh given.sh', environment: 'production' };
  const files: Record<string, string> = {
    'ml-workflow.yml': stringify({ ...project, prices: undefined }, { aliasDuplicateObjects: false }),
    'baseline.json': readFileSync(join(example, 'baseline.json'), 'utf8'),
    'given.sh': script,
  };
  for (const { name, called = name, text, params } of chains)
    files[`workflows/${name}.yml`] = stringify({ name: called, ...(params ? { params } : {}), chain: text });
  return files;
}

/** The twelve that are shipped, with their parameters. */
export function shippedChains(): Chain[] {
  const folder = join(root, 'workflows');
  return readdirSync(folder).map((file) => {
    const { name, chain, params } = parse(readFileSync(join(folder, file), 'utf8')) as {
      name: string;
      chain: string;
      params?: Record<string, unknown>;
    };
    return { name: name.replace('/', '-'), called: name, text: chain, ...(params ? { params } : {}) };
  });
}

/** Those of the founding documents, as the golden file has them. */
export function documentChains(): Chain[] {
  const text = readFileSync(join(root, 'test', 'golden', 'corpus.txt'), 'utf8');
  return text.split(`\n${'-'.repeat(80)}\n`).map((entry) => {
    const [place = '', ...lines] = entry.split('\n');
    const [chain = ''] = lines.join('\n').split('\n\n  ', 1);
    const name = place.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    // It takes this parameter for given.
    const params = chain.includes('$resource_type') && !chain.includes('$resource_type=');
    return {
      name,
      text: chain.trim(),
      ...(params ? { params: { resource_type: { type: 'string', default: 'cpu' } } } : {}),
    };
  });
}

/** Lines of `given/<name of the workflow>.txt`. */
export function tableOf(plan: Plan, give: Giving): string {
  const units = plan.nodes.filter((node) => node.kind === 'unit');
  return units
    .flatMap((unit) =>
      Array.from({ length: mostAttempts }, (_, index) => {
        const isLast = index === mostAttempts - 1;
        return lineOf(plan, unit, isLast ? '*' : String(index + 1), give(unit, index + 1));
      }),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function lineOf(plan: Plan, unit: UnitNode, attempt: string, given: Given): string {
  const command = plan.commands[unit.command];
  const fields = command?.is === 'run' ? command.metrics.flatMap((one) => Object.values(one.fields)) : [];
  const metrics = Object.fromEntries(fields.map((field) => [field, given.metric]));
  const hasMetrics = given.metric !== undefined && fields.length > 0;
  const values = valuesOf(plan, unit).map(([name, value]) => `${name}=${value}`);
  const isJson = command?.is === 'run' && command.result === 'json';
  return [
    ...[unit.id, attempt, given.exit, given.seconds ?? '', hasMetrics ? JSON.stringify(metrics) : ''],
    ...[values.join(' '), isJson ? '{"best_sigma":0.12}' : ''],
  ].join('|');
}

function valuesOf(plan: Plan, unit: UnitNode): [string, string][] {
  const command = plan.commands[unit.command];
  return command?.is === 'run' ? (command.sets ?? []).map((name) => [name, 'true']) : [];
}

/** The same without processes; built-in commands give what their names promise. */
export function outcomesOf(plan: Plan, give: Giving): Outcomes {
  return (unit, attempt): Outcome => {
    const { exit, metric, seconds = 1 } = give(unit, Math.min(attempt, mostAttempts));
    const command = plan.commands[unit.command];
    if (exit !== 0) return { is: 'failed', class: `exit-${exit}`, seconds };
    if (command?.is !== 'run') {
      const metrics = metric === undefined ? {} : { accuracy: metric, 'best-acc': metric };
      return { is: 'succeeded', seconds, result: { metrics, primary: 'accuracy' } };
    }
    const names = command.metrics.flatMap(({ fields }) => Object.keys(fields));
    if (names.length > 0 && metric === undefined) return { is: 'failed', class: 'no-metrics', seconds };
    const result: Partial<UnitResult> = {
      metrics: Object.fromEntries(names.map((name) => [name, metric ?? 0])),
      values: Object.fromEntries(valuesOf(plan, unit)),
      ...(command.primary === undefined ? {} : { primary: command.primary }),
    };
    return { is: 'succeeded', seconds, result };
  };
}

/** The files of a zip with a directory at its end, as the artifact client writes it. */
export function filesIn(zip: Buffer): Map<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, name] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const local = zip.readUInt32LE(at + 42);
    const data = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(data, data + size);
    files.set(
      zip.toString('utf8', at + 46, at + 46 + name),
      (method === 0 ? bytes : inflateRawSync(bytes)).toString(),
    );
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

export function eventsOf(journal: string): RunEvent[] {
  return journal
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as RunEvent);
}
